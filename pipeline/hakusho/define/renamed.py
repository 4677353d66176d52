"""Short names in a bracket behind the phrase that says what they mean: 海底に敷設するケーブル（海底ケーブル）."""

from collections.abc import Iterator

from hakusho.define import definition_rules as rules
from hakusho.define.clause_words import Kind, read_clause
from hakusho.define.noun_phrases import phrase_start
from hakusho.records import Words

__all__ = ["renamed"]


def renamed(text: str, words: Words) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the bounds of each name that repeats the head of a noun phrase with a clause, and of the phrase.

    >>> from hakusho.flow import analyse
    >>> [(row.short, row.ja) for row in analyse("外貨の時価が変動するリスク（為替リスク）を避ける。").segments.acronyms]
    [('為替リスク', '外貨の時価が変動するリスク')]
    """
    for match in rules.TITLE_IN_SHORT.finditer(text):
        if _is_cut_from(match["name"], match["ja"]) or _is_epithet(text, match.span("name"), words):
            yield match.span("name"), match.span("ja")
    for match in rules.HEAD_IN_BRACKET.finditer(text):
        name, end = match.span("name"), match.start("bracket")
        if start := _full_name(text, name, end, words):
            yield name, (start - 1, end)
            continue
        if not _repeats_the_head(text, name, end, words):
            continue
        start = phrase_start(text, end, words)
        if _is_told_by_a_clause(text, start, end, words):
            yield name, (start, end)


def _is_cut_from(name: str, title: str) -> bool:
    """Return whether a name has its signs from a title, in order: 政策大綱 of 総合的な政策の大綱, and no 本大綱."""
    signs = iter(title)
    pointing = rules.SORTED_OUT.match(name) or rules.OF_ANOTHER.match(name)
    return len(name) < len(title) and not pointing and all(sign in signs for sign in name)


def _is_epithet(text: str, name: tuple[int, int], words: Words) -> bool:
    """Return whether a name says what a thing is like, not whose or of when it is: 骨太の方針, not 前回の方針."""
    read = read_clause(text, *name, (), words)
    return len(read) > 1 and read[0].pos.startswith(rules.QUALITY_NOUN) and read[1].surface == rules.OF


def _full_name(text: str, name: tuple[int, int], end: int, words: Words) -> int | None:
    """Return one more than where the phrase begins whose short name a law's or a rate's is; None for others."""
    called = text[slice(*name)]
    legal, rate = rules.LEGAL_SHORT.search(called), rules.RATE.search(called)
    if rules.COMPARED.match(called) or rules.SORTED_OUT.match(called) or not (legal or rate):
        return None
    start = phrase_start(text, end, words)
    phrase = text[start:end]
    if len(phrase) <= len(called) + rules.FEWEST_SIGNS_MORE:
        return None
    if legal:
        ends = rules.LEGAL_FULL.get(legal[0], (legal[0],))
        return start + 1 if phrase.endswith(ends) and rules.LEGAL_MODIFIER.search(phrase) else None
    return start + 1 if rules.RATIO.search(phrase) and rules.OF in phrase else None


def _repeats_the_head(text: str, name: tuple[int, int], end: int, words: Words) -> bool:
    """Return whether a name of several words, none of them proper, ends with the word that ends at `end`."""
    read = read_clause(text, *name, (), words)
    if rules.SORTED_OUT.match(text, *name) or len(read) < rules.FEWEST_WORDS:
        return False
    if any(word.pos.startswith(rules.NO_NEW_NAME) for word in read):
        return False
    head = read[-1].surface
    return text.endswith(head, 0, end) and words.is_boundary(end - len(head)) and not read[0].start < name[0]


def _is_told_by_a_clause(text: str, start: int, end: int, words: Words) -> bool:
    """Return whether the nouns at the end of a phrase have a clause before them that tells no past event."""
    read = read_clause(text, start, end, (), words)
    at = len(read)
    while at and read[at - 1].kind is Kind.NOUN:
        at -= 1
    return bool(at) and read[at - 1].kind is Kind.VERB and read[at - 1].surface not in rules.PAST
