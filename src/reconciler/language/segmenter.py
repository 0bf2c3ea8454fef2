"""A text's statements: exact spans, in order, each with its kind.

Paragraphs come first, then what on them is furniture, then sentences, and last the kinds that only
the whole article tells (title, teaser, heading).
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from reconciler.header import header_tail, read_header
from reconciler.language.boundaries import Paragraph
from reconciler.language.furniture import (
    announces_media,
    furniture_line,
    furniture_piece,
    is_references_heading,
    is_statistics_row,
    points_elsewhere,
)
from reconciler.language.glue import KnownWords
from reconciler.language.lexicon import Lexicon, lexicon
from reconciler.language.paragraphs import paragraphs, trimmed
from reconciler.model import Segment, Span, StatementKind

_DATELINE = re.compile(
    r"(?:(?P<place>[^\W\d_]['’\w.-]*(?:[ ,/]+['’\w.-]+){0,4}?)\s*)?"
    r"(?P<date>,?\s*\d{1,2}(?:er|st|nd|rd|th)?\s+[^\W\d_]{3,9}\.?(?:\s+\d{4})?|,?\s*[^\W\d_]{3,9}\.?\s+\d{1,2}(?:,?\s+\d{4})?)?\.?"
    r"\s*(?P<agency>\([^)]{2,30}\))?\s*(?:--|–|—|-)\s+(?:[A-ZА-Я]{3,9}\.\s+)?(?=[\"«“'‘]?\s?[^\W_a-z])"
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FURNITURE = (StatementKind.BOILERPLATE, StatementKind.METADATA)
_TITLE_MAX = 250
_HEADING_MAX = 110
# A pointer this short announces what stands below it; a longer one is a pointer by itself.
_SECTION_MAX = 40
_RELATED_MIN = 3
_STOPS = (".", "!", "?", "…")
_ITEMS = frozenset("-–—•●▪■◦‣►*·")
_NOTES = re.compile(r"(?:\s?\[\w{1,8}(?:\s\d{1,3})?\]|[¹²³⁴-⁹])+$")
_CLOSERS = " \u00a0\u202f\"»”’')]"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A statement in the making. `line` counts paragraphs; `alone` says that it is all of its paragraph."""

    start: int
    end: int
    kind: StatementKind
    line: int
    alone: bool
    glued: bool = False


def segment(text: str, language: str) -> tuple[Segment, ...]:
    """Cut a text into statements. Every character that is no white space falls into exactly one."""
    words = lexicon(language)
    known = KnownWords(text)
    pieces: list[_Piece] = []
    for number, span in enumerate(paragraphs(text)):
        opening = sum(piece.kind is StatementKind.SENTENCE for piece in pieces[:3]) < 3
        pieces.extend(_cut_paragraph(text, span, number, words, known, opening=opening))
    pieces = _with_heads(text, pieces)
    return tuple(Segment(piece.start, piece.end, piece.kind) for piece in pieces)


def _cut_paragraph(
    text: str, span: Span, number: int, words: Lexicon, known: KnownWords, *, opening: bool
) -> list[_Piece]:
    line = text[span.start : span.end]
    kind = furniture_line(line)
    if kind is not None:
        return [_Piece(span.start, span.end, kind, number, alone=True)]
    if is_statistics_row(line):
        return [_Piece(span.start, span.end, StatementKind.SENTENCE, number, alone=True)]
    if announces_media(line) and not _stops(line) and line.split(".")[0].isupper():
        kind = StatementKind.SENTENCE if opening else StatementKind.BOILERPLATE
        return [_Piece(span.start, span.end, kind, number, alone=True)]
    paragraph = Paragraph(line, words, known)
    cuts = set(paragraph.cuts())
    fixed: dict[int, StatementKind] = {}
    for bracket in paragraph.brackets:
        if points_elsewhere(line[bracket.start : bracket.end]):
            cuts |= {bracket.start, bracket.end}
    if tail := header_tail(line):
        cuts = {cut for cut in cuts if cut < tail[0]} | {tail[0]}
        fixed[tail[0]] = StatementKind.METADATA
    if dateline := _dateline(line, multiple=bool(cuts), words=words if opening else None):
        cuts = {cut for cut in cuts if cut > dateline} | {dateline}
        fixed[0] = StatementKind.METADATA
    return _pieces(text, span, sorted(cuts), fixed, number)


def _pieces(
    text: str, span: Span, cuts: list[int], fixed: dict[int, StatementKind], number: int
) -> list[_Piece]:
    edges = [0, *(cut for cut in cuts if 0 < cut < span.end - span.start), span.end - span.start]
    found: list[_Piece] = []
    for start, end in pairwise(edges):
        part = trimmed(text, span.start + start, span.start + end)
        if part is None:
            continue
        body = text[part.start : part.end]
        if found and not any(char.isalnum() for char in body):
            found[-1] = replace(found[-1], end=part.end)
            continue
        kind = fixed.get(start) or furniture_piece(body)
        after_pointer = found and found[-1].kind is StatementKind.BOILERPLATE and not _stops(body)
        if kind is None:
            kind = StatementKind.BOILERPLATE if after_pointer else StatementKind.SENTENCE
        glued = end < span.end - span.start and _runs_on(text, part, span.start + end)
        found.append(_Piece(part.start, part.end, kind, number, alone=False, glued=glued))
    if len(found) == 1:
        found[0] = replace(found[0], alone=True)
    return [_as_glued_heading(text, piece) for piece in found]


