"""Damages case files at random, and opens what comes of it.

Each file must be opened, or refused by a `UserError` that names it: never another exception, never
a long wait, and a file that was refused stays as it was, byte for byte. What opens is used: its
claims and statements are read, it is exported, something is decided and taken back.

    python tests/campaign/damage.py --mutations 2000 --seed 1
    python tests/campaign/damage.py --only 1234 --seed 1          one of them again, with its traceback
"""

import argparse
import os
import random
import resource
import select
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconciler.case import Case

FORMATS = Path(__file__).resolve().parents[1] / "formats"
PATIENCE = 20.0
MEMORY = 3 << 30
PAGE = 4096

Mutation = Callable[[random.Random, Path], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of opening one damaged file: `fault` is what must not be."""

    number: int
    kind: str
    told: str
    fault: str = ""


def flip_bits(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def flip_header(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 2, 4))):
        data[chance.randrange(112)] = chance.randrange(256)
    path.write_bytes(data)


def cut(chance: random.Random, path: Path) -> None:
    data = path.read_bytes()
    place = chance.choice((chance.randrange(len(data)), chance.randrange(len(data) // PAGE) * PAGE))
    path.write_bytes(data[:place])


def grow(chance: random.Random, path: Path) -> None:
    path.write_bytes(path.read_bytes() + chance.randbytes(chance.choice((1, 100, PAGE, 3 * PAGE))))


def swap_pages(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = (
        data[other : other + PAGE],
        data[one : one + PAGE],
    )
    path.write_bytes(data)


def double_page(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE] = data[other : other + PAGE]
    path.write_bytes(data)


def blank(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    length = chance.choice((1, 8, 512, PAGE))
    start = chance.randrange(len(data)) // length * length
    data[start : start + length] = chance.choice((bytes(length), b"\xff" * length, chance.randbytes(length)))
    path.write_bytes(data)


def page_head(chance: random.Random, path: Path) -> None:
    """Alter what a page says of itself: its kind, how many cells it has, where they are."""
    data = bytearray(path.read_bytes())
    page = chance.randrange(1, len(data) // PAGE) * PAGE
    for _ in range(chance.choice((1, 2))):
        data[page + chance.randrange(24)] = chance.randrange(256)
    path.write_bytes(data)


def strange_log(chance: random.Random, path: Path) -> None:
    """Put a log beside the file that is not its own, or damage one that is."""
    log = path.with_name(path.name + "-wal")
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("""INSERT OR REPLACE INTO "view" (id, state) VALUES (1, '{"zoom": 2}')""")
        db.commit()
        data = bytearray(log.read_bytes())
        whole = path.read_bytes()
    path.write_bytes(whole)
    for _ in range(chance.choice((0, 1, 3))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    log.write_bytes(
        chance.choice((bytes(data), bytes(data[: chance.randrange(len(data))]), b"no log at all"))
    )


def strange_value(chance: random.Random, path: Path) -> None:
    """Put another value in a row, past all that the schema and its triggers would forbid."""
    values = (None, -1, 0, 1, 2**62, "", "\x00", "x" * 70_000, "[]", '{"a": 1}', "null", "1e400", b"\xff\xfe")
    with closing(sqlite3.connect(path)) as db:
        tables = [str(row[0]) for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute("PRAGMA ignore_check_constraints = ON")
        for _ in range(chance.choice((1, 1, 5))):
            table = chance.choice(tables)
            columns = [str(row[1]) for row in db.execute(f'PRAGMA table_info("{table}")')]
            rows = [row[0] for row in db.execute(f'SELECT rowid FROM "{table}"')] or [1]  # noqa: S608
            with suppress(sqlite3.Error):
                db.execute(
                    f'UPDATE "{table}" SET "{chance.choice(columns)}" = ? WHERE rowid = ?',  # noqa: S608
                    (chance.choice(values), chance.choice(rows)),
                )
        db.commit()


def lost_rows(chance: random.Random, path: Path) -> None:
    """Take rows away, so that others refer to what is not there."""
    with closing(sqlite3.connect(path)) as db:
        tables = [str(row[0]) for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            db.execute(f'DROP TRIGGER "{name}"')
        table = chance.choice([each for each in tables if not each.startswith("sqlite_")])
        rows = [row[0] for row in db.execute(f'SELECT rowid FROM "{table}"')] or [1]  # noqa: S608
        for row in chance.sample(rows, min(len(rows), chance.choice((1, 2, 10)))):
            db.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))  # noqa: S608
        for _, sql in guards:
            db.execute(sql)
        db.commit()


MUTATIONS: tuple[Mutation, ...] = (
    flip_bits,
    flip_bits,
    flip_header,
    cut,
    grow,
    swap_pages,
    double_page,
    blank,
    blank,
    page_head,
    strange_log,
    strange_value,
    strange_value,
    lost_rows,
)


def damaged(number: int, seed: int, models: tuple[Path, ...], folder: Path) -> tuple[Path, str]:
    """Make the damaged file of a number; it is the same whenever it is made."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311
    path = folder / f"{number}.reconciler"
    shutil.copyfile(chance.choice(models), path)
    mutation = MUTATIONS[number % len(MUTATIONS)]
    mutation(chance, path)
    return path, mutation.__name__


def models(folder: Path) -> tuple[Path, ...]:
    """Make the sound case files that are damaged: a rich one, and one of each former version."""
    from tests.campaign.cases import rich_case

    rich = rich_case(folder / "rich.model")
    return (rich, rich, rich, *sorted(FORMATS.glob("case_v*.reconciler")))


def try_file(path: Path) -> str:
    """Open a file, use what opens, recover what does not; return how it was told.

    Raises:
        Exception: what must not be.
    """
    from reconciler.case import Case, check, find_case
    from reconciler.errors import CaseError

    before = path.read_bytes()
    find_case(["0" * 64], path.parent / "none", [path])
    with suppress(CaseError):
        check(path)
    try:
        case = Case.open(path)
    except CaseError as error:
        if path.read_bytes() != before:
            raise AssertionError("the file that was refused is not what it was") from error
        told = _recovered(path)
        if path.read_bytes() != before:
            raise AssertionError("the file that was recovered is not what it was") from error
        return f"{error.problem}{told}"
    with case:
        return f"opened{'' if _use(case) else ', faulty in use'}"


def _use(case: "Case") -> bool:
    """Read, export, decide and take back; whether no part of that was refused."""
    from reconciler.case.dossier import dossier
    from reconciler.case.opened import now
    from reconciler.errors import CaseError
    from reconciler.export.rendering import rendered
    from reconciler.export.values import Form
    from reconciler.model import Verdict

    try:
        values = dossier(case, now())
        for form in (Form.JSON, Form.HTML, Form.CSV):
            rendered(values, form)
        if case.matches:
            case.decide(list(case.matches)[:3], Verdict.CONFIRMED)
            case.undo()
    except CaseError:
        return False
    return True


def _recovered(path: Path) -> str:
    """Recover what can be read into a new case, which must be sound; say how much of the case that was."""
    from reconciler.case import check, recover
    from reconciler.errors import CaseError

    new = path.with_name(f"new-{path.name}")
    try:
        found = recover(path, new)
    except CaseError:
        assert not new.exists()
        return ", lost"
    assert check(new) == ()
    return f", recovered {'whole' if found.whole_history else 'restated'}"


def in_memory() -> str | None:
    """Return a folder whose files need not reach a disk, where the system has one."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a private folder is made in it


def work(seed: int, numbers: range) -> None:
    """Try the files of these numbers, a line each: for the process that may be ended."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with tempfile.TemporaryDirectory(prefix="reconciler-damage-", dir=in_memory()) as name:
        folder = Path(name)
        sound = models(folder)
        print("ready", flush=True)
        for number in numbers:
            path, kind = damaged(number, seed, sound, folder)
            try:
                told, fault = try_file(path), ""
            except Exception as error:  # whatever it is, it is what this looks for
                frame = traceback.extract_tb(error.__traceback__)[-1]
                told, fault = "FAULT", f"{error!r:.200} at {Path(frame.filename).name}:{frame.lineno}"
                if len(numbers) == 1:
                    traceback.print_exc()
            print(f"{number}\t{kind}\t{told}\t{fault}", flush=True)
            for each in folder.glob(f"*{number}.reconciler*"):
                each.unlink(missing_ok=True)


def campaign(mutations: int, seed: int, first: int = 0) -> Iterator[Outcome]:
    """Try so many files in processes of their own, each ended when a file takes too long."""
    number = first
    while number < first + mutations:
        arguments = ["--work", f"{number}:{first + mutations}", "--seed", str(seed)]
        with subprocess.Popen(
            [sys.executable, __file__, *arguments], stdout=subprocess.PIPE, text=True, bufsize=1
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            while number < first + mutations:
                waiting, _, _ = select.select([child.stdout], [], [], PATIENCE)
                line = child.stdout.readline() if waiting else ""
                if not line.endswith("\n"):
                    child.kill()
                    how = "ended by itself" if waiting else f"took more than {PATIENCE:.0f} s"
                    yield Outcome(number, MUTATIONS[number % len(MUTATIONS)].__name__, "FAULT", how)
                    number += 1
                    break
                told = line.rstrip("\n").split("\t")
                yield Outcome(int(told[0]), told[1], told[2], told[3])
                number += 1


def main() -> int:
    """Run by command, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mutations", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--work", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work or given.only is not None:
        start, end = map(int, given.work.split(":")) if given.work else (given.only, given.only + 1)
        work(given.seed, range(start, end))
        return 0
    told: Counter[tuple[str, str]] = Counter()
    faults = []
    for outcome in campaign(given.mutations, given.seed):
        told[outcome.kind, outcome.told] += 1
        if outcome.fault:
            faults.append(outcome)
            print(f"FAULT seed {given.seed} number {outcome.number} {outcome.kind}: {outcome.fault}")
    for (kind, how), count in sorted(told.items()):
        print(f"{kind:14} {how:40} {count:5}")
    print(f"{sum(told.values())} damaged files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    sys.exit(main())
