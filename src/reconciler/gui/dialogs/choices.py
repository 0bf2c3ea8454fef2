"""Boxes to choose from: a value of each kind that the preferences have."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QWidget

SIZES = (8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 16.0, 18.0, 20.0, 24.0, 28.0, 32.0)


class ChoiceBox(QComboBox):
    """Choices by value and name. `chosen` tells what the user chose, not what the program shows."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], parent: QWidget) -> None:
        super().__init__(parent)
        for value, name in choices:
            self.addItem(name, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(lambda _place: self.chosen.emit(self.currentData()))

    def show_choice(self, value: object) -> None:
        """Show a value without a word; one that is not among the choices is added."""
        self.blockSignals(True)
        place = next((at for at in range(self.count()) if self.itemData(at) == value), -1)
        if place < 0:
            self.addItem(self.name_of(value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self.blockSignals(False)

    def name_of(self, value: object) -> str:
        """Return what to call a value that is not among the choices."""
        if isinstance(value, float):
            return QLocale().toString(value, "g", 4)
        return str(value)


class SizeBox(ChoiceBox):
    """Sizes of type in points."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__((), parent)
        for points in SIZES:
            self.addItem(self.name_of(points), points)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def name_of(self, value: object) -> str:
        """Return a size in words."""
        number = QLocale().toString(float(value), "g", 4) if isinstance(value, int | float) else ""
        return self.tr("{points} pt").format(points=number)


class FontBox(ChoiceBox):
    """Kinds of faces, and all faces that are installed once the list is opened: there may be hundreds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__((), parent)
        for family, name in (
            ("serif", self.tr("With serifs")),
            ("sans", self.tr("Without serifs")),
            ("system", self.tr("As the system")),
        ):
            self.addItem(name, family)
        self._is_full = False
        self.setMaxVisibleItems(18)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)

    def showPopup(self) -> None:  # noqa: N802
        """Fill the list with what is installed before it is shown first."""
        if not self._is_full:
            self._is_full = True
            known = {self.itemData(place) for place in range(self.count())}
            self.insertSeparator(3)
            for family in QFontDatabase.families():
                if family not in known and not QFontDatabase.isPrivateFamily(family):
                    self.addItem(family, family)
        super().showPopup()
