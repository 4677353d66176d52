"""Read the lexicons of the package: tab-separated tables with a header."""

import csv
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from hakusho.errors import InputError

_FOLDER = "lexicons"


def _lexicon(name: str) -> Traversable:
    return resources.files("hakusho").joinpath(_FOLDER, name)


@lru_cache(maxsize=64)
def read_lexicon(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `lexicons/<name>.tsv` in their order, each a dict of its columns.

    Raises InputError where a row has more or fewer columns than the header.

    >>> read_lexicon("eras")[0]["name"]
    '大化'
    """
    text = _lexicon(f"{name}.tsv").read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(reader)
    rows = []
    for number, row in enumerate(reader, 2):
        if len(row) != len(header):
            raise InputError(
                f"{_FOLDER}/{name}.tsv",
                f"{len(row)} columns where the header has {len(header)}",
                "Give every row one value a column, empty ones too.",
                place=f"line {number}",
            )
        rows.append(dict(zip(header, row, strict=True)))
    return tuple(rows)


def lexicon_names() -> tuple[str, ...]:
    """Return the names of the lexicons of the package, sorted.

    >>> "eras" in lexicon_names()
    True
    """
    files = (entry.name for entry in resources.files("hakusho").joinpath(_FOLDER).iterdir())
    return tuple(sorted(name.removesuffix(".tsv") for name in files if name.endswith(".tsv")))
