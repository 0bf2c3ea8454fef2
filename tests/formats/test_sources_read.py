"""Files, archives and pasted text become articles; what can't be read is told beside the others."""

import hashlib
import io
import struct
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import pytest
from tests.formats import samples

from reconciler.errors import Problem, ReadingError
from reconciler.model import Article
from reconciler.reading import Outcome, read_bytes, read_file, read_files, read_pasted, read_sources
from reconciler.reading.articles import Piece, article_of
from reconciler.reading.formats import archive
from reconciler.reading.formats.extract import Extract
from reconciler.reading.recognise import Format


def told(outcome: Outcome) -> tuple[str, str]:
    """What became of a file: its name and "read", or what messages call it and the problem."""
    if isinstance(outcome, ReadingError):
        return outcome.where, outcome.problem
    return outcome.name, "read"


@pytest.mark.parametrize("kind", [each for each in Format if each is not Format.ARCHIVE])
def test_every_format_gives_the_same_article(kind: Format, tmp_path: Path) -> None:
    content = samples.FORMATS[kind]()
    path = tmp_path / "article"
    path.write_bytes(content)

    article = read_file(path)

    for paragraph in (samples.TITLE, *samples.PARAGRAPHS):
        assert paragraph in article.text
    assert article.text.lstrip().startswith(samples.TITLE)
    assert (article.name, article.origin) == ("article", str(path))
    assert (article.media_type, article.original) == (kind.media_type, content)
    assert article.sha256 == hashlib.sha256(content).hexdigest()
    if kind in (Format.HTML, Format.MHTML):
        assert (article.title, article.outlet, article.url) == (samples.TITLE, samples.OUTLET, samples.URL)
        assert (article.published or "").startswith(samples.PUBLISHED)


def test_an_archive_is_as_many_sources_as_it_has_members() -> None:
    read = read_sources(samples.archive(), name="pack.zip", origin="https://example.org/pack.zip")

    assert [told(each) for each in read] == [
        ("plain.txt", "read"),
        ("page.html", "read"),
        ("letter.rtf", "read"),
    ]
    page = read[1]
    assert isinstance(page, Article)
    assert page.origin == "https://example.org/pack.zip/pages/page.html"
    assert (page.media_type, page.original) == ("text/html", samples.html())
    assert page.sha256 == hashlib.sha256(samples.html()).hexdigest()


def test_a_member_that_cannot_be_read_does_not_stop_the_others() -> None:
    pack = samples.zip_of(
        {
            "1.txt": b"The dam broke.",
            "2.txt": b"",
            "3.jpg": b"\xff\xd8\xff\xe0 picture",
            "4.zip": samples.archive(),
            "5.docx": samples.docx()[:9000],
            "6\n\u202e.txt": b"The dam held.",
        }
    )
    read = read_sources(pack, name="pack.zip")
    assert [told(each) for each in read] == [
        ("1.txt", "read"),
        ("pack.zip/2.txt", "empty"),
        ("pack.zip/3.jpg", "binary"),
        ("pack.zip/4.zip", "archive_nested"),
        ("pack.zip/5.docx", "corrupt"),
        ("6\ufffd\ufffd.txt", "read"),
    ]


def test_what_systems_and_browsers_leave_in_an_archive_is_passed_over() -> None:
    pack = samples.zip_of(
        {
            "pages/Dam.html": b"<p>The dam broke at night.</p>",
            "pages/Dam_files/style.css": b"p { color: red }",
            "pages/Dam_files/deep/a.html": b"<p>An advertisement.</p>",
            "__MACOSX/pages/._Dam.html": b"\x00\x05",
            ".DS_Store": b"\x00",
            "other_files/held.txt": b"The dam held.",
            "empty/": b"",
        }
    )
    read = read_sources(pack, name="pack.zip")
    assert [told(each)[0].split("/")[-1] for each in read] == ["Dam.html", "held.txt"]


def test_a_member_without_a_name_is_a_member() -> None:
    (outcome,) = read_sources(samples.zip_of({"": b"The dam broke."}), name="a.zip")
    assert told(outcome) == ("?", "read")


@pytest.mark.parametrize("members", [{}, {"folder/": b""}, {".DS_Store": b"x"}])
def test_an_archive_without_an_article_is_called_empty(members: dict[str, bytes]) -> None:
    (outcome,) = read_sources(samples.zip_of(members), name="pack.zip")
    assert told(outcome) == ("pack.zip", Problem.ARCHIVE_EMPTY)


def test_an_archive_of_too_many_or_too_large_members_is_refused() -> None:
    many = samples.zip_of({f"{number}.txt": b"words" for number in range(archive.MOST_MEMBERS + 1)})
    (outcome,) = read_sources(many, name="many.zip")
    assert told(outcome) == ("many.zip", Problem.ARCHIVE_TOO_LARGE)

    large = zipped_with_sizes({f"{number}.txt": 30 * 1024 * 1024 for number in range(7)})
    (outcome,) = read_sources(large, name="large.zip")
    assert told(outcome) == ("large.zip", Problem.ARCHIVE_TOO_LARGE)


