"""What could not be read is told, page by page."""

import csv
import time
from pathlib import Path

import pytest
from tests.conftest import Cli
from tests.read.pdf_maker import Column, Page, to_pdf
from tests.read.pdf_pages import ALL, SENTENCES, turned

from hakusho.read.pdf import Unreadable, read_pdf
from hakusho.records import PageKind


def _text_page() -> Page:
    page = Page()
    Column(page, 70, 780, 42).para(SENTENCES[0])
    return page


def _scan(number: str = "") -> Page:
    page = Page()
    page.image(0, 0, 595, 842)
    if number:
        page.text(290, 30, number)
    return page


def test_each_page_has_its_kind() -> None:
    mixed = _text_page()
    mixed.image(100, 300, 200, 150)
    found = read_pdf(to_pdf([_text_page(), mixed, _scan("3"), _scan(), Page()]), 10).pages
    kinds = [PageKind.TEXT, PageKind.MIXED, PageKind.IMAGE, PageKind.IMAGE, PageKind.BLANK]
    assert [page.kind for page in found] == kinds
    assert [page.page for page in found] == [1, 2, 3, 4, 5]
    assert ["OCR" in page.comment for page in found] == [False, False, True, True, False]


@pytest.mark.parametrize("pages", [[_scan(), _scan()], [_scan("1"), _scan("2"), _scan("3")]], ids=["bare", "numbered"])
def test_a_scan_is_an_error(pages: list[Page]) -> None:
    with pytest.raises(Unreadable, match="scan that needs OCR"):
        read_pdf(to_pdf(pages), 10)


def test_a_page_of_nothing_but_tables_is_no_scan() -> None:
    page = ALL["two header rows"]().pages[0]
    assert read_pdf(to_pdf([page]), 10).pages[0].kind is PageKind.TEXT


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotation_and_columns_are_told(rotation: int) -> None:
    (page,) = ALL["two columns"]().pages
    found = read_pdf(to_pdf([turned(page, rotation)]), 10).pages[0]
    assert (found.rotation, found.columns) == (rotation, 2)


def test_three_columns_and_vertical_lines_are_told() -> None:
    assert read_pdf(to_pdf(ALL["three columns"]().pages), 10).pages[0].columns == 3
    assert "vertical" in read_pdf(to_pdf(ALL["gazette"]().pages), 10).pages[0].comment


def test_pages_and_quality_say_it_in_a_run(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "paper.pdf").write_bytes(to_pdf([_text_page(), _scan("2")]))
    (tmp_path / "in" / "scan.pdf").write_bytes(to_pdf([_scan("1")]))
    done = cli("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1, "--quiet")
    assert done.returncode == 3
    rows = {
        name: list(csv.DictReader((tmp_path / f"out/tables/{name}.csv").open(encoding="utf-8", newline="")))
        for name in ("pages", "quality", "failures", "documents")
    }
    assert [(row["doc_id"], row["page"], row["kind"]) for row in rows["pages"]] == [
        ("paper", "1", "text"),
        ("paper", "2", "image"),
    ]
    assert [row["kind"] for row in rows["quality"]] == ["image-page"]
    assert "OCR" in rows["failures"][0]["message"]
    assert rows["documents"][0]["pages"] == "2"


def test_inspect_prints_and_draws_each_page(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(to_pdf([*ALL["two columns"]().pages, _scan("2")]))
    done = cli("inspect", tmp_path / "paper.pdf", "--out", tmp_path / "pictures")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[1].split()[:4] == ["1", "text", "0", "2"]
    assert "OCR" in done.stdout
    pictures = sorted(path.name for path in (tmp_path / "pictures").iterdir())
    assert pictures == ["page-0001.png", "page-0002.png"]
    assert (tmp_path / "pictures/page-0001.png").read_bytes().startswith(b"\x89PNG")


def test_inspect_wants_a_pdf(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("総務省は、発表した。", encoding="utf-8")
    done = cli("inspect", tmp_path / "a.txt")
    assert done.returncode == 2
    assert "no PDF" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", ["letters", "boxes", "rules", "kana"])
def test_a_crowded_page_takes_no_longer_than_its_length(kind: str) -> None:
    """A hostile page: thousands of letters far apart, boxes in boxes, rules that cross, kana of half the size."""
    page = Page(2000, 2000)
    page.text(100, 1990, SENTENCES[0])
    for i in range(2500):
        x, y = 37 * i % 1900, 23 * i % 1900
        if kind == "letters":
            page.text(x, y, "民", 8)
        elif kind == "boxes":
            page.box(x % 900, y % 900, 1000 + x % 900, 1000 + y % 900)
            page.text(x, y, "民間", 8)
        elif kind == "rules":
            page.rule(10, i * 0.7, 1900, i * 0.7)
            page.rule(i * 0.7, 10, i * 0.7, 1900)
        else:
            page.text(x, y, "かな", 3)
    begun = time.process_time()
    found = read_pdf(to_pdf([page]), 10)
    assert time.process_time() - begun < 20
    assert [page.lost for page in found.pages] == [0]
