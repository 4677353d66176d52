"""List what looks like the name of a body and was not taken, with contexts, so that a user can accept it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Any

from hakusho.evaluate.ginza import marks_of_parse
from hakusho.files.lexicons import read_lexicon
from hakusho.files.own import NAME_COLUMNS, write_rows
from hakusho.files.runs import finished_manifest, read_text
from hakusho.files.typed import read_records
from hakusho.flow import resources
from hakusho.labels import ORG
from hakusho.language.words import word_reader
from hakusho.records import Join, Words
from hakusho.runs.suggestion_rules import (
    JOINS,
    KATAKANA,
    LATIN,
    NOT_FIRST,
    PARTS,
    PERSON,
    PLACE,
    PROPER,
    WEIGHTS,
)
from hakusho.tabulate import SCHEMAS
from hakusho.tabulate.word_schemas import PARSE
from hakusho.text.views import View, reading_view

COLUMNS = (*NAME_COLUMNS, "note", "count", "documents", "evidence", "context_1", "context_2", "context_3")
_CONTEXT, _CONTEXTS = 20, 3
_LONGEST = 60

Span = tuple[int, int]


@dataclass(slots=True)
class Suggestion:
    """A name that was not taken: how often it stands where, what speaks for it, and some of its places."""

    name: str
    places: Counter[str] = field(default_factory=Counter)
    evidence: set[str] = field(default_factory=set)
    contexts: list[str] = field(default_factory=list)

    @property
    def usefulness(self) -> int:
        """The weight of the evidence, times the number of places."""
        return self.places.total() * sum(WEIGHTS[kind] for kind in self.evidence)

    def row(self) -> tuple[str, ...]:
        """Return the row of `candidates.tsv`; its first columns are those of a file of names."""
        counts = (str(self.places.total()), str(len(self.places)))
        contexts = [*self.contexts, *[""] * _CONTEXTS][:_CONTEXTS]
        return (self.name, ORG, self.name, "", *counts, ";".join(sorted(self.evidence)), *contexts)


def suggest(run: Path, out: Path, most: int) -> int:
    """Write the `most` most useful suggestions of a run as TSV, and return how many there are.

    A row that is moved into a file of names (`hakusho run --names`) accepts it. The names of ja_ginza are a second
    reader where the run has a parse. Raises OutputError for a folder that holds no run.
    """
    found = sorted(suggestions(run), key=lambda one: (-one.usefulness, one.name))[:most]
    write_rows(out, COLUMNS, [one.row() for one in found])
    return len(found)


def suggestions(run: Path) -> Iterable[Suggestion]:
    """Return all suggestions of a finished run, in no order."""
    manifest = finished_manifest(run)
    taken = _spans(read_records(run, SCHEMAS["mentions"]))
    parsed = _ginza(run) if manifest["settings"].get("parse") else {}
    heads = tuple({row["head"] for row in read_lexicon("organisation_heads")})
    found: dict[str, Suggestion] = {}
    for doc_id, sentences in _spans(read_records(run, SCHEMAS["sentences"])).items():
        text, ginza = read_text(run, doc_id) or "", parsed.get(doc_id, frozenset())
        document = _Document(text, _disjoint(taken.get(doc_id, [])), ginza, heads)
        for span in sentences:
            for (start, end), evidence in document.names(span):
                name = document.printed(start, end)
                one = found.setdefault(name, Suggestion(name))
                one.evidence |= evidence
                one.places[doc_id] += 1
                if len(one.contexts) < _CONTEXTS:
                    one.contexts.append(document.context(start, end))
    return found.values()


def _spans(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for row in rows:
        found.setdefault(row["doc_id"], []).append((row["start"], row["end"]))
    return found


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    """Return what spans cover, in order; spans inside or across others are one with them.

    >>> _disjoint([(5, 9), (0, 3), (6, 7), (8, 12)])
    [(0, 3), (5, 12)]
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _ginza(run: Path) -> dict[str, frozenset[Span]]:
    """Return where ja_ginza found bodies, by document."""
    found: dict[str, set[Span]] = {}
    bodies = {row["name"]: ORG for row in read_lexicon("ginza_names") if row["label"] == ORG}
    for mark in marks_of_parse(read_records(run, PARSE), bodies):
        found.setdefault(mark.doc_id, set()).add((mark.span.start, mark.span.end))
    return {doc_id: frozenset(spans) for doc_id, spans in found.items()}


@dataclass(frozen=True, slots=True)
class _Document:
    """A document's text, what mentions cover of it in order, where ja_ginza found bodies, and the heads of names."""

    text: str
    taken: Sequence[Span]
    ginza: frozenset[Span]
    heads: tuple[str, ...]

    def printed(self, start: int, end: int) -> str:
        return "".join(self.text[start:end].split("\n"))

    def context(self, start: int, end: int) -> str:
        return "…" + " ".join(self.text[max(0, start - _CONTEXT) : end + _CONTEXT].split()) + "…"

    def names(self, sentence: Span) -> Iterator[tuple[Span, set[str]]]:
        """Return the places of a sentence that look like names and hold no mention, with what speaks for them."""
        start, end = sentence
        passage = self.text[start:end]
        breaks = [Join(i, i + 1) for i, character in enumerate(passage) if character in "\r\n"]
        view = reading_view(passage, resources().folding, breaks)
        for first, last, kinds in _runs(view):
            span = view.span(first, last)
            place = (start + span.start, start + span.end)
            if last - first > _LONGEST or self._touched(place):
                continue
            evidence = _evidence(view.text[first:last], kinds, self.heads) | self._by_ginza(place)
            if evidence:
                yield place, evidence

    def _touched(self, place: Span) -> bool:
        before = bisect_left(self.taken, place[1], key=itemgetter(0)) - 1
        return before >= 0 and self.taken[before][1] > place[0]

    def _by_ginza(self, place: Span) -> set[str]:
        return {"ginza"} if place in self.ginza else set()


def _runs(view: View) -> Iterator[tuple[int, int, list[str]]]:
    """Return (start, end, parts of speech) of the longest runs of a view's words that a name may be made of."""
    words = word_reader()(view, [((0, len(view.text)),)])
    kinds = "".join(_kind(words, index, view.text) for index in range(len(words)))
    for match in _RUN.finditer(kinds):
        first, last = match.span()
        yield words.starts[first], words.ends[last - 1], [words.pos_at(words.starts[i]) for i in range(first, last)]


# Classes of words: N part of a name, n one that begins none, j what joins two, s a space between Latin words.
_RUN = re.compile("N[Nn]*(?:[js]N[Nn]*)*")


def _kind(words: Words, index: int, text: str) -> str:
    start, end = words.starts[index], words.ends[index]
    if text[start:end] in JOINS:
        return "j"
    if text[start:end] == " " and text[start - 1 : start].isascii() and text[end : end + 1].isascii():
        return "s"
    pos = words.pos_at(start)
    if not pos.startswith(PARTS):
        return "x"
    return "n" if pos.startswith(NOT_FIRST) else "N"


def _evidence(name: str, kinds: Sequence[str], heads: tuple[str, ...]) -> set[str]:
    found = set()
    if len(kinds) > 1 and name.endswith(heads):
        found.add("head")
    if PROPER in kinds:
        found.add("proper")
    named = any(kind.startswith((PERSON, PLACE)) for kind in kinds[:-1])
    if named and not kinds[-1].startswith((PERSON, PLACE)):
        found.add("named")
    if LATIN.fullmatch(name) and len(name) > 1:
        found.add("latin")
    if KATAKANA.fullmatch(name):
        found.add("katakana")
    return found
