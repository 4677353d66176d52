"""Seek patterns only in the lines that hold a word without which they cannot match: one pass for many patterns."""

import math
import re
import re._constants as code  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from hakusho.text.matching import Words

# More spellings than this of one stretch of a pattern are not written out.
_MOST_SPELLINGS = 200
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_LOOKS = (code.ASSERT, code.ASSERT_NOT)
_LINE_END = ord("\n")
_AT = (code.AT_BEGINNING, code.AT_BEGINNING_STRING, code.AT_BOUNDARY, code.AT_NON_BOUNDARY)


class LineSearch:
    r"""Patterns to seek together; each must need one of a few words and match within a line.

    Raises `ValueError` for a pattern that needs no word in particular or may match over the end of a line.

    >>> firm = re.compile("[ァ-ヴー]+(?=の(?:子会社|社長))")
    >>> lines = LineSearch([firm]).over("アジアの国\nミナモの社長\n")
    >>> [match.group() for match in lines.finditer(firm)]
    ['ミナモ']
    """

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(dict.fromkeys(patterns))
        by_word: dict[str, list[int]] = {}
        for index, pattern in enumerate(self.patterns):
            for word in needed_words(pattern):
                by_word.setdefault(word, []).append(index)
        self._words = Words(by_word)
        self._needing = [tuple(indices) for indices in by_word.values()]

    def over(self, text: str) -> "AnchoredLines":
        """Look once for the words in `text`; its patterns are then sought where theirs stand."""
        lines: list[list[tuple[int, int]]] = [[] for _ in self.patterns]
        for word, at, _ in self._words.find(text):
            for index in self._needing[word]:
                if not (found := lines[index]) or found[-1][1] <= at:
                    found.append((text.rfind("\n", 0, at) + 1, text.find("\n", at) + 1 or len(text)))
        return AnchoredLines(text, dict(zip(self.patterns, lines, strict=True)))


class AnchoredLines:
    """The lines of a text that each pattern of a search may match in."""

    def __init__(self, text: str, lines: Mapping[re.Pattern[str], list[tuple[int, int]]]) -> None:
        self._text = text
        self._lines = lines

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Return what `pattern.finditer(text)` does. Raises `KeyError` for a pattern of no search."""
        for start, end in self._lines[pattern]:
            yield from pattern.finditer(self._text, start, end)


def needed_words(pattern: re.Pattern[str]) -> frozenset[str]:
    """Return words of which each line that a pattern matches in holds one: the rarest that can be told.

    >>> sorted(needed_words(re.compile("[一-龥]{2,4}(?:株式|有限)会社")))
    ['有限会社', '株式会社']
    """
    tree = parser.parse(pattern.pattern, pattern.flags)
    if pattern.flags & (re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE) or _may_leave_line(tree):
        raise ValueError(f"not within a line: {pattern.pattern[:80]}")
    words = _needed(tree)
    if words is None:
        raise ValueError(f"needs no word: {pattern.pattern[:80]}")
    return words


def _needed(tree: Any) -> frozenset[str] | None:
    """Return the best set of words of which a match of the tree holds one; None where there is none."""
    found: list[frozenset[str]] = []
    run = frozenset(("",))
    for operation, argument in tree:
        spelt = _spellings(operation, argument)
        if spelt is not None and len(run) * len(spelt) <= _MOST_SPELLINGS:
            run = frozenset(map("".join, product(run, spelt)))
            continue
        found.append(run)
        run = frozenset(("",)) if spelt is None else spelt
        if (inner := _inner(operation, argument)) is not None:
            found.append(inner)
    found.append(run)
    usable = [words for words in found if words and all(words)]
    return min(usable, key=_expected, default=None)


def _expected(words: frozenset[str]) -> float:
    """Return about how often one of the words stands at a place of a text: letters are rarer than kana and signs."""
    return sum(math.prod(_often(sign) for sign in word) for word in words)


def _often(sign: str) -> float:
    if not sign.isalnum():
        return 0.1
    return 0.05 if unicodedata.name(sign, "").startswith("HIRAGANA") else 0.01


def _inner(operation: Any, argument: Any) -> frozenset[str] | None:
    if operation is code.BRANCH:
        parts = [_needed(part) for part in argument[1]]
        return None if None in parts else frozenset().union(*(part for part in parts if part))
    if operation in _REPEATS:
        return _needed(argument[2]) if argument[0] else None
    if operation is code.ASSERT:
        return _needed(argument[1])
    group = _group(operation, argument)
    return None if group is None else _needed(group)


def _group(operation: Any, argument: Any) -> Any:
    if operation is code.SUBPATTERN:
        # What ignores case inside has no spelling of its own.
        return None if argument[1] & re.IGNORECASE else argument[3]
    return argument if operation is code.ATOMIC_GROUP else None


def _spellings(operation: Any, argument: Any) -> frozenset[str] | None:
    """Return every string that a part of a pattern matches, where they are few; None where they are many."""
    found: Iterable[str] | None = None
    if operation is code.LITERAL:
        found = (chr(argument),)
    elif operation is code.IN and all(kind is code.LITERAL for kind, _ in argument):
        found = (chr(sign) for _, sign in argument)
    elif operation is code.BRANCH:
        parts = [_spelt(part) for part in argument[1]]
        found = None if None in parts else (word for part in parts if part for word in part)
    elif operation in _REPEATS and argument[:2] == (0, 1):
        inner = _spelt(argument[2])
        found = None if inner is None else ("", *inner)
    elif (group := _group(operation, argument)) is not None:
        found = _spelt(group)
    spelt = None if found is None else frozenset(found)
    return spelt if spelt is not None and len(spelt) <= _MOST_SPELLINGS else None


def _spelt(tree: Any) -> frozenset[str] | None:
    run = frozenset(("",))
    for operation, argument in tree:
        spelt = _spellings(operation, argument)
        if spelt is None or len(run) * len(spelt) > _MOST_SPELLINGS:
            return None
        run = frozenset(map("".join, product(run, spelt)))
    return run


def _may_leave_line(tree: Any) -> bool:
    """Return whether a match, or what it looks at behind it, may hold the end of a line, or depends on one."""
    return any(_leaves_line(operation, argument) for operation, argument in tree)


def _leaves_line(operation: Any, argument: Any) -> bool:
    if operation is code.LITERAL:
        return bool(argument == _LINE_END)
    if operation is code.NOT_LITERAL:
        return bool(argument != _LINE_END)
    if operation is code.IN:
        return _holds_line_end(argument)
    if operation is code.AT:
        return argument not in _AT
    if operation in _LOOKS:
        return argument[0] > 0 and _may_leave_line(argument[1])
    if operation is code.BRANCH:
        return any(map(_may_leave_line, argument[1]))
    if operation in _REPEATS:
        return _may_leave_line(argument[2])
    if operation is code.ANY:
        return False
    group = _group(operation, argument)
    return group is None or _may_leave_line(group)


def _holds_line_end(signs: Any) -> bool:
    negated = signs[0][0] is code.NEGATE
    held = any(
        (kind is code.LITERAL and value == _LINE_END)
        or (kind is code.RANGE and value[0] <= _LINE_END <= value[1])
        or (kind is code.CATEGORY and value in (code.CATEGORY_SPACE, code.CATEGORY_NOT_DIGIT, code.CATEGORY_NOT_WORD))
        for kind, value in signs
    )
    return held != negated
