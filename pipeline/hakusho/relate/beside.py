"""Further events of one date: acts side by side, a gathering beside a visit, gatherings that are joined."""

from collections.abc import Iterator
from dataclasses import replace

from hakusho.relate import event_rules
from hakusho.relate.event_rules import COMMA, OF
from hakusho.relate.phrases import described
from hakusho.relate.scene import Dated, Scene
from hakusho.relate.told import Roles
from hakusho.relate.triggers import Trigger, Triggers

_NEAR, _FAR = 12, 60
# Types of what happens to laws and bodies.
_UNDERGONE = frozenset(("enactment", "establishment"))
_GOING = frozenset(("visit", "dispatch"))
# Types of what is no outcome of a gathering that is told with it.
_APART = frozenset(("meeting", "visit", "dispatch", "launch", "establishment", "enactment"))


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
        if trigger.nominal and one.line[trigger.phrase].has(self._roles["occasion"]):
            yield from self._of_occasion(one, first)
        before = self._triggers.compounded(one.told, one.line, trigger)
        if before is not None:
            yield replace(first, trigger=before)
        if trigger.type == "meeting":
            yield from self._joined(one, first)
            also = self._together(one, trigger)
            if also is not None and also.type in _APART:
                yield replace(first, trigger=also, last=last_phrase(one, also))
        elif not trigger.nominal:
            other = self._act(one, trigger) or self._parallel(one, trigger)
            if other is None and trigger.type in _GOING:
                other = self._gathering(one, trigger)
            if other is not None:
                yield replace(first, trigger=other, last=last_phrase(one, other))

    def _of_occasion(self, one: Scene, first: Dated) -> Iterator[Dated]:
        """Return the act for which an event with a date was the occasion (4月の設立に併せて、法律が施行された)."""
        other = self._next(one, first.trigger, _NEAR, frozenset())
        if other is not None and not one.line[other.phrase].adnominal:
            yield replace(first, trigger=other, last=last_phrase(one, other))

    def _act(self, one: Scene, trigger: Trigger) -> Trigger | None:
        """Return the act that is told side by side with another (公布、施行された; …するとともに…)."""
        phrase = one.line[trigger.phrase]
        bare = phrase.bare and phrase.tail == (COMMA,)
        also = phrase.tail[-1:] == (COMMA,) and self._adds(one, trigger.phrase + 1)
        if not bare and not also:
            return self._together(one, trigger)
        reach = 1 if bare else _NEAR
        return self._next(one, trigger, reach, frozenset(("meeting",)))

    def _together(self, one: Scene, trigger: Trigger) -> Trigger | None:
        """Return the act that is told together with another (…会議を開催するとともに、訓練を実施した)."""
        told_with = not trigger.nominal and one.line[trigger.phrase].has(self._roles["separate"])
        return self._next(one, trigger, _NEAR, frozenset()) if told_with else None

    def _adds(self, one: Scene, at: int) -> bool:
        """Return whether a clause begins with a word that adds it to the one before (…を送り、また…を派遣した)."""
        return at < len(one.line) and one.told.forms[one.line[at].first] in self._roles["adding"]

    def _parallel(self, one: Scene, trigger: Trigger) -> Trigger | None:
        """Return the act of a clause with a subject of its own beside one without (甲法が施行され、乙が発足した)."""
        line, subject = one.line, self._roles["subject"]
        phrase = line[trigger.phrase]
        if phrase.adnominal or phrase.tail[-1:] != (COMMA,) or not self._happens(one, trigger):
            return None
        if phrase.has(self._roles["contrary"]):
            return None
        other = self._next(one, trigger, _NEAR, frozenset(("meeting",)))
        if other is None or not self._happens(one, other) or line[other.phrase].adnominal:
            return None
        between = range(trigger.phrase + 1, other.phrase)
        own = trigger.phrase < other.object < other.phrase and line[other.object].has(subject)
        return other if own and not any(line[at].verbal and not line[at].adnominal for at in between) else None

    def _happens(self, one: Scene, trigger: Trigger) -> bool:
        """Return whether an act happens to a law or body, or is said to be done to something (計画が公表された)."""
        return trigger.type in _UNDERGONE or one.line[trigger.phrase].has(self._roles["passive"])

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
                return other if other.object >= 0 and self._is_named(one, other.object) else None
        return None

    def _is_named(self, one: Scene, at: int) -> bool:
        """Return whether a gathering has a name of its own: it, or what it is of, stands in quotes, or is numbered."""
        numbered = event_rules.SESSION.match(one.told.text(one.line[at].first, one.line[at].body))
        if numbered is not None and numbered.end() and not self._triggers.is_bare(one.told, one.line[at]):
            return True
        while at and not one.told.quoted[one.line[at].first] and one.line[at - 1].tail == (OF,):
            at -= 1
        return one.told.quoted[one.line[at].first]

    def _joined(self, one: Scene, first: Dated) -> Iterator[Dated]:
        """Return the gatherings that are joined to the one of an event (…ワークショップや…ワークショップ)."""
        thing, joins = first.trigger.object, self._roles["join"]
        if first.until >= 0:
            return
        at = thing - 1
        while at > first.phrase and self._triggers.is_gathering(one.told, one.line[at]):
            tail = one.line[at].tail
            joined = bool(tail) and set(tail) <= joins
            if joined:
                yield replace(first, trigger=replace(first.trigger, object=at))
            elif at != thing - 1 or tail[-1:] != (OF,):
                return
            at -= 1
        if first.trigger.phrase < thing:
            yield from self._joined_after(one, first)

    def _joined_after(self, one: Scene, first: Dated) -> Iterator[Dated]:
        """Return the gatherings that an attribute describes beside the first (6月に開かれた甲会合及び乙会合)."""
        at, joins = first.trigger.object, self._roles["join"]
        while at + 1 < len(one.line):
            tail, word = one.line[at].tail, one.line[at + 1].joining
            beside = (word and not tail) or (bool(tail) and set(tail) <= joins)
            at += 2 if word else 1
            if not beside or at >= len(one.line) or not self._triggers.is_gathering(one.told, one.line[at]):
                return
            yield replace(first, trigger=replace(first.trigger, object=at), last=max(first.last, at))
