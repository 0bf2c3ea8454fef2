"""The report of the open case as it would be exported, shown in the window."""
