"""What is proposed between articles, and what is said of it."""

import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest

from reconciler.alignment import MODEL, Document, PairAlignment, ReasonName, Unit, align
from reconciler.alignment.model import Feature, shipped
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


def aligned(left: Sequence[str], right: Sequence[str], language: str = "fr") -> PairAlignment:
    (pair,) = align([document(1, left, language), document(2, right, language)])
    return pair


def shown(pair: PairAlignment) -> set[tuple[int, int]]:
    """Return the places of the proposals."""
    return {(proposal.left - 100, proposal.right - 200) for proposal in pair.proposals}


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
    assert pair.scores[0, 1] > pair.scores[0, 0] + 0.1


def test_a_shared_rare_word_tells_more_than_a_shared_frequent_one() -> None:
    pair = aligned(
        ["The minister said the glacier was safe.", "The choir sang."],
        ["The minister said taxes would rise.", "A glacier is safe, experts think."],
        "en",
    )
    assert pair.scores[0, 1] > pair.scores[0, 0]


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
        assert not pair.scores[place].any()


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


def test_a_pair_with_counterparts_elsewhere_is_less_of_an_only_one() -> None:
    text = "Le pont de Tavel a été fermé lundi."

    def lead(right: Sequence[str]) -> float:
        proposal = aligned([text, "Il pleut."], right).proposal_for(StatementId(100), StatementId(200))
        return sum(reason.value for reason in proposal.reasons if reason.name == ReasonName.ONLY_COUNTERPART)

    assert lead([text, "Le stade est plein."]) > lead([text, text]) + 0.3


def test_a_link_made_by_hand_gets_the_models_own_score_and_reasons() -> None:
    pair = aligned(BRIDGE_ONE, BRIDGE_TWO)
    proposal = pair.proposal_for(StatementId(102), StatementId(202))
    assert (102, 202) not in {(one.left, one.right) for one in pair.proposals}
    assert proposal.confidence == pair.scores[2, 2]
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
    assert all(
        (value <= 0) == (feature is Feature.OTHER_NUMBERS) for feature, value in weights.statements.items()
    )
    assert np.isfinite([weights.bias, *weights.documents.values()]).all()
