"""Score an alignment of two editions against gold: `python -m tests.bench.editions RUN EDITIONS`."""

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.folders import ROOT

GOLD = ROOT / "corpus" / "years" / "gold"
# Every third section of the fourth level or above, with its paragraphs, is kept aside: nobody reads its errors.
ASIDE, OF, DEEPEST = 1, 3, 4
Pair = tuple[str, str]


@dataclass(frozen=True)
class Score:
    """F1 of pairs, whatever their relation; of pairs with their relation; of all rows with theirs."""

    pairs: float
    related: float
    rows: float

    def __str__(self) -> str:
        return f"pairs {self.pairs:.3f}  with relation {self.related:.3f}  all rows {self.rows:.3f}"


def score(gold: Mapping[Pair, str], found: Mapping[Pair, str]) -> Score:
    """Return the score of rows: relation by (old, new) start, "" for the side that is missing."""
    one, other = {pair for pair in gold if all(pair)}, {pair for pair in found if all(pair)}
    related = sum(gold[pair] == found[pair] for pair in one & other)
    rows = sum(gold[pair] == found[pair] for pair in gold.keys() & found.keys())
    return Score(
        _f1(len(one & other), len(one), len(other)),
        _f1(related, len(one), len(other)),
        _f1(rows, len(gold), len(found)),
    )


def _f1(hits: int, gold: int, found: int) -> float:
    return 2 * hits / (gold + found) if gold + found else 1.0


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def gold_rows(kind: str, folder: Path = GOLD) -> dict[Pair, str]:
    return {(row["old_start"], row["new_start"]): row["relation"] for row in read(folder / f"{kind}.csv")}


def found_rows(kind: str, tables: Path, old_doc: str = "ict_2012", new_doc: str = "ict_2013") -> dict[Pair, str]:
    name, sides = {
        "sections": ("section_alignment", ("old_section_start", "new_section_start")),
        "paragraphs": ("paragraph_alignment", ("old_start", "new_start")),
    }[kind]
    rows = [row for row in read(tables / f"{name}.csv") if (row["old_doc"], row["new_doc"]) == (old_doc, new_doc)]
    return {(row[sides[0]], row[sides[1]]): row["relation"] for row in rows}


class Groups:
    """Which part of the gold a row belongs to: by the section of its old side, else of its new one."""

    def __init__(self, sections: Iterable[Mapping[str, str]], old_doc: str, new_doc: str) -> None:
        shallow = [row for row in sections if int(row["level"]) <= DEEPEST]
        self._starts = [
            sorted(int(row["start"]) for row in shallow if row["doc_id"] == doc_id) for doc_id in (old_doc, new_doc)
        ]

    def is_aside(self, pair: Pair) -> bool:
        side = 0 if pair[0] else 1
        index = sum(start <= int(pair[side]) for start in self._starts[side]) - 1
        return index % OF == ASIDE


def part(rows: Mapping[Pair, str], groups: Groups, aside: bool) -> dict[Pair, str]:
    return {pair: relation for pair, relation in rows.items() if groups.is_aside(pair) is aside}


def main(arguments: Sequence[str]) -> None:
    run, editions = map(Path, arguments)
    groups = Groups(read(run / "tables" / "sections.csv"), "ict_2012", "ict_2013")
    for kind in ("sections", "paragraphs"):
        gold, found = gold_rows(kind), found_rows(kind, editions / "tables")
        print(f"{kind:<11}development  {score(part(gold, groups, False), part(found, groups, False))}")
        print(f"{'':<11}kept aside   {score(part(gold, groups, True), part(found, groups, True))}")


if __name__ == "__main__":
    main(sys.argv[1:])
