"""A page of each genre with what a reader finds in it: laws, judgments, notices, minutes, press releases and others.

`genres/<name>.tsv` holds the gold, written and read over by hand: section (level, number, title), sentence (kind, text), speech
(speaker, role, party, words, ⏎ for a line break), note (marker, text, addresses), name (short, what it stands for, scope).
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hakusho.flow import analyse
from hakusho.records import Segments

_LINE_END = re.compile("\r\n|[\r\n]")
GENRES = sorted((Path(__file__).parent / "genres").glob("*.txt"))


def _rows(segments: Segments, text: str) -> Iterator[tuple[str, ...]]:
    for section in segments.sections:
        yield "section", str(section.level), section.number, section.title
    for sentence in segments.sentences:
        yield "sentence", sentence.kind, sentence.text
    for speech in segments.speeches:
        yield "speech", speech.speaker, speech.role, speech.party, _LINE_END.sub("⏎", text[speech.span.slice])
    for note in segments.footnotes:
        yield "note", note.marker, note.text, " ".join(note.urls)
    for name in segments.acronyms:
        yield "name", name.short, name.ja, name.scope


def _gold(path: Path) -> list[tuple[str, ...]]:
    lines = path.with_suffix(".tsv").read_text(encoding="utf-8").split("\n")
    return [tuple(line.split("\t")) for line in lines if line]


@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_page_of_the_genre(path: Path, line_end: str) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", line_end)
    segments = analyse(text).segments
    assert [*_rows(segments, text)] == _gold(path)


@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
def test_every_section_and_note_says_what_found_it(path: Path) -> None:
    segments = analyse(path.read_text(encoding="utf-8")).segments
    assert all(section.found_by for section in segments.sections)
    assert all(note.found_by for note in segments.footnotes)
