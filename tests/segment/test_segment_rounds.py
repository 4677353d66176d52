"""Whole documents with definitions, notes, captions, pointers and speakers, and text tables, written before they were run.

In `rounds/documents.txt` a text stands after each `=== name`, then, after `---`, a line for each row of gold. It opens
with D (short form, what it stands for, English name, scope), N (note: mark, text, addresses), R (mark: how its line
goes), F (figure: id, caption, kind), X (pointer: as printed, kind, how its line goes, what it points at) or S (speech:
speaker, role, party, first and last words). `?` opens the line of a row that is known to be missed. Kinds without a
row are not looked at, but for D: a document without D has none.

`rounds/tables.txt` has the name and the number of label columns after `===`, then cells: label, header, text, number, unit.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.bench.composed import in_full

from hakusho.flow import analyse
from hakusho.records import Segments

ROUNDS = Path(__file__).parent / "rounds"
Document = tuple[str, str, list[str]]
Rows = dict[str, set[tuple[object, ...]]]


def documents(path: Path) -> list[Document]:
    """Return (name, text, lines of gold) of each document of a file."""
    found = []
    for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
        name, rest = part.split("\n", 1)
        text, gold = rest.rsplit("\n---\n", 1)
        found.append((name, text + "\n", [line for line in gold.splitlines() if line]))
    return found


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def cells_of(line: str, count: int) -> list[str]:
    cells = line.split("|")
    return cells + [""] * (count - len(cells))


def gold_rows(text: str, gold: list[str]) -> tuple[Rows, Rows]:
    """Return the rows that have to be found, and those that are known to be missed."""
    wanted: Rows = defaultdict(set)
    missed: Rows = defaultdict(set)
    at = 0
    for line in gold:
        rows, line = (missed, line[1:]) if line.startswith("?") else (wanted, line)
        kind, row = line[0], cells_of(line[2:], 5)
        if kind == "D":
            rows["D"].add(tuple(row[:4]))
        elif kind == "N":
            rows["N"].add((row[0], plain(row[1]), row[2]))
        elif kind == "F":
            rows["F"].add((row[0], plain(row[1]), row[2]))
        elif kind == "R":
            rows["R"].add((row[0], _line(text, row[1])))
        elif kind == "X":
            rows["X"].add((plain(row[0]), row[1], _line(text, row[2])))
            if row[3]:
                rows["T"].add((plain(row[0]), _line(text, row[2]), plain(row[3])))
        else:
            start = text.index(row[3], at)
            at = text.index(row[4], start) + len(row[4])
            rows["S"].add((*row[:3], start, at))
    return wanted, missed


def _line(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def found_rows(text: str) -> Rows:
    found: Segments = analyse(text, labels=frozenset()).segments
    titles = {one.section_id: one.number or one.title for one in found.sections}
    pointers = found.cross_references
    return {
        "D": {(one.short, one.ja, one.en, one.scope) for one in found.acronyms},
        "N": {(one.marker, plain(one.text), ";".join(one.urls)) for one in found.footnotes},
        "R": {(one.marker, one.line) for one in found.footnote_refs},
        "F": {(one.figure_id, plain(one.caption), one.kind) for one in found.figures},
        "X": {(plain(one.ref), one.target_kind, one.line) for one in pointers},
        "T": {(plain(p.ref), p.line, plain(titles.get(p.target_id, p.target_id))) for p in pointers if p.target_id},
        "S": {(one.speaker, one.role, one.party, one.span.start, one.span.end) for one in found.speeches},
    }


DOCUMENTS = documents(ROUNDS / "documents.txt")


@pytest.mark.parametrize(("name", "text", "gold"), DOCUMENTS, ids=[name for name, *_ in DOCUMENTS])
def test_document(name: str, text: str, gold: list[str]) -> None:
    wanted, missed = gold_rows(text, gold)
    found = found_rows(text)
    for kind in {*wanted, "D"} - {"T"}:
        assert found[kind] - missed[kind] == wanted[kind], (kind, found[kind] ^ wanted[kind])
    assert wanted["T"] <= found["T"]


def table_cells(text: str, keys: int) -> Iterator[tuple[tuple[str, str, str], float | None, str]]:
    """Return ((label, header, text), number, unit) for each cell of a text's tables."""
    for table in analyse(text, labels=frozenset()).segments.tables:
        printed = {(cell.row, cell.column): plain(text[cell.span.slice]) for cell in table.cells}
        headers: dict[int, list[str]] = defaultdict(list)
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            words = printed[cell.row, cell.column]
            if cell.header:
                headers[cell.column] += [words] if words and words not in headers[cell.column] else []
                continue
            label = "".join(dict.fromkeys(printed.get((cell.row, column), "") for column in range(keys)))
            yield (label, "/".join(headers[cell.column]), words), *table.value(cell)


TABLES = documents(ROUNDS / "tables.txt")


@pytest.mark.parametrize(("name", "text", "gold"), TABLES, ids=[name for name, *_ in TABLES])
def test_table(name: str, text: str, gold: list[str]) -> None:
    found = {key: value for key, *value in table_cells(text, int(name.split("|")[1]))}
    for line in gold:
        label, header, words, number, unit = cells_of(line, 5)
        value, own = found[plain(label).replace("/", ""), plain(header), plain(words)]
        assert (value is None) == (not number), line
        if value is not None:
            assert in_full(value, own) == pytest.approx(in_full(float(number), unit)), line
