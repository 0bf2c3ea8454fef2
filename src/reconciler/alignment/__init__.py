"""Statements of two sources become matches with a confidence and reasons."""
