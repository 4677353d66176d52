"""Where the noun phrase begins that ends at a place, its modifiers included: 水源の養成に資する山林.

The phrase is all that depends on its last noun, as printed: relative clauses with their own subjects, objects and
places (also those that tell of a name: 欧州で販売を行う甲社), nouns before の, members of its list, brackets in it. It
ends where something depends on the verb of the sentence: a topic (は), a second object or subject, what a verb that
stands for a particle (に係る), a listing verb (に掲げる) or である cannot have, words that lead a sentence. A quoted
title is the title alone. The clause before the place is read from right to left in words; `commas` says when the
phrase goes on before it.
"""

from collections.abc import Sequence

from hakusho.define import comma_rules
from hakusho.define import definition_rules as rules
from hakusho.define.clause_words import ClauseWord, Kind, read_clause
from hakusho.define.commas import behind, class_end, goes_on, shares_its_verb
from hakusho.records import Words

__all__ = ["phrase_start", "states", "without_left_words"]


def without_left_words(text: str, start: int, end: int, words: Words) -> int:
    """Return where a name begins behind the words that may stand before any name (同, 各, 本年)."""
    while (edge := rules.LEFT_WORD.match(text, start, end)) and words.is_boundary(edge.end()):
        start = edge.end()
    return start


def phrase_start(text: str, end: int, words: Words, *, together: bool = False, named: bool = False) -> int:
    """Return where the noun phrase that ends at `end` begins, in offsets of the view.

    `text` is the view's text and `words` are its words. `together` says that と joins members (AとBとを併せて),
    `named` that the phrase is the object of a verb of calling (…を「X」という).

    >>> from hakusho.flow import resources
    >>> from hakusho.text.views import View
    >>> text = "市長は、水源の養成に資する山林"
    >>> words = resources().words(View(text), [((0, len(text)),)])
    >>> text[phrase_start(text, len(text), words):]
    '水源の養成に資する山林'
    """
    while end and text[end - 1] == rules.SPACE:
        end -= 1
    if text[end - 1 : end] in rules.QUOTATION_ENDS and (quote := _quotation(text, end)) is not None:
        return _first_quotation(text, quote)
    start, left = _clause_phrase(text, end, words, together=together)
    while start == left and left > 0 and text[left - 1] in rules.COMMAS:
        verbal = shares_its_verb(text, left - 1, end, words)
        before = class_end(text, left - 1)
        more, further = _clause_phrase(text, before, words, together=together, goes_on=True, verbal=verbal)
        if not (verbal or goes_on(text, (more, left - 1), further, (start, end), words, named=named)):
            break
        start, left = more, further
    leading = rules.LEADING.match(text, start, end)
    start = leading.end() if leading and leading.end() < end else start
    return _behind_its_subject(text, start, end, words)


def _behind_its_subject(text: str, start: int, end: int, words: Words) -> int:
    """Return where a phrase begins behind the subject of the verb that follows it: 家屋が〔傷んだ状態（略）〕にある."""
    if not (comma_rules.IS_IN.match(text, behind(text, end)) and comma_rules.STATE.search(text, start, end)):
        return start
    read = read_clause(text, start, end, (), words)
    subject = next((at for at, word in enumerate(read) if word.kind is Kind.CASE), None)
    if subject is None or read[subject].surface != rules.SUBJECT:
        return start
    own = any(word.pos.startswith(rules.CASE_PARTICLE) and word.kind is Kind.CASE for word in read[subject + 1 :])
    return read[subject + 1].start if own else start


def states(text: str, end: int, words: Words) -> bool:
    """Return whether what ends at a place says something, and names no thing: 入力は困難である."""
    pos = words.pos_at(end - 1) if end else ""
    return pos.startswith(rules.VERBS) and bool(rules.STATED.search(text, end - 1, end))


def _first_quotation(text: str, start: int) -> int:
    """Return where a list of quotations begins whose last begins at a place: 「甲案」、「乙案」及び「丙案」."""
    while joined := rules.BETWEEN_QUOTATIONS.search(text, max(0, start - rules.LONGEST_ENDING), start):
        earlier = _quotation(text, joined.start() + 1)
        if earlier is None:
            break
        start = earlier
    return start


