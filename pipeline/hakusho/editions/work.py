"""From a run to the tables of its series: each edition against the one before, then what holds over all of them."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

from hakusho.editions.chains import section_changes
from hakusho.editions.comparison import compare
from hakusho.editions.definitions import definition_changes
from hakusho.editions.identities import (
    Identities,
    Succession,
    bodies_of,
    corrections_in,
    short_forms_of,
    successions_of,
)
from hakusho.editions.loading import Tables, load_edition, read_tables
from hakusho.editions.model import Edition
from hakusho.editions.naming import EditionName, editions_of, oddities
from hakusho.editions.schemas import TABLES
from hakusho.editions.series import Counts, Mentioned
from hakusho.editions.terms import counts_by_year, term_changes, term_rows
from hakusho.files.fingerprint import lexicon_hashes, versions
from hakusho.files.run_columns import has_table, rows, rows_by_document
from hakusho.files.runs import finished_manifest

TextRow = tuple[str, ...]
# Called with how many comparisons are done, and how many there are.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for: one series (all where empty), the user's own merges (path and content), merged successions."""

    series: str = ""
    identities: tuple[str, bytes] | None = None
    merge_successions: bool = False


@dataclass(frozen=True)
class Compared:
    """The rows of two tables for one edition and the one before, as text."""

    sections: list[TextRow]
    paragraphs: list[TextRow]


class Shelf(Protocol):
    """Keeps finished comparisons, so that a command that was stopped goes on."""

    def get(self, name: str, key: str) -> Compared | None: ...

    def put(self, name: str, key: str, made: Compared) -> None: ...


class NoShelf:
    """Keeps nothing."""

    def get(self, name: str, key: str) -> Compared | None:
        return None

    def put(self, name: str, key: str, made: Compared) -> None:
        return None


@dataclass
class Result:
    """The rows of every table as text, the editions, and lines about what is odd."""

    rows: dict[str, list[TextRow]] = field(default_factory=lambda: {schema.name: [] for schema in TABLES})
    editions: dict[str, list[EditionName]] = field(default_factory=dict)
    oddities: list[str] = field(default_factory=list)
    kept: int = 0


def tables_of(
    run: Path, options: Options, shelf: Shelf, progress: Progress, executor: Executor | None = None
) -> Result:
    """Return the tables of the series of a run; comparisons are done by `executor`, else one after another.

    Raises OutputError where the folder holds no finished run, UsageError where it names no series (see `editions_of`),
    InputError for a faulty list of the user's own merges.
    """
    manifest = finished_manifest(run)
    result = Result(editions=editions_of(run, options.series))
    result.oddities += oddities(run, result.editions)
    bodies = bodies_of(run)
    corrections = corrections_in(*options.identities, bodies) if options.identities else []
    successions = successions_of(run)
    steps = successions if options.merge_successions else []
    identities = Identities(bodies, short_forms_of(run), corrections, steps)
    _align(run, result, _Keys(manifest), shelf, progress, executor)
    _count(run, result, identities, successions)
    _add(result, "merges", identities.merges())
    return result


Pair = tuple[EditionName, EditionName]


def _align(
    run: Path, result: Result, keys: "_Keys", shelf: Shelf, progress: Progress, executor: Executor | None
) -> None:
    pairs = [pair for names in result.editions.values() for pair in zip(names, names[1:], strict=False)]
    names = {pair: f"{pair[0].series} {pair[0].year}-{pair[1].year}" for pair in pairs}
    done = {pair: made for pair in pairs if (made := shelf.get(names[pair], keys.of(*pair)))}
    result.kept = len(done)
    missing = [pair for pair in pairs if pair not in done]
    for pair, made in _compared(run, missing, executor):
        shelf.put(names[pair], keys.of(*pair), made)
        done[pair] = made
        progress(len(done), len(pairs))
    for pair in pairs:
        result.rows["section_alignment"] += done[pair].sections
        result.rows["paragraph_alignment"] += done[pair].paragraphs


def _compared(run: Path, pairs: Sequence[Pair], executor: Executor | None) -> Iterator[tuple[Pair, Compared]]:
    """Return each comparison as it is done; an executor may do them in any order."""
    if executor is None:
        held = _Held(run)
        for pair in pairs:
            yield pair, _rows_of(held, pair)
        return
    waiting = {executor.submit(compare_pair, str(run), pair): pair for pair in pairs}
    for future in as_completed(waiting):
        yield waiting[future], future.result()


