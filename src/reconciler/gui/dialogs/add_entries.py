"""The articles that are being added, as a list: what became of each, and which go into the case."""

import html
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reconciler.errors import UserError
from reconciler.gui import messages
from reconciler.gui.arrivals import Arrival, Prepared, arrival_name
from reconciler.gui.problem_messages import problem_sentence
from reconciler.model import Segment, Source, SourceDraft, StatementKind

ENTRY_ROLE = Qt.ItemDataRole.UserRole
Holder = Callable[[str], Source | None]


class Stage(StrEnum):
    """Where an article is on its way into the case."""

    READING = "reading"
    READY = "ready"
    FAILED = "failed"
    STOPPED = "stopped"
    HERE = "here"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article on its way. `kinds` are those that the analyst changed, by where a statement lies.

    `busy` is true while it is cut anew; `share` is how much is read, from 0 to 1.
    """

    arrival: Arrival
    name: str
    stage: Stage = Stage.READING
    share: float = 0.0
    draft: SourceDraft | None = None
    problem: UserError | None = None
    here: Source | None = None
    included: bool = True
    busy: bool = False
    date_typed: str = ""
    kinds: Mapping[tuple[int, int], StatementKind] = field(default_factory=dict)

    @property
    def goes_in(self) -> bool:
        """Whether the article goes into the case."""
        return self.stage is Stage.READY and self.included and self.draft is not None

    @property
    def title(self) -> str:
        """What the article is called."""
        article = self.draft.article if self.draft is not None else None
        return (article.title if article is not None else None) or self.name


class Entries(QAbstractListModel):
    """The articles in the order in which they came; `held` finds the source made of the same bytes."""

    def __init__(self, held: Holder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self._entries: list[Entry] = []

    def __iter__(self) -> Iterator[Entry]:
        return iter(tuple(self._entries))

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, row: int) -> Entry:
        return self._entries[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: ARG002
        """Return how many articles there are."""
        return len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return an article's name, what a screen reader says of it, or all of it."""
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.title}. {self.words(entry)}"
            case Qt.ItemDataRole.ToolTipRole:
                # A tip may be taken for markup; escaped, it is read as the characters it is.
                return f"<qt>{html.escape(entry.title)}<br>{html.escape(self.words(entry))}</qt>"
            case Qt.ItemDataRole.UserRole:
                return entry
        return None

    def words(self, entry: Entry) -> str:
        """Return what became of an article, in a few words."""
        words = self._problem_words(entry)
        match entry.stage:
            case Stage.READING if entry.share:
                words = self.tr("Reading… {percent}").format(percent=messages.percent(entry.share))
            case Stage.READING:
                words = self.tr("Waits")
            case Stage.READY if not entry.included:
                words = self.tr("Is not added")
            case Stage.READY:
                words = self.tr("%n statement(s)", None, len(entry.draft.segments) if entry.draft else 0)
        return words

    def _problem_words(self, entry: Entry) -> str:
        match entry.stage:
            case Stage.FAILED:
                return short_problem(entry)
            case Stage.STOPPED:
                return self.tr("Not read: stopped")
            case Stage.HERE:
                letter = entry.here.letter if entry.here else ""
                return self.tr("Already here: source {letter}").format(letter=letter)
            case Stage.TWICE:
                return self.tr("Twice in this list")
        return ""

    # Changes --------------------------------------------------------------------------------

    def expect(self, arrival: Arrival) -> QPersistentModelIndex:
        """Put something that is going to be read at the end; the answer stays its place."""
        row = len(self._entries)
        self.beginInsertRows(QModelIndex(), row, row)
        self._entries.append(Entry(arrival, arrival_name(arrival)))
        self.endInsertRows()
        return QPersistentModelIndex(self.index(row))

    def replace(self, row: int, entry: Entry) -> None:
        """Put another state of an article in its place."""
        self._entries[row] = entry
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def show_share(self, row: int, share: float) -> None:
        """Say how much of an article is read."""
        if self._entries[row].stage is Stage.READING:
            self.replace(row, replace(self._entries[row], share=share))

    def read_again(self, row: int) -> None:
        """Let an article wait to be read once more."""
        entry = self._entries[row]
        self.replace(row, Entry(entry.arrival, arrival_name(entry.arrival)))

    def stop(self, row: int) -> None:
        """Take note that an article is not read any more."""
        self.replace(row, replace(self._entries[row], stage=Stage.STOPPED, share=0.0))

    def take(self, row: int, prepared: tuple[Prepared, ...]) -> None:
        """Take what came of an arrival; an archive's further articles stand behind its first."""
        waiting = self._entries[row]
        for place, outcome in enumerate(prepared):
            entry = self._settled(waiting, outcome, row + place)
            if place == 0:
                self.replace(row, entry)
            else:
                self.beginInsertRows(QModelIndex(), row + place, row + place)
                self._entries.insert(row + place, entry)
                self.endInsertRows()

    def _settled(self, waiting: Entry, outcome: Prepared, row: int) -> Entry:
        if isinstance(outcome, UserError):
            name = waiting.name if waiting.name in outcome.where else outcome.where.rpartition("/")[2]
            return replace(waiting, name=name or waiting.name, stage=Stage.FAILED, problem=outcome)
        article = outcome.article
        here = self._held(article.sha256)
        twice = any(
            each.draft is not None and each.draft.article.sha256 == article.sha256
            for place, each in enumerate(self._entries)
            if place != row
        )
        stage = Stage.HERE if here is not None else Stage.TWICE if twice else Stage.READY
        return replace(
            waiting,
            name=article.name,
            stage=stage,
            draft=outcome,
            here=here,
            date_typed=article.published or "",
        )

    def set_kind(self, row: int, place: int, kind: StatementKind) -> None:
        """Say what a statement of an article is."""
        entry = self._entries[row]
        if entry.draft is None:
            return
        segments = list(entry.draft.segments)
        segment = segments[place]
        segments[place] = replace(segment, kind=kind)
        kinds = {**entry.kinds, (segment.start, segment.end): kind}
        self.replace(row, replace(entry, draft=replace(entry.draft, segments=tuple(segments)), kinds=kinds))

    def take_cut(self, row: int, draft: SourceDraft) -> None:
        """Take an article that was cut anew; the kinds that the analyst chose stay, as far as they can."""
        entry = self._entries[row]
        if entry.draft is None:
            return
        segments = tuple(_kept(segment, entry.kinds) for segment in draft.segments)
        now = entry.draft.article
        article = replace(now, text=draft.article.text, left_out=draft.article.left_out)
        cut = replace(entry.draft, article=article, language=draft.language, segments=segments)
        self.replace(row, replace(entry, draft=cut, busy=False))


def short_problem(entry: Entry) -> str:
    """Return what is wrong with an article, called by its name, without the folders it lies in."""
    if entry.problem is None:
        return ""
    problem = entry.problem
    return problem_sentence(UserError(problem.problem, entry.name, problem.detail))


def _kept(segment: Segment, kinds: Mapping[tuple[int, int], StatementKind]) -> Segment:
    kind = kinds.get((segment.start, segment.end))
    return segment if kind is None else replace(segment, kind=kind)
