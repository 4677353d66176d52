"""Whether a cell of one character stands in a row or column of countries: 日, 米, 中 side by side."""

from collections.abc import Iterator

from hakusho.recognise.countries import country_rules as rules
from hakusho.recognise.countries.context import CountryContext

# Lines above and below that are looked at for the cells of a column.
_LINES = 12


def in_company(context: CountryContext, offset: int) -> bool:
    """Return whether the row or column of the cell at `offset` holds another country and no weekday or size."""
    return any(_of_countries(context, [*cells], offset) for cells in (_row(context, offset), _column(context, offset)))


def _of_countries(context: CountryContext, cells: list[tuple[int, str]], offset: int) -> bool:
    if any(cell in rules.NO_COUNTRY_CELLS for _, cell in cells):
        return False
    own = context.text[offset]
    return any(
        context.is_country(start) or (cell in context.members and cell in rules.CORE and cell != own)
        for start, cell in cells
        if start != offset
    )


def _row(context: CountryContext, offset: int) -> Iterator[tuple[int, str]]:
    start = context.text.rfind("\n", 0, offset) + 1
    return _cells(context.text, start)


def _column(context: CountryContext, offset: int) -> Iterator[tuple[int, str]]:
    """Yield the cells of the same place in the lines around that have tabs too."""
    text = context.text
    line = text.rfind("\n", 0, offset) + 1
    place = text.count("\t", line, offset)
    for start in (*_lines_above(text, line), *_lines_below(text, line)):
        for number, cell in enumerate(_cells(text, start)):
            if number == place:
                yield cell
                break


def _lines_above(text: str, line: int) -> Iterator[int]:
    for _ in range(_LINES):
        if line == 0:
            return
        end, line = line - 1, text.rfind("\n", 0, line - 1) + 1
        if "\t" not in text[line:end]:
            return
        yield line


def _lines_below(text: str, line: int) -> Iterator[int]:
    for _ in range(_LINES):
        line = text.find("\n", line) + 1
        if line == 0 or text.find("\t", line, _end(text, line)) < 0:
            return
        yield line


def _cells(text: str, start: int) -> Iterator[tuple[int, str]]:
    end = _end(text, start)
    while start <= end:
        tab = text.find("\t", start, end)
        stop = tab if tab >= 0 else end
        yield start, text[start:stop].strip()
        start = stop + 1


def _end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
