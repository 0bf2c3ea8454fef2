"""What is taken from RTF, mail and Markdown, and what from none of them."""

from base64 import b64encode
from collections.abc import Callable
from email.header import Header

import pytest

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats import mail, markdown, rtf
from reconciler.reading.formats.extract import Extract


def problem(read: Callable[[bytes], Extract], content: bytes) -> Problem:
    with pytest.raises(ReadingError) as caught:
        read(content)
    return caught.value.problem


# --- RTF ----------------------------------------------------------------------------------------


def rich(body: str, head: str = "") -> bytes:
    fonts = r"{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times New Roman Cyr;}{\f2\fcharset128 MS Mincho;}}"
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + fonts + head + body + "}").encode("latin-1")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Le pr\'e9fet \'ab parle \'bb", "Le préfet « parle »"),
        (r"L\u8217\'92eau, \u-3913?, \u233e", "L’eau, \uf0b7, é"),
        (r"{\uc2 \u8364\'80\'80 10}", "€ 10"),
        (r"{\uc0\u8364 10}", "€10"),
        (r"\u-10179?\u-8704? fin", "😀 fin"),
        (r"\u-10179? seul", "\ufffd seul"),
        (r"{\f1 \'cc\'ee\'f1\'ea\'e2\'e0} \'e9", "Москва é"),
        (r"{\f2 \'93\'8c\'8b\'9e}", "東京"),
        (r"a\~b\_c\-d \{x\} \\ \emdash \ldblquote q\rdblquote", "a\u00a0b\u2011cd {x} \\ —“q”"),
        (
            r'Voir {\field{\*\fldinst{HYPERLINK "http://x.example/a"}}{\fldrslt{le rapport}}}.',
            "Voir le rapport.",
        ),
        (r"Un{\deleted  deux}{\v  trois}{\*\inconnu  quatre} cinq", "Un cinq"),
        (r"Un \v deux \v0 trois \plain quatre", "Un trois quatre"),
        (
            r"Avant{\pict\wmetafile8 0100090000}{\object{\*\objdata 0105}{\result  et}} après",
            "Avant et après",
        ),
        ("Avant{\\pict\\bin8 }}}}{{{{} apr\\'e8s", "Avant après"),
        ("Avant\\bin4 \\par apr\\'e8s", "Avant après"),
        (r"{\listtext\pard 1.\tab}Premier point", "Premier point"),
        (r"{\*\bkmkstart a}Un{\*\bkmkend a} mot\line suite", "Un mot\nsuite"),
        (r"Lieu\cell Morts\cell\row Br\'e9vent\cell 2\cell\row", "Lieu\tMorts\nBrévent\t2"),
        (r"Un.\par Deux.\sect Trois.\page Quatre.", "Un.\nDeux.\nTrois.\nQuatre."),
        ("Raw \x93quoted\x94 bytes", "Raw “quoted” bytes"),
        (
            r"Avant{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv y}}{\shptxt Encadr\'e9\par}}} après",
            "Avant après\nEncadré",
        ),
        (r"Fin} this is no part of it {\b x", "Fin"),
        (r"Jamais {\b fermé {\i ici", "Jamais fermé ici"),
    ],
)
def test_rich_text_is_read_as_it_is_shown(body: str, expected: str) -> None:
    assert rtf.read(rich(body)).text == expected


def test_code_pages_are_those_the_file_names() -> None:
    assert rtf.read(rb"{\rtf1\mac \'8et\'8e}").text == "été"
    assert rtf.read(rb"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}").text == "Мир"
    assert rtf.read(rb"{\rtf1\ansi\ansicpg99999 \'e9t\'e9}").text == "été"
    assert rtf.read(rb"{\rtf1\ansi\ansicpg65001 \'c3\'a9t\'c3\'a9}").text == "été"