def _quotation(text: str, end: int) -> int | None:
    """Return where a quotation begins that is the name as a whole; None where a noun stands right before it."""
    depth = 0
    for index in range(end - 1, max(-1, end - rules.LONGEST_PHRASE), -1):
        depth += text[index] in rules.QUOTATION_ENDS
        depth -= text[index] in rules.QUOTATION_STARTS
        if depth == 0:
            if rules.BEFORE_QUOTATION.search(text, max(0, index - rules.LONGEST_VERB), index):
                return index
            return None if index and comma_rules.MEMBER_END.search(text[index - 1]) else index
    return None


def _clause_phrase(
    text: str, end: int, words: Words, *, together: bool, goes_on: bool = False, verbal: bool = False
) -> tuple[int, int]:
    """Return where the phrase begins inside its clause, and where the clause does.

    `goes_on` says that the phrase goes on behind the clause, so that a verb at its end belongs to it; `verbal` that a
    noun at its end is one.
    """
    left, hidden = _clause(text, end)
    read = read_clause(text, left, end, hidden, words)
    if not read:
        return left, left
    first = _first(read, together, goes_on, verbal)
    return (read[first].start if first else left), left


def _clause(text: str, end: int) -> tuple[int, list[tuple[int, int]]]:
    """Return where the clause that ends at `end` begins, behind its comma or stop, and what its brackets hold."""
    depth, index, close = 0, end, end
    hidden: list[tuple[int, int]] = []
    while index > max(0, end - rules.LONGEST_PHRASE):
        sign = text[index - 1]
        if sign in rules.CLOSING:
            close = index if depth == 0 else close
            depth += 1
        elif sign in rules.OPENING:
            if depth == 0:
                break
            depth -= 1
            if depth == 0:
                hidden.append((index - 1, close))
        elif depth == 0 and sign in rules.STOPS and _stops(text, index - 1):
            break
        index -= 1
    return (index if depth == 0 else close), hidden[::-1]


def _stops(text: str, at: int) -> bool:
    """Return whether a sign ends a clause: a comma inside a number and a lone space between words do not."""
    if text[at] == rules.SPACE:
        return text[at - 1 : at] == rules.SPACE or bool(rules.LABEL.search(text, max(0, at - rules.LONGEST_LABEL), at))
    inside_latin = text[at - 1 : at].isascii() and text[at + 1 : at + 2].isascii()
    return not (text[at] in rules.STOPS_OF_NUMBERS and inside_latin)


def _first(read: Sequence[ClauseWord], together: bool, goes_on: bool, verbal: bool = False) -> int:
    """Return the index of the first word of the phrase."""
    start = max(_behind_topic(read), _conjunct(read, together))
    modifier = max((i for i in range(start, len(read) - 1) if _modifies(read, i)), default=start - 1)
    if verbal or (goes_on and _ends_in_a_verb(read)):
        modifier = len(read) - 1
    if start < modifier < len(read) - 1 and read[modifier].pos.startswith(rules.CASE_PARTICLE):
        start = max(start, _before_a_noun(read, start, modifier))
    cases = [i for i in range(modifier + 1, len(read) - 1) if _belongs_to_a_verb(read, i, together)]
    if cases:
        return cases[-1] + 1
    start = max(start, _behind_another_verbs(read, start, modifier))
    leading = (Kind.CONJUNCTION, Kind.ADVERB) if modifier < start else (Kind.CONJUNCTION,)
    while start < len(read) - 1 and read[start].kind in leading:
        start += 1
    return start


def _ends_in_a_verb(read: Sequence[ClauseWord]) -> bool:
    connective = read[-1].pos.startswith(comma_rules.CONNECTIVE) and len(read) > 1
    return read[-2 if connective else -1].kind in (Kind.VERB, Kind.VERB_BEFORE_VERB)


def _before_a_noun(read: Sequence[ClauseWord], start: int, modifier: int) -> int:
    """Return the index behind what cannot belong to the noun before との, からの: 己川から〔「…」との発言〕があった."""
    verb = max((i for i in range(start, modifier) if read[i].kind is Kind.VERB), default=start - 1)
    loose = rules.NEVER_BEFORE_A_NOUN | (
        {rules.FROM} - ({rules.FROM} if read[modifier].surface in rules.STRETCHES else set())
    )
    return max(
        (i + 1 for i in range(verb + 1, modifier) if read[i].kind is Kind.CASE and read[i].surface in loose),
        default=start,
    )


