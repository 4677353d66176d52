"""Paragraphs in a form that can be compared: no width, case, punctuation, note marks, numbers of figures."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from hakusho.editions.model import Paragraph
from hakusho.records import Span

_DIGITS = re.compile(r"\d+(?:[.,．，]\d+)*")
# Stands for a number, in texts that are compared but for their numbers.
MASK = "0"
_REFERENCE_MASK = "#"
_LATIN = re.compile(r"([A-Za-z]{3})[A-Za-z]+")
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1 << 16)
def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM" or character == _REFERENCE_MASK


def letters(text: str) -> str:
    """Return the letters and digits of a text, width and case folded; what is left out carries no wording.

    >>> letters("ＡＰＥＣ、 第４７回の会合（TEL）")
    'apec第47回の会合tel'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(_is_letter, folded))


def masked(text: str) -> str:
    """Return the letters of a text with every number as one mark.

    >>> masked("2011年（平成23年）に12.5％")
    '0年平成0年に0'
    """
    return letters(_DIGITS.sub(MASK, unicodedata.normalize("NFKC", text)))


def plain(paragraph: Paragraph) -> str:
    """Return a paragraph's letters without note markers, and with a mark for numbers that point to other places."""
    return letters(without(paragraph.text, paragraph.span.start, paragraph.markers, paragraph.references))


def without(text: str, offset: int, markers: Iterable[Span], references: Iterable[Span]) -> str:
    """Return a text that begins at `offset` without its markers, digits of references as a mark."""
    edits = [(span, False) for span in markers] + [(span, True) for span in references]
    pieces, place = [], 0
    for span, is_reference in sorted(edits, key=lambda edit: edit[0].start):
        start, end = max(place, span.start - offset), max(place, span.end - offset)
        pieces += [text[place:start], _DIGIT.sub(_REFERENCE_MASK, text[start:end]) if is_reference else ""]
        place = end
    return "".join([*pieces, text[place:]])


def bare(paragraph: Paragraph) -> str:
    """Return a paragraph's masked letters without note markers, its Latin words cut short."""
    return _cut(without(paragraph.text, paragraph.span.start, paragraph.markers, ()))


def _cut(text: str) -> str:
    """A Latin word tells as much as a Japanese one of fewer letters, and must not weigh more."""
    return masked(_LATIN.sub(r"\1", unicodedata.normalize("NFKC", text)))


def sentence_texts(paragraph: Paragraph) -> list[str]:
    """Return the masked letters of each sentence."""
    at = paragraph.span.start
    return [_cut(paragraph.text[max(0, s.start - at) : s.end - at]) for s in paragraph.sentences]
