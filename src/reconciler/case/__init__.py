"""One open case: the only door to change."""

from reconciler.case.case import Case
from reconciler.case.check import Finding, FindingKind, check
from reconciler.case.files import find_case, new_case_path
from reconciler.case.recovery import Recovered, recover
from reconciler.case.store_file import preload
from reconciler.case.store_schema import SUFFIX

__all__ = [
    "SUFFIX",
    "Case",
    "Finding",
    "FindingKind",
    "Recovered",
    "check",
    "find_case",
    "new_case_path",
    "preload",
    "recover",
]
