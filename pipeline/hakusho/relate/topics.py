"""Whom a sentence and a section are about, for those that come after and name nobody."""

from collections.abc import Sequence

from hakusho.labels import COUNTRY, ORG
from hakusho.relate.event_rules import COMMA, OF, WITH
from hakusho.relate.parties import Parties
from hakusho.relate.phrases import Phrase
from hakusho.relate.sides import OFFICES, Background, Side
from hakusho.relate.told import Roles, Told

# How many sides are meant by 両国.
_PAIR = 2


class Topics:
    """Reads who acts and who is dealt with, and keeps it in a `Background`."""

    def __init__(self, roles: Roles, parties: Parties) -> None:
        self._roles = roles
        self._parties = parties
        self._telling = roles["acting"] | roles["as_topic"] | roles["subject"]

    def topic(self, told: Told, line: Sequence[Phrase], known: Background) -> None:
        """Put into `known` who acts in a sentence, with whom it deals, and the body that it tells of."""
        begun, spoken = True, False
        for at, phrase in enumerate(line):
            # What a clause before it says (これを踏まえ、総務省は) is no other topic's.
            begun = begun and not (spoken and phrase.verbal and not phrase.adnominal)
            spoken = spoken or phrase.has(self._roles["topic"])
            sides = self._parties.at(told, line, at, known) if phrase.has(self._telling) else []
            if sides and sides[-1].mention >= 0 and phrase.tail[0] in self._roles["acting"]:
                pair = [*(self._parties.at(told, line, at - 1, known) if _is_first(line, at) else []), *sides]
                known.pair = tuple(pair) if len({one.value for one in pair}) == _PAIR else known.pair
            if not sides and phrase.has(self._roles["as_topic"]) and at and line[at - 1].tail == (WITH, OF):
                partner = self._dealt_with(told, line, at - 1, known)
                known.partner, known.pair = partner or known.partner, () if partner else known.pair
            if len(sides) != 1 or sides[0].mention < 0:
                continue
            topical = phrase.has(self._roles["as_topic"])
            if (
                topical
                and sides[0].label == COUNTRY
                and sides[0].home != self._parties.home
                and phrase.has(self._roles["venue"])
            ):
                known.enter_country(sides[0])
            if (
                topical
                and phrase.has(self._roles["about"] | self._roles["with"])
                and sides[0].home != self._parties.home
            ):
                known.partner = sides[0]
            elif topical and begun and (phrase.tail[0] in self._roles["acting"] or self._acts_there(phrase, sides[0])):
                known.actor, known.fresh, known.framed = sides[0], True, False
                known.located = phrase.tail[0] not in self._roles["acting"]
                known.frame = None if known.located else known.frame
                known.own = sides[0] if sides[0].home == self._parties.home and sides[0].kind in OFFICES else known.own
            elif phrase.tail[0] in self._roles["subject"] and _is_body(sides[0], phrase):
                known.subject = sides[0]

    def _acts_there(self, phrase: Phrase, one: Side) -> bool:
        """Return whether a body is what a sentence is about though it only says where (総務省では、…)."""
        return one.label == ORG and phrase.tail[0] in self._roles["at"]

    def _dealt_with(self, told: Told, line: Sequence[Phrase], at: int, known: Background) -> Side | None:
        """Return the one from abroad with whom we have what a sentence is about (ペルーとの協定についても、…)."""
        sides = self._parties.at(told, line, at, known)
        foreign = len(sides) == 1 and sides[0].mention >= 0 and sides[0].home != self._parties.home
        return sides[0] if foreign else None

    def _is_beside(self, told: Told, phrase: Phrase, side: Side) -> bool:
        """Return whether a point joins a country to what is none (欧州・ロシア; ウルグアイ・ラウンド)."""
        around = ((side.word + 1, side.word + 2), (side.word - 1, side.word - 2))
        return side.label == COUNTRY and any(
            phrase.first <= min(mark, beyond) <= max(mark, beyond) < phrase.body
            and told.surfaces[mark] in self._roles["joint"]
            and told.owners[beyond] < 0
            for mark, beyond in around
        )

    def heading(self, told: Told, line: Sequence[Phrase]) -> tuple[Side, ...]:
        """Return whom a section is about: the first name of its heading, with us where と follows (米国との協力)."""
        for phrase in line:
            found = [side for side in self._parties.inside(told, phrase) if _is_whole(told, side)]
            found = [side for side in found if not self._is_beside(told, phrase, side)]
            if len(found) == 1 and phrase.tail[:1] == (WITH,) and found[0].home != self._parties.home:
                return (self._parties.us(), found[0])
            if found:
                countries = [one for one in found if one.label == COUNTRY or one.mention < 0]
                return tuple(countries) if len(countries) > 1 else tuple(found[:1])
        return ()


def _is_first(line: Sequence[Phrase], at: int) -> bool:
    """Return whether the phrase before one is the first of two names side by side (日本と、ペルーは)."""
    return at > 0 and line[at - 1].tail[:1] == (WITH,) and set(line[at - 1].tail) <= {WITH, COMMA}


def _is_whole(told: Told, one: Side) -> bool:
    """Return whether the word that a name ends in begins with a name; 欧米 begins with none."""
    named = told.named.get(one.word, ())
    return (
        one.label != COUNTRY
        or not named
        or told.starts[one.word] >= min(entity.mention.span.start for _, entity in named)
    )


def _is_body(one: Side, phrase: Phrase) -> bool:
    """Return whether a phrase is a body of no one country, and no person of it."""
    return one.label == ORG and not one.home and one.word == phrase.body - 1
