"""Where an event was: a city of the gazetteer or a country, before a particle of place or of aim."""

from collections.abc import Callable, Iterable, Sequence

from hakusho.labels import COUNTRY
from hakusho.relate.event_rules import ADVERBIAL, BETWEEN_SIDES, COMMA, CONNECTIVES, OF, PLACE_NAME
from hakusho.relate.phrases import Phrase, described
from hakusho.relate.scene import Dated
from hakusho.relate.told import Roles, Told, entities_in
from hakusho.relate.triggers import Trigger

_GOING = frozenset(("visit", "dispatch"))
_FOUNDING = frozenset(("establishment",))
Place = tuple[str, str]
# The countries that 同国 and 同地 mean.
Same = tuple[str, str]
NOWHERE: Same = ("", "")
# How far before its verb a place stands, in phrases; the longest name of a town or prefecture, in characters.
_REACH, _LONGEST = 30, 8
# The longest name of a region, in words.
_WORDS = 5
# How many phrases of an attribute may hold a place.
_ATTRIBUTE = 3


class Places:
    """Finds the place in the phrases that tell an event."""

    def __init__(
        self,
        read_lexicon: Callable[[str], Iterable[dict[str, str]]],
        roles: Roles,
        before: Callable[[Told, int], str],
    ) -> None:
        self._before = before
        # Names from abroad are written with and without points between their words (クアラ・ルンプール).
        self._cities = {row["name"].replace(BETWEEN_SIDES[0], ""): row["iso3"] for row in read_lexicon("cities")}
        self._roles = roles
        self._held_at = "".join(roles["held_at"])
        self._regions = tuple(sorted(roles["region"]))

    def find(self, told: Told, line: Sequence[Phrase], event: Dated, same: Same) -> Place:
        """Return (place, country), empty strings for none; `same` is what 同国 and 同地 mean."""
        kind, trigger = event.trigger.type, event.trigger.phrase
        if kind in _GOING:
            inside = self._inside(told, line[trigger])
            if inside[1]:
                return inside
        for at in self._order(line, event):
            phrase = line[at]
            if phrase.links and not all(line[one].links for one in range(at, event.trigger.object)):
                continue
            if not (self._may_hold(told, phrase, event.trigger) or self._is_parallel(told, line, at, event)):
                continue
            place = self._place(told, line, at, same)
            if place != ("", ""):
                return place
        return self._glossed(told, line, event)

    def _is_parallel(self, told: Told, line: Sequence[Phrase], at: int, event: Dated) -> bool:
        """Return whether a place stands beside that of a later date (４月10日に東京、５月８日に大阪で開催した)."""
        if at != event.phrase + 1 or not set(line[at].tail) <= self._roles["join"]:
            return False
        later = [there for there in range(at + 1, event.trigger.phrase) if line[there].date >= 0]
        last = later[-1] + 1 if later else event.trigger.phrase
        # Two countries that do something on different days stand so, too, but without a particle of place.
        return last < event.trigger.phrase and self._may_hold(told, line[last], event.trigger)

    def _glossed(self, told: Told, line: Sequence[Phrase], event: Dated) -> Place:
        """Return the place that a gloss after a gathering gives (首脳会合（中国）; 閣僚会合（東京）)."""
        at = event.trigger.object
        if event.trigger.type != "meeting" or not 0 <= at < len(line):
            return "", ""
        for word in (line[at].body - 1, line[event.trigger.phrase].body - 1):
            remark = told.remarks.get(word, "-").lstrip(self._held_at)
            code = self._city(remark)
            if code is not None:
                return remark, code
        pairs = told.glosses.get(line[at].body - 1, ())
        countries = [entity for _, entity in pairs if entity.mention.label == COUNTRY and entity.value]
        if len(pairs) != 1 or not countries:
            return "", ""
        return countries[0].mention.surface, countries[0].value

    def whole(self, told: Told, phrase: Phrase) -> Place:
        """Return (place, country) of a phrase that is nothing but a place; empty strings for another."""
        brackets = (
            word for word in range(phrase.first + 1, phrase.body) if told.surfaces[word] in self._roles["bracket"]
        )
        code = self._code(told, phrase._replace(body=next(brackets, phrase.body)), NOWHERE)
        return ("", "") if code is None else (told.text(phrase.first, phrase.body), code)

    def _order(self, line: Sequence[Phrase], event: Dated) -> list[int]:
        """Return the phrases of the clause, the nearest to its predicate first."""
        found = []
        first = event.phrase + 1
        shared = (at for at in range(first + 1, event.trigger.phrase) if line[at].date >= 0)
        found += [at for at in range(first, next(shared, first)) if not line[at].verbal]
        for at in range(event.trigger.phrase - 1, max(event.trigger.phrase - _REACH, -1), -1):
            if line[at].verbal and not line[at].adnominal:
                break
            if at + 1 < event.trigger.phrase and line[at + 1].adnominal:
                if not event.trigger.nominal or described(line, at + 1) != event.trigger.phrase:
                    continue
            found.append(at)
        return [*found, *self._fronted(line, event), *self._attended(line, event)]

    def _attended(self, line: Sequence[Phrase], event: Dated) -> list[int]:
        """Return the phrases of the attribute of a gathering that somebody attended (札幌で開かれた会議に出席した)."""
        held = event.trigger.object - 1
        if event.trigger.type != "meeting" or not 0 < held < event.trigger.phrase or not line[held].adnominal:
            return []
        return [at for at in range(held - 1, event.phrase, -1) if not line[at].verbal][:_ATTRIBUTE]

    def _fronted(self, line: Sequence[Phrase], event: Dated) -> list[int]:
        """Return the phrases right after the date that a comma sets off, before other clauses (3月に札幌で、…)."""
        found: list[int] = []
        for at in range(event.phrase + 1, event.trigger.phrase):
            if line[at].verbal or line[at].date >= 0:
                break
            if line[at].tail[-1:] == (COMMA,):
                found.append(at)
        return found

    def _may_hold(self, told: Told, phrase: Phrase, trigger: Trigger) -> bool:
        kind = trigger.type
        aimed = phrase.tail[:1] and phrase.tail[0] in self._roles["goal"]
        towards = kind == "dispatch" and bool(aimed) and (phrase.has(self._roles["towards"]) or len(phrase.tail) > 1)
        if towards or phrase.has(self._roles["as_topic"]):
            return towards
        if phrase.has(self._roles["means"]):
            return self._city(told.text(phrase.first, phrase.body)) == ""
        if kind in _GOING:
            return phrase.has(self._roles["goal"] | self._roles["object"]) and not phrase.has(
                self._roles["compound_verb"]
            )
        if (
            (kind in _FOUNDING or trigger.lemma in self._roles["brings_to"])
            and phrase.has(self._roles["goal"])
            and set(phrase.tail) <= self._roles["into"]
        ):
            return True
        return bool(phrase.tail) and (phrase.tail[0] in self._roles["at"] or phrase.has(self._roles["venue_verb"]))

    def _inside(self, told: Told, phrase: Phrase) -> Place:
        """Return the country that a word like 訪米 or 来日 holds."""
        for _, _, entity in entities_in(told, phrase.first, phrase.body):
            if entity.mention.label == COUNTRY:
                return entity.mention.surface, entity.value
        return "", ""

    def _place(self, told: Told, line: Sequence[Phrase], at: int, same: Same) -> Place:
        phrase = line[at]
        first = at
        while first and line[first - 1].date < 0 and self._links(told, line[first - 1]):
            first -= 1
        while first < at and line[first].joining:
            first += 1
        codes = [self._code(told, line[one], same) for one in range(first, at + 1)]
        found = {code for code in codes if code}
        # 仏国と共同で is no place, ジュネーブの本部で is one.
        inside = first < at and line[at - 1].tail == (OF,)
        if codes[-1] is None and not (found and inside):
            return "", ""
        # Two countries side by side are no one country; of 中国の東北 the first says where it is.
        owned = first < at and all(line[one].tail == (OF,) for one in range(first, at))
        code = codes[0] or "" if owned and codes[0] else found.pop() if len(found) == 1 else ""
        begin = self._begin(told, line[first])
        return "".join(told.text(begin, phrase.body).split()), code

    def _begin(self, told: Told, phrase: Phrase) -> int:
        """Return the first word of a phrase that is no connective or adverb (それぞれ東京)."""
        first = phrase.first
        span = self._roles["span"]
        while first < phrase.body - 1 and (
            told.surfaces[first] in span or (told.owners[first] < 0 and _is_adverb(told.pos[first]))
        ):
            first += 1
        return first

    def _links(self, told: Told, phrase: Phrase) -> bool:
        if not (phrase.tail == (OF,) or not phrase.tail or set(phrase.tail) <= self._roles["join"]):
            return False
        if told.forms[phrase.first] in self._roles["joining_word"]:
            return True
        return self._code(told, phrase, NOWHERE) is not None

    def _code(self, told: Told, phrase: Phrase, same: Same) -> str | None:
        """Return the country of a phrase that is a place; None where it is none."""
        first, end = self._begin(told, phrase), phrase.body
        while end > first + 1 and told.surfaces[end - 1] in self._roles["inner"]:
            end -= 1
        text = told.text(first, end)
        if text in self._roles["same_country"]:
            return self._before(told, first) or same[0] or None
        if text in self._roles["same_place"]:
            return same[1] or None
        if text in self._roles["self"]:
            return next(iter(self._roles["home"]))
        plain = self._city(text)
        if plain is not None:
            return plain
        found = [entity for word, _, entity in entities_in(told, first, end) if word == end - 1]
        whole = told.owners[first] == told.owners[end - 1]
        countries = [entity.value for entity in found if entity.mention.label == COUNTRY and whole]
        if countries:
            return countries[0]
        return "" if self._is_region(told, first, end) else self._joined(told, first, end)

    def _is_region(self, told: Told, first: int, end: int) -> bool:
        """Return whether words are the name of a sea or another region of no one country (ペルシャ湾, ソマリア沖)."""
        named = any(PLACE_NAME in told.pos[word] for word in range(first, end))
        return named and end - first <= _WORDS and told.text(first, end).endswith(self._regions)

    def _joined(self, told: Told, first: int, end: int) -> str | None:
        """Return the country of a town after its country or prefecture (タイ・バンコク, 茨城県つくば市)."""
        text = told.text(first, end)
        if text[-1:] in self._roles["town"]:
            for length in range(min(len(text) - 1, _LONGEST), 1, -1):
                code = self._city(text[:length])
                if code is not None:
                    return code
        codes = {self._city(part) for part in text.split(BETWEEN_SIDES[0])} if BETWEEN_SIDES[0] in text else set()
        if len(codes) == 1 and codes != {None}:
            return next(iter(codes))
        for word, _, entity in entities_in(told, first, end - 1):
            code = self._city(told.text(word + 1, end).strip(BETWEEN_SIDES))
            if entity.mention.label == COUNTRY and code is not None:
                return code
        return None

    def _city(self, name: str) -> str | None:
        """Return the country of a name of the gazetteer, with or without points between its words; None for another."""
        return self._cities.get(name.replace(BETWEEN_SIDES[0], ""))


def _is_adverb(pos: str) -> bool:
    return pos.startswith(CONNECTIVES) or pos.endswith(ADVERBIAL)
