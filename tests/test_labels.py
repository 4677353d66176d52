"""A third party's label: found, resolved, tabulated, scored, exported and shown in spaCy without a line changed inside."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Cli

OWN = Path(__file__).parent / "labels"
TEXT = "総務省は2011年に電波法を改正した。対米協力法も審議された。電波法は、米国の法律ではない。\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the other package as pip would install it, and a document."""
    folder = tmp_path_factory.mktemp("outside")
    for name in ("law_label.py", "laws.tsv"):
        shutil.copyfile(OWN / name, folder / name)
    info = folder / "law_label-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: law-label\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[hakusho.labels]\nLAW = law_label:LAW\n")
    (folder / "in").mkdir()
    (folder / "in/a.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def environment(place: Path) -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join([str(place), os.environ.get("PYTHONPATH", "")])}


@pytest.fixture(scope="module")
def run(place: Path, environment: dict[str, str], cli: Cli) -> Path:
    done = cli("run", place / "in", "--out", place / "run", "--format", "sqlite", env=environment)
    assert done.returncode == 0, done.stderr
    return place / "run"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_is_in_the_tables(run: Path) -> None:
    mentions = [
        (row["label"], row["text"], row["value"], row["found_by"]) for row in _rows(run / "tables/mentions.csv")
    ]
    assert ("LAW", "電波法", "L131", "law:lexicon") in mentions
    assert ("ORG", "総務省", "総務省", "org:lexicon") in mentions
    laws = [(row["law"], row["mentions"]) for row in _rows(run / "tables/laws.csv")]
    assert laws == [("L131", "2"), ("L7", "1")]


def test_a_label_may_stand_inside_another(run: Path) -> None:
    spans = [(row["label"], row["text"]) for row in _rows(run / "tables/mentions.csv")]
    assert spans.index(("COUNTRY", "米")) == spans.index(("LAW", "対米協力法")) + 1


def test_the_run_verifies(run: Path, environment: dict[str, str], cli: Cli) -> None:
    done = cli("verify", run, env=environment)
    assert done.returncode == 0, done.stderr


def test_it_is_exported_scored_and_checked(run: Path, place: Path, environment: dict[str, str], cli: Cli) -> None:
    gold = place / "gold"
    assert cli("export", run, "--to", "brat", "--out", gold, env=environment).returncode == 0
    assert "Reference T3 law:L131" in (gold / "a.ann").read_text(encoding="utf-8")
    scored = cli("evaluate", "--gold", gold, "--run", run, "--fail-under", "LAW.resolved=1", env=environment)
    assert scored.returncode == 0, scored.stdout + scored.stderr
    (gold / "a.ann").write_text((gold / "a.ann").read_text(encoding="utf-8").replace("law:L131", "law:X", 1))
    checked = cli("check-gold", gold, env=environment)
    assert "bad-value" in checked.stdout
    studio = place / "studio"
    assert cli("export", run, "--to", "labelstudio", "--out", studio, env=environment).returncode == 0
    assert '<Label value="LAW"/>' in (studio / "labelling.xml").read_text(encoding="utf-8")


def test_it_is_in_spacy(environment: dict[str, str]) -> None:
    code = f"import hakusho; doc = hakusho.to_doc({TEXT!r}); print([(s.text, s.kb_id_) for s in doc.spans['hakusho'] if s.label_ == 'LAW'])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
    )
    assert done.stdout.strip() == "[('電波法', 'L131'), ('対米協力法', 'L7'), ('電波法', 'L131')]", done.stderr


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("LAW = nowhere:LAW", "cannot be loaded"),
        ("LAW = law_label:LAWS", "not a hakusho.labels.LabelSpec"),
        ("LAW = law_label:LAW\nLAW2 = law_label:LAW", "a label of this name already"),
    ],
)
def test_a_label_that_cannot_be_used_is_told(entry: str, said: str, tmp_path: Path, place: Path, cli: Cli) -> None:
    shutil.copytree(place, tmp_path / "p", ignore=shutil.ignore_patterns("run", "gold", "studio"))
    (tmp_path / "p/law_label-1.0.dist-info/entry_points.txt").write_text(f"[hakusho.labels]\n{entry}\n")
    done = cli(
        "run",
        tmp_path / "p/in",
        "--out",
        tmp_path / "run",
        env={"PYTHONPATH": f"{tmp_path / 'p'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"},
    )
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
