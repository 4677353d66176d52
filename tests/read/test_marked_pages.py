"""Whole pages of many generators and old hands, written before their output was looked at, with what a reader should find
marked in them: ⟦sentences⟧, ⟪furniture⟫, ⦅notes⦆, ⟬headings⟭, tables with `data-gold`."""

import re
from collections import Counter
from functools import lru_cache
from typing import Any

import pytest
from lxml import html as lxml_html
from tests.conftest import ROOT

from hakusho.flow import process
from hakusho.records import Analysis, Source
from hakusho.settings import default_settings

_MARKS = re.compile("[⟦⟧⟪⟫⦅⦆⟬⟭]")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
_UNSEEN = "//script|//style|//head|//noscript|//comment()|//svg|//iframe|//template|//textarea|//rp"


def _pages() -> dict[str, tuple[str, dict[str, str]]]:
    found = {}
    for path in sorted((ROOT / "tests/read/marked_pages").glob("*.txt")):
        for part in re.split("^=====", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, source = part.partition("\n")
            told = re.match(r"<!--(.*?)-->\n", source)
            facts = dict(fact.split("=", 1) for fact in told[1].split(";")) if told else {}
            found[name] = (source[told.end() :] if told else source, facts)
    return found


PAGES = _pages()


def _fold(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text).translate(_RAISED)


def _text(marked: str) -> str:
    bare = re.sub("<r[tp]>.*?</r[tp]>", "", _MARKS.sub("", marked))
    return _fold(str(lxml_html.fragment_fromstring(bare, create_parent="div").text_content()))


def _marked(source: str, marks: str) -> list[str]:
    inside = re.findall(f"{marks[0]}(.*?){marks[1]}", source, re.DOTALL)
    return [text for text in map(_text, inside) if text]


def _heads(text: str, title: str) -> bool:
    """A section's title stands without its number; the page's may stand behind the site's name."""
    return bool(title) and (text.endswith(title) or title.endswith(text))


@lru_cache(maxsize=4)
def _read(name: str) -> Analysis:
    page = _MARKS.sub("", PAGES[name][0]).replace(" data-gold", "")
    return process(page.encode(), Source(name, f"{name}.html"), default_settings())[0]


@pytest.mark.parametrize("name", PAGES)
def test_what_is_marked(name: str) -> None:
    (source, facts), segments = PAGES[name], _read(name).segments
    sentences = [_fold(sentence.text) for sentence in segments.sentences]
    titles = [_fold(section.title) for section in segments.sections]
    notes = [_fold(note.text) for note in segments.footnotes]
    assert [text for text in _marked(source, "⟦⟧") if text not in sentences] == []
    assert [text for text in _marked(source, "⟬⟭") if not any(_heads(text, title) for title in titles)] == []
    assert [text for text in _marked(source, "⦅⦆") if not any(note and note in text for note in notes)] == []
    shown = sentences + titles
    assert [t for t in _marked(source, "⟪⟫") if t in shown or (len(t) > 3 and any(t in s for s in shown))] == []
    document = _read(name).source.source
    assert _fold(document.title) == _fold(facts.get("title", document.title))
    if "published" in facts and "updated" not in facts:
        assert document.published == facts["published"]


@pytest.mark.parametrize("name", [name for name in PAGES if "data-gold" in PAGES[name][0]])
def test_tables_cell_for_cell(name: str) -> None:
    analysis = _read(name)
    text = analysis.source.text
    found = [{(c.row, c.column): _fold(text[c.span.slice]) for c in t.cells} for t in analysis.segments.tables]
    wanted = [_grid(table) for table in lxml_html.document_fromstring(PAGES[name][0]).xpath("//table[@data-gold]")]
    assert [{place: cell for place, cell in table.items() if cell} for table in found] == wanted


def _grid(table: Any) -> dict[tuple[int, int], str]:
    cells: dict[tuple[int, int], str] = {}
    for row, element in enumerate(table.iter("tr")):
        column = 0
        for cell in element.iterchildren("td", "th"):
            while (row, column) in cells:
                column += 1
            for y in range(int(cell.get("rowspan") or 1)):
                for x in range(int(cell.get("colspan") or 1)):
                    cells[row + y, column + x] = _fold(cell.text_content())
    return {place: cell for place, cell in cells.items() if cell}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_visible_is_lost(name: str) -> None:
    root = lxml_html.document_fromstring(_MARKS.sub("", PAGES[name][0]))
    for element in root.xpath(_UNSEEN):
        element.drop_tree()
    assert Counter(_fold(root.text_content())) - Counter(_fold(_read(name).source.text)) == Counter()
