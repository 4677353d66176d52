"""Which documents make which edition of which series, as `documents.csv` says; what is odd about it, in plain lines."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hakusho.errors import UsageError
from hakusho.files.run_columns import Row, columns, rows, rows_by_document
from hakusho.text.calendar import ERAS, era_named
from hakusho.text.numerals import parse_numeral

_WESTERN = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_ERA = re.compile(rf"({'|'.join(era.name for era in ERAS)}|[MTSHR])\.?([0-9]+|[元〇一二三四五六七八九十]+)")
# Editions further apart than this have others between them.
_APART = 1


@dataclass(frozen=True, slots=True)
class EditionName:
    """One edition: its series, its name as first given, the year that it tells, and its documents in order."""

    series: str
    name: str
    year: int
    documents: tuple[str, ...]


def year_of(edition: str) -> int | None:
    """Return the year of an edition's name; None where it tells none.

    >>> year_of("2012"), year_of("平成24年版"), year_of("令和元年版 環境白書"), year_of("第3版")
    (2012, 2012, 2019, None)
    """
    text = unicodedata.normalize("NFKC", edition)
    if western := _WESTERN.search(text):
        return int(western.group())
    if (named := _ERA.search(text)) and (era := era_named(named[1])):
        return era.year_of(parse_numeral(named[2]))
    return None


def editions_of(run: Path, wanted: str = "") -> dict[str, list[EditionName]]:
    """Return the editions of every series of a run, or of the one `wanted`, in the order of their years.

    Raises UsageError, with the remedy, where the run names no series, an edition has no year, a series has but one
    edition, or the run has none of that name.
    """
    documents = list(_documents(run))
    if not any(series for _, series, _ in documents):
        raise UsageError(
            f"{run}: names no series. Give the columns series and edition in documents.csv, and run hakusho again."
        )
    found: dict[str, dict[int, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for doc_id, series, edition in documents:
        if series and wanted in ("", series):
            found[series][_year(run, doc_id, edition)].append((doc_id, edition))
    if not found:
        known = ", ".join(sorted({series for _, series, _ in documents if series}))
        raise UsageError(f"{run}: no series {wanted}. The run has: {known}.")
    editions = {series: _ordered(series, years) for series, years in sorted(found.items())}
    alone = [series for series, names in editions.items() if len(names) == 1]
    if len(alone) == len(editions):
        name = editions[alone[0]][0]
        raise UsageError(
            f"{run}: {name.series} has one edition only ({name.name}), and there is nothing to compare it with. "
            "Take another one into the run (hakusho run --add)."
        )
    return editions


def _documents(run: Path) -> Iterator[Row]:
    there = columns(run, "documents")
    if {"series", "edition"} <= there:
        yield from rows(run, "documents", ("doc_id", "series", "edition"))


def _year(run: Path, doc_id: str, edition: str) -> int:
    if not edition:
        raise UsageError(
            f"{run}: {doc_id} has a series but no edition. Give it in documents.csv, and run hakusho again."
        )
    year = year_of(edition)
    if year is None:
        raise UsageError(
            f"{run}: {doc_id} has edition {edition!r}, which tells no year. Write one in documents.csv: 2012, H24."
        )
    return year


def _ordered(series: str, years: Mapping[int, Sequence[tuple[str, str]]]) -> list[EditionName]:
    return [
        EditionName(series, sorted(members)[0][1], year, tuple(sorted(doc_id for doc_id, _ in members)))
        for year, members in sorted(years.items())
    ]


def oddities(run: Path, editions: Mapping[str, Sequence[EditionName]]) -> list[str]:
    """Return a line for each thing about the editions that a reader of the tables should know."""
    publishers: dict[str, str] = dict(rows(run, "documents", ("doc_id", "publisher")))
    sections = rows_by_document(run, "sections", ("level", "number", "title"))
    lines = []
    for series, names in editions.items():
        if len(names) == 1:
            lines.append(f"{series}: one edition only ({names[0].name}); nothing to compare.")
        lines += _gaps(names)
        lines += _other_publishers(names, publishers)
        for name in names:
            lines += _about_sections(name, sections)
    return lines


def _gaps(names: Sequence[EditionName]) -> Iterator[str]:
    for before, after in zip(names, names[1:], strict=False):
        if (missing := after.year - before.year - _APART) > 0:
            yield (
                f"{before.series}: {before.name} is compared with {after.name}; the run has none of the {missing} "
                f"{'year' if missing == 1 else 'years'} between them."
            )


def _other_publishers(names: Sequence[EditionName], publishers: Mapping[str, str]) -> Iterator[str]:
    told = {name: sorted({publishers[d] for d in name.documents if publishers.get(d)}) for name in names}
    counts = Counter(publisher for each in told.values() for publisher in each)
    if not counts:
        return
    usual = min(counts, key=lambda publisher: (-counts[publisher], publisher))
    for name, each in told.items():
        for other in each:
            if other != usual:
                yield f"{name.series}: {name.name} is published by {other}, other editions by {usual}."


def _about_sections(name: EditionName, sections: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    bare = [doc_id for doc_id in name.documents if not sections.get(doc_id)]
    if len(bare) == len(name.documents):
        yield f"{name.series}: {name.name} has no sections; its paragraphs are compared without them."
    tops = {doc_id: {row for row in sections.get(doc_id, ()) if row[1] and row[0] == 1} for doc_id in name.documents}
    for one, other in _neighbours(name.documents):
        shared = sorted({number for _, number, _ in tops[one]} & {number for _, number, _ in tops[other]})
        if shared:
            yield (
                f"{name.series}: {one} and {other} are both {name.name}, and both have a section {shared[0]}; "
                "if they are one document twice, leave one out."
            )


def _neighbours(documents: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip(documents, documents[1:], strict=False)
