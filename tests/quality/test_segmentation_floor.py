"""How articles of our own, each another kind of mess, are cut: figures may rise, not fall below their floors.

A file of segmentation/ holds an article's lines with a ``¦`` before each statement, and between two
of them its kind where it is no sentence: ``¦t¦`` title, ``¦l¦`` teaser, ``¦h¦`` heading, ``¦b¦`` what is
not part of the article. Those of the set "kept back" were not looked at while the rules were mended.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reconciler.language import Languages
from reconciler.model import StatementKind

GOLD = Path(__file__).parent / "segmentation"
LANGUAGES = Languages()
MARK = re.compile(r"¦(?:([tlhb])¦)?")
FURNITURE = (StatementKind.BOILERPLATE, StatementKind.METADATA)
MEASURES = ("boundaries", "statements", "furniture")
Cut = frozenset[tuple[int, int, bool]]
"""Where statements begin and end, and whether each is furniture."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its statements as a reader would cut it."""

    name: str
    language: str
    kept_back: bool
    floors: tuple[float, ...]
    text: str
    gold: Cut


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found rightly, found, and to be found."""

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


def article(path: Path) -> Article:
    """Read an article and take the marks out of it."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    body = "\n".join(stored["lines"])
    text, starts, behind = "", [], 0
    for mark in MARK.finditer(body):
        text += body[behind : mark.start()]
        behind = mark.end()
        starts.append((len(text), mark[1] == "b"))
    text += body[behind:]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return Article(
        path.stem,
        stored["language"],
        stored["set"] == "kept back",
        tuple(stored["floors"]),
        text,
        frozenset(
            (start, start + len(text[start:end].rstrip()), furniture)
            for (start, furniture), end in zip(starts, ends, strict=True)
        ),
    )


@cache
def articles() -> tuple[Article, ...]:
    return tuple(article(path) for path in sorted(GOLD.glob("*.json")))


@cache
def cut(name: str) -> Cut:
    """Cut an article by the program, in the language it takes it for."""
    text = next(one.text for one in articles() if one.name == name)
    found = LANGUAGES.segment(text, LANGUAGES.detect(text))
    return frozenset((one.start, one.end, one.kind in FURNITURE) for one in found)


VIEWS: tuple[Callable[[Cut], frozenset[object]], ...] = (
    lambda some: frozenset(start for start, _, _ in some),
    lambda some: frozenset((start, end) for start, end, _ in some),
    lambda some: frozenset((start, end) for start, end, furniture in some if furniture),
)


def counts(some: Iterable[Article]) -> tuple[Counts, ...]:
    """Count boundaries, statements and furniture over some articles."""
    pairs = [(cut(one.name), one.gold) for one in some]
    return tuple(
        Counts(
            sum(len(view(found) & view(gold)) for found, gold in pairs),
            sum(len(view(found)) for found, _ in pairs),
            sum(len(view(gold)) for _, gold in pairs),
        )
        for view in VIEWS
    )


def report(some: Iterable[Article]) -> str:
    """Say article by article what became better or worse than its floors, with the statements concerned."""
    lines = []
    for one in some:
        scores = [count.f1 for count in counts([one])]
        if all(score == floor == 1.0 for score, floor in zip(scores, one.floors, strict=True)):
            continue
        change = "regressed" if is_below(one) else "held"
        if change == "held" and any(a > b + 0.01 for a, b in zip(scores, one.floors, strict=True)):
            change = "improved"
        told = ", ".join(
            f"{measure} {score:.3f} (floor {floor})"
            for measure, score, floor in zip(MEASURES, scores, one.floors, strict=True)
        )
        lines.append(f"{one.name}: {change}, {told}")
        if not one.kept_back:
            lines += [f"    missed {one.text[a:b]!r}" for a, b, _ in sorted(one.gold - cut(one.name))]
            lines += [f"    wrong  {one.text[a:b]!r}" for a, b, _ in sorted(cut(one.name) - one.gold)]
    return "\n".join(lines)


def is_below(one: Article) -> bool:
    return any(count.f1 < floor for count, floor in zip(counts([one]), one.floors, strict=True))


def test_no_article_falls_below_its_floors() -> None:
    assert len(articles()) >= 40
    if any(is_below(one) for one in articles()):
        pytest.fail("\n" + report(articles()), pytrace=False)


@pytest.mark.parametrize(
    ("kept_back", "floors"),
    [(False, (0.99, 0.98, 0.95)), (True, (0.975, 0.95, 0.9))],
    ids=["mended", "kept back"],
)
def test_all_articles_together(*, kept_back: bool, floors: tuple[float, ...]) -> None:
    some = [one for one in articles() if one.kept_back == kept_back]
    scores = [count.f1 for count in counts(some)]
    below = any(score < floor for score, floor in zip(scores, floors, strict=True))
    assert not below, f"{dict(zip(MEASURES, scores, strict=True))}\n{report(some)}"


@pytest.mark.parametrize("name", [one.name for one in articles()])
def test_the_language_of_an_article_is_found_through_its_mess(name: str) -> None:
    one = next(one for one in articles() if one.name == name)
    assert LANGUAGES.detect(one.text) == one.language
