"""The relator of hakusho: dates of a sentence, what each dates, and what stands around it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from hakusho.labels import COUNTRY, DATE
from hakusho.records import Entity, Event, Region, Sentence, Span
from hakusho.relate.dating import Dating
from hakusho.relate.entries import Entry, entries
from hakusho.relate.glossed import Glossed
from hakusho.relate.listed import Listed, Row
from hakusho.relate.names import Names
from hakusho.relate.participants import Participants, as_rows
from hakusho.relate.parties import Parties
from hakusho.relate.phrases import Phrase, phrases
from hakusho.relate.places import Places
from hakusho.relate.reading import Reading
from hakusho.relate.scene import Dated
from hakusho.relate.sides import Background, Side, abroad
from hakusho.relate.told import Roles, Told, told
from hakusho.relate.topics import Topics
from hakusho.relate.triggers import Triggers
from hakusho.text.document import Document

# How far after an event what leans on its date may begin, in characters.
_NEAR = 1000
# How many words of a sentence that tells no event say whom it is about.
_OPENING = 24
# How long a title in brackets is, in characters.
_SHORTEST, _TITLE = 4, 28
# The words and phrases of a sentence.
Held = tuple[Told, Sequence[Phrase]]
# Types of which something comes.
_WITH_OUTCOME = frozenset(("meeting", "visit"))
# Types that happen to what has a name, which a bracket after its name may tell.
_GLOSSED = frozenset(("adoption", "announcement", "enactment", "agreement", "meeting", "establishment", "launch"))


def relator(read_lexicon: Callable[[str], Iterable[dict[str, str]]]) -> "EventRelator":
    """Return the relator that the lexicons describe."""
    return EventRelator(read_lexicon)


class _Roles(dict[str, frozenset[str]]):
    def __missing__(self, role: str) -> frozenset[str]:
        raise KeyError(f"event_words.tsv has no word of the role {role!r}")


class EventRelator:
    """Finds dated events by trigger words, as `docs/rules.md` says."""

    def __init__(self, read_lexicon: Callable[[str], Iterable[dict[str, str]]]) -> None:
        roles: dict[str, set[str]] = {}
        for row in read_lexicon("event_words"):
            roles.setdefault(row["role"], set()).add(row["word"])
        roles["online"] = {row["name"] for row in read_lexicon("cities") if not row["iso3"]}
        self._roles: Roles = _Roles({role: frozenset(words) for role, words in roles.items()})
        triggers = Triggers(read_lexicon, self._roles)
        self._telling = triggers.words()
        self._along = tuple(sorted(self._roles["along_text"]))
        self._openings = tuple(sorted(self._roles["opening"]))
        self._dating = Dating(triggers, self._roles)
        self._names = Names(triggers, self._roles)
        self._parties = Parties(read_lexicon, self._roles)
        self._topics = Topics(self._roles, self._parties)
        self._places = Places(read_lexicon, self._roles, self._parties.country_before)
        self._glossed = Glossed(triggers, self._places, self._roles)
        self._listed = Listed(triggers, self._parties, self._places, self._roles)
        self._participants = Participants(self._roles, self._names, self._parties, triggers)

    def relate(self, document: Document, entities: Sequence[Entity]) -> Sequence[Event]:
        """Return the events of every sentence that holds a date."""
        named = _by_sentence(document, entities)
        known, titles = self._headings(document, entities), self._titles(document)
        found: list[Event] = []
        lines = list(entries(document, entities))
        listed = {document.layout.block_index(line.span.start) for line in lines}
        for sentence, inside in self._read(document, named):
            if listed and document.layout.block_index(sentence.pieces[0].start) in listed:
                continue
            near = bool(found) and sentence.pieces[0].start - found[-1].span.end < _NEAR
            while titles and titles[-1].start < sentence.pieces[0].start:
                self._retitle(document, titles.pop(), entities, known)
            told_here = self._sentence(document, sentence, inside, known, found[-1] if near else None)
            if not told_here and near and found[-1].type in _WITH_OUTCOME and not found[-1].outcome:
                found[-1] = self._with_outcome(document, sentence, inside, found[-1])
            found += told_here
        found += (event for line in lines for event in self._entry(document, line, known))
        return [*found, *(self._of_row(row) for row in self._listed.find(document, entities))]

    def _entry(self, document: Document, line: Entry, known: dict[str, Background]) -> list[Event]:
        """Return the events of a line of a chronology."""
        about = known.get(document.layout.section_id(line.span.start), Background())
        held: Held | None = None
        events: list[Event] = []
        background = Background(about.about, about.bilateral)
        for one in told(document, [line.span], line.named, self._roles):
            parts = phrases(one, self._roles)
            events += self._events(one, parts, self._dating.find(one, parts, -1), background, held, events)
            held = held or (one, parts)
        return events

    def _of_row(self, row: Row) -> Event:
        one, trigger = row.told, row.dated.trigger
        return Event(
            one.span(0, len(one.forms)),
            trigger.type,
            row.dated.date,
            row.name,
            row.place,
            row.country,
            as_rows(row.sides),
            f"event:row:{trigger.lemma}",
            row.dated.until,
        )

    def _with_outcome(
        self, document: Document, sentence: Sentence, named: Sequence[tuple[int, Entity]], event: Event
    ) -> Event:
        """Return a meeting with what the sentence after it says was done there (同会合では…採択された)."""
        if not sentence.text.startswith(self._openings):
            return event
        one = told(document, sentence.pieces, named, self._roles)[0]
        line = phrases(one, self._roles)
        goes_on = self._names.goes_on(one, line)
        return replace(event, outcome=self._names.outcome(one, line, 0)) if goes_on else event

    def _read(
        self, document: Document, named: dict[str, list[tuple[int, Entity]]]
    ) -> Iterator[tuple[Sentence, list[tuple[int, Entity]]]]:
        """Return the sentences that may tell an event: those that name something, or lean on one told before."""
        dated = {
            sentence.section_id
            for sentence in document.segments.sentences
            if any(entity.mention.label == DATE for _, entity in named.get(sentence.sentence_id, ()))
        }
        for sentence in document.segments.sentences:
            inside = named.get(sentence.sentence_id, [])
            if sentence.section_id in dated and (inside or self._may_lean(sentence.text)):
                yield sentence, inside

    def _may_lean(self, text: str) -> bool:
        """Return whether a sentence may lean on the date of what was told before it."""
        return text.startswith(self._openings) or any(word in text for word in self._along)

    def _titles(self, document: Document) -> list[Span]:
        """Return the lines in brackets that title the paragraphs after them (（WTO農業交渉）), the last first."""
        found: list[Span] = []
        for block in document.segments.blocks:
            text = document.text[block.span.slice]
            line = text.strip()
            if block.kind != Region.BODY or not _SHORTEST < len(line) < _TITLE:
                continue
            if line[0] in self._roles["bracket"] and line[-1] in self._roles["closing"]:
                start = block.span.start + text.index(line)
                found.append(Span(start + 1, start + len(line) - 1))
        return found[::-1]

    def _inside_brackets(self, document: Document, line: Span) -> Span:
        """Return the characters of a heading, without the brackets around all of it (（WTO農業交渉）)."""
        text = document.text[line.slice]
        first, last = len(text) - len(text.lstrip()), len(text.rstrip()) - 1
        if last > first and text[first] in self._roles["bracket"] and text[last] in self._roles["closing"]:
            return Span(line.start + first + 1, line.start + last)
        return line

    def _retitle(
        self, document: Document, title: Span, entities: Sequence[Entity], known: dict[str, Background]
    ) -> None:
        """Say whom the paragraphs after a title in brackets are about: whom it names, else whom the section is."""
        section = document.layout.section_id(title.start)
        background = known.setdefault(section, Background())
        self._catch_up(document, background)
        first = bisect_left(entities, title.start, key=lambda entity: entity.mention.span.start)
        last = bisect_left(entities, title.end, key=lambda entity: entity.mention.span.start)
        one = told(document, [title], list(enumerate(entities[first:last], first)), self._roles)[0]
        about = self._topics.heading(one, phrases(one, self._roles))
        known[section] = Background(about or background.section, background.bilateral, background.section)

    def _headings(self, document: Document, entities: Sequence[Entity]) -> dict[str, Background]:
        """Return whom each section is about, by its id: what its heading names first, else what that above it does."""
        inside: dict[str, list[tuple[int, Entity]]] = {}
        for index, entity in enumerate(entities):
            if entity.mention.region == Region.HEADING:
                inside.setdefault(document.layout.section_id(entity.mention.span.start), []).append((index, entity))
        known: dict[str, Background] = {"": Background()}
        known[""].own = self._parties.office(document.source.source.publisher)
        for section in document.segments.sections:
            about: tuple[Side, ...] = ()
            if section.section_id in inside:
                line = self._inside_brackets(document, section.heading)
                one = told(document, [line], inside[section.section_id], self._roles)[0]
                about = self._topics.heading(one, phrases(one, self._roles))
            above = known.get(section.parent_id, known[""])
            known[section.section_id] = Background(about or above.about, section=about or above.about)
        foreign, ours = abroad(document, entities, self._roles["home"])
        for section_id, side in foreign.items():
            if not known.setdefault(section_id, Background()).about:
                known[section_id].about = known[section_id].section = (side,)
        for section_id in ours & known.keys():
            known[section_id].bilateral = True
        return known

    def _sentence(
        self,
        document: Document,
        sentence: Sentence,
        named: Sequence[tuple[int, Entity]],
        known: dict[str, Background],
        before: Event | None,
    ) -> list[Event]:
        background, whole = known.setdefault(sentence.section_id, Background()), known[""]
        background.own = background.own or whole.own
        events: list[Event] = []
        held: Held | None = None
        leaning, end = (before.date, before.until) if before is not None else (-1, -1)
        leans = leaning >= 0 and self._may_lean(sentence.text)
        if leans or any(entity.mention.label == DATE for _, entity in named):
            for one in told(document, sentence.pieces, named, self._roles, _OPENING, self._telling):
                line = phrases(one, self._roles)
                found = self._dating.find(one, line, leaning, end)
                if found and not events:
                    self._catch_up(document, background)
                    background.enter(document.layout.block_index(sentence.pieces[0].start))
                    self._topics.topic(one, line, background)
                events += self._events(one, line, found, background, held, events)
                held = held or (one, line)
        if not events:
            background.waiting.append((sentence, named))
        whole.own = background.own
        return events

    def _events(
        self,
        one: Told,
        line: Sequence[Phrase],
        found: Sequence[Dated],
        known: Background,
        held: Held | None,
        before: Sequence[Event],
    ) -> list[Event]:
        """Return the events of a sentence, or of a bracket: `held` is what stands around it, `before` its events."""
        framed = known.framed
        # What a bracket tells of a law is of no country told of before, where the sentence names us.
        known.framed = framed and (held is None or not self._parties.names_us(held[0]))
        events = [self._event(one, line, event, known) for event in found]
        known.framed = framed
        if held is None:
            return events
        if not found and all(event.type != "meeting" for event in before):
            return self._of_gloss(one, line, held, known)
        named = [self._named(event, *held) for event in events]
        sides = before[-1].participants if before and before[-1].type == "agreement" else ()
        # A treaty's signature and its entry into force are of the same sides (…署名（同年12月発効）).
        return [replace(event, participants=sides) if self._is_same(event) else event for event in named]

    def _of_gloss(self, one: Told, line: Sequence[Phrase], held: Held, known: Background) -> list[Event]:
        """Return the gathering that a bracket of a sentence only dates and places."""
        found = self._glossed.find(one, line, *held)
        if found is None:
            return []
        dated, main, (place, country) = found
        event = self._event(held[0], main, dated, known)
        span = Span(event.span.start, max(event.span.end, one.ends[-1]))
        return [replace(event, span=span, place=place or event.place, place_country=country or event.place_country)]

    def _is_same(self, event: Event) -> bool:
        return event.type == "agreement" and not event.participants

    def _named(self, event: Event, main: Told, line: Sequence[Phrase]) -> Event:
        """Return an event of a bracket with the name before it, where the bracket only says what was done to that."""
        act = event.found_by.rsplit(":", 1)[-1]
        said = event.name and (event.type == "meeting" or not event.name.endswith(act))
        if event.type not in _GLOSSED or said:
            return event
        return replace(event, name=self._names.before_gloss(main, line, event.span.start) or event.name)

    def _catch_up(self, document: Document, background: Background) -> None:
        """Read who is understood from the sentences since the last event: only where there is a next one."""
        for sentence, named in background.waiting:
            background.enter(document.layout.block_index(sentence.pieces[0].start))
            one = told(document, sentence.pieces, named, self._roles, _OPENING)[0]
            self._topics.topic(one, phrases(one, self._roles), background)
        background.waiting.clear()

    def _event(self, one: Told, line: Sequence[Phrase], dated: Dated, known: Background) -> Event:
        countries = [side.value for side in known.about if side.label == COUNTRY]
        abroad = [value for value in countries if value not in self._roles["home"]]
        same = abroad[0] if abroad else known.abroad.value if known.abroad is not None else ""
        place, country = self._places.find(one, line, dated, (same, known.where))
        known.where = country or known.where
        sides = self._participants.find(Reading(one, line, dated, known, country))
        known.deal(sides, self._parties.home, dated.trigger.type)
        return Event(
            self._evidence(one, line, dated),
            dated.trigger.type,
            dated.date,
            self._names.name(one, line, dated.trigger),
            place,
            country,
            as_rows(sides),
            f"event:{dated.trigger.lemma}",
            dated.until,
            self._outcome(one, line, dated),
        )

    def _outcome(self, one: Told, line: Sequence[Phrase], dated: Dated) -> str:
        if dated.trigger.type not in _WITH_OUTCOME:
            return ""
        return self._names.outcome(one, line, max(dated.last, dated.trigger.phrase))

    def _evidence(self, one: Told, line: Sequence[Phrase], dated: Dated) -> Span:
        """Return the characters from the date to the verb, and to the noun that the verb describes."""
        last = max(dated.last, dated.trigger.phrase, dated.phrase)
        end = line[last].body if line[last].light < 0 else line[last].light
        return Span(one.starts[line[dated.phrase].first], one.ends[end - 1])


def _by_sentence(document: Document, entities: Sequence[Entity]) -> dict[str, list[tuple[int, Entity]]]:
    found: dict[str, list[tuple[int, Entity]]] = {}
    for index, entity in enumerate(entities):
        sentence = document.layout.sentence(entity.mention.span.start)
        if sentence is not None:
            found.setdefault(sentence.sentence_id, []).append((index, entity))
    return found
