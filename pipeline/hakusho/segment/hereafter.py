"""Names given to a thing from there on, with the whole noun phrase that they stand for: （以下「機構」という。）."""

import re
from collections.abc import Iterator

from hakusho.records import Acronym, Span
from hakusho.segment import definition_rules as rules
from hakusho.text.views import View

_BREAK = re.compile(r"\s*[\r\n]\s*")


def given_names(view: View, text: str) -> Iterator[Acronym]:
    """Return a row for each name that the text gives, in order; `ja` is the phrase as printed, on one line."""
    folded = view.text
    for match in rules.HEREAFTER.finditer(folded):
        opening = _enclosing(folded, match.start())
        if opening is None:
            continue
        between = rules.BETWEEN.match(match["between"])
        if between is None:
            continue
        before = folded[opening + 1 : match.start()]
        phrase, en = _phrase(folded, opening, match, between), _english(folded, opening, before)
        if row := _row(view, text, match, phrase, en, between["scope"] or ""):
            yield row
    for match in rules.TOGETHER.finditer(folded):
        if row := _row(view, text, match, (phrase_start(folded, match.start()), match.start()), None, ""):
            yield row


def _enclosing(text: str, at: int) -> int | None:
    """Return the bracket that holds a place; None outside of one."""
    depth = 0
    for index in range(at - 1, max(-1, at - rules.LONGEST_BRACKET), -1):
        if text[index] == ")":
            depth += 1
        elif text[index] == "(":
            if depth == 0:
                return index
            depth -= 1
    return None


def _phrase(text: str, opening: int, match: "re.Match[str]", between: "re.Match[str]") -> tuple[int, int]:
    """Return the bounds of what is named: in the definition itself, in its bracket, or before it."""
    if between["object"]:
        at = match.start("between")
        return at + between.start("object"), at + between.end("object")
    if text[match.start() - 1] not in "(。、,; 　":
        return phrase_start(text, match.start()), match.start()
    inside = rules.JAPANESE_INSIDE.match(text[opening + 1 : match.start()])
    if inside and rules.ENGLISH_BEFORE.search(text, max(0, opening - 100), opening):
        return opening + 1, opening + 1 + inside.end("ja")
    end = opening
    while end and text[end - 1] in " 　":
        end -= 1
    return phrase_start(text, end), end


def _english(text: str, opening: int, before: str) -> tuple[int, int] | None:
    if inside := rules.ENGLISH_INSIDE.match(before):
        return opening + 1, opening + 1 + inside.end("en")
    if rules.JAPANESE_INSIDE.match(before) and (
        outer := rules.ENGLISH_BEFORE.search(text, max(0, opening - 100), opening)
    ):
        return outer.span("en")
    return None


def _row(
    view: View, text: str, match: "re.Match[str]", phrase: tuple[int, int], en: tuple[int, int] | None, scope: str
) -> Acronym | None:
    short = view.span(*match.span("name"))
    name = re.sub(r"\s", "", text[short.slice])
    ja = _printed(view, text, _unquoted(view.text, phrase))
    if not ja or ja == name:
        return None
    place = view.span(*_unquoted(view.text, phrase))
    english = re.sub(r"\s+", " ", text[view.span(*en).slice]) if en else ""
    return Acronym(name, ja, english, short, place, view.span(*en) if en else None, scope)


def _printed(view: View, text: str, bounds: tuple[int, int]) -> str:
    if bounds[0] >= bounds[1]:
        return ""
    span: Span = view.span(*bounds)
    return _BREAK.sub("", text[span.slice]).strip(" 　")


def _unquoted(text: str, bounds: tuple[int, int]) -> tuple[int, int]:
    """Drop the quotation marks around a whole title."""
    start, end = bounds
    if text[start : start + 1] in ("「", "『") and _matching(text, start) == end - 1:
        return start + 1, end - 1
    return bounds


def _matching(text: str, start: int) -> int | None:
    depth = 0
    for index in range(start, min(len(text), start + rules.LONGEST_PHRASE)):
        depth += text[index] in rules.OPENING
        depth -= text[index] in rules.CLOSING
        if depth == 0:
            return index
    return None


