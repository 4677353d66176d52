"""Pair the paragraphs of two editions: what is carried over, weighed with where it stands."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from hakusho.editions.alignment_rules import (
    CERTAIN,
    FURTHER,
    FURTHER_AFIELD,
    HOME,
    LEAST_CARRIED,
    MOSTLY,
    NEIGHBOURS,
    OTHER_COUNTRY,
    PAIR,
    RARE_COUNT,
    RARE_SHARE,
    SAME_COUNTRY,
    SAME_PARENT,
    SAME_SECTION,
    SENTENCE,
    SHORTEST,
)
from hakusho.editions.likeness import Likeness, Likenesses, Terms, terms_of
from hakusho.editions.model import NONE, Edition, Link, Paragraph, SectionLinks
from hakusho.editions.wording import bare, plain, sentence_texts
from hakusho.editions.wording_rules import VENUE
from hakusho.labels import COUNTRY

Pair = tuple[int, int]


class ParagraphAligner:
    """Two editions, looked through once; asked for certain pairs first, then for all once sections are known."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self._old, self._new = old, new
        texts = [[bare(paragraph) for paragraph in side.paragraphs] for side in (old, new)]
        self._terms = Likenesses(*texts)
        self._plain = [[plain(paragraph) for paragraph in side.paragraphs] for side in (old, new)]
        self._countries = [[_countries(paragraph) for paragraph in side.paragraphs] for side in (old, new)]
        self._rare = _rare([countries for side in self._countries for countries in side])
        self._found = self._terms.candidates()

    def certain(self) -> list[Link]:
        """Return pairs that need no look at where they stand, each paragraph in one at most."""
        scores = {pair: like.mean for pair, like in self._found.items() if like.mean >= CERTAIN and self._tells(pair)}
        return [self._link(pair) for pair in _one_to_one(scores, self._ties)]

    def all(self, sections: SectionLinks, known: Iterable[Link]) -> list[Link]:
        """Return all pairs, also the further ones of paragraphs that were divided or put together."""
        partners = {link.old: link.new for link in known}
        scores = {}
        for pair, like in self._found.items():
            score = self._score(pair, like, sections, partners)
            if score >= PAIR and self._tells(pair):
                scores[pair] = score
        chosen = _one_to_one(scores, self._ties)
        return [self._link(pair) for pair in sorted([*chosen, *self._further(chosen, sections)])]

    def _tells(self, pair: Pair) -> bool:
        """Return whether both texts are long enough to speak for themselves; a few words stand in many a paragraph."""
        shorter = min(len(self._plain[0][pair[0]]), len(self._plain[1][pair[1]]))
        return shorter >= SHORTEST or self._found[pair].in_order >= MOSTLY

    def identical(self, pair: Pair) -> bool:
        """Return whether a pair has the same wording, numbers and all."""
        return self._plain[0][pair[0]] == self._plain[1][pair[1]]

    def _link(self, pair: Pair) -> Link:
        like = self._found.get(pair) or self._terms.between(*pair)
        shorter = min(len(self._plain[0][pair[0]]), len(self._plain[1][pair[1]]))
        return Link(*pair, 1.0 if self.identical(pair) else like.in_order, shorter)

    def _score(self, pair: Pair, like: Likeness, sections: SectionLinks, partners: Mapping[int, int]) -> float:
        old, new = pair
        score = like.mean + self._context(pair, sections)
        if any(partners.get(old + step) == new + step for step in (-1, 1)):
            score += NEIGHBOURS
        return score + self._subject(self._countries[0][old], self._countries[1][new])

    def _subject(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return what the countries of two paragraphs tell of whether their subject is the same."""
        if one and other and not one & other:
            return -OTHER_COUNTRY
        return SAME_COUNTRY if one == other and one & self._rare else 0.0

    def _context(self, pair: Pair, sections: SectionLinks) -> float:
        one, other = self._old.paragraphs[pair[0]].section, self._new.paragraphs[pair[1]].section
        if (one, other) in sections.pairs:
            return SAME_SECTION
        if NONE in (one, other):
            return 0.0
        parents = self._old.sections[one].parent, self._new.sections[other].parent
        near = {(one, parents[1]), (parents[0], other), parents} - {(NONE, NONE)}
        return SAME_PARENT if near & sections.pairs else 0.0

    def _ties(self, pair: Pair) -> tuple[bool, float]:
        """Of equal pairs the identical ones go first, then those at the same place of their editions."""
        places = [at / max(1, len(side.paragraphs)) for at, side in zip(pair, (self._old, self._new), strict=True)]
        return not self.identical(pair), abs(places[0] - places[1])

    def _further(self, chosen: list[Pair], sections: SectionLinks) -> list[Pair]:
        """Return pairs besides the chosen ones that carry what those do not."""
        told: tuple[dict[int, Terms], dict[int, Terms]] = (defaultdict(frozenset), defaultdict(frozenset))
        for pair in chosen:
            self._tell(told, pair)
        found, taken = [], set(chosen)
        for pair in sorted(self._found, key=lambda pair: (-self._found[pair].carried, pair)):
            if pair not in taken and self._carries_more(pair, told, sections):
                found.append(pair)
                self._tell(told, pair)
        return found

    def _tell(self, told: tuple[dict[int, Terms], dict[int, Terms]], pair: Pair) -> None:
        shared = self._terms.old[pair[0]] & self._terms.new[pair[1]]
        told[0][pair[0]] |= shared
        told[1][pair[1]] |= shared

    def _carries_more(
        self, pair: Pair, told: tuple[dict[int, Terms], dict[int, Terms]], sections: SectionLinks
    ) -> bool:
        old, new = pair
        near = self._context(pair, sections) == SAME_SECTION
        if self._found[pair].carried < (LEAST_CARRIED if near else FURTHER_AFIELD):
            return False
        if min(len(self._plain[0][old]), len(self._plain[1][new])) < SHORTEST:
            return False
        if self._subject(self._countries[0][old], self._countries[1][new]) < 0:
            return False
        shared = self._terms.old[old] & self._terms.new[new]
        rest = shared - told[0][old] - told[1][new]
        carried = self._terms.mass(rest)
        least = self._terms.shorter(old, new)
        if least and carried / least >= (FURTHER if near else FURTHER_AFIELD):
            return True
        return near and self._has_sentence(pair, rest)

    def _has_sentence(self, pair: Pair, rest: Terms) -> bool:
        """Return whether a sentence of either stands in the other, and in none of its partners."""
        for paragraph in (self._old.paragraphs[pair[0]], self._new.paragraphs[pair[1]]):
            for sentence in sentence_texts(paragraph):
                terms = terms_of(sentence)
                mass = self._terms.mass(terms)
                if len(sentence) >= 2 * SHORTEST and mass and self._terms.mass(terms & rest) / mass >= SENTENCE:
                    return True
        return False


def _countries(paragraph: Paragraph) -> frozenset[str]:
    """Return the countries that a paragraph is about; not those where a meeting happens to be held."""
    at = paragraph.span.start
    return frozenset(
        fact.value
        for fact in paragraph.facts
        if fact.kind == COUNTRY and fact.value != HOME and not VENUE.pattern.match(paragraph.text, fact.span.end - at)
    )


def _rare(named: Sequence[frozenset[str]]) -> frozenset[str]:
    counts = Counter(country for countries in named for country in countries)
    most = max(RARE_COUNT, RARE_SHARE * len(named))
    return frozenset(country for country, count in counts.items() if count <= most)


def _one_to_one(scores: Mapping[Pair, float], ties: Callable[[Pair], tuple[bool, float]]) -> list[Pair]:
    """Return pairs, best first, so that none has a side in common with a better one."""
    olds, news, chosen = set(), set(), []
    for pair in sorted(scores, key=lambda pair: (-round(scores[pair], 6), ties(pair), pair)):
        if pair[0] not in olds and pair[1] not in news:
            olds.add(pair[0])
            news.add(pair[1])
            chosen.append(pair)
    return chosen
