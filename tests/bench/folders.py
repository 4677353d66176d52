"""Folders of annotated texts, and what hakusho finds in them, without a run on disk."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hakusho.evaluate import Evaluation, evaluate
from hakusho.evaluate.marks import marks_of_entities
from hakusho.files.brat import read_annotations
from hakusho.flow import analyse
from hakusho.records import Annotation

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Annotated:
    doc_id: str
    text: str
    title: str
    published: str
    gold: tuple[Annotation, ...]


def annotated(folder: Path, texts: Path | None = None) -> Iterator[Annotated]:
    """Return the annotated documents of a folder that holds texts, .ann files and documents.csv."""
    known = {}
    for place in (folder, folder.parent):
        if (place / "documents.csv").is_file():
            with (place / "documents.csv").open(encoding="utf-8", newline="") as file:
                known |= {row["doc_id"]: row for row in csv.DictReader(file)}
    for path in sorted(folder.glob("*.ann")):
        text = ((texts or folder) / f"{path.stem}.txt").read_bytes().decode("utf-8-sig")
        row = known.get(path.stem, {})
        gold = tuple(
            Annotation(path.stem, a.span, a.label, a.text, a.value, a.value) for a in read_annotations(path, text)
        )
        yield Annotated(path.stem, text, row.get("title", ""), row.get("published", ""), gold)


def found(document: Annotated) -> list[Annotation]:
    analysis = analyse(document.text, title=document.title, published=document.published)
    return list(marks_of_entities(document.doc_id, analysis.entities))


def evaluation(documents: list[Annotated]) -> Evaluation:
    return evaluate(
        [mark for document in documents for mark in document.gold],
        [mark for document in documents for mark in found(document)],
        documents=[document.doc_id for document in documents],
    )
