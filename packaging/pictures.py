"""Draw the window in some thirty named states, to be looked at: what a designer would check.

    python packaging/pictures.py FOLDER [NAME...]

Writes one PNG for each state, or for those named, and an ``index.html`` that shows them all. Runs
without a display, each state in a process and a folder of its own.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QDialog

    from reconciler.gui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
SEEDS = tuple(sorted((ROOT / "seeds").glob("*.txt")))
PATIENCE_S = 120.0

LATER = (
    # A seed edited in five ways: a figure, a hedge, a sentence less, one more, one moved to the end.
    ("auraient été utilisées", "ont été utilisées"),
    ("quatre", "cinq"),
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A window to be driven: the application, the folder of the state, where articles can be written."""

    app: "QApplication"
    window: "MainWindow"
    folder: Path

    def wait(self, milliseconds: int = 200) -> None:
        """Let the window work; a wait by QtTest would hold the workers up."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, done: Callable[[], bool]) -> None:
        """Wait for something to come about."""
        end = time.monotonic() + PATIENCE_S
        while not done():
            if time.monotonic() > end:
                raise SystemExit("what was waited for did not come about")
            self.wait(30)

    def open(self, *paths: Path) -> None:
        """Open articles and wait until they are lined up and compared."""
        self.window.begin(list(paths))
        self.until(lambda: self.window.session.case is not None)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        session = self.window.session
        self.until(lambda: not self.window.background.jobs and session.differing.is_complete)
        self.wait(150)

    def press(self, *keys: str) -> None:
        """Press keys, named as in the table of actions."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self.window.focusWidget(), combination.key(), combination.keyboardModifiers())
            self.wait(40)

    def do(self, action: str) -> None:
        """Trigger an action of the table."""
        self.window.actions_by_id[action].trigger()
        self.wait()

    def article(self, name: str, text: str) -> Path:
        """Write an article."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


Drive = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class State:
    """One picture: how the window is set up and what is done in it."""

    drive: Drive
    size: tuple[int, int] = (1280, 800)
    language: str = "en"
    theme: str = "light"
    text_size: float = 11.0
    font_scale: float = 1.0


def _start(stage: Stage) -> None:
    stage.window.begin([])
    stage.settle()


def _seeds(stage: Stage) -> None:
    stage.open(*SEEDS)


def _decided(stage: Stage) -> None:
    _seeds(stage)
    stage.press("A", "R", "2", "A", "U", "1", "A", "Space")


def _all_decided(stage: Stage) -> None:
    _seeds(stage)
    for _match in range(len(stage.window.session.case.matches) if stage.window.session.case else 0):
        stage.press("A")


def _sample(stage: Stage) -> None:
    stage.window.begin([])
    stage.window.open_sample()
    stage.until(lambda: stage.window.session.case is not None)
    stage.settle()


def _contradiction(stage: Stage) -> None:
    """Show what the analyst says of two figures of which the later one might be a revision."""
    from reconciler.model import Relation

    _sample(stage)
    stage.do("next_finding")
    stage.window.session.relate(Relation.CONTRADICTS)
    stage.settle()


def _after(drive: Drive, *actions: str) -> Drive:
    def driven(stage: Stage) -> None:
        drive(stage)
        for action in actions:
            stage.do(action)
        stage.settle()

    return driven


def _tour(stage: Stage) -> None:
    stage.window.begin([])
    stage.do("tour")
    stage.until(lambda: stage.window.commands.help.tour_shown.is_shown)
    stage.settle()


def _error(stage: Stage) -> None:
    picture = stage.folder / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    stage.window.begin([SEEDS[0], picture, stage.folder / "gone.txt", SEEDS[1]])
    stage.until(lambda: stage.window.session.case is not None)
    stage.settle()


def _long_titles(stage: Stage) -> None:
    title = "A title that goes on and on, through clause after clause, " * 5
    body = "The bridge was closed on Friday. Twelve people were hurt, the city said.\n" * 3
    stage.open(
        stage.article("a" * 120 + ".txt", f"{title.strip()}\n\n{body}"),
        stage.article("second.txt", f"{title.upper().strip()}\n\n{body}"),
    )


def _right_to_left(stage: Stage) -> None:
    arabic = "أغلق الجسر يوم الجمعة بعد انقطاع كابل. أصيب اثنا عشر شخصا، قالت المدينة."
    hebrew = "הגשר נסגר ביום שישי לאחר שכבל נקרע. שנים עשר בני אדם נפצעו, אמרה העירייה."
    stage.open(
        stage.article("arabic.txt", f"إغلاق الجسر\n\n{arabic}\n\n" * 2),
        stage.article("hebrew.txt", f"הגשר נסגר\n\n{hebrew}\n\n" * 2),
    )


def _many(stage: Stage) -> None:
    lines = [
        f"In year {number} the {thing} of district {number % 37} was {done}, officials of ward {number} said."
        for number in range(240)
        for thing, done in (("market", "opened"), ("bridge", "closed"))
    ]
    stage.open(
        stage.article("one.txt", "First report\n\n" + "\n".join(lines)),
        stage.article("two.txt", "Second report\n\n" + "\n".join(reversed(lines))),
    )


def _report(stage: Stage) -> None:
    _decided(stage)
    text = SEEDS[0].read_text(encoding="utf-8")
    for before, after in LATER:
        text = text.replace(before, after)
    case = stage.window.session.case
    if case is None:
        return
    statements = case.statements(case.sources[0].id)
    gone, moved = statements[-3].text, statements[-5].text
    text = text.replace(gone, "").replace(moved, "")
    text = f"{text.rstrip()}\n\n{moved}\n\nLe ministère n'a pas répondu à nos questions.\n"
    stage.window.panes.focus_pane(0)
    stage.do("update_source")
    from reconciler.gui.dialogs.update_source import UpdateSourceDialog
    from reconciler.gui.dialogs.version_report import VersionReport

    asked = stage.window.findChild(UpdateSourceDialog)
    if asked is not None:
        asked.give_file(stage.article("later.txt", text))
    stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(VersionReport)))
    stage.wait(300)


def _preview(stage: Stage) -> None:
    _seeds(stage)
    from reconciler.gui.arrivals import FileArrival

    lines = (
        "The bridge is closed.\n\nTwelve people were hurt on Friday, the city said.\n\nRead also: more news"
    )
    stage.window.take_arrivals([FileArrival(stage.article("third.md", f"# Bridge closed\n\n{lines}\n"))])
    stage.wait(800)


def _find(stage: Stage) -> None:
    _seeds(stage)
    stage.do("find")
    from PySide6.QtTest import QTest

    QTest.keyClicks(stage.window.focusWidget(), "armes")
    stage.wait(500)


def _eight(stage: Stage, *, confirmed: bool = True) -> None:
    """Open a case of eight articles on one event."""
    sys.path.insert(0, str(ROOT))
    from tests.gui.eight_sources import make_case

    path = stage.folder / "Cormoran.reconciler"
    make_case(path, confirmed=confirmed)
    stage.open(path)


def _beside(count: int, *, alone: bool = False) -> Drive:
    def driven(stage: Stage) -> None:
        _eight(stage)
        if alone:
            stage.do("panes_alone")
        for _more in range(count - 2):
            stage.do("pane_more")
        stage.settle()

    return driven


STATES: Mapping[str, State] = {
    "start": State(_start),
    "start-dark-french": State(_start, language="fr", theme="dark"),
    "sample": State(_sample),
    "tour": State(_tour, language="fr"),
    "seeds": State(_seeds, size=(1920, 1080), language="fr"),
    "seeds-small": State(_decided),
    "seeds-dark": State(_decided, size=(1920, 1080), language="fr", theme="dark"),
    "seeds-150-percent": State(_decided, size=(1920, 1080), language="fr", font_scale=1.5, text_size=16.0),
    "all-decided": State(_all_decided, language="fr"),
    "contradiction": State(_contradiction),
    "contradiction-dark": State(_contradiction, language="fr", theme="dark"),
    "focus-mode": State(_after(_decided, "focus_mode")),
    "signals": State(_after(_seeds, "signals"), size=(1920, 1080), language="fr"),
    "find": State(_find, language="fr"),
    "findings": State(_after(_seeds, "findings"), language="fr"),
    "bulk": State(_after(_seeds, "confirm_sure")),
    "matching": State(_after(_decided, "matching"), language="fr"),
    "history": State(_after(_decided, "history"), language="fr"),
    "statistics": State(_after(_decided, "statistics")),
    "keys": State(_after(_seeds, "keys"), language="fr", theme="dark"),
    "guide": State(_after(_start, "guide"), language="fr"),
    "preview": State(_preview),
    "version-report": State(_report, language="fr"),
    "properties": State(_after(_seeds, "source_properties"), language="fr"),
    "error": State(_error),
    "long-titles": State(_long_titles),
    "right-to-left": State(_right_to_left),
    "claims": State(_after(_decided, "view_claims"), size=(1920, 1080), language="fr"),
    "claims-small": State(_after(_decided, "view_claims")),
    "claims-dark": State(_after(_decided, "view_claims"), language="fr", theme="dark"),
    "report": State(_after(_decided, "view_report"), size=(1920, 1080), language="fr"),
    "report-small": State(_after(_decided, "view_report")),
    "report-dark": State(_after(_decided, "view_report"), language="fr", theme="dark"),
    "sources-compared": State(_after(_decided, "view_sources"), language="fr"),
    "preferences": State(_after(_seeds, "preferences"), language="fr"),
    "panes-2": State(_beside(2), language="fr"),
    "panes-3": State(_beside(3), size=(1920, 1080)),
    "panes-3-small": State(_beside(3, alone=True), language="fr", theme="dark"),
    "panes-4": State(_beside(4), size=(1920, 1080), language="fr"),
    "panes-4-dark": State(_beside(4), size=(1920, 1080), theme="dark"),
    "panes-no-room": State(_beside(4)),
    "blind": State(_after(_decided, "blind")),
    "many-matches": State(_many, size=(1920, 1080)),
}


def main() -> None:
    """Draw all states, or those named, one process each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", choices=[*STATES, []], metavar="NAME")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if chosen.alone:
        draw(chosen.names[0], chosen.folder)
        return
    failed = [name for name in chosen.names or STATES if not _drawn(name, chosen.folder)]
    _write_index(chosen.folder)
    if failed:
        raise SystemExit(f"could not be drawn: {', '.join(failed)}")


