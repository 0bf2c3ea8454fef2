"""The report in the window: what would be exported, kept up with the case, nothing loaded or obeyed."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.benchmarks.made_case import make_case as make_large
from tests.conftest import MakeWindow
from tests.gui.eight_sources import make_case

from reconciler.case import Case
from reconciler.export.html import html_lines
from reconciler.export.report import report
from reconciler.gui import export_work
from reconciler.gui.dialogs.export import ExportDialog
from reconciler.gui.main_window import MainWindow
from reconciler.gui.report.report_view import ReportView
from reconciler.gui.views import View
from reconciler.model import Article, Segment, SourceDraft, StatementKind, Verdict

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reported(open_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window that shows the report of eight articles."""
    path = tmp_path / "eight.reconciler"
    make_case(path)
    window = open_window([path])
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_3, CTRL)
    wait_for_report(window, qtbot)
    return window


def view_of(window: MainWindow) -> ReportView:
    found = window.findChild(ReportView)
    assert isinstance(found, ReportView)
    return found


def wait_for_report(window: MainWindow, qtbot: QtBot) -> None:
    view = view_of(window)
    qtbot.waitUntil(lambda: view.is_ready and not view.paper.is_at_work, timeout=30_000)


def text(window: MainWindow) -> str:
    return view_of(window).paper.toPlainText()


def words_of(page: str) -> set[str]:
    in_line = re.sub("</?(mark|span|a|b|bdi)\\b[^>]*>", "", page)
    return set(unescape(re.sub("<[^>]+>", " ", in_line)).split())


def test_the_report_says_what_the_exported_page_says(reported: MainWindow) -> None:
    case = reported.session.case
    assert case is not None
    assert reported.views.shown is View.REPORT
    found = report(export_work.gathered(case.path), "en")
    page = words_of("\n".join(html_lines(found, found.blocks)).partition("<body>")[2])
    shown = set(text(reported).split())
    assert len(page) > 300
    assert {word for word in page - shown if word.isalpha()} <= {"Contents"}


def test_what_is_in_and_what_is_left_out_is_told(reported: MainWindow) -> None:
    assert view_of(reported).told() == ("In it: 61 confirmed, 2 likely proposals", "Left out: none")
    case = reported.session.case
    assert case is not None


def test_the_report_follows_a_verdict_after_a_while(reported: MainWindow, qtbot: QtBot) -> None:
    view, session = view_of(reported), reported.session
    case = session.case
    assert case is not None
    waiting = [each for each in case.matches if case.standing(each).verdict is None]
    session.perform(lambda case: case.decide([waiting[0]], Verdict.REJECTED))
    session.perform(lambda case: case.decide([waiting[1]], Verdict.UNSURE))
    qtbot.waitUntil(lambda: "1 rejected" in view.told()[1], timeout=30_000)
    assert view.told() == ("In it: 61 confirmed, 1 unsure", "Left out: 1 rejected")
    qtbot.waitUntil(lambda: "61 confirmed, 1 unsure" in text(reported), timeout=30_000)


def test_in_another_language_it_says_what_was_decided_a_moment_ago(
    reported: MainWindow, qtbot: QtBot
) -> None:
    view, session = view_of(reported), reported.session
    case = session.case
    assert case is not None
    waiting = next(each for each in case.matches if case.standing(each).verdict is None)
    session.perform(lambda case: case.decide([waiting], Verdict.REJECTED))
    view.languages.setCurrentIndex(view.languages.findData("fr"))
    wait_for_report(reported, qtbot)
    assert "1 rejected" in view.told()[1]


def test_a_verdict_given_elsewhere_is_in_it_when_it_is_shown_again(
    reported: MainWindow, qtbot: QtBot
) -> None:
    reported.views.show(View.PANES)
    QTest.keyClick(reported.focusWidget(), Qt.Key.Key_A)
    before = view_of(reported).told()
    QTest.qWait(50)
    assert view_of(reported).told() == before
    reported.views.show(View.REPORT)
    wait_for_report(reported, qtbot)
    assert view_of(reported).told()[0] == "In it: 62 confirmed, 1 likely proposal"


def test_what_is_read_stays_where_it_is_when_the_report_is_another(
    reported: MainWindow, qtbot: QtBot
) -> None:
    view, session = view_of(reported), reported.session
    view.paper.go_to("E2-G2")
    at = view.paper.anchor_in_view()
    assert at[0] == "E2-G2"
    case = session.case
    assert case is not None
    waiting = [each for each in case.matches if case.standing(each).verdict is None]
    session.perform(lambda case: case.decide(waiting, Verdict.REJECTED))
    qtbot.waitUntil(lambda: "2 rejected" in view.told()[1], timeout=30_000)
    wait_for_report(reported, qtbot)
    assert view.paper.anchor_in_view()[0] == "E2-G2"


