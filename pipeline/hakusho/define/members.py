"""Which member of a list a bracket names: the last one, or the list as a whole.

甲市（以下「甲」という。）及び乙県（以下「乙」という。）    each has its own
国及び地方公共団体（以下「自治体」という。）                the whole
衛生研究所及び日本水道協会（以下「協会」という。）          a short form of the last one only
"""

from hakusho.define import definition_rules as rules
from hakusho.define.clause_words import Kind, blotted, read_clause
from hakusho.records import Words

__all__ = ["last_member"]


def last_member(text: str, start: int, end: int, name: str, words: Words) -> int:
    """Return where the member begins that ends at `end` and alone is called `name`; `start` where the list is.

    >>> from hakusho.flow import resources
    >>> from hakusho.text.views import View
    >>> text = "衛生研究所及び日本水道協会"
    >>> words = resources().words(View(text), [((0, len(text)),)])
    >>> text[last_member(text, 0, len(text), "協会", words):]
    '日本水道協会'
    """
    if text[end - 1] in rules.CLOSING and text[end - 1] not in rules.QUOTATION_ENDS:
        return start
    if rules.FOR_SEVERAL.search(name):
        return start
    flat = blotted(text[start:end])
    for joint in reversed(list(rules.JOINT.finditer(flat))):
        before, member = start + joint.start(), start + joint.end()
        if not (words.is_boundary(before) and words.is_boundary(member)) or before == start:
            continue
        if rules.NAMED.search(text, start, before) and _stands_apart(text, (start, before), (member, end), words):
            return member
        if _is_short_for(name, text[member:end]):
            known = _is_own_name(text, member, end, name, words) or _is_full_name(text, before, (member, end), words)
            own = known and not _is_short_for(name, text[start:before])
            return member if own else start
    return start


def _is_short_for(name: str, full: str) -> bool:
    """Return whether the signs of a name stand in another in their order: 景品表示法, 不当景品類及び不当表示防止法."""
    signs = iter(full)
    return all(sign in signs for sign in name)


def _is_own_name(text: str, member: int, end: int, name: str, words: Words) -> bool:
    """Return whether a member ends with its own proper name: 原告及びその夫である丙野一男（以下「一男」という。）."""
    begin = end - len(name)
    proper = words.is_boundary(begin) and words.pos_at(begin).startswith(rules.PROPER)
    return text.endswith(name, 0, end) and (proper or bool(rules.ONE_OF_THEM.search(text, member, begin)))


def _is_full_name(text: str, before: int, member: tuple[int, int], words: Words) -> bool:
    """Return whether a member is quoted, or nouns with a proper name first or with the head of the one before."""
    if text[member[0]] in rules.QUOTATION_STARTS:
        return True
    if any(word.kind not in (Kind.NOUN, Kind.JOINING) for word in read_clause(text, *member, (), words)):
        return False
    return words.pos_at(member[0]).startswith(rules.PROPER) or text[before - 1] == text[member[1] - 1]


def _stands_apart(text: str, earlier: tuple[int, int], member: tuple[int, int], words: Words) -> bool:
    """Return whether a member behind a named one is a noun phrase of its own, none that begins a clause with it:
    not 甲（以下「甲」という。）及び乙が結ぶ契約.
    """
    read = read_clause(text, *member, (), words)
    at = next((at for at, word in enumerate(read) if word.kind not in (Kind.NOUN, Kind.OF)), None)
    if at is None or read[at].surface not in rules.OBJECTS:
        return True
    if at + 1 < len(read) and read[at + 1].surface.startswith(rules.RELATING):
        return read[0].kind is not Kind.OF
    opening = text.rfind("(", *earlier)
    return opening > 0 and text[opening - 1] == text[member[1] - 1]
