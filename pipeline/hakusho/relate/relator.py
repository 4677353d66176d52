"""The relator of hakusho: a date of a sentence, the trigger that it dates, and what stands around them."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from hakusho.labels import COUNTRY, DATE, ORG
from hakusho.records import Entity, Event, Participant, Region, Sentence, Span, Words
from hakusho.relate.participants import Participants
from hakusho.relate.places import Places
from hakusho.relate.triggers import Trigger, Triggers
from hakusho.text.document import Document

# Evidence longer than this tells nothing of what belongs together, in words.
_LONGEST = 200
_HIRAGANA = re.compile("[\u3041-\u309f]+")
# Signs in front that open no bracket.
_EDGE = re.compile(r"^[^\w「『（(〔]+")
# What is shorter is a fragment of a name, in characters.
_SHORTEST_NAME = 4
# The longest name after a verb that is its attribute, in words.
_NAME = 15
# Types in which a body that is only understood takes no part, a state does.
_OF_STATES = frozenset(("enactment", "establishment"))
# Types that have a place.
_PLACED = frozenset(("meeting", "launch", "agreement"))
_GOING = frozenset(("visit", "dispatch"))


@dataclass(frozen=True)
class _Told:
    """A sentence with its words: where they stand, how they read, and the entities by their last word."""

    starts: Sequence[int]
    ends: Sequence[int]
    surfaces: Sequence[str]
    forms: Sequence[str]
    named: dict[int, list[tuple[int, Entity]]]
    dates: dict[int, tuple[int, Entity]]


def relator(read_lexicon: Callable[[str], Iterable[dict[str, str]]]) -> "EventRelator":
    """Return the relator that the lexicons describe."""
    return EventRelator(read_lexicon)


class EventRelator:
    """Finds dated events by trigger words, as `docs/rules.md` tells."""

    def __init__(self, read_lexicon: Callable[[str], Iterable[dict[str, str]]]) -> None:
        self._triggers = Triggers(read_lexicon)
        self._roles = self._triggers.roles
        self._stops = self._roles["acting"] | self._roles["between"] | self._roles["end"] | self._roles["target"]
        self._places = Places(read_lexicon, self._roles)
        self._participants = Participants(self._roles)

    def relate(self, document: Document, entities: Sequence[Entity]) -> Sequence[Event]:
        """Return the events of every sentence that holds a date."""
        by_sentence: dict[str, tuple[Sentence, list[tuple[int, Entity]]]] = {}
        for index, entity in enumerate(entities):
            sentence = document.layout.sentence(entity.mention.span.start)
            if sentence is not None:
                by_sentence.setdefault(sentence.sentence_id, (sentence, []))[1].append((index, entity))
        found: list[Event] = []
        topics = self._headings(document, entities)
        for sentence, named in by_sentence.values():
            told = _told(document, sentence, named)
            topic = self._participants.topic(told.forms, told.named)
            if topic is not None:
                topics[sentence.section_id] = topic
            if told.dates:
                found += self._events(told, topics.get(sentence.section_id))
        return found

    def _headings(self, document: Document, entities: Sequence[Entity]) -> dict[str, Participant]:
        """Return the body or country that the heading of each section names first, by the section's id."""
        topics: dict[str, Participant] = {}
        for index, entity in enumerate(entities):
            mention = entity.mention
            if mention.region == Region.HEADING and mention.label != DATE and entity.value:
                section = document.layout.section_id(mention.span.start)
                topics.setdefault(section, Participant(mention.label, entity.value, index))
        return topics

    def _events(self, told: _Told, topic: Participant | None) -> list[Event]:
        triggers = self._triggers.find(told.forms)
        dates = [last for last in sorted(told.dates) if self._may_date(told.forms, last)]
        events = []
        ends = {first: last for first, last in zip(dates, dates[1:], strict=False) if self._is_range(told, first, last)}
        closing = frozenset(ends.values())
        dates = [date for date in dates if date not in closing]
        firsts, lasts = [trigger.first for trigger in triggers], [trigger.last for trigger in triggers]
        for date, following in zip(dates, [*dates[1:], len(told.forms)], strict=False):
            behind = triggers[bisect_left(firsts, date + 1) : bisect_left(firsts, date + _LONGEST)]
            own = [trigger for trigger in behind if trigger.first < following] or behind
            if own:
                before = bisect_left(lasts, date)
                clause = range(max(lasts[before - 1] + 1 if before else 0, own[0].first - _LONGEST), own[0].first)
                event = self._event(told, date, own[0], clause, topic)
                events.append(replace(event, until=told.dates[ends[date]][0]) if date in ends else event)
        return events

    def _is_range(self, told: _Told, first: int, last: int) -> bool:
        """Return whether a mark of range joins two dates, nothing else between them."""
        start = told.dates[last][1].mention.span.start
        between = told.forms[first + 1 : bisect_left(told.starts, start)]
        return len(between) == 1 and between[0] in self._roles["range"]

    def _named_after(self, forms: Sequence[str], trigger: Trigger) -> int:
        """Return where the name ends that a trigger is an attribute of (開催された日EU対話); else the trigger's end."""
        index = trigger.last + 1
        while index < len(forms) and forms[index] in self._roles["passive"]:
            index += 1
        if index + 1 >= len(forms) or forms[index] not in self._roles["past"] or forms[index + 1] in self._stops:
            return trigger.last + 1
        reach = range(index + 1, min(index + _NAME, len(forms)))
        return next((at for at in reach if forms[at] in self._stops), reach.stop)

    def _may_date(self, forms: Sequence[str], last: int) -> bool:
        """Return whether a date may be an event's: no deadline and no state of affairs."""
        after = forms[last + 1] if last + 1 < len(forms) else ""
        return after not in self._roles["deadline"] and after not in self._roles["state"]

    def _event(self, told: _Told, date: int, trigger: Trigger, clause: range, topic: Participant | None) -> Event:
        index, entity = told.dates[date]
        sides = self._participants.find(
            trigger.type, told.forms, range(clause.start, self._named_after(told.forms, trigger)), told.named
        )
        if not sides and topic is not None and (topic.label == COUNTRY or trigger.type not in _OF_STATES):
            sides = (Participant(topic.label, topic.value),)
        place, country = self._place(told, trigger, clause)
        return Event(
            Span(entity.mention.span.start, told.ends[trigger.last]),
            trigger.type,
            index,
            self._name(told, range(date + 1, trigger.first)),
            place,
            country,
            sides,
            f"event:{trigger.lemma}",
        )

    def _place(self, told: _Told, trigger: Trigger, clause: range) -> tuple[str, str]:
        countries = {
            last: entity for last, pairs in told.named.items() for _, entity in pairs if entity.mention.label == COUNTRY
        }
        if trigger.type in _GOING:
            return self._places.visited(told.forms, trigger.first, countries)
        if trigger.type not in _PLACED:
            return "", ""
        return self._places.find(told.surfaces, told.forms, clause.start, clause.stop, countries)

    def _name(self, told: _Told, clause: range) -> str:
        """Return what stands before the trigger's own particle, back to the particle before it."""
        end = clause.stop
        while end > clause.start and told.forms[end - 1] in self._roles["between"]:
            end -= 1
        stops = self._roles["acting"] | self._roles["beside"] | self._roles["place_by"] | self._roles["target"]
        start = end
        while start > clause.start and told.forms[start - 1] not in stops:
            start -= 1
        return _noun_phrase(told.surfaces[start:end])


