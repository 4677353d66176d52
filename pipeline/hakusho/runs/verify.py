"""Check a run on disk: every span re-sliced from the canonical text, every file as the manifest says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hakusho.files.runs import MANIFEST, finished_manifest, read_text
from hakusho.files.stores import LocalStore
from hakusho.files.tables import read_records, read_table
from hakusho.tabulate import SCHEMAS, TABLES, printable
from hakusho.tabulate.checks import SchemaError
from hakusho.tabulate.frames import checked


def verify_run(run: Path) -> tuple[int, list[str]]:
    """Return the number of spans that were checked, and a line for each thing that does not fit.

    Raises OutputError for a folder that holds no finished run, or whose tables cannot be read.
    """
    manifest = finished_manifest(run)
    problems = list(_changed_files(run, manifest))
    schemas = [schema for schema in TABLES if schema.name in manifest["rows"]]
    tables = {schema.name: read_table(run, schema) for schema in schemas}
    for schema in schemas:
        try:
            checked(schema.name, tables[schema.name])
        except SchemaError as error:
            problems.append(str(error))
        rows, recorded = len(tables[schema.name]), manifest["rows"][schema.name]
        if rows != recorded:
            problems.append(f"tables/{schema.name}.csv: {rows} rows where {MANIFEST} says {recorded}")
    spans = 0
    texts: dict[str, str] = {}
    for name in (name for name in _CHECKS if name in tables):
        for row in read_records(run, SCHEMAS[name]):
            spans += 1
            if row["doc_id"] not in texts:
                # Rows come by document; one text is held at a time.
                texts = {row["doc_id"]: read_text(run, row["doc_id"]) or ""}
            text = texts[row["doc_id"]]
            if problem := _CHECKS[name](row, text):
                problems.append(f"tables/{name}.csv, {row['doc_id']} {row['start']}-{row['end']}: {problem}")
    problems += _lost_inputs(tables, manifest)
    problems += _unknown_references(tables, read_records(run, SCHEMAS["mentions"]))
    return spans, problems


def _lost_inputs(tables: Mapping[str, Any], manifest: Mapping[str, Any]) -> Iterator[str]:
    """Every input is a document or a failure."""
    told = {*tables["documents"]["doc_id"], *tables["failures"]["doc_id"]}
    for item in manifest["inputs"]:
        if item["doc_id"] not in told:
            yield f"{item['path']}: an input that is neither in documents nor in failures"


def _changed_files(run: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    store = LocalStore(run)
    for name, sha256 in manifest["files"].items():
        try:
            changed = store.digest(name)[1] != sha256
        except OSError:
            yield f"{name}: missing"
        else:
            if changed:
                yield f"{name}: not the bytes that {MANIFEST} records"


def _mention(row: Mapping[str, Any], text: str) -> str:
    found = text[row["start"] : row["end"]]
    return "" if found and found == row["text"] else f"{found!r} in the text, {row['text']!r} in the table"


def _cell(row: Mapping[str, Any], text: str) -> str:
    found = printable(text[row["start"] : row["end"]])
    return "" if found == row["text"] else f"{found!r} in the text, {row['text']!r} in the table"


def _sentence(row: Mapping[str, Any], text: str) -> str:
    pieces = [tuple(map(int, piece.split("-"))) for piece in row["pieces"].split(";")]
    found = printable("".join(text[start:end] for start, end in pieces))
    if "".join(found.split()) != "".join(row["text"].split()):
        return "its pieces do not make its text"
    return "" if (pieces[0][0], pieces[-1][1]) == (row["start"], row["end"]) else "its pieces lie outside it"


def _section(row: Mapping[str, Any], text: str) -> str:
    heading = "".join(printable(text[row["start"] : row["end"]]).split())
    wanted = "".join(row["title"].split())
    return "" if wanted in heading[: len(wanted) + 80] else f"the title {row['title']!r} is not there"


def _footnote(row: Mapping[str, Any], text: str) -> str:
    found = "".join(printable(text[row["start"] : row["end"]]).split())
    missing = [word for word in row["text"].split() if word not in found]
    return f"{missing[0]!r} is not there" if missing else ""


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
}


def _unknown_references(tables: Mapping[str, Any], mentions: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Every id that a row points to is there."""
    documents = set(tables["documents"]["doc_id"])
    sections = set(zip(tables["sections"]["doc_id"], tables["sections"]["section_id"], strict=True))
    sentences = set(zip(tables["sentences"]["doc_id"], tables["sentences"]["sentence_id"], strict=True))
    ids = set(tables["mentions"]["mention_id"])
    for name, table in tables.items():
        if name != "failures" and "doc_id" in table:
            for doc_id in sorted(set(table["doc_id"]) - documents):
                yield f"tables/{name}.csv: rows of {doc_id}, which is not in documents"
    for row in mentions:
        place = f"tables/mentions.csv, {row['mention_id']}"
        if row["section_id"] and (row["doc_id"], row["section_id"]) not in sections:
            yield f"{place}: no section {row['section_id']}"
        if row["sentence_id"] and (row["doc_id"], row["sentence_id"]) not in sentences:
            yield f"{place}: no sentence {row['sentence_id']}"
        if row["anchor"] not in ("", "document") and row["anchor"] not in ids:
            yield f"{place}: no mention {row['anchor']}"
