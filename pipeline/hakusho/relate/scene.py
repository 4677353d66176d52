"""A sentence with its phrases and what its predicates tell."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hakusho.relate.phrases import Phrase
from hakusho.relate.told import Roles, Told
from hakusho.relate.triggers import Trigger, Triggers

# What the value of a date with a month or season holds.
_FINE = ("-", "?")
# How long the value of a day is.
_DAY = 10
# What the value of a decade or century holds.
_VAGUE = "X"
# How the value of a fiscal year begins, and the month that it begins in.
_FISCAL, _APRIL = "FY", 4


@dataclass(frozen=True, slots=True)
class Scene:
    """`at` has the trigger of each predicate by its phrase; `claimed` the trigger phrases that a date has.

    `first_date` is the first phrase that is a date, `closing` are those that end a range."""

    told: Told
    line: Sequence[Phrase]
    at: dict[int, Trigger | None]
    claimed: set[int] = field(default_factory=set)
    first_date: int = 0
    closing: frozenset[int] = frozenset()

    def first_form(self, index: int) -> str:
        """Return the form of a phrase's first word."""
        return self.told.forms[self.line[index].first]

    def last_form(self, index: int) -> str:
        """Return the form of the last word that a phrase says."""
        return self.told.forms[self.line[index].body - 1]

    def value(self, index: int) -> str:
        """Return the value of the date that a phrase is; empty for none."""
        phrase = self.line[index]
        pairs = self.told.named.get(phrase.body - 1, ())
        return next((entity.value for number, entity in pairs if number == phrase.date), "")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date (an index of the entities), its phrase, the last phrase of its evidence, and what it dates.

    `until` is the index of the date that ends a range, -1 for none. Where several dates share a verb, the phrases
    [first, stop) are this one's; `stop` is -1 where no later date shares it.
    """

    phrase: int
    date: int
    trigger: Trigger
    last: int
    until: int = -1
    first: int = 0
    stop: int = -1


def scene(told: Told, line: Sequence[Phrase], triggers: Triggers) -> Scene:
    """Return a sentence with the triggers of its predicates."""
    at = {index: triggers.at(told, line, index) for index, phrase in enumerate(line) if phrase.verbal or phrase.bare}
    first = next((index for index, phrase in enumerate(line) if phrase.date >= 0), len(line))
    return Scene(told, line, at, first_date=first)


class Limits:
    """Says which dates are ranges, deadlines, states of affairs, or only frame another date."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def ranges(self, one: Scene) -> dict[int, int]:
        """Return the phrase that ends each range by the phrase that begins it."""
        until: dict[int, int] = {}
        closed = -1
        for first in range(len(one.line) - 1):
            if one.line[first].date < 0 or first == closed:
                continue
            second = first + 1
            joins = self._roles["joining_word"] | self._roles["range"] | self._roles["range_list"]
            if second + 1 < len(one.line) and one.line[second].date < 0 and one.first_form(second) in joins:
                second += 1
            if one.line[second].date >= 0 and self._spans(one, first, second):
                until[first] = closed = second
        return until

    def ends(self, one: Scene, first: int, second: int) -> bool:
        """Return whether a date may end a range: a decade only with まで (2013年より、21世紀に合う…)."""
        vague = _VAGUE in one.value(second) and _VAGUE not in one.value(first)
        return not vague or one.line[second].has(self._roles["until"])

    def _spans(self, one: Scene, first: int, second: int) -> bool:
        tail = one.line[first].tail
        if tail[:1] and tail[0] in self._roles["range"]:
            return True
        if second > first + 1 and not tail and one.first_form(first + 1) in self._roles["range"]:
            return True
        # Two days of one month side by side (9月4日、5日).
        if len(tail) > 1 or not set(tail) <= self._roles["range_list"]:
            return False
        ends = [one.told.surfaces[one.line[at].body - 1][-1] for at in (first, second)]
        # The first may go without its 日 (4月22、23日).
        bare = ends[0].isdigit() and len(one.value(first)) == _DAY
        return ends[1] in self._roles["day"] and (bare or ends[0] in self._roles["day"])

    def blocked(self, one: Scene, index: int) -> bool:
        """Return whether a date is a deadline, a state of affairs, a yardstick, or what is done something to."""
        phrase, roles = one.line[index], self._roles
        if phrase.has(roles["deadline"]) and not (index and one.line[index - 1].date >= 0):
            return True
        begin = one.line[index + 1].first if index + 1 < len(one.line) and len(phrase.tail) == 1 else -1
        after = one.told.text(begin, begin + 2) if begin >= 0 else ""
        if phrase.has(roles["leaning"]) or after in roles["leaning"]:
            # 平成23年度に引き続き is no date of what goes on.
            return True
        if phrase.tail[:1] and phrase.tail[0] in roles["object"]:
            return True
        if index + 1 >= len(one.line) or phrase.tail:
            return False
        following, word = one.line[index + 1], one.first_form(index + 1)
        single = following.body - following.first == 1
        if single and word in roles["part"] and following.has(roles["deadline"]):
            return True
        return word in roles["state_noun"]

    def is_coarse(self, one: Scene, index: int) -> bool:
        """Return whether a date has no month."""
        return not any(sign in one.value(index) for sign in _FINE)

    def is_deadline(self, one: Scene, index: int) -> bool:
        """Return whether a date is a deadline that dates before it share (2003年末、その他は2006年末までに)."""
        for at in (index, index + 1):
            if at < len(one.line) and (at == index or not one.line[index].tail):
                tail = one.line[at].tail
                if tail[:1] and tail[0] in self._roles["until"] and not self._roles["goal"].isdisjoint(tail):
                    return at == index or self.blocked(one, index)
        return False

    def frames(self, one: Scene, index: int) -> bool:
        """Return whether a date only frames the next one (2011年には、11月に…)."""
        phrase = one.line[index]
        if phrase.date < 0 or phrase.has(self._roles["of"]):
            return False
        later = (at for at in range(index + 1, len(one.line)) if one.line[at].date >= 0 or one.line[at].verbal)
        following = next(later, -1)
        dated = following >= 0 and one.line[following].date >= 0
        value, finer = one.value(index), one.value(following) if dated else ""
        if value.startswith(_FISCAL) and len(finer) > len(value):
            year, month = value.removeprefix(_FISCAL)[:4], finer[5:7]
            return year.isdigit() and month.isdigit() and finer[:4] == str(int(year) + (int(month) < _APRIL))
        return bool(value) and len(finer) > len(value) and finer.startswith(value)

    def is_span(self, one: Scene, index: int) -> bool:
        """Return whether a phrase only says how long (19、20日の両日、…; 5日から7日の3日間、…)."""
        if index >= len(one.line) or one.line[index].links:
            return False
        phrase = one.line[index]
        spans = self._roles["span"]
        return one.told.surfaces[phrase.first] in spans or one.told.text(phrase.first, phrase.body).endswith(
            tuple(spans)
        )

    def is_at(self, one: Scene, index: int) -> bool:
        """Return whether a date says at what time, and is a month or a day."""
        tail = one.line[index].tail[:1]
        plain = not tail or tail[0] in self._roles["into"]
        return plain and not self.is_coarse(one, index)

    def is_since(self, one: Scene, index: int) -> bool:
        """Return whether a date says since when (4月から; 平成8年10月以来、)."""
        after = one.first_form(index + 1) if index + 1 < len(one.line) and not one.line[index].tail else ""
        return one.line[index].has(self._roles["from"]) or after in self._roles["from"]
