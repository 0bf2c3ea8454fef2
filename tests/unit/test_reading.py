"""Files and bytes become articles, or an error that says why not."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from reconciler.errors import Problem, ReadingError, UserError
from reconciler.reading import normalise_date, read_bytes, read_file

FRENCH = "L’été dernier, à Brévent, la digue a cédé : « déjà », dit le maire – où était l'œil du préfet ?\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_text_comes_out_alike_from_every_encoding(encoding: str) -> None:
    assert read_bytes("digue.txt", FRENCH.encode(encoding)).text == FRENCH


@pytest.mark.skipif(sys.platform != "linux", reason="only here names of files are any bytes")
def test_a_name_that_is_not_utf_8_can_be_shown(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xe9t\xe9 \xc3\xa9.txt")
    path.write_text("The dam broke.\n", encoding="utf-8")
    assert read_file(path).name == "\ufffdt\ufffd é.txt"
    path.write_bytes(b"")
    with pytest.raises(ReadingError) as empty:
        read_file(path)
    path.unlink()
    with pytest.raises(ReadingError) as missing:
        read_file(path)
    for error, problem in ((empty, Problem.EMPTY), (missing, Problem.NOT_FOUND)):
        assert error.value.problem is problem
        assert error.value.where == f"{tmp_path}/\ufffdt\ufffd é.txt"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Плотина прорвалась в ночь на вторник. Никто не пострадал, сообщил мэр города.\n" * 4, "cp1251"),
        ("Tama pękła w nocy z wtorku na środę. Nikt nie został ranny, mówi burmistrz gminy.\n" * 4, "cp1250"),
    ],
)
def test_other_encodings_are_recognised_by_their_letters(text: str, encoding: str) -> None:
    assert read_bytes("x.txt", text.encode(encoding)).text == text


def test_latin_1_without_typographic_marks() -> None:
    assert read_bytes("x.txt", "Réponse du préfet".encode("latin-1")).text == "Réponse du préfet"


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    data = "Un\r\nDeux\rTrois\n\ttabulé  e\u0301 \u202f!\n".encode()

    assert read_bytes("x.txt", data).text == "Un\nDeux\nTrois\n\ttabulé  e\u0301 \u202f!\n"


def test_the_digest_is_that_of_the_bytes_as_they_are() -> None:
    data = "Un\r\nDeux".encode("utf-16")

    assert read_bytes("x.txt", data).sha256 == hashlib.sha256(data).hexdigest()


def test_a_file_is_named_by_its_name_alone(tmp_path: Path) -> None:
    file = tmp_path / "digue.txt"
    file.write_bytes(FRENCH.encode())

    article = read_file(file)

    assert (article.name, article.text, article.title) == ("digue.txt", FRENCH, None)


@pytest.mark.parametrize(
    "data", [b"", b"  \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe \x00\n\x00", "\u200b\n".encode()]
)
def test_nothing_to_read_is_empty(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes("rien.txt", data)

    assert (caught.value.problem, caught.value.where) == (Problem.EMPTY, "rien.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"text with\x00a zero byte inside it",
        b"\x1f\x8b\x08" + b"words " * 40,
        b"<?xml version='1.0'?>\n<rss><channel><title>Words</title></channel></rss>",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        bytes(range(256)) * 8,
        b"\x01\x02\x03\x04\x05\x06 abc",
        b"\xff\xfe" + b"\x00\xd8" * 20,
        b"SQLite format 3\x00" + b"\x00" * 100,
    ],
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes("image.txt", data)

    assert caught.value.problem is Problem.BINARY


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as missing:
        read_file(tmp_path / "nowhere.txt")
    with pytest.raises(ReadingError) as folder:
        read_file(tmp_path)

    assert (missing.value.problem, missing.value.where) == (Problem.NOT_FOUND, str(tmp_path / "nowhere.txt"))
    assert (folder.value.problem, folder.value.where) == (Problem.IS_FOLDER, str(tmp_path))


def test_errors_in_a_file_name_its_whole_path(tmp_path: Path) -> None:
    file = tmp_path / "vide.txt"
    file.write_bytes(b"\n")

    with pytest.raises(ReadingError) as caught:
        read_file(file)

    assert (caught.value.problem, caught.value.where) == (Problem.EMPTY, str(file))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_bytes(b"words")
    file.chmod(0)

    with pytest.raises(ReadingError) as caught:
        read_file(file)

    assert caught.value.problem is Problem.UNREADABLE
    assert caught.value.detail


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
def test_a_file_that_fails_while_being_read_is_unreadable() -> None:
    with pytest.raises(ReadingError) as caught:
        read_file(Path("/proc/self/mem"))

    assert caught.value.problem is Problem.UNREADABLE
    assert caught.value.detail


@pytest.mark.parametrize("name", ["a\x00b.txt", "x" * 5000])
def test_a_name_the_system_refuses_is_unreadable(name: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_file(Path(name))

    assert caught.value.problem is Problem.UNREADABLE


def test_over_twenty_megabytes_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as out:
        out.truncate(20 * 1024 * 1024 + 1)

    with pytest.raises(ReadingError) as caught:
        read_file(file)

    assert caught.value.problem is Problem.TOO_LARGE


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    under_a_file = tmp_path / "digue.txt"
    under_a_file.write_bytes(b"words")

    with pytest.raises(ReadingError) as caught:
        read_file(under_a_file / "inner.txt")

    assert caught.value.problem in (Problem.UNREADABLE, Problem.NOT_FOUND)


ARTICLE = "La digue a cédé\n\nCe 3 juin, le maire s'est tu. Le 4 juin 2021, déjà, l'eau montait.\n"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("", None),
        ("date 2023-06", "2023-06"),
        (" date 2023-06 https://www.exemple.org/20230604/digue.html", "2023-06-04"),
        ("date 2023-06\n\nTitre\n\nTeaser... 04.06.2023, Radio Vallée", "2023-06-04"),
        ("https://www.exemple.org/2023/06/05/digue", "2023-06-05"),
        ("https://www.exemple.org/2023/06/digue", "2023-06"),
        ("https://www.exemple.org/digue-1059716172.html", None),
        ("12 juil. 2012, 19:45", "2012-07-12T19:45"),
        ("Publié le 06-06-2023 à 08h27", "2023-06-06T08:27"),
        ("Publié le 6 juin 2023 à 8 h 27, mis à jour le 7 juin 2023 à 9 h 10", "2023-06-06T08:27"),
        ("Mis à jour le 7 juin 2023", "2023-06-07"),
        ("2023-06-05T10:35+0200\n2023-06-05T11:31+0200", "2023-06-05T10:35+02:00"),
        ("Published June 4, 2023 at 3:05 pm", "2023-06-04T15:05"),
        ("Sunday, 4 June 2023", "2023-06-04"),
        ("By Jane Doe | June 4, 2023 10:15 GMT", "2023-06-04T10:15+00:00"),
        ("13 juillet 2012. - Une digue a cédé, selon le maire.", "2012-07-13"),
        ("A dam near Brevent, 12 July 2012: two hurt. EPA/SOMEONE FRANCE OUT", None),
        ("32.13.2023", None),
    ],
)
def test_the_date_of_publication(head: str, published: str | None) -> None:
    assert read_bytes("x.txt", f"{head}\n\n{ARTICLE}".encode()).published == published


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("", None),
        ("Teaser... 04.06.2023, Radio Vallée", "Radio Vallée"),
        ("04.06.2023 | Radio Vallée", "Radio Vallée"),
        ("Publié par Radio Vallée le 4 juin 2023", "Radio Vallée"),
        ("Publié par Radio Vallée", "Radio Vallée"),
        ("Par Jeanne Bourdin, le 4 juin 2023", None),
        ("https://www.radio-vallee.fr/digue", "radio-vallee.fr"),
        ("https://fr.exemple.co.uk:8080/digue", "exemple.co.uk"),
        ("Publié par Radio Vallée\nhttps://www.exemple.org/digue", "Radio Vallée"),
        ("https://cdn.exemple.org/digue.jpg", None),
        ("4 juin 2023, 19:45", None),
        ("4 juin 2023, mis à jour", None),
    ],
)
def test_the_outlet(head: str, outlet: str | None) -> None:
    assert read_bytes("x.txt", f"{head}\n\n{ARTICLE}".encode()).outlet == outlet


def test_the_address_is_the_articles_not_a_pictures_nor_one_in_prose() -> None:
    head = "https://cdn.exemple.org/a.jpg\nhttps://www.exemple.org/digue?id=1\n\nVoir https://autre.org ici."

    assert read_bytes("x.txt", f"{head}\n\n{ARTICLE}".encode()).url == "https://www.exemple.org/digue?id=1"
    assert read_bytes("x.txt", b"La digue a lu https://autre.org hier.").url is None


def test_the_seed_with_a_header_names_its_date_outlet_and_address() -> None:
    seed = Path(__file__).resolve().parents[2] / "seeds" / "001_23bb5da953bde778.txt"

    article = read_file(seed)

    assert (article.outlet, article.published) == ("Sputnik Afrique", "2023-06-04")
    assert article.url is not None
    assert article.url.startswith("https://fr.sputniknews.africa/20230604/raid-rate-de-belgorod")


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2023", "2023"),
        ("juin 2023", "2023-06"),
        ("June 2023", "2023-06"),
        ("2023-06", "2023-06"),
        ("4 juin 2023", "2023-06-04"),
        ("le 4 juin 2023", "2023-06-04"),
        ("1er août 2023", "2023-08-01"),
        ("dimanche 4 juin 2023 à 8h05", "2023-06-04T08:05"),
        ("  04/06/2023 ", "2023-06-04"),
        ("4.6.2023", "2023-06-04"),
        ("06/14/2023", "2023-06-14"),
        ("June 4, 2023", "2023-06-04"),
        ("4th of June 2023", "2023-06-04"),
        ("2023/06/04", "2023-06-04"),
        ("20230604", "2023-06-04"),
        ("2023-06-04 10:15", "2023-06-04T10:15"),
        ("2023-06-04T10:15:30.5Z", "2023-06-04T10:15+00:00"),
        ("2023-06-04T10:15+02:00", "2023-06-04T10:15+02:00"),
        ("29 février 2024", "2024-02-29"),
    ],
)
def test_a_date_as_typed(typed: str, iso: str) -> None:
    assert normalise_date(typed) == iso


@pytest.mark.parametrize(
    "typed",
    ["", "hier", "4 juin", "2023-13-04", "30 février 2023", "2023-06-04T25:00", "12345", "4 juin 2023 ou 5"],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        normalise_date(typed)

    assert (caught.value.problem, caught.value.where) == (Problem.BAD_DATE, typed)
