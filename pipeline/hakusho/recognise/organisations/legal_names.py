"""Names with a legal form: 株式会社北斗精機, 北斗精機 株式会社, 独立行政法人国立病院機構東京医療センター."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from hakusho.recognise.organisations import grammar_rules
from hakusho.recognise.organisations import left_edge_rules as edges
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.context import FoundName, NameContext
from hakusho.recognise.organisations.left_edge import behind_party, left_edge
from hakusho.recognise.organisations.name_runs import NameRuns
from hakusho.text.names import LEGAL_AFTER, LEGAL_BEFORE

# プロクター・アンド・ギャンブル・ジャパン is one company.
_SPACES = (" ", "　")
_NAMED_BEHIND = re.compile(rf"[ 　]?(?:{rules.NAME_CHARACTER.pattern}|{grammar_rules.KANA_FIRST})")


def with_legal_form(found: FoundName, forms: Mapping[int, int], context: NameContext) -> FoundName:
    """独立行政法人国立病院機構東京医療センター: a form of bodies before a name that has one of its own parts."""
    if opening := LEGAL_BEFORE.match(context.text, found.start):
        return replace(found, rule="legal-before", company=not rules.CIVIL.search(opening.group()))
    form = forms.get(found.start)
    if form is None or (_closes(context.text[form : found.start]) and _has_name_before(context, form)):
        return found
    return replace(found, start=form)


def _closes(form: str) -> bool:
    """Return whether a legal form may follow a name, too."""
    return form.endswith(grammar_rules.FORMS_BEHIND)


def names_with_form(context: NameContext) -> Iterator[FoundName]:
    """Return the names that a legal form opens or closes."""
    text = context.text
    for match in context.sought.finditer(LEGAL_BEFORE):
        closes = _closes(match.group()) and match.end() not in context.body_starts
        if closes and _has_name_before(context, match.start()):
            continue
        # 株式会社 北斗精機: a space may stand behind the form.
        spaced = text[match.end() : match.end() + 1] in _SPACES
        quoted = text.startswith(grammar_rules.QUOTATION_OPENS, match.start() - 1) and match.start() > 0
        whole = grammar_rules.FILLS_QUOTATION.match(text, match.end()) if quoted else None
        end = whole.end() if whole else _legal_name_end(context, match.end() + spaced, _closes(match.group()))
        if end > match.end() + 1 and not _is_class(context, match.end()):
            yield FoundName(match.start(), end, "legal-before", company=not rules.CIVIL.search(match.group()))
    for match in context.sought.finditer(LEGAL_AFTER):
        yield from _before_form(context, *match.span())


def _is_class(context: NameContext, offset: int) -> bool:
    """Return whether what follows a form makes a class of it: 株式会社の設備, 独立行政法人通則法."""
    particle = rules.PARTICLE_FIRST.match(context.text, offset)
    word = context.runs.words.word_at(offset)
    return bool(rules.NO_LEGAL_NAME.match(context.text, offset)) or (
        particle is not None and context.runs.pos(word).startswith(rules.PARTICLES)
    )


def _before_form(context: NameContext, form: int, end: int) -> Iterator[FoundName]:
    """Return the name that a legal form closes: 日本電信電話株式会社, and 北斗精機 株式会社 where no name follows."""
    text = context.text
    close = form - 1 if text[form - 1 : form] in _SPACES and not _NAMED_BEHIND.match(text, end) else form
    start = _with_latin_words(text, left_edge(context, close))
    known = context.body_ends.get(close)
    if start < close - 1 or known is not None:
        yield FoundName(min(start, known) if known is not None else start, end, "legal-after")


def _with_latin_words(text: str, start: int) -> int:
    """Twitter Japan株式会社 begins with Twitter."""
    words = _LATIN_WORDS.search(text, max(0, start - rules.LONGEST_NAME), start) if text[start].isascii() else None
    return words.start() if words else start


def _has_name_before(context: NameContext, offset: int) -> bool:
    """日本電信電話株式会社: the form closes the name before it, unless a particle stands there."""
    return (
        bool(grammar_rules.OF_NAMES.match(context.text[offset - 1 : offset]))
        and offset > 0
        and not behind_party(context.text, offset)
        and offset not in context.date_ends
    )


_LATIN_WORDS = re.compile(
    r"(?<![A-Za-z0-9])"
    rf"(?:(?!C[A-Z]{{1,2}}O )[A-Z][A-Za-z0-9&.'-]{{0,{rules.LONGEST_NAME}}}+ ){{1,{rules.LONGEST_NAME}}}+\Z"
)


_LEGAL_RUN = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern}|(?<=[A-Za-z.]) (?=[A-Z])){{2,40}}")

_LEGAL_MORE = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern}|(?<=[A-Za-z.]) (?=[A-Z])){{1,40}}")


def _legal_name_end(context: NameContext, start: int, company: bool) -> int:
    text = context.text
    if (known := context.body_starts.get(start, start)) > start + 1:
        # 株式会社山と溪谷社: a known name is one, whatever stands in it.
        return _beyond_known(context, known, company)
    run = _LEGAL_RUN.match(text, start)
    end = _over_kana(context, start, run.end() if run else start)
    if end == start:
        return start
    for known_end in range(end, start + 1, -1):
        if start - 1 <= context.body_ends.get(known_end, -1) <= start:
            return _beyond_known(context, known_end, company)
    for pattern in (grammar_rules.LEGAL_STOP, rules.NAME_STOP, LEGAL_BEFORE):
        stop = pattern.search(text, start + 2, end)
        # 日本経団連 株式会社NTTデータ: a second legal form begins the next name; at the end it may close a company's.
        closing = pattern is LEGAL_BEFORE and company and stop is not None and stop.end() == end
        end = stop.start() + stop.group().endswith(rules.CHIEF_OF_UNIT) if stop and not closing else end
    return end


def _beyond_known(context: NameContext, known_end: int, company: bool) -> int:
    """Return how far a name that begins with a known one reaches: 日本鉄道車両工業会, NTTデータ東北."""
    run = _LEGAL_MORE.match(context.text, known_end)
    longer = grammar_rules.FIRM_BEHIND if company else grammar_rules.ASSOCIATION_BEHIND
    more = longer.fullmatch(run.group()) if run and not rules.NAME_STOP.search(run.group()) else None
    if more is None and not company and (opened := longer.match(context.text, known_end)) is not None:
        # 日本航空宇宙工業会会報: the association ends where a word does.
        return opened.end() if context.runs.words.is_boundary(opened.end()) else known_end
    return more.end() + known_end if more else known_end


def _over_kana(context: NameContext, start: int, end: int) -> int:
    """A name behind a form may hold hiragana: 株式会社みどり測器, 有限会社みなとや, 一般社団法人通信員の会."""
    text, runs = context.text, context.runs
    last = min(len(text), start + rules.LONGEST_NAME)
    while end < last and (behind := _kana_end(text, runs, end, first=end == start)) is not None:
        run = _LEGAL_MORE.match(text, behind)
        end = run.end() if run else behind
    # 一般社団法人A協会の会 is no name: what a head closes needs nothing behind it.
    closed = None if text.endswith(edges.CLOSING, start, end) else rules.CLOSED_BY.match(text, end)
    return closed.end() if closed else end


def _kana_end(text: str, runs: NameRuns, offset: int, first: bool) -> int | None:
    """Return where the hiragana of a name that begins at an offset ends: the noun, or what particles leave of it."""
    noun = runs.kana_noun_behind(offset)
    stretch = rules.KANA_NAME.match(text, offset) if first else None
    return max((end for end in (noun, stretch and stretch.end()) if end), default=None)
