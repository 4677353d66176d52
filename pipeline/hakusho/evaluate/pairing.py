"""Pair gold and predicted mentions one to one, whatever order they come in."""

from collections.abc import Iterable, Sequence

from hakusho.labels import IGNORE
from hakusho.records import Annotation, Judgement, Kind, Span

_UNSCORED = ("", "?")


def judge(gold: Iterable[Annotation], predicted: Iterable[Annotation]) -> list[Judgement]:
    """Return a judgement for each gold and each predicted mention, of any number of documents.

    Mentions that touch a gold span labelled IGNORE are left out. Pairs are made in four rounds, each from left to
    right: same span and label, same span, overlap and same label, overlap. A mention is paired once.

    >>> from hakusho.records import Span
    >>> gold = [Annotation("a", Span(0, 3), "ORG", value="総務省"), Annotation("a", Span(4, 6), "DATE")]
    >>> [j.kind.value for j in judge(gold, [Annotation("a", Span(0, 3), "ORG", value="財務省")])]
    ['value', 'missed']
    """
    left = _by_document(_scored(gold_list := list(gold), gold_list))
    right = _by_document(_scored(list(predicted), gold_list))
    judgements: list[Judgement] = []
    for doc_id in sorted(left.keys() | right.keys()):
        judgements += _judge_document(left.get(doc_id, []), right.get(doc_id, []))
    return judgements


def has_value(mention: Annotation) -> bool:
    """Return whether an annotator gave a value, which can then be scored."""
    return mention.value not in _UNSCORED


def _scored(mentions: Sequence[Annotation], gold: Sequence[Annotation]) -> list[Annotation]:
    ignored: dict[str, list[Annotation]] = {}
    for mention in gold:
        if mention.label == IGNORE:
            ignored.setdefault(mention.doc_id, []).append(mention)
    return [
        mention
        for mention in mentions
        if mention.label != IGNORE
        and not any(mention.span.overlaps(other.span) for other in ignored.get(mention.doc_id, ()))
    ]


def _by_document(mentions: Iterable[Annotation]) -> dict[str, list[Annotation]]:
    found: dict[str, list[Annotation]] = {}
    for mention in sorted(mentions):
        found.setdefault(mention.doc_id, []).append(mention)
    return found


def _judge_document(gold: list[Annotation], predicted: list[Annotation]) -> list[Judgement]:
    pairs: list[tuple[Annotation, Annotation]] = []
    for same_span, same_label in ((True, True), (True, False), (False, True), (False, False)):
        made = (_equal if same_span else _overlapping)(gold, predicted, same_label)
        pairs += [(gold[i], predicted[j]) for i, j in made]
        taken, matched = {i for i, _ in made}, {j for _, j in made}
        gold = [mention for i, mention in enumerate(gold) if i not in taken]
        predicted = [mention for j, mention in enumerate(predicted) if j not in matched]
    judgements = [_judgement(*pair) for pair in pairs]
    judgements += [Judgement(Kind.MISSED, mention, None) for mention in gold]
    judgements += [Judgement(Kind.SPURIOUS, None, mention) for mention in predicted]
    return sorted(judgements, key=lambda judgement: (judgement.one.span, judgement.kind))


def _equal(gold: list[Annotation], predicted: list[Annotation], same_label: bool) -> list[tuple[int, int]]:
    """Return the index pairs of equal spans."""
    places: dict[tuple[Span, str], list[int]] = {}
    for j in reversed(range(len(predicted))):
        places.setdefault((predicted[j].span, predicted[j].label if same_label else ""), []).append(j)
    pairs = []
    for i, mention in enumerate(gold):
        if free := places.get((mention.span, mention.label if same_label else "")):
            pairs.append((i, free.pop()))
    return pairs


def _overlapping(gold: list[Annotation], predicted: list[Annotation], same_label: bool) -> list[tuple[int, int]]:
    """Return the index pairs of spans that share a character, the leftmost first; both lists are sorted."""
    pairs, taken, first = [], set(), 0
    longest = max((len(mention.span) for mention in predicted), default=0)
    for i, mention in enumerate(gold):
        while first < len(predicted) and predicted[first].span.start + longest <= mention.span.start:
            first += 1
        for j in range(first, len(predicted)):
            other = predicted[j]
            if other.span.start >= mention.span.end:
                break
            if (
                j not in taken
                and mention.span.overlaps(other.span)
                and (not same_label or mention.label == other.label)
            ):
                pairs.append((i, j))
                taken.add(j)
                break
    return pairs


def _judgement(gold: Annotation, predicted: Annotation) -> Judgement:
    same_span = gold.span == predicted.span
    if gold.label != predicted.label:
        kind = Kind.LABEL
    elif not same_span:
        kind = Kind.BOUNDARY
    elif has_value(gold) and gold.value != predicted.value:
        kind = Kind.VALUE
    else:
        kind = Kind.CORRECT
    return Judgement(kind, gold, predicted, same_span)
