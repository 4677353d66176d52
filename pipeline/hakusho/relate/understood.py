"""Who is meant where a sentence names nobody, or only the other side."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.labels import COUNTRY, ORG
from hakusho.relate.doers import Doers, is_subject
from hakusho.relate.event_rules import NUMBERED, OF, SESSION, WITH
from hakusho.relate.parties import Parties
from hakusho.relate.phrases import Phrase
from hakusho.relate.reading import OF_STATES, PAIRED, REACH, TWO_SIDED, Reading
from hakusho.relate.sides import OFFICES, Background, Side
from hakusho.relate.told import Roles
from hakusho.relate.triggers import Triggers

# Types in which we are the other side where only one from abroad is named.
# Types that a noun beside the main act of a sentence tells of, whoever did it (4月7日の緊急事態宣言の地域では、…).
_TOLD_OF = frozenset(("announcement", "launch"))
# Types of which a country where it was is no party for that.
_MET = frozenset(("meeting", "visit", "dispatch", "agreement"))
# Types of what two sides do again and again, under the name of one thing.
_IN_SERIES = frozenset(("meeting", "agreement", "launch"))
# Of more than two that a section is about nobody can tell which are meant.
_SIDES = 2
# Types that an office of ours runs where nobody else is named.
_RUN = frozenset(("launch", "meeting"))
# Types of what a body does that a sentence told of, also where the next one only says that it was done.
_PUBLISHED = frozenset(("adoption", "announcement"))
# The kind of body that answers what a minister asks.
_COUNCIL = "council"
_WITH_US = frozenset(("visit", "dispatch", "agreement", "launch"))


class Understood:
    """Says who is understood from the section, the sentences before, and the rest of the sentence."""

    def __init__(self, roles: Roles, parties: Parties, triggers: Triggers) -> None:
        self._roles = roles
        self._parties = parties
        self._triggers = triggers
        self._doing = Doers(roles, parties)
        self._acts = tuple(sorted(roles["governs"]))

    def find(self, one: Reading) -> list[Side]:
        """Return who is meant where a sentence names nobody: whom the section is about, or who acted before."""
        if self._doing.is_another(one):
            return []
        if self.in_cabinet(one):
            return self.cabinet(one)
        if one.event.trigger.nominal and one.kind in _TOLD_OF:
            return []
        series = self._series(one) or self._again(one)
        if series:
            return series
        framed = self._framed(one)
        undergone = one.verb.has(self._roles["passive"]) or is_subject(one, self._roles)
        if framed and one.kind not in _MET and (undergone or one.kind != "launch"):
            return framed
        told_of = self._told_of_country(one, undergone)
        if told_of:
            return told_of
        if one.kind in OF_STATES:
            return [side for side in one.known.about[:1] if side.label == COUNTRY and len(one.known.about) <= _SIDES]
        if one.event.trigger.lemma in self._roles["received"]:
            return self.asked(one)
        if one.event.trigger.lemma in self._roles["one_sided"]:
            return [side for side in one.known.about[:1] if side.label == COUNTRY] or [self._parties.us()]
        return (self._both(one) if one.kind in TWO_SIDED else []) or self._one(one)

    def _series(self, one: Reading) -> list[Side]:
        """Return the sides in the name of what is told of (日米協議は、…第3回会合が開かれた; ITU交渉は、…)."""
        if one.kind not in _IN_SERIES:
            return []
        topic, told_of = self._roles["as_topic"], self._roles["as_topic"] | self._roles["subject"]
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - 2 * REACH, -1), -1):
            phrase = one.line[at]
            # An agreement of an earlier date is none of this one's (6月に日加協定が発効、7月に地域協定が署名).
            earlier = at < one.event.phrase and one.kind == "agreement"
            if not phrase.has(topic if earlier else told_of) or phrase.date >= 0:
                continue
            inside = self._parties.inside(one.told, phrase) or self._parties.lettered(one.told, phrase)
            while at and len({side.value for side in inside}) < _SIDES and one.line[at - 1].tail == (OF,):
                # Of a chain what it begins with (日・EU刑事共助協定の締結交渉は、…).
                at -= 1
                inside = self._parties.inside(one.told, one.line[at])
            if len({side.value for side in inside}) > 1:
                return inside
        return []

    def _again(self, one: Reading) -> list[Side]:
        """Return whose gathering was told before, of one without a name (第2回会合は11月に東京で開かれた)."""
        at = one.event.trigger.object
        known = one.known
        if self._numbered(one):
            # A body that the text tells of meets by itself, but where we met it.
            about = {side.value for side in known.about} | ({known.subject.value} if known.subject else set())
            last = {side.value for side in known.session}
            again = not about or (about <= last and self._parties.home in {side.home for side in known.session})
            return list(known.session) if again else []
        bare = one.kind == "meeting" and 0 <= at < len(one.line) and not (at and one.line[at - 1].links)
        talks = bare and self._triggers.head(one.told, one.line[at]) in self._roles["talks"]
        return list(known.met) if talks else []

    def _numbered(self, one: Reading) -> bool:
        """Return whether an event is a session that only its number tells from others (第2回会合)."""
        at = one.event.trigger.object
        if one.kind != "meeting" or not 0 <= at < len(one.line) or (at and one.line[at - 1].links):
            return False
        number = SESSION.match(one.told.text(one.line[at].first, one.line[at].body))
        return bool(number and number.group()) and self._triggers.is_bare(one.told, one.line[at])

    def other(self, one: Reading) -> list[Side]:
        """Return who else is in the name of what is told of, where only ours act (日加協定は、…外務大臣により署名)."""
        return [side for side in self._series(one) if side.home != self._parties.home]

    def in_cabinet(self, one: Reading) -> bool:
        """Return whether a cabinet does what is told (閣議決定された戦略)."""
        if self._roles["cabinet"].isdisjoint(one.told.forms):
            return False
        before = one.line[one.event.trigger.phrase - 1] if one.event.trigger.phrase else one.verb
        said = range(before.first if before.tail[:1] else max(one.verb.first - 1, 0), one.verb.body)
        return any(one.told.forms[word] in self._roles["cabinet"] for word in said)

    def cabinet(self, one: Reading) -> list[Side]:
        """Return the country whose cabinet decides."""
        frame = one.known.frame
        about = [replace(frame, word=-1, mention=-1), *one.known.about] if frame is not None else one.known.about
        foreign = [side for side in about if side.label == COUNTRY and side.value != self._parties.home]
        return foreign[:1] or [self._parties.us()]

    def _both(self, one: Reading) -> list[Side]:
        """Return the two sides that the sentences before, or the section, tell of."""
        known = one.known
        if known.partner is not None:
            return [*self.ours(known, known.partner, body=not one.verb.adnominal), known.partner]
        if len(known.about) > 1:
            return list(known.about) if len(known.about) == _SIDES else []
        if not known.bilateral or one.kind not in PAIRED:
            return []
        abroad = (side for side in known.about if side.label == COUNTRY and side.home != self._parties.home)
        return [pair for side in abroad for pair in (*self.ours(known, side), side)]

    def _one(self, one: Reading) -> list[Side]:
        known = one.known
        if one.kind == "meeting" and known.subject is not None:
            return [known.subject]
        passive = one.verb.has(self._roles["passive"]) or is_subject(one, self._roles)
        told_of = self._topic(one) if one.verb.adnominal and not passive else []
        if told_of:
            return told_of
        bodies = [side for side in known.about if side.label == ORG]
        if bodies and (passive or one.kind == "meeting" or known.actor is None):
            return bodies
        if known.actor is not None and (known.fresh or self._is_ours(known.actor)) and self._may_act(one, passive):
            return [known.actor]
        passive = passive or one.event.trigger.nominal
        if known.own is not None and not passive and self._is_of_office(one) and not self._is_abroad(known):
            return [known.own]
        if known.bilateral and known.own is None and one.kind == "meeting" and not passive and not known.about:
            return [self._parties.us()]
        if len(known.about) > _SIDES:
            return []
        return list(known.about) if any(side.value != self._parties.home for side in known.about) else []

    def holder(self, one: Reading) -> list[Side]:
        """Return who is understood to have held a gathering that is a body of its own name (2月に研究会を開催した)."""
        known, passive = one.known, one.verb.has(self._roles["passive"])
        at = one.event.trigger.object
        if passive or not 0 <= at < len(one.line) or not one.line[at].has(self._roles["object"]):
            return []
        if NUMBERED.match(one.told.text(one.line[at].first, one.line[at].body)):
            # A session is held by the body itself (第1回運営委員会を開催した).
            return []
        if self._doing.has_subject(one) or self._is_abroad(known):
            return []
        own = None if known.about else known.own
        actor = known.actor if known.actor is not None and (known.fresh or self._is_ours(known.actor)) else own
        return [actor] if actor is not None and actor.label == ORG else []

    def _may_act(self, one: Reading, passive: bool) -> bool:
        """Return whether who acted before may have done this: of 総務省では only what a body does."""
        if not one.known.located or self._sits_often(one):
            return True
        if passive or one.event.trigger.nominal:
            return one.known.fresh and one.kind in _PUBLISHED
        return not self._doing.has_subject(one)

    def _sits_often(self, one: Reading) -> bool:
        """Return whether a gathering without a name is one of the body told of (IMOでは、…。同年の総会では)."""
        actor, at = one.known.actor, one.event.trigger.object
        if one.kind != "meeting" or actor is None or self._is_ours(actor) or not one.known.fresh:
            return False
        return 0 <= at < len(one.line) and self._triggers.is_bare(one.told, one.line[at])

    def _is_of_office(self, one: Reading) -> bool:
        """Return whether an act is one of government that nobody else does in the sentence (2015年に調査を実施した)."""
        trigger = one.event.trigger
        noun = self._noun(one, one.line[trigger.object]) if 0 <= trigger.object < len(one.line) else ""
        governs = trigger.lemma in self._roles["governs"] or noun.endswith(self._acts)
        return one.kind in _RUN and governs and not self._doing.has_subject(one)

    def _noun(self, one: Reading, phrase: Phrase) -> str:
        """Return a phrase without what trails its noun (「…の連携訓練」, 研修等)."""
        trails, end = self._roles["unquote"] | self._roles["trailing"], phrase.body
        while end > phrase.first + 1 and one.told.surfaces[end - 1] in trails:
            end -= 1
        return one.told.text(phrase.first, end)

    def _is_abroad(self, known: Background) -> bool:
        """Return whether a section is about countries from abroad."""
        return any(side.label == COUNTRY and side.value != self._parties.home for side in known.about)

    def _is_ours(self, side: Side) -> bool:
        """Return whether a party is who a document of ours tells of throughout: a ministry, an agency."""
        return side.home == self._parties.home and side.kind in OFFICES

    def ours(self, known: Background, other: Side, *, body: bool = False) -> list[Side]:
        """Return our side of an event of which the text names only the other; `body` where a body deals with bodies."""
        before = known.dealt.get(other.home or other.value, ())
        if before:
            return list(before)
        actor = known.actor
        if actor is not None and known.fresh and actor.value not in (other.value, other.home):
            if actor.home in ("", self._parties.home) or actor.label == COUNTRY:
                return [actor]
        if body and other.label == ORG and known.own is not None:
            return [known.own]
        return [self._parties.us()]

    def instead(self, one: Reading, sides: Sequence[Side]) -> Sequence[Side]:
        """Return sides with our office for our country where it met a body (同省との間で日韓…を開催した)."""
        own, bodies = one.known.own, [side for side in sides if side.label == ORG and side.home != self._parties.home]
        if (
            own is None
            or not bodies
            or one.kind not in PAIRED
            or one.verb.adnominal
            or one.verb.has(self._roles["passive"])
        ):
            return sides
        home = self._parties.home
        return [replace(own, word=side.word, mention=-1) if side.value == home else side for side in sides]

    def wants_us(self, one: Reading, side: Side) -> bool:
        """Return whether we are the other side of an event: always of a visit, of a meeting where we deal with one."""
        partner = one.known.partner
        if side.home == self._parties.home or self._doing.is_another(one):
            return False
        met = one.kind == "meeting" and self._is_met(one, side)
        return (
            one.kind in _WITH_US
            or met
            or (one.kind == "meeting" and partner is not None and partner.value in (side.value, side.home))
        )

    def _is_met(self, one: Reading, side: Side) -> bool:
        """Return whether it is said that something was held with a party (同省との間で、…を持った)."""
        before = one.line[: one.event.trigger.phrase]
        at = next((at for at, phrase in enumerate(before) if phrase.first <= side.word < phrase.body), -1)
        # Of two side by side (甲と乙が) none is met by us.
        beside = one.line[at].tail == (WITH,) and one.line[at + 1].has(self._roles["acting"])
        return at >= 0 and one.line[at].tail[:1] == (WITH,) and not beside

    def _framed(self, one: Reading) -> list[Side]:
        """Return the country from abroad that a sentence is about (フランスでは、…が決定された)."""
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - 2 * REACH, -1), -1):
            phrase = one.line[at]
            placed = bool(phrase.tail) and (
                phrase.tail[0] in self._roles["at"] or phrase.has(self._roles["venue_verb"])
            )
            if placed and phrase.has(self._roles["as_topic"]):
                sides = self._parties.of(one, at)
                abroad = len(sides) == 1 and sides[0].label == COUNTRY and sides[0].value != self._parties.home
                return sides if abroad else []
        return []

    def _told_of_country(self, one: Reading, undergone: bool) -> list[Side]:
        """Return the country that the sentences before tell of (米国では、…。1998年には、…法が成立した)."""
        frame, law = one.known.frame, one.kind == "enactment"
        if frame is None or not one.known.framed or not (law or one.kind in _PUBLISHED):
            return []
        named = not law and (undergone or one.event.trigger.nominal or self._doing.has_subject(one))
        # A law in a sentence that names us may be ours (日EU間での移転は、…法（2017年5月に施行）を前提として).
        return [] if named or (law and self._parties.names_us(one.told)) else [replace(frame, word=-1, mention=-1)]

    def decided(self, one: Reading, acting: list[Side]) -> list[Side]:
        """Return who decided: the cabinet (閣議決定された), or who was asked (諮問し、答申がなされた)."""
        if self.in_cabinet(one):
            return acting if any(side.label == COUNTRY for side in acting) else self.cabinet(one)
        if self._roles["asks"].isdisjoint(one.told.forms):
            return acting
        before = one.line[: one.event.trigger.phrase]
        asked = any(one.told.forms[phrase.body - 1] in self._roles["asks"] for phrase in before if not phrase.adnominal)
        at = one.event.trigger.object
        answer = 0 <= at < len(one.line) and one.told.forms[one.line[at].body - 1] in self._roles["answer"]
        passive = one.verb.has(self._roles["passive"]) or is_subject(one, self._roles)
        own = any(side.kind == _COUNCIL for side in acting)
        return (self.asked(one) if asked and answer and passive and not own else []) or acting

    def asked(self, one: Reading) -> list[Side]:
        """Return the body that was asked before its answer was received (審議会に諮問し、答申を受けた)."""
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - REACH, -1), -1):
            if one.line[at].has(self._roles["goal"]):
                quoted = one.told.quoted[one.line[at].first]
                found = self._parties.inside(one.told, one.line[at]) if quoted else self._parties.of(one, at)
                sides = [side for side in found if side.label == ORG]
                if sides:
                    return sides[-1:]
        return []

    def _topic(self, one: Reading) -> list[Side]:
        """Return what the sentence around an attribute is about (公表した指針に基づき、環境省は…)."""
        acting = self._roles["topic"]
        begin = max(one.event.trigger.phrase - REACH, 0)
        near = range(begin, min(one.event.trigger.phrase + REACH, len(one.line)))
        topics = (at for at in near if one.line[at].tail[:1] and one.line[at].tail[0] in acting)
        return next((sides for sides in (self._parties.of(one, at) for at in topics) if sides), [])
