"""Blind review: no view, list, preview or exported file tells how likely the program holds a match to be."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.conftest import MakeWindow
from tests.gui.driving import case_of
from tests.gui.test_pdf import pages_of

from reconciler.alignment import PairAlignment
from reconciler.case import Case
from reconciler.case.findings import findings
from reconciler.export.values import Form
from reconciler.gui.claims.targets import target
from reconciler.gui.dialogs.export import ExportDialog
from reconciler.gui.dialogs.findings import FindingsDialog
from reconciler.gui.dialogs.reliability_plot import ReliabilityPlot
from reconciler.gui.dialogs.statistics import StatisticsDialog
from reconciler.gui.main_window import MainWindow
from reconciler.gui.review.arrangement import Filter
from reconciler.gui.status import Gauge
from reconciler.gui.views import View
from reconciler.model import MatchId, Proposal, Verdict

TELLING = re.compile(r"\d+\s?%|percent|likely|likelihood|\bstrong\b|\bweak\b", re.IGNORECASE)
METHOD = re.compile(r"gives each pair a likelihood|How likely the program holds")


@pytest.fixture
def blind(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on a case in which something is confirmed, with confidence hidden."""
    window.session.decide(Verdict.CONFIRMED)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.session.differing.is_complete)
    return window


def read_aloud(widget: QWidget) -> list[str]:
    """Return all that a screen reader, the eye or a hovering mouse meets in a widget."""
    words = [each.toolTip() for each in widget.findChildren(QWidget)]
    words += [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        here = waiting.pop()
        if not here.isValid():
            continue
        words += [here.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
        waiting += [here.child(place) for place in range(min(here.childCount(), 400))]
    return words


def telling(words: list[str]) -> list[str]:
    return [word for word in words if TELLING.search(word)]


def test_statistics_show_no_calibration_until_it_is_shown_again(blind: MainWindow, qtbot: QtBot) -> None:
    blind.actions_by_id["statistics"].trigger()
    (dialog,) = blind.findChildren(StatisticsDialog)
    qtbot.waitUntil(lambda: dialog.statistics is not None)
    (plot,) = dialog.findChildren(ReliabilityPlot)
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.isVisibleTo(dialog)]
    assert "Not shown while confidence is hidden." in labels
    assert not plot.isVisibleTo(dialog)
    assert "Share" not in labels
    assert "sure" not in plot.accessibleDescription()
    printed = dialog.document().toPlainText()
    assert "\ufffc" not in printed
    assert "Share" not in printed
    blind.session.set_blind(on=False)
    assert plot.isVisibleTo(dialog)
    assert "\ufffc" in dialog.document().toPlainText()


def test_findings_stand_in_an_order_that_does_not_tell(blind: MainWindow) -> None:
    case = case_of(blind)
    by_confidence = [each for each in findings(case) if each.likelihood < 1.0]
    assert len({each.likelihood for each in by_confidence}) > 2
    blind.actions_by_id["findings"].trigger()
    (dialog,) = blind.findChildren(FindingsDialog)
    shown = dialog.findings()
    places = {match: place for place, match in enumerate(case.matches)}
    expected = sorted(shown, key=lambda each: (-each.strength, places[each.match.id]))
    assert [(each.match.id, each.strength) for each in shown] == [
        (each.match.id, each.strength) for each in expected
    ]
    assert telling(read_aloud(dialog)) == []


def test_the_claims_view_and_its_details_do_not_tell(blind: MainWindow, qtbot: QtBot) -> None:
    blind.views.show(View.CLAIMS)
    qtbot.waitUntil(lambda: blind.views.following.is_ready)
    table = blind.views.following.table
    assert table is not None
    assert {each.likelihood for record in table.claims for each in record.findings} <= {1.0}
    (gauge,) = blind.views.claims.findChildren(Gauge)  # it tells how much is decided, in percent
    told = (gauge.accessibleName(), gauge.accessibleDescription(), blind.views.claims.filters.account_text())
    assert telling([word for word in read_aloud(blind.views.claims) if word not in told]) == []


def test_a_claim_leads_to_the_first_of_what_waits_not_to_the_likeliest(
    open_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """A statement with two proposals in one source, the second of which is the likelier."""
    from tests.hostile_case import TAME, draft

    with Case.create(tmp_path / "two.reconciler") as case:
        case.add_sources([draft("one", TAME, None), draft("two", tuple(f"{each} 2" for each in TAME), None)])
        one, other = (case.statements(each.id) for each in case.sources)
        proposals = [Proposal(one[0].id, other[place].id, 0.3 + place / 10, ()) for place in range(4)]
        proposals.append(Proposal(one[4].id, other[4].id, 0.9, ()))
        alignment = PairAlignment(case.sources[0].id, case.sources[1].id, tuple(proposals))
        case.record_run("test", "{}", [alignment])
        case.decide([list(case.matches)[-1]], Verdict.CONFIRMED)
        numbers = list(case.matches)
    window = open_window([tmp_path / "two.reconciler"])
    window.views.show(View.CLAIMS)

    def led_to() -> MatchId | None:
        qtbot.waitUntil(lambda: window.views.following.is_ready)
        table = window.views.following.table
        assert table is not None
        record = next(each for each in table.claims if one[0].id in each.claim.statements)
        return target(case_of(window), record, 2).match

    assert led_to() == numbers[3]
    window.session.set_blind(on=True)
    assert led_to() == numbers[0]


def test_the_report_that_is_read_does_not_tell(window: MainWindow, qtbot: QtBot) -> None:
    """Also not the one that was made before confidence was hidden, while the new one is made."""

    def read() -> str:
        view = window.views.report
        qtbot.waitUntil(lambda: view.is_ready and not view.paper.is_at_work, timeout=30_000)
        return METHOD.sub("", "\n".join([view.paper.toPlainText(), *view.told()]))

    told = re.compile(r"\d+\s?%|\d likely|\d weak")
    window.views.show(View.REPORT)
    before = read()
    assert told.search(before)
    window.views.show(View.PANES)
    window.session.set_blind(on=True)
    assert window.views.report.paper.toPlainText() == ""
    window.views.show(View.REPORT)
    hidden = read()
    assert len(hidden) > 1000
    assert told.findall(hidden) == []
    window.session.set_blind(on=False)
    assert read().count("likely") == before.count("likely")


def test_the_report_has_what_was_decided_just_before_confidence_was_hidden(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = window.views.report
    window.views.show(View.REPORT)
    qtbot.waitUntil(lambda: view.is_ready)
    window.session.decide(Verdict.CONFIRMED)
    window.session.set_blind(on=True)
    qtbot.waitUntil(lambda: view.is_ready)
    assert "1 confirmed" in view.told()[0]


@pytest.mark.parametrize("action", ["history", "reject_rest", "confirm_up_to_here", "silence"])
def test_dialogs_say_nothing_of_it(blind: MainWindow, action: str, qtbot: QtBot) -> None:
    blind.queue.filters.set_filter(Filter.ALL)
    case = case_of(blind)
    undecided = [each for each in case.matches if case.standing(each).verdict is None]
    blind.session.set_current(undecided[3])
    blind.session.select_statement(case.ends(undecided[3])[0])
    assert blind.actions_by_id[action].isEnabled()
    blind.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in blind.findChildren(QDialog)))
    for dialog in (each for each in blind.findChildren(QDialog) if each.isVisible()):
        words = read_aloud(dialog)
        assert len(words) > 3
        assert telling(words) == []


def opened(window: MainWindow, form: Form, qtbot: QtBot) -> ExportDialog:
    window.actions_by_id["export"].trigger()
    (dialog,) = (each for each in window.findChildren(ExportDialog) if each.isVisible())
    qtbot.waitUntil(lambda: not window.background.jobs)
    forms, _languages = dialog.findChildren(QComboBox)
    forms.setCurrentIndex(forms.findData(form.value))
    qtbot.waitUntil(lambda: not window.background.jobs)
    return dialog


def said_of(dialog: ExportDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisibleTo(dialog))


@pytest.mark.parametrize("form", [each for each in Form if each is not Form.JSON])
def test_the_preview_of_an_export_does_not_tell(blind: MainWindow, form: Form, qtbot: QtBot) -> None:
    dialog = opened(blind, form, qtbot)
    (shown,) = dialog.findChildren(QPlainTextEdit)
    lines = [each for each in shown.toPlainText().splitlines() if not METHOD.search(each)]
    assert len(lines) > 10
    assert [each for each in lines if re.search(r"\d+\s?%|\d likely|\d weak|\b0\.\d\d+\b", each)] == []
    assert "Confidence and reasons are left out while they are hidden." in said_of(dialog)
    assert not re.search(r"likely|weak", said_of(dialog))
    assert re.search(r"\d undecided", said_of(dialog))


def test_nothing_of_the_whole_case_is_shown_and_the_file_is_whole(
    blind: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(blind, Form.JSON, qtbot)
    (shown,) = dialog.findChildren(QPlainTextEdit)
    assert shown.toPlainText() == ""
    assert "While they are hidden nothing of it is shown here." in shown.placeholderText()
    target_file = tmp_path / "out.json"
    blind.commands.exporting.export_to(target_file, Form.JSON, "en")
    qtbot.waitUntil(lambda: blind.notices.text("exported") is not None)
    whole = json.loads(target_file.read_text())
    case = case_of(blind)
    assert [each["confidence"] for each in whole["matches"]] == [
        each.confidence for each in case.matches.values()
    ]


def text_of(form: Form, data: bytes) -> str:
    match form:
        case Form.PDF:
            return "\n".join(pages_of(data))
        case Form.DOCX:
            read = Document(io.BytesIO(data))
            cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
            return "\n".join([*(each.text for each in read.paragraphs), *cells])
        case Form.XLSX:
            book = load_workbook(io.BytesIO(data))
            values = [cell.value for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row]
            return "\n".join(str(value) for value in values if value is not None)
        case Form.CSV:
            rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
            return "\n".join(f"{row['confidence']}{row['reasons']}" for row in rows).strip()
        case _:
            return re.sub(r"<style>.*?</style>|<[^>]*>", "", data.decode(), flags=re.DOTALL)


@pytest.mark.parametrize("form", [each for each in Form if each is not Form.JSON])
def test_what_is_exported_does_not_tell_either(
    blind: MainWindow, form: Form, qtbot: QtBot, tmp_path: Path
) -> None:
    def exported(name: str) -> str:
        opened(blind, form, qtbot)
        blind.notices.clear_notice("exported")
        blind.commands.exporting.export_to(tmp_path / name, form, "en")
        qtbot.waitUntil(lambda: blind.notices.text("exported") is not None)
        qtbot.waitUntil(lambda: not [each for each in blind.findChildren(ExportDialog) if each.isVisible()])
        return METHOD.sub("", text_of(form, (tmp_path / name).read_bytes()))

    hidden = exported("hidden")
    assert not re.search(r"\d+\s?%|\d likely|\d weak|\b0\.\d\d+\b", hidden)
    blind.session.set_blind(on=False)
    shown = exported("shown")
    assert form is Form.JSONLD or re.search(r"\d+\s?%|\d likely|\b0\.\d\d+", shown)
