"""The same documents through every door give the same mentions; `tests/doors/` was made by LibreOffice and Chromium."""

import pytest
from tests.bench.doors import figures

# Every door is held to 0.97 for sentences, to 0.99 for mentions.


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
    assert scores[door]["sentences"] >= 0.97


@pytest.mark.parametrize("door", [door for door in DOORS if door != "office.pdf"])
def test_cells_are_the_same(scores: dict[str, dict[str, float]], door: str) -> None:
    assert scores[door]["cells"] >= 0.97
