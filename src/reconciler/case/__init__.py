"""One open case: the only door to change.

Importing this package is light: each name brings its module along when it is first used, so that the
window, which knows some values of a case, paints before the file and the languages are loaded.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconciler.case.case import Case
    from reconciler.case.checking import Finding, FindingKind, check
    from reconciler.case.files import conflict_copies, conflict_copy_of, find_case, new_case_path
    from reconciler.case.recovery import Recovered, recover
    from reconciler.case.store_file import preload
    from reconciler.case.store_lock import RENEWED_AFTER, Holder, holder_of, is_held
    from reconciler.case.store_schema import SUFFIX

__all__ = [
    "RENEWED_AFTER",
    "SUFFIX",
    "Case",
    "Finding",
    "FindingKind",
    "Holder",
    "Recovered",
    "check",
    "conflict_copies",
    "conflict_copy_of",
    "find_case",
    "holder_of",
    "is_held",
    "new_case_path",
    "preload",
    "recover",
]

_MODULES = MappingProxyType(
    {
        "RENEWED_AFTER": "store_lock",
        "SUFFIX": "store_schema",
        "Case": "case",
        "Finding": "checking",
        "FindingKind": "checking",
        "Holder": "store_lock",
        "Recovered": "recovery",
        "check": "checking",
        "conflict_copies": "files",
        "conflict_copy_of": "files",
        "find_case": "files",
        "holder_of": "store_lock",
        "is_held": "store_lock",
        "new_case_path": "files",
        "preload": "store_file",
        "recover": "recovery",
    }
)


def __getattr__(name: str) -> object:
    """Return what the package offers under `name`; see PEP 562."""
    if name not in _MODULES:
        raise AttributeError(name)
    value: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value
