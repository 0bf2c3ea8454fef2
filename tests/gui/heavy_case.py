"""A case whose file is so large that a worker reads it, with few statements in it."""

import os
from dataclasses import replace
from pathlib import Path

from tests.campaign.cases import rich_case
from tests.gui.conftest import draft

from reconciler.case import Case
from reconciler.case.loading import LARGE


def heavy_case(path: Path) -> Path:
    """Make the case; a third article in it has one statement, and an original of many megabytes."""
    rich_case(path)
    third = draft("three", ["A third article."])
    original = replace(third.article, original=os.urandom(LARGE))
    with Case.open(path) as case:
        case.add_sources([replace(third, article=original)])
    return path
