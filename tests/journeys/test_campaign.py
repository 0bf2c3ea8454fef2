"""Short runs of the campaign: kills, and writes that fail below SQLite. The long ones are commands."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.campaign import faults, kills, monkey, privacy

KILLS = (0, 2, 3, 5)


def test_nothing_is_lost_to_kills(tmp_path: Path) -> None:
    models = kills.models(tmp_path)
    found = [kills.kill(number, 11, models) for number in KILLS]
    assert [each.faults for each in found] == [[] for _ in KILLS]
    assert sum(each.acts for each in found)


@pytest.mark.parametrize("without_log", [False, True])
def test_a_write_that_fails_is_told_and_leaves_nothing_by_half(tmp_path: Path, without_log: bool) -> None:
    built = faults.library(tmp_path)
    if built is None:
        pytest.skip("no C compiler here")
    tried = list(faults.campaign(built, step=230, rounds=(0, 4), without_log=without_log))
    assert [(fault, wrong) for fault, _, wrong in tried if wrong] == []
    assert any(told.refused for _, told, _ in tried)
    assert len(tried) > 3


def test_a_disk_that_cannot_be_read_is_no_damage(tmp_path: Path) -> None:
    built = faults.library(tmp_path)
    if built is None:
        pytest.skip("no C compiler here")
    tried = list(faults.campaign(built, step=170, ways=faults.READING_WAYS))
    assert [(fault, wrong) for fault, _, wrong in tried if wrong] == []
    assert any("unreadable" in each for _, told, _ in tried for each in told.refused)


def test_random_acts_leave_the_window_as_the_file() -> None:
    command = [sys.executable, monkey.__file__, "--acts", "200", "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=kills._quiet())
    assert done.stdout.strip() == "200 acts, seed 1, 0 faults", done.stdout + done.stderr
    assert done.returncode == 0


def test_nothing_is_sent_and_nothing_left_for_others_to_read() -> None:
    steps = ("window", "compare", "export pdf", "recover", "compare, ended after 1.2 s")
    found = dict(privacy.campaign(steps))
    assert found == {step: [] for step in steps}
