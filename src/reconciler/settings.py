"""Preferences as a typed value, and the folders the program keeps its files in."""

import getpass
import json
import os
from collections.abc import Mapping
from dataclasses import Field, asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from platformdirs import PlatformDirs

RECENT_CASES = 12


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are kept: `cases` the user's case files, `config` the preferences."""

    cases: Path
    config: Path

    @classmethod
    def of_user(cls) -> Self:
        """Return the folders of whoever runs the program, after the habits of the system.

        ``RECONCILER_HOME`` puts all of it under one folder, for a trial or a portable install.
        """
        home = os.environ.get("RECONCILER_HOME")
        if home:
            return cls(cases=Path(home) / "cases", config=Path(home) / "config")
        dirs = PlatformDirs("Reconciler", appauthor=False, roaming=False)
        return cls(cases=dirs.user_data_path / "cases", config=dirs.user_config_path)

    @property
    def preferences(self) -> Path:
        """The file of the preferences."""
        return self.config / "preferences.json"


class ThemeChoice(StrEnum):
    """Which colours the window takes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Motion(StrEnum):
    """Whether anything in the window moves by itself."""

    SYSTEM = "system"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the analyst set, or last used.

    `language` is that of the interface by ISO 639-1, empty for the system's. `recent` holds paths of case
    files, the latest first; `pipelines` names the trained spaCy pipelines to use, each behind its language
    by ISO 639-1. `text_size` is that of the left article in points; `right_step` and `inspector_step` are
    added to it. A font is `serif`, `sans`, `system` or the name of a family. `line_spacing` is a multiple
    of the type's size, `measure` the longest line in ems, 0 for as long as the pane is wide. `safe_colours`
    are told apart by colour-blind readers. `keys` holds the actions whose keys differ from those of
    `key_preset`. `analyst` is empty while the login name is used, `blind` hides confidence and reasons.
    """

    analyst: str = ""
    blind: bool = False
    recent: tuple[str, ...] = ()
    text_size: float = 11.0
    linked_scrolling: bool = True
    overview: bool = True
    language: str = ""
    folder: str = ""
    pipelines: tuple[tuple[str, str], ...] = ()
    theme: ThemeChoice = ThemeChoice.SYSTEM
    safe_colours: bool = True
    motion: Motion = Motion.SYSTEM
    left_font: str = "serif"
    right_font: str = "serif"
    inspector_font: str = "serif"
    right_step: float = 0.0
    inspector_step: float = 0.0
    line_spacing: float = 1.38
    measure: int = 40
    key_preset: str = "standard"
    keys: tuple[tuple[str, str], ...] = ()
    ribbons: bool = True
    signals: bool = False

    @property
    def right_size(self) -> float:
        """The size of the right article's type in points."""
        return self.text_size + self.right_step

    @property
    def inspector_size(self) -> float:
        """The size of the inspector's type in points."""
        return self.text_size + self.inspector_step

    def with_left_size(self, points: float) -> Self:
        """Return preferences in which the left article alone is set in another size."""
        moved = self.text_size - points
        return replace(
            self,
            text_size=points,
            right_step=self.right_step + moved,
            inspector_step=self.inspector_step + moved,
        )

    def restored(self) -> Self:
        """Return the defaults; who the analyst is and what was used of late is no setting and stays."""
        return type(self)(analyst=self.analyst, blind=self.blind, recent=self.recent, folder=self.folder)

    def with_recent(self, path: Path) -> Self:
        """Return preferences in which `path` is the latest case."""
        rest = tuple(other for other in self.recent if other != str(path))
        return replace(self, recent=(str(path), *rest)[:RECENT_CASES])

    def without_recent(self, path: Path) -> Self:
        """Return preferences that don't name `path` among the recent cases."""
        return replace(self, recent=tuple(other for other in self.recent if other != str(path)))

    def with_folder(self, folder: Path) -> Self:
        """Return preferences in which the next choice of files begins in `folder`."""
        return replace(self, folder=str(folder))

    def with_pipelines(self, pipelines: tuple[tuple[str, str], ...]) -> Self:
        """Return preferences by which these trained pipelines are used."""
        return replace(self, pipelines=pipelines)

    def with_view(self, text_size: float, *, linked_scrolling: bool, overview: bool) -> Self:
        """Return preferences with the view as it was last used."""
        return replace(self, text_size=text_size, linked_scrolling=linked_scrolling, overview=overview)


@dataclass(slots=True)
class PreferencesFile:
    """The preferences on disk. A file that can't be read counts as none; saving never raises."""

    path: Path
    value: Preferences = field(default_factory=Preferences)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the preferences; what is missing, unknown or of a wrong type takes its default."""
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raw = None
        return cls(path, _preferences(raw) if isinstance(raw, dict) else Preferences())

    def update(self, value: Preferences) -> None:
        """Keep `value`, here and on disk if the disk takes it."""
        if value == self.value:
            return
        self.value = value
        draft = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(0o700, parents=True, exist_ok=True)
            draft.unlink(missing_ok=True)
            draft.touch(0o600)  # names of cases stand in it
            draft.write_text(json.dumps(asdict(value), ensure_ascii=False, indent=1), encoding="utf-8")
            draft.replace(self.path)
        except OSError:
            return


_RANGES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "text_size": (6.0, 48.0),
        "right_step": (-24.0, 24.0),
        "inspector_step": (-24.0, 24.0),
        "line_spacing": (1.0, 2.5),
        "measure": (0, 200),
    }
)
"""What a number may be: the file may have been written by hand."""


def _preferences(raw: Mapping[str, object]) -> Preferences:
    kept = {one.name: _kept(one, raw[one.name]) for one in fields(Preferences) if one.name in raw}
    return Preferences(**kept)  # type: ignore[arg-type]  # each has the type of its default


def _kept(one: "Field[Any]", found: object) -> object:
    """Return a value of the file, or the field's default where it is none for it."""
    default: object = one.default
    if one.name == "recent":
        return tuple(path for path in found if isinstance(path, str)) if isinstance(found, list) else ()
    if isinstance(default, tuple):
        return _pairs(found)
    if isinstance(default, StrEnum):
        return next((each for each in type(default) if each == found), default)
    if isinstance(default, bool | str):
        return found if isinstance(found, type(default)) else default
    if isinstance(found, int | float) and not isinstance(found, bool):
        low, high = _RANGES[one.name]
        within = min(max(found, low), high)
        return int(within) if isinstance(default, int) else float(within)
    return default


def _pairs(found: object) -> tuple[tuple[str, str], ...]:
    """Return the pairs of texts among what a file holds, one for each first text."""
    pairs = [each for each in found if isinstance(each, list)] if isinstance(found, list) else []
    return tuple({str(each[0]): str(each[1]) for each in pairs if len(each) == 2}.items())


def login_name() -> str:
    """Return the name the analyst is logged in by, or an empty one where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
