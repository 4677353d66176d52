"""What the command prints of a comparison, as lines of plain text."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from hakusho.editions.schemas import PARAGRAPH_ALIGNMENT, PARAGRAPH_RELATIONS, SECTION_RELATIONS
from hakusho.editions.worddiff import diff_lines
from hakusho.editions.work import Result
from hakusho.files.runs import read_text
from hakusho.text.english import counted

_RELATION = {"section_alignment": 4, "paragraph_alignment": 6}


def summary_lines(run: Path, out: Path, result: Result, *, counts: bool, changes: bool) -> Iterator[str]:
    """Return the counts of what became of sections and paragraphs, and what changed in each paragraph, as asked for."""
    if counts:
        yield from _count_lines(result)
        yield f"tables in {out}/tables"
    if changes:
        yield from _changed_lines(run, result)


def _count_lines(result: Result) -> Iterator[str]:
    for series, editions in result.editions.items():
        names = ", ".join(edition.name for edition in editions)
        yield f"{series}: {counted(len(editions), 'edition')} ({names})"
    for table, relations in (("section_alignment", SECTION_RELATIONS), ("paragraph_alignment", PARAGRAPH_RELATIONS)):
        counts = Counter(row[_RELATION[table]] for row in result.rows[table])
        told = ", ".join(f"{relation} {counts[relation]:,}" for relation in relations)
        yield f"  {table.removesuffix('_alignment')}s: {told}"
    if result.kept:
        yield f"  {counted(result.kept, 'comparison was', 'comparisons were')} done before"


def _changed_lines(run: Path, result: Result) -> Iterator[str]:
    """Return the word-level differences of all updated and reworded paragraphs."""
    names = PARAGRAPH_ALIGNMENT.names
    rows = [dict(zip(names, row, strict=True)) for row in result.rows["paragraph_alignment"]]

    @lru_cache(maxsize=4)
    def text_of(doc_id: str) -> str:
        return read_text(run, doc_id) or ""

    yield from diff_lines(rows, text_of)
