"""One small, valid file of each format, made in memory: the same article every time.

What a reader makes of its sample holds `TITLE` and every one of `PARAGRAPHS`; the fuzz run starts
from these bytes. Larger or stranger files are made beside the tests that need them.
"""

import io
import zipfile
from collections.abc import Callable
from html import escape
from quopri import encodestring

TITLE = "Bridge over the Arve closed after a cable snaps"
OUTLET = "Valley Courier"
URL = "https://www.valley-courier.example/2024/03/05/bridge-closed"
PUBLISHED = "2024-03-05"
PARAGRAPHS = tuple(
    """
The old suspension bridge at Montrivel was closed on Tuesday evening after a main cable snapped, police said.
Nobody was hurt, but 14 vehicles had to be led back to the bank by firefighters, which took almost 3 hours.
“We heard a bang like a cannon,” said Élise Tournier, who keeps the café at the southern end of the bridge.
Built in 1932, it carries some 6,200 vehicles a day; a repair will take five months and cost €2.4 million.
""".strip().split("\n")
)


def plain() -> bytes:
    """Return the article as plain text in UTF-8."""
    return "\n\n".join((TITLE, *PARAGRAPHS, "")).encode()


def markdown() -> bytes:
    """Return the article as Markdown with a heading, emphasis and a link."""
    first, *others = PARAGRAPHS
    lead = "**The old suspension bridge** at [Montrivel](https://example.org/montrivel)"
    first = first.replace("The old suspension bridge at Montrivel", lead)
    return "\n\n".join((f"# {TITLE}", first, *others, "")).encode()


def html() -> bytes:
    """Return the article as a page among the furniture of a site."""
    body = "\n".join(f"<p>{escape(each)}</p>" for each in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{TITLE} | {OUTLET}</title>
<link rel="canonical" href="{URL}">
<meta property="og:site_name" content="{OUTLET}">
<meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="{PUBLISHED}T21:40:00+01:00">
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/valley">Valley</a></li></ul></nav>
<main><article>
<h1>{TITLE}</h1>
{body}
</article></main>
<footer><p>© {OUTLET}. All rights reserved.</p></footer>
</body>
</html>
""".encode()


def mhtml() -> bytes:
    """Return the page as a browser saves it with its pictures in one file."""
    page = encodestring(html()).replace(b"\n", b"\r\n")
    head = (
        "From: <Saved by a browser>\r\n"
        f"Snapshot-Content-Location: {URL}\r\n"
        f"Subject: {TITLE}\r\n"
        "Date: Tue, 5 Mar 2024 22:10:00 +0100\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----part"\r\n'
        "\r\n\r\n"
        "------part\r\n"
        "Content-Type: text/html\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {URL}\r\n"
        "\r\n"
    )
    picture = (
        "\r\n------part\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: {URL}/dot.gif\r\n\r\n"
        "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==\r\n------part--\r\n"
    )
    return head.encode() + page + picture.encode()


def email() -> bytes:
    """Return the article as a mail in quoted-printable UTF-8."""
    head = (
        f"Received: from mail.example.org by mx.example.net; Tue, 5 Mar 2024 21:44:10 +0100\r\n"
        f"From: {OUTLET} <desk@valley-courier.example>\r\n"
        "To: reader@example.net\r\n"
        f"Subject: {TITLE}\r\n"
        "Date: Tue, 5 Mar 2024 21:44:08 +0100\r\n"
        "Message-ID: <1234@valley-courier.example>\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    body = encodestring("\n\n".join((*PARAGRAPHS, "")).encode())
    return head.encode() + body.replace(b"\n", b"\r\n")


def rtf() -> bytes:
    """Return the article as rich text, all that is not ASCII escaped."""

    def escaped(text: str) -> str:
        return "".join(char if char < "\x7f" else f"\\u{ord(char)}?" for char in text)

    body = "\\par\n".join(escaped(each) for each in PARAGRAPHS)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\n"
        f"{{\\info{{\\title {TITLE}}}{{\\creatim\\yr2024\\mo3\\dy5\\hr21\\min40}}}}\n"
        f"\\pard\\b\\fs36 {TITLE}\\b0\\fs24\\par\n{body}\\par\n}}\n"
    ).encode("ascii")


def odt() -> bytes:
    """Return the article as an OpenDocument text."""
    namespaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    body = "".join(f"<text:p>{escape(each)}</text:p>" for each in PARAGRAPHS)
    content = (
        f"{head}<office:document-content {namespaces}><office:body><office:text>"
        f'<text:h text:outline-level="1">{TITLE}</text:h>{body}'
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f"{head}<office:document-meta {namespaces}><office:meta><dc:title>{TITLE}</dc:title>"
        f"<meta:creation-date>{PUBLISHED}T21:40:00</meta:creation-date></office:meta></office:document-meta>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'{head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        'manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(_member("mimetype", zipfile.ZIP_STORED), kind)
        for name, text in (("content.xml", content), ("meta.xml", meta), ("META-INF/manifest.xml", manifest)):
            pack.writestr(_member(name), text)
    return out.getvalue()


def docx() -> bytes:
    """Return the article as a Word document."""
    from docx import Document

    document = Document()
    document.core_properties.title = TITLE
    document.add_heading(TITLE, level=0)
    for each in PARAGRAPHS:
        document.add_paragraph(each)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as pack:  # packed again, or the time of day would stand in it
        return zip_of({info.filename: pack.read(info) for info in pack.infolist()})


def pdf() -> bytes:
    """Return the article as a PDF of one page, its text in one of the built-in fonts."""
    lines = [("F1 16 Tf 20 TL", TITLE)]
    for each in PARAGRAPHS:
        lines.append(("F1 11 Tf 14 TL", ""))
        lines.extend(("", line) for line in _wrapped(each, 84))
    shown = "".join((f"/{style} " if style else "") + f"({_pdf_text(line)}) Tj T*\n" for style, line in lines)
    page = f"BT\n72 760 Td\n{shown}ET\n".encode("cp1252")
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
            b"<< /Length %d >>\nstream\n%sendstream" % (len(page), page),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Font << /F1 5 0 R >> >>",
        ]
    )


def pdf_of(objects: list[bytes]) -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def archive() -> bytes:
    """Return an archive of the article in three formats, with a folder."""
    return zip_of({"plain.txt": plain(), "pages/page.html": html(), "letter.rtf": rtf()})


def zip_of(members: dict[str, bytes]) -> bytes:
    """Return an archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        for name, content in members.items():
            pack.writestr(_member(name), content)
    return out.getvalue()


FORMATS: dict[str, Callable[[], bytes]] = {
    "plain": plain,
    "markdown": markdown,
    "html": html,
    "mhtml": mhtml,
    "mail": email,
    "rtf": rtf,
    "odt": odt,
    "docx": docx,
    "pdf": pdf,
    "archive": archive,
}
"""The maker of each format, by the name of its reader."""


def _member(name: str, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (2024, 3, 5, 21, 40, 0))
    info.compress_type = compression
    return info


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _pdf_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
