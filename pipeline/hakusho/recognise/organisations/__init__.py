"""organisations: every body of a text, by lexicon, grammar, evidence, definition and reference back."""
