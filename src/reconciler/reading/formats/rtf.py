r"""Rich Text Format.

A first pass sorts the groups (text, notes, headers, title) and lets through only what makes text:
pictures, binary data, deleted and hidden passages, addresses of links and unknown destinations fall
away. striprtf then turns what is left into characters: code pages of fonts, \'xx and \u.
"""

import codecs
import re
from dataclasses import dataclass, replace

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats.extract import Extract
from reconciler.reading.formats.lines import believable_day, split_lines, title_among, unique

MAX_TEXT = 8 * 1024 * 1024
MAX_MARKS = 2_000_000
_MAX_DEPTH = 5_000
_TOKEN = re.compile(
    r"\\bin(\d{1,10}) ?|(\\'[0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"
    r"|(\\[^a-zA-Z])|([{}])|([^\\{}]+)",
    re.DOTALL,
)
_HIGH = re.compile("[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\n-\x1f\x7f]")
_TEXT_WORDS = "line tab emdash endash emspace enspace qmspace bullet lquote rquote ldblquote rdblquote f deff"
_MARGIN_WORDS = "header headerl headerr headerf footer footerl footerr footerf annotation"
_OTHER_WORDS = """
    fonttbl colortbl stylesheet listtable listoverridetable pict objdata fldinst info generator xe tc txe
    listtext pntext pntxta pntxtb bkmkstart bkmkend themedata datastore nonshppict revtbl rsidtbl filetbl
    atnid atnauthor atndate atrfstart atrfend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn
    creatim revtim shpinst
"""
_KEPT = frozenset(_TEXT_WORDS.split())
_MARGINS = frozenset(_MARGIN_WORDS.split())
_DROPPED = frozenset(_OTHER_WORDS.split())
_BREAKS = frozenset({"par", "sect", "page", "row", "nestrow"})
_CELLS = frozenset({"cell", "nestcell"})
_SIGNS = frozenset("~-_{}\\")
_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_MAC_ROMAN = "10000"
_Passage = list[str]


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group, and in the groups inside it until they say otherwise.

    `passage` is where its text goes, None for nowhere; `destination` the word that said so.
    """

    passage: _Passage | None
    destination: str = ""
    begins: bool = True
    is_optional: bool = False
    deleted: bool = False
    hidden: bool = False

    @property
    def target(self) -> _Passage | None:
        """Where text goes unless it was deleted or is hidden."""
        return None if self.deleted or self.hidden else self.passage


def read(content: bytes) -> Extract:
    """Take the text of an RTF file: body in order, then its notes; lists without their marks.

    Raises `ReadingError` (EMPTY, CORRUPT, TOO_LARGE).
    """
    if not content.lstrip().startswith(b"{\\rtf"):
        raise ReadingError(Problem.CORRUPT, "", "\\rtf")
    if content.count(b"{") + content.count(b"\\") > MAX_MARKS:
        raise ReadingError(Problem.TOO_LARGE, "", f"{MAX_MARKS} marks")
    groups = _Groups()
    groups.sort(content.lstrip().decode("latin-1"))
    lines = [line for passage in (groups.body, *groups.boxes) for line in split_lines(groups.text(passage))]
    for number, note in enumerate(groups.notes, 1):
        if found := split_lines(groups.text(note)):
            lines += [f"[{number}] {found[0]}", *found[1:]]
    if not lines:
        raise ReadingError(Problem.EMPTY, "")
    return Extract(
        text="\n".join(lines),
        title=title_among(groups.text(groups.title), lines),
        published=believable_day(groups.day("creatim"), groups.day("revtim")),
        left_out=unique(line for margin in groups.margins for line in split_lines(groups.text(margin))),
    )


class _Groups:
    """Sorts the groups of an RTF file into passages, each again RTF, but hardly any."""

    def __init__(self) -> None:
        self.body: _Passage = []
        self.title: _Passage = []
        self.boxes: list[_Passage] = []
        self.notes: list[_Passage] = []
        self.margins: list[_Passage] = []
        self._encoding = "cp1252"
        self._font = ""
        self._charsets: dict[str, int] = {}
        self._dates: dict[tuple[str, str], int] = {}

    def sort(self, rtf: str) -> None:
        """Walk through the outermost group; what follows it is no part of the text."""
        state = _State(self.body)
        outer: list[_State] = []
        position = 0
        while found := _TOKEN.match(rtf, position):
            position = found.end()
            binary, code, word, number, sign, brace, text = found.groups()
            if binary:
                position += int(binary)
            elif brace == "{":
                outer.append(state)
                state = self._opened(state, len(outer))
            elif brace:
                state = outer.pop()
                if not outer:
                    return
                _emit(state.passage, "}")
            elif word:
                state = self._after(state, word, number)
            elif sign == "\\*":
                state = replace(state, is_optional=True)
            else:
                _emit(state.target, code or _sign(sign) or _plain(text))

    def text(self, passage: _Passage) -> str:
        """Return a passage's characters."""
        from striprtf.striprtf import charset_map, rtf_to_text

        size = sum(map(len, passage))
        if size > MAX_TEXT:
            raise ReadingError(Problem.TOO_LARGE, "", f"{MAX_TEXT // 1024 // 1024} MB")
        fonts = "".join(
            f"{{\\f{font}\\fcharset{charset} x;}}"
            for font, charset in self._charsets.items()
            if _is_encoding(charset_map.get(charset, ""))
        )
        rtf = f"{{\\rtf1{{\\fonttbl{fonts}}}{''.join(passage)}}}"
        text = str(rtf_to_text(rtf, encoding=self._encoding, errors="replace"))  # type: ignore[no-untyped-call]  # it has no types
        # Characters beyond U+FFFF stand as two surrogates.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def day(self, kind: str) -> str | None:
        """Return a date of the file's properties in ISO 8601."""
        year, month, day = (self._dates.get((kind, part), 0) for part in ("yr", "mo", "dy"))
        return f"{year:04}-{month:02}-{day:02}" if year else None

    def _opened(self, state: _State, depth: int) -> _State:
        if depth > _MAX_DEPTH:
            raise ReadingError(Problem.CORRUPT, "", "{{{")
        _emit(state.passage, "{")
        return replace(state, begins=True, is_optional=False)

    def _after(self, state: _State, word: str, number: str | None) -> _State:
        """Return what holds after a control word, having let through what of it makes text."""
        if state.begins:
            state = self._destined(state, word)
        if word in ("deleted", "v"):
            changed = number != "0"
            return replace(state, deleted=changed) if word == "deleted" else replace(state, hidden=changed)
        if word == "plain" and state.hidden:
            return replace(state, hidden=False)
        if state.passage is None:
            self._note_property(state.destination, word, int(number or 0))
        elif word == "ansicpg" or word in _CODE_PAGES:
            self._encoding = _encoding(word, number or "")
        else:
            _emit(state.target, _word(word, number))
        return state

    def _destined(self, state: _State, word: str) -> _State:
        """Return the state of a group that begins with a word: some words send its text elsewhere."""
        passage = state.passage
        if passage is None:
            if word == "shptxt" and state.destination == "shpinst":
                self.boxes.append([])
                passage = self.boxes[-1]
            elif word == "title" and state.destination == "info":
                passage = self.title
            elif word not in _DROPPED:
                return replace(state, begins=False)
        elif word in _MARGINS:
            self.margins.append([])
            passage = self.margins[-1]
        elif word == "footnote":
            self.notes.append([])
            _emit(state.target, f"[{len(self.notes)}]")
            passage = self.notes[-1]
        elif word in _DROPPED or (state.is_optional and word != "shppict"):
            passage = None
        else:
            return replace(state, begins=False)
        return replace(state, passage=passage, destination=word, begins=False)

    def _note_property(self, destination: str, word: str, number: int) -> None:
        """Keep what the text needs of the tables before it: the fonts' character sets, two dates."""
        if destination == "fonttbl" and word == "f":
            self._font = str(number)
        elif destination == "fonttbl" and word == "fcharset" and len(self._charsets) < 1000:
            self._charsets[self._font] = number
        elif destination in ("creatim", "revtim"):
            self._dates[destination, word] = number


