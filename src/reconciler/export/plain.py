"""Text of strangers on its way to a terminal: shown as it is, never obeyed."""

import unicodedata

# Characters that turn the direction of what follows: they could make one text look like another.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """Return the text on one line, without control characters and so without terminal commands."""
    kept = (" " if character.isspace() else character for character in text)
    return " ".join("".join(character for character in kept if _is_shown(character)).split())


def _is_shown(character: str) -> bool:
    return character not in _TURNING and unicodedata.category(character) not in {"Cc", "Cs"}
