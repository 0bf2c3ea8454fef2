"""Which actions are possible now, and what undo and redo would do."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from reconciler.gui.actions import ACTIONS, ActionSpec, Menu, Needs, label, tip
from reconciler.gui.menus import tool_tip
from reconciler.gui.messages import entry_name
from reconciler.gui.session import Session
from reconciler.gui.views import View
from reconciler.model import Entry

# What acts on the match or the statement in use: never where neither is seen.
_IN_PANES_ALONE = frozenset({"mend", "reading", "bulk", "hand", "panes"})
_IN_EVERY_VIEW = frozenset({"next_match", "previous_match", "findings", "align_again", "matching", "learn"})
_CHANGES = frozenset(Needs) - {Needs.NOTHING, Needs.CASE, Needs.MATCH, Needs.FIND, Needs.CLAIM}
_TRAVELS = tuple(spec for spec in ACTIONS if spec.id in ("undo", "redo"))


class ActionStates:
    """Keeps the actions of a window in step with its session and with the view that is shown."""

    def __init__(self, actions: Mapping[str, QAction], session: Session) -> None:
        self._actions = actions
        self._session = session
        self._enabled: tuple[object, ...] = ()
        self._told_why = False

    def renew(self, *, finding: bool, view: View | None = View.PANES, claim: bool = False) -> None:
        """Enable what is possible now in a view, and name what undo and redo would do."""
        case, session = self._session.case, self._session
        waiting = bool(session.unsaved_acts)
        undoable = case.undoable if case is not None and session.can_change else None
        redoable = case.redoable if case is not None and session.can_change and not waiting else None
        possible = {
            **self._possible(),
            Needs.UNDO: waiting or undoable is not None,
            Needs.REDO: redoable is not None,
            Needs.FIND: finding,
            Needs.CLAIM: claim,
            Needs.CLAIM_CHANGE: claim and session.can_change,
        }
        self._enable(possible, view, claim=claim)
        self._name_travels({"undo": undoable, "redo": redoable})
        self._tell_why()

    def _possible(self) -> dict[Needs, bool]:
        session = self._session
        has_case, can_change, has_match = (
            session.case is not None,
            session.can_change,
            session.current is not None,
        )
        return {
            Needs.NOTHING: True,
            Needs.CASE: has_case,
            Needs.CHANGE: can_change,
            Needs.INTAKE: not has_case or can_change,
            Needs.MATCH: has_match,
            Needs.MATCH_CHANGE: can_change and has_match,
            Needs.AGAIN: can_change and session.former() is not None,
            Needs.LINK: can_change and bool(session.link_groups()),
            Needs.PAIR: can_change and session.link_ends() is not None,
        }

    def _enable(self, possible: Mapping[Needs, bool], view: View | None, *, claim: bool) -> None:
        enabled = (view, claim, *possible.items())
        if enabled == self._enabled:
            return
        self._enabled = enabled
        elsewhere = view not in (None, View.PANES)
        for spec in ACTIONS:
            here = not (elsewhere and _acts_on_what_is_seen(spec)) or (claim and spec.id == "silence")
            self._actions[spec.id].setEnabled(possible[spec.needs] and here)

    def _name_travels(self, entries: Mapping[str, Entry | None]) -> None:
        case = self._session.case
        for spec in _TRAVELS:
            entry, action = entries[spec.id], self._actions[spec.id]
            what = f" {entry_name(entry, case)}" if entry is not None and case is not None else ""
            action.setText(label(spec) + what)
            action.setToolTip(tool_tip(spec, action).replace(tip(spec), tip(spec) + what))

    def _tell_why(self) -> None:
        """Let what changes a case say why it can't where the case is only read."""
        read_only = self._session.read_only
        if not read_only and not self._told_why:
            return
        self._told_why = read_only
        for spec in (one for one in ACTIONS if one.needs in _CHANGES):
            action = self._actions[spec.id]
            words = tool_tip(spec, action)
            if read_only:
                why = QCoreApplication.translate("menus", "Not now: this case is open for reading only.")
                words = f"{words}\n{why}"
            elif spec in _TRAVELS:
                continue  # named with what it would undo or do again
            action.setToolTip(words)


def _acts_on_what_is_seen(spec: ActionSpec) -> bool:
    """Whether an action is about what the panes show, so that elsewhere it would act unseen."""
    if spec.slot.partition(".")[0] in _IN_PANES_ALONE or spec.needs in (Needs.MATCH_CHANGE, Needs.PAIR):
        return True
    return spec.menu is Menu.REVIEW and spec.id not in _IN_EVERY_VIEW
