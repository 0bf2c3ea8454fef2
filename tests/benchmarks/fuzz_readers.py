"""Feed the readers damaged files, and report whatever they answer with but an article or a `ReadingError`.

    python tests/benchmarks/fuzz_readers.py [--inputs 20000] [--seed 1] [--formats html pdf] [--report PATH]
    python tests/benchmarks/fuzz_readers.py --show pdf:1:1234 > input.pdf

Every input is one valid file of its format (`tests/formats/samples.py`), mutated by a generator whose
seed is the run's seed, the format and the input's number: `--show` makes the same bytes again. The
readers are called in a process for each format, without the program's limits, so that slowness (over
2 s of the processor) and memory (over 300 MB more than before) are findings as well as exceptions and
crashes.
"""

import argparse
import io
import os
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.formats import samples  # noqa: E402

from reconciler.errors import ReadingError  # noqa: E402  # after the path is set
from reconciler.reading.articles import Piece, article_of  # noqa: E402
from reconciler.reading.formats import archive  # noqa: E402
from reconciler.reading.recognise import Format, recognise  # noqa: E402

SLOW = 2.0
GROWN = 300 * 1024 * 1024
DEADLINE = 60
MEMORY = 4 * 1024 * 1024 * 1024

_PACKED = (Format.DOCX, Format.ODT)
_TOKENS: dict[str, tuple[bytes, ...]] = {
    "xml": (
        b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?x", b"</p>", b"<p>", b"<div>" * 300,
        b"<table><tr><td>" * 50, b"&#0;", b"&#xD800;", b"&#x110000;", b"&amp;" * 20, b"&x;",
        b'<!DOCTYPE x [<!ENTITY x "y">]>', b"<script>", b"</body>", b"<title>", b"<base href='file:///'>",
        b"<iframe src='file:///etc/passwd'>", b"<meta charset='utf-7'>", b"<meta charset='x-nothing'>",
        b'<html xmlns="x">', b"<template>", b"<svg>", b"<frameset>",
        b'<script type="application/ld+json">{"@type": "Article", "headline": [', b"<time datetime='",
    ),
    "rtf": (
        b"{", b"}", b"{" * 500, b"\\bin99999999 ", b"\\u-99999?", b"\\u55296?", b"\\'", b"\\'zz",
        b"\\uc99999 ", b"\\par" * 99, b"{\\*\\", b"\\ansicpg99999 ", b"\\fcharset255 ", b"{\\pict ",
        b"{\\object", b"\\field{\\*",
    ),
    "mail": (
        b"\r\n\r\n", b"=?utf-8?q?=ZZ?=", b"=?x-nothing?b?////?=", b"=\r\n", b"=FF=FE", b"Content-Type: ",
        b"multipart/mixed; boundary=", b"charset=utf-7", b'charset="\x00"', b"--part", b"------part\r\n",
        b"Content-Transfer-Encoding: base64\r\n", b"message/rfc822\r\n\r\n",
        b"Date: Tue, 99 Xyz 99999 25:61:61 +9999",
    ),
    "pdf": (
        b"endobj", b"stream\n", b"endstream", b"obj", b"<<", b">>", b"[" * 200, b"/Kids [3 0 R 2 0 R]",
        b"/Count -1", b"/Length 99999999", b"/Filter /FlateDecode", b"3 0 R", b"99999 0 R",
        b"/Encrypt 4 0 R", b"/W [1 2 1]", b"(", b")", b"\\777", b"BT", b"ET", b"99999999999999 0 Td",
        b"-1 0 0 -1 0 0 Tm", b"Tj", b"/F9 0 Tf", b"%%EOF", b"/MediaBox [0 0 1e38 1e38]",
        b"/MediaBox [0 0 0 0]", b"/ObjStm", b"startxref\n0\n", b"/Rotate 91", b"/XFA 4 0 R",
    ),
    "text": (
        b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"# ",
        b"**", b"](", b"![", b"[" * 300, b"*" * 300, b"> " * 200, b"- " * 200, b"`" * 50, b"|-|-|\n",
        b"---\n", b"<div>", b"[x]: x\n", b"&#0;", b"9" * 5000, b"https://" + b"a" * 300, b"1." * 100,
    ),
}  # fmt: skip
_ELEMENTS = {
    Format.DOCX: (
        b"<w:p/>", b"<w:tbl/>", b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", b"<w:sdt/>",
        b"<w:r><w:t>more</w:t></w:r>",
        b"<w:p><w:pPr><w:pStyle w:val='Nothing'/></w:pPr></w:p>", b"<w:ins><w:r><w:t>new</w:t></w:r></w:ins>",
        b"<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", b"<w:br w:type='page'/>", b"<w:tab/>",
        b"<w:sym/>", b"<!-- -->", b"&#9;", b"&#x85;",
    ),
    Format.ODT: (
        b"<text:p/>", b"<text:s text:c='99999999'/>", b"<text:s text:c='x'/>",
        b"<text:h text:outline-level='-9'/>",
        b"<text:list><text:list-item/></text:list>", b"<text:tracked-changes/>", b"<text:tab/>",
        b"<text:note><text:note-body><text:p>aside</text:p></text:note-body></text:note>",
        b"<text:line-break/>", b"<office:annotation/>", b"<!-- -->", b"&#9;", b"&#x85;",
    ),
}  # fmt: skip
_VOCABULARY = {
    **dict.fromkeys((Format.HTML, Format.DOCX, Format.ODT), "xml"),
    **dict.fromkeys((Format.MHTML, Format.MAIL), "mail"),
    **dict.fromkeys((Format.PLAIN, Format.MARKDOWN, Format.ARCHIVE), "text"),
    Format.RTF: "rtf",
    Format.PDF: "pdf",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that was answered otherwise than it should; `name` makes its bytes again."""

    name: str
    what: str


def mutated(kind: Format, seed: int, number: int) -> bytes:
    """Return the input of this number: a valid file, damaged in one to eight places."""
    chance = Random(f"{kind}:{seed}:{number}")  # noqa: S311  # not for secrets
    content = _valid(kind)
    if kind in _PACKED and chance.random() < 0.7:
        return _with_mutated_member(content, kind, chance)
    return _damaged(content, kind, chance)


@cache
def _valid(kind: Format) -> bytes:
    return samples.FORMATS[kind]()


def _with_mutated_member(content: bytes, kind: Format, chance: Random) -> bytes:
    """Damage what is packed, and pack it again: most other damage ends at the checksum."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as pack, zipfile.ZipFile(out, "w") as again:
        members = pack.infolist()
        text = [info for info in members if info.filename.endswith(("document.xml", "content.xml", ".rels"))]
        chosen = {info.filename for info in (chance.choice(text), chance.choice(members))}
        for info in members:
            packed = pack.read(info)
            again.writestr(info, _damaged(packed, kind, chance) if info.filename in chosen else packed)
    return out.getvalue()


def _damaged(content: bytes, kind: Format, chance: Random) -> bytes:
    damaged = bytearray(content)
    keep_well_formed = kind in _PACKED and chance.random() < 0.6
    mutations = (_change_number, _insert_element) if keep_well_formed else _MUTATIONS
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        chance.choice(mutations)(damaged, kind, chance)
    return bytes(damaged)


def _flip(data: bytearray, _kind: Format, chance: Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _overwrite(data: bytearray, _kind: Format, chance: Random) -> None:
    place = chance.randint(0, len(data))
    data[place : place + chance.randint(1, 8)] = chance.randbytes(chance.randint(1, 8))


def _cut(data: bytearray, _kind: Format, chance: Random) -> None:
    place = chance.randint(0, len(data))
    del data[place : place + chance.choice((1, 4, 40, 400))]


def _cut_off(data: bytearray, _kind: Format, chance: Random) -> None:
    if chance.random() < 0.3:
        del data[chance.randint(0, len(data)) :]


def _double(data: bytearray, _kind: Format, chance: Random) -> None:
    start = chance.randint(0, len(data))
    part = data[start : start + chance.choice((4, 40, 400))]
    place = chance.randint(0, len(data))
    data[place:place] = part * chance.choice((1, 1, 2, 50))


def _move(data: bytearray, _kind: Format, chance: Random) -> None:
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.choice((4, 40, 400)))
    part = data[start:end]
    del data[start:end]
    place = chance.randint(0, len(data))
    data[place:place] = part


def _insert_token(data: bytearray, kind: Format, chance: Random) -> None:
    place = chance.randint(0, len(data))
    vocabulary = _VOCABULARY[kind] if chance.random() < 0.9 else chance.choice(list(_TOKENS))
    data[place:place] = chance.choice(_TOKENS[vocabulary])


def _change_number(data: bytearray, _kind: Format, chance: Random) -> None:
    digits = [place for place, byte in enumerate(data[:20_000]) if 48 <= byte <= 57]
    if digits:
        place = chance.choice(digits)
        data[place : place + 1] = chance.choice((b"0", b"-1", b"9", b"65536", b"2147483648", b"4294967295"))


def _insert_element(data: bytearray, kind: Format, chance: Random) -> None:
    """Put an element between two others, so that what is not well formed is not all that is tried."""
    place = data.find(b"><", chance.randrange(len(data) or 1)) + 1
    data[place:place] = chance.choice(_ELEMENTS[kind]) if place else b""


_MUTATIONS: tuple[Callable[[bytearray, Format, Random], None], ...] = (
    _flip,
    _overwrite,
    _cut,
    _cut_off,
    _double,
    _move,
    _insert_token,
    _insert_token,
    _insert_token,
    _change_number,
)


def answered(kind: Format, content: bytes) -> str:
    """Have an input read, and return the answer in a word: "read", or the problem.

    Raises whatever the reader raises that is no `ReadingError`: that is a finding.
    """
    with suppress(ReadingError):
        recognise(content, "article")
    try:
        if kind is Format.ARCHIVE:
            return f"{sum(1 for _ in archive.unpack(content, archive.articles_in(content)))} members"
        extract = import_module(f"reconciler.reading.formats.{kind}").read(content)
        article_of(extract, Piece("article", content), kind)
    except ReadingError as error:
        return str(error.problem)
    return "read"


def findings(kind: Format, seed: int, numbers: Iterator[int], answers: Counter[str]) -> Iterator[Finding]:
    """Read these inputs, count the answers, and yield what should not have happened."""
    answered(kind, _valid(kind))  # so that what a reader imports is not the first input's slowness
    for number in numbers:
        name = f"{kind}:{seed}:{number}"
        content = mutated(kind, seed, number)
        before, started = _peak_memory(), time.process_time()
        try:
            answers[answered(kind, content)] += 1
        except Exception as error:  # every kind is what we look for
            yield Finding(name, f"{type(error).__name__}: {error}"[:200])
        if (seconds := time.process_time() - started) > SLOW:
            yield Finding(name, f"took {seconds:.1f} s")
        if (grown := _peak_memory() - before) > GROWN:
            yield Finding(name, f"took {grown >> 20} MB")


def _peak_memory() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _work(kind: Format, seed: int, start: int, stop: int, position: Path) -> None:
    """Read the inputs from `start` on in this process and print findings; `position` has the present one."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answers: Counter[str] = Counter()
    with position.open("r+b", buffering=0) as place:

        def numbers() -> Iterator[int]:
            for number in range(start, stop):
                os.pwrite(place.fileno(), b"%12d" % number, 0)
                signal.alarm(DEADLINE)
                yield number
            signal.alarm(0)

        for finding in findings(kind, seed, numbers(), answers):
            print("finding", finding.name, finding.what.replace("\n", " "), flush=True)
    for answer, count in answers.items():
        print("answer", count, answer, flush=True)


def _run(kind: Format, seed: int, inputs: int, report: Callable[[str], None]) -> int:
    """Run one format; a process that died is replaced by one that goes on behind what killed it."""
    start, found, answers = 0, 0, Counter[str]()
    began = time.perf_counter()
    position = Path(f"/tmp/fuzz_position_{os.getpid()}")  # noqa: S108  # a number, and only ours
    while start < inputs:
        stop = min(start + 2000, inputs)
        position.write_bytes(b"%12d" % start)
        command = [sys.executable, __file__, "--work", kind, str(seed), str(start), str(stop), str(position)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        for line in done.stdout.splitlines():
            what, first, rest = line.split(" ", 2)
            if what == "finding":
                found += 1
                report(f"  {first}  {rest}")
            else:
                answers[rest] += int(first)
        start = stop
        if done.returncode != 0:
            number = int(position.read_bytes())
            found += 1
            why = "no answer" if done.returncode == -signal.SIGALRM else f"died with {done.returncode}"
            report(f"  {kind}:{seed}:{number}  {why} {done.stderr[-300:]}")
            start = number + 1
    position.unlink()
    counted = ", ".join(f"{answer} {count}" for answer, count in answers.most_common())
    seconds = time.perf_counter() - began
    report(f"{kind}: {inputs} inputs in {seconds:.0f} s, {found} findings; {counted}")
    return found


def main() -> int:
    """Run what the command line asks for; the exit code says whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--inputs", type=int, default=20_000, help="of each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", nargs="*", type=Format, default=list(Format))
    parser.add_argument("--report", type=Path)
    parser.add_argument("--show", metavar="FORMAT:SEED:NUMBER")
    parser.add_argument("--work", nargs=5, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.work:
        kind, seed, start, stop, position = asked.work
        _work(Format(kind), int(seed), int(start), int(stop), Path(position))
        return 0
    if asked.show:
        kind, seed, number = asked.show.split(":")
        sys.stdout.buffer.write(mutated(Format(kind), int(seed), int(number)))
        return 0

    def report(line: str) -> None:
        print(line, flush=True)
        if asked.report:
            with asked.report.open("a", encoding="utf-8") as out:
                out.write(line + "\n")

    return 1 if sum([_run(kind, asked.seed, asked.inputs, report) for kind in asked.formats]) else 0


def first(kind: Format, inputs: int, seed: int = 1) -> tuple[list[Finding], Counter[str]]:
    """Return what the first inputs of a format find, and how the others were answered."""
    answers: Counter[str] = Counter()
    found = list(findings(kind, seed, iter(range(inputs)), answers))
    return found, answers


if __name__ == "__main__":
    sys.exit(main())
