"""Spoilt bytes and spoilt markup of every format: a text or an InputError, in bounded time, whatever they hold."""

import io
import random
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.packed import W, book, excel, p, packed, r, through, word
from tests.read.test_books_and_laws import ALTO, HOCR, LAW
from tests.read.test_xlsx import STRINGS, STYLES
from tests.read.wrappers import PAGES

from hakusho.errors import InputError

_SHEET = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
SEEDS: dict[str, bytes] = {
    "docx": word(
        p("総論", number=(1, 0)) + "<w:tbl><w:tr><w:tc>" + p("国") + "</w:tc><w:tc>" + p("額") + "</w:tc></w:tr></w:tbl>"
        + p(raw=r("文") + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        footnotes='<w:footnote w:id="1">' + p("注") + "</w:footnote>",
    ),
    "xlsx": excel({"表": _SHEET}, STRINGS, STYLES),
    "epub": book({"a.xhtml": "<h1>章</h1><p>文である。</p>"}),
    "xml": LAW.encode(),
    "alto": ALTO.encode(),
    "hocr": HOCR.encode(),
    "html": PAGES["wordpress_2010"].encode(),
}  # fmt: skip
LONGEST = 10.0


def _endures(data: bytes, name: str) -> None:
    begun = time.monotonic()
    with suppress(InputError):
        assert isinstance(through(data, name).text, str)
    assert time.monotonic() - begun < LONGEST


def _repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({name: change(name, archive.read(name)) for name in archive.namelist()})


@pytest.mark.parametrize("kind", SEEDS)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False))
def test_spoilt_bytes(kind: str, chance: random.Random) -> None:
    data = bytearray(SEEDS[kind])
    for _ in range(chance.choice((1, 3, 30))):
        place = chance.randrange(len(data))
        if chance.random() < 0.5:
            data[place] = chance.randrange(256)
        else:
            del data[place : place + chance.randrange(40)]
    _endures(bytes(data), f"a.{kind}")


@pytest.mark.parametrize("kind", SEEDS)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False))
def test_spoilt_markup(kind: str, chance: random.Random) -> None:
    """Tags are swapped, doubled and dropped, values exchanged for odd ones, so that the XML stays XML more often."""

    def change(_: str, part: bytes) -> bytes:
        text = part.decode("utf-8", "replace")
        for _ in range(chance.randrange(1, 6)):
            pieces = text.split('"')
            if chance.random() < 0.7 and len(pieces) > 2:
                place = chance.randrange(1, len(pieces) - 1)
                pieces[place] = chance.choice(("-1", "0", "999999999", "", "%9", "x" * 50, "A1:XFD1048576", "国"))
                text = '"'.join(pieces)
            else:
                place = chance.randrange(len(text) + 1)
                text = text[:place] + text[max(0, place - chance.randrange(200)) :]
        return text.encode()

    seed = SEEDS[kind]
    _endures(_repacked(seed, change) if seed.startswith(b"PK") else change("", seed), f"a.{kind}")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 490 + "深い。",
        "<div class=sidebar>" * 400 + "<p>文。</p>" * 2000,
        "<ul><li>" * 200 + "<a href=x>y</a>" * 3000,
        "<p>" + "<a href='#n1'>1</a>" * 5000 + "</p>" + "<p id=n1>注</p>" * 3000,
        "<table>" + "<tr><td rowspan=65000 colspan=1000>a" * 3000,
        "<table><tr><th>" + "<tr><td>a<td>b" * 20000,
        "<ruby>" * 400 + "<rt>" * 50 + "字",
        "<p>" + " " * 500_000 + "x" + " \n" * 300_000 + "字</p>",
        "<div class='footnotes'><ol>" + "<li>注。</li>" * 20000,
        "<title>" + "|" * 50_000 + "</title><h1>a</h1><p>文。",
        "<p>" + "更新日" * 50_000,
        "<p class='" + "a-" * 100_000 + "nav'>文。</p>" * 3,
        "<sup>" * 300 + "1",
        "<frameset>" * 300 + "<frame src=a>" + "<noframes>" + "字。" * 300,
    ],
)
def test_hostile_pages_end(page: str) -> None:
    _endures(page.encode(), "a.html")


def test_hostile_packages_end() -> None:
    many = "".join(f'<w:p><w:r><w:footnoteReference w:id="{i}"/></w:r></w:p>' for i in range(5000))
    for data in (
        word(many),
        word(
            "<w:tbl>"
            + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999'/></w:tcPr><w:p/></w:tc><w:tc/></w:tr>" * 3000
            + "</w:tbl>"
        ),
        word(
            p("x"),
            styles="".join(
                f'<w:style w:styleId="s{i}" w:type="paragraph"><w:basedOn w:val="s{(i + 1) % 3000}"/></w:style>'
                for i in range(3000)
            ),
        ),
        packed(
            {
                "[Content_Types].xml": "",
                "word/document.xml": f"<w:document {W}><w:body>" + "<w:p/>" * 3_000_000 + "</w:body></w:document>",
            }
        ),
        excel({f"s{i}": _SHEET for i in range(300)}),
        excel({"s": "<sheetData>" + '<row r="1"><c r="A1"><v>1E+299</v></c></row>' * 3000 + "</sheetData>"}),
    ):
        _endures(data, "a.bin")
