"""Tables of a sheet: which of its cells belong together, which rows are their headers, and what stands around them.

A sheet has no tables of its own: titles, units, sources and remarks stand in cells like any other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hakusho.read.pages import GridCell, TextBuilder
from hakusho.read.xlsx import sheet_rules as rules
from hakusho.records import Region

Place = tuple[int, int]


@dataclass(slots=True)
class Sheet:
    """The cells of a sheet by (row, column) from 0, its merged cells by their first, what it hides.

    `values` are the cells that hold a number, `uncounted` those of a formula without its value, `frozen` is how many
    rows stay in view, 0 for none.
    """

    cells: dict[Place, str] = field(default_factory=dict)
    merged: dict[Place, tuple[int, int]] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    columns: list[tuple[int, int]] = field(default_factory=list)
    values: set[Place] = field(default_factory=set)
    uncounted: list[Place] = field(default_factory=list)
    frozen: int = 0

    def hides(self, place: Place) -> bool:
        return place[0] in self.rows or any(first <= place[1] <= last for first, last in self.columns)

    def is_value(self, place: Place) -> bool:
        """Return whether a cell holds a number, typed or written, or the sign that stands for none."""
        return place in self.values or rules.VALUE.fullmatch(self.cells[place]) is not None


Rows = dict[int, list[Place]]


def write_sheet(builder: TextBuilder, sheet: Sheet) -> None:
    """Write the shown cells as tables with the lines around them, and the hidden ones after all."""
    shown: Rows = {}
    for place in sorted(sheet.cells):
        if not sheet.hides(place):
            shown.setdefault(place[0], []).append(place)
    for rows in _areas(sheet, shown):
        _write_area(builder, sheet, rows)
    hidden = [sheet.cells[place] for place in sorted(sheet.cells) if sheet.hides(place)]
    builder.add(Region.HIDDEN, "\t".join(text for text in hidden if text))


# --- which rows belong together --------------------------------------------------------------------------------


def _areas(sheet: Sheet, shown: Rows) -> Iterator[Rows]:
    """Yield the rows that belong together: parted by blank rows, unless the same columns go on below these."""
    area: Rows = {}
    for band in _bands(sheet, shown):
        if area and (min(band) - max(area) > rules.WIDEST_GAP or not _goes_on(sheet, area, band)):
            yield area
            area = {}
        area |= band
    if area:
        yield area


def _bands(sheet: Sheet, shown: Rows) -> Iterator[Rows]:
    band: Rows = {}
    reach = -1
    for row, places in shown.items():
        blank = range(reach + 1, row)
        if band and any(number not in sheet.rows for number in blank):
            yield band
            band = {}
        band[row] = places
        reach = max(reach, *(row + sheet.merged.get(place, (1, 1))[0] - 1 for place in places))
    if band:
        yield band


def _goes_on(sheet: Sheet, area: Rows, band: Rows) -> bool:
    """Return whether rows below a blank one are of the table above: figures in its columns, perhaps under a label.

    Where a title or a header comes again, another table begins; tables of text alone never go on.
    """
    wide = [places for places in area.values() if len(places) > 1]
    counted = [places for places in wide if _is_row_of_values(sheet, places)]
    first = next(iter(band.values()))
    if len(first) == 1 and (rules.TAIL.match(text := sheet.cells[first[0]]) or rules.TITLE.match(text)):
        return False
    rows = [*band.values()][len(first) == 1 :]
    if not counted or not rows or not _is_row_of_values(sheet, rows[0]):
        return False
    columns = {column for places in wide for _, column in places}
    label = {column for _, column in first} if len(first) == 1 else set()
    own = {column for _, column in rows[0]}
    if len(own & columns) * 3 < len(own) * 2 or not label <= columns:
        return False
    heads = {sheet.cells[place] for place in wide[0]}
    again = any(sheet.cells[place] in heads for place in rows[0] if not sheet.is_value(place))
    return not again and _are_alike(sheet, counted[-1], rows[0])


def _is_row_of_values(sheet: Sheet, places: Sequence[Place]) -> bool:
    """Return whether a row has figures behind its label, and not only years: these head a table."""
    values = [place for place in places[1:] if sheet.is_value(place)]
    return bool(values) and not _all_are(sheet, values, rules.YEAR)


def _are_alike(sheet: Sheet, above: Sequence[Place], below: Sequence[Place]) -> bool:
    """Return whether two rows hold figures and words in the same columns, behind their labels."""
    kinds = {place[1]: sheet.is_value(place) for place in above[1:]}
    return all(kinds.get(place[1], kind) == kind for place in below[1:] for kind in (sheet.is_value(place),))


# --- what stands side by side ----------------------------------------------------------------------------------


def _parts(sheet: Sheet, rows: Rows) -> list[Rows]:
    """Return the tables of an area that stand side by side, each with labels of its own, a blank column between."""
    body = [places for places in rows.values() if len(places) > 1]
    if not body:
        return [rows]
    filled: set[int] = set()
    for place in (place for places in body for place in places):
        filled.update(range(place[1], place[1] + min(sheet.merged.get(place, (1, 1))[1], rules.WIDEST_GAP * 8)))
    parts, last = [], min(filled)
    start = last
    for column in [*sorted(filled), None]:
        spaced = column is not None and column > last + 1
        if column is None or (spaced and _stands_alone(sheet, body, column, {start, start + 1, column + 1} <= filled)):
            parts.append(range(start, last + 1))
            start = column if column is not None else start
        last = column if column is not None else last
    cut = [{row: [p for p in places if p[1] in part] for row, places in rows.items()} for part in parts]
    return [kept for part in cut if (kept := {row: places for row, places in part.items() if places})]


def _stands_alone(sheet: Sheet, body: Sequence[Sequence[Place]], column: int, wide: bool) -> bool:
    """Return whether what begins at a column behind a blank one is no column of the same table: it has labels of its
    own in its rows, or is one remark. Both must be `wide`, of two columns or more: a blank column may stand between
    any two columns of a table. Where both hold words alone, nothing tells them apart."""
    right = [row for places in body if (row := [place for place in places if place[1] >= column])]
    if sum(map(len, right)) == 1:
        return not sheet.is_value(right[0][0])
    if not wide or not _has_values(sheet, body):
        return False
    labels = [row[0] for row in right[1:] if row[0][1] == column]
    return len(labels) * 2 > len(right[1:]) > 0 and not any(sheet.is_value(place) for place in labels)


def _has_values(sheet: Sheet, rows: Iterable[Sequence[Place]]) -> bool:
    return any(sheet.is_value(place) for places in rows for place in places[1:])


# --- one area ---------------------------------------------------------------------------------------------------


def _write_area(builder: TextBuilder, sheet: Sheet, rows: Rows) -> None:
    remarks, rows = _without_remarks(sheet, rows)
    for place in remarks:
        builder.add(Region.BODY, sheet.cells[place])
    lead, rows = _lead(sheet, rows)
    for line, places in lead.items():
        _write_lines(builder, sheet, places, bool(rows) and line >= max(lead) - rules.MOST_TITLES)
    tail, rows = _tail(sheet, rows)
    for part in _parts(sheet, rows) if rows else ():
        _write_table(builder, sheet, part)
    for places in tail.values():
        _write_lines(builder, sheet, places, False)


def _without_remarks(sheet: Sheet, rows: Rows) -> tuple[list[Place], Rows]:
    """Take out what stands alone in its column, far from the rest: a mark of secrecy in the corner."""
    columns: dict[int, int] = {}
    for places in rows.values():
        for place in places:
            columns[place[1]] = columns.get(place[1], 0) + 1
    alone = [
        place
        for places in rows.values()
        for place in places
        if columns[place[1]] == 1 and not sheet.is_value(place) and _is_far(place[1], columns)
    ]
    kept = {row: left for row, places in rows.items() if (left := [place for place in places if place not in alone])}
    return (alone, kept) if kept else ([], rows)


def _is_far(column: int, columns: Mapping[int, int]) -> bool:
    return len(columns) > 1 and column - 1 not in columns and column + 1 not in columns


def _lead(sheet: Sheet, rows: Rows) -> tuple[Rows, Rows]:
    """Part titles and units above a table from it: rows of one cell, or of a title with a unit far right."""
    widest = max(map(len, rows.values()))
    lead: Rows = {}
    for row, places in rows.items():
        unit = len(places) == 2 and rules.UNIT.fullmatch(sheet.cells[places[1]])
        sentence = len(places) == 1 and rules.SENTENCE.search(sheet.cells[places[0]])
        if not (unit or sentence or (len(places) == 1 and (widest > 1 or not _has_any_value(sheet, rows)))):
            break
        lead[row] = places
    return lead, {row: places for row, places in rows.items() if row not in lead}


def _has_any_value(sheet: Sheet, rows: Rows) -> bool:
    return any(sheet.is_value(place) for places in rows.values() for place in places)


def _tail(sheet: Sheet, rows: Rows) -> tuple[Rows, Rows]:
    """Part sources and remarks below a table from it."""
    order = list(rows)
    first = len(order)
    counts = any(len(places) > 1 and rules.COUNTS.match(sheet.cells[places[0]]) for places in rows.values())
    widest = max(map(len, rows.values()), default=0)
    for at in range(len(order) - 1, -1, -1):
        places, text = rows[order[at]], sheet.cells[rows[order[at]][0]]
        labelled = len(places) == 2 < widest and rules.TAIL_LABEL.fullmatch(text) and not sheet.is_value(places[1])
        if len(places) > 1 and not labelled:
            break
        # 3．その他 without a figure is a row like 2．保険料 above it.
        if (rules.TAIL.match(text) and not (counts and rules.COUNTS.match(text))) or rules.SENTENCE.search(text):
            first = at
    return {row: rows[row] for row in order[first:]}, {row: rows[row] for row in order[:first]}


def _write_lines(builder: TextBuilder, sheet: Sheet, places: Sequence[Place], above: bool) -> None:
    text = "　".join(sheet.cells[place] for place in places)
    caption = above and not rules.SENTENCE.search(text)
    builder.add(Region.CAPTION if caption else Region.BODY, text)


def _write_table(builder: TextBuilder, sheet: Sheet, rows: Rows) -> None:
    """Write one table from its first used row and column on; hidden rows and columns take no place in it."""
    places = [place for row in rows.values() for place in row]
    first, end = min(rows), max(rows)
    left, right = min(column for _, column in places), max(column for _, column in places)
    row_at = {row: number for number, row in enumerate(r for r in range(first, end + 1) if r not in sheet.rows)}
    columns = (column for column in range(left, right + 1) if not sheet.hides((-1, column)))
    column_at = {column: number for number, column in enumerate(columns)}
    headers = _headers(sheet, rows)
    grid = []
    for place in places:
        height, width = sheet.merged.get(place, (1, 1))
        tall = sum(row in row_at for row in range(place[0], min(place[0] + height, end + 1)))
        wide = sum(column in column_at for column in range(place[1], min(place[1] + width, right + 1)))
        at = row_at[place[0]], column_at[place[1]]
        grid.append(GridCell(*at, sheet.cells[place], place[0] < headers, max(1, tall), max(1, wide)))
    builder.add_table(grid)


def _headers(sheet: Sheet, rows: Rows) -> int:
    """Return the first row that is no header: where a window was frozen, where numbers begin, else below words."""
    first, end = min(rows), max(rows)
    if first < sheet.frozen <= min(end, first + rules.MOST_HEADERS):
        return sheet.frozen
    for row, places in rows.items():
        if row > first and len(places) == 1 and sheet.merged.get(places[0], (1, 1)) == (1, 1):
            # The name of a group of rows.
            return row if row - first <= rules.MOST_HEADERS else first
        values = [place for place in places if place[1] > min(rows[first])[1] and sheet.is_value(place)]
        kind = next((kind for kind in (rules.YEAR, rules.COUNTED) if _all_are(sheet, values, kind)), None)
        if values and not (kind and row - first < rules.MOST_HEADERS and _differ(sheet, rows, row, kind)):
            return row if row - first <= rules.MOST_HEADERS else first
    texts = [sheet.cells[place] for place in rows[first]]
    widest = max(map(len, rows.values()))
    short = all(len(text) <= rules.LONGEST_HEADER and not rules.SENTENCE.search(text) for text in texts)
    return first + 1 if len(rows) > 1 and len(texts) == widest > 1 and short else first


def _differ(sheet: Sheet, rows: Rows, row: int, kind: "re.Pattern[str]") -> bool:
    """Return whether the row below holds other numbers than years or counts: 2021 2022 over 148,315 187,255."""
    below = next((places for number, places in rows.items() if number > row), None)
    values = [place for place in below or () if sheet.is_value(place)]
    return bool(values) and not _all_are(sheet, values[1:] or values, kind)


def _all_are(sheet: Sheet, places: Sequence[Place], kind: "re.Pattern[str]") -> bool:
    return bool(places) and all(kind.fullmatch(sheet.cells[place]) for place in places)
