"""Ten tasks of a researcher: each at most five lines of Python, or one command.

The lines of a task stand in a string, so that a test can count them; it runs them in a folder that holds a run of the
corpus in `run` and one of two white papers in `years`.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import spacy

import hakusho
from tests.conftest import ROOT

CORPUS = ROOT / "corpus"


@pytest.fixture(scope="module")
def place(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tasks")
    shutil.copytree(reference, folder / "run")
    years = CORPUS / "years"
    inputs = [years / "ict_2012.txt", years / "ict_2013.txt"]
    hakusho.run(inputs, folder / "years", documents=years / "documents.csv", jobs=2)
    shutil.copytree(CORPUS / "raw", folder / "raw")
    return folder


@pytest.fixture(autouse=True)
def _there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)


def python(code: str) -> Any:
    """Run the lines of a task; returns what they call `found`."""
    lines = [line for line in code.strip().splitlines() if line.strip()]
    assert len(lines) <= 5
    names: dict[str, Any] = {"hakusho": hakusho}
    exec("\n".join(lines), names)
    return names["found"]


def command(line: str) -> str:
    """Run one command; returns what it prints."""
    words = line.split()
    done = subprocess.run([sys.executable, "-m", *words], capture_output=True, text=True, timeout=170)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_1_load() -> None:
    found = python("""
run = hakusho.read_run("run")
found = run.mentions
""")
    assert len(found) > 1000
    assert str(found["first_day"].dtype) == "datetime64[s]"


def test_2_filter_by_year_and_ministry() -> None:
    found = python("""
mentions = hakusho.read_run("years").mentions_with("document")
found = mentions[(mentions["year"] == 2012) & (mentions["publisher"] == "総務省")]
""")
    assert set(found["doc_id"]) == {"ict_2012"}
    assert 50 < len(found) < len(hakusho.read_run("years").mentions)


def test_3_count_by_country_and_year_without_navigation() -> None:
    found = python("""
mentions = hakusho.read_run("years").mentions_with("document")
text = mentions[(mentions["label"] == "COUNTRY") & (mentions["region"] != "navigation")]
found = text.groupby(["value", "year"]).size().unstack(fill_value=0)
""")
    assert list(found.columns) == [2012, 2013]
    wanted = hakusho.read_run("years").mentions.query("value == 'USA' and doc_id == 'ict_2012'")
    assert found.loc["USA", 2012] == len(wanted) > 5


def test_4_a_network_of_co_mentions() -> None:
    found = python("""
edges = hakusho.read_run("run").co_mentions("COUNTRY", within="sentence")
found = edges[edges["places"] >= 2]
""")
    pairs = set(zip(found["source"], found["target"], strict=True))
    assert ("JPN", "USA") in pairs
    assert all(source < target for source, target in pairs)


def test_5_keyword_in_context() -> None:
    found = python("""
run = hakusho.read_run("years")
found = run.grep("協力", label="COUNTRY", value="USA")
""")
    lines = command("hakusho grep years 協力 --label COUNTRY --value USA").splitlines()
    assert len(lines) == len(found) > 2
    assert all("[協力]" in line for line in lines)


def test_6_export_to_excel() -> None:
    found = python("""
run = hakusho.read_run("years")
found = run.to_excel("years.xlsx", tables=["documents", "mentions"])
""")
    book = openpyxl.load_workbook(found)
    assert book.sheetnames == ["about", "documents", "mentions"]
    assert book["mentions"].max_row == len(hakusho.read_run("years").mentions) + 1


def test_7_annotate_in_label_studio_and_score() -> None:
    command("hakusho export years --to labelstudio --out tasks")
    tasks = json.loads(Path("tasks/labelstudio.json").read_text(encoding="utf-8"))
    corrected = [task for task in tasks if task["data"]["doc_id"] == "ict_2012"]
    labels = [result for result in corrected[0]["annotations"][0]["result"] if result["type"] == "labels"]
    dropped = labels[0]["id"]
    results = corrected[0]["annotations"][0]["result"]
    corrected[0]["annotations"][0]["result"] = [result for result in results if result["id"] != dropped]
    Path("corrected").mkdir()
    Path("corrected/labelstudio.json").write_text(json.dumps(corrected), encoding="utf-8")
    command("hakusho import corrected --from labelstudio --out gold")
    found = python("""
run = hakusho.read_run("years")
found = run.evaluate("gold").as_dict()["labels"]["ALL"]["strict"]
""")
    assert (found["spurious"], found["missing"], found["correct"]) == (1, 0, len(labels) - 1)


def test_8_train_a_spacy_model() -> None:
    command("hakusho export run --to spacy --out training")
    command("spacy init config training/config.cfg --lang ja --pipeline ner")
    both = "--paths.train training/hakusho.spacy --paths.dev training/hakusho.spacy"
    limits = "--training.max_steps 10 --training.eval_frequency 10"
    command(f"spacy train training/config.cfg --output model {both} {limits}")
    assert set(spacy.load("model/model-last").get_pipe("ner").labels) == {"ORG", "COUNTRY", "DATE"}


def test_9_compare_two_runs() -> None:
    Path("names.tsv").write_text("name\tlabel\tvalue\nスマートテレビ\tORG\tスマートテレビ\n", encoding="utf-8")
    documents = CORPUS / "years/documents.csv"
    inputs = [CORPUS / "years/ict_2012.txt", CORPUS / "years/ict_2013.txt"]
    hakusho.run(inputs, "named", documents=documents, names="names.tsv", jobs=1)
    found = python("""
before, after = hakusho.read_run("years"), hakusho.read_run("named")
found = before.compare(after)
""")
    assert set(found["kind"]) == {"gained"}
    assert set(found["text"]) == {"スマートテレビ"}
    assert "gained" in command("hakusho diff years named")


def test_10_names_of_ones_own() -> None:
    Path("mine.tsv").write_text("name\tlabel\tvalue\nクラウドコンピューティング\tORG\tクラウド\n", encoding="utf-8")
    Path("mine.txt").write_text("クラウドコンピューティングが普及した。\n", encoding="utf-8")
    found = python("""
run = hakusho.run("mine.txt", "mine", names="mine.tsv", jobs=1)
found = run.mentions[["text", "label", "value"]]
""")
    assert found.to_numpy().tolist() == [["クラウドコンピューティング", "ORG", "クラウド"]]


def test_editions_are_frames_too() -> None:
    found = python("""
tables = hakusho.editions(hakusho.read_run("years"))
changes = tables["series_changes"]
found = changes[changes["kind"] == "country"]
""")
    assert isinstance(found, pd.DataFrame)
    assert str(found["kind"].dtype) == "category"
