"""A party of an event, and who is understood where a sentence names nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.labels import COUNTRY, ORG
from hakusho.records import Body, Entity, Participant


@dataclass(frozen=True, slots=True)
class Side:
    """A party with the word it is named at; `home` is its country, empty where the lexicon has none."""

    word: int
    label: str
    value: str
    mention: int
    home: str

    @property
    def participant(self) -> Participant:
        """The side as a row has it."""
        return Participant(self.label, self.value, self.mention)


@dataclass
class Background:
    """Who is understood: whom a section is about; who acted, was founded or was met last; the last event's sides.

    `block` is the paragraph that `subject`, `partner` and `last` were told in, `fresh` says whether `actor` was too.
    """

    about: tuple[Side, ...] = ()
    actor: Side | None = None
    subject: Side | None = None
    partner: Side | None = None
    last: tuple[Side, ...] = ()
    block: int = -1
    fresh: bool = False

    def enter(self, block: int) -> None:
        """Forget what only holds within a paragraph."""
        if block != self.block:
            self.block, self.subject, self.partner, self.last, self.fresh = block, None, None, (), False
            if self.actor is not None and self.actor.label != ORG:
                self.actor = None


def side(word: int, index: int, entity: Entity) -> Side:
    """Return the side that an entity is; `word` is where it stands, `index` its place among the entities."""
    return Side(word, entity.mention.label, entity.value, index, _home(entity))


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


def merged(said: Sequence[Side], named: Sequence[Side]) -> list[Side]:
    """Return sides once each, without a country for which a body acts."""
    found: dict[str, Side] = {}
    for one in sorted(said, key=lambda one: one.word):
        found.setdefault(one.value, one)
    acting = list(found.values())
    for one in named:
        if not any(other.home == one.home and one.home for other in acting):
            found.setdefault(one.value, one)
    bodies = {one.home for one in found.values() if one.label == ORG}
    return [one for one in found.values() if one.label == ORG or one.value not in bodies]
