"""Where statements begin and end, phenomenon by phenomenon. A ``¦`` marks each expected boundary."""

import pkgutil
import re

import pytest

from reconciler.language.segmenter import segment

ENGLISH = re.compile(r"\b(?:the|they|she|he|it|and|was|we|of|sells|is)\b", re.IGNORECASE)

GLUED_SENTENCES = [
    "Le maire s'est dit prudent.¦Les habitants attendent des réponses.",
    "Une source évoque le dossier.¦L’enquête continue.",
    "Le pont relie les deux rives de la ville .¦Une passerelle le double.",
    "La crue a duré jusqu'en 2021.¦Depuis, rien n'a bougé.",
    "Le vote a été annulé par l'ONU.¦Les délégués sont repartis.",
    "Il a promis « un geste ».¦Le syndicat n'y croit pas.",
    "Qui a signé ?¦Personne ne répond.",
    "The mayor was cautious.¦The council met again on Monday.",
    "Rain fell for a week .¦It stopped on Sunday.",
    "The bridge closed in 2021.¦Nobody was hurt!¦He left.",
    "Le quotidien lemonde.fr a repris la dépêche. ¦Les autres suivent.",
    "The framework Node.JS was updated. ¦It is free.",
]

GLUED_HEADINGS = [
    "Le maire l'a confirmé au Journal.¦Les suites de l’affaire¦Ce lundi, le conseil se réunit.",
    "La route est coupée.¦Une région isolée¦Les secours arrivent par bateau.",
    "Il attend la décision.¦Les recours de la commune¦Jeanne Bourdin, élue locale, reste confiante.",
    "Le quai a été fermé.¦Le rôle de l'OTAN¦Les alliés se taisent.",
    "The court agreed.¦What happens next¦The case goes back to Leeds.",
    "The road is closed.¦A valley cut off¦In the evening, boats brought food.",
    "Ronald McGregor a vu la vidéo sur YouTube avec son iPhone.",
    "La puce tourne à 3 GHz, annonce eBay, et PlayStation suit.",
    "He posted on LinkedIn and WhatsApp, said McDonald of BuzzFeed.",
    "CanalPlus et LeBron James étaient cités par WikiLeaks.",
    "La route est coupée.¦Une vallée sans route¦« Le bateau reste notre seul lien », dit le maire.",
    "La route est coupée. ¦Une vallée sans route ¦Les secours arrivent par bateau depuis lundi.",
    "La sortie du film Les enfants du port attendra.",
    "Les habitants de la côte Est attendent. ¦The FBI's file and the NBA's rules were published.",
]

ELLIPSES = [
    "Le maire veut connaître la date des... ¦14.02.2022, Radio Vallée",
    "Elle gagne 900 euros....elle ne garde rien.",
    "Il hésite… ¦Puis il signe.",
    "Il hésite... et signe quand même.",
    "Le rapport est accablant […] ¦Les élus se taisent.",
    'Le rapport le dit noir sur blanc […]¦"Ces digues ne tiennent plus", écrit l\'expert.',
    "On y lit que [...] la digue a cédé.",
    "The report is clear [...] ¦The council knew.",
    "They wait... and wait.",
    "Nobody knows… ¦She left at dawn.",
    "Il a perdu, en un an… 2 mètres d'épaisseur.",
]

STRAIGHT_QUOTES = [
    'C\'est le souhait du maire. ¦"Nous ne voulons pas de ce pont", dit-il.',
    "Il parle d'une \"grave situation.\" ¦Il s'en va.",
    'Le texte dit "jamais".¦"Nous verrons", répond le maire.',
    'Elle a crié "au secours !" avant de tomber.',
    'Il a lu "Le Rouge et le Noir" et "L\'Étranger". ¦Rien d\'autre.',
    'It was late. ¦"We had to run," she said. ¦"Nobody helped."',
    'He called it "a bad idea." ¦The others agreed.',
    'She said: "We will see." ¦Then she left.',
    'The so-called "expert" left. ¦He was angry.',
]

QUOTED_SENTENCES = [
    "« Nous avons eu peur. L'eau montait. Personne ne venait », raconte une voisine.",
    "« La digue a tenu ! Nous sommes sauvés ! » a lancé le maire. ¦Il souriait.",
    "« Rien n'est joué. On verra demain » – c'est l'avis du maire.",
    "“We were scared. The water rose,” said a neighbour. ¦She cried.",
    '"We were scared. The water rose. Nobody came," a neighbour said.',
    "‘We were scared. The water rose,’ a neighbour said. ¦She cried.",
    "'We were scared. The water rose,' a neighbour said. ¦She cried.",
    "``We were scared. The water rose,'' a neighbour said. ¦She cried.",
    "« Le pont est fermé. ¦Le maire n'a rien dit. ¦Les voisins attendent.",
    "Le maire promet « un pont neuf ». ¦Le préfet « étudie le dossier ».",
    '"Was anyone hurt? Nobody knows," Fire Chief Dana Roe said. ¦She left.',
    '"Was anyone hurt?" Fire Chief Dana Roe asked. ¦Nobody was.',
    '"L\'eau monte. La digue cède," a dit le maire. ¦Il est parti.',
    "''The dam broke,'' she said. ¦''It was dark.'' ¦Nobody was hurt.",
    "He said , 'Thank you . ' ¦Then he left .",
]

