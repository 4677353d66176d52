"""Sentences with the gold written inside: `[昨年度|DATE|FY2011]は`, then modifier and flags where they matter."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
# Two bars close the value: [text|LABEL|value|mod|flags]. A ↵ stands for a line break, a ↹ for a tab.
_MARK = re.compile(r"\[([^\[\]|]+)\|(ORG|COUNTRY|DATE)\|([^\[\]|]*)(?:\|([^\[\]|]*))?(?:\|([^\[\]|]*))?\]")


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    label: str
    value: str
    mod: str
    flags: str

    @property
    def shown(self) -> str:
        return f"{self.start}-{self.end} {self.label} {self.value} {self.mod} {self.flags}"


@dataclass(frozen=True)
class Case:
    name: str
    published: str
    text: str
    gold: tuple[Gold, ...]


def strip_marks(marked: str) -> tuple[str, tuple[Gold, ...]]:
    text, gold, position = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        gold.append(Gold(len(text), len(text) + len(match[1]), match[2], match[3], match[4] or "", match[5] or ""))
        text += match[1]
        position = match.end()
    return (text + marked[position:]).replace("↵", "\n").replace("↹", "\t"), tuple(gold)


def read_cases(name: str, folder: Path = CASES) -> list[Case]:
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Case(row["name"], row["published"], *strip_marks(row["text"])) for row in rows]
