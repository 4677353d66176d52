"""Find the names that a user gave: they win over what the lexicon and the grammar find at the same place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from hakusho.labels import registry
from hakusho.recognise.edges import stands
from hakusho.recognise.protocol import Candidate
from hakusho.records import MentionParts, NameParts, OwnName
from hakusho.text.document import Document
from hakusho.text.matching import Gazetteer
from hakusho.text.overlap import best_cover
from hakusho.text.views import reading_view

_RULE = "own"


class OwnNames:
    """The user's names in searchable form; of one spelling in several files the first counts.

    `folding` is that of the views (`hakusho.text.folding.folding_table`).
    """

    def __init__(self, names: Iterable[OwnName], folding: Mapping[int, str]) -> None:
        by_form: dict[str, OwnName] = {}
        for own in names:
            by_form.setdefault(reading_view(own.name, folding).text, own)
        self._names = list(by_form.values())
        self._finder = Gazetteer((form, str(index)) for index, form in enumerate(by_form))

    def find(self, document: Document, labels: frozenset[str]) -> Sequence[Candidate]:
        """Return the names of these labels that stand in a document, in order; no two overlap."""
        view = document.view
        hits = ((hit, self._names[int(hit.key)]) for hit in self._finder.find(view.text))
        candidates = (
            Candidate(
                hit.start, hit.end, own.label, _RULE, parts_of(own.label, own.value), (), 0, own.source, own.value
            )
            for hit, own in hits
            if own.label in labels
        )
        return best_cover(candidate for candidate in candidates if stands(candidate, document.words, view.text))


def parts_of(label: str, value: str) -> MentionParts:
    """Return what a value says to its label's resolver: the canonical name of a body, the code of a country."""
    spec = registry()[label]
    if spec.by_entity:
        return NameParts(canonical=value)
    return NameParts(keys=(value,)) if spec.names else None


def with_own(candidates: Sequence[Candidate], own: Sequence[Candidate]) -> list[Candidate]:
    """Return the user's names, and of the other candidates those that no such name cuts or covers.

    A longer name around a user's name stays: it then names another thing (みどり銀行 around みどり).
    """
    if not own:
        return list(candidates)
    starts, ends = [name.start for name in own], [name.end for name in own]
    kept = list(own)
    for candidate in candidates:
        touched = own[bisect_right(ends, candidate.start) : bisect_left(starts, candidate.end)]
        if all(_around(candidate, name) for name in touched):
            kept.append(candidate)
    return kept


def _around(candidate: Candidate, name: Candidate) -> bool:
    held = candidate.start <= name.start and name.end <= candidate.end
    return held and (candidate.start, candidate.end) != (name.start, name.end)
