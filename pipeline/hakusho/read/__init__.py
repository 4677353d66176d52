"""read: from bytes to one canonical text."""

import hashlib
from dataclasses import replace

from hakusho.errors import InputError
from hakusho.read.encodings import Undecodable, decode
from hakusho.read.formats import declared_charset, is_pdf, media_of, unreadable_format
from hakusho.read.markdown import read_markdown
from hakusho.read.metadata import published_of, title_of
from hakusho.records import Media, Settings, Source, SourceText

__all__ = ["read"]


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
    source = replace(source, sha256=hashlib.sha256(data).hexdigest())
    if is_pdf(data):
        return _pdf(data, source, settings)
    if found := unreadable_format(data):
        what, remedy = found
        raise InputError(source.path, f"{what}, not a document", remedy, kind="NotADocument")
    return _text(data, source, settings)


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
    media = media_of(text, source.path)
    source = replace(source, media=media, encoding=decoded.encoding, encoding_confidence=decoded.confidence)
    if media is Media.HTML:
        return _html(text, source, settings)
    blocks = read_markdown(text) if media is Media.MARKDOWN else ()
    return _described(SourceText(source, text, blocks, decoded.replacements), settings)


def _html(text: str, source: Source, settings: Settings) -> SourceText:
    from hakusho.read.html import TooDeep, read_html

    try:
        page = read_html(text, settings.limits.depth)
    except TooDeep as error:
        remedy = "Save the page anew, or raise limits.depth in the settings."
        raise InputError(source.path, str(error), remedy, kind="TooDeep") from None
    if not page.text:
        framed = f"a frame page of {', '.join(page.frames)}" if page.frames else "a page without text"
        raise InputError(source.path, framed, "Give the pages that it shows.", kind="EmptyDocument")
    source = replace(source, title=source.title or page.title, published=source.published or page.published)
    return _described(SourceText(source, page.text, page.blocks), settings)


def _pdf(data: bytes, source: Source, settings: Settings) -> SourceText:
    from hakusho.read.pdf import Unreadable, read_pdf

    try:
        found = read_pdf(data, settings.limits.pages)
    except Unreadable as error:
        remedy = "Give a PDF with text that opens without a password, or its text."
        raise InputError(source.path, str(error), remedy, kind="UnreadablePdf") from None
    source = replace(source, media=Media.PDF, encoding="", title=source.title or found.title)
    return _described(SourceText(source, found.text, found.blocks, pages=found.pages), settings)


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
    described = replace(source, title=source.title or title_of(text), published=source.published or published_of(text))
    return replace(read, source=described)
