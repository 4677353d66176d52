"""The commands as a user meets them: bad input is one clear line, the same input the same bytes."""

import csv
import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest
from frictionless import Package, system
from typer.testing import CliRunner

from hakusho.cli import app
from hakusho.errors import InputError, NoRun, UsageError
from tests.conftest import Cli

TEXT = "総務省は、平成24年7月に米国と協議した。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def _run(cli: Cli, folder: Path, *extra: object, place: object = None, **options: object):
    return cli("run", place or folder / "in", "--out", folder / "out", "--jobs", 1, "--quiet", *extra, **options)


def _table(run: Path, name: str) -> list[dict[str, str]]:
    with (run / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _one_line(text: str, *parts: str) -> None:
    assert "Traceback" not in text
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    for part in parts:
        assert part in lines[0], lines[0]


# --- what a user gets wrong ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "parts"),
    [
        ("empty", b"", ("empty.txt", "empty")),
        ("blank", b" \r\n\t \n", ("blank.txt", "white space")),
        (
            "broken",
            "総務省".encode() + b"\xff\xfe\xff" + "は。".encode() * 40,
            ("broken.txt", "byte 9", "--decode-errors"),
        ),
        ("image", b"\x89PNG\r\n\x1a\n" + bytes(200), ("image.txt", "an image")),
        ("binary", bytes(range(256)) * 40, ("binary.txt", "binary")),
    ],
)
def test_a_bad_document_is_a_row_and_the_others_are_done(
    cli: Cli, folder: Path, name: str, content: bytes, parts: tuple[str, ...]
) -> None:
    (folder / "in" / f"{name}.txt").write_bytes(content)
    done = _run(cli, folder)
    assert done.returncode == 3
    _one_line(done.stderr, *parts)
    (failure,) = _table(folder / "out", "failures")
    assert (failure["doc_id"], failure["stage"]) == (name, "read")
    assert [row["doc_id"] for row in _table(folder / "out", "documents")] == ["good"]


@pytest.mark.parametrize(
    ("documents", "parts"),
    [
        ("doc_id,title\ngood,あ\ngood,い\n", ("documents.csv", "line 3", "good")),
        ("doc_id,published\ngood,2012-13\n", ("documents.csv", "line 2", "2012-13")),
        ("title\nあ\n", ("documents.csv", "line 1", "doc_id")),
        ('doc_id,title\ngood,"あ\n', ("documents.csv",)),
    ],
)
def test_bad_metadata_stops_before_anything_is_done(
    cli: Cli, folder: Path, documents: str, parts: tuple[str, ...]
) -> None:
    (folder / "in" / "documents.csv").write_text(documents, encoding="utf-8")
    done = _run(cli, folder)
    assert done.returncode == 2
    _one_line(done.stderr, *parts)
    assert not (folder / "out").exists()


def test_a_missing_file_is_named(cli: Cli, folder: Path) -> None:
    done = _run(cli, folder, place=folder / "nowhere.txt")
    assert done.returncode == 2
    _one_line(done.stderr, "nowhere.txt")


def test_a_folder_without_documents_is_named(cli: Cli, folder: Path) -> None:
    (folder / "none").mkdir()
    done = _run(cli, folder, place=folder / "none")
    assert done.returncode == 2
    _one_line(done.stderr, "none", "no documents")


def test_two_inputs_with_one_stem_take_their_folders_name(cli: Cli, folder: Path) -> None:
    (folder / "in" / "below").mkdir()
    (folder / "in" / "below" / "good.txt").write_text(TEXT, encoding="utf-8")
    done = _run(cli, folder)
    assert done.returncode == 0
    assert [row["path"] for row in _table(folder / "out", "documents")] == ["below/good.txt", "good.txt"]
    assert "below_good" in [row["doc_id"] for row in _table(folder / "out", "documents")]


