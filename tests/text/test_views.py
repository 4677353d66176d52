"""Views map back to the characters on the page, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from hakusho.flow import analyse, resources
from hakusho.records import Region
from hakusho.text.views import reading_view

PIECES = st.sampled_from(
    [
        *"総務省日米年月日　 \n\r\t。「」（）()１1２2〇⽇⽶㋿㍻㈱①ｱﾞﾊﾟか\u3099㎞𠮷👪\u200b\ufe0f¹ABC.-～〜・",
        "\r\n",
        "平成23年",
        "2011年（平成23年）11月",
        "同年",
        "国際電気通信連合（ITU：International Telecommunication Union）",
        "（以下「機構」という。）",
        "第1節　概要\n",
        "図表1-1　推移\n",
        "a\tb\tc\n",
        "https://example.jp/a",
        "日ASEAN",
        "9月1日～3日",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@given(TEXTS)
def test_a_view_maps_back(text: str) -> None:
    view = reading_view(text, resources().folding)
    last = 0
    for offset in range(len(view.text)):
        span = view.span(offset, offset + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= last
        last = span.start


@given(TEXTS)
def test_an_analysis_points_into_its_text(text: str) -> None:
    analysis = analyse(text, published="2012-07")
    end = 0
    for entity in analysis.entities:
        span = entity.mention.span
        assert end <= span.start < span.end <= len(text), "mentions are in order and do not overlap"
        assert text[span.slice] == entity.mention.surface
        assert entity.mention.surface == entity.mention.surface.strip()
        end = span.end
    blocks = [block.span for block in analysis.segments.blocks]
    if text:
        assert blocks[0].start == 0
        assert blocks[-1].end == len(text)
        assert all(above.end == below.start for above, below in zip(blocks, blocks[1:], strict=False))
    for sentence in analysis.segments.sentences:
        assert all(0 <= piece.start <= piece.end <= len(text) for piece in sentence.pieces)
    assert all(isinstance(block.kind, Region) for block in analysis.segments.blocks)
