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
        self._by_id = {section.section_id: section for section in sections}
        self._by_number: dict[str, list[Section]] = {}
        for section in sections:
            self._by_number.setdefault(folded(section.number), []).append(section)

    def figure_kind(self, ref: str) -> str:
        """Return figure or table for a number that the document has; empty for others."""
        known = self._figures.get(folded(ref))
        return known[0].kind if known else ""

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
        key = rules.OF_THIS.sub("", key)
        steps = rules.STEP.findall(key) or [key]
        whole = self._by_number.get(key) or self._by_number.get(rules.AROUND_POINTS.sub("", key))
        found = whole or self._by_number.get(steps[0], [])
        for step in [] if whole else steps[1:]:
            found = [section for section in self._by_number.get(step, []) if self._inside(section, found)]
        if len(found) > 1:
            home = self._above(self._at(offset))
            found = [min(found, key=lambda s: (-len(home & self._above(s)), abs(s.heading.start - offset)))]
        return found[0].section_id if found else ""

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
