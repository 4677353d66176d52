"""Who took part: bodies and countries that act, meet or are met, by the particles behind them."""

from collections.abc import Mapping, Sequence

from hakusho.records import Entity, Participant

# Types whose parties are sides of each other, so that whom one goes to or deals with counts too.
_TWO_SIDED = frozenset(("meeting", "visit", "dispatch", "agreement", "launch"))
# Types that have no parties but those that act.
_OF_ACTORS = frozenset(("enactment", "establishment"))
_OFFICE_WORDS = 4


class Participants:
    """Finds the sides of an event among the entities of its sentence."""

    def __init__(self, roles: Mapping[str, frozenset[str]]) -> None:
        self._roles = roles

    def find(
        self, kind: str, forms: Sequence[str], within: range, ends: Mapping[int, tuple[int, Entity]]
    ) -> tuple[Participant, ...]:
        """Return the sides; `ends` holds (index, entity) by the entity's last word in the sentence."""
        wanted = self._roles["acting"] | self._roles["beside"]
        if kind in _TWO_SIDED:
            wanted |= self._roles["target"]
        found: dict[str, Participant] = {}
        for last, (index, entity) in ends.items():
            if last < within.stop and entity.value and self._takes_part(kind, forms, last, wanted, within):
                mention = entity.mention
                found.setdefault(entity.value, Participant(mention.label, entity.value, index))
        return tuple(found.values())

    def _takes_part(self, kind: str, forms: Sequence[str], last: int, wanted: frozenset[str], within: range) -> bool:
        after = last + 1
        while after < min(last + _OFFICE_WORDS, len(forms)) and forms[after] in self._roles["office"]:
            after += 1
        if after >= len(forms):
            return False
        if kind in _OF_ACTORS:
            return forms[after] in self._roles["acting"] and last in within
        return forms[after] in wanted or (kind == "meeting" and last in within and self._in_name(forms, after))

    def _in_name(self, forms: Sequence[str], after: int) -> bool:
        """Return whether what follows goes on with the name: no particle stands between."""
        rest = self._roles["place_by"] | self._roles["between"] | self._roles["target"]
        return forms[after] not in rest
