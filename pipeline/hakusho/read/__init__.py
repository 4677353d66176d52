"""read: from bytes to one canonical text."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from hakusho.errors import InputError
from hakusho.read.encodings import Undecodable, decode
from hakusho.read.formats import declared_charset, is_pdf, is_xml, media_of, unreadable_format
from hakusho.read.markdown import read_markdown
from hakusho.read.metadata import iso_day, published_of, title_of
from hakusho.read.office_rules import STOP
from hakusho.read.packages import Unreadable, local, package_kind, parse_xml
from hakusho.read.ruby import without_ruby
from hakusho.records import LAST_RESORT, UNCOUNTED, Defect, Media, Region, Settings, Source, SourceText
from hakusho.text.calendar import is_published

__all__ = ["read"]

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def read(data: bytes, source: Source, settings: Settings) -> SourceText:
    """Return the canonical text of a document with what is known of it.

    `source` holds what `documents.csv` says; title and date of publication are read from the text where it is
    silent. Newlines stay as they are; a leading byte-order mark is dropped.

    Raises InputError, naming the place and the remedy, for empty, foreign, undecodable or oversized documents.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise InputError(
            source.path,
            "empty, or only white space",
            "Put the document's text into it, or leave it out.",
            kind="EmptyDocument",
        )
    origin = "documents.csv" if source.published else ""
    source = replace(source, sha256=hashlib.sha256(data).hexdigest(), published_from=origin)
    found = _read(data, source, settings)
    return without_ruby(found) if settings.ruby == "drop" else found


def _read(data: bytes, source: Source, settings: Settings) -> SourceText:
    if is_pdf(data):
        return _pdf(data, source, settings)
    package = package_kind(data)
    if found := unreadable_format(data, source.path, package):
        what, remedy = found
        raise InputError(source.path, f"{what}, not a document that can be read", remedy, kind="NotADocument")
    if package:
        return _package(data, package, source, settings)
    return _text(data, source, settings)


def _inline(settings: Settings) -> bool:
    """Return whether readings are written behind their words."""
    return settings.ruby == "inline"


def _package(data: bytes, package: str, source: Source, settings: Settings) -> SourceText:
    """Read what is XML in a ZIP file: Word, Excel, EPUB."""
    defects: tuple[Defect, ...] = ()
    with _reading(source):
        if package == "word":
            from hakusho.read.docx import read_docx

            text, blocks, title = read_docx(data, settings.limits, _inline(settings))
            source = replace(source, media=Media.WORD, title=source.title or title)
        elif package == "excel":
            from hakusho.read.xlsx import read_xlsx

            text, blocks, defects = read_xlsx(data, settings.limits)
            source = replace(source, media=Media.EXCEL)
        else:
            from hakusho.read.epub import read_epub

            text, blocks, known = read_epub(data, settings.limits, _inline(settings))
            source = replace(
                source,
                media=Media.EPUB,
                title=source.title or known.get("title", ""),
                publisher=source.publisher or known.get("publisher", ""),
                published=source.published or iso_day(known.get("date", "")),
                published_from=source.published_from or ("meta" if iso_day(known.get("date", "")) else ""),
            )
    return _marked_up(SourceText(replace(source, encoding=""), text, blocks, defects=defects), settings)


@contextmanager
def _reading(source: Source) -> Iterator[None]:
    """Raise what a reader of a format found wrong as an error of the input."""
    from hakusho.read.html.walk import TooDeep

    try:
        yield
    except TooDeep as error:
        remedy = "Save the page anew, or raise limits.depth in the settings."
        raise InputError(source.path, str(error), remedy, kind="TooDeep") from None
    except Unreadable as error:
        remedy = "Open it in the program it was made with and save it anew, or give it as PDF or text."
        raise InputError(source.path, str(error), remedy, kind="UnreadableFile") from None


def _marked_up(read: SourceText, settings: Settings) -> SourceText:
    if not read.text.strip():
        raise InputError(read.source.path, "a document without text", "Leave it out.", kind="EmptyDocument")
    return _described(read, settings)


def _xml(data: bytes, text: str, source: Source, settings: Settings) -> SourceText:
    """Read XML: a law, or the result of optical character recognition."""
    from hakusho.read.law_xml import is_law, read_law
    from hakusho.read.ocr import is_alto, read_alto

    with _reading(source):
        # Bytes say their encoding to the parser; where they were told to lie, the decoded text is what holds.
        root = parse_xml(_DECLARATION.sub("", text, count=1).encode("utf-8"))
        if is_law(root):
            law = read_law(root, _inline(settings))
            source = replace(source, media=Media.XML, title=source.title or law.title)
            return _marked_up(SourceText(source, law.text, law.blocks), settings)
        if is_alto(root):
            body, blocks = read_alto(root)
            return _marked_up(SourceText(replace(source, media=Media.XML), body, blocks), settings)
    raise InputError(
        source.path,
        f"XML with the root element {local(root)}, which is no format that is read",
        "Read are laws of e-Gov (Law) and ALTO; convert others to HTML or text.",
        kind="NotADocument",
    )


