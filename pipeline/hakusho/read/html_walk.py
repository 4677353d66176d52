"""Walk a web page's tree once, without recursion: blocks of text as drafts, and the zones that they lie in.

What a zone is (a menu, the content) is decided afterwards, in `html_regions`, when the whole page is known.
"""

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from hakusho.read import html_rules as rules
from hakusho.read.html_notes import Notes
from hakusho.read.html_tables import is_data, places
from hakusho.read.html_text import BLANK, SOFT, collapsed, flat, joined, with_mark
from hakusho.read.html_zones import Draft, Walked, Zone, asks, is_unseen, may_be_notes, zone_of
from hakusho.read.pages import GridCell
from hakusho.read.ruby_rules import READING
from hakusho.records import Region


class TooDeep(ValueError):
    """Elements nested beyond the limit."""


@dataclass(slots=True)
class _Table:
    """A table of data while its cells are read."""

    element: Any
    places: dict[Any, tuple[int, int, int, int]]
    cells: list[GridCell] = field(default_factory=list)


class Walker:
    """Walks a tree and writes a draft whenever a block ends."""

    def __init__(self, depth: int, notes: Notes, hiding: bool = True, inline: bool = False) -> None:
        """Take the limit of nesting, the page's notes, whether anything in its source may be hidden, and whether
        readings are written behind their words."""
        self._inline = inline
        self.found = Walked()
        self._depth = depth
        self._notes = notes
        self._hiding = hiding
        self._count = 0
        self._text: list[str] = []
        self._asides: list[Draft] = []
        self._alts: list[str] = []
        # Texts that are next to the running one: readings of ruby, hidden words.
        self._sinks: list[tuple[Any, list[str], Region | None]] = []
        self._kinds: list[tuple[Any, Region, int]] = []
        self._zones: list[Zone] = []
        self._pre = 0
        self._link: tuple[Any, int] | None = None
        self._linked = self._links = 0
        self._table: _Table | None = None
        self._lead = ""
        self._numbers: dict[Any, int] = {}

    def walk(self, root: Any) -> Walked:
        """Return the drafts and zones of a page. Raises TooDeep."""
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
                if (tag in telling or self._hiding) and self._enter(element, tag):
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
            # Most line breaks of the source stand between blocks.
            if text and (text != "\n" or self._text or self._pre):
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
            self._open_zone(element, tag, dict(items))
        if noted:
            self._lead = self._notes.marks[element] or self._lead
        elif tag == "li" and self._zones:
            self._number(element)
        if tag == "table" and self._zones[-1].named != "note" and is_data(element):
            self._table = _Table(element, places(element))

    def _open_zone(self, element: Any, tag: str, attributes: dict[str, str]) -> None:
        if attributes.get("role") == "heading":
            level = attributes.get("aria-level") or "2"
            self._kinds.append((element, Region.HEADING, int(level) if level in tuple("123456789") else 2))
        kind, named = zone_of(tag, attributes)
        if element in self._notes.marks:
            kind = "note"
        elif tag == "form" and asks(element):
            kind = "nav"
        if named == "note" and (self._in_note() or not may_be_notes(element)):
            named = ""
        if kind in ("main", "article"):
            self.found.mains.append(self._count)
        if kind or named or tag in rules.BOXES:
            zone = Zone(element, kind, named, len(self.found.drafts), self._count)
            self.found.zones.append(zone)
            self._zones.append(zone)

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
        self._flush()
        if self._kinds and self._kinds[-1][0] is element:
            self._kinds.pop()
        if tag in rules.PREFORMATTED:
            self._pre -= 1
        if self._zones and self._zones[-1].element is element:
            zone = self._zones.pop()
            zone.last, zone.closed = len(self.found.drafts), self._count

    # --- tables of data ---

    def _enter_cell(self, element: Any, tag: str) -> None:
        if self._hiding and (items := element.items()) and is_unseen(dict(items)):
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
        self._table = None
        asides, self._asides = self._asides, []
        links, linked = self._links, self._linked
        self._linked = self._links = 0
        if any(cell.text for cell in table.cells):
            words = " ".join(cell.text for cell in table.cells if cell.text)
            self.found.drafts.append(Draft(Region.TABLE, words, 0, linked, links, table.cells))
        self.found.drafts += asides
        self._leave_block(table.element, "table")

    # --- words ---

    def _enter_inline(self, element: Any, tag: str) -> bool:
        """Open an inline element; tells whether all of it was done."""
        if tag == "br":
            self._sink().append("\n")
        elif tag == "a":
            if self._mark_of(element):
                return True
            if element.get("href") and element not in self._notes.references:
                self._links += 1
                self._link = element, len(self._text)
        elif tag == "img":
            self._image(element)
        elif tag in ("sup", "svg"):
            return self._raised(element) if tag == "sup" else self._drawing(element)
        elif tag in ("rt", "rtc", "rp"):
            self._close_readings()
            self._sinks.append((element, [], Region.RUBY if tag != "rp" else None))
        elif tag == "rb":
            self._close_readings()
        if self._hiding and (items := element.items()) and is_unseen(dict(items)):
            self._sinks.append((element, [], Region.HIDDEN))
        return False

    def _leave_inline(self, element: Any, tag: str) -> None:
        while self._sinks and self._sinks[-1][0] is element:
            self._close_sink()
        if tag == "ruby":
            self._close_readings()
        if self._link is not None and self._link[0] is element:
            self._linked += sum(map(len, self._text[self._link[1] :]))
            self._link = None

    def _close_readings(self) -> None:
        """End what stands open; the end tags of readings, and of brackets for old browsers, may be left out."""
        while self._sinks and self._sinks[-1][2] in (Region.RUBY, None):
            self._close_sink()

    def _close_sink(self) -> None:
        _, words, region = self._sinks.pop()
        text = flat("".join(words)) if region is not None else ""
        if text and region is Region.RUBY and self._inline:
            self._sink().append(READING.format(text))
        elif text and region is Region.RUBY and self._asides and self._asides[-1].kind is region:
            self._asides[-1].text += f" {text}"
        elif text and region is not None:
            self._asides.append(Draft(region, text, pinned=True))

    def _sink(self) -> list[str]:
        return self._sinks[-1][1] if self._sinks else self._text

    def _raised(self, element: Any) -> bool:
        """A raised number or note sign stands as in print: ², ¹⁾ of a note."""
        text = flat("".join(element.itertext()))
        if rules.NUMBER_MARK.fullmatch(text):
            self._sink().append(text.translate(rules.RAISED))
            return True
        return False

    def _mark_of(self, link: Any) -> bool:
        if link in self._notes.references:
            return self._raised(link)
        text = flat("".join(link.itertext())) if self._lead or self._in_note() else ""
        if text in rules.BACK_LINKS:
            self._asides.append(Draft(Region.NAVIGATION, text, pinned=True))
            return True
        return False

    def _in_note(self) -> bool:
        return any(zone.kind == "note" or zone.named == "note" for zone in self._zones)

    def _image(self, element: Any) -> None:
        """A character's picture is that character; another's text is a caption, or a heading's that has no other."""
        alt = flat(element.get("alt") or "")
        if not alt:
            return
        named = {name.lower() for name in rules.WORDS.split(element.get("class") or "")}
        if (len(alt) == 1 and alt.isalnum()) or named & rules.GAIJI:
            self._sink().append(alt)
        elif self._table is not None or (self._kinds and self._kinds[-1][1] is Region.HEADING):
            self._alts.append(alt)
        elif len(alt) > 1 and self._link is None:
            self._asides.append(Draft(Region.CAPTION, alt))

    def _drawing(self, drawing: Any) -> bool:
        """The words of a drawing are labels of a figure."""
        labels = (flat("".join(label.itertext())) for label in drawing.iterdescendants("text"))
        if words := " ".join(label for label in labels if label):
            self._asides.append(Draft(Region.CAPTION, words))
        return True

    def _add(self, text: str) -> None:
        if self._pre:
            self._sink().append(text)
        elif text.strip(BLANK):
            self._sink().append(collapsed(text))
        elif self._text:
            self._sink().append(SOFT if "\n" in text else " ")

    # --- ends ---

    def _take(self) -> str:
        """Return the running text and begin anew."""
        text = joined("".join(self._text), self._pre > 0)
        if self._link is not None:
            self._linked += sum(map(len, self._text[self._link[1] :]))
            self._link = self._link[0], 0
        self._text = []
        return text

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
            self.found.drafts.append(Draft(kind, text, level, self._linked, self._links))
            self._linked = self._links = 0
        self.found.drafts += self._asides
        self._asides, self._alts = [], []

    def _label(self) -> tuple[Region, int]:
        for _, kind, level in reversed(self._kinds):
            if kind is Region.HEADING:
                return kind, level
        return (self._kinds[-1][1], 0) if self._kinds else (Region.BODY, 0)
