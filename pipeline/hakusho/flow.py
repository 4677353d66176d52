"""The stages in order, for one document."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from hakusho.files.lexicons import read_lexicon
from hakusho.read import read
from hakusho.recognise import Recognisers, recognise
from hakusho.records import Analysis, Label, Settings, Source, SourceText
from hakusho.resolve import Resolvers, find_inconsistencies, resolve
from hakusho.segment import segment
from hakusho.tabulate import Rows, document_rows
from hakusho.text.folding import folding_table

LEXICONS = (
    "characters",
    "eras",
    "lunar_months",
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

    @property
    def english(self) -> dict[str, str]:
        """English names of countries by ISO code."""
        return {iso3: country.name_en for iso3, country in self.resolvers.countries.items()}


@lru_cache(maxsize=1)
def resources() -> Resources:
    """Load the lexicons, once."""
    rows = {name: read_lexicon(name) for name in LEXICONS}
    folding = folding_table({row["form"]: row["reads_as"] for row in rows["characters"]})
    return Resources(folding, Recognisers.from_rows(rows), Resolvers.from_rows(rows))


class StageError(Exception):
    """What stopped a document, with the stage it was in; the error itself is the `__cause__`."""

    def __init__(self, stage: str) -> None:
        self.stage = stage
        super().__init__(stage)


@contextmanager
def _stage(name: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise StageError(name) from error


def process(data: bytes, source: Source, settings: Settings) -> tuple[Analysis, Rows]:
    """Take one document from its bytes to the rows of its tables.

    Raises StageError where a stage cannot do it.
    """
    with _stage("read"):
        text = read(data, source, settings)
    analysis = analyse(text, frozenset(Label(label) for label in settings.labels))
    with _stage("tabulate"):
        return analysis, document_rows(analysis, resources().english)


def analyse(
    source: SourceText | str, labels: frozenset[Label] = frozenset(Label), *, title: str = "", published: str = ""
) -> Analysis:
    """Take one document's text through segment, recognise and resolve.

    `source` may be a plain string; `title` and `published` (YYYY, YYYY-MM or YYYY-MM-DD) then say what is known of
    it. `labels` restricts what is found. Raises StageError where a stage cannot do it.

    >>> analysis = analyse("総務省は昨年度、米国と協議した。", published="2012-07")
    >>> [(entity.mention.surface, entity.value) for entity in analysis.entities]
    [('総務省', '総務省'), ('昨年度', 'FY2011'), ('米国', 'USA')]
    """
    if isinstance(source, str):
        source = SourceText(Source("document", title=title, published=published), source)
    shared = resources()
    with _stage("segment"):
        segments, view = segment(source, shared.folding)
    with _stage("recognise"):
        mentions = recognise(source, segments, view, shared.recognisers, labels)
    with _stage("resolve"):
        entities = resolve(mentions, source, segments, shared.resolvers)
        inconsistencies = find_inconsistencies(entities, source.text, source.source.published)
    quality = tuple(sorted([*segments.quality, *inconsistencies], key=lambda issue: (issue.span, issue.kind)))
    return Analysis(source, segments, entities, quality)