def _emit(passage: _Passage | None, rtf: str) -> None:
    if passage is not None and rtf:
        passage.append(rtf)


def _word(word: str, number: str | None) -> str:
    """Return what striprtf is to see of a control word."""
    if word in _BREAKS:
        return "\\par "
    if word in _CELLS:
        return "\\tab "
    if word == "u" and number:
        return f"\\u{number} " if -0x8000 <= int(number) <= 0xFFFF and int(number) else "\\u65533 "
    if word == "uc" and number and 0 <= int(number) <= 9:
        return f"\\uc{number} "
    return f"\\{word}{number or ''} " if word in _KEPT else ""


def _sign(sign: str | None) -> str:
    if not sign:
        return ""
    if sign[1] in "\r\n":
        return "\\par "
    return sign if sign[1] in _SIGNS else ""


def _plain(text: str | None) -> str:
    """Return a run of text, with the bytes beyond ASCII as codes so that the font's code page is used."""
    if not text:
        return ""
    return _HIGH.sub(lambda found: f"\\'{ord(found[0]):02x}", _CONTROL.sub("", text)).replace("\t", "\\tab ")


def _encoding(word: str, number: str) -> str:
    name = _CODE_PAGES.get(word) or ("mac_roman" if number == _MAC_ROMAN else f"cp{number}")
    return name if _is_encoding(name) else "cp1252"


def _is_encoding(name: str) -> bool:
    try:
        return bool(codecs.lookup(name).name)
    except LookupError:
        return False
