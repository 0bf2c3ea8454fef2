"""An analyst at a window of their own, until killed: acts at random, and prints what is shown as saved.

Run by `kills.py` with a folder, a seed and the files to open. A line for each act, after it was
shown: the number of its entry in the history, its kind, and what stands of the matches it was about.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.campaign.cases import article, draft

from reconciler.case.colleague import Colleague
from reconciler.case.intake import compare_versions
from reconciler.export.values import Form
from reconciler.gui.app import make_application, make_window
from reconciler.gui.main_window import MainWindow
from reconciler.model import SourceDraft, StatementKind, Verdict
from reconciler.settings import Places, PreferencesFile

KEYS = ("confirm", "reject", "unsure", "relate_agrees", "relate_contradicts", "clear", "pin", "undo", "redo")


class Analyst:
    """Acts at a window as chance has it, and tells what was saved."""

    def __init__(self, window: MainWindow, chance: random.Random, folder: Path) -> None:
        self._window = window
        self._chance = chance
        self._folder = folder
        self._told = 0
        self._made = 0

    def act(self) -> None:
        """Do one act, let the window show it, and say what it saved."""
        acts: list[tuple[int, Callable[[], object]]] = [
            (60, lambda: self._press(self._chance.choice(KEYS))),
            (6, self._decide_many),
            (6, self._note),
            (4, self._move),
            (2, self._cut),
            (2, self._add),
            (2, self._update),
            (2, lambda: self._press("align_again")),
            (2, self._export),
            (1, self._merge),
            (2, lambda: self._window.session.case and self._window.session.case.checkpoint()),
            (1, self._save_as),
        ]
        weights, ways = zip(*acts, strict=True)
        self._chance.choices(ways, weights)[0]()
        QApplication.processEvents()
        self.tell()

    def tell(self) -> None:
        """Print each entry of the history that the window shows and that no act of which waits."""
        case = self._window.session.case
        if case is None or self._window.session.unsaved_acts:
            return
        for entry in case.entries()[self._told :]:
            stands = (f"{match}={case.standing(match).verdict or '-'}" for match in entry.matches[:50])
            print(
                "act",
                entry.id,
                entry.kind,
                " ".join(stands) if entry is case.entries()[-1] else "",
                flush=True,
            )
            self._told += 1

    def _press(self, name: str) -> None:
        self._move()
        self._window.actions_by_id[name].trigger()

    def _move(self) -> None:
        session = self._window.session
        if session.case is not None and session.case.matches:
            session.set_current(self._chance.choice(list(session.case.matches)))

    def _decide_many(self) -> None:
        session = self._window.session
        assert session.case is not None
        some = [match for match in session.case.matches if self._chance.random() < 0.3]
        session.decide_all(some, self._chance.choice(list(Verdict)))

    def _note(self) -> None:
        self._move()
        if (match := self._window.session.current) is not None:
            self._window.session.annotate(match, f"note {self._chance.random()}")

    def _cut(self) -> None:
        case = self._window.session.case
        assert case is not None
        one = self._chance.choice(case.statements(case.sources[0].id))
        kind = self._chance.choice((StatementKind.SENTENCE, StatementKind.BOILERPLATE))
        if self._chance.random() < 0.5 and one.end - one.start > 12:
            self._window.session.perform(lambda case: case.split(one.id, one.start + 9))
        else:
            self._window.session.perform(lambda case: case.set_kind(one.id, kind))

    def _drafted(self) -> SourceDraft:
        self._made += 1
        return draft(f"Number {self._chance.randrange(10**9)}", article(f"Source {self._made}", 12))

    def _add(self) -> None:
        case = self._window.session.case
        assert case is not None
        if len(case.sources) < 4:
            self._window.opening.add_drafts([self._drafted()])
        else:
            self._window.session.remove_source(case.sources[-1].id)

    def _update(self) -> None:
        case = self._window.session.case
        assert case is not None
        source, later = self._chance.choice(case.sources), self._drafted()
        comparison = compare_versions(case.statements(source.id), later)
        self._window.session.perform(lambda case: case.update_source(source.id, later, comparison))

    def _export(self) -> None:
        """Export as from the dialog; what is written meanwhile, in half of the cases, is the next acts."""
        form = self._chance.choice((Form.HTML, Form.JSON, Form.XLSX, Form.DOCX, Form.PDF))
        path = self._folder / f"export-{self._chance.randrange(3)}.{form}"
        self._window.actions_by_id["export"].trigger()
        self._settle()
        self._window.commands.exporting.export_to(path, form, "en")
        if self._chance.random() < 0.5:
            self._settle()

    def _settle(self) -> None:
        while self._window.background.jobs:
            QApplication.processEvents()

    def _merge(self) -> None:
        """Bring in what a colleague decided, once the other articles are those of the case again."""
        case = self._window.session.case
        assert case is not None
        colleague = Colleague.read(self._folder / "theirs" / "colleague.reconciler")
        theirs = colleague.digests.keys()
        if not theirs <= {source.sha256 for source in case.sources}:
            return
        for source in case.sources:
            if source.sha256 not in theirs:
                self._window.session.remove_source(source.id)
        if {source.sha256 for source in case.sources} == theirs:
            self._window.session.perform(lambda case: case.bring_in(colleague))
            disputes = case.disputes()
            if disputes and self._chance.random() < 0.5:
                self._window.session.perform(lambda case: case.settle(disputes[0], Verdict.UNSURE))

    def _save_as(self) -> None:
        case = self._window.session.case
        assert case is not None
        self._window.commands.case.save_to(self._folder / f"{self._chance.randrange(3)}.reconciler")
        print("case", case.path, flush=True)


def main() -> None:
    """Open what is named, and act until killed."""
    folder, chance = Path(sys.argv[1]), random.Random(sys.argv[2])  # noqa: S311
    app = make_application(["reconciler"])
    window = make_window(Places(folder, folder / "config"), PreferencesFile.load(folder / "preferences.json"))
    sys.excepthook = _end
    window.opening.failed.connect(lambda error: print("FAULT", repr(error), flush=True))
    window.show()
    print("ready", flush=True)
    window.begin([Path(name) for name in sys.argv[3:]])
    while window.session.case is None:
        app.processEvents()
    print("case", window.session.case.path, flush=True)
    analyst = Analyst(window, chance, folder)
    for _ in range(100_000):
        analyst.act()


def _end(kind: type[BaseException], error: BaseException, trace: object) -> None:
    print("FAULT", kind.__name__, error, flush=True)
    sys.__excepthook__(kind, error, trace)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
