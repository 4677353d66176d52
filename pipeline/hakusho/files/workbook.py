"""Tables as one Excel workbook, a sheet per table: text stays text, nothing is a formula."""

import datetime
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hakusho.errors import OutputError, UsageError
from hakusho.files.tables import EXCEL
from hakusho.files.typed import plain_cells, read_pieces
from hakusho.records import TableSchema

# Excel's own limits: rows of a sheet with its header, characters of a cell, characters of a sheet's name.
_ROWS, _CHARACTERS, _NAME = 1_048_576, 32_767, 31
_CUT = "…"
_ABOUT = "about"
# Every workbook bears this day, so that the same tables are the same bytes.
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)


class ExcelSink:
    """`hakusho.xlsx`. Tables of more rows than a sheet holds go on in `name 2`; cells longer than Excel's are cut."""

    remarks: tuple[str, ...] = ()

    def __init__(self, folder: Path, schemas: Sequence[TableSchema], rows: int = _ROWS) -> None:
        try:
            import xlsxwriter
        except ModuleNotFoundError:
            raise UsageError("--format excel needs XlsxWriter: pip install XlsxWriter.") from None
        self._path, self._schemas, self._most = folder / EXCEL, tuple(schemas), rows - 1
        options = {"constant_memory": True, "tmpdir": str(folder), "strings_to_formulas": False}
        self._book = xlsxwriter.Workbook(str(self._path), options)
        self._book.set_properties({"created": _CREATED})
        self._bold = self._book.add_format({"bold": True})
        self._about = self._sheet(_ABOUT, ("table", "rows", "sheets", "about"))
        self._counts = dict.fromkeys((schema.name for schema in schemas), 0)
        self._sheets = {schema.name: [self._sheet(schema.name, schema.names)] for schema in schemas}
        self._cut: dict[str, int] = {}

    def _sheet(self, name: str, header: Sequence[str]) -> Any:
        sheet = self._book.add_worksheet(name[-_NAME:])
        for at, title in enumerate(header):
            sheet.write_string(0, at, title, self._bold)
        sheet.freeze_panes(1, 0)
        return sheet

    def add(self, schema: TableSchema, piece: Any) -> None:
        columns = [plain_cells(piece.column(i), column) for i, column in enumerate(schema.columns)]
        for row in zip(*columns, strict=True):
            sheets, count = self._sheets[schema.name], self._counts[schema.name]
            if count and count % self._most == 0:
                sheets.append(self._sheet(f"{schema.name} {len(sheets) + 1}", schema.names))
            self._write(sheets[-1], count % self._most + 1, row, schema.name)
            self._counts[schema.name] += 1

    def _write(self, sheet: Any, at: int, row: Sequence[object], name: str) -> None:
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if len(cell) > _CHARACTERS:
                    cell = cell[: _CHARACTERS - 1] + _CUT
                    self._cut[name] = self._cut.get(name, 0) + 1
                sheet.write_string(at, column, cell)
            elif isinstance(cell, bool):
                sheet.write_boolean(at, column, cell)
            elif cell is not None:
                sheet.write_number(at, column, cell)

    def add_text(self, doc_id: str, text: str) -> None:
        """Texts are next to the workbook: few fit into a cell."""

    def close(self) -> list[tuple[str, Path]]:
        for at, schema in enumerate(self._schemas, 1):
            sheets = ", ".join(sheet.get_name() for sheet in self._sheets[schema.name])
            for column, text in enumerate((schema.name, str(self._counts[schema.name]), sheets, schema.about)):
                self._about.write_string(at, column, text)
        self.remarks = tuple(self._remarks())
        for at, remark in enumerate(self.remarks, len(self._schemas) + 2):
            self._about.write_string(at, 0, remark)
        self._book.close()
        return [(EXCEL, self._path)]

    def _remarks(self) -> list[str]:
        split = [
            f"{EXCEL}: {name} has {self._counts[name]:,} rows, more than a sheet holds: it goes on in "
            + ", ".join(sheet.get_name() for sheet in sheets[1:])
            for name, sheets in self._sheets.items()
            if len(sheets) > 1
        ]
        cut = [
            f"{EXCEL}: {count:,} cells of {name} are longer than Excel's {_CHARACTERS:,} characters and are cut; "
            "the CSV has them whole"
            for name, count in self._cut.items()
        ]
        return split + cut


def plain_workbook(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a workbook of one sheet: text stays text, numbers are numbers."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(name[:_NAME])
    for at, row in enumerate([columns, *rows]):
        for column, cell in enumerate(row):
            if isinstance(cell, int | float):
                sheet.write_number(at, column, cell)
            else:
                sheet.write_string(at, column, str(cell)[:_CHARACTERS])
    sheet.freeze_panes(1, 0)
    book.close()
    return made.getvalue()


def write_workbook(run: Path, schemas: Sequence[TableSchema], path: Path) -> Path:
    """Write tables of a finished run as a workbook to a path; return the path. It is written whole or not at all.

    Raises OutputError where it cannot be written, or a table is damaged.
    """
    try:
        with TemporaryDirectory(dir=path.parent) as folder:
            sink = ExcelSink(Path(folder), schemas)
            for schema in schemas:
                for piece in read_pieces(run / "tables" / f"{schema.name}.csv", schema):
                    sink.add(schema, piece)
            ((_, made),) = sink.close()
            made.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}.") from None
    return path
