"""`verify` finds every way to spoil a run, forged hashes or not, and ends on none of them; good runs have no problem."""

import os
import shutil
from pathlib import Path

import pytest

from hakusho.errors import HakushoError
from hakusho.runs.verify import verify_run
from tests.attack.more_tamperings import more_tamperings
from tests.attack.tamperings import Tampering, forge, spoilable, tamperings
from tests.batch.runs import run, write
from tests.conftest import ROOT

# Each takes a look at the whole run; the suite takes one of so many, `make fuzz` all.
WHOLE = bool(os.environ.get("HAKUSHO_FUZZ"))
EVERY, EVERY_MORE = (1, 1) if WHOLE else (30, 60)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoilable(tmp_path_factory.mktemp("spoilable"), ROOT / "tests/formats/soumu_gisb_about.office.pdf")


def test_a_good_run_has_no_problem(whole: Path) -> None:
    assert verify_run(whole)[1] == []


def test_a_run_without_its_hidden_folder_has_no_problem(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "run")
    shutil.rmtree(tmp_path / "run/.parts")
    assert verify_run(tmp_path / "run")[1] == []


def _missed(whole: Path, folder: Path, ways: dict[str, Tampering], every: int) -> list[str]:
    """Return which of the ways `verify` does not find, or tells of in more than printable lines."""
    missed = []
    for name in [*ways][::every]:
        copy = folder / "copy"
        shutil.copytree(whole, copy)
        ways[name](copy)
        try:
            problems = verify_run(copy)[1]
        except HakushoError as error:
            problems = [str(error)]
        if not problems or not all(problem.isprintable() for problem in problems):
            missed.append(name)
        shutil.rmtree(copy)
    return missed


def test_all_tamperings_are_found(whole: Path, tmp_path: Path) -> None:
    ways = tamperings(whole)
    assert len(ways) > 700
    assert _missed(whole, tmp_path, ways, EVERY) == []


def test_all_tamperings_of_a_second_list_are_found(whole: Path, tmp_path: Path) -> None:
    ways = more_tamperings(whole)
    assert len(ways) > 1_000
    assert _missed(whole, tmp_path, ways, EVERY_MORE) == []


def test_other_formats_are_those_that_were_made(tmp_path: Path) -> None:
    """A table of another format, exchanged with the manifest forged to fit: nothing in it can be counted again."""
    write(tmp_path / "in", "a.txt")
    run(tmp_path / "run", tmp_path / "in", formats=("parquet", "sqlite", "excel"))
    write(tmp_path / "in", "a.txt", text="外務省は英国と協議した。\n")
    run(tmp_path / "other", tmp_path / "in", formats=("parquet", "sqlite", "excel"))
    assert verify_run(tmp_path / "run")[1] == []
    for name in ("hakusho.sqlite", "hakusho.xlsx", "tables/mentions.parquet"):
        copy = tmp_path / "copy"
        shutil.copytree(tmp_path / "run", copy)
        shutil.copyfile(tmp_path / "other" / name, copy / name)
        forge(copy)
        assert any(name in problem for problem in verify_run(copy)[1]), name
        shutil.rmtree(copy)
