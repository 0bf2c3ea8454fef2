"""Whom statements lead back to, so that agreement is counted by origin and not by outlet.

Two outlets that quote one source, print one dispatch or copy one another are one confirmation.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reconciler.model import Claim, SignalKind, Source, SourceId, Statement, StatementId, StatementKind
from reconciler.resources import entries
from reconciler.signals import AttributionValue, decode

_COPIED = 88.0
"""Similarity, of 100, from which on two statements are one passage."""
_LEAST_COPIED = 40
"""Characters that a passage has: shorter statements come out alike by chance."""
_LONGEST_CREDIT = 200
"""Characters; a longer piece of furniture names agencies for other reasons."""
_PICTURE = re.compile(r"©|\bphotos?\b|\bimages?\b|\bpictures?\b|\bepa\d", re.IGNORECASE)
"""What marks the credit of a picture, which says nothing of where the text is from."""
_PAPER = re.compile(r"\b(journal|quotidien|hebdomadaire|newspaper|daily|paper|magazine|outlet)\b")

Naming = Callable[[Statement, str], str]
"""Answers what the article of a statement calls whom the statement names by a key."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whom a statement leads back to: `key` tells origins apart, `words` are those of the article."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class _Led:
    """An origin on its way: a key that an attribution names, or else a name; `aside` follows in brackets."""

    name: str
    named: bool = False
    aside: str = ""
    aside_named: bool = False

    def key(self) -> str:
        return f"{self.name} ({self.aside})" if self.aside else self.name

    def words(self, statement: Statement, naming: Naming) -> str:
        name = naming(statement, self.name) if self.named else self.name
        if not self.aside:
            return name
        return f"{name} ({naming(statement, self.aside) if self.aside_named else self.aside})"


def of_claims(
    sources: Sequence[Source],
    statements: Sequence[Statement],
    claims: Iterable[Claim],
    naming: Naming = lambda _statement, key: key,
) -> tuple[tuple[Origin, ...], ...]:
    """Return for each claim its origins, each once, in the order of its statements.

    A statement leads back to whom it names ("according to…", also carried over from a neighbour),
    else to the agency that the article credited, else to an earlier article that has the passage
    almost word for word, else to its own article: outlet, title or file name. `statements` are all
    of the case, in its order and with their signals; an origin is called what `naming` says.
    """
    articles = {source.id: source for source in sources}
    members = {statement.id: statement for statement in statements}
    named = _named_by_statement(articles, statements)
    credited = _credits(statements)
    found = []
    for claim in claims:
        origins: dict[str, Origin] = {}
        for number in claim.statements:
            first = _first_print(members[number], claim, members, articles)
            for led in _origins_of(first, named, credited, articles):
                if led.key() not in origins:
                    origins[led.key()] = Origin(led.key(), led.words(first, naming))
        found.append(tuple(origins.values()))
    return tuple(found)


def _origins_of(
    statement: Statement,
    named: Mapping[StatementId, tuple[_Led, ...]],
    credited: Mapping[SourceId, str],
    articles: Mapping[SourceId, Source],
) -> tuple[_Led, ...]:
    if own := named.get(statement.id):
        return own
    article = _article_name(articles[statement.source])
    agency = credited.get(statement.source)
    return (_Led(article if agency is None or agency.casefold() in article.casefold() else agency),)


def _article_name(source: Source) -> str:
    return source.outlet or _host(source) or source.title or source.name


def _speaker_to(source: Source) -> str:
    """Return by what an unnamed source of an article is told from those of others, in a word or two."""
    return source.outlet or _host(source) or source.letter


def _host(source: Source) -> str | None:
    """Return the site on which an article stands, which says whose it is where no outlet is known."""
    found = re.match(r"https?://(?:www\.)?([\w.-]+)", source.url or "")
    return found[1] if found else None


def _named_by_statement(
    articles: Mapping[SourceId, Source], statements: Sequence[Statement]
) -> dict[StatementId, tuple[_Led, ...]]:
    """Return whom each statement names; "the newspaper" is the one that its article named last."""
    found: dict[StatementId, tuple[_Led, ...]] = {}
    papers: dict[SourceId, str] = {}
    for statement in statements:
        origins: dict[_Led, None] = {}
        for value in _attributions(statement):
            if _PAPER.search(value.source.casefold()):
                origins[_Led(papers.get(statement.source, value.source), named=True)] = None
                continue
            if not value.anonymous:
                papers[statement.source] = value.source
            elif value.via:
                papers[statement.source] = value.via[0]
            origins[_origin(value, _speaker_to(articles[statement.source]))] = None
        if origins:
            found[statement.id] = tuple(origins)
    return found


def _attributions(statement: Statement) -> Iterator[AttributionValue]:
    for signal in statement.signals:
        if signal.kind is SignalKind.ATTRIBUTION:
            value = decode(signal)
            if isinstance(value, AttributionValue):
                yield value


def _origin(value: AttributionValue, article: str) -> _Led:
    """Return whom an attribution leads back to; an unnamed source is known by who speaks to it."""
    if not value.anonymous:
        return _Led(value.source, named=True)
    if value.via:
        return _Led(value.source, True, value.via[-1], True)
    return _Led(value.source, True, article)


def _credits(statements: Sequence[Statement]) -> dict[SourceId, str]:
    """Return the agency that each article credits for its text, outside of its sentences."""
    found: dict[SourceId, str] = {}
    for statement in statements:
        furniture = statement.kind in (StatementKind.METADATA, StatementKind.BOILERPLATE)
        if not furniture or len(statement.text) > _LONGEST_CREDIT or _PICTURE.search(statement.text):
            continue
        agency = _agencies().search(statement.text)
        if agency is not None:
            found.setdefault(statement.source, agency[1] or agency[2])
    return found


@cache
def _agencies() -> re.Pattern[str]:
    """Return what finds an agency's name; one of two letters only where it is sure to be a credit."""
    names = sorted(entries("language", "common", "agencies.txt"), key=len, reverse=True)
    long = "|".join(re.escape(name) for name in names if len(name) > 2)
    short = "|".join(re.escape(name) for name in names if len(name) == 2)
    return re.compile(rf"(?<!\w)({long})(?!\w)|(?:\(|avec |with |source ?: ?)({short})(?!\w)")


def _first_print(
    statement: Statement,
    claim: Claim,
    members: Mapping[StatementId, Statement],
    articles: Mapping[SourceId, Source],
) -> Statement:
    """Return the earliest statement of a claim that has this one's words; itself when it has them alone."""
    from rapidfuzz import fuzz

    if len(statement.text) < _LEAST_COPIED:
        return statement
    own = _print_order(articles[statement.source])
    earlier = {source for source, article in articles.items() if _print_order(article) < own}
    copies = [
        other
        for other in (members[number] for number in claim.statements)
        if other.source in earlier and fuzz.ratio(other.text, statement.text, score_cutoff=_COPIED)
    ]
    return min([statement, *copies], key=lambda each: _print_order(articles[each.source]))


def _print_order(article: Source) -> tuple[str, str]:
    """Return what puts articles in the order of their dates, those of one date the same way in every case."""
    return article.published or "9", article.sha256
