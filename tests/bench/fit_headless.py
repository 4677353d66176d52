"""Fit `headless_weights.tsv`: `python -m tests.bench.fit_headless [--write]`.

Logistic regression over what holds of each name without a head that stands next to a telling cue: those that are a name of
the gold against all others. It learns from the development gold and from `tests/cases_composed/headless.tsv`, sentences of news,
encyclopaedia and reports of our own, and from no other text: the public annotated sentences are share-alike, and only
measure. Folds by document give the accuracy on documents that the weights were not fitted on.
"""

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from hakusho.recognise.organisations.headless import cues_of, offered, runs
from hakusho.recognise.organisations.headless_features import features
from hakusho.records import Span
from tests.bench.composed import COMPOSED
from tests.bench.fit_weights import FEWEST, FOLDS, SCALE, Sample, context_of, fit, halves, judged, texts
from tests.bench.folders import ROOT
from tests.marked import read_cases

# The sentences are few for so many features: the weights are held nearer to nought.
SHRINK = 0.01
TABLE = ROOT / "pipeline/hakusho/lexicons/headless_weights.tsv"
# By definition, not by fitting: nothing says that it is a body, it is part of a longer name, or an everyday word.
VETO = -200
FIXED = dict.fromkeys(
    "nothing-tells means all-words class-first generic head-last weak-latin joint-left joint-right torn-left torn-right is-country country-first denied-behind person-dot "
    "place-suffix-last suffix-last title-last title-first class-last last-person only-place dots-2".split(),
    VETO,
)


def own() -> Iterator[tuple[str, str, str, list[Span]]]:
    """Return our own sentences."""
    for case in read_cases("headless", COMPOSED):
        yield case.name, case.text, case.published, [Span(mark.start, mark.end) for mark in case.gold]


def samples(name: str, text: str, published: str, gold: Sequence[Span]) -> Iterator[Sample]:
    """Return what holds of each span of each run, and which is a name."""
    view, bodies, weak, context = context_of(name, text, published)
    lexicon, names = bodies.headless, {view.range(span) for span in gold}
    cues = cues_of(context, lexicon, weak)
    for run in runs(context, cues, lexicon.leads):
        spans = [(a, b, features(a, b, run, context, cues, lexicon)) for a, b in offered(context, run)]
        spans = [(a, b, held) for a, b, held in spans if FIXED.keys().isdisjoint(held)]
        if spans:
            right = next((at for at, (a, b, _) in enumerate(spans) if (a, b) in names), -1)
            yield Sample(name, tuple(held for _, _, held in spans), right)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights into the lexicon")
    asked = parser.parse_args()
    data = [sample for text in (*texts(), *halves(), *own()) for sample in samples(*text)]
    documents = sorted({sample.document for sample in data})
    random.Random(24).shuffle(documents)
    counts = {enough: Counter[str]() for enough in (-5, 0, 5, 10, 15, 20)}
    for fold in range(FOLDS):
        left_out = set(documents[fold::FOLDS])
        weights = rounded(fit([s for s in data if s.document not in left_out], SHRINK), data)
        for enough in counts:
            counts[enough] += judged([s for s in data if s.document in left_out], weights, enough)
    print(f"{len(data)} runs")
    for enough, found in counts.items():
        precision = found["right"] / max(1, found["right"] + found["spurious"])
        recall = found["right"] / max(1, found["right"] + found["missing"])
        print(f"threshold {enough:2}: precision {precision:.3f} recall {recall:.3f} {dict(found)}")
    if asked.write:
        write(rounded(fit(data, SHRINK), data))


def rounded(weights: Mapping[str, float], data: Sequence[Sample]) -> dict[str, int]:
    """Return the weights in tenths; what holds of fewer than three runs has none."""
    often = Counter(name for sample in data for name in {name for held in sample.offered for name in held})
    kept = {name: round(value * SCALE) for name, value in weights.items() if name == "bias" or often[name] >= FEWEST}
    return kept | FIXED


def write(weights: Mapping[str, int]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows(sorted(weights.items(), key=lambda item: (item[0] != "bias", item[0])))


if __name__ == "__main__":
    main()
