"""The window: a thin Qt layer over the case."""
