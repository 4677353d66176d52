"""Separate headings from list items and numbered sentences, and build the section tree from how they nest."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hakusho.records import Print, Region
from hakusho.segment import heading_rules as rules
from hakusho.segment.ballot import LONGEST_UNNUMBERED, Ballot
from hakusho.segment.classify import Classified
from hakusho.segment.heading_rules import Heading
from hakusho.segment.line_rules import ENDS_SENTENCE, LIST_ITEM
from hakusho.segment.lines import Line, numbered
from hakusho.segment.notes.runs import between_notes
from hakusho.segment.ordinal_rules import ordinal
from hakusho.segment.several_lines import in_several_lines
from hakusho.segment.titles import find_titles, known_title
from hakusho.segment.votes import LONGEST_TITLE, decide, votes

# A title ends before a run of signs or with it, never inside, so that each run is looked at once.
_MARKDOWN = re.compile(r"(?P<marks>#{1,6})[ 　]++(?P<title>.(?:.*?(?:[^# 　\n]|#(?!#)))??)[ 　]*+#*+$")
# A line with a mark between a number and its text says in full what the text says.
_LONGEST_LEAD = 140
# So many items for each heading tell that a mark is that of items.
_MANY_ITEMS = 2
_BRACKETS = re.compile(r"\([^()]*\)")


def find_headings(state: Classified, title: str = "", speakers: frozenset[int] = frozenset()) -> list[Heading]:
    """Decide which of the lines left over are headings and which are items of a list; marks both in `state`.

    `title` is the document's title, where it is known; `speakers` are the lines that open a speaker's turn.
    """
    headings = [*_given(state), *_markdown(state)]
    _contents(state)
    between_notes(state)
    ballot = Ballot(state, speakers)
    titles = find_titles(ballot, title)
    if not state.hints.names(Region.HEADING) and not headings:
        headings += _chosen(ballot, titles)
    elif state.hints:
        headings += _chosen(
            ballot, known_title(ballot, [heading.title for heading in headings], title), numbered_only=True
        )
    _lists(ballot)
    _fragments(state)
    return _with_neighbours(ballot, sorted(headings, key=lambda heading: heading.index))


def _chosen(ballot: Ballot, titles: frozenset[int], numbered_only: bool = False) -> list[Heading]:
    """Return the candidates that the votes make headings; numbers first, since lead lines stand below them."""
    state = ballot.state
    chosen: list[Heading] = []
    others: list[tuple[Heading, tuple[str, ...]]] = []
    for plain in (False, True):
        for lead in titles if plain and numbered_only else ballot.leads:
            heading = _candidate(ballot, lead, titles) if _open_to(state, lead) else None
            if heading is None or heading.unnumbered is not plain:
                continue
            heading = in_several_lines(ballot, lead, heading)
            signs = votes(ballot, lead, heading)
            if decide(signs):
                chosen.append(_elected(state, heading, signs))
            else:
                others.append((heading, signs))
    return _without_items(ballot, chosen + _among_alike(state, chosen, others))


def _elected(state: Classified, heading: Heading, signs: Sequence[str]) -> Heading:
    _mark(state, heading)
    return replace(heading, found_by=f"{heading.scheme}:{'+'.join(signs[1:])}".rstrip(":"))


def _without_items(ballot: Ballot, chosen: list[Heading]) -> list[Heading]:
    """Leave out those whose mark opens items nearly everywhere else: ● above －, among ● that are sentences."""
    state = ballot.state
    items = Counter(
        "mark" + match["mark"]
        for lead in ballot.leads
        if state.kinds[lead] is Region.LIST and (match := rules.MARKED.match(ballot.texts[lead]))
    )
    marks = Counter(heading.scheme for heading in chosen)
    kept = []
    for heading in chosen:
        if items[heading.scheme] > _MANY_ITEMS * marks[heading.scheme]:
            state.kinds[heading.index] = Region.LIST
        else:
            kept.append(heading)
    return kept


def _among_alike(
    state: Classified, chosen: Sequence[Heading], others: Sequence[tuple[Heading, tuple[str, ...]]]
) -> list[Heading]:
    """Return those that miss a majority while what is marked as they are heads parts: most ■, (1) and (3) about (2)."""
    marks = Counter(heading.scheme for heading in chosen if heading.scheme.startswith("mark"))
    marks -= Counter(heading.scheme for heading, _ in others)
    found = []
    for heading, signs in others:
        alike = marks[heading.scheme] > 0 if heading.scheme.startswith("mark") else _between(heading, chosen)
        if alike and state.kinds[heading.index] in (None, Region.LIST) and decide((*signs, "among-alike")):
            found.append(_elected(state, heading, (*signs, "among-alike")))
    return found


def _between(heading: Heading, chosen: Sequence[Heading]) -> bool:
    """Return whether the numbers before and after one are headings, and nothing of its scheme stands nearer."""
    if heading.value is None or not heading.title:
        return False
    alike = [other for other in chosen if other.scheme == heading.scheme]
    above = max((o for o in alike if o.index < heading.index), key=lambda o: o.index, default=None)
    below = min((o for o in alike if o.index > heading.index), key=lambda o: o.index, default=None)
    return (
        above is not None and below is not None and (above.value, below.value) == (heading.value - 1, heading.value + 1)
    )


def _open_to(state: Classified, lead: int) -> bool:
    """■新着情報 may be a heading although its mark is a bullet's."""
    kind = state.kinds[lead]
    if state.carried[lead]:
        return False
    return kind is None or (kind is Region.LIST and bool(rules.MARKED.match(state.lines[lead].text)))


