"""Find every country of a text: by name, and contracted to a character."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from hakusho.recognise.countries import country_rules as rules
from hakusho.recognise.countries.context import GUARD, CountryContext, FoundCountry
from hakusho.recognise.countries.contractions import FINDERS
from hakusho.recognise.countries.spellings import respellings
from hakusho.text.matching import Gazetteer, Hit
from hakusho.text.overlap import best_cover

SAME = "="
# The rule of countries that stand under a name of the lexicon; all others are contracted.
NAME = "name"
_WEAK, _BOUNDED = "?", "!"
_USES = {"weak": _WEAK, "bounded": _BOUNDED}


@dataclass(frozen=True, slots=True)
class CountryLexicon:
    """The names to search for, and what each contracted character stands for."""

    gazetteer: Gazetteer
    members: Mapping[str, str]
    katakana: Mapping[str, str]


def country_lexicon(names: Iterable[Mapping[str, str]], guards: Iterable[Mapping[str, str]]) -> CountryLexicon:
    """Build the lexicon from the rows of `country_names.tsv` and `country_guards.tsv`."""
    names = list(names)
    entries = {row["word"]: GUARD for row in guards}
    respelt: dict[str, str] = {}
    for row in names:
        if row["kind"] != "char":
            key = f"{row['iso3']}{_USES.get(row['use'], '')}@{row['from']}/{row['to']}"
            entries[row["name"]] = key
            respelt |= dict.fromkeys(respellings(row["name"]), key)
    entries = respelt | entries
    members = {row["name"]: row["iso3"] for row in names if row["kind"] == "char"}
    katakana = {name: key for name, key in entries.items() if rules.KATAKANA_NAME.fullmatch(name)}
    return CountryLexicon(Gazetteer(entries.items()), members, katakana)


def find_countries(text: str, lexicon: CountryLexicon, published: str = "") -> list[FoundCountry]:
    """Return the countries of a view's text in order.

    `published` (YYYY-MM) tells names that belong to a period apart: ジョージア was a state of the US in 2003.

    >>> names = [dict(name=n, iso3=c, kind=k, use="", **{"from": "", "to": ""}) for n, c, k in
    ...          (("米国", "USA", "full"), ("日", "JPN", "char"), ("米", "USA", "char"))]
    >>> [(c.start, c.end, c.keys) for c in find_countries("日米両国と米国", country_lexicon(names, []))]
    [(0, 1, ('JPN',)), (1, 2, ('USA',)), (5, 7, ('USA',))]
    """
    extra = (*_letter_spaced(text, lexicon), *_before_province(text, lexicon))
    chosen = best_cover([*lexicon.gazetteer.find(text), *extra])
    context = CountryContext(text, lexicon.members, chosen)
    found = [*_names(context, published)]
    context.occupy(found)
    for finder in FINDERS:
        more = [*finder(context)]
        context.occupy(more)
        found += more
    found += [FoundCountry(m.start(), m.end(), "same-country", (SAME,)) for m in rules.SAME_COUNTRY.finditer(text)]
    return sorted(found, key=lambda country: country.start)


def _letter_spaced(text: str, lexicon: CountryLexicon) -> Iterator[Hit]:
    """日　　本, フ ラ ン ス: a name whose letters the columns of a table set apart."""
    # White space is rarer than letters, and quicker to look for.
    starts = (space.start() - 1 for space in rules.SPACES.finditer(text) if space.start())
    for match in filter(None, (rules.LETTER_SPACED.match(text, start) for start in starts)):
        name = rules.SPACES.sub("", match.group())
        for hit in lexicon.gazetteer.find(name):
            if (hit.start, hit.end) == (0, len(name)) and _WEAK not in hit.key:
                yield Hit(match.start(), match.end(), hit.key)


def _before_province(text: str, lexicon: CountryLexicon) -> Iterator[Hit]:
    """アメリカオレゴン州: the longest name that a run of katakana before 州, 市 begins with.

    The recogniser keeps it where the analyser has a word end there; パナマシティ市 is one name.
    """
    for match in rules.PROVINCE.finditer(text):
        run = match.group()
        for length in range(len(run) - rules.SHORTEST_PLACE, rules.SHORTEST_NAME - 1, -1):
            key = lexicon.katakana.get(run[:length], GUARD)
            if key != GUARD and _WEAK not in key and run not in lexicon.katakana:
                if not rules.PART_OF_NAME.fullmatch(run, length):
                    yield Hit(match.start(), match.start() + length, key)
                break


def _names(context: CountryContext, published: str) -> Iterator[FoundCountry]:
    strong = [hit for hit in context.names if _WEAK not in hit.key]
    context.names = [hit for hit in context.names if not _opens_state_word(context, hit)]
    starts = {hit.start: hit.end for hit in (*strong, *_weak_pairs(context))}
    for hit in map(partial(_settled, published), context.names):
        codes, _, period = hit.key.partition("@")
        if not _in_place(context, hit) or not _in_period(codes, period, published, context.text[hit.start : hit.end]):
            continue
        if codes.endswith(_BOUNDED) and rules.KANJI.match(context.at(hit.start - 1)) and hit.start:
            continue
        if codes.endswith(_WEAK) and "|" not in codes and not _beside(context, hit, starts):
            continue
        end = _state_end(context, hit)
        yield FoundCountry(hit.start, end, NAME, tuple(codes.rstrip(_WEAK + _BOUNDED).split("|")))


def _settled(published: str, hit: Hit) -> Hit:
    """ソビエト of a paper of 1965 is the Soviet Union: a weak name whose period has a beginning and an end."""
    codes, _, period = hit.key.partition("@")
    first, _, last = period.partition("/")
    if codes.endswith(_WEAK) and first and last and first <= published <= last:
        return Hit(hit.start, hit.end, f"{codes.rstrip(_WEAK)}@{period}")
    return hit


def _state_end(context: CountryContext, hit: Hit) -> int:
    """アフガニスタン国 is a name in full; 国 of 日本国民 begins the next word."""
    if rules.STATE_FORM.fullmatch(context.text, hit.start, hit.end):
        return hit.end - _runs_on(context, hit.end)
    full = rules.KATAKANA_NAME.fullmatch(context.text, hit.start, hit.end) and rules.STATE_END.match(
        context.text, hit.end
    )
    return hit.end + bool(full)


def _runs_on(context: CountryContext, offset: int) -> bool:
    """日本国民 is 日本 and 国民, as 日本国内; 日本国憲法 is 日本国."""
    return bool(rules.STATE_WORDS.match(context.text, offset - 1))


def _opens_state_word(context: CountryContext, hit: Hit) -> bool:
    """日韓国交 is 日韓 and 国交: 韓国 there is not a name, and 韓 is left to the compound."""
    name = context.text[hit.start : hit.end]
    compound = len(name) == 2 and name[1] == rules.STATE and context.at(hit.start - 1) in rules.CORE and hit.start > 0
    if (
        name == rules.COMMUNIST_CHINA
        and context.at(hit.start - 1) in rules.CORE
        and hit.start
        and rules.JOINT.match(context.text, hit.end - 1)
    ):
        context.release(hit.start)
        return True
    if len(name) == 2 and name[1] == rules.STATE and context.text.startswith(rules.PARLIAMENT_REST, hit.end):
        context.release(hit.start)
        return True
    if len(name) == 2 and name[1] == rules.STATE and rules.BODY_WORDS.match(context.text, hit.end - 1):
        context.release(hit.start)
        return True
    split = (compound or name == rules.CHINA) and rules.STATE_WORDS.match(context.text, hit.start + 1)
    if split and (compound or split.group() == rules.DIPLOMATIC_TIES):
        context.release(hit.start)
        return True
    return False


# What is called by a country's name and is not of it: seas, money, diseases.
_CALLED_BY = (rules.GEOGRAPHY, rules.CURRENCY, rules.DISEASE)


def _in_place(context: CountryContext, hit: Hit) -> bool:
    text, name = context.text, context.text[hit.start : hit.end]
    if name.isascii():
        return _latin_in_place(text, hit)
    if any(called.match(text, hit.end) for called in _CALLED_BY):
        return False
    if name == rules.CHINA:
        return not _is_region(context, hit)
    if name == rules.JAPAN and re.match("[0-9]", context.at(hit.start - 1)):
        # 9日本会議: the day of the month, unless a noun of two characters shows that 日本 was meant.
        return not rules.NO_JAPAN.match(context.at(hit.end)) and context.at(hit.start - 1) != rules.MONTH
    return True


def _latin_in_place(text: str, hit: Hit) -> bool:
    """Japan is a country by itself; in a name of words (Bank of Japan, e-Japan, US$) it is not."""
    if rules.LATIN_BEHIND.match(text, hit.end):
        return False
    before = text[max(0, hit.start - 6) : hit.start]
    if rules.LATIN_BESIDE.search(before):
        return True
    return not rules.LATIN_NEIGHBOUR.search(before) and not before.endswith(("-", ".", "&", "of ", "@", "/"))


def _is_region(context: CountryContext, hit: Hit) -> bool:
    """中国 among 四国 and 九州 is a part of Japan."""
    text = context.text
    before, after = text[max(0, hit.start - 5) : hit.start], text[hit.end : hit.end + 5]
    return bool(rules.REGION_BEFORE.search(before) or rules.REGION_BEHIND.match(after))


def _in_period(codes: str, period: str, published: str, name: str) -> bool:
    """A name that is also another's (weak, or ジョージア) holds only in its period."""
    if not published or not (codes.endswith(_WEAK) or name in rules.SHARED_NAMES):
        return True
    first, _, last = period.partition("/")
    return (not first or published >= first[: len(published)]) and (not last or published[:7] <= last)


def _weak_pairs(context: CountryContext) -> Iterator[Hit]:
    """Yield weak names that are next to one another: マーシャルとソロモン."""
    weak = [hit for hit in context.names if _WEAK in hit.key and "|" not in hit.key]
    for first, second in zip(weak, weak[1:], strict=False):
        if rules.LISTING.fullmatch(context.text, first.end, second.start):
            yield from (first, second)


def _beside(context: CountryContext, hit: Hit, starts: Mapping[int, int]) -> bool:
    """A weak name counts in a list of countries, or before what only a state has (マーシャルの大統領)."""
    if rules.STATE_BEHIND.match(context.text, hit.end):
        return True
    behind = rules.LISTED_NEXT.match(context.text[hit.end : hit.end + 3])
    if behind and hit.end + behind.end() in starts:
        return True
    ends = set(starts.values())
    return any(
        hit.start - width in ends
        for width in (1, 2)
        if rules.LIST_MARK.fullmatch(context.text[hit.start - width : hit.start])
    )
