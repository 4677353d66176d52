"""Excel files (.xlsx): each sheet a heading, its tables, cell for cell, with numbers as shown, and its text boxes.

ECMA-376 part 1, SpreadsheetML. Hidden sheets, rows and columns are hidden text; readings of names are not shown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hakusho.read import office_rules as rules
from hakusho.read.packages import Package, Unreadable, child, children, local, value
from hakusho.read.pages import TextBuilder
from hakusho.read.xlsx.numbers import shown
from hakusho.read.xlsx.tables import Sheet, write_sheet
from hakusho.records import Block, Defect, Limits, Region

_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_WIDEST = 16_384


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets share: strings, number formats by cell style, where days are counted from."""

    strings: tuple[str, ...]
    formats: tuple[str, ...]
    from_1904: bool


def read_xlsx(data: bytes, limits: Limits) -> tuple[str, tuple[Block, ...], tuple[Defect, ...]]:
    """Return (text, blocks, defects) of an Excel file.

    Raises Unreadable for a damaged file, or one beyond the limits.
    """
    package = Package(data, limits)
    main = next((part for kind, part in package.relations("").values() if kind == "officeDocument"), "")
    main = main if main and package.has(main) else "xl/workbook.xml"
    workbook, relations = package.xml(main), package.relations(main)
    book = _book(package, workbook, relations)
    builder, defects = TextBuilder(), list[Defect]()
    for name, part, hidden in _sheets(workbook, relations):
        if not package.has(part) or local(root := package.xml(part)) != "worksheet":
            continue
        sheet = _sheet(root, book)
        drawn = list(_drawn(package, part))
        if not (sheet.cells or drawn):
            continue
        builder.add(Region.HIDDEN if hidden else Region.HEADING, name, 0 if hidden else 1)
        if hidden:
            sheet.rows.update(row for row, _ in sheet.cells)
        place = len(builder.text)
        write_sheet(builder, sheet)
        defects += _uncounted(sheet, name, place)
        for words in drawn:
            builder.add(Region.HIDDEN if hidden else Region.BODY, words)
        if len(builder.blocks) > limits.archive_members * 10:
            raise Unreadable("more tables than any book has")
    return builder.text, tuple(builder.blocks), tuple(defects)


def _uncounted(sheet: Sheet, name: str, place: int) -> Iterator[Defect]:
    """Yield what to say of formulas whose values the file does not hold: programs that only write files leave these."""
    if sheet.uncounted:
        row, column = sheet.uncounted[0]
        first = f"{_letters(column)}{row + 1}"
        count = len(sheet.uncounted)
        yield Defect(
            place,
            "formula-without-value",
            f"Sheet {name}: {count} formula{'s' * (count > 1)} without a stored value, the first in {first}. "
            "Open the file in a spreadsheet program and save it.",
        )


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _sheets(workbook: Any, relations: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str, bool]]:
    listed = child(workbook, "sheets")
    for sheet in children(listed, "sheet") if listed is not None else ():
        # `id` is r:id, an attribute of another namespace than sheetId.
        target = next((found for key, found in sheet.items() if key.endswith("}id")), "")
        part = relations.get(target, ("", ""))[1]
        yield sheet.get("name") or "", part, (sheet.get("state") or "visible") != "visible"


def _drawn(package: Package, part: str) -> Iterator[str]:
    """Yield the words of the boxes that are drawn over a sheet, a line for each paragraph."""
    for kind, drawing in package.relations(part).values():
        if kind != "drawing" or not package.has(drawing):
            continue
        for shape in package.xml(drawing).iter("{*}sp"):
            if next(shape.iterancestors("{*}Fallback"), None) is None:
                lines = ("".join(run.text or "" for run in line.iter("{*}t")) for line in shape.iter("{*}p"))
                yield "\n".join(line for line in lines if line.strip())