def _conjunct(read: Sequence[ClauseWord], together: bool) -> int:
    """Return where members begin whose last means the one before: 土地を〔設備及びこれに附帯する設備〕の用に供する."""
    joints = (
        at
        for at in range(1, len(read) - 1)
        if read[at - 1].kind is Kind.NOUN
        and (
            (read[at].kind is Kind.JOINING and read[at + 1].surface in rules.REFERS_BACK)
            or read[at].surface + read[at + 1].surface == rules.AND_OTHERS
        )
    )
    first = next(joints, None)
    return 0 if first is None else _first(read[:first], together, goes_on=False)


def _behind_topic(read: Sequence[ClauseWord]) -> int:
    return max((i + 1 for i, word in enumerate(read[:-1]) if word.kind is Kind.TOPIC), default=0)


def _behind_another_verbs(read: Sequence[ClauseWord], start: int, modifier: int) -> int:
    """Return the index behind an object or subject that the verb of the clause cannot have beside its own."""
    found, roles, loose, tied = start, dict[str, int](), list[int](), start
    for index in range(start, modifier + 1):
        word = read[index]
        if _is_copula(read, index):
            both = any(later.surface == rules.WITH for later in read[index:])
            cut = (
                at + 1
                for role, at in roles.items()
                if role in rules.NOT_OF_A_COPULA and not both and not _is_time(read, at)
            )
            found = max([found, *cut])
        elif word.kind in (Kind.VERB, Kind.VERB_BEFORE_VERB) and word.surface != rules.QUALITY:
            found = max([found, *(roles[role] + 1 for role in _not_its_own(read, index) if role in roles)])
            if index >= modifier - 1 and rules.FOR_A_PARTICLE.search(_verb(read, index)):
                # 今年一月に〔通信網に向けた構想〕: に of the verb is its only particle.
                found = max([found, tied, *(at + 1 for at in loose[:-1])])
            roles.clear()
            loose.clear()
            tied = _continued(read, index, start if word.kind is Kind.VERB else tied)
        elif word.surface == rules.QUALITY and word.kind is Kind.VERB:
            found = max([found, *_not_of_a_quality(read, index, roles)])
        elif word.pos.startswith(rules.CASE_PARTICLE):
            if word.surface in roles and (word.surface in rules.ONCE or _lists(read, index)):
                found = max(roles[word.surface] + 1, found)
            if _lists(read, index) and tied and read[tied - 2].surface != rules.WHERE:
                found = max(found, tied)
            if word.surface == rules.SUBJECT and read[index - 1].pos == rules.THE_ONE:
                # 最近活発なのが〔投資会社〕である
                found = index + 1
            roles[word.surface] = index
            alone = read[index + 1].kind not in (Kind.OF, Kind.PARTICLE)
            loose += [index] if word.surface in rules.OF_A_SENTENCE and alone else []
    return found


def _continued(read: Sequence[ClauseWord], index: int, tied: int) -> int:
    """Return the index behind a verb that another one continues: 維持しつつ; `tied` where it is none or a noun."""
    if read[index].kind is not Kind.VERB_BEFORE_VERB:
        return tied
    behind = index + 1
    while behind < len(read) and read[behind].pos.startswith(comma_rules.CONNECTIVE):
        behind += 1
    after = read[behind] if behind < len(read) else None
    return behind if after and after.surface and after.kind in (Kind.NOUN, Kind.ADVERB) else tied


def _is_time(read: Sequence[ClauseWord], particle: int) -> bool:
    """Return whether a particle stands behind a time: 開示の際に秘密である情報."""
    before = read[particle - 1] if particle else None
    return before is not None and (before.pos == rules.WHEN or bool(rules.TIME.search(before.surface)))


