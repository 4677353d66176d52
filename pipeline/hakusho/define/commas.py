"""Whether a noun phrase goes on before a comma: 国、県その他の者; 記録を集め、整理する事業; 製造、販売した製品.

A noun phrase holds what depends on its head. A comma stands inside it between members of a list, between a class and
what narrows it, between clauses whose last one stands before the head, and behind what only a verb inside can have. A
clause that the verb of the sentence may as well continue (計画を定め、住民が出した意見を公表する) is of the sentence.
"""

from collections.abc import Sequence

from hakusho.define import comma_rules
from hakusho.define import definition_rules as rules
from hakusho.define.clause_words import ClauseWord, Kind, blotted, closing_of, read_clause
from hakusho.records import Words

__all__ = ["behind", "class_end", "goes_on", "shares_its_verb"]

Bounds = tuple[int, int]


def class_end(text: str, end: int) -> int:
    """Return where the wider class ends whose であって ends at a place; the place itself where there is none."""
    narrowed = comma_rules.NARROWED.search(text, max(0, end - rules.LONGEST_ENDING), end)
    return narrowed.start() if narrowed else end


def shares_its_verb(text: str, comma: int, end: int, words: Words) -> bool:
    """Return whether nouns of doing stand on both sides of a comma and share one する: 製造、販売した製品."""
    if words.pos_at(comma - 1) != comma_rules.NOUN_OF_DOING:
        return False
    for word in read_clause(text, comma + 1, end, (), words):
        if word.pos.startswith(comma_rules.TO_DO):
            return word.surface.startswith(comma_rules.DOES)
        if not (word.pos == comma_rules.NOUN_OF_DOING or word.kind is Kind.JOINING or word.surface in rules.COMMAS):
            return False
    return False


def goes_on(text: str, before: Bounds, further: int, phrase: Bounds, words: Words, *, named: bool) -> bool:
    """Return whether what stands before a comma is of the noun phrase behind it.

    `before` is what would belong to it of the clause that begins at `further`; `named` says that the phrase is the
    object of a verb of calling (…を「X」という), so that no other verb of the sentence can have the clause.
    """
    earlier, later = text[slice(*before)], text[slice(*phrase)]
    if not earlier.strip():
        return False
    if comma_rules.AMONG.search(earlier):
        return bool(rules.MODIFIED.search(later))
    if comma_rules.GOES_ON.match(later) or _is_attribute(text, before[1], phrase[1], words):
        return True
    if _are_alternatives(text, before, phrase, words):
        return True
    if comma_rules.NARROWED.search(earlier) and comma_rules.NARROWING.search(later):
        return True
    if words.pos_at(before[1] - 1) == rules.WHEN and text[before[1] - 1] != text[phrase[1] - 1]:
        return _is_parallel(text, before, phrase, words)
    if _is_listed(text, before, phrase, words):
        return True
    whole = further, before[1]
    return _is_its_verbs(text, whole, phrase, words) or _is_its_clause(text, whole, phrase, words, named=named)


def _is_listed(text: str, before: Bounds, phrase: Bounds, words: Words) -> bool:
    """Return whether what stands before a comma is a member of the list that goes on behind it."""
    member, pos = blotted(text[slice(*before)]).strip(), words.pos_at(before[1] - 1)
    if (such := comma_rules.SUCH_AS.search(member)) and words.pos_at(before[0] + such.start() - 1).startswith(
        rules.NOUNS
    ):
        return _is_member(member[: such.start()])
    flat = blotted(text[slice(*phrase)])
    closed = comma_rules.LISTED.search(flat)
    if closed is None or not _is_member(member, pos):
        return False
    is_head = not comma_rules.OF_ANOTHER_NOUN.search(flat, closed.end())
    if is_head and _is_of_a_longer_list(text, before[1], phrase[1], words):
        return False
    ends = (text[before[1] - 1], text[phrase[0] + closed.start() - 1])
    return (
        closed[0] not in comma_rules.AND_SO_ON or ends[0] not in rules.QUOTATION_ENDS or ends[1] in rules.QUOTATION_ENDS
    )


