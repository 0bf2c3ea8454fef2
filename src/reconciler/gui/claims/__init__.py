"""Who says what: the table of claims against sources, and what the analyst makes of each claim."""
