"""How far to the left a long form goes whose short form is made of initials.

緑の気候基金（GCF）              three letters, three words with 緑
前年の国連開発計画（UNDP）        前年 says when
端末が直接通信する方式（D2D）     a bare noun has no initials: its clause belongs to it
"""

from collections.abc import Sequence

from hakusho.define import definition_rules as rules
from hakusho.define.clause_words import ClauseWord, Kind, read_clause
from hakusho.define.noun_phrases import phrase_start, without_left_words
from hakusho.records import Words

__all__ = ["initials_start"]


def initials_start(text: str, start: int, end: int, short: str, words: Words) -> int:
    """Return where a long form begins that has a word for each letter of `short`, as far as the phrase allows.

    >>> from hakusho.flow import resources
    >>> from hakusho.text.views import View
    >>> text = "日本の緑の気候基金"
    >>> words = resources().words(View(text), [((0, len(text)),)])
    >>> text[initials_start(text, 5, len(text), "GCF", words):]
    '緑の気候基金'
    """
    start = _by_letters(text, start, end, short, words)
    if text.startswith(rules.WITH, start - 1) and rules.BOTH.search(text, start, end):
        # 固定通信と移動通信の融合（FMC）
        return _nouns_before(text, start - 1, words)
    return start


def _by_letters(text: str, start: int, end: int, short: str, words: Words) -> int:
    wanted = len(rules.INITIALS.findall(short))
    start = _compound(text, start, words)
    count = _count(read_clause(text, start, end, (), words))
    if count >= wanted or (begin := phrase_start(text, end, words)) >= start:
        return start
    read = read_clause(text, begin, start, (), words)
    at = len(read)
    while at and count < wanted:
        if at > 1 and read[at - 2].surface == rules.PURPOSE and text[begin - 1 : begin] in rules.QUOTATION_STARTS:
            # 「安心して活用するためのリテラシー指標（ILAS）
            return begin
        first = _owner(read, at)
        if read[at - 1].kind is Kind.JOINING and not _in_a_name(read, at, first, text[start:end]):
            break
        joins = read[at - 1].kind is Kind.JOINING
        if joins and _is_another_member(read, at, first, text[start:end], wanted - count):
            break
        if first is None:
            bare = (count == 1 or count * 2 <= wanted) and read[at - 1].kind is Kind.VERB
            return begin if bare and not rules.BODY.search(text, start, end) else start
        if first == at:
            break
        count += 1 + _count(read[first : at - 1])
        at = first
    return read[at].start if at < len(read) else start


def _words_before(text: str, end: int, words: Words) -> list[ClauseWord]:
    left = end
    closed = rules.STOPS | {*rules.OPENING, *rules.CLOSING}
    while left > max(0, end - rules.LONGEST_COMPOUND) and text[left - 1] not in closed:
        left -= 1
    return read_clause(text, left, end, (), words)


def _nouns_before(text: str, end: int, words: Words) -> int:
    """Return where the nouns begin that end at a place."""
    read = _words_before(text, end, words)
    at = _first_noun(text, read, len(read))
    return read[at].start if at < len(read) else end


def _first_noun(text: str, read: Sequence[ClauseWord], at: int) -> int:
    """Return which word begins the nouns that stand side by side right before another."""
    while at and read[at - 1].kind is Kind.NOUN and text[read[at - 1].start] not in rules.STOPS:
        at -= 1
    return at


def _compound(text: str, start: int, words: Words) -> int:
    """Return where a name begins that holds a form of a verb right behind a noun, or a noun that ends in kana:
    乳幼児揺さぶられ症候群, 自動料金支払いシステム.
    """
    read = _words_before(text, start, words)
    at = len(read)
    while at and read[at - 1].kind is Kind.VERB_BEFORE_VERB:
        at -= 1
    if at and at == len(read) and _is_noun_in_kana(read[-1]):
        return without_left_words(text, read[_first_noun(text, read, at)].start, start, words)
    if not at or read[at - 1].kind is not Kind.NOUN or text[read[at - 1].start] in rules.STOPS:
        return start
    if at == len(read):
        if not rules.NOUN_ENDING_IN_KANA.search(read[-1].surface):
            return start
    elif not read[at].pos.startswith(rules.VERB) or read[-1].surface == rules.DOING:
        # 新たに機構, 統合し機構: no form that stands inside a name.
        return start
    return without_left_words(text, read[_first_noun(text, read, at)].start, start, words)


def _is_noun_in_kana(word: ClauseWord) -> bool:
    return word.pos.startswith(rules.NOUNS) and rules.KANA_NOUN.fullmatch(word.surface) is not None


def _count(read: Sequence[ClauseWord]) -> int:
    """Return how many words have a meaning of their own; endings (-者, -的) do not count, a long word in kana counts as
    the several that it is made of.
    """
    nouns = [word for word in read if word.kind is Kind.NOUN and not word.pos.startswith(rules.NO_WORDS)]
    return sum(
        max(1, len(word.surface) // rules.KANA_OF_A_WORD) if rules.KANA.match(word.surface) else 1 for word in nouns
    )


def _owner(read: Sequence[ClauseWord], end: int) -> int | None:
    """Return where the nouns before の or 及び begin that a name may begin with; `end` where they say whose or when it
    is, None where no such word stands there.
    """
    if read[end - 1].kind not in (Kind.OF, Kind.JOINING) and read[end - 1].surface != rules.QUALITY:
        return None
    first = end - 1
    while first and read[first - 1].kind is Kind.NOUN:
        first -= 1
    owner = read[first : end - 1]
    if not owner or rules.OF_ANOTHER.match(owner[0].surface) or any(word.surface in rules.CLOSING for word in owner):
        return end
    return end if any(_determines(word, owner[-1]) for word in owner) else first


def _in_a_name(read: Sequence[ClauseWord], end: int, first: int | None, behind: str) -> bool:
    """Return whether 及び may stand inside a name: not behind one in capitals, nor before a loan word."""
    capitals = any(rules.CAPITAL.search(word.surface) for word in read[first or 0 : end])
    return not capitals and not (end == len(read) and rules.ALL_KANA.match(behind))


def _is_another_member(read: Sequence[ClauseWord], end: int, first: int | None, behind: str, wanted: int) -> bool:
    """Return whether what stands before 及び and bare nouns has more words than letters are left: 家庭網及び札."""
    bare = end == len(read) and not rules.MODIFIED.search(behind) and rules.RELATION not in behind
    return bare and _count(read[first or 0 : end - 1]) > wanted


def _determines(word: ClauseWord, last: ClauseWord) -> bool:
    """Return whether a word says whose or when a thing is; a numeral inside a word does not: 二酸化炭素."""
    part = word.pos.startswith(rules.NUMERAL) and word is not last and word.unit == last.unit
    return word.pos.startswith(rules.DETERMINERS) and not part
