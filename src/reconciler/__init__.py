"""Reconciler: compare several articles on one event, statement by statement."""

__version__ = "0.1.0"