def _mark(state: Classified, heading: Heading) -> None:
    last = max(heading.last, heading.index)
    for index in range(heading.index, last + 1):
        state.kinds[index] = Region.HEADING
    state.heading_tails.update(range(heading.index + 1, last + 1))


def _given(state: Classified) -> list[Heading]:
    """Return the headings that the format names, with its rank of them."""
    headings = []
    for index, line in enumerate(state.lines):
        block = state.hints.heading(line.start, line.end) if state.hints and line.text else None
        if block is None or block.span.start < line.start - line.indent:
            continue
        title = line.text[block.span.start - line.start :].rstrip("# ")
        headings.append(replace(_as_printed(index, title, block.print), level=block.level, found_by="given"))
    return headings


def _as_printed(index: int, title: str, printed: Print | None) -> Heading:
    """Return the heading of a title, without the signs that print sets before and after it."""
    if printed is None:
        return _of_title(index, title)
    if 0 < printed.tail < len(title):
        title = title[: -printed.tail].rstrip(" 　")
    plain = rules.PLAIN
    if marked := rules.MARKED.match(title):
        title, plain = marked["title"], "mark" + marked["mark"]
    heading = _of_title(index, title, bare=True)
    scheme = plain if heading.scheme == rules.PLAIN else heading.scheme
    return replace(heading, scheme=scheme, size=printed.size, framed=printed.framed)


def _markdown(state: Classified) -> list[Heading]:
    """Return the lines that marks of Markdown make headings, where a plain text has them."""
    if state.hints:
        return []
    marked = [
        (index, match)
        for index, line in enumerate(state.lines)
        if state.kinds[index] is not Region.NAVIGATION and (match := _MARKDOWN.match(line.text))
    ]
    if len(marked) < 2:
        return []
    headings = []
    for index, match in marked:
        headings.append(replace(_of_title(index, match["title"]), level=len(match["marks"]), found_by="markdown"))
        _mark(state, headings[-1])
    return headings


def _of_title(index: int, title: str, bare: bool = False) -> Heading:
    """Return the heading of a title; `bare` numbers may be all that it is."""
    parts = numbered(title)
    scheme, number, value, rest = parts if parts and (parts[3] or bare) else (rules.PLAIN, "", "", title)
    return Heading(index, scheme, number, ordinal(value, scheme) if value else None, rest)


# --- candidates ----------------------------------------------------------------------------------------------


def _candidate(ballot: Ballot, lead: int, titles: frozenset[int]) -> Heading | None:
    text = ballot.texts[lead]
    led = ballot.below_number(lead) and rules.MARKED.match(text)
    if not text or len(_BRACKETS.sub("", text)) > (_LONGEST_LEAD if led else LONGEST_TITLE):
        return None
    last = ballot.state.last(lead)
    found = _titled(ballot, lead, text, titles)
    return replace(found, last=last) if found is not None and found.last < 0 else found


def _titled(ballot: Ballot, lead: int, text: str, titles: frozenset[int]) -> Heading | None:
    if article := _article(ballot, lead, text):
        return article
    if rules.STANDING.match(text) and lead not in ballot.listed:
        return Heading(lead, rules.STANDING_SCHEME, "", None, text)
    if parts := ballot.numbers[lead]:
        scheme, number, _, title = parts
        if scheme == "article":
            return None
        return Heading(lead, scheme, number, ballot.value(parts), title)
    if (named := rules.NAMED.match(text)) and "。" not in text:
        scheme = rules.BOX_SCHEME if named["boxed"] or named["box"] else rules.NAMED_SCHEME
        # コラム without a number of its own is a word of the title.
        number = named["number"] if named["number"] != named["word"] else ""
        return Heading(lead, scheme, number or "", None, named["title"] if number else text)
    return _without_number(ballot, lead, text, titles)


