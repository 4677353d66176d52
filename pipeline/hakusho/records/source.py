"""What `read` gives: one document's canonical text and its blocks."""

from dataclasses import dataclass
from enum import StrEnum

from hakusho.records.spans import Span


class Media(StrEnum):
    """The format a document was told to be, from its content."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"


class Region(StrEnum):
    """Where on the page a piece of text stands; every block and mention has one."""

    BODY = "body"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    NAVIGATION = "navigation"
    RUNNING_HEAD = "running-head"


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell of a table; row and column count from 0."""

    row: int
    column: int
    span: Span
    header: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind. `level` is a heading's rank (0: none given by the format)."""

    kind: Region
    span: Span
    page: int = 0
    level: int = 0
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from. `published` is YYYY, YYYY-MM or YYYY-MM-DD, or empty."""

    doc_id: str
    path: str = ""
    media: Media = Media.TEXT
    sha256: str = ""
    encoding: str = "utf-8"
    encoding_confidence: float = 1.0
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    # Where `published` comes from: see the table `documents`.
    published_from: str = ""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Bytes that no encoding could read and a U+FFFD in the text stands for."""

    position: int
    data: bytes


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document's canonical text, never rewritten; `blocks` only where the format tells them (HTML, PDF)."""

    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    replacements: tuple[Replacement, ...] = ()
