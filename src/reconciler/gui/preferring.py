"""Preferences in the running window: what is chosen is kept and applied at once."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication

from reconciler.gui.keymap import keys_of
from reconciler.gui.menus import set_keys
from reconciler.gui.motion import Mover
from reconciler.gui.panes.article_text import TypeLook
from reconciler.gui.speaking import translate
from reconciler.gui.themes import chosen_theme
from reconciler.settings import Preferences, ThemeChoice

if TYPE_CHECKING:
    from reconciler.gui.background import Job
    from reconciler.gui.dialogs.preferences import PreferencesDialog
    from reconciler.gui.main_window import MainWindow
    from reconciler.language.trained import Installed

SMALLEST, LARGEST = 6.0, 48.0
_SCHEMES = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}


class Preferring(QObject):
    """Shows the preferences and does what they say; outlives the parts of the window it has built anew."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._mover = Mover(self)
        self._mover.changed.connect(self._show_moving)
        self._dialog: PreferencesDialog | None = None
        self._looking: Job[tuple[Installed, ...]] | None = None
        self._speaks_later = False
        window.background.idle.connect(self._speak_now)

    def current(self) -> Preferences:
        """Return the preferences, with the view as it is now."""
        window = self._window
        signals = window.actions_by_id["signals"].isChecked()
        kept = window.preferences.value.with_view(
            window.text_size,
            linked_scrolling=window.actions_by_id["linked_scrolling"].isChecked(),
            overview=window.actions_by_id["overview"].isChecked(),
        )
        return replace(kept, signals=signals)

    def show(self, page: str = "") -> None:
        """Open the preferences, on a page by its name, else where they were left."""
        from reconciler.gui.dialogs.preferences import PreferencesDialog

        if self._dialog is None:
            self._dialog = PreferencesDialog(self.current(), self._window.theme, self._window)
            self._dialog.changed.connect(self.take)
            self._dialog.finished.connect(self._forget)
            self._find_pipelines(self._dialog)
        if page:
            self._dialog.go_to(page)
        self._dialog.open()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _find_pipelines(self, dialog: "PreferencesDialog") -> None:
        """Look on the worker for what is installed: that reads a file of each package there is."""
        from reconciler.language.trained import installed

        self._looking = self._window.background.run(
            self.tr("Looking for trained pipelines…"),
            lambda _task: installed(),
            dialog.offer_pipelines,
            self._window.opening.failed.emit,
        )

    def _show_moving(self, on: bool) -> None:
        self._window.status.set_moving(on)

    # Applying ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """Apply what is kept to a window that was just built."""
        window, kept = self._window, self._window.preferences.value
        set_keys(window.actions_by_id, keys_of(kept))
        self._set_type(kept)
        window.set_overview(kept.overview)
        window.set_linked_scrolling(kept.linked_scrolling)
        window.panes.set_ribbons_visible(kept.ribbons)
        window.actions_by_id["blind"].setChecked(window.session.blind)
        window.commands.view.show_signals(frozenset(), on=kept.signals)
        window.status.set_moving(self._mover.set_motion(kept.motion))

    def take(self, chosen: Preferences) -> None:
        """Keep other preferences and let the window follow."""
        window, before = self._window, self.current()
        window.preferences.update(replace(chosen, analyst=before.analyst, blind=before.blind))
        if chosen.analyst != before.analyst:
            window.commands.analyst.change_to(chosen.analyst)
        if chosen.blind != before.blind:
            window.commands.analyst.set_blind(chosen.blind)
        if _colours(chosen) != _colours(before):
            self._colour(chosen)
        if _type(chosen) != _type(before):
            self._set_type(chosen)
        self._show(chosen, before)
        if (chosen.key_preset, chosen.keys) != (before.key_preset, before.keys):
            self._set_keys(chosen)
        if chosen.motion != before.motion:
            window.status.set_moving(self._mover.set_motion(chosen.motion))
        if chosen.pipelines != before.pipelines:
            window.lining_up.use_pipelines(chosen.pipelines)
        if chosen.language != before.language:
            self._speaks_later = True
            self._speak_now()

    def _show(self, chosen: Preferences, before: Preferences) -> None:
        """Show what is wanted beside the articles' text."""
        window = self._window
        if chosen.overview != before.overview:
            window.set_overview(chosen.overview)
        if chosen.linked_scrolling != before.linked_scrolling:
            window.set_linked_scrolling(chosen.linked_scrolling)
        if chosen.ribbons != before.ribbons:
            window.panes.set_ribbons_visible(chosen.ribbons)
        if chosen.signals != before.signals:
            window.commands.view.show_signals(window.commands.view.signal_kinds_chosen(), on=chosen.signals)

    def _colour(self, chosen: Preferences) -> None:
        """Take other colours, and have the window's frame and the system's dialogs follow."""
        QApplication.styleHints().setColorScheme(_SCHEMES.get(chosen.theme, Qt.ColorScheme.Unknown))
        self._window.apply_theme(chosen_theme(chosen))

    def _set_keys(self, chosen: Preferences) -> None:
        """Give the actions other keys, and have everything say so that names one."""
        window = self._window
        set_keys(window.actions_by_id, keys_of(chosen))
        window.renew()
        window.status.renew_keys()
        window.tool_bar.fit(window.tool_bar.width())
        window.queue.renew_keys()
        window.inspector.renew_keys()
        window.start_page.renew_keys()

    def _set_type(self, chosen: Preferences) -> None:
        window = self._window
        window.text_size = chosen.text_size
        window.panes.set_types(
            TypeLook(_within(chosen.text_size), chosen.left_font, chosen.line_spacing, chosen.measure),
            TypeLook(_within(chosen.right_size), chosen.right_font, chosen.line_spacing, chosen.measure),
        )
        window.inspector.set_text_size(_within(chosen.inspector_size), chosen.inspector_font)
        window.views.set_text_size(_within(chosen.text_size))

    def set_text_size(self, points: float) -> None:
        """Set the left article in another size; the others follow at their distance."""
        self._set_type(replace(self._window.preferences.value, text_size=points))

    def _speak_now(self) -> None:
        """Speak another language once no work is under way that would still answer in the old one."""
        if not self._speaks_later or self._window.background.jobs:
            return
        self._speaks_later = False
        window, app = self._window, QCoreApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101
        translate(app, window.preferences.value.language)
        window.setLocale(QLocale())
        from reconciler.gui.rebuilding import rebuild

        rebuild(window)
        if self._dialog is not None:
            self._dialog.setLocale(QLocale())
            self._dialog.speak_anew()
            self._find_pipelines(self._dialog)


def _within(points: float) -> float:
    return min(max(points, SMALLEST), LARGEST)


def _colours(value: Preferences) -> tuple[ThemeChoice, bool]:
    return value.theme, value.safe_colours


def _type(value: Preferences) -> tuple[object, ...]:
    fonts = (value.left_font, value.right_font, value.inspector_font)
    sizes = (value.text_size, value.right_step, value.inspector_step)
    return (*fonts, *sizes, value.line_spacing, value.measure)
