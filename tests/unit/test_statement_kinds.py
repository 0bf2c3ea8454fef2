"""What each statement is in its article, on pages of the kind that are copied from the web."""

import pytest

from reconciler.language.segmenter import segment


def kinds(text: str, language: str = "fr") -> list[tuple[str, str]]:
    return [(str(one.kind), text[one.start : one.end]) for one in segment(text, language)]


BODY = """La digue de Brévent a cédé mardi soir, après trois jours de pluie. Personne n'a été blessé.

Les pompiers ont évacué quarante familles vers le gymnase. Elles y passeront la semaine."""

ENGLISH_BODY = """The dam at Brevent gave way on Tuesday night after three days of rain. Nobody was hurt.

Firefighters took forty families to the sports hall. They will stay there all week."""


def kind_of_line(line: str, language: str = "fr") -> list[tuple[str, str]]:
    """What becomes of a line that stands in the middle of an article."""
    body = BODY if language == "fr" else ENGLISH_BODY
    first, second = body.split("\n\n")
    text = f"Titre de l'article du jour\n\n{first}\n\n{line}\n\n{second}"
    return [
        (str(one.kind), text[one.start : one.end])
        for one in segment(text, language)
        if text.index(line) <= one.start < text.index(line) + len(line)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "https://www.exemple.org/2022/02/14/digue.html",
        "date 2022-02 https://www.exemple.org/digue.html",
        "Publié le 14-02-2022 à 08h27",
        "- Publié le 14 février 2022 à 8h27, mis à jour à 10h12",
        "14 févr. 2022, 19:45",
        "2022-02-14T10:35+0100",
        "Mis à jour le 14/02/2022",
        "Par Jeanne Bourdin",
        "Par Jeanne Bourdin et Marc Le Goff, à Grenoble",
        "Propos recueillis par Jeanne Bourdin",
        "Par Jeanne Bourdin | Publié le 14/02/2022 à 08:27",
        "Publié par Radio Vallée",
        "14.02.2022, Radio Vallée",
        "By Jane Doe",
        "By Jane Doe and John Roe in Grenoble",
        "Published February 14, 2022 8:27 am",
        "Last updated on Feb 14, 2022 at 8.27",
        "Monday, 14 February 2022",
        "Source: Valley Radio",
        "Radio Vallée, le 14 février 2022",
        "RÉGIONS - Publié le 14 février 2022 à 22h54 | Mis à jour le 15 février 2022 à 08h10",
        "Updated 10:35 AM EDT, Mon February 14, 2022",
        "De notre correspondante à Grenoble, Jeanne Bourdin",
        "La rédaction avec AFP",
        "Jeanne Bourdin (avec Belga)",
        "Jane Doe, with Reuters",
        "(Belga)",
        "AFP",
    ],
)
def test_a_line_of_dates_addresses_or_authors_is_metadata(line: str) -> None:
    assert kind_of_line(line) == [("metadata", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : La digue de Brévent menace de céder",
        "À lire aussi La digue de Brévent menace de céder",
        "En savoir plus Pluies record dans la vallée – Radio Vallée",
        "(LIRE AUSSI : Pluies record dans la vallée)",
        "Voir aussi | Les images de la digue",
        "Read more: Record rain in the valley",
        "(MORE: Record rain in the valley)",
        "READ ALSO Record rain in the valley",
        "Related: Record rain in the valley",
        "© Belga-AFP",
        "La digue de Brévent, le 14 février 2022. © AFP",
        "epa0123456 A dam near Brevent, France, 14 February 2022: at least two hurt. EPA/SOMEONE FRANCE OUT",
        "La digue de Brévent en février dernier /Photo d'archives/REUTERS/Jane Doe",
        "Photo : Jeanne Bourdin / Radio Vallée",
        "A dam near Brevent. (Photo by Jane Doe/Getty Images)",
        "File photo: the dam at Brevent",
        ":focal(251x177:261x167)/cloudfront-eu.images.exemple.org/vallee/ABCD.jpg)",
        "/s3.exemple.org/auteurs/aaaa-bbbb.png)",
        "https://cdn.exemple.org/img/1057326480_0:146:1920.jpg",
        "Partager sur Facebook",
        "Menu",
        "S'abonner",
        "La suite après cette publicité",
        "Publicité",
        "Advertisement",
        "Share this article",
        "Subscribe to our newsletter",
        "12 commentaires",
        "3 min de lecture",
        "Accueil > Régions > Alpes",
        "Politique | Régions | Sports",
        "Mots-clés : Alpes, digue, Brévent",
        "#digue #alpes",
        "redaction@exemple.org",
        "Rescue base near Brevent, 14 February 2022: two hurt. EPA/SOMEONE FRANCE OUT",
        "Le maire de Brévent, mardi. Archives. © Belga",
        "Crédit Image : Radio Vallée",
        "(Reportage de Jeanne Bourdin, édité par Marc Le Goff)",
        "Jane Doe in Lyon contributed to this report.",
        "Make this article seo compatible,Let there be subheadings",
        "***",
        "- - -",
    ],
)
def test_a_line_that_belongs_to_the_page_is_boilerplate(line: str) -> None:
    assert kind_of_line(line) == [("boilerplate", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs, la route de Brévent reste coupée.",
        "En savoir plus prendra du temps, prévient le préfet.",
        "Le 14 février 2022, la digue avait déjà cédé.",
        "Avec Jeanne Bourdin, le maire a visité la digue.",
        "Publiée mardi, l'enquête accuse la commune.",
        "Photo et vidéo circulent depuis mardi.",
        "Menus et boissons ont été offerts aux familles.",
        "By Tuesday, the water had gone.",
        "More than forty families spent the night there.",
        "Live music was cancelled, said the mayor.",
        "Related damage reached two million euros.",
        "La règle « est claire » : les pompes sont [prévues] pour la digue.",
        "Le maire, la préfète et l'AFP étaient sur place.",
        "Le rapport (AFP) parle de deux digues.",
        "Publié le 14 février 2022, le rapport accuse la commune et son maire.",
        "The report was published on February 14, 2022 and blames the town.",
        "Getty Images a porté plainte contre la commune.",
        "Revoir les digues prendra dix ans, dit l'expert.",
        "Le « plan digue » de la commune attendra, selon le maire.",
        "Attaque et riposte : le 14 février 2022 restera dans les mémoires.",
        "Partager le coût sera difficile, selon le maire.",
        "Tirs 14 9",
        "Possession 55% 45%",
    ],
)
def test_a_sentence_that_only_looks_like_furniture_stays_a_sentence(line: str) -> None:
    assert kind_of_line(line) == [("sentence", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Ferveur.",
        "Vivants",
        "L'imprévisible",
        "Les faits :",
        "La commune priée de s'expliquer",
        "Que sait-on de la digue ?",
        "What we know so far",
        "Une vallée coupée du monde",
        "Le « plan digue » de la commune",
        "ENGLAND KNOCKED OUT",
        "Attaque du 14 février 2022",
        "Digue de Brévent | Radio Vallée",
    ],
)
def test_a_short_line_in_the_middle_is_a_heading(line: str) -> None:
    assert kind_of_line(line) == [("heading", line)]


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("BRUXELLES –", "La digue a cédé mardi."),
        ("LISBONNE, 3 mai (Xinhua) --", "La digue a cédé mardi."),
        ("14 février 2022. -", "La digue a cédé mardi."),
        ("PARIS (AFP) -", "La digue a cédé mardi."),
        ("Grenoble (AFP) –", "La digue a cédé mardi."),
        ("WASHINGTON (Reuters) -", "The dam gave way on Tuesday."),
        ("NEW YORK, Feb 14 (UPI) --", "The dam gave way on Tuesday."),
        ("(CNN) —", "The dam gave way on Tuesday."),
        ("LONDON —", "The dam gave way on Tuesday."),
    ],
)
def test_a_dateline_is_cut_off_the_sentence(dateline: str, sentence: str) -> None:
    found = kind_of_line(f"{dateline} {sentence} Personne n'a été blessé.")

    assert found == [("metadata", dateline), ("sentence", sentence), ("sentence", "Personne n'a été blessé.")]


