"""Actions, menus and the tool bar, made from the action table."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from reconciler.gui.actions import (
    ACTIONS,
    ActionSpec,
    Menu,
    SubMenu,
    label,
    menu_label,
    short_label,
    sub_menu_label,
    tip,
)
from reconciler.gui.key_button import KeyButton
from reconciler.gui.keymap import Keys, with_key
from reconciler.gui.marks import Mark
from reconciler.gui.theme import MatchState, Theme
from reconciler.gui.view_switch import ViewSwitch
from reconciler.gui.views import View

FIND_DELAY_MS = 120
ROLES = MappingProxyType(
    {
        "preferences": QAction.MenuRole.PreferencesRole,
        "about": QAction.MenuRole.AboutRole,
        "quit": QAction.MenuRole.QuitRole,
    }
)
"""What stands in the menu of the program itself on macOS."""

TOOLS: tuple[tuple[tuple[str, MatchState | Mark], ...], ...] = (
    (("add_source", Mark.ADD),),
    (("previous_match", Mark.PREVIOUS), ("next_match", Mark.NEXT)),
    (
        ("confirm", MatchState.CONFIRMED),
        ("reject", MatchState.REJECTED),
        ("unsure", MatchState.UNSURE),
        ("link", Mark.HAND),
    ),
    (("undo", Mark.UNDO), ("redo", Mark.REDO)),
)
# Whose names the tool bar leaves out where it is narrow, step by step.
NAMES_LEFT_OUT: tuple[frozenset[str], ...] = (
    frozenset(),
    frozenset({"undo", "redo", "add_source"}),
    frozenset({"undo", "redo", "add_source", "previous_match", "next_match", "link"}),
    frozenset(name for group in TOOLS for name, _mark in group),
)
GAP = 4
NARROW_FIELD, NARROWEST_FIELD = 120, 72
# The search field at its narrowest, what it found, the gaps between groups, the margins.
FIXED_WIDTH = 120 + 80 + 3 * (10 + GAP) + 36
MATCH_MENU = (
    ("confirm", "reject", "unsure"),
    ("relate_agrees", "relate_differs", "relate_contradicts"),
    ("take_up", "clear", "note", "pin"),
    ("retarget", "split_group"),
    ("reject_rest", "confirm_up_to_here"),
    ("copy_match",),
)
CLAIM_MENU = (
    ("claim_show",),
    ("claim_corroborated", "claim_disputed", "claim_single_source", "claim_unclear"),
    ("claim_label", "claim_wording", "claim_note"),
    ("silence",),
)
PANE_MENU = ("pane_more", "pane_fewer")
VERSION_MENU = ("version_changes", "update_source")
STATEMENT_MENU = (("link", "silence"), ("copy_statement", "copy_match"), ("source_properties",))


def make_actions(window: QMainWindow, slot: Callable[[str], Callable[[], None]]) -> dict[str, QAction]:
    """Make a QAction of every row of the table, with its keys live in the whole window."""
    made: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(label(spec), window)
        action.setObjectName(spec.id)
        action.setIconText(short_label(spec))
        action.setCheckable(spec.checkable)
        action.setStatusTip(tip(spec))
        action.setMenuRole(ROLES.get(spec.id, QAction.MenuRole.NoRole))
        action.triggered.connect(slot(spec.slot))
        window.addAction(action)
        made[spec.id] = action
    return made


def set_keys(actions: Mapping[str, QAction], keys: Keys) -> None:
    """Give the actions their keys; menus, tips and buttons show them."""
    for action in actions.values():
        action.setShortcuts([])
    for spec in ACTIONS:
        action = actions[spec.id]
        action.setShortcuts([QKeySequence(key) for key in keys[spec.id]])
        action.setToolTip(tool_tip(spec, action))


def tool_tip(spec: ActionSpec, action: QAction) -> str:
    """Return what an action does, with the key that it has."""
    return with_key(tip(spec), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))


def fill_menu_bar(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[Menu, QMenu]:
    """Fill the menu bar in the order of the table."""
    menus = {menu: window.menuBar().addMenu(menu_label(menu)) for menu in Menu}
    within: dict[SubMenu, QMenu] = {}
    for spec in ACTIONS:
        menu = menus[spec.menu]
        if spec.within is not None:
            if spec.within not in within:
                within[spec.within] = menu.addMenu(sub_menu_label(spec.within))
                within[spec.within].setObjectName(f"{spec.within}_menu")
            menu = within[spec.within]
        if spec.opens_group:
            menu.addSeparator()
        menu.addAction(actions[spec.id])
    return menus


def context_menu(
    window: QWidget,
    actions: Mapping[str, QAction],
    groups: Sequence[Sequence[str]],
    at: QPoint,
    fill: Callable[[QMenu], None] | None = None,
) -> QMenu:
    """Show the actions of some groups at a place on the screen; `fill` adds what stands in no table."""
    menu = QMenu(window)
    for number, group in enumerate(groups):
        if number:
            menu.addSeparator()
        for name in group:
            menu.addAction(actions[name])
    if fill is not None:
        fill(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
    return menu


def key_rows(actions: Mapping[str, QAction]) -> tuple[tuple[str, str, str], ...]:
    """Return what the key sheet shows: menu, action and keys of all actions that have one."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(
        (
            menu_label(spec.menu).replace("&", ""),
            label(spec).replace("&", "").rstrip("…"),
            "  ".join(key.toString(native) for key in actions[spec.id].shortcuts()),
        )
        for spec in ACTIONS
        if actions[spec.id].shortcuts()
    )