def test_notes_headers_and_properties_of_rich_text() -> None:
    head = (
        r"{\info{\title Le pont}{\author X}{\creatim\yr2024\mo3\dy5\hr8}{\revtim\yr2024\mo3\dy5\hr9}}"
        r"{\header\pard Le Courrier\par}{\footer Page 1}{\stylesheet{\s1 heading 1;}}{\*\generator Writer;}"
    )
    body = r"Le pont\par Il c\'e8de{\super\chftn{\footnote\pard\chftn  Selon le maire.}} mardi."
    body += r"{\annotation vrai ?}"

    assert rtf.read(rich(body, head)) == Extract(
        text="Le pont\nIl cède[1] mardi.\n[1] Selon le maire.",
        title="Le pont",
        published="2024-03-05",
        left_out=("Le Courrier", "Page 1", "vrai ?"),
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"no rtf at all", Problem.CORRUPT),
        (b"{\\rtf1" + b"{" * 6000, Problem.CORRUPT),
        (b"{\\rtf1" + b"{}" * 2_100_000, Problem.TOO_LARGE),
        (b"{\\rtf1 " + b"word " * 2_000_000, Problem.TOO_LARGE),
        (b"{\\rtf1 {\\pict " + b"00" * 2_000_000 + b"}}", Problem.EMPTY),
        (b"{\\rtf1\\bin999999999 words}", Problem.EMPTY),
        (b"{\\rtf1\\u99999999?\\uc999999999 \\'zz\\", None),
        (b"{\\rtf1{\\fonttbl{\\f99999999999999999999\\fcharset79 x;}}\\f7 a}", None),
    ],
)
def test_rich_text_that_means_harm(content: bytes, expected: Problem | None) -> None:
    if expected is None:
        assert rtf.read(content).text
    else:
        assert problem(rtf.read, content) is expected


# --- Mail ---------------------------------------------------------------------------------------


def letter(*body: str, encoding: str = "utf-8", **headers: str) -> bytes:
    told = {"From": "Radio Vallée <redaction@radio-vallee.example>", "Subject": "Le pont", **headers}
    head = [f"{name.replace('_', '-')}: {value}" for name, value in told.items()]
    return "\r\n".join([*head, "", *body]).encode(encoding)


def parts(kind: str, *each: str) -> dict[str, str]:
    """Return headers and body of a message in parts, as `letter` takes them."""
    return {
        "Content_Type": f'multipart/{kind}; boundary="b"',
        "body": "\r\n".join([*(f"--b\r\n{one}" for one in each), "--b--"]),
    }


def sent(kind: str, *each: str, **headers: str) -> bytes:
    made = parts(kind, *each)
    return letter(made["body"], Content_Type=made["Content_Type"], **headers)


PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n"
PARAGRAPH = (
    "Le pont suspendu de Montrivel a été fermé mardi soir après la rupture d’un câble, a dit le maire. "
)
ARTICLE = f"<h1>Le pont fermé</h1><p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 3}</p>"
WEB = f"<html><body><article>{ARTICLE}</article></body></html>"


def test_a_mail_gives_subject_text_date_and_newsroom() -> None:
    content = letter(
        "Le pont a cédé.",
        "",
        "> Tient-il encore ?",
        "-- ",
        "Jeanne Bourdin, journaliste",
        Subject=Header("Re: TR : Le pont fermé", "utf-8").encode(),
        Date="Tue, 5 Mar 2024 21:44:08 +0100",
    )

    assert mail.read(content) == Extract(
        text="Le pont fermé\nLe pont a cédé.\n> Tient-il encore ?",
        title="Le pont fermé",
        outlet="Radio Vallée",
        published="2024-03-05T21:44+01:00",
        left_out=("Jeanne Bourdin, journaliste",),
    )


def test_the_plain_form_is_taken_unless_it_is_a_stub() -> None:
    full = sent("alternative", PLAIN + PARAGRAPH * 5, HTML + WEB)
    stub = sent("alternative", PLAIN + "Pour lire ce message, activez le HTML.", HTML + WEB)
    alone = letter(WEB, Content_Type="text/html; charset=utf-8")

    assert "Le pont fermé" not in mail.read(full).text
    for content in (stub, alone):
        text = mail.read(content).text
        assert PARAGRAPH.strip() in text
        assert "activez" not in text
        assert "<p>" not in text


def test_attachments_are_listed_and_not_read() -> None:
    picture = 'Content-Type: image/png; name="carte.png"\r\n\r\nAAAA'
    notes = 'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="notes.txt"\r\n\r\nSecret.'
    named = (
        "Content-Type: application/pdf\r\n"
        "Content-Disposition: attachment; filename*=utf-8''rapport%20%C3%A9t%C3%A9.pdf\r\n\r\nx"
    )
    extract = mail.read(sent("mixed", PLAIN + "Le pont a cédé.", picture, notes, named))

    assert extract.text == "Le pont\nLe pont a cédé."
    assert extract.left_out == (
        "carte.png (image/png)",
        "notes.txt (text/plain)",
        "rapport été.pdf (application/pdf)",
    )


