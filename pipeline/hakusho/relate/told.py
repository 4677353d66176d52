"""A sentence as the relator reads it: its words, glosses apart, and what each word names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hakusho.labels import DATE
from hakusho.records import Entity, Span
from hakusho.text.document import Document

Roles = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Told:
    """Words in order. `owners` are indices of the entity that holds a word, -1 for none; `quoted` are inside quotes.

    `named` has all entities by the word that they end in: 日米 is one word and two countries.
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
    section: str = ""

    def span(self, first: int, last: int) -> Span:
        """Return the characters of words [first, last)."""
        return Span(self.starts[first], self.ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """Return words [first, last) as they are printed."""
        return "".join(self.surfaces[first:last])


def told(
    document: Document, pieces: Sequence[Span], named: Sequence[tuple[int, Entity]], roles: Roles, section: str = ""
) -> list[Told]:
    """Return the words of a sentence, then those of each gloss in it that holds a date."""
    words, text = document.words, document.text
    indices = [
        index
        for piece in pieces
        for index in words.within(piece.start, piece.end)
        if text[words.source_starts[index] : words.source_ends[index]].strip()
    ]
    starts = [words.source_starts[index] for index in indices]
    ends = [words.source_ends[index] for index in indices]
    surfaces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    lexemes = [words.lexeme(index) for index in indices]
    forms = [lexeme.normalised if lexeme else "" for lexeme in lexemes]
    pos = [lexeme.pos if lexeme else "" for lexeme in lexemes]
    owners, ending = _owners(starts, ends, named)
    groups = _groups(surfaces, owners, roles)
    quoted = _quoted(surfaces, roles)
    found = []
    for group in groups:
        place = {word: at for at, word in enumerate(group)}
        inside = {place[word]: pairs for word, pairs in ending.items() if word in place}
        dates = {
            at: index
            for at, pairs in inside.items()
            for index, entity in pairs
            if entity.mention.label == DATE and not quoted[group[at]]
        }
        found.append(
            Told(
                [starts[word] for word in group],
                [ends[word] for word in group],
                [surfaces[word] for word in group],
                [forms[word] for word in group],
                [pos[word] for word in group],
                [owners[word] for word in group],
                [quoted[word] for word in group],
                inside,
                dates,
                section,
            )
        )
    return [one for number, one in enumerate(found) if number == 0 or one.dates]


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
    main: list[int] = []
    glosses: list[list[int]] = []
    partner = _partners(surfaces, owners, roles["bracket"], roles["closing"])
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
    waiting: list[int] = []
    found: dict[int, int] = {}
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
