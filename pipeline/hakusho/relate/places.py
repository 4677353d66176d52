"""Where an event was: a city of the gazetteer or a country, before a particle of place or of aim."""

from collections.abc import Callable, Iterable, Sequence

from hakusho.labels import COUNTRY
from hakusho.relate.event_rules import BETWEEN_SIDES, COMMA, CONNECTIVES, OF, PLACE_NAME
from hakusho.relate.phrases import Phrase
from hakusho.relate.scene import Dated
from hakusho.relate.told import Roles, Told, entities_in
from hakusho.relate.triggers import Trigger, described

_GOING = frozenset(("visit", "dispatch"))
_FOUNDING = frozenset(("establishment",))
Place = tuple[str, str]
# How far before its verb a place stands, in phrases; the longest name of a town or prefecture, in characters.
_REACH, _LONGEST = 30, 8
# The longest name of a region, in words.
_WORDS = 5


class Places:
    """Finds the place in the phrases that tell an event."""

    def __init__(self, read_lexicon: Callable[[str], Iterable[dict[str, str]]], roles: Roles) -> None:
        self._cities = {row["name"]: row["iso3"] for row in read_lexicon("cities")}
        self._roles = roles
        self._regions = tuple(sorted(roles["region"]))

    def find(self, told: Told, line: Sequence[Phrase], event: Dated, same: str) -> Place:
        """Return (place, country), empty strings for none; `same` is the country that 同国 means."""
        kind, trigger = event.trigger.type, event.trigger.phrase
        if kind in _GOING:
            inside = self._inside(told, line[trigger])
            if inside[1]:
                return inside
        for at in self._order(line, event):
            phrase = line[at]
            if phrase.links and not all(line[one].links for one in range(at, event.trigger.object)):
                continue
            if not self._may_hold(told, phrase, event.trigger):
                continue
            place = self._place(told, line, at, same)
            if place != ("", ""):
                return place
        return self._glossed(told, line, event)

    def _glossed(self, told: Told, line: Sequence[Phrase], event: Dated) -> Place:
        """Return the country that a gloss after a gathering's name gives (首脳会合（中国）)."""
        at = event.trigger.object
        if event.trigger.type != "meeting" or not 0 <= at < len(line):
            return "", ""
        pairs = told.glosses.get(line[at].body - 1, ())
        countries = [entity for _, entity in pairs if entity.mention.label == COUNTRY and entity.value]
        if len(pairs) != 1 or not countries:
            return "", ""
        return countries[0].mention.surface, countries[0].value

    def whole(self, told: Told, phrase: Phrase) -> Place:
        """Return (place, country) of a phrase that is nothing but a place; empty strings for another."""
        code = self._code(told, phrase, "")
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
        return [*found, *self._fronted(line, event)]

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
        if phrase.has(self._roles["as_topic"]):
            return False
        if phrase.has(self._roles["means"]):
            return self._cities.get(told.text(phrase.first, phrase.body), "-") == ""
        if kind in _GOING:
            return phrase.has(self._roles["goal"] | self._roles["object"]) and not phrase.has(
                self._roles["compound_verb"]
            )
        if (
            (kind in _FOUNDING or trigger.lemma in self._roles["brings_to"])
            and phrase.tail[0:1]
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

    def _place(self, told: Told, line: Sequence[Phrase], at: int, same: str) -> Place:
        phrase = line[at]
        first = at
        while first and line[first - 1].date < 0 and self._links(told, line[first - 1]):
            first -= 1
        code = self._code(told, phrase, same)
        if code is None:
            code = next(
                (found for found in (self._code(told, line[one], same) for one in range(first, at)) if found), None
            )
            if code is None:
                return "", ""
        begin = line[first].first
        while told.pos[begin].startswith(CONNECTIVES) and told.owners[begin] < 0 and begin < phrase.body - 1:
            begin += 1
        return "".join(told.text(begin, phrase.body).split()), code

    def _links(self, told: Told, phrase: Phrase) -> bool:
        if not (phrase.tail == (OF,) or not phrase.tail or set(phrase.tail) <= self._roles["join"]):
            return False
        if told.forms[phrase.first] in self._roles["joining_word"]:
            return True
        return self._code(told, phrase, "") is not None

    def _code(self, told: Told, phrase: Phrase, same: str) -> str | None:
        """Return the country of a phrase that is a place; None where it is none."""
        first, end = phrase.first, phrase.body
        while first < end - 1 and told.pos[first].startswith(CONNECTIVES) and told.owners[first] < 0:
            first += 1
        while end > first + 1 and told.surfaces[end - 1] in self._roles["inner"]:
            end -= 1
        text = told.text(first, end)
        if text in self._roles["same_country"]:
            return same or None
        if text in self._roles["self"]:
            return next(iter(self._roles["home"]))
        if text in self._cities:
            return self._cities[text]
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
                if text[:length] in self._cities:
                    return self._cities[text[:length]]
        for word, _, entity in entities_in(told, first, end - 1):
            rest = told.text(word + 1, end).strip(BETWEEN_SIDES)
            if entity.mention.label == COUNTRY and rest in self._cities:
                return self._cities[rest]
        return None
