"""Who took part: bodies and countries that act, meet or are met, by the particles after them."""

from collections.abc import Mapping, Sequence

from hakusho.labels import COUNTRY, ORG
from hakusho.records import Body, Entity, Participant

Named = Mapping[int, Sequence[tuple[int, Entity]]]
# Types whose parties are sides of each other, so that whom one goes to or deals with counts too.
_TWO_SIDED = frozenset(("meeting", "visit", "dispatch", "agreement"))
# Types that have no parties but those that act.
_OF_ACTORS = frozenset(("enactment", "establishment"))
_OFFICE_WORDS = 5


class Participants:
    """Finds the sides of an event among the entities of its sentence."""

    def __init__(self, roles: Mapping[str, frozenset[str]]) -> None:
        self._roles = roles

    def find(self, kind: str, forms: Sequence[str], within: range, named: Named) -> tuple[Participant, ...]:
        """Return the sides named in the words `within`; `named` holds (index, entity) by the entity's last word."""
        sides = [
            pair
            for last in within
            for pair in named.get(last, ())
            if pair[1].value and self._takes_part(kind, forms, last)
        ]
        kept = [pair for pair in sides if not _stood_for(pair[1], [other for _, other in sides])]
        found: dict[str, Participant] = {}
        for index, entity in kept:
            found.setdefault(entity.value, Participant(entity.mention.label, entity.value, index))
        home = self._minister(forms, within, named) if kind == "visit" else None
        if home is not None:
            found.setdefault(home.value, home)
        return tuple(found.values())

    def topic(self, forms: Sequence[str], named: Named) -> Participant | None:
        """Return the first body or country that a sentence is about."""
        for last in sorted(named):
            after = forms[last + 1] if last + 1 < len(forms) else ""
            if after in self._roles["topic"]:
                index, entity = named[last][-1]
                return Participant(entity.mention.label, entity.value, index) if entity.value else None
        return None

    def _takes_part(self, kind: str, forms: Sequence[str], last: int) -> bool:
        after = last + 1
        while after < min(last + _OFFICE_WORDS, len(forms)) and forms[after] in self._roles["office"]:
            after += 1
        if after >= len(forms):
            return False
        if kind in _OF_ACTORS:
            return forms[after] in self._roles["acting"]
        wanted = self._roles["acting"] | self._roles["beside"]
        if kind in _TWO_SIDED:
            wanted |= self._roles["target"]
        return forms[after] in wanted or (kind in _TWO_SIDED and self._in_name(forms, after))

    def _in_name(self, forms: Sequence[str], after: int) -> bool:
        """Return whether what follows goes on with the name: no particle stands between."""
        rest = self._roles["place_by"] | self._roles["between"] | self._roles["target"] | self._roles["place_at"]
        return forms[after] not in rest

    def _minister(self, forms: Sequence[str], within: range, named: Named) -> Participant | None:
        """Return the home country where a minister acts before whom no country or body stands."""
        for index in within:
            if forms[index] in self._roles["person"]:
                if not any(last in named for last in range(index - _OFFICE_WORDS, index)):
                    return Participant(COUNTRY, next(iter(self._roles["home"])))
        return None


def _stood_for(entity: Entity, sides: Sequence[Entity]) -> bool:
    """Return whether another side stands for this one: a body for its country, two countries for their body."""
    span = entity.mention.span
    if entity.mention.label == COUNTRY:
        bodies = [other for other in sides if other.mention.label == ORG]
        return any(_country(body) == entity.value or body.value.startswith(entity.mention.surface) for body in bodies)
    inside = [
        other
        for other in sides
        if other.mention.label == COUNTRY
        and span.start <= other.mention.span.start
        and other.mention.span.end <= span.end
    ]
    return len(inside) > 1


def _country(entity: Entity) -> str:
    return entity.known.country if isinstance(entity.known, Body) else ""
