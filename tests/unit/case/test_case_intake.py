"""From articles to an aligned case, with the real languages and the real aligner."""

from pathlib import Path

import pytest

from reconciler.alignment import MODEL
from reconciler.case import Case
from reconciler.case.evidence import KeptReasons
from reconciler.case.intake import align_sources, documents, prepare, run_settings
from reconciler.errors import Cancelled
from reconciler.language import Languages
from reconciler.model import Article, Source, Statement, StatementKind
from reconciler.reading import read_file

FRENCH = """Le vieux pont de Sarlat ferme

Le pont est fermé depuis lundi, a annoncé la mairie. Douze personnes ont été blessées samedi.
Les travaux dureront deux ans."""
ENGLISH = """Old bridge in Sarlat closed

The bridge has been shut since Monday. Twelve people were injured on Saturday, the mayor said."""


@pytest.fixture(scope="module")
def languages() -> Languages:
    """The pipelines, loaded once."""
    return Languages()


def taken_in(case: Case) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    statements = [each for source in case.sources for each in case.statements(source.id)]
    return case.sources, tuple(statements)


def test_an_article_is_cut_in_its_own_language_and_named_after_its_title(languages: Languages) -> None:
    french = prepare(Article("pont.txt", FRENCH, "1" * 64), languages)
    english = prepare(Article("bridge.txt", ENGLISH, "2" * 64, title="Told elsewhere"), languages)
    assert (french.language, english.language) == ("fr", "en")
    assert french.article.title == "Le vieux pont de Sarlat ferme"
    assert english.article.title == "Told elsewhere"
    texts = [FRENCH[each.start : each.end] for each in french.segments]
    assert "Les travaux dureront deux ans." in texts
    assert french.segments[0].kind is StatementKind.TITLE


def test_the_aligner_sees_every_statement_with_its_words(languages: Languages, path: Path) -> None:
    with Case.create(path) as case:
        case.add_sources([prepare(Article("pont.txt", FRENCH, "1" * 64), languages)])
        sources, statements = taken_in(case)
        (document,) = documents(sources, tuple(reversed(statements)), languages)
    assert [unit.id for unit in document.units] == [each.id for each in statements]
    assert (document.source, document.language, document.published) == (1, "fr", None)
    words = {unit.text[word.start : word.end] for unit in document.units for word in unit.words}
    assert {"pont", "mairie", "travaux"} <= words


def test_articles_become_a_case_with_proposals_and_reasons(
    languages: Languages, path: Path, seeds: tuple[Path, Path]
) -> None:
    with Case.create(path) as case:
        case.add_sources([prepare(read_file(seed), languages) for seed in seeds])
        told: list[float] = []
        found = align_sources(*taken_in(case), languages, progress=told.append)
        proposals = [each for alignment in found.alignments for each in alignment.proposals]
        assert proposals
        assert all(isinstance(each.reasons, KeptReasons) for each in proposals), "off the GUI thread"
        case.record_signals(found.signals)
        case.record_run(MODEL, run_settings(case.settings, found), found.alignments)
        assert case.matches
        assert all(match.reasons and 0 <= match.confidence <= 1 for match in case.matches.values())
        assert all(case.statement(match.left).source == 1 for match in case.matches.values())
        assert told == sorted(told)
        assert told[-1] == 1
        assert case.is_aligned
        kept = dict(case.matches)
    with Case.open(path) as again:
        assert dict(again.matches) == kept


def test_alignment_stops_when_asked_to(languages: Languages, path: Path) -> None:
    drafts = [
        prepare(Article("pont.txt", FRENCH, "1" * 64), languages),
        prepare(Article("bridge.txt", ENGLISH, "2" * 64), languages),
    ]
    with Case.create(path) as case:
        case.add_sources(drafts)
        with pytest.raises(Cancelled):
            align_sources(*taken_in(case), languages, cancelled=lambda: True)
