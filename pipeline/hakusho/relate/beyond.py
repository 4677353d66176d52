"""Who takes part in an event by what the rest of its sentence tells: clauses before and after its own."""

from hakusho.labels import COUNTRY, ORG
from hakusho.relate.event_rules import OF, WITH
from hakusho.relate.parties import Parties
from hakusho.relate.reading import PAIRED, REACH, Reading
from hakusho.relate.sides import OFFICES, Side, side
from hakusho.relate.told import Roles

# How far before a gathering an attribute of it stands, in phrases.
_ATTRIBUTE = 4


class Beyond:
    """Finds parties in the clauses around that of an event."""

    def __init__(self, roles: Roles, parties: Parties) -> None:
        self._roles = roles
        self._parties = parties
        self._guest = tuple(sorted(roles["guest"]))

    def present(self, one: Reading) -> list[Side]:
        """Return who acts at a gathering in the rest of its sentence (総会においては、我が国も…)."""
        found: list[Side] = []
        own = {side.value for side in self._of_object(one)}
        # A date inside the frame of a gathering (前年の総会においては、六月九日…) is one of its days.
        framed = one.verb.has(self._roles["venue"]) and one.verb.has(self._roles["topic"])
        for at in range(one.event.last + 1, min(one.event.last + REACH, len(one.line))):
            if one.line[at].date >= 0 and not framed and not self._is_aside(one, at):
                break
            phrase, tail = one.line[at], one.line[at].tail
            by = phrase.has(self._roles["agent"]) and not phrase.has(self._roles["source"])
            # Who is only called both is whom the gathering was told of (両首脳は…を確認した).
            both = one.told.text(phrase.first, phrase.body) in self._roles["both"]
            acting = tail[:1] and tail[0] in self._roles["acting"] and not self._undergoes(one, at)
            if not both and (by or acting):
                sides = self._parties.of(one, at)
                found += [*self.before(one, at), *sides] if sides else []
        # What met is no party to its own meeting (研究会を開催し、同研究会は…).
        return [side for side in found if side.value not in own]

    def _undergoes(self, one: Reading, at: int) -> bool:
        """Return whether something is done to the subject of the clause (…のボコバ氏が選出された)."""
        verb = next((phrase for phrase in one.line[at + 1 :] if phrase.verbal), None)
        return verb is not None and verb.has(self._roles["passive"])

    def _is_aside(self, one: Reading, at: int) -> bool:
        """Return whether a date belongs to a noun that is only mentioned (1988年の制定以来、初めて)."""
        following = one.line[at + 1] if at + 1 < len(one.line) else None
        placed = following is not None and following.has(self._roles["venue"])
        return OF in one.line[at].tail and not placed

    def _of_object(self, one: Reading) -> list[Side]:
        at = one.event.trigger.object
        return self._parties.inside(one.told, one.line[at]) if 0 <= at < len(one.line) else []

    def before(self, one: Reading, at: int) -> list[Side]:
        """Return who is coordinated with a party, before it (甲、乙及び丙が)."""
        found: list[Side] = []
        while at and self._is_beside(one.line[at - 1].tail):
            at -= 1
            sides = self._parties.of(one, at)
            if not sides and not one.line[at].joining:
                break
            found = [*sides, *found]
        return found

    def _is_beside(self, tail: tuple[str, ...]) -> bool:
        """Return whether a tail says that what it follows acts with what comes next (甲、; 甲と; 甲とともに)."""
        return set(tail) <= self._roles["join"] or (tail[0] == WITH and set(tail[1:]) <= self._roles["together"])

    def joint(self, one: Reading, at: int, sides: list[Side]) -> list[Side]:
        """Return the sides of a body that we have with somebody (ロシアとの科学技術協力委員会は)."""
        shared = at and one.line[at - 1].tail == (WITH, OF) and len(sides) == 1 and sides[0].label == ORG
        if not shared or sides[0].home or one.kind not in PAIRED:
            return sides
        others = [side for side in self._parties.of(one, at - 1) if side.home != self._parties.home]
        return [self._parties.us(sides[0].word), *others] if others else sides

    def met(self, one: Reading) -> list[Side]:
        """Return whom an earlier clause of the sentence deals with (…省との間で協議を重ね、覚書を締結した)."""
        trigger = one.event.trigger.phrase
        for at in range(trigger - 1, max(one.event.first, trigger - REACH) - 1, -1):
            if one.line[at].tail[:1] == (WITH,) and one.line[at].has(self._roles["between"]):
                return [side for side in self._parties.of(one, at) if side.home != self._parties.home]
        return []

    def talked(self, one: Reading) -> list[Side]:
        """Return the bodies with which a visitor talked, by the clauses after the visit (訪問し、…と会談した)."""
        found: list[Side] = []
        last = min(one.event.last + REACH, len(one.line))
        for at in range(one.event.last + 1, last):
            phrase = one.line[at]
            if phrase.date >= 0 or one.kind != "visit":
                break
            if phrase.tail[:1] == (WITH,) and self._says(one, at, last, "talks"):
                sides = [*self.before(one, at), *self._parties.of(one, at)]
                found += [side for side in sides if side.label == ORG and side.home != self._parties.home]
            elif phrase.has(self._roles["object"]) and self._says(one, at, last, "calls_on"):
                found += [side for side in self._parties.of(one, at) if side.label == ORG]
        return found

    def _says(self, one: Reading, at: int, last: int, role: str) -> bool:
        said = (there for there in range(at + 1, last) if one.line[there].verbal)
        verb = next((there for there in said if not one.line[there].adnominal), -1)
        words = range(one.line[at].end, one.line[verb].end if verb >= 0 else 0)
        return any(one.told.forms[word] in self._roles[role] for word in words)

    def without_held(self, one: Reading, acting: list[Side]) -> list[Side]:
        """Return who acts, without a body that is only what others held (甲が議長となって「乙会議」が開催され)."""
        at = one.event.trigger.object
        if one.kind != "meeting" or not 0 <= at < len(one.line) or not one.verb.has(self._roles["passive"]):
            return acting
        words = range(one.line[at].first, one.line[at].end)
        return [side for side in acting if side.word not in words] or acting

    def held(self, one: Reading) -> list[Side]:
        """Return the body that sat in the clause before, and so decided (検討会を開催し、報告書がまとめられた)."""
        at = one.event.trigger.object
        undergone = 0 <= at < one.event.trigger.phrase and one.line[at].has(self._roles["acting"])
        if not undergone and not one.verb.has(self._roles["passive"]):
            return []
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - REACH, 0), -1):
            phrase = one.line[at]
            if not phrase.verbal or phrase.adnominal:
                continue
            if one.told.forms[phrase.body - 1] not in self._roles["holds"]:
                break
            if one.line[at - 1].has(self._roles["object"]):
                return [side for side in self._parties.of(one, at - 1) if side.label == ORG]
        return []

    def hosted(self, one: Reading) -> list[Side]:
        """Return who holds a gathering by an attribute of it (総務省及び外務省が共催する「…」の第1回会合が)."""
        holds = self._roles["holds"] | self._roles["hosting"]
        for at in range(one.event.trigger.object - 1, max(one.event.trigger.object - _ATTRIBUTE, one.event.phrase), -1):
            phrase, before = one.line[at], one.line[at - 1]
            if phrase.adnominal and phrase.light > phrase.body and one.told.forms[phrase.body - 1] in holds:
                named = before.tail[:1] and before.tail[0] in self._roles["subject"]
                return [*self.before(one, at - 1), *self._parties.of(one, at - 1)] if named else []
        return []

    def signed_with(self, one: Reading) -> list[Side]:
        """Return whose a text is that was signed (署名された日本国及びケニアとの覚書)."""
        found: list[Side] = []
        if one.kind == "agreement" and one.verb.adnominal:
            for at in range(one.event.trigger.phrase + 1, one.event.trigger.object):
                if one.line[at].tail[:2] == (WITH, OF):
                    found += [*self.before(one, at), *self._parties.of(one, at)]
        return found

    def author(self, one: Reading) -> list[Side]:
        """Return the body that made what was then published, by its attribute (甲がまとめた報告書が公表された)."""
        at = one.event.trigger.object
        if one.kind != "announcement" or not one.event.phrase < at < one.event.trigger.phrase:
            return []
        if not one.verb.has(self._roles["passive"]):
            return []
        for there in range(at - 1, max(at - REACH, one.event.phrase), -1):
            phrase = one.line[there]
            if phrase.verbal and not phrase.adnominal:
                return []
            if phrase.tail[:1] and phrase.tail[0] in self._roles["subject"] - self._roles["as_topic"]:
                return [*self.before(one, there), *self._parties.of(one, there)]
        return []

    def aimed(self, one: Reading) -> list[Side]:
        """Return for whom something was held or sent (同省職員を対象として、研修を実施した)."""
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - REACH, 0), -1):
            phrase, target = one.line[at - 1], one.told.forms[one.line[at].body - 1]
            if target in self._roles["target"] and phrase.has(self._roles["object"]):
                return [*self.before(one, at - 1), *(self._parties.of(one, at - 1) or self._guests(one, at - 1))]
        return []

    def holder(self, one: Reading) -> list[Side]:
        """Return the office of its sentence that held a gathering (総務省では、…開催した検討会において)."""
        if one.kind != "meeting" or one.verb.has(self._roles["passive"]) or one.verb.light == one.verb.body:
            return []
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - REACH, -1), -1):
            phrase = one.line[at]
            if phrase.verbal and not phrase.adnominal:
                break
            about = phrase.has(self._roles["as_topic"]) and phrase.tail[0] in self._roles["acting"] | self._roles["at"]
            sides = self._parties.of(one, at) if about and phrase.date < 0 else []
            if sides:
                return [side for side in sides if side.kind in OFFICES]
        return []

    def listed(self, one: Reading) -> list[Side]:
        """Return the countries that a bracket after a gathering lists (国際フォーラム（日本、中国、韓国）)."""
        at = one.event.trigger.object
        if one.kind != "meeting" or not 0 <= at < len(one.line):
            return []
        word = one.line[at].body - 1
        inside = [side(word, index, entity) for index, entity in one.told.glosses.get(word, ()) if entity.value]
        alone = all(other.label == COUNTRY for other in inside) and len({other.value for other in inside}) > 1
        return inside if alone else []

    def jointly(self, one: Reading) -> list[Side]:
        """Return with whom an act was done, by a clause before it (環境省は文部科学省と連携し、…を実施した)."""
        found: list[Side] = []
        if self._roles["jointly"].isdisjoint(one.told.forms):
            return found
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - REACH, 0), -1):
            phrase = one.line[at]
            form = one.told.forms[phrase.body - 1]
            clause = phrase.verbal and not phrase.adnominal
            how = clause or phrase.has(self._roles["at"] | self._roles["agent"] | self._roles["te"])
            if form in self._roles["jointly"] and how and not phrase.links:
                before = one.line[at - 1]
                partner = before.tail[:1] == (WITH,) and set(before.tail[1:]) <= {OF}
                if partner or (clause and before.has(self._roles["subject"])):
                    found += [*self.before(one, at - 1), *self._parties.of(one, at - 1)]
            elif clause:
                break
        return [side for side in found if side.mention >= 0]

    def invited(self, one: Reading) -> list[Side]:
        """Return whose people are asked to a gathering (…の専門家を招いて…を開催した)."""
        for at in range(one.event.trigger.phrase - 1, max(one.event.trigger.phrase - REACH, 0), -1):
            phrase = one.line[at]
            if phrase.verbal and not phrase.adnominal:
                guests = one.told.forms[phrase.body - 1] in self._roles["invites"]
                guests = guests and one.line[at - 1].has(self._roles["object"])
                return self._guests(one, at - 1) if guests else []
        return []

    def _guests(self, one: Reading, at: int) -> list[Side]:
        found = self._parties.of(one, at)
        phrase = one.line[at]
        if not found and at and one.told.text(phrase.first, phrase.body).endswith(self._guest):
            found = self._parties.of(one, at - 1) if one.line[at - 1].tail == (OF,) else []
        return [side for side in found if side.mention >= 0]
