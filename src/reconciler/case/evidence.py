"""Reasons as the JSON text in which a case file keeps them."""

import json
from collections.abc import Sequence

from reconciler.model import Reason, Span


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


def decode(text: str) -> tuple[Reason, ...]:
    """Return what `encode` wrote.

    Raises:
        ValueError, KeyError, TypeError: the text is not what `encode` writes.
    """
    return tuple(
        Reason(item["name"], float(item["value"]), _spans(item["left"]), _spans(item["right"]))
        for item in json.loads(text)
    )


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple([Span(start, end) for start, end in pairs])


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
