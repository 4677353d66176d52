"""Recognise a document's format by its content; its name only decides between plain text and Markdown."""

import re

from hakusho.records import Media

_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?:(?><!--.*?-->)\s*+)*+"
    r"<(?:!doctype html|html|head|body|meta|title|frameset|table|div|center|h[1-6]|p|script|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ANYWHERE = re.compile(r"<(?:html|body|/?(?:p|div|td|table|h[1-6]|br))\b[^<>]*>", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*(?:[\"']\s*)?([A-Za-z0-9_:.-]{2,40})"
    rb"|<\?xml[^>]{1,80}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096
# XML that is not XHTML: a declaration, or a root element in a namespace.
_XML = re.compile(
    r"\s*<\?xml\b(?!.{0,2000}?<html\b)|\s*<(?:[A-Za-z]\w*:)?[A-Za-z]\w*\s[^<>]{0,2000}\bxmlns\b", re.DOTALL
)
_LAW = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:Law|DataRoot|alto)\b")
# The first bytes of what is not a document of ours, and what a user may do about it.
_FOREIGN = (
    (
        b"\xd0\xcf\x11\xe0",
        "an Office file of before 2007, or one with a password",
        "Save it as .docx or .xlsx, or print it as PDF.",
    ),
    (b"\x89PNG", "an image", "Only documents with text can be read."),
    (b"\xff\xd8\xff", "an image", "Only documents with text can be read."),
    (b"GIF8", "an image", "Only documents with text can be read."),
    (b"\x1f\x8b", "a gzip file", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it first, or pack it as ZIP."),
    (b"Rar!", "a RAR archive", "Unpack it first, or pack it as ZIP."),
    (b"{\\rtf", "a rich text file", "Open it in Word or LibreOffice and save it as .docx."),
    (b"SQLite format 3", "a database", "Only documents with text can be read."),
    (b"\x7fELF", "a program", "Only documents with text can be read."),
    (b"MZ\x90", "a program", "Only documents with text can be read."),
)
# Formats that only their names tell apart, or that have no mark: what they are, and how to convert them.
_CONVERSIONS = {
    "doc": ("a Word file of before 2007", "Open it in Word or LibreOffice and save it as .docx."),
    "dot": ("a Word template of before 2007", "Open it in Word or LibreOffice and save it as .docx."),
    "xls": ("an Excel file of before 2007", "Open it in Excel or LibreOffice and save it as .xlsx."),
    "ppt": ("a PowerPoint file of before 2007", "Open it in PowerPoint or LibreOffice and save it as PDF."),
    "pptx": ("a PowerPoint file", "Open it in PowerPoint or LibreOffice and save it as PDF."),
    "jtd": ("an Ichitaro file", "Open it in Ichitaro and save it as PDF or .docx."),
    "jtt": ("an Ichitaro template", "Open it in Ichitaro and save it as PDF or .docx."),
    **dict.fromkeys(
        ("jtdc", "jaw", "jbw", "jfw", "jvw"), ("an Ichitaro file", "Open it in Ichitaro and save it as PDF or .docx.")
    ),
    "jttc": ("an Ichitaro template", "Open it in Ichitaro and save it as PDF or .docx."),
    "rtf": ("a rich text file", "Open it in Word or LibreOffice and save it as .docx."),
    "odt": ("an OpenDocument text", "Open it in LibreOffice and save it as .docx."),
    "ods": ("an OpenDocument spreadsheet", "Open it in LibreOffice and save it as .xlsx."),
    "odp": ("an OpenDocument presentation", "Open it in LibreOffice and save it as PDF."),
    "mht": ("a web archive", "Open it in a browser and save it as HTML."),
    "mhtml": ("a web archive", "Open it in a browser and save it as HTML."),
    "xdw": ("a DocuWorks file", "Open it in DocuWorks and print it as PDF."),
    "xbd": ("a DocuWorks binder", "Open it in DocuWorks and print it as PDF."),
    "xlsb": ("a binary Excel file", "Open it in Excel or LibreOffice and save it as .xlsx."),
    **dict.fromkeys(("xps", "oxps"), ("an XPS document", "Print it as PDF.")),
    **dict.fromkeys(("pages", "numbers", "key"), ("an iWork file", "Export it as .docx, .xlsx or PDF.")),
    **dict.fromkeys(("csv", "tsv"), ("a table of data, not a document", "Put it into a sheet of an .xlsx file.")),
    **dict.fromkeys(("eml", "msg"), ("a mail", "Save its text as .txt or .html.")),
    **dict.fromkeys(
        ("lzh", "7z", "rar", "tar", "gz", "tgz", "cab"), ("an archive", "Unpack it first, or pack it as ZIP.")
    ),
    **dict.fromkeys(
        ("jpg", "jpeg", "png", "gif", "tif", "tiff", "bmp", "djvu"),
        ("an image", "Recognise its characters with an OCR program and give its PDF with text, ALTO or hOCR."),
    ),
}
_ZIPPED = {
    "powerpoint": _CONVERSIONS["pptx"],
    "opendocument": ("an OpenDocument file", "Open it in LibreOffice and save it as .docx, .xlsx or PDF."),
    "zip": ("a ZIP archive that cannot be looked into here", "Give it the ending .zip, or unpack it."),
}
_OLD = b"\xd0\xcf\x11\xe0"
_CONTROL = bytes([*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
MOST_CONTROL = 0.1


def declared_charset(data: bytes) -> str:
    """Return the charset that a page names in its first kilobytes.

    >>> declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">')
    'Shift_JIS'
    """
    match = _CHARSET.search(data, 0, 4096)
    return (match[1] or match[2]).decode("ascii") if match else ""


def is_pdf(data: bytes) -> bool:
    """Return whether the bytes are a PDF, by its mark, which junk may precede."""
    return b"%PDF-" in data[:1024]


def conversion(name: str) -> tuple[str, str] | None:
    """Return (what it is, how to convert it) of a file that its name tells to be of a format that is not read.

    >>> conversion("h22/01.JTD")
    ('an Ichitaro file', 'Open it in Ichitaro and save it as PDF or .docx.')
    """
    return _CONVERSIONS.get(name.lower().rpartition(".")[2])


def unreadable_format(data: bytes, name: str = "", package: str = "") -> tuple[str, str] | None:
    """Return (what it is, remedy) for bytes that are not a document we read; None for those that may be.

    `name` is the file's, `package` what `package_kind` found in a ZIP file.
    """
    if package:
        return _ZIPPED.get(package)
    if data.startswith(_OLD) and (found := conversion(name)):
        return found
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic):
            return what, remedy
    sample = data[:65536]
    if (
        sample
        and len(sample) - len(sample.translate(None, _CONTROL)) > MOST_CONTROL * len(sample)
        and not _is_wide(sample)
    ):
        return (
            "binary data",
            "Only text, HTML, PDF, .docx, .xlsx, EPUB, law XML, ALTO, hOCR and ZIP files of these can be read.",
        )
    return None


def _is_wide(sample: bytes) -> bool:
    """UTF-16 has NULs in every other byte, or a mark in front."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    nuls = (sample[0::2].count(0), sample[1::2].count(0))
    high = (
        sum(1 for byte in sample[:2000:2] if 0x30 <= byte <= 0x9F or byte == 0xFF),
        sum(1 for byte in sample[1:2000:2] if 0x30 <= byte <= 0x9F or byte == 0xFF),
    )
    return max(nuls) > 4 * min(nuls) or max(high) > 0.8 * min(len(sample), 2000) / 2


def is_xml(text: str) -> bool:
    """Return whether a text begins as XML, not as HTML or plain text.

    >>> is_xml('<?xml version="1.0"?><Law Era="Heisei">'), is_xml('<?xml version="1.0"?><html>'), is_xml("総務省<注>")
    (True, False, False)
    """
    head = text[:_HEAD].lstrip("\ufeff")
    return not _HTML.match(head) and bool(_XML.match(head) or _LAW.match(head))


def media_of(text: str, name: str) -> Media:
    """Return the format of a decoded text.

    >>> media_of("<!DOCTYPE html><title>白書</title>", "a.txt"), media_of("# 白書", "a.md")
    (<Media.HTML: 'text/html'>, <Media.MARKDOWN: 'text/markdown'>)
    """
    head = text[:_HEAD].lstrip("\ufeff")
    suffix = name.lower().rpartition(".")[2]
    if _HTML.match(head):
        return Media.HTML
    if suffix in ("html", "htm", "xhtml", "shtml") and len(_HTML_ANYWHERE.findall(text[: _HEAD * 4])) >= 2:
        return Media.HTML
    if suffix in ("md", "markdown"):
        return Media.MARKDOWN
    return Media.TEXT
