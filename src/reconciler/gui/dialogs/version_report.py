"""The report on a later text of a source, shown before anything of it is accepted."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reconciler.alignment.versions import Fate
from reconciler.case.records import Carrying, Outcome
from reconciler.gui import messages
from reconciler.gui.dialogs.parts import take_size, text_label
from reconciler.gui.dialogs.report_entries import Later, ReportEntry, foreseen, report_entries
from reconciler.gui.dialogs.report_list import ReportDelegate, ReportModel, fate_ink, fate_mark
from reconciler.gui.flow_layout import FlowLayout
from reconciler.gui.marks import mark_icon
from reconciler.gui.session import Session
from reconciler.gui.theme import Theme
from reconciler.model import Source, SourceDraft

ALL, DECIDED = "all", "decided"
_GROUPS: Mapping[str, tuple[Fate, ...]] = {
    ALL: (Fate.MOVED, Fate.CHANGED, Fate.SPLIT, Fate.MERGED, Fate.GONE, Fate.NEW),
    Fate.CHANGED: (Fate.CHANGED, Fate.SPLIT, Fate.MERGED),
    Fate.NEW: (Fate.NEW,),
    Fate.GONE: (Fate.GONE,),
    Fate.MOVED: (Fate.MOVED,),
    Fate.KEPT: (Fate.KEPT,),
    DECIDED: tuple(Fate),
}


class VersionReport(QDialog):
    """`accept` takes the later text over, `reject` leaves everything as it is; nothing else changes anything.

    `carryings` are what the case would make of the decisions.
    """

    def __init__(
        self,
        session: Session,
        later: Later,
        carryings: Sequence[Carrying],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        case = session.case
        assert case is not None  # noqa: S101
        self.setObjectName("version_report")
        self.setWindowTitle(self.tr("Update source {letter}").format(letter=later.source.letter))
        self._theme = theme
        self._identical = later.comparison.is_identical
        consequences = foreseen(carryings, case.matches, later.old)
        self._entries = report_entries(later.comparison, consequences)
        self._model = ReportModel(session, later.old, later.draft, self)
        self._outcomes = Counter(each.outcome for entry in self._entries for each in entry.consequences)
        self._list = self._make_list()
        self._chips: dict[str, QPushButton] = {}
        self._build(later.source, len(later.old), later.draft)
        self._show(ALL if self._count(ALL) else Fate.KEPT)
        take_size(self, 860, 680)

    def entries(self) -> tuple[ReportEntry, ...]:
        """Return the entries shown."""
        return self._model.entries

    def counts(self) -> dict[str, int]:
        """Return how many entries each filter shows."""
        return {name: self._count(name) for name in _GROUPS}

    def summary(self) -> str:
        """Return what is said of the decisions."""
        return self._consequences()

    # What is shown ----------------------------------------------------------------------------

    def _of(self, name: str) -> list[ReportEntry]:
        return [
            each
            for each in self._entries
            if each.fate in _GROUPS[name] and (name != DECIDED or each.consequences)
        ]

    def _count(self, name: str) -> int:
        return len(self._of(name))

    def _show(self, name: str) -> None:
        self._chips[name].setChecked(True)
        self._model.show_entries(self._of(name))
        self._list.scrollToTop()
        self._list.setCurrentIndex(self._model.index(0))

    def _consequences(self) -> str:
        stand = self._outcomes[Outcome.SAME]
        back, gone = self._outcomes[Outcome.CHANGED], self._outcomes[Outcome.GONE]
        if not stand + back + gone:
            return self.tr("Nothing was decided of this source so far: no decision is touched.")
        parts = [
            self.tr("%n decision(s) stand", None, stand) if stand else "",
            self.tr("%n come(s) back to the queue", None, back) if back else "",
            self.tr("%n is/are orphaned", None, gone) if gone else "",
        ]
        return " · ".join(part for part in parts if part)

    def _explanation(self) -> str:
        if self._identical:
            return self.tr("Every statement reads as before. The text that was there is kept as a version.")
        return self.tr(
            "Nothing is taken over until you accept. The text that was there is kept as a version, "
            "and undo brings it back."
        )

    # Building ---------------------------------------------------------------------------------

    def _build(self, source: Source, before: int, draft: SourceDraft) -> None:
        title = text_label(
            self.tr("{source}: what is different in its later text").format(
                source=source.outlet or source.title or source.name
            ),
            self,
            role="heading",
        )
        facts = text_label(self._facts(before, draft), self, role="quiet")
        decisions = text_label(self._consequences(), self)
        decisions.setObjectName("consequences")
        top = QVBoxLayout()
        top.setContentsMargins(20, 18, 20, 12)
        top.setSpacing(6)
        for part in (title, facts, decisions):
            top.addWidget(part)
        top.addSpacing(4)
        top.addLayout(self._make_chips())
        rule = QFrame(self)
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {self._theme.line.name()};")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(rule)
        layout.addWidget(self._list, 1)
        layout.addLayout(self._make_foot())
        self._list.setFocus()

    def _facts(self, before: int, draft: SourceDraft) -> str:
        name = draft.article.name
        return " · ".join(
            (
                name if len(name) <= 60 else f"{name[:59]}…",
                self.tr("%n statement(s) before", None, before),
                self.tr("%n now", None, len(draft.segments)),
                messages.date_words(draft.article.published) if draft.article.published else "",
            )
        ).removesuffix(" · ")

    def _make_chips(self) -> FlowLayout:
        words = {
            ALL: self.tr("All changes"),
            Fate.CHANGED: self.tr("Changed"),
            Fate.NEW: self.tr("New"),
            Fate.GONE: self.tr("Gone"),
            Fate.MOVED: self.tr("Moved"),
            Fate.KEPT: self.tr("Kept"),
            DECIDED: self.tr("With decisions"),
        }
        group = QButtonGroup(self)
        group.setExclusive(True)
        layout = FlowLayout(gap=6)
        for name, word in words.items():
            count = self._count(name)
            chip = QPushButton(f"{word} {count}", self)
            chip.setObjectName(f"report_{name}")
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setEnabled(count > 0)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setAutoDefault(False)
            if isinstance(name, Fate):
                chip.setIcon(mark_icon(fate_mark(name), fate_ink(name, self._theme), 12))
            chip.setAccessibleName(
                self.tr("{filter}, {count}", "the same for a screen reader").format(filter=word, count=count)
            )
            chip.clicked.connect(lambda _on=False, name=name: self._show(name))
            group.addButton(chip)
            self._chips[name] = chip
            layout.addWidget(chip)
        return layout

    def _make_list(self) -> "ReportView":
        view = ReportView(self)
        view.setModel(self._model)
        view.setItemDelegate(ReportDelegate(self._theme, view))
        view.setAccessibleName(self.tr("What became of the statements"))
        view.setStyleSheet(f"QListView {{ background: {self._theme.page.name()}; }}")
        return view

    def _make_foot(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        accept = QPushButton(self.tr("Accept the later text"), self)
        accept.setObjectName("accept_version")
        accept.setProperty("role", "primary")
        accept.setDefault(True)
        accept.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        foot.addWidget(text_label(self._explanation(), self, role="quiet"), 1)
        foot.addWidget(cancel)
        foot.addWidget(accept)
        return foot


class ReportView(QListView):
    """Rows of different heights, measured some at a time so that long reports open at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(30)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