def test_a_master_list_may_name_more_than_there_is(cli: Cli, folder: Path) -> None:
    (folder / "in" / "documents.csv").write_text("doc_id,title\ngood,あ\nbad,い\n", encoding="utf-8")
    assert _run(cli, folder).returncode == 0
    assert [row["title"] for row in _table(folder / "out", "documents")] == ["あ"]


def test_another_run_is_refused_and_replaced_when_asked(cli: Cli, folder: Path) -> None:
    assert _run(cli, folder).returncode == 0
    (folder / "in" / "other.txt").write_text(TEXT, encoding="utf-8")
    done = _run(cli, folder)
    assert done.returncode == 2
    _one_line(done.stderr, "--overwrite")
    assert _run(cli, folder, "--overwrite").returncode == 0
    assert len(_table(folder / "out", "documents")) == 2


def test_strange_files_in_the_output_are_left_alone(cli: Cli, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "mine.txt").write_text("keep", encoding="utf-8")
    assert _run(cli, folder, "--overwrite").returncode == 0
    assert (folder / "out" / "mine.txt").read_text(encoding="utf-8") == "keep"


@pytest.mark.parametrize(
    "text",
    [
        "総務省は昨年度に米国と協議した。" * 6_000,
        "年" * 60_000,
        "総務省\0は\x01\x1b米国と。\n",
        "\ufeff総務省は。",
        "\r\r\n\u2028総務省\u0085",
    ],
    ids=["three-hundred-kilobytes-on-a-line", "repeated", "control", "mark", "newlines"],
)
def test_strange_texts_are_documents(cli: Cli, folder: Path, text: str) -> None:
    (folder / "in" / "strange.txt").write_bytes(text.encode())
    done = _run(cli, folder)
    assert done.returncode == 0, done.stderr
    kept = (folder / "out" / "text" / "strange.txt").read_bytes().decode()
    assert kept == text.removeprefix("\ufeff")
    assert cli("verify", folder / "out").returncode == 0


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("T1\tORG 0 30\t総務省", ("line 1", "outside the text")),
        ("T1\tORG 1 4\t総務省", ("line 1", "務省は")),
        ("T1\tBODY 0 3\t総務省", ("line 1", "BODY")),
        ("総務省", ("line 1",)),
    ],
)
def test_gold_that_does_not_fit_its_text(cli: Cli, folder: Path, line: str, parts: tuple[str, ...]) -> None:
    assert _run(cli, folder).returncode == 0
    (folder / "gold").mkdir()
    (folder / "gold" / "good.ann").write_text(line + "\n", encoding="utf-8")
    done = cli("evaluate", "--gold", folder / "gold", "--run", folder / "out")
    assert done.returncode == 2
    _one_line(done.stderr, "good.ann", *parts)


def test_usage(cli: Cli, folder: Path) -> None:
    assert cli("run", folder / "in").returncode == 2
    assert cli("nonsense").returncode == 2
    done = _run(cli, folder, "--format", "xlsx")
    assert done.returncode == 2
    _one_line(done.stderr, "xlsx", "parquet")
    settings = folder / "mine.toml"
    settings.write_text("lables = ['ORG']", encoding="utf-8")
    done = _run(cli, folder, "--settings", settings)
    assert done.returncode == 2
    _one_line(done.stderr, "lables", "mine.toml")


def test_a_formula_is_guarded_and_read_back(cli: Cli, folder: Path) -> None:
    (folder / "in" / "formula.txt").write_text('=HYPERLINK("x")は、総務省の式である。\n', encoding="utf-8")
    assert _run(cli, folder).returncode == 0
    cells = [value for row in _table(folder / "out", "sentences") for value in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert cli("verify", folder / "out").returncode == 0


# --- what a run promises ---------------------------------------------------------------------------------------


def _bytes(run: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(run)): path.read_bytes()
        for path in sorted(run.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(run).parts)
    }


