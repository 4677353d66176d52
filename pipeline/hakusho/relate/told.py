"""A sentence as the relator reads it: its words, glosses apart, and what each word names."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from hakusho.labels import DATE
from hakusho.records import Entity, Span
from hakusho.relate.event_rules import COUNTER, NOUN, NUMERAL
from hakusho.text.document import Document

Roles = Mapping[str, frozenset[str]]
# The longest gloss that is looked at as a whole, in words.
_REMARK = 4


class Told(NamedTuple):
    """Words in order. `owners` are indices of the entity that holds a word, -1 for none; `quoted` are inside quotes.

    `glosses` has what a gloss names, by the word before it, `remarks` the text of a short one. `named` has all
    entities by the word that they end in: 日米 is one word and two countries.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    surfaces: Sequence[str]
    forms: Sequence[str]
    pos: Sequence[str]
    owners: Sequence[int]
    quoted: Sequence[bool]
    named: Mapping[int, Sequence[tuple[int, Entity]]]
    dates: Mapping[int, int]
    glosses: Mapping[int, Sequence[tuple[int, Entity]]] = MappingProxyType({})
    remarks: Mapping[int, str] = MappingProxyType({})

    def span(self, first: int, last: int) -> Span:
        """Return the characters of words [first, last)."""
        return Span(self.starts[first], self.ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """Return words [first, last) as they are printed."""
        return "".join(self.surfaces[first:last])


def told(
    document: Document,
    pieces: Sequence[Span],
    named: Sequence[tuple[int, Entity]],
    roles: Roles,
    most: int | None = None,
    telling: frozenset[str] = frozenset(),
) -> list[Told]:
    """Return the words of a sentence, then those of each gloss in it that holds a date.

    Of a sentence that has no word of `telling` only the first `most` are returned.
    """
    words, text = document.words, document.text
    begins, stops, lexicon = words.source_starts, words.source_ends, words.lexicon
    spans = [piece for piece in pieces if piece.start < piece.end]
    inside = [index for piece in spans for index in words.within(piece.start, piece.end)]
    kept = [index for index in inside if text[begins[index] : stops[index]].strip()]
    marks = document.note_marks
    if any(bisect_left(marks, piece.start) < bisect_left(marks, piece.end) for piece in spans):
        kept = [index for index in kept if not _is_mark(document, index)]
    lexemes = [words.lexemes[index] for index in kept]
    forms = [lexicon[number].normalised if number >= 0 else "" for number in lexemes]
    if most is not None and telling.isdisjoint(forms):
        kept, lexemes, forms = kept[:most], lexemes[:most], forms[:most]
    pos = [lexicon[number].pos if number >= 0 else "" for number in lexemes]
    starts, ends = [begins[index] for index in kept], [stops[index] for index in kept]
    surfaces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    owners, ending = _owners(starts, ends, named)
    whole = Told(starts, ends, surfaces, forms, pos, owners, _quoted(surfaces, roles), ending, {})
    main, *glosses = _groups(surfaces, owners, roles)
    parts = [_part(whole, group) for group in (main, *glosses)]
    if not glosses:
        return parts
    held, said = _glosses(whole, main, glosses)
    return [parts[0]._replace(glosses=held, remarks=said), *(part for part in parts[1:] if part.dates)]


def _is_mark(document: Document, index: int) -> bool:
    """Return whether a word is the mark of a note, no number of what follows (公表17し, but not 4か国, 関連6法案)."""
    words, marks = document.words, document.note_marks
    at = bisect_left(marks, words.source_starts[index])
    if at == len(marks) or marks[at] != words.source_starts[index]:
        return False
    after = words.lexemes[index + 1] if index + 1 < len(words.lexemes) else -1
    pos = words.lexicon[after].pos if after >= 0 else ""
    # What stands at once behind a number is a thing that it counts.
    beside = index + 1 < len(words.lexemes) and words.source_ends[index] == words.source_starts[index + 1]
    number = words.lexemes[index] >= 0 and words.lexicon[words.lexemes[index]].pos.startswith(NUMERAL)
    return COUNTER not in pos and not (number and beside and pos.startswith(NOUN))


def _glosses(
    whole: Told, main: Sequence[int], glosses: Sequence[Sequence[int]]
) -> tuple[dict[int, Sequence[tuple[int, Entity]]], dict[int, str]]:
    """Return what each gloss names, and what a short one says, by the word before it: an index of the main words."""
    place = {word: at for at, word in enumerate(main)} if glosses else {}
    named: dict[int, Sequence[tuple[int, Entity]]] = {}
    said: dict[int, str] = {}
    for group in glosses:
        if group and group[0] - 2 in place:
            before = place[group[0] - 2]
            named[before] = [pair for word in group for pair in whole.named.get(word, ())]
            if len(group) <= _REMARK:
                said[before] = "".join(whole.surfaces[word] for word in group)
    return named, said


def _part(whole: Told, group: Sequence[int]) -> Told:
    """Return some of the words of a sentence, with the dates among them that are not quoted."""
    if len(group) == len(whole.starts):
        dates = _dates(whole.named, whole.quoted)
        return whole._replace(dates=dates) if dates else whole
    place = {word: at for at, word in enumerate(group)}
    named = {place[word]: pairs for word, pairs in whole.named.items() if word in place}
    columns = (whole.starts, whole.ends, whole.surfaces, whole.forms, whole.pos)
    starts, ends, surfaces, forms, pos = ([column[word] for word in group] for column in columns)
    quoted = [whole.quoted[word] for word in group]
    owners = [whole.owners[word] for word in group]
    return Told(starts, ends, surfaces, forms, pos, owners, quoted, named, _dates(named, quoted))  # type: ignore[arg-type]


def _dates(named: Mapping[int, Sequence[tuple[int, Entity]]], quoted: Sequence[bool]) -> dict[int, int]:
    return {
        at: index
        for at, pairs in named.items()
        for index, entity in pairs
        if entity.mention.label == DATE and not quoted[at]
    }


def _owners(
    starts: Sequence[int], ends: Sequence[int], named: Sequence[tuple[int, Entity]]
) -> tuple[list[int], dict[int, list[tuple[int, Entity]]]]:
    """Return the entity that holds each word, and the entities by the word they end in."""
    owners = [-1] * len(starts)
    ending: dict[int, list[tuple[int, Entity]]] = {}
    position = 0
    for index, entity in sorted(named, key=lambda pair: pair[1].mention.span):
        span = entity.mention.span
        while position < len(starts) and ends[position] <= span.start:
            position += 1
        last = position
        while last + 1 < len(starts) and starts[last + 1] < span.end:
            last += 1
        if last < len(starts):
            owners[position : last + 1] = [index] * (last + 1 - position)
            ending.setdefault(last, []).append((index, entity))
    return owners, ending


def _groups(surfaces: Sequence[str], owners: Sequence[int], roles: Roles) -> list[list[int]]:
    """Return the words outside of glosses, then those of each outermost gloss; an unclosed bracket opens none."""
    partner = _partners(surfaces, owners, roles["bracket"], roles["closing"])
    if not partner:
        return [list(range(len(surfaces)))]
    main: list[int] = []
    glosses: list[list[int]] = []
    word = 0
    while word < len(surfaces):
        if word in partner:
            glosses.append(list(range(word + 1, partner[word])))
            word = partner[word]
        else:
            main.append(word)
        word += 1
    return [main, *glosses]


def _partners(
    surfaces: Sequence[str], owners: Sequence[int], opening: frozenset[str], closing: frozenset[str]
) -> dict[int, int]:
    found: dict[int, int] = {}
    if opening.isdisjoint(surfaces):
        return found
    waiting: list[int] = []
    for word, surface in enumerate(surfaces):
        if owners and owners[word] >= 0:
            continue
        if surface in opening:
            waiting.append(word)
        elif surface in closing and waiting:
            found[waiting.pop()] = word
    return found


def _quoted(surfaces: Sequence[str], roles: Roles) -> list[bool]:
    inside = [False] * len(surfaces)
    end = -1
    for first, last in sorted(_partners(surfaces, (), roles["quote"], roles["unquote"]).items()):
        if first > end:
            inside[first : last + 1] = [True] * (last + 1 - first)
            end = last
    return inside


def entities_in(one: Told, first: int, last: int) -> Iterator[tuple[int, int, Entity]]:
    """Return (word, index, entity) of what words [first, last) name, dates aside."""
    for word in range(first, last):
        for index, entity in one.named.get(word, ()):
            if entity.mention.label != DATE:
                yield word, index, entity
