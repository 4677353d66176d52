"""The sdist holds what its tests need: packagers build from it and run them."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

_BUILD = "from setuptools import build_meta; build_meta.build_sdist('dist')"
# What a checkout holds beside its files: the environment, caches, products.
_MADE = shutil.ignore_patterns(
    ".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", "build", "dist"
)
_FOLDERS = (".ci", "corpus", "docs", "pipeline", "tests")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files of an sdist that is built from a copy of this checkout."""
    copy = tmp_path_factory.mktemp("sdist") / "copy"
    copy.mkdir()
    for path in ROOT.iterdir():
        if path.name in _FOLDERS:
            shutil.copytree(path, copy / path.name, ignore=_MADE)
        elif path.is_file():
            shutil.copy(path, copy)
    made = subprocess.run([sys.executable, "-c", _BUILD], cwd=copy, capture_output=True, text=True, timeout=170)
    assert made.returncode == 0, made.stderr
    (archive,) = (copy / "dist").glob("*.tar.gz")
    with tarfile.open(archive) as file:
        return {name.partition("/")[2] for name in file.getnames()}


@pytest.mark.parametrize("folder", _FOLDERS)
def test_every_file_of_a_folder_is_in(held: set[str], folder: str) -> None:
    made = {"__pycache__", "hakusho.egg-info"}
    paths = [path for path in (ROOT / folder).rglob("*") if path.is_file() and not made & set(path.parts)]
    assert paths
    assert {str(path.relative_to(ROOT)) for path in paths} - held == set()


def test_files_at_the_top_are_in(held: set[str]) -> None:
    names = {path.name for path in ROOT.iterdir() if path.is_file()}
    assert names - held == set()


def test_no_product_is_in(held: set[str]) -> None:
    assert not [name for name in held if Path(name).parts[:1] in ((".venv",), ("outputs",)) and "README" not in name]
