"""Find every date expression of a text."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from hakusho.recognise.dates import date_rules
from hakusho.recognise.dates import scan_rules as rules
from hakusho.recognise.dates import word_rules as words
from hakusho.recognise.dates.context import DateContext, FoundDate, Verdict, Written
from hakusho.recognise.dates.fragment_rules import DateRule
from hakusho.recognise.dates.guards import GUARDS, sharing_tens, with_shared_era
from hakusho.recognise.dates.parts import date_parts
from hakusho.recognise.dates.spacing import tighten
from hakusho.records import DateParts, Mod

# から joins the ends of a range.
_LONGEST_MARK = 2
_GROUP = re.compile(r"\(\?P<[a-z_0-9]+>")


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The rules of `date_rules.RULES`, compiled.

    `at` gives for a first character the rules that may begin with it, as one pattern with a group a rule, and
    their names in order; `rules` have the patterns of their own.
    """

    at: dict[str, tuple[re.Pattern[str], tuple[str, ...]]]
    rules: dict[str, tuple[DateRule, str]]
    first: re.Pattern[str]
    old_era: re.Pattern[str]


@lru_cache(maxsize=4)
def date_grammar(old_eras: tuple[str, ...]) -> DateGrammar:
    """Compile the rules with the names of the eras before 明治 (`lexicons/eras.tsv`)."""
    names = "|".join(sorted(old_eras, key=len, reverse=True)) or "(?!)"
    ruled, branches = {}, {}
    starts: dict[str, list[str]] = {}
    for rule in date_rules.RULES:
        pattern = rule.pattern.replace("{old_eras}", f"(?:{names})")
        identifier = rule.name.replace("-", "_")
        ruled[identifier] = (rule, pattern)
        branches[identifier] = f"(?P<{identifier}>{_GROUP.sub('(?:', pattern)})"
        for character in _starts(rule, old_eras):
            starts.setdefault(character, []).append(identifier)
    patterns: dict[tuple[str, ...], re.Pattern[str]] = {}
    for members in {tuple(identifiers) for identifiers in starts.values()}:
        patterns[members] = re.compile("|".join(branches[identifier] for identifier in members))
    at = {character: (patterns[tuple(members)], tuple(members)) for character, members in starts.items()}
    # A number is tried at its first digit only.
    first = re.compile(rf"[{''.join(sorted(set(at) - set(rules.DIGITS)))}]|(?<![0-9])[0-9]")
    return DateGrammar(at, ruled, first, re.compile(f"(?:{names}){rules.OLD_ERA_YEAR}"))


def _starts(rule: DateRule, old_eras: tuple[str, ...]) -> set[str]:
    starts = {name[0] for name in old_eras} if rule.starts == "old" else set(rule.starts)
    return starts.union(*(alike for alike in rules.ALIKE if not starts.isdisjoint(alike)))


