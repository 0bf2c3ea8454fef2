"""The two articles in seeds/ come out exactly as cut and named by hand."""

from pathlib import Path

import pytest

from reconciler.language import Languages
from reconciler.reading import read_file

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

FIRST = [
    (
        "title",
        (
            "La Belgique est préoccupée par des informations selon lesquelles des armes envoyées à Kiev "
            "auraient été utilisées lors de raids sur le territoire russe, selon les médias locaux"
        ),
    ),
    (
        "sentence",
        (
            "Bruxelles est préoccupée par les informations des médias affirmant que les armes qu’elle a "
            "envoyées à Kiev ont été utilisées par des militants pour lancer des incursions en Russie, "
            "ont rapporté dimanche plusieurs médias belges, ajoutant que le gouvernement exigera une "
            "explication officielle de l’Ukraine sur la question."
        ),
    ),
    (
        "sentence",
        (
            "La ministre belge de la Défense Ludivine Dedonder et la ministre belge des Affaires "
            "étrangères Hadja Lahbib « contacter les autorités ukrainiennes et demander des "
            "éclaircissements », a confirmé le bureau du ministre de la Défense au radiodiffuseur belge "
            "RTBF."
        ),
    ),
    (
        "sentence",
        (
            "Les documents accompagnant chaque livraison d’armes depuis la Belgique « déclarer "
            "explicitement » que le matériel militaire ne peut être distribué qu’aux forces armées "
            "régulières et utilisé uniquement pour « défendre » Territoire ukrainien, ont ajouté les "
            "médias."
        ),
    ),
    (
        "sentence",
        (
            "« Ces armes ne sont donc pas autorisées pour des groupes isolés qui ont un agenda interne "
            "russe », a déclaré un responsable belge à un autre média local, Le Soir."
        ),
    ),
    (
        "sentence",
        (
            "Les médias belges ont également décrit la « Légion de la liberté de la Russie » et le « "
            "Corps des volontaires russes (RDK) » – deux groupes militants soutenus par Kiev qui seraient"
            " en possession d’armes occidentales – comme des groupes qui ont « néo-nazi » membres dans "
            "leurs rangs."
        ),
    ),
    ("boilerplate", "En savoir plus Armes occidentales utilisées dans un raid ukrainien en Russie – WaPo"),
    (
        "sentence",
        (
            "Le RDK et la « Liberté de la Légion de Russie » ont été responsables de plusieurs incursions"
            " sur le territoire russe en mars et mai 2023."
        ),
    ),
    (
        "sentence",
        (
            "Photos et vidéos publiées par les militants de leur raid le mois dernier, ainsi que des "
            "images publiées par le ministère russe de la Défense dans la foulée des affrontements avec "
            "les militants, ont suggéré que leurs groupes de sabotage utilisaient des véhicules blindés "
            "américains et polonais, ainsi que des fusils d’assaut belges et tchèques."
        ),
    ),
    (
        "sentence",
        (
            "Le Pentagone et le Département d’État américain ont exprimé des doutes quant à "
            "l’authenticité des images."
        ),
    ),
    (
        "sentence",
        (
            "Samedi, le Washington Post a rapporté, citant des sources liées au renseignement américain, "
            "que les militants avaient utilisé des armes et du matériel lourd fournis à Kiev par leurs "
            "bailleurs de fonds occidentaux."
        ),
    ),
    (
        "sentence",
        (
            "Le raid de mai s’est soldé par la mort des forces russes « plus de 70 terroristes ukrainiens"
            " » et détruire « quatre véhicules de combat blindés et cinq camionnettes », a déclaré le "
            "ministère russe de la Défense à l’époque."
        ),
    ),
    ("sentence", "L’incursion a fait un mort et 12 blessés parmi les civils, selon les autorités russes."),
    (
        "sentence",
        (
            "Dimanche, les deux groupes militants ont cherché à lancer un autre raid transfrontalier dans"
            " la région russe de Belgorod, a déclaré son gouverneur."
        ),
    ),
    (
        "sentence",
        (
            "Les militants étaient « Dispersé » et repoussé sur le territoire ukrainien, a annoncé le "
            "ministère de la Défense plus tard dans la journée."
        ),
    ),
]

SECOND = [
    (
        "metadata",
        (
            "date 2023-06 https://fr.sputniknews.africa/20230604/raid-rate-de-belgorod-la-belgique-veut-d"
            "es-explications-sur-lutilisation-de-son-armement-1059716172.html"
        ),
    ),
    ("title", "Raid raté de Belgorod: la Belgique veut des explications sur l’utilisation de son armement"),
    (
        "lead",
        (
            "La Belgique veut savoir pourquoi les saboteurs entrés dans la région russe de Belgorod ont "
            "utilisé des armes de facture belge."
        ),
    ),
    ("lead", "Les autorités vont demander des..."),
    ("metadata", "04.06.2023, Sputnik Afrique"),
    (
        "sentence",
        (
            "La Belgique a critiqué l’utilisation de son matériel par les saboteurs ayant lancé un raid "
            "dans la région russe de Belgorod."
        ),
    ),
    (
        "sentence",
        (
            "Bruxelles compte demander à Kiev de s’expliquer sur l’utilisation d’armes de facture belge "
            "durant cette opération, rapporte le quotidien Le Soir citant une source proche du dossier."
        ),
    ),
    (
        "sentence",
        (
            "Les autorités belges ont bien souligné que les armes livrées à Kiev devaient être utilisées "
            'exclusivement par les forces ukrainiennes pour "protéger leur territoire et leur '
            'population", et non pour s’aventurer en Russie.'
        ),
    ),
    (
        "sentence",
        (
            "Ceci est d’ailleurs spécifié dans les documents accompagnant chaque livraison, explique la "
            "source au Soir."
        ),
    ),
    ("heading", "Matériel de l’Otan"),
    (
        "sentence",
        (
            "Ce 3 juin, le Washington Post avait révélé que les armes et véhicules utilisés pour "
            "commettre cette incursion en territoire russe appartenaient bien à des pays de l’Otan."
        ),
    ),
    (
        "sentence",
        (
            "Des blindés américains MRAP ainsi que des fusils de factures belge et tchèque avaient "
            "notamment été utilisés par les saboteurs."
        ),
    ),
    ("sentence", "Une utilisation qui semble mettre mal à l’aise les alliés de Kiev."),
    (
        "sentence",
        (
            "\"Nous ne soutenons pas l’utilisation d'équipements fabriqués aux États-Unis pour des "
            "attaques à l'intérieur de la Russie\", avait ainsi tenté de justifier un porte-parole du "
            "département d'État américain."
        ),
    ),
    ("sentence", "La région russe de Belgorod avait été le théâtre d’une incursion ukrainienne ce 22 mai."),
    ("sentence", "Les militaires entrés en Russie avaient cependant rencontré les défenses russes."),
    ("sentence", "Leur colonne de blindés avait été anéantie."),
    ("sentence", "Des images de leur destruction avaient été publiées par le ministère russe de la Défense."),
    ("sentence", "Plus de 70 terroristes avaient été tués."),
]


@pytest.mark.parametrize(
    ("name", "expected"), [("000_28ea63c9d8ce9e21.txt", FIRST), ("001_23bb5da953bde778.txt", SECOND)]
)
def test_a_seed_is_cut_as_by_hand(name: str, expected: list[tuple[str, str]]) -> None:
    text = read_file(SEEDS / name).text
    languages = Languages()

    found = languages.segment(text, languages.detect(text))

    assert [(str(one.kind), text[one.start : one.end]) for one in found] == expected
