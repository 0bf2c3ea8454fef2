"""What follows from the properties of all sources together: letters and assumed dates."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconciler.case.records import SourceRecord
from reconciler.model import Source, SourceProperties


def letter(index: int) -> str:
    """Return the letter of the source at a place counted from 0: A to Z, then AA, AB and so on."""
    name = ""
    place = index + 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def next_place(letters: Iterable[str]) -> int:
    """Return the place, counted from 0, whose letter comes after all of these."""
    return max(map(_place, letters), default=-1) + 1


def _place(name: str) -> int:
    place = 0
    for each in name:
        place = place * 26 + ord(each) - ord("A") + 1
    return place - 1


def properties_of(source: Source) -> SourceProperties:
    """Return what the analyst may correct; a date that is only assumed is none of the source's own."""
    own = None if source.published_assumed else source.published
    return SourceProperties(source.title, source.outlet, source.url, own, source.language)


def with_property(source: Source, field: str, value: str | None) -> Source:
    """Return the source with one property changed, named as in `SourceProperties`.

    Raises:
        ValueError: there is no such property, or it can't be empty.
    """
    match field:
        case "title":
            return replace(source, title=value)
        case "outlet":
            return replace(source, outlet=value)
        case "url":
            return replace(source, url=value)
        case "published":
            return replace(source, published=value, published_assumed=False)
        case "language" if value:
            return replace(source, language=value)
    raise ValueError(f"{field} of a source can't be {value!r}")


def with_assumed_dates(records: Sequence[SourceRecord]) -> tuple[SourceRecord, ...]:
    """Give each source without a date of its own the one that the user named, or that of the others.

    The others' date is the most common day among them; of equally common ones the most precise,
    then the earliest.
    """
    common = _common_date(properties_of(record.source).published for record in records if not record.removed)
    return tuple(_dated(record, common) for record in records)


def _common_date(dates: Iterable[str | None]) -> str | None:
    days = Counter(date[:10] for date in dates if date)
    return min(days, key=lambda day: (-days[day], -len(day), day), default=None)


def _dated(record: SourceRecord, common: str | None) -> SourceRecord:
    if properties_of(record.source).published is not None:
        return record
    date = record.given_date or common
    source = replace(record.source, published=date, published_assumed=date is not None)
    return record if source == record.source else replace(record, source=source)
