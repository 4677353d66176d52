"""Score events on documents written blind, round by round: `python -m tests.bench.event_rounds [ROUND]`.

`tests/relate/rounds` holds short documents of many ministries and decades, each written with its gold before the product
read it. A line `@ TITLE PUBLISHED PUBLISHER DATE` heads a document. A line `> TYPE DATE PLACE/ISO SIDES :: ANCHOR` is an
event of the line of text above it, with `-` for nothing and `|` between sides.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hakusho.flow import analyse
from hakusho.records import Source, SourceText
from tests.bench.participants import shared

ROUNDS = Path(__file__).parents[1] / "relate" / "rounds"

Row = tuple[str, str, str, str, tuple[str, ...]]


@dataclass
class Counts:
    gold: int = 0
    run: int = 0
    found: int = 0
    sides: int = 0
    said: int = 0
    right: int = 0
    places: int = 0

    @property
    def events(self) -> float:
        return 2 * self.found / max(self.gold + self.run, 1)

    @property
    def participants(self) -> float:
        return 2 * self.right / max(self.sides + self.said, 1)

    @property
    def place(self) -> float:
        return self.places / max(self.found, 1)


def read_round(name: str) -> Iterator[tuple[SourceText, list[Row]]]:
    """Return the documents of a round (`r1`) with their gold."""
    for path in sorted(ROUNDS.glob(f"{name}_*.txt")):
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        *_, publisher, published = head.split()
        text = "\n".join(line for line in lines if not line.startswith("> "))
        source = Source(path.stem, publisher=publisher, published=published)
        yield SourceText(source, text), [_gold(line) for line in lines if line.startswith("> ")]


def _gold(line: str) -> Row:
    kind, date, place, *sides = line[2:].partition(" ::")[0].split()
    town, _, country = place.partition("/")
    told = tuple(side for side in (sides or ["-"])[0].split("|") if side != "-")
    return kind, date, town.strip("-"), country.strip("-"), told


def found_in(source: SourceText) -> list[Row]:
    """Return the events that the product finds in a document."""
    analysis = analyse(source)
    rows: list[Row] = []
    for event in analysis.events:
        ends = [index for index in (event.date, event.until) if index >= 0]
        date = "/".join(analysis.entities[index].value or "?" for index in ends)
        sides = tuple(side.value for side in event.participants)
        rows.append((event.type, date, event.place or "", event.place_country or "", sides))
    return rows


def score(documents: Sequence[tuple[list[Row], list[Row]]]) -> Counts:
    """Return the counts over documents of (gold, found): events by type and date, then sides and places of these."""
    counts = Counts()
    for gold, run in documents:
        rest = list(run)
        counts.gold, counts.run = counts.gold + len(gold), counts.run + len(run)
        for one in gold:
            same = [other for other in rest if other[:2] == one[:2]]
            other = max(same, key=lambda other: shared(one[4], other[4]), default=None)
            if other is not None:
                rest.remove(other)
                counts.found += 1
                counts.sides, counts.said = counts.sides + len(one[4]), counts.said + len(other[4])
                counts.right += shared(one[4], other[4])
                counts.places += one[3] == other[3] and bool(one[2]) == bool(other[2])
    return counts


def main() -> None:
    """Print the figures of each round."""
    names = sys.argv[1:] or sorted({path.name.partition("_")[0] for path in ROUNDS.glob("*.txt")})
    for name in names:
        counts = score([(gold, found_in(source)) for source, gold in read_round(name)])
        print(f"{name}  events {counts.events:.3f}  participants {counts.participants:.3f}  place {counts.place:.3f}")


if __name__ == "__main__":
    main()
