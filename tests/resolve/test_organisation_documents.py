"""Whole documents of many kinds and decades with their bodies marked, and what each mention is."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

from hakusho import analyse

_DOCUMENTS = Path(__file__).parents[1] / "cases_composed/organisation_documents.txt"
# [name], [name|value], [name|value|which of two of one value]; the value ? is not scored.
_MARK = re.compile(r"\[([^\[\]|]+)(?:\|([^\[\]|]*))?(?:\|([^\[\]|]*))?\]")
Mark = tuple[str, int, int]


def _documents() -> Iterator[tuple[str, str, str]]:
    for part in re.split("(?m)^== ", _DOCUMENTS.read_text(encoding="utf-8"))[1:]:
        head, body = part.split("\n", 1)
        name, published = head.split()
        yield name, published, body.strip("\n") + "\n"


def _without_marks(name: str, marked: str) -> tuple[str, dict[Mark, tuple[str, str]]]:
    text, gold, position = "", {}, 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        value = match[2] or match[1]
        gold[name, len(text), len(text) + len(match[1])] = (value, match[3] or value)
        text, position = text + match[1], match.end()
    return text + marked[position:], gold


@cache
def _scored() -> tuple[dict[Mark, tuple[str, str]], dict[Mark, tuple[str, str]]]:
    """Return (value, entity) of each mention as marked, and as found."""
    gold, found = {}, {}
    for name, published, marked in _documents():
        text, marks = _without_marks(name, marked)
        gold |= marks
        for entity in analyse(text, published=published).entities:
            if entity.mention.label == "ORG":
                place = (name, entity.mention.span.start, entity.mention.span.end)
                found[place] = (entity.value or "", entity.entity_id or "")
    return gold, found


def _f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found)


def _plain(value: str) -> str:
    return unicodedata.normalize("NFKC", value)


def test_bodies_are_found() -> None:
    gold, found = _scored()
    assert _f1(len(gold.keys() & found.keys()), len(gold), len(found)) > 0.955


def test_bodies_have_their_values() -> None:
    gold, found = _scored()
    both = gold.keys() & found.keys()
    right = [one for one in both if gold[one][0] == "?" or _plain(gold[one][0]) == _plain(found[one][0])]
    assert len(right) / len(both) > 0.985


def test_mentions_of_one_body_are_joined() -> None:
    gold, found = _scored()
    both = sorted(one for one in gold.keys() & found.keys() if gold[one][0] != "?")
    wanted, got = ({p for p in combinations(both, 2) if _joined(side, *p)} for side in (gold, found))
    assert _f1(len(wanted & got), len(wanted), len(got)) > 0.97


def _joined(side: dict[Mark, tuple[str, str]], one: Mark, other: Mark) -> bool:
    return one[0] == other[0] and bool(side[one][1]) and side[one][1] == side[other][1]
