"""Which sides the name of an event holds (日米首脳会談, 日EU経済連携協定)."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.labels import COUNTRY, ORG
from hakusho.relate.event_rules import NUMERAL, OF, SESSION
from hakusho.relate.names import Names
from hakusho.relate.parties import Parties
from hakusho.relate.phrases import Phrase
from hakusho.relate.sides import Background, Side
from hakusho.relate.told import Roles, Told
from hakusho.relate.triggers import Trigger

# Types in whose names one country alone is what they are about.
_GATHERED = frozenset(("meeting",))
# Types of what an earlier clause of the sentence may name (日米協定が署名され、7月に発効した).
_LASTING = frozenset(("agreement",))


class Named:
    """Reads the sides in the name of an event."""

    def __init__(self, roles: Roles, names: Names, parties: Parties) -> None:
        self._roles = roles
        self._names = names
        self._parties = parties
        self._quotes = roles["quote"] | roles["unquote"]

    def find(
        self, told: Told, line: Sequence[Phrase], trigger: Trigger, known: Background, *, alone: bool
    ) -> list[Side]:
        """Return the sides that stand in the event's name; a body that is the whole name only beside nobody else."""
        extent = self._names.extent(told, line, trigger)
        if not extent and trigger.type in _LASTING:
            extent = self._names.extent(told, line, self._names.thing(told, line, trigger))
        found: list[Side] = []
        for at in extent:
            phrase, last = line[at], at == extent.stop - 1
            if not last and not self._owns(told, line, at, extent.stop - 1, known):
                continue
            # Of persons side by side the second is whom the first met (橋本総理と金泳三大統領の会談).
            inside = self._parties.inside(told, phrase) or ([] if last else self._parties.at(told, line, at, known))
            if last and (len(inside) > 1 or not alone):
                rest = [side for side in inside if not self._is_whole(told, phrase, side)]
                inside = rest if rest or not alone else inside
            inside = [side for side in inside if not self._is_against(told, side)]
            if len(inside) == 1 and last and trigger.type in _GATHERED and self._is_about(told, phrase, inside[0]):
                inside = []
            if last and trigger.type == "meeting":
                inside = inside or self._parties.lettered(told, phrase)
            quoted = told.quoted[phrase.first] and trigger.type != "meeting"
            before = found[-1] if found and found[-1].label == COUNTRY else None
            if before is not None and len(inside) == 1 and not inside[0].home:
                # The body after a country is that country's (モンゴルの金融規制委員会委員長の会談).
                inside = [replace(inside[0], home=before.home)]
            found += [] if quoted else inside
        return found

    def _owns(self, told: Told, line: Sequence[Phrase], at: int, last: int, known: Background) -> bool:
        """Return whether the named thing is a party's; a party in an attribute (甲の設立に関する協定) is not meant."""
        if at == last - 1 and line[at].has(self._roles["based_on"]):
            # A meeting under a treaty is of its parties (日ソ航空協定に基づく協議).
            return len(self._parties.inside(told, line[at])) > 1
        if at == last - 1 and line[at].tail == (OF,) and not told.quoted[line[at].first]:
            countries = {side.value for side in self._parties.inside(told, line[at]) if side.label == COUNTRY}
            if len(countries) > 1:
                # 日・コロンビア特許審査ハイウェイの文書 is of both.
                return True
        parties = all(self._parties.at(told, line, one, known) for one in range(at, last))
        return parties and all(line[one].tail == (OF,) for one in range(at, last))

    def _is_about(self, told: Told, phrase: Phrase, side: Side) -> bool:
        """Return whether a country is only what a gathering is about (カンボジア復興会議): nobody of it is named."""
        after = told.forms[side.word + 1] if side.word + 1 < phrase.body else ""
        # 香港閣僚会議 was held there: one country's ministers alone make none.
        seats = self._roles["office"] - self._roles["of_many"] | self._roles["person"] | self._roles["foreign_person"]
        return side.label == COUNTRY and bool(after) and after not in seats

    def _is_against(self, told: Told, side: Side) -> bool:
        """Return whether a name only says against or towards whom (対ソ制裁)."""
        words = (side.word, max(side.word - 1, 0))
        return any(told.surfaces[word].startswith(against) for word in words for against in self._roles["against"])

    def _is_whole(self, told: Told, phrase: Phrase, side: Side) -> bool:
        if side.mention < 0 or side.label != ORG:
            return False
        first = phrase.first
        while first < phrase.body and told.owners[first] != side.mention:
            first += 1
        # What stands before it is no more than the number of its session (第４回合同委員会).
        numbered = SESSION.fullmatch(told.text(phrase.first, first)) is not None
        return numbered and all(
            told.owners[word] == side.mention or told.surfaces[word] in self._quotes or told.pos[word] == NUMERAL
            for word in range(first, phrase.body)
        )
