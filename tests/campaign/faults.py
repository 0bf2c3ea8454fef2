"""Lets each write of a scenario fail in turn, below SQLite, and looks at what the program makes of it.

A small library in front of libc (`failing.c`, built here with the system's compiler) makes the n-th
write, truncation or sync of a case file, of its log or of a copy fail: with half of it written,
with an input/output error, without space; once, or from then on. Each act must be told as not
saved, or be in the file; nothing may be there by half; and no file is called damaged that is not.
With `--reads` reads fail in place of writes (mode 4).

    python tests/campaign/faults.py
    python tests/campaign/faults.py --without-log
    python tests/campaign/faults.py --only 17 --mode 2 --count 1
"""

import argparse
import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconciler.case import Case

HERE = Path(__file__).resolve().parent
MODES = {1: "half written", 2: "input/output error", 3: "no space"}
UNREADABLE = 4
"""The mode in which reads fail."""
FOREVER = 1 << 40
WAYS = tuple((mode, count) for count in (1, FOREVER) for mode in MODES)
READING_WAYS = ((UNREADABLE, 1), (UNREADABLE, FOREVER))
OLD = HERE.parent / "formats" / "case_v3.reconciler"


@dataclass(frozen=True, slots=True)
class Fault:
    """The write (or read) that fails, counted from 1, how many after it do as well, and how."""

    at: int
    count: int
    mode: int


@dataclass(frozen=True, slots=True)
class Told:
    """What the program said of a scenario: acts called saved (entry and kind), and how others were told."""

    saved: tuple[tuple[int, str], ...]
    refused: tuple[str, ...]
    wrong: tuple[str, ...]
    calls: int


