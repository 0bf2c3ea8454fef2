"""PDFs become articles: columns in order, paragraphs whole, running heads out; what fails is named."""

import re

import pytest
from tests.formats import pages, samples
from tests.formats.pages import DYKE, Story
from tests.formats.pdfs import HIGH, Column, Placed, document

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats import pdf
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.progress import heard_by

TEXT = (*DYKE.paragraphs, *DYKE.close)


def lines(extract: Extract) -> list[str]:
    return extract.text.split("\n")


def column(x: float = 60, top: float = 700, letters: int = 70, gap: float = 8, indent: int = 0) -> Column:
    return Column(x, top, letters, gap=gap, indent=indent)


def test_the_sample_is_read_paragraph_by_paragraph() -> None:
    extract = pdf.read(samples.pdf())

    assert lines(extract) == [samples.TITLE, *samples.PARAGRAPHS]
    assert extract.title == samples.TITLE


@pytest.mark.parametrize("story", pages.STORIES, ids=lambda story: story.language)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_are_read_one_after_the_other_under_a_headline_across_them(story: Story, count: int) -> None:
    letters = {1: 82, 2: 40, 3: 26}[count]
    step = 515 / count
    texts = [*story.paragraphs, *story.close]
    headline = Column(40, 770, 34, size=24, pitch=28).fill([story.title])
    lead = Column(40, 670, 60, size=12, pitch=14).fill([story.lead])
    share = -(-len(texts) // count)
    body = [
        line
        for at in range(count)
        for line in Column(40 + at * step, 610, letters, indent=2).fill(texts[at * share : (at + 1) * share])
    ]
    extract = pdf.read(document([[*headline, *lead, *body]]))

    assert lines(extract) == [story.title, story.lead, *texts]
    assert extract.title == story.title


def test_columns_drawn_line_by_line_across_the_page_are_read_down_all_the_same() -> None:
    left, right = column(40, letters=40).fill(TEXT[:3]), column(310, letters=40).fill(TEXT[3:])
    drawn = sorted([*left, *right], key=lambda line: (-line.y, line.x))

    assert lines(pdf.read(document([drawn]))) == list(TEXT)


@pytest.mark.parametrize(
    "style", [{"gap": 8.0}, {"gap": 0.0, "indent": 2}, {"gap": 0.0}], ids=["gaps", "indents", "ends"]
)
def test_paragraphs_are_told_by_gaps_indents_or_last_lines(style: dict[str, float]) -> None:
    placed = Column(60, 700, 66, gap=style["gap"], indent=int(style.get("indent", 0))).fill(TEXT)

    assert lines(pdf.read(document([placed]))) == list(TEXT)


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    placed = Column(40, 700, 40, indent=2).fill(TEXT)
    cuts = (placed[:9], placed[9:18], placed[18:])
    moved = [
        [Placed(line.x + shift, 700 - 12 * at, line.size, line.text) for at, line in enumerate(part)]
        for part, shift in zip(cuts, (0, 270, 0), strict=True)
    ]

    assert lines(pdf.read(document([moved[0] + moved[1], moved[2]]))) == list(TEXT)


def test_a_sentence_goes_on_in_the_next_column_with_a_name() -> None:
    start = "Une réunion publique est prévue samedi à dix-huit heures ; on y entendra Mireille"
    left, right = (
        Column(40, 700, 40).fill([*TEXT[:2], start]),
        Column(310, 700, 40).fill(["Castagnol.", *TEXT[2:]]),
    )

    assert lines(pdf.read(document([[*left, *right]]))) == [*TEXT[:2], f"{start} Castagnol.", *TEXT[2:]]


def test_running_heads_and_feet_are_left_out_whatever_their_numbers() -> None:
    leaves = []
    for number in range(5):
        head = Placed(40 if number % 2 else 400, 810, 9, f"La Gazette, édition {number + 3}")
        foot = Placed(280, 30, 9, f"– {number + 1} –")
        leaves.append([head, foot, *column().fill(f"{text} Variante {number}." for text in TEXT)])
    extract = pdf.read(document(leaves))

    assert lines(extract) == [f"{text} Variante {number}." for number in range(5) for text in TEXT]
    assert extract.left_out[:2] == ("La Gazette, édition 3", "– 1 –")


def test_a_first_line_that_is_like_no_other_stays() -> None:
    leaves = [column(top=800).fill([TEXT[at]]) for at in range(4)]

    assert lines(pdf.read(document(leaves))) == list(TEXT[:4])


def test_the_address_that_a_browser_prints_below_each_page_is_the_articles() -> None:
    leaves = [
        [
            Placed(30, 820, 8, "06/03/2024 11:30"),
            *column().fill(TEXT[at : at + 3]),
            Placed(30, 15, 8, DYKE.url),
            Placed(560, 15, 8, f"{at // 3 + 1}/2"),
        ]
        for at in (0, 3)
    ]
    extract = pdf.read(document(leaves, info="/Producer (Skia/PDF m120) /CreationDate (D:20240309120000)"))

    assert extract.url == DYKE.url
    assert lines(extract) == list(TEXT)
    assert extract.published is None  # that was the day of printing


@pytest.mark.parametrize(
    ("parted", "whole"),
    [
        ("l’infor\u00admation", "l’information"),
        ("Saint-Denis", "Saint-Denis"),
        ("porte-parole", "porte-parole"),
        ("avait-elle", "avait-elle"),
        ("avant-hier", "avant-hier"),
        ("Vernoux-sur-Orle", "Vernoux-sur-Orle"),
        ("2023-2024", "2023-2024"),
        ("gouverne\u00adment", "gouvernement"),
        ("Naza\u00adrovitch", "Nazarovitch"),
        ("self-styled", "self-styled"),
        ("govern\u00admental", "governmental"),
        ("twenty-three", "twenty-three"),
        ("ÉTABLISSE\u00adMENT", "ÉTABLISSEMENT"),
    ],
)
def test_words_parted_at_a_lines_end_are_made_whole_and_keep_hyphens_of_their_own(
    parted: str, whole: str
) -> None:
    cut = next(at for at, char in enumerate(parted) if char in "-\u00ad")
    start = f"Une ligne assez longue pour aller au bout {parted[:cut]}-"
    text = [start, f"{parted[cut + 1 :]} et une suite pour finir la phrase."]
    placed = [Placed(60, 700 - 12 * at, 10, line) for at, line in enumerate(text)]

    assert lines(pdf.read(document([placed]))) == [
        f"Une ligne assez longue pour aller au bout {whole} et une suite pour finir la phrase."
    ]


def test_what_the_document_writes_elsewhere_decides_about_a_hyphen() -> None:
    texts = [
        "Le bas-relief est là.",
        "Un mot qui est ici tout au bout : le bas-",
        "relief est intact, dit-on à la mairie.",
    ]
    placed = [
        Placed(60, 700 - 30 * min(at, 1) - 12 * max(at - 1, 0), 10, line) for at, line in enumerate(texts)
    ]

    assert "le bas-relief est intact" in pdf.read(document([placed])).text


@pytest.mark.parametrize("named", [True, False], ids=["by name", "by code"])
def test_ligatures_are_letters(*, named: bool) -> None:
    content = document([[Placed(60, 700, 10, "Un pro\x01l de con\x02it.")]])
    if not named:
        table = b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        table += b"2 beginbfchar <01> <FB01> <02> <FB02> endbfchar"
        objects = re.findall(rb"^\d+ 0 obj\n(.*?)\nendobj$", content, re.DOTALL | re.MULTILINE)
        objects[2] = objects[2][:-2] + b"/ToUnicode %d 0 R >>" % (len(objects) + 1)
        content = samples.pdf_of([*objects, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table)])

    assert pdf.read(content).text == "Un profil de conflit."


