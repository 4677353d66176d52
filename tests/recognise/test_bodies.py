"""Names of public and international bodies of all decades, short ones too, each in plain sentences.

`bodies.tsv` holds names that stand for their body wherever they stand, `bodies_defined.tsv` those that mean other
things, too (ISO, ICC): they count where the text defines them, and alone they are left.
"""

import csv
from pathlib import Path

import pytest

from hakusho.flow import analyse

HERE = Path(__file__).parent
SENTENCES = (
    "{name}は、調査の結果を公表した。",
    "主務大臣は、{name}に資料の提出を求めた。",
    "会議には、{name}の職員が出席した。",
    "（出典）{name}資料により作成",
    "旧{name}の職員が語った。",
    "同年4月1日{name}は、規程を定めた。",
)
DEFINED = "{value}（{name}）は、調査の結果を公表した。その後、{name}は、各国に資料を求めた。"


def _rows(table: str) -> list[dict[str, str]]:
    with (HERE / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _bodies(text: str, published: str) -> list[tuple[str, str]]:
    entities = analyse(text, published=published).entities
    return [(e.mention.surface, e.value) for e in entities if e.mention.label == "ORG"]


def test_names_have_their_value_in_plain_sentences() -> None:
    rows = _rows("bodies")
    missed = [
        (row["name"], row["value"], found)
        for row in rows
        for sentence in SENTENCES
        if (found := _bodies(sentence.format(name=row["name"]), row["published"])) != [(row["name"], row["value"])]
    ]
    assert len(rows) >= 1300
    assert len(missed) <= 0.01 * len(rows) * len(SENTENCES), missed


def test_ambiguous_names_have_their_value_where_they_are_defined() -> None:
    rows = _rows("bodies_defined")
    missed = []
    for row in rows:
        # What the value has in front of the name is the body above: 内閣官房.
        value = row["value"].removeprefix("内閣官房")
        found = _bodies(DEFINED.format(name=row["name"], value=value), row["published"])
        if [each for each in found if each[0] == row["name"]] != [(row["name"], row["value"])] * 2:
            missed.append((row["name"], found))
    assert len(missed) <= 0.01 * len(rows), missed


@pytest.mark.parametrize("name", ["ISO", "IEC", "ICC", "CIS", "IHO", "IFC", "CIE", "PCA", "JPO", "MIC", "ISA", "JFC"])
def test_ambiguous_names_alone_are_left(name: str) -> None:
    assert _bodies(f"{name}に対応した製品を発売する。", "2015") == []
