"""The numbers of a table's cells, in plain digits, with their units."""

from collections.abc import Iterable, Mapping

from hakusho.records import Cell
from hakusho.segment.table_rules import FACTORS, NEGATIVE, NUMBER, POWERS, UNIT_IN_HEADER, UNIT_LINE, WIDTH

Value = tuple[float, str]


def cell_values(cells: Iterable[Cell], text: str, above: str) -> Mapping[tuple[int, int], Value]:
    """Return (number, unit) by (row, column) for the cells that hold a number.

    The unit is the cell's own, else its header's, else what stands above the table (単位：百万円), multiplied out.
    """
    usual = UNIT_LINE.search(above.translate(WIDTH))
    default = usual["unit"].strip() if usual else ""
    units: dict[int, str] = {}
    values: dict[tuple[int, int], Value] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        printed = text[cell.span.slice].translate(WIDTH)
        if cell.header:
            if unit := UNIT_IN_HEADER.search(printed):
                units[cell.column] = unit["unit"]
        elif value := cell_value(printed, units.get(cell.column, default)):
            values[cell.row, cell.column] = value
    return values


def cell_value(printed: str, unit: str = "") -> Value | None:
    """Return number and unit of a cell; None where it holds no number.

    >>> cell_value("2,725万人"), cell_value("△3.5", "%"), cell_value("―"), cell_value("2兆1,000億円")
    ((27250000.0, '人'), (-3.5, '%'), None, (2100000000000.0, '円'))
    """
    match = NUMBER.fullmatch(printed.strip())
    if match is None:
        return None
    own, factor = _multiplied(match["unit"] or unit)
    number = _number(match["amount"]) * (1 if match["unit"] is None and not unit else factor)
    return (-number if match["sign"] in NEGATIVE else number), own


def _multiplied(unit: str) -> tuple[str, int]:
    """Return a unit without the power of ten that it begins with: 百万円 is 円, a million times."""
    for word, factor in FACTORS:
        if unit.startswith(word):
            return unit.removeprefix(word), factor
    return unit, 1


def _number(amount: str) -> float:
    """Return the sum of the parts of an amount: 2兆1,000億."""
    total = 0.0
    for digits, word in POWERS.findall(amount):
        value = float(digits.replace(",", ""))
        total += value * dict(FACTORS).get(word, 1)
    return float(f"{total:.12g}")
