"""Kills the program at random moments, and looks at what it left.

The window is at work (`analyst.py`: deciding, bulk acts, undo, import, a later version, aligning
again, a colleague's decisions, export, saving elsewhere), on a new case or on one of each former
version, which is brought up to date after a backup, now and then where SQLite's log can't work; or
the command line is (compare, export, import, recover, merge). After each SIGKILL: every act that was
shown as saved is in the file, with what it made of its matches; a merge is in it whole or not at all;
SQLite, `check` and a new opening find nothing; no file stands there in part; nobody but the owner may
read a case or what lies beside it.

    python tests/campaign/kills.py --kills 500 --seed 1
    python tests/campaign/kills.py --only 123 --seed 1
"""

import argparse
import io
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
from contextlib import closing, redirect_stderr, redirect_stdout
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
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def kill(number: int, seed: int, models: Sequence[Path]) -> Kill:
    """Let one process work, kill it, and look."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="reconciler-kills-") as name:
        folder = Path(name)
        if number % 3 == 2:
            return _kill_command(number, chance, models, folder)
        return _kill_window(number, chance, models, folder)


def _kill_window(number: int, chance: random.Random, models: Sequence[Path], folder: Path) -> Kill:
    model = chance.choice(models)
    path = folder / "case.reconciler"
    _copy(model, path)
    (folder / "theirs").mkdir()
    _copy(colleague_of(model), folder / "theirs" / "colleague.reconciler")
    found = Kill(number, f"window on {model.stem}")
    if number % 5 == 3:
        # As in a network folder: SQLite's log can't have its index, and a journal takes its place.
        path.with_name(path.name + "-shm").mkdir()
        found.what += ", no log"
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
    found.kinds = Counter(kind for kind, _ in shown.values())
    found.kinds["exported file"] = len(list(folder.glob("export-*")))
    for each in folder.glob("*.reconciler"):
        found.faults += unsound_case(each)
    found.faults += lost(homes[-1], shown)
    backups = list(folder.glob("*backup*.reconciler"))
    for each in backups:
        if decisions(each) != decisions(model):
            found.faults.append("the backup is not what was brought up to date")
    found.faults += half_files(folder)
    found.faults += not_private(folder)


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

    # First as an analyst would: SQLite by itself would mend what it finds left over.
    try:
        with Case.open(path, read_only=True):
            pass
        with Case.open(path):
            pass
        yield from (f"{path.name}: {each}" for each in check(path))
    except CaseError as error:
        yield f"{path.name}: {error}"
    yield from (f"{path.name}: {each}" for each in unsound(path))


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
            case ".jsonld":
                whole = _is_json(data)
            case ".pdf":
                whole = data.rstrip().endswith(b"%%EOF")
            case ".xlsx" | ".docx":
                whole = zipfile.is_zipfile(path)
            case ".reconciler":
                whole = len(data) > 0
        if not whole:
            yield f"{path.name} is there in part"


def not_private(folder: Path) -> Iterator[str]:
    """Tell of each case, log, backup, lock or draft that others than its owner may read."""
    for path in folder.iterdir():
        is_ours = ".reconciler" in path.name
        if path.is_file() and is_ours and path.stat().st_mode & 0o077:
            yield f"{path.name} can be read by others"


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def _kill_command(number: int, chance: random.Random, models: Sequence[Path], folder: Path) -> Kill:
    source = chance.choice(models)
    model, theirs = folder / "theirs" / "model.reconciler", folder / "theirs" / "colleague.reconciler"
    model.parent.mkdir()
    _copy(source, model)
    _copy(colleague_of(source), theirs)
    articles = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    new, form = (
        str(folder / "new.reconciler"),
        chance.choice(("html", "pdf", "docx", "xlsx", "json", "jsonld")),
    )
    calls = {
        "compare": (4.0, ["compare", *articles, "--case", new, "--format", "json",
                          "--output", str(folder / "export.json")]),
        "export": (2.0, ["export", str(model), "--format", form, "--output", str(folder / f"export.{form}")]),
        "recover": (1.2, ["recover", str(model), "--output", new]),
        "import": (1.5, ["import", str(document_of(models[0])), "--case", new]),
        "merge": (1.2, ["merge", str(model), str(theirs)]),
        "merge into a copy": (1.2, ["merge", str(model), str(theirs), "--output", new]),
    }  # fmt: skip
    name = chance.choice(list(calls))
    longest, arguments = calls[name]
    found = Kill(number, f"{name} {source.stem}" if name.startswith("merge") else name)
    with subprocess.Popen(
        [sys.executable, "-m", "reconciler", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_quiet(),
    ) as run:
        time.sleep(chance.uniform(0.2, 1.0) * longest)
        run.send_signal(signal.SIGKILL)
    for each in (*folder.glob("*.reconciler"), *model.parent.glob("*.reconciler")):
        found.faults += unsound_case(each)
        if "backup" in each.name and decisions(each) != decisions(source):
            found.faults.append("the backup is not what was brought up to date")
    found.faults += [*half_files(folder), *not_private(folder), *not_private(model.parent)]
    whole = decisions(merged_of(source))
    if name == "merge" and decisions(model) not in (decisions(source), whole):
        found.faults.append("a part of the merge is in the case")
    if name.startswith("merge into") and decisions(model) != decisions(source):
        found.faults.append("the case that was to be left alone was changed")
    copied = name.startswith("merge into") and Path(new).exists()
    if copied and decisions(Path(new)) not in (decisions(source), whole):
        found.faults.append("a part of the merge is in the copy")
    if decisions(theirs) != decisions(colleague_of(source)):
        found.faults.append("the colleague's case was changed")
    return found


# What is worked on --------------------------------------------------------------------------------------


def models(folder: Path) -> list[Path]:
    """Make the cases that are worked on: a rich one, and one of each former version.

    Beside each: a colleague's case of the same articles, what a whole merge makes of both, and of the
    rich one its export.
    """
    from tests.campaign.cases import rich_case

    from reconciler.cli import main as command

    made = [rich_case(folder / "rich.reconciler")]
    made += [_copy(old, folder / old.name) for old in sorted(FORMATS.glob("case_v*.reconciler"))]
    for model in made:
        _decided_otherwise(_copy(model, colleague_of(model)))
        _copy(model, merged_of(model))
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            if command(["merge", str(merged_of(model)), str(colleague_of(model))]) != 0:
                raise RuntimeError(f"{model.name} can't be merged")
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        command(["export", str(made[0]), "--format", "json", "--output", str(document_of(made[0]))])
    return made


def colleague_of(model: Path) -> Path:
    """Return the colleague's case that goes with one that is worked on."""
    return model.with_suffix(".theirs")


