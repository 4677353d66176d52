"""Members alone in the cells of a table: 日, 米, 中 side by side or one below another."""

from collections.abc import Iterator

from hakusho.recognise.countries import country_rules as rules
from hakusho.recognise.countries.context import CountryContext, FoundCountry

Cell = tuple[int, str]
# Lines above and below that are looked at for the cells of a column.
_LINES = 12
# No row of a table is wider; a longer line is prose, and would cost time for each of its signs.
_WIDEST = 2000


def in_cells(context: CountryContext) -> Iterator[FoundCountry]:
    """Yield the members that are alone in a cell, next to or above other countries."""
    for match in rules.CELL.finditer(context.text):
        offset = match.start()
        if context.free(offset) and rules.BEFORE_CELL.match(context.text, offset) and _in_company(context, offset):
            yield context.country(offset, "cell")


def _in_company(context: CountryContext, offset: int) -> bool:
    line = _start(context.text, offset)
    if line < 0:
        return False
    if context.text.find("\t", line, _end(context.text, offset)) >= 0:
        return any(_of_countries(context, [*cells], offset) for cells in _both_ways(context, line, offset))
    return _in_spaced_company(context, line, offset)


def _of_countries(context: CountryContext, cells: list[Cell], offset: int) -> bool:
    """Return whether cells between tabs hold another country, and no weekday or size."""
    if any(cell in rules.NO_COUNTRY_CELLS for _, cell in cells):
        return False
    return any(_is_other(context, cell, offset) for cell in cells)


def _is_other(context: CountryContext, cell: Cell, offset: int) -> bool:
    start, text = cell
    member = text in context.members and text in rules.CORE and text != context.text[offset]
    return start != offset and (context.is_country(start) or member)


def _in_spaced_company(context: CountryContext, line: int, offset: int) -> bool:
    """White space is less sure than a tab: two more countries, or one and a head that says so (国名　日　米)."""
    for cells in map(list, _both_ways(context, line, offset)):
        others = {text for start, text in cells if _is_other(context, (start, text), offset)}
        told = any(rules.COUNTRY_HEAD.fullmatch(text) for _, text in cells)
        barred = any(text in rules.NO_COUNTRY_CELLS or rules.LANGUAGE_HEAD.search(text) for _, text in cells)
        if not barred and len(others) + told >= rules.SEVERAL:
            return True
    return False


def _both_ways(context: CountryContext, line: int, offset: int) -> Iterator[Iterator[Cell]]:
    yield _cells(context.text, line)
    yield _column(context, line, offset)


def _column(context: CountryContext, line: int, offset: int) -> Iterator[Cell]:
    """Yield the cells of the same place in the lines around that have cells too."""
    text = context.text
    place = [start for start, _ in _cells(text, line)].index(offset)
    for start in (*_lines_above(text, line), *_lines_below(text, line)):
        for number, cell in enumerate(_cells(text, start)):
            if number == place:
                yield cell
                break


def _lines_above(text: str, line: int) -> Iterator[int]:
    for _ in range(_LINES):
        if line == 0:
            return
        end, line = line - 1, _start(text, line - 1)
        if line < 0 or not rules.CELL_MARK.search(text, line, end):
            return
        yield line


def _lines_below(text: str, line: int) -> Iterator[int]:
    for _ in range(_LINES):
        line = _end(text, line) + 1
        if line > len(text) or text[line - 1] != "\n" or not rules.CELL_MARK.search(text, line, _end(text, line)):
            return
        yield line


def _cells(text: str, line: int) -> Iterator[Cell]:
    """Yield the cells of a line, divided by tabs, or where it has none by wide white space; indents are none."""
    end = _end(text, line)
    tabs = text.find("\t", line, end) >= 0
    start = line
    for mark in (rules.TAB if tabs else rules.CELL_MARK).finditer(text, line, end):
        if tabs or mark.start() > line:
            yield _trimmed(text, start, mark.start())
        start = mark.end()
    yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Cell:
    cell = text[start:end]
    return start + len(cell) - len(cell.lstrip()), cell.strip()


def _start(text: str, offset: int) -> int:
    """Return where the line of `offset` begins; -1 where that is too far."""
    first = max(0, offset - _WIDEST)
    start = text.rfind("\n", first, offset) + 1
    return start if start or not first else -1


def _end(text: str, start: int) -> int:
    last = min(len(text), start + 2 * _WIDEST)
    end = text.find("\n", start, last)
    return end if end >= 0 else last