class FindField(QLineEdit):
    """Looks for words while they are typed; Enter goes on, Down into what was found, Escape leaves."""

    searched = Signal(str)
    stepped = Signal(int)
    entered = Signal()
    went_down = Signal()
    left = Signal()
    lost_keys = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_field")
        self.setClearButtonEnabled(True)
        self.setAccessibleName(self.tr("Find in all sources"))
        self.setPlaceholderText(self.tr("Find in all sources"))
        self._delay = QTimer(self, interval=FIND_DELAY_MS, singleShot=True)
        self._delay.timeout.connect(self.search_now)
        self.textChanged.connect(lambda _text: self._delay.start())

    def search_now(self) -> None:
        """Look for what is typed without waiting for more."""
        self._delay.stop()
        self.searched.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Shift+Enter go from hit to hit, Escape clears and leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._delay.isActive():
                self.search_now()
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.search_now()
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.search_now()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that something is going to be looked for."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.lost_keys.emit()


class ToolBar(QToolBar):
    """The tool bar: what is used all the time, with its keys, and the search field."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setWindowTitle(self.tr("Tool bar"))
        self._buttons: list[KeyButton] = []
        self.switch = ViewSwitch([actions[f"view_{view}"] for view in View], theme)
        self.addWidget(self.switch)
        for group in TOOLS:
            self.addSeparator()
            for name, mark in group:
                button = KeyButton(actions[name], mark, theme, primary=name == "confirm")
                self._buttons.append(button)
                self.addWidget(button)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.hits = QLabel()
        self.hits.setProperty("role", "quiet")
        self.hits.setMinimumWidth(24)
        self.addWidget(self.hits)
        self.find_field = FindField()
        self.find_field.setMinimumWidth(NARROW_FIELD)
        self.find_field.setMaximumWidth(240)
        self.find_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addWidget(self.find_field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave names out, the least needed first, rather than hide a button or the search field."""
        self.fit(event.size().width())
        super().resizeEvent(event)

    def fit(self, width: int) -> None:
        """Write on the buttons what there is room for in so many pixels: names and keys, keys, or nothing."""
        self._fit_ends(narrow=False)
        room = width - FIXED_WIDTH - self.switch.sizeHint().width() - 10 - 2 * GAP
        for names_left_out in NAMES_LEFT_OUT:
            compact = [button.defaultAction().objectName() in names_left_out for button in self._buttons]
            widths = (
                button.natural_width(compact=small) + GAP
                for button, small in zip(self._buttons, compact, strict=True)
            )
            if sum(widths) <= room:
                break
        else:
            before = self.switch.sizeHint().width()
            self._fit_ends(narrow=True)
            room += before - self.switch.sizeHint().width() + NARROW_FIELD - NARROWEST_FIELD
        bare = all(compact) and sum(each.natural_width(compact=True) + GAP for each in self._buttons) > room
        for button, small in zip(self._buttons, compact, strict=True):
            button.set_compact(small, bare=bare)

    def _fit_ends(self, *, narrow: bool) -> None:
        """Where even without names there is no room, let the views and the search field take less."""
        self.switch.set_narrow(narrow)
        self.find_field.setMinimumWidth(NARROWEST_FIELD if narrow else NARROW_FIELD)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for button in self._buttons:
            button.set_theme(theme)
        self.switch.set_theme(theme)

    def show_hit(self, number: int, total: int) -> None:
        """Say which hit of how many is shown; 0 while none is."""
        if number and total:
            self._say_hits(self.tr("{number} of {total}").format(number=number, total=total))

    def show_hits(self, count: int | None) -> None:
        """Say how many hits there are; None for no search."""
        self._say_hits("" if count is None else self.tr("%n found", None, count))

    def _say_hits(self, text: str) -> None:
        self.hits.setText(text)
        self.hits.setMinimumWidth(max(24, self.hits.sizeHint().width()))
