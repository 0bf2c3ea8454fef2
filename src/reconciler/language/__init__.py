"""Texts become statements and words: spaCy pipelines of our own."""
