"""Preferences: applied at once, kept at once; another language costs nothing of where the analyst is."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reconciler.gui.dialogs.preferences import PreferencesDialog
from reconciler.gui.main_window import MainWindow
from reconciler.gui.review.arrangement import Filter, Order
from reconciler.gui.theme import MatchState, dark
from reconciler.gui.themes import high_contrast
from reconciler.gui.views import View
from reconciler.gui.workplace import capture
from reconciler.language.trained import Installed
from reconciler.model import SignalKind, Verdict
from reconciler.settings import Motion, Places, Preferences, PreferencesFile, ThemeChoice


@pytest.fixture
def choosing(window: MainWindow, speak: Callable[[str], None], qtbot: QtBot) -> Iterator[PreferencesDialog]:
    """The preferences of a window on the seeds, opened by their key."""
    speak("en")
    flash, effects = QApplication.cursorFlashTime(), QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not window.background.jobs)
    yield dialog
    QApplication.styleHints().unsetColorScheme()
    QApplication.setCursorFlashTime(flash)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, effects)


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    """Choose a value as the user does: on its page, in its box."""
    for row in range(dialog.contents.count()):
        dialog.contents.setCurrentRow(row)
        box = dialog.page().findChild(QWidget, name)
        if isinstance(box, QComboBox):
            place = next(at for at in range(box.count()) if box.itemData(at) == value)
            box.setCurrentIndex(place)
            return
        if isinstance(box, QCheckBox):
            if box.isChecked() != value:
                box.click()
            return
    raise AssertionError(name)


def kept(places: Places) -> Preferences:
    """Return what the disk holds."""
    return PreferencesFile.load(places.preferences).value


def words(widget: QWidget) -> set[str]:
    """Return what is written on labels and buttons."""
    shown = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    return {each.text() for each in shown if isinstance(each, QLabel | QPushButton)}


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Let what waits be done, what was replaced be deleted; take the window up as a window manager does."""
    qtbot.waitUntil(lambda: not window.background.jobs)
    QTest.qWait(30)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if QApplication.activeModalWidget() is None:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)


# Language -------------------------------------------------------------------------------------


def test_another_language_leaves_everything_where_it_was(
    choosing: PreferencesDialog, window: MainWindow, qtbot: QtBot
) -> None:
    choosing.reject()
    window.resize(1280, 800)
    session, queue = window.session, window.queue
    queue.filters.set_filter(Filter.ALL)
    queue.filters.set_order(Order.LEAST_CERTAIN)
    queue.filters.set_text("belg")
    queue.filters.set_kinds(frozenset({SignalKind.ATTRIBUTION}))
    window.commands.view.show_signals(frozenset({SignalKind.FIGURE}), on=True)
    window.zoom(2)
    window.actions_by_id["focus_mode"].trigger()
    session.decide(Verdict.CONFIRMED)
    session.set_current(queue.visible_matches()[0])
    session.set_current(queue.visible_matches()[2])
    case = session.case
    assert case is not None
    for source, place in ((0, 4), (1, 5)):
        session.select_statement(case.statements(case.sources[source].id)[place].id)
    window.panes.focus_pane(1)
    window.panes.views()[1].set_focus_place(7)
    for view in window.panes.views():
        view.scroll_to(260)
    undo = window.actions_by_id["undo"].isEnabled()
    before, selected = capture(window), session.selected
    assert before.scroll[1::2] != (0, 0)

    window.preferring.take(replace(window.preferring.current(), language="fr"))
    settle(window, qtbot)
    assert window.menuBar().actions()[0].text() == "&Dossier"
    assert capture(window) == before
    assert session.selected == selected
    assert window.panes.focused_pane() == 1
    assert window.panes.views()[1].focus_place() == 7
    assert window.actions_by_id["undo"].isEnabled() == undo
    assert window.actions_by_id["undo"].text().startswith("&Annuler ")
    origin = session.current
    window.actions_by_id["back"].trigger()
    assert session.current != origin

    window.preferring.take(replace(window.preferring.current(), language="en"))
    settle(window, qtbot)
    assert window.menuBar().actions()[0].text() == "&Case"


