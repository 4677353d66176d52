"""Which parties a phrase names: bodies, countries, and persons who stand for them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from hakusho.labels import COUNTRY, ORG
from hakusho.records import Body, Entity
from hakusho.relate import event_rules
from hakusho.relate.event_rules import BETWEEN_SIDES, GOVERNMENT, KATAKANA, NUMERAL, OF, PERSON_NAME
from hakusho.relate.phrases import Phrase
from hakusho.relate.reading import Reading
from hakusho.relate.sides import OFFICES, Background, Side, inmost, side
from hakusho.relate.told import Roles, Told, entities_in

# The longest name of a country at the head of a body's, in characters, and of a leader, in words; how names are spelt.
_LONGEST_COUNTRY, _LONGEST_LEADER = 12, 6
_SPELT = frozenset(("common", "full"))
# How many sides are meant by 両国.
_PAIR = 2
_LATIN = re.compile("[A-Z]+")


class Parties:
    """Reads the parties of phrases, by the lexicons of names and by the words of offices."""

    def __init__(self, read_lexicon: Callable[[str], Iterable[dict[str, str]]], roles: Roles) -> None:
        self._roles = roles
        self._letters = {row["name"]: row["iso3"] for row in read_lexicon("country_names") if _is_letter(row)}
        countries = [row for row in read_lexicon("country_names") if row["kind"] in _SPELT]
        self._countries = {row["name"]: row["iso3"] for row in countries}
        self._leaders = {row["name"]: row["iso3"] for row in read_lexicon("leaders")}
        self._titles = roles["person"] | roles["foreign_person"]
        self._persons = self._titles | roles["office"] | roles["chief"]
        self._sent = roles["acting"] | roles["object"]
        self._aside = roles["head_count"] | roles["trailing"]
        self._members_of = roles["delegation"] | roles["chief"]
        self._own = tuple(sorted(roles["self"]))
        self._governments = tuple(sorted(roles["government_of"]))
        self._guests = tuple(sorted(roles["guest"]))
        self._joint = tuple(sorted(roles["joint_body"]))
        bodies = [row for row in read_lexicon("organisations") if row["abbreviation"]]
        self._short = {row["abbreviation"]: row["name_ja"] for row in bodies}
        self.home = next(iter(roles["home"]))
        homely = (
            row for row in read_lexicon("organisations") if row["country"] == self.home and row["kind"] in OFFICES
        )
        self._offices = {row["name_ja"]: row["kind"] for row in homely if row["name_ja"] not in roles["state_speaker"]}

    def us(self, word: int = -1) -> Side:
        """Return the country whose documents these are."""
        return Side(word, COUNTRY, self.home, -1, self.home)

    def names_us(self, told: Told) -> bool:
        """Return whether words name our country or a body of ours."""
        pairs = (pair for named in told.named.values() for pair in named)
        return any(side(-1, index, entity).home == self.home for index, entity in pairs)

    def office(self, name: str) -> Side | None:
        """Return our office of a name, which speaks for itself; None for another, and for one that speaks for us."""
        kind = self._offices.get(name, "")
        return Side(-1, ORG, name, -1, self.home, kind) if kind else None

    def inside(self, told: Told, phrase: Phrase) -> list[Side]:
        """Return all bodies and countries that the words of a phrase hold, joint bodies taken apart."""
        return [
            one
            for word, index, entity in entities_in(told, phrase.first, phrase.body)
            if entity.value and entity.mention.label in (ORG, COUNTRY)
            if entity.mention.label == ORG or not self._names_a_round(told, word, phrase.body)
            for one in self._split(word, index, entity)
        ]

    def lettered(self, told: Told, phrase: Phrase) -> list[Side]:
        """Return the two sides by whose letters a gathering's name begins (第2回日中郵政政策対話)."""
        text = event_rules.SESSION.sub("", told.text(phrase.first, phrase.body))
        codes = [self._letters.get(sign, "") for sign in text[:_PAIR]]
        if len(text) <= _PAIR or not all(codes) or codes[0] != self.home or codes[1] == self.home:
            return []
        return [Side(phrase.first, COUNTRY, code, -1, code) for code in codes]

    def at(self, told: Told, line: Sequence[Phrase], at: int, known: Background) -> list[Side]:
        """Return the parties that a phrase is: names with nothing but offices after them, or who stands for one."""
        phrase = line[at]
        if phrase.date >= 0 or phrase.verbal:
            return []
        if told.quoted[phrase.first]:
            return self._quoted(told, phrase)
        if at and phrase.tail and phrase.tail[0] in self._sent:
            sender = self._sender(told, line, at, known)
            if sender:
                return sender
        found = self.inside(told, phrase)
        if not found and phrase.tail and self._belongs(told, phrase):
            owner = self._owner(told, line, at, known)
            if owner:
                return owner
        if found and found[-1].label == COUNTRY and self._is_charge(told, found[-1].word + 1, phrase.body):
            return []
        if found and self._is_office(told, found[-1].word + 1, phrase.body):
            return found if self._side_by_side(told, found) else inmost(found)
        titled = bool(found) and told.forms[phrase.body - 1] in self._roles["chief"]
        person = self._person(told, line, at, known, found) if titled or self._is_person(told, phrase) else []
        return person or ([] if found else self._meant(told, phrase, known) or self._listed(told, phrase))

    def _person(
        self, told: Told, line: Sequence[Phrase], at: int, known: Background, found: Sequence[Side]
    ) -> list[Side]:
        """Return whom a person stands for: whom the words before name (ロシア太平洋艦隊司令官), else the country."""
        if found:
            return [found[-1]] if found[-1].label == COUNTRY else []
        phrase = line[at]
        owner = self._owner(told, line, at, known)
        led = self.led(told, phrase)
        if owner or led or self._is_foreign(told, phrase):
            return owner or led or self._of_frame(phrase, known)
        return [self.us(phrase.first)]

    def of(self, one: Reading, at: int) -> list[Side]:
        """Return the parties that a phrase of an event's sentence is."""
        return self.at(one.told, one.line, at, one.known)

    def _sender(self, told: Told, line: Sequence[Phrase], at: int, known: Background) -> list[Side]:
        """Return whose the persons are who came from somebody (警察庁から刑事局長らが; 我が国からは外務大臣が)."""
        phrase, from_whom = line[at], at - 1
        while from_whom > 0 and line[from_whom].tail == (OF,):
            from_whom -= 1
        before = line[from_whom] if from_whom >= 0 else None
        if before is None or before.date >= 0 or not before.tail[:1] or before.tail[0] not in self._roles["source"]:
            return []
        words = [form for form in told.forms[phrase.first : phrase.body] if form not in self._roles["trailing"]]
        sent = bool(words) and (
            words[-1] in self._persons or told.text(phrase.first, phrase.body).endswith(self._guests)
        )
        return self.at(told, line, from_whom, known) if sent else []

    def _belongs(self, told: Told, phrase: Phrase) -> bool:
        """Return whether a phrase is persons of whom is named before the (…省の専門家3名)."""
        last = phrase.body - 1
        while last > phrase.first and (told.pos[last] == NUMERAL or told.forms[last] in self._aside):
            last -= 1
        if told.forms[last] in self._members_of:
            return True
        return told.text(phrase.first, last + 1).endswith(self._guests)

    def _is_charge(self, told: Told, word: int, end: int) -> bool:
        """Return whether a country is only what somebody has charge of (中国担当の特使)."""
        return word < end and told.forms[word] in self._roles["in_charge"]

    def _quoted(self, told: Told, phrase: Phrase) -> list[Side]:
        """Return the body that is all of a quotation (「行政改革会議」は)."""
        first, last = phrase.first, phrase.body - 1
        marks = told.surfaces[first] in self._roles["quote"] and told.surfaces[last] in self._roles["unquote"]
        owner = told.owners[first + 1] if marks and last > first + 1 else -1
        if owner < 0 or any(told.owners[word] != owner for word in range(first + 1, last)):
            return []
        return [one for one in self.inside(told, phrase) if one.mention == owner]

    def _listed(self, told: Told, phrase: Phrase) -> list[Side]:
        """Return the countries and bodies that a gloss lists after their number (残る3か国（豪州、日本、米国）)."""
        if told.forms[phrase.body - 1] not in self._roles["counted"]:
            return []
        return [
            side(phrase.body - 1, index, entity)
            for index, entity in told.glosses.get(phrase.body - 1, ())
            if entity.value and entity.mention.label in (ORG, COUNTRY)
        ]

    def _side_by_side(self, told: Told, found: Sequence[Side]) -> bool:
        """Return whether only signs of coordination stand between names (総務省・経済産業省)."""
        held = {one.mention for one in found if one.mention >= 0}
        between = range(found[0].word + 1, found[-1].word)
        return all(told.owners[word] in held or told.surfaces[word] in self._roles["joint"] for word in between)

    def _meant(self, told: Told, phrase: Phrase, known: Background) -> list[Side]:
        """Return whom words like 我が国, 政府, 同国 and 両国 mean."""
        text = told.text(phrase.first, phrase.body)
        abroad = [one for one in known.about if one.value != self.home]
        same = text in self._roles["same_country"]
        named = self.country_before(told, phrase.first) if same else ""
        if named:
            return [Side(phrase.first, COUNTRY, named, -1, named)]
        if text in self._roles["both"]:
            partner = known.partner
            dealt = (self.us(phrase.first), replace(partner, word=phrase.first, mention=-1)) if partner else ()
            return list(known.pair or dealt or known.met or (known.about if len(known.about) == _PAIR else ()))
        if same or text in self._roles["government"]:
            alone = len(known.about) == 1 and not known.bilateral
            if len(abroad) == 1 and abroad[0].label == COUNTRY and (same or alone):
                return [replace(abroad[0], word=phrase.first, mention=-1)]
        if same and not known.about and known.abroad is not None:
            return [replace(known.abroad, word=phrase.first, mention=-1)]
        ours = text in self._roles["government"] or text.startswith(self._own)
        return [self.us(phrase.first)] if ours else []

    def country_before(self, told: Told, word: int) -> str:
        """Return the country from abroad that the last name before a word is or belongs to; empty where it has none."""
        sides = [one for at, index, entity in entities_in(told, 0, word) for one in self._split(at, index, entity)]
        return next((one.home for one in reversed(sides) if one.home not in ("", self.home)), "")

    def _owner(self, told: Told, line: Sequence[Phrase], at: int, known: Background) -> list[Side]:
        """Return whom a person belongs to, named before の (インドのモディ首相)."""
        if at and line[at - 1].tail == (OF,):
            return self._members(told, line, at - 1, known)
        made_of = at > 1 and line[at - 1].adnominal and told.forms[line[at - 1].first] in self._roles["made_of"]
        return self._members(told, line, at - 2, known) if made_of else []

    def _members(self, told: Told, line: Sequence[Phrase], at: int, known: Background) -> list[Side]:
        """Return who is named side by side (経済産業省及び企業からなる使節団; 韓国、タイ等の閣僚)."""
        found: list[Side] = []
        first = at
        while at >= 0 and (at == first or line[at].joining or set(line[at].tail) <= self._roles["join"]):
            sides = self.at(told, line, at, known)
            both = told.text(line[at].first, line[at].body) in self._roles["both"]
            sides = [one for one in sides if one.mention >= 0 or both]
            if at != first and not sides and not line[at].joining:
                break
            found = [*sides, *found]
            at -= 1
        return found

    def _is_office(self, told: Told, first: int, end: int) -> bool:
        return all(
            told.forms[word] in self._roles["office"]
            or told.forms[word] in self._roles["counted"]
            or told.pos[word].endswith(NUMERAL)
            or PERSON_NAME in told.pos[word]
            or _is_katakana(told.surfaces[word])
            or told.surfaces[word] in self._roles["joint"]
            for word in range(first, end)
        )

    def _names_a_round(self, told: Told, word: int, end: int) -> bool:
        """Return whether a name only tells a round, a day or a cup from others (ウルグアイ・ラウンド)."""
        after = word + 1
        after += after < end and told.surfaces[after] in BETWEEN_SIDES
        return after < end and told.surfaces[after] in self._roles["round"]

    def _is_person(self, told: Told, phrase: Phrase) -> bool:
        last = [form for form in told.forms[phrase.first : phrase.body] if form not in self._roles["trailing"]]
        # A gathering of ministers (農業大臣会合) is no minister.
        office = len(last) > 1 and last[-2] in self._titles and last[-1] in self._roles["office"]
        return bool(last) and (last[-1] in self._titles or office)

    def led(self, told: Told, phrase: Phrase) -> list[Side]:
        """Return the country that a head of state or government stands for (レーガン大統領)."""
        for first in range(phrase.first, phrase.body - 1):
            for last in range(first + 1, min(first + _LONGEST_LEADER, phrase.body)):
                code = self._leaders.get(told.text(first, last), "")
                if code:
                    return [Side(first, COUNTRY, code, -1, code)]
        return []

    def _of_frame(self, phrase: Phrase, known: Background) -> list[Side]:
        """Return the country whose president is meant: the one before では."""
        return [replace(known.frame, word=phrase.first, mention=-1)] if known.frame is not None else []

    def has_minister(self, told: Told, phrase: Phrase) -> bool:
        """Return whether a compound names a minister of ours (安倍総理訪豪)."""
        forms = told.forms[phrase.first : phrase.body]
        return not self._roles["person"].isdisjoint(forms) and not self._is_foreign(told, phrase)

    def _is_foreign(self, told: Told, phrase: Phrase) -> bool:
        forms = told.forms[phrase.first : phrase.body]
        katakana = _is_katakana(told.surfaces[phrase.first])
        return katakana or not self._roles["foreign_person"].isdisjoint(forms)

    def _split(self, word: int, index: int, entity: Entity) -> list[Side]:
        """Return a body or country; of a body whose name puts sides together (日印合同作業部会) the sides."""
        surface = entity.mention.surface
        joint = entity.mention.label == ORG and surface.endswith(self._joint) and surface[:1] in self._letters
        if joint and surface[1:2] in self._letters:
            return [Side(word, COUNTRY, self._letters[letter], -1, self._letters[letter]) for letter in surface[:2]]
        spelt = self._country_of(surface[1:].strip(BETWEEN_SIDES)) if joint else ""
        if spelt:
            codes = (self._letters[surface[0]], spelt)
            return [Side(word, COUNTRY, code, -1, code) for code in codes]
        latin = _LATIN.match(surface[1:].strip(BETWEEN_SIDES)) if joint else None
        if latin and latin.group() in self._short:
            home = self._letters[surface[0]]
            return [Side(word, COUNTRY, home, -1, home), Side(word, ORG, self._short[latin.group()], -1, "")]
        one = side(word, index, entity)
        one = one if one.home else replace(one, home=self._country_of(one.value))
        return [replace(one, label=COUNTRY, value=one.home) if self._is_government(entity, one) else one]

    def _is_government(self, entity: Entity, one: Side) -> bool:
        """Return whether a body is the government of a country, which stands for it (英国政府)."""
        if one.label != ORG or not one.home:
            return False
        if isinstance(entity.known, Body) and entity.known.kind == GOVERNMENT:
            return True
        name = next((one.value.removesuffix(word) for word in self._governments if one.value.endswith(word)), "")
        return self._countries.get(name, self._letters.get(name, "")) == one.home

    def _country_of(self, name: str) -> str:
        """Return the country that a body's name begins with (インド通信省); empty for none."""
        lengths = range(min(len(name) - 1, _LONGEST_COUNTRY), 1, -1)
        return next((self._countries[name[:length]] for length in lengths if name[:length] in self._countries), "")


def _is_katakana(surface: str) -> bool:
    """Return whether a word is spelt as names from abroad are."""
    return all(KATAKANA[0] <= sign <= KATAKANA[1] for sign in surface)


def _is_letter(row: Mapping[str, str]) -> bool:
    return row["kind"] == "char" and row["use"] == "core"


def is_counted(told: Told, line: Sequence[Phrase], at: int) -> bool:
    """Return whether a name is the last of a list that is counted after it (…及びタイの3か国から)."""
    after = line[at + 1] if at + 1 < len(line) else None
    return line[at].tail == (OF,) and after is not None and told.pos[after.first] == NUMERAL
