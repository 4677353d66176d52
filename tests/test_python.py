"""hakusho in Python: a run as the command makes it, its tables as typed frames, an analysis in a notebook."""

import inspect
import pickle
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import hakusho
from hakusho.errors import InputError, OutputError, UsageError
from hakusho.tabulate import SCHEMAS, TABLES
from tests.conftest import ROOT, Cli

TEXT = "１　国際協力\n総務省は、平成24年7月10日に米国と協議した。日韓両国も2013年に合意した。\n"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> hakusho.Run:
    folder = tmp_path_factory.mktemp("python")
    (folder / "in").mkdir()
    (folder / "in/memo.txt").write_text(TEXT, encoding="utf-8")
    (folder / "in/bad.txt").write_bytes(b"")
    told = "doc_id,title,publisher,published\nmemo,覚書,総務省,2012-07\n"
    (folder / "in/documents.csv").write_text(told, encoding="utf-8")
    with pytest.warns(UserWarning, match="bad.txt: .*empty"):
        return hakusho.run(folder / "in", folder / "out", jobs=1, tokens=True)


def test_a_run_is_that_of_the_command(run: hakusho.Run, tmp_path: Path, cli: Cli) -> None:
    place = run.path.parent / "in"
    assert cli("run", place, "--out", tmp_path / "out", "--tokens", "--jobs", 1, "--quiet").returncode == 3
    for name in ("mentions", "tokens", "failures"):
        assert (tmp_path / f"out/tables/{name}.csv").read_bytes() == (run.path / f"tables/{name}.csv").read_bytes()
    assert list(run.failures["doc_id"]) == ["bad"]
    assert repr(run) == f"Run({str(run.path)!r}: 1 document, 6 mentions, 1 failure)"


def test_frames_have_types(run: hakusho.Run) -> None:
    for name, frame in run.tables().items():
        assert tuple(frame.columns) == SCHEMAS[name].names
        for column in SCHEMAS[name].columns:
            kind = str(frame[column.name].dtype)
            if column.kind == "day":
                assert kind == "datetime64[s]"
            elif column.values:
                assert kind == "category"
            else:
                wanted = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
                assert kind == wanted[column.kind], (name, column.name)
    mentions = run.mentions
    assert mentions.loc[mentions["label"] == "DATE", "first_day"].iloc[0] == pd.Timestamp("2012-07-10")
    assert mentions["value"].isna().sum() == 0
    assert mentions["flags"].isna().all()
    assert pd.isna(mentions["first_day"].iloc[0])
    mentions["label"] = "changed"
    assert set(run.mentions["label"]) == {"ORG", "COUNTRY", "DATE"}


def test_every_table_is_an_attribute() -> None:
    own = {schema.name for schema in TABLES}
    assert {name for name in vars(hakusho.Run) if name in own} == own


def test_mentions_joined(run: hakusho.Run) -> None:
    joined = run.mentions_with("section", "document", "sentence", "entity", "speech")
    assert len(joined) == run.rows("mentions") == 6
    row = joined[joined["text"] == "米国"].iloc[0]
    wanted = {
        "year": 2012,
        "publisher": "総務省",
        "top_section": "１ 国際協力",
        "section_level": 1,
        "entity_name": "米国",
    }
    assert {key: row[key] for key in wanted} == wanted
    assert row["sentence"].startswith("総務省は")
    with pytest.raises(UsageError, match="They have: document, section"):
        run.mentions_with("page")


def test_co_mentions(run: hakusho.Run) -> None:
    pairs = run.co_mentions("COUNTRY")[["source", "target", "places"]]
    assert pairs.to_numpy().tolist() == [["JPN", "KOR", 1]]
    assert len(run.co_mentions("COUNTRY", within="document")) == 3
    with pytest.raises(UsageError, match="sentence, section, document"):
        run.co_mentions("COUNTRY", within="page")


