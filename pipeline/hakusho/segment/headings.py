"""Tell headings from list items and numbered sentences, and build the section tree from how they nest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.records import Region, Section, Span
from hakusho.segment import heading_rules as rules
from hakusho.segment.classify import Classified
from hakusho.segment.line_rules import ENDS_SENTENCE, LIST_ITEM, tears_date
from hakusho.segment.lines import Line, numbered

_LONGEST_TITLE = 80
_LONGEST_UNNUMBERED = 50
# A longer line that prose follows without a blank line is the first line of a wrapped paragraph.
_LONGEST_UNBROKEN = 25
_UNFINISHED = re.compile("[、,；;：:をがはにへとものでや]$|(?:[すくるたいうむ]|です|ます)$")
_CONNECTIVE = re.compile("[ぁ-ん一-龥]{2,8}、")
# A clause and its comma: a numbered sentence, not a title.
_CLAUSE = re.compile("[はがをにで]、|[ぁ-ん]、.*[ぁ-ん]、")
_ARTICLE = re.compile("第[0-9一二三四五六七八九十百千]+条")
_RANK = {scheme.name: scheme.rank for scheme in rules.SCHEMES}
_TITLE_SCHEME = "title"
_PLAIN_SCHEME = "plain"
# Type that differs by more, in points, is of another rank.
_SIZES_APART = 0.5


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading before it has its place in the tree. `scheme` names its numbering, `level` a format's own rank."""

    index: int
    scheme: str
    number: str
    value: int | None
    title: str
    level: int = 0
    # The size of its type in points, where a reader knows it.
    size: float = 0.0


def find_headings(state: Classified, title: str = "") -> list[Heading]:
    """Decide which of the lines left over are headings and which are items of a list; marks both in `state`.

    `title` is the document's title, where it is known.
    """
    headings = _given(state)
    candidates = {
        index: heading
        for index, line in enumerate(state.lines)
        if (state.kinds[index] is None or _marked_title(state, index)) and (heading := _candidate(index, line))
    }
    for index, heading in candidates.items():
        if _is_item(state, index, candidates):
            state.kinds[index] = Region.LIST
        elif _has_text(state, index, candidates):
            headings.append(heading)
            state.kinds[index] = Region.HEADING
    if not state.hints.printed:
        headings += _unnumbered(state, title)
        _fragments(state)
    return sorted(headings, key=lambda heading: heading.index)


def _given(state: Classified) -> list[Heading]:
    """Return the headings that the format names, with its rank of them."""
    headings = []
    for index, line in enumerate(state.lines):
        block = state.hints.heading(line.start, line.end) if state.hints and line.text else None
        if block is None or block.span.start < line.start - line.indent:
            continue
        title = line.text[block.span.start - line.start :].rstrip("# ")
        if block.print and 0 < block.print.tail < len(title):
            title = title[: -block.print.tail].rstrip(" 　")
        if block.print and (marked := rules.MARKED.match(title)):
            title = marked["title"]
        parts = numbered(title)
        scheme, number, value, rest = parts if parts and (parts[3] or block.print) else ("plain", "", "", title)
        size = block.print.size if block.print else 0.0
        ordinal = rules.ordinal(value) if value else None
        headings.append(Heading(index, scheme, number, ordinal, rest, block.level, size))
    return headings


def _marked_title(state: Classified, index: int) -> bool:
    """■新着情報 may be a heading although its mark is a bullet's."""
    return state.kinds[index] is Region.LIST and bool(rules.MARKED.match(state.lines[index].text))


def _candidate(index: int, line: Line) -> Heading | None:
    text = line.text
    if not text or len(text) > _LONGEST_TITLE + 10 or (ENDS_SENTENCE.search(text) and not text.endswith(")")):
        return None
    if parts := numbered(text):
        scheme, number, value, title = parts
        return _numbered_heading(index, scheme, number, value, title)
    if (named := rules.NAMED.match(text)) and "。" not in text:
        return Heading(index, "named", named["number"], None, named["title"])
    if lenticular := rules.LENTICULAR.match(text):
        return Heading(index, "lenticular", "", None, lenticular["title"])
    if (marked := rules.MARKED.match(text)) and "。" not in text and len(text) <= _LONGEST_UNNUMBERED:
        return Heading(index, "mark" + marked["mark"], "", None, marked["title"])
    if rules.STANDING.match(text):
        return Heading(index, _PLAIN_SCHEME, "", None, text)
    return None