def test_a_member_that_grows_out_of_proportion_is_refused() -> None:
    bomb = samples.zip_of({"good.txt": b"The dam broke.", "bomb.txt": bytes(10 * 1024 * 1024)})
    assert [told(each) for each in read_sources(bomb, name="a.zip")] == [
        ("good.txt", "read"),
        ("a.zip/bomb.txt", "archive_too_large"),
    ]


def test_a_member_is_unpacked_no_further_than_it_says() -> None:
    # Fifty megabytes that are said to be ten bytes: cut there, and then the checksum is wrong.
    liar = zipped_with_sizes({"liar.txt": 10}, b"a" * 50 * 1024 * 1024)
    tracemalloc.start()
    (outcome,) = read_sources(liar, name="a.zip")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert told(outcome) == ("a.zip/liar.txt", Problem.CORRUPT)
    assert peak < 5 * 1024 * 1024


def test_a_directory_too_long_to_be_parsed_is_refused() -> None:
    pack = bytearray(samples.archive())
    end = pack.rfind(b"PK\x05\x06")
    struct.pack_into("<I", pack, end + 12, 0x7FFFFFFF)
    (outcome,) = read_sources(bytes(pack), name="a.zip")
    assert told(outcome) == ("a.zip", Problem.ARCHIVE_TOO_LARGE)


