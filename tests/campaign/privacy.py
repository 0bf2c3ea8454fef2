"""Lets the whole program work while what it says to the world and leaves on the disk is written down.

The window reads articles of every format, lines them up, decides, is cancelled, fails, exports in every
form; the command line and the self-check do their work, and are ended in the midst of it. Nothing may
connect to anything, in no process; what is made for a time may be read by its owner only, and be gone
afterwards; so may cases and what lies beside them, and nothing may be written anywhere else.

An audit hook in Python watches; where there is `strace`, it watches the system's calls of all processes.

    python tests/campaign/privacy.py
    unshare -n python tests/campaign/privacy.py      the same with the network cut off
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SEEDS = ROOT / "seeds"
FORMS = ("html", "pdf", "docx", "xlsx", "csv", "json", "jsonld")
CONNECTS = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
            "urllib.Request", "http.client.connect")  # fmt: skip
CALLS = ("connect", "sendto", "sendmsg", "listen", "accept", "open", "openat", "creat", "mkdir", "mkdirat")
_AWAY = re.compile(r"\b(?:(?:connect|sendto|sendmsg)\(.*sa_family=AF_INET|listen\(|accept4?\()")
_MADE = re.compile(r'\b(?:openat|open|creat)\((?:[^,"]+, )?"([^"]+)", [^,]*O_CREAT[^,]*(?:, (0\d*))?')
_FOLDER = re.compile(r'\bmkdir(?:at)?\((?:[^,"]+, )?"([^"]+)", (0\d*)')


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step works, in the campaign's folder: what it keeps, what is for a time, what was heard."""

    folder: Path

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def temporary(self) -> Path:
        return self.folder / "temporary"

    @property
    def told(self) -> Path:
        return self.folder / "told"


# The program, watched --------------------------------------------------------------------------------------


def watch(told: Path) -> None:
    """Write each attempt to reach something else down, from now on, for as long as the process lives."""

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event in CONNECTS:
            with told.open("a", encoding="utf-8") as file:
                file.write(f"{event} {arguments!r}\n")

    sys.addaudithook(hear)


def journey(home: Path) -> None:
    """Work in the window: every format read, acts of all kinds, cancelled and failed work, every export."""
    from PySide6.QtWidgets import QApplication

    from reconciler.export.values import Form
    from reconciler.gui.app import make_application, make_window, release_clipboard
    from reconciler.model import Verdict
    from reconciler.resources import resource_path
    from reconciler.settings import Places, PreferencesFile

    app = make_application(["reconciler"])
    places = Places(home / "cases", home / "config")
    window = make_window(places, PreferencesFile.load(places.preferences))
    window.show()

    def settle() -> None:
        app.processEvents()
        while window.background.jobs:
            app.processEvents()

    window.begin(sorted(SEEDS.glob("*.txt")))
    settle()
    session = window.session
    assert session.case is not None
    for name in ("confirm", "reject", "unsure", "relate_contradicts", "pin", "undo", "redo", "statistics"):
        window.actions_by_id[name].trigger()
        QApplication.processEvents()
    session.decide_all(list(session.case.matches)[:9], Verdict.CONFIRMED)
    window.actions_by_id["view_claims"].trigger()
    window.tool_bar.find_field.setText("Belgorod")
    window.tool_bar.find_field.search_now()
    settle()
    broken = home / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 no more")
    articles = sorted(resource_path("self_check").glob("article.*"))
    window.opening.open_articles([*articles, broken])
    app.processEvents()
    window.background.cancel_all()
    settle()
    window.opening.open_articles([*articles, broken])
    settle()
    for form in Form:
        window.actions_by_id["export"].trigger()
        settle()
        window.commands.exporting.export_to(home / f"stopped.{form}", form, "en")
        window.background.cancel_all()
        settle()
        window.actions_by_id["export"].trigger()
        settle()
        window.commands.exporting.export_to(home / f"case.{form}", form, "en")
        settle()
    window.commands.exporting.export_to(home / "none" / "case.html", Form.HTML, "en")
    settle()
    window.commands.case.save_to(home / "kept.reconciler")
    assert session.can_change
    window.close()
    release_clipboard()


# The judge ------------------------------------------------------------------------------------------------