@pytest.mark.parametrize(
    "line",
    [
        "La digue – la plus haute du pays – a cédé.",
        "OTAN et ONU se taisent - Paris aussi.",
        "Le maire - Jean Roux - est venu.",
    ],
)
def test_a_dash_in_a_sentence_is_no_dateline(line: str) -> None:
    assert kind_of_line(line) == [("sentence", line)]


def test_title_teaser_date_and_text() -> None:
    text = (
        " date 2022-02 https://www.exemple.org/20220214/digue.html\n\n"
        "Digue de Brévent: la commune s'explique\n\n"
        "La commune veut savoir pourquoi la digue a cédé. Elle demandera des... 14.02.2022, Radio Vallée\n\n"
        + BODY
    )

    assert kinds(text)[:5] == [
        ("metadata", "date 2022-02 https://www.exemple.org/20220214/digue.html"),
        ("title", "Digue de Brévent: la commune s'explique"),
        ("lead", "La commune veut savoir pourquoi la digue a cédé."),
        ("lead", "Elle demandera des..."),
        ("metadata", "14.02.2022, Radio Vallée"),
    ]
    assert {kind for kind, _ in kinds(text)[5:]} == {"sentence"}


def test_a_paragraph_between_title_and_byline_is_the_teaser() -> None:
    text = f"Flood hits Brevent\n\nForty families had to leave their homes.\n\nBy Jane Doe\n\n{ENGLISH_BODY}"

    assert [kind for kind, _ in kinds(text, "en")] == ["title", "lead", "metadata", *["sentence"] * 4]


