"""Whatever cells hold, CSV, Parquet, SQLite and Excel give them back, with the types and keys of the schemas."""

import datetime
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakusho.errors import OutputError
from hakusho.files import typed
from hakusho.files.database import SqliteSink, index_ddl, table_ddl
from hakusho.files.parquet import ParquetSink
from hakusho.files.sinks import Sink
from hakusho.files.tables import CsvTables, csv_lines
from hakusho.files.typed import read_pieces, read_records, read_table, typed_frame
from hakusho.records import Column, TableSchema
from hakusho.tabulate import SCHEMAS, TABLES
from hakusho.tabulate.checks import SchemaError, check_rows
from hakusho.tabulate.frames import checked

# Names of files and texts of mentions come as they are.
TEXT = st.text("総a1,;\"'\n\r\t\0\x0b\x1c\x85\u2028\ufeff =+-@＝＋－", max_size=6)
CELLS = {
    "string": TEXT,
    "integer": st.integers(0, 2**40),
    "number": st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9).map(lambda x: round(x, 4))),
    "boolean": st.booleans(),
    "day": st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)).map(str),
}


def _cell(column: Column) -> st.SearchStrategy[object]:
    if column.values:
        return st.sampled_from(column.values)
    if column.required:
        return TEXT.filter(bool) if column.kind == "string" else CELLS[column.kind]
    return st.one_of(st.just("" if column.kind in ("string", "day") else None), CELLS[column.kind])


def _rows(schema: TableSchema) -> st.SearchStrategy[list[tuple[object, ...]]]:
    places = [schema.names.index(name) for name in schema.key]
    row = st.tuples(*map(_cell, schema.columns))
    return st.lists(row, max_size=4, unique_by=(lambda row: tuple(row[p] for p in places)) if places else None)


def _written(folder: Path, schemas: Sequence[TableSchema], rows: dict[str, list[tuple[object, ...]]], *sinks: Sink):
    (folder / "tables").mkdir(exist_ok=True)
    tables = CsvTables(folder / "tables", schemas)
    for name, made in rows.items():
        tables.add(name, csv_lines(made))
    for name, path in tables.close().items():
        for piece in read_pieces(path, SCHEMAS[name]):
            for sink in sinks:
                sink.add(SCHEMAS[name], piece)
    return dict(file for sink in sinks for file in sink.close())


@pytest.mark.parametrize("schema", TABLES, ids=lambda schema: schema.name)
@settings(max_examples=12)
@given(data=st.data())
def test_all_stores_give_equal_frames(schema: TableSchema, data: st.DataObject) -> None:
    rows = data.draw(_rows(schema))
    check_rows(schema.name, rows)
    with TemporaryDirectory() as made:
        folder = Path(made)
        files = _written(
            folder, [schema], {schema.name: rows}, ParquetSink(folder, [schema]), SqliteSink(folder, [schema])
        )
        frame = checked(schema.name, read_table(folder, schema))
        parquet = pd.read_parquet(files[f"tables/{schema.name}.parquet"])
        with sqlite3.connect(files["hakusho.sqlite"]) as connection:
            sqlite = pd.read_sql(f'SELECT * FROM "{schema.name}"', connection)
        assert [tuple(row.values()) for row in read_records(folder, schema)] == rows
    pd.testing.assert_frame_equal(typed_frame(parquet, schema), frame)
    pd.testing.assert_frame_equal(typed_frame(sqlite, schema), frame)
    assert [tuple(row) for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False)] == [
        tuple(_in_frame(cell, column) for cell, column in zip(row, schema.columns, strict=True)) for row in rows
    ]


def _in_frame(cell: object, column: Column) -> object:
    if cell in ("", None):
        return None
    return pd.Timestamp(str(cell)).as_unit("s") if column.kind == "day" else cell


def test_parquet_and_sqlite_have_the_types_of_the_schema(tmp_path: Path) -> None:
    schema = SCHEMAS["mentions"]
    files = _written(tmp_path, [schema], {}, ParquetSink(tmp_path, [schema]), SqliteSink(tmp_path, [schema]))
    kinds = {field.name: (field.type, field.nullable) for field in pq.read_schema(files["tables/mentions.parquet"])}
    assert kinds["first_day"] == (pa.date32(), True)
    assert kinds["start"] == (pa.int64(), False)
    ddl = table_ddl(schema)
    assert '"mention_id" text NOT NULL' in ddl
    assert '"first_day" date,' in ddl
    assert 'PRIMARY KEY ("mention_id")' in ddl
    assert 'FOREIGN KEY ("section_id") REFERENCES "sections" ("section_id")' in ddl
    assert any('("doc_id", "start")' in index for index in index_ddl(schema))
    assert len(index_ddl(schema)) == len(set(index_ddl(schema)))


@pytest.mark.parametrize("schema", TABLES, ids=lambda schema: schema.name)
def test_references_lead_to_keys(schema: TableSchema) -> None:
    for reference in schema.references:
        target = SCHEMAS[reference.table]
        assert reference.target == target.key
        kinds = {column.name: column.kind for column in (*schema.columns, *target.columns)}
        assert [kinds[name] for name in reference.columns] == [kinds[name] for name in reference.target]
    for key in (schema.key, *schema.indexes):
        assert set(key) <= set(schema.names)
    assert len(set(schema.names)) == len(schema.names)


