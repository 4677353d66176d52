"""How far two annotators agree: F1, Cohen's kappa on characters, and the values of mentions that both marked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hakusho.evaluate.pairing import has_value, judge
from hakusho.evaluate.scores import by_label
from hakusho.records import Annotation, Judgement, Kind

_NONE = "O"


@dataclass(frozen=True, slots=True)
class Agreement:
    """`rates` by label as an evaluation has them, with A for gold; `kappa` over all characters, None where undefined.

    `values` is the share of mentions of one span and label, both with a value, whose values are the same.
    """

    rates: Mapping[str, Mapping[str, Mapping[str, float | None]]]
    kappa: float | None
    values: float | None
    judgements: tuple[Judgement, ...]


def agreement(left: Sequence[Annotation], right: Sequence[Annotation], lengths: Mapping[str, int]) -> Agreement:
    """Compare two annotations of the same documents; `lengths` are their texts' in characters.

    >>> from hakusho.records import Span
    >>> one = [Annotation("a", Span(0, 3), "ORG", value="総務省")]
    >>> round(agreement(one, [], {"a": 10}).kappa, 3), agreement(one, one, {"a": 10}).kappa
    (0.0, 1.0)
    """
    judgements = judge(left, right)
    both = [j for j in judgements if j.kind in (Kind.CORRECT, Kind.VALUE) and _valued(j)]
    same = sum(1 for j in both if j.gold and j.predicted and j.gold.value == j.predicted.value)
    return Agreement(
        by_label(judgements), _kappa(left, right, lengths), same / len(both) if both else None, tuple(judgements)
    )


def _valued(judgement: Judgement) -> bool:
    return all(mark is not None and has_value(mark) for mark in (judgement.gold, judgement.predicted))


def _kappa(left: Sequence[Annotation], right: Sequence[Annotation], lengths: Mapping[str, int]) -> float | None:
    """Cohen 1960, with a character as the unit and its label (or none) as the category."""
    pairs: Counter[tuple[str, str]] = Counter()
    for doc_id, length in lengths.items():
        one, two = _labels(left, doc_id, length), _labels(right, doc_id, length)
        pairs.update(zip(one, two, strict=True))
    total = pairs.total()
    if not total:
        return None
    observed = sum(count for (a, b), count in pairs.items() if a == b) / total
    firsts: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for (a, b), count in pairs.items():
        firsts[a] += count
        seconds[b] += count
    expected = sum(firsts[label] * seconds[label] for label in firsts) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _labels(marks: Sequence[Annotation], doc_id: str, length: int) -> list[str]:
    labels = [_NONE] * length
    for mark in marks:
        if mark.doc_id == doc_id:
            labels[mark.span.start : mark.span.end] = [mark.label] * len(mark.span)
    return labels
