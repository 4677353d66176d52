"""The words of a document, from SudachiPy: short units (mode A) with the long units (mode C) that hold them.

The analyser reads long units; what short units each of them has is asked once and kept, since reading a word's
attributes is what costs. The dictionary is mapped from its file: processes forked from one that opened it share it.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from hakusho.language.installed import require_dictionary
from hakusho.records import Lexeme, Words
from hakusho.text.views import View
from hakusho.text.word_rules import SPACE, UNREADABLE
from hakusho.text.words import Passage, places

# SudachiPy refuses more than 49,149 bytes at once, and more than 65,535 after its own normalisation.
_MOST = 49_149 // 4
_SENTENCE_END = re.compile("[\u3002\n]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LEAN = frozenset(("pos", "split_a", "normalized_form"))
# Words of one process's vocabulary; it begins anew with the next document after it.
_MOST_LEXEMES = 500_000
# Word numbers: four bits for the dictionary, the rest for the word. Those of the last dictionary, and the last number
# of each, stand for words that are in none: unknown ones, and numbers or katakana put together.
_NO_DICTIONARY, _NO_WORD = 0xF0000000, 0x0FFFFFFF
_SPACE = Lexeme(SPACE, " ", " ", " ")
_UNREADABLE = Lexeme(UNREADABLE, "\ufffd", "\ufffd", "\ufffd")
# The short units of one long unit: where each ends, counted from its beginning, and its lexeme.
_Units = tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    require_dictionary()
    from sudachipy import Dictionary

    return Dictionary()


@lru_cache(maxsize=2)
def word_reader(full: bool = False) -> "WordReader":
    """Return the reader of words of this process; `full` reads lemmas and readings too.

    Raises DictionaryMissing where SudachiPy or its dictionary is not installed.
    """
    return WordReader(full)


class WordReader:
    """Reads the words of documents; remembers the words that it has met.

    >>> from hakusho.text.views import View
    >>> words = word_reader()(View("国際協力機構は"), [((0, 7),)])
    >>> [("国際協力機構は"[a:b], unit) for a, b, unit in zip(words.starts, words.ends, words.units)]
    [('国際', 0), ('協力', 0), ('機構', 0), ('は', 1)]
    """

    def __init__(self, full: bool) -> None:
        from sudachipy import SplitMode

        self._full, self._short = full, SplitMode.A
        self._tokenizer = _dictionary().create(mode=SplitMode.C, fields=None if full else set(_LEAN))
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._lexicon: list[Lexeme] = [_SPACE, _UNREADABLE]
        self._numbers = {lexeme: number for number, lexeme in enumerate(self._lexicon)}
        self._lexemes: dict[tuple[str, int], int] = {}
        # Words of the dictionary that are one short unit, and all others, which differ by what is printed.
        self._whole: dict[int, int] = {}
        self._units: dict[tuple[str, int], _Units] = {}
        self._parts_of_speech: dict[int, str] = {}

    def __call__(self, view: View, read: Iterable[Passage]) -> Words:
        """Return the words of a view; `read` are its passages in order, which together cover it."""
        if len(self._lexicon) > _MOST_LEXEMES:
            self._begin_anew()
        made = _Arrays()
        text = _SURROGATE.sub("\ufffd", view.text)
        torn: dict[int, _Arrays] = {}
        for passage in read:
            while made.end in torn:
                made.take(torn.pop(made.end))
            if len(passage) > 1:
                torn |= self._torn(text, passage)
            else:
                self._read(text, *passage[0], made)
        while made.end in torn:
            made.take(torn.pop(made.end))
        ends = array("i", [*made.starts[1:], made.end] if made.starts else [])
        return Words(made.starts, ends, *places(made.starts, ends, view), made.lexemes, made.units, self._lexicon)

    def _read(self, text: str, start: int, end: int, made: "_Arrays") -> None:
        """Add the words of text[start:end]."""
        if text[start:end].isspace():
            made.add(start, end, 0)
            return
        for first, last in _pieces(text, start, end):
            self._read_piece(text[first:last], first, made)

    def _read_piece(self, text: str, at: int, made: "_Arrays") -> None:
        try:
            morphemes = list(self._tokenizer.tokenize(text))
        except Exception:  # Normalised, it is too long: 12,000 characters that read as a phrase each.
            if len(text) == 1:
                made.add(at, at + 1, 1)
                return
            half = len(text) // 2
            self._read_piece(text[:half], at, made)
            self._read_piece(text[half:], at + half, made)
            return
        begins = [morpheme.begin() for morpheme in morphemes]
        begins[:1] = [0]
        begins.append(len(text))
        whole, known, unit = self._whole, self._units, made.unit
        starts, lexemes, units = [], [], []
        for index, morpheme in enumerate(morphemes):
            number, begin = morpheme.word_id(), begins[index]
            if begin == begins[index + 1]:
                # A printed character that reads as several words: the last of them holds it.
                continue
            unit += 1
            if number in whole:
                starts.append(at + begin)
                lexemes.append(whole[number])
                units.append(unit)
                continue
            key = (text[begin : begins[index + 1]], number)
            for width, lexeme in known.get(key) or self._learn(key, morpheme):
                starts.append(at + begin)
                lexemes.append(lexeme)
                units.append(unit)
                begin += width
        made.extend(starts, lexemes, units, at + len(text))

    def _learn(self, key: tuple[str, int], morpheme: Any) -> _Units:
        """Return the width and the lexeme of each short unit of a long one."""
        surface, number = key
        if number & _NO_WORD == _NO_WORD:
            # Put together from words, whose readings are those of this place: nothing of it is kept.
            return ((len(surface), self._lexeme_of(morpheme)),)
        parts = list(morpheme.split(self._short, add_single=True))
        first = parts[0].begin()
        begins = [part.begin() - first for part in parts]
        found = []
        for part, begin, end in zip(parts, begins, [*begins[1:], len(surface)], strict=True):
            if begin < end:
                found.append((end - begin, self._lexeme(surface[begin:end], part)))
        made = tuple(found)
        if len(parts) == 1 and number < _NO_DICTIONARY:
            self._whole[number] = made[0][1]
        else:
            self._units[key] = made
        return made

    def _lexeme(self, surface: str, morpheme: Any) -> int:
        key = (surface, morpheme.word_id())
        if key not in self._lexemes:
            self._lexemes[key] = self._lexeme_of(morpheme)
        return self._lexemes[key]

    def _lexeme_of(self, morpheme: Any) -> int:
        more = (morpheme.dictionary_form(), morpheme.reading_form()) if self._full else ()
        word = morpheme.word_id()
        unknown = word >= _NO_DICTIONARY or word & _NO_WORD == _NO_WORD
        lexeme = Lexeme(self._part_of_speech(morpheme), morpheme.normalized_form(), *more)._replace(unknown=unknown)
        number = self._numbers.setdefault(lexeme, len(self._lexicon))
        if number == len(self._lexicon):
            self._lexicon.append(lexeme)
        return number

    def _part_of_speech(self, morpheme: Any) -> str:
        number = morpheme.part_of_speech_id()
        if number not in self._parts_of_speech:
            levels = (level for level in morpheme.part_of_speech()[:4] if level != "*")
            self._parts_of_speech[number] = "-".join(levels)
        return self._parts_of_speech[number]

    def _torn(self, text: str, passage: Passage) -> "dict[int, _Arrays]":
        """Return the words of each piece of a torn sentence by the piece's start, read as one; tears cut words."""
        whole = _Arrays()
        joined = "".join(text[start:end] for start, end in passage)
        self._read(joined, 0, len(joined), whole)
        found, offset, index = {}, 0, 0
        for start, end in passage:
            made = found[start] = _Arrays(start)
            edge = offset + end - start
            while offset < edge:
                inside = whole.starts[index] < offset
                stop = whole.starts[index + 1] if index + 1 < len(whole.starts) else len(joined)
                made.add(start, start + min(stop, edge) - offset, -1 if inside else whole.lexemes[index])
                made.units[-1] = whole.units[index] - whole.units[0]
                start += min(stop, edge) - offset
                offset = min(stop, edge)
                index += stop <= edge
        return found


class _Arrays:
    """Words while they are being read."""

    def __init__(self, at: int = 0) -> None:
        self.starts, self.lexemes, self.units = array("i"), array("i"), array("i")
        self.end = at
        self.unit = -1

    def add(self, start: int, end: int, lexeme: int) -> None:
        self.extend([start], [lexeme], [self.unit + 1], end)

    def extend(self, starts: list[int], lexemes: list[int], units: list[int], end: int) -> None:
        self.starts.fromlist(starts)
        self.lexemes.fromlist(lexemes)
        self.units.fromlist(units)
        self.unit = units[-1] if units else self.unit
        self.end = end

    def take(self, other: "_Arrays") -> None:
        self.starts += other.starts
        self.lexemes += other.lexemes
        self.units.extend(self.unit + 1 + unit for unit in other.units)
        self.unit = self.units[-1] if self.units else -1
        self.end = other.end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return pieces short enough to be read at once, cut at line or sentence ends where there are some."""
    while end - start > _MOST:
        cuts: Sequence[int] = [match.end() for match in _SENTENCE_END.finditer(text, start, start + _MOST)]
        yield start, (cuts[-1] if cuts else start + _MOST)
        start = cuts[-1] if cuts else start + _MOST
    if start < end:
        yield start, end
