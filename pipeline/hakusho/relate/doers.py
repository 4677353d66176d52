"""Whether a clause says itself who acts, by whatever name."""

from hakusho.labels import COUNTRY
from hakusho.relate.parties import Parties
from hakusho.relate.reading import REACH, Reading
from hakusho.relate.told import Roles


class Doers:
    """Looks for those who act in a sentence that no lexicon names (事業者は、…; 民放各社が…)."""

    def __init__(self, roles: Roles, parties: Parties) -> None:
        self._roles = roles
        self._parties = parties
        self._doers = tuple(sorted(roles["doer"]))

    def has_subject(self, one: Reading) -> bool:
        """Return whether anything before an event's verb may do it, by whatever name (民放各社が; 配信事業者は)."""
        trigger = one.event.trigger
        return any(
            phrase.date < 0 and at != trigger.object and phrase.tail[:1] and self._is_topical(one, at)
            for at, phrase in enumerate(one.line[: trigger.phrase])
        )

    def _is_topical(self, one: Reading, at: int) -> bool:
        """Return whether a phrase is a subject, or says of whom, no country, a sentence tells (配信事業者では)."""
        phrase = one.line[at]
        if phrase.tail[0] in self._roles["acting"]:
            return True
        there = phrase.tail[0] in self._roles["at"] and phrase.has(self._roles["topic"])
        return there and not self._is_country(one, at)

    def _is_country(self, one: Reading, at: int) -> bool:
        sides = self._parties.of(one, at)
        return bool(sides) and all(side.label == COUNTRY for side in sides)

    def is_another(self, one: Reading) -> bool:
        """Return whether somebody acts whom no name tells (事業者は、…; 沿線の市町村では、…)."""
        roles, trigger = self._roles, one.event.trigger
        for at in range(trigger.phrase - 1, max(trigger.phrase - REACH, -1), -1):
            phrase = one.line[at]
            topic = phrase.has(roles["as_topic"])
            if at == trigger.object or not phrase.tail or one.told.quoted[phrase.first]:
                continue
            if phrase.tail[0] in roles["acting"] or (topic and phrase.tail[0] in roles["at"]):
                if topic or not _in_attribute(one, at):
                    return self._is_doer(one, at)
        return False

    def _is_doer(self, one: Reading, at: int) -> bool:
        phrase = one.line[at]
        words = range(phrase.first, phrase.body)
        last = next((word for word in reversed(words) if one.told.forms[word] not in self._roles["trailing"]), -1)
        if last < 0 or one.told.owners[last] >= 0:
            return False
        return one.told.text(phrase.first, last + 1).endswith(self._doers)


def _in_attribute(one: Reading, at: int) -> bool:
    """Return whether the next predicate after a phrase is one of a noun before the event's."""
    verbal = (there for there in range(at + 1, one.event.trigger.phrase) if one.line[there].verbal)
    return any(one.line[there].adnominal for there in [*verbal][:1])


def is_subject(one: Reading, roles: Roles) -> bool:
    """Return whether what the event is done to is the subject of its verb (交渉は中断した)."""
    at = one.event.trigger.object
    return 0 <= at < one.event.trigger.phrase and one.line[at].has(roles["acting"])
