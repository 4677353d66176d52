"""The names of the lexicon in a text: which of them stand by themselves, and what is known around them."""

import re
from collections.abc import Iterable, Sequence

from hakusho.recognise.organisations import known_name_rules as tables
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.lexicon import COMPANY_KINDS, WEAK, BodyLexicon, ids_of, is_weak
from hakusho.recognise.organisations.name_runs import NameRuns
from hakusho.recognise.organisations.sought import line_search
from hakusho.text.document import Document
from hakusho.text.matching import Hit


def known_names(
    document: Document, lexicon: BodyLexicon, dates: Sequence[tuple[int, int]], countries: Sequence[tuple[int, int]]
) -> tuple[list[Hit], dict[tuple[int, int], Hit]]:
    """Return the names of the lexicon that stand by themselves, and by their place those that need support."""
    text = document.view.text
    # 10日産業省 has no 日産 in it.
    within_dates = {offset for start, end in dates for offset in range(start + 1, end)}
    hits = [hit for hit in lexicon.names.find(text) if hit.start not in within_dates]
    behind_date = {end for _, end in dates}
    strong = [hit for hit in hits if not is_weak(hit.key) and _placed(text, hit, behind_date, lexicon)]
    weak = {(hit.start, hit.end): hit for hit in hits if is_weak(hit.key)}
    ends = {hit.end for hit in strong} | behind_date
    strong = [
        hit
        for hit in strong
        if not (
            _inside_another_office(text, hit, lexicon)
            or _is_person(text, hit, lexicon)
            or _is_of_a_word(text, hit, ends, lexicon)
        )
    ]
    strong += _supported(text, weak.values(), strong, {end for _, end in countries}, lexicon)
    strong += _listed(text, weak.values(), strong, lexicon)
    return strong, weak


def name_context(
    document: Document,
    lexicon: BodyLexicon,
    dates: Sequence[tuple[int, int]],
    countries: Sequence[tuple[int, int]],
    strong: Sequence[Hit],
) -> NameContext:
    """Return what is known of a document around the names that it may hold."""
    text = document.view.text
    return NameContext(
        text,
        NameRuns(text, document.words, lexicon.words),
        lexicon.heads,
        tuple(lexicon.head_finder.find(text)),
        {end: start for start, end in dates},
        {end: start for start, end in countries},
        dict(countries),
        _body_ends(strong),
        _body_starts(strong),
        line_search().over(text),
    )


def _body_ends(hits: Sequence[Hit]) -> dict[int, int]:
    """Map the end of each known name to where the longest that ends there begins."""
    ends: dict[int, int] = {}
    for hit in hits:
        ends[hit.end] = min(hit.start, ends.get(hit.end, hit.start))
    return ends


def _body_starts(hits: Sequence[Hit]) -> dict[int, int]:
    """Map the start of each known name to where the longest that begins there ends."""
    starts: dict[int, int] = {}
    for hit in hits:
        starts[hit.start] = max(hit.end, starts.get(hit.start, hit.end))
    return starts


def _stands_apart(text: str, hit: Hit, behind_date: "set[int]") -> bool:
    """学振 is a body in 学振は and in 旧学振, and none in 科学振興: kanji and digits run on, titles do not."""
    before = "" if hit.start in behind_date else text[hit.start - 1 : hit.start]
    behind = text[hit.end : hit.end + 1]
    joined_left = bool(rules.RUNS_ON.match(before)) and not rules.BEFORE_A_NAME.match(before)
    joined_right = bool(rules.RUNS_ON_BEHIND.match(behind)) and not rules.BEHIND_A_NAME.match(text, hit.end)
    return not joined_left and not joined_right


def _placed(text: str, hit: Hit, behind_date: "set[int]", lexicon: BodyLexicon) -> bool:
    if tables.DOCUMENT_NUMBER.match(text, hit.end):
        return False
    if text.startswith(tables.JAPAN, hit.start) and text[hit.start - 1 : hit.start] in tables.BEFORE_ANOTHER_JAPAN:
        return False
    if _is_homonym(text, hit):
        return False
    check = _stands_apart if text[hit.start : hit.end] in lexicon.apart else _in_place
    return check(text, hit, behind_date)


