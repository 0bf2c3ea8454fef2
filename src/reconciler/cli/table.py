"""The comparison as people read it in a terminal: both texts side by side, then what one source has alone."""

import io
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from reconciler.case.findings import contradictions, findings
from reconciler.cli.sentences import contradiction_words, difference_words, source_line, standing_words
from reconciler.export.plain import one_line
from reconciler.model import Match, Source, Standing, Statement, StatementId, Verdict

if TYPE_CHECKING:
    from reconciler.case import Case
    from reconciler.case.findings import Contradiction, Finding

WIDEST = 180
"""Beyond this a line of text is too long to read, however wide the terminal is."""

_LONGEST_SIDE = 120
"""Characters of one side of a finding."""

_COLOURS = {
    None: "blue",
    Verdict.CONFIRMED: "green",
    Verdict.REJECTED: "red",
    Verdict.UNSURE: "magenta",
}


def render(case: "Case", file: TextIO, width: int, *, terminal: bool) -> None:
    """Write the whole comparison as text `width` columns wide, with colours for a terminal only.

    Articles are shown as they are: nothing in them is taken for markup or for a command to the terminal.
    """
    console = Console(
        file=file,
        width=min(width, WIDEST),
        force_terminal=terminal,
        no_color=None if terminal else True,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(case):
        console.print(part)


def plain_table(case: "Case", width: int) -> str:
    """Return the comparison as lines for a file or a pipe: no colours, nothing behind a line's last word."""
    text = io.StringIO()
    render(case, text, width, terminal=False)
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())


def _parts(case: "Case") -> Iterator[RenderableType]:
    yield _heading(case)
    linked: set[StatementId] = set()
    for left, right in combinations(case.sources, 2):
        matches = _between(case, left, right)
        yield Text()
        yield _pair(case, left, right, matches)
        linked.update(
            end for match in matches if _counts(case.standing(match.id)) for end in (match.left, match.right)
        )
    for source in case.sources:
        yield Text()
        yield _alone(source, [each for each in case.statements(source.id) if each.id not in linked])
    judged, found = contradictions(case.matches.values(), case.standing), findings(case)
    if judged or found:
        yield Text()
        yield _findings(case, judged, found)
    yield Text()
    yield Text(_closing(case), style="dim")


def _counts(standing: Standing) -> bool:
    return standing.verdict is not Verdict.REJECTED


def _between(case: "Case", left: Source, right: Source) -> list[Match]:
    """Return the matches of two sources in the order of the first one's text."""
    ends = {left.id, right.id}
    found = [
        match
        for match in case.matches.values()
        if {case.statement(match.left).source, case.statement(match.right).source} == ends
    ]
    return sorted(
        found, key=lambda each: (case.statement(each.left).ordinal, case.statement(each.right).ordinal)
    )


def _heading(case: "Case") -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column()
    for source in case.sources:
        title = Text(one_line(source.title or source.name), style="bold")
        grid.add_row(source.letter, title)
        grid.add_row("", Text(source_line(source, len(case.statements(source.id))), style="dim"))
    return grid


def _pair(case: "Case", left: Source, right: Source, matches: Sequence[Match]) -> RenderableType:
    counted = f"{len(matches)} match" + ("" if len(matches) == 1 else "es")
    rule = Rule(Text(f"{left.letter} ↔ {right.letter} · {counted}", style="bold"), align="left", style="dim")
    if not matches:
        return Group(rule, Text("Nothing in the two says the same."))
    table = Table(box=None, expand=True, padding=(0, 1, 1, 0), pad_edge=False)
    table.add_column("", justify="right", no_wrap=True, style="dim", min_width=2)
    table.add_column(_name(left), ratio=1, overflow="fold")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("", justify="right", no_wrap=True, style="dim", min_width=2)
    table.add_column(_name(right), ratio=1, overflow="fold")
    shown: StatementId | None = None
    for match in matches:
        table.add_row(*_row(case, match, again=match.left == shown))
        shown = match.left
    return Group(rule, table)


def _name(source: Source) -> Text:
    name = f"{source.letter}  {source.outlet or source.title or source.name}"
    return Text(one_line(name), style="bold", no_wrap=True, overflow="ellipsis")


def _row(case: "Case", match: Match, *, again: bool) -> tuple[Text, ...]:
    """Return the cells of a match; a left statement that stands right above is not repeated."""
    left, right = case.statement(match.left), case.statement(match.right)
    standing = case.standing(match.id)
    certainty = Text(standing_words(match.confidence, standing.verdict), style=_COLOURS[standing.verdict])
    if standing.relation:
        certainty.append(f"\n{standing.relation}")
    said = Text("the same", style="dim") if again else _text(left)
    return Text(str(left.ordinal)), said, certainty, Text(str(right.ordinal)), _text(right)


def _text(statement: Statement) -> Text:
    return Text(one_line(statement.text))


def _alone(source: Source, statements: Sequence[Statement]) -> RenderableType:
    """Return what a source says that no other says too, and how much of it was not compared."""
    said = [each for each in statements if each.kind.is_matched]
    rest = len(statements) - len(said)
    rule = Rule(Text(f"Only in {source.letter} · {len(said)}", style="bold"), align="left", style="dim")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for each in said:
        grid.add_row(Text(str(each.ordinal)), _text(each))
    if rest:
        noun = "line was" if rest == 1 else "lines were"
        grid.add_row(
            "", Text(f"{rest} {noun} not compared: headings, dates, captions, read-also lines.", style="dim")
        )
    return Group(rule, grid)


def _findings(case: "Case", judged: "Sequence[Contradiction]", found: "Sequence[Finding]") -> RenderableType:
    """Return what the analyst holds to contradict, then what differs, the strongest first.

    Each has the two statements that it stands between.
    """
    rule = Rule(Text(f"Findings · {len(judged) + len(found)}", style="bold"), align="left", style="dim")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for one in judged:
        left, right = (case.statement(number).text for number in (one.match.left, one.match.right))
        grid.add_row(_places(case, one.match), Text(contradiction_words(left, right, _LONGEST_SIDE)))
    for each in found:
        grid.add_row(_places(case, each.match), Text(difference_words(each.difference, _LONGEST_SIDE)))
    return Group(rule, grid)


def _places(case: "Case", match: Match) -> Text:
    ends = (case.statement(number) for number in (match.left, match.right))
    return Text(" ↔ ".join(f"{case.source(end.source).letter}{end.ordinal}" for end in ends))


def _closing(case: "Case") -> str:
    verdicts = [case.standing(match).verdict for match in case.matches]
    decided = sum(verdict is not None for verdict in verdicts)
    if decided:
        return f"{decided} of {len(verdicts)} matches are decided, the others are proposals of the program."
    return "All matches are proposals of the program: nobody has confirmed one yet."
