"""Agreement counted by whom it leads back to, not by how many print it."""

from collections.abc import Sequence
from dataclasses import replace

from reconciler.alignment.origins import of_claims
from reconciler.model import (
    Claim,
    ClaimBasis,
    Signal,
    SignalKind,
    Source,
    SourceId,
    Statement,
    StatementId,
    StatementKind,
)
from reconciler.signals import AttributionValue, encode

PASSAGE = "The ferry sank within ten minutes of leaving the harbour on Monday morning."


def source(number: int, outlet: str | None, published: str | None = None) -> Source:
    return Source(
        SourceId(number), "A", f"Title {number}", outlet, None, published, False, "en", "", "", "", "a.txt"
    )


def statement(
    number: int,
    of: int,
    text: str = "It sank.",
    by: Sequence[AttributionValue] = (),
    kind: StatementKind = StatementKind.SENTENCE,
) -> Statement:
    signals = tuple(Signal(SignalKind.ATTRIBUTION, 0, 2, text[:2], encode(value)) for value in by)
    return Statement(StatementId(number), SourceId(of), number, 0, len(text), kind, text, signals)


def origins(sources: Sequence[Source], statements: Sequence[Statement], *claim: int) -> tuple[str, ...]:
    members = tuple(StatementId(number) for number in claim)
    (found,) = of_claims(sources, statements, [Claim(members, ClaimBasis.PROPOSED)])
    return tuple(each.key for each in found)


def test_two_outlets_that_name_one_source_are_one_origin() -> None:
    wapo = AttributionValue("washington post")
    both = [statement(1, 1, by=[wapo]), statement(2, 2, by=[wapo])]
    assert origins([source(1, "Echo"), source(2, "Globe")], both, 1, 2) == ("washington post",)


def test_an_outlet_that_names_nobody_is_its_own_origin() -> None:
    both = [statement(1, 1), statement(2, 2)]
    assert origins([source(1, "Echo"), source(2, None)], both, 1, 2) == ("Echo", "Title 2")


def test_where_no_outlet_is_known_the_site_tells_whose_an_article_is() -> None:
    article = replace(source(1, None), url="https://www.harbour.example/news/ferry")
    assert origins([article], [statement(1, 1)], 1) == ("harbour.example",)
    unnamed = statement(1, 1, by=[AttributionValue("official", anonymous=True)])
    assert origins([article], [unnamed], 1) == ("official (harbour.example)",)
    assert origins([replace(article, url=None)], [unnamed], 1) == ("official (A)",)


def test_a_chain_leads_to_its_end_and_an_unnamed_source_is_known_by_who_speaks_to_it() -> None:
    passed_on = AttributionValue("defence ministry", ("le soir",))
    unnamed = AttributionValue("source", ("le soir",), anonymous=True)
    sources = [source(1, "Echo")]
    assert origins(sources, [statement(1, 1, by=[passed_on])], 1) == ("defence ministry",)
    assert origins(sources, [statement(1, 1, by=[unnamed])], 1) == ("source (le soir)",)
    own = AttributionValue("source", anonymous=True)
    assert origins(sources, [statement(1, 1, by=[own])], 1) == ("source (Echo)",)


def test_the_newspaper_is_the_one_that_the_article_named_last() -> None:
    said = [
        statement(1, 1, by=[AttributionValue("washington post")]),
        statement(2, 1, by=[AttributionValue("american newspaper")]),
    ]
    assert origins([source(1, "Echo")], said, 2) == ("washington post",)


def test_a_dispatch_is_its_agency_s_and_a_picture_s_credit_is_nobody_s() -> None:
    def credited(text: str) -> tuple[str, ...]:
        furniture = statement(2, 1, text, kind=StatementKind.BOILERPLATE)
        return origins([source(1, "Echo")], [statement(1, 1), furniture], 1)

    assert credited("(Reuters)") == ("Reuters",)
    assert credited("With AFP and our own staff") == ("AFP",)
    assert credited("© Belga-AFP") == ("Echo",)
    assert credited("Photo: Reuters") == ("Echo",)


def test_a_passage_printed_twice_is_the_earlier_article_s() -> None:
    sources = [source(1, "Echo", "2024-03-12"), source(2, "Globe", "2024-03-11")]
    both = [statement(1, 1, PASSAGE), statement(2, 2, PASSAGE.replace("Monday morning", "Monday"))]
    assert origins(sources, both, 1, 2) == ("Globe",)


def test_short_statements_come_out_alike_by_chance() -> None:
    sources = [source(1, "Echo", "2024-03-12"), source(2, "Globe", "2024-03-11")]
    assert origins(sources, [statement(1, 1), statement(2, 2)], 1, 2) == ("Echo", "Globe")
