"""The report as one HTML file: no script, nothing loaded, nothing of an article obeyed."""

import html
import re
from collections.abc import Iterable, Iterator

from reconciler.export.blocks import (
    Block,
    Figures,
    Heading,
    Items,
    Line,
    Pair,
    Paragraph,
    Piece,
    Report,
    Table,
    Tone,
)
from reconciler.export.plain import shown
from reconciler.resources import resource_path

_STATES = frozenset(
    {
        "says", "attributed", "hedged", "says-otherwise", "silent", "searched", "open",
        "confirmed", "rejected", "unsure", "proposed", "contradicts",
    }
)  # fmt: skip
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


def html_lines(report: Report, blocks: Iterable[Block]) -> Iterator[str]:
    """Give the lines of the page of a report, of which the blocks may be made one after the other.

    The line with `report.made` is a line of its own.
    Of the report's own blocks only the titles of the sections are looked at.
    """
    style = resource_path("export", "report.css").read_text(encoding="utf-8")
    chapters = [each for each in report.blocks if isinstance(each, Heading) and each.level == 2]
    links = "".join(f'<li><a href="#{_text(each.anchor)}">{_text(each.text)}</a></li>' for each in chapters)
    yield from (
        "<!DOCTYPE html>",
        f'<html lang="{_text(report.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="generator" content="{_text(report.program)}">',
        f"<title>{_text(report.title)} · {_text(report.subtitle)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        "<header>",
        f"<p>{_text(report.subtitle)}</p>",
        f'<h1 dir="auto">{_text(report.title)}</h1>',
        f"<p>{_text(report.made)}</p>",
        f"<p>{_text(report.program)}</p>",
        "</header>",
        f'<nav aria-label="{_text(report.contents)}"><ul>{links}</ul></nav>',
    )
    for block in blocks:
        yield from _table(block) if isinstance(block, Table) else (_block(block),)
    yield from ("</main>", "</body>", "</html>")


def _text(text: str) -> str:
    return html.escape(shown(text), quote=True)


def _block(block: Heading | Paragraph | Figures | Items | Pair) -> str:
    match block:
        case Heading():
            anchor = f' id="{_text(block.anchor)}"' if block.anchor else ""
            return f"<h{block.level}{anchor}>{_text(block.text)}</h{block.level}>"
        case Paragraph():
            role = ' class="warning"' if block.is_warning else ""
            return f"<p{role}>{_inline(block.line)}</p>"
        case Figures():
            items = "".join(f"<li><b>{each.number}</b> {_text(each.words)}</li>" for each in block.figures)
            return f'<ul class="figures">{items}</ul>'
        case Items():
            return (
                f'<ul class="items">\n{_joined(f"<li>{_inline(each)}</li>" for each in block.lines)}\n</ul>'
            )
        case Pair():
            return _pair(block)


def _table(table: Table) -> Iterator[str]:
    yield f'<div class="wide"><table class="{_text(table.role)}">'
    if table.head:
        head = "".join(f'<th scope="col">{_text(each)}</th>' for each in table.head)
        yield f"<thead><tr>{head}</tr></thead>"
    yield "<tbody>"
    yield from (f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in table.rows)
    yield "</tbody></table></div>"


def _cell(lines: Iterable[Line]) -> str:
    lines = tuple(lines)
    state = next((each.state for each in lines if each.state in _STATES), "")
    role = f' class="is-{state}"' if state else ""
    return f"<td{role}>{''.join(f'<div>{_inline(each)}</div>' for each in lines)}</td>"


def _pair(pair: Pair) -> str:
    sides = "".join(
        f"<blockquote><cite>{_text(place)} · <bdi>{_text(outlet)}</bdi></cite>{_inline(words)}</blockquote>"
        for place, outlet, words in zip(pair.places, pair.outlets, pair.wordings, strict=True)
    )
    notes = "".join(f"<div>{_inline(each)}</div>" for each in pair.notes)
    footer = f"<footer>{notes}</footer>" if notes else ""
    anchor = _text("-".join(pair.places))
    return (
        f'<article id="{anchor}"><header><span>{_text(" ↔ ".join(pair.places))}</span>'
        f"{_inline(pair.standing)}</header>"
        f'<div class="sides">{sides}</div>{footer}</article>'
    )


def _inline(line: Line) -> str:
    words = "".join(_piece(each) for each in line.pieces)
    if line.language is not None:
        known = (
            f' lang="{line.language}"' if _LANGUAGE.match(line.language) and line.language != "und" else ""
        )
        role = "words title" if line.state == "title" else "words"
        return f'<span class="{role}" dir="auto"{known}>{words}</span>'
    if not line.state:
        return words
    role = f"state {line.state}" if line.state in _STATES else line.state
    return f'<span class="{_text(role)}">{words}</span>'


def _piece(piece: Piece) -> str:
    words = _text(piece.text)
    if piece.link is not None:
        away = "" if piece.link.startswith("#") else ' rel="noopener noreferrer"'
        return f'<a href="{_text(piece.link)}"{away}>{words}</a>'
    match piece.tone:
        case Tone.PLAIN:
            return words
        case Tone.STRONG:
            return f"<b>{words}</b>"
        case Tone.SHARED | Tone.DIFFERS:
            return f'<mark class="{piece.tone}">{words}</mark>'
        case _:
            return f'<span class="{piece.tone}">{words}</span>'


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts)
