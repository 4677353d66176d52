"""Check a run on disk: every span re-sliced from the canonical text, every file as the manifest says."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from hakusho.errors import HakushoError, one_line
from hakusho.files.checking import changed_files, unlike_package, unlike_parts, unshapely, unusable_files
from hakusho.files.fingerprint import lexicon_hashes
from hakusho.files.runs import MANIFEST, finished_manifest, read_text
from hakusho.files.typed import missing_columns, read_records, read_table
from hakusho.records import ForeignKey, TableSchema
from hakusho.runs.recount import (
    disordered,
    displaced,
    miscounted,
    misdeclared,
    unlike_entities,
    unlike_lexicon,
)
from hakusho.tabulate import SCHEMAS, TABLES, printable, tables_with
from hakusho.tabulate.checks import SchemaError
from hakusho.tabulate.frames import checked
from hakusho.tabulate.schemas import MENTIONS
from hakusho.text.english import counted


def verify_run(run: Path) -> tuple[int, list[str]]:
    """Return the number of spans that were checked, and a line for each thing that does not fit.

    Spans are sliced again from the texts, files and lists compared with one another, rows with the parts that they
    were made of, and what can be counted or derived is counted and derived again. Of a run of an older hakusho that is
    checked which it has. Raises OutputError for a folder that holds no finished run.
    """
    manifest = finished_manifest(run)
    for look in (lambda: unshapely(manifest), lambda: unusable_files(run, manifest)):
        if problems := _told(MANIFEST, look):
            return 0, problems
    problems = _told("files", lambda: changed_files(run, manifest))
    problems += _told("tables", lambda: _unfit_tables(run, manifest))
    sliced = [0]
    problems += _told("spans", lambda: _unlike_texts(run, sliced))
    problems += _told("inputs", lambda: _lost_inputs(run, manifest))
    problems += _told("references", lambda: _unknown_references(run, manifest))
    if "by_machine" in manifest or not _is_older(run):
        problems += [line for name, check in _DERIVED.items() for line in _told(name, partial(check, run, manifest))]
    return sliced[0], problems


# What a run that is not what it should be may end a check in.
_UNCHECKED = (HakushoError, OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, csv.Error)


def _told(name: str, check: Callable[[], Iterable[str]]) -> list[str]:
    """Return the lines of a check; where it cannot be made, one that says so."""
    lines: list[str] = []
    try:
        lines.extend(check())
    except (*_UNCHECKED, RecursionError, EOFError) as error:
        lines.append(f"{name}: cannot be checked: {type(error).__name__}: {error}")
    return [one_line(line) for line in lines]


def _is_older(run: Path) -> bool:
    try:
        return bool(missing_columns(run, MENTIONS))
    except (*_UNCHECKED, StopIteration):
        return False


def _of_lexicons(run: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """A run that other lexicons made is not held against ours."""
    if manifest["lexicons"] == lexicon_hashes():
        yield from unlike_lexicon(run)


_Check = Callable[[Path, Mapping[str, Any]], Iterable[str]]
_DERIVED: dict[str, _Check] = {
    "declarations": lambda run, manifest: misdeclared(manifest),
    "data package": lambda run, manifest: unlike_package(run, manifest, tables_with(manifest["settings"])),
    "parts": lambda run, manifest: unlike_parts(run, manifest, tables_with(manifest["settings"])),
    "counts": miscounted,
    "order": lambda run, manifest: disordered(run),
    "places": lambda run, manifest: displaced(run),
    "entities": unlike_entities,
    "lexicons": _of_lexicons,
}


def _unfit_tables(run: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    for schema in TABLES:
        table = read_table(run, schema)
        try:
            if schema.name in manifest["rows"]:
                checked(schema.name, table, missing_columns(run, schema))
        except SchemaError as error:
            yield str(error)
        recorded = manifest["rows"].get(schema.name, 0)
        if len(table) != recorded:
            yield f"tables/{schema.name}.csv: {counted(len(table), 'row')} where {MANIFEST} says {recorded}"


def _unlike_texts(run: Path, sliced: list[int]) -> Iterator[str]:
    """Slice every span again, which are counted: yield those whose text is another than the table says."""
    texts: dict[str, str] = {}
    for name, check in _CHECKS.items():
        for row in read_records(run, SCHEMAS[name]):
            sliced[0] += 1
            if row["doc_id"] not in texts:
                # Rows come by document; one text is held at a time.
                texts = {row["doc_id"]: read_text(run, row["doc_id"]) or ""}
            if problem := check(row, texts[row["doc_id"]]):
                yield f"tables/{name}.csv, {row['doc_id']} {row['start']}-{row['end']}: {problem}"


def _lost_inputs(run: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """Every input is a document or a failure."""
    told = {row["doc_id"] for name in ("documents", "failures") for row in read_records(run, SCHEMAS[name])}
    for item in manifest["inputs"]:
        if item["doc_id"] not in told:
            yield f"{item['path']}: an input that is neither in documents nor in failures"


def _mention(row: Mapping[str, Any], text: str) -> str:
    found = text[row["start"] : row["end"]]
    return "" if found and found == row["text"] else f"{found!r} in the text, {row['text']!r} in the table"


def _cell(row: Mapping[str, Any], text: str) -> str:
    found = printable(text[row["start"] : row["end"]])
    return "" if found == row["text"] else f"{found!r} in the text, {row['text']!r} in the table"


def _sentence(row: Mapping[str, Any], text: str) -> str:
    pieces = [tuple(map(int, piece.split("-"))) for piece in row["pieces"].split(";")]
    found = "".join(text[start:end] for start, end in pieces)
    if _squeezed(found) != _squeezed(row["text"]):
        return "its pieces do not make its text"
    return "" if (pieces[0][0], pieces[-1][1]) == (row["start"], row["end"]) else "its pieces lie outside it"


def _section(row: Mapping[str, Any], text: str) -> str:
    heading = _squeezed(text[row["start"] : row["end"]])
    wanted = _squeezed(row["title"])
    return "" if wanted in heading[: len(wanted) + 80] else f"the title {row['title']!r} is not there"


def _footnote(row: Mapping[str, Any], text: str) -> str:
    """The text of a note leaves out its mark and its addresses, and the brackets that an address stood in."""
    found = _squeezed(text[row["start"] : row["end"]])
    for address in row["urls"].split():
        found = found.replace(_squeezed(address), "", 1)
    wanted = _squeezed(row["text"])
    if _EMPTY_BRACKETS.sub("", wanted) in _EMPTY_BRACKETS.sub("", found):
        return ""
    return "" if _in_order(wanted, found) else f"{row['text'][:40]!r} is not there"


# How far before its evidence the date may stand that an event leans on, in characters.
_EARLIER = 2000
# What is left where an address was taken out.
_EMPTY_BRACKETS = re.compile(r"[（(<＜「][)）>＞」]|[:：、,]$")


def _in_order(wanted: str, found: str) -> bool:
    """Return whether the characters of a text stand in another one in this order: an address was torn by a line."""
    rest = iter(found)
    return all(character in rest for character in wanted)


def _event(row: Mapping[str, Any], text: str) -> str:
    """The evidence of an event holds the date that it has, or leans on one before it, and lies inside the text."""
    found = text[row["start"] : row["end"]]
    if not found or row["end"] > len(text):
        return "its evidence is not there"
    before = _squeezed(text[max(0, row["start"] - _EARLIER) : row["end"]])
    return "" if _squeezed(row["date_text"]) in before else f"its date {row['date_text']!r} is not there"


def _squeezed(text: str) -> str:
    """Return a text as its cells hold it, without white space."""
    return printable("".join(text.split()))


def _word(row: Mapping[str, Any], text: str) -> str:
    found = printable(text[row["start"] : row["end"]])
    return "" if found == row["surface"] else f"{found!r} in the text, {row['surface']!r} in the table"


def _parsed_word(row: Mapping[str, Any], text: str) -> str:
    found, surface = ("".join(form.split()) for form in (printable(text[row["start"] : row["end"]]), row["surface"]))
    return "" if found == surface else f"{found!r} in the text, {surface!r} in the table"


_CHECKS = {
    "mentions": _mention,
    "table_cells": _cell,
    "sentences": _sentence,
    "sections": _section,
    "footnotes": _footnote,
    "tokens": _word,
    "parse": _parsed_word,
    "events": _event,
}


def _unknown_references(run: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """Every row that another points to is there; ids of older runs are looked for in their document."""
    for schema in TABLES:
        for reference in schema.references:
            if reference.table in manifest["rows"]:
                yield from _dangling(run, schema, reference)
    mentions = read_records(run, MENTIONS)
    ids = {row["mention_id"] for row in mentions}
    for row in mentions:
        # An anchor without a colon is not a mention, but the document's date and the like.
        if ":" in row["anchor"] and row["anchor"] not in ids:
            yield f"tables/mentions.csv, {row['mention_id']}: no mention {row['anchor']}"


def _dangling(run: Path, schema: TableSchema, reference: ForeignKey) -> Iterator[str]:
    target = SCHEMAS[reference.table]
    same = ("doc_id",) if "doc_id" in schema.names and "doc_id" in target.names else ()
    there = {_cells(row, (*same, *reference.target)) for row in read_records(run, target)}
    for row in read_records(run, schema):
        if all(row[column] for column in reference.columns) and _cells(row, (*same, *reference.columns)) not in there:
            wanted = " ".join(map(str, _cells(row, reference.columns)))
            yield f"tables/{schema.name}.csv, {_place(row, schema)}: no {wanted} in {reference.table}"


def _cells(row: Mapping[str, Any], columns: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row[column] for column in columns)


def _place(row: Mapping[str, Any], schema: TableSchema) -> str:
    return " ".join(map(str, _cells(row, schema.key or schema.names[:2])))
