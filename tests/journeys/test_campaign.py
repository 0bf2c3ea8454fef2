"""Short runs of the campaign: kills, and writes that fail below SQLite. The long ones are commands."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.campaign import faults, kills, monkey

KILLS = (0, 4, 6)


def test_nothing_is_lost_to_kills(tmp_path: Path) -> None:
    models = kills.models(tmp_path)
    found = [kills.kill(number, 11, models) for number in KILLS]
    assert [each.faults for each in found] == [[] for _ in KILLS]
    assert sum(each.acts for each in found)


def test_a_write_that_fails_is_told_and_leaves_nothing_by_half(tmp_path: Path) -> None:
    built = faults.library(tmp_path)
    if built is None:
        pytest.skip("no C compiler here")
    tried = list(faults.campaign(built, step=61))
    assert [(fault, wrong) for fault, _, wrong in tried if wrong] == []
    assert any(told.refused for _, told, _ in tried)
    assert len(tried) > 3


def test_random_acts_leave_the_window_as_the_file() -> None:
    command = [sys.executable, monkey.__file__, "--acts", "200", "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=kills._quiet())
    assert done.stdout.strip() == "200 acts, seed 1, 0 faults", done.stdout + done.stderr
    assert done.returncode == 0
