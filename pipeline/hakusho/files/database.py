"""Tables as one SQLite file: keys, indexes, the texts of documents, views, and a full-text search of Japanese."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hakusho.files.tables import SQLITE
from hakusho.files.typed import plain_cells
from hakusho.records import Column, TableSchema
from hakusho.text.passages import Passage, passages
from hakusho.text.search import search_words

# SQLite has no days and truths of its own; readers that know better (DuckDB, sqlite3 of Python) go by these names.
_KINDS = {"string": "text", "integer": "integer", "number": "real", "boolean": "boolean", "day": "date"}
# The file is written once and then put in place: nothing needs to be undone. 64 MB of it are held in memory.
_FOR_WRITING = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -64000")
# The index of a search is gathered in memory and merged once, at the end.
_INDEX_AT_ONCE = (
    "INSERT INTO search (search, rank) VALUES ('automerge', 0)",
    "INSERT INTO search (search, rank) VALUES ('hashsize', 64000000)",
)
# Half of a surrogate pair is not a character, and a text ends at NUL for the functions of SQLite.
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")

_TEXTS = """
CREATE TABLE texts (
  doc_id text NOT NULL PRIMARY KEY REFERENCES documents (doc_id),
  text text NOT NULL
);
CREATE TABLE passages (
  passage_id integer PRIMARY KEY,
  doc_id text NOT NULL REFERENCES documents (doc_id),
  "start" integer NOT NULL,
  "end" integer NOT NULL,
  region text NOT NULL,
  page integer NOT NULL,
  sentence_id text REFERENCES sentences (sentence_id),
  text text NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5 (words, content = '', tokenize = 'ascii');
"""

_VIEWS = """
CREATE VIEW mentions_in_context AS
SELECT m.*, d.title, d.publisher, d.published, d.series, d.edition, s.text AS sentence,
  substr(t.text, max(m."start" - 40, 0) + 1, min(m."start", 40)) AS "before",
  substr(t.text, m."end" + 1, 40) AS "after"
FROM mentions AS m
JOIN documents AS d ON d.doc_id = m.doc_id
LEFT JOIN sentences AS s ON s.sentence_id = m.sentence_id
LEFT JOIN texts AS t ON t.doc_id = m.doc_id;
CREATE VIEW events_with_parties AS
SELECT e.*, p."order" AS party_order, p.kind AS party_kind, p.value AS party, p.mention_id AS party_mention,
  d.title, d.publisher, d.published, d.series, d.edition, s.text AS sentence
FROM events AS e
JOIN documents AS d ON d.doc_id = e.doc_id
LEFT JOIN event_participants AS p ON p.event_id = e.event_id
LEFT JOIN sentences AS s ON s.sentence_id = e.sentence_id;
"""
_VIEWED = frozenset("documents sentences mentions events event_participants blocks".split())


class SqliteSink:
    """`hakusho.sqlite`: every table with its keys; `texts`, `passages` with the index `search`; the views."""

    remarks: tuple[str, ...] = ()

    def __init__(self, folder: Path, schemas: Sequence[TableSchema]) -> None:
        self._path, self._schemas = folder / SQLITE, tuple(schemas)
        # Views and the search stand on the tables of a run; some tables alone have none.
        self._whole = {schema.name for schema in schemas} >= _VIEWED
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        self._indexed = False
        self._run(*_FOR_WRITING, "BEGIN")
        self._run(*map(table_ddl, schemas))
        if self._whole:
            self._run(*filter(str.strip, _TEXTS.split(";")), *_INDEX_AT_ONCE)

    def _run(self, *statements: str) -> None:
        for statement in statements:
            self._connection.execute(statement)

    def add(self, schema: TableSchema, piece: Any) -> None:
        columns = [plain_cells(piece.column(i), column) for i, column in enumerate(schema.columns)]
        self._insert(quoted(schema.name), len(columns), zip(*columns, strict=True))

    def _insert(self, table: str, width: int, rows: Any) -> None:
        # Names come from our own schemas, never from a document.
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * width)})"  # noqa: S608
        self._connection.executemany(statement, rows)

    def add_text(self, doc_id: str, text: str) -> None:
        if self._whole:
            self._index()
            text = _NO_CHARACTER.sub("\ufffd", text)
            self._insert("texts", 2, [(doc_id, text)])
            last = self._connection.execute("SELECT coalesce(max(passage_id), 0) FROM passages").fetchone()[0]
            found = [*enumerate(self._passages(doc_id, text), last + 1)]
            rows = ((at, doc_id, p.start, p.end, p.region, p.page, p.sentence_id or None, p.text) for at, p in found)
            self._insert("passages", 8, rows)
            self._insert("search (rowid, words)", 2, ((at, search_words(p.text)) for at, p in found))

    def _passages(self, doc_id: str, text: str) -> Iterator[Passage]:
        blocks = self._connection.execute(
            'SELECT "start", "end", region, page FROM blocks WHERE doc_id = ? ORDER BY "start"', (doc_id,)
        ).fetchall()
        sentences = self._connection.execute(
            'SELECT "start", "end", sentence_id, text FROM sentences WHERE doc_id = ? ORDER BY "order"', (doc_id,)
        ).fetchall()
        return passages(text, blocks, sentences)

    def _index(self) -> None:
        """Make the indexes, once all rows are there: passages are looked for by document."""
        if not self._indexed:
            self._run(*(statement for schema in self._schemas for statement in index_ddl(schema)))
        self._indexed = True

    def close(self) -> list[tuple[str, Path]]:
        self._index()
        if self._whole:
            self._run("INSERT INTO search (search) VALUES ('optimize')", *filter(str.strip, _VIEWS.split(";")))
        self._run("COMMIT")
        self._connection.close()
        return [(SQLITE, self._path)]


def quoted(name: str) -> str:
    """Return a name as SQL has it.

    >>> quoted("order")
    '"order"'
    """
    return '"' + name.replace('"', '""') + '"'


def table_ddl(schema: TableSchema) -> str:
    """Return the statement that makes a table: types, keys, and references to other tables."""
    parts = [_column(column) for column in schema.columns]
    if schema.key:
        parts.append(f"PRIMARY KEY ({_names(schema.key)})")
    parts += [
        f"FOREIGN KEY ({_names(reference.columns)}) REFERENCES {quoted(reference.table)} ({_names(reference.target)})"
        for reference in schema.references
    ]
    return f"CREATE TABLE {quoted(schema.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def _column(column: Column) -> str:
    return f"{quoted(column.name)} {_KINDS[column.kind]}" + (" NOT NULL" if column.required else "")


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(quoted, names))


def index_ddl(schema: TableSchema) -> list[str]:
    """Return the statements that make the indexes of a table: of its references, of places, and those it asks for."""
    wanted = [reference.columns for reference in schema.references] + list(schema.indexes)
    if {"doc_id", "start"} <= set(schema.names):
        wanted.append(("doc_id", "start"))
    longest = [key for key in dict.fromkeys(wanted) if not _begins(key, [schema.key, *wanted])]
    return [
        f"CREATE INDEX {quoted('_'.join((schema.name, *key)))} ON {quoted(schema.name)} ({_names(key)})"
        for key in longest
    ]


def _begins(key: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> bool:
    """Whether another index serves as well, since it begins with the same columns, or the table's key is the same."""
    return any(other[: len(key)] == key and (len(other) > len(key) or other is others[0]) for other in others)