def _without_number(ballot: Ballot, lead: int, text: str, titles: frozenset[int]) -> Heading | None:
    if rules.SOURCE.match(text):
        return None
    if lead in ballot.round:
        return Heading(lead, rules.ROUND_SCHEME, "", None, text)
    said = ballot.state.text[ballot.state.lines[lead].start] == rules.SAID
    if (lenticular := rules.LENTICULAR.match(text)) and not said and not (text.startswith("[") and ballot.speakers):
        return Heading(lead, "lenticular", "", None, lenticular["title"])
    if tight := _tight(ballot, lead, text):
        return tight
    marked = rules.MARKED.match(text)
    whole = lead in titles or ballot.isolated(lead) or (marked and ballot.unwrapped and ballot.below_number(lead))
    if len(text) > LONGEST_UNNUMBERED and not whole:
        return None
    if marked and "。" not in text:
        return Heading(lead, "mark" + marked["mark"], "", None, marked["title"])
    if len(text) < 2 or "\t" in text or "http" in text or LIST_ITEM.match(text):
        return None
    return Heading(lead, rules.TITLE if lead in titles else rules.PLAIN, "", None, text)


def _article(ballot: Ballot, lead: int, text: str) -> Heading | None:
    """An article begins with its caption on the line above, or with its number: （目的） 第一条, 第二条（定義）."""
    behind = ballot.beside(lead, 1)
    below = ballot.numbers[behind] if behind is not None else None
    if rules.CAPTION_OF_ARTICLE.match(text) and behind is not None and below and below[0] == "article" and not below[3]:
        last = ballot.state.last(behind)
        return Heading(lead, "article", below[1], ballot.value(below), text, last=last, number_at=behind)
    parts = ballot.numbers[lead]
    if parts is None or parts[0] != "article" or ballot.state.kinds[lead] is Region.HEADING:
        return None
    titled = rules.CAPTION_OF_ARTICLE.match(parts[3]) or rules.TITLE_OF_ARTICLE.match(parts[3])
    if parts[3] and not (titled or parts[3] == rules.DELETED):
        return None
    return Heading(lead, "article", parts[1], ballot.value(parts), parts[3], last=lead)


def _tight(ballot: Ballot, lead: int, text: str) -> Heading | None:
    """１登録区分欄, where ２ 原薬等の名称欄 stands below: a number without its space among others that have one."""
    match = rules.TIGHT.match(text)
    if match is None or rules.TIGHT_COUNTERS.match(text):
        return None
    parts = ("arabic", match["number"], match["value"], match["title"])
    return (
        Heading(lead, "arabic", match["number"], int(match["value"]), match["title"]) if ballot.goes_on(parts) else None
    )


# --- what is not a heading --------------------------------------------------------------------------------------


def _contents(state: Classified) -> None:
    """The entries of a table of contents are links to the headings that they name."""
    start = next((i for i, line in enumerate(state.lines) if rules.CONTENTS.match(line.text)), None)
    if start is None or (first := state.neighbour(start, 1)) is None:
        return
    entry = numbered(state.lines[first].text)
    wanted = entry[:2] if entry else state.lines[first].text
    for index in range(first + 1, len(state.lines)):
        line = state.lines[index]
        if (line.text if entry is None else (numbered(line.text) or ("", ""))[:2]) == wanted:
            break
        if "。" in line.text:
            return
    else:
        return
    for entry_line in range(first, index):
        if state.lines[entry_line].text and state.kinds[entry_line] is None:
            state.kinds[entry_line] = Region.NAVIGATION


def _lists(ballot: Ballot) -> None:
    """Numbers that the votes made no headings are items, where they are of a list and no numbered paragraphs."""
    state = ballot.state
    for lead in ballot.leads:
        parts = ballot.numbers[lead]
        if state.kinds[lead] is None and parts and not rules.RANK.get(parts[0]) and parts[0] != "article":
            for index in range(lead, state.last(lead) + 1):
                state.kinds[index] = Region.LIST


def _fragments(state: Classified) -> None:
    """Short lines that head nothing: printed twice they are a picture's text, among links they are links."""
    if state.hints.names(Region.HEADING):
        return
    linked = any(kind is Region.NAVIGATION for kind in state.kinds)
    for index, line in enumerate(state.lines):
        if state.kinds[index] is None and _title_like(line):
            beside = [state.neighbour(index, step) for step in (-1, 1)]
            texts = [state.lines[i].text for i in beside if i is not None]
            alone = all(i is None or abs(i - index) > 1 for i in beside)
            if line.text in texts:
                state.kinds[index] = Region.CAPTION
            elif linked and alone:
                state.kinds[index] = Region.NAVIGATION


def _title_like(line: Line) -> bool:
    text = line.text
    return 2 <= len(text) <= LONGEST_UNNUMBERED and "。" not in text and not ENDS_SENTENCE.search(text)


def _with_neighbours(ballot: Ballot, headings: list[Heading]) -> list[Heading]:
    """Say of each heading whether it follows the one before, with no text between."""
    told = []
    above: Heading | None = None
    for heading in headings:
        before = ballot.state.neighbour(heading.index, -1)
        follows = above is not None and before is not None and before <= max(above.index, above.last)
        numbered_above = above is not None and bool(above.number or above.follows_number)
        above = replace(heading, follows_heading=follows, follows_number=follows and numbered_above)
        told.append(above)
    return told
