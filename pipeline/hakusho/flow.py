"""The stages in order, for one document."""

from dataclasses import dataclass
from functools import lru_cache

from hakusho.files.lexicons import read_lexicon
from hakusho.recognise import Recognisers, recognise
from hakusho.records import Entity, Label, QualityIssue, Segments, Source, SourceText
from hakusho.resolve import Resolvers, resolve
from hakusho.segment import segment
from hakusho.text.folding import folding_table

LEXICONS = (
    "characters",
    "eras",
    "countries",
    "country_names",
    "country_guards",
    "organisations",
    "organisation_names",
    "organisation_heads",
)


@dataclass(frozen=True, slots=True)
class Resources:
    """All that the stages share between documents; loaded once a process."""

    folding: dict[int, str]
    recognisers: Recognisers
    resolvers: Resolvers


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document, done: its text, its structure and what it names."""

    source: SourceText
    segments: Segments
    entities: tuple[Entity, ...]


@lru_cache(maxsize=1)
def resources() -> Resources:
    """Load the lexicons, once."""
    rows = {name: read_lexicon(name) for name in LEXICONS}
    folding = folding_table({row["form"]: row["reads_as"] for row in rows["characters"]})
    return Resources(folding, Recognisers.from_rows(rows), Resolvers.from_rows(rows))


def analyse(source: SourceText, labels: frozenset[Label] = frozenset(Label)) -> Analysis:
    """Take one document through segment, recognise and resolve.

    >>> source = SourceText(Source("a", published="2012-07"), "総務省は昨年度、米国と協議した。")
    >>> [(e.mention.surface, e.value) for e in analyse(source).entities]
    [('総務省', '総務省'), ('昨年度', 'FY2011'), ('米国', 'USA')]
    """
    shared = resources()
    segments, view = segment(source, shared.folding)
    mentions = recognise(source, segments, view, shared.recognisers, labels)
    entities = resolve(mentions, source, segments, shared.resolvers)
    return Analysis(source, segments, entities)


__all__ = ["Analysis", "QualityIssue", "Resources", "analyse", "resources"]
