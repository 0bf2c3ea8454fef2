"""The report's own words, in French or English: data beside the code, one file a language."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from reconciler.export.plain import one_line
from reconciler.export.values import Extent, Share
from reconciler.model import Difference
from reconciler.resources import resource_path

LANGUAGES = ("en", "fr")

_QUOTES = tuple('"“”„«»')
_OF_A_KIND = (
    "contradiction", "revision", "other_scope", "rounding", "bound", "coarser", "other_source",
    "quote_paraphrased",
)  # fmt: skip
"""Causes that do not say in what kind of signal the two differ."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, by the keys of its file."""

    language: str
    months: tuple[str, ...]
    method: tuple[str, ...]
    _texts: Mapping[str, str] = field(repr=False)

    def __call__(self, key: str, **facts: object) -> str:
        """Return the words for a key with its facts filled in."""
        return self._texts[key].format(**facts) if facts else self._texts[key]

    def count(self, key: str, n: int) -> str:
        """Return the words for a key in the number that goes with `n`."""
        alone = n == 1 or (n == 0 and self.language == "fr")
        chosen = f"{key}_{'one' if alone else 'many'}"
        return self._texts[chosen if chosen in self._texts else key].format(n=n)

    def quoted(self, text: str) -> str:
        """Return the text in quotation marks, which one that is a quote has already."""
        if text[:1] in _QUOTES and text[-1:] in _QUOTES:
            return text
        return f"{self('quote_open')}{text}{self('quote_close')}"

    def date(self, iso: str) -> str:
        """Return an ISO 8601 date, as precise as it is: ``2023-06`` is June 2023."""
        day, _, time = iso.partition("T")
        parts = day.split("-")
        words = [self.months[int(parts[1]) - 1]] if len(parts) > 1 else []
        if len(parts) > 2:
            number = int(parts[2])
            words.insert(0, "1er" if number == 1 and self.language == "fr" else str(number))
        return ", ".join(filter(None, (" ".join((*words, parts[0])), time)))

    def moment(self, iso: str) -> str:
        """Return a moment of the journal for reading: ``24 November 2026, 00:30:05``."""
        return f"{self.date(iso[:10])}, {iso[11:19]}"

    def stamp(self, iso: str) -> str:
        """Return a moment of the journal for sorting: ``2026-11-24 00:30:05``."""
        return iso[:19].replace("T", " ")

    def shares(self, shares: Iterable[Share]) -> str:
        """Return how many matches there are of each group."""
        parts = [self.count(f"group_{share.group}", share.count) for share in shares]
        return ", ".join(parts) or self("none")

    def extent(self, extent: Extent) -> str:
        """Return what is in an export and what is left out, in two sentences."""
        out = self("left_out", left_out=self.shares(extent.left_out)) if extent.left_out else ""
        return (
            f"{self('in_and_out', included=self.shares(extent.included))} {out or self('nothing_left_out')}"
        )

    def difference_name(self, difference: Difference) -> str:
        """Return what kind of difference it is: ``attribution lost``."""
        kind = self(f"kind_{difference.kind}")
        if difference.cause is None:
            return self("other", kind=kind)
        cause = self(f"cause_{difference.cause}")
        return self("conflict", kind=kind, cause=cause) if difference.cause in _OF_A_KIND else cause

    def difference(self, difference: Difference, longest: int | None = None) -> str:
        """Return what differs, with both sides: ``attribution lost: “selon le ministère” | nothing``.

        `longest` is how many characters of a side are shown: a quote can be a paragraph.
        """
        sides = self.sides(difference.left, difference.right, longest)
        return one_line(f"{self.difference_name(difference)}{self('colon')}{sides}")

    def sides(self, left: str | None, right: str | None, longest: int | None = None) -> str:
        """Return the words of both sides, each in quotation marks: ``“twelve” | “fifteen”``."""
        sides = (self.quoted(short(side, longest)) if side else self("nothing") for side in (left, right))
        return " | ".join(sides)


@cache
def words(language: str) -> Words:
    """Return the words of one of `LANGUAGES`."""
    with resource_path("export", f"{language}.toml").open("rb") as file:
        read = tomllib.load(file)
    texts = {key: value for key, value in read.items() if isinstance(value, str)}
    return Words(language, tuple(read["months"]), tuple(read["method_text"]), texts)


def short(text: str, longest: int | None) -> str:
    """Return at most so many characters of a text, with an ellipsis where some are left out."""
    return text if longest is None or len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
