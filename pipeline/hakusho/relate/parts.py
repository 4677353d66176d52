"""What a party of a clause is to its event: who acts, who else takes part, or nobody."""

from collections.abc import Sequence

from hakusho.labels import ORG
from hakusho.relate.doers import is_subject
from hakusho.relate.event_rules import COMMA, OF, WITH
from hakusho.relate.parties import Parties, is_counted
from hakusho.relate.reading import TWO_SIDED, Reading
from hakusho.relate.sides import Side
from hakusho.relate.told import Roles

# What a party is to an event.
ACTING, OTHER = "acting", "other"
# Types of going and receiving; in which who says or decides stands before から.
GOING = frozenset(("visit", "dispatch"))
SAYING = frozenset(("announcement", "adoption", "dispatch", "agreement", "appointment"))
# Types of which a body says or decides something also where it stands before において.
DECIDED = frozenset(("adoption", "announcement"))
# Types of what one side does, also to what it has with another (議会は…との協定を承認した).
_ALONE = frozenset(("adoption", "enactment", "establishment"))
# Kinds of bodies that pass laws.
PARLIAMENTS = frozenset(("parliament", "house"))


class Parts:
    """Reads the part of a party by the particles after it, and by the word of the event."""

    def __init__(self, roles: Roles, parties: Parties) -> None:
        self._roles = roles
        self._parties = parties

    def part(self, one: Reading, at: int, sides: Sequence[Side]) -> str:
        """Return what a phrase is to the event: `acting`, `other`, or empty."""
        phrase, kind, roles = one.line[at], one.kind, self._roles
        if phrase.has(roles["acting"]) and self._is_undergone(one, at):
            return ""
        if phrase.has(roles["about"]) or (phrase.has(roles["towards"]) and phrase.has(roles["as_topic"])):
            return OTHER if kind in TWO_SIDED else ""
        if one.kind == "visit" and phrase.tail[:1] and phrase.tail[0] in roles["source"]:
            return OTHER
        if phrase.has(roles["agent"]):
            return ACTING if kind in SAYING or not phrase.has(roles["source"]) else ""
        if phrase.has(roles["with"]):
            if OF in phrase.tail and kind in _ALONE:
                return ""
            return self._joined(one, at) or ("" if self._is_of_both(one, at) else OTHER)
        if phrase.has(roles["object"] | roles["goal"]) and not phrase.has(roles["at"]):
            given = one.event.trigger.lemma in roles["gives"] and phrase.has(roles["goal"])
            office = kind == "appointment" and sides[0].label == ORG
            return OTHER if kind in GOING or given or office else ""
        if phrase.tail[:1] and (phrase.tail[0] in roles["at"] or phrase.has(roles["venue_verb"])):
            return self._frame(one, at, sides)
        if phrase.has(roles["acting"]) or self._is_headed(one, at):
            return ACTING
        joined = not phrase.tail or set(phrase.tail) <= roles["join"] or is_counted(one.told, one.line, at)
        return self._joined(one, at) if joined else ""

    def _is_headed(self, one: Reading, at: int) -> bool:
        """Return whether a phrase is the subject of a line that is no sentence (2022年1月　総理、構想を提唱)."""
        alone = one.line[at].tail == (COMMA,) and not one.line[-1].tail
        return alone and at > 0 and one.line[at - 1].date >= 0

    def _frame(self, one: Reading, at: int, sides: Sequence[Side]) -> str:
        """Return the part of a body or country before では or において; a body decides what is decided in it."""
        phrase = one.line[at]
        passed = one.kind == "enactment" and all(side.kind in PARLIAMENTS for side in sides)
        decided = (passed or one.kind in DECIDED) and (
            one.verb.has(self._roles["passive"]) or is_subject(one, self._roles)
        )
        own = all(side.label == ORG for side in sides) or one.kind in ("enactment", "appointment")
        own = own or (one.kind == "establishment" and one.event.trigger.lemma in self._roles["comes_about"])
        joint = one.told.forms[phrase.body - 1] in self._roles["between"]
        if decided and all(side.label == ORG for side in sides):
            return ACTING
        return ACTING if joint or (own and phrase.has(self._roles["as_topic"])) else ""

    def _is_undergone(self, one: Reading, at: int) -> bool:
        """Return whether what stands before は or が is founded, or receives what another decides."""
        lemma = one.event.trigger.lemma
        if lemma in self._roles["received"]:
            return True
        if one.kind != "establishment" or lemma in self._roles["by_itself"]:
            return False
        plain = one.line[at].tail[:1] and one.line[at].tail[0] in self._roles["acting"]
        return bool(plain) and (one.verb.has(self._roles["passive"]) or lemma in self._roles["comes_about"])

    def _is_of_both(self, one: Reading, at: int) -> bool:
        """Return whether two names side by side only say whose something in passing is (甲と乙の提案に基づき)."""
        beside, thing = at + 1, at + 2
        if one.line[at].tail != (WITH,) or thing >= one.event.trigger.phrase or thing == one.event.trigger.object:
            return False
        if one.line[beside].tail != (OF,) or not self._parties.of(one, beside):
            return False
        if one.told.forms[one.line[thing].body - 1] in self._roles["hosting"]:
            return False
        case = self._roles["acting"] | self._roles["with"]
        return bool(one.line[thing].tail) and not one.line[thing].links and not one.line[thing].has(case)

    def _joined(self, one: Reading, at: int) -> str:
        """Return the part of the name that a name is coordinated with (中国、ロシア及び…から)."""
        there, told = at + 1, one.told
        while there < one.event.trigger.phrase and told.forms[one.line[there].first] in self._roles["joining_word"]:
            there += 1
        if there >= one.event.trigger.phrase or not set(one.line[at].tail) <= self._roles["join"] | {OF}:
            return ""
        if one.event.stop == at + 1 and one.kind in SAYING:
            return ACTING
        sides = self._parties.of(one, there)
        counted = told.forms[one.line[there].body - 1] in self._roles["counted"]
        return self.part(one, there, sides or [self._parties.us()]) if sides or counted else ""