def test_captions_page_numbers_and_what_is_written_up_the_page_are_left_out() -> None:
    placed = [
        *column().fill(TEXT[:2]),
        Placed(60, 560, 8, "Photo : la rue Basse, mercredi matin. © L. Parmentier"),
        *column(top=520).fill(TEXT[2:]),
        Placed(20, 300, 8, "Reproduction interdite", upwards=True),
        Placed(300, 30, 9, "12"),
    ]
    extract = pdf.read(document([placed]))

    assert lines(extract) == list(TEXT)
    assert set(extract.left_out) == {
        placed[len(column().fill(TEXT[:2]))].text,
        "Reproduction interdite",
        "12",
    }


def test_a_subheading_in_bold_stands_alone() -> None:
    first = column(letters=66, gap=0).fill(TEXT[:2])
    below = first[-1].y - 12
    text = "Un ouvrage surveillé depuis 2018 par les services de la région"
    heading = Placed(60, below, 10, text, bold=True)
    placed = [*first, heading, *column(top=below - 12, letters=66, gap=0).fill(TEXT[2:])]

    assert lines(pdf.read(document([placed]))) == [*TEXT[:2], text, *TEXT[2:]]


def test_a_page_turned_on_its_side_is_read_as_it_is_written() -> None:
    upright = column(letters=40).fill(TEXT)
    turned = [Placed(HIGH - line.y, line.x, line.size, line.text, upwards=True) for line in upright]

    assert lines(pdf.read(document([turned], turned=90))) == list(TEXT)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Microsoft Word - draft3.doc", DYKE.title),
        ("une_page.indd", DYKE.title),
        ("Untitled", DYKE.title),
        ("Rapport annuel de la commission des digues", DYKE.title),
        (TEXT[4], TEXT[4]),
    ],
)
def test_the_title_is_what_the_file_says_only_where_the_page_says_it_too(said: str, expected: str) -> None:
    placed = [*Column(40, 770, 34, size=24, pitch=28).fill([DYKE.title]), *column(top=660).fill(TEXT)]
    extract = pdf.read(document([placed], info=f"/Title ({said})"))

    assert extract.title == expected == lines(extract)[0]


