"""Score all development gold, also the texts that are not ours to commit: `make evaluate-dev`.

Years of the white paper in `HELD_OUT` were set aside while rules were written; their figures stand apart.
"""

import argparse
import csv
import sys

from hakusho.evaluate.evaluation import error_rows
from hakusho.runs.summaries import score_lines
from tests.bench.folders import ROOT, SHARED, annotated, evaluation

HELD_OUT = ("2004", "2007", "2010", "2014", "2018", "2021")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print each error of the development part")
    parser.add_argument("--held-out-errors", default="", help="years of the held-out part whose errors to print")
    asked = parser.parse_args()
    corpus = SHARED / "corpus"
    seeds = list(annotated(ROOT / "corpus/gold", ROOT / "corpus/raw"))
    if not corpus.is_dir():
        sys.exit(f"{corpus}: not there; only the texts in corpus/ can be scored (make evaluate)")
    real = list(annotated(corpus / "real"))
    papers = list(annotated(corpus / "white_paper"))
    held = [document for document in papers if document.doc_id.split("_")[1] in HELD_OUT]
    parts = {
        "seed and composed": seeds,
        "real": real,
        "white paper, years used": [document for document in papers if document not in held],
        "white paper, years held out": held,
    }
    for name, documents in parts.items():
        scored = evaluation(documents)
        print(f"== {name}", *score_lines(scored.as_dict()), "", sep="\n")
        texts = {document.doc_id: document.text for document in documents}
        for row in error_rows(scored, texts):
            year = str(row["doc_id"]).split("_")[1]
            if (asked.errors and documents is not held) or (
                documents is held and year in asked.held_out_errors.split(",")
            ):
                csv.writer(sys.stdout, delimiter="\t", lineterminator="\n").writerow(row.values())


if __name__ == "__main__":
    main()
