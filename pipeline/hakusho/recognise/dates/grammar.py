"""Find every date expression of a text."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from hakusho.recognise.dates import date_rules
from hakusho.recognise.dates.context import DateContext, Verdict, Written
from hakusho.recognise.dates.guards import GUARDS, shared_era
from hakusho.recognise.dates.parts import date_parts
from hakusho.recognise.dates.spacing import tighten
from hakusho.records import DateParts, Mod

# A run of characters that dates begin with, up to the sign in it that there is one; rules may match beyond it.
_RUN = re.compile(
    r"[0-9〇零一二三四五六七八九十百千廿卅壱弐参拾元年月日度世紀西暦期明治大正昭和平成令MTSHR()\[\]~./・'前本今昨去来再同翌当先々春夏秋冬第半上下四FY-]+"
)
_SIGN = re.compile(
    r"[年月日]|世紀|[半四]半?期|[前今]期|[今昨来][春夏秋冬]|[MTSHR明大昭平令治正和成]\.?[0-9]|[治正和成][元一二三四五六七八九十]|(?:1[89]|20)[0-9]{2}|2100"
)
# A line that begins with 第N条.
_ARTICLES = re.compile("^[ 　]*第[0-9一二三四五六七八九十百]+条", re.MULTILINE)
_KANA_LED = re.compile(
    "こ(?:の(?=[春夏秋冬0-9一二三四五六七八九十])|(?<![るうくすつぬぶむたいなの]こ)とし(?![かてたらまなろ]))"
)
_IN_TWO_DAYS = re.compile("明後日")
# 4、5月; 12から14年度: the first members of lists and ranges have no sign of their own.
_LISTED = re.compile(
    "(?:、|,|ー|から|及び|と|又は)(?=[0-9一二三四五六七八九十]{1,3}(?:(?:、|,|から|及び|と|・)[0-9一二三四五六七八九十]{1,3}){0,9}[年月日])"
)
_DIGITS = "0123456789"
_NUMERALS = frozenset(_DIGITS + "一二三四五六七八九十")
# First characters that share a pattern: to compile one for each takes longer than to try a few rules in vain.
_ALIKE = (_DIGITS, "〇零一二三四五六七八九十百千廿卅", "明大昭平令", "本今昨去来再同翌前先")
_GROUP = re.compile(r"\(\?P<[a-z_0-9]+>")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in offsets of the view it was found in."""

    start: int
    end: int
    rule: str
    parts: DateParts


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The rules of `date_rules.RULES`, compiled.

    `at` gives for a first character the rules that may begin with it, as one pattern with a group a rule, and
    their names in order; `rules` have the patterns of their own.
    """

    at: dict[str, tuple[re.Pattern[str], tuple[str, ...]]]
    rules: dict[str, tuple[date_rules.DateRule, str]]
    first: re.Pattern[str]
    old_era: re.Pattern[str]


@lru_cache(maxsize=4)
def date_grammar(old_eras: tuple[str, ...]) -> DateGrammar:
    """Compile the rules with the names of the eras before 明治 (`lexicons/eras.tsv`)."""
    names = "|".join(sorted(old_eras, key=len, reverse=True)) or "(?!)"
    rules, branches = {}, {}
    starts: dict[str, list[str]] = {}
    for rule in date_rules.RULES:
        pattern = rule.pattern.replace("{old_eras}", f"(?:{names})")
        identifier = rule.name.replace("-", "_")
        rules[identifier] = (rule, pattern)
        branches[identifier] = f"(?P<{identifier}>{_GROUP.sub('(?:', pattern)})"
        for character in _starts(rule, old_eras):
            starts.setdefault(character, []).append(identifier)
    patterns: dict[tuple[str, ...], re.Pattern[str]] = {}
    for members in {tuple(identifiers) for identifiers in starts.values()}:
        patterns[members] = re.compile("|".join(branches[identifier] for identifier in members))
    at = {character: (patterns[tuple(members)], tuple(members)) for character, members in starts.items()}
    # A number is tried at its first digit only.
    first = re.compile(rf"[{''.join(sorted(set(at) - set(_DIGITS)))}]|(?<![0-9])[0-9]")
    return DateGrammar(at, rules, first, re.compile(f"(?:{names})(?=[0-9元一二三四五六七八九十])"))


def _starts(rule: date_rules.DateRule, old_eras: tuple[str, ...]) -> set[str]:
    starts = {name[0] for name in old_eras} if rule.starts == "old" else set(rule.starts)
    return starts.union(*(alike for alike in _ALIKE if not starts.isdisjoint(alike)))


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
    context = DateContext(text, published_year, bool(_ARTICLES.search(text)))
    position = 0
    for start, end in _candidates(text, grammar):
        position = max(start, position)
        while position < end:
            first = grammar.first.search(text, position, end)
            if first is None:
                break
            position = _read(grammar, context, first.start())
    return _with_ranges(text, context.found)


_RANGE_MARK = re.compile("[~-]|から")


def _with_ranges(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Mark the two ends of ranges of years: 2022~2024年."""
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        years = not (first.parts.month or second.parts.month or first.parts.reference or second.parts.reference)
        if years and _RANGE_MARK.fullmatch(text, first.end, second.start):
            for at, date in ((index, first), (index + 1, second)):
                found[at] = replace(date, parts=replace(date.parts, spanning=True))
    return found


