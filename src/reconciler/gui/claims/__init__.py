"""Who says what: the table of claims against sources, and what the analyst makes of each claim."""

from reconciler.gui.claims.claims_view import ClaimsView

__all__ = ["ClaimsView"]