def _is_homonym(text: str, hit: Hit) -> bool:
    """Return whether what follows a name shows that the word or place of the same letters is meant: シャープな."""
    word = tables.HOMONYMS.get(text[hit.start : hit.end])
    return word is not None and word.match(text, hit.end) is not None


def _in_place(text: str, hit: Hit, behind_date: "set[int]") -> bool:
    """A short name of kanji is not part of a longer word: 国連 in 諸国連合, 国会 in 両国会談, 東大 in 東大阪."""
    name = text[hit.start : hit.end]
    before = "" if hit.start in behind_date else text[hit.start - 1 : hit.start]
    behind = text[hit.end : hit.end + 1]
    if name.startswith(tables.JAPAN) and tables.MARKET.match(text, hit.end):
        return False
    if (name.endswith(tables.FORCE) and behind in tables.BEHIND_FORCE) or (
        # 新しい消防庁舎 is a building.
        name.endswith(tables.AGENCY) and behind == tables.BUILDING
    ):
        return False
    if name[0].isascii():
        return before not in ("-", "/", "@", ".") and not (
            behind == "-" and re.match("[a-z0-9]", text[hit.end + 1 : hit.end + 2])
        )
    if not tables.SHORT.fullmatch(name):
        return True
    if name[0] == tables.STATE and before and tables.STATE_LEFT.match(before):
        return False
    if name == tables.DIET and tables.NOT_THE_DIET.fullmatch((before or " ") + behind):
        # 締約国会議 is a meeting of parties.
        return False
    if name == tables.UNITED_NATIONS and behind and tables.SHORT_BEHIND.match(behind):
        return False
    if name in tables.SHORT_BANKS:
        return not (before and rules.KANJI.match(before))
    if tables.UNIVERSITY_SHORT.fullmatch(name) or (len(name) == 2 and name[1] in tables.SHORT_ENDINGS):
        joined_left = rules.KANJI.match(before) and not rules.BEFORE_A_NAME.match(before)
        joined_right = rules.KANJI.match(behind) and not (
            rules.BEHIND_A_NAME.match(text, hit.end) or tables.BEHIND_UNIVERSITY.match(behind)
        )
        return not joined_left and not joined_right
    return True


def _supported(
    text: str, weak: Iterable[Hit], strong: Sequence[Hit], country_ends: "set[int]", lexicon: BodyLexicon
) -> list[Hit]:
    """Return the weak names that something next to them supports: the body above, a country joined to them, a deed."""
    first: dict[str, int] = {}
    for hit in strong:
        for key in ids_of(hit.key):
            first[key] = min(hit.start, first.get(key, hit.start))
    found: list[Hit] = []
    for hit in weak:
        parents = [lexicon.parents.get(key, "") for key in ids_of(hit.key)]
        shortest = tables.SHORTEST_BUREAU if lexicon.kinds.get(ids_of(hit.key)[0]) == "bureau" else tables.SHORTEST_HELD
        named = hit.end - hit.start >= shortest and not text[hit.start].isascii()
        held = named and any(first.get(parent, hit.start) < hit.start for parent in parents if parent)
        beside = hit.start - 1 if text[hit.start - 1 : hit.start] == tables.DOT else hit.start
        joined = beside in country_ends and lexicon.kinds.get(ids_of(hit.key)[0]) in ("igo", "group")
        partner = text[hit.start : hit.end] == "EC" and tables.PARTNER_BEHIND.match(text, hit.end)
        acts = lexicon.kinds.get(ids_of(hit.key)[0]) in ("corp", "media") and tables.SERVICE_ACTS.match(text, hit.end)
        # 原電 after 日本原子力発電.
        named_before = any(first.get(key, hit.start) < hit.start for key in ids_of(hit.key))
        own = named_before and not text[hit.start].isdigit() and _stands_apart(text, hit, country_ends)
        if held or joined or partner or acts or own:
            found.append(Hit(hit.start, hit.end, hit.key.replace(WEAK, "")))
        elif keys := _cued(text, hit, lexicon):
            found.append(Hit(hit.start, hit.end, "|".join(keys)))
    return found


