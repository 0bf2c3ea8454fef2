"""What became of statements in articles edited by known operations: figures may rise, not fall."""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from reconciler.alignment.versions import Comparison, Fate, Passage, compare
from reconciler.language import Languages
from reconciler.model import StatementKind
from reconciler.reading import read_file

QUALITY = Path(__file__).parent
SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass
class Edited:
    """A new version being made: each of its statements with the old ones it was made of."""

    old: list[str]
    new: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    moved: set[int] = field(default_factory=set)

    def truth(self) -> set[tuple[Fate, tuple[int, ...], tuple[int, ...]]]:
        """Return every fate with the old and the new statements it is about."""
        leading: dict[int, list[int]] = {}
        found: set[tuple[Fate, tuple[int, ...], tuple[int, ...]]] = set()
        for place, (_, olds) in enumerate(self.new):
            for one in olds:
                leading.setdefault(one, []).append(place)
            if len(olds) > 1:
                found |= {(Fate.MERGED, (one,), (place,)) for one in olds}
            if not olds:
                found.add((Fate.NEW, (), (place,)))
        for one, text in enumerate(self.old):
            news = tuple(leading.get(one, ()))
            if not news:
                found.add((Fate.GONE, (one,), ()))
            elif len(news) > 1:
                found.add((Fate.SPLIT, (one,), news))
            elif len(self.new[news[0]][1]) == 1:
                same = self.new[news[0]][0] == text
                fate = (Fate.MOVED if one in self.moved else Fate.KEPT) if same else Fate.CHANGED
                found.add((fate, (one,), news))
        return found


def passages(texts: Sequence[str]) -> list[Passage]:
    """Return statements one after the other, a space between them."""
    found, start = [], 0
    for text in texts:
        found.append(Passage(start, start + len(text), StatementKind.SENTENCE, text))
        start += len(text) + 1
    return found


def answers(comparison: Comparison) -> set[tuple[Fate, tuple[int, ...], tuple[int, ...]]]:
    """Return what the program says in the form of the truth."""
    return {
        (carried.fate, () if carried.old is None else (carried.old,), carried.new)
        for carried in (*comparison.old, *comparison.added)
    }


