"""The review queue: which matches are shown, in which order, and the list that shows them."""

from reconciler.gui.review.queue_panel import QueuePanel

__all__ = ["QueuePanel"]