def _listed(text: str, weak: Iterable[Hit], strong: Sequence[Hit], lexicon: BodyLexicon) -> list[Hit]:
    """Return the weak names next to one of their sort in a list: セガ in カプコンやセガ, ISO in ISOとITU."""
    edges = {(_sort(hit, lexicon), at) for hit in strong for at in (hit.start, hit.end)}
    found: dict[tuple[int, int], Hit] = {}
    of_sort = [hit for hit in weak if _sort(hit, lexicon) and not _is_letters_of_firm(text, hit, lexicon)]
    of_sort.sort(key=lambda hit: (hit.start, hit.end))
    # Support runs along a list to the right, then to the left: two turns reach every member.
    for hit in (*of_sort, *reversed(of_sort)):
        if _joins_one(text, hit, edges, lexicon):
            found[hit.start, hit.end] = Hit(hit.start, hit.end, hit.key.replace(WEAK, ""))
            edges |= {(_sort(hit, lexicon), hit.start), (_sort(hit, lexicon), hit.end)}
    return [*found.values()]


_FIRM = "firm"


def _sort(hit: Hit, lexicon: BodyLexicon) -> str:
    """Return firms, bodies of many states or neither."""
    kind = lexicon.kinds.get(ids_of(hit.key)[0], "")
    return _FIRM if kind in COMPANY_KINDS else "international" if kind in tables.INTERNATIONAL else ""


def _is_letters_of_firm(text: str, hit: Hit, lexicon: BodyLexicon) -> bool:
    """Short letters are too many firms': SBC in NHK・SBC is not the one in the lexicon."""
    return _sort(hit, lexicon) == _FIRM and text[hit.start].isascii()


def _joins_one(text: str, hit: Hit, edges: "set[tuple[str, int]]", lexicon: BodyLexicon) -> bool:
    sort = _sort(hit, lexicon)
    before = tables.LISTED_BEFORE.search(text, max(0, hit.start - tables.LONGEST_JOINT), hit.start)
    behind = tables.LISTED_BEHIND.match(text, hit.end)
    return (before is not None and (sort, before.start()) in edges) or (
        behind is not None and (sort, behind.end()) in edges
    )


def _cued(text: str, hit: Hit, lexicon: BodyLexicon) -> list[str]:
    """Return the bodies that the word after a weak name points to: 連合の会長 is the union's."""
    if rules.RUNS_ON.match(text[hit.start - 1 : hit.start]) or text[hit.start - 1 : hit.start] in ("-", "/"):
        return []
    cues = lexicon.beside.get(text[hit.start : hit.end], ())
    return [key for key, words in cues if text.startswith(words, hit.end)]


def companies_of(strong: Sequence[Hit], lexicon: BodyLexicon) -> tuple[set[int], set[int], list[Hit]]:
    """Return where known companies begin, and where they end, and the clubs."""
    known = [hit for hit in strong if lexicon.kinds.get(ids_of(hit.key)[0]) in COMPANY_KINDS]
    clubs = [hit for hit in strong if lexicon.kinds.get(ids_of(hit.key)[0]) == "club"]
    return {hit.start for hit in known}, {hit.end for hit in known}, clubs


def _is_person(text: str, hit: Hit, lexicon: BodyLexicon) -> bool:
    return lexicon.kinds.get(ids_of(hit.key)[0]) in COMPANY_KINDS and bool(tables.TITLE.match(text, hit.end))


def _is_of_a_word(text: str, hit: Hit, ends: "set[int]", lexicon: BodyLexicon) -> bool:
    """間組 is a company, and no part of 期間組合; after another name or a date it may stand. 第一生命体 holds none."""
    company = lexicon.kinds.get(ids_of(hit.key)[0]) in COMPANY_KINDS
    if company and rules.KANJI.match(text[hit.end - 1]) and tables.WORD_BEHIND_COMPANY.match(text, hit.end):
        return True
    if not company or not tables.SHORT_COMPANY.fullmatch(text, hit.start, hit.end) or hit.start in ends:
        return False
    before = text[hit.start - 1 : hit.start]
    return bool(rules.KANJI.match(before)) and before not in tables.BEFORE_COMPANY


def _inside_another_office(text: str, hit: Hit, lexicon: BodyLexicon) -> bool:
    """航空局 is the ministry's, 連邦航空局 another one."""
    return lexicon.kinds.get(ids_of(hit.key)[0]) == "bureau" and text.endswith(tables.FEDERAL, 0, hit.start)