def test_a_mail_passed_on_as_an_attachment_is_what_is_read() -> None:
    inner = letter("Le pont a cédé.", Subject="Pont fermé", Date="Tue, 5 Mar 2024 21:44:08 +0100").decode()
    extract = mail.read(sent("mixed", PLAIN, "Content-Type: message/rfc822\r\n\r\n" + inner, Subject="TR"))

    assert (extract.title, extract.text) == ("Pont fermé", "Pont fermé\nLe pont a cédé.")
    assert extract.published == "2024-03-05T21:44+01:00"


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("Le Courrier <newsletter@courrier.example>", "Le Courrier"),
        ("newsletter@news.courrier.example", "courrier.example"),
        ("Radio Vallée <jean.roux@radiovallee.example>", "Radio Vallée"),
        ('"Courrier, Le" <j.roux@lecourrier.co.uk>', None),
        ("The Courier <j.roux@the-courier.co.uk>", "The Courier"),
        ("=?utf-8?q?=C3=89cho_du_Lac?= <contact@echo-du-lac.example>", "Écho du Lac"),
        ("Jeanne Roux <jeanne@courrier.example>", None),
        ("Le Courrier <contact@gmail.com>", None),
        ("Jeanne Roux <jeanne.roux@yahoo.co.uk>", None),
        ("", None),
        ("<>", None),
        ("a@b@c <<<>>> @", None),
    ],
)
def test_the_sender_is_the_outlet_where_it_is_a_house(sender: str, outlet: str | None) -> None:
    assert mail.read(letter("Texte.", From=sender)).outlet == outlet


@pytest.mark.parametrize(
    ("headers", "body", "expected"),
    [
        ({"Content_Type": "text/plain; charset=iso-8859-1"}, "été".encode("latin-1"), "été"),
        ({"Content_Type": "text/plain; charset=utf-8"}, "un été sec".encode("latin-1"), "un été sec"),
        ({"Content_Type": "text/plain; charset=nonsense"}, "été".encode(), "été"),
        ({"Content_Type": "text/plain; charset=punycode"}, "été".encode(), "été"),
        ({"Content_Type": "text/plain; charset=unicode_escape"}, rb"\u0041", r"\u0041"),
        ({"Content_Transfer_Encoding": "quoted-printable"}, b"=C3=A9t=C3=A9 =\r\nfin", "été fin"),
        ({"Content_Transfer_Encoding": "base64"}, b64encode("été".encode()), "été"),
        (
            {"Content_Type": "text/plain; format=flowed"},
            b"Un mot \r\net la suite.\r\nFin.",
            "Un mot et la suite.\nFin.",
        ),
        ({"Content_Type": "text/plain; format=flowed"}, b"> cite \r\n> ceci\r\nnon", "> cite ceci\nnon"),
    ],
)
def test_the_encoding_of_a_mail(headers: dict[str, str], body: bytes, expected: str) -> None:
    assert mail.read(letter("", **headers) + body).text == f"Le pont\n{expected}"


@pytest.mark.parametrize(
    "header",
    [
        "Subject: =?utf-8?b?####?= =?x?q?=ZZ?= =?utf-8?b?" + "A" * 5000,
        "Subject: \x00\x1b[31m\u202e",
        "Date: 99 Foo 99999 99:99:99 +9999",
        "Date: Tue, 5 Mar 2024 21:44:08 +999999999999",
        "From: " + "(" * 5000 + "a@b",
        "From: " + '"' * 999 + "," * 999,
        "Content-Type: " + ";" * 5000,
        "Content-Type: text/plain; charset*0*=x''%ff; charset*1=" + "y" * 500,
        "Content-Disposition: attachment; filename*=utf-16''%00; filename*9=x",
        "Content-Transfer-Encoding: uuencode\r\nContent-Type: text/plain; name*=x",
        "Content-Type: multipart/mixed",
        "Content-Type: multipart/mixed; boundary=",
        "Content-Type: message/rfc822",
    ],
)
def test_hostile_headers_do_no_harm(header: str) -> None:
    content = f"From: a@b.example\r\n{header}\r\n\r\nLe pont a cédé.".encode()
    try:
        extract = mail.read(content)
    except ReadingError as error:
        assert error.problem in (Problem.EMPTY, Problem.CORRUPT)  # noqa: PT017  # either is right
    else:
        f"{extract}".encode()


def test_a_mail_nested_or_cut_up_without_end_is_a_problem() -> None:
    nest = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3000))
    letters = "Content-Type: message/rfc822\r\n\r\n" * 20_000

    assert problem(mail.read, nest.encode()) is Problem.CORRUPT
    assert problem(mail.read, letters.encode()) in (Problem.CORRUPT, Problem.EMPTY)
    assert problem(mail.read, b'Content-Type: text/plain;\n x="' + b";" * 3_000_000) is Problem.CORRUPT
    assert problem(mail.read, b"From: a@b\n\n" + b"\n" * 1_000_001) is Problem.TOO_LARGE


