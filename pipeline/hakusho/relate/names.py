"""What an event is called, and what came of it."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.relate import event_rules
from hakusho.relate.event_rules import CONNECTIVES, OF
from hakusho.relate.phrases import Phrase, described
from hakusho.relate.told import Roles, Told
from hakusho.relate.triggers import Trigger, Triggers

# The longest name and outcome, in characters; how far after an event its outcome stands, in phrases.
_LONGEST, _OUTCOME, _REACH = 80, 100, 40
# How many phrases a law's title has at least where it says what it amends.
_TITLE = 2
# Events whose names may be the body that is founded, met or appointed to.
_OF_BODIES = frozenset(("establishment", "appointment", "meeting"))


class Names:
    """Reads names and outcomes from the phrases of a sentence."""

    def __init__(self, triggers: Triggers, roles: Roles) -> None:
        self._triggers = triggers
        self._roles = roles
        self._persons = roles["person"] | roles["foreign_person"] | roles["both"] | roles["chief"]

    def is_gathering(self, told: Told, phrase: Phrase) -> bool:
        """Return whether a phrase names a gathering (…総会)."""
        return self._triggers.is_gathering(told, phrase)

    def extent(self, told: Told, line: Sequence[Phrase], trigger: Trigger) -> range:
        """Return the phrases of an event's name: its noun with what is linked to it in front; empty for none."""
        at = trigger.object
        if at < 0 or at >= len(line) or line[at].date >= 0 or line[at].verbal:
            return range(0)
        if told.forms[line[at].body - 1] in self._roles["formal"] | self._roles["planned"]:
            return range(0)
        first = self._of_law(told, line, at)
        while first and self._belongs(told, line, first - 1) and _length(told, line, first - 1, at) <= _LONGEST:
            first -= 1
        return range(first, at + 1)

    def _of_law(self, told: Told, line: Sequence[Phrase], at: int) -> int:
        """Return where the title of a law begins that says what it amends (甲法の一部を改正する法律案)."""
        if at < _TITLE or told.forms[line[at].first] not in self._roles["law"]:
            return at
        verb, thing = line[at - 1], line[at - 2]
        amends = verb.adnominal and told.forms[verb.body - 1] in self._roles["amends"]
        return at - _TITLE if amends and thing.has(self._roles["object"]) and thing.date < 0 else at

    def _belongs(self, told: Told, line: Sequence[Phrase], at: int) -> bool:
        phrase = line[at]
        if phrase.date >= 0 or phrase.verbal:
            return False
        if not phrase.tail:
            return phrase.joining or (at + 1 < len(line) and line[at + 1].joining)
        return phrase.links

    def name(self, told: Told, line: Sequence[Phrase], trigger: Trigger) -> str:
        """Return the name as printed, without line breaks; empty where it would be longer than a name."""
        said = self._said(told, line, trigger)
        return said or self._said(told, line, self.thing(told, line, trigger))

    def thing(self, told: Told, line: Sequence[Phrase], trigger: Trigger) -> Trigger:
        """Return a trigger with what an earlier clause was about as its object; without one it stays as it is."""
        if trigger.nominal and trigger.type not in _OF_BODIES:
            return trigger
        at = self._told_before(told, line, trigger)
        return replace(trigger, object=at) if at >= 0 else trigger

    def _told_before(self, told: Told, line: Sequence[Phrase], trigger: Trigger) -> int:
        """Return what an earlier clause was about (甲法が成立し、5月に公布された); -1 for nothing."""
        roles = self._roles["object"] | self._roles["acting"]
        for at in range(trigger.phrase - 1, max(trigger.phrase - _REACH, -1), -1):
            phrase = line[at]
            inside = at + 1 < len(line) and line[at + 1].adnominal
            if phrase.date >= 0 or phrase.verbal or inside or not (phrase.tail[:1] and phrase.tail[0] in roles):
                continue
            if self._may_be(told, phrase, trigger):
                return at
        return -1

    def _may_be(self, told: Told, phrase: Phrase, trigger: Trigger) -> bool:
        """Return whether what an earlier clause was about may be what an event happened to: a body is founded."""
        body = bool(told.named.get(phrase.body - 1))
        if trigger.type in _OF_BODIES:
            return body or told.quoted[phrase.first]
        return not body

    def _said(self, told: Told, line: Sequence[Phrase], trigger: Trigger) -> str:
        extent = self.extent(told, line, trigger)
        if not extent:
            return ""
        first, last = line[extent.start].first, line[extent.stop - 1].body
        while last > first + 1 and told.surfaces[last - 1] in self._roles["after_name"]:
            last -= 1
        if self._says_nothing(told, first, last, trigger):
            return ""
        name = event_rules.NOTE_MARK.sub(
            "", event_rules.EDGES.sub("", " ".join(_trimmed(told, first, last, self._roles["after_name"]).split()))
        )
        return name if len(name) <= _LONGEST else ""

    def _says_nothing(self, told: Told, first: int, last: int, trigger: Trigger) -> bool:
        """Return whether a name is only the act itself (施行), or a body or country in the place of its object."""
        while first < last - 1 and told.pos[first].startswith(CONNECTIVES):
            first += 1
        if last - first == 1 and told.forms[first] in {*trigger.lemma.split(), *self._roles["empty_name"]}:
            return True
        # A name is what persons do, never the person (インドの首相が来日した).
        if trigger.type != "appointment" and told.forms[last - 1] in self._persons:
            return True
        owners = {told.owners[word] for word in range(first, last)}
        return owners != {-1} and len(owners) == 1 and trigger.type not in _OF_BODIES

    def before_gloss(self, told: Told, line: Sequence[Phrase], start: int) -> str:
        """Return the name that a bracket at a character stands behind (「甲計画」(平成13年12月閣議決定))."""
        at = next((at for at in range(len(line) - 1, -1, -1) if told.starts[line[at].first] < start), -1)
        if at < 0 or line[at].verbal or line[at].date >= 0:
            return ""
        inner = [word for word in range(line[at].first, line[at].body) if told.ends[word] <= start]
        cut = line[at]._replace(body=inner[-1] + 1)
        return self._said(told, [*line[:at], cut], Trigger(at, "", "", at))

    def outcome(self, told: Told, line: Sequence[Phrase], last: int) -> str:
        """Return what was adopted, signed, agreed or said after a phrase, where no other date comes before."""
        for index in range(last + 1, min(last + 1 + _REACH, len(line))):
            if line[index].date >= 0:
                return ""
            other = self._triggers.at(told, line, index)
            if other is None or other.type == "meeting" or self._is_open(line[index]):
                continue
            first = self.extent(told, line, other).start if last < other.object < index else index
            end = line[described(line, index)].body if line[index].adnominal else self._verb_end(told, line[index])
            text = " ".join(_trimmed(told, line[first].first, end, self._roles["after_name"]).split())
            return text if len(text) <= _OUTCOME else ""
        return ""

    def _is_open(self, phrase: Phrase) -> bool:
        """Return whether a predicate tells what goes on, or is still to come."""
        past = phrase.has(self._roles["past"])
        return (phrase.adnominal and not past) or (phrase.has(self._roles["progressive"]) and not past)

    def goes_on(self, told: Told, line: Sequence[Phrase]) -> bool:
        """Return whether a sentence tells what came of a gathering told before (同会合では、…)."""
        first = line[0] if line else None
        if first is None or told.forms[first.first] not in self._roles["pointing"]:
            return False
        at = 1 if len(line) > 1 and first.body - first.first == 1 and not first.tail else 0
        return line[at].has(self._roles["venue"]) and self._triggers.is_gathering(told, line[at])

    def _verb_end(self, told: Told, phrase: Phrase) -> int:
        end = phrase.end
        while end > phrase.body and told.pos[end - 1].startswith((event_rules.SYMBOL, event_rules.PARTICLE)):
            end -= 1
        return end


def _trimmed(told: Told, first: int, last: int, after: frozenset[str]) -> str:
    """Return words [first, last) without those in hiragana at the beginning."""
    begin = first
    while first < last and (
        event_rules.HIRAGANA.fullmatch(told.surfaces[first]) or told.pos[first].startswith(CONNECTIVES)
    ):
        first += 1
    # その後の and the like go as a whole.
    if begin < first < last - 1 and told.forms[first] in after and told.forms[first + 1] == OF:
        return _trimmed(told, first + 2, last, after)
    spaced = (" " * (word > first and _apart(told, word)) + told.surfaces[word] for word in range(first, last))
    return "".join(spaced)


def _apart(told: Told, word: int) -> bool:
    """Return whether a space stands before a word, between Latin letters or digits (IGF Japan)."""
    one, other = told.surfaces[word - 1][-1], told.surfaces[word][0]
    return told.ends[word - 1] < told.starts[word] and (one + other).isascii() and one.isalnum() and other.isalnum()


def _length(told: Told, line: Sequence[Phrase], first: int, last: int) -> int:
    return told.ends[line[last].body - 1] - told.starts[line[first].first]
