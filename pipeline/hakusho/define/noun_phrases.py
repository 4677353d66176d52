"""Where the noun phrase begins that ends at a place, its modifiers included: 水源の養成に資する山林.

The clause before the place is read from right to left in words: a relative clause belongs to the noun behind it with
its own objects, what belongs to the verb of the sentence does not, nor does the topic.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from hakusho.define import definition_rules as rules
from hakusho.records import Words

__all__ = ["phrase_start"]


class Kind(Enum):
    """What a word does in a noun phrase."""

    NOUN = auto()
    VERB = auto()
    TOPIC = auto()
    CASE = auto()
    OF = auto()
    JOINING = auto()
    ADVERB = auto()
    CONJUNCTION = auto()
    PARTICLE = auto()


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    kind: Kind
    unit: int
    surface: str = ""


def phrase_start(text: str, end: int, words: Words, *, together: bool = False) -> int:
    """Return where the noun phrase that ends at `end` begins, in offsets of the view.

    `text` is the view's text and `words` are its words. `together` says that と joins members (AとBとを併せて).

    >>> from hakusho.flow import resources
    >>> from hakusho.text.views import View
    >>> text = "市長は、水源の養成に資する山林"
    >>> words = resources().words(View(text), [((0, len(text)),)])
    >>> text[phrase_start(text, len(text), words):]
    '水源の養成に資する山林'
    """
    while end and text[end - 1] == rules.SPACE:
        end -= 1
    if text[end - 1 : end] in rules.QUOTATION_ENDS and (quote := _quotation(text, end)) is not None:
        return quote
    start, left = _clause_phrase(text, end, words, together=together)
    while start == left and left > 0 and text[left - 1] in rules.COMMAS:
        more, further = _clause_phrase(text, left - 1, words, together=together, goes_on=True)
        if not _goes_on(text[more : left - 1], text[start:end]):
            break
        start, left = more, further
    leading = rules.LEADING.match(text, start, end)
    return leading.end() if leading and leading.end() < end else start


def _goes_on(before: str, phrase: str) -> bool:
    """Return whether what stands before a comma is of the same noun phrase: a member of a list, or the wider class."""
    if rules.GOES_ON.match(phrase) or (rules.NARROWED.search(before) and rules.NARROWING.search(phrase)):
        return bool(before.strip())
    flat = _blotted(phrase)
    return bool(rules.LISTED.search(flat)) and _is_member(_blotted(before).strip())


def _is_member(member: str) -> bool:
    return bool(rules.MEMBER.match(member) and rules.MEMBER_END.search(member)) and not rules.CLAUSE_END.search(member)


def _blotted(text: str) -> str:
    """Return a text with what its brackets hold, and the brackets, as nouns of no meaning."""
    depth, pieces = 0, []
    for sign in text:
        depth += sign in rules.OPENING
        pieces.append(rules.BLOT if depth else sign)
        depth -= depth > 0 and sign in rules.CLOSING
    return "".join(pieces)


def _quotation(text: str, end: int) -> int | None:
    """Return where a quotation begins that is the name as a whole; None where a noun stands right before it."""
    depth = 0
    for index in range(end - 1, max(-1, end - rules.LONGEST_PHRASE), -1):
        depth += text[index] in rules.QUOTATION_ENDS
        depth -= text[index] in rules.QUOTATION_STARTS
        if depth == 0:
            return None if index and rules.MEMBER_END.search(text[index - 1]) else index
    return None


def _clause_phrase(text: str, end: int, words: Words, *, together: bool, goes_on: bool = False) -> tuple[int, int]:
    """Return where the phrase begins inside its clause, and where the clause does.

    `goes_on` says that the phrase goes on behind the clause, so that a verb at its end belongs to it.
    """
    left, hidden = _clause(text, end)
    read = _read(text, left, end, hidden, words)
    if not read:
        return left, left
    first = _first(read, together, goes_on)
    return (read[first].start if first else left), left


def _clause(text: str, end: int) -> tuple[int, list[tuple[int, int]]]:
    """Return where the clause that ends at `end` begins, behind its comma or stop, and what its brackets hold."""
    depth, index, close = 0, end, end
    hidden: list[tuple[int, int]] = []
    while index > max(0, end - rules.LONGEST_PHRASE):
        sign = text[index - 1]
        if sign in rules.CLOSING:
            close = index if depth == 0 else close
            depth += 1
        elif sign in rules.OPENING:
            if depth == 0:
                break
            depth -= 1
            if depth == 0:
                hidden.append((index - 1, close))
        elif depth == 0 and sign in rules.STOPS and _stops(text, index - 1):
            break
        index -= 1
    return (index if depth == 0 else close), hidden[::-1]


def _stops(text: str, at: int) -> bool:
    """Return whether a sign ends a clause: a comma inside a number and a lone space between words do not."""
    if text[at] == rules.SPACE:
        return text[at - 1 : at] == rules.SPACE or bool(rules.LABEL.search(text, max(0, at - rules.LONGEST_LABEL), at))
    inside_latin = text[at - 1 : at].isascii() and text[at + 1 : at + 2].isascii()
    return not (text[at] in rules.STOPS_OF_NUMBERS and inside_latin)


def _read(text: str, start: int, end: int, hidden: Sequence[tuple[int, int]], words: Words) -> list[_Word]:
    """Return the words of a clause; what a bracket holds, with the bracket, is one noun."""
    found: list[_Word] = []
    index = bisect_left(words.starts, start)
    position = 0
    while index < len(words) and words.starts[index] < end:
        at, stop = words.starts[index], words.ends[index]
        while position < len(hidden) and hidden[position][1] <= at:
            position += 1
        if position < len(hidden) and hidden[position][0] <= at:
            found.append(_Word(*hidden[position], Kind.NOUN, -1))
            index = bisect_left(words.starts, hidden[position][1])
            continue
        found.append(_Word(at, stop, _kind(text[at:stop], words.pos_at(at)), words.units[index], text[at:stop]))
        index += 1
    return _with_joining(found, text)


def _kind(surface: str, pos: str) -> Kind:
    if pos.startswith(rules.PARTICLES):
        if surface in rules.TOPICS and pos.startswith(rules.TOPIC_PARTICLE):
            return Kind.TOPIC
        if surface == rules.OF:
            return Kind.OF
        return Kind.CASE if pos.startswith(rules.CASE_PARTICLES) else Kind.PARTICLE
    for kind, parts in (
        (Kind.VERB, rules.VERBS),
        (Kind.ADVERB, rules.ADVERBS),
        (Kind.CONJUNCTION, rules.CONJUNCTIONS),
    ):
        if pos.startswith(parts):
            return Kind.JOINING if surface in rules.JOINING else kind
    return Kind.NOUN


def _with_joining(read: list[_Word], text: str) -> list[_Word]:
    """Return the words with those that join members marked, also where the analyser cuts them (又 and は)."""
    joined: list[_Word] = []
    for at, word in enumerate(read):
        after = read[at + 1] if at + 1 < len(read) else None
        if joined and joined[-1].kind is Kind.JOINING and joined[-1].end > word.start:
            continue
        if after and text[word.start : after.end] in rules.JOINING:
            joined.append(_Word(word.start, after.end, Kind.JOINING, word.unit))
        else:
            joined.append(word)
    return joined


def _first(read: Sequence[_Word], together: bool, goes_on: bool) -> int:
    """Return the index of the first word of the phrase."""
    start = _behind(read, Kind.TOPIC, 0)
    modifier = max((i for i in range(start, len(read) - 1) if _modifies(read, i)), default=start - 1)
    if goes_on and read[-1].kind is Kind.VERB:
        modifier = len(read) - 1
    cases = [i for i in range(modifier + 1, len(read) - 1) if _belongs_to_a_verb(read, i, together)]
    if cases:
        return cases[-1] + 1
    leading = (Kind.CONJUNCTION, Kind.ADVERB) if modifier < start else (Kind.CONJUNCTION,)
    while start < len(read) - 1 and read[start].kind in leading:
        start += 1
    return start


def _behind(read: Sequence[_Word], kind: Kind, default: int) -> int:
    return max((i + 1 for i, word in enumerate(read[:-1]) if word.kind is kind), default=default)


def _modifies(read: Sequence[_Word], index: int) -> bool:
    """Return whether a word ends a clause of a noun behind it: 資する山林, 日本からの輸入, としての責務."""
    word, after = read[index], read[index + 1]
    if word.kind is Kind.VERB:
        return after.kind is Kind.NOUN and word.unit != after.unit
    return word.kind in (Kind.CASE, Kind.PARTICLE) and after.kind is Kind.OF


def _belongs_to_a_verb(read: Sequence[_Word], index: int, together: bool) -> bool:
    """Return whether a particle ties what stands before it to a verb behind; inside a name of the dictionary it
    does not.
    """
    word = read[index]
    inside = word.unit >= 0 and word.unit == read[index + 1].unit
    return word.kind is Kind.CASE and not inside and not (together and word.surface == rules.WITH)
