"""A layout that sets widgets in rows and begins a new row when one is full."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows of widgets at their natural size; nothing is clipped when words get longer or larger.

    With `fill` the widgets take the whole width, all alike where each has room enough so.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4, fill: bool = False) -> None:
        super().__init__(parent)
        self._fill = fill
        self._items: list[QLayoutItem] = []
        self._sizes: dict[QLayoutItem, QSize] = {}
        self._heights: dict[int, int] = {}
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take an item in at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give an item away, or None past the end."""
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self.invalidate()
        return item

    def invalidate(self) -> None:
        """Measure everything anew the next time: something in here has another size."""
        self._sizes.clear()
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return that it asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that all rows take at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Set all items into `rect`."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size; the width decides the rest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the widest item."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _size(self, item: QLayoutItem) -> QSize:
        if item not in self._sizes:
            self._sizes[item] = item.sizeHint()
        return self._sizes[item]

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        rows = self._rows(rect.width())
        cell = self._cell(rows, rect.width())
        for row in rows:
            sizes = [self._size(item) for item in row]
            height = max(size.height() for size in sizes)
            free = rect.width() - sum(size.width() + self.spacing() for size in sizes) + self.spacing()
            x, more = rect.x(), max(free, 0) // len(row) if self._fill else 0
            for item, size in zip(row, sizes, strict=True):
                width = min(cell or size.width() + more, rect.width())
                if move:
                    item.setGeometry(QRect(x, y, width, height))
                x += width + self.spacing()
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _cell(self, rows: list[list[QLayoutItem]], width: int) -> int:
        """Return the width that all items can have alike in these rows, or 0 when one needs more."""
        if not self._fill or not rows:
            return 0
        count = max(len(row) for row in rows)
        cell = (width - (count - 1) * self.spacing()) // count
        return cell if all(self._size(item).width() <= cell for row in rows for item in row) else 0

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = self._size(item).width()
            if rows and used + self.spacing() + wanted <= width:
                rows[-1].append(item)
                used += self.spacing() + wanted
            else:
                rows.append([item])
                used = wanted
        return rows
