"""Keyword in context over the sentences of a run.

Plain text is found whatever its width, case and old characters. A regular expression is one of RE2, which Arrow
brings: it takes time in proportion to the text, whatever the pattern, and knows no look-around and no
back-references.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from hakusho.errors import UsageError
from hakusho.files.lexicons import read_lexicon
from hakusho.files.runs import finished_manifest, read_text
from hakusho.files.tables import csv_table
from hakusho.files.typed import read_records
from hakusho.labels import registry
from hakusho.tabulate import LIST, SCHEMAS
from hakusho.text.folding import folding_table

# Cells of a table hold no control characters: these mark where a hit begins and ends.
_OPEN, _CLOSE = "\x02", "\x03"
# Letters that have capitals, up to the last of the Cyrillic ones.
_CASED = range(0x41, 0x530)
_MOST_PATTERN = 1_000
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """A keyword in its sentence; `start` and `end` are offsets in the canonical text of its document."""

    doc_id: str
    page: int
    section_path: str
    sentence_id: str
    start: int
    end: int
    before: str
    keyword: str
    after: str


HIT_COLUMNS = tuple(field.name for field in fields(Hit))


def grep(
    run: Path, pattern: str = "", *, regex: bool = False, label: str = "", value: str = "", context: int = 40
) -> list[Hit]:
    """Return where a pattern stands in the sentences of a run, in order, with `context` characters around it.

    With `label` or `value`, only in sentences that name such a thing; without a pattern, where it is named itself.
    Raises UsageError for no pattern, label or value, an unknown label, or a pattern that RE2 does not take;
    OutputError for a folder that holds no run.
    """
    if not (pattern or label or value):
        raise UsageError("nothing to look for. Give a pattern, or --label or --value.")
    if label and label not in registry():
        raise UsageError(f"unknown label {label}. Known labels: {', '.join(registry())}.")
    finished_manifest(run)
    sentences = read_records(run, SCHEMAS["sentences"])
    named = _named(run, label, value) if label or value else None
    if not pattern:
        return [*_mention_hits(run, sentences, named or (), context)]
    if named is not None:
        ids = {row["sentence_id"] for row in named}
        sentences = [row for row in sentences if row["sentence_id"] in ids]
    return [*_text_hits(run, sentences, pattern, regex, context)]


def hit_table(hits: Iterable[Hit]) -> str:
    """Return hits as CSV with a header; no cell is one that a spreadsheet takes for a formula."""
    return csv_table(HIT_COLUMNS, map(asdict, hits)).decode("utf-8", "replace")


def _named(run: Path, label: str, value: str) -> list[dict[str, Any]]:
    """Return the mentions of a label and value; a value is also a canonical name or an id."""
    return [
        row
        for row in read_records(run, SCHEMAS["mentions"])
        if (not label or row["label"] == label)
        and (not value or value in (row["value"], row["name"], row["entity_id"]))
    ]


def _text_hits(run: Path, sentences: Sequence[Row], pattern: str, regex: bool, context: int) -> Iterator[Hit]:
    texts = [row["text"] for row in sentences]
    paths, canonical = _paths(run), _Texts(run)
    for row, places in zip(sentences, _regex(texts, pattern) if regex else _plain(texts, pattern), strict=True):
        if not places:
            continue
        text = row["text"]
        offsets = source_offsets(text, row["pieces"], canonical[row["doc_id"]])
        for start, end in places:
            yield Hit(
                row["doc_id"], row["page"], paths.get(row["section_id"], ""), row["sentence_id"],
                offsets[start], offsets[end - 1] + 1,
                text[max(0, start - context) : start], text[start:end], text[end : end + context],
            )  # fmt: skip


def _mention_hits(run: Path, sentences: Sequence[Row], named: Sequence[Row], context: int) -> Iterator[Hit]:
    bounds = {row["sentence_id"]: (row["start"], row["end"]) for row in sentences}
    canonical = _Texts(run)
    for row in named:
        text, start, end = canonical[row["doc_id"]], row["start"], row["end"]
        line = (text.rfind("\n", 0, start) + 1, _line_end(text, end))
        first, last = bounds.get(row["sentence_id"], line)
        before, after = text[max(first, start - context) : start], text[end : min(last, end + context)]
        yield Hit(
            row["doc_id"], row["page"], row["section_path"], row["sentence_id"], start, end,
            _one_line(before), _one_line(row["text"]), _one_line(after),
        )  # fmt: skip


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    return found if found >= 0 else len(text)


def _one_line(text: str) -> str:
    return "".join(text.splitlines())


def _paths(run: Path) -> dict[str, str]:
    return {row["section_id"]: row["path"] for row in read_records(run, SCHEMAS["sections"])}


class _Texts(dict[str, str]):
    """The canonical texts of a run, each read when first asked for."""

    def __init__(self, run: Path) -> None:
        super().__init__()
        self._run = run

    def __missing__(self, doc_id: str) -> str:
        self[doc_id] = read_text(self._run, doc_id) or ""
        return self[doc_id]


# --- where a pattern stands ----------------------------------------------------------------------------------


def _plain(texts: Iterable[str], pattern: str) -> Iterator[list[tuple[int, int]]]:
    """Return the places of a text in each of many, whatever the width and case of its letters."""
    table = _folding()
    wanted = pattern.translate(table)
    for text in texts:
        folded, places = text.translate(table), []
        at = folded.find(wanted)
        while at >= 0:
            places.append((at, at + len(wanted)))
            at = folded.find(wanted, at + len(wanted))
        yield places


@lru_cache(maxsize=1)
def _folding() -> dict[int, str]:
    """Return a table that gives each character one spelling: of width, of old forms, of capitals."""
    table = folding_table({row["form"]: row["reads_as"] for row in read_lexicon("characters")})
    lower = {code: low for code in _CASED if len(low := chr(code).lower()) == 1}
    return lower | {code: lower.get(ord(reads_as), reads_as) for code, reads_as in table.items()}


def _regex(texts: Sequence[str], pattern: str) -> Iterator[list[tuple[int, int]]]:
    """Return the places of an RE2 expression in each text; empty hits are none.

    >>> list(_regex(["2012年と2013年", "総務省"], "[0-9]+年"))
    [[(0, 5), (6, 11)], []]
    """
    if len(pattern) > _MOST_PATTERN:
        raise UsageError(f"the pattern has {len(pattern):,} characters; {_MOST_PATTERN:,} are the most.")
    try:
        marked = pc.replace_substring_regex(pa.array(texts, pa.string()), pattern, f"{_OPEN}\\0{_CLOSE}")
    except (pa.ArrowInvalid, UnicodeEncodeError) as error:
        told = " ".join(str(error).removeprefix("Invalid regular expression: ").split())
        raise UsageError(f"{pattern!r} is not a regular expression of RE2: {told}.") from None
    return (_marked_places(text) for text in marked.to_pylist())


def _marked_places(text: str) -> list[tuple[int, int]]:
    places, at = [], 0
    plain, *hits = text.split(_OPEN)
    at += len(plain)
    for hit in hits:
        keyword, _, behind = hit.partition(_CLOSE)
        if keyword:
            places.append((at, at + len(keyword)))
        at += len(keyword) + len(behind)
    return places


def source_offsets(text: str, pieces: str, canonical: str) -> list[int]:
    """Return for each character of a sentence's text where it stands in the canonical text.

    `pieces` are the sentence's, as in the table: `start-end`, joined by `;`. A space that joins two lines stands
    where the second begins.

    >>> source_offsets("米国は述べた。", "3-5;8-13", "（略）米国\\n\\n は述べた。")
    [3, 4, 8, 9, 10, 11, 12]
    """
    spans = [tuple(map(int, piece.split("-"))) for piece in pieces.split(LIST)]
    places = [at for start, end in spans for at in range(start, min(end, len(canonical)))]
    offsets, at, last = [], 0, spans[-1][1] - 1
    for character in text:
        while at < len(places) and canonical[places[at]].isspace() and not character.isspace():
            at += 1
        offsets.append(places[at] if at < len(places) else last)
        if at < len(places) and (not character.isspace() or canonical[places[at]].isspace()):
            at += 1
    return offsets
