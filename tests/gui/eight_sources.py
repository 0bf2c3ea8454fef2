"""Eight short French articles on one accident, written for the tests, and what corresponds in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.model import (
    Article,
    Proposal,
    Reason,
    Segment,
    SourceDraft,
    StatementId,
    StatementKind,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One article."""

    outlet: str
    published: str | None
    sentences: tuple[str, ...]


ARTICLES = (
    Told("Le Phare de Vauquier", "2024-03-12", (
        "Le ferry « Cormoran » a heurté le quai nord du port de Vauquier mardi peu après 7 heures.",
        "Onze passagers ont été blessés, dont deux grièvement, selon le ministère.",
        "Personne n’est mort dans l’accident.",
        "Le capitaine a déclaré que les moteurs ne répondaient plus.",
        "Le trafic est suspendu jusqu’à jeudi matin.",
        "La compagnie Trans-Baie n’a pas souhaité répondre à nos questions.",
    )),
    Told("Agence Littoral", "2024-03-12", (
        "Un ferry de la compagnie Trans-Baie a percuté mardi matin le quai nord du port de Vauquier.",
        "Le ministère fait état de onze blessés, dont deux dans un état grave.",
        "Les moteurs n’auraient plus répondu.",
        "Le port restera fermé au trafic jusqu’à jeudi matin.",
    )),
    Told("La Dépêche des Îles", "2024-03-13", (
        "Le ferry « Cormoran » a heurté mardi le quai nord du port de Vauquier.",
        "Quinze passagers ont été blessés, dont deux grièvement.",
        "Les moteurs ne répondaient plus.",
        "Le trafic des ferrys est suspendu jusqu’à vendredi matin.",
        "Un syndicat de marins dénonce un entretien insuffisant du navire.",
    )),
    Told("Radio Estran", "2024-03-13", (
        "Le ferry « Cormoran » a percuté le quai nord de Vauquier mardi matin.",
        "Onze personnes en tout ont été blessées, selon le ministère.",
        "Une panne des moteurs serait à l’origine de l’accident.",
        "Le syndicat des marins affirme que l’entretien du navire était insuffisant.",
    )),
    Told("Courrier du Ponant", "2024-03-13", (
        "Le ferry « Cormoran » a heurté le quai nord du port de Vauquier mardi peu après 7 heures.",
        "Onze passagers ont été blessés, dont deux grièvement, a indiqué le ministère.",
        "La compagnie Trans-Baie assure que le navire avait été contrôlé en janvier.",
        "Le maire demande l’ouverture d’une enquête indépendante.",
    )),
    Told("Maritime Hebdo", "2024-03-15", (
        "Le « Cormoran » avait été contrôlé en janvier, assure la compagnie Trans-Baie.",
        "Le syndicat des marins dénonce un entretien insuffisant du navire.",
        "Les moteurs du ferry ne répondaient plus, a déclaré le capitaine.",
        "Le parquet de Vauquier a ouvert une enquête vendredi.",
    )),
    Told("Le Matin national", "2024-03-14", (
        "Un ferry a percuté mardi matin le quai nord du port de Vauquier.",
        "Onze passagers ont été blessés, dont deux grièvement.",
        "Le maire de Vauquier demande l’ouverture d’une enquête indépendante.",
        "Le trafic est suspendu jusqu’à jeudi matin.",
    )),
    Told("Vauquier Infos", None, (
        "Ce mardi matin, le ferry « Cormoran » a heurté le quai nord du port.",
        "Il y aurait une dizaine de blessés.",
        "Le port est fermé au trafic jusqu’à jeudi matin.",
        "Les secours sont arrivés en moins de dix minutes.",
    )),
)  # fmt: skip

Place = tuple[int, int]
SAME: tuple[tuple[Place, ...], ...] = (
    ((0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (6, 0), (7, 0)),
    ((0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (6, 1)),
    ((0, 3), (1, 2), (2, 2), (3, 2), (5, 2)),
    ((0, 4), (1, 3), (2, 3), (6, 3), (7, 2)),
    ((2, 4), (3, 3), (5, 1)),
    ((4, 2), (5, 0)),
    ((4, 3), (6, 2)),
)
"""Source and statement, from 0: each group says the same thing; all pairs of it are matches."""
WAITING: tuple[tuple[Place, Place], ...] = (((0, 1), (7, 1)), ((5, 3), (6, 2)))
"""Pairs that are proposed as well, and that `make_case` leaves undecided."""


def draft(told: Told, language: str = "fr") -> SourceDraft:
    """Return an article, a statement in each paragraph."""
    text, segments = "", []
    for sentence in told.sentences:
        segments.append(Segment(len(text), len(text) + len(sentence), StatementKind.SENTENCE))
        text += sentence + "\n\n"
    digest = told.outlet.encode().hex().ljust(64, "0")[:64]
    article = Article(
        f"{told.outlet}.txt", text, digest, told.sentences[0], outlet=told.outlet, published=told.published
    )
    return SourceDraft(article, language, tuple(segments))


def at(case: Case, source: int, place: int) -> StatementId:
    """Return a statement by the places of its source and its own, from 0."""
    return case.statements(case.sources[source].id)[place].id


def propose(case: Case, pairs: Sequence[tuple[Place, Place]], confidence: float = 0.9) -> None:
    """Record an alignment of all pairs of sources with these proposals."""
    ids = [source.id for source in case.sources]
    alignments = []
    for one, other in combinations(range(len(ids)), 2):
        here = [(a, b) for a, b in pairs if (a[0], b[0]) == (one, other)]
        proposals = (
            Proposal(at(case, *a), at(case, *b), confidence, (Reason("words", confidence),)) for a, b in here
        )
        alignments.append(PairAlignment(ids[one], ids[other], tuple(proposals)))
    case.record_run("test", "{}", alignments)


def make_case(path: Path, *, confirmed: bool = True) -> None:
    """Make a case of the eight: what says the same is confirmed, or only proposed."""
    with Case.create(path, analyst="Ada") as case:
        case.add_sources([draft(told) for told in ARTICLES], "2024-03-12")
        same = [pair for group in SAME for pair in combinations(group, 2)]
        propose(case, [*same, *WAITING])
        if confirmed:
            matches = (case.match_between(at(case, *one), at(case, *other)) for one, other in same)
            case.decide([match.id for match in matches if match is not None], Verdict.CONFIRMED)
