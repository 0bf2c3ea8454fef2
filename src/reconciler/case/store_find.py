"""An index of texts by their words: SQLite's own, in memory only. Nothing of it is in a case file."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice

from reconciler.case.find_terms import Term

_TABLE = (
    "CREATE VIRTUAL TABLE texts USING fts5"
    "(text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4')"
)
CHUNK = 1000


class TextIndex:
    """Texts by number. Belongs to the thread that made it; `pack` makes its bytes on another one."""

    def __init__(self, packed: bytes = b"") -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        if packed:
            self._connection.deserialize(packed)
        else:
            self._connection.execute(_TABLE)

    @staticmethod
    def pack(texts: Iterable[str], go_on: Callable[[int], None]) -> bytes:
        """Return an index of texts, numbered from 0, as bytes.

        `go_on` is told now and then how many were taken in, and may raise to stop.
        """
        numbered = enumerate(texts)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.execute(_TABLE)
            connection.execute("BEGIN")
            taken = 0
            while chunk := list(islice(numbered, CHUNK)):
                connection.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", chunk)
                taken += len(chunk)
                go_on(taken)
            connection.execute("COMMIT")
            connection.execute("INSERT INTO texts (texts) VALUES ('optimize')")
            return connection.serialize()

    def put(self, number: int, text: str) -> None:
        """Take a text in, in the place of the one of this number; an empty one goes."""
        self._connection.execute("DELETE FROM texts WHERE rowid = ?", (number,))
        if text:
            self._connection.execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", (number, text))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Take in what is put in here as one: one by one takes many times as long."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def find(self, terms: Sequence[Term]) -> list[int]:
        """Return the numbers of the texts that hold all terms, in order; without a term nothing."""
        if not terms:
            return []
        matched = " ".join(_expression(term) for term in terms if not term.anywhere)
        within = [f"%{'%'.join(term.words)}%" for term in terms if term.anywhere]
        wheres = (["texts MATCH ?"] if matched else []) + ["text LIKE ?"] * len(within)
        rows = self._connection.execute(
            f"SELECT rowid FROM texts WHERE {' AND '.join(wheres)} ORDER BY rowid",  # noqa: S608  # ours
            ([matched] if matched else []) + within,
        )
        return [row[0] for row in rows]

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()


def _expression(term: Term) -> str:
    """Return a term in the language of FTS5: its words are letters and digits alone, nothing to escape."""
    return f'"{" ".join(term.words)}"{"*" if term.open_ended else ""}'