def test_a_papers_name_above_the_headline_is_not_the_title() -> None:
    placed = [
        Placed(40, 790, 36, "La Gazette"),
        *Column(40, 730, 40, size=20, pitch=24).fill([DYKE.title]),
        *column(top=640).fill(TEXT),
    ]

    assert pdf.read(document([placed])).title == DYKE.title


def test_a_day_of_writing_is_the_date_unless_the_file_was_changed_later() -> None:
    placed = [column().fill(TEXT)]

    assert (
        pdf.read(document(placed, info="/CreationDate (D:20240306112500+01'00')")).published == "2024-03-06"
    )
    later = "/CreationDate (D:20240306112500) /ModDate (D:20240601000000)"
    assert pdf.read(document(placed, info=later)).published is None


def test_progress_is_told_page_by_page() -> None:
    told: list[float] = []
    with heard_by(told.append):
        pdf.read(document([column().fill([f"{TEXT[0]} {number}."]) for number in range(10)]))

    assert len(told) >= 10
    assert told == sorted(told)
    assert told[-1] <= 1


def _pictures(count: int, text: str = "") -> bytes:
    image = b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"
    drawn = image + f"BT /F1 8 Tf 20 20 Td ({text}) Tj ET".encode()
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count)).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    for at in range(count):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * at)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    return samples.pdf_of(objects)


_LOCK = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >> "
    "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (_pictures(3), Problem.SCANNED),
        (_pictures(20, "Scan 7"), Problem.SCANNED),
        (document([column().fill(TEXT)], extra=_LOCK), Problem.ENCRYPTED),
        (document([[]]), Problem.EMPTY),
        (samples.pdf()[:500], Problem.CORRUPT),
        (b"%PDF-1.7\n" + b"\x00" * 1000, Problem.CORRUPT),
        (b"", Problem.CORRUPT),
    ],
    ids=["scanned", "scanned and stamped", "encrypted", "blank", "cut short", "no structure", "nothing"],
)
def test_what_can_not_be_read_is_named(content: bytes, problem: Problem) -> None:
    with pytest.raises(ReadingError) as caught:
        pdf.read(content)

    assert caught.value.problem is problem


def test_a_short_text_with_a_picture_is_no_scan() -> None:
    assert "Meeting" in pdf.read(_pictures(1, "Meeting on Saturday evening")).text


def test_one_damaged_page_does_not_cost_the_others() -> None:
    content = document([column().fill([text]) for text in TEXT[:3]])
    broken = content.replace(b"/Type /Page /Parent", b"/Type /Paxx /Parenx", 1)

    assert TEXT[2] in pdf.read(broken).text
