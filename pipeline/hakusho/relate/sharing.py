"""What each of several dates goes with where they share a verb (2月に甲が、3月に乙が行われた)."""

from dataclasses import replace

from hakusho.relate.event_rules import COMMA
from hakusho.relate.scene import Scene
from hakusho.relate.told import Roles
from hakusho.relate.triggers import Trigger, Triggers


class Sharing:
    """Says with which nouns a date goes that shares its verb with a later one."""

    def __init__(self, triggers: Triggers, roles: Roles) -> None:
        self._triggers = triggers
        self._roles = roles

    def find(self, one: Scene, index: int, trigger: Trigger) -> tuple[Trigger, int]:
        """Return a trigger that a later date shares, with what this date goes with (2月に甲が、3月に乙が行われた)."""
        if trigger.nominal:
            return trigger, -1
        line, of = one.line, self._roles["of"]
        later = [at for at in range(index + 2, trigger.phrase) if line[at].date >= 0 and not line[at].has(of)]
        if not later:
            return trigger, -1
        both = self._topics(one, index, later[0])
        if both is not None:
            return self._triggers.typed(one.told, line, replace(trigger, object=both[0])) or trigger, both[1]
        case = self._roles["subject"] | self._roles["object"] | self._roles["goal"]
        own = range(index + 1, later[0])
        nouns = [at for at in own if line[at].date < 0 and not line[at].verbal]
        last = later[0] - 1
        things = [
            at
            for at in nouns
            if line[at].has(case)
            or self._triggers.is_gathering(one.told, line[at])
            or (at == last and line[at].tail == (COMMA,))
        ]
        if not things:
            return trigger, -1
        return self._triggers.typed(one.told, line, replace(trigger, object=things[-1])) or trigger, things[-1] + 1

    def _topics(self, one: Scene, index: int, later: int) -> tuple[int, int] | None:
        """Return the gathering before a date and that before the later one (甲会合は5月に東京で、乙会合は6月に…)."""
        before, between = (
            next((at for at in reach if self._is_topic(one, at)), -1)
            for reach in (range(index - 1, -1, -1), range(index + 1, later))
        )
        return (before, between) if before >= 0 and between >= 0 else None

    def _is_topic(self, one: Scene, at: int) -> bool:
        phrase = one.line[at]
        return phrase.date < 0 and phrase.has(self._roles["topic"]) and self._triggers.is_gathering(one.told, phrase)
