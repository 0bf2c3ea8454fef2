"""Kills the program at random moments, and looks at what it left.

The window is at work (`analyst.py`: deciding, bulk acts, undo, import, a later version, aligning
again, export, saving elsewhere), on a new case or on one of each former version; or the command
line is (compare, export, recover). After each SIGKILL: every act that was shown as saved is in the
file, with what it made of its matches; SQLite, `check` and a new opening find nothing; no file
stands there in part.

    python tests/campaign/kills.py --kills 500 --seed 1
    python tests/campaign/kills.py --only 123 --seed 1
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
FORMATS = HERE.parent / "formats"
SEEDS = HERE.parents[1] / "seeds"


@dataclass(slots=True)
class Kill:
    """What was seen of one kill: `faults` are what must not be."""

    number: int
    what: str
    acts: int = 0
    faults: list[str] = field(default_factory=list)


def kill(number: int, seed: int, models: Sequence[Path]) -> Kill:
    """Let one process work, kill it, and look."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="reconciler-kills-") as name:
        folder = Path(name)
        if number % 5 == 4:
            return _kill_command(number, chance, models, folder)
        return _kill_window(number, chance, models, folder)


def _kill_window(number: int, chance: random.Random, models: Sequence[Path], folder: Path) -> Kill:
    model = chance.choice(models)
    path = folder / "case.reconciler"
    shutil.copyfile(model, path)
    found = Kill(number, f"window on {model.stem}")
    arguments = [str(HERE / "analyst.py"), str(folder), f"{number}", str(path)]
    with subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, text=True, env=_quiet()
    ) as run:
        assert run.stdout is not None
        lines = [run.stdout.readline()]
        early = chance.random() < 0.3
        lines += [run.stdout.readline() for _ in range(0 if early else chance.randint(1, 80))]
        time.sleep(chance.random() * (0.5 if early else 0.03))
        run.send_signal(signal.SIGKILL)
        lines += run.stdout.readlines()
    _judge_window(found, path, model, [line for line in lines if line.endswith("\n")], folder)
    return found


def _quiet() -> dict[str, str]:
    root = str(HERE.parents[1])
    paths = os.pathsep.join((root, str(Path(root) / "src"), os.environ.get("PYTHONPATH", "")))
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths}


def _judge_window(found: Kill, path: Path, model: Path, lines: list[str], folder: Path) -> None:
    shown: dict[int, tuple[str, dict[str, str]]] = {}
    homes = [path]
    for line in lines:
        words = line.split()
        if words[0] == "FAULT":
            found.faults.append(line.strip())
        if words[0] == "case":
            homes.append(Path(line.removeprefix("case ").strip()))
        if words[0] == "act":
            shown[int(words[1])] = (words[2], dict(word.split("=") for word in words[3:]))
    found.acts = len(shown)
    found.faults += lost(homes[-1], shown)
    for each in folder.glob("*.reconciler"):
        found.faults += unsound_case(each)
    backups = list(folder.glob("*backup*.reconciler"))
    for each in backups:
        if decisions(each) != decisions(model):
            found.faults.append("the backup is not what was brought up to date")
    found.faults += half_files(folder)


def lost(path: Path, shown: dict[int, tuple[str, dict[str, str]]]) -> Iterator[str]:
    """Tell of each act that was shown and is not in the file as it was shown."""
    with closing(sqlite3.connect(path)) as db:
        entries = dict(db.execute("SELECT id, kind FROM entries"))
        if sorted(entries) != list(range(1, len(entries) + 1)):
            yield "the history has a hole"
        for number, (kind, stands) in shown.items():
            if entries.get(number) != kind:
                yield f"act {number} ({kind}) is not in the file"
            for match, verdict in stands.items():
                row = db.execute(
                    "SELECT coalesce(verdict, '-') FROM decisions WHERE match = ? AND entry <= ?"
                    " ORDER BY id DESC LIMIT 1",
                    (int(match), number),
                ).fetchone()
                if (row[0] if row else "-") != verdict:
                    yield f"act {number}: match {match} was shown as {verdict}, the file has {row}"


def unsound_case(path: Path) -> Iterator[str]:
    """Tell what is wrong with a case: by SQLite, by `check`, and by opening it."""
    from tests.campaign.cases import unsound

    from reconciler.case import Case, check
    from reconciler.errors import CaseError

    yield from (f"{path.name}: {each}" for each in unsound(path))
    try:
        with Case.open(path):
            pass
        yield from (f"{path.name}: {each}" for each in check(path))
    except CaseError as error:
        yield f"{path.name}: {error}"


def decisions(path: Path) -> list[tuple[object, ...]]:
    """Return the journal of a case file of any version."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT id, entry, match, act, verdict, relation, note FROM decisions").fetchall()


def half_files(folder: Path) -> Iterator[str]:
    """Tell of each exported file that is there and not whole."""
    for path in folder.iterdir():
        if path.name.startswith(".") or not path.is_file():
            continue
        data = path.read_bytes()
        whole = True
        match path.suffix:
            case ".html":
                whole = data.rstrip().endswith(b"</html>")
            case ".json" if path.name.startswith("export"):
                whole = _is_json(data)
            case ".xlsx":
                whole = zipfile.is_zipfile(path)
            case ".reconciler":
                whole = len(data) > 0
        if not whole:
            yield f"{path.name} is there in part"


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def _kill_command(number: int, chance: random.Random, models: Sequence[Path], folder: Path) -> Kill:
    model = folder.parent / f"{folder.name}-model.reconciler"
    shutil.copyfile(models[0], model)
    articles = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    calls = {
        "compare": ["compare", *articles, "--case", str(folder / "new.reconciler"), "--format", "json",
                    "--output", str(folder / "export.json")],
        "export": ["export", str(model), "--format", "xlsx", "--output", str(folder / "export.xlsx")],
        "recover": ["recover", str(model), "--output", str(folder / "new.reconciler")],
    }  # fmt: skip
    name = chance.choice(list(calls))
    found = Kill(number, name)
    try:
        with subprocess.Popen(
            [sys.executable, "-m", "reconciler", *calls[name]],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_quiet(),
        ) as run:
            time.sleep(chance.random() * (4.0 if name == "compare" else 1.2))
            run.send_signal(signal.SIGKILL)
        for each in folder.glob("*.reconciler"):
            found.faults += unsound_case(each)
        found.faults += half_files(folder)
        found.faults += unsound_case(model)
    finally:
        for each in folder.parent.glob(f"*{folder.name}-model*"):
            each.unlink()
    return found


def models(folder: Path) -> list[Path]:
    """Make the cases that are worked on: a rich one, and one of each former version."""
    from tests.campaign.cases import rich_case

    return [rich_case(folder / "rich.reconciler"), *sorted(FORMATS.glob("case_v*.reconciler"))]


def main() -> int:
    """Run by command, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    given = parser.parse_args()
    told: Counter[str] = Counter()
    acts = faulty = 0
    with tempfile.TemporaryDirectory(prefix="reconciler-models-") as name:
        sound = models(Path(name))
        for number in range(given.kills) if given.only is None else (given.only,):
            found = kill(number, given.seed, sound)
            told[found.what] += 1
            acts += found.acts
            faulty += bool(found.faults)
            for fault in found.faults:
                print(f"FAULT seed {given.seed} number {number} {found.what}: {fault}", flush=True)
    for what, count in sorted(told.items()):
        print(f"{what:24} {count:5}")
    print(f"{sum(told.values())} kills, {acts} acts shown as saved, {faulty} kills with a fault")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    sys.exit(main())
