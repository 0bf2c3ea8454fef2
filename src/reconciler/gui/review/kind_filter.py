"""The filter by kind of difference: a chip with a menu of kinds beside the filters by verdict."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reconciler.gui import evidence_words
from reconciler.gui.marks import mark_icon
from reconciler.gui.review.arrangement import KindCounts
from reconciler.gui.theme import Theme
from reconciler.model import SignalKind

ALL_KINDS = frozenset(SignalKind)


class KindFilter(QPushButton):
    """Shows matches that differ, in any kind or in chosen ones; combines with the other filters.

    Counting takes a moment, so `counter` is asked only when the menu opens.
    """

    kinds_changed = Signal()

    def __init__(
        self, theme: Theme, counter: Callable[[], KindCounts], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wanted: frozenset[SignalKind] = frozenset()
        self._counter = counter
        self.setObjectName("filter_kinds")
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self)
        self._menu.setObjectName("kinds_menu")
        self._any = QAction(self.tr("Any difference"), self._menu, checkable=True)
        self._any.triggered.connect(lambda on: self.set_kinds(ALL_KINDS if on else frozenset()))
        self._menu.addAction(self._any)
        self._menu.addSeparator()
        self._kinds = {kind: self._kind_action(kind) for kind in SignalKind}
        self._menu.addSeparator()
        self._all = QAction(self.tr("Whether they differ or not"), self._menu)
        self._all.triggered.connect(lambda: self.set_kinds(frozenset()))
        self._menu.addAction(self._all)
        self._menu.aboutToShow.connect(self._count)
        self.clicked.connect(self.open_menu)
        self.set_theme(theme)
        self._show()

    @property
    def kinds(self) -> frozenset[SignalKind]:
        """The kinds that matches must differ in, any of them; none for no filter."""
        return self._wanted

    def set_kinds(self, kinds: frozenset[SignalKind]) -> None:
        """Show matches that differ in one of these kinds; with none, all matches."""
        changed = kinds != self._wanted
        self._wanted = kinds
        self._show()
        if changed:
            self.kinds_changed.emit()

    def menu_of_kinds(self) -> QMenu:
        """Return the menu."""
        return self._menu

    def set_theme(self, theme: Theme) -> None:
        """Draw the marks in other colours."""
        for kind, action in self._kinds.items():
            action.setIcon(mark_icon(kind, theme.differs))

    def _kind_action(self, kind: SignalKind) -> QAction:
        action = QAction(evidence_words.kind_title(kind), self._menu, checkable=True)
        action.setObjectName(f"kind_{kind}")
        action.triggered.connect(lambda on: self._choose(kind, on=on))
        self._menu.addAction(action)
        return action

    def _choose(self, kind: SignalKind, *, on: bool) -> None:
        if self._wanted == ALL_KINDS:
            self.set_kinds(frozenset((kind,)))
        else:
            self.set_kinds(self._wanted | {kind} if on else self._wanted - {kind})

    def open_menu(self) -> None:
        """Show the menu below."""
        self._show()
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _count(self) -> None:
        counts, locale = self._counter(), QLocale()
        text = self.tr("{kind}   {count}", "a kind of difference and in how many matches it is")
        self._any.setText(text.format(kind=self.tr("Any difference"), count=locale.toString(counts.any)))
        for kind, action in self._kinds.items():
            count = locale.toString(counts.by_kind[kind])
            action.setText(text.format(kind=evidence_words.kind_title(kind), count=count))

    def _show(self) -> None:
        """Show what is chosen on the chip and in the menu."""
        every = self._wanted == ALL_KINDS
        self.setChecked(bool(self._wanted))
        self._any.setChecked(every)
        self._all.setEnabled(bool(self._wanted))
        for kind, action in self._kinds.items():
            action.setChecked(kind in self._wanted and not every)
        arrow = self.tr("{words} ▾", "a button that opens a menu")
        self.setText(arrow.format(words=self.tr("Differs")))
        chosen = evidence_words.kind_words(self._wanted) if self._wanted and not every else ""
        spoken = self.tr("Filter by kind of difference")
        self.setAccessibleName(f"{spoken}: {chosen}" if chosen else spoken)
        self.setAccessibleDescription(self.tr("on") if self._wanted else self.tr("off"))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
