"""`verify` finds every way to spoil a run, forged hashes or not, and ends on none of them; good runs have no problem."""

import os
import shutil
from pathlib import Path

import pytest

from hakusho.errors import HakushoError
from hakusho.runs.verify import verify_run
from tests.attack.tamperings import spoilable, tamperings
from tests.conftest import ROOT

# Each takes a look at the whole run; the suite takes one of fifteen, `make fuzz` all.
EVERY = 1 if os.environ.get("HAKUSHO_FUZZ") else 15


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoilable(tmp_path_factory.mktemp("spoilable"), ROOT / "tests/formats/soumu_gisb_about.office.pdf")


def test_a_good_run_has_no_problem(whole: Path) -> None:
    assert verify_run(whole)[1] == []


def test_a_run_without_its_hidden_folder_has_no_problem(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "run")
    shutil.rmtree(tmp_path / "run/.parts")
    assert verify_run(tmp_path / "run")[1] == []


def test_all_tamperings_are_found(whole: Path, tmp_path: Path) -> None:
    ways = tamperings(whole)
    assert len(ways) > 700
    missed = []
    for name in [*ways][::EVERY]:
        copy = tmp_path / "copy"
        shutil.copytree(whole, copy)
        ways[name](copy)
        try:
            problems = verify_run(copy)[1]
        except HakushoError as error:
            problems = [str(error)]
        if not problems or not all(problem.isprintable() for problem in problems):
            missed.append(name)
        shutil.rmtree(copy)
    assert missed == []
