"""What is proposed between articles, and what is said of it."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.in_lines import in_lines

from reconciler.alignment import (
    MODEL,
    Document,
    Judgement,
    PairAlignment,
    ReasonName,
    Settings,
    Unit,
    align,
)
from reconciler.alignment.evidence import AGAINST, Feature
from reconciler.alignment.model import shipped
from reconciler.errors import Cancelled
from reconciler.language import Languages
from reconciler.model import Proposal, SourceId, StatementId, StatementKind

LANGUAGES = Languages()

BRIDGE_ONE = (
    "Le pont de Tavel a été fermé lundi, une école a été évacuée et le préfet a promis des bus.",
    "Le maire a remercié les bénévoles.",
    "Un concert de soutien aura lieu au théâtre.",
)
BRIDGE_TWO = (
    "Les bus promis par le préfet circulent déjà.",
    "La fermeture du pont de Tavel date de lundi.",
    "Les vendanges commencent avec deux semaines d'avance.",
)


def document(
    number: int, texts: Sequence[str], language: str = "fr", kinds: Sequence[StatementKind] | None = None
) -> Document:
    """Return a document whose statements have the ids 100·number, 100·number + 1 and so on."""
    kinds = kinds or [StatementKind.SENTENCE] * len(texts)
    units = tuple(
        Unit(StatementId(100 * number + place), kind, text, LANGUAGES.words(text, language))
        for place, (text, kind) in enumerate(zip(texts, kinds, strict=True))
    )
    return Document(SourceId(number), language, None, units)


def telling(document: Document) -> Document:
    """Return the document with what its statements carry, each as a line of an article."""
    units = document.units
    text, segments = in_lines([unit.text for unit in units], [unit.kind for unit in units])
    signals = LANGUAGES.signals(text, segments, document.language, document.published)
    told = (replace(unit, signals=found) for unit, found in zip(units, signals, strict=True))
    return replace(document, units=tuple(told))


def aligned(left: Sequence[str], right: Sequence[str], language: str = "fr") -> PairAlignment:
    (pair,) = align([document(1, left, language), document(2, right, language)])
    return pair


def shown(pair: PairAlignment) -> set[tuple[int, int]]:
    """Return the places of the proposals."""
    return {(proposal.left - 100, proposal.right - 200) for proposal in pair.proposals}


def table(pair: PairAlignment) -> NDArray[np.float64]:
    assert pair.scores is not None
    return pair.scores.dense()


def marked(text: str, proposal: Proposal, name: ReasonName, side: str) -> list[str]:
    """Return the words of a statement that a reason speaks of."""
    (reason,) = [reason for reason in proposal.reasons if reason.name == name]
    spans = reason.left if side == "left" else reason.right
    return [text[span.start : span.end] for span in spans]


def test_a_compound_statement_is_linked_to_each_that_shares_a_part_of_it() -> None:
    assert {(0, 0), (0, 1)} <= shown(aligned(BRIDGE_ONE, BRIDGE_TWO))


def test_statements_without_counterpart_stay_alone() -> None:
    links = shown(aligned(BRIDGE_ONE, BRIDGE_TWO))
    assert not [link for link in links if link[0] in (1, 2) or link[1] == 2]


def test_articles_on_different_things_get_nothing() -> None:
    cooking = (
        "Faites fondre le beurre dans une casserole.",
        "Ajoutez la farine et remuez deux minutes.",
        "Versez le lait froid en une fois.",
    )
    orchestra = (
        "L'orchestre ouvrira sa saison à Lorcy avec une symphonie de Mahler.",
        "La violoniste Inès Caradec jouera en soliste.",
        "Les abonnements se prennent jusqu'au 30 juin.",
    )
    assert not shown(aligned(cooking, orchestra))


def test_the_same_number_ranks_a_pair_above_another_number() -> None:
    pair = aligned(
        ["Les secours ont compté 47 blessés à Tavel.", "Le marché a lieu le jeudi."],
        ["À Tavel, 52 personnes ont été blessées.", "À Tavel, 47 personnes ont été blessées."],
    )
    same, other = table(pair)[0, 1], table(pair)[0, 0]
    assert same / (1 - same) > 3 * other / (1 - other)


def test_a_shared_rare_word_tells_more_than_a_shared_frequent_one() -> None:
    pair = aligned(
        ["The minister said the glacier was safe.", "The choir sang."],
        ["The minister said taxes would rise.", "A glacier is safe, experts think."],
        "en",
    )
    assert table(pair)[0, 1] > table(pair)[0, 0]


def test_only_titles_leads_and_sentences_are_linked() -> None:
    text = "Le pont de Tavel a été fermé lundi."
    other = "Les vendanges commencent."
    kinds = list(StatementKind)
    (pair,) = align(
        [document(1, [text] * len(kinds), kinds=kinds), document(2, [text, other])],
    )
    matched = {place for place, kind in enumerate(kinds) if kind.is_matched}
    assert {left for left, _ in shown(pair)} == matched
    for place in set(range(len(kinds))) - matched:
        assert not table(pair)[place].any()


def test_every_pair_of_three_documents_is_lined_up_in_order_of_ids() -> None:
    documents = [document(number, BRIDGE_ONE) for number in (3, 1, 2)]
    assert [(pair.left, pair.right) for pair in align(documents)] == [(1, 2), (1, 3), (2, 3)]


def test_the_reasons_begin_with_the_shared_words_and_mark_them() -> None:
    pair = aligned(BRIDGE_ONE, BRIDGE_TWO)
    (proposal,) = [one for one in pair.proposals if (one.left, one.right) == (100, 201)]
    assert proposal.reasons[0].name == ReasonName.WORDS
    assert {"pont", "Tavel", "fermé", "lundi"} == set(
        marked(BRIDGE_ONE[0], proposal, ReasonName.WORDS, "left")
    )
    assert "fermeture" in marked(BRIDGE_TWO[1], proposal, ReasonName.WORDS, "right")
    assert marked(BRIDGE_ONE[0], proposal, ReasonName.NAMES, "left") == ["Tavel"]


def test_a_shared_number_is_a_reason_of_its_own() -> None:
    left, right = "Les secours ont compté quatre blessés.", "4 blessés, selon les secours."
    pair = aligned([left, "Il pleut."], [right, "Le stade est plein."])
    (proposal,) = pair.proposals
    assert marked(left, proposal, ReasonName.NUMBERS, "left") == ["quatre"]
    assert marked(right, proposal, ReasonName.NUMBERS, "right") == ["4"]


def test_the_reasons_add_up_to_the_score() -> None:
    documents = [document(1, BRIDGE_ONE), document(2, BRIDGE_TWO), document(3, BRIDGE_ONE[:2])]
    judgements = [
        Judgement(StatementId(100 + row), StatementId(number + column), row == column)
        for number in (200, 300)
        for row in range(3)
        for column in range(3)
    ] * 2
    for settings in (Settings(), Settings(reach=0.0, learn=False), Settings(reach=1.0)):
        for pair in align(documents, settings, judgements, relations=LANGUAGES):
            for left in pair.left_units:
                for right in pair.right_units:
                    proposal = pair.proposal_for(left, right)
                    log_odds = sum(reason.value for reason in proposal.reasons)
                    assert proposal.confidence == pytest.approx(1 / (1 + np.exp(-log_odds)), abs=1e-9)


def test_a_pair_with_counterparts_elsewhere_is_less_sure() -> None:
    text = "Le pont a été fermé."

    def odds(right: Sequence[str]) -> float:
        pair = aligned([text, "Il pleut."], right)
        sure = pair.proposal_for(StatementId(100), StatementId(200)).confidence
        return sure / (1 - sure)

    assert odds([text, "Le stade est plein."]) > 1.5 * odds([text, text])


def test_the_same_rare_day_speaks_for_a_pair_and_another_number_against() -> None:
    left = ["Le conseil a voté le budget le 12 mars 2024.", "Il compte 15 membres.", "La séance fut longue."]
    right = [
        "Le 12 mars 2024, les comptes ont été adoptés.",
        "Il compte 19 membres.",
        "Le public râlait.",
    ]
    (pair,) = align([telling(document(1, left)), telling(document(2, right))])
    dates = {one.name: one for one in pair.proposal_for(StatementId(100), StatementId(200)).reasons}
    assert dates[ReasonName.DATES].value > 0.3
    start, end = dates[ReasonName.DATES].left[0].start, dates[ReasonName.DATES].left[0].end
    assert "12 mars 2024" in left[0][start:end]
    numbers = {one.name: one.value for one in pair.proposal_for(StatementId(101), StatementId(201)).reasons}
    assert numbers[ReasonName.NUMBERS] < 0


def test_words_that_stand_for_each_other_make_a_pair_surer() -> None:
    left = ["La Belgique réclame des explications.", "Il pleut."]
    right = ["Bruxelles réclame des explications.", "Le stade est plein."]
    plain, knowing = (
        align([document(1, left), document(2, right)], relations=relations)[0].proposal_for(
            StatementId(100), StatementId(200)
        )
        for relations in (None, LANGUAGES)
    )
    assert knowing.confidence > plain.confidence
    assert "Belgique" in marked(left[0], knowing, ReasonName.WORDS, "left")


def test_a_third_source_that_has_the_like_of_both_speaks_for_them() -> None:
    one = ["Le feu a pris dans un entrepôt de Lorient mardi.", "Il pleut.", "Le stade est plein."]
    two = ["Un hangar breton a brûlé.", "Les vendanges commencent.", "La mairie a voté."]
    both = ["Un hangar breton a brûlé : le feu a pris mardi dans un entrepôt de Lorient.", "Rien de plus."]
    pairs = align([document(1, one), document(2, two), document(3, both)])
    values = {
        each.name: each.value for each in pairs[0].proposal_for(StatementId(100), StatementId(200)).reasons
    }
    assert values[ReasonName.THIRD_SOURCE] > 0.3


def test_whole_statements_are_asked_for_at_the_one_end_and_parts_at_the_other() -> None:
    documents = [document(1, BRIDGE_ONE), document(2, BRIDGE_TWO)]
    sure = [
        align(documents, Settings(reach=reach))[0].proposal_for(StatementId(100), StatementId(200)).confidence
        for reach in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    assert sure == sorted(sure)
    assert sure[-1] / (1 - sure[-1]) > 10 * sure[0] / (1 - sure[0])


def test_a_link_made_by_hand_gets_the_models_own_score_and_reasons() -> None:
    pair = aligned(BRIDGE_ONE, BRIDGE_TWO)
    proposal = pair.proposal_for(StatementId(102), StatementId(202))
    assert (102, 202) not in {(one.left, one.right) for one in pair.proposals}
    assert proposal.confidence == table(pair)[2, 2]
    assert proposal.reasons[0].name == ReasonName.WORDS


def test_a_proposal_says_the_same_when_it_is_asked_for_again() -> None:
    pair = aligned(BRIDGE_ONE, BRIDGE_TWO)
    assert pair.proposals
    for proposal in pair.proposals:
        assert pair.proposal_for(proposal.left, proposal.right) == proposal


def test_a_statement_of_another_source_has_no_proposal() -> None:
    pair = aligned(BRIDGE_ONE, BRIDGE_TWO)
    with pytest.raises(KeyError):
        pair.proposal_for(StatementId(200), StatementId(100))


def test_a_statement_that_is_not_matched_can_be_asked_for() -> None:
    kinds = [StatementKind.HEADING]
    (pair,) = align([document(1, ["Un pont fermé"], kinds=kinds), document(2, ["Le pont est fermé."])])
    proposal = pair.proposal_for(StatementId(100), StatementId(200))
    assert proposal.confidence == 0.0
    assert [reason.value for reason in proposal.reasons] == [0.0]


def test_progress_rises_to_the_end() -> None:
    told: list[float] = []
    align([document(number, BRIDGE_ONE) for number in (1, 2, 3)], progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] == 1.0


def test_cancelling_stops_the_work_between_its_steps() -> None:
    documents = [document(1, BRIDGE_ONE), document(2, BRIDGE_TWO)]
    told: list[float] = []
    with pytest.raises(Cancelled):
        align(documents, progress=told.append, cancelled=lambda: len(told) >= 2)
    assert told
    assert told[-1] < 1.0


def test_the_package_is_light_until_something_is_aligned() -> None:
    heavy = ("numpy", "scipy", "rapidfuzz", "wordfreq")
    code = f"import sys, reconciler.alignment; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_shipped_model_has_a_name_and_the_signs_it_must_have() -> None:
    weights = shipped()
    assert weights.name == MODEL
    signs = dict(zip(Feature, weights.features, strict=True))
    assert all((value <= 0) == (feature in AGAINST) for feature, value in signs.items())
    assert weights.order > 0
    for expected in (weights.first, weights.last):
        assert expected.firmness > 0
        assert np.isfinite([weights.bias, expected.bias, *expected.documents]).all()


def test_the_best_counterparts_of_a_statement_come_first_from_either_side() -> None:
    (pair,) = align([document(1, BRIDGE_ONE), document(2, BRIDGE_TWO)])
    one, two = StatementId(100), StatementId(201)
    best = pair.best_for(one, 2)
    assert [each.left for each in best] == [one, one]
    assert {each.right for each in best} == {StatementId(200), two}
    assert best[0].confidence >= best[1].confidence > 0
    assert best[0] == pair.proposal_for(one, best[0].right)
    assert pair.best_for(two, 1)[0].left == one
    with pytest.raises(KeyError):
        pair.best_for(StatementId(999), 1)
