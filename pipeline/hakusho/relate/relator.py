"""The relator of hakusho: a date of a sentence, the trigger that it dates, and what stands around them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hakusho.labels import COUNTRY, DATE, ORG
from hakusho.records import Entity, Event, Participant, Sentence, Span, Words
from hakusho.relate.participants import Participants
from hakusho.relate.places import Places
from hakusho.relate.triggers import Trigger, Triggers
from hakusho.text.document import Document

# Evidence longer than this tells nothing of what belongs together, in words.
_LONGEST = 200
_GOING = frozenset(("visit", "dispatch"))
# Types whose parties are named or none.
_WITHOUT_TOPIC = frozenset(("enactment", "establishment"))


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
        topics: dict[str, Participant] = {}
        for sentence, named in by_sentence.values():
            told = _told(document, sentence, named)
            topic = self._participants.topic(told.forms, told.named)
            if topic is not None:
                topics[sentence.section_id] = topic
            if told.dates:
                found += self._events(told, topics.get(sentence.section_id))
        return found

    def _events(self, told: _Told, topic: Participant | None) -> list[Event]:
        triggers = self._triggers.find(told.forms)
        dates = [last for last in sorted(told.dates) if self._may_date(told.forms, last)]
        events = []
        for date, following in zip(dates, [*dates[1:], len(told.forms)], strict=False):
            behind = [trigger for trigger in triggers if date < trigger.first < date + _LONGEST]
            own = [trigger for trigger in behind if trigger.first < following] or behind
            if own:
                before = [trigger.last for trigger in triggers if trigger.last < date]
                clause = range(before[-1] + 1 if before else 0, own[0].first)
                events.append(self._event(told, date, own[0], clause, topic))
        return events

    def _may_date(self, forms: Sequence[str], last: int) -> bool:
        """Return whether a date may be an event's: no deadline and no state of affairs."""
        after = forms[last + 1] if last + 1 < len(forms) else ""
        return after not in self._roles["deadline"] and after not in self._roles["state"]

    def _event(self, told: _Told, date: int, trigger: Trigger, clause: range, topic: Participant | None) -> Event:
        index, entity = told.dates[date]
        sides = self._participants.find(trigger.type, told.forms, range(clause.start, trigger.last + 1), told.named)
        if not sides and topic is not None and trigger.type not in _WITHOUT_TOPIC:
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
        return "".join(told.surfaces[start:end])


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
