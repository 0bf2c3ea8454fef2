"""What is imported beside Qt is not read a second time and kept."""

import importlib
import linecache
from pathlib import Path

import pytest

from reconciler.gui.unread import leave_sources_unread


def test_the_source_of_what_is_imported_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "speaks_of_pyside.py"
    module.write_text("import PySide6\n")
    monkeypatch.syspath_prepend(tmp_path)
    leave_sources_unread()
    importlib.invalidate_caches()
    __import__(module.stem)  # as the statement does, and not importlib
    assert str(module) not in linecache.cache


def test_a_traceback_shows_the_lines_all_the_same() -> None:
    leave_sources_unread()
    assert linecache.getline(__file__, 1) == f'"""{__doc__}"""\n'
