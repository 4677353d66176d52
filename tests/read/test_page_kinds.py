"""Pages of the kinds that offices have had since the nineties: sentences whole and in order, furniture apart, nothing lost."""

from collections import Counter

import pytest
from lxml import html as lxml_html
from tests.read.more_page_kinds import MORE
from tests.read.page_kinds import KINDS

from hakusho.flow import process
from hakusho.records import Analysis, Source
from hakusho.settings import default_settings

PAGES = KINDS | MORE


def _analysis(name: str) -> Analysis:
    return process(PAGES[name].source.encode(), Source("a", "a.html"), default_settings())[0]


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    kind, analysis = PAGES[name], _analysis(name)
    found = [sentence.text for sentence in analysis.segments.sentences]
    wanted = [next((text for text in found if text.endswith(sentence)), "") for sentence in kind.sentences]
    assert [sentence for sentence, text in zip(kind.sentences, wanted, strict=True) if not text] == []
    assert [found.index(text) for text in wanted] == sorted(found.index(text) for text in wanted)
    assert [text for text in found if any(word in text for word in kind.furniture)] == []
    titles = {section.title for section in analysis.segments.sections}
    assert [title for title in kind.headings if title not in titles] == []
    assert len(analysis.segments.tables) == kind.tables
    if kind.notes:
        assert len(analysis.segments.footnotes) == kind.notes


@pytest.mark.parametrize("name", PAGES)
def test_nothing_visible_is_lost(name: str) -> None:
    root = lxml_html.document_fromstring(PAGES[name].source)
    for element in root.xpath("//script|//style|//head|//noscript|//comment()|//svg|//iframe|//template"):
        element.drop_tree()
    text = _squeezed(_analysis(name).source.text).translate(str.maketrans("¹²⁽⁾", "12()"))
    assert Counter(_squeezed(root.text_content())) - Counter(text) == Counter()
