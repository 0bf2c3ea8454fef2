"""In a language without rules nothing is compared: what can't be found is not called lost."""

from pathlib import Path

import pytest

from reconciler.case import Case
from reconciler.model import Article, Segment, Signal, SignalKind, SourceDraft, StatementKind
from reconciler.signals import AttributionValue, encode

SAID = "Twelve were hurt, said the mayor."


def draft(text: str, language: str) -> SourceDraft:
    """Return an article of one sentence."""
    article = Article("a.txt", text, text.encode().hex().ljust(64, "0")[:64])
    return SourceDraft(article, language, (Segment(0, len(text), StatementKind.SENTENCE),))


@pytest.mark.parametrize(("language", "compared"), [("fr", True), ("de", False), ("und", False)])
def test_only_languages_with_rules_are_compared(tmp_path: Path, language: str, compared: bool) -> None:
    with Case.create(tmp_path / "c.reconciler", analyst="Ada") as case:
        case.add_sources([draft(SAID, "en"), draft("12 hurt.", language)])
        left, right = (case.statements(source.id)[0] for source in case.sources)
        words = "said the mayor"
        at = SAID.index(words)
        signal = Signal(SignalKind.ATTRIBUTION, at, at + len(words), words, encode(AttributionValue("mayor")))
        case.record_signals({left.id: (signal,)})
        case.link([left.id], [right.id])
        (match,) = case.matches
        assert bool(case.differences(match)) is compared
