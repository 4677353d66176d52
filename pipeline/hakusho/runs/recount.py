"""Count and derive again what the tables of a run say of its texts and of one another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hakusho.files.checking import done_documents
from hakusho.files.fingerprint import lexicon_hashes
from hakusho.files.lexicons import read_lexicon
from hakusho.files.runs import ENTITY_SHARES, MANIFEST, read_share, read_text, text_name
from hakusho.files.stores import LocalStore
from hakusho.files.tables import csv_rows
from hakusho.files.typed import read_records
from hakusho.labels import COUNTRY
from hakusho.records import OWN_FILES
from hakusho.settings import default_settings
from hakusho.tabulate import SCHEMAS, Entities, succession_rows, tables_with
from hakusho.text.layout import Lines

Row = Mapping[str, Any]
Manifest = Mapping[str, Any]

# Tables in reading order whose rows bear ids that count them, with the letter and digits of these ids.
_COUNTED = {
    "sections": ("section_id", "h", 4),
    "sentences": ("sentence_id", "s", 5),
    "mentions": ("mention_id", "m", 5),
}
_ORDERED = ("sections", "speeches", "sentences")
_LINED = ("footnote_refs", "cross_references", "quality")
_SPANS = ("speeches", "blocks", "events", "acronyms", "footnote_refs", "cross_references", "quality")


def miscounted(run: Path, manifest: Manifest) -> Iterator[str]:
    """Yield a line for each count of the manifest and of `documents` that is another one than the rows are."""
    documents = {row["doc_id"]: row for row in read_records(run, SCHEMAS["documents"])}
    failures = read_records(run, SCHEMAS["failures"])
    failed = [row for row in failures if row["kind"] == "failed"]
    if len(failed) != manifest["failures"]:
        yield f"{MANIFEST}: {manifest['failures']} failures where the table has {len(failed)}"
    yield from _misfit_inputs(manifest, documents, {row["doc_id"]: row for row in failed})
    yield from _misfit_failures(failures)
    counts = {name: Counter(row["doc_id"] for row in read_records(run, SCHEMAS[name])) for name in _COUNTED}
    for doc_id, row in documents.items():
        text = read_text(run, doc_id)
        if text is None or text_name(doc_id) not in manifest["files"]:
            yield f"tables/documents.csv, {doc_id}: no {text_name(doc_id)}"
        elif row["characters"] != len(text):
            yield f"tables/documents.csv, {doc_id}: {row['characters']} characters where its text has {len(text)}"
        for name in ("sentences", "mentions"):
            if row[name] != counts[name][doc_id]:
                yield f"tables/documents.csv, {doc_id}: {row[name]} {name} where the table has {counts[name][doc_id]}"


def _misfit_inputs(manifest: Manifest, documents: Mapping[str, Row], failed: Mapping[str, Row]) -> Iterator[str]:
    inputs = {item["doc_id"]: item for item in manifest["inputs"]}
    if len(inputs) != len(manifest["inputs"]) or [*inputs] != sorted(inputs):
        yield f"{MANIFEST}: inputs are not one row per document, in order of their ids"
    for doc_id, row in documents.items():
        item = inputs.get(doc_id)
        if item is None or (item["path"], item["sha256"]) != (row["path"], row["sha256"]):
            yield f"tables/documents.csv, {doc_id}: not the path and sha256 of an input of {MANIFEST}"
    for doc_id, row in failed.items():
        if doc_id in documents or (not doc_id.endswith("/") and inputs.get(doc_id, {}).get("path") != row["path"]):
            yield f"tables/failures.csv, {doc_id}: not the path of an input of {MANIFEST} without rows"


def _misfit_failures(failures: Sequence[Row]) -> Iterator[str]:
    """Each failure tells of its own file; they come in order of their ids."""
    if [row["doc_id"] for row in failures] != sorted(row["doc_id"] for row in failures):
        yield "tables/failures.csv: not in order of doc_id"
    for row in failures:
        if row["kind"] == "skipped" and row["doc_id"] != row["path"]:
            yield f"tables/failures.csv, {row['doc_id']}: the path of a skipped file is another, {row['path']}"


def misdeclared(manifest: Manifest) -> Iterator[str]:
    """Yield a line for each thing in which a manifest contradicts itself."""
    wanted = {schema.name for schema in tables_with(manifest["settings"])}
    if set(manifest["rows"]) != wanted:
        yield f"{MANIFEST}: rows are not those of the tables of its settings"
    if manifest["settings"].keys() - {*OWN_FILES} != default_settings().as_dict().keys():
        yield f"{MANIFEST}: settings are not those that a run has"
    if manifest["by_machine"] != (["parse"] if manifest["settings"].get("parse") else []):
        yield f"{MANIFEST}: by_machine is {manifest['by_machine']}"
    products = {"parquet": "tables/documents.parquet", "sqlite": "hakusho.sqlite", "excel": "hakusho.xlsx"}
    made = ["csv", *(form for form, name in products.items() if name in manifest["files"])]
    if sorted(manifest["formats"]) != sorted(made):
        yield f"{MANIFEST}: formats are {manifest['formats']}, its files are {made}"
    for name in wanted:
        if f"tables/{name}.csv" not in manifest["files"]:
            yield f"{MANIFEST}: files lack tables/{name}.csv"


def disordered(run: Path) -> Iterator[str]:
    """Yield a line for each row out of its order, and for each id that does not count its row."""
    for name in {*_COUNTED, *_ORDERED}:
        numbers: Counter[str] = Counter()
        before = ""
        for row in read_records(run, SCHEMAS[name]):
            doc_id = row["doc_id"]
            numbers[doc_id] += 1
            if doc_id < before or row.get("order", numbers[doc_id]) != numbers[doc_id]:
                yield f"tables/{name}.csv, {doc_id}: row {numbers[doc_id]} is out of order"
            before = doc_id
            if name in _COUNTED:
                column, letter, digits = _COUNTED[name]
                if row[column] != f"{doc_id}:{letter}{numbers[doc_id]:0{digits}d}":
                    yield f"tables/{name}.csv, {doc_id}: row {numbers[doc_id]} has the id {row[column]}"


def displaced(run: Path) -> Iterator[str]:
    """Yield a line for each offset outside its text, each line number that is not that of its offset, and each gap."""
    for name in (*_SPANS, "sections"):
        texts: dict[str, tuple[str, Lines]] = {}
        end = 0
        for row in read_records(run, SCHEMAS[name]):
            doc_id = row["doc_id"]
            if doc_id not in texts:
                text = read_text(run, doc_id) or ""
                texts, end = {doc_id: (text, Lines(text))}, 0
            text, lines = texts[doc_id]
            place = f"tables/{name}.csv, {doc_id} {row['start']}"
            if not row["start"] <= row.get("end", row["start"]) <= len(text):
                yield f"{place}: outside the text of {len(text)} characters"
            if name in _LINED and row["line"] != lines.line(row["start"]):
                yield f"{place}: is in line {lines.line(row['start'])}, not {row['line']}"
            if name == "blocks":
                if row["start"] != end:
                    yield f"{place}: the block before ends at {end}"
                end = row["end"]


def unlike_entities(run: Path, manifest: Manifest) -> Iterator[str]:
    """Yield a line where the tables above single documents are not what the documents add to them."""
    found = [tuple(row.values()) for row in read_records(run, SCHEMAS["entities"])]
    counted = Counter(row["entity_id"] for row in read_records(run, SCHEMAS["mentions"]) if row["entity_id"])
    if counted != {row[0]: row[5] for row in found}:
        yield "tables/entities.csv: not the things and the counts of the table mentions"
    entities, store = Entities(), LocalStore(run)
    documents = [*done_documents(run, manifest)]
    for doc_id in documents:
        for name, lines in read_share(store, doc_id):
            if name == ENTITY_SHARES:
                entities.add(doc_id, csv_rows(lines))
    if documents and found != entities.rows():
        yield "tables/entities.csv: not what the documents add to it"
    known = [tuple(row.values()) for row in read_records(run, SCHEMAS["successions"])]
    if manifest["lexicons"] == lexicon_hashes() and known != succession_rows(
        read_lexicon("successions"), {row[0] for row in found}
    ):
        yield "tables/successions.csv: not what the lexicon says of the bodies"


def unlike_lexicon(run: Path) -> Iterator[str]:
    """Yield a line for each country whose codes and names are not those of the lexicon."""
    lexicon = {row["iso3"]: row for row in read_lexicon("countries")}
    for row in read_records(run, SCHEMAS["countries"]):
        known = lexicon.get(row["iso3"])
        if known is None or any(row[name] != known.get(name, row[name]) for name in ("iso2", "continent", "name_en")):
            yield f"tables/countries.csv, {row['doc_id']} {row['iso3']}: not as the lexicon has it"
    for row in read_records(run, SCHEMAS["entities"]):
        if row["label"] == COUNTRY and not row["entity_id"] == row["iso3"] in lexicon:
            yield f"tables/entities.csv, {row['entity_id']}: no code of a country of the lexicon"
