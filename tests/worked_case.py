"""A case with some of everything in it, made by chance, for tests of what is read and handed over."""

import hashlib
from pathlib import Path
from random import Random

from tests.in_lines import in_lines

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import (
    Article,
    ClaimField,
    MatchId,
    Proposal,
    SourceDraft,
    StatementKind,
    Verdict,
)

WORDS = ("A bridge shut", "The bridge over the river was shut on Monday", "Nobody died", "Short", "Long " * 9)
KINDS = (StatementKind.TITLE, StatementKind.SENTENCE, StatementKind.HEADING, StatementKind.BOILERPLATE)


def draft(number: int, chance: Random) -> SourceDraft:
    sentences = [chance.choice(WORDS) for _ in range(4)]
    text, segments = in_lines(sentences, [chance.choice(KINDS) for _ in sentences])
    digest = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
    return SourceDraft(Article(f"{number}.txt", text, digest), "en", segments)


def worked_on(path: Path, chance: Random) -> Case:
    """Return a case of three sources with some of everything that the view of claims looks at."""
    case = Case.create(path, analyst="Ada")
    case.add_sources([draft(number, chance) for number in range(3)])
    a, b, c = (source.id for source in case.sources)
    for left, right in ((a, b), (a, c), (b, c)):
        ends = [(x.id, y.id) for x in case.statements(left) for y in case.statements(right)]
        found = tuple(Proposal(x, y, 0.5, ()) for x, y in sorted(chance.sample(ends, 4)))
        case.record_run("test-1", "{}", [PairAlignment(left, right, found)])
    matches: list[MatchId] = list(case.matches)
    case.decide(matches[:1], Verdict.CONFIRMED)
    for _ in range(chance.randrange(12)):
        case.decide([chance.choice(matches)], chance.choice(list(Verdict)))
    numbers = [each.id for source in case.sources for each in case.statements(source.id)]
    for _ in range(chance.randrange(8)):
        label = chance.choice(("", "a name", str(chance.choice(numbers))))
        case.edit_claim(chance.choice(numbers), ClaimField.LABEL, label)
        case.edit_claim(chance.choice(numbers), ClaimField.ASSESSMENT, chance.choice(("", "unclear")))
        case.edit_claim(chance.choice(numbers), ClaimField.NOTE, chance.choice(("", "a note")))
    if chance.random() < 0.3:
        case.remove_source(chance.choice((a, b, c)))
    if not any(case.standing(each).verdict is Verdict.CONFIRMED for each in case.matches):
        case.decide(list(case.matches)[:1], Verdict.CONFIRMED)
    return case
