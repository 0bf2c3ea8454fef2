"""The middle of the window: articles side by side, with what links them."""
