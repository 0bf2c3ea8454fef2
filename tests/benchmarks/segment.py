"""Cut articles into statements with the program's own classes, for ``score_segments.py``.

segment.py ARTICLES.jsonl: for each line ``{"id", "text", …}`` one line ``{"id", "statements":
[{"start", "end", "kind"}…]}`` on standard output. Nothing of a line but its text is looked at.
"""

import json
import sys
from pathlib import Path

from reconciler.language import Languages
from reconciler.model import StatementKind


def main(path: str) -> None:
    """Print the statements of each article of a JSON Lines file."""
    languages = Languages()
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                statements = _statements(languages, record["text"])
                print(json.dumps({"id": record["id"], "statements": statements}, ensure_ascii=False))


def _statements(languages: Languages, text: str) -> list[dict[str, int | str]]:
    found = languages.segment(text, languages.detect(text))
    return [{"start": one.start, "end": one.end, "kind": _kind(one.kind)} for one in found]


def _kind(kind: StatementKind) -> str:
    """Return the kind in the gold's words: it knows no metadata and counts it as boilerplate."""
    return str(StatementKind.BOILERPLATE if kind is StatementKind.METADATA else kind)


if __name__ == "__main__":
    main(sys.argv[1])
