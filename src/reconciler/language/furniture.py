"""What belongs to the page rather than to the article: menus, credits, pointers to other articles."""

import re
from functools import cache

from reconciler.dates import find_dates
from reconciler.header import PICTURE, read_header
from reconciler.language.lexicon import alternatives, everywhere
from reconciler.model import StatementKind

_STOPS = (".", "!", "?", "…")
_MAX_CAPTION = 500
_MAX_CREDITED = 250
_WITHHELD = re.compile(r"\b[A-Z]{4,} OUT$")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_CREDIT_REACH = 40
_MAX_CREDIT = 80
_MAX_ORDER = 160
_MAX_ROW = 80
_END_MARKS = " \t\u00a0\u202f.:!?…>»›*•–—-|"
_PATH = re.compile(r"^(?:/|:|https?:)\S*[/(]\S*\)?$")
_COUNTED = re.compile(
    r"(?:(?:voir|lire|afficher|view|see|show|read)\s)?(?:les\s|all\s|the\s)?(?:\d+\s*)?(?:commentaires?|comments?|partages?|shares?|vues?|views?|likes?|réactions?)(?:\s*\(?\d+\)?)?"
    r"|\d+\s*(?:min(?:utes?)?\.?)\s*(?:de lecture|read|reading)?"
    r"|(?:temps de lecture|lecture|reading time)\s*:?\s*\d+\s*min\w*\.?"
    r"|(?:page\s*)?\d+\s*(?:/|of|sur|de)\s*\d+",
    re.IGNORECASE,
)
# A few words and an address: "More coverage: https://…".
_MORE_THERE = re.compile(r"(?:[^\s:.!?]+\s){0,7}[^\s:.!?]+\s?:\s?(?:https?://|www\.)\S+")
_SEPARATED = re.compile(r"\s+[|•·–—-]\s+")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’&-]*(?:\s[\w.'’&-]+){0,3}")
_TRAIL = re.compile(
    r"[^.!?«»|>›]{1,40}(?:\s[>›]\s[^.!?«»|>›]{1,60}){1,8}"
    r"|[^.!?«|»/]{1,30}(?:\s[»|/•·]\s[^.!?«|»/•·]{1,30}){2,8}"
    r"|(?:[#@]\w+[\s,]*)+|[\w.+-]+@[\w-]+\.[\w.]+"
)
_VALUE = r"[-+−]?\d[\d.,]*\s?%?"
_STATISTICS = re.compile(
    rf"(?:[^\W\d_][\w'’.()-]*\s+){{1,5}}{_VALUE}(?:\s+(?:[-–:/]\s*)?{_VALUE}){{1,6}}"
    rf"|{_VALUE}\s+(?:[^\W\d_][\w'’.()-]*\s+){{1,5}}{_VALUE}"
)
# A sentence that runs into the next: what stands before a credit's mark is then no caption alone.
_RUN_ON = re.compile(r"[^\W\d_]{2}[.!?][^\W\d_a-zà-ÿ][^\W\d_A-Z]")
_END_OF_TEXT = re.compile(r"\(?(?:fin|end|ends|xxx|-30-)\)?[./]?", re.IGNORECASE)
_MAY_HEAD = re.compile(r"\d|https?:|www\.")
_AGO = re.compile(
    r"(?:il y a|publié il y a|mis à jour il y a|updated|published|posted)?\s*"
    r"\d{1,2}\s?(?:s|sec|min|mn|h|j|minutes?|heures?|jours?|hours?|days?)\.?(?:\s(?:ago|read))?",
    re.IGNORECASE,
)
_STRONG_CREDIT = re.compile(
    r"©|\(c\)\s*[A-Z]|\bepa\d{6,}|:focal\(|\.(?:jpe?g|png|gif|webp)\)"
    r"|/\s?(?:EPA|REUTERS|AFP|AP|BELGA|KEYSTONE|SIPA|MAXPPP|ANP|PA)\b"
    r"|\b(?:AFP|AP|REUTERS|EPA|KEYSTONE|BELGA) ?(?:PHOTO|Photo|/)"
    r"|(?:[/(©]|\bvia|\bpar|\bby)\s?(?:[\w. -]{1,30}[/ ])?(?:Getty Images|Shutterstock)"
    r"|(?:Getty Images|Shutterstock)\)?$"
    r"|[.)/|–-]\s?D\.?R\.?\)?$"
)


def furniture_line(line: str) -> StatementKind | None:
    """Say what kind of furniture a whole line is, or None for a line of the article."""
    if not any(char.isalnum() for char in line) or _is_picture(line):
        return StatementKind.BOILERPLATE
    if read_header(line) is not None:
        return StatementKind.METADATA
    if len(line) > _MAX_CAPTION:
        return None
    bare = line.strip(_END_MARKS)
    if (
        _is_order(line)
        or _is_button(line)
        or _COUNTED.fullmatch(bare)
        or _AGO.fullmatch(bare)
        or _MORE_THERE.fullmatch(line)
        or _TRAIL.fullmatch(line)
        or _is_caption(line)
    ):
        return StatementKind.BOILERPLATE
    return StatementKind.METADATA if _signature().fullmatch(bare) or _is_beside_date(line) else None


def is_statistics_row(line: str) -> bool:
    """Recognise "Tirs 14 9": a line of what is counted and its values, which says something by itself."""
    return len(line) <= _MAX_ROW and bool(_STATISTICS.fullmatch(line))


def is_references_heading(line: str) -> bool:
    """Recognise "Sources", under which stands what an article drew on."""
    return len(line) <= _MAX_ROW and bool(_references().fullmatch(line.strip(_END_MARKS)))


def announces_media(line: str) -> bool:
    """Recognise "VIDÉO. …" or "Diaporama : …" at the start of a line."""
    found = _weak_pointers().match(line)
    return found is not None and line[found.end() :].lstrip(" \u00a0\u202f")[:1] in (".", ":", "|", ">")


def furniture_piece(piece: str) -> StatementKind | None:
    """Say what kind of furniture a part of a paragraph is, or None for a sentence."""
    # A sentence without a figure and an address is none of a header's lines.
    plain = piece.endswith(_STOPS) and not _MAY_HEAD.search(piece)
    if (not plain and read_header(piece) is not None) or _signature().fullmatch(piece.strip(_END_MARKS)):
        return StatementKind.METADATA
    if points_elsewhere(piece) or piece.startswith("©") or _END_OF_TEXT.fullmatch(piece):
        return StatementKind.BOILERPLATE
    if _notices().match(piece):
        return StatementKind.BOILERPLATE
    if piece.startswith("(") and (mark := _credit_marks().search(piece)) and mark.start() <= 1:
        return StatementKind.BOILERPLATE
    if len(piece) <= _MAX_CREDIT and (_STRONG_CREDIT.search(piece) or _credit_openings().match(piece)):
        return StatementKind.BOILERPLATE
    return StatementKind.BOILERPLATE if _is_order(piece) else None


def points_elsewhere(piece: str) -> bool:
    """Say whether a part of a text is a pointer to other articles ("Lire aussi", "(MORE: …)")."""
    inner = piece.lstrip("([>»›•-–— \u00a0")
    if _pointers().match(inner):
        return True
    weak = _weak_pointers().match(inner)
    if not weak:
        return False
    rest = inner[weak.end() :].lstrip(" \u00a0\u202f")
    if not rest:
        return True
    # One word alone may open a headline ("Video Shows Dam Breaking").
    several = " " in weak[0] or (weak[0].isupper() and not rest[:2].isupper())
    unstopped = not piece.rstrip(' )]»"').endswith((".", "!", "…"))
    return rest[0] in ":|>" or (rest[0].isupper() and unstopped and several)


def _is_beside_date(line: str) -> bool:
    """Recognise "Outlet - 8 Nov. 2022 - 2 min" and "AFP: 16 mars 2023": parts of a header, and names."""
    if len(line) > _MAX_ORDER or line.endswith(_STOPS):
        return False
    dates = list(find_dates(line))
    if not dates:
        return False
    if _signature().fullmatch(line[: dates[0].start].strip(" :,–—-")) and dates[0].end == len(line):
        return True
    parts = [part.strip(_END_MARKS) for part in _SEPARATED.split(line) if part.strip(_END_MARKS)]
    known = [read_header(part) or _COUNTED.fullmatch(part) or _is_button(part) for part in parts]
    names = [part for part, seen in zip(parts, known, strict=True) if not seen]
    return len(parts) > max(1, 2 * len(names)) and all(_NAME.fullmatch(name) for name in names)


def _is_withheld(line: str) -> bool:
    """Recognise a photograph's restriction ("FRANCE OUT"), but not a headline in capitals."""
    return line.endswith(" OUT") and bool(_WITHHELD.search(line)) and not line.isupper()


def _is_caption(line: str) -> bool:
    """Say whether a whole line is a caption with its credit.

    One that is long or holds several sentences is none, unless it begins with the credit: a
    paragraph may end with one.
    """
    if _credit_openings().match(line) or _is_withheld(line):
        return True
    mark = _STRONG_CREDIT.search(line) or _credit_marks().search(line)
    if mark is None or _RUN_ON.search(line, 0, mark.start()):
        return False
    if mark.start() < _CREDIT_REACH:
        return True
    return len(line) <= _MAX_CREDITED and len(_SENTENCE_END.findall(line)) < 3


def _is_picture(line: str) -> bool:
    return bool(PICTURE.search(line) and _PATH.match(line)) or (
        line.startswith(":") and "(" in line and " " not in line
    )


def _is_button(line: str) -> bool:
    bare = line.strip(_END_MARKS)
    if _buttons().fullmatch(bare) or _notices().match(bare):
        return True
    return not line.endswith(_STOPS) and len(line) <= 120 and bool(_button_openings().match(bare))


def _is_order(text: str) -> bool:
    """Recognise an instruction that a content farm left in the text."""
    if len(text) > _MAX_ORDER:
        return False
    folded = text.casefold().replace("’", "'")
    return any(wording in folded for wording in everywhere("farm.txt"))


@cache
def _buttons() -> re.Pattern[str]:
    whole = (entry for entry in everywhere("furniture.txt") if not entry.endswith("*"))
    return re.compile(alternatives(whole), re.IGNORECASE)


@cache
def _button_openings() -> re.Pattern[str]:
    opening = (entry for entry in everywhere("furniture.txt") if entry.endswith("*"))
    return re.compile(rf"(?:{alternatives(entry.rstrip('*') for entry in opening)})(?!\w)", re.IGNORECASE)


@cache
def _notices() -> re.Pattern[str]:
    opening = (entry for entry in everywhere("furniture.txt") if entry.endswith("**"))
    return re.compile(rf"(?:{alternatives(entry.rstrip('*') for entry in opening)})(?!\w)", re.IGNORECASE)


@cache
def _pointers() -> re.Pattern[str]:
    strong = tuple(entry for entry in everywhere("read_also.txt") if not entry.startswith("?"))
    return re.compile(rf"(?:{alternatives(strong)})(?!\w)", re.IGNORECASE)


@cache
def _weak_pointers() -> re.Pattern[str]:
    weak = tuple(entry.lstrip("? ") for entry in everywhere("read_also.txt") if entry.startswith("?"))
    return re.compile(rf"(?:{alternatives(weak)})(?!\w)", re.IGNORECASE)


@cache
def _credit_openings() -> re.Pattern[str]:
    openings = tuple(
        entry.split(None, 1)[1] for entry in everywhere("credits.txt") if entry.startswith("line ")
    )
    return re.compile(rf"\W?(?:{alternatives(openings)})\s*(?::|[|/–—]|\([^)]*\)\s*$|©)", re.IGNORECASE)


@cache
def _credit_marks() -> re.Pattern[str]:
    marks = tuple(entry.split(None, 1)[1] for entry in everywhere("credits.txt") if entry.startswith("mark "))
    return re.compile(rf"(?<!\w)(?:{alternatives(marks)})", re.IGNORECASE)


@cache
def _references() -> re.Pattern[str]:
    return re.compile(alternatives(everywhere("references.txt")), re.IGNORECASE)


@cache
def _signature() -> re.Pattern[str]:
    """Match agencies alone, or with the names of those who wrote: "(AFP)", "Jeanne Bourdin (avec Belga)"."""
    agency = alternatives(everywhere("agencies.txt"))
    agency += r"|agence\s[^\W\d_][\w-]+"
    joined = rf"(?i:{agency})(?:\s?(?:[,/&-]|et|and|avec|with)\s?(?i:{agency}))*(?:/[a-z]{{2,4}}){{0,2}}"
    with_others = rf"(?i:(?:avec|with|sources?)\s)?{joined}"
    names = r"[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3}"
    return re.compile(
        rf"\(?{with_others}\)?|{names}(?:,?\s\({with_others}\)|,?\s(?:avec|with)\s{with_others})"
    )
