"""How states and marks look in documents that are made without a style sheet: sign and word before colour."""

from dataclasses import dataclass

from reconciler.export.blocks import Report, Table


@dataclass(frozen=True, slots=True)
class Look:
    """The sign that stands before a state's word, the colour of the word, and what lies behind its cell."""

    sign: str = ""
    ink: str = "#22252A"
    ground: str | None = None


INK, QUIET, LINE, LINK, PAPER = "#22252A", "#5F656E", "#E2E0DA", "#0B5FA5", "#FAF9F7"
DIFFERS_GROUND, SHARED_INK, DIFFERS_INK = "#FBE7BF", "#00674C", "#7A4B00"
WARNING_GROUND, WARNING_LINE = "#FBF0DA", "#C27A00"
SANS = ("Noto Sans", "Segoe UI", "Arial", "DejaVu Sans")
SERIF = ("Noto Serif", "Georgia", "DejaVu Serif")
MONO = ("DejaVu Sans Mono", "Consolas", "monospace")

_MANY = 6
"""Columns from which on the claims give some of their width to the sources."""
_MOST_UPRIGHT = 3
"""Sources up to which a page stands upright: the table of claims has a column for each."""
_GREEN, _AMBER, _BLUE = "#00674C", "#8A5700", "#34648F"
_LOOKS = {
    "says": Look("●", _GREEN, "#EFF8F4"),
    "attributed": Look("◐", _AMBER, "#FDF6E8"),
    "hedged": Look("◔", _AMBER, "#FDF6E8"),
    "says-otherwise": Look("■", "#A3221B", "#FCEBE9"),
    "silent": Look("○", QUIET),
    "searched": Look("◎", QUIET),
    "open": Look("?", _BLUE),
    "confirmed": Look("✓", _GREEN),
    "rejected": Look("✗", "#A3221B"),
    "unsure": Look("?", "#6F5290"),
    "proposed": Look("…", _BLUE),
    "finding": Look("▲", _AMBER),
    "contradicts": Look("≠", "#A3221B"),
}
_FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def look_of(state: str) -> Look:
    """Return how a state looks; one that has no look of its own is plain."""
    return _LOOKS.get(state, Look())


def is_from_the_right(language: str | None) -> bool:
    """Whether a language is written from the right to the left."""
    return language in _FROM_THE_RIGHT


def widths(role: str, columns: int) -> tuple[float, ...]:
    """Return which share of the page each column of a table of a role has."""
    fixed = {
        "sources": (0.07, 0.93),
        "findings": (0.12, 0.24, 0.32, 0.32),
        "decisions": (0.2, 0.13, 0.14, 0.27, 0.26),
    }.get(role, ())
    if len(fixed) == columns:
        return fixed
    if role == "claims" and columns > 1:
        first = 0.28 if columns <= _MANY else 0.18
        return (first, *((1 - first) / (columns - 1) for _ in range(columns - 1)))
    return tuple(1 / columns for _ in range(columns))


def is_upright(report: Report) -> bool:
    """Whether a report's tables have room on pages that stand upright."""
    claims = (each for each in report.blocks if isinstance(each, Table) and each.role == "claims")
    return max((len(each.head) - 1 for each in claims), default=0) <= _MOST_UPRIGHT