def _is_of_a_longer_list(text: str, comma: int, end: int, words: Words) -> bool:
    """Return whether the phrase is of one member of a list that goes on behind its bracket.

    市、所有者（略）、市民及び事業者; 機能の強化、安定的な財源（略）の確保
    """
    at = behind(text, end)
    if at == end:
        return False
    if comma_rules.LONGER_LIST.match(blotted(text[at : at + rules.LONGEST_NAME])):
        return True
    is_done = text.startswith(rules.OF, at) and words.pos_at(at + 1) == comma_rules.NOUN_OF_DOING
    done = comma_rules.IS_DONE.search(text, max(0, comma - rules.LONGEST_ENDING), comma)
    return is_done and bool(done) and words.pos_at(comma - 1) == comma_rules.NOUN_OF_DOING != words.pos_at(end - 1)


def behind(text: str, end: int) -> int:
    """Return the place behind the brackets that follow a place."""
    while text.startswith("(", end) and (close := closing_of(text, end)):
        end = close + 1
    return end


def _is_its_clause(text: str, clause: Bounds, phrase: Bounds, words: Words, *, named: bool) -> bool:
    """Return whether a clause that is to be continued (…を確認し、) is so inside the phrase, not by the sentence."""
    read = read_clause(text, *clause, (), words)
    if not read or not _is_to_be_continued(read):
        return False
    inside = read_clause(text, *phrase, (), words)
    if not any(word.kind is Kind.VERB for word in inside):
        return False
    at, leads = behind(text, phrase[1]), _leads_a_sentence(read)
    if named and comma_rules.BY.search(text, *clause):
        return True
    if not leads and _is_bare_verb(inside) and (_has_subject(read) or not _is_past(inside)):
        return True
    if (at == phrase[1] and not named) or _has_topic(text, clause[1], words):
        return False
    if named:
        return not leads and not comma_rules.CALLS.search(text, *clause)
    if comma_rules.TOPIC_BEHIND.match(text, at):
        if leads:
            return bool(comma_rules.HOW.search(text, *clause))
        # さて、県が…: no more than a word that leads the sentence stands before it.
        return _has_subject(read) and clause[0] - _sentence_start(text, clause[0]) <= rules.LONGEST_LABEL
    return not leads and _has_subject(read) and not _is_past(inside) and bool(comma_rules.HAPPENS.search(text, *phrase))


def _is_to_be_continued(read: Sequence[ClauseWord]) -> bool:
    last = read[-1]
    if last.pos.startswith(comma_rules.CONNECTIVE) and len(read) > 1:
        return last.surface in comma_rules.TE and read[-2].kind is Kind.VERB_BEFORE_VERB
    return last.kind is Kind.VERB_BEFORE_VERB


def _is_bare_verb(inside: Sequence[ClauseWord]) -> bool:
    """Return whether a phrase begins with its verb, which shares what the verb before it has: 企画し、実施する事業."""
    at = 0
    while at < len(inside) and inside[at].pos == comma_rules.NOUN_OF_DOING:
        at += 1
    if at and at < len(inside):
        return inside[at].pos.startswith(comma_rules.TO_DO)
    return bool(inside) and inside[0].pos.startswith(rules.VERB)


def _has_subject(read: Sequence[ClauseWord]) -> bool:
    return any(word.kind is Kind.CASE and word.surface == rules.SUBJECT for word in read)


def _is_past(inside: Sequence[ClauseWord]) -> bool:
    """Return whether the first verb of a phrase that a noun follows tells what was done: 設定した規格."""
    return next((word.surface in rules.PAST for word in inside if word.kind is Kind.VERB), False)


