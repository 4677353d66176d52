"""The same documents through every door give the same mentions; `tests/doors/` was made by LibreOffice and Chromium."""

import pytest
from tests.bench.doors import figures

# Two columns and tables without rules lose some paragraphs' edges; what mentions need is there.
SENTENCES = {"columns2.pdf": 0.85, "office.pdf": 0.82}


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, float]]:
    return figures()


DOORS = [
    "columns1.pdf",
    "columns2.pdf",
    "office.html",
    "office.pdf",
    "paragraphs.html",
    "cp932",
    "euc_jis_2004",
    "iso2022_jp_2004",
    "utf-16",
]


@pytest.mark.parametrize("door", DOORS)
def test_mentions_are_the_same(scores: dict[str, dict[str, float]], door: str) -> None:
    assert scores[door]["mentions"] >= 0.99


@pytest.mark.parametrize("door", DOORS)
def test_sentences_are_the_same(scores: dict[str, dict[str, float]], door: str) -> None:
    assert scores[door]["sentences"] >= SENTENCES.get(door, 0.97)


@pytest.mark.parametrize("door", [door for door in DOORS if door != "office.pdf"])
def test_cells_are_the_same(scores: dict[str, dict[str, float]], door: str) -> None:
    assert scores[door]["cells"] >= 0.97
