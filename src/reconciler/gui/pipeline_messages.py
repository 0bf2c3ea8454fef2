"""What the window says of trained spaCy pipelines that can't be used: what, where, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from reconciler.errors import Problem
from reconciler.gui.marking import QT_TRANSLATE_NOOP

PIPELINE_PROBLEMS: Mapping[Problem, str] = MappingProxyType(
    {
        Problem.PIPELINE_MISSING: QT_TRANSLATE_NOOP(
            "messages",
            "The trained pipeline {where} is not installed any more: the built-in rules are used. "
            "Install it again, or choose another.",
        ),
        Problem.PIPELINE_UNFIT: QT_TRANSLATE_NOOP(
            "messages",
            "The trained pipeline {where} is for {detail}: the built-in rules are used. "
            "Install another release of it, or choose another.",
        ),
        Problem.PIPELINE_BROKEN: QT_TRANSLATE_NOOP(
            "messages",
            "The trained pipeline {where} doesn't work ({detail}): the built-in rules are used. "
            "Install it again, or choose another.",
        ),
    }
)
"""The sentences, with places for `where` and `detail`."""
