"""countries: every country of a text, by name and contracted to a character."""
