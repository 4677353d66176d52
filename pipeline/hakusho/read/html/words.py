"""The words of a web page as a walk over it gathers them: running text, and what stands next to it.

Next to it stand readings of ruby, hidden words, the texts of pictures and the tools of a page inside its headings.
"""

from typing import Any

from hakusho.read.html import html_rules as rules
from hakusho.read.html.notes import Notes
from hakusho.read.html.text import BLANK, SOFT, collapsed, flat, joined
from hakusho.read.html.tool_rules import LONGEST_MORE, MORE
from hakusho.read.html.zones import Draft, Zone, is_beside_heading, is_unseen
from hakusho.read.ruby_rules import READING
from hakusho.records import Region


class Words:
    """Gathers the words of a block; `_kinds` and `_zones` are the elements open around them."""

    def __init__(self, notes: Notes, hiding: bool, inline: bool) -> None:
        self._notes, self._hiding, self._inline = notes, hiding, inline
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
        self._lead = ""
        self._in_table = False

    def _enter_inline(self, element: Any, tag: str) -> bool:
        """Open an inline element; tells whether all of it was done."""
        if tag == "br":
            self._sink().append("\n")
        elif tag == "a":
            if self._enter_link(element):
                return True
        elif tag == "img":
            self._image(element)
        elif tag in ("sup", "svg"):
            return self._raised(element) if tag == "sup" else self._drawing(element)
        elif tag in ("rt", "rtc", "rp"):
            self._close_readings()
            self._sinks.append((element, [], Region.RUBY if tag != "rp" else None))
        elif tag == "rb":
            self._close_readings()
        if self._kinds or self._hiding or tag in rules.DELETED:
            self._set_aside(element)
        return False

    def _enter_link(self, link: Any) -> bool:
        """Open a link; tells whether it was a mark of a note, or words that only lead on."""
        if link.text and len(link.text) <= LONGEST_MORE and not len(link) and self._leads_on(link):
            self._asides.append(Draft(Region.NAVIGATION, link.text, pinned=True))
            return True
        if self._mark_of(link):
            return True
        if link.get("href") and link not in self._notes.references:
            self._links += 1
            self._link = link, len(self._text)
        return False

    def _leads_on(self, link: Any) -> bool:
        """Return whether a link only leads on, and no words of a sentence stand behind it."""
        return not (link.tail or "").strip() and MORE.fullmatch(link.text.strip()) is not None

    def _set_aside(self, element: Any) -> None:
        """Begin a text next to the running one where an element is no part of it."""
        if element.tag in rules.DELETED:
            self._sinks.append((element, [], Region.HIDDEN))
        if self._kinds and self._kinds[-1][1] is Region.HEADING and is_beside_heading(element):
            self._sinks.append((element, [], Region.NAVIGATION))
        if self._hiding and (items := element.items()) and is_unseen(tuple(items)):
            self._sinks.append((element, [], Region.HIDDEN))

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
        elif self._in_table or (self._kinds and self._kinds[-1][1] is Region.HEADING):
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

    def _take(self) -> str:
        """Return the running text and begin anew."""
        text = joined("".join(self._text), self._pre > 0) if self._text else ""
        if self._link is not None:
            self._linked += sum(map(len, self._text[self._link[1] :]))
            self._link = self._link[0], 0
        self._text = []
        return text
