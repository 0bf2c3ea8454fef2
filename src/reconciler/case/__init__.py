"""One open case: its file, its journal, and the acts of the analyst."""
