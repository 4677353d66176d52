"""Which trigger a date dates: by the particle after the date, and so that no two links of the sentence cross."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.labels import ORG
from hakusho.relate.beside import Beside, last_phrase
from hakusho.relate.clauses import is_besides
from hakusho.relate.event_rules import COMMA, WITH
from hakusho.relate.phrases import Phrase, described
from hakusho.relate.scene import Dated, Limits, Scene, scene
from hakusho.relate.sharing import Sharing
from hakusho.relate.told import Roles, Told, entities_in
from hakusho.relate.triggers import Trigger, Triggers
from hakusho.relate.unreal import Unreal

# How far a date reaches, in phrases; how many nouns a chain of の has.
_REACH, _CHAIN = 60, 6
# Types that a progressive makes a running activity or a state (開催している, 締結している).
_RUNNING = frozenset(("meeting", "launch", "agreement", "visit", "dispatch"))
# Those of them that one month may tell as done.
_DONE = frozenset(("meeting", "agreement", "visit", "dispatch"))
# Uses of nouns at which something else may be done.
_SITTINGS = frozenset(("gathering", "held", "body"))


class Dating:
    """Finds what the dates of a sentence date."""

    def __init__(self, triggers: Triggers, roles: Roles) -> None:
        self._triggers = triggers
        self._roles = roles
        self._limits = Limits(roles)
        self._unreal = Unreal(roles)
        self._sharing = Sharing(triggers, roles)
        self._beside = Beside(triggers, roles)

    def find(self, told: Told, line: Sequence[Phrase], leaning: int, end: int = -1) -> list[Dated]:
        """Return the events of a sentence; `leaning` is the date of the event before, `end` its last; -1 for none."""
        one = scene(told, line, self._triggers)
        found: list[Dated] = []
        until = self._limits.ranges(one)
        one = replace(one, closing=frozenset(until.values()))
        for index, phrase in enumerate(line):
            date = phrase.date
            if date < 0:
                date = found[-1].date if found else leaning
                if date < 0 or not self._leans(one, index):
                    continue
            elif index in one.closing or self._limits.blocked(one, index) or self._limits.frames(one, index):
                continue
            event = self._event(one, index, until.get(index, index), date)
            if event is not None and phrase.date < 0 and self._has_better(one, index, event):
                event = None
            if event is not None:
                if phrase.date < 0:
                    event = replace(event, until=found[-1].until if found else end)
                before = found[-1] if found else None
                if before is not None and before.trigger.phrase == event.trigger.phrase and before.stop >= 0:
                    event = replace(event, first=before.stop)
                one.claimed.add(event.trigger.phrase)
                found += [event, *self._beside.find(one, event)]
        return found

    def _has_better(self, one: Scene, index: int, event: Dated) -> bool:
        """Return whether what leans on a date is none by itself, or has one of its own (同会合に先立ち、2月に…)."""
        if event.trigger.nominal and self._is_along(one, index):
            return True
        dated = any(one.line[at].date >= 0 for at in range(index + 1, event.trigger.phrase))
        return dated or event.trigger.phrase in one.claimed

    def _event(self, one: Scene, index: int, end: int, date: int) -> Dated | None:
        trigger = self._dated(one, end)
        if trigger is None or self._unreal.undone(one, trigger):
            return None
        until = one.line[end].date if end != index and self._limits.ends(one, index, end) else -1
        trigger, stop = self._sharing.find(one, end, trigger)
        return Dated(index, date, trigger, last_phrase(one, trigger), until, stop=stop)

    def _leans(self, one: Scene, index: int) -> bool:
        """Return whether a phrase stands for the date of what was told before (同会合に併せて; 訪日中の)."""
        phrase, roles = one.line[index], self._roles
        if self._is_along(one, index):
            return one.first_date > index
        if index + 1 < len(one.line) and phrase.has(roles["of"]) and one.last_form(index) in roles["during"]:
            several = phrase.body - phrase.first > 1
            return several and self._triggers.nominal(one.told, one.line, index) is not None
        if one.first_form(index) not in roles["pointing"]:
            return False
        if one.first_date <= index + 1:
            return False
        after = one.first_form(min(index + 1, len(one.line) - 1))
        return phrase.has(roles["leaning"]) or after in roles["leaning"]

    def _is_along(self, one: Scene, index: int) -> bool:
        """Return whether a phrase says that something was done along with what was told before (あわせて、…)."""
        phrase = one.line[index]
        alone = phrase.body - phrase.first == 1 and phrase.has(self._roles["gerund"])
        return alone and one.first_form(index) in self._roles["along"]

    def _dated(self, one: Scene, index: int) -> Trigger | None:
        phrase = one.line[index]
        of = phrase.has(self._roles["of"]) and not phrase.has(self._roles["until"])
        if of or (not phrase.tail and index + 1 < len(one.line)):
            trigger, placed = self._nominal(one, index)
            glued = not phrase.tail and index > 0 and self._limits.is_coarse(one, index)
            if (
                trigger is not None
                and not of
                and one.line[trigger.phrase].has(self._roles["acting"] | self._roles["object"])
            ):
                # What a line after its date is about is not yet what it says (2021年11月　総会がパリで開催).
                return self._adverbial(one, index) or trigger
            spans = of and self._limits.is_span(one, index + 1)
            if trigger is not None or ((of or glued) and phrase.date >= 0 and not placed and not spans):
                return trigger
        found = self._adverbial(one, index)
        last = one.line[-1]
        plain = not last.tail and not last.verbal and last.date < 0 and not self._is_maker(one, index, index + 1)
        if found is None and plain:
            # A line that is no sentence may end in the gathering itself (ジャカルタにて第2回閣僚会合).
            noun = self._triggers.nominal(one.told, one.line, len(one.line) - 1)
            found = noun if noun is not None and noun.type == "meeting" else None
        return found

    def _nominal(self, one: Scene, index: int) -> tuple[Trigger | None, bool]:
        """Return what a date before の or a bare noun dates, and whether it is a sitting at which something is done."""
        last = index
        for at in range(index + 1, min(index + 1 + _CHAIN, len(one.line))):
            phrase = one.line[at]
            if phrase.date >= 0:
                break
            last = at
            if self._is_edition(one, index, at) or self._is_maker(one, index, at):
                return None, False
            trigger = None if phrase.verbal else self._triggers.nominal(one.told, one.line, at)
            seated = trigger is not None and trigger.type == "meeting" and phrase.tail[:1] != ()
            placed = phrase.has(self._roles["venue_verb"]) or (seated and phrase.tail[0] in self._roles["at"])
            occasion = at + 1 < len(one.line) and one.first_form(at + 1) in self._roles["occasion_noun"]
            if trigger is not None and (placed or not phrase.links or phrase.adnominal or occasion):
                return trigger, False
            if not phrase.links:
                break
        return None, last > index and one.line[last].has(self._roles["venue"]) and self._sits(one, last)

    def _is_edition(self, one: Scene, index: int, at: int) -> bool:
        """Return whether a bare year belongs to a gathering's name (2020年東京大会)."""
        glued = at == index + 1 and not one.line[index].tail
        return glued and self._limits.is_coarse(one, index) and self._triggers.is_gathering(one.told, one.line[at])

    def _is_maker(self, one: Scene, index: int, at: int) -> bool:
        """Return whether a bracket only gives the day and the body of a text (平成18年3月総合科学技術会議)."""
        phrase = one.line[at]
        alone = at == index + 1 == len(one.line) - 1 and not one.line[index].tail and not phrase.tail
        owner = one.told.owners[phrase.first]
        return alone and owner >= 0 and owner == one.told.owners[phrase.body - 1]

    def _sits(self, one: Scene, index: int) -> bool:
        """Return whether a phrase is a body or a sitting, at which something may be done."""
        phrase = one.line[index]
        if self._triggers.noun(one.told, phrase)[2] in _SITTINGS:
            return True
        return any(entity.mention.label == ORG for _, _, entity in entities_in(one.told, phrase.first, phrase.body))

    def _adverbial(self, one: Scene, index: int) -> Trigger | None:
        """Return what a date that stands by itself dates: the nearest predicate that it may reach."""
        crossed = jumped = objected = False
        topic = one.line[index].has(self._roles["as_topic"])
        wide, since = one.line[index].has(self._roles["wide"]), one.line[index].has(self._roles["from"])
        narrow, framed = since or not wide, topic
        spare: Trigger | None = None
        for there in range(index + 1, min(index + _REACH, len(one.line))):
            phrase, trigger = one.line[there], one.at.get(there)
            crossed = crossed or (phrase.date >= 0 and not phrase.has(self._roles["of"]))
            topic = topic or phrase.has(self._roles["as_topic"])
            if crossed and (jumped or (phrase.date >= 0 and not objected and self._limits.is_deadline(one, there))):
                break
            objected = objected or phrase.has(self._roles["object"])
            if not phrase.verbal and not phrase.bare:
                if self._is_venue(one, there) or self._is_planned(one, index, there):
                    return self._triggers.nominal(one.told, one.line, there)
            elif trigger is None:
                # A date with は is of all that follows, also of what a clause gives the reason of.
                reason = not framed and self._is_reason(one, there)
                plain = self._jumps(one, there) and not (framed and self._has_no_subject(one, index, there))
                jumped = jumped or reason or plain or (narrow and self._holds(one, index, there))
                # A date before the topic is of all that the sentence says of it (3月に総務省は、申請を受け、認可した).
                if jumped and (crossed or since or (narrow and not topic)):
                    break
            elif crossed and self._is_attribute(one, there) and not self._has_own(one, index):
                # The later date is inside of this attribute.
                continue
            elif self._is_told_of(one, there) or self._makes(one, index, there):
                spare = spare or trigger
            elif not self._passes(one, there, topic) and self._fits(one, index, trigger):
                return trigger
        return spare if spare is not None and self._fits(one, index, spare) else None

    def _has_no_subject(self, one: Scene, index: int, there: int) -> bool:
        """Return whether a predicate says only how the next one came about (4月からは、甲と連携し、…を開始した)."""
        return not any(one.line[at].has(self._roles["acting"]) for at in range(index + 1, there))

    def _is_attribute(self, one: Scene, there: int) -> bool:
        """Return whether a predicate describes a thing, not only こと and the like."""
        after = one.line[there + 1] if there + 1 < len(one.line) else None
        formal = after is not None and not after.links and one.first_form(there + 1) in self._roles["formal"]
        return one.line[there].adnominal and not formal

    def _has_own(self, one: Scene, index: int) -> bool:
        """Return whether a date has something of its own before the next one (2月に甲が、3月に乙が…)."""
        case = self._roles["subject"] | self._roles["object"]
        for at in range(index + 1, min(index + _REACH, len(one.line))):
            phrase = one.line[at]
            if phrase.date >= 0:
                # 2月、3月に開かれた、 but not 10月に、3月に誕生した政権の大臣が来日した.
                beside = at == index + 1 and not one.line[index].has(self._roles["goal"])
                return beside or one.line[at - 1].joining or one.line[at - 1].tail == (COMMA,)
            if phrase.has(case) or self._triggers.is_gathering(one.told, phrase):
                return True
        return False

    def _holds(self, one: Scene, index: int, there: int) -> bool:
        """Return whether an attribute right after a date has it (3月に破たんした会社が…)."""
        phrase = one.line[there]
        return there == index + 1 and phrase.adnominal and phrase.has(self._roles["past"])

    def _jumps(self, one: Scene, there: int) -> bool:
        """Return whether a predicate that tells no event takes the dates before it."""
        phrase = one.line[there]
        aside = phrase.adnominal and not is_besides(one, there, self._roles)
        if not phrase.verbal or aside or phrase.has(self._roles["manner"]):
            return False
        if one.last_form(there) in self._roles["jointly"]:
            return False
        if phrase.has(self._roles["te"]) and one.last_form(there) in self._roles["by_way"]:
            return False
        return not self._triggers.attends(one.last_form(there))

    def _is_reason(self, one: Scene, there: int) -> bool:
        """Return whether an attribute is of a clause that says why (本格化することから、…; 受けたため、…)."""
        if there + 1 >= len(one.line) or not one.line[there].adnominal:
            return False
        after = one.line[there + 1]
        single = after.body - after.first == 1 and not after.links
        form = one.first_form(there + 1)
        so = form in self._roles["formal"] and after.has(self._roles["source"])
        past = one.line[there].has(self._roles["past"])
        return single and (so or (past and form in self._roles["reason"]))

    def _passes(self, one: Scene, there: int, topic: bool) -> bool:
        """Return whether a date passes over an attribute, to a later act that it may date."""
        if not one.line[there].adnominal or not (topic or self._unreal.is_aimed(one, there)):
            return False
        trigger = one.at.get(there)
        if (
            trigger is not None
            and trigger.type == "visit"
            and one.first_form(there + 1) in self._roles["occasion_noun"]
        ):
            # A visit has the date of what was done on its occasion (1月には、大臣が来訪した機会に面談した).
            return False
        for later in range(there + 1, min(there + _REACH, len(one.line))):
            if one.line[later].date >= 0 and not one.line[later].has(self._roles["of"]):
                return False
            if one.at.get(later) is not None and not one.line[later].adnominal:
                return later not in one.claimed
        return False

    def _is_venue(self, one: Scene, there: int) -> bool:
        """Return whether something else was done at a gathering that a date may date (総会において採択された)."""
        phrase, told = one.line[there], one.told
        # What is done on its occasion has the date (6月、総会に先立って理事会が開かれた).
        aside = phrase.has(self._roles["leaning"]) or phrase.tail[:1] == (WITH,)
        if not phrase.has(self._roles["venue"]) or aside or there + 1 >= len(one.line):
            return False
        words = range(phrase.first, phrase.body)
        whole = all(told.owners[word] >= 0 or told.surfaces[word] in self._roles["joint"] for word in words)
        return self._triggers.is_gathering(told, phrase) and not whole

    def _is_planned(self, one: Scene, index: int, there: int) -> bool:
        """Return whether what is planned for a date only describes a noun (2015年に実現予定の共同体を踏まえて…)."""
        return there == index + 1 and one.line[there].links and one.last_form(there) in self._roles["planned"]

    def _is_told_of(self, one: Scene, there: int) -> bool:
        """Return whether a predicate is only what a later one says, decides or is meant for (…することで合意した)."""
        later = range(there + 1, min(there + _REACH, len(one.line)))
        main = next((at for at in later if one.at.get(at) is not None and not one.line[at].adnominal), -1)
        if main < 0 or main in one.claimed:
            return False
        if not one.line[there].adnominal:
            also = one.line[there].has(self._roles["separate"])
            return one.line[there].has(self._roles["quoting"]) and not also
        if one.line[there].has(self._roles["past"]):
            return False
        return one.first_form(there + 1) in self._roles["formal"] - self._roles["planned"]

    def _makes(self, one: Scene, index: int, there: int) -> bool:
        """Return whether an attribute tells how what is then published came about (意見を取りまとめた報告書を公表)."""
        trigger, line = one.at.get(there), one.line
        made = trigger is not None and trigger.type == "adoption" and line[there].adnominal and there > index + 1
        thing = described(line, there) if made else there
        if not made or not line[thing].has(self._roles["object"]) or thing + 1 >= len(line):
            return False
        main = one.at.get(thing + 1)
        return main is not None and main.type == "announcement" and not line[thing + 1].adnominal

    def _fits(self, one: Scene, index: int, trigger: Trigger) -> bool:
        """Return whether a predicate tells an act: no running activity, and nothing that is only thought about."""
        phrase = one.line[trigger.phrase]
        if (trigger.type in _RUNNING or phrase.adnominal) and phrase.has(self._roles["progressive"]):
            since = self._limits.is_since(one, index) or trigger.lemma in self._roles["punctual"]
            # What has an end goes on no longer than that (平成22年度から24年度にかけて実験を実施している).
            since = since or index in one.closing
            # What is told of one month has been done, it does not go on (4月に来訪している).
            since = since or (trigger.type in _DONE and self._limits.is_at(one, index))
            return since or phrase.tail[-1] in self._roles["past"]
        return True
