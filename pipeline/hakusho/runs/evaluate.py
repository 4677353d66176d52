"""Score a run on disk against a folder of gold, and write what came out."""

import json
from collections.abc import Container, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hakusho.errors import GoldError
from hakusho.evaluate import Evaluation, evaluate
from hakusho.evaluate.evaluation import error_rows
from hakusho.evaluate.ginza import marks_of_parse
from hakusho.evaluate.marks import marks_of_rows
from hakusho.evaluate.page import evaluation_page
from hakusho.files.brat import read_annotations
from hakusho.files.gold import gold_documents, gold_tables
from hakusho.files.lexicons import read_lexicon
from hakusho.files.runs import finished_manifest, read_text
from hakusho.files.stores import LocalStore
from hakusho.files.tables import csv_table
from hakusho.files.typed import read_records
from hakusho.records import Annotation, Block, Region, Segments, Span
from hakusho.tabulate import SCHEMAS
from hakusho.tabulate.word_schemas import PARSE
from hakusho.text.layout import Layout

_STRUCTURE = (
    "sections",
    "sentences",
    "speeches",
    "footnotes",
    "footnote_refs",
    "figures",
    "cross_references",
    "acronyms",
    "quality",
    "table_cells",
    "events",
)


def evaluate_run(gold: Path, run: Path) -> tuple[Evaluation, dict[str, str]]:
    """Return the evaluation of a run, and the text of each document that it scored.

    Documents that failed count as missed; those that the run was not given are named in `absent`, not scored.
    Raises GoldError and OutputError for folders that do not hold gold or a run.
    """
    inputs = {item["doc_id"] for item in finished_manifest(run)["inputs"]}
    annotations = gold_documents(gold)
    structure = _gold_structure(gold)
    named = set(annotations) | {row["doc_id"] for rows in structure.values() for row in rows}
    documents = named & inputs
    if not documents:
        raise GoldError(
            str(gold), "annotates no document of this run", f"Its documents are {', '.join(sorted(inputs)[:5])} …"
        )
    texts = {doc_id: read_text(run, doc_id) or "" for doc_id in documents}
    layouts = _layouts(run)
    marks = [
        mark
        for doc_id in sorted(annotations.keys() & documents)
        for mark in _gold_marks(annotations[doc_id], texts[doc_id], layouts.get(doc_id, Layout(Segments())))
    ]
    mentions = marks_of_rows(read_records(run, SCHEMAS["mentions"]))
    predicted = [mark for mark in mentions if mark.doc_id in annotations]
    tables = {name: _strings(run, name) for name in _STRUCTURE} if structure else {}
    found = evaluate(marks, predicted, structure, tables, documents, named - inputs, _ginza(run, annotations))
    return found, texts


def _ginza(run: Path, doc_ids: Container[str]) -> list[Annotation]:
    """Return ja_ginza's names in a run that was parsed, none in another."""
    if not finished_manifest(run)["settings"].get("parse"):
        return []
    labels = {row["name"]: row["label"] for row in read_lexicon("ginza_names")}
    return [mark for mark in marks_of_parse(read_records(run, PARSE), labels) if mark.doc_id in doc_ids]


def _gold_structure(gold: Path) -> dict[str, list[dict[str, str]]]:
    names = {path.stem for path in gold.rglob("*.csv")} - {"documents"}
    return gold_tables(gold, names)


def _gold_marks(path: Path, text: str, layout: Layout) -> list[Annotation]:
    """Return the gold mentions of a document; of one that failed, without a look at its text."""
    return [
        replace(annotation, region=layout.region(annotation.span.start))
        for annotation in read_annotations(path, text or None)
    ]


def _layouts(run: Path) -> dict[str, Layout]:
    """Return the layout of each document of a run, as its blocks tell it."""
    blocks: dict[str, list[Block]] = {}
    for row in read_records(run, SCHEMAS["blocks"]):
        block = Block(Region(row["region"]), Span(row["start"], row["end"]), row["page"])
        blocks.setdefault(row["doc_id"], []).append(block)
    return {doc_id: Layout(Segments(tuple(found))) for doc_id, found in blocks.items()}


def _strings(run: Path, name: str) -> list[dict[str, str]]:
    rows = read_records(run, SCHEMAS[name])
    return [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows]


def write_evaluation(evaluation: Evaluation, texts: Mapping[str, str], out: Path) -> dict[str, Any]:
    """Write `evaluation.json`, `evaluation.html` and the tables of errors; returns the content of the first."""
    store = LocalStore(out)
    content = evaluation.as_dict()
    store.write("evaluation.json", (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())
    store.write("errors.csv", csv_table(_ERROR_COLUMNS, error_rows(evaluation, texts)))
    store.write("structure_errors.csv", csv_table(("table", "doc_id", "kind", "key"), evaluation.structure_errors))
    store.write("evaluation.html", evaluation_page(evaluation, texts).encode("utf-8", "replace"))
    return content


_ERROR_COLUMNS = (
    "doc_id kind label gold_start gold_end gold_text gold_value "
    "start end predicted_label text value found_by region before after"
).split()