def test_the_contents_lead_to_the_chapters(reported: MainWindow) -> None:
    view = view_of(reported)
    names = [view.contents.item(row).text() for row in range(view.contents.count())]
    assert names[:3] == ["Summary", "Sources", "Claims"]
    view.contents.setFocus()
    view.contents.setCurrentRow(names.index("Method"))
    QTest.keyClick(view.contents, Qt.Key.Key_Return)
    bar = view.paper.verticalScrollBar()
    assert bar.value() > 0
    current = view.contents.currentItem()
    assert current is not None
    assert current.text() in {"Method", "Decisions"}
    bar.setValue(0)
    assert view.contents.currentItem().text() == "Summary"


def test_the_language_of_the_report_is_chosen(reported: MainWindow, qtbot: QtBot) -> None:
    view = view_of(reported)
    assert "Summary" in text(reported)
    view.languages.setCurrentIndex(view.languages.findData("fr"))
    qtbot.waitUntil(lambda: "Résumé" in text(reported), timeout=30_000)
    assert view.contents.item(0).text() == "Résumé"
    assert view.told()[0].startswith("In it: ")


def test_the_button_exports(reported: MainWindow) -> None:
    view_of(reported).export.click()
    assert reported.findChild(ExportDialog) is not None


def test_nothing_of_an_article_is_taken_for_markup_or_loaded(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    picture = tmp_path / "seen.png"
    picture.write_bytes(b"x")
    line = f'<img src="{picture.as_uri()}"><script>x()</script><b>bold</b> [a](javascript:x) &amp;'
    path = tmp_path / "bad.reconciler"
    with Case.create(path) as case:
        segment = Segment(0, len(line), StatementKind.SENTENCE)
        case.add_sources(
            [
                SourceDraft(
                    Article(f"{n}.txt", line, str(n) * 64, title=line, outlet=line, url="javascript:x()"),
                    "en",
                    (segment,),
                )
                for n in (1, 2)
            ],
            "2024-03-12",
        )
    window = open_window([path])
    window.views.show(View.REPORT)
    wait_for_report(window, qtbot)
    assert "<script>x()</script><b>bold</b>" in text(window)
    paper = view_of(window).paper
    html = paper.document().toHtml()
    assert "<img" not in html
    assert 'href="javascript' not in html
    paper.anchorClicked.emit(QUrl("file:///etc/passwd"))
    paper.anchorClicked.emit(QUrl("javascript:x()"))
    assert opened == []


def test_nothing_of_it_is_made_before_it_is_shown(open_window: MakeWindow, tmp_path: Path) -> None:
    path = tmp_path / "eight.reconciler"
    make_case(path)
    window = open_window([path])
    assert window.findChild(ReportView) is None
    QApplication.processEvents()
    assert not [job for job in window.background.jobs if "report" in job.name]


def test_the_view_comes_back_with_the_case(
    reported: MainWindow, open_window: MakeWindow, qtbot: QtBot
) -> None:
    case = reported.session.case
    assert case is not None
    path = case.path
    reported.close()
    reopened = open_window([path])
    assert reopened.views.shown is View.REPORT
    wait_for_report(reopened, qtbot)
    assert "Vauquier" in text(reopened)


@pytest.mark.parametrize("close", [MainWindow.close_case, MainWindow.close])
def test_closing_while_the_report_is_made_ends_quietly(
    open_window: MakeWindow, tmp_path: Path, close: Callable[[MainWindow], object]
) -> None:
    path = tmp_path / "eight.reconciler"
    make_case(path)
    window = open_window([path])
    window.views.show(View.REPORT)
    close(window)
    QTest.qWait(100)
    assert window.session.case is None


def test_of_a_long_chapter_the_beginning_is_shown_and_the_rest_told(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.reconciler"
    make_large(path, 300, 400, 0)
    with Case.open(path) as case:
        case.decide(list(case.matches), Verdict.CONFIRMED)
    window = open_window([path])
    window.views.show(View.REPORT)
    wait_for_report(window, qtbot)
    view = view_of(window)
    view.paper.go_to("method")
    wait_for_report(window, qtbot)
    left_out = [int(found) for found in re.findall(r"(\d+) more stand in the exported report", text(window))]
    assert any(300 <= count < 310 for count in left_out)
    assert view.told()[0] == "In it: 400 confirmed"


def test_the_report_speaks_another_language_with_the_window(
    reported: MainWindow, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak("en")
    former = view_of(reported)
    gone = []
    former.destroyed.connect(lambda: gone.append(True))
    reported.preferring.take(replace(reported.preferring.current(), language="fr"))
    qtbot.waitUntil(lambda: reported.menuBar().actions()[0].text() == "&Dossier", timeout=20_000)
    qtbot.waitUntil(lambda: bool(gone), timeout=20_000)
    assert reported.views.shown is View.REPORT
    wait_for_report(reported, qtbot)
    assert "Résumé" in text(reported)
    assert view_of(reported).told()[0] == "Contenu\N{NO-BREAK SPACE}: 61 confirmées, 2 propositions probables"
    reported.preferring.take(replace(reported.preferring.current(), language="en"))
    qtbot.waitUntil(lambda: reported.menuBar().actions()[0].text() == "&Case", timeout=20_000)
