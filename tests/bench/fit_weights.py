"""Fit `organisation_weights.tsv` on the development gold: `python -m tests.bench.fit_weights [--write]`.

Logistic regression over what holds of each proposal: those that are a name of the gold against all others. Folds by
document give the accuracy on documents that the weights were not fitted on; the weights are those of all, times ten,
rounded. Whatever is kept aside or held out is not read.
"""

import argparse
import csv
import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hakusho.files.lexicons import read_lexicon
from hakusho.flow import resources
from hakusho.labels import COUNTRY, DATE, ORG
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.features import features
from hakusho.recognise.organisations.known_names import known_names, name_context
from hakusho.recognise.organisations.lexicon import BodyLexicon
from hakusho.recognise.organisations.proposals import proposals
from hakusho.recognise.organisations.recogniser import OrganisationRecogniser
from hakusho.recognise.protocol import Candidate
from hakusho.records import Source, SourceText, Span
from hakusho.segment import segment
from hakusho.text.document import Document
from hakusho.text.matching import Hit
from hakusho.text.views import View
from hakusho.text.words import passages
from tests.bench.composed import COMPOSED, in_other_half, is_aside
from tests.bench.development import HELD_OUT
from tests.bench.folders import ROOT, SHARED, annotated
from tests.marked import CASES, read_cases

WeakNames = Mapping[tuple[int, int], Hit]
TABLE = ROOT / "pipeline/hakusho/lexicons/organisation_weights.tsv"
FOLDS, ROUNDS, STEP, SHRINK, SCALE, FEWEST = 5, 30, 0.1, 0.0005, 10, 3
# By definition, not by fitting: a class, or nothing but words of classes, names no body, and of two names none is one.
SENTENCE = "これは{}が公表した資料である。"
VETO = -200
FIXED = dict.fromkeys(
    "class common content-0 content-0-region each-first number-first one-character heads-joined goes-on relational-second owner-inside bare-part head-torn "
    "lead-before-known direction-last room-last country-character katakana-left".split(),
    VETO,
)
Weights = dict[str, float]


@dataclass(frozen=True)
class Sample:
    """One head: what holds of each name that it may be of, and which of them the gold has (-1 for none)."""

    document: str
    offered: tuple[tuple[str, ...], ...]
    right: int


def texts() -> Iterator[tuple[str, str, str, list[Span]]]:
    """Return name, text, day of publication and the organisations of each document of the development gold."""
    corpus = SHARED / "corpus"
    folders = [(ROOT / "corpus/gold", ROOT / "corpus/raw"), (corpus / "real", None), (corpus / "white_paper", None)]
    for folder, raw in folders:
        for document in annotated(folder, raw):
            if document.doc_id.split("_")[1] not in HELD_OUT:
                spans = [mark.span for mark in document.gold if mark.label == ORG]
                yield document.doc_id, document.text, document.published, spans
    cases = [(case, COMPOSED) for stem in ("organisations", "kinds") for case in read_cases(stem, COMPOSED)]
    cases += [(case, CASES) for stem in ("organisations", "organisations_negative") for case in read_cases(stem)]
    for case, folder in cases:
        if not is_aside(case.name) or folder is CASES:
            spans = [Span(mark.start, mark.end) for mark in case.gold if mark.label == ORG]
            yield case.name, case.text, case.published, spans


def halves() -> Iterator[tuple[str, str, str, list[Span]]]:
    """Return the sentences of the halves that may be read."""
    for stem in ("domains", "houses"):
        for case in read_cases(stem, COMPOSED):
            if not in_other_half(stem, case.name):
                yield case.name, case.text, case.published, [Span(mark.start, mark.end) for mark in case.gold]


def examples() -> Iterator[tuple[str, str, str, list[Span]]]:
    """Return the examples of heads, each in a sentence."""
    for row in read_lexicon("organisation_heads"):
        start = len(SENTENCE.partition("{}")[0])
        yield row["head"], SENTENCE.format(row["example"]), "2015", [Span(start, start + len(row["example"]))]


