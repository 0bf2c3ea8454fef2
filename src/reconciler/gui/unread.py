"""The source text of what is imported stays unread, as it does without Qt."""

import linecache
import sys

import PySide6.QtCore  # noqa: F401  # brings what reads with it

_HOOK, _ASKS = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Keep PySide from reading the source of each module that is imported, and let go of what it read.

    It looks in each for its own name, to know where names may be written in snake case, which is nowhere
    here. Python keeps what was read, for tracebacks: 40 MB, and a sixth of the time that the imports take.
    A traceback reads the few files that it needs. Where PySide does without, nothing is to be done.
    """
    hook = sys.modules.get(_HOOK)
    if hasattr(hook, _ASKS):
        setattr(hook, _ASKS, _uses_no_features)
    linecache.clearcache()


def _uses_no_features(_module: object) -> bool:
    return False