def test_a_paragraph_under_the_byline_is_no_teaser_for_standing_above_a_picture() -> None:
    head = "Flood hits Brevent\n\nBy Jane Doe\n\nForty families had to leave.\n\nPhoto: Jane Doe"
    text = f"{head}\n\n{ENGLISH_BODY}"

    assert [kind for kind, _ in kinds(text, "en")] == [
        "title",
        "metadata",
        "sentence",
        "boilerplate",
        *["sentence"] * 4,
    ]


def test_a_single_word_between_glued_sentences_is_a_heading() -> None:
    found = kind_of_line("Le pont a tenu.Ferveur.Le public a applaudi les pompiers.")

    assert [kind for kind, _ in found] == ["sentence", "heading", "sentence"]


def test_a_name_between_title_and_byline_is_no_teaser() -> None:
    head = "La digue de Brévent a cédé\n\nRadio Vallée\n\nPar Jeanne Bourdin"

    assert [kind for kind, _ in kinds(f"{head}\n\n{BODY}")][:3] == ["title", "boilerplate", "metadata"]


@pytest.mark.parametrize(
    "line",
    [
        "VIDÉO. Les images de la crue à Brévent",
        "Radio Vallée - 14 févr. 2022 à 13:02 - Temps de lecture : 2 min",
        "AFP : 14 février 2022",
        "afp/jbd",
        "Agence Vallée",
        "Voir les 34 commentaires",
        "Il y a 2 heures",
        "More coverage: https://exemple.org/dam",
        "La digue de Brévent en 1995 (archives). DR",
        "Traduit automatiquement de l'anglais",
        "Communiqué de presse",
    ],
)
def test_a_line_around_an_article_is_no_part_of_it(line: str) -> None:
    assert [kind for kind, _ in kind_of_line(line)] in (["boilerplate"], ["metadata"])


@pytest.mark.parametrize("line", ["Video Shows Dam Breaking", "Live Music Banned in Brevent"])
def test_a_headline_that_begins_like_a_pointer_is_a_heading(line: str) -> None:
    assert kind_of_line(line, "en") == [("heading", line)]


def test_what_an_article_drew_on_is_no_part_of_it() -> None:
    sources = (
        "Sources\n« La digue cède », Radio Vallée, 14 février 2022.\nPage « Brévent » de l'encyclopédie."
    )

    found = kinds(f"La digue a cédé\n\n{BODY}\n\n{sources}")

    assert [kind for kind, _ in found][-3:] == ["boilerplate"] * 3


def test_sentences_that_run_into_a_credit_are_no_caption() -> None:
    found = kind_of_line(
        "Le maire promet des aides.Elles viendront en mai.Photo : Radio Vallée / Jeanne Bourdin"
    )

    assert [kind for kind, _ in found] == ["sentence", "sentence", "boilerplate"]


def test_a_heading_that_only_a_space_parts_from_its_text_is_named_so() -> None:
    found = kind_of_line(
        "La route est coupée. Une vallée sans route Les secours arrivent par bateau depuis lundi."
    )

    assert [kind for kind, _ in found] == ["sentence", "heading", "sentence"]


def test_a_place_alone_opens_only_an_article() -> None:
    line = "Brévent – La digue a cédé mardi. Personne n'a été blessé."

    assert kinds(f"La digue a cédé\n\n{line}\n\n{BODY}")[1] == ("metadata", "Brévent –")
    assert [kind for kind, _ in kinds(f"La digue a cédé\n\n{BODY}\n\n{line}")][-2:] == ["sentence"] * 2


def test_a_line_that_announces_a_list_is_no_heading() -> None:
    found = kinds(
        f"La digue a cédé\n\n{BODY}\n\nLe plan prévoit :\n- une digue neuve ;\n- un pont.\n\n{BODY}"
    )

    assert ("sentence", "Le plan prévoit :") in found


def test_a_first_paragraph_that_runs_into_the_text_is_no_teaser() -> None:
    assert [kind for kind, _ in kinds(f"La digue a cédé\n\n{BODY}")] == ["title", *["sentence"] * 4]


def test_the_title_twice_is_the_title_twice() -> None:
    text = f"Menu\nLa digue de Brévent a cédé\nLa digue de Brévent a cédé\n{BODY}"

    assert [kind for kind, _ in kinds(text)][:4] == ["boilerplate", "title", "title", "sentence"]


