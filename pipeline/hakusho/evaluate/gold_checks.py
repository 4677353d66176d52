"""What is odd in a folder of gold: overlaps, untrimmed spans, bad values, surfaces treated unlike elsewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hakusho.evaluate import gold_rules as rules
from hakusho.labels import IGNORE, registry
from hakusho.records import Annotation, Span

_SHORTEST_REPEAT = 3


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing to look at; `kind` groups them, `found` says what."""

    doc_id: str
    span: Span
    kind: str
    found: str


def check_gold(marks: Iterable[Annotation], texts: Mapping[str, str]) -> list[Oddity]:
    """Return what an annotator should look at again, by document and place.

    >>> marks = [Annotation("a", Span(0, 4), "ORG", "総務省は", "総務省")]
    >>> marks += [Annotation("a", Span(2, 4), "COUNTRY", "省は", "米")]
    >>> [oddity.kind for oddity in check_gold(marks, {"a": "総務省は、総務省と。"})]
    ['untrimmed', 'overlap', 'untrimmed', 'bad-value']
    """
    marks = sorted(marks)
    found = [*_overlaps(marks), *_untrimmed(marks), *_bad_values(marks), *_unmarked(marks, texts), *_differing(marks)]
    return sorted(found, key=lambda oddity: (oddity.doc_id, oddity.span, _ORDER.index(oddity.kind)))


_ORDER = ("overlap", "untrimmed", "bad-value", "unmarked-elsewhere", "values-differ")


def _overlaps(marks: list[Annotation]) -> Iterator[Oddity]:
    for one, two in zip(marks, marks[1:], strict=False):
        if one.doc_id == two.doc_id and one.span.overlaps(two.span):
            yield Oddity(two.doc_id, two.span, "overlap", f"{two.text} overlaps {one.text}")


def _untrimmed(marks: list[Annotation]) -> Iterator[Oddity]:
    for mark in marks:
        if mark.label != IGNORE and rules.EDGE.search(mark.text) and not rules.BRACKETED.search(mark.text):
            yield Oddity(
                mark.doc_id, mark.span, "untrimmed", f"{mark.text!r} begins or ends with a space, bracket or particle"
            )


def _bad_values(marks: list[Annotation]) -> Iterator[Oddity]:
    for mark in marks:
        if mark.value in ("", "?"):
            if mark.label != IGNORE and not mark.value:
                yield Oddity(
                    mark.doc_id, mark.span, "bad-value", f"{mark.text} has no value (? where none can be told)"
                )
        elif not _is_value(mark):
            yield Oddity(mark.doc_id, mark.span, "bad-value", f"{mark.text} has the {mark.label} value {mark.value}")


def _is_value(mark: Annotation) -> bool:
    """Return whether a value has the form of its label's; a date's must be one that the calendar has."""
    spec = registry().get(mark.label)
    return spec is None or spec.is_value(mark.value)


def _is_name(mark: Annotation) -> bool:
    spec = registry().get(mark.label)
    return spec is not None and spec.names


def _unmarked(marks: list[Annotation], texts: Mapping[str, str]) -> Iterator[Oddity]:
    """A surface of some length that is marked in one place and stands unmarked in another."""
    labels: dict[str, str] = {}
    covered: dict[str, list[Span]] = defaultdict(list)
    for mark in marks:
        covered[mark.doc_id].append(mark.span)
        if _is_name(mark) and len(mark.text) >= _SHORTEST_REPEAT:
            labels[mark.text] = mark.label
    for doc_id, text in texts.items():
        for surface, label in labels.items():
            for match in re.finditer(rules.NO_LETTER_BEFORE + re.escape(surface) + rules.NO_LETTER_BEHIND, text):
                span = Span(*match.span())
                if not any(span.overlaps(other) for other in covered[doc_id]):
                    yield Oddity(doc_id, span, "unmarked-elsewhere", f"{surface} is {label} elsewhere")


def _differing(marks: list[Annotation]) -> Iterator[Oddity]:
    """One name with several values: right for 同省, a slip for 総務省."""
    values: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for mark in marks:
        if _is_name(mark) and mark.value not in ("", "?") and not mark.text.startswith(rules.POINTING):
            values[mark.label, mark.text][mark.value] += 1
    for mark in marks:
        counts = values.get((mark.label, mark.text))
        if counts and len(counts) > 1 and mark.value not in ("", "?") and counts[mark.value] < max(counts.values()):
            usual = counts.most_common(1)[0][0]
            yield Oddity(mark.doc_id, mark.span, "values-differ", f"{mark.text} is {mark.value}, elsewhere {usual}")