def test_bytes_depend_on_nothing_but_the_input(cli: Cli, corpus: Path, reference: Path, tmp_path: Path) -> None:
    files = sorted((corpus / "raw").iterdir(), reverse=True)
    out = tmp_path / "out"
    done = cli(
        "run", *files, "--documents", corpus / "documents.csv", "--out", out, "--tokens", "--jobs", 1, "--quiet",
        env={"PYTHONHASHSEED": "77", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "TZ": "Pacific/Kiritimati"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert _bytes(out).keys() == _bytes(reference).keys()
    assert [name for name, data in _bytes(out).items() if data != _bytes(reference)[name]] == []


def test_the_same_command_confirms(cli: Cli, folder: Path) -> None:
    assert _run(cli, folder).returncode == 0
    before = _bytes(folder / "out")
    done = cli("run", folder / "in", "--out", folder / "out", "--jobs", 1)
    assert "nothing to do" in done.stdout
    assert _bytes(folder / "out") == before


def test_a_changed_document_is_done_again(cli: Cli, folder: Path) -> None:
    assert _run(cli, folder).returncode == 0
    (folder / "in" / "good.txt").write_text("外務省は、英国と協議した。\n", encoding="utf-8")
    assert _run(cli, folder).returncode == 0
    assert [row["value"] for row in _table(folder / "out", "mentions")] == ["外務省", "GBR"]


def test_tables_are_those_of_the_contract(reference: Path) -> None:
    contract = {
        "documents": "doc_id path media encoding sha256 title publisher published characters sentences mentions",
        "sections": "doc_id order level number title line section_id parent_id start end",
        "sentences": "doc_id order text sentence_id section_id start end",
        "mentions": "doc_id mention_id label start end text value mod flags status entity_id name first_day last_day region section_id sentence_id found_by",
        "organisations": "doc_id entity_id name aliases mentions first_start",
        "countries": "doc_id iso3 name_ja name_en mentions regions",
        "acronyms": "doc_id short ja en start",
        "footnotes": "doc_id marker text urls",
        "footnote_refs": "doc_id marker line context",
        "figures": "doc_id figure_id caption kind line",
        "cross_references": "doc_id ref target_kind line",
        "table_cells": "doc_id table_id row column header text filled start end",
        "quality": "doc_id line start_text kind comment",
        "failures": "doc_id path stage error message",
    }
    for name, columns in contract.items():
        header = (reference / "tables" / f"{name}.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
        assert header[: len(columns.split())] == columns.split(), name


def test_frictionless_accepts_the_package(reference: Path) -> None:
    with system.use_context(trusted=False):
        report = Package(str(reference / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "title", "message"])[:5]


def test_verify_finds_a_changed_character(cli: Cli, reference: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    shutil.copytree(reference, run)
    assert cli("verify", run).returncode == 0
    table = run / "tables" / "mentions.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("総務省", "総務庁", 1), encoding="utf-8")
    done = cli("verify", run)
    assert done.returncode == 1
    assert "総務庁" in done.stderr


def test_trace_quotes_the_source(cli: Cli, reference: Path) -> None:
    mention = next(row for row in _table(reference, "mentions") if row["label"] == "DATE")
    done = cli("trace", reference, mention["mention_id"])
    assert done.returncode == 0
    assert f"[{mention['text']}]" in done.stdout
    assert mention["found_by"] in done.stdout
    assert cli("trace", reference, "nothing:m1").returncode == 2


def test_formats_hold_the_same_rows(cli: Cli, folder: Path) -> None:
    import pyarrow.parquet

    assert _run(cli, folder, "--format", "parquet", "--format", "sqlite").returncode == 0
    rows = _table(folder / "out", "mentions")
    parquet = pyarrow.parquet.read_table(folder / "out" / "tables" / "mentions.parquet").to_pylist()
    with sqlite3.connect(folder / "out" / "hakusho.sqlite") as database:
        lines = database.execute("select mention_id, value from mentions order by rowid").fetchall()
    assert [row["mention_id"] for row in rows] == [row["mention_id"] for row in parquet]
    assert [(row["mention_id"], row["value"]) for row in rows] == lines


def test_a_zip_is_a_folder_and_never_leaves_the_output(cli: Cli, folder: Path) -> None:
    with zipfile.ZipFile(folder / "in" / "packed.zip", "w") as archive:
        archive.writestr("a/one.txt", TEXT)
        archive.writestr("../../escaped.txt", TEXT)
    done = _run(cli, folder)
    assert done.returncode in (0, 3)
    assert {row["doc_id"] for row in _table(folder / "out", "documents")} >= {"good", "one"}
    outside = [path for path in folder.parent.rglob("*escaped*") if folder / "out" not in path.parents]
    assert outside == []


def test_fail_under(cli: Cli, reference: Path, corpus: Path, tmp_path: Path) -> None:
    base = ("evaluate", "--gold", corpus / "gold", "--run", reference)
    done = cli(*base, "--out", tmp_path, "--fail-under", "0.95", "--fail-under", "sections=0.9")
    assert done.returncode == 0, done.stderr
    content = json.loads((tmp_path / "evaluation.json").read_text(encoding="utf-8"))
    assert content["labels"]["ALL"]["strict"]["f1"] > 0.95
    done = cli(*base, "--fail-under", "ORG.resolved=1.0")
    assert done.returncode == 1
    _one_line(done.stderr, "ORG.resolved")
    assert cli(*base, "--fail-under", "nonsense=0.5").returncode == 2


NOT_THERE = [
    ("verify", "{}"), ("trace", "{}", "x"), ("diff", "{}", "{}"), ("agree", "{}", "{}"), ("check-gold", "{}"), ("evaluate", "--gold", "{}", "--run", "{}"),
    ("export", "{}", "--to", "brat", "--out", "o"), ("export", "{}", "--to", "conllu", "--out", "o"), ("import", "{}", "--from", "brat", "--out", "o"),
    ("grep", "{}", "x"), ("sample", "{}", "--out", "o"), ("suggest", "{}", "--out", "o"), ("editions", "{}", "--out", "o"), ("report", "{}", "--out", "o"),
    ("run", "{}", "--out", "o"), ("inspect", "{}"),
]  # fmt: skip


@pytest.mark.parametrize("words", NOT_THERE, ids=lambda words: " ".join(words[:1]))
@pytest.mark.parametrize("kind", ["missing", "empty"])
def test_what_is_not_there_is_exit_status_2(words: tuple[str, ...], kind: str, tmp_path: Path) -> None:
    """Whatever was given, and whichever command it was given to: one line, and nothing written."""
    place = tmp_path / "place"
    if kind == "empty":
        place.mkdir()
    arguments = [word.format(place) if "{" in word else str(tmp_path / word) if word == "o" else word for word in words]
    done = CliRunner().invoke(app, arguments)
    error = done.exception
    assert isinstance(error, (UsageError, InputError, NoRun)) or done.exit_code == 2, (error, done.output)
    assert not (tmp_path / "o").exists()


def test_the_help_tells_of_exit_statuses(cli: Cli) -> None:
    told = " ".join(cli("--help").stdout.split())
    assert all(f"{status} " in told.partition("Exit status")[2] for status in (0, 1, 2, 3, 130))


def test_a_run_that_is_not_there_is_exit_status_2(cli: Cli, tmp_path: Path) -> None:
    done = cli("verify", tmp_path / "nowhere")
    assert done.returncode == 2
    _one_line(done.stderr, "no finished run")


def test_help_loads_no_model(cli: Cli) -> None:
    assert cli("--help").returncode == 0
    done = cli("-c", "pass")
    assert done.returncode == 2


def test_help_imports_neither_spacy_nor_pandas() -> None:
    import subprocess
    import sys

    code = "import sys, hakusho.cli; print([m for m in ('spacy', 'pandas', 'sudachipy', 'lxml', 'ahocorasick_rs') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
