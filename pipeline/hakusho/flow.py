"""The stages in order, for one document."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from hakusho.define import define
from hakusho.files.lexicons import read_lexicon
from hakusho.labels import load, registry
from hakusho.language.parse import parse
from hakusho.language.words import word_reader
from hakusho.read import read
from hakusho.recognise import Recogniser, recognise
from hakusho.records import Analysis, Settings, Source, SourceText, Words
from hakusho.relate import Relator, relate
from hakusho.relate.relator import relator
from hakusho.resolve import Resolver, find_inconsistencies, resolve
from hakusho.segment import segment
from hakusho.tabulate import Rows, document_rows, word_rows
from hakusho.text.document import Document
from hakusho.text.folding import folding_table
from hakusho.text.views import View
from hakusho.text.words import Passage, passages


@dataclass(frozen=True, slots=True)
class Resources:
    """All that the stages share between documents; loaded once a process."""

    folding: dict[int, str]
    words: Callable[[View, Iterable[Passage]], Words]
    recognisers: dict[str, Recogniser]
    resolvers: dict[str, Resolver]
    relator: Relator


@lru_cache(maxsize=1)
def resources() -> Resources:
    """Load the lexicons and the dictionary, and build the recogniser and resolver of every label, once.

    Raises DictionaryMissing where SudachiPy's dictionary is not installed.
    """
    folding = folding_table({row["form"]: row["reads_as"] for row in read_lexicon("characters")})
    labels = registry().items()
    recognisers = {label: load(spec.recogniser)(read_lexicon) for label, spec in labels}
    resolvers = {label: load(spec.resolver)(read_lexicon) for label, spec in labels}
    return Resources(folding, word_reader(), recognisers, resolvers, relator(read_lexicon))


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
    analysis = analyse(text, frozenset(settings.labels), full_words=settings.tokens)
    with _stage("parse"):
        parsed = [*parse(analysis.segments.sentences, text.text)] if settings.parse else None
    with _stage("tabulate"):
        return analysis, document_rows(analysis) | word_rows(analysis, parsed, tokens=settings.tokens)


def analyse(
    source: SourceText | str,
    labels: frozenset[str] | None = None,
    *,
    title: str = "",
    published: str = "",
    full_words: bool = False,
) -> Analysis:
    """Take one document's text through segment, words, define, recognise, resolve and relate.

    `source` may be a plain string; `title` and `published` (YYYY, YYYY-MM or YYYY-MM-DD) then say what is known of
    it. `labels` restricts what is found (default: all); `full_words` asks for lemmas and readings of the words. Raises
    StageError where a stage cannot do it, DictionaryMissing where SudachiPy's dictionary is not installed.

    >>> analysis = analyse("総務省は昨年度、米国と協議した。", published="2012-07")
    >>> [(entity.mention.surface, entity.value) for entity in analysis.entities]
    [('総務省', '総務省'), ('昨年度', 'FY2011'), ('米国', 'USA')]
    """
    if isinstance(source, str):
        source = SourceText(Source("document", title=title, published=published), source)
    shared = resources()
    with _stage("segment"):
        segments, view = segment(source, shared.folding)
    with _stage("words"):
        read_words = word_reader(full=True) if full_words else shared.words
        words = read_words(view, passages(segments, view))
    with _stage("define"):
        segments = define(segments, view, words, source.text)
    with _stage("recognise"):
        document = Document(source, segments, view, words)
        mentions = recognise(document, shared.recognisers, frozenset(registry()) if labels is None else labels)
    with _stage("resolve"):
        entities = resolve(mentions, document, shared.resolvers)
        inconsistencies = find_inconsistencies(entities, source.text, source.source.published)
    with _stage("relate"):
        events = relate(document, entities, shared.relator)
    quality = tuple(sorted([*segments.quality, *inconsistencies], key=lambda issue: (issue.span, issue.kind)))
    return Analysis(source, segments, entities, quality, words, events)
