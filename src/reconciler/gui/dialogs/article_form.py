"""One article before it goes in: what is known of it, its statements, and what was left out of the page."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reconciler.errors import UserError
from reconciler.gui.dialogs.add_entries import Entries, Entry
from reconciler.gui.dialogs.article_preview import ArticlePreview
from reconciler.gui.dialogs.fields import LanguageBox, date_hint, date_of, show_hint, text_line
from reconciler.gui.panes.article_text import plain
from reconciler.gui.source_messages import WITH_SIGNALS
from reconciler.gui.theme import Theme
from reconciler.model import StatementKind

LONGEST_PASSAGE = 600
_ASIDE = (StatementKind.BOILERPLATE, StatementKind.METADATA)


class ArticleForm(QWidget):
    """Edits one of the entries.

    `cut_requested` asks for an article to be cut anew in a language, `passage_requested` for a
    passage that was left out to be taken in.
    """

    cut_requested = Signal(int, str)
    passage_requested = Signal(int, int)
    toggled = Signal(int)

    def __init__(self, entries: Entries, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self._row = -1
        self._shown: Entry | None = None
        self._included = QCheckBox(self.tr("Add this article"), self)
        self._title = text_line("", self.tr("Title"), self)
        self._outlet = text_line("", self.tr("Outlet"), self)
        self._url = text_line("", self.tr("Address (URL)"), self)
        self._date = text_line("", self.tr("Published"), self)
        self._language = LanguageBox("und", self)
        for line in (self._title, self._outlet, self._url, self._date):
            line.setPlaceholderText(self.tr("not stated"))
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "quiet")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.preview = ArticlePreview(theme, self)
        self.left_out = self._make_left_out(theme)
        self._take_in = QPushButton(self.tr("Take into the article"), self)
        self._article, self._dropped = self._chip(), self._chip()
        self._kind = QPushButton(self.tr("&Kind of the statement…"), self)
        self._pages = QStackedWidget(self)
        self._build(theme)
        self._connect()

    # Showing --------------------------------------------------------------------------------

    def show_entry(self, row: int, *, alone: bool) -> None:
        """Show an entry that is ready; `alone` where there is no other to choose from."""
        entry = self._entries[row]
        same = row == self._row and self._shown is not None and self._shown.draft is entry.draft
        self._included.setVisible(not alone)
        self._included.setChecked(entry.included)
        if same or entry.draft is None:
            self._shown = entry
            return
        before, self._row, self._shown = self._shown, row, entry
        article, segments = entry.draft.article, entry.draft.segments
        was = before.draft if before is not None else None
        for line, text in (
            (self._title, article.title),
            (self._outlet, article.outlet),
            (self._url, article.url),
            (self._date, entry.date_typed),
        ):
            if line.text().strip() != (text or ""):
                line.setText(text or "")
                line.setCursorPosition(0)
        with QSignalBlocker(self._language):
            self._language.show_code(entry.draft.language)
        self._explain()
        if was is None or was.article.text is not article.text or was.language != entry.draft.language:
            self.preview.show_article(article.text, segments)
            self._fill_left_out(entry)
            self._article.click()
        self._count(entry)

    def focus_date(self) -> None:
        """Give the keyboard to the date, which is none."""
        self._date.setFocus()
        self._date.selectAll()

    def _count(self, entry: Entry) -> None:
        if entry.draft is None:
            return
        segments, dropped = entry.draft.segments, entry.draft.article.left_out
        aside = sum(segment.kind in _ASIDE for segment in segments)
        text = self.tr("Article: %n statement(s)", None, len(segments) - aside)
        if aside:
            text += self.tr(" + {count} left aside").format(count=aside)
        self._article.setText(text)
        self._dropped.setText(self.tr("Left out of the page: %n", None, len(dropped)))
        self._dropped.setEnabled(bool(dropped))

    def _explain(self) -> None:
        without = self.tr("No date found: that of the other sources is assumed.")
        hint, problem = date_hint(self._date.text(), without)
        self._date.setAccessibleDescription(hint)
        if not problem and self._language.code() not in WITH_SIGNALS:
            hint += " · " + self.tr("Figures, dates and quotes are found in French and English only.")
        self._hint.setToolTip("")
        show_hint(self._hint, hint, problem=problem)

    def _fill_left_out(self, entry: Entry) -> None:
        self.left_out.clear()
        assert entry.draft is not None  # noqa: S101
        for passage in entry.draft.article.left_out:
            shown = plain(passage[:LONGEST_PASSAGE]) + ("…" if len(passage) > LONGEST_PASSAGE else "")
            QListWidgetItem(shown, self.left_out)
        if self.left_out.count():
            self.left_out.setCurrentRow(0)

    # Correcting -----------------------------------------------------------------------------

    def _edit(self) -> None:
        """Take what stands in the fields into the entry."""
        if self._shown is None or self._shown.draft is None:
            return
        entry = self._entries[self._row]
        assert entry.draft is not None  # noqa: S101
        typed = self._date.text()
        try:
            published = date_of(typed)
        except UserError:
            published = entry.draft.article.published
        article = replace(
            entry.draft.article,
            title=self._title.text().strip() or None,
            outlet=self._outlet.text().strip() or None,
            url=self._url.text().strip() or None,
            published=published,
        )
        edited = replace(entry, draft=replace(entry.draft, article=article), date_typed=typed.strip())
        self._shown = edited
        self._entries.replace(self._row, edited)
        self._explain()

    def _choose_kind(self, place: int, kind: StatementKind) -> None:
        self._entries.set_kind(self._row, place, kind)
        entry = self._entries[self._row]
        self._shown = entry
        if entry.draft is not None:
            self.preview.renew_kind(place, entry.draft.segments)
            self._count(entry)

    def _choose_language(self) -> None:
        self._explain()
        self.cut_requested.emit(self._row, self._language.code())

    def _take_passage(self) -> None:
        place = self.left_out.currentRow()
        if place >= 0:
            self.passage_requested.emit(self._row, place)

    def _show_kinds(self) -> None:
        menu = self.preview.kind_menu()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._kind.mapToGlobal(self._kind.rect().bottomLeft()))

    # Building -------------------------------------------------------------------------------

    def _connect(self) -> None:
        for line in (self._title, self._outlet, self._url, self._date):
            line.textEdited.connect(lambda _text: self._edit())
        self._language.activated.connect(lambda _place: self._choose_language())
        self._included.clicked.connect(lambda _on: self.toggled.emit(self._row))
        self.preview.kind_chosen.connect(self._choose_kind)
        self._kind.clicked.connect(self._show_kinds)
        self._take_in.clicked.connect(self._take_passage)
        self.left_out.itemDoubleClicked.connect(lambda _item: self._take_passage())
        group = QButtonGroup(self)
        group.addButton(self._article, 0)
        group.addButton(self._dropped, 1)
        group.idClicked.connect(self._show_page)

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._kind.setVisible(page == 0)
        self._take_in.setVisible(page == 1)

    def _build(self, theme: Theme) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._fields())
        strip = QHBoxLayout()
        strip.setContentsMargins(20, 2, 16, 8)
        strip.setSpacing(6)
        strip.addWidget(self._article)
        strip.addWidget(self._dropped)
        strip.addStretch(1)
        for button in (self._kind, self._take_in):
            button.setAutoDefault(False)
            strip.addWidget(button)
        self._take_in.hide()
        layout.addLayout(strip)
        line = QFrame(self)
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {theme.line.name()};")
        layout.addWidget(line)
        self._pages.addWidget(self.preview)
        self._pages.addWidget(self.left_out)
        layout.addWidget(self._pages, 1)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(20, 14, 16, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        grid.addWidget(self._included, 0, 0, 1, 4)
        for row, column, name, field in (
            (1, 0, self.tr("&Title"), self._title),
            (2, 0, self.tr("&Outlet"), self._outlet),
            (2, 2, self.tr("&Published"), self._date),
            (3, 0, self.tr("A&ddress"), self._url),
            (3, 2, self.tr("&Language"), self._language),
        ):
            label = QLabel(name, self)
            label.setBuddy(field)
            label.setProperty("role", "quiet")
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, 3 if row == 1 else 1)
        grid.addWidget(self._hint, 4, 1, 1, 3)
        return grid

    def _chip(self) -> QPushButton:
        chip = QPushButton(self)
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setProperty("role", "chip")
        return chip

    def _make_left_out(self, theme: Theme) -> QListWidget:
        view = QListWidget(self)
        view.setWordWrap(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        view.setAccessibleName(self.tr("Passages that were left out of the page"))
        view.setStyleSheet(
            f"QListWidget {{ background: {theme.page.name()}; color: {theme.quiet.name()}; padding: 8px; }}"
            f"QListWidget::item {{ padding: 7px 12px; border-bottom: 1px solid {theme.line.name()}; }}"
            f"QListWidget::item:selected {{ background: {theme.accent_fill.name()};"
            f" color: {theme.text.name()}; }}"
        )
        return view
