"""How far a reader is, told to whoever runs it; a reader that says nothing is done all at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_listener: ContextVar[Callable[[float], None] | None] = ContextVar("listener", default=None)


def tell_progress(share: float) -> None:
    """Say how much of a file is read, from 0 to 1."""
    if (listener := _listener.get()) is not None:
        listener(share)


@contextmanager
def heard_by(listener: Callable[[float], None]) -> Iterator[None]:
    """Have `listener` called with what readers say while the block runs."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
