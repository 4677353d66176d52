"""No family of web pages without sentences, none with furniture in them, and nothing visible lost."""

from collections import Counter

import pytest
from lxml import html as lxml_html
from tests.read.wrappers import FURNITURE, PAGES, SENTENCES

from hakusho.flow import process
from hakusho.records import Analysis, Region, Source
from hakusho.settings import default_settings


def _analysis(name: str) -> Analysis:
    return process(PAGES[name].encode(), Source("a", "a.html"), default_settings())[0]


def _visible(page: str) -> Counter[str]:
    root = lxml_html.document_fromstring(page)
    for element in root.xpath("//script|//style|//head|//noscript"):
        element.drop_tree()
    return Counter("".join(root.text_content().split()))


@pytest.mark.parametrize("name", PAGES)
def test_wrapper(name: str) -> None:
    analysis = _analysis(name)
    found = [sentence.text for sentence in analysis.segments.sentences]
    assert [sentence for sentence in SENTENCES if sentence not in found] == []
    assert [text for text in found if any(word in text for word in FURNITURE)] == []
    assert [text for text in found if "総務省「通信調査」" in text] == []
    assert len(analysis.segments.tables) == 1
    assert [(note.marker, note.text) for note in analysis.segments.footnotes] == [("1", "総務省「通信調査」による。")]
    assert "第1節" in [section.number for section in analysis.segments.sections]
    in_text = Counter("".join(analysis.source.text.split()).translate(str.maketrans("¹", "1")))
    assert _visible(PAGES[name]) - in_text == Counter()


def test_titles_stand_without_the_site() -> None:
    titles = {analysis.source.source.title for analysis in map(_analysis, ("hugo", "drupal", "table_layout"))}
    assert titles == {"通信の現状と課題"}


def test_mentions_of_furniture_are_labelled() -> None:
    analysis = _analysis("ministry_2010")
    regions = {e.mention.surface: e.mention.region for e in analysis.entities}
    assert regions["総務省"] is not Region.NAVIGATION
