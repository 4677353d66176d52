"""Further events of one date: acts side by side, a gathering beside a visit, gatherings that are joined."""

from collections.abc import Iterator
from dataclasses import replace

from hakusho.relate.event_rules import COMMA, OF
from hakusho.relate.scene import Dated, Scene
from hakusho.relate.told import Roles
from hakusho.relate.triggers import Trigger, Triggers, described

_NEAR, _FAR = 12, 60
_GOING = frozenset(("visit", "dispatch"))


def last_phrase(one: Scene, trigger: Trigger) -> int:
    """Return the last phrase of a trigger's evidence: of an attribute the noun that it describes."""
    return described(one.line, trigger.phrase) if one.line[trigger.phrase].adnominal else trigger.phrase


class Beside:
    """Finds what the date of an event dates besides."""

    def __init__(self, triggers: Triggers, roles: Roles) -> None:
        self._triggers = triggers
        self._roles = roles

    def find(self, one: Scene, first: Dated) -> Iterator[Dated]:
        """Return the other events that the date of an event has."""
        trigger = first.trigger
        if trigger.type == "meeting":
            yield from self._joined(one, first)
        elif not trigger.nominal:
            other = self._act(one, trigger) or (self._gathering(one, trigger) if trigger.type in _GOING else None)
            if other is not None:
                yield replace(first, trigger=other, last=last_phrase(one, other))

    def _act(self, one: Scene, trigger: Trigger) -> Trigger | None:
        """Return the act that is told side by side with another (公布、施行された; …するとともに…)."""
        phrase = one.line[trigger.phrase]
        bare = phrase.bare and phrase.tail == (COMMA,)
        if not bare and not phrase.has(self._roles["separate"]):
            return None
        reach = 1 if bare else _NEAR
        return self._next(one, trigger, reach, frozenset(("meeting",)))

    def _next(self, one: Scene, trigger: Trigger, reach: int, but: frozenset[str]) -> Trigger | None:
        for there in range(trigger.phrase + 1, min(trigger.phrase + 1 + reach, len(one.line))):
            if one.line[there].date >= 0:
                return None
            other = one.at.get(there)
            if other is not None and other.type not in but:
                return other
        return None

    def _gathering(self, one: Scene, trigger: Trigger) -> Trigger | None:
        """Return the gathering with a name of its own that is told beside a visit or dispatch."""
        for there in range(trigger.phrase + 1, min(trigger.phrase + _FAR, len(one.line))):
            if one.line[there].date >= 0:
                return None
            other = one.at.get(there)
            if other is not None and other.type == "meeting":
                named = other.object >= 0 and one.told.quoted[one.line[other.object].first]
                return other if named else None
        return None

    def _joined(self, one: Scene, first: Dated) -> Iterator[Dated]:
        """Return the gatherings that are joined to the one of an event (…ワークショップや…ワークショップ)."""
        thing = first.trigger.object
        at = thing - 1
        while first.until < 0 and at > first.phrase and self._triggers.is_gathering(one.told, one.line[at]):
            tail = one.line[at].tail
            joined = bool(tail) and set(tail) <= self._roles["join"]
            if joined:
                yield replace(first, trigger=replace(first.trigger, object=at))
            elif at != thing - 1 or tail[-1:] != (OF,):
                return
            at -= 1
