"""Dialogs: what is typed is checked where it is typed, and nothing waits in a loop of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reconciler import __version__
from reconciler.gui.bug_report import bug_report, without_case
from reconciler.gui.dialogs.about import AboutDialog, AboutFacts
from reconciler.gui.dialogs.fault_dialog import FaultDialog
from reconciler.gui.dialogs.key_sheet import KeySheet
from reconciler.gui.dialogs.source_properties import SourcePropertiesDialog
from reconciler.gui.session import Session
from reconciler.model import SourceProperties
from reconciler.shipped import QT_SOURCE, Package

MakeSession = Callable[..., Session]
Dialog = TypeVar("Dialog", bound=QDialog)

ROWS = (
    ("Review", "Confirm", "A"),
    ("Review", "Next match", "J  Alt+Down"),
    ("View", "Larger <text>", "Ctrl++"),
    ("Review", "Reject", "R"),
)


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def line(dialog: QDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def press(dialog: QDialog, text: str) -> None:
    button = next(one for one in dialog.findChildren(QAbstractButton) if one.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(qtbot: QtBot, dialog: Dialog) -> Dialog:
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.isVisible()
    return dialog


@pytest.fixture
def properties(qtbot: QtBot, session: Session) -> SourcePropertiesDialog:
    """The properties of the source that has no date of its own."""
    assert session.case is not None
    return opened(qtbot, SourcePropertiesDialog(session.case, session.case.sources[0].id))


def test_corrected_properties_are_handed_over_once(
    qtbot: QtBot, properties: SourcePropertiesDialog, session: Session
) -> None:
    handed: list[SourceProperties] = []
    properties.properties_accepted.connect(handed.append)
    line(properties, "Title").setText("  The bridge is open ")
    line(properties, "Outlet").setText("Harbour News")
    line(properties, "Address (URL)").setText("https://harbour.example/bridge")
    line(properties, "Published").setText("2 mai 2024")
    language = properties.findChild(QComboBox)
    assert language is not None
    language.setCurrentIndex(language.findData("fr"))
    press(properties, "Save")
    wanted = SourceProperties(
        "The bridge is open", "Harbour News", "https://harbour.example/bridge", "2024-05-02", "fr"
    )
    assert handed == [wanted]
    assert not properties.isVisible()
    assert session.case is not None
    session.edit_source(session.case.sources[0].id, wanted)
    again = opened(qtbot, SourcePropertiesDialog(session.case, session.case.sources[0].id))
    assert again.properties() == wanted


def test_an_assumed_date_is_explained_and_is_no_property(properties: SourcePropertiesDialog) -> None:
    assert line(properties, "Published").text() == ""
    assert any(text.startswith("Assumed: 2 May 2024") for text in said(properties))
    assert properties.properties().published is None


def test_a_date_is_repeated_in_words_while_it_is_typed(properties: SourcePropertiesDialog) -> None:
    QTest.keyClicks(line(properties, "Published"), "2023-06")
    assert "June 2023" in said(properties)


def test_what_is_no_date_is_said_beside_the_field_and_keeps_the_dialog_open(
    qtbot: QtBot, properties: SourcePropertiesDialog
) -> None:
    line(properties, "Published").setText("31 June 2023")
    assert any("“31 June 2023” is not a date" in text for text in said(properties))
    with qtbot.assertNotEmitted(properties.properties_accepted):
        press(properties, "Save")
    assert properties.isVisible()
    assert line(properties, "Published").accessibleDescription().startswith("“31 June 2023” is not a date")


def test_saving_without_a_change_changes_nothing(qtbot: QtBot, properties: SourcePropertiesDialog) -> None:
    with qtbot.assertNotEmitted(properties.properties_accepted):
        press(properties, "Save")
    assert not properties.isVisible()


def test_emptied_fields_are_none(properties: SourcePropertiesDialog) -> None:
    line(properties, "Title").setText("   ")
    found = properties.properties()
    assert (found.title, found.outlet, found.url, found.published) == (None, None, None, None)


def test_facts_of_the_import_can_be_read(properties: SourcePropertiesDialog, session: Session) -> None:
    assert session.case is not None
    source = session.case.sources[0]
    text = "\n".join(said(properties))
    assert "morning.txt" in text
    assert f"{len(source.text)} character(s) · 5 statement(s)" in text
    assert source.sha256 in text.replace("\n", "")
    assert properties.windowTitle() == "Source A"


def test_read_only_properties_can_be_read_but_not_saved(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(read_only=True)
    assert session.case is not None
    dialog = opened(qtbot, SourcePropertiesDialog(session.case, session.case.sources[0].id, read_only=True))
    assert line(dialog, "Title").isReadOnly()
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert box.button(QDialogButtonBox.StandardButton.Save) is None


def test_the_key_sheet_groups_actions_with_each_of_their_keys(qtbot: QtBot) -> None:
    texts = said(opened(qtbot, KeySheet(ROWS)))
    assert [text for text in texts if text in ("Review", "View")] == ["Review", "View"]
    assert {"Confirm", "Next match", "Reject", "Larger <text>"} <= set(texts)
    assert {"A", "J", "Alt+Down", "R", "Ctrl++"} <= set(texts)


def test_the_key_sheet_prints_all_of_it(qtbot: QtBot) -> None:
    sheet = KeySheet(ROWS)
    qtbot.addWidget(sheet)
    printed = sheet.document().toPlainText()
    assert all(group in printed and action in printed for group, action, _keys in ROWS)
    assert printed.index("Reject") < printed.index("View")


@pytest.mark.parametrize("key", ["Esc", "F1", "?"])
def test_the_key_sheet_closes_on_esc_and_on_its_own_keys(qtbot: QtBot, key: str) -> None:
    sheet = opened(qtbot, KeySheet(ROWS))
    if key == "?":
        QTest.keyClicks(sheet, "?")
    else:
        QTest.keyClick(sheet, {"Esc": Qt.Key.Key_Escape, "F1": Qt.Key.Key_F1}[key])
    assert not sheet.isVisible()


def about(case: Path | None = None) -> AboutDialog:
    return AboutDialog(
        AboutFacts(
            case, Path("/data/cases"), Path("/data/preferences.json"), lambda found: f"{len(found)} packages"
        )
    )


def test_about_names_version_and_where_things_lie(qtbot: QtBot) -> None:
    text = "\n".join(said(opened(qtbot, about(Path("/cases/<b>ferry</b>.reconciler")))))
    assert __version__ in text
    for path in ("/cases/<b>ferry</b>.reconciler", "/data/cases", "/data/preferences.json"):
        assert path in text
    assert "LGPL" in text
    assert QT_SOURCE in text
    assert "No case is open." in said(opened(qtbot, about()))


def test_about_shows_what_is_shipped_with_its_licence(qtbot: QtBot, tmp_path: Path) -> None:
    licence = tmp_path / "LICENSE"
    licence.write_text("You may <b>copy</b> it.", encoding="utf-8")
    dialog = opened(qtbot, about())
    packages, reader = dialog.findChild(QListWidget), dialog.findChild(QPlainTextEdit)
    assert packages is not None
    assert reader is not None
    dialog.show_packages(
        [
            Package("PySide6_Essentials", "6.11", "LGPL-3.0-only", "", ()),
            Package("reconciler", "1.0", "MIT", "", (licence,)),
        ]
    )
    assert [packages.item(row).text() for row in range(packages.count())] == [
        "PySide6_Essentials 6.11",
        "reconciler 1.0",
    ]
    assert reader.toPlainText() == "MIT\n\nYou may <b>copy</b> it."
    QTest.keyClick(packages, Qt.Key.Key_Up)
    assert "LGPL-3.0-only" in reader.toPlainText()
    assert QT_SOURCE in reader.toPlainText()


def test_about_copies_a_report_once_it_knows_the_packages(qtbot: QtBot) -> None:
    dialog = opened(qtbot, about())
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy for a bug report")
    assert not button.isEnabled()
    dialog.show_packages([Package("reconciler", "1.0", "MIT", "", ())])
    press(dialog, "Copy for a bug report")
    assert QGuiApplication.clipboard().text() == "1 packages"


def test_a_bug_report_tells_versions_and_counts_and_nothing_of_the_case(session: Session) -> None:
    case = session.case
    assert case is not None
    report = bug_report(case, [Package("spacy", "3.8", "MIT", "", ())])
    assert f"Reconciler {__version__}" in report
    assert "spacy 3.8" in report
    assert f"Case: 2 sources, 10 statements, {len(case.matches)} matches" in report
    told = [case.name, str(case.path), str(case.path.parent), str(Path.home())]
    told += [text for source in case.sources for text in (source.title, source.outlet, source.url) if text]
    told += [each.text for source in case.sources for each in case.statements(source.id)]
    assert not [each for each in told if each in report]


def test_the_report_of_a_fault_does_not_name_the_case() -> None:
    path = Path.home() / "secret" / "minister.reconciler"
    report = without_case(f"OSError: no space: '{path}', in minister; {Path.home()}/x.py", path)
    assert report == "OSError: no space: '<case>', in <case>; ~/x.py"


def test_a_fault_is_told_calmly_with_details_on_request(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FaultDialog("ValueError: seven"))
    details = dialog.findChild(QPlainTextEdit)
    assert details is not None
    assert any("You can go on, or quit" in text for text in said(dialog))
    assert not details.isVisible()
    press(dialog, "Show details")
    assert details.isVisible()
    assert "ValueError: seven" in details.toPlainText()
    press(dialog, "Hide details")
    assert not details.isVisible()


def test_the_report_of_a_fault_can_be_copied_with_the_versions(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FaultDialog("ValueError: seven"))
    press(dialog, "Copy report")
    copied = QGuiApplication.clipboard().text()
    assert f"Reconciler {__version__}" in copied
    assert copied.endswith("ValueError: seven")


def test_enter_goes_on_after_a_fault(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FaultDialog("ValueError: seven"))
    go_on = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Continue")
    assert go_on.isDefault()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