def _not_of_a_quality(read: Sequence[ClauseWord], index: int, roles: dict[str, int]) -> list[int]:
    """Return the indexes behind what an adjective cannot have: 収益を元に〔積極的な投資〕, 官民で〔様々な取組〕."""
    if index < 1 or comma_rules.CAN_BE_DONE.search(read[index - 1].surface):
        return []
    alone = {role: at for role, at in roles.items() if read[at + 1].kind not in (Kind.OF, Kind.PARTICLE)}
    if rules.OBJECT in alone:
        return [at + 1 for role, at in alone.items() if role != rules.SUBJECT]
    if not comma_rules.OF_NO_PLACE.search(read[index - 1].surface):
        return []
    return [at + 1 for role, at in alone.items() if role in rules.OF_A_SENTENCE]


def _not_its_own(read: Sequence[ClauseWord], index: int) -> Sequence[str]:
    """Return the particles of what a verb cannot have: その旨を〔認定に係る計画〕の作成者に通知する."""
    verb = _verb(read, index)
    if rules.FOR_A_PARTICLE.search(verb):
        return rules.WITHOUT_ANY
    return rules.WITHOUT_OBJECT if rules.NO_OBJECT.search(verb) else ()


def _verb(read: Sequence[ClauseWord], index: int) -> str:
    """Return a verb with what stands before it, and た behind it: に向けた."""
    end = index + 1
    end += end < len(read) and read[end].surface in rules.PAST
    return "".join(word.surface for word in read[max(0, index - rules.LONGEST_VERB) : end])


def _lists(read: Sequence[ClauseWord], index: int) -> bool:
    """次に掲げる, 政令に定める: に before such a verb."""
    return read[index].surface == rules.AT and read[index + 1].surface.startswith(rules.LISTING_VERBS)


def _is_copula(read: Sequence[ClauseWord], index: int) -> bool:
    """Return whether である stands behind a noun: 株主である, not 有効である."""
    two = tuple(word.surface for word in read[index : index + 2])
    return two == rules.COPULA and index > 0 and read[index - 1].pos.startswith(rules.NOUNS)


def _modifies(read: Sequence[ClauseWord], index: int) -> bool:
    """Return whether a word ends a clause of a noun behind it: 資する山林, 日本からの輸入, としての責務."""
    word, after = read[index], read[index + 1]
    if word.kind is Kind.VERB:
        return after.kind is Kind.NOUN and word.unit != after.unit
    return word.kind in (Kind.CASE, Kind.PARTICLE) and after.kind is Kind.OF


def _belongs_to_a_verb(read: Sequence[ClauseWord], index: int, together: bool) -> bool:
    """Return whether a word ties what stands before it, or itself, to a verb behind; inside a name of the dictionary
    it does not.
    """
    word, after = read[index], read[index + 1]
    if word.unit >= 0 and word.unit == after.unit:
        return False
    if word.kind is Kind.VERB_BEFORE_VERB:
        return after.kind is Kind.NOUN and index > 0 and read[index - 1].kind is not Kind.OF
    if word.kind in (Kind.PARTICLE, Kind.NOUN):
        return word.surface in rules.LEADERS and after.kind is Kind.NOUN
    said = _joins(read, index, together) or _measures(read, index) or _says_how_great(read, index)
    return word.kind is Kind.CASE and not said


def _joins(read: Sequence[ClauseWord], index: int, together: bool) -> bool:
    """Return whether と joins two nouns: AとBとを併せて, 原告と被告の間の契約."""
    behind = "".join(word.surface for word in read[index + 1 :])
    return read[index].surface == rules.WITH and (together or bool(rules.BOTH.search(behind)))


def _measures(read: Sequence[ClauseWord], index: int) -> bool:
    """Return whether から begins a stretch: 提出を受けた日から十日以内."""
    return (
        read[index].surface == rules.FROM
        and read[index + 1].pos == rules.NUMERAL
        and bool(rules.STRETCH.search(read[-1].surface))
    )


def _says_how_great(read: Sequence[ClauseWord], index: int) -> bool:
    """Return whether が stands between a quantity and its measure: 人口が十万人以上の市."""
    if read[index].surface != rules.SUBJECT or index == 0 or not rules.QUANTITIES.search(read[index - 1].surface):
        return False
    behind = index + 1
    while behind < len(read) and read[behind].kind is Kind.NOUN:
        behind += 1
    measure = read[index + 1 : behind]
    ends = behind < len(read) - 1 and read[behind].kind is Kind.OF
    return ends and any(word.pos == rules.NUMERAL for word in measure)
