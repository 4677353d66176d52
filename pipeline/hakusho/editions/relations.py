"""What became of a paragraph: the same, the same with new facts, or told anew."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from hakusho.editions.alignment_rules import CAME_TRUE, CLAUSE, FEW, ISLAND, LARGEST, LATIN, RESULT, UPDATED
from hakusho.editions.model import Paragraph
from hakusho.editions.wording import letters, without
from hakusho.editions.wording_rules import HIRAGANA, ITEM, ITEMS, LONG_FORM, PAST, PLAN, VERB, WORD


@dataclass(frozen=True, slots=True)
class Token:
    """A letter, word or fact. `sense` is what is compared: facts of a kind are alike, whatever they say.

    `value` is what a fact means: a date in another notation is the same date.
    """

    text: str
    sense: str
    kind: str
    value: str = ""

    @property
    def weight(self) -> int:
        """Letters of wording: a fact or stop has none."""
        if self.kind == "latin":
            return min(len(self.text), LATIN)
        return len(self.text) if self.kind in ("letter", "name") else 0


Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Change:
    """A place where two paragraphs differ, each side's tokens there; either may be empty."""

    old: Tokens
    new: Tokens


def tokens(paragraph: Paragraph) -> list[Token]:
    """Return the words and facts of a paragraph in order."""
    found: list[Token] = []
    at = place = paragraph.span.start
    for fact in paragraph.facts:
        if fact.span.start >= place:
            found += _words(paragraph, place, fact.span.start)
            text = letters(paragraph.text[fact.span.start - at : fact.span.end - at])
            found.append(Token(text, f"<{fact.kind}>", "fact", fact.value))
            place = fact.span.end
    return [*found, *_words(paragraph, place, paragraph.span.end)]


def _words(paragraph: Paragraph, start: int, end: int) -> Iterator[Token]:
    at = paragraph.span.start
    markers, references = (
        [span for span in spans if start <= span.start and span.end <= end]
        for spans in (paragraph.markers, paragraph.references)
    )
    text = without(paragraph.text[start - at : end - at], start, markers, references)
    folded = unicodedata.normalize("NFKC", text).casefold()
    for match in WORD.finditer(LONG_FORM.pattern.sub("", folded)):
        kind = "fact" if match.lastgroup == "number" else match.lastgroup or ""
        yield Token(match.group(), "<number>" if kind == "fact" else match.group(), kind)


def relation(old: Paragraph, new: Paragraph) -> str:
    """Return what became of a paragraph that answers to one other, and is not identical: updated or reworded."""
    one, other = tokens(old), tokens(new)
    return "updated" if len(one) * len(other) <= LARGEST and _is_updated(one, other) else "reworded"


def _is_updated(old: Tokens, new: Tokens) -> bool:
    """Facts were replaced, no clause was added or dropped, and little else is worded otherwise."""
    changes, replaced = differences(old, new)
    came_true = [change for change in changes if _came_true(change)]
    wording = [change for change in changes if not _of_facts(change) and not _came_true(change)]
    if not (replaced or came_true or len(wording) < len(changes)):
        return False
    if any(_adds_clause(change) for change in wording):
        return False
    length = max(_weight(old), _weight(new))
    result = sum(_size(change) for change in came_true)
    may_differ = max(FEW, (CAME_TRUE if came_true else UPDATED) * length)
    return sum(map(_size, wording)) <= may_differ and result <= RESULT * length


def differences(old: Tokens, new: Tokens) -> tuple[list[Change], int]:
    """Return where two paragraphs differ but for what their facts say, and how many facts say something else.

    A few letters in common inside a place that differs are chance, and belong to it.
    """
    codes = Indel.opcodes([token.sense for token in old], [token.sense for token in new])
    runs: list[tuple[bool, int, int, int, int]] = []
    replaced = 0
    for code in codes:
        a, b, c, d = code.src_start, code.src_end, code.dest_start, code.dest_end
        same = code.tag == "equal"
        if same:
            replaced += sum(map(_say_otherwise, old[a:b], new[c:d]))
            inner = a > 0 and b < len(old)
            same = not (inner and runs and not runs[-1][0] and _weight(old[a:b]) < ISLAND and not _facts(old[a:b]))
        if runs and runs[-1][0] == same:
            a, c = runs[-1][1], runs[-1][3]
            runs.pop()
        runs.append((same, a, b, c, d))
    return [Change(old[a:b], new[c:d]) for same, a, b, c, d in runs if not same], replaced


def _say_otherwise(one: Token, other: Token) -> bool:
    return one.text != other.text and (not one.value or one.value != other.value)


def _facts(tokens: Tokens) -> int:
    return sum(token.kind == "fact" for token in tokens)


def _weight(tokens: Tokens) -> int:
    return sum(token.weight for token in tokens)


def _size(change: Change) -> int:
    return max(_weight(change.old), _weight(change.new))


def _text(tokens: Tokens) -> str:
    return "".join(token.text for token in tokens)


def _came_true(change: Change) -> bool:
    return PLAN.fits(_text(change.old)) and PAST.fits(_text(change.new))


def _of_facts(change: Change) -> bool:
    """Return whether a place differs in facts alone: facts for facts, a name for a name, items of an enumeration."""
    sides = [side for side in (change.old, change.new) if side]
    if len(sides) == 1:
        return ITEM.fits(_text(sides[0])) and not VERB.fits(_text(sides[0]))
    if not _size(change):
        return all(map(_facts, sides))
    texts = [_text(side) for side in sides]
    if any(map(VERB.fits, texts)):
        return False
    if any(map(ITEMS.fits, texts)) and not any(map(HIRAGANA.search, (text for text in texts if not ITEMS.fits(text)))):
        return True
    named = [any(token.kind in ("name", "latin", "fact") for token in side) for side in sides]
    return any(named) and all(name or not HIRAGANA.search(_text(side)) for name, side in zip(named, sides, strict=True))


def _adds_clause(change: Change) -> bool:
    """Return whether one side has a clause with a verb of its own, and the other nothing that answers to it."""
    for one, other in ((change.old, change.new), (change.new, change.old)):
        if _weight(one) >= CLAUSE and VERB.fits(_text(one)):
            if _weight(one) - _weight(other) >= CLAUSE or not VERB.fits(_text(other)):
                return True
    return False