def _noun_phrase(surfaces: Sequence[str]) -> str:
    """Return the words as a name, without those in hiragana at its edges; empty where too little is left."""
    start, end = 0, len(surfaces)
    while start < end and _HIRAGANA.fullmatch(surfaces[start]):
        start += 1
    while start < end and _HIRAGANA.fullmatch(surfaces[end - 1]):
        end -= 1
    name = _EDGE.sub("", "".join("".join(surfaces[start:end]).split()))
    return name if start == 0 and len(name) >= _SHORTEST_NAME else ""


def _told(document: Document, sentence: Sentence, named: Sequence[tuple[int, Entity]]) -> _Told:
    words, text = document.words, document.text
    indices = [
        index
        for piece in sentence.pieces
        for index in words.within(piece.start, piece.end)
        if text[words.source_starts[index] : words.source_ends[index]].strip()
    ]
    starts = [words.source_starts[index] for index in indices]
    ends = [words.source_ends[index] for index in indices]
    surfaces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    forms = [_form(words, index) for index in indices]
    position = 0
    bodies: dict[int, list[tuple[int, Entity]]] = {}
    dates: dict[int, tuple[int, Entity]] = {}
    for index, entity in named:
        while position + 1 < len(starts) and starts[position + 1] < entity.mention.span.end:
            position += 1
        if entity.mention.label == DATE:
            dates[position] = (index, entity)
        elif entity.mention.label in (ORG, COUNTRY):
            bodies.setdefault(position, []).append((index, entity))
    return _Told(starts, ends, surfaces, forms, bodies, dates)


def _form(words: Words, index: int) -> str:
    lexeme = words.lexeme(index)
    return lexeme.normalised if lexeme else ""
