"""editions: what changed from one edition of a series to the next; the tables of a run in, tables out.

It stands above one document: it reads finished runs, and imports no stage.
"""

import sys
from os import PathLike
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from hakusho.editions.work import NoShelf, Options, tables_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Options", "editions", "identities_at"]


def editions(
    run: "str | Path | PathLike[str]",
    *,
    series: str = "",
    identities: str | Path | None = None,
    merge_successions: bool = False,
) -> "dict[str, pd.DataFrame]":
    """Return what changed from edition to edition in a finished run, as data frames by the table's name.

    `run` is the folder of a run whose documents.csv names `series` and `edition`; `series` asks for one of several.
    `identities` is a TSV file with the columns name and same_as: organisations that are one. `merge_successions` counts
    a body together with the one that it became. The tables are those of `hakusho editions`: section_alignment,
    paragraph_alignment, series_mentions, series_changes, series_terms, successions, merges, definition_changes. Offsets
    are code points of the run's texts; the columns have types as those of a `Run`, and empty cells are missing values.

    Raises OutputError where the folder holds no finished run, UsageError where it names no series or has one edition
    only, InputError for a faulty `identities`.

    >>> from tempfile import TemporaryDirectory
    >>> import hakusho
    >>> with TemporaryDirectory() as folder, TemporaryDirectory() as out:
    ...     for year in (2012, 2013):
    ...         text = f"第1節 国際協力\\n総務省は、{year}年に米国と協議した。\\n"
    ...         _ = (Path(folder) / f"ict_{year}.txt").write_text(text, encoding="utf-8")
    ...     told = "doc_id,series,edition\\nict_2012,情報通信白書,2012\\nict_2013,情報通信白書,2013\\n"
    ...     _ = (Path(folder) / "documents.csv").write_text(told, encoding="utf-8")
    ...     tables = editions(hakusho.run(folder, out, jobs=1))
    >>> list(tables["section_alignment"]["relation"])
    ['same']
    """
    from hakusho.editions.frames import frames

    options = Options(series, identities_at(identities), merge_successions)
    return frames(tables_of(Path(run), options, NoShelf(), lambda done, total: None).rows)


def identities_at(path: str | Path | None) -> tuple[str, bytes] | None:
    """Return a user's list of merges, its path and content. Raises InputError where it cannot be read."""
    from hakusho.files.user_files import user_bytes

    return (str(path), user_bytes(Path(path))) if path else None


class _Verb(ModuleType):
    """`hakusho.editions` names this package and its one verb: once the package is loaded, it answers a call itself."""

    def __call__(self, run: "str | Path | PathLike[str]", **options: Any) -> "dict[str, pd.DataFrame]":
        return editions(run, **options)


sys.modules[__name__].__class__ = _Verb
