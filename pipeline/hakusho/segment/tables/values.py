"""The numbers of a table's cells, in plain digits, with their units."""

import re
from collections.abc import Collection, Mapping, Sequence

from hakusho.records import Cell
from hakusho.segment.tables import unit_rules as units_
from hakusho.segment.tables.table_rules import (
    BRACKETED_FIGURE,
    FACTORS,
    GREAT_POWERS,
    KANJI_FACTORS,
    KANJI_NUMBER,
    MARKED,
    NEGATIVE,
    NUMBER,
    OF_CLASS,
    POWERS,
    SMALL_POWERS,
    WIDTH,
)
from hakusho.text.numerals import parse_numeral

Value = tuple[float, str]
Place = tuple[int, int]


def cell_values(cells: Sequence[Cell], text: str, above: str) -> Mapping[tuple[int, int], Value]:
    """Return (number, unit) by (row, column) for the cells that hold a number.

    The unit is the cell's own, else that of its row in a column of units, else its header's, else what stands above
    the table (単位：百万円), multiplied out.
    """
    printed = {(cell.row, cell.column): text[cell.span.slice].translate(WIDTH).strip() for cell in cells}
    headers = {cell.row for cell in cells if cell.header}
    label = {row: words for (row, column), words in reversed(printed.items()) if column == 0}
    by_column = _units_above(above, printed, headers) | _header_units(printed, headers)
    by_row = _row_units(printed, headers)
    values: dict[tuple[int, int], Value] = {}
    for row, column in sorted(printed):
        if row in headers:
            continue
        unit = by_column.get(column, "")
        if row in by_row and column > by_row[row][0]:
            unit = by_row[row][1]
        unit = units_.UNIT_OF_RATES.sub("", unit) if units_.RATE.search(label.get(row, "")) else unit
        if value := cell_value(printed[row, column], unit):
            values[row, column] = value
    return values


def _header_units(printed: Mapping[Place, str], headers: Collection[int]) -> dict[int, str]:
    """Return the unit of each column whose header ends with one in brackets, or that has one in a row of units."""
    units: dict[int, str] = {}
    for header in sorted(headers):
        row = {column: words for (at, column), words in printed.items() if at == header and words}
        alone = {column: units_.UNIT_ALONE.fullmatch(words) for column, words in row.items() if column}
        for column, words in row.items():
            match = alone.get(column) if header and all(alone.values()) else None
            if match:
                units[column] = match["unit"]
            elif in_header := units_.UNIT_IN_HEADER.search(words):
                units[column] = in_header["unit"] or in_header["said"]
    return units


def _row_units(printed: Mapping[Place, str], headers: Collection[int]) -> dict[int, tuple[int, str]]:
    """Return (column of units, unit) of each row, where a column is headed so."""
    for (row, column), words in printed.items():
        if row in headers and units_.UNIT_COLUMN.fullmatch(words):
            found = {at: units_.UNIT_ALONE.fullmatch(own) for (at, c), own in printed.items() if c == column}
            return {at: (column, match["unit"]) for at, match in found.items() if match and at not in headers}
    return {}


def _units_above(above: str, printed: Mapping[Place, str], headers: Collection[int]) -> dict[int, str]:
    """Return the unit that is printed above a table for each of its columns; several are theirs in turn."""
    columns = sorted({column for _, column in printed})
    folded = above.translate(WIDTH)
    if usual := units_.UNIT_LINE.search(folded):
        return dict.fromkeys(columns, usual["unit"].strip())
    lines = [line.strip() for line in folded.splitlines() if line.strip()]
    found = next((m for line in reversed(lines) if (m := _units_of(line))), None)
    if found is None:
        return {}
    units = units_.SEVERAL.split(found["units"])
    if len(units) == 1:
        return dict.fromkeys(columns, units[0])
    if shared := _amounts_and_rates(units, columns, printed, headers):
        return shared
    held = [c for c in columns if c and any(cell_value(printed.get((row, c), "")) for row, _ in printed)]
    if len(held) > len(units) and _heads_repeat(held, len(units), printed, headers):
        return {c: units[at % len(units)] for at, c in enumerate(held)}
    rows = len({row for row, _ in printed} - {*headers})
    return dict(zip(held, units, strict=True)) if len(held) == len(units) != rows else {}


