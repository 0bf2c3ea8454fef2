"""Reasons and differences as the JSON text in which a case file keeps them."""

import json
from collections.abc import Callable, Sequence
from functools import cache

from reconciler.alignment.differences import strength
from reconciler.model import Difference, Outcome, Reason, Span

Decoder = Callable[[str], tuple[Reason, ...]]
"""Reads what `encode` wrote."""


def encode(reasons: Sequence[Reason]) -> str:
    """Return the reasons of a match with the words they speak of: ``matches.evidence``."""
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


def decoder() -> Decoder:
    """Return a function that reads what `encode` wrote, for all the matches of a case.

    Equal spans become one value: a large case has millions of them, few of which differ. The
    function raises ValueError, KeyError or TypeError when a text is not what `encode` writes.
    """
    span = cache(Span)
    parse = json.JSONDecoder().decode

    def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
        return tuple([span(start, end) for start, end in pairs]) if pairs else ()

    def decode(text: str) -> tuple[Reason, ...]:
        return tuple(
            [
                Reason(item["name"], item["value"], spans(item["left"]), spans(item["right"]))
                for item in parse(text)
            ]
        )

    return decode


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