def library(folder: Path) -> Path | None:
    """Build the library that fails; None where there is no compiler, or no system that takes it."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    built = folder / "failing.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(built), str(HERE / "failing.c"), "-ldl"]
    done = subprocess.run(command, capture_output=True, check=False)
    return built if done.returncode == 0 else None


# The scenario, in a process in front of whose libc the library stands ---------------------------------


def serve(built: str) -> None:
    """Play the scenario for each fault that is named on standard input, a line of JSON each."""
    shim = ctypes.CDLL(built)
    shim.fault_calls.restype = ctypes.c_long
    shim.fault_arm.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_int]
    from reconciler.case import preload

    preload()
    for line in sys.stdin:
        wanted = json.loads(line)
        reader, writer = os.pipe()
        if (child := os.fork()) == 0:
            told = _play(shim, Path(wanted["path"]), Fault(*wanted["fault"]))
            os.write(writer, json.dumps(told).encode())
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as answers:
            answer = answers.read()
        os.waitpid(child, 0)
        print((answer or b"null").decode(), flush=True)


def _play(shim: ctypes.CDLL, path: Path, fault: Fault) -> dict[str, object]:
    from reconciler.case import Case
    from reconciler.errors import CaseError

    saved: list[tuple[int, str]] = []
    refused: list[str] = []
    wrong: list[str] = []
    shim.fault_arm(fault.at, fault.count, fault.mode)
    try:
        case = Case.open(path)
    except CaseError as error:
        return {"saved": saved, "refused": [str(error.problem)], "wrong": wrong, "calls": shim.fault_calls()}
    except Exception as error:  # what must not be
        return {"saved": saved, "refused": refused, "wrong": [f"opening: {error!r}"], "calls": 0}
    for name, act in _acts(case, path.parent):
        before = len(case.entries())
        try:
            act()
        except CaseError as error:
            refused.append(f"{name}: {error.problem}")
            if len(case.entries()) != before:
                wrong.append(f"{name} was refused, and is in the history")
        except Exception as error:  # what must not be
            wrong.append(f"{name}: {error!r}")
        saved += [(each.id, str(each.kind)) for each in case.entries()[before:]]
    with contextlib.suppress(CaseError):
        case.close()
    return {"saved": saved, "refused": refused, "wrong": wrong, "calls": shim.fault_calls()}


def _acts(case: "Case", folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    from tests.campaign.cases import article, draft

    from reconciler.alignment import PairAlignment, Settings
    from reconciler.case import Case, recover
    from reconciler.case.colleague import Colleague
    from reconciler.model import SourceId, Verdict

    matches = list(case.matches)
    one = case.statements(SourceId(1))[3]
    yield "decide", lambda: case.decide(matches[:1], Verdict.REJECTED)
    yield "decide many", lambda: case.decide(matches, Verdict.CONFIRMED)
    yield "note", lambda: case.annotate(matches[1], "x" * 9000)
    yield "undo", case.undo
    theirs = folder / "theirs" / "colleague.reconciler"
    yield "bring in", lambda: case.bring_in(Colleague.read(theirs))
    yield "split", lambda: case.split(one.id, one.start + 9)
    yield "fold back", case.checkpoint
    yield "add", lambda: case.add_sources([draft("Three", article("Three"))])
    nothing = PairAlignment(SourceId(1), SourceId(2), ())
    yield "realign", lambda: case.realign("test-3", "{}", Settings(reach=0.75), [nothing])
    yield "save as", lambda: case.save_as(folder / "copy.reconciler", replace=True)
    yield "pin", lambda: case.set_pin(next(iter(case.matches)), pinned=True)
    yield "create", lambda: _create(folder / "new.reconciler")
    yield "bring up to date", lambda: Case.open(folder / "old.reconciler").close()
    yield "recover", lambda: recover(theirs, folder / "back.reconciler")
    yield "export", lambda: _export(case.path, folder / "export.json")
    yield "fold back", case.checkpoint


def _export(path: Path, target: Path) -> None:
    from reconciler.case import Case
    from reconciler.case.dossier import dossier
    from reconciler.export.rendering import rendered
    from reconciler.export.values import Form
    from reconciler.export.writing import write_whole

    with Case.open(path, read_only=True) as case:
        write_whole(target, rendered(dossier(case, "2026-01-02T03:04:05.000Z"), Form.JSON, "en"))


def _create(path: Path) -> None:
    from tests.campaign.cases import article, draft

    from reconciler.case import Case

    with Case.create(path) as case:
        case.add_sources([draft("New", article("New"))])


# The judge, in a process of its own ---------------------------------------------------------------------


class Player:
    """A process in which writes can fail, and in which the scenario is played again and again."""

    def __init__(self, built: Path) -> None:
        root = HERE.parents[1]
        paths = os.pathsep.join((str(root), str(root / "src")))
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--serve", str(built)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "LD_PRELOAD": str(built), "PYTHONPATH": paths},
        )

    def play(self, path: Path, fault: Fault) -> Told:
        """Play the scenario on a case file with this fault."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        wanted = {"path": str(path), "fault": [fault.at, fault.count, fault.mode]}
        print(json.dumps(wanted), file=self._process.stdin, flush=True)
        told = json.loads(self._process.stdout.readline())
        if told is None:
            return Told((), (), ("the program died",), 0)
        saved = tuple((int(number), str(kind)) for number, kind in told["saved"])
        return Told(saved, tuple(told["refused"]), tuple(told["wrong"]), told["calls"])

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


def try_fault(
    player: Player, model: Path, fault: Fault, sound: set[bytes], *, without_log: bool = False
) -> tuple[Told, list[str]]:
    """Play the scenario on a copy of a case, and return what was told and what is wrong with what is left.

    `without_log` lets the case lie where SQLite's log can't work; `sound` are the digests of files that
    were looked over before, and takes further ones.
    """
    from tests.campaign.damage import in_memory
    from tests.campaign.kills import colleague_of, decisions, half_files, lost, not_private, unsound_case

    with tempfile.TemporaryDirectory(prefix="reconciler-faults-", dir=in_memory()) as name:
        folder = Path(name)
        path = folder / "case.reconciler"
        shutil.copyfile(model, path)
        (folder / "theirs").mkdir()
        shutil.copyfile(colleague_of(model), folder / "theirs" / "colleague.reconciler")
        shutil.copyfile(OLD, folder / "old.reconciler")
        for each in (path, folder / "old.reconciler"):
            each.chmod(0o600)
        if without_log:
            path.with_name(path.name + "-shm").mkdir()
        told = player.play(path, fault)
        wrong = [*told.wrong, *(f"not so: {each}" for each in told.refused if "damaged" in each)]
        copy = folder / "copy.reconciler"
        moved = copy.exists() and not any(each.startswith("save as") for each in told.refused)
        shown: dict[int, tuple[str, dict[str, str]]] = {number: (kind, {}) for number, kind in told.saved}
        for each in folder.glob("*.reconciler"):
            digest = hashlib.sha256(each.read_bytes()).digest()
            has_log = any(each.with_name(each.name + end).exists() for end in ("-wal", "-journal"))
            if has_log or digest not in sound:
                found = list(unsound_case(each))
                wrong += found
                if not found:
                    sound.add(digest)
        wrong += [*half_files(folder), *not_private(folder)]
        for each in folder.glob("old*backup*"):
            if decisions(each) != decisions(OLD):
                wrong.append("the backup is not what was brought up to date")
        known = {"theirs", "export.json", path.name + "-shm"} if without_log else {"theirs", "export.json"}
        names = {each.name for each in folder.iterdir() if not each.name.endswith(".reconciler")}
        wrong += [f"{each} was left" for each in sorted(names - known)]
        # Last: SQLite by itself may leave a log beside a file that lies where none works.
        return told, [*wrong, *lost(copy if moved else path, shown)]