def test_two_rows_of_one_key_are_told(tmp_path: Path) -> None:
    page = ("文書", 1, "text", 0, 1, 10, 0, 0, "")
    check_rows("pages", [page, ("文書", 2, *page[2:])])
    with pytest.raises(SchemaError, match=r"table pages: two rows have the key \('文書', 1\)"):
        check_rows("pages", [page, page])
    _written(tmp_path, [SCHEMAS["pages"]], {"pages": [page, page]})
    with pytest.raises(SchemaError, match="pages"):
        checked("pages", read_table(tmp_path, SCHEMAS["pages"]))


def test_a_cell_longer_than_a_block_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed, "_BLOCK", 2_000)
    schema = SCHEMAS["failures"]
    rows = [(f"{i}", "p", "read", "e", "長" * (1 if i % 7 else 1_500 * i + 1), "failed") for i in range(60)]
    _written(tmp_path, [schema], {"failures": rows})
    assert [tuple(row.values()) for row in read_records(tmp_path, schema)] == rows


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("doc_id,path,stage,message", "no column error"),
        ("path,doc_id,stage,error,message", "no column"),
        ("doc_id,path,stage,error,message,kind,more", "no column more"),
        ("", "cannot be read"),
    ],
)
def test_tables_with_other_columns_are_refused(tmp_path: Path, header: str, told: str) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/failures.csv").write_text(header and f"{header}\n", encoding="utf-8")
    with pytest.raises(OutputError, match=told):
        read_table(tmp_path, SCHEMAS["failures"])


def test_columns_that_an_older_run_lacks_at_the_end_are_empty(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/countries.csv").write_text(
        "doc_id,iso3,name_ja,name_en,mentions,regions\na,USA,アメリカ合衆国,United States,2,body:2\n", encoding="utf-8"
    )
    (row,) = read_records(tmp_path, SCHEMAS["countries"])
    assert (row["mentions"], row["iso2"], row["continent"]) == (2, "", "")
    (tmp_path / "manifest.json").write_text(json.dumps({"inputs": [], "files": {}, "rows": {"countries": 1}}))
    assert read_records(tmp_path, SCHEMAS["entities"]) == []
    (tmp_path / "tables/countries.csv").unlink()
    with pytest.raises(OutputError):
        read_records(tmp_path, SCHEMAS["countries"])


# --- Excel ---------------------------------------------------------------------------------------------------


def _workbook(folder: Path, rows: dict[str, list[tuple[object, ...]]], most: int = 1_048_576):
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    from hakusho.files.workbook import ExcelSink

    schemas = [SCHEMAS[name] for name in rows]
    sink = ExcelSink(folder, schemas, most)
    files = _written(folder, schemas, rows, sink)
    return openpyxl.load_workbook(files["hakusho.xlsx"]), sink


def test_text_stays_text_in_excel(tmp_path: Path) -> None:
    odd = [
        "2012-07",
        "(1)",
        "=1+1",
        "+81-3",
        "@SUM(A1)",
        "00123",
        "1e5",
        "_x0041_",
        "a\nb",
        " ",
        "TRUE",
        "=cmd|' /C calc'!A0",
    ]
    rows = [("d", f"{text}", "x", "figure", i) for i, text in enumerate(odd)]
    book, sink = _workbook(tmp_path, {"figures": rows})
    sheet = book["figures"]
    # Excel writes _x0041_ for a character of its number; text that looks so is escaped, and read back by Excel.
    unescape = pytest.importorskip("openpyxl.utils.escape").unescape
    assert [(unescape(cell.value), cell.data_type) for (cell,) in sheet.iter_rows(2, min_col=2, max_col=2)] == [
        (t, "s") for t in odd
    ]
    assert {cell.data_type for row in sheet.iter_rows(2, min_col=5) for cell in row} == {"n"}
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == list(SCHEMAS["figures"].names)
    assert book["about"]["A2"].value == "figures"
    assert sink.remarks == ()


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(tmp_path: Path) -> None:
    rows = [("d", f"図{i}", "x", "figure", i) for i in range(9)]
    book, sink = _workbook(tmp_path, {"figures": rows}, most=5)
    assert [row[4] for name in book.sheetnames[1:] for row in book[name].iter_rows(2, values_only=True)] == [*range(9)]
    assert book.sheetnames == ["about", "figures", "figures 2", "figures 3"]
    assert sink.remarks == (
        "hakusho.xlsx: figures has 9 rows, more than a sheet holds: it goes on in figures 2, figures 3",
    )


def test_cells_longer_than_those_of_excel_are_cut_and_told(tmp_path: Path) -> None:
    book, sink = _workbook(tmp_path, {"figures": [("d", "図", "長" * 40_000, "figure", 1)]})
    assert book["figures"]["C2"].value == "長" * 32_766 + "…"
    assert "1 cells of figures are longer" in sink.remarks[0]


def test_the_same_tables_are_the_same_workbook(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        _workbook(tmp_path / name, {"figures": [("d", "図", "x", "figure", 1)]})
        made.append((tmp_path / name / "hakusho.xlsx").read_bytes())
    assert made[0] == made[1]
