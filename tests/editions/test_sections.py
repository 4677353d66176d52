"""Sections by titles, matter and tree, on small trees; and that work grows with the text, not with its square."""

import random
from collections.abc import Sequence
from time import process_time

import pytest

from hakusho.editions.comparison import compare
from hakusho.editions.model import NONE, Edition, Paragraph, SectionNode
from hakusho.records import Span

BUS = "市営バスは、朝夕の便を増やし、停留所に屋根を設けた。"
RAIL = "第三セクターの鉄道は、踏切を改良し、老朽化した橋りょうを架け替えた。"
FERRY = "離島航路は、赤字の補填を受けて、高速の船を一隻就航させた。"
TOUR = "観光客は、春の祭りに合わせて全国から訪れ、宿は満室となった。"
Row = tuple[int, str, str]


def edition(year: int, rows: Sequence[Row]) -> Edition:
    """Make an edition of (level, title, paragraph) rows; an empty paragraph is left out."""
    sections: list[SectionNode] = []
    paragraphs: list[Paragraph] = []
    place = 0
    for level, title, text in rows:
        parent = max((index for index, section in enumerate(sections) if section.level < level), default=NONE)
        sections.append(SectionNode("d", place, level, "", title, parent))
        place += len(title) + 1
        if text:
            paragraphs.append(Paragraph("d", Span(place, place + len(text)), len(sections) - 1, text))
            place += len(text) + 1
    return Edition("s", f"{year}", year, ("d",), place, tuple(sections), tuple(paragraphs))


def relations(old: Sequence[Row], new: Sequence[Row]) -> set[tuple[str, str, str]]:
    return {(str(row[5]), str(row[6]), str(row[4])) for row in compare(edition(1, old), edition(2, new)).sections}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            [(1, "地域の足", ""), (2, "バス", BUS), (2, "鉄道", RAIL), (2, "離島航路", FERRY), (1, "観光", TOUR)],
            [(1, "地域交通", ""), (2, "バス・鉄道", BUS + RAIL), (1, "観光", TOUR), (2, "離島航路", FERRY)],
            {("地域の足", "地域交通", "renamed"), ("バス", "バス・鉄道", "merged"), ("鉄道", "バス・鉄道", "merged"), ("離島航路", "離島航路", "moved"), ("観光", "観光", "same")},
            id="merged and moved",
        ),
        pytest.param(
            [(1, "国際協力", BUS)], [(1, "観光", TOUR), (2, "国際協力", RAIL)],
            {("国際協力", "", "dropped"), ("", "観光", "new"), ("", "国際協力", "new")},
            id="a short title elsewhere, about another matter",
        ),
        pytest.param(
            [(1, "港の概要", BUS)], [(1, "港の概況", RAIL)],
            {("港の概要", "", "dropped"), ("", "港の概況", "new")},
            id="the same place, another matter",
        ),
        pytest.param(
            [(1, "交通", ""), (2, "概要", BUS), (1, "観光", ""), (2, "概要", TOUR)],
            [(1, "観光", ""), (2, "概要", TOUR), (1, "交通", ""), (2, "概要", BUS)],
            {("交通", "交通", "same"), ("観光", "観光", "same"), ("概要", "概要", "same")},
            id="one title in two places",
        ),
    ],
)  # fmt: skip
def test_relations(old: list[Row], new: list[Row], told: set[tuple[str, str, str]]) -> None:
    assert relations(old, new) == told


def flat(sections: int) -> Edition:
    source = random.Random(sections)
    letters = "国際協力推進会議情報通信地域産業振興対策研究開発支援強化整備のにをはがとで"
    rows = []
    for _ in range(sections):
        rows.append(SectionNode("d", 0, 1, "", "".join(source.choice(letters) for _ in range(12)), NONE))
    paragraphs = [
        Paragraph("d", Span(at, at + 150), at % sections, "".join(source.choice(letters) for _ in range(150)))
        for at in range(2 * sections)
    ]
    return Edition("s", "1", 1, ("d",), 0, tuple(rows), tuple(paragraphs))


def test_work_grows_with_the_text() -> None:
    seconds = []
    for sections in (100, 400):
        made = flat(sections)
        start = process_time()
        assert {row[4] for row in compare(made, made).sections} == {"same"}
        seconds.append(process_time() - start)
    assert seconds[1] < 10 * max(seconds[0], 0.05), seconds


def test_one_paragraph_of_a_whole_book() -> None:
    source = random.Random(1)
    text = "".join(source.choice("国際協力推進のにをは") for _ in range(60_000))
    sides = [
        Edition("s", "1", 1, ("d",), 0, (), (Paragraph("d", Span(0, len(book)), NONE, book),))
        for book in (text, text + "新")
    ]
    assert [row[6] for row in compare(*sides).paragraphs] == ["reworded"]
