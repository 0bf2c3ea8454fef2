"""Articles of tests as text: a statement on each line."""

from collections.abc import Sequence

from reconciler.model import Segment, StatementKind


def in_lines(lines: Sequence[str], kinds: Sequence[StatementKind] = ()) -> tuple[str, tuple[Segment, ...]]:
    """Return the text of these lines, and where each stands in it; of no kind named they are sentences."""
    segments, start = [], 0
    for line, kind in zip(lines, kinds or [StatementKind.SENTENCE] * len(lines), strict=True):
        segments.append(Segment(start, start + len(line), kind))
        start += len(line) + 1
    return "\n".join(lines), tuple(segments)


def titled(lines: Sequence[str]) -> tuple[str, tuple[Segment, ...]]:
    """Return the text of these lines, and where each stands in it: a title, and sentences below it."""
    return in_lines(lines, [StatementKind.TITLE, *[StatementKind.SENTENCE] * (len(lines) - 1)])
