"""language: the only package that imports spaCy, GiNZA and SudachiPy; each is loaded when first used."""
