"""Score the documents by a second hand, read part and aside part apart: `python -m tests.bench.second_hand`.

Only totals are printed. `tests/second_hand/README.md` says what lies there, and which part may be read.
"""

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from hakusho.flow import analyse
from hakusho.runs.summaries import score_lines
from tests.bench import composed
from tests.bench.folders import ROOT, SHARED, annotated, evaluation

PLACE = ROOT / "tests/second_hand"
STRUCTURE_READ = frozenset(("b01", "b03", "b05", "b07", "b09", "b11"))
EVENTS_READ = frozenset(("ev_gaiko_1992", "ev_norin_2011"))


def score_mentions(aside: bool) -> None:
    documents = [one for one in annotated(PLACE / "mentions") if (int(one.doc_id) % 2 == 0) == aside]
    print(*score_lines(evaluation(documents).as_dict()), sep="\n")


def score_definitions(aside: bool) -> None:
    with (PLACE / "definitions.tsv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    right = wrong = wanted = 0
    for row in rows[not aside :: 2]:
        found = {(one.short, one.ja) for one in analyse(row["text"].replace("\\n", "\n")).segments.acronyms}
        gold = {(row["form"], row["ja"])} - {("", "")}
        wanted, right, wrong = wanted + len(gold), right + len(gold & found), wrong + len(found - gold)
    print(f"definitions: {right} of {wanted} right, {wrong} others found")


def score_structure(aside: bool) -> None:
    """Score the documents of one part, in a folder of their own."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "raw").mkdir()
        (folder / "gold").mkdir()
        texts = (PLACE / "structure/raw").glob("*.txt")
        wanted = {path.stem for path in texts if (path.stem[:3] not in STRUCTURE_READ) == aside}
        for name in wanted:
            shutil.copy(PLACE / f"structure/raw/{name}.txt", folder / "raw")
        for path in (PLACE / "structure").rglob("*.csv"):
            _copy_rows(path, folder / path.relative_to(PLACE / "structure"), wanted)
        composed.score_folder(folder)


def _copy_rows(path: Path, copy: Path, wanted: set[str]) -> None:
    rows = composed.rows_of(path)
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in rows if row["doc_id"] in wanted)


def score_tables(aside: bool) -> None:
    with tempfile.TemporaryDirectory() as place:
        part = Path(place) / "tables.json"
        part.write_text(json.dumps(json.loads((PLACE / "tables.json").read_text(encoding="utf-8"))[aside::2]), "utf-8")
        composed.score_tables_of(part)


def score_events(aside: bool) -> None:
    """Score events with the scorer that lies beside the project, where it does."""
    scorer = SHARED / "corpus/events/score_events.py"
    if not scorer.is_file():
        return
    texts = [path.stem for path in sorted((PLACE / "events").glob("*.txt")) if (path.stem not in EVENTS_READ) == aside]
    with tempfile.TemporaryDirectory() as place:
        tables = composed.run(PLACE / "events", Path(place) / "run", PLACE / "events/documents.csv")
        subprocess.run([sys.executable, scorer, tables, *texts, "--gold", PLACE / "events/gold"], check=True)


def main() -> None:
    for aside in (False, True):
        print(f"== {'aside' if aside else 'read'}")
        for score in (score_mentions, score_definitions, score_structure, score_tables, score_events):
            score(aside)


if __name__ == "__main__":
    main()
