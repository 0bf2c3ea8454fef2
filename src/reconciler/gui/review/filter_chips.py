"""The filters of the review queue as a row of small buttons, each with its count."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from reconciler.gui.flow_layout import FlowLayout
from reconciler.gui.review.arrangement import Filter
from reconciler.gui.review.narrow_menu import Chosen, TakenChip


class FilterChips(QWidget):
    """One of the filters is always on; arrow keys go from one to the next.

    What is to be looked at again has a button only while there is such a match. Filters of other
    sorts that are on follow as chips that are taken off with a click.
    """

    filter_changed = Signal()
    taken_off = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {
            Filter.TO_REVIEW: self.tr("To review"),
            Filter.AGAIN: self.tr("To look at again"),
            Filter.CONFIRMED: self.tr("Confirmed"),
            Filter.REJECTED: self.tr("Rejected"),
            Filter.UNSURE: self.tr("Unsure"),
            Filter.ALL: self.tr("All"),
        }
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[Filter, QPushButton] = {}
        self._taken: dict[Chosen, TakenChip] = {}
        layout = FlowLayout(self, gap=3)
        for which, word in self._words.items():
            button = QPushButton(word, self)
            button.setObjectName(f"filter_{which}")
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            self._buttons[which] = button
            layout.addWidget(button)
        self._buttons[Filter.TO_REVIEW].setChecked(True)
        self._buttons[Filter.AGAIN].hide()
        self._group.buttonToggled.connect(self._toggled)
        self.setAccessibleName(self.tr("Which matches are shown"))

    def show_taken(self, taken: Sequence[tuple[Chosen, str, int]]) -> None:
        """Show a chip for each filter that is on: what it stands for, its name, how many it shows."""
        wanted = {chosen for chosen, _words, _count in taken}
        for chosen in [one for one in self._taken if one not in wanted]:
            self._taken.pop(chosen).deleteLater()
        for chosen, words, count in taken:
            if chosen not in self._taken:
                chip = self._taken[chosen] = TakenChip(chosen, self)
                chip.taken_off.connect(self.taken_off)
                self.add_chip(chip)
                chip.show()
            self._taken[chosen].show_count(words, count)

    def add_chip(self, chip: QWidget) -> None:
        """Put a filter of another sort at the end."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(chip)

    @property
    def filter(self) -> Filter:
        """The filter that is on."""
        return next(which for which, button in self._buttons.items() if button.isChecked())

    def words(self) -> list[str]:
        """Return the name of the filter that is on, and of those that are taken off with a click."""
        return [self._words[self.filter], *(chip.words for chip in self._taken.values())]

    def set_filter(self, which: Filter) -> None:
        """Turn another filter on."""
        self._buttons[which].setChecked(True)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Write beside each filter how many matches it would show."""
        locale = QLocale()
        for which, button in self._buttons.items():
            text = self.tr("{filter} {count}", "a filter and how many matches it shows")
            button.setText(text.format(filter=self._words[which], count=locale.toString(counts[which])))
            spoken = self.tr("{filter}, {count}", "the same for a screen reader")
            button.setAccessibleName(spoken.format(filter=self._words[which], count=counts[which]))
        again = self._buttons[Filter.AGAIN]
        again.setVisible(counts[Filter.AGAIN] > 0 or again.isChecked())

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        del button
        if on:
            self.filter_changed.emit()
