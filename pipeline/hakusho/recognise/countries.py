"""Find every country of a text: by name, and contracted to a character."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hakusho.recognise import country_rules as rules
from hakusho.text.matching import Gazetteer, Hit, longest

GUARD = "guard"
SAME = "="
_WEAK = "?"


@dataclass(frozen=True, slots=True)
class FoundCountry:
    """A country in offsets of the view; `keys` are ISO 3166 alpha-3 codes, best first, or `SAME` for 同国."""

    start: int
    end: int
    rule: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryLexicon:
    """The names to search for, and what each contracted character stands for."""

    gazetteer: Gazetteer
    members: Mapping[str, str]


def country_lexicon(names: Iterable[Mapping[str, str]], guards: Iterable[Mapping[str, str]]) -> CountryLexicon:
    """Build the lexicon from the rows of `country_names.tsv` and `country_guards.tsv`."""
    names = list(names)
    entries = {row["word"]: GUARD for row in guards}
    for row in names:
        if row["kind"] != "char":
            use = _WEAK if row["use"] == "weak" else ""
            entries[row["name"]] = f"{row['iso3']}{use}@{row['from']}/{row['to']}"
    members = {row["name"]: row["iso3"] for row in names if row["kind"] == "char"}
    return CountryLexicon(Gazetteer(entries.items()), members)


def find_countries(text: str, lexicon: CountryLexicon, published: str = "") -> list[FoundCountry]:
    """Give the countries of a view's text in order.

    `published` (YYYY-MM) tells names that belong to a period apart: ジョージア was a state of the US in 2003.

    >>> names = [dict(name=n, iso3=c, kind=k, use="", **{"from": "", "to": ""}) for n, c, k in
    ...          (("米国", "USA", "full"), ("日", "JPN", "char"), ("米", "USA", "char"))]
    >>> [(c.start, c.end, c.keys) for c in find_countries("日米両国と米国", country_lexicon(names, []))]
    [(0, 1, ('JPN',)), (1, 2, ('USA',)), (5, 7, ('USA',))]
    """
    chosen = longest(lexicon.gazetteer.find(text))
    scene = Scene(text, lexicon.members, chosen)
    found = [*_names(scene, published)]
    scene.occupy(found)
    for finder in (_compounds, _affixed, _with_partner, _qualified, _listed, _alone):
        more = [*finder(scene)]
        scene.occupy(more)
        found += more
    found += [FoundCountry(m.start(), m.end(), "same-country", (SAME,)) for m in rules.SAME_COUNTRY.finditer(text)]
    return sorted(found, key=lambda country: country.start)


class Scene:
    """A text with what is known of it: words that are no countries, and the countries found so far."""

    def __init__(self, text: str, members: Mapping[str, str], chosen: Sequence[Hit]) -> None:
        self.text = text
        self.members = members
        self.names = [hit for hit in chosen if hit.key != GUARD]
        self._blocked: set[int] = set()
        self._starts: dict[int, int] = {}
        self._ends: set[int] = set()
        self._guards = {hit.start for hit in chosen if hit.key == GUARD}
        for hit in chosen:
            self._blocked.update(range(hit.start, hit.end))

    def occupy(self, found: Iterable[FoundCountry]) -> None:
        for country in found:
            self._blocked.update(range(country.start, country.end))
            self._starts[country.start] = country.end
            self._ends.add(country.end)

    def free(self, offset: int) -> bool:
        """Tell whether the character at `offset` may be a contracted country."""
        return offset not in self._blocked

    def release(self, offset: int) -> None:
        self._blocked.discard(offset)

    def opens_word(self, offset: int) -> bool:
        """Tell whether the word that claims a character begins with it: 独自 in 日独自動車."""
        return offset in self._guards

    def is_country(self, offset: int) -> bool:
        """Tell whether a country begins at `offset`."""
        return offset in self._starts

    def is_country_end(self, offset: int) -> bool:
        return offset in self._ends

    def near(self, offset: int, reach: int) -> bool:
        """Tell whether another country stands within `reach` characters of the same line."""
        low = self.text.rfind("\n", max(0, offset - reach), offset)
        high = self.text.find("\n", offset, offset + reach)
        first = low if low >= 0 else offset - reach
        last = high if high >= 0 else offset + reach
        return any(first < start < last and start != offset for start in self._starts)

    def country(self, offset: int, rule: str) -> FoundCountry:
        return FoundCountry(offset, offset + 1, rule, (self.members[self.text[offset]],))

    def at(self, offset: int) -> str:
        return self.text[offset] if 0 <= offset < len(self.text) else ""


# --- names ---------------------------------------------------------------------------------------------------


def _names(scene: Scene, published: str) -> Iterator[FoundCountry]:
    strong = [hit for hit in scene.names if _WEAK not in hit.key]
    scene.names = [hit for hit in scene.names if not _opens_state_word(scene, hit)]
    starts = {hit.start: hit.end for hit in strong}
    for hit in scene.names:
        codes, _, period = hit.key.partition("@")
        if not _in_place(scene, hit) or not _in_period(codes, period, published, scene.text[hit.start : hit.end]):
            continue
        if codes.endswith(_WEAK) and "|" not in codes and not _beside(scene, hit, starts):
            continue
        end = hit.end - bool(rules.STATE_FORM.fullmatch(scene.text, hit.start, hit.end) and _runs_on(scene, hit.end))
        yield FoundCountry(hit.start, end, "name", tuple(codes.rstrip(_WEAK).split("|")))


def _runs_on(scene: Scene, offset: int) -> bool:
    """日本国民 is 日本 and 国民, as 日本国内; 日本国憲法 is 日本国."""
    return bool(rules.STATE_WORDS.match(scene.text, offset - 1))


def _opens_state_word(scene: Scene, hit: Hit) -> bool:
    """日韓国交 is 日韓 and 国交: 韓国 there is none, and 韓 is left to the compound."""
    name = scene.text[hit.start : hit.end]
    compound = len(name) == 2 and name[1] == "国" and scene.at(hit.start - 1) in rules.CORE and hit.start > 0
    if (
        name == "中共"
        and scene.at(hit.start - 1) in rules.CORE
        and hit.start
        and rules.JOINT.match(scene.text, hit.end - 1)
    ):
        scene.release(hit.start)
        return True
    if len(name) == 2 and name[1] == "国" and scene.text.startswith("民議会", hit.end):
        scene.release(hit.start)
        return True
    split = (compound or name == "中国") and rules.STATE_WORDS.match(scene.text, hit.start + 1)
    if split and (compound or split.group() == "国交"):
        scene.release(hit.start)
        return True
    return False


def _in_place(scene: Scene, hit: Hit) -> bool:
    text, name = scene.text, scene.text[hit.start : hit.end]
    if name.isascii():
        return _latin_in_place(text, hit)
    if rules.GEOGRAPHY.match(text, hit.end):
        return False
    if name == "中国":
        return not _is_region(scene, hit)
    if name == "日本" and re.match("[0-9]", scene.at(hit.start - 1)):
        # 9日本会議: the day of the month, unless a noun of two characters shows that 日本 was meant.
        return not re.match("[会部当文人式]", scene.at(hit.end)) and scene.at(hit.start - 1) != "月"
    return True


def _latin_in_place(text: str, hit: Hit) -> bool:
    """Japan is a country by itself; in a name of words (Bank of Japan, e-Japan, US$) it is not."""
    if rules.LATIN_BEHIND.match(text, hit.end):
        return False
    before = text[max(0, hit.start - 6) : hit.start]
    if rules.LATIN_BESIDE.search(before):
        return True
    return not rules.LATIN_NEIGHBOUR.search(before) and not before.endswith(("-", ".", "&", "of ", "@", "/"))


def _is_region(scene: Scene, hit: Hit) -> bool:
    """中国 among 四国 and 九州 is a part of Japan."""
    text = scene.text
    before, after = text[max(0, hit.start - 5) : hit.start], text[hit.end : hit.end + 5]
    return bool(
        re.search(f"{rules.JAPANESE_REGIONS.pattern}(?:地方|地域)?[、・,及び]+$", before)
        or re.match(f"(?:地方|地域)?[、・,及び]+{rules.JAPANESE_REGIONS.pattern}", after)
    )


def _in_period(codes: str, period: str, published: str, name: str) -> bool:
    """A name that is also another's (weak, or ジョージア) holds only in its period."""
    if not published or not (codes.endswith(_WEAK) or name == "ジョージア"):
        return True
    first, _, last = period.partition("/")
    return (not first or published >= first[: len(published)]) and (not last or published[:7] <= last)


