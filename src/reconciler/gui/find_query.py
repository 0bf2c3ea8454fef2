"""What was typed into the search field, and where it stands in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reconciler.case.find_terms import Term, parse
from reconciler.gui.panes.text_search import Folder
from reconciler.model import Span, Statement


class Query:
    """Words and phrases, all of which a text must hold; case, accents and typography make no difference."""

    def __init__(self, typed: str, folder: Folder) -> None:
        self.typed = typed
        self._folder = folder
        self.terms: tuple[Term, ...] = parse(folder.fold(typed).folded)
        self._patterns = [re.compile(_pattern(term)) for term in self.terms]

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.terms)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where the terms stand in a text, in order; nothing unless it holds all of them."""
        folded = self._folder.fold(text)
        found: list[Span] = []
        for pattern in self._patterns:
            spans = [folded.span(each.start(), each.end()) for each in pattern.finditer(folded.folded)]
            if not spans:
                return ()
            found += spans
        return _apart(found)

    def places(self, statements: Sequence[Statement]) -> list[int]:
        """Return the places of the statements that hold what is looked for; each is looked at."""
        return [place for place, one in enumerate(statements) if self.spans(one.text)]


class Marked(Mapping[int, Sequence[Span]]):
    """Where a query stands in the statements at some places; looked up when it is to be seen."""

    def __init__(self, query: Query, statements: Sequence[Statement], places: Sequence[int]) -> None:
        self._query = query
        self._statements = statements
        self._places = dict.fromkeys(places)
        self._known: dict[int, Sequence[Span]] = {}

    def __contains__(self, place: object) -> bool:
        return place in self._places

    def __getitem__(self, place: int) -> Sequence[Span]:
        if place not in self._places:
            raise KeyError(place)
        if place not in self._known:
            self._known[place] = self._query.spans(self._statements[place].text)
        return self._known[place]

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _pattern(term: Term) -> str:
    if term.anywhere:
        return ".*?".join(map(re.escape, term.words))
    words = r"[\W_]+".join(map(re.escape, term.words))
    return rf"(?<![^\W_]){words}" + ("" if term.open_ended else r"(?![^\W_])")


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
