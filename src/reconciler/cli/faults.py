"""Failures on their way to the terminal: several faults of the input at once, and faults of ours."""

import tempfile
import traceback
from collections.abc import Sequence

from reconciler import __version__
from reconciler.errors import ReconcilerError, UserError
from reconciler.export.plain import one_line


class InputFaults(ReconcilerError):
    """Every file of a call that can't be used, so that all of them can be mended at once."""

    def __init__(self, errors: Sequence[UserError]) -> None:
        super().__init__("; ".join(str(error) for error in errors))
        self.errors = tuple(errors)


def report_fault(error: Exception) -> str:
    """Keep the details of a fault of ours in a file, and return the line that says where.

    The file holds the program's version and its own lines of code, nothing of the articles beyond
    what the error's message quotes.
    """
    told = one_line(f"{type(error).__name__}: {error}")[:200]
    details = f"Reconciler {__version__}\n\n{''.join(traceback.format_exception(error))}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="reconciler-fault-", suffix=".txt", encoding="utf-8", errors="replace", delete=False
        ) as file:
            file.write(details)
    except OSError:
        return f"reconciler: a fault of the program, not of your input ({told}); please report it."
    return (
        f"reconciler: a fault of the program, not of your input ({told}); please report it with {file.name}"
    )
