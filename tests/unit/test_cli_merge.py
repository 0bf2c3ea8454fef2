"""`reconciler merge`: what it prints, what it writes, and what it leaves alone."""

import hashlib
from pathlib import Path

import pytest
from tests.in_lines import in_lines

from reconciler.case import Case, check
from reconciler.cli import main
from reconciler.model import Article, MatchId, SourceDraft, StatementId, Verdict

ONE = ("The old bridge closes", "It closes on Monday.", "Twelve people were hurt.")
TWO = ("Bridge shut", "From Monday it is shut.", "15 were hurt, the mayor said.")
THREE = ("Elsewhere", "It rained.", "Nobody minded.")
M1, M2, M3 = map(MatchId, (1, 2, 3))


def draft(sentences: tuple[str, ...]) -> SourceDraft:
    text, segments = in_lines(sentences)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceDraft(Article(f"{sentences[0]}.txt", text, digest), "en", segments)


def made(path: Path, analyst: str, verdicts: dict[int, Verdict], *texts: tuple[str, ...]) -> Path:
    """Make a case in which the first statements of two articles are matched in turn, and decided."""
    with Case.create(path, analyst=analyst) as case:
        case.add_sources([draft(text) for text in texts or (ONE, TWO)])
        for number, verdict in verdicts.items():
            case.link([StatementId(number)], [StatementId(number + 3)])
            match = case.match_between(StatementId(number), StatementId(number + 3))
            assert match is not None
            case.decide([match.id], verdict)
    return path


@pytest.fixture
def ada(tmp_path: Path) -> Path:
    return made(tmp_path / "ada.reconciler", "Ada", {1: Verdict.CONFIRMED, 2: Verdict.CONFIRMED})


@pytest.fixture
def bo(tmp_path: Path) -> Path:
    return made(
        tmp_path / "bo.reconciler",
        "Bo",
        {1: Verdict.CONFIRMED, 2: Verdict.REJECTED, 3: Verdict.CONFIRMED},
    )


def test_it_says_how_far_both_agree_and_brings_the_decisions_in(
    ada: Path, bo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    untouched = bo.read_bytes()
    assert main(["merge", str(ada), str(bo)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "Verdicts: 1 of 2 judged by both alike (50%), kappa 0.00 (these decisions give no interval).",
        "Relations: none set by both.",
        (
            "Brought in: 1 decided by the colleague alone, 1 decided alike, 1 to settle, "
            "0 searched silences (4 rows of the journal; 0 matches were known)."
        ),
    ]
    assert [line.split()[0] for line in err.splitlines()] == ["Reading", "Comparing", "Bringing"]
    assert bo.read_bytes() == untouched
    assert sorted(ada.parent.iterdir()) == [ada, bo], "no log is left beside either"
    with Case.open(ada, read_only=True) as case:
        assert case.standing(M1).verdict is Verdict.CONFIRMED
        assert case.disputes() == (M2,)
        assert case.standing(M3).verdict is Verdict.CONFIRMED
    assert check(ada) == ()


def test_a_second_time_nothing_is_added(ada: Path, bo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", str(ada), str(bo)]) == 0
    before = ada.read_bytes()
    capsys.readouterr()
    assert main(["merge", str(ada), str(bo)]) == 0
    out, _ = capsys.readouterr()
    assert "0 rows of the journal; 3 matches were known" in out
    with Case.open(ada, read_only=True) as case:
        assert len(case.entries()) == 4
    assert len(ada.read_bytes()) == len(before)


def test_with_output_the_case_stays_as_it_is(
    ada: Path, bo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ada.read_bytes()
    both = tmp_path / "both.reconciler"
    assert main(["merge", str(ada), str(bo), "--output", str(both)]) == 0
    assert ada.read_bytes() == before
    with Case.open(both, read_only=True) as case:
        assert case.disputes() == (M2,)
    capsys.readouterr()
    assert main(["merge", str(ada), str(bo), "--output", str(both)]) == 1
    assert "is there already" in capsys.readouterr().err


def test_a_case_of_other_articles_is_refused_in_one_sentence(
    ada: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = made(tmp_path / "other.reconciler", "Bo", {}, ONE, THREE)
    before = ada.read_bytes()
    assert main(["merge", str(ada), str(other)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1] == (
        f"reconciler: {other} compares other articles than this case; name a case of the same ones."
    )
    assert ada.read_bytes() == before


def test_a_case_that_is_open_elsewhere_is_not_written(
    ada: Path, bo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Case.open(ada) as case:
        assert main(["merge", str(ada), str(bo)]) == 1
        assert "is open in a window" in capsys.readouterr().err
        assert case.disputes() == ()
    with Case.open(bo):
        assert main(["merge", str(ada), str(bo)]) == 0, "the other one is only read"


@pytest.mark.parametrize("missing", [0, 1])
def test_a_file_that_is_no_case_is_named(
    ada: Path, bo: Path, tmp_path: Path, missing: int, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [str(ada), str(bo)]
    names[missing] = str(tmp_path / "nothing.reconciler")
    assert main(["merge", *names]) == 1
    assert names[missing] in capsys.readouterr().err.splitlines()[-1]


def test_wrong_usage_is_2(ada: Path, bo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", str(ada)]) == 2
    assert main(["merge", str(ada), str(ada)]) == 2
    assert main(["merge", str(ada), str(bo), "--output", "both.txt"]) == 2
    assert capsys.readouterr().out == ""
