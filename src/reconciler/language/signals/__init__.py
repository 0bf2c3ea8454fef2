"""What a statement carries that is compared across a match: a module for each kind.

A module of a kind has one entry, ``find(statement: StatementView) -> tuple[Signal, ...]``, a pure
function; `components` puts each into our spaCy pipelines. `Languages.signals` is the way in.
"""
