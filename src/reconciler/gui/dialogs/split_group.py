"""A group of confirmed matches, to be parted: which of them stay, and into what the group falls."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from reconciler.gui import messages
from reconciler.gui.dialogs.bulk import BulkDelegate, BulkList, BulkModel
from reconciler.gui.dialogs.parts import padded, spread, stack_up, take_size, text_label, yes_or_cancel
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import MatchId, StatementId

Ends = tuple[StatementId, StatementId]


def parts(statements: Sequence[StatementId], kept: Sequence[Ends]) -> tuple[tuple[StatementId, ...], ...]:
    """Return into what statements fall when only these matches join them, each part in their order."""
    part = {each: each for each in statements}
    for one, other in kept:
        joined, gone = part[one], part[other]
        for each in statements:
            if part[each] == gone:
                part[each] = joined
    found: dict[StatementId, list[StatementId]] = {}
    for each in statements:
        found.setdefault(part[each], []).append(each)
    return tuple(map(tuple, found.values()))


class SplitGroupDialog(QDialog):
    """Shows the matches of a group, each kept until it is left out; `chosen` carries those left out."""

    chosen = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, group: Sequence[MatchId], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._group = tuple(group)
        self.setObjectName("split_group")
        self.setWindowTitle(self.tr("Split the group"))
        self._model = BulkModel(session, self)
        self._list = self._make_list(theme)
        self._falls = text_label("", self, role="heading")
        self._yes = QPushButton(self)
        self._build()
        self._model.counted.connect(self._count)
        self._model.show_matches(self._group)
        self._list.setCurrentIndex(self._model.index(0))
        take_size(self, 640, 480)

    def falls_into(self) -> str:
        """Return what is said of the parts."""
        return self._falls.text()

    def _left_out(self) -> tuple[MatchId, ...]:
        kept = set(self._model.included)
        return tuple(one for one in self._group if one not in kept)

    def _parts(self) -> tuple[tuple[StatementId, ...], ...]:
        case = self._session.case
        assert case is not None  # noqa: S101
        ends = {one: (case.matches[one].left, case.matches[one].right) for one in self._group}
        order = {source.id: place for place, source in enumerate(case.sources)}
        statements = sorted(
            {each for both in ends.values() for each in both},
            key=lambda each: (order[case.statement(each).source], case.statement(each).ordinal),
        )
        return parts(statements, [ends[one] for one in self._model.included])

    def _count(self) -> None:
        case = self._session.case
        assert case is not None  # noqa: S101
        found, left_out = self._parts(), len(self._left_out())
        names = (" ".join(messages.statement_name(case, each) for each in part) for part in found)
        told = "  ·  ".join(names)
        heading = self.tr("%n part(s): {parts}", None, len(found)).format(parts=told)
        self._falls.setText(heading)
        self._yes.setText(self.tr("Take away %n match(es)", None, left_out))
        self._yes.setEnabled(left_out > 0)

    def _split(self) -> None:
        if self._left_out():
            self.accept()
            self.chosen.emit(self._left_out())

    # Building ---------------------------------------------------------------------------------

    def _make_list(self, theme: Theme) -> BulkList:
        view = BulkList(self)
        view.setModel(self._model)
        view.setItemDelegate(BulkDelegate(theme, view))
        spread(view, self.tr("Matches of the group; Space leaves one out"), theme)
        view.toggled.connect(self._model.toggle)
        return view

    def _build(self) -> None:
        head = padded(QVBoxLayout(), 14, 6)
        head.addWidget(self._falls)
        what = self.tr(
            "Leave out (Space) what does not belong together. It is rejected, or unlinked where it "
            "was made by hand; one undo takes that back."
        )
        head.addWidget(text_label(what, self, role="quiet"))
        stack_up(self, head, self._list, yes_or_cancel(self, self._yes, self._split))
        self._list.setFocus()
