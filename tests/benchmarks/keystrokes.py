"""How many keys, and how many clicks, an analyst needs who knows every answer.

    python tests/benchmarks/keystrokes.py

Opens the seeds in the real window and decides every match, relations included, after the annotation in
tests/quality/alignment/seeds.json: a common statement agrees, differs or contradicts as the program
suggests, anything else is rejected. Once with the keyboard alone, once with the mouse alone. Then links
by hand, with the keyboard, what the program did not propose.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from reconciler.gui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
GOLD = json.loads((ROOT / "tests/quality/alignment/seeds.json").read_text(encoding="utf-8"))
KEYS = {"agrees": Qt.Key.Key_1, "differs": Qt.Key.Key_2, "contradicts": Qt.Key.Key_3}


def spun(milliseconds: int) -> None:
    """Let the window and its workers work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def seeds_open(home: Path) -> Iterator["MainWindow"]:
    """Open the seeds in a window of its own."""
    from reconciler.gui.app import make_window
    from reconciler.settings import Places, PreferencesFile

    places = Places(home / "cases", home / "config")
    window = make_window(places, PreferencesFile.load(places.preferences))
    window.show()
    window.activateWindow()
    window.begin(sorted((ROOT / "seeds").glob("*.txt")))
    while window.session.case is None or window.background.jobs or not window.session.differing.is_complete:
        spun(20)
    spun(200)
    yield window
    window.session.set_case(None)
    window.close()


def answer(window: "MainWindow") -> str:
    """Return what the annotation says of the current match: a relation, or "reject"."""
    from reconciler.alignment.differences import suggested_relation

    case, current = window.session.case, window.session.current
    assert case is not None
    assert current is not None
    first, second = case.sources
    places = []
    for source, end in zip(
        (first, second), (case.matches[current].left, case.matches[current].right), strict=True
    ):
        matched = [each.id for each in case.statements(source.id)]
        places.append(matched.index(end))
    if places not in GOLD["links"] and places not in GOLD["optional"]:
        return "reject"
    return str(suggested_relation(case.differences(current)) or "agrees")


def with_keys(window: "MainWindow") -> tuple[int, int]:
    """Decide everything from the keyboard; return how many matches and how many keys."""
    pressed = 0
    decided = 0
    while window.queue.open_count():
        key = KEYS.get(answer(window), Qt.Key.Key_R)
        before = window.queue.open_count()
        QTest.keyClick(window.focusWidget(), key)
        pressed += 1
        decided += before - window.queue.open_count()
        spun(10)
    return decided, pressed


def with_mouse(window: "MainWindow") -> tuple[int, int]:
    """Decide everything with the mouse; return how many matches and how many clicks."""
    clicks = 0
    total = window.queue.open_count()
    while window.queue.open_count():
        said = answer(window)
        name = "button_reject" if said == "reject" else f"button_relate_{said}"
        button = window.inspector.findChild(QAbstractButton, name)
        if button is None:
            known = sorted(one.objectName() for one in window.inspector.findChildren(QAbstractButton))
            raise SystemExit(f"no button {name} among {known}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        clicks += 1
        spun(10)
    return total, clicks


def by_hand(window: "MainWindow") -> tuple[int, int]:
    """Link what was not proposed, with the keyboard; return how many links and how many keys."""
    case = window.session.case
    assert case is not None
    ends = [case.statements(source.id) for source in case.sources]
    missed = [
        (left, right)
        for left, right in GOLD["links"]
        if case.match_between(ends[0][left].id, ends[1][right].id) is None
    ]
    keys = 0
    for link in missed:
        keys += sum(_select(window, side, ends[side][place].id) for side, place in enumerate(link))
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_L)
        keys += 1
        spun(10)
        assert case.match_between(ends[0][link[0]].id, ends[1][link[1]].id) is not None
    return len(missed), keys


def _select(window: "MainWindow", side: int, statement: int) -> int:
    """Go to a pane and to a statement in it, and select it; return how many keys that took."""
    case = window.session.case
    assert case is not None
    QTest.keyClick(window.focusWidget(), (Qt.Key.Key_1, Qt.Key.Key_2)[side], Qt.KeyboardModifier.AltModifier)
    keys = 1
    order = [each.id for each in case.statements(case.sources[side].id)]
    while (here := window.panes.focused_statement()) != statement:
        down = here is None or order.index(here) < order.index(statement)  # type: ignore[arg-type]
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        keys += 1
        if keys > 80:
            raise SystemExit("the statement could not be reached")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return keys + 1


def main() -> None:
    """Play the analyst and print the figures."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from reconciler.gui.app import make_application

    app = make_application(sys.argv[:1])
    rows = []
    with tempfile.TemporaryDirectory() as home, seeds_open(Path(home)) as window:
        rows.append(("keyboard", *with_keys(window)))
        rows.append(("links by hand", *by_hand(window)))
    with tempfile.TemporaryDirectory() as home, seeds_open(Path(home)) as window:
        rows.append(("mouse", *with_mouse(window)))
    del app
    for name, matches, acts in rows:
        print(f"{name:14s} {matches:3d} matches, {acts:3d} acts: {acts / max(matches, 1):.2f} a match")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