def merged_of(model: Path) -> Path:
    """Return what a whole merge makes of a case and its colleague's."""
    return model.with_suffix(".merged")


def document_of(model: Path) -> Path:
    """Return the export of a case."""
    return model.with_suffix(".json")


def _copy(path: Path, target: Path) -> Path:
    shutil.copyfile(path, target)
    target.chmod(0o600)
    return target


def _decided_otherwise(path: Path) -> None:
    from reconciler.case import Case
    from reconciler.model import Verdict

    with Case.open(path, analyst="Grace") as case:
        for place, match in enumerate(sorted(case.matches)):
            if place % 3:
                case.decide([match], list(Verdict)[place % 2])
    for backup in path.parent.glob("*-backup*"):
        backup.unlink()


def main() -> int:
    """Run by command, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--begin", type=int, default=0, help="the number of the first kill")
    parser.add_argument("--step", type=int, default=1, help="from the number of one kill to the next")
    parser.add_argument("--only", type=int)
    given = parser.parse_args()
    told: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    acts = faulty = 0
    with tempfile.TemporaryDirectory(prefix="reconciler-models-") as name:
        sound = models(Path(name))
        numbers = range(given.begin, given.begin + given.kills * given.step, given.step)
        for number in numbers if given.only is None else (given.only,):
            found = kill(number, given.seed, sound)
            told[found.what] += 1
            acts += found.acts
            kinds += found.kinds
            faulty += bool(found.faults)
            for fault in found.faults:
                print(f"FAULT seed {given.seed} number {number} {found.what}: {fault}", flush=True)
    for what, count in sorted(told.items()):
        print(f"{what:24} {count:5}")
    print("shown as saved:", ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    print(f"{sum(told.values())} kills, {acts} acts shown as saved, {faulty} kills with a fault")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    sys.exit(main())
