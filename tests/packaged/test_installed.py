"""The wheel, built from this checkout and installed in another place."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@dataclass(frozen=True)
class Built:
    wheel: Path
    sdist: Path


@dataclass(frozen=True)
class Installed:
    """An environment of its own that holds the wheel, and sees the packages it needs."""

    place: Path

    def run(self, *command: str, folder: Path) -> str:
        ran = self.ended(*command, folder=folder)
        assert ran.returncode == 0, ran.stderr
        assert ran.stderr == ""
        return ran.stdout

    def ended(self, *command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
        outside = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_"))
        }
        return subprocess.run(
            [str(self.place / "bin" / command[0]), *command[1:]],
            cwd=folder,
            env=outside | {"RECONCILER_HOME": str(folder)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    out = tmp_path_factory.mktemp("dist")
    # Both from the checkout: the wheel must not need the source distribution.
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--sdist",
        "--outdir",
        str(out),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return Built(next(out.glob("*.whl")), next(out.glob("*.tar.gz")))


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    place = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(place, with_pip=False, symlinks=True)
    python = place / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "install", "--no-deps", "--no-index", str(built.wheel)], check=True, capture_output=True
    )
    # A path named in a .pth is searched, but its own .pth files are not obeyed: the checkout,
    # which is installed there as editable, stays out of sight.
    packages = next((place / "lib").glob("python*")) / "site-packages"
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return Installed(place)


def test_the_installed_program_is_the_one_that_runs(installed: Installed, tmp_path: Path) -> None:
    script = (
        "import reconciler, reconciler.resources as r; print(reconciler.__file__); print(r.resource_dir())"
    )
    module, resources = installed.run("python", "-c", script, folder=tmp_path).splitlines()
    assert Path(module).is_relative_to(installed.place)
    assert Path(resources).is_relative_to(installed.place)


def test_it_carries_every_packaged_file(installed: Installed, tmp_path: Path) -> None:
    script = "import reconciler.resources as r; print(r.resource_dir())"
    place = Path(installed.run("python", "-c", script, folder=tmp_path).strip())
    left_out = ROOT / "resources" / "screenshots"
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file() and not path.is_relative_to(left_out):
            assert (place / path.relative_to(ROOT / "resources")).read_bytes() == path.read_bytes()


def test_it_compares_as_the_checkout_does(installed: Installed, tmp_path: Path) -> None:
    seeds = [str(path) for path in SEEDS]
    elsewhere = installed.run("reconciler", "compare", *seeds, "--format", "json", folder=tmp_path)
    here = subprocess.run(
        [sys.executable, "-m", "reconciler", "compare", *seeds, "--format", "json"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert len(json.loads(elsewhere)["matches"]) > 5
    assert json.loads(elsewhere) == json.loads(here.stdout)


def test_no_package_holds_the_seed_articles(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as wheel, tarfile.open(built.sdist) as sdist:
        members = {name: wheel.read(name) for name in wheel.namelist()}
        for entry in sdist.getmembers():
            content = sdist.extractfile(entry)
            if content is not None:
                members[entry.name] = content.read()
    assert len(members) > 50
    for name, data in members.items():
        assert "seeds/" not in name
        assert "screenshots/" not in name
        for seed in SEEDS:
            assert seed.read_bytes() not in data, name


def test_the_source_distribution_can_be_set_up(built: Built) -> None:
    with tarfile.open(built.sdist) as sdist:
        names = {name.split("/", 1)[1] for name in sdist.getnames() if "/" in name}
    wanted = {"Makefile", "requirements.lock", "packaging/setup.sh", "pyproject.toml", "LICENSE", "README.md"}
    assert wanted <= names


def test_it_finds_itself_sound(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    line, rest = installed.run("reconciler", "--self-check", folder=tmp_path / "home").split("\n")
    told = json.loads(line)
    assert rest == ""
    assert (told["ok"], told["missing"], told["warnings"]) == (True, [], [])
    assert min(told["counts"]["matches en"], told["counts"]["matches fr"]) > 5
    assert told["counts"]["packages"] > 50
    assert {"first paint en", "confirm fr", "undo fr", "export pdf fr", "export xlsx en", "read"} <= set(
        told["milliseconds"]
    )
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("language/fr/stop.txt", "file language/fr/stop.txt"),
        ("translations/reconciler_fr.qm", "translation reconciler_fr"),
        ("self_check/article.pdf", "reader .pdf: empty"),
    ],
)
def test_it_names_what_is_damaged(installed: Installed, tmp_path: Path, name: str, said: str) -> None:
    script = "import reconciler.resources as r; print(r.resource_dir())"
    file = Path(installed.run("python", "-c", script, folder=tmp_path).strip()) / name
    whole = file.read_bytes()
    file.write_bytes(b"")
    try:
        ran = installed.ended("reconciler", "--self-check", folder=tmp_path)
    finally:
        file.write_bytes(whole)
    assert ran.returncode == 1
    told = json.loads(ran.stdout)
    assert not told["ok"]
    assert f"file {name}" in told["missing"]
    assert any(each.startswith(said) for each in told["missing"])


def test_it_tries_every_reader_of_its_own() -> None:
    tried = {path.suffix for path in (ROOT / "resources" / "self_check").iterdir()}
    assert tried == {".txt", ".md", ".html", ".mhtml", ".eml", ".rtf", ".odt", ".docx", ".pdf"}
