"""Preferences as a typed value."""
