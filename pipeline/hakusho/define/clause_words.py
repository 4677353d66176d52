"""The words of a clause as a noun phrase sees them: what each does, a bracket as one noun."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from hakusho.define import definition_rules as rules
from hakusho.records import Words

__all__ = ["ClauseWord", "Kind", "blotted", "closing_of", "read_clause"]


class Kind(Enum):
    """What a word does in a noun phrase."""

    NOUN = auto()
    VERB = auto()
    VERB_BEFORE_VERB = auto()
    TOPIC = auto()
    CASE = auto()
    OF = auto()
    JOINING = auto()
    ADVERB = auto()
    CONJUNCTION = auto()
    PARTICLE = auto()


@dataclass(frozen=True, slots=True)
class ClauseWord:
    """A word of a clause, in offsets of the view; `unit` is -1 for a bracket."""

    start: int
    end: int
    kind: Kind
    unit: int
    surface: str = ""
    pos: str = ""


def blotted(text: str) -> str:
    """Return a text with what its brackets hold, and the brackets, as nouns of no meaning.

    >>> blotted("電波法(略)及び")
    '電波法字字字及び'
    """
    depth, pieces = 0, []
    for sign in text:
        depth += sign in rules.OPENING
        pieces.append(rules.BLOT if depth else sign)
        depth -= depth > 0 and sign in rules.CLOSING
    return "".join(pieces)


def closing_of(text: str, start: int) -> int | None:
    """Return where the bracket ends that opens at a place, the place itself where none does; None where it is too long.

    >>> closing_of("(略「注」)を", 0)
    5
    """
    depth = 0
    for index in range(start, min(len(text), start + rules.LONGEST_PHRASE)):
        depth += text[index] in rules.OPENING
        depth -= text[index] in rules.CLOSING
        if depth == 0:
            return index
    return None


def read_clause(text: str, start: int, end: int, hidden: Sequence[tuple[int, int]], words: Words) -> list[ClauseWord]:
    """Return the words of a clause; what a bracket of `hidden` holds, with the bracket, is one noun."""
    found: list[ClauseWord] = []
    index = bisect_left(words.starts, start)
    position = 0
    while index < len(words) and words.starts[index] < end:
        at, stop = words.starts[index], words.ends[index]
        while position < len(hidden) and hidden[position][1] <= at:
            position += 1
        if position < len(hidden) and hidden[position][0] <= at:
            found.append(ClauseWord(*hidden[position], Kind.NOUN, -1))
            index = bisect_left(words.starts, hidden[position][1])
            continue
        surface, pos = text[at:stop], words.pos_at(at)
        found.append(ClauseWord(at, stop, _kind(surface, pos), words.units[index], surface, pos))
        index += 1
    return _with_joining([_in_a_noun(found, at) for at in range(len(found))], text)


def _in_a_noun(found: Sequence[ClauseWord], at: int) -> ClauseWord:
    """Return a word as a noun where it is a form of a verb inside one: 考え方, 働き手, 受け皿."""
    word, after = found[at], found[at + 1] if at + 1 < len(found) else None
    inside = after is not None and after.kind is Kind.NOUN and word.unit == after.unit >= 0
    return replace(word, kind=Kind.NOUN) if inside and word.kind is Kind.VERB_BEFORE_VERB else word


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
            if surface in rules.JOINING:
                return Kind.JOINING
            return kind if kind is not Kind.VERB or _is_adnominal(surface, pos) else Kind.VERB_BEFORE_VERB
    return Kind.NOUN


def _is_adnominal(surface: str, pos: str) -> bool:
    """Return whether a form of a verb may stand before a noun of its own: 定める, but not 定め; 速い, but not 速く."""
    if pos.startswith(rules.ADNOMINAL_I):
        return surface.endswith(rules.ADNOMINAL_ENDS) or (
            not surface.endswith(rules.ADVERBIAL_KU) and bool(rules.ADNOMINAL.search(surface))
        )
    return bool(rules.ADNOMINAL.search(surface))


def _with_joining(read: list[ClauseWord], text: str) -> list[ClauseWord]:
    """Return the words with those that join members marked, also where the analyser cuts them (又 and は)."""
    joined: list[ClauseWord] = []
    for at, word in enumerate(read):
        after = read[at + 1] if at + 1 < len(read) else None
        if joined and joined[-1].kind is Kind.JOINING and joined[-1].end > word.start:
            continue
        if after and word.surface[1:].endswith(rules.OR) and after.surface == rules.TOPIC_SIGN:
            # 団長又 and は: the analyser takes 長又 for a name.
            cut = word.end - len(rules.OR)
            joined.append(replace(word, end=cut, surface=text[word.start : cut]))
            joined.append(ClauseWord(cut, after.end, Kind.JOINING, -1, text[cut : after.end]))
        elif after and text[word.start : after.end] in rules.JOINING:
            joined.append(ClauseWord(word.start, after.end, Kind.JOINING, word.unit))
        else:
            joined.append(word)
    return joined
