"""Bodies that a word points back to: 同省, 当該機構, 当社."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from hakusho.recognise.organisations import anaphor_rules
from hakusho.recognise.organisations.aliases import Anaphor, find_anaphors
from hakusho.recognise.organisations.lexicon import COMPANY_KINDS, BodyLexicon, FoundBody
from hakusho.text.names import without_legal_form

Place = tuple[int, int]
# How many of the bodies before a word are looked at.
_REACH = 200
# Within how many characters a document says at its head whose it is.
_LONGEST_BEGINNING = 400


@dataclass(frozen=True, slots=True)
class _Seen:
    """A body where it is mentioned, by name or by a word that points to it; `name` is the mention of its name."""

    start: int
    end: int
    name: FoundBody
    own: bool = False


def anaphoric_bodies(
    text: str, chosen: Sequence[FoundBody], lexicon: BodyLexicon, publisher: str = ""
) -> list[FoundBody]:
    """同省 is the last body before it whose name ends so; 同会議 without one is not a mention."""
    found: list[FoundBody] = []
    seen: list[_Seen] = []
    speakers = _speakers(text, chosen, lexicon, publisher)
    position = 0
    for anaphor in find_anaphors(text, lexicon.anaphors):
        while position < len(chosen) and chosen[position].end <= anaphor.start:
            seen.append(_Seen(chosen[position].start, chosen[position].end, chosen[position]))
            position += 1
        meant = _meant(text, seen, anaphor, lexicon, speakers)
        if meant is not None:
            found.append(FoundBody(anaphor.start, anaphor.end, "anaphor", body=_place(meant)))
            seen.append(_Seen(anaphor.start, anaphor.end, meant, anaphor.own))
        elif (inside := _part_of_name(text, seen[-_REACH:], anaphor.head)) is not None:
            found.append(FoundBody(anaphor.start, anaphor.end, "anaphor", body=inside))
        elif anaphor.head in anaphor_rules.ALWAYS_BODIES and not anaphor.own:
            found.append(FoundBody(anaphor.start, anaphor.end, "anaphor"))
    return found


def _speakers(text: str, chosen: Sequence[FoundBody], lexicon: BodyLexicon, publisher: str) -> Sequence[FoundBody]:
    """Return the bodies whose document this is: the publisher, and those on lines of their own at its head."""
    named = [body for body in chosen if publisher and publisher in _names(text, body, lexicon)]
    ended = text.find(anaphor_rules.SENTENCE_ENDS[0])
    end = _LONGEST_BEGINNING if ended < 0 else min(text.rfind("\n", 0, ended) + 1, _LONGEST_BEGINNING)
    heading = [
        body
        for body in takewhile(lambda body: body.end <= end, chosen)
        if not text[text.rfind("\n", 0, body.start) + 1 : body.start].strip()
        and anaphor_rules.ENDS_LINE_OF_HEAD.match(text, body.end)
    ]
    return [*named[:1], *heading]


def _meant(
    text: str, seen: Sequence[_Seen], anaphor: Anaphor, lexicon: BodyLexicon, speakers: Sequence[FoundBody]
) -> FoundBody | None:
    """当社 is the body that the document is by, else the last one; 同社 the one that the sentence before is about."""
    speaker = next((one for one in speakers if _is_meant(text, one, anaphor.head, lexicon)), None)
    if anaphor.own and speaker is not None:
        return speaker
    before = [one for one in reversed(seen[-_REACH:]) if _is_meant(text, one.name, anaphor.head, lexicon)]
    fits = before if anaphor.own else [*_others(text, before, speaker, lexicon)]
    if anaphor.head == anaphor_rules.COMPANY_HEAD:
        fits = [one for one in fits if not _is_bank(text, one.name, lexicon)] or fits
        fits = [one for one in fits if not anaphor_rules.PRODUCT_BEHIND.match(text, one.end)] or fits
    if not fits:
        return None
    if anaphor.own:
        # A company that speaks of itself was what the text told of (甲社は乙社に頼んだ。当社の…).
        told_of = (one for one in fits if anaphor_rules.TOPICS[0].match(text, one.end))
        by_kind = anaphor.head == anaphor_rules.COMPANY_HEAD
        return (next(told_of, fits[0]) if by_kind else fits[0]).name
    begin = _sentence_start(text, fits[0].start)
    if begin == _sentence_start(text, anaphor.start) or not anaphor_rules.ABOUT.match(text, anaphor.end):
        return fits[0].name
    # Where nothing shows the topic, what was already pointed back to goes on (同社は…、乙社と比べて…。同社の…), and the
    # topic before does where only a partner is named (甲社は…。乙社との合併により…。同社は…).
    topics = [*_topics(text, fits, begin), *(one for one in fits if one.start >= begin and one.start != one.name.start)]
    if not topics and anaphor_rules.PARTNER.match(text, fits[0].end):
        earlier = [one for one in fits if one.start < begin]
        topics = [*_topics(text, earlier, _sentence_start(text, max(0, begin - 1)))]
    return (topics or fits)[0].name


def _others(text: str, before: Sequence[_Seen], speaker: FoundBody | None, lexicon: BodyLexicon) -> Iterator[_Seen]:
    """Return those that 同社 may mean: never who speaks of itself as 当社."""
    speaks = speaker is not None and any(one.own for one in before)
    own = _names(text, speaker, lexicon) if speaks and speaker is not None else frozenset()
    return (one for one in before if not one.own and own.isdisjoint(_names(text, one.name, lexicon)))


def _sentence_start(text: str, offset: int) -> int:
    return max(text.rfind(end, 0, offset) for end in anaphor_rules.SENTENCE_ENDS) + 1


def _topics(text: str, bodies: Sequence[_Seen], begin: int) -> Iterator[_Seen]:
    """Return those of a sentence's bodies that it is about, from the one that は or が shows most clearly."""
    inside = [one for one in bodies if one.start >= begin]
    for particle in anaphor_rules.TOPICS:
        yield from (one for one in inside if particle.match(text, one.end))