def test_section_name_above_the_title() -> None:
    text = f"Régions\nLa digue de Brévent a cédé cette nuit\n\n{BODY}"

    assert kinds(text)[:2] == [("boilerplate", "Régions"), ("title", "La digue de Brévent a cédé cette nuit")]


def test_an_article_without_a_title_has_none() -> None:
    assert {kind for kind, _ in kinds(BODY)} == {"sentence"}


def test_tags_side_by_side_and_the_outlets_name_on_a_line() -> None:
    text = (
        "La digue de Brévent a cédé\nRadio Vallée\n"
        "La commune s'explique. Or, selon des... 14.02.2022, Radio Vallée\n"
        f"alpes\ndigue\nbrévent\n{BODY}"
    )

    assert kinds(text)[1] == ("metadata", "Radio Vallée")
    assert kinds(text)[5:8] == [
        ("boilerplate", "alpes"),
        ("boilerplate", "digue"),
        ("boilerplate", "brévent"),
    ]


def test_a_last_sentence_cut_off_is_kept_as_one() -> None:
    text = f"La digue a cédé\n\n{BODY}\n\nLe préfet attend un rapport qui dira pourquoi"

    assert kinds(text)[-1] == ("sentence", "Le préfet attend un rapport qui dira pourquoi")


def test_glued_heading_is_named_so() -> None:
    text = f"La digue a cédé\n\n{BODY}Une vallée isoléeLes secours arrivent par bateau."

    assert kinds(text)[-2:] == [
        ("heading", "Une vallée isolée"),
        ("sentence", "Les secours arrivent par bateau."),
    ]


def test_titles_of_other_articles_after_the_text() -> None:
    text = (
        f"La digue a cédé\n\n{BODY}\n\nSur le même sujet\nPluies record dans la vallée\n"
        "Le maire de Brévent démissionne\nQuarante familles au gymnase"
    )

    assert [kind for kind, _ in kinds(text)][-4:] == ["boilerplate"] * 4


def test_a_pointer_glued_to_a_sentence() -> None:
    text = f"La digue a cédé\n\n{BODY}Lire aussi : Pluies record dans la vallée\n\nLa route reste coupée."

    assert kinds(text)[-2:] == [
        ("boilerplate", "Lire aussi : Pluies record dans la vallée"),
        ("sentence", "La route reste coupée."),
    ]


def test_a_bracketed_pointer_inside_a_paragraph() -> None:
    found = kind_of_line("La digue a cédé mardi. (MORE: Record rain in the valley) La route est coupée.")

    assert [kind for kind, _ in found] == ["sentence", "boilerplate", "sentence"]


def test_a_credit_at_the_end_of_a_paragraph_leaves_its_sentences_alone() -> None:
    sentences = [
        "La digue de Brévent, haute de douze mètres, avait été inspectée en septembre par deux experts.",
        "Leur rapport, que la préfecture n'a pas publié, demandait des travaux avant la fin de l'année.",
        "La commune, elle, dit ne l'avoir jamais reçu.",
    ]

    found = kind_of_line(" ".join([*sentences, "© Belga-AFP"]))

    assert found == [*(("sentence", one) for one in sentences), ("boilerplate", "© Belga-AFP")]


def test_an_order_to_a_content_farm_glued_to_the_text() -> None:
    order = "Make this article seo compatible,Let there be subheadings, in french, min. 700 words."
    text = f"{order} {'La digue a cédé mardi, selon la préfecture et les pompiers. ' * 3}".strip()

    found = kind_of_line(text)

    assert [kind for kind, _ in found] == ["boilerplate", "sentence", "sentence", "sentence"]
    assert found[0][1] == order


def test_an_agency_in_brackets_closes_a_paragraph() -> None:
    assert kind_of_line("La route est coupée. (AFP)") == [
        ("sentence", "La route est coupée."),
        ("metadata", "(AFP)"),
    ]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = """La digue de Brévent a cédé

La digue de Brévent a cédé dans la nuit de mardi à mercredi, après
trois jours de pluie. Personne n'a été blessé, mais quarante familles
ont dû quitter leurs maisons pour le gymnase de la commune, où elles
passeront la semaine.

La route reste coupée. Les secours arrivent par bateau, ce qui prend
deux heures de plus."""

    assert [(kind, " ".join(body.split())) for kind, body in kinds(text)] == [
        ("title", "La digue de Brévent a cédé"),
        (
            "sentence",
            "La digue de Brévent a cédé dans la nuit de mardi à mercredi, après trois jours de pluie.",
        ),
        (
            "sentence",
            (
                "Personne n'a été blessé, mais quarante familles ont dû quitter leurs maisons "
                "pour le gymnase de la commune, où elles passeront la semaine."
            ),
        ),
        ("sentence", "La route reste coupée."),
        ("sentence", "Les secours arrivent par bateau, ce qui prend deux heures de plus."),
    ]
