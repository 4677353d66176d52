"""Which phrases of a sentence may be arguments of an event: those of its clause, and topics before it."""

from collections.abc import Iterator

from hakusho.relate.event_rules import COMMA, WITH
from hakusho.relate.phrases import Phrase, described
from hakusho.relate.reading import REACH, Reading
from hakusho.relate.scene import Scene
from hakusho.relate.told import Roles

# How far an attribute holds what is before it, in phrases.
_ATTRIBUTE = 4


class Clauses:
    """Finds the phrases that go with the predicate of an event."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._doers = tuple(sorted(roles["doer"]))

    def find(self, one: Reading) -> Iterator[int]:
        """Return the phrases that may be arguments, the nearest first: those of the clause, and topics before it."""
        inner, topical, trigger, event = True, False, one.event.trigger.phrase, one.event
        shared = self._shared(one)
        for at in range(trigger - 1, max(trigger - 2 * REACH, -1), -1):
            phrase = one.line[at]
            said = not phrase.adnominal or is_besides(one, at, self._roles)
            if (phrase.verbal and said) or self._is_bare(one, at):
                inner = False
            if phrase.has(self._roles["as_topic"]) and (event.stop < 0 or at < event.stop):
                if not topical and (not one.verb.adnominal or self.is_clause(one)):
                    yield at
                topical = topical or phrase.has(self._roles["about"])
            elif (event.stop >= 0 and event.stop <= at <= shared) or self._is_other(one, at):
                continue
            elif inner and trigger - at < REACH and not self.is_inside(one, at):
                yield at

    def edge(self, one: Reading) -> int:
        """Return where the clause before an event's begins to say something: its predicate; -1 for none."""
        before = range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - 2 * REACH, -1), -1)
        return next((at for at in before if one.line[at].verbal and not one.line[at].adnominal), -1)

    def _is_bare(self, one: Reading, at: int) -> bool:
        """Return whether a phrase is the predicate of a clause without a verb (甲が試験を開始、乙が…)."""
        phrase = one.line[at]
        # What shares its object with the next verb (基準を策定、公表した) is no clause by itself.
        if not phrase.bare or phrase.tail != (COMMA,) or not at or one.line[at + 1].verbal:
            return False
        return one.line[at - 1].has(self._roles["object"])

    def has_subject(self, one: Reading, edge: int) -> bool:
        """Return whether the event's clause has a subject of its own (…申請が行われ、これらの事業者が…を開始した)."""
        own, line = self._roles["subject"] - self._roles["as_topic"], one.line
        for at in range(edge + 1, one.event.trigger.phrase) if edge >= 0 else ():
            doer = one.told.text(line[at].first, line[at].body).endswith(self._doers)
            if doer and at != one.event.trigger.object and not own.isdisjoint(line[at].tail[:1]):
                verb = next((there for there in range(at + 1, len(line)) if line[there].verbal), -1)
                return verb == one.event.trigger.phrase
        return False

    def goes_on(self, one: Reading) -> bool:
        """Return whether an own subject's clause is only how another came about (機構は、甲が署名して発足した)."""
        after = one.event.trigger.phrase + 1
        te = one.verb.has(self._roles["te"]) and not one.verb.adnominal
        return te and after < len(one.line) and one.line[after].verbal

    def is_clause(self, one: Reading) -> bool:
        """Return whether the event's predicate is of a noun that makes a clause of it (首相は、…訪日した際、)."""
        after = one.line[one.event.trigger.phrase + 1] if one.event.trigger.phrase + 1 < len(one.line) else None
        nouns = self._roles["clause_noun"] | self._roles["formal"]
        if after is not None and one.told.forms[after.first] in nouns and not after.links:
            return True
        if self._is_attended(one):
            return True
        # モンゴルは、…に署名した国であり: the topic did it.
        last = one.line[described(one.line, one.event.trigger.phrase)]
        return one.verb.adnominal and last.tail[:1] != () and last.tail[0] in self._roles["copula"]

    def _is_attended(self, one: Reading) -> bool:
        """Return whether the topic only went to the gathering that is told of (総理は、札幌で開かれた会議に出席し)."""
        held, after = one.event.trigger.object, one.event.trigger.object + 1
        if one.kind != "meeting" or not one.event.trigger.phrase < held or after >= len(one.line):
            return False
        went = one.told.forms[one.line[after].body - 1] in self._roles["attends"]
        return went and one.line[held].has(self._roles["goal"])

    def _is_other(self, one: Reading, at: int) -> bool:
        """Return whether a phrase goes with an earlier date alone; with whom it was stands before all of them."""
        frame = one.line[at].tail[-1:] == (COMMA,) and one.line[at].has(self._roles["between"])
        dates = (there for there in range(one.event.first) if one.line[there].date >= 0)
        return at < one.event.first and not (frame and at < next(dates, 0))

    def is_partner(self, phrase: Phrase) -> bool:
        """Return whether a phrase says with whom (…との間で; …と、)."""
        return phrase.has(self._roles["between"]) or (phrase.tail[:1] == (WITH,) and phrase.tail[-1] == COMMA)

    def is_of_other(self, one: Reading, at: int) -> bool:
        """Return whether a partner goes with another date (6月には甲との間で、11月には乙との間で)."""
        line = one.line
        with_whom = [there for there, phrase in enumerate(line) if self.is_partner(phrase)]
        # All stand after their dates, or all before them.
        step = -1 if line[with_whom[0] - 1].date >= 0 and with_whom[0] else 1
        own = [there for there in with_whom if there + step == one.event.phrase]
        beside = at + step
        return bool(own) and at not in own and beside < len(line) and line[beside].date >= 0

    def _shared(self, one: Reading) -> int:
        """Return the last phrase that belongs to a later date alone; what is after it is of all that share the verb."""
        case = self._roles["object"] | self._roles["acting"]
        own = range(one.event.trigger.phrase - 1, one.event.stop - 1, -1) if one.event.stop >= 0 else range(0)
        return next((at for at in own if one.line[at].has(case)), one.event.trigger.phrase)

    def is_inside(self, one: Reading, at: int) -> bool:
        """Return whether an attribute of something before the event's predicate holds a phrase."""
        while at + 1 < one.event.trigger.phrase and one.line[at].tail == (WITH,) and one.line[at + 1].tail[:1]:
            # The second of two side by side says where both belong (甲と乙を統合する法案が…).
            if not one.line[at + 1].has(self._roles["object"]):
                break
            following = one.line[at + 2]
            return following.verbal and following.adnominal
        for there in range(at + 1, min(at + _ATTRIBUTE, one.event.trigger.phrase)):
            if one.line[there].verbal:
                return one.line[there].adnominal and not one.line[at].has(self._roles["topic"])
            if one.line[there].has(self._roles["object"] | self._roles["acting"]):
                return False
        return False


def is_besides(one: Reading | Scene, at: int, roles: Roles) -> bool:
    """Return whether others did what comes after a clause (甲が6月に乙と提携を結んだほか、丙は…を発表した)."""
    if at + 1 >= len(one.line) or one.told.forms[one.line[at + 1].first] not in roles["besides"]:
        return False
    if one.line[at].has(roles["passive"]):
        # A date before what was done to two things is of both (4月から、義務が課されたほか、制度が導入された).
        return False
    return any(phrase.has(roles["acting"]) for phrase in one.line[at + 2 : at + REACH])
