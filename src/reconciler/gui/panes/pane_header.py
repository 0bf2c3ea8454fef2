"""What a pane says of its source above the article: letter, outlet, title, date, what is linked."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reconciler.gui import messages
from reconciler.gui.panes.arranging import FEWEST
from reconciler.gui.source_messages import language_words
from reconciler.gui.theme import Theme
from reconciler.model import Source, SourceId, Version


class ElidedLabel(QLabel):
    """One line of plain text that ends in an ellipsis when there is no room, and then says all in its tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return one line's height; any width will do."""
        return QSize(24, self.fontMetrics().height())

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text."""
        super().setText(text)
        self._tell_all()

    def _tell_all(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        # A tip may be taken for markup; escaped, it is read as the characters it is.
        self.setToolTip(f"<qt>{html.escape(self.text())}</qt>" if cut else "")
        # Without it a screen reader would be given the tip, with its tags.
        self.setAccessibleDescription(self.text() if cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew whether all of the text fits."""
        super().resizeEvent(event)
        self._tell_all()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)
        painter.end()


class Badge(QWidget):
    """A source's letter on its hue."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter = ""
        self._index = 0
        self._theme: Theme | None = None
        self.setFixedSize(22, 22)

    def show_letter(self, letter: str, index: int, theme: Theme) -> None:
        """Show the letter of the source that stands at `index` in the case."""
        self._letter, self._index, self._theme = letter, index, theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the badge."""
        if self._theme is None or not self._letter:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.source(self._index))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setFont(ui_font(9.5, bold=True))
        painter.setPen(self._theme.page)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()


class PaneHeader(QWidget):
    """Letter, outlet, title, date, language, and how many statements are linked."""

    chosen = Signal(object)
    version_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source: Source | None = None
        self._index = 0
        self.setAutoFillBackground(True)
        self.badge = Badge(self)
        self.outlet = ElidedLabel(self)
        self.title = ElidedLabel(self)
        self.facts = ElidedLabel(self)
        self.linked = QLabel(self)
        self.linked.setTextFormat(Qt.TextFormat.PlainText)
        self.choose = QToolButton(self)
        self.choose.setArrowType(Qt.ArrowType.DownArrow)
        self.choose.setAutoRaise(True)
        # The arrow says it already.
        self.choose.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setToolTip(self.tr("Show another source here"))
        self.choose.setAccessibleName(self.tr("Show another source here"))
        self._menu = QMenu(self.choose)
        self.choose.setMenu(self._menu)
        self.version_actions: tuple[QAction, ...] = ()
        self.pane_actions: tuple[QAction, ...] = ()
        self.version = QToolButton(self)
        self.version.setAutoRaise(True)
        self.version.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.version.setToolTip(self.tr("Versions of this source, and what changed"))
        self._versions = QMenu(self.version)
        self.version.setMenu(self._versions)
        self.version.hide()
        self._arrange()
        self.set_theme(theme)

    def _arrange(self) -> None:
        self.outlet.setFont(ui_font(10.5, bold=True))
        self.title.setFont(ui_font(10))
        self.facts.setFont(ui_font(8.5))
        self.linked.setFont(ui_font(9, bold=True))
        self.version.setFont(ui_font(8.5))
        self.version.setStyleSheet(
            "QToolButton { padding: 0 2px; } QToolButton::menu-indicator { image: none; }"
        )
        # As high as the words beside it: articles with and without versions begin level.
        self.version.setFixedHeight(self.facts.fontMetrics().height())
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.badge)
        first.addWidget(self.outlet, 1)
        first.addWidget(self.choose)
        first.addWidget(self.linked)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(3)
        self.column.addLayout(first)
        self.column.addWidget(self.title)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.facts, 1)
        last.addWidget(self.version)
        self.column.addLayout(last)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.page)
        palette.setColor(QPalette.ColorRole.WindowText, theme.text)
        self.setPalette(palette)
        quiet = self.palette()
        quiet.setColor(QPalette.ColorRole.WindowText, theme.quiet)
        for label in (self.facts, self.linked):
            label.setPalette(quiet)
        if self._source is not None:
            self.badge.show_letter(self._source.letter, self._index, theme)

    def show_source(self, source: Source, index: int, statements: int) -> None:
        """Say what a source is; it stands at `index` in the case."""
        self._source, self._index = source, index
        self.badge.show_letter(source.letter, index, self._theme)
        self.outlet.setText(source.outlet or self.tr("Outlet not stated"))
        self.title.setText(source.title or self.tr("Without a title"))
        facts = (
            messages.source_date(source),
            language_words(source.language),
            self.tr("%n statement(s)", "", statements),
        )
        self.facts.setText(" · ".join(facts))
        self.setAccessibleName(
            self.tr("Source {letter}: {title}").format(letter=source.letter, title=source.title or "")
        )
        self.setAccessibleDescription(self.facts.text())
        self.choose.setAccessibleName(
            self.tr("Show another source in the place of source {letter}").format(letter=source.letter)
        )

    def show_linked(self, linked: int, matched: int) -> None:
        """Say how many of the statements that can be matched are."""
        self.linked.setText(self.tr("{linked} of {all} linked").format(linked=linked, all=matched))

    def offer_versions(self, versions: Sequence[Version], shown: Version | None) -> None:
        """Offer the versions of the source, where it has several, and say which one is shown."""
        self._versions.clear()
        self.version.setVisible(len(versions) > 1)
        if len(versions) < 2 or shown is None:
            return
        number = next(place for place, each in enumerate(versions, 1) if each.number == shown.number)
        words = self.tr("Version {number} of {all}").format(number=number, all=len(versions))
        self.version.setText(f"{words} ▾")
        self.version.setAccessibleName(words)
        for place, each in enumerate(versions, 1):
            words = self.tr("Version {number}, imported {time}").format(
                number=place, time=messages.local_time(each.imported_at)
            )
            action = self._versions.addAction(words)
            action.setCheckable(True)
            action.setChecked(each.number == shown.number)
            action.triggered.connect(lambda _=False, which=each.number: self.version_chosen.emit(which))
        if self.version_actions:
            self._versions.addSeparator()
            self._versions.addActions(list(self.version_actions))
        if not shown.is_present:
            self.linked.setText(self.tr("former version"))
            facts = (
                self.tr("To be read only"),
                self.tr("%n statement(s)", "", len(shown.statements)),
            )
            self.facts.setText(" · ".join(facts))

    def offer(self, sources: Sequence[Source], shown: Sequence[SourceId], pane: int) -> None:
        """Offer other sources to show here, by their letters; those in other panes change places with it."""
        self._menu.clear()
        self.choose.setVisible(len(sources) > FEWEST)
        for source in sources:
            name = (source.outlet or source.title or source.name).replace("&", "&&")
            text = f"&{source.letter} · {name}"
            if source.id in shown and shown.index(source.id) != pane:
                text = self.tr("{source} (changes places)").format(source=text)
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(source.id == shown[pane])
            action.setEnabled(source.id != shown[pane])
            action.triggered.connect(lambda _=False, which=source.id: self.chosen.emit(which))
        self._menu.addSeparator()
        self._menu.addActions(list(self.pane_actions))

    def open_choice(self) -> bool:
        """Open the menu of sources below the letter; False where there is none to choose."""
        if self.choose.isHidden():
            return False
        self._menu.popup(self.mapToGlobal(self.badge.geometry().bottomLeft()))
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under the header."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.line)
        painter.end()


def ui_font(points: float, *, bold: bool = False) -> QFont:
    """Return the window's own face in a size."""
    font = QApplication.font()
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
