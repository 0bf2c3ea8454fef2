"""The case as a report and as tables (to come)."""
