"""Draw the README's picture again: the window on the two seeds, some matches decided.

    python packaging/screenshot.py [FILE] [--dark] [--size 1280x800] [--language fr]

Runs without a display (QT_QPA_PLATFORM=offscreen is set where there is none) and in a folder of its
own, so that no case of the user's is touched.
"""

import argparse
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Open the window, decide a few matches from the keyboard, and save what is seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "resources/screenshots/main-window.png")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1400x860")
    parser.add_argument("--language", default="en")
    chosen = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        draw(chosen, Path(folder))


def draw(chosen: argparse.Namespace, folder: Path) -> None:
    """Drive the window over a folder of its own and save the picture."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from reconciler.gui import theme
    from reconciler.gui.app import make_application, make_window, translate
    from reconciler.settings import Places, Preferences, PreferencesFile

    app = make_application(["reconciler"])
    translate(app, chosen.language)
    preferences = PreferencesFile(folder / "preferences.json", Preferences(analyst="Analyst"))
    window = make_window(Places(folder / "cases", folder), preferences)
    window.apply_theme(theme.dark() if chosen.dark else theme.light())
    width, height = (int(side) for side in chosen.size.split("x"))
    window.resize(width, height)
    window.show()
    window.begin(sorted((ROOT / "seeds").glob("*.txt")))
    while window.background.jobs:
        app.processEvents()
    QTest.qWait(300)
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_2, Qt.Key.Key_A, Qt.Key.Key_U, Qt.Key.Key_Space):
        QTest.keyClick(window.focusWidget(), key)
        QTest.qWait(50)
    QTest.qWait(500)
    chosen.file.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(chosen.file)):
        raise SystemExit(f"{chosen.file} could not be written")
    window.close()


if __name__ == "__main__":
    main()
