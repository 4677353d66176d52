"""Bodies under other names: abbreviations and short names that the document defines, and 同省, 当該機構."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from hakusho.recognise.organisations import anaphor_rules
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.short_name_rules import UNIT_BEHIND

_LATIN = re.compile("[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Alias:
    """A short form that stands for the body at `body` from `start` on."""

    word: str
    start: int
    body: tuple[int, int]


def later_uses(
    text: str, aliases: Sequence[Alias], with_units: bool = False
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Return (start, end, body) for each later place where an alias stands by itself; the latest definition holds.

    `with_units` also returns where a section follows it: 市教育委員会 in 市教育委員会生涯学習課.
    """
    by_word: dict[str, list[Alias]] = {}
    for alias in aliases:
        by_word.setdefault(alias.word, []).append(alias)
    for word, defined in by_word.items():
        defined.sort(key=lambda alias: alias.start)
        starts = [alias.start for alias in defined]
        offset = text.find(word, max(0, starts[0] + 1))
        while offset >= 0:
            end = offset + len(word)
            if _stands_alone(text, offset, end) or (
                with_units and _begins_word(text, offset) and UNIT_BEHIND.match(text, end)
            ):
                yield offset, end, defined[max(0, bisect_right(starts, offset) - 1)].body
            offset = text.find(word, end)


def _begins_word(text: str, start: int) -> bool:
    return not anaphor_rules.EDGE.match(text[start - 1 : start]) or text.endswith(anaphor_rules.JOINS, 0, start)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """機構 stands for a body where no name runs into it: not in 国際機構 or 機構改革."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if _LATIN.match(text[start]):
        if _LATIN.match(before) or before in ("-", "."):
            return False
    elif not _begins_word(text, start):
        return False
    if _LATIN.match(text[end - 1]):
        return not (_LATIN.match(behind) or (behind == "-" and _LATIN.match(text[end + 1 : end + 2])))
    return not (behind and anaphor_rules.EDGE.match(behind) and not rules.SUFFIX.match(text, end))


def _ends_word(text: str, end: int, head: str) -> bool:
    """同社 ends before 同社会 goes on; 同省出身 and 同庁長官 do not go on."""
    behind = text[end : end + 1]
    if not behind or not anaphor_rules.RUNS_ON.match(behind):
        return head != anaphor_rules.BANK or not anaphor_rules.VERB_ENDING.match(behind)
    if len(head) == 1 and anaphor_rules.NOT_ANAPHOR.match(behind):
        return bool(anaphor_rules.BEHIND_ONE.match(text[end : end + 2])) and head not in anaphor_rules.WITH_HEADS
    return bool(head in anaphor_rules.PLAIN or rules.SUFFIX.match(text, end) or UNIT_BEHIND.match(text, end))


@dataclass(frozen=True, slots=True)
class Anaphor:
    """同省: the word at [start, end) and the kind of body that it names; `own` for 本委員会 and 当社."""

    start: int
    end: int
    head: str
    own: bool


Patterns: TypeAlias = "tuple[re.Pattern[str], re.Pattern[str]]"


def find_anaphors(text: str, patterns: Patterns) -> list[Anaphor]:
    """Return the words that point back to a body; `patterns` are those of `anaphor_rules.anaphor_patterns`.

    >>> patterns = anaphor_rules.anaphor_patterns({"連盟": "body"})
    >>> [(a.start, a.end, a.head) for a in find_anaphors("総務省は、同省の国際戦略局", patterns)]
    [(5, 7, '省')]
    """
    found = []
    for pattern, own in zip(patterns, (False, True), strict=True):
        for match in pattern.finditer(text):
            head = match["head"] or match["own"]
            if not _ends_word(text, match.end(), head):
                continue
            found.append(Anaphor(match.start(), match.end(), head, own))
    return sorted(found, key=lambda anaphor: anaphor.start)
