"""What ja_ginza's own names would have scored on the same gold: from the table `parse`, by a table of labels."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hakusho.records import Annotation, Span


def marks_of_parse(rows: Iterable[Mapping[str, Any]], labels: Mapping[str, str]) -> Iterator[Annotation]:
    """Return ja_ginza's names from rows of the table `parse`, whose tags are B-Company, I-Company.

    `labels` maps the names of its kinds to ours (`lexicons/ginza_names.tsv`); other kinds are passed over. Names
    have a span and a label; ja_ginza gives no values.

    >>> rows = [
    ...     {"doc_id": "a", "start": 0, "end": 2, "surface": "総務", "ent": "B-Government"},
    ...     {"doc_id": "a", "start": 2, "end": 3, "surface": "省", "ent": "I-Government"},
    ... ]
    >>> [(mark.text, mark.label) for mark in marks_of_parse(rows, {"Government": "ORG"})]
    [('総務省', 'ORG')]
    """
    last: Annotation | None = None
    for row in rows:
        mark, _, kind = (row["ent"] or "").partition("-")
        label, span = labels.get(kind), Span(row["start"], row["end"])
        if last is not None and (mark != "I" or label != last.label or row["doc_id"] != last.doc_id):
            yield last
            last = None
        if label and last is None:
            last = Annotation(row["doc_id"], span, label, row["surface"], "")
        elif label and last is not None:
            last = Annotation(last.doc_id, Span(last.span.start, span.end), label, last.text + row["surface"], "")
    if last is not None:
        yield last