# --- Markdown -----------------------------------------------------------------------------------


def test_marks_of_markdown_fall_and_words_stand() -> None:
    source = """
Le pont fermé
=============

Un **câble** a *cédé*
mardi, [dit le maire](https://x.example "t")[^1]. ![La carte](carte.png)\\
Suite `x = 1` <https://x.example> &amp; <b>fin</b><br>Après ~~barré~~

> Cité ici,
> encore.
>
> - point cité

1. Premier
   1. Dedans

* Second

| Lieu | Morts |
|------|-------|
| Brévent | **2** |

```python
code  = "gardé"
```

<div class="x"><p>Un bloc</p><script>alert(1)</script></div>

---

[^1]: Selon le *Courrier*.
[ref]: https://x.example
"""
    extract = markdown.read(source.encode())

    assert extract.text.split("\n") == [
        "Le pont fermé",
        "Un câble a cédé mardi, dit le maire[1].",
        "Suite x = 1 https://x.example & fin",
        "Après barré",
        "Cité ici, encore.",
        "point cité",
        "Premier",
        "Dedans",
        "Second",
        "Lieu\tMorts",
        "Brévent\t2",
        'code  = "gardé"',
        "Un bloc",
        "[1] Selon le *Courrier*.",
    ]
    assert extract.title == "Le pont fermé"
    assert extract.left_out == ("La carte",)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            '---\ntitle: "Le pont: fermé"\ndate: 2024-03-05\nsource: https://x.example/a\nsite: Écho\n---\n',
            ("Le pont: fermé", "2024-03-05", "https://x.example/a", "Écho"),
        ),
        (
            "+++\ntitle = 'L''eau'\ndate = 2024-03-05T21:40:00Z\n+++\n",
            ("L'eau", "2024-03-05T21:40:00Z", None, None),
        ),
        ("---\ntitle: [a, b]\nsource: un collègue\nauthor: X\n...\n", ("Texte", None, None, None)),
        ("---\nUn trait, puis du texte.\n---\n", ("Texte", None, None, None)),
        ("---\ntitle: jamais fermé\n", ("Texte", None, None, None)),
    ],
)
def test_front_matter(front: str, expected: tuple[str | None, ...]) -> None:
    extract = markdown.read(f"{front}\n# Texte\n\nCorps.\n".encode())

    assert (extract.title, extract.published, extract.url, extract.outlet) == expected
    assert "date:" not in extract.text
    assert "Corps." in extract.text


def test_a_title_of_the_front_matter_comes_first_and_once() -> None:
    front = "---\ntitle: Le pont fermé\n---\n"

    assert markdown.read(f"{front}Corps.\n".encode()).text == "Le pont fermé\nCorps."
    assert markdown.read(f"{front}# Le pont fermé !\n\nCorps.\n".encode()).text == "Le pont fermé !\nCorps."


@pytest.mark.parametrize(
    "source",
    [
        ">" * 20_000 + " mot",
        "- " * 20_000 + "mot",
        "[" * 1_000_000 + "mot",
        "![" * 500_000 + "mot",
        "*a **b " * 10_000,
        "`" * 20_000 + "mot",
        "<" * 20_000 + "mot",
        "<div>" * 5_000 + "mot",
        "&" * 20_000 + "mot",
        "| a " * 10_000 + "\n" + "|-" * 10_000,
        "[^" * 500_000 + "mot",
        "mot " * 100_000,
        "a\x0bb\x1cc mot",
    ],
)
def test_markdown_that_means_harm(source: str) -> None:
    try:
        assert "mot" in markdown.read(source.encode()).text or source[0] in "*|"
    except ReadingError as error:
        assert error.problem in (Problem.CORRUPT, Problem.EMPTY)  # noqa: PT017  # either is right


def test_markdown_is_read_in_any_encoding_and_to_a_limit() -> None:
    assert markdown.read("# Été\r\n\r\nFini.".encode("cp1252")).text == "Été\nFini."
    assert markdown.read("# Été\r\n\r\nFini.".encode("utf-16")).text == "Été\nFini."
    assert problem(markdown.read, b"mot " * 600_000) is Problem.TOO_LARGE
    assert problem(markdown.read, b"- a\n" * 210_000) is Problem.TOO_LARGE
