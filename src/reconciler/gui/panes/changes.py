"""What a version of an article has that its former one had not, statement by statement."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reconciler.model import Span, Statement, Version

if TYPE_CHECKING:
    from reconciler.alignment.versions import Carried, Fate


@dataclass(frozen=True, slots=True)
class Since:
    """What to mark, by the places of a version's statements.

    `words` are spans of the statement's own text that are new; `fates` those that did not stay as
    they were; `gone` what stood before a statement (or, at the number of statements, at the end).
    """

    words: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    fates: Mapping[int, "Fate"] = field(default_factory=dict)
    gone: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def since_version(former: Version, shown: Version) -> Since:
    """Compare two versions of a source; to be called on the worker."""
    from reconciler.alignment.versions import Fate, Passage, compare

    old, new = former.statements, shown.statements
    found = compare([Passage.of(each) for each in old], [Passage.of(each) for each in new])
    fates = {place: entry[0].fate for place, entry in enumerate(found.new) if entry[0].fate is not Fate.KEPT}
    words = {place: _words(found.new[place], new[place]) for place in fates}
    gone: defaultdict[int, list[str]] = defaultdict(list)
    after = 0
    for carried, statement in zip(found.old, old, strict=True):
        if carried.fate is Fate.GONE:
            gone[after].append(statement.text)
        elif carried.fate is not Fate.MOVED and not carried.elsewhere:
            after = carried.new[-1] + 1
    return Since(
        {place: spans for place, spans in words.items() if spans},
        fates,
        {place: tuple(texts) for place, texts in gone.items()},
    )


def _words(entries: tuple["Carried", ...], statement: Statement) -> tuple[Span, ...]:
    from reconciler.alignment.versions import Fate

    if entries[0].fate is Fate.NEW:
        return (Span(0, len(statement.text)),)
    return tuple(
        Span(change.new.start - statement.start, change.new.end - statement.start)
        for carried in entries
        for change in carried.difference
        if statement.start <= change.new.start < change.new.end <= statement.end
    )
