"""Score definitions: of single sentences, each with its short form, what it stands for, its English name and its scope,
and of whole documents.
"""

import csv
from pathlib import Path

from hakusho.flow import analyse
from hakusho.records import Counts
from tests.bench.counting import compare, f1, rows_of
from tests.bench.folders import ROOT

COMPOSED = ROOT / "tests/cases_composed"


def score_definitions(aside: bool, show: bool) -> None:
    for name in ("definitions", "definitions_more"):
        print(name)
        _score_definitions(COMPOSED / f"{name}{'_aside' * aside}.tsv", show)
    _score_defining_documents(COMPOSED / "definitions_documents" / ("aside" if aside else ""), show)


def _score_definitions(path: Path, show: bool) -> None:
    totals = Counts()
    for row in definition_rows(path):
        found = {(a.short, a.ja, a.en, a.scope) for a in analyse(row["text"]).segments.acronyms}
        wanted = (row["short"], row["ja"], row["en"], row["scope"])
        others = {mark for mark in found if mark[0] == row["short"]} if row["short"] else found
        counts = compare([wanted] if row["short"] else [], others)
        totals += counts
        if show and (counts.missing or counts.spurious):
            print(f"    {row['name']}: {wanted}, found {sorted(found)}")
    print(f1(totals))


def _score_defining_documents(folder: Path, show: bool) -> None:
    """Score whole documents that define; every second one is aside."""
    print(folder.relative_to(COMPOSED))
    columns = ("short", "ja", "en", "scope")
    gold = {(row["doc_id"], *(row[column] for column in columns)) for row in rows_of(folder / "acronyms.csv")}
    found = {
        (path.stem, row.short, row.ja, row.en, row.scope)
        for path in sorted((folder / "raw").glob("*.txt"))
        for row in analyse(path.read_text(encoding="utf-8"), labels=frozenset()).segments.acronyms
    }
    print(f1(compare(gold, found)))
    for mark in sorted(gold ^ found) if show else ():
        print("   ", "gold " if mark in gold else "found", *mark, sep=" | ")


def definition_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {key: value or "" for key, value in row.items()}
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