ABBREVIATIONS = [
    "Le ministre a reçu M. De Croix et Mme. Lebrun à midi. ¦Ils ont parlé une heure.",
    "Selon Mgr. Aubry, le col. François et le Dr. Martin ont signé.",
    "Le vote attendra, dit encore M. Lenoir. ¦Souffrant, il n'est pas venu.",
    "L'article doit faire max. 300 mots, selon l'art. 12 du règlement n°4. ¦Les autres attendent.",
    "La firme Dubois Inc. a signé avec Weber Ltd. et Cie. ¦Les salariés l'ignoraient.",
    "Il habite Springfield, Mass. et travaille à Boston.",
    "Le projet date de sept. 2018 et finit en déc. 2020. ¦Il a coûté cher.",
    "Des fleurs, des arbres, etc. ¦Le parc est grand.",
    "Le romancier J. R. Martin est venu. ¦George W. Bush aussi.",
    "Pour J.-P. Dubreuil, rien n'est sûr. ¦J.-P. et lui attendent.",
    "C'est la vitamine C. ¦Elle est utile.",
    "Mr. Brown met Dr. Smith and Lt. Gen. Adams at 5 p.m. in Boston. ¦They left.",
    "The U.S. Senate voted. ¦It was close in the U.S. ¦The House waits.",
    "Acme Inc. said it would pay. ¦The fine goes to Acme Inc. ¦The judge agreed.",
    "He lives on St. James Ave. near Mt. Vernon, No. 5. ¦She doesn't.",
    "He came at 5 a.m. ¦The door was open.",
    "Fruit, e.g. apples, i.e. Granny Smith, sells well.",
    "In Jan. 2020 and on Sept. 3 it rained. ¦Nobody cared.",
    "They met at 5 p.m. Monday and 6 a.m. EST. ¦It was dark at 7 p.m. ¦Harbour lights went out.",
    "He was seen at the check in. ¦Brown was not. ¦It was a mess. ¦Brown left.",
    "He came at 9 a. m., Brown said.",
    "Is it true? ¦No. ¦The mayor denies it.",
    "Le directeur de l'A.S.B.L. Cyclo a signé. ¦Il est soulagé.",
    "They met at 5 p. m. Monday in L. A. county. ¦It was dark at 7 p. m. ¦Lights went out.",
    "It lies in W.Va. near Aoraki-Mt. Cook, said Const. Tim Roe of Stn. Lane. ¦She was there.",
    "Le plan est au t. II et au vol. XIV du rapport. ¦Nul ne l'a lu.",
    "The town, pop. 2,140, lies west of Oban. ¦It is 14 km from the sea. ¦Boats go there.",
]

NUMBERS = [
    "On compte 6.500 foyers, 7,418,205 habitants et 31 000 voitures. ¦La moitié est partie.",
    "Le calibre 9.19x63 est rare. ¦Il date du 04.06.1923.",
    "Il faisait 28,4°C à midi. ¦12 personnes ont été soignées.",
    "Le Pixel 7.2. ¦Il coûte 300 euros.",
    "The firm lost $ 21.4 million at 3 , 500ft above sea level. ¦It fell 2.5 percent.",
    "Version 2.0.1 came out. ¦30 users liked it.",
    "Le 3.¦Le 4 aussi.",
    "He was batting.467 and went over .500 at home.",
    "Le logiciel gère aussi le langage .NET et J2EE.",
    "L'eau montait toujours.¦12 familles sont parties.",
    "Le taux passe de 0,75 à 0,8 %.¦31 000 foyers en profitent.",
    "L'indice <.IXIC> a perdu 2 points. ¦Il reste haut.",
]

TYPOGRAPHY = [
    "« Où est-il\u00a0? » demande-t-elle\u202f; rien ne bouge.",
    "Le quai a été soufflé. 💥 ¦Plusieurs vidéos circulent.",
    "Est-ce fini\u202f? ¦Non\u00a0! ¦Le maire l'a dit\u00a0: rien n'est fini.",
    "Le pont a été bâti en 1890.[2] ¦Il mesure 90 mètres.",
    "The bridge was built in 1890.[12][13] ¦It is long.",
    "Il a dit ''non''. ¦Elle a dit ``oui''.",
    "The results ( see below ) are in . ¦They are bad .",
    "« Oui. » ¦“Yes.” ¦„Ja.“ ¦'No.' ¦Le reste suit.",
]