def compare_pair(run: str, pair: Pair) -> Compared:
    """Compare two editions of a run, in a process of its own."""
    return _rows_of(_held(run), pair)


@lru_cache(maxsize=1)
def _held(run: str) -> "_Held":
    return _Held(Path(run))


def _rows_of(held: "_Held", pair: Pair) -> Compared:
    found = compare(held.edition(pair[0]), held.edition(pair[1]))
    return Compared(_texts(found.sections), _texts(found.paragraphs))


class _Held:
    """The last two editions, so that each is read once; the run's tables, once one is asked for."""

    def __init__(self, run: Path) -> None:
        self._run = run
        self._tables: Tables | None = None
        self._editions: list[tuple[EditionName, Edition]] = []

    def edition(self, named: EditionName) -> Edition:
        for name, edition in self._editions:
            if name == named:
                return edition
        self._tables = self._tables or read_tables(self._run)
        edition = load_edition(self._run, self._tables, named)
        self._editions = [*self._editions[-1:], (named, edition)]
        return edition


class _Keys:
    """Return all that a comparison depends on: two editions' documents, how they were read, our code and lexicons."""

    def __init__(self, manifest: Mapping[str, Any]) -> None:
        self._documents = {item["doc_id"]: item.get("sha256", "") for item in manifest["inputs"]}
        self._common = [manifest.get("versions"), manifest.get("lexicons"), manifest.get("settings")]
        self._common += [library_versions(), lexicon_hashes()]

    def of(self, before: EditionName, after: EditionName) -> str:
        documents = [[doc_id, self._documents.get(doc_id, "")] for doc_id in (*before.documents, "", *after.documents)]
        content = json.dumps([self._common, documents], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()


def library_versions() -> dict[str, str]:
    """Return the versions that a comparison depends on."""
    return versions() | {"rapidfuzz": metadata.version("rapidfuzz")}


def _count(run: Path, result: Result, identities: Identities, successions: Sequence[Succession]) -> None:
    counts = Counts(identities)
    columns = ("doc_id", "label", "value", "entity_id", "name", "region", "section_id")
    for row in rows(run, "mentions", columns):
        counts.add(Mentioned(*row))
    lengths: dict[str, int] = dict(rows(run, "documents", ("doc_id", "characters")))
    acronyms = rows_by_document(run, "acronyms", ("short", "ja", "en"))
    starts = rows_by_document(run, "sections", ("start", "title"))
    has_terms = has_table(run, "terms")
    if not has_terms:
        result.oddities.append(f"{run}: no table terms; series_terms is empty. Run hakusho again to count words.")
    named: set[str] = set()
    for editions in result.editions.values():
        characters = {edition.name: sum(lengths[doc_id] for doc_id in edition.documents) for edition in editions}
        mentions = counts.rows(editions, characters)
        named |= {str(row[-1]) for row in mentions}
        _add(result, "series_mentions", mentions)
        _add(result, "series_changes", counts.changes(editions, successions))
        titles = {(doc, str(at)): title for e in editions for doc in e.documents for at, title in starts.get(doc, ())}
        of_series = [row for row in result.rows["section_alignment"] if (row[0], row[2]) in titles or row[2] == ""]
        _add(result, "series_changes", section_changes(of_series, titles, editions))
        _add(result, "definition_changes", definition_changes(acronyms, editions))
        if has_terms:
            by_year = counts_by_year(rows(run, "terms", ("doc_id", "term", "count")), editions)
            _add(result, "series_terms", term_rows(by_year, editions, characters))
            _add(result, "series_changes", term_changes(by_year, editions))
    _add(result, "successions", _of_named(successions, identities, named))


def _of_named(
    successions: Sequence[Succession], identities: Identities, named: set[str]
) -> Iterator[tuple[object, ...]]:
    """Return the steps of bodies that the editions name, before or after."""
    for step in successions:
        if {identities.of(step.entity_id), identities.of(step.successor_id)} & named:
            yield step.entity_id, step.successor_id, step.from_name, step.to_name, step.year, step.kind


def _add(result: Result, table: str, found: "Iterator[tuple[object, ...]] | Sequence[tuple[object, ...]]") -> None:
    result.rows[table] += _texts(found)


def _texts(found: "Iterator[tuple[object, ...]] | Sequence[tuple[object, ...]]") -> list[TextRow]:
    return [tuple("" if cell is None else str(cell) for cell in row) for row in found]
