"""A case whose articles, names, notes and addresses try everything that a format could fall for."""

import hashlib
from pathlib import Path

from tests.in_lines import titled

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import (
    Article,
    Proposal,
    Relation,
    SourceDraft,
    SourceId,
    StatementId,
    Verdict,
)

HOSTILE = (
    '<script>alert("1")</script> <img src=x onerror=alert(1)> & <b>bold</b>',
    "=cmd|' /C calc'!A0 is what the sheet said.",
    "]]> --> </style></script> &lt;p&gt; ends what was open.",
    "\u202egnp.exe\u202c was \u200fsent\u200f with \U0001f525 and \x07 a bell.",
    "long " * 4000 + "end.",
)
TAME = ("A tame title", "A second line.", "A third line.", "A fourth line.", "A fifth line.")


def draft(name: str, sentences: tuple[str, ...], url: str | None) -> SourceDraft:
    text, segments = titled(sentences)
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(name, text, digest, sentences[0], outlet=f"{name} <i>", url=url, published="2024-05-06")
    return SourceDraft(article, "en", segments)


def hostile_case(folder: Path) -> Case:
    """Return the case, open, with two of its five matches confirmed, one unsure and one rejected."""
    case = Case.create(folder / "a <b> case.reconciler", analyst="<u>Eve</u>")
    case.add_sources(
        [
            draft("one", HOSTILE, "javascript:alert(1)"),
            draft("two", TAME, 'https://example.org/"><script>'),
        ]
    )
    proposals = [Proposal(StatementId(n), StatementId(n + 5), 0.9 - n / 10, ()) for n in range(1, 6)]
    case.record_run("test-1", "{}", [PairAlignment(SourceId(1), SourceId(2), tuple(proposals))])
    numbers = list(case.matches)
    case.decide(numbers[:2], Verdict.CONFIRMED, Relation.CONTRADICTS)
    case.decide(numbers[2:3], Verdict.UNSURE)
    case.decide(numbers[3:4], Verdict.REJECTED)
    case.annotate(numbers[0], "</footer><script>note</script>")
    return case
