"""Reads the JSON document of a whole case, piece by piece, and believes none of it unseen."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from reconciler.alignment import Settings
from reconciler.alignment.differences import Cause
from reconciler.case.importing import Imported, ImportedMatch, ImportedSource, with_new_numbers
from reconciler.case.plans import storable
from reconciler.errors import CaseError, Problem, UserError
from reconciler.export.whole import FORMAT
from reconciler.model import (
    Article,
    Assessment,
    ClaimField,
    Difference,
    MadeBy,
    Outcome,
    Reason,
    Relation,
    Segment,
    Signal,
    SignalKind,
    Silence,
    SourceDraft,
    SourceId,
    Span,
    Standing,
    StatementId,
    StatementKind,
    Verdict,
)

MOST_BYTES = 256 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z\Z")

_T = TypeVar("_T")


def read(path: Path) -> Imported:
    """Return what a document holds.

    Raises:
        CaseError: NOT_FOUND, IS_FOLDER, UNREADABLE, TOO_LARGE; NEWER_VERSION, a later program wrote it;
            NOT_AN_EXPORT, it is no whole case, or something in it does not fit: the detail says where.
    """
    data = _bytes(path)
    try:
        document = _Node.of(json.loads(data.decode("utf-8-sig")))
        number = document.integer("format")
    except UnicodeDecodeError as error:
        raise CaseError(Problem.NOT_AN_EXPORT, str(path), "it holds no text") from error
    except json.JSONDecodeError as error:
        raise CaseError(Problem.NOT_AN_EXPORT, str(path), f"no JSON from line {error.lineno} on") from error
    except (ValueError, RecursionError) as error:
        raise CaseError(Problem.NOT_AN_EXPORT, str(path), _short(error)) from error
    if number > FORMAT:
        raise CaseError(Problem.NEWER_VERSION, str(path))
    try:
        return _Reader(document).imported()
    except (ValueError, UserError) as error:
        raise CaseError(Problem.NOT_AN_EXPORT, str(path), _short(error)) from error


def is_export(path: Path) -> bool:
    """Whether a file looks like the document of a whole case, by its beginning."""
    try:
        with path.open("rb") as file:
            beginning = file.read(4096)
    except OSError:
        return False
    return beginning.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and all(
        key in beginning for key in (b'"reconciler":', b'"case":', b'"format":')
    )


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise CaseError(Problem.IS_FOLDER, str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise CaseError(Problem.NOT_FOUND, str(path)) from error
    except OSError as error:
        raise CaseError(Problem.UNREADABLE, str(path), error.strerror or "") from error
    if len(data) > MOST_BYTES:
        raise CaseError(Problem.TOO_LARGE, str(path), f"{MOST_BYTES // 1024 // 1024} MB")
    return data


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


class _Node:
    """An object of the document with its place in it, read by the kinds of its values."""

    def __init__(self, members: Mapping[str, object], where: str) -> None:
        self._members = members
        self.where = where

    @classmethod
    def of(cls, value: object, where: str = "document") -> "_Node":
        if not isinstance(value, dict):
            raise ValueError(f"{where}: no object")  # noqa: TRY004 - whatever is wrong is one fault
        return cls(value, where)

    def text(self, key: str) -> str:
        return storable(self._get(key, str))

    def words(self, key: str) -> str | None:
        return None if self._members.get(key) is None else self.text(key)

    def integer(self, key: str) -> int:
        value = self._get(key, int)
        if isinstance(value, bool) or not 0 <= value < 2**53:
            raise self.fault(key)
        return value

    def share(self, key: str) -> float:
        value = self.number(key)
        if not 0 <= value <= 1:
            raise self.fault(key)
        return value

    def number(self, key: str) -> float:
        value = self._members.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
            raise self.fault(key)
        return float(value)

    def flag(self, key: str) -> bool:
        return self._get(key, bool)

    def value(self, key: str) -> object:
        if key not in self._members:
            raise self.fault(key)
        return self._members[key]

    def nodes(self, key: str) -> Iterator["_Node"]:
        for number, each in enumerate(self._get(key, list)):
            yield _Node.of(each, f"{self.where}.{key}[{number}]")

    def matching(self, key: str, form: re.Pattern[str]) -> str:
        value = self.text(key)
        if not form.match(value):
            raise self.fault(key)
        return value

    def fault(self, key: str) -> ValueError:
        return ValueError(f"{self.where}.{key}")

    def _get(self, key: str, kind: type[_T]) -> _T:
        value = self._members.get(key)
        if not isinstance(value, kind):
            raise self.fault(key)
        return value


class _Reader:
    """One document: sources first, so that all else can be told by the new numbers of their statements."""

    def __init__(self, document: _Node) -> None:
        self._document = document
        self._statements: dict[int, StatementId] = {}
        self._sources: dict[int, SourceId] = {}
        self._source_of: dict[StatementId, SourceId] = {}

    def imported(self) -> Imported:
        document = self._document
        nodes = list(enumerate(document.nodes("sources")))
        nodes.sort(key=lambda pair: pair[1].integer("id"))
        sources = tuple(self._source(node, place) for place, node in nodes)
        assumed = [node.words("published") for _, node in nodes if node.flag("published_assumed")]
        settings = _Node.of(document.value("settings"), "settings")
        runs = list(document.nodes("runs"))
        return Imported(
            name=document.text("case"),
            sources=sources,
            matches=tuple(self._matches()),
            silences=tuple(self._silences()),
            said=with_new_numbers(self._said(), self._statements),
            settings=Settings(settings.share("reach"), settings.flag("learn")),
            model=runs[-1].text("model") if runs else None,
            run_settings=json.dumps(runs[-1].value("settings"), sort_keys=True) if runs else "{}",
            assumed_date=next(filter(None, assumed), None),
        )

    def _source(self, node: _Node, place: int) -> ImportedSource:
        from reconciler.reading import normalise_date

        number = node.integer("id")
        if number in self._sources:
            raise node.fault("id")
        self._sources[number] = SourceId(len(self._sources) + 1)
        text = node.text("text")
        published = None if node.flag("published_assumed") else node.words("published")
        article = Article(
            name=node.text("name"),
            text=text,
            sha256=node.matching("sha256", _DIGEST),
            title=node.words("title"),
            outlet=node.words("outlet"),
            url=node.words("url"),
            published=None if published is None else normalise_date(published),
        )
        segments: list[Segment] = []
        signals = []
        for each in node.nodes("statements"):
            segments.append(self._segment(each, text, segments, self._sources[number]))
            signals.append(tuple(self._signals(each, text, segments[-1])))
        draft = SourceDraft(article, node.matching("language", _LANGUAGE), tuple(segments))
        return ImportedSource(draft, node.matching("imported_at", _MOMENT), place, tuple(signals))

    def _segment(self, node: _Node, text: str, before: list[Segment], source: SourceId) -> Segment:
        segment = Segment(node.integer("start"), node.integer("end"), StatementKind(node.text("kind")))
        follows = not before or before[-1].end <= segment.start
        is_its_text = text[segment.start : segment.end] == node.text("text")
        if not follows or segment.end <= segment.start or not is_its_text:
            raise node.fault("text")
        number = node.integer("id")
        if number in self._statements:
            raise node.fault("id")
        self._statements[number] = StatementId(len(self._statements) + 1)
        self._source_of[self._statements[number]] = source
        return segment

    def _signals(self, node: _Node, text: str, within: Segment) -> Iterator[Signal]:
        for each in node.nodes("signals"):
            start, end, words = each.integer("start"), each.integer("end"), each.text("text")
            if not within.start <= start <= end <= within.end or text[start:end] != words:
                raise each.fault("text")
            value = each.value("value")
            kept = None if value is None else _canonical(value)
            yield Signal(SignalKind(each.text("kind")), start, end, words, kept)

    def _matches(self) -> Iterator[ImportedMatch]:
        decided = {each.integer("match"): each for each in self._document.nodes("decisions")}
        seen = set()
        for node in self._document.nodes("matches"):
            left, right = (self._statement(node, side) for side in ("left", "right"))
            if (left, right) in seen or self._source_of[left] >= self._source_of[right]:
                raise node.fault("left")
            seen.add((left, right))
            last = decided.get(node.integer("id"))
            yield ImportedMatch(
                left=left,
                right=right,
                confidence=node.share("confidence"),
                made_by=MadeBy(node.text("made_by")),
                reasons=tuple(self._reasons(node)),
                standing=_standing(node),
                analyst=node.words("analyst") or "",
                at=node.matching("at", _MOMENT) if node.words("at") else "",
                model=last.words("model") if last else None,
                score_visible=last.flag("score_visible") if last else True,
                differences=tuple(_differences(node)),
                pinned=node.flag("pinned"),
            )

    def _reasons(self, node: _Node) -> Iterator[Reason]:
        for each in node.nodes("reasons"):
            spans = (tuple(_spans(each, side)) for side in ("left", "right"))
            yield Reason(each.text("name"), each.number("value"), *spans)

    def _silences(self) -> Iterator[Silence]:
        for node in self._document.nodes("silences"):
            statement, source = self._statement(node, "statement"), self._sources.get(node.integer("source"))
            if source is None or self._source_of[statement] == source:
                raise node.fault("source")
            yield Silence(statement, source)

    def _said(self) -> Iterator[tuple[StatementId, ClaimField, str]]:
        for node in self._document.nodes("said_of_claims"):
            statement = self._statement(node, "statement")
            yield statement, ClaimField.LABEL, node.text("label")
            assessment = node.words("assessment")
            yield statement, ClaimField.ASSESSMENT, Assessment(assessment).value if assessment else ""
            yield statement, ClaimField.NOTE, node.text("note")

    def _statement(self, node: _Node, key: str) -> StatementId:
        found = self._statements.get(node.integer(key))
        if found is None:
            raise node.fault(key)
        return found


def _standing(node: _Node) -> Standing:
    verdict, relation = node.words("verdict"), node.words("relation")
    standing = Standing(
        Verdict(verdict) if verdict else None, Relation(relation) if relation else None, node.text("note")
    )
    if standing.relation is not None and standing.verdict is not Verdict.CONFIRMED:
        raise node.fault("relation")
    if standing != Standing() and not node.words("at"):
        raise node.fault("at")
    return standing


def _differences(node: _Node) -> Iterator[Difference]:
    for each in node.nodes("differences"):
        kind, outcome = SignalKind(each.text("kind")), Outcome(each.text("outcome"))
        cause = each.words("cause")
        yield Difference(
            kind, each.words("left"), each.words("right"), outcome, Cause(cause) if cause else None
        )


def _spans(node: _Node, key: str) -> Iterator[Span]:
    pairs = node.value(key)
    if not isinstance(pairs, list):
        raise node.fault(key)
    for pair in pairs:
        match pair:
            case [int(start), int(end)] if 0 <= start <= end < 2**53:
                yield Span(start, end)
            case _:
                raise node.fault(key)


def _canonical(value: object) -> str:
    """Return a signal's value as the case keeps it: see `reconciler.signals.encode`."""
    return storable(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
