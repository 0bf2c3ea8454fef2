"""Reasons and differences as the JSON text in which a case file keeps them."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

from reconciler.alignment.differences import strength
from reconciler.model import Difference, Outcome, Reason, Span

_NONE = "[]"
_NUMBER = r"-?[0-9]{1,18}+(?:\.[0-9]{1,25}+)?+(?:e[+-][0-9]{1,3}+)?+"
_SPANS = r"\[(?:\[[0-9]{1,9}+,[0-9]{1,9}+\](?:,(?=\[)|(?=\])))*+\]"
_FORM = re.compile(
    r"\[(?:\{"
    rf'"name":"[a-z_]{{1,40}}+","value":{_NUMBER},"left":{_SPANS},"right":{_SPANS}'
    r"\}(?:,(?=\{)|(?=\])))*+\]"
)


def encode(reasons: Sequence[Reason]) -> str:
    """Return the reasons of a match with the words they speak of: ``matches.evidence``."""
    if isinstance(reasons, KeptReasons):
        return reasons.text
    return _compact(
        [
            {
                "name": reason.name,
                "value": reason.value,
                "left": [[span.start, span.end] for span in reason.left],
                "right": [[span.start, span.end] for span in reason.right],
            }
            for reason in reasons
        ]
    )


def encode_values(reasons: Sequence[Reason]) -> str:
    """Return names and values alone: ``decisions.evidence``, what stood when the decision was made."""
    return _compact([{"name": reason.name, "value": reason.value} for reason in reasons])


def encode_differences(differences: Sequence[Difference]) -> str:
    """Return what differs or is missing, the strongest first: ``decisions.differences``."""
    return _compact(
        [
            {
                "kind": each.kind.value,
                "left": each.left,
                "right": each.right,
                "outcome": each.outcome.value,
                "cause": each.cause,
                "strength": strength(each),
            }
            for each in differences
            if each.outcome is not Outcome.AGREES
        ]
    )


def turned_differences(text: str | None) -> str | None:
    """Return what `encode_differences` wrote with the sides changed over.

    Raises:
        ValueError, KeyError, TypeError: it is not what that writes.
    """
    if text is None:
        return None
    return _compact([{**each, "left": each["right"], "right": each["left"]} for each in json.loads(text)])


class KeptReasons(Sequence[Reason]):
    """The reasons of a match as a case file has them (`text`), read whenever they are asked for.

    A large case has hundreds of thousands, of which an analyst looks at one match's at a time; in words
    they take a third of the memory.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def all(self) -> tuple[Reason, ...]:
        """The reasons themselves."""
        return _taken_apart(self.text)

    def __iter__(self) -> Iterator[Reason]:
        """Give each reason."""
        return iter(self.all)

    @overload
    def __getitem__(self, place: int) -> Reason: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Reason, ...]: ...
    def __getitem__(self, place: int | slice) -> Reason | tuple[Reason, ...]:
        """Return one reason, or some."""
        return self.all[place]

    def __len__(self) -> int:
        """Return how many reasons there are."""
        return len(self.all)

    def __eq__(self, other: object) -> bool:
        """Whether these are the same reasons, wherever they come from."""
        if isinstance(other, KeptReasons):
            return self.text == other.text or self.all == other.all
        return self.all == other

    def __hash__(self) -> int:
        """Return the same as for the reasons themselves."""
        return hash(self.all)

    def __repr__(self) -> str:
        """Return the reasons themselves."""
        return repr(self.all)


def as_kept(reasons: Sequence[Reason]) -> Sequence[Reason]:
    """Return reasons in the form in which a case keeps them."""
    return reasons if isinstance(reasons, KeptReasons) else decode(encode(reasons))


def decode(text: str) -> Sequence[Reason]:
    """Return the reasons that `encode` wrote.

    What has the very form that `encode` gives it is kept as it is and taken apart when asked for.

    Raises:
        ValueError, KeyError, TypeError: the text is not what `encode` writes.
    """
    if text == _NONE:
        return ()
    return KeptReasons(text) if _FORM.fullmatch(text) else _taken_apart(text)


@lru_cache(maxsize=4)  # whoever shows a match asks for its reasons several times over
def _taken_apart(text: str) -> tuple[Reason, ...]:
    return tuple(
        [
            Reason(item["name"], item["value"], _spans(item["left"]), _spans(item["right"]))
            for item in json.loads(text)
        ]
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple([Span(start, end) for start, end in pairs])


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
