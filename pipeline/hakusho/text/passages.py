"""Passages: what a search finds and shows, each a sentence, or a printed line of what is not prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE = re.compile("[^\r\n\u0085\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document; `sentence_id` is empty where it is a line of a heading, table, caption or note."""

    start: int
    end: int
    region: str
    page: int
    sentence_id: str
    text: str


def passages(
    text: str, blocks: Sequence[tuple[int, int, str, int]], sentences: Sequence[tuple[int, int, str, str]]
) -> Iterator[Passage]:
    """Return the passages of a document in its order.

    `blocks` are (start, end, region, page), `sentences` (start, end, id, text), both in document order.

    >>> blocks = [(0, 5, "heading", 0), (5, 14, "body", 0)]
    >>> [*passages("１ 概要\\n米国は、\\n述べた。", blocks, [(5, 13, "a:s00001", "米国は、述べた。")])]
    [Passage(start=0, end=4, region='heading', page=0, sentence_id='', text='１ 概要'),
     Passage(start=5, end=13, region='body', page=0, sentence_id='a:s00001', text='米国は、述べた。')]
    """
    at = 0
    for start, end, region, page in blocks:
        first = at
        while at < len(sentences) and sentences[at][0] < end:
            sentence_start, sentence_end, sentence_id, sentence = sentences[at]
            yield Passage(sentence_start, sentence_end, region, page, sentence_id, sentence)
            at += 1
        # A sentence that began in a block before may run through this one.
        inside = first < at or (at > 0 and sentences[at - 1][1] > start)
        if not inside:
            for line in _LINE.finditer(text, start, end):
                if line[0].strip():
                    yield Passage(line.start(), line.end(), region, page, "", line[0])
