"""Nineteen years of the white paper, where they are next to the project: structure holds over whole books."""

import re
from pathlib import Path

import pytest
from tests.bench.folders import SHARED

from hakusho.flow import analyse

PAPERS = sorted((SHARED / "data/ict-white-paper").glob("*.txt"))
_CHAPTER = re.compile(r"^[ 　]*第[0-9０-９一二三四五六七八九十]+[部章節][ 　]+(?=\S.{0,60}$)", re.MULTILINE)


@pytest.mark.skipif(not PAPERS, reason="the texts are not ours to commit")
@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_structure_of_a_year(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    segments = analyse(text, published="2012-07").segments
    blocks = [block.span for block in segments.blocks]
    assert (blocks[0].start, blocks[-1].end) == (0, len(text))
    assert all(above.end == below.start for above, below in zip(blocks, blocks[1:], strict=False))
    by_id = {section.section_id: section for section in segments.sections}
    for section in segments.sections:
        if parent := by_id.get(section.parent_id):
            assert parent.level < section.level
            assert parent.heading.start < section.heading.start
            assert section.body.end <= parent.body.end
    starts = [section.heading.start for section in segments.sections]
    lost = [
        match.group()
        for match in _CHAPTER.finditer(text)
        if not any(match.start() <= start <= match.end() for start in starts)
    ]
    assert lost == []
    explained = {issue.span.start for issue in segments.quality if issue.kind == "long-sentence"}
    for sentence in segments.sentences:
        assert len(sentence.text) <= 1000 or sentence.span.start in explained