def tracer() -> list[str]:
    """Return the command that watches the system's calls, where there is one that may; else nothing."""
    found = shutil.which("strace")
    command = [found or "", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={','.join(CALLS)}"]
    if found is None or subprocess.run([*command, "true"], capture_output=True, check=False).returncode != 0:
        return []
    return command


def run(place: Path, arguments: Sequence[str], *, end: float | None = None) -> Iterator[str]:
    """Let the program work in a new place, `end` seconds long or to its end, and tell what must not be."""
    at = Place(place)
    for folder in (place, at.home, at.temporary):
        folder.mkdir(0o700, exist_ok=True)
    command = [sys.executable, __file__, "--watched", str(at.told), *arguments]
    watcher = tracer()
    if watcher:
        command = [*watcher, "-o", str(place / "calls"), *command]
    with (
        (place / "said").open("wb") as said,
        subprocess.Popen(
            command, stdout=said, stderr=said, env=_environment(at), start_new_session=True
        ) as process,
    ):
        if end is not None:
            time.sleep(end)
            # The program itself, and not what watches it.
            with suppress(OSError):  # a fast machine may be done already
                for number in _children(process.pid) if watcher else (process.pid,):
                    os.kill(number, signal.SIGTERM)
        code = process.wait()
    if end is None and code != 0:
        yield f"{arguments[0]} ended with {code}: {(place / 'said').read_text()[-600:]}"
    if at.told.exists():
        yield from at.told.read_text().splitlines()
    yield from _left(at)
    if watcher:
        yield from _called(at, (place / "calls").read_text(errors="replace"))


def _children(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [int(each) for each in found]


def _environment(at: Place) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "TMP", "TEMP"))}
    paths = os.pathsep.join((str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))
    home = str(at.home)
    return kept | {
        "HOME": home, "XDG_CACHE_HOME": home, "XDG_RUNTIME_DIR": home, "RECONCILER_HOME": home,
        "TMPDIR": str(at.temporary), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths,
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


def _left(at: Place) -> Iterator[str]:
    """Tell of what was left that was for a time, and of what others than its owner may read."""
    yield from (f"{each.name} was left" for each in at.temporary.iterdir())
    for each in at.home.rglob("*"):
        ours = (
            ".reconciler" in each.name or each.name == "preferences.json" or each.name in ("cases", "config")
        )
        if ours and each.stat().st_mode & 0o077:
            yield f"{each.name} can be read by others: {each.stat().st_mode & 0o777:o}"
        if each.name.startswith(".reconciler-") or each.name.endswith((".part", ".new")):
            yield f"{each.name} was left"


def _called(at: Place, calls: str) -> Iterator[str]:
    """Tell of what all processes asked the system for that they must not."""
    for line in calls.splitlines():
        if _AWAY.search(line):
            yield line
        for pattern in (_MADE, _FOLDER):
            found = pattern.search(line)
            if found is not None and " = -1 " not in line:
                yield from _made(at, Path(found[1]), found[2])


def _made(at: Place, path: Path, mode: str | None) -> Iterator[str]:
    if not path.is_absolute() or path.is_relative_to("/dev") or path.is_relative_to("/proc"):
        return
    if path.is_relative_to(at.temporary):
        if mode is not None and int(mode, 8) & 0o077 and path.parent == at.temporary:
            yield f"{path} was made for others to read: {mode}"
    elif not path.is_relative_to(at.folder.parent):
        yield f"{path} was written"


def steps(folder: Path) -> dict[str, tuple[list[str], float | None]]:
    """Return what is tried, each with the seconds after which it is ended from outside."""
    seeds = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    case, other = folder / "case.reconciler", folder / "other.reconciler"
    made: dict[str, tuple[list[str], float | None]] = {
        "window": (["--journey"], None),
        "self-check": (["--self-check"], None),
        "compare": (["compare", *seeds, "--case", str(case), "--output", str(folder / "table")], None),
        "compare again": (
            ["compare", *seeds, "--case", str(other), "--output", str(folder / "table 2")],
            None,
        ),
        "check": (["check", str(case)], None),
        "merge": (["merge", str(case), str(other)], None),
        "recover": (["recover", str(case), "--output", str(folder / "recovered.reconciler")], None),
    }
    for form in FORMS:
        target = folder / f"export.{form}"
        made[f"export {form}"] = (["export", str(case), "--format", form, "--output", str(target)], None)
    made["import"] = (["import", str(folder / "export.json"), "--case", str(folder / "i.reconciler")], None)
    for tenth in range(6, 24, 3):
        made[f"compare, ended after {tenth / 10} s"] = (["compare", *seeds], tenth / 10)
        target = folder / f"ended {tenth}.reconciler"
        made[f"recover, ended after {tenth / 10} s"] = (
            ["recover", str(case), "--output", str(target)],
            tenth / 10,
        )
    return made


def campaign(only: Sequence[str] = ()) -> Iterator[tuple[str, list[str]]]:
    """Try each step, or only some, and give what must not have been."""
    with tempfile.TemporaryDirectory(prefix="privacy-") as name:
        folder = Path(name)
        shared = folder / "shared"
        shared.mkdir()
        for number, (step, (arguments, end)) in enumerate(steps(shared).items()):
            if not only or step in only:
                found = list(run(folder / f"{number}", arguments, end=end))
                cases = [each for each in shared.iterdir() if ".reconciler" in each.name]
                open_to_all = [each.name for each in cases if each.stat().st_mode & 0o077]
                yield step, found + [f"{each} can be read by others" for each in open_to_all]


def main() -> int:
    """Run by command, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("steps", nargs="*", help="only these")
    faulty = tried = 0
    for step, found in campaign(parser.parse_args().steps):
        tried += 1
        faulty += bool(found)
        print(f"{step:36} {'; '.join(found) or 'nothing'}", flush=True)
    watched = "the system's calls of all processes and Python's" if tracer() else "Python's calls alone"
    print(f"{tried} steps, {faulty} with a fault; watched: {watched}")
    return 1 if faulty else 0


def watched(told: Path, arguments: Sequence[str]) -> int:
    """Be the program, watched, with a mask that hides nothing that was made for others to read."""
    watch(told)
    os.umask(0)
    if arguments[:1] == ["--journey"]:
        journey(Path(os.environ["RECONCILER_HOME"]))
        return 0
    from reconciler.cli import main as program

    return program(arguments)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--watched"]:
        sys.exit(watched(Path(sys.argv[2]), sys.argv[3:]))
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