def test_after_a_change_of_language_each_key_still_does_one_thing_once(
    choosing: PreferencesDialog, window: MainWindow, qtbot: QtBot
) -> None:
    choose(choosing, "language", "fr")
    choosing.reject()
    settle(window, qtbot)
    first, case = window.session.current, window.session.case
    assert case is not None
    assert first is not None
    before = len(case.entries())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_A)
    assert len(case.entries()) == before + 1
    assert window.session.state(first) is MatchState.CONFIRMED
    assert window.status.counts_text().startswith("1 confirmée")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.state(first) is MatchState.PROPOSED
    window.close_case()
    assert window.stack.currentWidget() is window.start_page
    assert "Ajouter des articles…" in words(window.start_page)


def test_the_preferences_speak_the_language_at_once_and_stay_where_they_were(
    choosing: PreferencesDialog, window: MainWindow, places: Places, qtbot: QtBot
) -> None:
    choose(choosing, "language", "fr")
    settle(window, qtbot)
    assert choosing.isVisible()
    assert choosing.windowTitle() == "Préférences"
    assert choosing.page().objectName() == "general"
    assert {"Langue", "Fermer"} <= {word.replace("&", "") for word in words(choosing)}
    assert kept(places).language == "fr"


def test_what_stands_beside_the_window_is_opened_again_and_notices_are_told_again(
    choosing: PreferencesDialog, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    choosing.reject()
    window.actions_by_id["history"].trigger()
    window.opening.open_any([tmp_path / "absent.txt"])
    qtbot.waitUntil(lambda: window.notices.text("problem") is not None)
    window.tool_bar.find_field.setText("belgorod")
    window.tool_bar.find_field.search_now()
    hits = window.tool_bar.hits.text()
    window.preferring.take(replace(window.preferring.current(), language="fr"))
    settle(window, qtbot)
    titles = [each.windowTitle() for each in window.findChildren(QWidget, "history")]
    assert titles == ["Historique"]
    assert (window.notices.text("problem") or "").startswith("Aucun fichier")
    assert window.tool_bar.find_field.text() == "belgorod"
    assert window.tool_bar.hits.text().split()[0] == hits.split()[0]


# Colours, text, what is shown -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "page"),
    [(ThemeChoice.DARK, dark().page), (ThemeChoice.CONTRAST, high_contrast(dark=False).page)],
)
def test_a_theme_is_painted_and_kept_at_once(
    choosing: PreferencesDialog, window: MainWindow, places: Places, choice: ThemeChoice, page: QColor
) -> None:
    window.resize(1280, 800)
    choose(choosing, "theme", choice)
    view = window.panes.views()[0]
    image = view.grab().toImage()
    colours = [image.pixelColor(x, 2).name() for x in range(0, image.width(), 3)]
    assert colours.count(page.name()) > len(colours) / 2
    assert kept(places).theme is choice


def test_green_and_red_come_only_where_they_are_asked_for(
    choosing: PreferencesDialog, window: MainWindow
) -> None:
    safe = window.theme.confirmed.ink
    choose(choosing, "safe_colours", False)
    green = window.theme.confirmed.ink
    assert green.green() > max(green.red(), green.blue()) * 1.5
    choose(choosing, "safe_colours", True)
    assert window.theme.confirmed.ink == safe


