"""The analyst mends how a source was cut: split, merge, another kind; then the program looks again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reconciler.gui.actions import SubMenu, sub_menu_label
from reconciler.gui.panes.word_gaps import words_around
from reconciler.gui.source_messages import statement_kind_word
from reconciler.model import Change, Entry, EntryKind, Match, Statement, StatementId, StatementKind

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.gui.main_window import MainWindow

AGAIN_MS = 400
"""Statements are often mended one after the other: so long after the last the program looks again."""
HINT_MS = 600_000
_RESHAPING = (EntryKind.SPLIT, EntryKind.MERGE, EntryKind.KIND, EntryKind.UPDATE_SOURCE)
KIND_ACTIONS = {
    StatementKind.TITLE: "kind_title",
    StatementKind.LEAD: "kind_lead",
    StatementKind.HEADING: "kind_heading",
    StatementKind.SENTENCE: "kind_sentence",
    StatementKind.BOILERPLATE: "kind_boilerplate",
}


class MendCommands(QObject):
    """Acts on the statement in use: the one that has the keys in an article, or is selected there.

    After each the pairs of its source are aligned again in the background; what was decided is
    carried over by the case, and comes back to the queue where it was decided on other words.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._later = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._later.timeout.connect(self._look_again)
        self._session.changed.connect(self._follow)
        self._session.closing.connect(self._later.stop)
        panes = window.panes
        panes.split_chosen.connect(self.split_at)
        panes.split_moved.connect(self._show_gap)
        panes.split_left.connect(lambda: window.say(""))

    @property
    def is_due(self) -> bool:
        """Whether what was mended waits to be looked at again."""
        return self._later.isActive()

    # Acts -------------------------------------------------------------------------------------

    def split(self) -> None:
        """Let the keys choose where the statement in use is split."""
        statement = self._in_use()
        if statement is not None and not self._window.panes.begin_split(statement.id):
            self._window.say(self.tr("A single word can't be split"))

    def split_at(self, statement: StatementId, offset: int) -> None:
        """Split a statement; `offset` is where in its text the second part begins."""
        old = self._mendable(statement)
        if old is not None:
            done = self._mend(old, (old,), lambda case: case.split(statement, old.start + offset))
            if done:
                self._window.say(self.tr("Statement {number} is two now").format(number=old.ordinal))

    def merge(self) -> None:
        """Make one statement of the one in use and the next."""
        case, first = self._session.case, self._in_use()
        if case is None or first is None:
            return
        following = case.statements(first.source)[first.ordinal : first.ordinal + 1]
        if not following:
            self._window.say(self.tr("No statement follows that it could be merged with"))
            return
        second = following[0]
        if self._mend(first, (first, second), lambda case: case.merge(first.id, second.id)):
            text = self.tr("Statements {first} and {second} are one now")
            self._window.say(text.format(first=first.ordinal, second=second.ordinal))

    def kind_title(self) -> None:
        """Make the statement in use the article's title."""
        self._set_kind(StatementKind.TITLE)

    def kind_lead(self) -> None:
        """Make the statement in use the article's lead."""
        self._set_kind(StatementKind.LEAD)

    def kind_heading(self) -> None:
        """Make the statement in use a heading."""
        self._set_kind(StatementKind.HEADING)

    def kind_sentence(self) -> None:
        """Make the statement in use a sentence of the article."""
        self._set_kind(StatementKind.SENTENCE)

    def kind_boilerplate(self) -> None:
        """Say that the statement in use is not part of the article."""
        self._set_kind(StatementKind.BOILERPLATE)

    def _set_kind(self, kind: StatementKind) -> None:
        old = self._in_use()
        if old is not None and self._mend(old, (old,), lambda case: case.set_kind(old.id, kind)):
            text = self.tr("Statement {number}: {kind}")
            self._window.say(text.format(number=old.ordinal, kind=statement_kind_word(kind)))

    def _mend(self, at: Statement, going: Sequence[Statement], write: "Callable[[Case], Change]") -> bool:
        """Do an act on statements that go; the article stays where it is, the current match is followed."""
        window, session = self._window, self._session
        case, before = session.case, session.current
        assert case is not None  # noqa: S101
        match = case.matches[before] if before is not None else None
        window.inspector.commit_note()
        with window.panes.keeping_still(at.id):
            done = session.perform(write)
            heir = _heir(case, match, going, at) if done and match is not None else None
            if heir is not None:
                session.set_current(heir.id)
        return done

    # Which statement --------------------------------------------------------------------------

    def _in_use(self) -> Statement | None:
        statement = self._window.panes.statement_in_use()
        if statement is None:
            self._window.say(self.tr("Choose a statement in one of the articles first"))
            return None
        return self._mendable(statement)

    def _mendable(self, statement: StatementId) -> Statement | None:
        case = self._session.case
        if case is None:
            return None
        if not self._session.is_present(statement):
            self._window.say(self.tr("This is a former version: nothing is changed in it"))
            return None
        return case.statement(statement)

    # The menu of a statement ------------------------------------------------------------------

    def fill_menu(self, menu: QMenu, statement: StatementId, gap: int | None) -> None:
        """Put into a statement's menu what mends it; `gap` is where the mouse would have it split."""
        case = self._session.case
        if case is None or not self._session.is_present(statement):
            return
        found = case.statement(statement)
        actions = self._window.actions_by_id
        menu.addSeparator()
        if gap is not None:
            menu.addAction(self._split_here(menu, found, gap))
        else:
            menu.addAction(actions["split_statement"])
        menu.addAction(actions["merge_statements"])
        kinds = menu.addMenu(sub_menu_label(SubMenu.KINDS))
        for kind, name in KIND_ACTIONS.items():
            if kind is not found.kind:
                kinds.addAction(actions[name])

    def _split_here(self, menu: QMenu, statement: Statement, gap: int) -> QAction:
        before, after = words_around(statement.text, gap)
        words = self.tr("&Split here: “{before} | {after}”").format(
            before=before.replace("&", "&&"), after=after.replace("&", "&&")
        )
        action = QAction(words, menu)
        action.setEnabled(self._session.can_change)
        action.triggered.connect(lambda: self.split_at(statement.id, gap))
        return action

    def _show_gap(self, statement: StatementId, offset: int) -> None:
        case = self._session.case
        if case is not None:
            before, after = words_around(case.statement(statement).text, offset)
            text = self.tr(
                "Split “{before} | {after}”: ← → choose the place, Enter splits, Esc leaves it whole"
            )
            self._window.status.say(text.format(before=before, after=after), HINT_MS)

    # Looking again ----------------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        if change.entry is not None and self._reshapes(change.entry):
            self._later.start()

    def _reshapes(self, entry: Entry) -> bool:
        case = self._session.case
        if case is None:
            return False
        if entry.undoes is not None:
            entry = next(each for each in reversed(case.entries()) if each.id == entry.undoes)
        return entry.kind in _RESHAPING

    def _look_again(self) -> None:
        case = self._session.case
        if case is None:
            return
        if case.unaligned_pairs():
            self._window.lining_up.align_again()
        else:
            # An article that stands alone is cut anew as well, and an undo aligns what it brings back.
            self._window.lining_up.read_again()


def _heir(case: "Case", match: Match, going: Sequence[Statement], at: Statement) -> Match | None:
    """Return the match that stands in the place of one of whose statements others took the place."""
    gone = {each.id for each in going}
    if gone.isdisjoint((match.left, match.right)):
        return None
    other = match.right if match.left in gone else match.left
    new = case.statements(at.source)[at.ordinal - 1 : at.ordinal + 1]
    found = (case.match_between(each.id, other) for each in new)
    return next((each for each in found if each is not None), None)
