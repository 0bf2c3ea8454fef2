"""What the review queue shows when it shows no match: why, and what to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reconciler.gui.keymap import key_or_name
from reconciler.gui.review.arrangement import Arrangement, Filter

if TYPE_CHECKING:
    from reconciler.case import Case


class EmptyPage(QWidget):
    """A sentence and one button that leads on."""

    clear_requested = Signal()
    filter_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leads_to: Filter | None = None
        self._sentence = self._label("")
        self._advice = self._label("quiet")
        self._button = QPushButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setAutoDefault(True)  # outside a dialog Enter presses no other button
        self._button.clicked.connect(self._pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 16)
        layout.setSpacing(8)
        layout.addWidget(self._sentence)
        layout.addWidget(self._advice)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def explain(
        self, arranged: Arrangement, which: Filter, text: str, case: "Case | None", *, narrowed: bool = False
    ) -> None:
        """Say why no match is shown; `narrowed` when only those that differ in some kind are."""
        total = arranged.counts[Filter.ALL]
        if case is None or not case.matches:
            self._nothing_proposed(case)
        elif text.strip():
            self._not_found(text.strip(), total)
        elif narrowed:
            sentence = self.tr("No match in this list differs in this way.")
            self._say(sentence, self._elsewhere(total), self.tr("Clear filter"))
        elif which is Filter.TO_REVIEW:
            self._all_decided(total, arranged.counts[Filter.UNSURE])
        elif which is Filter.AGAIN:
            sentence = self.tr("Nothing is left to look at again.")
            self._say(sentence, "", self.tr("Show what is to review"), Filter.TO_REVIEW)
        else:
            self._none_of(which)

    def has_focus(self) -> bool:
        """Return whether the keyboard is on its button."""
        return self._button.hasFocus()

    def _nothing_proposed(self, case: "Case | None") -> None:
        sentence = self.tr("No matches yet.")
        if case is None or len(case.sources) < 2:
            self._say(sentence, self.tr("A comparison needs two sources: add another one."))
        elif case.is_aligned:
            self._say(
                self.tr("No statement of these sources seems to report the same as another."),
                self.tr(
                    "Where you see one that does, select a statement in each pane and press {key}."
                ).format(key=key_or_name(self, "link")),
            )
        else:
            self._say(
                sentence,
                self.tr(
                    "They appear here once the sources are compared. "
                    "You can also select a statement in each pane and press {key}."
                ).format(key=key_or_name(self, "link")),
            )

    def _not_found(self, text: str, elsewhere: int) -> None:
        sentence = self.tr("No match in this list holds “{text}”.").format(text=text)
        self._say(sentence, self._elsewhere(elsewhere), self.tr("Clear filter"))

    def _elsewhere(self, count: int) -> str:
        return self.tr("%n match(es) under other filters.", "", count) if count else ""

    def _all_decided(self, total: int, unsure: int) -> None:
        sentence = self.tr("Nothing is left to review: %n match(es) looked at.", "", total)
        if unsure:
            advice = self.tr("%n of them marked unsure.", "", unsure)
            self._say(sentence, advice, self.tr("Show unsure"), Filter.UNSURE)
        else:
            self._say(sentence, "", self.tr("Show all"), Filter.ALL)

    def _none_of(self, which: Filter) -> None:
        sentences = {
            Filter.CONFIRMED: (
                self.tr("No match is confirmed yet. {key} confirms the current one."),
                "confirm",
            ),
            Filter.REJECTED: (self.tr("No match is rejected yet. {key} rejects the current one."), "reject"),
            Filter.UNSURE: (self.tr("No match is marked unsure. {key} marks the current one."), "unsure"),
        }
        sentence, action = sentences.get(which, ("", "confirm"))
        self._say(sentence.format(key=key_or_name(self, action)), "", self.tr("Show all"), Filter.ALL)

    def _say(self, sentence: str, advice: str, button: str = "", leads_to: Filter | None = None) -> None:
        self._sentence.setText(sentence)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._leads_to = leads_to

    def _pressed(self) -> None:
        if self._leads_to is None:
            self.clear_requested.emit()
        else:
            self.filter_requested.emit(self._leads_to)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label
