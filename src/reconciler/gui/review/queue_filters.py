"""What the queue shows and in which order: all that an analyst can set above its list."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reconciler.gui.key_button import KeyButton
from reconciler.gui.marks import Mark
from reconciler.gui.panes.pane_header import ElidedLabel
from reconciler.gui.review.arrangement import Arrangement, Filter, KindCounts, Order, count_kinds, differing
from reconciler.gui.review.contents import QueueContents
from reconciler.gui.review.filter_chips import FilterChips
from reconciler.gui.review.filter_field import FilterField
from reconciler.gui.review.kind_filter import ALL_KINDS, KindFilter
from reconciler.gui.review.narrow_menu import Choices, Chosen, NarrowMenu, facet_name
from reconciler.gui.review.narrowing import Facet, Trait, count_facets
from reconciler.gui.session import Session
from reconciler.gui.strength import Strength
from reconciler.gui.theme import Theme
from reconciler.model import MatchId, SignalKind, SourceId

BY_CERTAINTY = (Order.MOST_CERTAIN, Order.LEAST_CERTAIN)


class QueueFilters(QWidget):
    """The filters that combine, each with its counts, and the order.

    `changed` says that the list is to be arranged anew, `filtered` that it may have to begin at its top as
    well, `left` that the keyboard goes back to the list.
    """

    changed = Signal()
    filtered = Signal()
    left = Signal()

    def __init__(self, session: Session, contents: QueueContents, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._contents = contents
        self._theme = theme
        self._tool: KeyButton | None = None
        self._shown: Arrangement | None = None
        self._build(theme)

    # What is set --------------------------------------------------------------------------------

    @property
    def filter(self) -> Filter:
        """Which matches are shown."""
        return self._chips.filter

    def set_filter(self, which: Filter) -> None:
        """Show other matches."""
        self._chips.set_filter(which)

    @property
    def order(self) -> Order:
        """In which order they are shown."""
        return Order(self._order_box.currentData())

    def set_order(self, order: Order) -> None:
        """Show the matches in another order; none by certainty while confidence is hidden."""
        case = self._session.case
        if order not in BY_CERTAINTY or case is None or case.score_visible:
            self._order_box.setCurrentIndex(self._order_box.findData(order.value))

    @property
    def text(self) -> str:
        """What was typed into the text filter."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show only matches whose statements or note hold the words of this text."""
        self._text.setText(text)

    @property
    def kinds(self) -> frozenset[SignalKind]:
        """The kinds of difference that the matches shown must have one of; none for no such filter."""
        return self._kinds.kinds

    def set_kinds(self, kinds: frozenset[SignalKind]) -> None:
        """Show only matches that differ in one of these kinds; with none, whether they differ or not."""
        self._kinds.set_kinds(kinds)

    @property
    def facets(self) -> frozenset[Facet]:
        """What else matches are asked for: strengths, a pair of sources, a note, who decided."""
        return self._more.facets

    def set_facets(self, facets: frozenset[Facet]) -> None:
        """Show only matches that have these; with none, all."""
        case = self._session.case
        hidden = case is not None and not case.score_visible
        self._more.set_facets(frozenset(one for one in facets if not (hidden and isinstance(one, Strength))))

    def words(self) -> str:
        """Return in words what the list shows: the filter by verdict and all others that are on."""
        quoted = self.tr("“{text}”").format(text=self.text.strip())
        words = [*self._chips.words(), *([quoted] if self.text.strip() else [])]
        return " · ".join(words)

    def clear(self) -> None:
        """Take all filters off but that by verdict."""
        self._kinds.set_kinds(frozenset())
        self._more.set_facets(frozenset())
        self._text.clear()

    def take_blindness(self, *, blind: bool) -> None:
        """Offer nothing that follows from what the program thinks of matches, or all."""
        choices = self._order_box.model()
        if isinstance(choices, QStandardItemModel):
            for order in BY_CERTAINTY:
                choices.item(self._order_box.findData(order.value)).setEnabled(not blind)
        if blind and self.order in BY_CERTAINTY:
            self.set_order(Order.DOCUMENT)
        if blind:
            self.set_facets(self.facets)

    # What it comes to -----------------------------------------------------------------------------

    def arrangement(self) -> Arrangement:
        """Return the matches that are to be shown."""
        return self._contents.arrange(self.filter, self.order, self._found())

    def show_arrangement(self, arranged: Arrangement) -> None:
        """Tell how many matches each filter shows, and how many are left."""
        self._chips.show_counts(arranged.counts)
        self._show_taken(arranged)
        self._left.setText(self.tr("%n left", "", arranged.open))

    def _found(self) -> Callable[[MatchId], bool] | None:
        found = self._contents.finder(self.text, self.facets)
        return differing(self._session.differing.known, self.kinds, found)

    def _count_kinds(self) -> KindCounts:
        found = self._contents.finder(self.text, self.facets)
        return count_kinds(self._contents.items, self.filter, self._session.differing.known, found)

    def _choices(self) -> Choices:
        """Return what the list can be narrowed to further, and how many matches each would leave."""
        case, contents = self._session.case, self._contents
        found = differing(self._session.differing.known, self.kinds, contents.finder(self.text))
        shown = set(contents.arrange(self.filter, Order.DOCUMENT, found).shown)
        items = [item for item in contents.items if item.match in shown]
        pairs = sorted({item.pair for item in contents.items if item.pair is not None})
        return Choices(
            self._letters(),
            tuple(pairs),
            count_facets(items, contents.mine()),
            case is None or case.score_visible,
        )

    def _letters(self) -> dict[SourceId, str]:
        case = self._session.case
        return {} if case is None else {source.id: source.letter for source in case.sources}

    def _show_taken(self, arranged: Arrangement) -> None:
        """Show each filter that is on as a chip with a count of its own."""
        if not self.facets and not self.kinds:
            self._chips.show_taken([])
            return
        known, shown = self._session.differing.known, set(arranged.shown)
        items = [item for item in self._contents.items if item.match in shown]
        counts: dict[Chosen, int] = {}
        if self.facets:
            counted = count_facets(items, self._contents.mine() if Trait.MINE in self.facets else frozenset())
            order = sorted(self.facets, key=str)
            counts.update((facet, counted.get(facet, 0)) for facet in order)
        if self.kinds == ALL_KINDS:
            counts[ALL_KINDS] = len(items)
        else:
            for kind in (one for one in SignalKind if one in self.kinds):
                differs = sum(kind in known.get(item.match, ()) for item in items)
                counts[frozenset((kind,))] = differs
        letters = self._letters()
        self._chips.show_taken(
            [(chosen, facet_name(chosen, letters), count) for chosen, count in counts.items()]
        )

    def _take_off(self, chosen: Chosen) -> None:
        if isinstance(chosen, frozenset):
            self._kinds.set_kinds(self.kinds - chosen)
        else:
            self._more.set_facets(self.facets - {chosen})
        self.left.emit()

    # Keys and looks -------------------------------------------------------------------------------

    def focus_text(self) -> None:
        """Put the keyboard into the text filter."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.selectAll()

    def open_kinds(self) -> None:
        """Open the menu of the kinds of difference."""
        self._kinds.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._kinds.open_menu()

    def open_facets(self) -> None:
        """Open the menu of further filters."""
        self._more.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._more.open_menu()

    def open_orders(self) -> None:
        """Open the list of orders."""
        self._order_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._order_box.showPopup()

    def add_tool(self, action: QAction) -> None:
        """Put an action of the window beside the order of the matches."""
        self._tool = KeyButton(action, Mark.SLIDER, self._theme)
        self._tool.set_compact(compact=True)
        self._tool.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        self._order_row.addWidget(self._tool)
        QWidget.setTabOrder(self._order_box, self._tool)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._kinds.set_theme(theme)
        self._more.set_theme(theme)
        if self._tool is not None:
            self._tool.set_theme(theme)

    def _build(self, theme: Theme) -> None:
        self._chips = FilterChips(self)
        self._chips.filter_changed.connect(self.filtered)
        self._kinds = KindFilter(theme, self._count_kinds, self._chips)
        self._kinds.kinds_changed.connect(self.filtered)
        self._chips.add_chip(self._kinds)
        self._more = NarrowMenu(theme, self._choices, self._chips)
        self._more.facets_changed.connect(self.filtered)
        self._chips.add_chip(self._more)
        self._chips.taken_off.connect(self._take_off)
        self._text = FilterField(self)
        self._text.textChanged.connect(self.changed)
        self._text.left.connect(self.left)
        self._order_box = self._make_order_box()
        self._order_row = QHBoxLayout()
        self._order_row.setSpacing(4)
        self._order_row.addWidget(self._order_box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(self._make_heading())
        layout.addWidget(self._chips)
        layout.addWidget(self._text)
        layout.addLayout(self._order_row)

    def _make_heading(self) -> QHBoxLayout:
        heading = ElidedLabel(self)  # a long word for it, and a large number left, must not widen the window
        heading.setText(self.tr("Review queue"))
        heading.setProperty("role", "heading")
        self._left = QLabel(self)
        self._left.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(self._left)
        return row

    def _make_order_box(self) -> QComboBox:
        box = QComboBox(self)
        for order, text in (
            (Order.DOCUMENT, self.tr("Document order")),
            (Order.MOST_CERTAIN, self.tr("Most certain first")),
            (Order.LEAST_CERTAIN, self.tr("Least certain first")),
            (Order.STRONGEST, self.tr("Strongest finding first")),
            (Order.LATEST, self.tr("Latest decided first")),
        ):
            box.addItem(text, order.value)
        box.setAccessibleName(self.tr("Order of the review queue"))
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(7)
        box.currentIndexChanged.connect(self.changed)
        box.activated.connect(self.left)
        return box
