"""The keys, to be changed: presets, all actions by menu, and a word where a key is taken already."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from reconciler.gui.actions import ACTIONS, Menu, label, menu_label
from reconciler.gui.dialogs.choices import ChoiceBox
from reconciler.gui.dialogs.parts import text_label
from reconciler.gui.dialogs.preference_pages import Page
from reconciler.gui.keymap import Preset, holder, is_fixed, keys_of, native, preset_keys, with_keys
from reconciler.settings import Preferences

ID = Qt.ItemDataRole.UserRole
ROWS = 9


def _name(action: str) -> str:
    return next(label(spec) for spec in ACTIONS if spec.id == action).replace("&", "").rstrip("…")


class KeysPage(Page):
    """A key that another action has is not applied until that is settled."""

    fills = True

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Keys")

    def show_value(self, value: Preferences) -> None:
        """Show these preferences."""
        self._preset.show_choice(value.key_preset)
        keys, usual = keys_of(value), preset_keys(Preset(str(self._preset.currentData())))
        for item in self._items.values():
            action = str(item.data(0, ID))
            named = "  ".join(map(native, keys[action]))
            differs = keys[action] != usual[action]
            item.setText(1, self.tr("{keys} (changed)").format(keys=named or "–") if differs else named)
            font = item.font(1)
            font.setBold(differs)
            item.setFont(1, font)
        self._all.setEnabled(bool(value.keys))
        self._choose_action()

    # Choosing ---------------------------------------------------------------------------------

    def action(self) -> str | None:
        """Return the action that is chosen."""
        item = self._list.currentItem()
        return str(item.data(0, ID)) if item is not None and item.data(0, ID) else None

    def choose(self, action: str) -> None:
        """Choose an action by its id."""
        self._list.setCurrentItem(self._items[action])

    def told(self) -> str:
        """Return what is said of the key that was tried last."""
        return self._told.text()

    def _choose_action(self) -> None:
        action = self.action()
        for part in (self._edit, self._none, self._one):
            part.setEnabled(action is not None)
        self._wanted = ""
        self._tell("")
        self._edit.blockSignals(True)
        self._edit.clear()
        if action is not None:
            value = self.current()
            keys = keys_of(value)[action]
            if keys:
                self._edit.setKeySequence(QKeySequence(keys[0]))
            self._none.setEnabled(bool(keys))
            self._one.setEnabled(action in dict(value.keys))
            self._edit.setAccessibleName(self.tr("New key for {action}").format(action=_name(action)))
        self._edit.blockSignals(False)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for group in self._groups:
            shown = 0
            for item in filter(None, map(group.child, range(group.childCount()))):
                said = f"{item.text(0)} {item.text(1)} {group.text(0)}".casefold()
                item.setHidden(not all(word in said for word in words))
                shown += not item.isHidden()
            group.setHidden(not shown)

    # Changing ---------------------------------------------------------------------------------

    def _try(self, typed: QKeySequence) -> None:
        """Take a key, unless it is needed elsewhere or another action has it."""
        action, key = self.action(), typed.toString(QKeySequence.SequenceFormat.PortableText)
        if action is None or not key:
            return
        keys = keys_of(self.current())
        other = holder(keys, key, action)
        self._wanted = ""
        if key in keys[action][:1]:
            self._tell("")
        elif is_fixed(key):
            self._tell(
                self.tr("{key} is needed to move, choose or copy: choose another key.").format(
                    key=native(key)
                )
            )
        elif other is not None:
            self._wanted = key
            told = self.tr("{key} is the key of “{action}”: nothing was changed.")
            self._tell(told.format(key=native(key), action=_name(other)))
        else:
            self._apply(action, (key,))

    def _take_over(self) -> None:
        """Take the key that was tried from the action that has it."""
        action, key, value = self.action(), self._wanted, self.current()
        other = holder(keys_of(value), key, action or "")
        if action is None or other is None:
            return
        left = tuple(one for one in keys_of(value)[other] if one != key)
        value = replace(value, keys=with_keys(value, other, left))
        self._keep(replace(value, keys=with_keys(value, action, (key,))))
        if not left:
            self._tell(self.tr("“{action}” has no key now.").format(action=_name(other)))

    def _apply(self, action: str, keys: tuple[str, ...]) -> None:
        value = self.current()
        self._keep(replace(value, keys=with_keys(value, action, keys)))

    def _take_off(self) -> None:
        action = self.action()
        if action is not None:
            self._apply(action, ())

    def _reset_one(self) -> None:
        """Give an action its usual key back, unless another has it by now."""
        action, value = self.action(), self.current()
        if action is None:
            return
        usual = preset_keys(Preset(str(self._preset.currentData())))[action]
        keys = keys_of(value)
        for key in usual:
            other = holder(keys, key, action)
            if other is not None:
                self._wanted = key
                told = self.tr("{key} is the key of “{action}”: nothing was changed.")
                self._tell(told.format(key=native(key), action=_name(other)))
                return
        self._apply(action, usual)

    def _reset_all(self) -> None:
        self._keep(replace(self.current(), keys=()))

    def _set_preset(self, preset: object) -> None:
        self._keep(replace(self.current(), key_preset=str(preset), keys=()))

    def _keep(self, value: Preferences) -> None:
        self._take(value)
        self.show_value(value)

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._over.setVisible(bool(self._wanted))

    # Building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("keys")
        self._wanted = ""
        self._preset = ChoiceBox(
            (
                (Preset.STANDARD.value, self.tr("Standard")),
                (Preset.LEFT_HAND.value, self.tr("Left hand: the right one keeps the mouse")),
                (Preset.FUNCTION.value, self.tr("Function keys: no single letter decides")),
            ),
            self,
        )
        self._preset.chosen.connect(self._set_preset)
        self._row("key_preset", self.tr("&Set of keys"), self._preset)
        find = QLineEdit(self)
        find.setObjectName("key_filter")
        find.setPlaceholderText(self.tr("Filter by action or key"))
        find.setAccessibleName(find.placeholderText())
        find.setClearButtonEnabled(True)
        find.textChanged.connect(self._filter)
        self._all = self._button("key_reset_all", self.tr("All usual &keys"), self._reset_all)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(find, 1)
        top.addWidget(self._all)
        self._layout.addLayout(top)
        self._layout.addWidget(self._make_list(), 1)
        self._layout.addLayout(self._make_editor())
        self._told = text_label("", self, role="alarm")
        self._told.setObjectName("key_told")
        self._over = self._button("key_take_over", self.tr("Take it from there"), self._take_over)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._over)
        self._layout.addLayout(foot)

    def _make_list(self) -> QTreeWidget:
        self._list = QTreeWidget(self)
        self._list.setObjectName("key_list")
        self._list.setAccessibleName(self.tr("Actions and their keys"))
        self._list.setColumnCount(2)
        self._list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self._list.setIndentation(12)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setItemsExpandable(False)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setStretchLastSection(False)
        self._list.setMinimumHeight((self._list.fontMetrics().height() + 8) * ROWS)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups = []
        for menu in Menu:
            group = QTreeWidgetItem(self._list, [menu_label(menu).replace("&", "")])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            self._groups.append(group)
            for spec in (each for each in ACTIONS if each.menu is menu):
                item = QTreeWidgetItem(group, [_name(spec.id), ""])
                item.setData(0, ID, spec.id)
                self._items[spec.id] = item
        self._list.expandAll()
        self._list.currentItemChanged.connect(lambda _now, _was: self._choose_action())
        return self._list

    def _make_editor(self) -> QHBoxLayout:
        self._edit = QKeySequenceEdit(self)
        self._edit.setObjectName("key_edit")
        self._edit.setMaximumSequenceLength(1)
        self._edit.keySequenceChanged.connect(self._try)
        self._none = self._button("key_none", self.tr("&No key"), self._take_off)
        self._one = self._button("key_reset", self.tr("&Usual key"), self._reset_one)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("New key"), self), 0)
        row.addWidget(self._edit, 1)
        for button in (self._none, self._one):
            row.addWidget(button)
        return row

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on: act())
        return button