def test_what_a_run_does_not_have(run: hakusho.Run, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--parse"):
        _ = run.parse
    with pytest.raises(UsageError, match="no table nothing"):
        run.table("nothing")
    with pytest.raises(UsageError, match="no text"):
        run.text("bad")
    with pytest.raises(OutputError, match="no finished run"):
        hakusho.read_run(tmp_path)
    assert run.text("memo") == TEXT


def test_a_run_refuses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(UsageError, match="jobs is 0"):
        hakusho.run(tmp_path / "a.txt", tmp_path / "out", jobs=0)
    with pytest.raises(UsageError, match="command hakusho run"):
        hakusho.run(tmp_path / "a.txt", "memory://out")
    with pytest.raises(UsageError, match="no such file"):
        hakusho.run(tmp_path / "missing.txt", tmp_path / "out")
    with pytest.raises(InputError, match="decode"):
        hakusho.run(tmp_path / "a.txt", tmp_path / "out", decode_errors='strict"\ntokens = true\n"')


def test_a_script_without_a_main_guard_runs_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in "abc":
        (tmp_path / f"in/{name}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "script.py").write_text(
        "import hakusho\nprint('begun', flush=True)\nprint(hakusho.run('in', 'out', jobs=2).rows('documents'))\n"
    )
    done = subprocess.run(
        [sys.executable, "script.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=160,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["begun", "3"]), done.stderr


def test_an_analysis_shows_itself() -> None:
    analysis = hakusho.analyse(
        "<b>総務省</b>は" + "２０１２年に日米両国の合意を発表した。" * 400, published=date(2012, 7, 1)
    )
    assert len(repr(analysis)) < 100
    page = analysis._repr_html_()
    assert "<b>" not in page
    assert page.count("<mark") > 100
    assert "more characters" in page
    assert "米<small" in page
    frame = analysis.to_frame()
    assert len(frame) == len(analysis.entities)
    assert set(frame["label"]) == {"ORG", "COUNTRY", "DATE"}
    frames = analysis.to_frames()
    assert set(frames) == {schema.name for schema in TABLES} - {
        "failures",
        "entities",
        "successions",
        "parse",
        "tokens",
    }
    full = hakusho.analyse("総務省は協議した。", full_words=True).to_frames()
    assert list(full["tokens"]["reading"])[:2] == ["ソウム", "ショウ"]


def test_events_are_rows() -> None:
    analysis = hakusho.analyse("2012年4月10日、東京で日米首脳会談が開催された。")
    (event,) = analysis.events
    assert list(analysis.to_frames()["events"]["type"]) == [event.type]


def test_the_page_of_a_run(run: hakusho.Run) -> None:
    page = run._repr_html_()
    assert "mentions" in page
    assert "Every place where" in page


def test_stage_errors_say_why(monkeypatch: pytest.MonkeyPatch) -> None:
    from hakusho import flow

    def fail(*_: object) -> None:
        raise ZeroDivisionError("no words")

    monkeypatch.setattr(flow, "segment", fail)
    with pytest.raises(flow.StageError, match="segment failed with ZeroDivisionError: no words"):
        hakusho.analyse("総務省")


def test_verbs_can_be_called_once_their_packages_are_loaded() -> None:
    import hakusho.editions
    import hakusho.evaluate

    assert callable(hakusho.editions)
    assert hakusho.evaluate([], []).judgements == ()


@pytest.mark.parametrize("name", [name for name in hakusho.__all__ if name != "__version__"])
def test_every_public_name_has_an_example(name: str) -> None:
    found = getattr(hakusho, name)
    found = getattr(found, name) if inspect.ismodule(found) else found
    assert ">>>" in (found.__doc__ or ""), name


_TYPED = """
import hakusho
reveal_type(hakusho.analyse)
reveal_type(hakusho.run("in", "out"))
reveal_type(hakusho.analyse("").entities)
hakusho.analyse("", nothing=1)
"""


def test_mypy_finds_the_types_of_a_wheel(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "pipeline").symlink_to(ROOT / "pipeline")
    build = "import sys; from setuptools import build_meta; print(build_meta.build_wheel('dist'))"
    made = subprocess.run([sys.executable, "-c", build], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stderr
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    (packages,) = (tmp_path / "venv/lib").glob("python*/site-packages")
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    zipfile.ZipFile(wheel).extractall(packages)
    assert (packages / "hakusho/py.typed").is_file()
    (tmp_path / "typed.py").write_text(_TYPED)
    options = ["--python-executable", tmp_path / "venv/bin/python", "--config-file=", "--cache-dir", tmp_path / "cache"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "typed.py"], cwd=tmp_path, capture_output=True, text=True, timeout=160
    )
    assert 'Revealed type is "hakusho.runs.run.Run"' in done.stdout, done.stdout
    assert "hakusho.records.entities.Entity" in done.stdout
    assert 'Unexpected keyword argument "nothing"' in done.stdout


_ON_WINDOWS = """
import sys
sys.modules["fcntl"] = None
import hakusho
assert hakusho.analyse("米国は。").entities[0].value == "USA"
try:
    hakusho.run("in", "out")
except ValueError as error:
    print(error)
"""


def test_a_run_where_folders_cannot_be_locked_is_refused_in_one_line(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _ON_WINDOWS], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.stdout == "hakusho runs on Linux and macOS. On Windows use it inside WSL.\n", done.stderr


def test_an_error_of_an_input_comes_whole_out_of_a_worker() -> None:
    error = hakusho.errors.InputError("予算.txt", "cannot be read", "Check it.", "line 3")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