def _candidates(text: str, grammar: DateGrammar) -> Iterable[tuple[int, int]]:
    runs = [(m.start(), m.end()) for m in _RUN.finditer(text) if _SIGN.search(text, m.start(), m.end())]
    extra = [(m.start(), m.end()) for m in _KANA_LED.finditer(text)]
    extra += [(m.start(), m.end()) for m in _IN_TWO_DAYS.finditer(text)]
    extra += [(m.start(), m.end()) for m in grammar.old_era.finditer(text)]
    extra += [_numeral_before(text, m.start()) for m in _LISTED.finditer(text) if text[m.start() - 1] in _NUMERALS]
    return sorted(runs + extra) if extra else runs


def _numeral_before(text: str, end: int) -> tuple[int, int]:
    start = end
    while start and end - start < 4 and text[start - 1] in _NUMERALS:
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
        groups = {name: value for name, value in zip(names, detailed.groups(), strict=True) if value is not None}
        written = Written(start, detailed.end(), groups, date_parts(rule.name, groups))
        verdict = GUARDS[rule.guard](context, written) if rule.guard else Verdict.YES
        if verdict == Verdict.SKIP:
            return written.end
        if verdict:
            if rule.name == "decade" and (era := shared_era(context, written)):
                number = written.parts.year or 0
                written = replace(written, parts=replace(written.parts, era=era, era_year=number % 100, year=None))
            context.found.append(_found(context.text, rule.name, written))
            return written.end
    return start + 1


# 昭和59年法律第86号, 平成13年(オ)第1194号: the year of a law or case; 昭和61年版: of an edition.
_NO_ANTECEDENT = re.compile(
    "版|(?:法律|政令|省令|府令|勅令|条約|規則|告示|訓令|条例|通達|最高裁)第?|[(][^()]{1,4}[)]第"
)
# What a year is only compared with is not the year that the text goes on about.
_COMPARED = re.compile(
    "を(?:大きく|大幅に|やや|若干)?(?:上回|下回)|に比べ|と比べ|に比し|と比較|に比較|比(?![較率例])|並み|より(?:も)?[0-9約増減高低多少]"
)
_WEEKDAY = re.compile("[(]([月火水木金土日])(?:曜日?)?(?:[・,、]?(?:祝|休)日?)?[)]")
_CITING = ("bracketed-year", "edition", "range-of-years", "range-end")


def _found(text: str, rule: str, written: Written) -> FoundDate:
    start, parts = _with_prefix(text, written.start, written.parts)
    if rule in _CITING or _NO_ANTECEDENT.match(text, written.end) or _COMPARED.match(text, written.end):
        parts = replace(parts, antecedent=False)
    if parts.day and (weekday := _WEEKDAY.match(text, written.end)):
        parts = replace(parts, weekday=weekday[1])
    return FoundDate(start, written.end, rule, parts)


def _with_prefix(text: str, start: int, parts: DateParts) -> tuple[int, DateParts]:
    """Take 西暦, 約 and およそ before a Western year into the date."""
    if parts.year is None:
        return start, parts
    if text.endswith("西暦", 0, start):
        start -= 2
    for word in ("およそ", "約"):
        if text.endswith(word, 0, start):
            return start - len(word), replace(parts, mod=Mod.APPROX)
    return start, parts