def _runs_on(text: str, part: Span, cut: int) -> bool:
    """Say whether nothing but a space at most, and no stop before it, parts a statement from the next."""
    if part.end == cut:
        return not text[cut].isspace()
    body = text[part.start : part.end]
    return part.end == cut - 1 and text[cut].isupper() and not _stops(body) and body[0] not in _ITEMS


def _as_glued_heading(text: str, piece: _Piece) -> _Piece:
    """Call a part that runs into the next, unstopped or a single word, a heading that lost its line."""
    body = text[piece.start : piece.end]
    headed = len(body) <= _HEADING_MAX and (not _stops(body) or len(body.split()) == 1)
    if piece.kind is StatementKind.SENTENCE and piece.glued and headed:
        return replace(piece, kind=StatementKind.HEADING)
    return piece


def _dateline(line: str, *, multiple: bool, words: Lexicon | None) -> int | None:
    """Return where the text begins behind a place and date that open a paragraph, or None.

    `words` are given for the article's first paragraphs, where a place's name alone will do before a
    word that opens a sentence.
    """
    found = _DATELINE.match(line, 0, 120)
    if not found or not (multiple or _stops(line)):
        return None
    if found["agency"] and not found["place"] and (behind := _DATELINE.match(line, found.end(), 120)):
        found = behind if behind["place"] and behind["place"].isupper() else found
    place, date, agency = found["place"], found["date"], found["agency"]
    if place and not (place.isupper() and len(place) > 2) and not ((date or agency) and place[0].isupper()):
        first = _FIRST_WORD.match(line, found.end())
        known = words is not None and first is not None and first[0] in words.starters
        return found.end() if known and place.istitle() and len(place.split()) <= 2 else None
    if (
        not place
        and not (date and read_header(date.strip(" ,")))
        and not (agency and furniture_piece(agency))
    ):
        return None
    return found.end()


def _with_heads(text: str, pieces: list[_Piece]) -> list[_Piece]:
    pieces = _with_references(text, pieces)
    pieces = _with_title(text, pieces)
    pieces = _with_tags(text, pieces)
    pieces = _with_leads(text, pieces)
    pieces = _with_related(text, pieces)
    return _with_headings(text, pieces)


