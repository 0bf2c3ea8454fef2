"""Preferences: pages of choices, each applied and kept at once; the defaults can be had back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui.dialogs.keys_page import KeysPage
from reconciler.gui.dialogs.parts import take_size
from reconciler.gui.dialogs.preference_pages import (
    ColoursPage,
    GeneralPage,
    Page,
    PipelinesPage,
    ShownPage,
    TextPage,
)
from reconciler.gui.theme import Theme
from reconciler.language.trained import Installed
from reconciler.settings import Preferences

CONTENTS_EMS = 15


class PreferencesDialog(QDialog):
    """Contents on the left, a page on the right. `changed` carries the preferences as they are to be."""

    changed = Signal(object)

    def __init__(self, value: Preferences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_dialog")
        self._value, self._theme = value, theme
        self._before: Preferences | None = None
        self._installed: Sequence[Installed] | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._body: QWidget | None = None
        self._pages: tuple[Page, ...] = ()
        self.contents = QListWidget()
        self._furnish()
        self.contents.setCurrentRow(0)
        em = self.fontMetrics().horizontalAdvance("m")
        take_size(self, max(760, em * 62), max(540, em * 44))

    @property
    def value(self) -> Preferences:
        """The preferences as they are shown."""
        return self._value

    def page(self) -> Page:
        """Return the page that is shown."""
        return self._pages[self.contents.currentRow()]

    def go_to(self, name: str) -> None:
        """Show a page by its object name."""
        names = [page.objectName() for page in self._pages]
        self.contents.setCurrentRow(names.index(name))

    def offer_pipelines(self, found: Sequence[Installed]) -> None:
        """Take what trained pipelines are installed: known only once it was looked up."""
        self._installed = found
        for page in self._pages:
            if isinstance(page, PipelinesPage):
                page.offer(found)

    def speak_anew(self) -> None:
        """Say everything again, in the language that is spoken now; page and keyboard stay."""
        row = self.contents.currentRow()
        name = objects_name(self.focusWidget())
        self._furnish()
        self.contents.setCurrentRow(row)
        again = self.findChild(QWidget, name) if name else None
        if isinstance(again, QWidget):
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, value: Preferences) -> None:
        """Take a choice from a page."""
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _restore(self) -> None:
        """Take the defaults, or take that back."""
        if self._before is None:
            self._before, value = self._value, self._value.restored()
        else:
            value, self._before = self._before, None
        self._say_restore()
        self.take(value)
        for page in self._pages:
            page.show_value(value)

    def _say_restore(self) -> None:
        if self._before is None:
            self._restoring.setText(self.tr("Restore &defaults"))
            self._restoring.setToolTip(self.tr("Set everything on all pages back to how the program came"))
        else:
            self._restoring.setText(self.tr("Take &that back"))
            self._restoring.setToolTip(self.tr("Set everything to how it was before"))

    # Building ---------------------------------------------------------------------------------

    def _furnish(self) -> None:
        """Put everything in; what stood there before goes."""
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.setObjectName("")
            for child in self._body.findChildren(QWidget):
                child.setObjectName("")
            self._body.deleteLater()
        self.setWindowTitle(self.tr("Preferences"))
        self._body = QWidget(self)
        self._pages = (
            GeneralPage(self._value, self.take, self._body),
            ColoursPage(self._value, self.take, self._body),
            TextPage(self._value, self.take, self._body),
            ShownPage(self._value, self.take, self._body),
            KeysPage(self._value, self.take, self._body),
            PipelinesPage(self._value, self.take, self._body),
        )
        for page in self._pages:
            page.current = lambda: self._value
        if self._installed is not None:
            self.offer_pipelines(self._installed)
        stack = QStackedWidget(self._body)
        for page in self._pages:
            stack.addWidget(_scrolled(page))
        self.contents = self._make_contents(self._body)
        self.contents.currentRowChanged.connect(stack.setCurrentIndex)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(stack, 1)
        right.addLayout(self._make_foot(self._body))
        across = QHBoxLayout(self._body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.contents)
        across.addLayout(right, 1)
        self._layout.addWidget(self._body)

    def _make_contents(self, parent: QWidget) -> QListWidget:
        contents = QListWidget(parent)
        contents.setObjectName("preferences_contents")
        contents.setAccessibleName(self.tr("Pages"))
        contents.setFrameShape(QFrame.Shape.NoFrame)
        contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        contents.addItems([page.title() for page in self._pages])
        widest = max(contents.fontMetrics().horizontalAdvance(page.title()) for page in self._pages)
        contents.setFixedWidth(max(contents.fontMetrics().horizontalAdvance("m") * CONTENTS_EMS, widest + 48))
        return contents

    def _make_foot(self, parent: QWidget) -> QHBoxLayout:
        self._restoring = QPushButton(parent)
        self._restoring.setObjectName("restore_defaults")
        self._restoring.setAutoDefault(False)
        self._restoring.clicked.connect(self._restore)
        self._say_restore()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 20, 16)
        foot.addWidget(self._restoring)
        foot.addStretch(1)
        foot.addWidget(buttons)
        return foot


def objects_name(widget: QWidget | None) -> str:
    """Return the name of a widget, if there is one."""
    return widget.objectName() if widget is not None else ""


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
