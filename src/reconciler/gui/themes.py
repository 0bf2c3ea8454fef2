"""Which colours the window takes: those that were chosen, or those that go with the desktop."""

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from reconciler.gui.theme import StateStyle, Theme, dark, light
from reconciler.model import SignalKind
from reconciler.settings import Preferences, ThemeChoice


def chosen_theme(preferences: Preferences) -> Theme:
    """Return the theme that is set, or the one that goes with the desktop as it is now."""
    hints = QApplication.styleHints()
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    wants_contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    match preferences.theme:
        case ThemeChoice.LIGHT:
            theme = light()
        case ThemeChoice.DARK:
            theme = dark()
        case ThemeChoice.CONTRAST:
            theme = high_contrast(dark=is_dark)
        case ThemeChoice.SYSTEM if wants_contrast:
            theme = high_contrast(dark=is_dark)
        case ThemeChoice.SYSTEM:
            theme = dark() if is_dark else light()
    return theme if preferences.safe_colours else familiar(theme)


class DesktopColours(QObject):
    """Tells when the desktop takes other colours, for as long as its parent lives.

    The desktop's hints outlive every window; a function connected to them would keep its window for ever.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._tell)
        hints.accessibility().contrastPreferenceChanged.connect(self._tell)

    def _tell(self, _now: object) -> None:
        self.changed.emit()


def high_contrast(*, dark: bool) -> Theme:
    """Return a theme in which all text stands out by 7 to 1 and every line by 4.5 to 1."""
    return _contrast_dark() if dark else _contrast_light()


def familiar(theme: Theme) -> Theme:
    """Return a theme with green for confirmed and red for rejected.

    Readers who don't tell red from green have icon, line and word alone to go by.
    """
    c = QColor
    if theme.dark:
        green, red, violet = c("#7CCB6A"), c("#F28B82"), c("#C7A6E8")
        fills = (c("#22361C"), c("#43282A"), c("#372D45"))
    elif theme.contrast:
        green, red, violet = c("#1B5E12"), c("#8E1212"), c("#4F2A7F")
        fills = (theme.page,) * 3
    else:
        green, red, violet = c("#2B7A1F"), c("#B02A2A"), c("#6B4AA0")
        fills = (c("#E6F4E1"), c("#FBE7E6"), c("#F0EAF8"))
    if theme.contrast:
        fills = (theme.page,) * 3
    styles = (theme.confirmed, theme.rejected, theme.unsure)
    confirmed, rejected, unsure = (
        replace(style, ink=ink, fill=fill)
        for style, ink, fill in zip(styles, (green, red, violet), fills, strict=True)
    )
    return replace(theme, confirmed=confirmed, rejected=rejected, unsure=unsure)


def _contrast_light() -> Theme:
    c = QColor
    page = c("#FFFFFF")
    return replace(
        light(),
        contrast=True,
        text=c("#000000"),
        quiet=c("#2E2E2E"),
        ground=page,
        page=page,
        raised=c("#F2F2F2"),
        line=c("#5E5E5E"),
        accent=c("#003C8F"),
        accent_fill=c("#D6E6FF"),
        mark=c("#BFD8FF"),
        differs=c("#5C3800"),
        differs_fill=c("#FFF3D1"),
        alarm=c("#8B0000"),
        alarm_fill=c("#FFE3E0"),
        proposed=StateStyle(c("#1B4570"), page, Qt.PenStyle.DashLine, "proposed"),
        confirmed=StateStyle(c("#00513B"), page, Qt.PenStyle.SolidLine, "confirmed"),
        rejected=StateStyle(c("#7A2E0E"), page, Qt.PenStyle.SolidLine, "rejected"),
        unsure=StateStyle(c("#50306B"), page, Qt.PenStyle.DotLine, "unsure"),
        sources=_hues(
            *("#0B3F86", "#5A2378", "#00543F", "#6B3A07", "#2F3A48", "#7A1B38"),
            *("#481803", "#625167", "#123104", "#903773", "#52073E", "#9D3629"),
        ),
        signals=_signals("#2F3A48", "#4F4300", "#0A4A85", "#00513B", "#6E2F00", "#73194B", "#432A7A"),
    )


def _contrast_dark() -> Theme:
    c = QColor
    page = c("#000000")
    return replace(
        dark(),
        contrast=True,
        text=c("#FFFFFF"),
        quiet=c("#DADADA"),
        ground=page,
        page=page,
        raised=c("#1C1C1C"),
        line=c("#9A9A9A"),
        accent=c("#8CCBFF"),
        accent_fill=c("#0B3358"),
        on_accent=page,
        mark=c("#17456F"),
        differs=c("#FFD27A"),
        differs_fill=c("#3A2B05"),
        alarm=c("#FFB3AD"),
        alarm_fill=c("#4A1210"),
        proposed=StateStyle(c("#B5D5F5"), page, Qt.PenStyle.DashLine, "proposed"),
        confirmed=StateStyle(c("#7FEBC6"), page, Qt.PenStyle.SolidLine, "confirmed"),
        rejected=StateStyle(c("#FFBE9E"), page, Qt.PenStyle.SolidLine, "rejected"),
        unsure=StateStyle(c("#DDC6F0"), page, Qt.PenStyle.DotLine, "unsure"),
        sources=_hues(
            *("#A8D0FF", "#E0BFF5", "#8FE5CD", "#F7C391", "#CBD6E4", "#FFB3C6"),
            *("#57A858", "#0EA5E1", "#B08F92", "#AA92F3", "#C7A01E", "#E3EF7C"),
        ),
        signals=_signals("#CBD6E4", "#EFE27A", "#A3D3FF", "#7FEBC6", "#FFBE8C", "#FFB3DA", "#D3C4FF"),
    )


def _hues(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


def _signals(*names: str) -> MappingProxyType[SignalKind, QColor]:
    return MappingProxyType(dict(zip(SignalKind, _hues(*names), strict=True)))
