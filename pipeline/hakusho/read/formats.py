"""Tell a document's format from its content; its name only decides between plain text and Markdown."""

import re

from hakusho.records import Media

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype html|html|head|body|meta|title|frameset|table|div|center|h[1-6]|p|script|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ANYWHERE = re.compile(r"<(?:html|body|/?(?:p|div|td|table|h[1-6]|br))\b[^<>]*>", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
    rb"|<\?xml[^>]{1,80}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096
# The first bytes of what is no document of ours, and what a user may do about it.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an Office file of before 2007", "Save it as text, HTML or PDF."),
    (b"\x89PNG", "an image", "Only documents with text can be read."),
    (b"\xff\xd8\xff", "an image", "Only documents with text can be read."),
    (b"GIF8", "an image", "Only documents with text can be read."),
    (b"\x1f\x8b", "a gzip file", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it first, or pack it as ZIP."),
    (b"Rar!", "a RAR archive", "Unpack it first, or pack it as ZIP."),
    (b"{\\rtf", "a rich text file", "Save it as text, HTML or PDF."),
    (b"SQLite format 3", "a database", "Only documents with text can be read."),
    (b"\x7fELF", "a program", "Only documents with text can be read."),
    (b"MZ\x90", "a program", "Only documents with text can be read."),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROL = 0.1


def declared_charset(data: bytes) -> str:
    """Return the charset that a page names in its first kilobytes.

    >>> declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">')
    'Shift_JIS'
    """
    match = _CHARSET.search(data, 0, 4096)
    return (match[1] or match[2]).decode("ascii") if match else ""


def is_pdf(data: bytes) -> bool:
    """Tell a PDF by its mark, which junk may precede."""
    return b"%PDF-" in data[:1024]


def unreadable_format(data: bytes) -> tuple[str, str] | None:
    """Return (what it is, remedy) for bytes that are no text, HTML or PDF; None for those that may be."""
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic):
            return what, remedy
    sample = data[:65536]
    if sample and len(_CONTROL.findall(sample)) > MOST_CONTROL * len(sample) and not _is_wide(sample):
        return "binary data", "Only text, HTML, PDF and ZIP files of these can be read."
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