def _text(data: bytes, source: Source, settings: Settings) -> SourceText:
    """Read what is text: HTML, Markdown, plain."""
    try:
        decoded = decode(data, declared_charset(data), settings.decode_errors)
    except Undecodable as error:
        line = data.count(b"\n", 0, error.offset) + 1
        raise InputError(
            source.path,
            str(error),
            "Save it in one encoding (UTF-8), or read it with --decode-errors replace.",
            place=f"line {line}",
            kind="UndecodableBytes",
        ) from None
    text = decoded.text.removeprefix("\ufeff")
    if is_xml(text):
        source = replace(source, encoding=decoded.encoding, encoding_confidence=decoded.confidence)
        return _xml(data, text, source, settings)
    media = media_of(text, source.path)
    source = replace(source, media=media, encoding=decoded.encoding, encoding_confidence=decoded.confidence)
    if media is Media.HTML:
        return _html(text, source, settings)
    blocks = read_markdown(text) if media is Media.MARKDOWN else ()
    return _described(SourceText(source, text, blocks, decoded.replacements), settings)


def _html(text: str, source: Source, settings: Settings) -> SourceText:
    from hakusho.read.html import parse_html, read_html
    from hakusho.read.ocr import is_hocr, read_hocr

    with _reading(source):
        if is_hocr(text):
            body, blocks = read_hocr(parse_html(text))
            return _marked_up(SourceText(replace(source, media=Media.HOCR), body, blocks), settings)
        page = read_html(text, settings.limits.depth, _inline(settings))
    if not page.text:
        framed = f"a frame page of {', '.join(page.frames)}" if page.frames else "a page without text"
        raise InputError(source.path, framed, "Give the pages that it shows.", kind="EmptyDocument")
    source = replace(source, title=source.title or page.title)
    if page.published and not source.published:
        source = replace(source, published=page.published, published_from=page.published_from)
    described = _described(SourceText(source, page.text, page.blocks), settings)
    return _or_published(described, page.updated, "label")


def _pdf(data: bytes, source: Source, settings: Settings) -> SourceText:
    from hakusho.read.pdf import Unreadable, read_pdf

    try:
        found = read_pdf(data, settings.limits.pages, _inline(settings))
    except Unreadable as error:
        remedy = "Give a PDF with text that opens without a password, or its text."
        raise InputError(source.path, str(error), remedy, kind="UnreadablePdf") from None
    source = replace(source, media=Media.PDF, encoding="", title=source.title or found.title)
    from hakusho.read.pdf.metadata import created_on

    described = _described(SourceText(source, found.text, found.blocks, pages=found.pages), settings)
    return described if described.source.published else _or_published(described, created_on(data), LAST_RESORT)


def _or_published(read: SourceText, published: str, origin: str) -> SourceText:
    """Take a date of publication where the text itself says none."""
    if read.source.published or not is_published(published):
        return read
    return replace(read, source=replace(read.source, published=published, published_from=origin))


def _described(read: SourceText, settings: Settings) -> SourceText:
    """Check the length, and add what the text says of itself where nothing else did."""
    text, source = read.text, read.source
    if len(text) > settings.limits.characters:
        raise InputError(
            source.path,
            f"{len(text)} characters, more than the limit of {settings.limits.characters}",
            "Split it, or raise limits.characters in the settings.",
            kind="TooLarge",
        )
    shown = text if source.media is Media.PDF else _shown(read)
    first = title_of(shown)
    if source.media is Media.WORD and first.endswith(STOP):
        # A Word file that begins with its text has no title.
        first = ""
    described = replace(source, title=source.title or first)
    if not described.published:
        published, origin = published_of(shown)
        described = replace(described, published=published, published_from=origin)
    return replace(read, source=described)


_FURNITURE = UNCOUNTED | {Region.NAVIGATION, Region.RUNNING_HEAD}
_HEAD_BLOCKS = 60


def _shown(read: SourceText) -> str:
    """Return the head of a text as a reader sees it, without menus and hidden words; all of it where no blocks are."""
    if not read.blocks or read.source.media is Media.MARKDOWN:
        return read.text
    shown = (block for block in read.blocks if block.kind not in _FURNITURE)
    return "\n".join(read.text[block.span.slice] for block in islice(shown, _HEAD_BLOCKS))
