"""The format of a file is told from its content; its name may say what it likes."""

import io
import zipfile

import pytest
from tests.formats import samples

from reconciler.errors import Problem, ReadingError
from reconciler.reading.recognise import Format, recognise

NAMES = ("", "article", "article.txt", "page.html", "scan.pdf", "letter.docx", "pack.zip", "x.md")


@pytest.mark.parametrize("kind", Format)
def test_every_format_is_recognised_whatever_it_is_called(kind: Format) -> None:
    content = samples.FORMATS[kind]()
    for name in NAMES:
        if kind is Format.PLAIN and name == "x.md":
            continue
        assert recognise(content, name) is kind, name


def test_a_name_tells_markdown_from_a_text_without_marks() -> None:
    assert recognise(samples.plain(), "Article.MD") is Format.MARKDOWN


PAGE = b"<html><body><p>The dam broke.</p></body></html>"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Format.PLAIN),
        (b"\xef\xbb\xbf  \r\n" + PAGE, Format.HTML),
        (PAGE.decode().encode("utf-16"), Format.HTML),
        (PAGE.decode().encode("utf-16-le"), Format.HTML),
        (PAGE.decode().encode("utf-16-be"), Format.HTML),
        (b"<!-- saved from url=(0026)https://www.example.org/ -->\r\n" + PAGE.upper(), Format.HTML),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">' + PAGE,
            Format.HTML,
        ),
        (b'<!DOCTYPE page [<!ENTITY a "b">]>\n' + PAGE, Format.HTML),
        (b'<meta charset="utf-8"><p>The dam broke.</p>', Format.HTML),
        (b"<div class='a'>The dam<br>broke.", Format.HTML),
        (b"<p> is how a paragraph begins in HTML.", Format.PLAIN),
        (b"The page said <html><body>nothing</body></html>.", Format.PLAIN),
        (b"<The dam broke>, he wrote.", Format.PLAIN),
        (b"\n\n" + samples.pdf(), Format.PDF),
        (b"HTTP header of a bad download\n" + samples.pdf(), Format.PDF),
        (b"PDF files begin with\n%PDF-1.7 as everybody knows.", Format.PLAIN),
        (b" {\\rtf1 The dam broke.}", Format.RTF),
        (b"From reader Tue Mar 5 21:44:10 2024\r\n" + samples.email(), Format.MAIL),
        (b"From: a@b.example\nTo: c@d.example\nSubject: Dam\n\nIt broke.", Format.MAIL),
        (b"From: our correspondent\nDate: 5 March 2024\n\nThe dam broke.", Format.PLAIN),
        (b"Title: The dam\nDate: 5 March 2024\nURL: https://example.org\n\nThe dam broke.", Format.PLAIN),
        (b"Q: Did it break?\nA: It did.\nQ: When?\nA: At night.\n", Format.PLAIN),
        (b"---\ntitle: The dam\ntags:\n  - water\n---\n\nIt broke.", Format.MARKDOWN),
        (b"# The dam\n\nIt **broke** at night.", Format.MARKDOWN),
        (b"The dam\n=======\n\nIt [broke](https://example.org/a).", Format.MARKDOWN),
        (b"# 1 The dam\n\nIt broke. It cost 5*3*2 = 30.", Format.PLAIN),
        (b"The dam\n-------\n\n> It broke, he wrote.\n\n* at night\n* by day\n", Format.PLAIN),
        (b"#dam #flood @mayor It broke [again] (at night).", Format.PLAIN),
    ],
)
def test_what_stands_at_the_beginning_decides(content: bytes, kind: Format) -> None:
    assert recognise(content) is kind


def test_a_mail_with_pictures_is_no_saved_page() -> None:
    mail = (
        b"Received: from a by b\r\nFrom: a@b.example\r\nSubject: Dam\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/html\r\n\r\n<p>The dam broke.</p>\r\n"
        b"--x\r\nContent-Type: image/gif\r\nContent-Location: a.gif\r\n\r\nGIF\r\n--x--\r\n"
    )
    assert recognise(mail) is Format.MAIL


def packed(*names: str, kind: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        if kind:
            pack.writestr("mimetype", kind)
        for name in names:
            pack.writestr(name, "<x/>")
    return out.getvalue()


LOCKED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (packed("[Content_Types].xml", "xl/workbook.xml"), Problem.BINARY),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), Problem.BINARY),
        (packed("content.xml", kind="application/vnd.oasis.opendocument.spreadsheet"), Problem.BINARY),
        (packed("OEBPS/a.xhtml", kind="application/epub+zip"), Problem.BINARY),
        (packed("META-INF/MANIFEST.MF", "A.class"), Problem.BINARY),
        (packed("Index/Document.iwa"), Problem.BINARY),
        (b"<?xml version='1.0'?><rss><channel/></rss>", Problem.BINARY),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>Dam</text></svg>", Problem.BINARY),
        (b"\x89PNG\r\n\x1a\n words", Problem.BINARY),
        (b"%!PS-Adobe-3.0\n(words) show", Problem.BINARY),
        (b"Rar!\x1a\x07\x01 words", Problem.BINARY),
        (LOCKED, Problem.ENCRYPTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1200), Problem.OLD_OFFICE),
        (b"\xdb\xa5-\x00 Word 2 of 1991", Problem.OLD_OFFICE),
        (samples.docx()[:20_000], Problem.CORRUPT),
        (b"PK\x03\x04 and so on", Problem.CORRUPT),
    ],
)
def test_what_cannot_be_read_is_called_what_it_is(content: bytes, problem: Problem) -> None:
    with pytest.raises(ReadingError) as caught:
        recognise(content, "article.docx")
    assert caught.value.problem is problem


def test_an_open_document_without_its_label_is_known_by_its_parts() -> None:
    assert recognise(packed("content.xml", "META-INF/manifest.xml")) is Format.ODT
    assert recognise(packed("content.xml", "other.xml")) is Format.ARCHIVE