def _numbered_heading(index: int, scheme: str, number: str, value: str, title: str) -> Heading | None:
    if "。" in title or title.endswith("、") or "\t" in title or _CLAUSE.search(title):
        return None
    if not title and not (scheme.startswith("paren") or _RANK[scheme]):
        return None
    return Heading(index, scheme, number, rules.ordinal(value), title)


def _is_item(state: Classified, index: int, candidates: dict[int, Heading]) -> bool:
    """Numbers of one scheme that follow on one another without text between are a list."""
    heading = candidates[index]
    if _RANK.get(heading.scheme) or heading.scheme == "named":
        return False
    for step in (-1, 1):
        beside = state.neighbour(index, step)
        other = candidates.get(beside) if beside is not None else None
        if other and other.scheme == heading.scheme and _follows(heading, other, step):
            return True
    return False


def _follows(heading: Heading, other: Heading, step: int) -> bool:
    if heading.value is None or other.value is None:
        return True
    return other.value == heading.value + step


def _has_text(state: Classified, index: int, candidates: dict[int, Heading]) -> bool:
    """A heading has something to head; at the end of a text only a number that counts chapters is one."""
    behind = state.neighbour(index, 1)
    if behind is None:
        return bool(_RANK.get(candidates[index].scheme)) or candidates[index].scheme == "arabic"
    if candidates[index].scheme.startswith("mark"):
        return state.kinds[behind] in (None, Region.LIST) and behind not in candidates
    return True


def _unnumbered(state: Classified, title: str) -> list[Heading]:
    headings = []
    first = next((i for i, line in enumerate(state.lines) if not line.blank and state.kinds[i] not in _FURNITURE), None)
    for index, line in enumerate(state.lines):
        if state.kinds[index] is not None or line.blank or not _title_like(line) or state.hints.names(Region.HEADING):
            continue
        if rules.DOCUMENT_NUMBER.match(line.text):
            continue
        is_title = _same(line.text, title) or (index == first and _stands_alone(state, index))
        if is_title or _heads_prose(state, index):
            headings.append(Heading(index, _TITLE_SCHEME if is_title else _PLAIN_SCHEME, "", None, line.text))
            state.kinds[index] = Region.HEADING
    return headings


def _fragments(state: Classified) -> None:
    """Short lines that head nothing: printed twice they are a picture's text, among links they are links."""
    if state.hints.names(Region.HEADING):
        return
    linked = any(kind is Region.NAVIGATION for kind in state.kinds)
    for index, line in enumerate(state.lines):
        if state.kinds[index] is None and not line.blank and _title_like(line):
            beside = [state.neighbour(index, step) for step in (-1, 1)]
            texts = [state.lines[i].text for i in beside if i is not None]
            alone = all(i is None or abs(i - index) > 1 for i in beside)
            if line.text in texts:
                state.kinds[index] = Region.CAPTION
            elif linked and alone:
                state.kinds[index] = Region.NAVIGATION


_FURNITURE = (Region.NAVIGATION, Region.RUNNING_HEAD)


def _title_like(line: Line) -> bool:
    text = line.text
    return (
        2 <= len(text) <= _LONGEST_UNNUMBERED
        and not ENDS_SENTENCE.search(text)
        and "。" not in text
        and "\t" not in text
        and "http" not in text
        and not _UNFINISHED.search(text)
        and not _opens_sentence(text)
        and not _CLAUSE.search(text)
        and not LIST_ITEM.match(text)
    )


def _opens_sentence(text: str) -> bool:
    """このほか、 and また、 open a sentence, not a title."""
    opening = _CONNECTIVE.match(text)
    return opening is not None and bool(re.search("[ぁ-ん]、$", opening.group()))


def _stands_alone(state: Classified, index: int) -> bool:
    return index + 1 < len(state.lines) and state.lines[index + 1].blank


def _same(text: str, title: str) -> bool:
    return bool(title) and re.sub(r"\s", "", text) == re.sub(r"\s", "", title)


