"""The thesauri of the installers: the very bytes that are pinned, with their notices, or nothing."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "frozen" / "thesauri.py"
DEBIAN = Path("/usr/share/mythes")
NEEDED = (DEBIAN / "thes_fr.dat", DEBIAN / "th_en_US_v2.dat", Path("/usr/share/doc/wordnet-base/copyright"))


def put(folder: Path, thesauri: Path) -> subprocess.CompletedProcess[str]:
    notices = folder / "notices"
    notices.mkdir()
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(folder / "thesaurus"), str(notices)],
        env={"THESAURI": str(thesauri), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_file_with_other_bytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thes_fr.dat").write_text("UTF-8\nmot|1\n", encoding="utf-8")
    done = put(tmp_path, tmp_path / "other")
    assert done.returncode == 1
    assert "is not the one of mythes-fr" in done.stderr
    assert not list((tmp_path / "thesaurus").iterdir())


@pytest.mark.skipif(not all(path.is_file() for path in NEEDED), reason="needs Debian's thesauri")
def test_the_files_are_unchanged_and_their_notices_stand_beside_them(tmp_path: Path) -> None:
    done = put(tmp_path, DEBIAN)
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "thesaurus"
    for name in ("thes_fr.dat", "thes_fr.idx", "th_en_US_v2.dat", "th_en_US_v2.idx"):
        digests = [hashlib.sha256((each / name).read_bytes()).digest() for each in (folder, DEBIAN)]
        assert digests[0] == digests[1]
    french = (folder / "thesaurus-mythes-fr.txt").read_text(encoding="utf-8")
    english = (tmp_path / "notices" / "thesaurus-mythes-en-us.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in french
    assert "you may replace them" in french
    assert "WordNet 3.0 Copyright 2006 by Princeton University" in english
