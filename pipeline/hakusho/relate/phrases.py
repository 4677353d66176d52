"""Phrases (bunsetu) of a sentence: what each holds, the particles after it, and whether it is a predicate."""

from collections.abc import Sequence
from typing import NamedTuple

from hakusho.relate.event_rules import (
    ADJECTIVAL,
    AUXILIARY,
    COMMA,
    COMMA_POS,
    CONJUNCTIVE,
    CONNECTIVES,
    NOUN,
    NUMERAL,
    OF,
    PARTICLE,
    PARTICLES,
    PREFIX,
    STOP,
    STOP_POS,
    SURU_NOUN,
    SYMBOL,
    VERB,
    WITH,
)
from hakusho.relate.told import Roles, Told


class Phrase(NamedTuple):
    """Words [first, body) say something, [body, end) are its particles, `tail` their forms; a comma is one of them.

    `verbal` is a predicate with a verb, `bare` a noun that may be one without (法律が成立、), `adnominal` a predicate
    of the noun after it, `links` what belongs to the noun after it (の, な, に関する). `date` is the index of the
    entity that the phrase is, -1 for none. `light` is the end of the verb 為る and the like after a noun, `joining` a
    conjunction (及び).
    """

    first: int
    body: int
    end: int
    tail: tuple[str, ...]
    verbal: bool = False
    bare: bool = False
    adnominal: bool = False
    links: bool = False
    date: int = -1
    light: int = -1
    joining: bool = False

    def has(self, forms: frozenset[str]) -> bool:
        """Return whether one of the forms is among its particles."""
        return not forms.isdisjoint(self.tail)


def phrases(told: Told, roles: Roles, cuts: frozenset[int] = frozenset()) -> list[Phrase]:
    """Return the phrases of a sentence in order; none goes over a word of `cuts`, where a cell begins."""
    found: list[Phrase] = []
    first, body = 0, -1
    joints = _joints(told, roles)
    for word in range(len(told.forms)):
        if word == first:
            continue
        if word in cuts:
            found.append(_phrase(told, first, body if body >= 0 else word, word, roles))
            first, body = word, -1
        elif body >= 0:
            if not _is_tail(told, word, roles, in_tail=True):
                found.append(_phrase(told, first, body, word, roles))
                first, body = word, -1
        elif _is_tail(told, word, roles, in_tail=False):
            body = word
        elif word in joints or _breaks(told, word) or _describes(told, word, roles):
            found.append(_phrase(told, first, word, word, roles))
            first = word
    if first < len(told.forms):
        end = len(told.forms)
        found.append(_phrase(told, first, body if body >= 0 else end, end, roles))
    return found


def _breaks(told: Told, word: int) -> bool:
    """Return whether a date begins or ends before a word."""
    before, after = told.owners[word - 1], told.owners[word]
    if before == after:
        return False
    begins = any(last >= word and told.owners[last] == after for last in _dates_near(told, word, after))
    return begins or (word - 1) in told.dates


def _joints(told: Told, roles: Roles) -> frozenset[int]:
    """Return the words before which a conjunction begins or ends (及び): it is a phrase by itself."""
    if roles["joining_word"].isdisjoint(told.forms):
        return frozenset()
    words = (word for word, form in enumerate(told.forms) if form in roles["joining_word"])
    plain = [word for word in words if told.owners[word] < 0 and not told.quoted[word]]
    return frozenset((*plain, *(word + 1 for word in plain)))


def _describes(told: Told, word: int, roles: Roles) -> bool:
    """Return whether a verb in the form before a noun ends before a word (協力費を支払う|普及促進事業)."""
    if not told.pos[word - 1].startswith(VERB) or told.quoted[word - 1] or told.owners[word - 1] >= 0:
        return False
    noun = told.pos[word].startswith((NOUN, PREFIX, ADJECTIVAL)) or told.surfaces[word] in roles["quote"]
    return noun and told.surfaces[word - 1][-1] in roles["base_ending"] and told.forms[word] not in roles["final"]


def _dates_near(told: Told, word: int, owner: int) -> Sequence[int]:
    last = word
    while owner >= 0 and last + 1 < len(told.owners) and told.owners[last + 1] == owner:
        last += 1
    return [last] if last in told.dates else []


def _is_tail(told: Told, word: int, roles: Roles, *, in_tail: bool) -> bool:
    if told.quoted[word] or (told.owners[word] >= 0 and not in_tail):
        return False
    pos, form, before = told.pos[word], told.forms[word], told.forms[word - 1]
    if pos.startswith(PARTICLES):
        return told.owners[word] < 0 and not (pos == STOP_POS and _abbreviates(told, word))
    if form in roles["te"] and told.pos[word - 1] == STOP_POS and _abbreviates(told, word - 1):
        return True
    if form in roles["light"] and f"{before} {form}" not in roles["compound_te"]:
        return not in_tail or told.pos[word - 1].startswith((AUXILIARY, CONJUNCTIVE)) or before in roles["light"]
    if not in_tail:
        return False
    pair = f"{before} {form}"
    if pair in roles["compound"]:
        return True
    if pair in roles["compound_te"] and word + 1 < len(told.forms) and told.pos[word + 1] == CONJUNCTIVE:
        return True
    return form in roles["auxiliary"] and told.pos[word - 1].startswith((CONJUNCTIVE, AUXILIARY))