def _leads_a_sentence(read: Sequence[ClauseWord]) -> bool:
    """Return whether a clause ends in a verb that stands for a particle: …に基づき、, …を踏まえ、."""
    end = "".join(word.surface for word in read[-rules.LONGEST_VERB :])
    return bool(comma_rules.LEADS.search(end))


def _sentence_start(text: str, at: int) -> int:
    depth = 0
    while at and not (depth == 0 and text[at - 1] in comma_rules.SENTENCE_ENDS):
        depth += text[at - 1] in rules.CLOSING
        depth -= text[at - 1] in rules.OPENING
        at -= 1
    return at


def _has_topic(text: str, at: int, words: Words) -> bool:
    """Return whether the sentence has a topic before a place."""
    return any(word.kind is Kind.TOPIC for word in read_clause(text, _sentence_start(text, at), at, (), words))


def _are_alternatives(text: str, before: Bounds, phrase: Bounds, words: Words) -> bool:
    """Return whether verbs before commas come in turn, the last behind 又は: 死亡し、負傷し、若しくは発病した場合."""
    comma = text.find("、", *phrase)
    if comma < 0 or not comma_rules.GOES_ON.match(text, comma + 1, phrase[1]):
        return False
    if _leads_a_sentence(read_clause(text, *before, (), words)):
        # 導入に伴い、事業者が維持し、及び運用する電線路
        return False
    return all(_last_kind(text, at, words) is Kind.VERB_BEFORE_VERB for at in (before[1], comma))


def _is_attribute(text: str, comma: int, end: int, words: Words) -> bool:
    """Return whether a clause before a comma ends in a form that only a noun follows: 堤防を高くした、波に強い構造.

    家庭に対する、通信環境（略）の整備 may be of the noun behind the bracket.
    """
    if rules.FOR_A_PARTICLE.search(text, max(0, comma - rules.LONGEST_VERB), comma) and _follows(text, end, rules.OF):
        return False
    return _last_kind(text, comma, words) is Kind.VERB


def _last_kind(text: str, end: int, words: Words) -> Kind | None:
    """Return what the word does that ends at a place."""
    read = read_clause(text, words.starts[words.word_at(end - 1)], end, (), words)
    return read[-1].kind if read else None


def _is_its_verbs(text: str, before: Bounds, phrase: Bounds, words: Words) -> bool:
    """Return whether an object before a comma is of the verb inside the phrase: 費用の半ばを、国が負担する事業を認める.

    The verb behind the phrase has the phrase for its object, so that it cannot have another.
    """
    if text[before[1] - 1 : before[1]] != rules.OBJECT or not _follows(text, phrase[1], rules.OBJECT):
        return False
    inside = read_clause(text, *phrase, (), words)
    has_own = any(word.kind is Kind.CASE and word.surface == rules.OBJECT for word in inside)
    return not has_own and any(word.kind is Kind.VERB for word in inside)


def _follows(text: str, end: int, particle: str) -> bool:
    """Return whether a particle follows the bracket behind a place."""
    close = closing_of(text, end)
    return close is not None and close > end and text.startswith(particle, close + 1)


def _is_member(member: str, pos: str = "") -> bool:
    noun = comma_rules.MEMBER_END.search(member) or (pos.startswith(rules.NOUNS) and pos != rules.WHEN)
    return bool(comma_rules.MEMBER.match(member) and noun) and not comma_rules.CLAUSE_END.search(member)


def _is_parallel(text: str, before: Bounds, phrase: Bounds, words: Words) -> bool:
    """Return whether what stands before a comma is built as what follows: 駅から一キロ、港から二キロ離れた土地."""
    earlier, later = (read_clause(text, *side, (), words) for side in (before, phrase))
    first, second = (next((w.surface for w in side if w.kind is Kind.CASE), "") for side in (earlier, later))
    return bool(first) and first == second and any(word.surface == earlier[-1].surface for word in later)
