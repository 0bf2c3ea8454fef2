"""What is pasted elsewhere says where it comes from, what is assumed and what was decided."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reconciler.case import Case
from reconciler.gui.citation import cite_match, cite_source, cite_statement
from reconciler.model import Article, Relation, Segment, Source, SourceDraft, StatementKind, Verdict


def draft(name: str, text: str, **known: str) -> SourceDraft:
    article = Article(name, text, name.encode().hex().ljust(64, "0"), **known)  # type: ignore[arg-type]
    return SourceDraft(article, "en", (Segment(0, len(text), StatementKind.SENTENCE),))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = Case.create(tmp_path / "ferry.reconciler", analyst="Ada")
    case.add_sources(
        [
            draft("ferry.txt", "The ferry <b>sank</b>\nat noon."),
            draft(
                "boat.txt",
                "It went down at 12.",
                title="Ferry lost",
                outlet="Harbour News",
                url="https://harbour.example/ferry",
                published="2024-05-02",
            ),
        ]
    )
    first, second = case.sources
    case.link([case.statements(first.id)[0].id], [case.statements(second.id)[0].id], [])
    yield case
    case.close()


def test_a_statement_is_cited_with_outlet_title_date_and_address(case: Case) -> None:
    second = case.sources[1]
    cited = cite_statement(case, case.statements(second.id)[0].id)
    words, source = cited.split("\n")
    assert words == "“It went down at 12.”"
    assert source == "— Harbour News, “Ferry lost”, 2 May 2024, https://harbour.example/ferry"


def test_what_is_not_known_is_said_and_an_assumed_date_is_called_so(case: Case) -> None:
    cited = cite_statement(case, case.statements(case.sources[0].id)[0].id)
    assert "outlet not stated" in cited
    assert "2 May 2024 (assumed)" in cited
    assert "http" not in cited
    assert "The ferry <b>sank</b> at noon." in cited


def test_a_source_without_any_date_says_so(case: Case) -> None:
    bare: Source = replace(case.sources[1], published=None, url=None)
    assert cite_source(bare) == "— Harbour News, “Ferry lost”, no date"


def test_a_match_is_cited_with_both_ends_verdict_relation_and_note(case: Case) -> None:
    (match,) = case.matches
    case.decide([match], Verdict.CONFIRMED, Relation.DIFFERS)
    case.annotate(match, "Noon or 12: the same.")
    cited = cite_match(case, match)
    assert cited.index("The ferry") < cited.index("It went down") < cited.index("confirmed, differs")
    assert "linked by hand" in cited
    assert cited.endswith("Note: Noon or 12: the same.")


def test_a_match_without_note_has_no_line_for_it(case: Case) -> None:
    (match,) = case.matches
    assert "Note" not in cite_match(case, match)
