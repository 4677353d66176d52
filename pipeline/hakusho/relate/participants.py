"""Who took part in an event: by the particles after the parties of its clause, its name, and what was told before."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.labels import COUNTRY, ORG
from hakusho.records import Participant
from hakusho.relate.beyond import Beyond
from hakusho.relate.clauses import Clauses
from hakusho.relate.event_rules import OF, WITH
from hakusho.relate.named import Named
from hakusho.relate.names import Names
from hakusho.relate.parties import Parties
from hakusho.relate.parts import ACTING, DECIDED, GOING, OTHER, PARLIAMENTS, SAYING, Parts
from hakusho.relate.reading import PAIRED, REACH, TWO_SIDED, Reading
from hakusho.relate.sides import Side, merged
from hakusho.relate.told import Roles
from hakusho.relate.triggers import Triggers
from hakusho.relate.understood import Understood

# Types in whose name one side may stand.
_NAMED = frozenset(("meeting", "agreement", "launch", "appointment", "visit"))
# Kinds of bodies that pass laws; those that no lexicon has may.
_BETWEEN_STATES = frozenset(("organ", "igo"))
_LAWGIVERS = PARLIAMENTS | _BETWEEN_STATES | {""}
# Types of what is done in a body where nobody else does it.
_FORCES = frozenset(("force", "armed"))
_SEATED = frozenset(("adoption", "announcement", "launch"))
# Types of what bodies do jointly.
_SHARED = frozenset(("meeting", "launch", "adoption", "announcement", "dispatch"))
# Types of what is done for somebody who so takes part.
_FOR_WHOM = frozenset(("meeting", "launch", "dispatch"))
# Types of what some lead others to do.
_LED = frozenset(("meeting", "launch", "establishment", "announcement"))
_TWO = 2


class Participants:
    """Finds the sides of an event among the phrases of its sentence."""

    def __init__(self, roles: Roles, names: Names, parties: Parties, triggers: Triggers) -> None:
        self._roles = roles
        self._names = names
        self._reach = Clauses(roles)
        self._named = Named(roles, names, parties)
        self._parties = parties
        self._parts = Parts(roles, parties)
        self._understood = Understood(roles, parties, triggers)
        self._beyond = Beyond(roles, parties)

    def find(self, one: Reading) -> tuple[Side, ...]:
        """Return the sides of an event."""
        acting, others, named = self._told_of(one)
        sides = merged([*acting, *others], named, both=one.kind == "appointment" or self._sends_forces(one, others))
        if one.kind in PAIRED and len(sides) < _TWO and all(self._is_home(side) for side in sides):
            met = self._beyond.met(one) or (self._understood.other(one) if sides else [])
            others, sides = [*others, *met], [*sides, *met]
        if not sides:
            sides = self._understood.find(one)
        elif not acting and others and self._is_one(sides) and self._understood.wants_us(one, sides[0]):
            sides = [
                *self._understood.ours(one.known, sides[0], body=self._is_bodily(one)),
                *sides,
            ]
        sides = list(self._understood.instead(one, sides)) if not acting and others else sides
        if one.kind == "meeting":
            sides = self._held(one, sides) if not acting and not others else sides
            present = self._beyond.present(one)
            instead = len({side.value for side in present}) > 1 and all(side.label == COUNTRY for side in sides)
            sides = merged(present if instead and len(acting) < _TWO else [*sides, *present], [])
        if one.kind == "appointment" and not acting:
            state = [side for side in one.known.about if side.label == COUNTRY]
            sides = [*sides, *(side for side in state[:1] if all(other.value != side.value for other in sides))]
        joint = self._beyond.jointly(one) if one.kind in _SHARED else []
        if len(joint) == 1 and not acting and all(side.value == joint[0].value for side in sides):
            sides = [*self._understood.find(one), *sides]
        return tuple(merged([*sides, *joint], [], both=True) if joint else sides)

    def _held(self, one: Reading, sides: list[Side]) -> list[Side]:
        """Return the sides of a gathering; of one that is a body of its own name who is understood to have held it."""
        at = one.event.trigger.object
        words = range(one.line[at].first, one.line[at].body) if 0 <= at < len(one.line) else range(0)
        itself = len(sides) == 1 and sides[0].label == ORG and sides[0].word in words
        plain = itself and not one.verb.adnominal and not one.verb.has(self._roles["passive"])
        seated = self._seated(one, self._reach.edge(one)) if plain else []
        return seated or (self._understood.holder(one) if itself else []) or sides

    def _sends_forces(self, one: Reading, others: Sequence[Side]) -> bool:
        """Return whether a government sends a body of its armed forces: both go (政府は海上自衛隊の部隊を派遣した)."""
        return one.kind == "dispatch" and any(side.kind in _FORCES for side in others)

    def _told_of(self, one: Reading) -> tuple[list[Side], list[Side], list[Side]]:
        """Return who acts, who else takes part, and who stands in the name of an event."""
        acting, others = self._clause(one)
        if one.kind == "adoption":
            acting = self._understood.decided(one, self._beyond.held(one) or acting)
        acting = acting or self._beyond.author(one)
        if not acting and one.verb.adnominal:
            acting = self._author(one) if one.kind in SAYING else self._beyond.holder(one)
        if one.kind in _FOR_WHOM:
            others = [*others, *self._beyond.aimed(one)]
        others = self._located(one, [*others, *self._beyond.signed_with(one)])
        if one.kind == "meeting":
            others = [*others, *self._beyond.invited(one), *self._beyond.listed(one)]
            hosts = self._beyond.hosted(one)
            if hosts and {side.value for side in acting} <= {side.value for side in hosts}:
                return hosts, others, []
        return self._with_named(one, acting, others)

    def _with_named(
        self, one: Reading, acting: list[Side], others: list[Side]
    ) -> tuple[list[Side], list[Side], list[Side]]:
        """Return who acts and who else takes part with who stands in the name of an event, where these count."""
        named = self._in_name(one, alone=not acting and (one.kind != "meeting" or not others))
        several = len({side.value for side in named}) > 1
        if one.kind == "enactment":
            return [side for side in acting if self._may_pass(one, side)], [], []
        if one.kind == "establishment":
            return acting, [], named if several else []
        if one.kind in GOING:
            talked = self._beyond.talked(one)
            if any(side.kind in _BETWEEN_STATES for side in talked):
                # The seat of a body between states is where it was visited, not who received.
                others = [side for side in others if side.label == ORG]
            others = [*others, *talked]
            return acting, [*others, *self._received(one, [*acting, *others])], []
        if one.event.trigger.nominal and (several or (named and one.verb.has(self._roles["venue_verb"]))):
            # What the sentence is about is not who met.
            return [], others, named
        if self._is_between(one, [*acting, *others], named):
            return acting, others, []
        return acting, others, named if several or one.kind in _NAMED else []

    def _is_one(self, sides: Sequence[Side]) -> bool:
        """Return whether sides are one party, or bodies of one country."""
        return len(sides) == 1 or (len({side.home for side in sides}) == 1 and bool(sides[0].home))

    def _is_bodily(self, one: Reading) -> bool:
        """Return whether a body of ours is the other side of what is told of a body from abroad, no country."""
        main = not one.verb.adnominal or self._reach.is_clause(one)
        return main and one.event.trigger.lemma not in self._roles["gives"]

    def _in_name(self, one: Reading, *, alone: bool) -> list[Side]:
        """Return the sides in an event's name; whose convention it is (ITU憲章の批准書を寄託した) is no party."""
        named = self._named.find(one.told, one.line, one.event.trigger, one.known, alone=alone)
        one_sided = one.event.trigger.lemma in self._roles["one_sided"]
        return [side for side in named if side.label == COUNTRY or not one_sided]

    def _is_between(self, one: Reading, told_of: Sequence[Side], named: Sequence[Side]) -> bool:
        """Return whether both sides of a name of two are told by whom they act (文部科学省は欧州委員会と日EU…を)."""
        if one.kind not in PAIRED or len({side.value for side in named}) != _TWO:
            return False
        return all(
            any(self._is_home(side) == ours for side in told_of) and any(self._is_home(side) == ours for side in named)
            for ours in (True, False)
        )

    def _may_pass(self, one: Reading, side: Side) -> bool:
        """Return whether a party may pass a law: a parliament or country, no ministry that brought it in."""
        trigger = one.event.trigger.phrase
        law = any(self._is_statute(one, at) for at in range(max(trigger - 2 * REACH, 0), trigger))
        passed = law or one.event.trigger.lemma in self._roles["passed"]
        return not passed or side.label == COUNTRY or side.kind in _LAWGIVERS

    def _is_statute(self, one: Reading, at: int) -> bool:
        """Return whether a phrase is what becomes law: a bill that the sentence tells of."""
        case = self._roles["object"] | self._roles["acting"]
        phrase = one.line[at]
        return phrase.has(case) and one.told.forms[phrase.body - 1] in self._roles["statute"]

    def _author(self, one: Reading) -> list[Side]:
        """Return the body that a published thing is of (発表されたFCCの報告書)."""
        last = min(one.event.trigger.object, len(one.line) - 1)
        for at in range(one.event.trigger.phrase + 1, last + 1):
            inside = [side for side in self._parties.inside(one.told, one.line[at]) if side.label == ORG]
            if inside:
                return inside[:1]
        return []

    def _located(self, one: Reading, others: Sequence[Side]) -> list[Side]:
        """Return who else takes part, without the country whose body does (豪州とは、通信省と)."""
        partner = one.known.partner
        if partner is None or partner.label != COUNTRY:
            return list(others)
        bodies = [side for side in others if side.label == ORG and side.home in ("", partner.value)]
        if not bodies:
            return list(others)
        rest = (side for side in others if side.value != partner.value)
        return [replace(side, home=partner.value) if side in bodies else side for side in rest]

    def _is_home(self, side: Side) -> bool:
        return side.home == self._parties.home

    def _received(self, one: Reading, said: Sequence[Side]) -> list[Side]:
        """Return the country that a word like 訪米 holds, that is described, or where the visit was."""
        inside = [side for side in self._parties.inside(one.told, one.verb) if side.label == COUNTRY]
        if self._parties.has_minister(one.told, one.verb):
            inside.append(self._parties.us(one.verb.first))
        inside += self._parties.led(one.told, one.verb)
        if one.verb.adnominal and one.event.trigger.object > one.event.trigger.phrase:
            # The first that is described came (来日した朱総理と森総理の会談).
            after = range(one.event.trigger.phrase + 1, one.event.trigger.object + 1)
            inside += next((sides for sides in (self._parties.of(one, at) for at in after) if sides), [])
        if not inside and one.place and len(said) < 2 and all(side.home != one.place for side in said):
            inside.append(Side(len(one.told.forms), COUNTRY, one.place, -1, one.place))
        return inside

    def _clause(self, one: Reading) -> tuple[list[Side], list[Side]]:
        """Return (who acts, who else takes part) of the phrases that go with the event's predicate."""
        acting: list[Side] = []
        others: list[Side] = []
        topical = subject = False
        passive = self._roles["passive"]
        edge = self._reach.edge(one)
        if one.event.trigger.nominal and one.kind in SAYING:
            acting = [side for side in self._parties.inside(one.told, one.verb) if side.label == ORG]
        if acting:
            # Who stands in the noun itself (審議会答申) did it, not what the sentence is about.
            return acting, []
        for at in self._reach.find(one):
            sides = self._beyond.joint(one, at, self._parties.of(one, at))
            part = self._parts.part(one, at, sides) if sides else ""
            if not sides:
                sides, part = self._behind(one, at)
            if part == ACTING and one.line[at].has(self._roles["as_topic"]):
                # A topic before another predicate is not of a clause with a subject of its own.
                part = "" if topical or (acting and (at < edge or self._reach.goes_on(one))) else part
                part = "" if at < edge and self._reach.has_subject(one, edge) else part
                # Where a body acts in another (EUでは、欧州委員会が…) the other does not.
                part = "" if subject and one.line[at].tail[0] in self._roles["at"] else part
                topical = True
                sides = [*self._beyond.before(one, at), *sides]
            if part == OTHER:
                others += self._partners(one, at, sides, others)
            elif part:
                acting += sides
                plain = self._roles["subject"] - self._roles["as_topic"]
                subject = subject or (not plain.isdisjoint(one.line[at].tail[:1]) and not one.verb.has(passive))
        acting = self._beyond.without_held(one, acting)
        if not acting and one.kind in _SEATED:
            acting = self._seated(one, edge)
        return acting, others

    def _partners(self, one: Reading, at: int, sides: list[Side], others: Sequence[Side]) -> list[Side]:
        """Return with whom something was done: of two such the nearer one (中国との間では…、香港との間でも…)."""
        phrase, between = one.line[at], one.line[at].has(self._roles["between"])
        if one.kind in TWO_SIDED and self._reach.is_partner(phrase):
            if (others and between) or self._reach.is_of_other(one, at):
                return []
        both = phrase.has(self._roles["as_topic"]) and phrase.has(self._roles["with"])
        return [*self._beyond.before(one, at), *sides] if both else sides

    def _seated(self, one: Reading, edge: int) -> list[Side]:
        """Return the body in which something was done where nobody else did it (総務省で実施した)."""
        for at in range(one.event.trigger.phrase - 1, max(edge, one.event.first - 1), -1):
            tail = one.line[at].tail
            if (tail[:1] and tail[0] in self._roles["at"]) or one.line[at].has(self._roles["venue_verb"]):
                sides = self._parties.of(one, at)
                if sides and all(side.label == ORG for side in sides) and not self._reach.is_inside(one, at):
                    return sides
        return []

    def _behind(self, one: Reading, at: int) -> tuple[list[Side], str]:
        """Return (sides, part) of whose hosting or whose office a phrase is (甲の主催により, 甲の事務局長に)."""
        phrase = one.line[at]
        hosts = one.kind in _LED and one.told.forms[phrase.body - 1] in self._roles["hosting"]
        if hosts and (phrase.tail == (OF,) or phrase.has(self._roles["agent"] | self._roles["at"])):
            inside = self._parties.inside(one.told, phrase)
            if inside:
                return inside, OTHER if one.kind == "launch" else ACTING
        if one.kind == "visit" and one.told.forms[phrase.body - 1] in self._roles["inviting"] and at:
            return (self._parties.of(one, at - 1), OTHER) if OF in one.line[at - 1].tail else ([], "")
        if one.kind in DECIDED and self._names.is_gathering(one.told, phrase):
            # Of what its gathering decides a body is who does (IAEA特別総会は…を採択した).
            inside = self._parties.inside(one.told, phrase)
            return inside, self._parts.part(one, at, inside) if inside else ""
        if not at or OF not in one.line[at - 1].tail or not set(one.line[at - 1].tail) <= {OF, WITH}:
            return [], ""
        if hosts and phrase.has(self._roles["agent"] | self._roles["at"]):
            return [*self._beyond.before(one, at - 1), *self._parties.of(one, at - 1)], ACTING
        if one.kind == "appointment" and phrase.tail[:1] and phrase.tail[0] in self._roles["goal"]:
            return [side for side in self._parties.of(one, at - 1) if side.mention >= 0], OTHER
        return [], ""


def as_rows(sides: Sequence[Side]) -> tuple[Participant, ...]:
    """Return the sides as an event holds them."""
    return tuple(side.participant for side in sides)