def _with_references(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Find the list of what the article drew on: short paragraphs behind its heading, to the end."""
    for here in range(len(pieces) - 1, len(pieces) // 3, -1):
        if pieces[here].alone and is_references_heading(text[pieces[here].start : pieces[here].end]):
            return [
                *pieces[:here],
                *(
                    replace(piece, kind=StatementKind.BOILERPLATE)
                    if piece.kind is StatementKind.SENTENCE
                    else piece
                    for piece in pieces[here:]
                ),
            ]
    return pieces


def _with_title(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Find the title, the first line that does not end like a sentence, and its repetitions."""
    body = [piece for piece in pieces if piece.kind is StatementKind.SENTENCE]
    if len(body) < 2:
        return pieces
    heads = []
    for piece in body:
        if not piece.alone or not _is_title_like(text, piece):
            break
        heads.append(piece)
    if not heads or len(heads) == len(body):
        heads = heads[:1]
    if not heads:
        return pieces
    title = next((piece for piece in heads if len(text[piece.start : piece.end].split()) >= 4), heads[0])
    wording = " ".join(text[title.start : title.end].split())
    found = []
    for piece in pieces:
        if piece.alone and " ".join(text[piece.start : piece.end].split()) == wording:
            found.append(replace(piece, kind=StatementKind.TITLE))
        elif heads[0].start <= piece.start < title.start and piece.kind is StatementKind.SENTENCE:
            found.append(replace(piece, kind=StatementKind.BOILERPLATE))
        else:
            found.append(piece)
    return found


def _with_tags(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Find tags (short lines in small letters, side by side) and lines that repeat the outlet's name."""
    outlets = {
        header.outlet
        for piece in pieces
        if piece.kind is StatementKind.METADATA
        and (header := read_header(text[piece.start : piece.end]))
        and header.outlet
    }
    tags = _tags(text, pieces)
    found = []
    for here, piece in enumerate(pieces):
        if here in tags:
            found.append(replace(piece, kind=StatementKind.BOILERPLATE))
        elif piece.alone and text[piece.start : piece.end] in outlets:
            found.append(replace(piece, kind=StatementKind.METADATA))
        else:
            found.append(piece)
    return found


def _tags(text: str, pieces: list[_Piece]) -> set[int]:
    """Return which pieces are tags: short lines side by side, at least two of them in small letters."""
    found: set[int] = set()
    run: list[int] = []
    for here, piece in enumerate((*pieces, None)):
        body = text[piece.start : piece.end] if piece else ""
        if (
            piece
            and piece.kind is StatementKind.SENTENCE
            and piece.alone
            and len(body) <= 30
            and len(body.split()) <= 3
            and body[0].isalpha()
            and not _stops(body)
        ):
            run.append(here)
            continue
        if sum(text[pieces[one].start].islower() for one in run) >= 2:
            found.update(run)
        run = []
    return found


def _with_leads(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Find the teaser: a paragraph under the title that breaks off, or that furniture parts from the text."""
    last_title = max(
        (here for here, piece in enumerate(pieces) if piece.kind is StatementKind.TITLE), default=None
    )
    if last_title is None:
        return pieces
    first = next(
        (here for here in range(last_title + 1, len(pieces)) if pieces[here].kind is StatementKind.SENTENCE),
        None,
    )
    if first is None:
        return pieces
    line = pieces[first].line
    last = first
    while (
        last + 1 < len(pieces)
        and pieces[last + 1].line == line
        and pieces[last + 1].kind is StatementKind.SENTENCE
    ):
        last += 1
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    more = any(piece.kind is StatementKind.SENTENCE for piece in pieces[last + 1 :])
    breaks_off = text[: pieces[last].end].endswith(("...", "…"))
    straight = first == last_title + 1
    parted = straight and after is not None and after.kind in _FURNITURE
    if not more or last - first > 3 or not (breaks_off or parted):
        return pieces
    body = text[pieces[first].start : pieces[last].end]
    # A name alone between title and byline is the outlet's or the section's.
    kind = StatementKind.LEAD if _stops(body) or len(body.split()) > 3 else StatementKind.BOILERPLATE
    lead = {here: replace(pieces[here], kind=kind) for here in range(first, last + 1)}
    return [lead.get(here, piece) for here, piece in enumerate(pieces)]


def _with_related(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Find titles of other articles: lines without a stop, below a pointer to them or at the very end."""
    found = list(pieces)
    listed = False
    for here, piece in enumerate(pieces):
        body = text[piece.start : piece.end]
        if piece.kind is StatementKind.BOILERPLATE and piece.alone:
            listed = listed or (points_elsewhere(body) and len(body) <= _SECTION_MAX)
        elif listed and piece.kind is StatementKind.SENTENCE and piece.alone and not _stops(body):
            found[here] = replace(piece, kind=StatementKind.BOILERPLATE)
        elif piece.kind is not StatementKind.METADATA:
            listed = False
    trailing = []
    for here in range(len(found) - 1, -1, -1):
        piece = found[here]
        if piece.kind is StatementKind.SENTENCE and piece.alone and _is_heading_like(text, piece):
            trailing.append(here)
        elif piece.kind.is_matched:
            break
    if len(trailing) >= _RELATED_MIN:
        for here in trailing:
            found[here] = replace(found[here], kind=StatementKind.BOILERPLATE)
    return found


def _with_headings(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Find the headings: short lines without a stop, with text after them."""
    found = []
    for here, piece in enumerate(pieces):
        followed = any(later.kind is StatementKind.SENTENCE for later in pieces[here + 1 : here + 4])
        if (
            piece.kind is StatementKind.SENTENCE
            and piece.alone
            and followed
            and _is_heading_like(text, piece)
            and not _announces_list(text, pieces, here)
        ):
            media = announces_media(text[piece.start : piece.end])
            found.append(replace(piece, kind=StatementKind.BOILERPLATE if media else StatementKind.HEADING))
        else:
            found.append(piece)
    return found


def _announces_list(text: str, pieces: list[_Piece], here: int) -> bool:
    """Say whether a line with a colon at its end has items of a list below it."""
    after = text[pieces[here + 1].start] if here + 1 < len(pieces) else ""
    return text[pieces[here].end - 1] == ":" and (after in _ITEMS or after.islower())


def _is_title_like(text: str, piece: _Piece) -> bool:
    body = text[piece.start : piece.end]
    return len(body) <= _TITLE_MAX and not (body.rstrip(_CLOSERS).endswith(".") and not body.endswith("..."))


def _is_heading_like(text: str, piece: _Piece) -> bool:
    body = text[piece.start : piece.end]
    if len(body) > _HEADING_MAX or len(body.split()) > 14 or body[0].islower() or body[0] in "-–•*":
        return False
    if is_statistics_row(body):
        return False
    asks = body.endswith("?") and len(body.split()) <= 10 and sum(map(body.count, ".!?…")) == 1
    return not _stops(body) or len(body.split()) == 1 or asks


def _stops(body: str) -> bool:
    return _NOTES.sub("", body).rstrip(_CLOSERS).endswith(_STOPS)
