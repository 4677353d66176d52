"""Decide what the zones of a web page are: content, furniture, notes, hidden text.

Names of classes are only evidence. An element that holds the page's main, article or h1, or most of its prose, is
content whatever its name; a list of links outside the content is furniture whatever its name.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from hakusho.read.html import html_rules as rules
from hakusho.read.html.tool_rules import ADDRESS, PLAIN, SITE
from hakusho.read.html.tools import find_tools
from hakusho.read.html.zones import Draft, Walked, Zone, is_side_box
from hakusho.records import Region

_LONGEST_COPYRIGHT = 200


def settle(walked: Walked) -> list[Region]:
    """Return the region of each draft of a page.

    Where names and places left no prose in the content, only what holds none is furniture; where all prose is hidden,
    it is shown to other readers than ours, and is content.
    """
    prose = [0 if draft.pinned else _prose(draft) for draft in walked.drafts]
    sums = _Sums(walked.drafts, prose)
    hidden = _hidden(walked, sums, trusting=True)
    if sums.total and all(h or not p for h, p in zip(hidden, sums.prose, strict=True)):
        hidden = _hidden(walked, sums, trusting=False)
    if any(hidden):
        sums = _Sums(walked.drafts, [0 if h else length for h, length in zip(hidden, prose, strict=True)])
    page = _Page(walked, hidden, sums)
    regions = page.regions(trusting=True)
    if page.sums.total and not page.has_prose(regions):
        regions = page.regions(trusting=False)
    return regions


class _Sums:
    """Running sums over drafts: characters, those of prose, those of links."""

    def __init__(self, drafts: Sequence[Draft], prose: Sequence[int]) -> None:
        self.prose = prose
        self._prose = [0, *accumulate(self.prose)]
        self._linked = [0, *accumulate([d.linked for d in drafts])]
        self._length = [0, *accumulate([len(d.text) for d in drafts])]
        self.total = self._prose[-1]

    def prose_in(self, zone: "Zone | _Content") -> int:
        return self._prose[zone.last] - self._prose[zone.first]

    def share(self, zone: "Zone | _Content") -> float:
        """Return the share of the page's prose that a zone holds, 0 to 1."""
        return self.prose_in(zone) / self.total if self.total else 0.0

    def linked(self, zone: Zone) -> float:
        """Return the share of a zone's characters that are links, 0 to 1."""
        length = self._length[zone.last] - self._length[zone.first]
        return (self._linked[zone.last] - self._linked[zone.first]) / length if length else 0.0

    def length(self, zone: Zone) -> int:
        return self._length[zone.last] - self._length[zone.first]


def _prose(draft: Draft) -> int:
    """Return the characters of a draft outside links, if it holds a sentence's end and is not a line of copyright."""
    free = len(draft.text) - draft.linked
    if 2 * free <= len(draft.text) or not (rules.FULL_STOP in draft.text or rules.PROSE.search(draft.text)):
        return 0
    return 0 if _is_copyright(draft.text) else free


def _is_copyright(text: str) -> bool:
    if len(text) >= _LONGEST_COPYRIGHT or not any(sign in text for sign in rules.COPYRIGHT_SIGNS):
        return False
    return rules.COPYRIGHT.search(text) is not None


def _is_linked(draft: Draft) -> bool:
    return draft.linked >= rules.HALF_LINKED * len(draft.text) and not draft.cells


def _holds(zone: Zone, places: Sequence[int]) -> bool:
    """Return whether an element of `places` is or lies in a zone."""
    index = bisect_left(places, zone.opened)
    return index < len(places) and places[index] <= zone.closed


def _covered(zones: Iterable[Zone], length: int) -> list[bool]:
    """Return for each draft whether it lies in one of the zones."""
    steps = [0] * (length + 1)
    for zone in zones:
        steps[zone.first] += 1
        steps[zone.last] -= 1
    return [depth > 0 for depth in accumulate(steps[:length])]


