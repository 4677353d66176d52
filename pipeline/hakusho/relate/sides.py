"""A party of an event, and who is understood where a sentence names nobody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hakusho.labels import COUNTRY, ORG
from hakusho.records import Body, Entity, Participant, Sentence
from hakusho.text.document import Document

# A section is about a country from this many mentions and this share of all countries named on.
_MENTIONS, _SHARE = 3, 0.6
# Kinds of bodies that a document goes on to tell of in later paragraphs.
OFFICES = frozenset(("ministry", "agency", "bureau"))
# How many sides 両国 means.
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Side:
    """A party with the word it is named at; `home` is its country, empty where the lexicon has none.

    `kind` is what the lexicon of bodies calls a body, empty for others.
    """

    word: int
    label: str
    value: str
    mention: int
    home: str
    kind: str = ""

    @property
    def participant(self) -> Participant:
        """The side as a row has it."""
        return Participant(self.label, self.value, self.mention)


@dataclass
class Background:
    """Who is understood: whom a section is about; who acted, was founded or was met last.
    `dealt` has who acted for us with each country or body from abroad, the last time that the section told it.
    `frame` is the country before では, `pair` the two that acted side by side and that 両国 means, `own` the office of
    ours that acted last, `met` the two of the event before, `abroad` the one country from abroad in it, `where` the
    country of the last place, `session` who met last.
    `bilateral` says whether the section names something of ours: then it is about us too.
    `section` is whom the section is about where a title inside of it says otherwise.

    `block` is the paragraph that `subject` and `partner` were told in, `fresh` says whether `actor` was too,
    `located` whether it only stood where the sentence said where (総務省では、…).
    `framed` whether a country was told of after it,
    `waiting` has the sentences that were not looked at yet.
    """

    about: tuple[Side, ...] = ()
    bilateral: bool = False
    section: tuple[Side, ...] = ()
    actor: Side | None = None
    subject: Side | None = None
    partner: Side | None = None
    frame: Side | None = None
    pair: tuple[Side, ...] = ()
    own: Side | None = None
    met: tuple[Side, ...] = ()
    abroad: Side | None = None
    where: str = ""
    session: tuple[Side, ...] = ()
    dealt: dict[str, tuple[Side, ...]] = field(default_factory=dict)
    block: int = -1
    fresh: bool = False
    located: bool = False
    framed: bool = False
    waiting: list[tuple[Sentence, Sequence[tuple[int, Entity]]]] = field(default_factory=list)

    def enter(self, block: int) -> None:
        """Forget what only holds within a paragraph."""
        if block != self.block:
            self.block, self.subject, self.partner, self.fresh = block, None, None, False
            self.frame, self.pair, self.met, self.abroad = None, (), (), None
            if self.actor is not None and self.actor.label != ORG:
                self.actor = None

    def enter_country(self, frame: Side) -> None:
        """Go on to a country of which sentences tell: a body of before is no longer what they are about."""
        self.frame, self.framed = frame, True
        if self.located and self.actor is not None:
            self.actor, self.fresh = self.actor if self.actor.kind in OFFICES else None, False

    def deal(self, sides: Sequence[Side], home: str, kind: str) -> None:
        """Remember who of ours dealt with whom, and which two."""
        if kind == "meeting":
            self.session = tuple(replace(one, word=-1, mention=-1) for one in sides)
        self.met = tuple(sides) if len(sides) == _PAIR else self.met
        countries = [one for one in sides if one.home not in ("", home)]
        self.abroad = (
            replace(countries[0], label=COUNTRY, value=countries[0].home) if len(countries) == 1 else self.abroad
        )
        ours = tuple(one for one in sides if one.home == home)
        self.own = next((one for one in ours if one.kind in OFFICES), self.own)
        for one in sides if ours else ():
            if one.home != home:
                self.dealt[one.home or one.value] = ours


def side(word: int, index: int, entity: Entity) -> Side:
    """Return the side that an entity is; `word` is where it stands, `index` its place among the entities."""
    kind = entity.known.kind if isinstance(entity.known, Body) else ""
    return Side(word, entity.mention.label, entity.value, index, _home(entity), kind)


def _home(entity: Entity) -> str:
    if entity.mention.label == COUNTRY:
        return entity.value
    return entity.known.country if isinstance(entity.known, Body) else ""


def inmost(found: Sequence[Side]) -> list[Side]:
    """Return the parties of one phrase: countries side by side (日米両国), else the last body."""
    if all(one.label == COUNTRY for one in found):
        return list(found)
    bodies = [one for one in found if one.label == ORG]
    return bodies[-1:] if found[-1].mention >= 0 or len(bodies) == len(found) else list(found)


def merged(said: Sequence[Side], named: Sequence[Side], *, both: bool = False) -> list[Side]:
    """Return sides once each, without a country for which a body acts, unless `both` are wanted."""
    found: dict[str, Side] = {}
    for one in sorted(said, key=lambda one: one.word):
        found.setdefault(one.value, one)
    acting = list(found.values())
    for one in named:
        if not any(other.home == one.home and one.home for other in acting):
            found.setdefault(one.value, one)
    bodies = set() if both else {one.home for one in found.values() if one.label == ORG}
    return [one for one in found.values() if one.label == ORG or one.value not in bodies]


def abroad(
    document: Document, entities: Sequence[Entity], home: frozenset[str]
) -> tuple[dict[str, Side], frozenset[str]]:
    """Return the foreign country that each section is plainly about, and the sections that name something of ours.

    A section is about a country where it names that one above all, and nothing of ours.
    """
    counts: dict[str, Counter[str]] = {}
    ours: set[str] = set()
    for entity in entities:
        if entity.value and entity.mention.label in (COUNTRY, ORG):
            section = document.layout.section_id(entity.mention.span.start)
            if _home(entity) in home:
                ours.add(section)
            elif _home(entity):
                counts.setdefault(section, Counter())[_home(entity)] += 1
    about: dict[str, Side] = {}
    for section, count in counts.items():
        value, times = count.most_common(1)[0]
        if section not in ours and times >= _MENTIONS and times >= _SHARE * count.total():
            about[section] = Side(-1, COUNTRY, value, -1, value)
    return about, frozenset(ours)