def context_of(name: str, text: str, published: str) -> tuple[View, BodyLexicon, WeakNames, NameContext]:
    """Return a text as rules read it: its view, the lexicon of bodies, its weak names, what is known around names."""
    shared = resources()
    source = SourceText(Source(name, published=published), text)
    segments, view = segment(source, shared.folding)
    document = Document(source, segments, view, shared.words(view, passages(segments, view)))
    recogniser = shared.recognisers[ORG]
    assert isinstance(recogniser, OrganisationRecogniser)
    known: dict[str, Sequence[Candidate]] = {}
    for label in (DATE, COUNTRY):
        known[label] = tuple(shared.recognisers[label].find(document, known))
    dates, countries = ([(c.start, c.end) for c in known[label]] for label in (DATE, COUNTRY))
    strong, weak = known_names(document, recogniser.lexicon, dates, countries)
    return view, recogniser.lexicon, weak, name_context(document, recogniser.lexicon, dates, countries, strong)


def samples(name: str, text: str, published: str, gold: Sequence[Span]) -> Iterator[Sample]:
    view, _, _, context = context_of(name, text, published)
    names = {view.range(span) for span in gold}
    inner = {end: start for start, end in names}
    for offered in proposals(context):
        held = tuple(features(proposal, context) for proposal in offered)
        starts = [proposal.start for proposal in offered]
        # A legal form in front is found by itself; a name inside a longer one says nothing.
        start = inner.get(offered[0].end) if offered else None
        if start is None and any(a < offered[0].end < b for a, b in names if offered):
            continue
        if held:
            yield Sample(name, held, starts.index(start) if start in starts else -1)


def fit(data: Sequence[Sample], shrink: float = SHRINK) -> Weights:
    """Return the weights that tell right proposals from others, by stochastic gradient, the same on every run."""
    weights: Weights = {"bias": 0.0}
    order = random.Random(24)
    rows = [(held, 1.0 if at == s.right else 0.0) for s in data for at, held in enumerate(s.offered)]
    for turn in range(ROUNDS):
        order.shuffle(rows)
        step = STEP / (1 + turn / 5)
        for held, wanted in rows:
            total = weights["bias"] + sum(weights.get(name, 0.0) for name in held)
            error = wanted - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            weights["bias"] += step * error
            for name in held:
                weights[name] = weights.get(name, 0.0) * (1 - step * shrink) + step * error
    return weights


def judged(data: Sequence[Sample], weights: Mapping[str, float], enough: float) -> Counter[str]:
    """Count heads whose best proposal is right, wrong or missing."""
    counts: Counter[str] = Counter()
    for sample in data:
        totals = [weights["bias"] + sum(weights.get(name, 0.0) for name in held) for held in sample.offered]
        best = max(range(len(totals)), key=lambda at: (totals[at], at))
        chosen = best if totals[best] >= enough else -1
        counts["right"] += chosen == sample.right and chosen >= 0
        counts["spurious"] += chosen >= 0 and chosen != sample.right
        counts["missing"] += sample.right >= 0 and chosen != sample.right
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights into the lexicon")
    asked = parser.parse_args()
    data = [sample for text in (*texts(), *halves(), *examples()) for sample in samples(*text)]
    documents = sorted({sample.document for sample in data})
    random.Random(24).shuffle(documents)
    counts = {enough: Counter[str]() for enough in (0, 5, 10, 15, 20)}
    for fold in range(FOLDS):
        left_out = set(documents[fold::FOLDS])
        weights = rounded(fit([s for s in data if s.document not in left_out]), data)
        for enough in counts:
            counts[enough] += judged([s for s in data if s.document in left_out], weights, enough)
    for enough, found in counts.items():
        precision = found["right"] / max(1, found["right"] + found["spurious"])
        recall = found["right"] / max(1, found["right"] + found["missing"])
        print(f"threshold {enough:2}: precision {precision:.3f} recall {recall:.3f} {dict(found)}")
    if asked.write:
        write(rounded(fit(data), data))


def rounded(weights: Weights, data: Sequence[Sample]) -> dict[str, int]:
    """Return the weights in tenths; what holds of fewer than three heads has none."""
    often = Counter(name for sample in data for name in {name for held in sample.offered for name in held})
    fitted = {
        name: round(weight * SCALE) for name, weight in weights.items() if name == "bias" or often[name] >= FEWEST
    }
    return fitted | FIXED


def write(weights: Mapping[str, int]) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        known = {row["feature"]: row for row in csv.DictReader(file, delimiter="\t")}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("feature", "weight", "holds", "example"))
        for name, weight in sorted(weights.items(), key=lambda item: (item[0] != "bias", item[0])):
            writer.writerow(
                (name, weight, known.get(name, {}).get("holds", ""), known.get(name, {}).get("example", ""))
            )


if __name__ == "__main__":
    main()
