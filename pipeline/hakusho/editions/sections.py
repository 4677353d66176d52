"""Pair the sections of two editions: titles, the matter that went from one to the other, and the tree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from hakusho.editions.alignment_rules import (
    CANDIDATES,
    COMMON,
    GOES_TO,
    LEVEL,
    LIKE,
    LIKE_TITLE,
    MATTER,
    MUCH_LIKE,
    NUMBER,
    PARENTS,
    SAME_MATTER,
    SOME_MATTER,
    TAKEN_UP,
    TELLING,
    TITLE,
    WENT_ON,
)
from hakusho.editions.model import NONE, Edition, Link, SectionLinks
from hakusho.editions.wording import letters

Pair = tuple[int, int]
# Parents are known only after a first look: each round knows those of the one before.
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class _Flow:
    """The matter that paragraph pairs carry between sections, in characters, those of inner sections counted in."""

    between: Mapping[Pair, float]
    out: Mapping[int, float]
    into: Mapping[int, float]


def link_sections(old: Edition, new: Edition, links: Iterable[Link]) -> SectionLinks:
    """Return which sections answer to which, from the paragraphs that do."""
    return _Linker(old, new, _flow(old, new, links)).linked()


def _flow(old: Edition, new: Edition, links: Iterable[Link]) -> _Flow:
    between: Counter[Pair] = Counter()
    out: Counter[int] = Counter()
    into: Counter[int] = Counter()
    for link in links:
        olds = list(old.lineage(old.paragraphs[link.old].section))
        news = list(new.lineage(new.paragraphs[link.new].section))
        out.update(dict.fromkeys(olds, link.weight))
        into.update(dict.fromkeys(news, link.weight))
        between.update({(one, other): link.weight for one in olds for other in news})
    return _Flow(between, out, into)


class _Linker:
    def __init__(self, old: Edition, new: Edition, flow: _Flow) -> None:
        self._old, self._new, self._flow = old, new, flow
        self._titles = [[letters(section.title) for section in side.sections] for side in (old, new)]
        self._counts = [Counter(titles) for titles in self._titles]
        self._goes: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._comes: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (one, other), weight in sorted(flow.between.items()):
            self._goes[one].append((other, weight))
            self._comes[other].append((one, weight))
        self._children = [_children(side) for side in (old, new)]

    def linked(self) -> SectionLinks:
        links = SectionLinks()
        for _ in range(_ROUNDS):
            found = self._round(links)
            if found == links:
                break
            links = found
        return links

    def _round(self, known: SectionLinks) -> SectionLinks:
        scores = {pair: score for pair in self._candidates(known) if (score := self._score(pair, known)) > 0}
        main: dict[int, int] = {}
        taken: set[int] = set()
        for pair in sorted(scores, key=lambda pair: (-round(scores[pair], 6), pair)):
            if pair[0] not in main and pair[1] not in taken:
                main[pair[0]] = pair[1]
                taken.add(pair[1])
        taken_up, parted = self._taken_up(main), self._parted(main)
        pairs = [*main.items(), *taken_up.items(), *((one, other) for other, one in parted.items())]
        return SectionLinks(main, taken_up, parted, {pair: self._similarity(pair) for pair in pairs})

    def _candidates(self, known: SectionLinks) -> list[Pair]:
        """Return the pairs worth a look: some matter in common, one title, or parents that answer to one another."""
        by_title: dict[str, list[int]] = defaultdict(list)
        for index, title in enumerate(self._titles[1]):
            by_title[title].append(index)
        pairs = set(self._flow.between)
        for one, title in enumerate(self._titles[0]):
            others = by_title.get(title, [])
            # Of headings that stand everywhere only those count that something else speaks for.
            pairs |= {(one, other) for other in others if len(others) * self._counts[0][title] == 1}
        for one, other in known.pairs:
            pairs |= self._like_titles(self._children[0][one], self._children[1][other])
        return sorted(pairs)

    def _like_titles(self, olds: Sequence[int], news: Sequence[int]) -> set[Pair]:
        """Return, for each of some sections, those of others whose titles have most pairs of letters in common."""
        holders: dict[str, list[int]] = defaultdict(list)
        for other in news:
            for letters_of in _bigrams(self._titles[1][other]):
                holders[letters_of].append(other)
        pairs = set()
        for one in olds:
            shared = Counter(o for bigram in _bigrams(self._titles[0][one]) for o in holders.get(bigram, [])[:COMMON])
            best = sorted(shared, key=lambda other: (-shared[other], other))[:CANDIDATES]
            pairs |= {(one, other) for other in best}
        return pairs

    def _score(self, pair: Pair, known: SectionLinks) -> float:
        """Return how sure a pair is; 0 where nothing makes it one."""
        one, other = self._old.sections[pair[0]], self._new.sections[pair[1]]
        matter, like = self._matter(pair), self._like(pair)
        parents = (one.parent, other.parent) in known.pairs
        if not self._is_pair(pair, matter, like, parents):
            return 0.0
        same = like == 1.0
        score = MATTER * matter + (TITLE if same else LIKE_TITLE * like) + PARENTS * parents
        score += NUMBER * (letters(one.number) == letters(other.number))
        return score - LEVEL * abs(one.level - other.level)

    def _is_pair(self, pair: Pair, matter: float, like: float, parents: bool) -> bool:
        if like == 1.0:
            return parents or matter >= SOME_MATTER or self._is_unique(pair)
        return matter >= SAME_MATTER or (parents and like >= (LIKE if matter or self._is_bare(pair) else MUCH_LIKE))

    def _is_bare(self, pair: Pair) -> bool:
        """Return whether one of two sections has no text that could tell whether its matter is the same."""
        return not (self._old.masses[pair[0]] and self._new.masses[pair[1]])

    def _is_unique(self, pair: Pair) -> bool:
        """Return whether a title stands once in each edition, and says enough to be about one matter only."""
        title = self._titles[0][pair[0]]
        return len(title) >= TELLING and self._counts[0][title] == self._counts[1][title] == 1

    def _matter(self, pair: Pair) -> float:
        masses = self._old.masses[pair[0]] + self._new.masses[pair[1]]
        return min(1.0, 2 * self._flow.between.get(pair, 0.0) / masses) if masses else 0.0

    def _like(self, pair: Pair) -> float:
        return Indel.normalized_similarity(self._titles[0][pair[0]], self._titles[1][pair[1]])

    def _similarity(self, pair: Pair) -> float:
        """Return how much of their text two sections have in common; without text, how like their titles are."""
        has_text = self._old.masses[pair[0]] or self._new.masses[pair[1]]
        return round(self._matter(pair) if has_text else self._like(pair), 4)

    def _taken_up(self, main: Mapping[int, int]) -> dict[int, int]:
        """Return, for old sections without a partner, the section that took them up whole."""
        found = {}
        for one in range(len(self._old.sections)):
            if one in main or self._flow.out.get(one, 0.0) < TAKEN_UP * max(1, self._old.masses[one]):
                continue
            least = GOES_TO * self._flow.out[one]
            partners = [main[child] for child in self._children[0][one] if child in main]
            goes_to = [o for o, weight in self._goes[one] if weight >= least and _holds(self._new, o, partners)]
            other = _innermost(self._new, goes_to)
            if other != NONE and self._are_near(one, other):
                found[one] = other
        return found

    def _parted(self, main: Mapping[int, int]) -> dict[int, int]:
        """Return, for new sections without a partner, the old section that a part of went into them."""
        back = {other: one for one, other in main.items()}
        found = {}
        for other in range(len(self._new.sections)):
            if other in back or self._flow.into.get(other, 0.0) < WENT_ON * max(1, self._new.masses[other]):
                continue
            least = GOES_TO * self._flow.into[other]
            partners = [back[child] for child in self._children[1][other] if child in back]
            comes_from = [o for o, weight in self._comes[other] if weight >= least and _holds(self._old, o, partners)]
            one = _innermost(self._old, comes_from)
            if one != NONE and self._are_near(one, other):
                found[other] = one
        return found

    def _are_near(self, one: int, other: int) -> bool:
        """Return whether two sections are of one rank, or one rank apart: a chapter takes up no single heading."""
        return abs(self._old.sections[one].level - self._new.sections[other].level) <= 1


def _bigrams(title: str) -> list[str]:
    """Return the pairs of neighbouring letters of a title, each once, in order; a single letter is its own.

    >>> _bigrams("国際協力"), _bigrams("港")
    (['国際', '際協', '協力'], ['港'])
    """
    return list(dict.fromkeys(title[at : at + 2] for at in range(max(1, len(title) - 1))))


def _children(side: Edition) -> Mapping[int, Sequence[int]]:
    children: dict[int, list[int]] = defaultdict(list)
    for index, section in enumerate(side.sections):
        children[section.parent].append(index)
    return children


def _holds(side: Edition, outer: int, sections: Sequence[int]) -> bool:
    """Return whether a section holds all of these, itself none of them."""
    return all(outer in side.lineage(side.sections[section].parent) for section in sections)


def _innermost(side: Edition, sections: Sequence[int]) -> int:
    return max(sections, key=lambda section: (len(list(side.lineage(section))), -section), default=NONE)


def relations(old: Edition, new: Edition, links: SectionLinks) -> Iterator[tuple[int, int, str]]:
    """Return (old, new, relation) of all sections of both editions, NONE for the side that is missing."""
    merged = set(links.taken_up.values())
    # A section that kept its title, or only took up what stood inside its own counterpart, is still the same.
    put_together = {other for one, other in links.taken_up.items() if not _inside(old, one, other, links)}
    for one, other in sorted(links.main.items()):
        told = _relation(old, new, (one, other), links)
        yield one, other, "merged" if other in put_together and told != "same" else told
    for one, other in sorted(links.taken_up.items()):
        yield one, other, "merged"
    for other, one in sorted(links.parted.items()):
        yield one, other, "split"
    yield from ((one, NONE, "dropped") for one in range(len(old.sections)) if not _has(links.main, links.taken_up, one))
    taken = set(links.main.values()) | merged
    yield from ((NONE, o, "new") for o in range(len(new.sections)) if o not in taken and o not in links.parted)


def _inside(old: Edition, one: int, other: int, links: SectionLinks) -> bool:
    return any(links.main.get(above) == other for above in old.lineage(one))


def _has(main: Mapping[int, int], further: Mapping[int, int], section: int) -> bool:
    return section in main or section in further


def _relation(old: Edition, new: Edition, pair: Pair, links: SectionLinks) -> str:
    one, other = old.sections[pair[0]], new.sections[pair[1]]
    if (one.parent, other.parent) not in links.pairs:
        return "moved"
    return "same" if letters(one.title) == letters(other.title) else "renamed"
