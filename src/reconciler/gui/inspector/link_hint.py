"""What the selected statements can be linked to, and the button that links them."""

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from reconciler.gui import messages
from reconciler.gui.keymap import key_name, key_or_name, with_key
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import StatementId, Verdict


class LinkHint(QFrame):
    """Stands below the inspector while statements of two sources are selected that are not linked yet."""

    link_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("link_hint")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setAccessibleName(self.tr("Link the selected statements"))
        self._button.clicked.connect(self.link_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Part it from what stands above with other colours."""
        line = theme.line.name()
        self.setStyleSheet(f"QFrame#link_hint {{ border: none; border-top: 1px solid {line}; }}")

    def renew(self) -> None:
        """Say what can be linked now, or hide."""
        selected = len(self._session.selected)
        groups = self._session.link_groups()
        key = key_or_name(self, "link")
        self._button.setText(with_key(self.tr("Link"), key_name(self, "link")))
        if not groups:
            wanted = self._session.current is None and selected > 0
            self._text.setText(
                self.tr(
                    "%n statement(s) selected. Select one in the other pane, then {key} links them.",
                    "",
                    selected,
                ).format(key=key)
            )
        else:
            wanted = not all(self._already_linked(one, other) for one, other in combinations(groups, 2))
            if len(groups) > 2:
                told = self.tr(
                    "%n statement(s) of {letters} selected: {key} links all of them.", "", selected
                )
                self._text.setText(told.format(letters=self._letters(groups), key=key))
            else:
                told = self.tr("%n statement(s) selected: {key} links them.", "", selected)
                self._text.setText(told.format(key=key))
        self._button.setVisible(bool(groups))
        self._button.setEnabled(not self._session.read_only)
        self.setVisible(wanted)

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def _letters(self, groups: Sequence[Sequence[StatementId]]) -> str:
        case = self._session.case
        assert case is not None  # noqa: S101
        sources = (case.statement(group[0]).source for group in groups)
        return messages.listed(case.source(source).letter for source in sources)

    def _already_linked(self, lefts: Sequence[StatementId], rights: Sequence[StatementId]) -> bool:
        case = self._session.case
        assert case is not None  # noqa: S101
        pairs = [case.match_between(left, right) for left in lefts for right in rights]
        return all(
            match is not None and self._session.standing(match.id).verdict is Verdict.CONFIRMED
            for match in pairs
        )
