"""The known bodies in searchable form, and what a body is when it has been found."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hakusho.labels import ORG
from hakusho.recognise.organisations import anaphor_rules
from hakusho.recognise.organisations.context import Head
from hakusho.recognise.organisations.headless import HeadlessLexicon, headless_lexicon
from hakusho.recognise.organisations.name_runs import word_sets
from hakusho.text.matching import Gazetteer

# Marks the key of a name that needs support next to it.
WEAK = "?"
# The `use` of a short name that is not part of a longer word.
APART = "apart"
COMPANY_KINDS = frozenset("corp media bank".split())


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body in offsets of the view.

    `keys` are ids of the lexicon, best first; `body` the place of the name that an alias or anaphor stands for,
    `head` the word that the name ends in. `features` and `score` are those of names that were weighed; `company` is
    False where a legal form is one of associations; `place` stands in front of a name short for it (市議会). `whole` is
    the name in full where the text prints a part of it.
    """

    start: int
    end: int
    rule: str
    keys: tuple[str, ...] = ()
    head: str = ""
    body: tuple[int, int] | None = None
    features: tuple[str, ...] = ()
    score: int = 0
    company: bool = True
    place: tuple[int, int] | None = None
    whole: str = ""
    label: str = ORG


@dataclass(frozen=True, slots=True)
class BodyLexicon:
    """The names and heads to search for, and the full name, kind and country of each known body.

    `apart` are the short names that are not part of a longer word (学振 in 科学振興). `beside` has for a weak name each
    body it may stand for and the words of which one after it shows that this body is meant (会長 after 連合).
    """

    names: Gazetteer
    heads: Mapping[str, Head]
    head_finder: Gazetteer
    full_names: Mapping[str, str]
    kinds: Mapping[str, str]
    countries: Mapping[str, str]
    parents: Mapping[str, str]
    apart: frozenset[str]
    beside: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    words: Mapping[str, frozenset[str]]
    weights: Mapping[str, int]
    anaphors: "tuple[re.Pattern[str], re.Pattern[str]]"
    readings: Gazetteer
    headless: HeadlessLexicon


def body_lexicon(
    names: Iterable[Mapping[str, str]],
    bodies: Iterable[Mapping[str, str]],
    heads: Iterable[Mapping[str, str]],
    words: Iterable[Mapping[str, str]],
    weights: Iterable[Mapping[str, str]],
    readings: Iterable[Mapping[str, str]] = (),
    cues: Iterable[Mapping[str, str]] = (),
    headless_weights: Iterable[Mapping[str, str]] = ({"feature": "bias", "weight": "0"},),
) -> BodyLexicon:
    """Build the lexicon from the rows of `organisation_names.tsv`, `organisations.tsv`, `organisation_heads.tsv`."""
    keys: dict[str, list[str]] = {}
    names = list(names)
    for row in names:
        keys.setdefault(row["name"], []).append(row["org_id"] + (WEAK if row["use"] == "weak" else ""))
    by_word = {row["head"]: Head(row["head"], row["kind"], row["not_before"]) for row in heads}
    bodies = list(bodies)
    return BodyLexicon(
        Gazetteer((name, "|".join(dict.fromkeys(ids))) for name, ids in keys.items()),
        by_word,
        Gazetteer((word, word) for word in by_word),
        {row["org_id"]: row["name_ja"] for row in bodies},
        {row["org_id"]: row["kind"] for row in bodies},
        {row["org_id"]: row["country"] for row in bodies},
        {row["org_id"]: row["parent"] for row in bodies},
        frozenset(row["name"] for row in names if row["use"] == APART),
        _beside(names),
        word_sets(words),
        {row["feature"]: int(row["weight"]) for row in weights},
        anaphor_rules.anaphor_patterns({word: head.kind for word, head in by_word.items()}),
        gazetteer_of(readings, "reading", "org_id"),
        headless_lexicon(cues, headless_weights),
    )


def gazetteer_of(rows: Iterable[Mapping[str, str]], name: str, key: str) -> Gazetteer:
    """Build what to search for from two columns of a lexicon; a name may stand for several keys."""
    keys: dict[str, list[str]] = {}
    for row in rows:
        keys.setdefault(row[name], []).append(row[key])
    return Gazetteer((form, "|".join(dict.fromkeys(of_form))) for form, of_form in keys.items())


def _beside(names: Iterable[Mapping[str, str]]) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    beside: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for row in names:
        if words := row.get("beside", ""):
            beside[row["name"]] = (*beside.get(row["name"], ()), (row["org_id"], tuple(words.split("|"))))
    return beside


def is_weak(key: str) -> bool:
    """Return whether a name needs support: it does where it is weak for each body that it stands for.

    >>> is_weak("o-1?|o-2?"), is_weak("o-1|o-2?")
    (True, False)
    """
    return all(part.endswith(WEAK) for part in key.split("|"))


def ids_of(key: str) -> tuple[str, ...]:
    """Return the ids of a key of the gazetteer."""
    return tuple(part.rstrip(WEAK) for part in key.split("|"))
