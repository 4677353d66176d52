"""How much of one paragraph stands in another: rare terms that both hold, found by an index of terms."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from hakusho.editions.alignment_rules import CANDIDATES, COMMON, LARGEST, TERM

Terms = frozenset[str]


def terms_of(text: str) -> Terms:
    """Return the runs of letters of a text.

    >>> sorted(terms_of("国際協力推進"))
    ['協力推進', '国際協力', '際協力推']
    """
    return frozenset(text[at : at + TERM] for at in range(len(text) - TERM + 1)) or frozenset({text} - {""})


@dataclass(frozen=True, slots=True)
class Likeness:
    """`carried`: share of the shorter one's terms that the longer holds; `in_order`: letters in common, in order."""

    carried: float
    in_order: float

    @property
    def mean(self) -> float:
        return (self.carried + self.in_order) / 2


class Likenesses:
    """The texts of two editions side by side. A term weighs the more, the fewer paragraphs hold it."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._texts = (old, new)
        known: dict[str, str] = {}
        self.old = [frozenset(known.setdefault(term, term) for term in terms_of(text)) for text in old]
        self.new = [frozenset(known.setdefault(term, term) for term in terms_of(text)) for text in new]
        held = Counter(term for terms in (*self.old, *self.new) for term in terms)
        most = len(old) + len(new) + 1
        # What two paragraphs share is held by two at least; what only one holds must not weigh more than that.
        self._weight = {term: math.log(most / max(2, count)) for term, count in held.items()}
        self._old_masses = [self.mass(terms) for terms in self.old]
        self._new_masses = [self.mass(terms) for terms in self.new]

    def mass(self, terms: Terms) -> float:
        """Return the weight of terms, summed in an order that does not depend on hashing."""
        return math.fsum(self._weight.get(term, 0.0) for term in terms)

    def shorter(self, old: int, new: int) -> float:
        """Return the weight of the shorter of two paragraphs."""
        return min(self._old_masses[old], self._new_masses[new])

    def between(self, old: int, new: int) -> Likeness:
        least = self.shorter(old, new)
        carried = self.mass(self.old[old] & self.new[new]) / least if least else 0.0
        one, other = self._texts[0][old], self._texts[1][new]
        if len(one) * len(other) > LARGEST:
            return Likeness(carried, carried * min(len(one), len(other)) / max(len(one), len(other)))
        return Likeness(carried, Indel.normalized_similarity(one, other))

    def candidates(self) -> dict[tuple[int, int], Likeness]:
        """Return the pairs (old, new) that share most, a few for each paragraph of either side."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, terms in enumerate(self.old):
            for term in terms:
                places[term].append(index)
        shared = {new: self._shared(terms, places) for new, terms in enumerate(self.new)}
        by_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
        pairs = set()
        for new, masses in shared.items():
            for old, mass in masses.items():
                by_old[old].append((-mass / self.shorter(old, new), new))
            best = sorted((-mass / self.shorter(old, new), old) for old, mass in masses.items())[:CANDIDATES]
            pairs |= {(old, new) for _, old in best}
        pairs |= {(old, new) for old, found in by_old.items() for _, new in sorted(found)[:CANDIDATES]}
        return {pair: self.between(*pair) for pair in sorted(pairs)}

    def _shared(self, terms: Terms, places: dict[str, list[int]]) -> dict[int, float]:
        """Return how much each old paragraph shares with these terms; sorted, as sums of floats depend on order."""
        masses: dict[int, float] = defaultdict(float)
        for term in sorted(terms):
            held = places.get(term, ())
            if len(held) <= COMMON:
                for index in held:
                    masses[index] += self._weight[term]
        return {index: mass for index, mass in masses.items() if mass > 0}
