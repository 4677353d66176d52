"""Counts of an evaluation by label, region and document; rates are derived from them, here and nowhere else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from hakusho.evaluate.pairing import has_value
from hakusho.records import Counts, Judgement, Kind

ALL = "ALL"
Measure = Callable[[Judgement], Counts]


def _both(judgement: Judgement, correct: bool) -> Counts:
    """One gold and one predicted mention that count as a hit or as a miss each."""
    if judgement.kind is Kind.MISSED:
        return Counts(missing=1)
    if judgement.kind is Kind.SPURIOUS:
        return Counts(spurious=1)
    return Counts(correct=1) if correct else Counts(wrong=1)


def strict(judgement: Judgement) -> Counts:
    """Same span, same label."""
    if judgement.kind is Kind.BOUNDARY:
        return Counts(partial=1)
    return _both(judgement, judgement.kind in (Kind.CORRECT, Kind.VALUE))


def overlap(judgement: Judgement) -> Counts:
    """Spans that share a character, whatever the label."""
    return _both(judgement, True)


def of_type(judgement: Judgement) -> Counts:
    """Spans that share a character, same label."""
    return _both(judgement, judgement.kind is not Kind.LABEL)


def resolved(judgement: Judgement) -> Counts:
    """Same span, label and value; gold without a value is not scored."""
    if judgement.gold is not None and not has_value(judgement.gold):
        return Counts()
    return _both(judgement, judgement.kind is Kind.CORRECT)


MEASURES: dict[str, Measure] = {"strict": strict, "overlap": overlap, "type": of_type, "resolved": resolved}


def counts(judgements: Iterable[Judgement], measure: Measure, label: str = ALL) -> Counts:
    """Add up a measure over the judgements; of a label, gold mentions count that bear it and predicted ones that do.

    Where a pair has two labels it is a miss for the one and spurious for the other, except for the measure that
    does not look at labels.
    """
    total = Counts()
    for judgement in judgements:
        if label == ALL or judgement.kind is not Kind.LABEL or measure is overlap:
            if label in (ALL, judgement.one.label):
                total += measure(judgement)
            continue
        gold, predicted = judgement.gold, judgement.predicted
        if gold and gold.label == label:
            total += measure(Judgement(Kind.MISSED, gold, None))
        if predicted and predicted.label == label:
            total += measure(Judgement(Kind.SPURIOUS, None, predicted))
    return total


def rates(total: Counts) -> dict[str, Any]:
    """Return counts and rates for a report; rates are None where undefined."""
    return {
        "correct": total.correct,
        "partial": total.partial,
        "wrong": total.wrong,
        "missing": total.missing,
        "spurious": total.spurious,
        "precision": total.precision,
        "recall": total.recall,
        "f1": total.f1,
    }


def by_label(judgements: Sequence[Judgement]) -> dict[str, dict[str, Any]]:
    """Return the rates of every measure for every label, and for all labels."""
    labels = sorted({m.label for j in judgements for m in (j.gold, j.predicted) if m})
    return {
        label: {name: rates(counts(judgements, measure, label)) for name, measure in MEASURES.items()}
        for label in (*labels, ALL)
    }


def by_group(judgements: Sequence[Judgement], group: Callable[[Judgement], str]) -> dict[str, dict[str, Any]]:
    """Return the rates of every measure for the judgements of each group (region, document)."""
    groups: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        groups.setdefault(group(judgement), []).append(judgement)
    return {
        name: {measure: rates(counts(members, function)) for measure, function in MEASURES.items()}
        for name, members in sorted(groups.items())
    }


def macro(documents: Mapping[str, Mapping[str, Any]]) -> dict[str, float | None]:
    """Return the mean F1 over documents, of those where it is defined."""
    found = {}
    for measure in MEASURES:
        values = [rates_of[measure]["f1"] for rates_of in documents.values() if rates_of[measure]["f1"] is not None]
        found[measure] = sum(values) / len(values) if values else None
    return found


def intervals(
    judgements: Sequence[Judgement], rounds: int = 1000, seed: int = 20120701
) -> dict[str, list[float] | None]:
    """Return a 95 % interval of F1 over documents drawn with replacement (percentile bootstrap), by measure."""
    documents = sorted({judgement.one.doc_id for judgement in judgements})
    draws = np.random.default_rng(seed).integers(0, max(1, len(documents)), (rounds, len(documents)))
    found: dict[str, list[float] | None] = {}
    for name, measure in MEASURES.items():
        table = _per_document(judgements, measure, documents)
        hits, sizes = table[:, 0][draws].sum(axis=1), table[:, 1][draws].sum(axis=1)
        values = 2 * hits[sizes > 0] / sizes[sizes > 0]
        found[name] = [float(q) for q in np.quantile(values, [0.025, 0.975])] if len(values) else None
    return found


def _per_document(
    judgements: Sequence[Judgement], measure: Measure, documents: Sequence[str]
) -> "np.ndarray[Any, Any]":
    """Return (correct, gold + predicted) a document, shape (documents, 2)."""
    index = {doc_id: row for row, doc_id in enumerate(documents)}
    table = np.zeros((len(documents), 2))
    for judgement in judgements:
        one = measure(judgement)
        table[index[judgement.one.doc_id]] += (one.correct, one.gold + one.predicted)
    return table
