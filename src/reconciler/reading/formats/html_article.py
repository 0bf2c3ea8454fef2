"""Which passages of a page are its article.

Two judges: trafilatura, which finds the part of a page that reads like an article but drops
standfirsts, subheadings and single paragraphs of it; and where the passages stand in the page. What
the article is made of is always the page's own passages, in their order and in their own words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconciler.reading.formats.html_blocks import Block, Kind

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_VOTED_SHARE = 0.6
_LINKED = 0.5
_PROSE_WORDS = 8
_CLOSED = (".", "!", "?", "…", "»", "”", '"', ":", "’", ")")
_HEAD_WORDS = 30
_MAIN_SHARE = 0.85
_STRAY = 300
_LEAD_DISTANCE = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """Which blocks are the article's, in their order, and which of them shows its title."""

    chosen: tuple[bool, ...]
    headline: int | None = None


def words(text: str) -> list[str]:
    """Return the words by which passages are compared."""
    return _WORD.findall(text.casefold())


def choose(blocks: Sequence[Block], passages: Iterable[str], title: str | None) -> Choice:
    """Say of each block whether it is part of the article that `passages` were taken from.

    `passages` are those of trafilatura, or of the page's structured data; `title` names the headline,
    which opens the article where the page shows it.
    """
    headline = words(title or "")
    voted = _votes(blocks, (found for each in passages if (found := words(each)) != headline))
    if not any(voted):
        return Choice((False,) * len(blocks))
    furniture = _furniture(blocks, _mistaken_parts(blocks, voted))
    chosen = [vote and not bad for vote, bad in zip(voted, furniture, strict=True)]
    if not any(chosen):
        chosen = voted
    main = _main_part(blocks, chosen)
    _trim(blocks, chosen, main)
    opening = _headline(blocks, chosen, title)
    _fill(blocks, chosen, furniture, opening, main)
    _take_headings(blocks, chosen, furniture, main)
    if opening is not None:
        chosen[: opening + 1] = [False] * opening + [True]
    return Choice(tuple(chosen), opening)


def visible(blocks: Sequence[Block], title: str | None) -> Choice:
    """Take all that a page shows but its furniture: what is left where nothing reads like an article."""
    furniture = _furniture(blocks, frozenset())
    chosen = [not each for each in furniture]
    if not any(chosen):
        return Choice(tuple(chosen))
    opening = _headline(blocks, chosen, title)
    if opening is not None:
        chosen[: opening + 1] = [False] * opening + [True]
    return Choice(tuple(chosen), opening)


def _furniture(blocks: Sequence[Block], spurious: frozenset[int]) -> list[bool]:
    return [
        block.kind is Kind.CAPTION or any(part not in spurious for part in block.parts) or _is_pointer(block)
        for block in blocks
    ]


def _votes(blocks: Sequence[Block], passages: Iterable[list[str]]) -> list[bool]:
    """Find the blocks again in passages that may be cut and joined in other ways."""
    gathered = list(passages)
    # Shingles run on from one passage to the next: a line break here may be a paragraph there.
    known = set(_shingles([word for found in gathered for word in found]))
    short = {tuple(found) for found in gathered if len(found) < 2 * _SHINGLE}
    return [_is_voted(words(block.text), known, short) for block in blocks]


def _is_voted(found: list[str], known: set[tuple[str, ...]], short: set[tuple[str, ...]]) -> bool:
    if not found:
        return False
    if len(found) < 2 * _SHINGLE and tuple(found) in short:
        return True
    shingles = _shingles(found)
    return bool(shingles) and sum(each in known for each in shingles) >= _VOTED_SHARE * len(shingles)


def _shingles(found: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(found[at:] for at in range(_SHINGLE)), strict=False))


def _mistaken_parts(blocks: Sequence[Block], voted: Sequence[bool]) -> frozenset[int]:
    """Return the parts that look like furniture and hold most of the article: they are not."""
    held: Counter[int] = Counter()
    total = 0
    for block, vote in zip(blocks, voted, strict=True):
        if vote:
            total += len(block.text)
            for part in block.parts:
                held[part] += len(block.text)
    return frozenset(part for part, length in held.items() if length * 2 > total)


