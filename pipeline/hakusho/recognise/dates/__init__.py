"""dates: every date of a text, found by an ordered grammar over the folded view."""
