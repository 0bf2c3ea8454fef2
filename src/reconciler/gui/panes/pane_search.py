"""What a search finds in all sources of a case, and where it stands among that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconciler.gui.panes.text_search import Folded, Folder
from reconciler.model import SourceId, Span, Statement, StatementId


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand; the span is in the statement's text."""

    source: SourceId
    place: int
    span: Span


class PaneSearch:
    """Hits in reading order, source after source, and the one that was gone to last."""

    def __init__(self) -> None:
        self._folder = Folder()
        self._folded: dict[StatementId, Folded] = {}
        self.needle = ""
        self.hits: tuple[Hit, ...] = ()
        self._by_source: dict[SourceId, dict[int, list[Span]]] = {}
        self._at: int | None = None

    @property
    def active(self) -> Hit | None:
        """The hit that was gone to last."""
        return self.hits[self._at] if self._at is not None else None

    @property
    def number(self) -> int:
        """Which hit that is, from 1; 0 before any was gone to."""
        return 0 if self._at is None else self._at + 1

    def forget(self) -> None:
        """Drop the hits and what is known of the statements."""
        self._folded.clear()
        self.find("", ())

    def find(self, text: str, sources: Iterable[tuple[SourceId, Sequence[Statement]]]) -> int:
        """Look for a text in statements of sources; returns how often it stands there."""
        self.needle = self._folder.fold(text).folded
        self._at = None
        self.hits = (
            tuple(
                Hit(source, place, span)
                for source, statements in sources
                for place, statement in enumerate(statements)
                for span in self._fold(statement).find(self.needle)
            )
            if self.needle.strip()
            else ()
        )
        self._by_source = {}
        for hit in self.hits:
            self._by_source.setdefault(hit.source, {}).setdefault(hit.place, []).append(hit.span)
        return len(self.hits)

    def _fold(self, statement: Statement) -> Folded:
        folded = self._folded.get(statement.id)
        if folded is None or folded.text != statement.text:
            folded = self._folded[statement.id] = self._folder.fold(statement.text)
        return folded

    def step(self, by: int, source: SourceId, place: int) -> Hit | None:
        """Go on by one hit, or back, all around; the first step starts from a statement of a source."""
        if not self.hits:
            return None
        if self._at is None:
            self._at = self._first(source, place, back=by < 0)
        else:
            self._at = (self._at + by) % len(self.hits)
        return self.hits[self._at]

    def _first(self, source: SourceId, place: int, *, back: bool) -> int:
        numbers = range(len(self.hits))
        before = [n for n in numbers if self.hits[n].source == source and self.hits[n].place < place]
        after = [n for n in numbers if self.hits[n].source == source and self.hits[n].place >= place]
        if back:
            return before[-1] if before else (after[0] - 1 if after else -1) % len(self.hits)
        if after:
            return after[0]
        return (before[-1] + 1) % len(self.hits) if before else 0

    def in_source(self, source: SourceId) -> Mapping[int, Sequence[Span]]:
        """Return the hits in one source, by the place of their statement."""
        return self._by_source.get(source, {})
