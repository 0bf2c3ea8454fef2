"""Which keys the actions have: those of a preset, but for what the analyst changed.

Keys are portable key sequences; of several the first is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reconciler.gui.actions import ACTIONS, label
from reconciler.settings import Preferences

Keys = Mapping[str, tuple[str, ...]]
SEPARATOR = "; "


class Preset(StrEnum):
    """Sets of keys to begin from."""

    STANDARD = "standard"
    LEFT_HAND = "left"
    FUNCTION = "function"


_PRESETS: Mapping[Preset, Keys] = MappingProxyType(
    {
        Preset.STANDARD: {},
        # Letters that lie under the left hand on QWERTY and AZERTY keyboards alike, or nearly.
        Preset.LEFT_HAND: {
            "next_match": ("D", "Alt+Down"),
            "previous_match": ("E", "Alt+Up"),
            "confirm": ("F",),
            "reject": ("R",),
            "unsure": ("V",),
            "clear": ("C", "Backspace"),
            "note": ("W",),
            "link": ("Q",),
            "merge_statements": ("A",),
            "pin": ("Z",),
            "silence": ("4", "'"),
        },
        # No single letter or digit decides: nothing happens by a key that was meant for a text field.
        Preset.FUNCTION: {
            "confirm": ("F2",),
            "reject": ("F3",),
            "unsure": ("F4",),
            "relate_agrees": ("Shift+F2",),
            "relate_differs": ("Shift+F3",),
            "relate_contradicts": ("Shift+F4",),
            "clear": ("Ctrl+Backspace",),
            "take_up": ("Ctrl+T",),
            "link": ("Ctrl+L",),
        },
    }
)
_OTHERWISE = ("Shift", "Ctrl", "Ctrl+Shift")
"""What is added to a key that a preset takes from an action, until one is free."""
_FIXED = (
    "Tab", "Shift+Tab", "Esc", "Return", "Enter", "Up", "Down", "Left", "Right", "Home", "End",
    "PgUp", "PgDown", "Shift+Up", "Shift+Down", "Ctrl+C", "Ctrl+X", "Ctrl+A",
)  # fmt: skip
"""Keys with which one moves, chooses and copies everywhere."""


def keys_of(preferences: Preferences) -> dict[str, tuple[str, ...]]:
    """Return the keys of all actions; none stands twice, whatever the preferences hold."""
    keys = preset_keys(_preset(preferences.key_preset))
    changed = {
        action: tuple(filter(None, (_portable(one) for one in text.split(SEPARATOR.strip()))))
        for action, text in preferences.keys
        if action in keys
    }
    return _without_doubles(keys, changed)


def preset_keys(preset: Preset) -> dict[str, tuple[str, ...]]:
    """Return the keys of a preset; an action that lost its key to another has one like it."""
    table = {spec.id: tuple(map(_portable, (*spec.keys, *spec.alternatives))) for spec in ACTIONS}
    own = {
        action: tuple(map(_portable, keys)) for action, keys in _PRESETS[preset].items() if action in table
    }
    keys = _without_doubles(table, own)
    taken = {one for each in keys.values() for one in each}
    for action, before in table.items():
        if before and not keys[action]:
            free = next((each for each in _like(before[0]) if each not in taken), None)
            keys[action] = (free,) if free else ()
            taken.update(keys[action])
    return keys


def with_keys(preferences: Preferences, action: str, keys: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return what the preferences keep once an action has these keys: only what differs from the preset."""
    kept = dict(preferences.keys)
    kept[action] = SEPARATOR.join(keys)
    if tuple(keys) == preset_keys(_preset(preferences.key_preset)).get(action):
        del kept[action]
    return tuple(sorted(kept.items()))


def holder(keys: Keys, sequence: str, asking: str) -> str | None:
    """Return the other action that a key belongs to."""
    return next((action for action, each in keys.items() if sequence in each and action != asking), None)


def is_fixed(sequence: str) -> bool:
    """Whether a key is needed to move, choose or copy, and so can't be given to an action."""
    return sequence in map(_portable, _FIXED)


def native(sequence: str) -> str:
    """Return a key as it is called on this system and in this language."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)


def shortcuts_of(widget: QWidget, action: str) -> Sequence[QKeySequence]:
    """Return the keys of an action of the window that a widget stands in, or of the table."""
    found = None
    above: QWidget | None = widget
    while above is not None and found is None:
        found = above.window().findChild(QAction, action, Qt.FindChildOption.FindDirectChildrenOnly)
        above = above.window().parentWidget()
    if isinstance(found, QAction):
        return found.shortcuts()
    return [QKeySequence(key) for spec in ACTIONS if spec.id == action for key in spec.keys]


def key_name(widget: QWidget, action: str) -> str:
    """Return the first key of an action as it is called here; empty where it has none."""
    keys = shortcuts_of(widget, action)
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def key_or_name(widget: QWidget, action: str) -> str:
    """Return the key of an action or, where it has none, its name in quotes."""
    key = key_name(widget, action)
    if key:
        return key
    name = next(label(spec) for spec in ACTIONS if spec.id == action).replace("&", "").rstrip("…")
    return QCoreApplication.translate("keymap", "“{action}”").format(action=name)


def with_key(text: str, key: str) -> str:
    """Return a text with a key behind it, if there is one."""
    return f"{text} ({key})" if key else text


def _without_doubles(keys: Keys, changed: Keys) -> dict[str, tuple[str, ...]]:
    """Return keys with some changed; what those take is lost by the others, and the first keeps a double."""
    taken: set[str] = set()
    first: dict[str, tuple[str, ...]] = {}
    for action, each in changed.items():
        first[action] = tuple(one for one in dict.fromkeys(each) if one not in taken)
        taken.update(first[action])
    return {
        action: first.get(action, tuple(one for one in each if one not in taken))
        for action, each in keys.items()
    }


def _like(sequence: str) -> Iterable[str]:
    for added in _OTHERWISE:
        yield _portable(f"{added}+{sequence.rpartition('+')[2] or '+'}")


def _preset(name: str) -> Preset:
    return next((each for each in Preset if each == name), Preset.STANDARD)


def _portable(sequence: str) -> str:
    return QKeySequence(sequence.strip()).toString(QKeySequence.SequenceFormat.PortableText)
