"""All stores of a run hold the same: keys that resolve, types, a search of Japanese, whatever documents are called."""

import csv
import doctest
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package, system
from tests.batch.runs import run, table, write
from tests.conftest import ROOT

from hakusho.files.typed import read_records, read_table, typed_frame
from hakusho.runs.verify import verify_run
from hakusho.settings import default_settings, settings_from
from hakusho.tabulate import SCHEMAS, TABLES, tables_with
from hakusho.text.search import search_query

FORMATS = ("parquet", "sqlite")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over the corpus of the project, in all formats but Excel's."""
    out = tmp_path_factory.mktemp("stores") / "run"
    run(out, ROOT / "corpus/raw", documents=str(ROOT / "corpus/documents.csv"), formats=FORMATS)
    return out


@pytest.fixture
def sqlite(made: Path) -> Iterator[sqlite3.Connection]:
    with sqlite3.connect(made / "hakusho.sqlite") as connection:
        yield connection


def _sqlite_frame(out: Path, name: str) -> pd.DataFrame:
    with sqlite3.connect(out / "hakusho.sqlite") as connection:
        return typed_frame(pd.read_sql(f'SELECT * FROM "{name}"', connection), SCHEMAS[name])


def _assert_stores_agree(out: Path) -> None:
    for schema in tables_with(default_settings().as_dict()):
        frame = read_table(out, schema)
        parquet = typed_frame(pd.read_parquet(out / f"tables/{schema.name}.parquet"), schema)
        pd.testing.assert_frame_equal(parquet, frame)
        pd.testing.assert_frame_equal(_sqlite_frame(out, schema.name), frame)
    with sqlite3.connect(out / "hakusho.sqlite") as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with system.use_context(trusted=True):
        report = Package(str(out / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "note"])
    assert verify_run(out)[1] == []


def test_stores_agree_and_references_resolve(made: Path) -> None:
    _assert_stores_agree(made)


IDS = {"sections": "section_id", "sentences": "sentence_id", "mentions": "mention_id", "footnotes": "note_id"}


@pytest.mark.parametrize(("name", "begins"), [*zip(IDS, "hsmn", strict=True)])
def test_ids_are_unique_in_the_run(made: Path, name: str, begins: str) -> None:
    rows = read_records(made, SCHEMAS[name])
    assert len({row[IDS[name]] for row in rows}) == len(rows) > 0
    assert all(row[IDS[name]].startswith(f"{row['doc_id']}:{begins}") for row in rows)


def test_empty_is_null_and_days_are_days(made: Path, sqlite: sqlite3.Connection) -> None:
    ((empty, days),) = sqlite.execute(
        "SELECT sum(first_day IS NULL), count(first_day) FROM mentions WHERE label <> 'DATE'"
    )
    assert empty > 0
    assert days == 0
    assert sqlite.execute("SELECT count(*) FROM mentions WHERE first_day = '' OR section_id = ''").fetchone() == (0,)
    frame = pd.read_parquet(made / "tables/mentions.parquet")
    assert str(frame["first_day"].dropna().iloc[0]).count("-") == 2
    assert frame["page"].dtype == "int64"


@pytest.mark.parametrize(
    "words", ["米国", "総務", "総務省", "ITU", "ＩＴＵ－Ｔ", "国際電気通信連合", "省", "標準化 勧告"]
)
def test_the_search_finds_what_the_texts_hold(sqlite: sqlite3.Connection, words: str) -> None:
    from hakusho.text.search import folded

    found = {
        row[0]
        for row in sqlite.execute(
            "SELECT p.passage_id FROM search JOIN passages AS p ON p.passage_id = search.rowid WHERE search MATCH ?",
            (search_query(words),),
        )
    }
    held = {
        passage_id
        for passage_id, text in sqlite.execute("SELECT passage_id, text FROM passages")
        if all(word in folded(text) for word in folded(words).split())
    }
    assert held
    assert held <= found
    # A search finds no more, but across marks and inside what it takes for one word.
    assert len(found) <= len(held) + 2


def test_passages_are_the_sentences_and_the_lines_without_one(sqlite: sqlite3.Connection) -> None:
    assert sqlite.execute(
        "SELECT count(*) FROM sentences WHERE sentence_id NOT IN (SELECT sentence_id FROM passages WHERE sentence_id IS NOT NULL)"
    ).fetchone() == (0,)
    regions = {region for (region,) in sqlite.execute("SELECT DISTINCT region FROM passages WHERE sentence_id IS NULL")}
    assert {"heading", "table", "caption"} <= regions
    lines = sqlite.execute(
        'SELECT p.text, substr(t.text, p."start" + 1, p."end" - p."start") FROM passages AS p JOIN texts AS t '
        "ON t.doc_id = p.doc_id WHERE p.sentence_id IS NULL"
    ).fetchall()
    assert lines
    assert all(text == sliced for text, sliced in lines)


