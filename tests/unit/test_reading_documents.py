"""What is taken from documents, those of Word and OpenDocument above all, and what from none of them."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

import pytest
from tests.formats import samples

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats import docx, mail, markdown, odt, rtf
from reconciler.reading.formats.extract import Extract

Read = Callable[[bytes], Extract]
READERS: dict[str, Read] = {
    "docx": docx.read,
    "odt": odt.read,
    "rtf": rtf.read,
    "mail": mail.read,
    "markdown": markdown.read,
}


def lines(read: Read, content: bytes) -> list[str]:
    return read(content).text.split("\n")


def problem(read: Read, content: bytes) -> Problem:
    with pytest.raises(ReadingError) as caught:
        read(content)
    return caught.value.problem


@pytest.mark.parametrize("name", READERS)
def test_each_sample_gives_the_article_line_by_line(name: str) -> None:
    extract = READERS[name](samples.FORMATS[name]())

    assert extract.text.split("\n") == [samples.TITLE, *samples.PARAGRAPHS]
    assert extract.title == samples.TITLE
    assert extract.left_out == ()


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("content", [b"", b"\x00" * 50, b"PK\x03\x04\x00 and no more"])
def test_what_is_none_of_it_is_said_to_be_so(name: str, content: bytes) -> None:
    assert problem(READERS[name], content) in (Problem.CORRUPT, Problem.EMPTY, Problem.BINARY)


@pytest.mark.parametrize("name", READERS)
def test_damaged_files_give_text_or_a_problem_and_nothing_else(name: str) -> None:
    sample, chance = samples.FORMATS[name](), random.Random(name)  # noqa: S311  # the same damage each time
    for _ in range(60):
        content = bytearray(sample[: chance.randrange(len(sample) // 2, len(sample) + 1)])
        for _ in range(chance.randrange(6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            text = READERS[name](bytes(content)).text
        except ReadingError as error:
            assert error.where == ""  # noqa: PT017  # text is as right as an error
        else:
            assert text.strip()
            text.encode()


# --- DOCX ---------------------------------------------------------------------------------------

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word(body: str, *, namespace: str = TRANSITIONAL, head: str = "", **parts: str) -> bytes:
    """Return a Word document of this body; `parts` are related to it by their names."""
    kinds = {name: "core-properties" if name == "core" else name.rstrip("0123456789") for name in parts}
    main = "".join(
        f'<Relationship Id="r{name}" Type="{RELATIONS}/{kind}" Target="{name}.xml"/>'
        for name, kind in kinds.items()
        if name != "core"
    )
    roots = f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    if "core" in parts:
        roots += f'<Relationship Id="c" Type="{RELATIONS}/core-properties" Target="/word/core.xml"/>'
    outside = f'<Relationship Id="o" Type="{RELATIONS}/header" Target="//x.example/h" TargetMode="External"/>'
    root = f'<w:root xmlns:w="{namespace}"'
    wrapped = {f"word/{name}.xml": xml.replace("<w:root", root).encode() for name, xml in parts.items()}
    related = f'<Relationships xmlns="{PACKAGE}">{main}{outside}</Relationships>'
    document = f'{head}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    return samples.zip_of(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{roots}</Relationships>'.encode(),
            "word/document.xml": document.encode(),
            "word/_rels/document.xml.rels": related.encode(),
            **wrapped,
        }
    )


def para(text: str, style: str = "", mark: str = "") -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    runs = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{style}{mark}</w:pPr>{runs}</w:p>"


def run(text: str, inside: str = "") -> str:
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


STYLES = (
    '<w:root><w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Lgende"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style></w:root>'
)


def test_deletions_fall_and_insertions_stand() -> None:
    body = para(
        run("Le pont a ")
        + f'<w:del w:id="1"><w:r><w:delText>tenu</w:delText></w:r>{run("tenu")}</w:del>'
        + f'<w:ins w:id="2">{run("cédé")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run(" hier")}</w:moveFrom><w:moveTo w:id="4">{run(" mardi")}</w:moveTo>'
        + run(" caché", "<w:rPr><w:vanish/></w:rPr>")
        + run(".", '<w:rPr><w:vanish w:val="0"/></w:rPr>')
    )
    joined = para("Personne", mark='<w:del w:id="5"/>') + para(" n’est blessé.")

    assert lines(docx.read, word(body + joined)) == ["Le pont a cédé mardi.", "Personne n’est blessé."]


def test_links_fields_and_controls_give_the_words_that_are_shown() -> None:
    body = para(
        run("Voir ")
        + f'<w:hyperlink w:anchor="x">{run("le rapport")}</w:hyperlink>'
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://x"</w:instrText></w:r>'
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run(" du maire")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(' (3 mai)')}</w:sdtContent></w:sdt>"
        + "<w:r><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>42</w:t><w:br/><w:t>Suite</w:t></w:r>"
    )

    assert lines(docx.read, word(body)) == ["Voir le rapport du maire (3 mai)\tA\u201142", "Suite"]


def test_rows_are_lines_and_columns_of_a_layout_are_read_one_by_one() -> None:
    def row(*cells: str, deleted: str = "") -> str:
        inside = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{deleted}</w:trPr>{inside}</w:tr>"

    table = f"<w:tbl>{row(para('Lieu'), para('Blessés'))}{row(para('Brévent'), para('2'))}"
    table += f"{row(para('Faux'), para('9'), deleted='<w:del/>')}</w:tbl>"
    layout = f"<w:tbl>{row(para('Un.') + para('Deux.'), para('Trois.'))}</w:tbl>"

    assert lines(docx.read, word(table + layout)) == ["Lieu\tBlessés", "Brévent\t2", "Un.", "Deux.", "Trois."]


def test_text_boxes_follow_their_paragraph_and_are_read_once() -> None:
    inside = f"<w:txbxContent>{para('Encadré : 14 véhicules.')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    content = word(para(run("Le pont") + box + run(" est fermé.")) + para("Fin."))

    assert lines(docx.read, content) == ["Le pont est fermé.", "Encadré : 14 véhicules.", "Fin."]


def test_notes_stand_at_the_end_and_what_is_around_the_text_is_left_out() -> None:
    def reference(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    body = para(run("Première") + reference("endnote", 2) + run(" et seconde") + reference("footnote", 3))
    note = f'<w:footnote w:id="3">{para("Selon la préfecture.")}</w:footnote>'
    rule = f'<w:footnote w:id="0" w:type="separator">{para("____")}</w:footnote>'
    contents = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body += f"<w:sdt>{contents}<w:sdtContent>{para('Sommaire')}</w:sdtContent></w:sdt>"
    body += para("Le pont, mardi. Photo : J. Roux", "Lgende") + para("Chapitre 1", "TM1")
    extract = docx.read(
        word(
            body,
            styles=STYLES,
            footnotes=f"<w:root>{rule}{note}</w:root>",
            endnotes=f'<w:root><w:endnote w:id="2">{para("Voir le rapport.")}</w:endnote></w:root>',
            header1=f"<w:root>{para('Courrier de la vallée')}</w:root>",
            footer1=f"<w:root>{para('Page 1')}</w:root>",
            comments=f"<w:root><w:comment w:id='1'>{para('À vérifier !')}</w:comment></w:root>",
        )
    )

    assert extract.text.split("\n") == [
        "Première[1] et seconde[2]",
        "[1] Voir le rapport.",
        "[2] Selon la préfecture.",
    ]
    assert extract.left_out == (
        "Sommaire",
        "Le pont, mardi. Photo : J. Roux",
        "Chapitre 1",
        "Courrier de la vallée",
        "Page 1",
        "À vérifier !",
    )


@pytest.mark.parametrize(
    ("property_title", "styled", "expected"),
    [
        ("Le pont est fermé", "", "Le pont est fermé"),
        ("le pont est fermé !", "", "Le pont est fermé"),
        ("Modèle de communiqué", "", None),
        ("Modèle de communiqué", "Titre", "Le pont est fermé"),
    ],
)
def test_a_property_is_the_title_only_where_the_text_says_so_too(
    property_title: str, styled: str, expected: str | None
) -> None:
    content = word(
        para("Communiqué") + para("Le pont est fermé", styled) + para("Le maire l’a dit."),
        styles=STYLES,
        core=f"<w:root><w:title>{property_title}</w:title></w:root>",
    )

    assert docx.read(content).title == expected


@pytest.mark.parametrize(
    ("created", "modified", "expected"),
    [
        ("2024-03-05T20:40:00Z", "2024-03-05T21:02:00Z", "2024-03-05"),
        ("2024-03-05T23:40:00Z", "2024-03-06T00:10:00Z", "2024-03-05"),
        ("2024-03-05T20:40:00Z", "2024-05-01T09:00:00Z", None),
        ("2024-03-05T20:40:00Z", "2024-03-01T09:00:00Z", None),
        ("2013-12-23T23:15:00Z", "2013-12-23T23:15:00Z", None),
        ("1899-12-30T00:00:00Z", "1899-12-30T00:00:00Z", None),
        ("soon", "later", None),
    ],
)
def test_a_day_of_writing_is_believed_only_if_the_file_is_of_that_day(
    created: str, modified: str, expected: str | None
) -> None:
    core = f"<w:root><w:created>{created}</w:created><w:modified>{modified}</w:modified></w:root>"

    assert docx.read(word(para("Texte."), core=core)).published == expected


def test_a_strict_document_is_read_like_any_other() -> None:
    assert lines(docx.read, word(para("Un.") + para("Deux."), namespace=STRICT)) == ["Un.", "Deux."]


def test_nothing_but_empty_paragraphs_is_empty() -> None:
    assert problem(docx.read, word(para("") + para(" "))) is Problem.EMPTY


def test_nesting_beyond_reason_is_a_problem() -> None:
    deep = "<w:sdt><w:sdtContent>" * 200_000
    assert problem(docx.read, word(deep)) is Problem.CORRUPT
    tables = "<w:tbl><w:tr><w:tc>" * 60 + para("Au fond.") + "</w:tc></w:tr></w:tbl>" * 60
    assert lines(docx.read, word(tables)) == ["Au fond."]


# --- ODT ----------------------------------------------------------------------------------------

ODF = "urn:oasis:names:tc:opendocument:xmlns"


def open_document(body: str, *, head: str = "", before: str = "", **others: str) -> bytes:
    """Return an OpenDocument text of this body; `others` are what `meta` and `styles` hold."""
    spaces = "".join(
        f' xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta")
    )
    spaces += f' xmlns:draw="{ODF}:drawing:1.0" xmlns:svg="{ODF}:svg-compatible:1.0"'
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    whole = f"<office:body><office:text>{body}</office:text></office:body>"
    parts = {"content": before + whole, **others}
    return samples.zip_of(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            **{
                f"{name}.xml": f"{head}<office:r{spaces}>{xml}</office:r>".encode()
                for name, xml in parts.items()
            },
        }
    )


SHOWN = """
<text:tracked-changes><text:changed-region><text:deletion><text:p>Effacé.</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Le pont est fermé</text:p>
<text:table-of-content><text:index-body><text:p>Sommaire</text:p></text:index-body></text:table-of-content>
<text:p>Un<text:s text:c="900000000"/>câble <text:span>a
    cédé</text:span><text:note><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Selon le maire.</text:p></text:note-body></text:note> mardi<text:line-break/>soir.
