"""Headings told from how they are printed."""

import pytest

from hakusho.records import Block, Print, Region, Span
from hakusho.segment.printed import told_by_print

PROSE = "この省令は、公布の日から施行する。"
LARGER = [
    ("○経済省令第十二号", Region.HEADING),
    ("○国土告示第五号", Region.HEADING),
    ("○公布の日から十二号まで", Region.BODY),
    ("○令和六年一月五日", Region.BODY),
    ("第十二号", Region.BODY),
    ("○備蓄の確認", Region.BODY),
]


@pytest.mark.parametrize(("line", "kind"), LARGER, ids=[line for line, _ in LARGER])
def test_what_stands_larger_over_prose(line: str, kind: Region) -> None:
    lines, blocks, start = [(line, 10.5), (PROSE, 9.0), (PROSE, 9.0)], [], 0
    for text, size in lines:
        blocks.append(
            Block(Region.BODY, Span(start, start + len(text)), print=Print(size, lines=2 if size < 10 else 1))
        )
        start += len(text) + 1
    assert told_by_print(blocks, "\n".join(text for text, _ in lines), {})[0].kind is kind


@pytest.mark.parametrize(("framed", "kind"), [(True, Region.HEADING), (False, Region.BODY)])
def test_the_type_of_a_box_is_not_that_of_its_page(framed: bool, kind: Region) -> None:
    lines = [("環境変化", 12.0, 1, 1, False), (PROSE, 12.0, 2, 1, framed), *[(PROSE * 2, 9.0, 3, 2, False)] * 3]
    blocks, start = [], 0
    for text, size, rows, page, boxed in lines:
        facts = Print(size, lines=rows, framed=boxed)
        blocks.append(Block(Region.BODY, Span(start, start + len(text)), page=page, print=facts))
        start += len(text) + 1
    assert told_by_print(blocks, "\n".join(line[0] for line in lines), {})[0].kind is kind