def test_views_show_mentions_in_their_context(sqlite: sqlite3.Connection) -> None:
    rows = sqlite.execute(
        'SELECT v."before" || v.text || v."after", t.text, v.title, v.section_path FROM mentions_in_context AS v '
        "JOIN texts AS t ON t.doc_id = v.doc_id"
    ).fetchall()
    assert len(rows) == sqlite.execute("SELECT count(*) FROM mentions").fetchone()[0]
    assert all(context in text and title for context, text, title, _ in rows)
    sides = "SELECT count(*) FROM events_with_parties"
    assert sqlite.execute(sides).fetchone() >= (1,)


def test_duckdb_reads_parquet_and_joins(made: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    tables = {name: f"'{made}/tables/{name}.parquet'" for name in ("mentions", "entities", "sections")}
    with duckdb.connect() as connection:
        joined = connection.execute(
            f"SELECT count(*), count(s.section_id) FROM {tables['mentions']} AS m JOIN {tables['entities']} AS e "
            f"USING (entity_id) LEFT JOIN {tables['sections']} AS s USING (section_id)"
        ).fetchone()
        kind = connection.execute(f"SELECT typeof(first_day) FROM {tables['mentions']} LIMIT 1").fetchone()
    named = [row for row in table(made, "mentions") if row["entity_id"]]
    assert joined == (len(named), sum(1 for row in named if row["section_id"]))
    assert kind == ("DATE",)


PAGE = (ROOT / "docs/stores.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("query", re.findall("```sql\n(.*?)```", PAGE, re.DOTALL))
def test_queries_of_the_documentation_run(made: Path, sqlite: sqlite3.Connection, query: str) -> None:
    if ".parquet'" in query:
        with pytest.importorskip("duckdb").connect() as connection:
            assert connection.execute(query.replace("'tables/", f"'{made}/tables/")).fetchall()
    else:
        assert sqlite.execute(query).fetchall()


def test_examples_of_the_documentation_run() -> None:
    assert doctest.testfile(str(ROOT / "docs/stores.md"), module_relative=False) == (0, 2)


def test_entities_count_over_all_documents(made: Path) -> None:
    mentions = [row for row in read_records(made, SCHEMAS["mentions"]) if row["entity_id"]]
    for entity in read_records(made, SCHEMAS["entities"]):
        own = [row for row in mentions if row["entity_id"] == entity["entity_id"]]
        assert entity["mentions"] == len(own)
        assert entity["documents"] == len({row["doc_id"] for row in own})
        assert entity["first_doc"] in {row["doc_id"] for row in own}
        assert {row["label"] for row in own} == {entity["label"]}


def test_the_first_document_is_the_earliest(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", "a.txt", "b.txt", "c.txt")
    (folder / "documents.csv").write_text("doc_id,published,series,edition\nb,1999-05,白書,平成11年版\nc,2001,,\n")
    run(tmp_path / "out", folder)
    rows = {row["name"]: row for row in table(tmp_path / "out", "entities")}
    assert (rows["総務省"]["first_doc"], rows["総務省"]["documents"]) == ("b", "3")
    assert {row["entity_id"]: row["iso3"] for row in rows.values()}["USA"] == "USA"
    assert rows["総務省"]["iso3"] == "JPN"
    documents = {row["doc_id"]: row for row in table(tmp_path / "out", "documents")}
    assert (documents["b"]["series"], documents["b"]["edition"]) == ("白書", "平成11年版")


# From the law of each year, by hand: what a body of 1945 and later is called today, step by step.
CHAINS = {
    "大蔵省": [(2001, "財務省")],
    "文部省": [(2001, "文部科学省")],
    "厚生省": [(2001, "厚生労働省")],
    "農林省": [(1978, "農林水産省")],
    "商工省": [(1949, "通商産業省"), (2001, "経済産業省")],
    "運輸省": [(2001, "国土交通省")],
    "建設省": [(2001, "国土交通省")],
    "郵政省": [(2001, "総務省")],
    "司法省": [(1948, "法務庁"), (1949, "法務府"), (1952, "法務省")],
    "保安庁": [(1954, "防衛庁"), (2007, "防衛省")],
}


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    folder = tmp_path_factory.mktemp("chains")
    text = "".join(f"{name}は、法律案を国会に提出した。\n" for name in CHAINS)
    (folder / "in").mkdir()
    (folder / "in/old.txt").write_text(text, encoding="utf-8")
    (folder / "in/documents.csv").write_text("doc_id,published\nold,1948\n", encoding="utf-8")
    run(folder / "out", folder / "in")
    return read_records(folder / "out", SCHEMAS["successions"])


@pytest.mark.parametrize("name", CHAINS)
def test_the_chain_of_a_ministry_from_1945(steps: list[dict[str, object]], name: str) -> None:
    body = {row["entity_id"] for row in steps if row["from_name"] == name}
    assert len(body) == 1
    for year, successor in CHAINS[name]:
        following = [r for r in steps if {r["entity_id"]} == body and (r["year"], r["to_name"]) == (year, successor)]
        assert len(following) == 1, (name, year, successor)
        assert following[0]["source"]
        body = {following[0]["successor_id"]}
    # Of what stands today, nothing replaced the whole.
    assert not [r for r in steps if {r["entity_id"]} == body and r["kind"] != "split"]


HOSTILE = [
    'it\'s "quoted".txt',
    "two\nlines.txt",
    "tab\tand bell\x07.txt",
    "back\\slash;semi, colon.txt",
    "'; DROP TABLE documents; --.txt",
    "=1+1.txt",
    "総務省（案）.txt",
    "a:m00001.txt",
    "%s{0}.txt",
]


def test_ids_of_documents_may_hold_anything(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in HOSTILE:
        (folder / name).write_text("第1節　概要\n\n総務省は、米国と協議した。\n", encoding="utf-8")
    summary = run(tmp_path / "out", folder, formats=FORMATS)
    assert (summary.documents, summary.failures) == (len(HOSTILE), ())
    _assert_stores_agree(tmp_path / "out")
    frame = read_table(tmp_path / "out", SCHEMAS["mentions"])
    assert frame["doc_id"].nunique() == len(HOSTILE)
    assert set(_sqlite_frame(tmp_path / "out", "documents")["doc_id"]) == set(frame["doc_id"])


def test_a_run_with_failures_only(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 no document")
    summary = run(tmp_path / "out", folder, formats=FORMATS)
    assert (summary.documents, len(summary.failures)) == (0, 1)
    _assert_stores_agree(tmp_path / "out")
    assert [len(read_table(tmp_path / "out", schema)) for schema in TABLES if schema.name != "failures"] == [0] * (
        len(TABLES) - 1
    )


@pytest.mark.parametrize("text", ["", "\n", "abc", "\x00\x01"])
def test_documents_that_say_nothing(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(text, encoding="utf-8")
    run(tmp_path / "out", folder, formats=FORMATS)
    _assert_stores_agree(tmp_path / "out")


def test_a_mark_in_front_of_every_csv_file(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "in", "a.txt", text="図表1-1　人口\n国\t人口\n日本\t1億\n米国\t3億\n\n総務省は、米国と協議した。\n"
    )
    marked = settings_from("csv_bom = true", "mine", default_settings().as_dict())
    run(tmp_path / "out", folder, formats=FORMATS, settings=marked)
    files = sorted((tmp_path / "out/tables").rglob("*.csv"))
    assert len(files) > len(tables_with(marked.as_dict()))
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in files)
    _assert_stores_agree(tmp_path / "out")
    again = run(tmp_path / "out", folder, formats=FORMATS, settings=marked)
    assert again.confirmed
    with (tmp_path / "out/tables/mentions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["doc_id"] == "a"


def test_a_finished_run_is_confirmed_and_a_changed_entity_is_not(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", "a.txt", "b.txt")
    run(tmp_path / "out", folder, formats=FORMATS)
    assert run(tmp_path / "out", folder, formats=FORMATS).confirmed
    rows = json.loads((tmp_path / "out/manifest.json").read_bytes())["rows"]
    assert rows["entities"] == len(table(tmp_path / "out", "entities")) > 0
    assert rows["successions"] == len(table(tmp_path / "out", "successions")) > 0
    path = tmp_path / "out/tables/entities.csv"
    path.write_bytes(path.read_bytes().replace("総務省".encode(), "総務庁".encode()))
    assert not run(tmp_path / "out", folder, formats=FORMATS).confirmed
    assert verify_run(tmp_path / "out")[1] == []


def test_the_same_run_twice_is_the_same_bytes(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", "a.txt", "b.txt")
    for name in ("one", "two"):
        run(tmp_path / name, folder, formats=FORMATS)
    for file in ("hakusho.sqlite", "tables/mentions.parquet", "tables/entities.csv"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
