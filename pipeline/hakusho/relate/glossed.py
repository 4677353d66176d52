"""A gathering that a bracket after its name dates and places (第6回特別会合（2019年6月、ニューヨーク）)."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.relate.phrases import Phrase
from hakusho.relate.places import Place, Places
from hakusho.relate.scene import Dated
from hakusho.relate.told import Roles, Told
from hakusho.relate.triggers import Trigger, Triggers

# How many phrases such a bracket has at most.
_MOST = 4
# How far after a name in a list its verb stands, in phrases; the types of what is done to what is listed.
_REACH = 30
_MADE = frozenset(("adoption", "announcement", "enactment", "agreement"))
Found = tuple[Dated, list[Phrase], Place]


class Glossed:
    """Reads brackets that hold a date, perhaps a place, and nothing else: after a gathering, or what was made."""

    def __init__(self, triggers: Triggers, places: Places, roles: Roles) -> None:
        self._roles = roles
        self._triggers = triggers
        self._places = places

    def find(self, gloss: Told, inner: Sequence[Phrase], main: Told, line: Sequence[Phrase]) -> Found | None:
        """Return the gathering before a bracket with its date, the phrases of the sentence, and its place."""
        dates = [phrase.date for phrase in inner if phrase.date >= 0]
        rest = [phrase for phrase in inner if phrase.date < 0]
        places = [self._places.whole(gloss, phrase) for phrase in rest]
        if len(inner) > _MOST or not dates or ("", "") in places:
            return None
        start = gloss.starts[0]
        at = next((at for at in range(len(line) - 1, -1, -1) if main.starts[line[at].first] < start), -1)
        if at < 0 or line[at].verbal or line[at].date >= 0:
            return None
        body = next(word for word in range(line[at].body, line[at].first, -1) if main.ends[word - 1] <= start)
        if any(main.surfaces[word] not in self._roles["trailing"] for word in range(body, line[at].body)):
            # The name goes on after the bracket.
            return None
        trigger = self._triggers.nominal(main, line, at)
        until = dates[-1] if len(dates) > 1 else -1
        if trigger is None or trigger.type != "meeting":
            made = None if rest else self._made(main, line, at)
            return None if made is None else (Dated(at, dates[0], made, made.phrase, until), list(line), ("", ""))
        return Dated(at, dates[0], trigger, at, until), list(line), places[0] if places else ("", "")

    def _made(self, main: Told, line: Sequence[Phrase], at: int) -> Trigger | None:
        """Return what was done to each of listed texts, whose dates stand in brackets (「甲」（5月）等を策定した)."""
        joined = set(line[at].tail) <= self._roles["join"] and (
            line[at].tail or line[min(at + 1, len(line) - 1)].joining
        )
        listed = joined or line[at].has(self._roles["object"])
        if not listed or any(phrase.date >= 0 for phrase in line):
            return None
        for verb in range(at + 1, min(at + _REACH, len(line))):
            if line[verb].adnominal and not line[verb - 1].has(self._roles["object"]):
                continue
            if line[verb].verbal or line[verb].bare:
                trigger = self._triggers.at(main, line, verb) if line[verb - 1].has(self._roles["object"]) else None
                told = trigger is not None and trigger.type in _MADE and not line[verb].has(self._roles["negation"])
                done = told and (not line[verb].adnominal or line[verb].has(self._roles["past"]))
                return replace(trigger, object=at) if trigger is not None and done else None
        return None
