"""language: the only room that imports spaCy, GiNZA and SudachiPy; each is loaded when first used."""
