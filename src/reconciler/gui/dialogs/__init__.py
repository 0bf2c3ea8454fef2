"""Dialogs, a module each. All are opened with `open()`: none runs an event loop of its own."""