def _heads_repeat(held: Sequence[int], each: int, printed: Mapping[Place, str], headers: Collection[int]) -> bool:
    """隻数 漁獲量 隻数 漁獲量 under two years: as many columns as units, again and again."""
    heads = [printed.get((max(headers), c), "") for c in held] if headers else []
    return len({*heads[:each]}) == each and heads == heads[:each] * (len(held) // each)


def _amounts_and_rates(
    units: Sequence[str], columns: Sequence[int], printed: Mapping[Place, str], headers: Collection[int]
) -> dict[int, str]:
    """（単位：千円、％）: the second is that of the columns headed as rates, the first that of the others."""
    if len(units) != units_.PAIR or not units_.OF_RATE.fullmatch(units[1]) or units_.OF_RATE.fullmatch(units[0]):
        return {}
    heads = {c: printed.get((max(headers), c), "") for c in columns if headers}
    rates = {c for c, words in heads.items() if units_.RATE.search(words)}
    return {c: units[c in rates] for c in heads if c} if rates and len(rates) < len(heads) - 1 else {}


def _units_of(line: str) -> "re.Match[str] | None":
    return units_.UNITS_ALONE.match(line) or units_.UNITS_LAST.match(line)


def cell_value(printed: str, unit: str = "") -> Value | None:
    """Return number and unit of a cell; None where it holds no number.

    >>> cell_value("2,725万人"), cell_value("△3.5", "%"), cell_value("―"), cell_value("2兆1,000億円")
    ((27250000.0, '人'), (-3.5, '%'), None, (2100000000000.0, '円'))
    >>> cell_value("1,234注1"), cell_value("5.2※"), cell_value("p 310"), cell_value("r12.5%")
    ((1234.0, ''), (5.2, ''), (310.0, ''), (12.5, '%'))
    >>> cell_value("一、四二〇"), cell_value("二百三十", "円"), cell_value("△三・五"), cell_value("60歳以上")
    ((1420.0, ''), (230.0, '円'), (-3.5, ''), None)
    """
    bare = MARKED.sub("", printed.strip())
    bare = bare[1:-1].strip() if BRACKETED_FIGURE.match(bare) else bare
    match = NUMBER.fullmatch(bare)
    if match is None:
        return _kanji_value(bare, unit)
    if OF_CLASS.search(match["unit"] or ""):
        return None
    amount, its = match["amount"], match["unit"]
    if its in SMALL_POWERS:
        amount, its = amount + its, None
    own, factor = _multiplied(its or unit)
    powers = POWERS.findall(amount)
    if its is None and factor > 1 and any(small or great for _, small, great in powers):
        if not _may_be(powers, factor):
            return None
        factor = 1
    number = _number(amount) * (1 if its is None and not unit else factor)
    return (-number if match["sign"] in NEGATIVE else number), own


def _may_be(powers: Sequence[tuple[str, str, str]], factor: int) -> bool:
    """Return whether an amount with power words of its own (2兆1,000億) can stand under a unit that has one (億円).

    Its last word is no less than the unit's; 1兆2,000 and 1億2千 leave open what they count.
    """
    _, small, great = powers[-1]
    return (bool(great) or len(powers) == 1) and SMALL_POWERS[small] * GREAT_POWERS.get(great, 1) >= factor


def _kanji_value(printed: str, unit: str) -> Value | None:
    """Return number and unit of a cell of kanji numerals; None for what is no numeral."""
    match = KANJI_NUMBER.fullmatch(printed)
    if match is None:
        return None
    try:
        number = _kanji_amount(match)
    except ValueError:
        return None
    own, factor = _multiplied(unit)
    number *= factor
    return (-number if match["sign"] in NEGATIVE else number), own


def _kanji_amount(match: "re.Match[str]") -> float:
    """Return the amount of a numeral with places (一、四二〇), with units (二百三十) or with both and 万 (三万五千)."""
    total = 0.0
    rest = re.sub(r"[、，,]", "", match["whole"])
    for word, factor in KANJI_FACTORS:
        above, word_found, below = rest.partition(word)
        if word_found:
            total, rest = total + parse_numeral(above) * factor, below
    total += parse_numeral(rest) if rest else 0
    places = match["places"] or ""
    return float(f"{total + (parse_numeral(places) / 10 ** len(places) if places else 0):.12g}")


def _multiplied(unit: str) -> tuple[str, int]:
    """Return a unit without the power of ten that it begins with: 百万円 is 円, a million times."""
    for word, factor in FACTORS:
        if unit.startswith(word):
            return unit.removeprefix(word), factor
    return unit, 1


def _number(amount: str) -> float:
    """Return the sum of the parts of an amount: 2兆1,000億, 1億2千3百万.

    >>> _number("2兆1,000億"), _number("1億2千3百万"), _number("8.5百万")
    (2100000000000.0, 123000000.0, 8500000.0)
    """
    total = group = 0.0
    for digits, small, great in POWERS.findall(amount):
        group += float(digits.replace(",", "")) * SMALL_POWERS[small]
        if great:
            total, group = total + group * GREAT_POWERS[great], 0.0
    return float(f"{total + group:.12g}")
