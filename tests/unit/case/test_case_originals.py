"""The imported bytes: kept, given back to the last one, and in nobody's way."""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reconciler.case import Case, check
from reconciler.errors import CaseError, Problem
from reconciler.model import Original, SourceDraft, SourceId

OnDisk = Callable[..., list[tuple[Any, ...]]]
PAGE = b"<html>\x00\xff" + b"The bridge closes. " * 500


def with_original(draft: SourceDraft, data: bytes, packed: bytes | None = None) -> SourceDraft:
    article = replace(
        draft.article,
        sha256=hashlib.sha256(data).hexdigest(),
        original=data,
        media_type="text/html",
        origin="https://example.org/\ud800bridge",
        left_out=("Share", "© 2024"),
    )
    return replace(draft, article=article, packed=packed)


@pytest.mark.parametrize("packed", [None, zlib.compress(PAGE, 9)])
def test_the_imported_bytes_come_back_as_they_were(
    case: Case, path: Path, draft: Callable[..., SourceDraft], on_disk: OnDisk, packed: bytes | None
) -> None:
    case.add_sources([with_original(draft("Page", "It closes."), PAGE, packed)])
    expected = Original(PAGE, "text/html", "https://example.org/?bridge", ("Share", "© 2024"))
    assert case.original(SourceId(3)) == expected
    assert case.original(SourceId(1)) is None
    kept = case.holds(hashlib.sha256(PAGE).hexdigest())
    assert kept is not None
    assert kept.id == 3
    case.close()
    with Case.open(path, read_only=True) as again:
        assert again.original(SourceId(3)) == expected
    ((size, digest),) = on_disk(
        "SELECT length(o.data), s.sha256 FROM originals AS o JOIN sources AS s ON s.id = o.source"
    )
    assert size < len(PAGE) / 10
    assert digest == hashlib.sha256(PAGE).hexdigest()
    assert check(path) == ()


def test_opening_reads_no_original(case: Case, path: Path, draft: Callable[..., SourceDraft]) -> None:
    data = hashlib.shake_256(b"noise").digest(300_000)
    case.add_sources([with_original(draft("Page", "It closes."), data)])
    case.close()
    content = path.read_bytes()
    page = int.from_bytes(content[16:18], "big")
    start = content.index(zlib.compress(data)[50_000:50_016]) // page * page
    path.write_bytes(content[:start] + b"\xff" * (page * 3) + content[start + 3 * page :])
    with Case.open(path) as again:
        assert len(again.sources) == 3
        with pytest.raises(CaseError) as caught:
            again.original(SourceId(3))
        assert caught.value.problem is Problem.DAMAGED
    assert check(path) != ()


def test_an_original_is_never_changed_or_taken_away(
    case: Case, path: Path, draft: Callable[..., SourceDraft]
) -> None:
    case.add_sources([with_original(draft("Page", "It closes."), PAGE)])
    case.undo()
    assert case.original(SourceId(3)) is not None
    case.close()
    with closing(sqlite3.connect(path)) as other:
        for sql in ("DELETE FROM originals", "UPDATE originals SET data = x'00'"):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(sql)