def faults(
    calls: int,
    step: int = 1,
    rounds: Iterable[int] | None = None,
    part: tuple[int, int] = (0, 1),
    ways: Sequence[tuple[int, int]] = WAYS,
) -> Iterator[Fault]:
    """Give each write of a scenario with so many in turn, in each round in another way, or a part of them."""
    for turn in range(len(ways)) if rounds is None else rounds:
        for at in range(1 + step * part[0], calls + 1, step * part[1]):
            mode, count = ways[(at // step + turn) % len(ways)]
            yield Fault(at, count, mode)


def campaign(
    built: Path,
    step: int = 1,
    only: Sequence[Fault] = (),
    *,
    rounds: Iterable[int] | None = None,
    part: tuple[int, int] = (0, 1),
    without_log: bool = False,
    ways: Sequence[tuple[int, int]] = WAYS,
) -> Iterator[tuple[Fault, Told, list[str]]]:
    """Try each fault, and give what came of it."""
    from tests.campaign.kills import models

    with tempfile.TemporaryDirectory(prefix="reconciler-models-") as name:
        model = models(Path(name))[0]
        player = Player(built)
        sound: set[bytes] = set()
        try:
            nothing = Fault(FOREVER, 0, ways[0][0])
            told, wrong = try_fault(player, model, nothing, sound, without_log=without_log)
            yield Fault(0, 0, 0), told, wrong
            for fault in only or faults(told.calls, step, rounds, part, ways):
                yield fault, *try_fault(player, model, fault, sound, without_log=without_log)
        finally:
            player.close()


def main() -> int:
    """Run by command, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    parser.add_argument("--only", type=int)
    parser.add_argument("--mode", type=int, default=2)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--reads", action="store_true", help="let reads fail, not writes")
    parser.add_argument("--rounds", type=int, nargs="*", choices=range(len(WAYS)))
    parser.add_argument(
        "--part", type=int, nargs=2, default=(0, 1), metavar=("N", "OF"), help="of all writes"
    )
    parser.add_argument("--without-log", action="store_true", help="where SQLite's log can't work")
    given = parser.parse_args()
    if given.serve:
        serve(given.serve)
        return 0
    only = [Fault(given.only, given.count, given.mode)] if given.only else []
    refused: Counter[str] = Counter()
    tried = faulty = 0
    with tempfile.TemporaryDirectory() as name:
        built = library(Path(name))
        if built is None:
            print("skipped: no C compiler here")
            return 0
        part = given.part[0], given.part[1]
        every = campaign(
            built,
            only=only,
            rounds=given.rounds,
            part=part,
            without_log=given.without_log,
            ways=READING_WAYS if given.reads else WAYS,
        )
        for fault, told, wrong in every:
            tried += 1
            faulty += bool(wrong)
            refused.update(told.refused)
            for each in wrong:
                print(f"FAULT {fault}: {each}", flush=True)
            if tried % 50 == 0:
                print(f"{tried} scenarios so far, the last {fault}", flush=True)
    for how, number in sorted(refused.items()):
        print(f"{how:40} {number:5}")
    print(f"{tried} scenarios, {faulty} with a fault")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    sys.exit(main())
