"""Who took part in an event: by the particles after the parties of its clause, its name, and what was told before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hakusho.labels import COUNTRY, ORG
from hakusho.records import Participant
from hakusho.relate.event_rules import OF, WITH
from hakusho.relate.named import Named
from hakusho.relate.names import Names
from hakusho.relate.parties import Parties, is_counted
from hakusho.relate.phrases import Phrase
from hakusho.relate.scene import Dated
from hakusho.relate.sides import Background, Side, merged
from hakusho.relate.told import Roles, Told

# Types whose parties are sides of each other; of going and receiving; in which who says or decides stands before から.
_TWO_SIDED = frozenset(("meeting", "visit", "dispatch", "agreement", "launch"))
_GOING = frozenset(("visit", "dispatch"))
_SAYING = frozenset(("announcement", "adoption", "dispatch", "agreement", "appointment"))
# Types in whose name one side may stand; types in which a body that is only understood takes no part, a state does.
_NAMED = frozenset(("meeting", "agreement", "launch", "appointment", "visit"))
_OF_STATES = frozenset(("enactment", "establishment"))
# Types in which we are the other side where only one from abroad is named.
_WITH_US = frozenset(("visit", "dispatch", "agreement", "launch"))
# Types that need two.
_PAIRED = frozenset(("agreement", "meeting"))
# Types of which a body says or decides something also where it stands before において.
_DECIDED = frozenset(("adoption", "announcement"))
_OTHER, _ACTING = "other", "acting"
# How far before its verb a party stands, and how far an attribute holds what is before it, in phrases.
_REACH, _ATTRIBUTE = 30, 4


@dataclass(frozen=True, slots=True)
class Reading:
    """An event of a sentence with who is understood in it, and the country it took place in."""

    told: Told
    line: Sequence[Phrase]
    event: Dated
    known: Background
    place: str = ""

    @property
    def verb(self) -> Phrase:
        """The phrase that tells the event."""
        return self.line[self.event.trigger.phrase]

    @property
    def kind(self) -> str:
        """The type of the event."""
        return self.event.trigger.type


class Participants:
    """Finds the sides of an event among the phrases of its sentence."""

    def __init__(self, roles: Roles, names: Names, parties: Parties) -> None:
        self._roles = roles
        self._named = Named(roles, names, parties)
        self._parties = parties

    def find(self, one: Reading) -> tuple[Side, ...]:
        """Return the sides of an event."""
        acting, others, named = self._told_of(one)
        sides = merged([*acting, *others], named, both=one.kind == "appointment")
        if one.kind in _PAIRED and len(sides) == 1 and self._is_home(sides[0]):
            sides = [*sides, *self._met(one)]
        if not sides:
            sides = self._understood(one)
        elif (
            not acting and others and len(sides) == 1 and not self._is_home(sides[0]) and self._wants_us(one, sides[0])
        ):
            sides = [*self._ours(one.known, sides[0]), *sides]
        if one.kind == "meeting":
            sides = merged(sides, self._present(one))
        if one.kind == "appointment" and not acting:
            state = [side for side in one.known.about if side.label == COUNTRY]
            sides = [*sides, *(side for side in state[:1] if all(other.value != side.value for other in sides))]
        return tuple(sides)

    def _present(self, one: Reading) -> list[Side]:
        """Return who acts at a gathering in the rest of its sentence (総会においては、我が国も…)."""
        found: list[Side] = []
        for at in range(one.event.last + 1, min(one.event.last + _REACH, len(one.line))):
            if one.line[at].date >= 0:
                break
            tail = one.line[at].tail
            as_one = " ".join(tail[:2]) in self._roles["compound_te"] and one.line[at].has(self._roles["as_topic"])
            if as_one or (tail[:1] and tail[0] in self._roles["acting"]):
                found += self._at(one, at)
        return found

    def _told_of(self, one: Reading) -> tuple[list[Side], list[Side], list[Side]]:
        """Return who acts, who else takes part, and who stands in the name of an event."""
        acting, others = self._clause(one)
        if not acting and one.kind in _SAYING and one.verb.adnominal:
            acting = self._author(one)
        others = self._located(one, others)
        named = self._named.find(one.told, one.line, one.event.trigger, one.known, alone=not acting)
        several = len({side.value for side in named}) > 1
        if one.kind in _OF_STATES:
            return acting, [], []
        if one.kind in _GOING:
            return acting, [*others, *self._received(one, [*acting, *others])], []
        if one.event.trigger.nominal and several:
            # What the sentence is about is not who met.
            return [], others, named
        return acting, others, named if several or one.kind in _NAMED else []

    def _wants_us(self, one: Reading, side: Side) -> bool:
        """Return whether we are the other side of an event: always of a visit, of a meeting where we deal with one."""
        partner = one.known.partner
        return one.kind in _WITH_US or (one.kind == "meeting" and partner is not None and partner.value == side.value)

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

    def _met(self, one: Reading) -> list[Side]:
        """Return whom an earlier clause of the sentence deals with (…省との間で協議を重ね、覚書を締結した)."""
        trigger = one.event.trigger.phrase
        for at in range(trigger - 1, max(one.event.first, trigger - _REACH) - 1, -1):
            if one.line[at].tail[:1] == (WITH,) and one.line[at].has(self._roles["between"]):
                return [side for side in self._at(one, at) if not self._is_home(side)]
        return []

    def _is_home(self, side: Side) -> bool:
        return side.home == self._parties.home

    def _received(self, one: Reading, said: Sequence[Side]) -> list[Side]:
        """Return the country that a word like 訪米 holds, that is described, or where the visit was."""
        inside = [side for side in self._parties.inside(one.told, one.verb) if side.label == COUNTRY]
        if self._parties.has_minister(one.told, one.verb):
            inside.append(self._parties.us(one.verb.first))
        if one.verb.adnominal and one.event.trigger.object > one.event.trigger.phrase:
            inside += self._parties.at(one.told, one.line, one.event.trigger.object, one.known)
        if not inside and one.place and len(said) < 2 and all(side.home != one.place for side in said):
            inside.append(Side(len(one.told.forms), COUNTRY, one.place, -1, one.place))
        return inside

    def _ours(self, known: Background, other: Side) -> list[Side]:
        """Return our side of an event of which the text names only the other one."""
        if any(side.value == other.value for side in known.last):
            rest = [side for side in known.last if side.value != other.value]
            if rest:
                return rest
        actor = known.actor
        if actor is not None and known.fresh and actor.value not in (other.value, other.home):
            if actor.home in ("", self._parties.home) or actor.label == COUNTRY:
                return [actor]
        return [self._parties.us()]

    def _understood(self, one: Reading) -> list[Side]:
        """Return who is meant where a sentence names nobody: whom the section is about, or who acted before."""
        known, kind = one.known, one.kind
        if kind in _OF_STATES:
            return [side for side in known.about[:1] if side.label == COUNTRY]
        if one.event.trigger.lemma in self._roles["received"]:
            return self._asked(one)
        if kind in _TWO_SIDED and known.partner is not None:
            return [*self._ours(known, known.partner), known.partner]
        if kind in _TWO_SIDED and len(known.about) > 1:
            return list(known.about)
        if kind == "meeting" and known.subject is not None:
            return [known.subject]
        passive = one.verb.has(self._roles["passive"]) or self._is_subject(one)
        if one.verb.adnominal and not passive:
            told_of = self._topic(one)
            if told_of:
                return told_of
        bodies = [side for side in known.about if side.label == ORG]
        if bodies and (passive or kind == "meeting" or known.actor is None):
            return bodies
        return [known.actor] if known.actor is not None else list(known.about)

    def _is_subject(self, one: Reading) -> bool:
        """Return whether what the event is done to is the subject of its verb (交渉は中断した)."""
        at = one.event.trigger.object
        return 0 <= at < one.event.trigger.phrase and one.line[at].has(self._roles["acting"])

    def _asked(self, one: Reading) -> list[Side]:
        """Return the body that was asked before its answer was received (審議会に諮問し、答申を受けた)."""
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - _REACH, -1), -1):
            if one.line[at].has(self._roles["goal"]):
                sides = [side for side in self._at(one, at) if side.label == ORG]
                if sides:
                    return sides
        return []

    def _topic(self, one: Reading) -> list[Side]:
        """Return what the sentence around an attribute is about (公表した指針に基づき、環境省は…)."""
        acting = self._roles["topic"]
        begin = max(one.event.trigger.phrase - _REACH, 0)
        near = range(begin, min(one.event.trigger.phrase + _REACH, len(one.line)))
        topics = (at for at in near if one.line[at].tail[:1] and one.line[at].tail[0] in acting)
        return next((sides for sides in (self._at(one, at) for at in topics) if sides), [])

    def _at(self, one: Reading, at: int) -> list[Side]:
        return self._parties.at(one.told, one.line, at, one.known)

    def _clause(self, one: Reading) -> tuple[list[Side], list[Side]]:
        """Return (who acts, who else takes part) of the phrases that go with the event's predicate."""
        acting: list[Side] = []
        others: list[Side] = []
        topical = False
        if one.event.trigger.nominal and one.kind in _SAYING:
            acting = [side for side in self._parties.inside(one.told, one.verb) if side.label == ORG]
        for at in self._reach(one):
            sides = self._at(one, at)
            if not sides:
                sides, part = self._behind(one, at)
            else:
                part = self._part(one, at, sides)
            if part == _ACTING and one.line[at].has(self._roles["as_topic"]):
                part = "" if topical else part
                topical = True
            if part:
                (acting if part == _ACTING else others).extend(sides)
        return acting, others

    def _behind(self, one: Reading, at: int) -> tuple[list[Side], str]:
        """Return (sides, part) of whose hosting or whose office a phrase is (甲の主催により, 甲の事務局長に)."""
        phrase = one.line[at]
        hosts = one.kind in ("meeting", "launch") and one.told.forms[phrase.body - 1] in self._roles["hosting"]
        if hosts and (phrase.tail == (OF,) or phrase.has(self._roles["agent"] | self._roles["at"])):
            inside = self._parties.inside(one.told, phrase)
            if inside:
                return inside, _ACTING if one.kind == "meeting" else _OTHER
        if not at or OF not in one.line[at - 1].tail or not set(one.line[at - 1].tail) <= {OF, WITH}:
            return [], ""
        if hosts and phrase.has(self._roles["agent"] | self._roles["at"]):
            return self._at(one, at - 1), _ACTING
        if one.kind == "appointment" and phrase.tail[:1] and phrase.tail[0] in self._roles["goal"]:
            return [side for side in self._at(one, at - 1) if side.mention >= 0], _OTHER
        return [], ""

    def _reach(self, one: Reading) -> Iterator[int]:
        """Return the phrases that may be arguments, the nearest first: those of the clause, and topics before it."""
        inner, topical, trigger, event = True, False, one.event.trigger.phrase, one.event
        for at in range(trigger - 1, max(trigger - 2 * _REACH, -1), -1):
            phrase = one.line[at]
            if phrase.verbal and not phrase.adnominal:
                inner = False
            if phrase.has(self._roles["as_topic"]) and (event.stop < 0 or at < event.stop):
                if not topical and not one.verb.adnominal:
                    yield at
                topical = topical or phrase.has(self._roles["about"])
            elif (event.stop >= 0 and event.stop <= at) or at < event.first:
                continue
            elif inner and trigger - at < _REACH and not self._is_inside(one, at):
                yield at

    def _is_inside(self, one: Reading, at: int) -> bool:
        """Return whether an attribute of something before the event's predicate holds a phrase."""
        for there in range(at + 1, min(at + _ATTRIBUTE, one.event.trigger.phrase)):
            if one.line[there].verbal:
                return one.line[there].adnominal and not one.line[at].has(self._roles["topic"])
            if one.line[there].has(self._roles["object"] | self._roles["acting"]):
                return False
        return False

    def _part(self, one: Reading, at: int, sides: Sequence[Side]) -> str:
        """Return what a phrase is to the event: `acting`, `other`, or empty."""
        phrase, kind, roles = one.line[at], one.kind, self._roles
        if phrase.has(roles["acting"]) and self._is_undergone(one, at):
            return ""
        if phrase.has(roles["about"]):
            return _OTHER if kind in _TWO_SIDED else ""
        if one.kind == "visit" and phrase.tail[:1] and phrase.tail[0] in roles["source"]:
            return _OTHER
        if phrase.has(roles["agent"]):
            return _ACTING if kind in _SAYING or not phrase.has(roles["source"]) else ""
        if phrase.has(roles["with"]):
            return self._joined(one, at) or _OTHER
        if phrase.has(roles["object"] | roles["goal"]) and not phrase.has(roles["at"]):
            return _OTHER if kind in _GOING or (kind == "appointment" and sides[0].label == ORG) else ""
        if phrase.tail[:1] and (phrase.tail[0] in roles["at"] or phrase.has(roles["venue_verb"])):
            return self._frame(one, at, sides)
        if phrase.has(roles["acting"]):
            return _ACTING
        joined = not phrase.tail or set(phrase.tail) <= roles["join"] or is_counted(one.told, one.line, at)
        return self._joined(one, at) if joined else ""

    def _frame(self, one: Reading, at: int, sides: Sequence[Side]) -> str:
        """Return the part of a body or country before では or において; a body decides what is decided in it."""
        phrase = one.line[at]
        decided = one.kind in _DECIDED and (one.verb.has(self._roles["passive"]) or self._is_subject(one))
        own = all(side.label == ORG for side in sides) or one.kind in ("enactment", "appointment")
        own = own or (one.kind == "establishment" and one.event.trigger.lemma in self._roles["comes_about"])
        joint = one.told.forms[phrase.body - 1] in self._roles["between"]
        if decided and all(side.label == ORG for side in sides):
            return _ACTING
        return _ACTING if joint or (own and phrase.has(self._roles["as_topic"])) else ""

    def _is_undergone(self, one: Reading, at: int) -> bool:
        """Return whether what stands before は or が is founded, or receives what another decides."""
        lemma = one.event.trigger.lemma
        if lemma in self._roles["received"]:
            return True
        if one.kind != "establishment" or lemma in self._roles["by_itself"]:
            return False
        plain = one.line[at].tail[:1] and one.line[at].tail[0] in self._roles["acting"]
        return bool(plain) and (one.verb.has(self._roles["passive"]) or lemma in self._roles["comes_about"])

    def _joined(self, one: Reading, at: int) -> str:
        """Return the part of the name that a name is coordinated with (中国、ロシア及び…から)."""
        there, told = at + 1, one.told
        while there < one.event.trigger.phrase and told.forms[one.line[there].first] in self._roles["joining_word"]:
            there += 1
        if there >= one.event.trigger.phrase or not set(one.line[at].tail) <= self._roles["join"] | {OF}:
            return ""
        if one.event.stop == at + 1 and one.kind in _SAYING:
            return _ACTING
        sides = self._at(one, there)
        counted = told.forms[one.line[there].body - 1] in self._roles["counted"]
        return self._part(one, there, sides or [self._parties.us()]) if sides or counted else ""


def as_rows(sides: Sequence[Side]) -> tuple[Participant, ...]:
    """Return the sides as an event holds them."""
    return tuple(side.participant for side in sides)
