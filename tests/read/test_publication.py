"""When a document says that it was published, in the layouts of letters, notices, releases, pages, minutes and plans."""

import csv
from pathlib import Path

import pytest

from hakusho.read import read
from hakusho.read.metadata import published_of
from hakusho.records import Source
from hakusho.settings import default_settings

with Path(__file__).with_name("publication.tsv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_head_says_when(row: dict[str, str]) -> None:
    assert published_of(row["text"].replace("↵", "\n")) == (row["published"], row["from"])


def _read(text: str, **known: str) -> Source:
    return read(text.encode(), Source("a", "a.html" if "<" in text else "a.txt", **known), default_settings()).source


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("令和5年3月8日\n事務連絡", {"published": "2020-01"}, ("2020-01", "documents.csv")),
        ("令和5年3月8日\n事務連絡", {}, ("2023-03-08", "head")),
        ("窓口の案内", {}, ("", "")),
        ("<html><head><meta name='date' content='2021-02-03'></head><body><p>窓口の案内</p></body></html>", {}, ("2021-02-03", "meta")),
        ("<html><body><article><time datetime='2022-05-06T10:00'>金曜</time><p>窓口の案内</p></article></body></html>", {}, ("2022-05-06", "time")),
        ("<html><body><p>公開日：2023年6月20日</p><time datetime='2022-05-06'>金曜</time></body></html>", {}, ("2023-06-20", "label")),
        ("<html><body><time datetime='soon'>近日</time><p>窓口の案内</p></body></html>", {}, ("", "")),
    ],
)  # fmt: skip
def test_where_it_comes_from(text: str, known: dict[str, str], expected: tuple[str, str]) -> None:
    source = _read(text, **known)
    assert (source.published, source.published_from) == expected


def test_there_are_thirty_layouts() -> None:
    assert sum(bool(row["published"]) for row in ROWS) >= 30
    assert sum(not row["published"] for row in ROWS) >= 10
