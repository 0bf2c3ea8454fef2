import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-package.lock"]
MADE = {".venv", ".git", "build", "dist", "__pycache__", "seeds"}

# A class of one letter keeps this file from naming what it looks for.
HOSTS = re.compile(r"py[p]i\.org|python[h]osted|npm[j]s\.|pkg[.]dev|crates[.]io")
INDEX_OPTIONS = re.compile(r"--(extra-)?index[-]url[ =]|--find[-]links[ =]|\bPIP_INDEX[_]URL\s*=")


def requirements(lock: str) -> dict[str, str]:
    """Return each requirement with its hashes, by its name, version and marker."""
    joined = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in joined.splitlines() if line.strip()]
    return {line.split("--hash")[0].strip(): line for line in lines}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_and_hashed(lock: str) -> None:
    found = requirements(lock)
    assert len(found) > 30
    for requirement, line in found.items():
        assert re.fullmatch(r"[a-z0-9.-]+==[^ ;]+( ; .+)?", requirement), requirement
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_file_holds_an_address(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_developers_and_installers_run_the_versions_that_users_run(lock: str) -> None:
    held = {line.split(" ;")[0] for line in requirements(lock)}
    assert {line.split(" ;")[0] for line in requirements("requirements.lock")} <= held


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for lock, wanted in (
        ("requirements.lock", project["dependencies"] + extras["setup"]),
        ("requirements-dev.lock", project["dependencies"] + extras["setup"] + extras["dev"]),
        ("requirements-package.lock", project["dependencies"] + extras["setup"] + extras["package"]),
    ):
        locked = {line.split("==")[0] for line in requirements(lock)}
        names = {re.split(r"[^A-Za-z0-9._-]", each)[0].lower().replace("_", "-") for each in wanted}
        assert names <= locked


def committed_files() -> Iterator[Path]:
    for top in ROOT.iterdir():
        if top.name in MADE or top.name.endswith("_cache"):
            continue
        for path in [top, *top.rglob("*")]:
            if path.is_file() and not MADE.intersection(path.parts):
                yield path


def test_no_file_names_a_package_registry() -> None:
    for path in committed_files():
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not HOSTS.search(text), path
        assert not INDEX_OPTIONS.search(text), path
