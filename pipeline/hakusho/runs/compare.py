"""Compare folders on disk: two annotators', two runs'; and look a folder of gold through."""

from pathlib import Path

from hakusho.errors import GoldError
from hakusho.evaluate.agreement import Agreement, agreement
from hakusho.evaluate.differences import Change, differences
from hakusho.evaluate.gold_checks import Oddity, check_gold
from hakusho.evaluate.marks import marks_of_rows
from hakusho.files.runs import finished_manifest, read_text
from hakusho.files.typed import read_records
from hakusho.runs.exchange import load
from hakusho.tabulate import SCHEMAS


def agree(left: Path, right: Path, texts: Path | None = None) -> tuple[Agreement, dict[str, str]]:
    """Return the agreement of two annotators over the documents that both have, and their texts.

    Raises GoldError where they have none in common, or their texts differ.
    """
    one, two = ({d.doc_id: d for d in load(place, texts)} for place in (left, right))
    both = sorted(one.keys() & two.keys())
    if not both:
        raise GoldError(str(right), f"annotates no document of {left}", "Give two annotations of the same documents.")
    for doc_id in both:
        if one[doc_id].text != two[doc_id].text:
            raise GoldError(str(right), f"the text of {doc_id} is another than in {left}", "Annotate the same text.")
    lefts, rights = ([mark for doc_id in both for mark in side[doc_id].annotations] for side in (one, two))
    found = agreement(lefts, rights, {doc_id: len(one[doc_id].text) for doc_id in both})
    return found, {doc_id: one[doc_id].text for doc_id in both}


def check_folder(gold: Path, texts: Path | None = None) -> tuple[int, list[Oddity], dict[str, str]]:
    """Return the number of annotations of a folder of gold, what is odd in it, and its texts."""
    documents = load(gold, texts)
    by_id = {document.doc_id: document.text for document in documents}
    marks = [mark for document in documents for mark in document.annotations]
    return len(marks), check_gold(marks, by_id), by_id


def diff(before: Path, after: Path) -> tuple[list[Change], dict[str, str]]:
    """Return what changed from one run to another, and the texts of the later one (of the earlier where it has none).

    Raises OutputError for a folder that holds no finished run.
    """
    found = []
    texts: dict[str, str] = {}
    for run in (before, after):
        finished_manifest(run)
        found.append(list(marks_of_rows(read_records(run, SCHEMAS["mentions"]))))
        for row in read_records(run, SCHEMAS["documents"]):
            texts[row["doc_id"]] = read_text(run, row["doc_id"]) or ""
    return differences(*found), texts
