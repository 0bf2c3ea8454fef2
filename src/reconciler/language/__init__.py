"""A text's language, its statements with exact spans, and the words of a statement.

Importing this is quick: what is slow (spaCy, the dictionaries) is imported by `Languages.load`.
"""

from reconciler.language.languages import Languages

__all__ = ["Languages"]
