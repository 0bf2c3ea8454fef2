"""Print what a screen reader is told of the main window: the accessibility tree, as text.

    python packaging/accessibility_tree.py [ARTICLE...]

Without articles the sample is opened. Each line holds a role, the name in quotes, the states that are
on, and the description; children are indented. Runs without a display.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

STATES = (
    "disabled", "invisible", "focusable", "focused", "selectable", "selected", "checkable", "checked",
    "expandable", "expanded", "readOnly", "defaultButton", "editable", "hasPopup", "offscreen",
)  # fmt: skip
PATIENCE_S = 120.0
LONGEST = 200


def lines(interface: "QAccessibleInterface", depth: int = 0, *, hidden: bool = False) -> Iterator[str]:
    """Yield a line for an element and for each below it; invisible ones only where `hidden`."""
    from PySide6.QtGui import QAccessible

    state = interface.state()
    if not hidden and getattr(state, "invisible", 0):
        return
    on = [name for name in STATES if getattr(state, name, 0)]
    name = interface.text(QAccessible.Text.Name)
    told = interface.text(QAccessible.Text.Description)
    value = interface.text(QAccessible.Text.Value)
    parts = [f"{interface.role().name} {_shown(name)}"]
    parts += [f"[{', '.join(on)}]"] if on else []
    parts += [f"= {_shown(value)}"] if value and value != name else []
    parts += [f"– {_shown(told)}"] if told else []
    yield "  " * depth + " ".join(parts)
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid():
            yield from lines(child, depth + 1, hidden=hidden)


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return f'"{flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"}"'


def main() -> None:
    """Open the window on the articles and print its tree."""
    parser = argparse.ArgumentParser(description="Print the accessibility tree of the main window.")
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLE")
    parser.add_argument("--language", default="en", choices=("en", "fr"))
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["RECONCILER_HOME"] = home
        _print_tree([path.absolute() for path in given.articles], given.language)


def _print_tree(articles: list[Path], language: str) -> None:
    from time import monotonic

    from PySide6.QtCore import QEventLoop
    from PySide6.QtGui import QAccessible

    from reconciler.gui.app import make_application, make_window
    from reconciler.gui.speaking import translate
    from reconciler.resources import resource_path
    from reconciler.settings import Places, PreferencesFile

    app = make_application(["reconciler"])
    translate(app, language)
    QAccessible.setActive(True)
    places = Places.of_user()
    window = make_window(places, PreferencesFile.load(places.preferences))
    window.show()
    window.begin(articles or sorted(resource_path("sample", language).glob("*.txt")))
    until = monotonic() + PATIENCE_S
    while monotonic() < until and (
        window.background.jobs or window.session.case is None or not window.session.differing.is_complete
    ):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    sys.stdout.write("\n".join(lines(QAccessible.queryAccessibleInterface(window))) + "\n")
    window.close()


if __name__ == "__main__":
    main()