<office:annotation><dc:creator>J.</dc:creator><text:p>À voir.</text:p></office:annotation>
<draw:frame><svg:title>photo</svg:title><draw:text-box><text:p>Encadré.</text:p></draw:text-box></draw:frame>
</text:p>
<text:list><text:list-item><text:p>Premier point</text:p></text:list-item></text:list>
<text:section text:display="none"><text:p>Caché.</text:p></text:section>
<table:table><table:table-header-rows><table:table-row>
<table:table-cell><text:p>Lieu</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="90000000"><text:p>Morts</text:p></table:table-cell>
</table:table-row></table:table-header-rows></table:table>
"""
MADE = """
<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>
</office:automatic-styles>
"""
MARGINS = """
<office:master-styles><style:master-page><style:header><text:p>Le Courrier</text:p></style:header>
<style:footer><text:p>Page 1</text:p></style:footer></style:master-page></office:master-styles>
"""
ABOUT = """
<office:meta><dc:title>Modèle</dc:title><dc:date>2024-03-05T22:00:00</dc:date>
<meta:creation-date>2024-03-05T21:40:00.5</meta:creation-date></office:meta>
"""


def test_an_opendocument_text_is_read_as_it_is_shown() -> None:
    extract = odt.read(open_document(SHOWN, before=MADE, styles=MARGINS, meta=ABOUT))

    assert extract == Extract(
        text="Le pont est fermé\nUn câble a cédé[1] mardi\nsoir.\nEncadré.\nPremier point\nLieu\tMorts\n"
        "[1] Selon le maire.",
        title="Le pont est fermé",
        published="2024-03-05",
        left_out=("Sommaire", "À voir.", "Le Courrier", "Page 1"),
    )


# --- Packages that mean harm --------------------------------------------------------------------


def test_a_password_is_named_as_what_is_in_the_way() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    manifest = b'<manifest:encryption-data manifest:checksum-type="SHA1/1K"/>'
    locked = samples.zip_of({"content.xml": b"\x8f\x00", "META-INF/manifest.xml": manifest})
    flagged = bytearray(samples.docx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := flagged.find(signature, place + 1)) >= 0:
            flagged[place + offset] |= 1

    assert problem(docx.read, compound + "EncryptedPackage".encode("utf-16-le")) is Problem.ENCRYPTED
    assert problem(docx.read, compound + "WordDocument".encode("utf-16-le")) is Problem.OLD_OFFICE
    assert problem(odt.read, locked) is Problem.ENCRYPTED
    assert problem(docx.read, bytes(flagged)) is Problem.ENCRYPTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_entity_is_ever_expanded(encoding: str) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    many = "".join(f'<!ENTITY e{n} "x">' for n in range(200_000))
    outside = '<!ENTITY out SYSTEM "file:///etc/hostname">'
    for entities, name in ((f'<!ENTITY l0 "ha">{lol}', "l11"), (many, "e1"), (outside, "out")):
        head = f"<!DOCTYPE r [{entities}]>"
        text = word(para(f"&{name};"), head=head)
        repacked = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(text)) as old, zipfile.ZipFile(repacked, "w") as new:
            for member in old.namelist():
                xml = old.read(member)
                new.writestr(member, xml.decode().encode(encoding) if member == "word/document.xml" else xml)

        assert problem(docx.read, repacked.getvalue()) is Problem.CORRUPT
        assert problem(odt.read, open_document(f"<text:p>&{name};</text:p>", head=head)) is Problem.CORRUPT


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "utf-16"])
def test_no_encoding_hides_a_document_type(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    head = '<!DOCTYPE r [<!ENTITY e "expanded">]>'
    spaces = f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"'
    body = "<office:body><office:text><text:p>Un &e;</text:p></office:text></office:body>"
    xml = f"{head}<office:r {spaces}>{body}</office:r>"

    encoded = xml.encode(encoding)
    shifted = encoded.replace(b"<!", b"+ADwAIQ-")
    for content in (
        (declared + xml).encode(encoding),
        *(declared.encode() + each for each in (encoded, shifted)),
    ):
        assert problem(odt.read, samples.zip_of({"content.xml": content})) is Problem.CORRUPT


def lying(content: bytes, name: str, size: int) -> bytes:
    """Return an archive whose directory says that a member has another size than it has."""
    out = bytearray(content)
    for signature, length, offset in ((b"PK\x03\x04", 30, 22), (b"PK\x01\x02", 46, 24)):
        place = -1
        while (place := out.find(signature, place + 1)) >= 0:
            if out[place + length :].startswith(name.encode()):
                struct.pack_into("<I", out, place + offset, size)
    return bytes(out)


def test_a_bomb_is_too_large_whatever_its_directory_says() -> None:
    bomb = samples.zip_of({"content.xml": b"<a>" + b" " * 80_000_000})

    assert len(bomb) < 100_000
    assert problem(odt.read, bomb) is Problem.TOO_LARGE
    assert problem(odt.read, lying(bomb, "content.xml", 1000)) is Problem.CORRUPT


def test_a_million_elements_and_pictures_of_any_size() -> None:
    assert problem(odt.read, open_document("<text:p/>" * 2_100_000)) is Problem.TOO_LARGE
    with zipfile.ZipFile(out := io.BytesIO(word(para("Un texte."))), "a", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("word/media/image1.png", bytes(100_000_000))

    assert lines(docx.read, out.getvalue()) == ["Un texte."]