def test_each_pane_has_its_own_type_and_all_are_zoomed_together(
    choosing: PreferencesDialog, window: MainWindow
) -> None:
    def sizes() -> list[float]:
        return [view.document().defaultFont().pointSizeF() for view in window.panes.views()]

    choose(choosing, "right_size", 16.0)
    assert sizes() == [11.0, 16.0]
    choose(choosing, "left_size", 9.0)
    assert sizes() == [9.0, 16.0]
    window.actions_by_id["text_larger"].trigger()
    assert sizes() == [10.0, 17.0]
    serif = window.panes.views()[1].document().defaultFont().families()
    choose(choosing, "left_font", "sans")
    assert window.panes.views()[0].document().defaultFont().families() != serif
    assert window.panes.views()[1].document().defaultFont().families() == serif


def test_lines_are_set_wider_and_longer(choosing: PreferencesDialog, window: MainWindow) -> None:
    window.resize(2600, 900)
    QTest.qWait(10)
    view = window.panes.views()[0]
    height, width = view.extents().height, view.width()
    choose(choosing, "line_spacing", 1.9)
    assert view.extents().height > height * 1.15
    choose(choosing, "measure", 30)
    assert view.width() < width
    choose(choosing, "measure", 0)
    assert view.width() > width


def test_what_is_not_wanted_is_not_shown(
    choosing: PreferencesDialog, window: MainWindow, places: Places
) -> None:
    pane = window.panes.panes()[0]
    choose(choosing, "overview", False)
    assert not pane.overview.isVisible()
    assert not window.actions_by_id["overview"].isChecked()
    before = pane.width()
    choose(choosing, "ribbons", False)
    assert pane.width() > before
    choose(choosing, "signals", True)
    assert window.actions_by_id["signals"].isChecked()
    assert any(window.panes.views()[0].underlined(place) for place in range(5))
    choose(choosing, "linked_scrolling", False)
    assert not window.actions_by_id["linked_scrolling"].isChecked()
    told = kept(places)
    assert (told.overview, told.ribbons, told.signals, told.linked_scrolling) == (False, False, True, False)


def test_without_motion_nothing_blinks_slides_or_moves_to_and_fro(
    choosing: PreferencesDialog, window: MainWindow, qtbot: QtBot
) -> None:
    choose(choosing, "motion", Motion.OFF)
    assert QApplication.cursorFlashTime() == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    ended = Event()
    job = window.background.run("x", lambda _task: ended.wait(60), lambda _done: None, lambda _error: None)
    bar = window.status.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    assert bar.maximum() > bar.minimum()
    job.cancel()
    ended.set()
    qtbot.waitUntil(lambda: not window.background.jobs)


def test_the_analyst_is_named_for_what_is_decided_from_now_on(
    choosing: PreferencesDialog, window: MainWindow
) -> None:
    choosing.go_to("general")
    field = choosing.page().findChild(QWidget, "analyst")
    assert isinstance(field, QWidget)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "Ada")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    match, case = window.session.current, window.session.case
    assert match is not None
    assert case is not None
    window.session.decide(Verdict.CONFIRMED)
    assert case.decisions(match)[-1].analyst == "Ada"
    assert window.status.analyst_text() == "Ada"
    choose(choosing, "blind", True)
    assert window.session.blind
    assert window.actions_by_id["blind"].isChecked()


# Pipelines ----------------------------------------------------------------------------------------


def test_where_no_pipeline_is_installed_a_sentence_says_so(choosing: PreferencesDialog) -> None:
    choosing.offer_pipelines(())
    choosing.go_to("pipelines")
    assert any(word.startswith("No trained spaCy pipeline is installed") for word in words(choosing.page()))
    assert not [box for box in choosing.page().findChildren(QComboBox) if box.isVisibleTo(choosing)]


