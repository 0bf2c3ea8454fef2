"""The review queue: which matches are shown, in which order, and the list that shows them."""
