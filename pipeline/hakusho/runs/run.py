"""A finished run in Python: its tables as data frames, its texts, and what is done with them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from hakusho.errors import UsageError
from hakusho.files.runs import finished_manifest, read_text
from hakusho.records import TableSchema
from hakusho.runs.frames import run_frame
from hakusho.runs.joins import co_mentions, joined
from hakusho.runs.page import run_page
from hakusho.tabulate import SCHEMAS, tables_with
from hakusho.text.english import counted

if TYPE_CHECKING:
    from hakusho.evaluate import Evaluation
    from hakusho.runs.trace import Trace


class RunTable:
    """A table of a run as an attribute of `Run`: read when first asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name
        self.__doc__ = SCHEMAS[name].about

    def __get__(self, run: "Run | None", owner: type) -> pd.DataFrame:
        # On the class itself, documentation tools meet the attribute.
        return self if run is None else run.table(self._name)  # type: ignore[return-value]


class Run:
    """A finished run: each table is an attribute that gives a data frame, read once and given out as a copy.

    Text is `string`, whole numbers are `Int64`, other numbers `Float64`, days `datetime64[s]`, closed sets of values
    `category`; what is empty is missing. Offsets are code points of `text(doc_id)`. docs/codebook.md says what each
    column holds.

    >>> from tempfile import TemporaryDirectory
    >>> import hakusho
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "memo.txt").write_text("総務省は平成24年7月に米国と協議した。", encoding="utf-8")
    ...     run = hakusho.run(f"{folder}/memo.txt", f"{folder}/out", jobs=1)
    ...     found = run.mentions[["text", "label", "value", "first_day"]]
    >>> found
           text    label    value  first_day
    0       総務省      ORG      総務省        NaT
    1  平成24年7月     DATE  2012-07 2012-07-01
    2        米国  COUNTRY      USA        NaT
    """

    documents = RunTable()
    sections = RunTable()
    speeches = RunTable()
    sentences = RunTable()
    entities = RunTable()
    mentions = RunTable()
    organisations = RunTable()
    countries = RunTable()
    successions = RunTable()
    events = RunTable()
    event_participants = RunTable()
    acronyms = RunTable()
    footnotes = RunTable()
    footnote_refs = RunTable()
    figures = RunTable()
    cross_references = RunTable()
    table_cells = RunTable()
    quality = RunTable()
    blocks = RunTable()
    pages = RunTable()
    terms = RunTable()
    tokens = RunTable()
    parse = RunTable()
    failures = RunTable()

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.manifest: dict[str, Any] = finished_manifest(self.path)
        self._frames: dict[str, pd.DataFrame] = {}

    def __repr__(self) -> str:
        told = ", ".join(counted(self.rows(f"{name}s"), name) for name in ("document", "mention", "failure"))
        return f"Run({str(self.path)!r}: {told})"

    def _repr_html_(self) -> str:
        return run_page(str(self.path), [(schema.name, self.rows(schema.name), schema.about) for schema in self._has()])

    def __fspath__(self) -> str:
        """Return the folder, so that a run stands wherever a path does."""
        return str(self.path)

    def _has(self) -> Sequence[TableSchema]:
        return [schema for schema in tables_with(self.manifest["settings"]) if schema.name in self.manifest["rows"]]

    def rows(self, name: str) -> int:
        """Return how many rows a table has, without reading it."""
        return int(self.manifest["rows"].get(name, 0))

    def table(self, name: str) -> pd.DataFrame:
        """Return a table by its name, also one that a label of another package brought.

        Raises UsageError for a table that runs do not have, or that this one was not asked for; OutputError for one
        that is damaged.
        """
        if name not in SCHEMAS:
            raise UsageError(f"no table {name}. Tables: {', '.join(SCHEMAS)}.")
        if SCHEMAS[name] not in tables_with(self.manifest["settings"]):
            raise UsageError(f"{self.path}: has no table {name}. Run hakusho into it with --{name}.")
        if name not in self._frames:
            self._frames[name] = run_frame(self.path, SCHEMAS[name])
        return self._frames[name].copy()

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table of the run by its name."""
        return {schema.name: self.table(schema.name) for schema in self._has()}

    def text(self, doc_id: str) -> str:
        """Return the canonical text of a document. Raises UsageError for one that the run does not have."""
        found = read_text(self.path, doc_id)
        if found is None:
            raise UsageError(f"{self.path}: no text of a document {doc_id}.")
        return found

    def mentions_with(self, *things: str) -> pd.DataFrame:
        """Return mentions with columns of what they belong to: "document", "section", "sentence", "speech", "entity".

        A document brings title, publisher, published, year, series, edition and url; a section section_level,
        section_number, section_title and top_section (page and section_path are there already); a sentence sentence
        and sentence_kind; a speech speaker, role and party; an entity entity_name, iso3, entity_documents and
        entity_mentions. Raises UsageError for another thing.
        """
        return joined(self.mentions, things, self.table)

    def co_mentions(self, label: str, within: str = "sentence") -> pd.DataFrame:
        """Return the edges of a network: how many sentences (sections, documents) name two things of a label.

        The columns are source, target (ids of entities), source_name, target_name and places.
        """
        return co_mentions(self.mentions, label, within)

    def grep(
        self, pattern: str = "", *, regex: bool = False, label: str = "", value: str = "", context: int = 40
    ) -> pd.DataFrame:
        """Return keyword in context over the sentences, one hit per row.

        Plain text is found whatever its width and case; with `regex` the pattern is one of RE2. With `label` or
        `value` only sentences count that name such a thing; without a pattern, it is the keyword itself.
        Raises UsageError for a pattern that RE2 does not take.
        """
        from hakusho.runs.grep import HIT_COLUMNS, grep

        hits = grep(self.path, pattern, regex=regex, label=label, value=value, context=context)
        return pd.DataFrame([[getattr(hit, name) for name in HIT_COLUMNS] for hit in hits], columns=list(HIT_COLUMNS))

    def compare(self, other: "str | Path | Run") -> pd.DataFrame:
        """Return the mentions that another run gained, lost or changed against this one, one per row.

        The columns are kind (gained, lost, changed), doc_id, start, end, label, text, value_before, value_after, rule.
        """
        from hakusho.runs.compare import diff

        changes, _ = diff(self.path, Path(other))
        rows = [
            {
                "kind": change.kind,
                "doc_id": change.one.doc_id,
                "start": change.one.span.start,
                "end": change.one.span.end,
                "label": change.one.label,
                "text": change.one.text,
                "value_before": change.before.value if change.before else None,
                "value_after": change.after.value if change.after else None,
                "rule": change.rule,
            }
            for change in changes
        ]
        columns = "kind doc_id start end label text value_before value_after rule".split()
        return pd.DataFrame(rows, columns=columns)

    def evaluate(self, gold: str | Path) -> "Evaluation":
        """Return how the run scores against a folder of gold. Raises GoldError for a folder that is none."""
        from hakusho.runs.evaluate import evaluate_run

        return evaluate_run(Path(gold), self.path)[0]

    def export(self, form: str, out: str | Path) -> Path:
        """Write the mentions in the format of an annotation tool, as `hakusho export`; return the folder."""
        from hakusho.runs.exchange import export

        export(self.path, form, Path(out))
        return Path(out)

    def to_excel(self, path: str | Path, tables: Sequence[str] = ()) -> Path:
        """Write tables (default: all) as one Excel workbook, a sheet per table; return its path.

        Text stays text: no cell is a formula. Raises OutputError where it cannot be written.
        """
        from hakusho.files.workbook import write_workbook

        for name in tables:
            if name not in {schema.name for schema in self._has()}:
                raise UsageError(f"{self.path}: has no table {name}.")
        return write_workbook(self.path, [s for s in self._has() if not tables or s.name in tables], Path(path))

    def trace(self, mention_id: str) -> "Trace":
        """Return where a mention came from: its characters, line and section, and the rule that found it."""
        from hakusho.runs.trace import trace

        return trace(self.path, mention_id)


def read_run(path: str | Path) -> Run:
    """Return the finished run in a folder. Raises OutputError where there is none.

    >>> read_run("no/such/folder")
    Traceback (most recent call last):
    ...
    hakusho.errors.NoRun: no/such/folder: no finished run (manifest.json is missing). Run hakusho into it first.
    """
    return Run(path)