LONG_SENTENCES = [
    "Le premier veut un pont ; le deuxième, une digue ; le troisième ne veut rien ; tous paieront.",
    "The first wants a bridge; the second a dam: nobody wants to pay; all will.",
    "Le conseil (qui comptait 2 absents. ¦1 excusé n'a rien dit. ¦Les autres ont voté.",
    "Le conseil (deux absents. Un excusé) a voté. ¦Le maire aussi.",
    "Il partira celundi avec 310millions en poche. ¦Nul ne sait où.",
    "A closing mark without an opening one) is no reason to wait. ¦Nor is this one ».",
]

BULLETS_AND_ROWS = [
    "- Le pont est fermé\n¦- La digue a cédé\n¦- Le maire se tait",
    "• Le pont est fermé ¦• La digue a cédé",
    "1. Le pont est fermé.\n¦2. La digue a cédé.",
    "a. The bridge is closed.\n¦b. The dam broke.",
    "Tirs 14 9\n¦Possession 55% 45%\n¦Le match était terne.",
    "Le maire a promis une réponse\n¦Le préfet l'attend.",
    "Première ligne sans point\n\n¦Deuxième paragraphe, coupé au milieu d'une",
    "第一の文です。¦第二の文です。",
    "هل هذا صحيح؟ ¦نعم. ¦هذا صحيح.",
]

ALL = [
    *GLUED_SENTENCES, *GLUED_HEADINGS, *ELLIPSES, *STRAIGHT_QUOTES, *QUOTED_SENTENCES, *ABBREVIATIONS,
    *NUMBERS, *TYPOGRAPHY, *LONG_SENTENCES, *BULLETS_AND_ROWS,
]  # fmt: skip


@pytest.mark.parametrize("marked", ALL)
def test_statements_begin_and_end_where_a_reader_would_put_it(marked: str) -> None:
    text = marked.replace("¦", "")
    language = "en" if ENGLISH.search(text) else "fr"

    found = [text[one.start : one.end] for one in segment(text, language)]

    assert found == [part.strip() for part in marked.split("¦")]


OTHER_LANGUAGES = [
    ("de", "Am 3. Oktober kamen rd. 1,5 Mio. Gäste, z. B. aus der Königstr. 12. ¦Die Halle war voll."),
    ("de", "„Der Wind hat gedreht. Das half“, sagte Dr. Vogt. ¦Verletzt wurde niemand."),
    ("es", "Lo dijo Dña. Marta Ruiz, del s. XVIII. ¦¿Y el ruido? ¦¡Nadie habla! ¦Mide 9 m. ¦Por él pasan."),
    ("it", "L'ing. Neri e la sig.ra Bianchi sono partiti alle 6. ¦Chi paga? ¦Nessuno."),
    ("nl", "De schade bedraagt ca. 2,5 mln. euro, meldt drs. P. de Wit. ¦'s Middags reden er geen treinen."),
    ("pt", "O Sr. Costa e a Dra. Lima saíram às 6 h. ¦Ninguém respondeu."),
    ("ru", "Об этом сказал А. В. Петров на ул. Мира. ¦Склад построен в 2009 г. ¦Он закрыт."),
    ("el", "Ποιος πληρώνει; ¦Κανείς δεν απαντά. ¦Το λιμάνι έκλεισε."),
    ("zh", "大坝昨夜决口。¦市长说：“没有人受伤。”¦救援仍在继续！¦原因呢？¦不明。"),
    ("ja", "市長は「負傷者はいない。安心してほしい。」と述べた。¦捜索は続いている。"),
    ("ar", "انهار السد ليلا. ¦هل أصيب أحد؟ ¦لا، لم يصب أحد."),
    ("hi", "बाँध टूट गया। ¦कोई घायल नहीं हुआ।"),
    ("hy", "Պատնեշը փլվեց։ ¦Ոչ ոք չի տուժել։"),
    ("fi", "Pato murtui 3. lokakuuta. ¦Kukaan ei loukkaantunut."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), OTHER_LANGUAGES)
def test_other_languages_are_cut_by_their_own_stops_and_abbreviations(language: str, marked: str) -> None:
    text = marked.replace("¦", "")

    found = [text[one.start : one.end] for one in segment(text, language)]

    assert found == [part.strip() for part in marked.split("¦")]


def test_every_language_that_spacy_knows_is_cut_at_its_full_stops() -> None:
    import spacy.lang

    languages = [module.name for module in pkgutil.iter_modules(spacy.lang.__path__) if module.ispkg]
    text = "Brevent 12 345 abc. Obrava «dam» def! Sarle ghi?\nUru 4,5."
    expected = ["Brevent 12 345 abc.", "Obrava «dam» def!", "Sarle ghi?", "Uru 4,5."]

    wrong = [
        language
        for language in languages
        if [text[one.start : one.end] for one in segment(text, language)] != expected
    ]

    assert len(languages) > 60
    assert not wrong
