"""What a pointer of the text points at: a figure by its number, a section by the path of its numbers."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from hakusho.records import Figure, Section
from hakusho.segment import reference_rules as rules

_WIDTH = str.maketrans("０１２３４５６７８９（）．，－‐–─［］", "0123456789().,----[]")


def squeezed(identifier: str) -> str:
    """Return an identifier without its spaces: 図表 5-7-1-1 is 図表5-7-1-1."""
    return re.sub(r"[ 　]", "", identifier)


def folded(identifier: str) -> str:
    """Return an identifier by which printed forms are compared: of one width, without 参照.

    >>> folded("表２－７参照"), folded("図 1")
    ('表2-7', '図1')
    """
    return rules.SEE_END.sub("", squeezed(identifier).translate(_WIDTH))


class Targets:
    """The figures and sections of a document, by their numbers."""

    def __init__(self, figures: Sequence[Figure], sections: Sequence[Section]) -> None:
        self._figures: dict[str, list[Figure]] = {}
        for figure in figures:
            self._figures.setdefault(folded(figure.figure_id), []).append(figure)
        self._sections = sections
        self._starts = [section.heading.start for section in sections]
        brackets = [bool(rules.HALF_BRACKET.match(folded(figure.figure_id))) for figure in figures]
        self.half_bracket = 2 * sum(brackets) > len(brackets)
        self._by_id = {section.section_id: section for section in sections}
        self._by_number: dict[str, list[Section]] = {}
        for section in sections:
            titled = "" if section.number else rules.BOX_NUMBER.match(section.title)
            self._by_number.setdefault(folded(titled[0] if titled else section.number), []).append(section)

    def figure_kind(self, ref: str) -> str:
        """Return figure or table for a number that the document has; empty for others."""
        known = self._figures.get(folded(ref))
        return known[0].kind if known else ""

    def in_heading(self, offset: int) -> bool:
        """Return whether a place is in a heading, which names its section itself."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._sections[at].heading.end

    def of(self, ref: str, kind: str, offset: int) -> str:
        """Return the id of what a pointer at an offset means; empty where the document does not hold it."""
        key = folded(ref)
        if figures := self._figures.get(key):
            return min(figures, key=lambda figure: abs(figure.span.start - offset)).figure_id
        if key in rules.RELATIVE:
            return self._relative(key, offset)
        return self._section(key, offset) if kind == "section" else ""

    def _section(self, key: str, offset: int) -> str:
        """Walk down the numbers of a path (第1節2(1)); of several sections the nearest in the same chapter is meant."""
        above, key = self._above_path(rules.SEEN_FROM.sub("", key), offset)
        steps = self._steps(key)
        whole = [] if above else self._by_number.get(key) or self._by_number.get(rules.AROUND_POINTS.sub("", key))
        found = whole or (above if above else self._numbered(steps[0]))
        for step in [] if whole else steps[0 if above else 1 :]:
            within = [section for section in self._numbered(step) if self._inside(section, found)]
            highest = min((section.level for section in within), default=0)
            found = [section for section in within if section.level == highest]
        if len(found) > 1:
            home = self._above(self._at(offset))
            found = [min(found, key=lambda s: (-len(home & self._above(s)), abs(s.heading.start - offset)))]
        return found[0].section_id if found else ""

    def _above_path(self, key: str, offset: int) -> tuple[list[Section], str]:
        """Return the section in which a path begins, where the text says so, and the path: 本節2, or an item alone."""
        match = rules.OF_THIS.match(key)
        rank = match["rank"] if match else rules.RANK_OF_ITEMS if rules.ITEM_NUMBER.match(key) else ""
        rest = key[match.end() :] if match else key
        here = self._at(offset)
        while rank and here is not None and not here.number.endswith(rank):
            here = self._by_id.get(here.parent_id)
        return ([here] if rank and here is not None else []), rest

    def _steps(self, key: str) -> list[str]:
        dotted = rules.DOTTED.match(key)
        if rules.BOX.match(key):
            return [key]
        if not dotted or key in self._by_number:
            return rules.STEP.findall(key) or [key]
        path = [rules.NTH + dotted["chapter"] + rules.CHAPTER, rules.NTH + dotted["section"] + rules.SECTION]
        return path + [step for step in (dotted["item"], dotted["rest"]) if step]

    def _numbered(self, step: str) -> list[Section]:
        """Return the sections with a number; an item may be printed bare, and a pointer leave out the ordinal."""
        found = self._by_number.get(step) or self._by_number.get(rules.NTH + step, [])
        if not found and (item := rules.ITEM_NUMBER.fullmatch(step)):
            return self._by_number.get(item[1], [])
        return found

    def _at(self, offset: int) -> Section | None:
        """Return the innermost section that holds a place."""
        at = bisect_right(self._starts, offset) - 1
        section = self._sections[at] if at >= 0 else None
        while section is not None and section.body.end <= offset:
            section = self._by_id.get(section.parent_id)
        return section

    def _above(self, section: Section | None) -> frozenset[str]:
        """Return the sections that hold a section, by their ids."""
        held = set()
        while section is not None and (section := self._by_id.get(section.parent_id)):
            held.add(section.section_id)
        return frozenset(held)

    def _inside(self, section: Section, above: Sequence[Section]) -> bool:
        return any(upper.body.start <= section.heading.start < upper.body.end for upper in above)

    def _relative(self, key: str, offset: int) -> str:
        """前節 is the section before the one that holds the place; or the numbered one at its side."""
        peers = [section for section in self._sections if section.number.endswith(key[-1])]
        if not peers and (here := self._at(offset)):
            peers = [section for section in self._sections if section.number and section.parent_id == here.parent_id]
        at = max((i for i, section in enumerate(peers) if section.heading.start <= offset), default=None)
        if at is None or not 0 <= at + rules.RELATIVE[key] < len(peers):
            return ""
        return peers[at + rules.RELATIVE[key]].section_id
