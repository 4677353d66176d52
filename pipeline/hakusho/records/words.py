"""What `words` gives: where the words of a document begin and end, and what each is, in arrays."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Lexeme(NamedTuple):
    """A word of the analyser's dictionary, one for all the places where it stands.

    `pos` is its part of speech, the levels that say something joined by `-` (名詞-普通名詞-サ変可能). `lemma` (the
    dictionary form) and `reading` are empty unless words were asked for in full. `unknown` are those that the
    dictionary lacks.
    """

    pos: str
    normalised: str
    lemma: str = ""
    reading: str = ""
    unknown: bool = False


@dataclass(frozen=True)
class Words:
    """The words of a document in order: they cover its view, none is empty, none overlaps another.

    `starts` and `ends` are offsets of the view, `source_starts` and `source_ends` those of the canonical text.
    `lexemes` are indices into `lexicon`, -1 for the rest of a word that a page break or list tears in two.
    `units` count the long units from 0: words of one long unit (国際 and 協力 and 機構) share a number.
    """

    starts: "array[int]"
    ends: "array[int]"
    source_starts: "array[int]"
    source_ends: "array[int]"
    lexemes: "array[int]"
    units: "array[int]"
    lexicon: Sequence[Lexeme]

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def _edges(self) -> bytearray:
        """For each offset of the view 1 where a word begins or ends, 0 inside one."""
        edges = bytearray(self.ends[-1] + 1 if self.ends else 1)
        for start in self.starts:
            edges[start] = 1
        edges[-1] = 1
        for index, lexeme in enumerate(self.lexemes):
            if lexeme < 0:
                edges[self.starts[index]] = 0
        return edges

    def is_boundary(self, offset: int) -> bool:
        """Return whether a word begins or ends at an offset of the view."""
        return bool(self._edges[offset])

    def word_at(self, offset: int) -> int:
        """Return the index of the word that holds an offset of the view; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def lexeme(self, index: int) -> Lexeme | None:
        """Return what the word at an index is; None for the rest of a torn one."""
        number = self.lexemes[index]
        return self.lexicon[number] if number >= 0 else None

    def pos_at(self, offset: int) -> str:
        """Return the part of speech of the word that holds an offset of the view; empty for the rest of a torn one."""
        lexeme = self.lexeme(self.word_at(offset)) if self.starts else None
        return lexeme.pos if lexeme else ""

    def within(self, start: int, end: int) -> range:
        """Return the indices of the words that begin in [start, end) of the canonical text."""
        first = bisect_right(self.source_starts, start - 1)
        return range(first, bisect_right(self.source_starts, end - 1, first))
