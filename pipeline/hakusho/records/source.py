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
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    EPUB = "application/epub+zip"
    XML = "application/xml"
    HOCR = "text/vnd.hocr+html"


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
    RUBY = "ruby"
    FIGURE = "figure"
    # Text that the page does not show.
    HIDDEN = "hidden"


# Regions whose words are kept, but are not sentences, mentions or definitions of the document.
UNCOUNTED = frozenset({Region.HIDDEN, Region.RUBY})


class PageKind(StrEnum):
    """What a page of a PDF holds."""

    TEXT = "text"
    IMAGE = "image"
    MIXED = "mixed"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell of a table; row and column count from 0."""

    row: int
    column: int
    span: Span
    header: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Print:
    """How a block is printed: facts, from which `segment` tells what it is.

    `size` is that of its type in points, `gap` the room above it beyond the usual distance of lines, in sizes; the box
    is in points from the top left corner of its page, `left` and `right` are the edges of its column,
    and `tail` is how many characters at its end are small: marks of notes. `hanging` is a
    paragraph whose second line begins further in than its first; `weight` is that of its face, 400 for regular type.
    """

    size: float
    bold: bool = False
    gothic: bool = False
    lines: int = 1
    gap: float = 0.0
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    left: float = 0.0
    right: float = 0.0
    indented: bool = False
    framed: bool = False
    tail: int = 0
    hanging: bool = False
    weight: int = 400


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What was found on a page: `lost` counts characters that could not be read, `comment` says why."""

    page: int
    kind: PageKind
    rotation: int = 0
    columns: int = 1
    characters: int = 0
    lost: int = 0
    images: int = 0
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind. `level` is a heading's rank (0: none given by the format).

    `breaks` are the offsets inside it where a new page begins, each with that page.
    """

    kind: Region
    span: Span
    page: int = 0
    level: int = 0
    cells: tuple[Cell, ...] = ()
    print: Print | None = None
    breaks: tuple[tuple[int, int], ...] = ()


# Where a date of publication comes from when nothing better tells it: the file's own date.
LAST_RESORT = "pdf-metadata"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from. `published` is YYYY, YYYY-MM or YYYY-MM-DD, or empty.

    >>> Source("ict_2012", publisher="総務省", published="2012-07").media.value
    'text/plain'
    """

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
    series: str = ""
    edition: str = ""
    # Where `published` comes from: see the table `documents`.
    published_from: str = ""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Bytes that no encoding could read and a U+FFFD in the text stands for."""

    position: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Defect:
    """What a reader of a format found wrong: where in the text, of which kind of `quality`, in a sentence."""

    position: int
    kind: str
    comment: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document's canonical text, never rewritten; `blocks` only where the format tells them (HTML, PDF).

    >>> import hakusho
    >>> source = SourceText(Source("ict_2012", published="2012-07"), "米国は昨年度に発表した。")
    >>> hakusho.analyse(source)
    Analysis('ict_2012': 12 characters, 1 sentence, 2 entities, 1 event)
    """

    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    pages: tuple[PageFacts, ...] = ()
    defects: tuple[Defect, ...] = ()