def _beside(scene: Scene, hit: Hit, starts: Mapping[int, int]) -> bool:
    """A weak name counts in a list of countries."""
    behind = re.match("[、・,](?:及び)?|及び|と", scene.text[hit.end : hit.end + 3])
    if behind and hit.end + behind.end() in starts:
        return True
    ends = set(starts.values())
    return any(
        hit.start - width in ends
        for width in (1, 2)
        if re.fullmatch("[、・,]|及び|と", scene.text[hit.start - width : hit.start])
    )


# --- compounds -----------------------------------------------------------------------------------------------

_RUN = re.compile(f"[{rules.CORE}{rules.RARE}{rules.REGIONS}]{{2,}}")


def _compounds(scene: Scene) -> Iterator[FoundCountry]:
    for run in _RUN.finditer(scene.text):
        for start, end in _subruns(scene, run.start(), run.end()):
            if _is_compound(scene, start, end):
                yield from (scene.country(i, "compound") for i in range(start, end) if scene.text[i] in scene.members)


def _subruns(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of members at characters that belong to other words, and at a day of the month."""
    text, first = scene.text, start
    for offset in range(start, end + 1):
        usable = offset < end and (
            scene.free(offset) or text[offset] in rules.REGIONS or _claimed_back(scene, first, offset)
        )
        if (
            usable
            and text[offset] in "ロソパ"
            and re.match("[ァ-ヴー]", scene.at(offset + 1))
            and scene.at(offset + 1) not in scene.members
        ):
            usable = False
        if usable and offset == first and text[offset] == "日" and rules.DAY_LEFT.match(scene.at(offset - 1)):
            usable = False
        if not usable:
            if offset - first >= 2:
                yield first, offset
            first = offset + 1


def _claimed_back(scene: Scene, first: int, offset: int) -> bool:
    """日独自動車: a word (独自) claims the second member, but the noun behind it (自動車) shows a compound."""
    joined = offset > first and scene.text[first] == "日"
    return joined and scene.opens_word(offset) and bool(rules.EVIDENCE.match(scene.text, offset + 1))


def _is_compound(scene: Scene, start: int, end: int) -> bool:
    text = scene.text
    run = text[start:end]
    if len(set(run)) < len(run) or rules.LANGUAGES.match(text, end):
        return False
    if run.endswith("中") and start and scene.at(start - 1) in rules.AFFIXES and len(run) == 2:
        # 訪米中, 来日中: during a visit.
        return False
    evidence = bool(rules.EVIDENCE.match(text, end)) or scene.is_country(end)
    if run == "日中" and rules.DAYTIME.match(text, end):
        return False
    rare = [character for character in run if character in rules.RARE]
    if rare or run in rules.PAIR_WORDS:
        return evidence and (len(run) > 2 or not rare or run[0] in rules.CORE)
    return True


def _affixed(scene: Scene) -> Iterator[FoundCountry]:
    for match in _AFFIXED.finditer(scene.text):
        affix, offset = match.group()[0], match.end() - 1
        # 対日直接投資: 日直 is a word, but not behind 対.
        claimed = not scene.free(offset) and not (affix in rules.BINDING and scene.opens_word(offset))
        if claimed or scene.text[offset] not in rules.AFFIX_MEMBERS[affix]:
            continue
        if scene.at(match.start() - 1) in rules.AFFIX_LEFT.get(affix, "") and match.start() > 0:
            continue
        yield scene.country(offset, "affix")
        if (
            scene.at(offset + 1) in rules.CORE
            and scene.at(offset + 1) != "中"
            and scene.free(offset + 1)
            and rules.EVIDENCE.match(scene.text, offset + 2)
        ):
            yield scene.country(offset + 1, "affix")


_AFFIXED = re.compile(f"[{rules.AFFIXES}][{rules.CORE}{rules.RARE}]")
_PARTNER = re.compile(
    "・?(?:EU|EC(?![A-Z])|ASEAN|GCC|NATO|AU(?![A-Z])|SICA|CARICOM|EFTA|V4|GUAM|SAARC|OECD|PIF|UNESCO|ECOWAS|メルコスール|カリコム|欧州|欧|北欧|中東欧|中米|"
    "アフリカ|アジア|中央アジア|アラブ|中東|中南米|南米|カリブ|太平洋|バルト|メコン|湾岸|ラテンアメリカ|イスラム)"
)


def _with_partner(scene: Scene) -> Iterator[FoundCountry]:
    """日ASEAN, 日・タイ, 米EU: a member before the name of a partner."""
    for match in re.finditer("[日米英仏独中韓露豪印](?=・?[A-Zァ-ヴ一-龥])", scene.text):
        offset = match.start()
        if not scene.free(offset) or not _stands_free(scene, offset):
            continue
        dotted = scene.at(offset + 1) == "・"
        behind = offset + (2 if dotted else 1)
        country = scene.is_country(behind) and (dotted or re.match("[ァ-ヴ]", scene.at(behind)))
        if country or _PARTNER.match(scene.text, offset + 1):
            yield scene.country(offset, "partner")


def _stands_free(scene: Scene, offset: int) -> bool:
    """Tell whether a member begins a word: 日 is no day of a month, 米 no rice of a region."""
    before = scene.at(offset - 1)
    if scene.text[offset] == "日" and before and rules.DAY_LEFT.match(before):
        return before == "回"
    return (
        not before
        or not rules.KANJI.match(before)
        or before in "回次前元現新旧故対各第"
        or scene.is_country(offset - 1)
    )


def _qualified(scene: Scene) -> Iterator[FoundCountry]:
    """米大統領, 英側, 仏外相; 米グーグル."""
    for match in re.finditer(f"[{rules.QUALIFIED_MEMBERS}中蘭](?=[ァ-ヴA-Z一-龥])", scene.text):
        offset = match.start()
        if not scene.free(offset) or not _stands_free(scene, offset):
            continue
        member, behind = scene.text[offset], offset + 1
        side = rules.SIDE.match(scene.text, behind)
        noun = rules.QUALIFIED.match(scene.text, behind) if member in rules.QUALIFIED_MEMBERS else None
        if noun and (not noun.group().startswith("側") or side):
            yield scene.country(offset, "qualified")
        elif member in rules.COMPANY_MEMBERS and rules.COMPANY.match(scene.text, behind):
            yield scene.country(offset, "company")


def _listed(scene: Scene) -> Iterator[FoundCountry]:
    """米、英、独、仏: members that stand between the marks of a list of countries."""
    text = scene.text
    singles = [m.start() for m in _SINGLE.finditer(text) if scene.free(m.start())]
    known = set(singles)
    for offset in singles:
        links = [_list_neighbour(scene, offset, step, known) for step in (-1, 1)]
        strong = [link for link in links if link]
        chained = (
            any(link == "country" for link in strong)
            or len(strong) == 2
            or (strong and text[offset] in "英仏独豪韓露伊米")
        )
        opened = offset == 0 or text[offset - 1] in rules.LIST_DELIMITERS + rules.CLAUSE_START
        if chained and (text[offset] not in "中日加印台朝" or (opened and (len(strong) == 2 or "country" in strong))):
            yield scene.country(offset, "list")


_BOUND_LEFT = "(?<![一-龥々ァ-ヴーA-Za-z0-9])"
_SINGLE = re.compile(
    f"(?:{_BOUND_LEFT}|(?<=及び)|(?<=並びに))[{rules.CORE}]"
    "(?=[、・,/／)\\]）」\t\n 　はがをにでもへの]|及び|並びに|と|の[0-9一二三四五六七八九]|など|等|各国|諸国|$)"
)


def _list_neighbour(scene: Scene, offset: int, step: int, singles: set[int]) -> str:
    """Give what stands beyond the list mark on one side: a country, another single member, or nothing."""
    mark = scene.at(offset + step)
    if mark not in rules.LIST_DELIMITERS or not mark:
        return ""
    beyond = offset + 2 * step
    if beyond in singles:
        return "single"
    if step > 0:
        return "country" if scene.is_country(beyond) else ""
    return "country" if scene.is_country_end(offset - 1) else ""


def _alone(scene: Scene) -> Iterator[FoundCountry]:
    """仏は昨年六月: a member as a clause's subject, beside other countries; a member alone in a table's cell."""
    for match in re.finditer(f"[{rules.CORE}]", scene.text) if "\t" in scene.text or scene.names else ():
        offset = match.start()
        if not scene.free(offset):
            continue
        before, after = scene.at(offset - 1), scene.at(offset + 1)
        if (
            before in "\t\n"
            and after in "\t\n"
            and (before == "\t" or after == "\t")
            and match.group() in "日米英仏独伊露中韓豪印加"
        ):
            yield scene.country(offset, "cell")
        elif (
            match.group() in rules.ALONE_MEMBERS
            and (not before or before in rules.CLAUSE_START)
            and rules.ALONE_AFTER.match(scene.text, offset + 1)
            and scene.near(offset, 120)
        ):
            yield scene.country(offset, "alone")
