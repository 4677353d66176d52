"""Runs of version 1 still read: `older/version_1.zip` is what the code of commit 413f9b0 made of two documents."""

import zipfile
from pathlib import Path

import pytest

from hakusho.files.typed import missing_columns, read_records, read_table
from hakusho.runs.compare import diff
from hakusho.runs.evaluate import evaluate_run
from hakusho.runs.exchange import load
from hakusho.runs.summaries import trace_lines
from hakusho.runs.trace import trace
from hakusho.runs.verify import verify_run
from hakusho.tabulate import SCHEMAS, TABLES
from tests.conftest import ROOT

DOCUMENTS = ("dev02_ict_2022", "dev06_boei_2014")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with zipfile.ZipFile(Path(__file__).parent / "older/version_1.zip") as archive:
        archive.extractall(tmp_path / "old")
    return tmp_path / "old"


def test_it_is_of_version_1(old: Path) -> None:
    assert read_records(old, SCHEMAS["sentences"])[0]["sentence_id"] == "sen00001"
    assert not (old / "tables/entities.csv").exists()
    assert "page" in missing_columns(old, SCHEMAS["mentions"])


def test_verify(old: Path) -> None:
    spans, problems = verify_run(old)
    assert problems == []
    assert spans > 200


def test_verify_still_tells_what_does_not_fit(old: Path) -> None:
    path = old / "tables/mentions.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",sen00002,", ",sen99999,"), encoding="utf-8")
    problems = verify_run(old)[1]
    assert "tables/mentions.csv: not the bytes that manifest.json records" in problems
    assert any(": no sen99999 in sentences" in problem for problem in problems)


def test_evaluate(old: Path) -> None:
    evaluation, _ = evaluate_run(ROOT / "corpus/gold", old)
    scores = evaluation.as_dict()
    assert scores["documents"] == [*DOCUMENTS]
    # The figures of the code that made the run.
    assert scores["labels"]["ALL"]["strict"]["correct"] == 176
    assert scores["labels"]["ALL"]["resolved"]["correct"] == 176


def test_trace(old: Path) -> None:
    found = trace(old, "dev02_ict_2022:m00005")
    assert found.section.endswith("ア 電気通信標準化部門（ITU-T：ITU Telecommunication Standardization Sector）")
    assert not any("page" in line for line in trace_lines(found))


def test_export_and_diff(old: Path) -> None:
    assert [document.doc_id for document in load(old)] == [*DOCUMENTS]
    assert diff(old, old)[0] == []


@pytest.mark.parametrize("schema", TABLES, ids=lambda schema: schema.name)
def test_every_table_reads(old: Path, schema: object) -> None:
    table = read_table(old, SCHEMAS[schema.name])
    assert tuple(table.columns) == schema.names
    assert all(table[name].isna().all() for name in missing_columns(old, schema)) if len(table) else True


def test_no_older_column_was_renamed_or_moved(old: Path) -> None:
    for path in (old / "tables").glob("*.csv"):
        header = tuple(path.read_text(encoding="utf-8").partition("\n")[0].split(","))
        assert SCHEMAS[path.stem].names[: len(header)] == header
