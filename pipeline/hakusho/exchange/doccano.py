"""doccano JSONL: text and `[start, end, label]`; offsets in code points. It has no place for values.

https://doccano.github.io/doccano/
"""

import json
from collections.abc import Mapping, Sequence

from hakusho.errors import InputError
from hakusho.exchange.documents import REMEDY, AnnotatedText, annotation, checked_text

FILE = "doccano.jsonl"


def write(documents: Sequence[AnnotatedText]) -> dict[str, bytes]:
    """Return one line per document."""
    lines = [
        json.dumps(
            {
                "doc_id": document.doc_id,
                "text": document.text,
                "label": [[a.span.start, a.span.end, a.label] for a in document.annotations],
            },
            ensure_ascii=False,
        )
        for document in documents
    ]
    return {FILE: "".join(line + "\n" for line in lines).encode("utf-8", "surrogatepass")}


def read(files: Mapping[str, bytes]) -> list[AnnotatedText]:
    """Return the documents of every JSONL file. Raises InputError, naming the line, for other content."""
    documents = []
    for name in sorted(files):
        if not name.endswith((".jsonl", ".json")):
            continue
        for number, line in enumerate(files[name].split(b"\n"), 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                text = checked_text(record["text"], name)
                spans = record.get("label") or record.get("labels") or []
                found = tuple(sorted((annotation(name, text, *span[:3]) for span in spans), key=lambda a: a.span))
                documents.append(AnnotatedText(str(record.get("doc_id") or record.get("id")), text, found))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                raise InputError(name, f"no record of doccano ({error})", REMEDY, place=f"line {number}") from None
    return documents
