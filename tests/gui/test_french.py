"""The window in French: every part of it speaks French, in the habits of French, and no word is cut off."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reconciler.gui import messages
from reconciler.gui.inspector.compared import date_value_words
from reconciler.gui.main_window import MainWindow
from reconciler.signals import DateValue, Granularity

Open = Callable[[Sequence[Path]], MainWindow]
NARROW, WIDE = "\u202f", "\u00a0"


@pytest.fixture
def french(speak: Callable[[str], None], open_window: Open, seeds: tuple[Path, Path]) -> MainWindow:
    """The window on the two seeds, in French."""
    speak("fr")
    window = open_window(seeds)
    window.resize(1280, 800)
    return window


def shown_in(window: QWidget) -> list[QWidget]:
    """Return all parts of a window that can be seen."""
    return [each for each in window.findChildren(QWidget) if each.isVisibleTo(window)]


def words_of(widget: QWidget) -> list[str]:
    """Return what a part of the window says to the eye and to a screen reader."""
    words = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    if isinstance(widget, QLabel | QAbstractButton):
        words.append(widget.text())
    if isinstance(widget, QLineEdit):
        words.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        words += [widget.itemText(place) for place in range(widget.count())]
    return [word for word in words if word]


def english_words() -> set[str]:
    """Return the texts of the code that French says otherwise."""
    from xml.etree import ElementTree as ET

    path = Path(__file__).resolve().parents[2] / "resources" / "translations" / "reconciler_fr.ts"
    return {
        english
        for message in ET.parse(path).iter("message")  # noqa: S314  # our own file
        if (english := message.findtext("source", "").replace("&", ""))
        != message.findtext("translation", "").replace("&", "")
    }


def test_nothing_in_the_window_is_left_in_english(french: MainWindow) -> None:
    words = [word for widget in shown_in(french) for word in words_of(widget)]
    words += [word for act in french.findChildren(QAction) for word in (act.text(), act.toolTip())]
    assert len(words) > 150
    english = english_words()
    assert {word for word in words if word.replace("&", "") in english} == set()
    assert [word for word in words if "(s)" in word] == []


def test_menus_are_french_and_each_letter_stands_for_one_entry(french: MainWindow) -> None:
    bar = [action.text() for action in french.menuBar().actions()]
    assert [text.replace("&", "") for text in bar] == [
        "Dossier", "Édition", "Source", "Révision", "Affichage", "Aide",
    ]  # fmt: skip
    for menu in (french.menuBar(), *french.menuBar().findChildren(QMenu)):
        entries = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [found[1].lower() for text in entries if (found := re.search(r"&(\w)", text))]
        assert len(letters) == len(entries) > 0
        assert sorted(set(letters)) == sorted(letters)


def test_undo_names_what_it_takes_back(french: MainWindow) -> None:
    QTest.keyClick(french.focusWidget(), Qt.Key.Key_A)
    text = french.actions_by_id["undo"].text()
    assert re.fullmatch(r"&Annuler la confirmation de \d+ ↔ \d+", text)


def test_tool_bar_queue_and_status_bar_are_french(french: MainWindow) -> None:
    tools = [button.defaultAction().iconText() for button in french.tool_bar._buttons]
    assert tools == [
        "Ajouter", "Précédent", "Suivant", "Confirmer", "Rejeter", "Incertain", "Lier", "Annuler", "Rétablir",
    ]  # fmt: skip
    in_queue = [word for widget in shown_in(french.queue) for word in words_of(widget)]
    assert "File de révision" in in_queue
    count = french.queue.open_count()
    assert f"{count} restantes" in in_queue
    assert f"À traiter {count}" in in_queue
    assert french.status.counts_text() == f"0 confirmée · 0 rejetée · 0 incertaine · {count} à traiter"
    assert french.status.saved_text() == "Décisions enregistrées"


def test_a_notice_is_a_french_sentence(french: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    french.opening.open_any([tmp_path / "absent.txt"])
    qtbot.waitUntil(lambda: french.notices.text("problem") is not None)
    told = french.notices.text("problem") or ""
    assert told.startswith("Aucun fichier à l’emplacement")
    assert f"absent.txt{WIDE}: vérifier le nom" in told


def test_no_button_and_no_line_of_words_is_cut_off(french: MainWindow, qtbot: QtBot) -> None:
    french.tool_bar.find_field.setText("belgorod")
    qtbot.waitUntil(lambda: bool(french.tool_bar.hits.text()))
    qtbot.wait(50)
    cut = [
        (widget.text(), widget.width(), widget.minimumSizeHint().width())
        for widget in shown_in(french)
        if isinstance(widget, QLabel | QAbstractButton) and widget.text()
        if widget.width() < widget.minimumSizeHint().width()
    ]
    assert cut == []
    field = french.tool_bar.find_field
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText()) + 20
    assert field.width() >= needed


def test_figures_and_dates_follow_french_habits(speak: Callable[[str], None]) -> None:
    speak("fr")
    assert messages.percent(0.84) == f"84{NARROW}%"
    assert messages.likelihood(0.84) == f"probable à 84{NARROW}%"
    assert messages.date_words("2023-06-04") == "4 juin 2023"
    assert messages.date_words("2023-06-01") == "1er juin 2023"
    assert messages.date_words("2023-06") == "juin 2023"
    weekend = DateValue("2023-07-01", "2023-07-02", Granularity.WEEKEND)
    assert date_value_words(weekend) == "1er juillet – 2 juillet 2023"


def test_keys_bear_the_names_of_a_french_keyboard(speak: Callable[[str], None]) -> None:
    speak("fr")
    native = QKeySequence.SequenceFormat.NativeText
    named = [QKeySequence(key).toString(native) for key in ("Backspace", "Alt+Return", "Ctrl+Shift+Z")]
    assert named == ["Retour arrière", "Alt+Entrée", "Ctrl+Maj+Z"]


def test_french_counts_nothing_as_one(speak: Callable[[str], None]) -> None:
    speak("fr")
    counts = messages.Counts()
    assert [counts.sources(number) for number in (0, 1, 2)] == ["0 source", "1 source", "2 sources"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_english_has_its_plurals_even_where_the_system_speaks_another_language(
    speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    counts = messages.Counts()
    assert [counts.matches(number) for number in (0, 1, 2)] == ["0 matches", "1 match", "2 matches"]


@pytest.mark.parametrize("action", ["open_case", "save_case_as"])
def test_the_dialog_for_files_is_all_french_and_cuts_no_column(
    french: MainWindow, qtbot: QtBot, action: str
) -> None:
    french.actions_by_id[action].trigger()
    dialog = french.findChild(QFileDialog)
    assert dialog is not None
    folder = Path(dialog.directory().absolutePath())
    (folder / "un dossier").mkdir(exist_ok=True)
    files = dialog.findChild(QTreeView, "treeView")
    assert files is not None

    def kinds() -> list[object]:
        count = files.model().rowCount(files.rootIndex())
        return [files.model().index(row, 2, files.rootIndex()).data() for row in range(count)]

    qtbot.waitUntil(lambda: "Dossier" in kinds())
    assert "Folder" not in kinds()
    labels = {each.text() for each in dialog.findChildren(QLabel) if each.isVisible()}
    assert labels == {"&Voir dans\u00a0:", "&Nom de fichier\u00a0:", "&Type de fichiers\u00a0:"}
    row = next(row for row, kind in enumerate(kinds()) if kind == "Dossier")
    date = files.model().index(row, 3, files.rootIndex())
    drawn = QStyleOptionViewItem()
    delegate = files.itemDelegateForIndex(date)
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(drawn, date)
    changed = QFileInfo(str(folder / "un dossier")).lastModified()
    assert drawn.text == QLocale(QLocale.Language.French).toString(changed, QLocale.FormatType.ShortFormat)
    qtbot.waitUntil(
        lambda: all(files.sizeHintForColumn(each) <= files.columnWidth(each) for each in (1, 2, 3))
    )
    dialog.reject()