def _heads_prose(state: Classified, index: int) -> bool:
    """A short line is a heading if prose follows it and no unfinished prose runs into it."""
    behind, above = state.neighbour(index, 1), state.neighbour(index, -1)
    if behind is None or state.kinds[behind] is not None:
        return False
    text = state.lines[behind].text
    if tears_date(state.lines[index].text, text):
        return False
    if behind == index + 1 and not state.lines[behind].indent and len(state.lines[index].text) >= _LONGEST_UNBROKEN:
        return False
    if _title_like(state.lines[behind]) and len(text) < _LONGEST_UNNUMBERED and not ENDS_SENTENCE.search(text):
        return False
    if state.lines[index].text.startswith("("):
        return bool(_ARTICLE.match(text)) and state.lines[index].text.endswith(")")
    if above is None or state.kinds[above] is not None or above < index - 1:
        return True
    return bool(ENDS_SENTENCE.search(state.lines[above].text))


# --- the tree ------------------------------------------------------------------------------------------------


def section_tree(headings: list[Heading], lines: "Sequence[Line]", text: str) -> tuple[Section, ...]:
    """Return the sections in order. A level is the depth at which a numbering stands in this document.

    A numbering that is open is continued there; a new one nests below, except that 部 > 編 > 章 > 節 > 款 > 目 keep
    their order in a text that begins in the middle.
    """
    placed = _levels(headings)
    sections: list[Section] = []
    open_ids: list[tuple[int, str]] = []
    for order, (heading, level) in enumerate(zip(headings, placed, strict=True), 1):
        while open_ids and open_ids[-1][0] >= level:
            open_ids.pop()
        section_id = f"h{order:04d}"
        parent = open_ids[-1][1] if open_ids else ""
        open_ids.append((level, section_id))
        line = lines[heading.index]
        end = _end(headings, placed, order - 1, lines, len(text))
        body = Span(line.stop, max(line.stop, end))
        span = Span(line.start, line.end)
        number, title = _printed(heading, line, text)
        sections.append(Section(section_id, parent, level, number, title, span, body, line.number))
    return tuple(sections)


def _printed(heading: Heading, line: Line, text: str) -> tuple[str, str]:
    """Return number and title as printed: folding keeps lengths, so that places in the folded line hold."""
    printed = text[line.start : line.end]
    at = line.text.find(heading.number) if heading.number else 0
    number = printed[at : at + len(heading.number)]
    begin = line.text.rfind(heading.title)
    return number, printed[begin : begin + len(heading.title)] if heading.title else ""


def _end(headings: list[Heading], levels: list[int], at: int, lines: "Sequence[Line]", length: int) -> int:
    for later in range(at + 1, len(headings)):
        if levels[later] <= levels[at]:
            line = lines[headings[later].index]
            return line.start - line.indent
    return length


def _levels(headings: list[Heading]) -> list[int]:
    stack: list[tuple[str, float]] = []
    levels = []
    for heading in headings:
        scheme = _scheme(heading)
        schemes = [open_scheme for open_scheme, _ in stack]
        if scheme in schemes:
            del stack[schemes.index(scheme) :]
        else:
            while stack and stack[-1][0] != _TITLE_SCHEME and _closes(heading, scheme, *stack[-1]):
                stack.pop()
        stack.append((scheme, heading.size))
        levels.append(len(stack))
    return levels


def _closes(heading: Heading, scheme: str, above: str, size: float) -> bool:
    """Return whether a heading of a new rank ends the section of one above, rather than standing in it."""
    if rank := _RANK.get(scheme, 0):
        return not _RANK.get(above, 0) or _RANK[above] > rank
    if scheme == "named":
        return not _RANK.get(above, 0)
    if heading.level:
        return above > scheme
    return 0 < size < heading.size - _SIZES_APART


def _scheme(heading: Heading) -> str:
    """Return by what a heading counts as of one rank with others: its numbering, a format's own rank, its size."""
    if heading.level:
        return f"h{heading.level}"
    return f"{_PLAIN_SCHEME} {heading.size:.0f}" if heading.scheme == _PLAIN_SCHEME and heading.size else heading.scheme
