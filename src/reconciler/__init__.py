"""Reconciler: compare several articles on one event, statement by statement."""

from importlib.metadata import version

__version__ = version("reconciler")
