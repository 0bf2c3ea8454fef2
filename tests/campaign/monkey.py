"""Random acts over the action table, in a real window: what must not be is an exception or a Qt warning.

Actions are triggered as chance has it and dialogs closed again; sources come and go, colours change.
At the end a second reading of the file says the same of every match as the window, no job is left,
and the memory has not grown by more than 50 MB after the first quarter.

    python tests/campaign/monkey.py --acts 20000 --seed 1
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.campaign.cases import article, draft, rich_case

from reconciler.case import Case, check
from reconciler.gui.actions import ACTIONS
from reconciler.gui.app import make_application, make_window
from reconciler.gui.main_window import MainWindow
from reconciler.settings import Places, PreferencesFile, ThemeChoice

LEFT_OUT = frozenset(
    {
        *("quit", "close_case", "delete_case", "new_case", "open_case", "save_case_as", "rename_case"),
        *("show_in_folder", "add_source", "update_source", "export_original", "report_bug"),
        *("full_screen", "claim_label", "claim_note"),
    }
)
"""Actions that leave the case, ask the system for a file, or leave the window."""
MOST_GROWTH = 50 << 20
HARMLESS = ("propagateSizeHints", "plugin does not support raise", "grabbing the keyboard")


def close_dialogs(window: MainWindow) -> None:
    """Close whatever stands before the window."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            if isinstance(widget, QDialog | QMessageBox):
                widget.reject()
            elif isinstance(widget, QMenu):
                widget.close()


def play(window: MainWindow, acts: int, chance: random.Random, faults: list[str]) -> None:
    """Do so many random acts."""
    app = QApplication.instance()
    assert app is not None
    names = [spec.id for spec in ACTIONS if spec.id not in LEFT_OUT]
    early = 0
    others: tuple[Callable[[], None], ...] = (
        lambda: _add_or_remove(window, chance),
        lambda: _go_somewhere(window, chance),
        lambda: window.preferring.take(
            replace(window.preferring.current(), theme=chance.choice(list(ThemeChoice)))
        ),
    )
    for number in range(acts):
        before = len(faults)
        name = chance.choice(names)
        if chance.random() < 0.15:
            name = "beside the table"
            chance.choices(others, (2, 12, 1))[0]()
        elif window.actions_by_id[name].isEnabled():
            window.actions_by_id[name].trigger()
        app.processEvents()
        close_dialogs(window)
        app.processEvents()
        faults[before:] = [f"act {number} ({name}): {each}" for each in faults[before:]]
        if number == acts // 4:
            early = memory()
    while window.background.jobs:
        app.processEvents()
    if acts >= 4000 and memory() - early > MOST_GROWTH:
        faults.append(f"memory grew by {(memory() - early) >> 20} MB")


def memory() -> int:
    """Return the bytes of memory that the process holds, where the system tells."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * 4096 if status.exists() else 0


def _add_or_remove(window: MainWindow, chance: random.Random) -> None:
    case = window.session.case
    if case is None:
        return
    if len(case.sources) < 4:
        window.opening.add_drafts([draft("More", article(f"More {chance.randrange(10**9)}", 12))])
    else:
        window.session.remove_source(chance.choice(case.sources).id)


def _go_somewhere(window: MainWindow, chance: random.Random) -> None:
    case = window.session.case
    if case is not None and case.matches:
        window.session.set_current(chance.choice(list(case.matches)))
        source = chance.choice(case.sources)
        window.session.select_statement(chance.choice(case.statements(source.id)).id)


def compare(window: MainWindow) -> list[str]:
    """Return where the window and a fresh reading of the file differ."""
    shown = window.session.case
    assert shown is not None
    with Case.open(shown.path, read_only=True) as read:
        wrong = [str(each) for each in check(shown.path)]
        if list(read.matches) != list(shown.matches):
            wrong.append("the matches are not those of the file")
        wrong += [
            f"match {match} is shown otherwise"
            for match in read.matches
            if read.standing(match) != window.session.standing(match)
        ]
        if read.entries() != shown.entries() or read.sources != shown.sources:
            wrong.append("history or sources are not those of the file")
    return wrong


def monkey(window: MainWindow, acts: int, seed: int) -> list[str]:
    """Play with a window on a case, and return what must not be."""
    faults: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(each in text for each in HARMLESS):
            faults.append(f"Qt: {text}")

    def catch(kind: type[BaseException], error: BaseException, _trace: object) -> None:
        faults.append(f"{kind.__name__}: {error}")

    former_hook, sys.excepthook = sys.excepthook, catch
    former = qInstallMessageHandler(hear)
    window.opening.failed.connect(lambda error: faults.append(repr(error)))
    try:
        play(window, acts, random.Random(seed), faults)  # noqa: S311
        return faults + compare(window)
    finally:
        qInstallMessageHandler(former)
        sys.excepthook = former_hook


def main() -> int:
    """Run by command, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--acts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reconciler-monkey-") as name:
        folder = Path(name)
        app = make_application(["reconciler"])
        window = make_window(Places(folder, folder), PreferencesFile.load(folder / "preferences.json"))
        window.show()
        window.begin([rich_case(folder / "rich.reconciler")])
        while window.session.case is None or window.background.jobs:
            app.processEvents()
        faults = monkey(window, given.acts, given.seed)
        for each in faults:
            print(f"FAULT seed {given.seed} {each}")
        print(f"{given.acts} acts, seed {given.seed}, {len(faults)} faults")
        window.session.drop_waiting()
        window.close()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
