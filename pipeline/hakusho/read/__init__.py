"""read: from bytes to one canonical text."""

import hashlib
from dataclasses import replace

from hakusho.errors import InputError
from hakusho.read.encodings import Undecodable, decode
from hakusho.read.formats import foreign, media_of
from hakusho.read.metadata import published_of, title_of
from hakusho.records import Settings, Source, SourceText

__all__ = ["read"]


def read(data: bytes, source: Source, settings: Settings) -> SourceText:
    """Give the canonical text of a document with what is known of it.

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
    if found := foreign(data):
        what, remedy = found
        raise InputError(source.path, f"{what}, not a document", remedy, kind="NotADocument")
    source = replace(source, sha256=hashlib.sha256(data).hexdigest())
    return _text(data, source, settings)


def _text(data: bytes, source: Source, settings: Settings) -> SourceText:
    try:
        decoded = decode(data, errors=settings.decode_errors)
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
    if len(text) > settings.limits.characters:
        raise InputError(
            source.path,
            f"{len(text)} characters, more than the limit of {settings.limits.characters}",
            "Split it, or raise limits.characters in the settings.",
            kind="TooLarge",
        )
    source = replace(
        source,
        media=media_of(text, source.path),
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        title=source.title or title_of(text),
        published=source.published or published_of(text),
    )
    return SourceText(source, text, replacements=decoded.replacements)
