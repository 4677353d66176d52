"""Words, from SudachiPy: the dictionary is loaded once, texts of any length are read in pieces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

# SudachiPy refuses more bytes at once; a piece ends at a line or sentence end before that.
MOST_BYTES = 49_149
_PIECE = MOST_BYTES // 4
_END = re.compile("[\n。]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its place in code points, its part of speech (six levels) and its dictionary form."""

    start: int
    end: int
    part_of_speech: tuple[str, ...]
    lemma: str


@lru_cache(maxsize=4)
def _tokenizer(mode: str) -> Any:
    from sudachipy import Dictionary, SplitMode

    modes = {"A": SplitMode.A, "B": SplitMode.B, "C": SplitMode.C}
    return Dictionary().create(mode=modes[mode])


def tokenise(text: str, mode: str = "C") -> Iterator[Token]:
    """Return the words of a text of any length, in order; together they cover it.

    `mode` is Sudachi's: A short units, C named entities whole.

    >>> [("国際協力機構は日米の"[t.start:t.end]) for t in tokenise("国際協力機構は日米の")]
    ['国際協力機構', 'は', '日米', 'の']
    """
    tokenizer = _tokenizer(mode)
    for start, end in pieces(text):
        for morpheme in tokenizer.tokenize(text[start:end]):
            begin, stop = morpheme.begin(), morpheme.end()
            if stop > begin:
                yield Token(start + begin, start + stop, morpheme.part_of_speech(), morpheme.dictionary_form())


def pieces(text: str, most: int = _PIECE) -> Iterator[tuple[int, int]]:
    """Return (start, end) of pieces of at most `most` characters that cover the text, cut at line or sentence ends.

    >>> list(pieces("一。二。三。", 4)), list(pieces("あいうえお", 4))
    ([(0, 4), (4, 6)], [(0, 4), (4, 5)])
    """
    start = 0
    while start < len(text):
        end = min(len(text), start + most)
        if end < len(text):
            ends = [match.end() for match in _END.finditer(text, start, end)]
            end = ends[-1] if ends else end
        yield start, end
        start = end