def test_a_member_with_a_password_is_told() -> None:
    pack = bytearray(samples.zip_of({"secret.txt": b"The dam broke."}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        pack[pack.find(mark) + place] |= 1
    (outcome,) = read_sources(bytes(pack), name="a.zip")
    assert told(outcome) == ("a.zip/secret.txt", Problem.ENCRYPTED)


def test_a_member_packed_in_a_way_of_its_own_is_told() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as pack:
        pack.writestr("a.txt", "The dam broke.")
    (outcome,) = read_sources(out.getvalue(), name="a.zip")
    assert told(outcome) == ("a.zip/a.txt", Problem.READER_FAILED)


def zipped_with_sizes(sizes: dict[str, int], content: bytes = b"words") -> bytes:
    """Return an archive whose directory says that its members are of these sizes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, size in sizes.items():
            pack.writestr(name, content)
            pack.getinfo(name).file_size = size
    return out.getvalue()


def test_several_files_at_once_keep_their_order_and_one_that_fails_its_place(tmp_path: Path) -> None:
    contents = {
        "a.html": samples.html(),
        "b.txt": samples.plain(),
        "c.zip": samples.archive(),
        "d.txt": b"\x00\x01\x02",
        "e.rtf": samples.rtf(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    paths = [*sorted(tmp_path.iterdir()), tmp_path / "f.gone"]
    shares: list[float] = []

    read = read_files(paths, progress=shares.append)

    assert [told(each) for each in read] == [
        ("a.html", "read"),
        ("b.txt", "read"),
        ("plain.txt", "read"),
        ("page.html", "read"),
        ("letter.rtf", "read"),
        (str(tmp_path / "d.txt"), "binary"),
        ("e.rtf", "read"),
        (str(tmp_path / "f.gone"), "not_found"),
    ]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_one_article_is_wanted_of_a_file_that_holds_several(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(samples.archive())
    with pytest.raises(ReadingError) as caught:
        read_file(path)
    assert (caught.value.problem, caught.value.where) == (Problem.SEVERAL_ARTICLES, str(path))
    path.write_bytes(samples.zip_of({"only.txt": samples.plain()}))
    assert read_file(path).name == "only.txt"


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    class Growing(type(tmp_path)):  # type: ignore[misc]  # the class of paths of this system
        """A path to which somebody adds as soon as it is open."""

        def open(self, mode: str) -> IO[Any]:
            file: IO[Any] = super().open(mode)

            class Slow(io.BytesIO):
                def read(slow, size: int | None = -1) -> bytes:  # noqa: N805
                    content: bytes = file.read(-1 if size is None else size)
                    with Path(str(self)).open("ab") as other:
                        other.write(b"More of it.")
                    return content

                def fileno(slow) -> int:  # noqa: N805
                    return file.fileno()

                def close(slow) -> None:  # noqa: N805
                    file.close()

            return Slow()

    path = Growing(tmp_path / "article.txt")
    path.write_bytes(b"The dam broke.")
    with pytest.raises(ReadingError) as caught:
        read_file(path)
    assert caught.value.problem is Problem.CHANGED_WHILE_READ


def test_a_file_of_two_hundred_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as out:
        out.write(b"%PDF-1.7\n")
        out.truncate(200 * 1024 * 1024)
    with pytest.raises(ReadingError) as caught:
        read_file(path)
    assert (caught.value.problem, caught.value.detail) == (Problem.TOO_LARGE, "100 MB")


def test_a_name_that_would_turn_a_line_around_is_shown_without_doing_so(tmp_path: Path) -> None:
    path = tmp_path / "dam\n\u202etxt.exe"
    path.write_bytes(b"The dam broke.")
    article = read_file(path)
    assert article.name == "dam\ufffd\ufffdtxt.exe"
    assert article.origin == str(tmp_path / article.name)


def test_characters_no_text_is_made_of_do_not_come_out_of_a_document() -> None:
    rtf = rb"{\rtf1\ansi The dam\'00 broke\u-10240? at\'07 night.\line It rained.\par}"
    text = read_bytes("a.rtf", rtf).text
    assert not set(text) & {chr(code) for code in (*range(9), *range(11, 32), 0xD800)}
    assert "The dam broke" in text


SAID = "Published 4 June 2023, Radio Vallée\nhttps://www.radio-vallee.example/dam\n\nThe dam broke.\n"
OTHER = Extract("", outlet="Courier", url="https://courier.example/a", published="2024-03-05T21:40:00+01:00")


@pytest.mark.parametrize(
    ("kind", "text", "said", "expected"),
    [
        # A page knows itself best; of a document, what stands in its text.
        (Format.HTML, SAID, OTHER, ("Courier", "https://courier.example/a", "2024-03-05T21:40+01:00")),
        (Format.DOCX, SAID, OTHER, ("Radio Vallée", "https://www.radio-vallee.example/dam", "2023-06-04")),
        # The other fills what is missing, or says the same more precisely.
        (
            Format.HTML,
            SAID,
            Extract(""),
            ("Radio Vallée", "https://www.radio-vallee.example/dam", "2023-06-04"),
        ),
        (
            Format.DOCX,
            "The dam broke.",
            OTHER,
            ("Courier", "https://courier.example/a", "2024-03-05T21:40+01:00"),
        ),
        (Format.DOCX, SAID, Extract("", published="2023-06-04T08:27:00"), (..., ..., "2023-06-04T08:27")),
        (
            Format.HTML,
            "4 June 2023 at 8:27\n\nThe dam.",
            Extract("", published="2023-06"),
            (None, None, "2023-06-04T08:27"),
        ),
        # An address stands in for an outlet that nobody names, and only one of the web is one.
        (
            Format.HTML,
            "The dam.",
            Extract("", url="https://www.courier.example/a"),
            ("courier.example", ..., None),
        ),
        (Format.HTML, "The dam.", Extract("", url="file:///etc/passwd"), (None, None, None)),
        # Dates as mails, PDFs and people have them; no date is none.
        (
            Format.MAIL,
            "The dam.",
            Extract("", published="Sun, 04 Jun 2023 08:27:10 +0200"),
            (..., ..., "2023-06-04T08:27+02:00"),
        ),
        (Format.PDF, "The dam.", Extract("", published="D:20230604082710Z"), (..., ..., "2023-06-04T08:27")),
        (Format.PDF, "The dam.", Extract("", published="4 juin 2023"), (..., ..., "2023-06-04")),
        (Format.PDF, "The dam.", Extract("", published="yesterday"), (..., ..., None)),
        (Format.PDF, "The dam.", Extract("", published="D:20231399"), (..., ..., None)),
    ],
)
def test_outlet_address_and_date_come_from_the_text_and_the_format(
    kind: Format, text: str, said: Extract, expected: tuple[object, ...]
) -> None:
    article = article_of(replace(said, text=text), Piece("article", b""), kind)
    found = (article.outlet, article.url, article.published)
    assert all(wanted in (..., got) for got, wanted in zip(found, expected, strict=True)), found


# What is pasted ------------------------------------------------------------------------------


def test_pasted_text_is_an_article() -> None:
    article = read_pasted(
        "The dam\r\n\r\nIt broke\x00 at\ud800 night.\u2028Nobody was hurt.", name="Clipboard"
    )
    assert article.text == "The dam\n\nIt broke at\ufffd night.\nNobody was hurt."
    assert (article.name, article.media_type, article.origin) == ("Clipboard", "text/plain", None)
    assert article.original == article.text.encode()
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_a_pasted_page_gives_its_paragraphs() -> None:
    text = " ".join((samples.TITLE, *samples.PARAGRAPHS))
    article = read_pasted(text, samples.html().decode())
    assert article.media_type == "text/html"
    assert article.text.splitlines()[:2] == [samples.TITLE, samples.PARAGRAPHS[0]]


def test_nothing_that_was_selected_is_lost_to_the_markup_beside_it() -> None:
    text = "\n".join(
        (samples.TITLE, *samples.PARAGRAPHS, *(f"Line {number} of a table." for number in range(60)))
    )
    assert read_pasted(text, samples.html().decode()).text == text


def test_pasted_markup_that_cannot_be_read_leaves_the_text() -> None:
    assert read_pasted("The dam broke.", "<html><body></body></html>").text == "The dam broke."


@pytest.mark.parametrize(("text", "html"), [("", None), (" \n", ""), ("\u200b", "<p> </p>")])
def test_an_empty_clipboard_is_told(text: str, html: str | None) -> None:
    with pytest.raises(ReadingError) as caught:
        read_pasted(text, html, name="Clipboard")
    assert caught.value.problem in (Problem.EMPTY, Problem.NO_ARTICLE)
    assert caught.value.where == "Clipboard"
