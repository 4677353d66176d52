"""Walk a web page's tree once, without recursion: blocks of text as drafts, and the zones that they lie in.

What a zone is (a menu, the content) is decided afterwards, in `regions`, when the whole page is known.
"""

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from hakusho.read.html import html_rules as rules
from hakusho.read.html.metadata import page_name
from hakusho.read.html.notes import Notes
from hakusho.read.html.tables import is_data, is_mark, places
from hakusho.read.html.text import flat, with_mark
from hakusho.read.html.words import Words
from hakusho.read.html.zones import Draft, Walked, Zone, asks, begins_as_note, is_unseen, may_be_notes, zone_of
from hakusho.read.pages import GridCell
from hakusho.records import Region


class TooDeep(ValueError):
    """Elements nested beyond the limit."""


@dataclass(slots=True)
class _Table:
    """A table of data while its cells are read."""

    element: Any
    places: dict[Any, tuple[int, int, int, int]]
    cells: list[GridCell] = field(default_factory=list)


class Walker(Words):
    """Walks a tree and writes a draft whenever a block ends."""

    def __init__(self, depth: int, notes: Notes, hiding: bool = True, inline: bool = False) -> None:
        """Take the limit of nesting, the page's notes, whether anything in its source may be hidden, and whether
        readings are written behind their words."""
        super().__init__(notes, hiding, inline)
        self.found = Walked()
        self._depth = depth
        self._count = 0
        self._table: _Table | None = None
        self._mark: Draft | None = None
        self._numbers: dict[Any, int] = {}

    def walk(self, root: Any) -> Walked:
        """Return the drafts and zones of a page. Raises TooDeep."""
        self.found.name = page_name(root)
        walker = etree.iterwalk(root, events=("start", "end"))
        depth, most = 0, self._depth
        # Most elements say nothing by themselves: of those only the words are taken.
        telling = rules.TELLING
        skipped = None
        for event, element in walker:
            if event == "start":
                depth += 1
                if depth > most:
                    raise TooDeep(f"elements nest deeper than {most}")
                tag = element.tag
                if (tag in telling or self._hiding or self._kinds) and self._enter(element, tag):
                    walker.skip_subtree()
                    skipped = element
                    continue
                text = element.text
            else:
                depth -= 1
                tag = element.tag
                if element is not skipped and (tag in telling or self._sinks):
                    self._leave(element, tag)
                skipped = None
                text = element.tail
            # Most white space of the source stands between blocks.
            if text and (self._text or self._pre or self._sinks or not text.isspace()):
                self._add(text)
        self._flush()
        return self.found

    def _enter(self, element: Any, tag: Any) -> bool:
        """Open an element; tells whether all of it was done."""
        if tag in rules.BLOCKS:
            self._count += 1
            self._enter_block(element, tag)
            return False
        return tag in rules.DROPPED or not isinstance(tag, str) or self._enter_inline(element, tag)

    def _leave(self, element: Any, tag: Any) -> None:
        if tag in rules.BLOCKS:
            self._leave_block(element, tag)
        else:
            self._leave_inline(element, tag)

    # --- blocks ---

    def _enter_block(self, element: Any, tag: str) -> None:
        if self._table is not None:
            self._enter_cell(element, tag)
            return
        if self._text or self._asides or self._alts:
            self._flush()
        if labelled := rules.LABELLED.get(tag):
            self._kinds.append((element, *labelled))
            if tag == "h1":
                self.found.titles.append(self._count)
        elif tag in rules.PREFORMATTED:
            self._pre += 1
        items = element.items()
        noted = bool(self._notes.marks) and element in self._notes.marks
        if items or noted or tag in rules.TAG_ZONES or tag in rules.BOXES:
            self._open_zone(element, tag, tuple(items))
        if noted:
            self._lead = self._notes.marks[element] or self._lead
        elif tag == "li" and self._zones:
            self._number(element)
        if tag == "table" and self._zones[-1].named != "note" and is_data(element):
            self._table, self._in_table = _Table(element, places(element)), True

    def _open_zone(self, element: Any, tag: str, items: tuple[tuple[str, str], ...]) -> None:
        if ("role", "heading") in items:
            level = element.get("aria-level") or "2"
            self._kinds.append((element, Region.HEADING, int(level) if level in tuple("123456789") else 2))
        # Most elements of a page bear what others bore before.
        kind, named = zone_of(tag, items)
        if element in self._notes.marks:
            kind = "note"
        elif tag == "form" and asks(element):
            kind = "nav"
        if named in ("note", "notes"):
            named = "note" if not self._in_note() and may_be_notes(element) and self._notes_in(element, named) else ""
        if kind in ("main", "article"):
            self.found.mains.append(self._count)
        if kind or named or tag in rules.BOXES:
            zone = Zone(element, kind, named, len(self.found.drafts), self._count)
            self.found.zones.append(zone)
            self._zones.append(zone)

    def _notes_in(self, element: Any, named: str) -> bool:
        """An element that is only called a note holds notes of the text where it has a mark, or anchors of marks do."""
        marks = self._notes.marks
        return named == "note" or begins_as_note(element) or (bool(marks) and any(e in marks for e in element.iter()))

    def _number(self, item: Any) -> None:
        """A list of notes prints its numbers, although they are not in the page's text."""
        parent = item.getparent()
        if parent is not None and parent.tag == "ol" and self._in_note():
            start = parent.get("start") or "1"
            first = int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1
            number = self._numbers.setdefault(parent, first)
            self._numbers[parent] += 1
            self._lead = str(number)

    def _leave_block(self, element: Any, tag: str) -> None:
        if self._table is not None:
            self._leave_cell(element, tag)
            return
        if self._text or self._asides or self._alts:
            self._flush()
        if tag == "td":
            self._keep_mark(element)
        elif tag == "tr":
            self._mark = None
        if self._kinds and self._kinds[-1][0] is element:
            self._kinds.pop()
        if tag in rules.PREFORMATTED:
            self._pre -= 1
        if self._zones and self._zones[-1].element is element:
            zone = self._zones.pop()
            zone.last, zone.closed = len(self.found.drafts), self._count

    def _keep_mark(self, cell: Any) -> None:
        """The mark of a list item in a cell of its own stands before the words in the next."""
        drafts = self.found.drafts
        if drafts and len(drafts[-1].text) <= rules.LONGEST_MARK and is_mark(drafts[-1].text):
            if "".join(cell.itertext()).strip() == drafts[-1].text and drafts[-1].kind is Region.BODY:
                self._mark = drafts[-1]

    def _after_mark(self, text: str) -> str:
        mark, self._mark = self._mark, None
        if mark is None or self._sinks:
            return text
        text, mark.text = f"{mark.text} {text}", ""
        return text

    # --- tables of data ---

    def _enter_cell(self, element: Any, tag: str) -> None:
        if self._hiding and (items := element.items()) and is_unseen(tuple(items)):
            self._sinks.append((element, [], Region.HIDDEN))
        if tag in ("td", "th", "caption"):
            self._take()
        elif self._text:
            self._text.append(" ")

    def _leave_cell(self, element: Any, tag: str) -> None:
        table = self._table
        assert table is not None
        while self._sinks and self._sinks[-1][0] is element:
            self._close_sink()
        if place := table.places.get(element):
            row, column, height, width = place
            header = tag == "th" or element.getparent().getparent().tag == "thead"
            text = flat(self._take() or " ".join(self._alts))
            self._alts = []
            table.cells.append(GridCell(row, column, text, header, height, width))
        elif tag == "caption":
            self.found.drafts.append(Draft(Region.CAPTION, flat(self._take())))
        elif element is table.element:
            self._close_table(table)
        elif self._text:
            self._text.append(" ")

    def _close_table(self, table: _Table) -> None:
        self._table, self._in_table = None, False
        asides, self._asides = self._asides, []
        links, linked = self._links, self._linked
        self._linked = self._links = 0
        if any(cell.text for cell in table.cells):
            words = " ".join(cell.text for cell in table.cells if cell.text)
            self.found.drafts.append(Draft(Region.TABLE, words, 0, linked, links, table.cells))
        self.found.drafts += asides
        self._leave_block(table.element, "table")

    # --- ends ---

    def _flush(self) -> None:
        """Write what was gathered as a draft, with what stood next to it."""
        if not (self._text or self._asides or self._alts):
            return
        text = self._take()
        kind, level = self._label()
        if kind is Region.HEADING:
            text = text.replace("\n", " ") or " ".join(self._alts)
        if text := text.strip():
            if self._lead:
                text, self._lead = with_mark(self._lead, text), ""
            text = self._after_mark(text)
            self.found.drafts.append(Draft(kind, text, level, self._linked, self._links))
            self._linked = self._links = 0
        self.found.drafts += self._asides
        self._asides, self._alts = [], []

    def _label(self) -> tuple[Region, int]:
        for _, kind, level in reversed(self._kinds):
            if kind is Region.HEADING:
                return kind, level
        return (self._kinds[-1][1], 0) if self._kinds else (Region.BODY, 0)
