"""Take annotations of a run, or of a folder of gold, to the format of an annotation tool, and back."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hakusho.errors import GoldError, InputError, UsageError
from hakusho.exchange import FORMATS, Format, Lost, conllu, event_records
from hakusho.exchange.documents import AnnotatedText, annotation
from hakusho.files.brat import read_annotations
from hakusho.files.gold import files_of, gold_documents, text_beside
from hakusho.files.names import safe_name
from hakusho.files.runs import finished_manifest, read_manifest, read_text
from hakusho.files.stores import LocalStore
from hakusho.files.typed import read_records
from hakusho.labels import OPEN
from hakusho.records import Span
from hakusho.tabulate import LIST, SCHEMAS

CONLLU = "conllu"
_OF_EVENTS = (event_records.JSONL, event_records.GRAPHML)
_CONLLU = f".{CONLLU}"
# Bytes of a name that every file system takes, with an ending behind.
_LONGEST = 200
_REMEDY = "Give a folder of a run, or of .ann files with their texts beside them (or --texts)."


def load(place: Path, texts: Path | None = None) -> list[AnnotatedText]:
    """Return the annotated documents of a run, or of a folder of brat gold whose texts are next to it or in `texts`.

    Raises GoldError and OutputError for folders that are neither.
    """
    if read_manifest(LocalStore(place)) is not None:
        return _of_run(place)
    documents = []
    for doc_id, path in gold_documents(place).items():
        text = text_beside(path, texts)
        documents.append(AnnotatedText(doc_id, text, read_annotations(path, text)))
    if not documents:
        raise GoldError(str(place), "no .ann files", _REMEDY)
    return documents


def _of_run(run: Path) -> list[AnnotatedText]:
    rows: dict[str, list[dict[str, object]]] = {row["doc_id"]: [] for row in read_records(run, SCHEMAS["documents"])}
    for row in read_records(run, SCHEMAS["mentions"]):
        rows[row["doc_id"]].append(row)
    documents = []
    for doc_id, mentions in rows.items():
        text = read_text(run, doc_id) or ""
        found = tuple(
            annotation(
                doc_id, text, int(str(row["start"])), int(str(row["end"])), str(row["label"]),
                str(row["value"]) or OPEN, str(row["mod"]), tuple(filter(None, str(row["flags"]).split(LIST))),
            )
            for row in mentions
        )  # fmt: skip
        documents.append(AnnotatedText(doc_id, text, found))
    return documents


def export(place: Path, form: str, out: Path, texts: Path | None = None) -> tuple[int, list[Lost]]:
    """Write the annotated documents of `place` into the folder `out`; return their number and what the format loses.

    Raises UsageError for an unknown format, InputError and OutputError for what cannot be read or written.
    """
    if form == CONLLU:
        return _export_parse(place, out)
    if form in _OF_EVENTS:
        return _export_events(place, form, out)
    chosen = _format(form)
    documents = load(place, texts)
    if chosen.sentences:
        documents = _with_sentences(place, documents)
    _write(out, chosen.write(documents))
    return len(documents), chosen.losses(documents)


def _with_sentences(place: Path, documents: list[AnnotatedText]) -> list[AnnotatedText]:
    """Return documents with their sentences: those of the run, or of gold those that hakusho finds in its text."""
    if read_manifest(LocalStore(place)) is None:
        return [replace(document, sentences=_sentences(document.text)) for document in documents]
    spans: dict[str, list[Span]] = {document.doc_id: [] for document in documents}
    for row in read_records(place, SCHEMAS["sentences"]):
        spans[row["doc_id"]].append(Span(row["start"], row["end"]))
    return [replace(document, sentences=tuple(spans[document.doc_id])) for document in documents]


def _sentences(text: str) -> tuple[Span, ...]:
    from hakusho.flow import analyse

    return tuple(sentence.span for sentence in analyse(text, frozenset()).segments.sentences)


def _export_events(run: Path, form: str, out: Path) -> tuple[int, list[Lost]]:
    """Write the events of a run with their evidence, or the network of who took part with whom."""
    finished_manifest(run)
    events, sides = (read_records(run, SCHEMAS[name]) for name in ("events", "event_participants"))
    documents = [row["doc_id"] for row in read_records(run, SCHEMAS["documents"])]
    if form == event_records.GRAPHML:
        _write(out, event_records.write_graphml(events, sides))
    else:
        texts = {doc_id: read_text(run, doc_id) or "" for doc_id in documents}
        _write(out, event_records.write_jsonl(events, sides, texts))
    return len(documents), []


def _export_parse(run: Path, out: Path) -> tuple[int, list[Lost]]:
    """Write the sentences of a run with what each word depends on."""
    if not finished_manifest(run)["settings"].get("parse"):
        raise UsageError(f"{run}: has no table parse. Run hakusho into it with --parse.")
    rows = read_records(run, SCHEMAS["parse"])
    texts = {doc_id: read_text(run, doc_id) or "" for doc_id in {row["doc_id"] for row in rows}}
    files = conllu.write(rows, texts)
    _write(out, {safe_name(name.removesuffix(_CONLLU)) + _CONLLU: data for name, data in files.items()})
    return len(files), []


def import_annotations(place: Path, form: str, out: Path) -> tuple[int, int]:
    """Read a folder (or file) of `form`, and write it as brat into `out`; return documents and annotations.

    Raises UsageError for an unknown format, InputError for files that are not of it.
    """
    documents = _read(_format(form), place)
    if not documents:
        raise InputError(str(place), f"holds nothing of the format {form}", "Check the folder and --from.")
    names = [document.doc_id for document in documents]
    for name in names:
        if names.count(name) > 1 or not _is_name(name):
            raise InputError(str(place), f"the document id {name!r} is doubled or no file name", "Give each its own.")
    _write(out, FORMATS["brat"].write(documents))
    return len(documents), sum(len(document.annotations) for document in documents)


def _read(form: Format, place: Path) -> list[AnnotatedText]:
    try:
        return form.read(files_of(place))
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        problem = f"not of the format {form.name} ({type(error).__name__}: {error})"
        raise InputError(str(place), problem, "Check the folder and --from.") from None


def _is_name(name: str) -> bool:
    short = 0 < len(name.encode("utf-8", "surrogatepass")) <= _LONGEST
    return short and name not in (".", "..") and not any(character in name for character in "/\\:\0\n\r")


def _format(name: str) -> Format:
    if name not in FORMATS:
        known = f"Known formats: {', '.join(FORMATS)}; to export also {CONLLU}, {', '.join(_OF_EVENTS)}."
        raise UsageError(f"unknown format {name}. {known}")
    return FORMATS[name]


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    store = LocalStore(out)
    for name, data in files.items():
        store.write(name, data)