@cache
def sentences(language: str) -> tuple[str, ...]:
    """Return all sentences of our articles in one language: many of them tell the same in other words."""
    found: dict[str, None] = {}
    for path in sorted(QUALITY.glob("alignment*/*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if article["language"] == language:
            found |= dict.fromkeys([*article.get("left", ()), *article.get("right", ())])
    return tuple(found)


@cache
def seed(number: int) -> tuple[str, ...]:
    """Return the statements of a seed, each once."""
    text = read_file(sorted(SEEDS.glob("*.txt"))[number]).text
    segments = Languages().segment(text, "fr")
    return tuple(dict.fromkeys(text[segment.start : segment.end] for segment in segments))


def reworded(text: str, rng: random.Random, other: str) -> str:
    """Return a sentence with one thing changed in the way editors do."""
    words = text.split()
    foreign = other.split()
    match rng.randrange(6):
        case 0 if re.search(r"\d", text):
            return re.sub(r"\d+", lambda found: str(int(found.group()) + rng.randint(1, 9)), text, count=1)
        case 1:  # one word for another
            words[rng.randrange(len(words))] = rng.choice(foreign)
        case 2:  # a clause added at the end
            words[-1] = words[-1].rstrip(".") + ","
            words += foreign[-6:]
        case 3 if len(words) > 8:  # the end dropped
            words = words[: -len(words) // 3]
        case 4:  # something put at the beginning
            words = [*foreign[:4], *words]
        case _:  # every fifth word
            words[:: max(len(words) // 5, 2)] = [
                rng.choice(foreign) for _ in words[:: max(len(words) // 5, 2)]
            ]
    return " ".join(words)


def edited(old: Sequence[str], strange: Sequence[str], rng: random.Random) -> Edited:
    """Return a new version of an article; `strange` are sentences that it does not have."""
    result = Edited(list(old))
    order = list(range(len(old)))
    for _ in range(max(len(old) // 60, 1)):  # paragraphs change places
        start, length = rng.randrange(len(order)), rng.randint(1, 4)
        block = order[start : start + length]
        rest = order[:start] + order[start + length :]
        target = rng.randrange(len(rest))
        if block[0] in result.moved or abs(target - start) <= length:
            continue
        order = rest[:target] + block + rest[target:]
        result.moved.update(block)
    skip = set()
    for place, one in enumerate(order):
        if one not in skip:
            skip |= _one_edit(result, order[place : place + 2], strange, rng)
    return result


def _one_edit(result: Edited, places: list[int], strange: Sequence[str], rng: random.Random) -> set[int]:
    one, text = places[0], result.old[places[0]]
    words = text.split()
    chance = rng.random()
    if chance < 0.1:
        result.new.append((reworded(text, rng, rng.choice(strange)), (one,)))
    elif chance < 0.15:
        pass  # dropped
    elif chance < 0.2:
        result.new += [(text, (one,)), (rng.choice(strange), ())]
    elif chance < 0.23:  # another one in its place
        result.new.append((rng.choice(strange), ()))
    elif chance < 0.26 and len(words) > 12:
        middle = len(words) // 2
        second = " ".join(words[middle:])
        first = " ".join(words[:middle]).rstrip(",")
        result.new += [(first + ".", (one,)), (second[0].upper() + second[1:], (one,))]
    elif chance < 0.29 and len(places) == 2 and places[1] == one + 1:
        following = result.old[places[1]]
        joined = text.rstrip(".") + ", et " + following[0].lower() + following[1:]
        result.new.append((joined, tuple(places)))
        return set(places)
    else:
        result.new.append((text, (one,)))
    return {one}


def articles(name: str, rng: random.Random) -> Iterator[Edited]:
    """Yield edited articles of one sort."""
    if name == "seeds":
        for number in (0, 1):
            strange = [text for text in sentences("fr") if text not in seed(number)]
            for _ in range(40):
                yield edited(seed(number), rng.sample(strange, 40), rng)
        return
    every = sentences(name)
    for _ in range(10):
        chosen = rng.sample(every, len(every))
        size = min(300, len(every) * 2 // 3)
        yield edited(chosen[:size], chosen[size:], rng)


def score(name: str) -> dict[Fate, tuple[float, float, int]]:
    """Return precision, recall and how many there are, for each fate with its right counterparts."""
    true, said, right = Counter[Fate](), Counter[Fate](), Counter[Fate]()
    for article in articles(name, random.Random(5)):  # noqa: S311  # the same edits each time
        truth = article.truth()
        answer = answers(compare(passages(article.old), passages([text for text, _ in article.new])))
        for counter, found in ((true, truth), (said, answer), (right, truth & answer)):
            counter.update(fate for fate, *_ in found)
    return {
        fate: (right[fate] / max(said[fate], 1), right[fate] / max(true[fate], 1), true[fate])
        for fate in Fate
    }


@pytest.mark.parametrize("name", ["seeds", "fr", "en", "de"])
def test_fates_of_edited_articles(name: str) -> None:
    """What stands is found without exception; what is reworded is missed rather than mistaken."""
    scores = score(name)
    report = {fate.value: tuple(round(figure, 3) for figure in scores[fate]) for fate in Fate}
    assert all(count >= 5 for *_, count in scores.values()), report
    for fate in (Fate.KEPT, Fate.MOVED):
        assert scores[fate][:2] == (1.0, 1.0), report
    for fate in (Fate.CHANGED, Fate.SPLIT, Fate.MERGED):
        assert scores[fate][0] >= 0.98, report
        assert scores[fate][1] >= 0.95, report
    for fate in (Fate.GONE, Fate.NEW):
        assert scores[fate][0] >= 0.95, report
        assert scores[fate][1] >= 0.98, report


def test_another_article_on_the_event_is_no_new_version() -> None:
    """Of two articles taken for two versions, next to nothing is one that tells of something else."""
    claimed = wrong = 0
    for path in sorted(QUALITY.glob("alignment*/*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if "left" not in article:
            continue
        linked = {(left, right) for left, right, *_ in (*article["links"], *article["optional"])}
        comparison = compare(passages(article["left"]), passages(article["right"]))
        for carried in comparison.old:
            claimed += bool(carried.new)
            wrong += bool(carried.new) and not any((carried.old, new) in linked for new in carried.new)
    assert claimed >= 20
    assert wrong <= 2
