"""Further filters of the queue: a menu to choose from, and a chip to take each of them off again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reconciler.gui import evidence_words, messages
from reconciler.gui.marks import Mark, mark_icon
from reconciler.gui.review.narrowing import Facet, Pair, Trait, with_facet
from reconciler.gui.strength import Strength
from reconciler.gui.theme import Theme
from reconciler.model import SignalKind, SourceId

Chosen: TypeAlias = Facet | frozenset[SignalKind]
"""What a chip stands for: something that matches are asked for, a kind of difference or any of them."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the menu offers in the case that is open, and how many matches each would show."""

    letters: Mapping[SourceId, str]
    pairs: tuple[Pair, ...]
    counts: Mapping[Facet, int]
    scores: bool


class NarrowMenu(QPushButton):
    """Opens a menu of further filters; they combine with each other and with all other filters.

    Counting takes a moment, so `offer` is asked only when the menu opens.
    """

    facets_changed = Signal()

    def __init__(self, theme: Theme, offer: Callable[[], Choices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: frozenset[Facet] = frozenset()
        self._offer = offer
        self.setObjectName("filter_more")
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(self.tr("{words} ▾", "a button that opens a menu").format(words=self.tr("More")))
        self.setAccessibleName(self.tr("Further filters"))
        self.setToolTip(self.tr("Filter by strength, sources, notes and who decided"))
        self._menu = QMenu(self)
        self._menu.setObjectName("narrow_menu")
        self._menu.aboutToShow.connect(self._fill)
        self.clicked.connect(self.open_menu)
        self.set_theme(theme)

    @property
    def facets(self) -> frozenset[Facet]:
        """What matches are asked for."""
        return self._chosen

    def set_facets(self, facets: frozenset[Facet]) -> None:
        """Ask for other things, or for none."""
        if facets != self._chosen:
            self._chosen = facets
            self.facets_changed.emit()

    def open_menu(self) -> None:
        """Show the menu below."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def set_theme(self, theme: Theme) -> None:
        """Draw with other colours."""
        self._theme = theme

    def _fill(self) -> None:
        self._menu.clear()
        offered = self._offer()
        if offered.scores:
            for strength in Strength:
                self._add(strength, offered)
            self._menu.addSeparator()
        if len(offered.pairs) > 1:
            for pair in offered.pairs:
                self._add(pair, offered)
            self._menu.addSeparator()
        for trait in Trait:
            self._add(trait, offered)
        self._menu.addSeparator()
        clear = QAction(self.tr("No further filter"), self._menu)
        clear.setEnabled(bool(self._chosen))
        clear.triggered.connect(lambda: self.set_facets(frozenset()))
        self._menu.addAction(clear)

    def _add(self, facet: Facet, offered: Choices) -> None:
        text = self.tr("{filter}   {count}", "a filter in a menu and how many matches it leaves")
        count = QLocale().toString(offered.counts.get(facet, 0))
        words = facet_name(facet, offered.letters)
        action = QAction(text.format(filter=words, count=count), self._menu, checkable=True)
        action.setChecked(facet in self._chosen)
        if facet is Trait.NOTED:
            action.setIcon(mark_icon(Mark.NOTE, self._theme.quiet))
        elif facet is Trait.PINNED:
            action.setIcon(mark_icon(Mark.PIN, self._theme.quiet))
        action.triggered.connect(lambda on: self._choose(facet, on=on))
        self._menu.addAction(action)

    def _choose(self, facet: Facet, *, on: bool) -> None:
        self.set_facets(with_facet(self._chosen, facet) if on else self._chosen - {facet})


class TakenChip(QPushButton):
    """A filter that is on; a click, Space or Delete takes it off."""

    taken_off = Signal(object)

    def __init__(self, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = chosen
        self.words = ""
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: self.taken_off.emit(self.chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the filter off on Delete; other keys as on any button."""
        if event.key() == Qt.Key.Key_Delete:
            self.click()
        else:
            super().keyPressEvent(event)

    def show_count(self, words: str, count: int) -> None:
        """Say what it is and how many of the matches shown it holds for."""
        self.words = words
        number = QLocale().toString(count)
        text = self.tr("{filter} {count} ✕", "a filter that is on, how many it shows, a cross to take it off")
        self.setText(text.format(filter=words, count=number))
        spoken = self.tr("{filter}, {count}: take this filter off", "for a screen reader")
        self.setAccessibleName(spoken.format(filter=words, count=number))
        self.setToolTip(self.tr("Take this filter off"))


def _trait_words() -> Mapping[Trait, str]:
    return {
        Trait.MINE: QCoreApplication.translate("NarrowMenu", "Only mine"),
        Trait.NOTED: QCoreApplication.translate("NarrowMenu", "With a note"),
        Trait.PINNED: QCoreApplication.translate("NarrowMenu", "Pinned"),
    }


def facet_name(facet: Chosen, letters: Mapping[SourceId, str]) -> str:
    """Return what a filter is called on its chip and in its menu."""
    match facet:
        case frozenset():
            any_kind = QCoreApplication.translate("NarrowMenu", "Any difference")
            return evidence_words.kind_title(next(iter(facet))) if len(facet) == 1 else any_kind
        case Strength():
            word = messages.strength_word_of(facet)
        case Trait():
            word = _trait_words()[facet]
        case (left, right):
            word = f"{letters.get(left, '?')} ↔ {letters.get(right, '?')}"
    return word[:1].upper() + word[1:]