@lru_cache(maxsize=256)
def _with_groups(pattern: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return a rule compiled with its groups, and their names; made when first wanted, since a page needs few."""
    own = re.compile(_numbered_groups(pattern))
    return own, _group_names(own)


def _numbered_groups(pattern: str) -> str:
    """Name the second group `m` of a pattern `m_2`, and so on: `re` wants each name once."""
    seen: Counter[str] = Counter()

    def numbered(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        return f"(?P<{match[1]}_{seen[match[1]]}>"

    return re.sub(r"\(\?P<([a-z]+2?|same_month)>", numbered, pattern)


def _group_names(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return the name of each group in order, without the number that tells it from others of the name."""
    names = sorted(pattern.groupindex, key=pattern.groupindex.__getitem__)
    return tuple(name.rsplit("_", 1)[0] for name in names)


def find_dates(text: str, grammar: DateGrammar, published_year: int | None = None) -> list[FoundDate]:
    """Return the dates of a view's text in order.

    `published_year` helps to tell a year without era or century (19年9月) from a duration.

    >>> [("平成28~30年度の予算"[d.start:d.end], d.rule) for d in find_dates("平成28~30年度の予算", date_grammar(()))]
    [('平成28', 'range-start'), ('30年度', 'short-year')]
    """
    tight = tighten(text)
    found = _found_dates(tight.text, grammar, published_year)
    if not tight.cuts:
        return found
    return [replace(date, start=start, end=end) for date in found for start, end in (tight.span(date.start, date.end),)]


def _found_dates(text: str, grammar: DateGrammar, published_year: int | None) -> list[FoundDate]:
    context = DateContext(text, published_year, bool(rules.ARTICLES.search("\n" + text)))
    position = 0
    for start, end in _candidates(text, grammar):
        position = max(start, position)
        while position < end:
            first = grammar.first.search(text, position, end)
            if first is None:
                break
            position = _read(grammar, context, first.start())
    return _with_ranges(text, context.found)


def _with_ranges(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Mark the two ends of ranges of years: 2022~2024年."""
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        if second.start - first.end > _LONGEST_MARK:
            continue
        years = not (first.parts.month or second.parts.month or first.parts.reference or second.parts.reference)
        if years and rules.RANGE_MARK.fullmatch(text, first.end, second.start):
            for at, date in ((index, first), (index + 1, second)):
                found[at] = replace(date, parts=replace(date.parts, spanning=True))
    return found


def _candidates(text: str, grammar: DateGrammar) -> Iterable[tuple[int, int]]:
    runs = [
        (_word_start(text, m.start()), m.end())
        for m in rules.RUN.finditer(text)
        if rules.SIGN.search(text, m.start(), m.end())
    ]
    extra = [(m.start(), m.end()) for m in rules.KANA_LED.finditer(text)]
    extra += [(m.start(), m.end()) for m in rules.YEAR_PART.finditer(text)]
    extra += [(m.start(), m.end()) for m in rules.CELLED.finditer(text)]
    extra += [(m.start(), m.end()) for m in rules.DAY_WORDS.finditer(text)]
    extra += [(m.start(), m.end()) for m in rules.NEXT_BUT_ONE.finditer(text)]
    extra += [(_latin_start(text, m.start()), m.end()) for m in rules.LATIN.finditer(text)]
    extra += [(m.start(), m.end()) for m in grammar.old_era.finditer(text)]
    extra += [
        _numeral_before(text, m.start()) for m in rules.LISTED.finditer(text) if text[m.start() - 1] in rules.NUMERALS
    ]
    extra += [
        _numeral_before(text, kind.start() + 1)
        for m in rules.KIND_OF_YEAR.finditer(text)
        if (kind := rules.NUMBERED_KIND.search(text, max(0, m.end() - 4), m.end()))
    ]
    return sorted(runs + extra) if extra else runs


def _word_start(text: str, run: int) -> int:
    """Return where 昨事務年度 and 新年度 begin, whose 年度 begins a run."""
    if not text.startswith(rules.FISCAL, run):
        return run
    if text[max(0, run - 2) : run] in words.COUNTED_KINDS:
        return max(0, run - 4)
    return run - text.endswith(words.NEW, 0, run)


def _latin_start(text: str, month: int) -> int:
    day = rules.LATIN_DAY.search(text, max(0, month - 6), month)
    return day.start() if day else month


def _numeral_before(text: str, end: int) -> tuple[int, int]:
    start = end
    while start and end - start < 4 and text[start - 1] in rules.NUMERALS:
        start -= 1
    return start, end


def _read(grammar: DateGrammar, context: DateContext, start: int) -> int:
    """Read the date that begins at `start` into the context; returns the offset to go on from.

    The rules are tried in order from the first whose words match, until one passes its guard.
    """
    any_of, members = grammar.at[context.text[start]]
    match = any_of.match(context.text, start)
    if match is None:
        return start + 1
    for identifier in members[members.index(match.lastgroup or "") :]:
        rule, pattern = grammar.rules[identifier]
        own, names = _with_groups(pattern)
        detailed = own.match(context.text, start)
        if detailed is None:
            continue
        said = rule.name, detailed.groups()
        if said not in context.said:
            groups = {name: value for name, value in zip(names, said[1], strict=True) if value is not None}
            context.said[said] = groups, date_parts(rule.name, groups)
        written = Written(start, detailed.end(), *context.said[said])
        verdict = GUARDS[rule.guard](context, written) if rule.guard else Verdict.YES
        if verdict == Verdict.SKIP:
            return written.end
        if verdict:
            written = with_shared_era(context, rule.name, written)
            context.found.append(_found(context.text, rule.name, sharing_tens(context, written)))
            return written.end
    return start + 1


_CITING = ("bracketed-year", "cited-year", "edition", "range-of-years", "range-end")


def _found(text: str, rule: str, written: Written) -> FoundDate:
    start, parts = _with_prefix(text, written.start, written.parts)
    if rule in _CITING or rules.NO_ANTECEDENT.match(text, written.end) or rules.COMPARED.match(text, written.end):
        parts = replace(parts, antecedent=False)
    if parts.day and (weekday := rules.WEEKDAY.match(text, written.end)):
        parts = replace(parts, weekday=weekday[1])
    return FoundDate(start, written.end, rule, parts)


def _with_prefix(text: str, start: int, parts: DateParts) -> tuple[int, DateParts]:
    """Take 西暦, 約 and およそ before a Western year into the date."""
    if parts.year is None:
        return start, parts
    if text.endswith(rules.WESTERN_WORD, 0, start):
        start -= len(rules.WESTERN_WORD)
    for word in rules.ABOUT:
        if text.endswith(word, 0, start):
            return start - len(word), replace(parts, mod=Mod.APPROX)
    return start, parts
