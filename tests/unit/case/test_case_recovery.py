"""What can be read of a damaged case comes into a new one that is sound, and how much that is is told."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.campaign.cases import LINES, rich_case

from reconciler.case import Case, check, recover
from reconciler.cli import main
from reconciler.errors import CaseError, Problem
from reconciler.model import Verdict

PAGE = 4096


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    return rich_case(tmp_path / "rich.reconciler")


def verdicts(path: Path) -> dict[tuple[str, str], tuple[Verdict | None, str]]:
    """What stands of each match, by the words of its statements."""
    with Case.open(path, read_only=True) as case:
        texts = {one.id: one.text for source in case.sources for one in case.statements(source.id)}
        return {
            (texts[match.left], texts[match.right]): (
                case.standing(number).verdict,
                case.standing(number).note,
            )
            for number, match in case.matches.items()
        }


def pages_of(path: Path, table: str) -> list[int]:
    """Return the leaf pages of a table."""
    with closing(sqlite3.connect(path)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    data = path.read_bytes()
    page = data[(root - 1) * PAGE : root * PAGE]
    if page[0] == 13:
        return [root]
    cells = int.from_bytes(page[3:5], "big")
    places = [int.from_bytes(page[12 + 2 * cell : 14 + 2 * cell], "big") for cell in range(cells)]
    return [int.from_bytes(page[place : place + 4], "big") for place in places] + [
        int.from_bytes(page[8:12], "big")
    ]


def blank(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    path.write_bytes(data)


def test_a_sound_case_is_recovered_whole(rich: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.reconciler"
    found = recover(rich, new)
    assert (found.gaps, found.dropped, found.whole_history) == (0, 0, True)
    assert check(new) == ()
    assert verdicts(new) == verdicts(rich)
    with Case.open(rich) as one, Case.open(new) as other:
        assert one.entries() == other.entries()
        assert one.sources == other.sources
        assert one.original(one.sources[0].id) == other.original(other.sources[0].id)


def test_behind_a_damaged_page_all_else_is_found(rich: Path, tmp_path: Path) -> None:
    stood = verdicts(rich)
    pages = pages_of(rich, "matches")
    assert len(pages) > 2
    blank(rich, pages[1])
    before = rich.read_bytes()
    with pytest.raises(CaseError) as caught:
        Case.open(rich)
    assert caught.value.problem is Problem.DAMAGED
    new = tmp_path / "new.reconciler"
    found = recover(rich, new)
    assert rich.read_bytes() == before
    assert found.gaps
    assert found.dropped
    assert found.sources == 2
    assert found.statements == 2 * LINES - 3
    assert check(new) == ()
    kept = verdicts(new)
    assert 10 < len(kept) < len(stood)
    assert all(stood[words] == standing for words, standing in kept.items())
    assert any(verdict for verdict, _ in kept.values())


def test_without_the_journal_the_articles_and_matches_are_kept(rich: Path, tmp_path: Path) -> None:
    for page in pages_of(rich, "entries"):
        blank(rich, page)
    found = recover(rich, tmp_path / "new.reconciler")
    assert (found.sources, found.whole_history) == (2, False)
    assert found.statements == 2 * LINES - 3
    assert check(tmp_path / "new.reconciler") == ()


def test_a_history_with_a_hole_is_told_as_it_stood_last(rich: Path, tmp_path: Path) -> None:
    stood = verdicts(rich)
    with closing(sqlite3.connect(rich)) as db:
        db.execute("DROP TRIGGER entries_no_delete")
        # The link that was undone: what undoes it names nothing now.
        db.execute("DELETE FROM entries WHERE kind = 'link'")
        db.commit()
    new = tmp_path / "new.reconciler"
    found = recover(rich, new)
    assert not found.whole_history
    kept = verdicts(new)
    assert all(stood[words] == standing for words, standing in kept.items())
    assert sum(verdict is not None for verdict, _ in kept.values()) == found.decided > 20
    with Case.open(new) as case:
        assert {entry.analyst for entry in case.entries()} == {"Ada", case.entries()[0].analyst}


def test_nothing_of_a_stranger_comes_along(rich: Path, tmp_path: Path) -> None:
    stood = verdicts(rich)
    with closing(sqlite3.connect(rich)) as db:
        db.execute("CREATE TABLE loot (text)")
        db.execute(
            "CREATE TRIGGER steal AFTER INSERT ON decisions BEGIN INSERT INTO loot VALUES (NEW.note); END"
        )
        db.commit()
    with pytest.raises(CaseError) as caught:
        Case.open(rich)
    assert (caught.value.problem, caught.value.detail) == (Problem.STRANGE_SCHEMA, "trigger steal")
    new = tmp_path / "new.reconciler"
    assert recover(rich, new).whole_history
    assert check(new) == ()
    assert verdicts(new) == stood


def test_the_command_says_how_much_was_recovered(
    rich: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blank(rich, pages_of(rich, "statements")[0])
    new = tmp_path / "new.reconciler"
    assert main(["recover", str(rich), "--output", str(new)]) == 0
    told = capsys.readouterr().out
    assert "2 sources" in told
    assert "decided" in told
    assert "1 place that can't be read" in told
    assert main(["recover", str(rich), "--output", str(new)]) == 1
    assert "is there already" in capsys.readouterr().err


def test_what_holds_no_case_is_said_and_leaves_no_file(tmp_path: Path) -> None:
    other = tmp_path / "other.reconciler"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE notes (text)")
    new = tmp_path / "new.reconciler"
    for path, problem in (
        (other, Problem.NOT_A_CASE),
        (tmp_path / "none", Problem.NOT_FOUND),
        (tmp_path, Problem.IS_FOLDER),
    ):
        with pytest.raises(CaseError) as caught:
            recover(path, new)
        assert caught.value.problem is problem
    other.write_bytes(b"no database" * 1000)
    with pytest.raises(CaseError):
        recover(other, new)
    assert not new.exists()


@pytest.mark.parametrize(
    ("left", "problem"), [(0, Problem.NOT_A_DATABASE), (8192, Problem.NOTHING_RECOVERED)]
)
def test_a_file_of_which_nothing_is_left_is_not_sent_round_in_circles(
    rich: Path, tmp_path: Path, left: int, problem: Problem
) -> None:
    rich.write_bytes(rich.read_bytes()[:left])
    with pytest.raises(CaseError) as caught:
        recover(rich, tmp_path / "new.reconciler")
    assert caught.value.problem is problem
    assert not (tmp_path / "new.reconciler").exists()
