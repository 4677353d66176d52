"""An annotated mention: the one record for gold, for what tools exchange and for what an evaluation compares."""

from dataclasses import dataclass

from hakusho.records.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Annotation:
    """A span of a document with a label.

    `value` is what the label's guidelines define, `?` or empty where the annotator gave none. `entity` tells which
    mentions are one thing; `mod` and `flags` are a date's. `region` and `found_by` are empty in gold.

    >>> Annotation("a", Span(0, 3), "ORG", "総務省", "総務省").flags
    ()
    """

    doc_id: str
    span: Span
    label: str
    text: str = ""
    value: str = ""
    entity: str = ""
    region: str = ""
    found_by: str = ""
    mod: str = ""
    flags: tuple[str, ...] = ()
