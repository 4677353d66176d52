"""Office files and books put together by hand: the parts of a package from the XML that a test is about."""

import io
import zipfile
from collections.abc import Mapping

from hakusho.read import read
from hakusho.records import Source, SourceText
from hakusho.settings import default_settings

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of parts; the same bytes at every time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return made.getvalue()


def _relations(targets: Mapping[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def word(body: str, **parts: str) -> bytes:
    """A Word file with a body and other parts by name: styles, numbering, footnotes, endnotes, header1, footer1, comments."""
    root = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header": "hdr", "footer": "ftr", "diagramData": "dataModel"}  # fmt: skip
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}),
    }
    for name, inside in parts.items():
        tag = root[name.rstrip("0123456789")]
        files[f"word/{name}.xml"] = f"<w:{tag} {W}>{inside}</w:{tag}>"
    return packed(files)


def p(text: str = "", style: str = "", number: tuple[int, int] | None = None, raw: str = "", rpr: str = "") -> str:
    """A paragraph: its text or raw runs, its style, (list, level)."""
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{listed}{rpr}</w:pPr>{r(text) if text else ''}{raw}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def excel(
    sheets: Mapping[str, str],
    strings: str = "",
    styles: str = "",
    hidden: frozenset[str] = frozenset(),
    workbook: str = "",
) -> bytes:
    """An Excel file with sheets by name, each the XML inside <worksheet>."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"{" state=" + chr(34) + "hidden" + chr(34) if name in hidden else ""}/>'
        for i, name in enumerate(sheets, 1)
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": f"<workbook {S}>{workbook}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            {f"worksheet{i}": f"worksheets/sheet{i}.xml" for i in range(1, len(sheets) + 1)}
            | {"sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}
        ),
        "xl/sharedStrings.xml": f"<sst {S}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {S}>{styles}</styleSheet>",
    }
    for i, inside in enumerate(sheets.values(), 1):
        files[f"xl/worksheets/sheet{i}.xml"] = f"<worksheet {S}>{inside}</worksheet>"
    return packed(files)


def book(pages: Mapping[str, str], metadata: str = "", nav: str = "") -> bytes:
    """An EPUB with pages in reading order, each the XML inside <body>; `nav` names the page that is the contents."""
    items = "".join(
        f'<item id="i{i}" href="{name}" media-type="application/xhtml+xml"{" properties=" + chr(34) + "nav" + chr(34) if name == nav else ""}/>'
        for i, name in enumerate(sorted(pages))
    )
    order = {name: i for i, name in enumerate(sorted(pages))}
    spine = "".join(f'<itemref idref="i{order[name]}"/>' for name in pages)
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>',
    }
    for name, inside in pages.items():
        files[f"OEBPS/{name}"] = (
            '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{inside}</body></html>'
        )
    return packed(files)


def through(data: bytes, name: str = "a") -> SourceText:
    return read(data, Source("a", name), default_settings())


def blocks(data: bytes, name: str = "a") -> list[tuple[str, str]]:
    found = through(data, name)
    return [(block.kind.value, found.text[block.span.slice]) for block in found.blocks]


def grid(found: SourceText, index: int = 0) -> dict[tuple[int, int], str]:
    """The cells of a table that are not filled from a merged one."""
    tables = [block for block in found.blocks if block.cells]
    return {(c.row, c.column): found.text[c.span.slice] for c in tables[index].cells if not c.filled}