def _abbreviates(told: Told, word: int) -> bool:
    """Return whether a full stop only shortens a word of Latin letters (ワシントンD.C.で)."""
    last = told.surfaces[word - 1][-1]
    return word + 1 < len(told.surfaces) and told.pos[word] == STOP_POS and last.isalpha() and last.isascii()


def _phrase(told: Told, first: int, body: int, end: int, roles: Roles) -> Phrase:
    tail = tuple([_tail_form(told, word) for word in range(body, end)])
    if len(tail) > 2 and " ".join(tail[:2]) in roles["compound_te"] and not roles["as_topic"].isdisjoint(tail[2:]):
        # 総務省としても says no more than 総務省も.
        tail = tail[next(at for at in range(2, len(tail)) if tail[at] in roles["as_topic"]) :]
    date = told.dates.get(body - 1, -1)
    verbal = date < 0 and (told.pos[body - 1].startswith(VERB) or bool(tail and tail[0] in roles["light"]))
    verbal = verbal and not (told.forms[body - 1] in roles["adverbial"] and _is_gerund(tail, roles))
    bare = not verbal and SURU_NOUN in told.pos[body - 1] and set(tail) <= {COMMA, STOP}
    adnominal = verbal and _adnominal(told, body, end, roles)
    links = adnominal or bool(tail and not verbal and end < len(told.forms) and _links(told, end, tail, roles))
    light = body + 1 if verbal and tail and tail[0] in roles["light"] else body
    joining = told.forms[first] in roles["joining_word"]
    return Phrase(first, body, end, tail, verbal, bare, adnominal, links, date, light, joining)


def _is_gerund(tail: tuple[str, ...], roles: Roles) -> bool:
    """Return whether a predicate ends in て and only says how the next was done (相次いで; 連携して)."""
    said = [form for form in tail if form not in roles["light"] and form != COMMA]
    return len(said) == 1 and said[0] in roles["te"]


def _is_note(told: Told, word: int) -> bool:
    """Return whether a word is only the number of a footnote at the end of a sentence."""
    last = word + 1 >= len(told.forms) or told.pos[word + 1] == STOP_POS
    return last and told.pos[word].endswith(NUMERAL)


def _links(told: Told, end: int, tail: tuple[str, ...], roles: Roles) -> bool:
    last = told.surfaces[end - 1]
    verbal = not roles["linking_verb"].isdisjoint(tail[:3]) and last[-1] in roles["base_ending"]
    return last in roles["linking"] or verbal


def _tail_form(told: Told, word: int) -> str:
    pos = told.pos[word]
    return COMMA if pos == COMMA_POS else STOP if pos == STOP_POS else told.forms[word]


def _adnominal(told: Told, body: int, end: int, roles: Roles) -> bool:
    """Return whether a predicate is in the form that stands before a noun, and one follows."""
    if end >= len(told.forms):
        return False
    if told.pos[end - 1] == COMMA_POS and told.forms[end - 2] in roles["past"] and end - 1 > body:
        # No sentence goes on after a past form and a comma but with a noun (取りまとめた、提言を含む報告書).
        after = not told.pos[end].startswith(CONNECTIVES) and not told.pos[end].endswith(NUMERAL)
        return after and told.pos[end - 2].startswith(AUXILIARY)
    if told.pos[end - 1].startswith((SYMBOL, PARTICLE)):
        return False
    following = told.pos[end]
    linked = end + 1 < len(told.forms) and told.forms[end + 1] == OF
    if (told.forms[end] in roles["final"] and not linked) or _is_note(told, end):
        return False
    ends = told.surfaces[end - 1][-1] in roles["base_ending"] or told.forms[end - 1] in roles["base_form"]
    return ends and not following.startswith(CONNECTIVES)


def described(line: Sequence[Phrase], index: int) -> int:
    """Return the noun that an adnominal predicate describes: the end of a chain of の after it."""
    at = index + 1
    while at + 1 < len(line) and (line[at].links or _is_glued(line, at) or _pairs(line, at) or _lists(line, at)):
        at += 1
    return min(at, len(line) - 1)


def _is_glued(line: Sequence[Phrase], at: int) -> bool:
    """Return whether nothing stands after a noun, and no date and no conjunction follows."""
    return not line[at].tail and line[at + 1].date < 0 and not line[at + 1].joining


def _pairs(line: Sequence[Phrase], at: int) -> bool:
    """Return whether a noun is the first of two that belong to what follows (日本とインドネシアの間の…)."""
    return line[at].tail == (WITH,) and at + 2 < len(line) and line[at + 1].links and not line[at + 1].adnominal


def _lists(line: Sequence[Phrase], at: int) -> bool:
    """Return whether a noun is joined to one that belongs to what follows (日本国及びケニアとの覚書)."""
    joined = not line[at].tail and line[at + 1].joining and at + 2 < len(line)
    return joined and line[at + 2].links and not line[at + 2].adnominal
