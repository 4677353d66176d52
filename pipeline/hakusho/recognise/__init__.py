"""recognise: from a text and its structure to mentions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hakusho.labels import in_order, registry
from hakusho.recognise.corrections import correct
from hakusho.recognise.edges import stands
from hakusho.recognise.own_names import OwnNames, with_own
from hakusho.recognise.protocol import Candidate, Recogniser
from hakusho.records import UNCOUNTED, Mention
from hakusho.text.document import Document
from hakusho.text.overlap import best_cover

__all__ = ["Candidate", "OwnNames", "Recogniser", "correct", "recognise"]


def recognise(
    document: Document, recognisers: Mapping[str, Recogniser], labels: frozenset[str], own: OwnNames | None = None
) -> tuple[Mention, ...]:
    """Return the mentions of a document in order; they overlap only where a label may stand inside another.

    `labels` are the labels that are wanted; what those need is found too, and then left out. `own` are
    the user's own names.
    """
    known: dict[str, Sequence[Candidate]] = {}
    for label in _wanted(recognisers, labels):
        known[label] = tuple(recognisers[label].find(document, known))
    candidates = [
        candidate
        for label in recognisers
        if label in labels
        for candidate in known.get(label, ())
        if stands(candidate, document.words, document.view.text)
    ]
    if own is not None:
        candidates = with_own(candidates, own.find(document, labels))
    contains = {label: registry()[label].contains for label in labels if registry()[label].contains}
    mentions = (_mention(candidate, document) for candidate in best_cover(candidates, contains))
    return tuple(mention for mention in mentions if mention.region not in UNCOUNTED)


def _wanted(recognisers: Mapping[str, Recogniser], labels: frozenset[str]) -> tuple[str, ...]:
    """Return the labels to find, in order: those that are wanted, and all that they need."""
    wanted, more = set[str](), set(labels)
    while more:
        wanted |= more
        more = {needed for label in more for needed in recognisers[label].needs} - wanted
    return in_order({label: recogniser.needs for label, recogniser in recognisers.items() if label in wanted})


def _mention(candidate: Candidate, document: Document) -> Mention:
    span = document.view.span(candidate.start, candidate.end)
    region, surface = document.layout.region(span.start), document.text[span.slice]
    mention = Mention(span, candidate.label, surface, candidate.found_by, region, candidate.parts, candidate.given)
    return replace(mention, features=_weighed(candidate)) if candidate.score else mention


def _weighed(candidate: Candidate) -> tuple[str, ...]:
    """Return the features of a candidate after the sum of their weights."""
    return (f"score={candidate.score}", *candidate.features)