def _is_pointer(block: Block) -> bool:
    """Recognise a line that is nothing but links, with at most some words before them ("Lire aussi : …")."""
    if block.kind in (Kind.HEADING, Kind.TITLE) or not block.linked:
        return False
    rest = len(block.text) - block.linked
    return rest <= 3 or (rest < 25 and block.linked > 2 * rest and not block.text.endswith((".", "»", "”")))


def _headline(blocks: Sequence[Block], chosen: Sequence[bool], title: str | None) -> int | None:
    """Return the block that shows the article's title, the one nearest above the article."""
    wanted = Counter(words(title or ""))
    first = chosen.index(True)
    best: tuple[float, int] | None = None
    for at in range(min(first + 3, len(blocks) - 1), -1, -1):
        block = blocks[at]
        found = Counter(words(block.text))
        if not found or len(found) > _HEAD_WORDS:
            continue
        shared = (found & wanted).total()
        alike = 2 * shared / (found.total() + wanted.total())
        if block.kind is Kind.TITLE:
            alike += 0.25
        if alike >= 0.7 and (best is None or alike > best[0]):
            best = (alike, at)
    if best is None and (titles := [at for at in range(first + 1) if blocks[at].kind is Kind.TITLE]):
        return titles[-1] if wanted.total() == 0 else None
    return best[1] if best else None


def _main_part(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    """Return the innermost container that holds nearly all of what was chosen."""
    held: Counter[int] = Counter()
    total = 0
    paths: dict[int, int] = {}
    for block, is_in in zip(blocks, chosen, strict=True):
        if is_in:
            total += len(block.text)
            for depth, container in enumerate(block.path):
                held[container] += len(block.text)
                paths[container] = depth
    enough = (container for container, length in held.items() if length >= _MAIN_SHARE * total)
    return max(enough, key=paths.__getitem__)


def _fill(
    blocks: Sequence[Block], chosen: list[bool], furniture: Sequence[bool], opening: int | None, main: int
) -> None:
    """Take in the passages that were dropped between those that were not, and the standfirst above them."""
    parents = Counter(block.parent for block, is_in in zip(blocks, chosen, strict=True) if is_in)
    first, last = chosen.index(True), len(chosen) - 1 - chosen[::-1].index(True)
    for at, block in enumerate(blocks):
        if chosen[at] or furniture[at] or block.kind is Kind.TITLE:
            continue
        siblings = parents[block.parent] > 1
        if opening is not None and opening < at < first:
            is_near = first - at <= _LEAD_DISTANCE
            chosen[at] = (block.lead and _is_text(block)) or (is_near and _is_prose(block))
        elif first < at < last:
            chosen[at] = main in block.path and (_is_prose(block) or (siblings and _is_text(block)))
        elif at > last:
            chosen[at] = siblings and _is_prose(block)


def _trim(blocks: Sequence[Block], chosen: list[bool], main: int) -> None:
    """Drop the little that was chosen before and after the part of the page which holds the article."""
    inside = [at for at, is_in in enumerate(chosen) if is_in and main in blocks[at].path]
    for strays in (range(inside[0]), range(inside[-1] + 1, len(blocks))):
        found = [at for at in strays if chosen[at]]
        if sum(len(blocks[at].text) for at in found) < _STRAY:
            for at in found:
                chosen[at] = False


def _is_text(block: Block) -> bool:
    length = len(block.text)
    is_text = length > 25 or (length > 10 and block.text.endswith(_CLOSED))
    return is_text and not _is_heading(block) and block.linked <= _LINKED * length


def _is_heading(block: Block) -> bool:
    """Tell a subheading from a standfirst or a paragraph that is set as one."""
    if block.kind is not Kind.HEADING:
        return False
    return not block.text.endswith(_CLOSED) or len(words(block.text)) < 2 * _PROSE_WORDS


def _is_prose(block: Block) -> bool:
    return (
        _is_text(block)
        and block.text.endswith(_CLOSED)
        and len(words(block.text)) >= _PROSE_WORDS
        and block.text[0] != "©"
    )


def _take_headings(blocks: Sequence[Block], chosen: list[bool], furniture: Sequence[bool], main: int) -> None:
    """Take a subheading with what it stands above, and leave one that stands above links or nothing."""
    below, links = False, 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if furniture[at]:
            links += _is_pointer(block)
            continue
        if _is_heading(block):
            unlinked = block.linked <= _LINKED * len(block.text)
            chosen[at] = below and links < 2 and (chosen[at] or (unlinked and main in block.path))
        below, links = chosen[at], 0
