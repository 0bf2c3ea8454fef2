"""Preferences as a typed value, and the folders the program keeps its files in."""

import getpass
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Self

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


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the analyst set, or last used.

    `recent` holds paths of case files, the latest first; `pipelines` names the trained spaCy pipelines
    to use, each behind its language by ISO 639-1.
    """

    analyst: str = ""
    recent: tuple[str, ...] = ()
    text_size: float = 11.0
    linked_scrolling: bool = True
    overview: bool = True
    language: str = ""
    folder: str = ""
    pipelines: tuple[tuple[str, str], ...] = ()

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
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(asdict(value), ensure_ascii=False, indent=1), encoding="utf-8")
            draft.replace(self.path)
        except OSError:
            return


def _preferences(raw: Mapping[str, object]) -> Preferences:
    kept: dict[str, object] = {}
    for one in fields(Preferences):
        found = raw.get(one.name)
        if one.name == "recent":
            kept["recent"] = (
                tuple(path for path in found if isinstance(path, str)) if isinstance(found, list) else ()
            )
        elif one.name == "pipelines":
            kept["pipelines"] = _pairs(found)
        elif one.type is float and isinstance(found, int | float) and not isinstance(found, bool):
            kept[one.name] = min(max(float(found), 6.0), 48.0)
        elif isinstance(found, one.type if isinstance(one.type, type) else object):
            kept[one.name] = found
    return Preferences(**kept)  # type: ignore[arg-type]  # each was checked against its field above


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