def _part_of_name(text: str, before: Sequence[_Seen], head: str) -> Place | None:
    """Return the place of the last name of whose part a head is the end: 旭川医科大学 of its 病院."""
    ending = anaphor_rules.ANAPHOR_ENDINGS.get(head, head)
    if head in _BY_KIND or (len(ending) == 1 and ending not in anaphor_rules.WITHIN_NAMES):
        return None
    places = (_place(one.name) for one in reversed(before))
    inside = ((start, text.find(ending, start + 2, end)) for start, end in places)
    return next(((start, at + len(ending)) for start, at in inside if at > 0), None)


def _is_meant(text: str, body: FoundBody, head: str, lexicon: BodyLexicon) -> bool:
    """Return whether a word that points back may mean a body: 同機構 means 国際協力機構, and JICA, which it is."""
    if by_kind := _BY_KIND.get(head):
        return by_kind(text, body, lexicon)
    ending, other = anaphor_rules.ANAPHOR_ENDINGS.get(head, head), anaphor_rules.NOT_MEANT.get(head)
    names = _names(text, body, lexicon)
    return any(name.endswith(ending) and not (other and other.search(name)) for name in names)


def _place(body: FoundBody) -> Place:
    return body.body or (body.start, body.end)


def _names(text: str, body: FoundBody, lexicon: BodyLexicon) -> frozenset[str]:
    """Return the name of a body as it stands, without its legal form, and in full."""
    name = text[slice(*_place(body))]
    full = (lexicon.full_names.get(key, "") for key in body.keys)
    return frozenset(each for each in (name, without_legal_form(name), *full) if each)


def _is_company(text: str, body: FoundBody, lexicon: BodyLexicon) -> bool:
    if without_legal_form(text[slice(*_place(body))]).endswith(anaphor_rules.COMPANY_HEAD):
        # 日本赤十字社 and 朝日新聞社 are called so, whatever they are.
        return True
    if body.keys:
        return lexicon.kinds.get(body.keys[0]) in COMPANY_KINDS
    if body.rule.startswith("legal"):
        return body.company
    return body.rule.startswith(anaphor_rules.RULES_OF_COMPANIES) and not _ends_otherwise(text, body, lexicon)


def _is_bank(text: str, body: FoundBody, lexicon: BodyLexicon) -> bool:
    """Return whether a body would rather be 同行 than 同社."""
    names = _names(text, body, lexicon)
    return any(name.endswith(anaphor_rules.ANAPHOR_ENDINGS[anaphor_rules.BANK]) for name in names)


def _ends_otherwise(text: str, body: FoundBody, lexicon: BodyLexicon) -> bool:
    """Return whether a name ends as no company's does: 青嶺工科大学 is no 同社, whoever defined a short form for it."""
    start, end = _place(body)
    heads = (lexicon.heads.get(text[at:end]) for at in range(max(start, end - anaphor_rules.LONGEST_HEAD), end))
    return next((head.kind in anaphor_rules.NO_COMPANY_KINDS for head in heads if head), False)


def _is_corporation(text: str, body: FoundBody, lexicon: BodyLexicon) -> bool:
    """Return whether 同法人 may mean a body: one called 法人, or of a kind that is one."""
    if anaphor_rules.CORPORATION.search(text[slice(*_place(body))]):
        return True
    return any(lexicon.kinds.get(key) in anaphor_rules.CORPORATION_KINDS for key in body.keys)


_BY_KIND: Mapping[str, Callable[[str, FoundBody, BodyLexicon], bool]] = {
    anaphor_rules.COMPANY_HEAD: _is_company,
    anaphor_rules.CORPORATION_HEAD: _is_corporation,
}