def _drawn(name: str, folder: Path) -> bool:
    scale = STATES[name].font_scale
    environment = {**os.environ, "QT_FONT_DPI": str(round(96 * scale))}
    command = [sys.executable, __file__, str(folder), name, "--alone"]
    print(name, flush=True)
    # What is run is this very file.
    ran = subprocess.run(command, check=False, env=environment)  # noqa: S603
    return ran.returncode == 0


def draw(name: str, folder: Path) -> None:
    """Drive the window into a state and save what is seen, dialogs included."""
    from reconciler.gui import theme
    from reconciler.gui.app import make_application, make_window, translate
    from reconciler.settings import Places, Preferences, PreferencesFile

    state = STATES[name]
    app = make_application(["reconciler"])
    translate(app, state.language)
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        kept = PreferencesFile(
            place / "preferences.json", Preferences(analyst="Analyst", text_size=state.text_size)
        )
        window = make_window(Places(place / "cases", place), kept)
        window.apply_theme(theme.dark() if state.theme == "dark" else theme.light())
        window.resize(*state.size)
        window.show()
        stage = Stage(app, window, place)
        state.drive(stage)
        if not _picture(window).save(str(folder / f"{name}.png")):
            raise SystemExit(f"{folder / name}.png could not be written")
        window.session.set_case(None)
    os._exit(0)


def _picture(window: "MainWindow") -> "QPixmap":
    """Return the window with the dialogs that stand over it."""
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QDialog

    picture = window.grab()
    painter = QPainter(picture)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            _paint_dialog(painter, window, dialog)
    painter.end()
    return picture


def _paint_dialog(painter: "object", window: "MainWindow", dialog: "QDialog") -> None:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPainter

    assert isinstance(painter, QPainter)  # noqa: S101
    seen = dialog.grab()
    frame = QRect((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2, 0, 0)
    frame.setSize(dialog.size())
    painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
    painter.fillRect(frame.adjusted(-1, -29, 1, 1), QColor("#5A5F66"))
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(frame.x() + 10, frame.y() - 10, dialog.windowTitle())
    painter.drawPixmap(frame.topLeft(), seen)


def _write_index(folder: Path) -> None:
    rows = "".join(
        f'<h2>{name}</h2><img src="{name}.png" width="1100">'
        for name in STATES
        if (folder / f"{name}.png").is_file()
    )
    page = f'<!doctype html><meta charset="utf-8"><title>Reconciler in pictures</title>{rows}'
    (folder / "index.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