def test_a_pipeline_is_chosen_for_its_language_and_one_that_is_gone_is_named(
    choosing: PreferencesDialog, window: MainWindow, places: Places, qtbot: QtBot
) -> None:
    choosing.offer_pipelines((Installed("fr_small", "fr", "3.8.0"), Installed("en_small", "en", "3.8.0")))
    choosing.go_to("pipelines")
    box = choosing.page().findChild(QComboBox, "pipeline_fr")
    assert box is not None
    assert [box.itemText(at) for at in range(box.count())] == ["None: built-in rules", "fr_small 3.8.0"]
    assert box.currentData() == ""
    choose(choosing, "pipeline_fr", "fr_small")
    assert kept(places).pipelines == (("fr", "fr_small"),)
    assert window.lining_up.pipelines == (("fr", "fr_small"),)
    qtbot.waitUntil(lambda: not window.background.jobs)
    choosing.offer_pipelines(())
    again = choosing.page().findChild(QComboBox, "pipeline_fr")
    assert again is not None
    assert again.currentText() == "fr_small (not installed)"
    choose(choosing, "pipeline_fr", "")
    assert kept(places).pipelines == ()
    qtbot.waitUntil(lambda: not window.background.jobs)


# Defaults, and what is kept ---------------------------------------------------------------------------


def test_the_defaults_come_back_and_can_be_taken_back(
    choosing: PreferencesDialog, window: MainWindow, places: Places
) -> None:
    choose(choosing, "theme", ThemeChoice.DARK)
    choose(choosing, "right_size", 18.0)
    recent = kept(places).recent
    button = choosing.findChild(QPushButton, "restore_defaults")
    assert button is not None
    button.click()
    assert kept(places) == Preferences(
        analyst=kept(places).analyst, recent=recent, folder=kept(places).folder
    )
    assert not window.theme.dark
    assert window.panes.views()[1].document().defaultFont().pointSizeF() == 11.0
    button.click()
    assert kept(places).theme is ThemeChoice.DARK
    assert window.panes.views()[1].document().defaultFont().pointSizeF() == 18.0


def test_a_new_window_is_as_the_preferences_say(
    places: Places, open_window: Callable[[list[Path]], MainWindow], seeds: tuple[Path, Path]
) -> None:
    wanted = Preferences(theme=ThemeChoice.DARK, ribbons=False, right_step=3.0, signals=True)
    PreferencesFile(places.preferences).update(wanted)
    window = open_window(list(seeds))
    assert window.theme.dark
    assert [view.document().defaultFont().pointSizeF() for view in window.panes.views()] == [11.0, 14.0]
    assert window.actions_by_id["signals"].isChecked()


@pytest.mark.parametrize(
    "written",
    [
        {"theme": "mauve", "text_size": "large", "measure": None, "line_spacing": True, "motion": 3},
        {"text_size": 900, "right_step": -300, "measure": 9999, "ribbons": "no", "pipelines": "fr"},
        {"recent": {"a": 1}, "left_font": 12, "language": ["fr"]},
    ],
)
def test_a_file_written_by_hand_does_no_harm(tmp_path: Path, written: dict[str, object]) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps(written), encoding="utf-8")
    value = PreferencesFile.load(path).value
    assert value.theme is ThemeChoice.SYSTEM
    assert 6 <= value.text_size <= 48
    assert value.right_step >= -24
    assert 0 <= value.measure <= 200
    assert value.ribbons is True
    assert (value.recent, value.left_font, value.language) == ((), "serif", "")


@pytest.mark.parametrize("view", [View.CLAIMS, View.REPORT])
def test_the_status_bar_speaks_one_language_in_every_view(
    speak: Callable[[str], None], window: MainWindow, qtbot: QtBot, view: View
) -> None:
    del speak  # puts the language back
    window.session.decide(Verdict.CONFIRMED)
    for language, counts, saved in (
        ("fr", "1 confirmée · 0 rejetée", "Décisions enregistrées"),
        ("en", "1 confirmed · 0 rejected", "All decisions saved"),
    ):
        window.views.show(view)
        window.preferring.take(replace(window.preferring.current(), language=language))
        settle(window, qtbot)
        assert window.views.shown is view
        assert window.status.counts_text().startswith(counts)
        assert window.status.saved_text() == saved
