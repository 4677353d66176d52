"""One run with five series: two composed pairs, the pair of the corpus, one text twice, two texts of different subjects."""

import csv
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, Cli

HERE = Path(__file__).parent / "composed"
YEARS = ROOT / "corpus" / "years"
Pair = tuple[str, str]

DOCUMENTS = [
    ("suisan_2018", "水産白書", "平成30年版", "2018"),
    ("suisan_2019", "水産白書", "令和元年版", "2019"),
    ("kouan_2005", "警察白書", "平成17年版", "2005"),
    ("kouan_2006", "警察白書", "平成18年版", "2006"),
    ("ict_2012", "情報通信白書", "平成24年版", "2012"),
    ("ict_2013", "情報通信白書", "平成25年版", "2013"),
    ("twin_1", "双子", "2018", "2018"),
    ("twin_2", "双子", "2019", "2019"),
    ("odd_1", "寄せ集め", "2018", "2018"),
    ("odd_2", "寄せ集め", "2019", "2019"),
]


def composed(name: str) -> tuple[str, dict[str, int]]:
    """Return a composed text, and where each of its paragraphs and headings begins, by its label."""
    text, starts = "", {}
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        label, _, content = line.partition("|")
        starts[label] = len(text)
        text += f"{content}\n"
    return text, starts


def composed_gold(kind: str, old: str, new: str) -> dict[Pair, str]:
    """Return the relation of each pair of starts of a composed pair of texts."""
    starts = {"": ""}
    for name in (old, new):
        starts |= {label: str(start) for label, start in composed(name)[1].items()}
    with (HERE / f"{old.partition('_')[0]}_{kind}.tsv").open(encoding="utf-8", newline="") as file:
        return {(starts[r["old"]], starts[r["new"]]): r["relation"] for r in csv.DictReader(file, delimiter="\t")}


@dataclass(frozen=True)
class Made:
    """A run and what was said of its editions."""

    run: Path
    out: Path

    @property
    def tables(self) -> Path:
        return self.out / "tables"

    def rows(self, table: str) -> list[dict[str, str]]:
        with (self.tables / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def write_inputs(folder: Path, texts: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as file:
        rows = [row for row in DOCUMENTS if row[0] in texts]
        csv.writer(file).writerows([("doc_id", "series", "edition", "published"), *rows])
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, cli: Cli) -> Made:
    folder = tmp_path_factory.mktemp("editions")
    ict = {name: (YEARS / f"{name}.txt").read_bytes().decode() for name in ("ict_2012", "ict_2013")}
    own = {name: composed(name)[0] for name in ("suisan_2018", "suisan_2019", "kouan_2005", "kouan_2006")}
    twice = own["suisan_2018"]
    odd = {"twin_1": twice, "twin_2": twice, "odd_1": twice, "odd_2": ict["ict_2013"]}
    inputs = write_inputs(folder / "in", ict | own | odd)
    result = cli("run", inputs, "--out", folder / "run", "--jobs", 1, "--quiet")
    assert result.returncode == 0, result.stderr
    result = cli("editions", folder / "run", "--out", folder / "out", "--quiet")
    assert result.returncode == 0, result.stderr
    return Made(folder / "run", folder / "out")


@pytest.fixture
def copied(made: Made, tmp_path: Path) -> Made:
    """The run again, to be spoilt; nothing said of it yet."""
    shutil.copytree(made.run, tmp_path / "run")
    return Made(tmp_path / "run", tmp_path / "out")


def change_documents(run: Path, **columns: Mapping[str, str]) -> None:
    """Put other values into columns of a run's documents, by doc_id; None drops the row."""
    path = run / "tables" / "documents.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name, values in columns.items():
        for row in rows:
            row[name] = values.get(row["doc_id"], row[name])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
