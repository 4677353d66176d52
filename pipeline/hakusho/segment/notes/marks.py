"""Marks that a text has behind its words: 増加した1。, 調査した(1)。, 基金²を.

A number that names a thing is none: 資料1, 様式2; nor are 対策1 and 対策2, where one word has several numbers.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from hakusho.segment.notes import note_rules

__all__ = ["Marks", "folded_marker", "marks_of_text", "number_of"]

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WIDE_SIGNS = str.maketrans("（）［］〔〕０１２３４５６７８９", "()[][]0123456789")
_OPENING = re.compile(r"[^0-9]{0,4}([0-9]{1,3})")
_WORD = 2


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a text with the place where each stands first, and all places where a number may be one."""

    first: dict[str, int] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=dict)

    def are_above(self, marker: str, offset: int) -> bool:
        """Return whether a mark stands above a place: a note stands below what refers to it."""
        return self.first.get(marker, offset) < offset

    def between(self, marker: str, begin: int, end: int) -> int | None:
        """Return the first place between two others where a number may be a mark."""
        places = self.places.get(marker, [])
        at = bisect_left(places, begin)
        return places[at] if at < len(places) and places[at] < end else None

    def in_order(self, markers: Iterable[str], begin: int, end: int) -> bool:
        """Return whether all of these stand between two places one behind the other."""
        at = begin
        for marker in markers:
            place = self.between(marker, at, end)
            if place is None:
                return False
            at = place
        return True


def number_of(text: str) -> int | None:
    """Return the number that a line opens with, behind a few signs.

    >>> number_of("※1 推計"), number_of("² 推計"), number_of("推計")
    (1, 2, None)
    """
    digits = _OPENING.match(text.translate(_SUPERSCRIPT))
    return int(digits[1]) if digits else None


def folded_marker(marker: str) -> str:
    """Return a mark in narrow signs: （１） is (1), 〔1〕 is [1]."""
    return marker.translate(_WIDE_SIGNS)


def marks_of_text(text: str) -> tuple[Marks, Marks]:
    """Return the plain and the bracketed marks of a text.

    >>> plain, bracketed = marks_of_text("増加した1。対策1、対策2を進める(2)。")
    >>> plain.first, bracketed.first
    ({'1': 4}, {'(2)': 17})
    """
    found = list(note_rules.PLAIN_REFERENCE.finditer(text))
    plain = _first(_marks((match for match in found if match["sure"]), text))
    for match in note_rules.RAISED_REFERENCE.finditer(text):
        plain.setdefault(match[1].translate(_SUPERSCRIPT), match.start(1))
    places: dict[str, list[int]] = defaultdict(list)
    for match in found:
        places[match[0]].append(match.start())
    return Marks(plain, places), Marks(_first(_marks(note_rules.BRACKETED_REFERENCE.finditer(text), text)))


def _marks(found: Iterable["re.Match[str]"], text: str) -> Iterable[tuple[str, int]]:
    """Return the marks that do not number things of one name."""
    marks = [(folded_marker(match[0]), match.start()) for match in found]
    numbers: dict[str, set[str]] = defaultdict(set)
    for marker, start in marks:
        numbers[text[max(0, start - _WORD) : start]].add(marker)
    for marker, start in marks:
        word = text[max(0, start - _WORD) : start]
        if len(numbers[word]) == 1 or note_rules.KANA_END.search(word):
            yield marker, start


def _first(marks: Iterable[tuple[str, int]]) -> dict[str, int]:
    first: dict[str, int] = {}
    for marker, start in marks:
        first.setdefault(marker, start)
    return first