def _book(package: Package, workbook: Any, relations: Mapping[str, tuple[str, str]]) -> _Book:
    parts = {kind: part for kind, part in relations.values() if package.has(part)}
    strings = package.xml(parts["sharedStrings"]) if "sharedStrings" in parts else ()
    styles = package.xml(parts["styles"]) if "styles" in parts else None
    properties = child(workbook, "workbookPr")
    from_1904 = properties is not None and value(properties, "date1904") in ("1", "true")
    return _Book(tuple(_text(item) for item in strings if local(item) == "si"), _formats(styles), from_1904)


def _text(item: Any) -> str:
    """Return the text of a string without the readings above it."""
    pieces = []
    for inner in item:
        if local(inner) == "t":
            pieces.append(inner.text or "")
        elif local(inner) == "r":
            pieces += [part.text or "" for part in children(inner, "t")]
    return re.sub("_x([0-9A-Fa-f]{4})_", _escaped, "".join(pieces))


def _escaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code in (9, 10, 13) or (code >= 0x20 and not 0xD800 <= code < 0xE000) else "\ufffd"


def _formats(styles: Any | None) -> tuple[str, ...]:
    if styles is None:
        return ()
    own = child(styles, "numFmts")
    codes = dict(rules.BUILT_IN)
    for form in children(own, "numFmt") if own is not None else ():
        codes[_whole(form.get("numFmtId"))] = form.get("formatCode") or "General"
    cells = child(styles, "cellXfs")
    numbers = [_whole(form.get("numFmtId")) for form in children(cells, "xf")] if cells is not None else []
    return tuple(codes.get(number, "General") for number in numbers)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _sheet(root: Any, book: _Book) -> Sheet:
    sheet = Sheet()
    for part in root:
        name = local(part)
        if name == "cols":
            hidden = (column for column in children(part, "col") if column.get("hidden") in ("1", "true"))
            sheet.columns += [(_whole(column.get("min")) - 1, _whole(column.get("max")) - 1) for column in hidden]
        elif name == "sheetViews":
            frozen = (pane for pane in part.iter("{*}pane") if (pane.get("state") or "").startswith("frozen"))
            sheet.frozen = max((_whole((pane.get("ySplit") or "").partition(".")[0]) for pane in frozen), default=0)
        elif name == "sheetData":
            _rows(part, sheet, book)
        elif name == "mergeCells":
            for merged in children(part, "mergeCell"):
                _merge(merged.get("ref") or "", sheet)
    return sheet


def _rows(data: Any, sheet: Sheet, book: _Book) -> None:
    number = -1
    for row in children(data, "row"):
        number = _whole(row.get("r")) - 1 if row.get("r") else number + 1
        if row.get("hidden") in ("1", "true"):
            sheet.rows.add(number)
        column = -1
        for cell in children(row, "c"):
            place = _PLACE.fullmatch(cell.get("r") or "")
            column = _column(place[1]) if place else column + 1
            if number < 0 or column >= _WIDEST:
                continue
            if text := _shown(cell, book):
                sheet.cells[number, column] = text
                if (cell.get("t") or "n") in "nbe":
                    sheet.values.add((number, column))
            elif child(cell, "f") is not None and (child(cell, "v") is None or (cell.get("t") or "n") == "n"):
                sheet.cells[number, column] = ""
                sheet.values.add((number, column))
                sheet.uncounted.append((number, column))


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _shown(cell: Any, book: _Book) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        inline = child(cell, "is")
        return "" if inline is None else _text(inline).strip()
    found = child(cell, "v")
    text = (found.text or "") if found is not None else ""
    if not text:
        return ""
    if kind == "s":
        index = _whole(text)
        return book.strings[index].strip() if index < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if text == "1" else "FALSE"
    if kind != "n":
        return text.strip()
    style = _whole(cell.get("s"))
    return shown(text, book.formats[style] if style < len(book.formats) else "General", book.from_1904)


def _merge(ref: str, sheet: Sheet) -> None:
    first, _, last = ref.partition(":")
    one, two = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
    if one and two:
        row, column = int(one[2]) - 1, _column(one[1])
        height, width = int(two[2]) - row, _column(two[1]) - column + 1
        if height > 0 and 0 < width <= _WIDEST:
            sheet.merged[row, column] = height, width
