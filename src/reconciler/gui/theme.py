"""The design's tokens, light and dark, and how each state of a match looks.

State is never told by colour alone: each has an icon, a line style and a word as well
(`messages.state_word`). The hues keep apart for colour-blind readers (blue, bluish green,
vermilion, purple, orange after Okabe and Ito, "Color Universal Design", 2008).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from reconciler.model import SignalKind, Standing, Verdict


class MatchState(StrEnum):
    """What is shown of a match: its verdict, or that there is none yet."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"

    @staticmethod
    def of(standing: Standing) -> "MatchState":
        """Return the state that a match with this standing is in."""
        match standing.verdict:
            case None:
                return MatchState.PROPOSED
            case Verdict.CONFIRMED:
                return MatchState.CONFIRMED
            case Verdict.REJECTED:
                return MatchState.REJECTED
            case Verdict.UNSURE:
                return MatchState.UNSURE

    @staticmethod
    def by_verdict() -> "dict[Verdict | None, MatchState]":
        """Return the state of each verdict, for who looks at thousands of matches."""
        return {verdict: MatchState.of(Standing(verdict)) for verdict in (None, *Verdict)}


@dataclass(frozen=True, slots=True)
class StateStyle:
    """How one state looks: `ink` for text, bars and icons on `fill`, and the line of its ribbon."""

    ink: QColor
    fill: QColor
    line: Qt.PenStyle
    icon: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of the window. `ground` lies behind everything, `page` behind articles and lists.

    `contrast` is true for colours of which none is quiet.
    """

    dark: bool
    text: QColor
    quiet: QColor
    ground: QColor
    page: QColor
    raised: QColor
    line: QColor
    accent: QColor
    accent_fill: QColor
    on_accent: QColor
    mark: QColor
    differs: QColor
    differs_fill: QColor
    alarm: QColor
    alarm_fill: QColor
    proposed: StateStyle
    confirmed: StateStyle
    rejected: StateStyle
    unsure: StateStyle
    sources: tuple[QColor, ...]
    signals: Mapping[SignalKind, QColor]
    contrast: bool = False

    def state(self, state: MatchState) -> StateStyle:
        """Return the look of a state."""
        match state:
            case MatchState.PROPOSED:
                return self.proposed
            case MatchState.CONFIRMED:
                return self.confirmed
            case MatchState.REJECTED:
                return self.rejected
            case MatchState.UNSURE:
                return self.unsure

    def source(self, index: int) -> QColor:
        """Return the hue of the source that stands at `index` (from 0) in the case."""
        return self.sources[index % len(self.sources)]


def light() -> Theme:
    """Return the theme for a light desktop."""
    c = QColor
    return Theme(
        dark=False,
        text=c("#22252A"),
        quiet=c("#666B73"),
        ground=c("#F6F5F2"),
        page=c("#FFFFFF"),
        raised=c("#EFEDE8"),
        line=c("#E2E0DA"),
        accent=c("#0B5FA5"),
        accent_fill=c("#DCEBF8"),
        on_accent=c("#FFFFFF"),
        mark=c("#D3E5F5"),
        differs=c("#8F5A00"),
        differs_fill=c("#FBF0DA"),
        alarm=c("#B3261E"),
        alarm_fill=c("#FBE4E2"),
        proposed=StateStyle(c("#3A6A96"), c("#EBF1F7"), Qt.PenStyle.DashLine, "proposed"),
        confirmed=StateStyle(c("#00795C"), c("#E3F3EC"), Qt.PenStyle.SolidLine, "confirmed"),
        rejected=StateStyle(c("#A84A22"), c("#F9ECE6"), Qt.PenStyle.SolidLine, "rejected"),
        unsure=StateStyle(c("#76558F"), c("#F2ECF6"), Qt.PenStyle.DotLine, "unsure"),
        sources=_hues(
            *("#2F6DB5", "#8A55A8", "#27836C", "#A86327", "#5B6675", "#A8455F"),
            *("#04510E", "#703500", "#47358D", "#791C55", "#696713", "#19485B"),
        ),
        signals=_signals("#5B6675", "#75640A", "#1F6FB2", "#00795C", "#A34E12", "#A23A72", "#6A4FA3"),
    )


def dark() -> Theme:
    """Return the theme for a dark desktop."""
    c = QColor
    return Theme(
        dark=True,
        text=c("#E6E4DF"),
        quiet=c("#A3A7AD"),
        ground=c("#1B1D20"),
        page=c("#232629"),
        raised=c("#2E3236"),
        line=c("#3A3E43"),
        accent=c("#7DB8EC"),
        accent_fill=c("#20405C"),
        on_accent=c("#10202E"),
        mark=c("#2C4F6E"),
        differs=c("#E8B45A"),
        differs_fill=c("#41351D"),
        alarm=c("#F2938C"),
        alarm_fill=c("#4A2624"),
        proposed=StateStyle(c("#8DB6DC"), c("#29333D"), Qt.PenStyle.DashLine, "proposed"),
        confirmed=StateStyle(c("#5FC7A5"), c("#1F3A32"), Qt.PenStyle.SolidLine, "confirmed"),
        rejected=StateStyle(c("#E79A76"), c("#40302A"), Qt.PenStyle.SolidLine, "rejected"),
        unsure=StateStyle(c("#C3A5DA"), c("#382F40"), Qt.PenStyle.DotLine, "unsure"),
        sources=_hues(
            *("#7DB0E8", "#C39ADB", "#6CC7AE", "#E0A36B", "#A9B4C2", "#E08CA3"),
            *("#829821", "#BFD869", "#5F9895", "#FEBCCF", "#D87248", "#27E3FD"),
        ),
        signals=_signals("#A9B4C2", "#D8C95A", "#7DB8EC", "#5FC7A5", "#F0A468", "#EE93C2", "#BCA6F0"),
    )


def _hues(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


def _signals(*names: str) -> Mapping[SignalKind, QColor]:
    """Return a hue for each kind of signal, in the order of the kinds."""
    return MappingProxyType(dict(zip(SignalKind, _hues(*names), strict=True)))


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme, so that what no style sheet names fits as well."""
    p = QPalette()
    role = QPalette.ColorRole
    for which, color in (
        (role.Window, theme.ground),
        (role.WindowText, theme.text),
        (role.Base, theme.page),
        (role.AlternateBase, theme.ground),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.quiet),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.Mid, theme.line),
        (role.Light, theme.page),
        (role.Dark, theme.line),
    ):
        p.setColor(which, color)
    for which in (role.WindowText, role.Text, role.ButtonText):
        p.setColor(QPalette.ColorGroup.Disabled, which, theme.quiet)
    return p
