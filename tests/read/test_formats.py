"""The same documents in every format give the same mentions; `tests/formats/` was made by LibreOffice and Chromium."""

import pytest
from tests.bench.formats import figures

from hakusho.read.markdown import read_markdown
from hakusho.records import Region

# Every format is held to 0.97 for sentences, to 0.99 for mentions.


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, float]]:
    return figures()


FORMATS = [
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


@pytest.mark.parametrize("format_name", FORMATS)
def test_mentions_are_the_same(scores: dict[str, dict[str, float]], format_name: str) -> None:
    assert scores[format_name]["mentions"] >= 0.99


@pytest.mark.parametrize("format_name", FORMATS)
def test_sentences_are_the_same(scores: dict[str, dict[str, float]], format_name: str) -> None:
    assert scores[format_name]["sentences"] >= 0.97


@pytest.mark.parametrize("format_name", [format_name for format_name in FORMATS if format_name != "office.pdf"])
def test_cells_are_the_same(scores: dict[str, dict[str, float]], format_name: str) -> None:
    assert scores[format_name]["cells"] >= 0.97


@pytest.mark.parametrize(
    ("text", "programs"),
    [
        ("本文。\n\n```sh\nls\n```\n\n本文。\n", ["```sh\nls\n```"]),
        ("~~~\nls\n~~~\n", ["~~~\nls\n~~~"]),
        # Without its second line, or of other signs, a line parts text.
        ("本文。\n\n~~~\n\n本文。\n", []),
        ("～～～～\n\n本文。\n\n～～～～\n", []),
    ],
)
def test_fences_of_markdown(text: str, programs: list[str]) -> None:
    found = [text[block.span.slice] for block in read_markdown(text) if block.kind is Region.NAVIGATION]
    assert found == programs
