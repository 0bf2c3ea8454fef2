"""Finding words the way people type them: case, accents and typographic signs make no difference."""

import unicodedata
from dataclasses import dataclass

from reconciler.model import Span

_ALIKE = {
    **dict.fromkeys("’‘ʼ‛′`´", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "\u00ad": "",
    "…": "...",
    "œ": "oe",
    "æ": "ae",
}


class _Folds(dict[int, str]):
    """What each character is folded to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        parts = _ALIKE.get(character) or unicodedata.normalize("NFKD", character.casefold())
        folded = "".join(_ALIKE.get(part, part) for part in parts if not unicodedata.combining(part))
        self[code] = " " if character.isspace() else folded
        return self[code]


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is searched; `origins[i]` is the index in `text` of what stands at `folded[i]`."""

    text: str
    folded: str
    origins: tuple[int, ...] | None

    def find(self, needle: str) -> tuple[Span, ...]:
        """Return where a folded needle stands, as spans of the text, without overlaps."""
        spans: list[Span] = []
        at = self.folded.find(needle) if needle else -1
        while at >= 0:
            spans.append(self.span(at, at + len(needle)))
            at = self.folded.find(needle, at + len(needle))
        return tuple(spans)

    def span(self, start: int, end: int) -> Span:
        """Return where a part of what is searched, which is not empty, stands in the text."""
        return Span(self._origin(start), self._origin(end - 1, end=True))

    def _origin(self, at: int, *, end: bool = False) -> int:
        index = at if self.origins is None else self.origins[at]
        if not end:
            return index
        index += 1
        while index < len(self.text) and unicodedata.combining(self.text[index]):
            index += 1
        return index


class Folder:
    """Folds texts, and remembers how characters fold."""

    def __init__(self) -> None:
        self._folds = _Folds()

    def fold(self, text: str) -> Folded:
        """Return a text ready for searching."""
        folded = text.translate(self._folds)
        if all(len(self._folds[ord(character)]) == 1 for character in set(text)):
            return Folded(text, folded, None)
        origins = tuple(index for index, character in enumerate(text) for _ in self._folds[ord(character)])
        return Folded(text, folded, origins)
