"""What is said of packages comes from their own metadata, however they write it."""

from pathlib import Path

import packaging.requirements  # noqa: F401  # loaded before what it is found by is taken away
import pytest

from reconciler.shipped import damaged_files, licence_text, packages


def install(place: Path, name: str, *headers: str, **texts: bytes) -> Path:
    """Leave the metadata of a package as installing would."""
    folder = place / f"{name.replace('-', '_')}-1.0.dist-info"
    (folder / "licenses").mkdir(parents=True)
    head = (f"Name: {name}", "Version: 1.0", *headers)
    (folder / "METADATA").write_text("\n".join(("Metadata-Version: 2.4", *head, "")), encoding="utf-8")
    for text, content in texts.items():
        (folder / "licenses" / text).write_bytes(content)
    return folder


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages that is looked into instead of all others."""
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    return tmp_path


def test_the_walk_follows_what_is_needed_here_and_nothing_else(place: Path) -> None:
    install(
        place, "reconciler",
        "Requires-Dist: Some_Reader[fast]",
        'Requires-Dist: not-here; python_version < "3"',
        'Requires-Dist: tests; extra == "dev"',
    )  # fmt: skip
    install(place, "some-reader", 'Requires-Dist: speed; extra == "fast"', "Requires-Dist: reconciler")
    for name in ("speed", "tests", "not-here", "bystander"):
        install(place, name)
    assert [each.name for each in packages()] == ["reconciler", "some-reader", "speed"]


@pytest.mark.parametrize(
    ("headers", "licence"),
    [
        (("License-Expression: MIT", "License: other"), "MIT"),
        (("Classifier: License :: OSI Approved :: BSD License",), "BSD License"),
        (("Classifier: License :: Other/Proprietary License", "License: ISC"), "ISC"),
        ((), "The Heading Licence"),
    ],
)
def test_a_licence_is_found_where_a_package_names_it(
    place: Path, headers: tuple[str, ...], licence: str
) -> None:
    install(place, "reconciler", *headers, COPYING=b"\n The Heading Licence\n\nYou may.")
    assert packages()[0].licence == licence


def test_licence_files_are_found_and_read_in_their_encodings(place: Path) -> None:
    needs = ("Requires-Dist: reader", "License-File: LICENCE")
    install(place, "reconciler", *needs, LICENCE="© us".encode(), NOTES=b"")
    install(place, "reader", LICENSE="© others".encode("latin-1"))
    texts = {each.name: [licence_text(path) for path in each.texts] for each in packages()}
    assert texts == {"reader": ["© others"], "reconciler": ["© us"]}


def test_nothing_is_said_of_a_program_that_was_never_installed(place: Path) -> None:
    install(place, "bystander")
    assert packages() == ()
    assert damaged_files() == ()


def test_a_frozen_program_tells_the_thesauri_it_comes_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = tmp_path / "licences"
    notices.mkdir()
    notices.joinpath("thesaurus-mythes-fr.txt").write_text(
        "mythes-fr 1:7.5.0-1 | LGPL-2.1-or-later\n\nA French thesaurus.\n", encoding="utf-8"
    )
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    (found,) = (each for each in packages() if each.name == "mythes-fr")
    assert (found.version, found.licence) == ("1:7.5.0-1", "LGPL-2.1-or-later")
    assert "A French thesaurus." in licence_text(found.texts[0])
