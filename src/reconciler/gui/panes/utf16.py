"""Offsets: Python and the case count code points, Qt's documents count UTF-16 units."""


def to_units(text: str, index: int) -> int:
    """Return the UTF-16 offset of the code point at `index`."""
    if text.isascii():
        return index
    return index + sum(1 for character in text[:index] if character > "\uffff")


def from_units(text: str, unit: int) -> int:
    """Return the index of the code point that holds the UTF-16 unit at `unit`."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return unit
    units = 0
    for index, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > unit:
            return index
    return len(text)
