"""Where the analyst was: kept in the case file, so that a case reopens as it was left."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class ViewState:
    """The window's state for one case. `geometry` and `columns` are Qt's own bytes, base 64.

    `scroll` is what the panes said of their positions; `differs` holds the kinds of difference that
    the queue is filtered by, `facets` what else its matches are asked for (`review.narrowing`),
    `signal_kinds` the kinds that are underlined when `signals` is on. `view` is one of `gui.views.View`,
    `claims` what the claims view said of itself (`ClaimsView.place`).
    """

    match: int | None = None
    filter: str = ""
    order: str = ""
    search: str = ""
    focus: str = ""
    sources: tuple[int, ...] = ()
    scroll: tuple[int, ...] = ()
    text_size: float = 0.0
    linked_scrolling: bool = True
    overview: bool = True
    focus_mode: bool = False
    differs: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    signals: bool = False
    signal_kinds: tuple[str, ...] = ()
    geometry: str = ""
    columns: str = ""
    view: str = ""
    claims: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the state as JSON text."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | None) -> Self:
        """Read a state; whatever is missing or not of its type takes its default, as in a foreign file."""
        try:
            raw = json.loads(text) if text else {}
        except (ValueError, RecursionError):
            raw = {}
        if not isinstance(raw, dict):
            return cls()
        return cls(**_checked(raw))  # type: ignore[arg-type]  # each value has the type of its default


def _checked(raw: Mapping[str, object]) -> dict[str, object]:
    kept: dict[str, object] = {}
    for one in fields(ViewState):
        value = raw.get(one.name)
        match one.name:
            case "match":
                kept["match"] = value if isinstance(value, int) else None
            case "sources" | "scroll":
                kept[one.name] = tuple(number for number in _items(value) if isinstance(number, int))
            case "differs" | "facets" | "signal_kinds" | "claims":
                kept[one.name] = tuple(word for word in _items(value) if isinstance(word, str))
            case "text_size":
                number = value if isinstance(value, int | float) else 0.0
                kept["text_size"] = number if 6 <= number <= 48 else 0.0
            case _:
                if isinstance(value, type(one.default)):
                    kept[one.name] = value
    return kept


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []
