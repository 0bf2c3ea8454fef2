"""Text of strangers on its way out: shown as it is, never obeyed by a terminal, a page or a spreadsheet."""

import re
import unicodedata

# Characters that turn the direction of what follows: they could make one text look like another.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Each turns the direction of all that follows; shown by name, they are seen and turn nothing.
_NAMED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def shown(text: str) -> str:
    """Return text as a page or document can hold it: all of it is seen, none of it obeyed."""
    if text.isprintable():  # no control, no direction, no line end
        return text
    safe = _UNSHOWN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _NAMED.sub(lambda found: f"[U+{ord(found[0]):04X}]", safe)


def no_formula(cell: str) -> str:
    """Return a cell of a CSV file that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def one_line(text: str) -> str:
    """Return the text on one line, without control characters and so without terminal commands."""
    if text.isprintable():  # no control, no direction, no white space but the plain one
        return " ".join(text.split())
    kept = (" " if character.isspace() else character for character in text)
    return " ".join("".join(character for character in kept if _is_shown(character)).split())


def _is_shown(character: str) -> bool:
    return character not in _TURNING and unicodedata.category(character) not in {"Cc", "Cs"}
