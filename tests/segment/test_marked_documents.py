"""Documents in many house styles with their gold inside, as `marked/*.txt` hold it.

A line that begins with `@2 ` is a heading of level 2, `｜` stands between its number and its title; `@+` goes on with
the title. ‹ and › stand around a sentence. Every document was written before its output was seen.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hakusho.flow import resources
from hakusho.records import Source, SourceText
from hakusho.segment import segment

MARKED = Path(__file__).parent / "marked"
_OUTER = " 　.．、:："
_CAPTION = re.compile("（.*）$")
_ARTICLE = re.compile("第[^ 　条]{1,7}条(?:の.)?")
_MARKS = re.compile("^[■◆●▼□◇△○] *　*")
_SPACES = re.compile(r"\s+")

Heading = tuple[int, str, str]


def _headings(lines: list[str]) -> Iterator[Heading]:
    for place, line in enumerate(lines):
        if not (marked := re.match(r"@(\d) (.*)", line)):
            continue
        number, _, title = marked[2].rpartition("｜")
        below = lines[place + 1] if place + 1 < len(lines) else ""
        title = _MARKS.sub("", title.strip(_OUTER)) + (below[2:].strip(_OUTER) if below.startswith("@+") else "")
        article = _ARTICLE.match(below) if _CAPTION.match(title) else None
        yield int(marked[1]), article[0] if article else number.strip(_OUTER), re.sub("[‹›]", "", title)


def _sentences(text: str) -> list[str]:
    return [_SPACES.sub("", found) for found in re.findall("‹(.*?)›", text, re.DOTALL)]


@pytest.mark.parametrize("path", sorted(MARKED.glob("*.txt")), ids=lambda path: path.stem)
def test_a_document_has_the_sections_and_sentences_that_are_marked(path: Path) -> None:
    marked = path.read_text(encoding="utf-8")
    printed = re.sub(r"^@(?:\d |\+)", "", marked, flags=re.MULTILINE).replace("｜", "")
    found, _ = segment(SourceText(Source(path.stem), re.sub("[‹›]", "", printed)), resources().folding)
    assert [(s.level, s.number, s.title.strip(_OUTER)) for s in found.sections] == [*_headings(marked.split("\n"))]
    assert [_SPACES.sub("", sentence.text) for sentence in found.sentences] == _sentences(printed)
