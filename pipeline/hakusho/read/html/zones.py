"""What a walk over a web page hands on: blocks of text as drafts, and zones, elements that may say what these are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from hakusho.read.html import html_rules as rules
from hakusho.read.pages import GridCell
from hakusho.records import Region

# So many elements beside a box are looked at; anchors without words stand among them.
_NEAR = 12


@dataclass(slots=True)
class Draft:
    """A block before its region is settled; `linked` of its characters are links, `cells` those of a table."""

    kind: Region
    text: str
    level: int = 0
    linked: int = 0
    links: int = 0
    cells: list[GridCell] = field(default_factory=list)
    pinned: bool = False


@dataclass(slots=True)
class Zone:
    """An element that may say what the drafts [first, last) are; `kind` is by its tag or role, `named` by its class.

    `opened` and `closed` count elements, so that it can be told what an element holds.
    """

    element: Any
    kind: str
    named: str
    first: int
    opened: int
    last: int = 0
    closed: int = 0


@dataclass(slots=True)
class Walked:
    """All that a walk found; `mains` and `titles` are the places of main, article and h1, counted in elements;
    `name` is the page's title, where it also names the site."""

    drafts: list[Draft] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    mains: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    name: str = ""


def may_be_notes(element: Any) -> bool:
    """Return whether an element that is named after notes may hold notes only: one heading at most, no content."""
    heads = element.iterdescendants("main", "article", *rules.HEADINGS)
    first = next(heads, None)
    return first is None or (first.tag in rules.HEADINGS and first.tag != "h1" and next(heads, None) is None)


def begins_as_note(element: Any) -> bool:
    """Return whether an element that is only called a note begins as notes do, or numbers them.

    >>> from lxml import html
    >>> [begins_as_note(html.fromstring(f"<p>{text}</p>")) for text in ("（注1）推計", "※ 速報値", "額は名目である。")]
    [True, True, False]
    """
    words = "".join(element.itertext())[:60]
    numbered = element.tag == "ol" or (len(element) > 0 and element[0].tag == "ol")
    return numbered or rules.BEGINS_NOTE.match(words) is not None


def is_side_box(element: Any) -> bool:
    """Return whether an element that is called a sidebar by its class stands among paragraphs: a box of the text.

    The sidebar of a site stands beside elements that hold the text, and bears its name alone.

    >>> from lxml import html
    >>> page = html.fromstring("<div><p>額が増えた。</p><div class=sidebar>額とは何か。</div></div>")
    >>> is_side_box(page[1]), is_side_box(page[0])
    (True, False)
    """
    if element.get("id") or rules.SIDE_BOX not in (element.get("class") or "").split():
        return False
    beside = (
        one for near in (element.itersiblings(preceding=True), element.itersiblings()) for one in islice(near, _NEAR)
    )
    return any(_is_paragraph(one) and rules.PROSE.search("".join(one.itertext())) for one in beside)


def _is_paragraph(element: Any) -> bool:
    return next(element.iterdescendants(*rules.BLOCKS), None) is None


def asks(form: Any) -> bool:
    """Return whether a form is made of its fields, as one that asks for an opinion or a word to look for; the one that
    some servers put around a whole page is not."""
    fields = sum(field.get("type") != "hidden" for field in form.iter("input", "select", "textarea"))
    words = "".join(form.itertext())
    return bool(fields >= rules.LEAST_FIELDS and len(words) <= rules.WORDS_OF_FIELD * fields)


def is_beside_heading(element: Any) -> bool:
    """Return whether an element inside a heading is a tool of the page: a link to itself (¶), one to edit."""
    named = element.get("class")
    if named and not rules.BESIDE_HEADING.isdisjoint(name.replace("-", "").lower() for name in named.split()):
        return not any(sign.isalnum() for sign in "".join(element.itertext())) or "edit" in named
    return bool(
        element.tag == "a"
        and (element.get("href") or "").startswith("#")
        and "".join(element.itertext()).strip() in rules.OWN_LINKS
    )


@lru_cache(maxsize=8192)
def is_unseen(items: tuple[tuple[str, str], ...]) -> bool:
    """Return whether an element says by its attributes that it is not shown."""
    attributes = dict(items)
    if attributes.get("role") == "tabpanel":
        return False
    if attributes.get("hidden", "until-found") != "until-found" or attributes.get("aria-hidden") == "true":
        return True
    if (style := attributes.get("style")) and rules.UNSEEN_STYLE.search(style):
        return True
    named = attributes.get("class") or ""
    return any(name.replace("-", "").replace("_", "").lower() in rules.UNSEEN for name in named.split())


@lru_cache(maxsize=8192)
def zone_of(tag: str, items: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Return (kind, name) of an element by its tag and role, and by its class and id; empty where they say nothing.

    >>> zone_of("nav", ()), zone_of("div", (("class", "topic-path"),)), zone_of("div", (("class", "sidebar-visible"),))
    (('nav', ''), ('', 'strong'), ('', ''))
    """
    kind = rules.TAG_ZONES.get(tag, "")
    if not items:
        return kind, ""
    attributes = dict(items)
    if tag not in ("html", "body") and is_unseen(items):
        return "hidden", ""
    role = attributes.get("role") or attributes.get("epub:type") or ""
    kind = rules.ROLE_ZONES.get(role.lower().split(" ")[0], kind) or rules.TITLED.get(attributes.get("title") or "", "")
    if tag in ("html", "body", "main", "h1"):
        return kind, ""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return kind, _named(names) if names != " " else ""


@lru_cache(maxsize=4096)
def _named(names: str) -> str:
    """Return what the names of an element say: a note, furniture for sure or perhaps, what stands next to a text."""
    found = ""
    boxed = any(word in names for word in rules.BOXED_NOTES)
    for name in names.split():
        words = [word.lower().rstrip("0123456789") for word in rules.WORDS.split(name)]
        told = _told(words)
        if told == "note" or (told == "notes" and not found):
            if not boxed:
                return "note" if told == "note" else "notes"
        elif told and _RANK[told] > _RANK[found]:
            found = told
    return found


_RANK = {"": 0, "brief": 1, "weak": 1, "aside": 2, "strong": 3, "notes": 0}


def _told(words: Sequence[str]) -> str:
    """Return what the words of one name say. Its last word of content is what it names; those before only tell more."""
    whole = "".join(words)
    if rules.STATES.intersection(words) and whole not in rules.STRONG:
        return ""
    if rules.NOTES.intersection(words):
        return "note"
    if not rules.MAY_BE_NOTES.isdisjoint(words):
        return "notes"
    if whole in rules.STRONG or whole.startswith(rules.STRONG_BEGINNINGS):
        return "strong"
    if rules.STRONG.intersection(words):
        return "strong" if _heads(words, rules.STRONG) else "weak"
    if whole in rules.WEAK or rules.WEAK.intersection(words):
        if not rules.BRIEF.isdisjoint(words):
            return "brief"
        asides = rules.ASIDES.intersection(words)
        return "aside" if asides and (whole in rules.WEAK or _heads(words, rules.WEAK)) else "weak"
    return "aside" if words[0] in rules.WEAK_FIRST else ""


def _heads(words: Sequence[str], names: frozenset[str]) -> bool:
    """Return whether nothing of its own stands behind a name of furniture: words of layout, other such names."""
    at = max(place for place, word in enumerate(words) if word in names)
    return all(len(word) < 3 or word in rules.LAYOUT_WORDS | rules.STRONG | rules.WEAK for word in words[at + 1 :])