def phrase_start(text: str, end: int) -> int:
    """Return where the noun phrase that ends at `end` begins, its modifiers included.

    >>> text = "市長は、水源の養成に資する山林"
    >>> text[phrase_start(text, len(text)):]
    '水源の養成に資する山林'
    """
    if text[end - 1 : end] in ("」", "』") and (quote := _quotation(text, end)) is not None:
        return quote
    flat, left = _flattened(text, end)
    start = _within(flat)
    while (
        start == 0 and left > 0 and text[left - 1] in "、," and (rules.LISTED.search(flat) or rules.GOES_ON.match(flat))
    ):
        more, further = _flattened(text, left - 1)
        member = more[_within(more) :].strip()
        if not _is_member(member) and not rules.GOES_ON.match(flat):
            break
        cut = _within(more)
        flat, left, start = more[cut:] + "、" + flat, further + cut, 0
        if cut:
            break
    leading = rules.LEADING.match(flat, start)
    return left + (leading.end() if leading and leading.end() < len(flat) else start)


def _quotation(text: str, end: int) -> int | None:
    """Return where a quotation begins that is the name as a whole; None where a noun stands right before it."""
    depth = 0
    for index in range(end - 1, max(-1, end - rules.LONGEST_PHRASE), -1):
        depth += text[index] in "」』"
        depth -= text[index] in "「『"
        if depth == 0:
            return None if index and rules.MEMBER_END.search(text[index - 1]) else index
    return None


def _is_member(member: str) -> bool:
    return bool(rules.MEMBER.match(member) and rules.MEMBER_END.search(member)) and not rules.CLAUSE_END.search(member)


def _flattened(text: str, end: int) -> tuple[str, int]:
    """Return the clause before `end`, back to its comma or stop, with what brackets hold blotted out, and its start."""
    depth, index = 0, end
    pieces: list[str] = []
    while index > max(0, end - rules.LONGEST_PHRASE):
        sign = text[index - 1]
        if sign in rules.CLOSING:
            depth += 1
        elif sign in rules.OPENING:
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and sign in rules.STOPS:
            break
        pieces.append(sign if depth == 0 and sign not in rules.OPENING else "「" if sign in rules.OPENING else "字")
        index -= 1
    return "".join(reversed(pieces)), index


def _within(flat: str) -> int:
    """Return where the phrase begins in its clause: after the topic, and after what belongs to another verb."""
    masked = rules.FORMAL.sub(lambda m: "字" * len(m.group()), flat)
    for joining in (rules.JOINED, rules.FIXED):
        masked = joining.sub(lambda m: "の" * len(m.group()), masked)
    start = max((match.end() for match in rules.TOPIC.finditer(masked)), default=0)
    verbs = list(rules.ATTRIBUTIVE.finditer(masked, start))
    behind = verbs[-1].end() if verbs else start
    cases = list(rules.CASE.finditer(masked, behind))
    return cases[-1].end() if cases else start


def name_start(text: str, start: int, bracket: int) -> int:
    """Return where a name begins that ends at `bracket`, from the place where its run of name characters does.

    >>> text = "気候変動に関する政府間パネル(IPCC)"
    >>> name_start(text, 8, 14)
    0
    """
    close = text.find(")", bracket)
    quote = text.rfind("「", max(0, bracket - rules.LONGEST_QUOTED), start)
    if quote >= 0 and text[close + 1 : close + 2] == "」" and "」" not in text[quote:bracket]:
        return quote + 1
    while modifier := rules.NAME_MODIFIER.search(text, max(0, start - rules.LONGEST_QUOTED), start):
        start = modifier.start()
    return start


def shortened(view: View, text: str) -> Iterator[Acronym]:
    """Return a row for each katakana word that a bracket gives in full: ブログ（ウェブログ）."""
    for match in rules.SHORTENED.finditer(view.text):
        if match["ja"] != match["short"] and (
            match["ja"].endswith(match["short"]) or match["ja"].startswith(match["short"])
        ):
            short, ja = view.span(*match.span("short")), view.span(*match.span("ja"))
            yield Acronym(text[short.slice], text[ja.slice], "", short, ja)
