"""Bodies that a document calls by the kind of its own place: 市議会 in a newsletter of 甲野市 is 甲野市議会."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from hakusho.recognise.organisations import local_name_rules as rules
from hakusho.recognise.organisations.aliases import Alias, later_uses
from hakusho.recognise.organisations.lexicon import FoundBody
from hakusho.recognise.organisations.short_name_rules import SHORTENED, UNIT_BEHIND
from hakusho.records import Words
from hakusho.text.definitions import ViewDefinition

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Named:
    """A body whose name begins with a place: where the place stands, what kind it is, and the rest of the name."""

    body: Span
    place: Span
    unit: str
    name: str


def local_names(
    text: str, words: Words, definitions: Sequence[ViewDefinition], chosen: Sequence[FoundBody]
) -> Iterator[FoundBody]:
    """Return where a body of a place stands by the place's kind alone: behind its full name, or in a text about it."""
    named = [*_named(text, words, chosen)]
    places = _own_places(text, definitions, named)
    full = {one.body: one.place for one in named}
    for start, end, meant in later_uses(text, [*_short_forms(text, named, places)], with_units=True):
        if section := UNIT_BEHIND.match(text, end):
            yield FoundBody(start, section.end(), "local", place=full.get(meant, meant))
        elif not _of_many(text, start, end):
            printed = meant in full
            yield FoundBody(start, end, "local", body=meant if printed else None, place=None if printed else meant)
    yield from _founded(text, chosen, places)
    yield from _sections(text, words, places)


def _sections(text: str, words: Words, places: Mapping[str, Span]) -> Iterator[FoundBody]:
    """県医療政策課 is the section of the document's own place; 県民生活課 and 都市計画課 name no place."""
    for match in rules.SECTION.finditer(text):
        start = match.start()
        if text[start] in places and words.is_boundary(start) and words.is_boundary(start + 1):
            yield FoundBody(start, match.end(), "local", place=places[text[start]])


def _founded(text: str, chosen: Sequence[FoundBody], places: Mapping[str, Span]) -> Iterator[FoundBody]:
    """市立東中学校 and 県議会決算特別委員会 are those of the place that the document is about."""
    for body in chosen:
        if body.body is None and text.startswith(rules.OF_PLACE, body.start + 1) and text[body.start] in places:
            yield replace(body, rule="local", place=places[text[body.start]])


def _named(text: str, words: Words, chosen: Sequence[FoundBody]) -> Iterator[_Named]:
    for body in chosen:
        if body.body is None and (place := _place(text, words, body.start, body.end)):
            unit = place[1] - 1
            yield _Named((body.start, body.end), place, text[unit], text[unit : body.end])


def _place(text: str, words: Words, start: int, end: int) -> Span | None:
    """Return the place at the beginning of a name: its kind begins a word, as 都 in 宇都宮市 does not."""
    prefecture = rules.PREFECTURE.match(text, start, end)
    beginnings = {start, prefecture.end() if prefecture else start}
    for begin in sorted(beginnings, reverse=True):
        for behind in range(begin + 2, end):
            named = rules.PLACE.fullmatch(text, begin, behind) and not rules.UNIT_BEHIND.match(text, behind, end)
            if named and _is_apart(words, begin, behind):
                return begin, behind
    return None


def _is_apart(words: Words, begin: int, end: int) -> bool:
    """Return whether the last letter of a place is a word, or ends one behind another (みどり|野市); not in 京都."""
    last = end - 1
    return words.is_boundary(last) or (words.is_boundary(end) and words.starts[words.word_at(last)] > begin)


def _own_places(text: str, definitions: Sequence[ViewDefinition], named: Sequence[_Named]) -> Mapping[str, Span]:
    """Return by kind the place that a document is about: defined as such (以下「市」), or the only one with bodies."""
    found: dict[str, Span] = {}
    for unit, bodies in _by_unit(named).items():
        names = {text[slice(*one.place)] for one in bodies}
        distinct = {one.name for one in bodies}
        if len(names) == 1 and len(distinct) >= rules.ENOUGH_BODIES:
            found[unit] = bodies[0].place
    for definition in definitions:
        short = text[slice(*definition.short)]
        if definition.ja and short in rules.UNITS and text[definition.ja[1] - 1] == short:
            found[short] = definition.ja
    return found


def _by_unit(named: Sequence[_Named]) -> Mapping[str, list[_Named]]:
    units: defaultdict[str, list[_Named]] = defaultdict(list)
    for one in named:
        units[one.unit].append(one)
    return units


def _short_forms(text: str, named: Sequence[_Named], places: Mapping[str, Span]) -> Iterator[Alias]:
    """Return what may stand for a body that is printed in full, and for others of the place that the text is about."""
    units = _by_unit(named)
    for unit, body in product(rules.UNITS, (*rules.BODIES, *rules.POLICE)):
        forms = [unit + form for form in (body, *SHORTENED.get(body, ()))]
        full = [one for one in units.get(unit, ()) if one.name in forms]
        if len({text[slice(*one.place)] for one in full}) == 1:
            yield from (Alias(form, -1 if unit in places else full[0].body[0], full[0].body) for form in forms)
        elif unit in places and not full:
            yield Alias(forms[0], -1, places[unit])


def _of_many(text: str, start: int, end: int) -> bool:
    """各地の市議会, 市議会等: one of many, not that of the place."""
    before = rules.MANY_BEFORE.search(text, max(0, start - rules.LONGEST_BEFORE), start)
    return bool(before or rules.MANY_BEHIND.match(text, end))
