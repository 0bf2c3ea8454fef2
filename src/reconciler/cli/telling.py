"""How far long work of a command is: told on a terminal, and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[str, float], None]
"""Takes what is being done, and how much of it is done, from 0 to 1."""


@contextmanager
def progress_told() -> Iterator[Tell]:
    """Give what tells of progress: one line of the terminal on stderr, gone when the work has ended.

    What is written to a file or a pipe stays as it is: nothing is told there.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as shown:
        line = shown.add_task("", total=1.0)
        yield lambda what, share: shown.update(line, description=what, completed=share)
