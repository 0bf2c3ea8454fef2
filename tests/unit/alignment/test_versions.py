"""What became of the statements of an article in its new version."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reconciler.alignment.versions import Carried, Comparison, Fate, Passage, compare
from reconciler.language import Languages
from reconciler.model import Segment, SourceId, Statement, StatementId, StatementKind
from reconciler.reading import read_file

SEED = Path(__file__).parents[3] / "seeds" / "000_28ea63c9d8ce9e21.txt"

BARGE = (
    "Une péniche coule dans le canal de Vermeil",
    "Une péniche chargée de gravier a coulé jeudi matin dans le canal de Vermeil, sans faire de victime.",
    "Le bateau avait heurté une pile du pont Saint-Elme vers 6 heures.",
    "Le pilote, âgé de 52 ans, a pu regagner la berge à la nage.",
    "« J’ai entendu un craquement, puis l’eau est entrée », a-t-il raconté.",
    "La navigation est interrompue pour trois jours au moins.",
    "Douze bateaux attendent en amont de l’écluse de Courbe.",
    "La préfecture a ouvert une enquête.",
)
FERRY = (
    "Ferry runs aground off Calder Point",
    "A ferry with 214 people on board ran aground off Calder Point on Tuesday evening.",
    "Nobody was hurt, the coastguard said.",
    "Passengers were taken ashore in lifeboats and spent the night in a school gym.",
    "“It was a loud bang, then everything tilted,” said Moira Keane, who was on deck.",
    "The operator, Northline, blamed a faulty chart.",
    "A union said crews had warned about the route for years.",
    "Divers will inspect the hull on Wednesday.",
)


def passages(texts: Sequence[str], kinds: Sequence[StatementKind] = ()) -> tuple[Passage, ...]:
    """Return statements one after the other, the first one a title."""
    found, start = [], 0
    for place, text in enumerate(texts):
        kind = StatementKind.SENTENCE if place else StatementKind.TITLE
        found.append(Passage(start, start + len(text), kinds[place] if kinds else kind, text))
        start += len(text) + 2
    return tuple(found)


def compared(old: Sequence[str], new: Sequence[str]) -> Comparison:
    return compare(passages(old), passages(new))


def fates(comparison: Comparison) -> list[Fate]:
    return [carried.fate for carried in comparison.old]


def wording(old: Sequence[str], new: Sequence[str], carried: Carried) -> list[tuple[str, str]]:
    """Return what stands on each side of every change, read from the whole texts."""
    texts = "  ".join(old), "  ".join(new)
    return [
        (texts[0][each.old.start : each.old.end], texts[1][each.new.start : each.new.end])
        for each in carried.difference
    ]


def put(texts: Sequence[str], place: int, *others: str) -> list[str]:
    """Return the texts with others in the place of one."""
    return [*texts[:place], *others, *texts[place + 1 :]]


ARTICLES = pytest.mark.parametrize("article", [BARGE, FERRY], ids=["fr", "en"])


@ARTICLES
def test_the_same_article_is_kept_as_it_is(article: Sequence[str]) -> None:
    comparison = compared(article, article)
    assert comparison.is_identical
    assert [carried.new for carried in comparison.old] == [(place,) for place in range(len(article))]
    assert comparison.count(Fate.KEPT) == len(article)


@pytest.mark.parametrize(
    ("article", "place", "was", "now"),
    [
        (BARGE, 3, "52", "25"),
        (BARGE, 2, "6", "7"),
        (BARGE, 1, "jeudi", "vendredi"),
        (BARGE, 6, "Courbe", "Valmont"),
        (FERRY, 1, "214", "241"),
        (FERRY, 5, "Northline", "Seaways"),
        (FERRY, 7, "Wednesday", "Thursday"),
        (FERRY, 4, "loud", "terrible"),
        (BARGE, 4, "craquement", "bruit"),
    ],
)
def test_another_figure_date_name_or_quote_is_a_change_in_sight(
    article: Sequence[str], place: int, was: str, now: str
) -> None:
    new = put(article, place, article[place].replace(was, now))
    comparison = compared(article, new)
    assert comparison.old[place].fate is Fate.CHANGED
    assert comparison.old[place].new == (place,)
    assert wording(article, new, comparison.old[place]) == [(was, now)]
    assert comparison.count(Fate.KEPT) == len(article) - 1
    assert comparison.new[place] == (comparison.old[place],)


@ARTICLES
def test_a_paragraph_that_moved_keeps_its_decisions(article: Sequence[str]) -> None:
    new = [article[0], *article[5:7], *article[1:5], article[7]]
    comparison = compared(article, new)
    moved = [place for place, fate in enumerate(fates(comparison)) if fate is Fate.MOVED]
    assert moved == [5, 6]
    assert comparison.old[5].new == (1,)
    assert comparison.old[5].elsewhere
    assert comparison.old[5].fate.stands
    assert comparison.count(Fate.KEPT) == len(article) - 2
    assert not comparison.is_identical


@ARTICLES
def test_what_was_changed_in_a_paragraph_that_moved_is_found_there(article: Sequence[str]) -> None:
    changed = article[5].replace("trois", "quatre").replace("faulty", "misread")
    new = [article[0], article[4], changed, article[6], *article[1:4], article[7]]
    carried = compared(article, new).old[5]
    assert (carried.fate, carried.new, carried.elsewhere) == (Fate.CHANGED, (2,), True)


@ARTICLES
def test_a_paragraph_that_came_in_and_a_sentence_that_was_dropped(article: Sequence[str]) -> None:
    came = ["Le ministre se rendra sur place lundi.", "Aucun des sept témoins n’a voulu parler."]
    new = [*article[:3], *came, *article[3:6], article[7]]
    comparison = compared(article, new)
    assert fates(comparison) == [Fate.KEPT] * 6 + [Fate.GONE, Fate.KEPT]
    assert [carried.new for carried in comparison.added] == [(3,), (4,)]
    assert comparison.old[6].new == ()
    assert comparison.count(Fate.NEW) == 2


def test_a_sentence_that_was_split_has_all_its_parts_for_counterparts() -> None:
    parts = "Passengers were taken ashore in lifeboats.", "They spent the night in a school gym."
    new = put(FERRY, 3, *parts)
    carried = compared(FERRY, new).old[3]
    assert (carried.fate, carried.new) == (Fate.SPLIT, (3, 4))
    assert not carried.fate.stands
    assert carried.fate.is_reworded
    assert wording(FERRY, new, carried) == [("and", "."), ("", "They")]


def test_a_sentence_cut_elsewhere_comes_back_without_a_difference() -> None:
    new = put(FERRY, 4, "“It was a loud bang, then everything tilted,”", "said Moira Keane, who was on deck.")
    carried = compared(FERRY, new).old[4]
    assert (carried.fate, carried.new, carried.difference) == (Fate.SPLIT, (4, 5), ())


def test_sentences_that_became_one_share_it() -> None:
    joined = (
        "Nobody was hurt, the coastguard said, and passengers were taken ashore in lifeboats "
        "and spent the night in a school gym."
    )
    new = [*FERRY[:2], joined, *FERRY[4:]]
    comparison = compared(FERRY, new)
    assert fates(comparison)[2:4] == [Fate.MERGED, Fate.MERGED]
    assert comparison.new[2] == (comparison.old[2], comparison.old[3])
    assert wording(FERRY, new, comparison.old[2]) == [(".", ", and passengers")]
    assert wording(FERRY, new, comparison.old[3]) == [("Passengers", "")]
    assert comparison.count(Fate.MERGED) == 2


def test_a_heading_that_ran_into_its_sentence_is_part_of_it() -> None:
    old = [*FERRY[:3], "The rescue", *FERRY[3:]]
    new = put(put(old, 3), 3, "The rescue: " + FERRY[3])
    assert fates(compared(old, new))[3:5] == [Fate.MERGED, Fate.MERGED]


def test_only_typography_is_no_change() -> None:
    new = [text.replace("’", "'").replace("« ", '"').replace(" »", '"') for text in BARGE]
    assert compared(BARGE, new).is_identical


def test_another_kind_of_the_same_words_is_kept() -> None:
    kinds = [StatementKind.BOILERPLATE] * len(BARGE)
    assert compare(passages(BARGE), passages(BARGE, kinds)).is_identical


def test_of_repeated_sentences_the_context_tells_which_is_gone() -> None:
    old = ["A ouvert le bal.", "Aucun commentaire.", "B a suivi.", "Aucun commentaire.", "C a conclu."]
    without_first = compared(old, put(old, 1))
    without_second = compared(old, put(old, 3))
    assert fates(without_first)[1:4:2] == [Fate.GONE, Fate.KEPT]
    assert fates(without_second)[1:4:2] == [Fate.KEPT, Fate.GONE]
    assert without_first.old[1].suggestions[0].new == 2
    assert without_first.old[1].suggestions[0].likeness == pytest.approx(1)


def test_repeated_sentences_go_with_the_paragraphs_they_stand_in() -> None:
    first = ["Lundi, on a voté.", "Applaudissements.", "Le quorum était atteint."]
    second = ["Mardi, on a débattu.", "Applaudissements.", "La salle était pleine."]
    old = [*BARGE[:3], *first, *BARGE[3:6], *second, *BARGE[6:]]
    new = [*BARGE[:3], *second, *BARGE[3:6], *first, *BARGE[6:]]
    comparison = compared(old, new)
    assert [carried.new[0] for carried in comparison.old[3:6]] == [9, 10, 11]
    assert [carried.new[0] for carried in comparison.old[9:12]] == [3, 4, 5]


def test_a_strange_sentence_in_the_place_of_another_is_no_wording_of_it() -> None:
    new = put(BARGE, 5, "Le syndicat des mariniers réclame des sonars.")
    comparison = compared(BARGE, new)
    assert comparison.old[5].fate is Fate.GONE
    assert [carried.new for carried in comparison.added] == [(5,)]


def test_what_is_doubtful_is_left_to_the_analyst_with_a_suggestion() -> None:
    doubtful = "Three divers and an engineer examined the whole hull from below."
    comparison = compared(FERRY, [doubtful, *FERRY[:7]])
    assert comparison.old[7].fate is Fate.GONE
    assert 0 in [suggestion.new for suggestion in comparison.old[7].suggestions]
    assert all(0 < suggestion.likeness < 0.6 for suggestion in comparison.old[7].suggestions)


def test_sentences_of_one_frame_that_changed_place_and_figure_are_not_guessed_at() -> None:
    lots = ["Le lot 4 fut vendu 310 euros à Lille.", "Le lot 7 fut vendu 415 euros à Lille."]
    others = ["Le lot 9 fut vendu 980 euros à Lille.", "Le lot 8 fut vendu 275 euros à Lille."]
    comparison = compared([*lots, *BARGE, *FERRY], [*BARGE, others[0], *FERRY, others[1]])
    assert fates(comparison)[:2] == [Fate.GONE, Fate.GONE]
    assert {suggestion.new for suggestion in comparison.old[0].suggestions} >= {8, 17}


def test_a_part_that_is_a_wording_of_another_sentence_is_no_part() -> None:
    old = [
        "The bridge was closed on Monday and the school on Tuesday.",
        "The school closed on Tuesday again.",
    ]
    new = ["The bridge was closed on Monday.", "The school closed on Tuesday again, too."]
    comparison = compared(old, new)
    assert [(carried.fate, carried.new) for carried in comparison.old] == [
        (Fate.CHANGED, (0,)),
        (Fate.CHANGED, (1,)),
    ]


def test_between_the_parts_of_a_sentence_a_new_one_may_stand() -> None:
    parts = ["Passengers were taken ashore in lifeboats.", "They spent the night in a school gym."]
    comparison = compared(FERRY, put(FERRY, 3, parts[0], "The sea was calm.", parts[1]))
    assert (comparison.old[3].fate, comparison.old[3].new) == (Fate.SPLIT, (3, 5))
    assert [carried.new for carried in comparison.added] == [(4,)]


def test_a_single_word_is_found_by_its_letters_and_its_place() -> None:
    old, new = put(BARGE, 4, "Applaudissements."), put(BARGE, 4, "Aplaudissements.")
    assert compared(old, new).old[4].fate is Fate.CHANGED


def test_a_title_that_was_rewritten_is_found_under_new_lines() -> None:
    head = ["Mis à jour à midi", "Régions", "Abonnez-vous", "Vermeil", "Photo d’illustration", "Partager"]
    title = "Naufrage dans le canal de Vermeil : la péniche avait heurté un pont"
    kinds = [StatementKind.METADATA] * 6 + [StatementKind.TITLE] + [StatementKind.SENTENCE] * 7
    comparison = compare(passages(BARGE), passages([*head, title, *BARGE[1:]], kinds))
    assert (comparison.old[0].fate, comparison.old[0].new) == (Fate.CHANGED, (6,))


@pytest.mark.parametrize("near", [0, 1])
def test_of_repeated_sentences_without_a_context_the_place_tells(near: int) -> None:
    old = [*BARGE[:4], "Pause.", *BARGE[4:], *FERRY[:4], "Pause.", *FERRY[4:]]
    around = [
        "Le juge a ouvert un dossier.",
        "Il pleut.",
        "Rien.",
        "Pause.",
        "Un radar fut volé.",
        "Bon.",
        "Là.",
    ]
    texts = BARGE, FERRY
    strange = [*texts[near][:1], *around, *texts[near][7:]]
    comparison = compared(old, [*strange, *FERRY] if near == 0 else [*BARGE, *strange])
    pauses = comparison.old[4], comparison.old[13]
    assert (pauses[near].fate, pauses[1 - near].fate) == (Fate.KEPT, Fate.GONE)


def test_a_table_with_every_figure_corrected_is_changed_line_by_line() -> None:
    towns = ("Arlon", "Belfort", "Cahors", "Dinan", "Épinal", "Foix", "Gap", "Huy", "Issoire", "Joué")
    old = [f"{town} : {place + 20} blessés, {place} disparus." for place, town in enumerate(towns)]
    new = [f"{town} : {place + 31} blessés, {place + 3} disparus." for place, town in enumerate(towns)]
    comparison = compared(old, new)
    assert [carried.new for carried in comparison.old] == [(place,) for place in range(10)]
    assert comparison.count(Fate.CHANGED) == 10


def test_so_is_a_long_one_in_which_all_lines_are_alike() -> None:
    old = [f"Bureau {place} : {place * 37 % 400} voix pour la liste." for place in range(40)]
    new = [f"Bureau {place} : {place * 37 % 400 + 3} voix pour la liste." for place in range(40)]
    comparison = compared(old, new)
    assert [carried.new for carried in comparison.old] == [(place,) for place in range(40)]


def test_empty_versions() -> None:
    assert compared([], []).is_identical
    assert fates(compared(FERRY, [])) == [Fate.GONE] * len(FERRY)
    assert compared([], FERRY).count(Fate.NEW) == len(FERRY)
    assert fates(compared(["", "Mot."], ["Mot.", ""])).count(Fate.MOVED) == 1


def test_texts_without_a_word() -> None:
    assert fates(compared(["", "—"], [""])) == [Fate.KEPT, Fate.GONE]
    assert fates(compared(["…"], ["?"])) == [Fate.GONE]


def test_thousands_of_the_same_line_are_paired_in_order() -> None:
    old = ["Lire aussi"] * 3000
    comparison = compared(old, old[:-7])
    assert [carried.new for carried in comparison.old[:-7]] == [(place,) for place in range(2993)]
    assert comparison.count(Fate.GONE) == 7


def test_statements_and_segments_become_passages() -> None:
    statement = Statement(StatementId(1), SourceId(1), 1, 3, 6, StatementKind.LEAD, "mot")
    assert Passage.of(statement) == Passage(3, 6, StatementKind.LEAD, "mot")
    segments = [Segment(3, 6, StatementKind.LEAD)]
    assert Passage.of_segments("un mot", segments) == (Passage(3, 6, StatementKind.LEAD, "mot"),)


def test_a_span_that_is_not_that_of_its_text_is_refused() -> None:
    with pytest.raises(ValueError, match="3 characters"):
        compare([Passage(0, 2, StatementKind.LEAD, "mot")], [])


def test_a_seed_edited_in_six_ways() -> None:
    text = read_file(SEED).text
    moved = "Le Pentagone et le Département d’État américain ont exprimé des doutes"
    paragraph = next(each for each in text.split("\n\n") if moved in each)
    edited = (
        text.replace(paragraph + "\n\n", "")
        .replace("un mort et 12 blessés", "un mort et 14 blessés")
        .replace("des éclaircissements »", "des explications »")
        .replace(", ajoutant que le gouvernement exigera", ". Le gouvernement exigera")
        .replace(" Le RDK et la « Liberté", "\n\nLe RDK et la « Liberté")
    )
    blocks = edited.split("\n\n")
    edited = "\n\n".join(
        [*blocks[:2], paragraph, *blocks[2:], "Le parlement belge en débattra mercredi prochain."]
    )
    gone = "Les militants étaient « Dispersé » et repoussé"
    start = edited.index(gone)
    end = edited.index(".", start) + 1
    edited = edited[:start] + edited[end:]
    languages = Languages()
    old = Passage.of_segments(text, languages.segment(text, "fr"))
    new = Passage.of_segments(edited, languages.segment(edited, "fr"))
    comparison = compare(old, new)

    def fate_of(words: str) -> Fate:
        (found,) = [
            carried.fate for carried, each in zip(comparison.old, old, strict=True) if words in each.text
        ]
        return found

    assert fate_of("12 blessés") is Fate.CHANGED
    assert fate_of("demander des éclaircissements") is Fate.CHANGED
    assert fate_of("ajoutant que le gouvernement") is Fate.SPLIT
    assert fate_of(gone) is Fate.GONE
    assert fate_of(moved) is Fate.MOVED
    assert [new[carried.new[0]].text for carried in comparison.added] == [
        "Le parlement belge en débattra mercredi prochain."
    ]