def _hidden(walked: Walked, sums: _Sums, trusting: bool) -> list[bool]:
    """Return which drafts the page does not show; what hides its content only waits for a script."""
    places = sorted([*walked.mains, *walked.titles])
    zones = [
        zone
        for zone in walked.zones
        if zone.kind == "hidden"
        and (not sums.prose_in(zone) if not trusting else not (_holds(zone, places) and sums.share(zone) > 0.5))
    ]
    if not zones:
        return [d.pinned for d in walked.drafts]
    return [h or d.pinned for h, d in zip(_covered(zones, len(walked.drafts)), walked.drafts, strict=True)]


@dataclass(frozen=True, slots=True)
class _Content:
    """The drafts [first, last) that hold the page's text; `sure` where the page itself says so."""

    first: int
    last: int
    sure: bool

    def holds(self, zone: Zone) -> bool:
        return self.first <= zone.first and zone.last <= self.last


class _Page:
    """The drafts of a page with their zones, hidden ones apart."""

    def __init__(self, walked: Walked, hidden: Sequence[bool], sums: _Sums) -> None:
        self.drafts, self.hidden = walked.drafts, hidden
        self.zones = [zone for zone in walked.zones if zone.first < zone.last and zone.kind != "hidden"]
        self.mains, self.name = walked.mains, walked.name
        self.sums = sums
        self.content = self._content()
        inside = [title for title in walked.titles if self._in_main(title)]
        self.titles = inside or walked.titles

    def _in_main(self, place: int) -> bool:
        return any(z.kind in ("main", "article") and z.opened < place <= z.closed for z in self.zones)

    def has_prose(self, regions: Sequence[Region]) -> bool:
        kept = (Region.BODY, Region.LIST, Region.TABLE, Region.FOOTNOTE)
        return any(prose and region in kept for prose, region in zip(self.sums.prose, regions, strict=True))

    def _content(self) -> _Content:
        """Return the main part that the page names, or the smallest box that holds most of its prose."""
        for kind in ("main", "article"):
            named = [zone for zone in self.zones if zone.kind == kind]
            best = max(named, key=self.sums.prose_in, default=None)
            if best and (self.sums.share(best) > rules.MOST_PROSE or (kind == "main" and not self.sums.total)):
                beside = [zone for zone in named if zone.element.getparent() is best.element.getparent()]
                texts = [zone for zone in beside if self.sums.prose_in(zone)] or [best]
                return _Content(texts[0].first, texts[-1].last, True)
        boxes = [zone for zone in self.zones if self.sums.total and self.sums.share(zone) >= rules.CONTENT_PROSE]
        boxes = [zone for zone in boxes if zone.kind != "footer" or not self._is_text_above(zone)]
        box = min(boxes, key=self.sums.length, default=None)
        return _Content(box.first, box.last, False) if box else _Content(0, len(self.drafts), False)

    def regions(self, trusting: bool) -> list[Region]:
        """Return the regions; without trust in names, only zones without prose are furniture."""
        tools = find_tools(self.drafts, self.zones, self.name, (self.content.first, self.content.last))
        furniture = [z for z in self.zones if self._is_furniture(z, trusting) or self._is_of_tools(z, tools)]
        notes = [zone for zone in self.zones if self._is_note(zone)]
        in_furniture = _covered(furniture, len(self.drafts))
        in_notes = _covered(notes, len(self.drafts))
        beside = self._beside(trusting)
        regions = []
        for index, draft in enumerate(self.drafts):
            if draft.pinned or self.hidden[index]:
                regions.append(draft.kind if draft.pinned else Region.HIDDEN)
            elif in_notes[index] and not in_furniture[index]:
                kept = draft.kind in (Region.HEADING, Region.TABLE, Region.CAPTION)
                regions.append(draft.kind if kept else Region.FOOTNOTE)
            elif in_furniture[index] or beside[index] or tools[index]:
                regions.append(Region.NAVIGATION)
            else:
                regions.append(draft.kind)
        return regions

    def _is_note(self, zone: Zone) -> bool:
        if zone.kind == "note":
            return True
        return zone.named == "note" and self.sums.share(zone) <= rules.MOST_PROSE and not _holds(zone, self.mains)

    def _is_furniture(self, zone: Zone, trusting: bool) -> bool:
        if not (zone.kind or zone.named) or zone.kind in ("main", "article", "note"):
            return False
        prose = self.sums.prose_in(zone)
        if _holds(zone, self.mains) or _holds(zone, self.titles):
            return False
        if self.sums.share(zone) > rules.MOST_PROSE and not (zone.kind == "footer" and self._is_text_above(zone)):
            return False
        if not trusting and prose:
            return False
        if zone.kind == "nav" or zone.named == "strong":
            return not (prose and zone.kind != "nav" and is_side_box(zone.element))
        return self._is_probable(zone, prose)

    def _is_of_tools(self, zone: Zone, tools: Sequence[bool]) -> bool:
        """Return whether an element that only may be furniture holds tools with headings over them only."""
        if zone.named not in ("weak", "aside", "brief") or _holds(zone, self.mains) or _holds(zone, self.titles):
            return False
        told = [tools[i] for i in range(zone.first, zone.last) if self.drafts[i].kind is not Region.HEADING]
        return bool(told) and all(told)

    def _is_text_above(self, zone: Zone) -> bool:
        """Return whether the page's name stands over a zone without notes as a heading, with prose of its own."""
        if any(zone.first <= inner.first < zone.last and self._is_note(inner) for inner in self.zones):
            return False
        heads = (
            i for i in range(zone.first) if self.drafts[i].kind is Region.HEADING and self._is_name(self.drafts[i])
        )
        place = next(heads, zone.first)
        return any(self.sums.prose[place : zone.first])

    def _is_probable(self, zone: Zone, prose: int) -> bool:
        """Judge what only may be furniture by its place, its links and its prose."""
        inside = self.content.holds(zone)
        linked = self.sums.linked(zone) >= rules.HALF_LINKED
        if zone.kind in ("header", "footer", "aside") and not inside:
            return zone.kind != "header" or self.sums.share(zone) < rules.LITTLE_PROSE
        if zone.kind == "footer":
            return linked or not prose or (not self.content.sure and self._is_text_above(zone))
        if zone.kind == "aside":
            return linked
        if zone.named in ("aside", "brief") and not inside and self.sums.share(zone) < rules.LITTLE_PROSE:
            return True
        if zone.named == "brief" and prose <= rules.LONGEST_BRIEF and not self._has_substance(zone):
            return not any(PLAIN.search(self.drafts[index].text) for index in range(zone.first, zone.last))
        if zone.kind == "weak" or zone.named in ("weak", "aside", "brief"):
            return linked or not (prose or self._has_substance(zone))
        return False

    def _has_substance(self, zone: Zone) -> bool:
        """Return whether a zone holds a heading or table of the content."""
        if not self.content.holds(zone):
            return False
        kinds = {self.drafts[index].kind for index in range(zone.first, min(zone.last, zone.first + 50))}
        return bool(kinds & {Region.HEADING, Region.TABLE})

    # --- by place ---

    def _beside(self, trusting: bool) -> list[bool]:
        """Return which drafts are next to the content: before its first heading, after its last prose, elsewhere."""
        beside = [self._is_line_of_links(draft) for draft in self.drafts]
        for index in range(self._over_title()):
            beside[index] |= bool(self.sums.prose[index]) and not PLAIN.search(self.drafts[index].text)
        first, last = self._reach()
        low, high = max(first, self.content.first), min(last, self.content.last)
        headed = False
        for index in (*range(low), *range(max(low, high), len(self.drafts))):
            draft = self.drafts[index]
            # What a heading of the text stands over is of the text.
            headed = index >= low and (headed or draft.kind is Region.HEADING) and index < self.content.last
            if self.sums.prose[index]:
                continue
            house = self._is_house(draft, index < low) and not (headed and self.content.first <= index)
            beside[index] |= _is_linked(draft) or _is_copyright(draft.text) or house
        if not trusting:
            return beside
        boxes = [zone for zone in self.zones if self._is_link_box(zone, first, last)]
        in_boxes = _covered(boxes, len(self.drafts))
        rich = _covered((z for z in self.zones if self._is_rich(z)), len(self.drafts))
        lead = self._lead()
        for index, in_box in enumerate(in_boxes):
            if in_box:
                beside[index] = True
        if self.content.sure:
            for index in (*range(self.content.first), *range(self.content.last, len(self.drafts))):
                beside[index] |= not rich[index] and not lead[index]
        return [found and not self._is_name(draft) for found, draft in zip(beside, self.drafts, strict=True)]

    def _over_title(self) -> int:
        """Return how many drafts stand over the page's name, where that is its heading with little prose over it."""
        for index, draft in enumerate(self.drafts):
            if draft.kind is Region.HEADING and draft.level == 1:
                named = bool(self.name) and draft.text == self.name and sum(self.sums.prose[index:]) > 0
                little = sum(self.sums.prose[:index]) < rules.LITTLE_PROSE * self.sums.total
                return index if named and little and not any(d.cells for d in self.drafts[:index]) else 0
        return 0

    def _is_house(self, draft: Draft, above: bool) -> bool:
        """Return whether a draft names the site above the text, or says below it where the house stands."""
        if above:
            return draft.text != self.name and SITE.fullmatch(draft.text) is not None
        return not draft.cells and ADDRESS.search(draft.text) is not None

    def _is_name(self, draft: Draft) -> bool:
        """Return whether a draft is the page's name, as its title gives it before the site's."""
        return draft.kind is Region.HEADING and draft.text == self.name

    def _is_line_of_links(self, draft: Draft) -> bool:
        if draft.kind is Region.BODY and draft.links == 1 and len(draft.text) <= rules.LONGEST_BUTTON:
            return draft.linked >= len(draft.text) and not rules.PROSE.search(draft.text)
        if draft.links < rules.LEAST_LINKS or draft.cells or draft.kind is Region.HEADING:
            return False
        return draft.linked >= rules.LINK_SHARE * len(draft.text)

    def _reach(self) -> tuple[int, int]:
        """Return from where to where the content reaches at the least: from its first heading or prose to its last."""
        inside = range(self.content.first, self.content.last)
        drafts, prose = self.drafts, self.sums.prose
        solid = [index for index in inside if prose[index] or drafts[index].cells]
        heads = [index for index in inside if drafts[index].kind is Region.HEADING and not self.hidden[index]]
        if not solid:
            return (heads[0], len(self.drafts)) if heads else (0, len(self.drafts))
        before = heads[: bisect_right(heads, solid[0])]
        tops = [index for index in before if self.drafts[index].level == 1] or before
        return (tops[0] if tops else solid[0]), solid[-1] + 1

    def _is_link_box(self, zone: Zone, first: int, last: int) -> bool:
        """A box outside the content that is mostly links, words between them included."""
        outside = zone.last <= self.content.first or zone.first >= self.content.last
        outside = outside or zone.last <= first or zone.first >= last
        return outside and self.sums.linked(zone) >= rules.HALF_LINKED and not self.sums.prose_in(zone)

    def _is_rich(self, zone: Zone) -> bool:
        """A box next to the named content that holds a good part of the page's prose belongs to the text."""
        outside = zone.last <= self.content.first or zone.first >= self.content.last
        return outside and self.sums.share(zone) >= rules.LITTLE_PROSE

    def _lead(self) -> list[bool]:
        """Return which drafts before the named content belong to it: its title, and prose between the two."""
        lead = [False] * len(self.drafts)
        if any(d.kind is Region.HEADING and d.level == 1 for d in self.drafts[self.content.first : self.content.last]):
            return lead
        titled = False
        for index in range(self.content.first):
            draft = self.drafts[index]
            titled |= draft.kind is Region.HEADING and draft.level == 1
            lead[index] = titled and (draft.kind is Region.HEADING or bool(self.sums.prose[index]))
        return lead
