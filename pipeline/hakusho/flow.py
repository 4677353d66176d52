"""The stages in order, for one document."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hakusho.define import define
from hakusho.files.lexicons import read_lexicon
from hakusho.labels import load, registry
from hakusho.language.parse import parse
from hakusho.language.words import word_reader
from hakusho.read import read
from hakusho.recognise import OwnNames, Recogniser, correct, recognise
from hakusho.records import Analysis, OwnKnowledge, OwnName, Settings, Source, SourceText, Words
from hakusho.relate import Relator, relate
from hakusho.relate.relator import relator
from hakusho.resolve import Resolver, find_inconsistencies, resolve
from hakusho.segment import segment
from hakusho.tabulate import Rows, document_rows, word_rows
from hakusho.text.calendar import published_text
from hakusho.text.collecting import collector_paused
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


@lru_cache(maxsize=4)
def own_names(names: tuple[OwnName, ...]) -> OwnNames | None:
    """Return a user's names in searchable form, None where there are none; built once for all documents."""
    return OwnNames(names, resources().folding) if names else None


class StageError(Exception):
    """What stopped a document, with the stage it was in; the error itself is the `__cause__`."""

    def __init__(self, stage: str, cause: Exception) -> None:
        self.stage = stage
        super().__init__(stage, cause)

    def __str__(self) -> str:
        cause = self.args[1]
        return f"{self.stage} failed with {type(cause).__name__}: {cause}"


@contextmanager
def _stage(name: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise StageError(name, error) from error


def process(data: bytes, source: Source, settings: Settings) -> tuple[Analysis, Rows]:
    """Take one document from its bytes to the rows of its tables.

    Raises StageError where a stage cannot do it.

    >>> from hakusho.settings import default_settings
    >>> source = Source("memo", path="memo.txt", sha256="0")
    >>> analysis, rows = process("総務省は米国と協議した。".encode(), source, default_settings())
    >>> [row[5:7] for row in rows["mentions"]]
    [('総務省', '総務省'), ('米国', 'USA')]
    """
    with _stage("read"):
        text = read(data, source, settings)
    analysis = analyse(text, frozenset(settings.labels), full_words=settings.tokens, own=settings.own)
    with _stage("parse"):
        parsed = [*parse(analysis.segments.sentences, text.text)] if settings.parse else None
    with _stage("tabulate"):
        return analysis, document_rows(analysis) | word_rows(analysis, parsed, tokens=settings.tokens)


@collector_paused()
def analyse(
    source: SourceText | str,
    labels: frozenset[str] | None = None,
    *,
    title: str = "",
    published: str | date | int = "",
    full_words: bool = False,
    own: OwnKnowledge | None = None,
) -> Analysis:
    """Take one document's text through segment, words, define, recognise, resolve and relate.

    `source` may be a plain string; `title` and `published` (YYYY, YYYY-MM, YYYY-MM-DD or a `date`) then say what is
    known of it. `labels` restricts what is found (default: all); `full_words` asks for lemmas and readings of the
    words; `own` are the user's names and corrections (`hakusho.files.own.read_own`). Raises StageError where a
    stage cannot do it, UsageError for another `published`, DictionaryMissing where SudachiPy's dictionary
    is not installed.

    >>> analysis = analyse("総務省は昨年度、米国と協議した。", published="2012-07")
    >>> [(entity.mention.surface, entity.value) for entity in analysis.entities]
    [('総務省', '総務省'), ('昨年度', 'FY2011'), ('米国', 'USA')]
    """
    if isinstance(source, str):
        source = SourceText(Source("document", title=title, published=published_text(published)), source)
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
        wanted, own = frozenset(registry()) if labels is None else labels, own or OwnKnowledge()
        mentions = recognise(document, shared.recognisers, wanted, own_names(own.names))
        fitting = [c for c in own.of_document(source.source.doc_id) if not c.label or c.label in wanted]
        mentions, unfit = correct(mentions, fitting, document, shared.folding)
    with _stage("resolve"):
        entities = resolve(mentions, document, shared.resolvers)
        inconsistencies = find_inconsistencies(entities, source.text, source.source.published)
    with _stage("relate"):
        events = relate(document, entities, shared.relator)
    quality = tuple(sorted([*segments.quality, *inconsistencies, *unfit], key=lambda issue: (issue.span, issue.kind)))
    return Analysis(source, segments, entities, quality, words, events)
