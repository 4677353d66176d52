"""Find every organisation of a text: by lexicon, by the grammar of names, by definition and by reference back."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hakusho.recognise.edges import torn
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.definitions import aliased_bodies, anaphoric_bodies, defined_bodies
from hakusho.recognise.organisations.evidence import find_by_evidence
from hakusho.recognise.organisations.grammar import find_bodies
from hakusho.recognise.organisations.lexicon import COMPANY_KINDS, WEAK, BodyLexicon, FoundBody, ids_of, is_weak
from hakusho.recognise.organisations.name_runs import NameRuns
from hakusho.recognise.organisations.weighing import beside, names_by_weight
from hakusho.records import Span
from hakusho.text.definitions import ViewDefinition
from hakusho.text.document import Document
from hakusho.text.matching import Hit
from hakusho.text.names import WHOLE
from hakusho.text.overlap import best_cover


def find_organisations(
    document: Document,
    lexicon: BodyLexicon,
    dates: Sequence[tuple[int, int]],
    countries: Sequence[tuple[int, int]],
    definitions: Sequence[ViewDefinition],
) -> list[FoundBody]:
    """Return the organisations of a document in order, in offsets of its view; none overlap.

    `dates` and `countries` are the spans of those mentions, `definitions` what the document defines.
    """
    text = document.view.text
    strong, weak = known_names(document, lexicon, dates, countries)
    context = name_context(document, lexicon, dates, countries, strong)
    found = [FoundBody(hit.start, hit.end, "lexicon", ids_of(hit.key)) for hit in strong]
    found += _printed_apart(document, lexicon)
    found += _spaced_from_parent(text, strong, lexicon)
    found += [FoundBody(c.start, c.end, c.rule, head=c.head, company=c.company) for c in find_bodies(context)]
    found += [FoundBody(c.start, c.end, c.rule) for c in find_by_evidence(text, *_companies(strong, lexicon), context)]
    behind = {end for _, end in (*dates, *countries)}
    # A name that tears a word is dropped before it hides a shorter one that does not: 戦略本部 in 戦略本部会合.
    found = [whole for body in found if (whole := _whole(body, document, behind)) is not None]
    found = [_with_country(body, context, lexicon) for body in found if not _one_of_two(body, context)]
    found += beside(found, names_by_weight(context, lexicon.weights), text)
    chosen = [*_joined(_cover(found), text, lexicon)]
    defined = defined_bodies(text, definitions, chosen, weak, context.country_starts)
    chosen = _cover([*chosen, *defined])
    aliased = aliased_bodies(text, definitions, chosen)
    chosen = _cover([*chosen, *aliased])
    return _cover([*chosen, *anaphoric_bodies(text, chosen, lexicon)])


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
        lexicon.head_finder,
        {end: start for start, end in dates},
        {end: start for start, end in countries},
        dict(countries),
        _body_ends(strong),
        _body_starts(strong),
    )


def _whole(body: FoundBody, document: Document, behind: "set[int]") -> FoundBody | None:
    """Return a body that tears no word, from the beginning of the word that it begins in (草の根); None for no name.

    Those `behind` a date or a country begin there (伊上院). The names of the lexicon may tear a word at one end, where
    they are too long to stand in it by chance (総務省令).
    """
    words, text = document.words, document.view.text
    start, end = body.start, body.end
    if start not in behind and torn(words, text, start, end, start):
        first = words.starts[words.word_at(start)]
        if not body.keys:
            body, start = replace(body, start=first), first
    listed = bool(body.keys) and end - start > rules.LONGEST_OF_WORDS
    at_start = start not in behind and torn(words, text, start, end, start)
    return body if at_start + torn(words, text, start, end, end) <= listed else None


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


_STATE_LEFT = re.compile(
    "[各両中米韓英仏独露加豪印外諸同他全自当王帝四三二一数何隣小大入出帰建開鎖愛島雪先祖母異本万戦強弱敵某対我吾天貧富産議親相属]"
)
_SHORT = re.compile("[一-龥]{2,3}")
_UNIVERSITY_SHORT = re.compile("[一-龥]大$")
_BEHIND_UNIVERSITY = re.compile("[教学生卒名医工法文理農院病研准総員長側幹職系出初機部隊]")
_SHORT_BEHIND = re.compile("[合携盟邦続絡際交境民防家語]")
# 日本移動通信市場 is a market of Japan, though a company is called 日本移動通信.
_MARKET = re.compile("市場|業界|産業|分野|政策")
_ADJECTIVE = re.compile("[なに]|的")


def _stands_apart(text: str, hit: Hit, behind_date: "set[int]") -> bool:
    """学振 is a body in 学振は and in 旧学振, and none in 科学振興: kanji and digits run on, titles do not."""
    before = "" if hit.start in behind_date else text[hit.start - 1 : hit.start]
    behind = text[hit.end : hit.end + 1]
    joined_left = bool(rules.RUNS_ON.match(before)) and not rules.BEFORE_A_NAME.match(before)
    joined_right = bool(rules.RUNS_ON_BEHIND.match(behind)) and not rules.BEHIND_A_NAME.match(text, hit.end)
    return not joined_left and not joined_right


def _placed(text: str, hit: Hit, behind_date: "set[int]", lexicon: BodyLexicon) -> bool:
    check = _stands_apart if text[hit.start : hit.end] in lexicon.apart else _in_place
    return check(text, hit, behind_date)


def _in_place(text: str, hit: Hit, behind_date: "set[int]") -> bool:
    """A short name of kanji is no part of a longer word: 国連 in 諸国連合, 国会 in 両国会談, 東大 in 東大阪."""
    name = text[hit.start : hit.end]
    before = "" if hit.start in behind_date else text[hit.start - 1 : hit.start]
    behind = text[hit.end : hit.end + 1]
    if name.startswith("日本") and _MARKET.match(text, hit.end):
        return False
    if name.endswith("軍") and behind in tuple("縮備事需医"):
        return False
    if name[0].isascii():
        return before not in ("-", "/", "@", ".") and not (
            behind == "-" and re.match("[a-z0-9]", text[hit.end + 1 : hit.end + 2])
        )
    if not _SHORT.fullmatch(name):
        return not (name in ("シャープ", "楽天") and _ADJECTIVE.match(behind))
    if name[0] == "国" and before and _STATE_LEFT.match(before):
        return False
    if name == "国会" and (behind in ("談", "計") or (before == "約" and behind == "議")):
        # 締約国会議 is a meeting of parties.
        return False
    if name == "国連" and behind and _SHORT_BEHIND.match(behind):
        return False
    if name in ("日銀", "都銀"):
        return not (before and rules.KANJI.match(before))
    if _UNIVERSITY_SHORT.fullmatch(name) or (len(name) == 2 and name[1] in "大研銀労自海空"):
        joined_left = rules.KANJI.match(before) and not rules.BEFORE_A_NAME.match(before)
        joined_right = rules.KANJI.match(behind) and not (
            rules.BEHIND_A_NAME.match(text, hit.end) or _BEHIND_UNIVERSITY.match(behind)
        )
        return not joined_left and not joined_right
    return True


_PARTNER_BEHIND = re.compile("委員会|理事会|諸国|加盟国|首脳|統合|市場|議会|域内|各国")
_SERVICE_ACTS = re.compile(
    "社|[はがも][^。、]{0,20}(?:発表|買収|提供|公表|設立|上場|開始|受注|落札|発売|納入|製造|開発|生産|販売|出資|提携|合併|撤退|開業)|による買収|が[^。、]{0,16}(?:買収|発表|設立|提供)|の(?:創業者|CEO|株式|決算|売上)|、(?:Google|Apple|Amazon|Microsoft|グーグル|アップル|アマゾン)"
)


def _supported(
    text: str, weak: Iterable[Hit], strong: Sequence[Hit], country_ends: "set[int]", lexicon: BodyLexicon
) -> list[Hit]:
    """Return the weak names that something beside them supports: the body above, a country joined to them, a deed."""
    first: dict[str, int] = {}
    for hit in strong:
        for key in ids_of(hit.key):
            first[key] = min(hit.start, first.get(key, hit.start))
    found: list[Hit] = []
    for hit in weak:
        parents = [lexicon.parents.get(key, "") for key in ids_of(hit.key)]
        named = hit.end - hit.start >= 4 and not text[hit.start].isascii()
        held = named and any(first.get(parent, hit.start) < hit.start for parent in parents if parent)
        beside = hit.start - 1 if text[hit.start - 1 : hit.start] == "・" else hit.start
        joined = beside in country_ends and lexicon.kinds.get(ids_of(hit.key)[0]) in ("igo", "group")
        partner = text[hit.start : hit.end] == "EC" and _PARTNER_BEHIND.match(text, hit.end)
        acts = lexicon.kinds.get(ids_of(hit.key)[0]) in ("corp", "media") and _SERVICE_ACTS.match(text, hit.end)
        if held or joined or partner or acts:
            found.append(Hit(hit.start, hit.end, hit.key.replace(WEAK, "")))
        elif keys := _cued(text, hit, lexicon):
            found.append(Hit(hit.start, hit.end, "|".join(keys)))
    return found


def _cued(text: str, hit: Hit, lexicon: BodyLexicon) -> list[str]:
    """Return the bodies that the word behind a weak name points to: 連合の会長 is the union's."""
    if rules.RUNS_ON.match(text[hit.start - 1 : hit.start]) or text[hit.start - 1 : hit.start] in ("-", "/"):
        return []
    cues = lexicon.beside.get(text[hit.start : hit.end], ())
    return [key for key, words in cues if text.startswith(words, hit.end)]


def _companies(strong: Sequence[Hit], lexicon: BodyLexicon) -> tuple[set[int], set[int]]:
    """Return where known companies begin, and where they end."""
    known = [hit for hit in strong if lexicon.kinds.get(ids_of(hit.key)[0]) in COMPANY_KINDS]
    return {hit.start for hit in known}, {hit.end for hit in known}


# フォード米大統領: a name before such a title is a person's.
_TITLE = re.compile(
    "(?:[一-龥]{1,2}|[ァ-ヴー]{2,10})?(?:前|元|副)?(?:大統領|首相|国務長官|国防長官|財務長官|外相|上院議員|下院議員)"
)


def _is_person(text: str, hit: Hit, lexicon: BodyLexicon) -> bool:
    return lexicon.kinds.get(ids_of(hit.key)[0]) in COMPANY_KINDS and bool(_TITLE.match(text, hit.end))


_SHORT_COMPANY = re.compile("[一-龥]{2,3}")
# Kanji that may stand right before a company's name.
_BEFORE_COMPANY = frozenset("米英独仏韓中露台印旧元現前新各同当社会資約及又並対在訪年月日者行所店")


def _is_of_a_word(text: str, hit: Hit, ends: "set[int]", lexicon: BodyLexicon) -> bool:
    """間組 is a company, and no part of 期間組合; behind another name or a date it may stand."""
    company = lexicon.kinds.get(ids_of(hit.key)[0]) in COMPANY_KINDS
    if not company or not _SHORT_COMPANY.fullmatch(text, hit.start, hit.end) or hit.start in ends:
        return False
    before = text[hit.start - 1 : hit.start]
    return bool(rules.KANJI.match(before)) and before not in _BEFORE_COMPANY


def _inside_another_office(text: str, hit: Hit, lexicon: BodyLexicon) -> bool:
    """航空局 is the ministry's, 連邦航空局 another one."""
    return lexicon.kinds.get(ids_of(hit.key)[0]) == "bureau" and text.endswith("連邦", 0, hit.start)


def _spaced_from_parent(text: str, hits: Sequence[Hit], lexicon: BodyLexicon) -> list[FoundBody]:
    """農林水産省 輸出・国際局: a body and the one above it, set apart by a space, are one name."""
    by_start = {hit.start: hit for hit in hits}
    found = []
    for above in hits:
        below = by_start.get(above.end + 1)
        if (
            below is not None
            and text[above.end] in " 　"
            and lexicon.parents.get(ids_of(below.key)[0]) == ids_of(above.key)[0]
        ):
            found.append(FoundBody(above.start, below.end, "lexicon-apart", ids_of(below.key)))
    return found


def _printed_apart(document: Document, lexicon: BodyLexicon) -> Iterator[FoundBody]:
    """Return the known names with a space between any two letters (環 境 省), or a note's mark behind them (ＮＩＳＴ4)."""
    text = document.view.text
    marked = (document.view.range(Span(*match.span())) for match in rules.WIDE_BEFORE_MARK.finditer(document.text))
    for start, end in (*(match.span() for match in rules.SPACED.finditer(text)), *marked):
        name = rules.SPACES.sub("", text[start:end])
        for hit in lexicon.names.find(name):
            if (hit.start, hit.end) == (0, len(name)) and not is_weak(hit.key):
                yield FoundBody(start, end, "lexicon-apart", ids_of(hit.key))


# Kinds of bodies that stand behind the name of the one that they are part of.
_PARTS = frozenset("bureau lab museum organ council".split())


def _joined(bodies: Sequence[FoundBody], text: str, lexicon: BodyLexicon) -> Iterator[FoundBody]:
    """国土交通省航空局, 岡崎国立共同研究機構分子科学研究所: a body right behind the one it is a part of is one name."""
    last: FoundBody | None = None
    for body in bodies:
        if last is not None and last.end == body.start and _is_part(body, last, text, lexicon):
            last = FoundBody(last.start, body.end, "lexicon-joined", body.keys)
            continue
        if last is not None:
            yield last
        last = body
    if last is not None:
        yield last


def _is_part(body: FoundBody, whole: FoundBody, text: str, lexicon: BodyLexicon) -> bool:
    if not body.keys:
        return False
    parent = lexicon.parents.get(body.keys[0])
    if parent:
        return parent in whole.keys
    return lexicon.kinds.get(body.keys[0]) in _PARTS and bool(WHOLE.search(text, whole.start, whole.end))


def _one_of_two(body: FoundBody, context: NameContext) -> bool:
    """日米政府 are two governments: 米政府 behind another contracted country is no name."""
    country = context.country_before(body.start)
    contracted = country == body.start - 1 and context.country_before(body.start + 1) == body.start
    return contracted and body.end - body.start <= 4


_GOVERNMENT_KINDS = frozenset("ministry agency bureau council parliament force bank government court".split())


def _with_country(body: FoundBody, context: NameContext, lexicon: BodyLexicon) -> FoundBody:
    """A country directly before a body of its state belongs to the name: 米国連邦通信委員会, ベトナム情報通信省."""
    country = context.country_before(body.start)
    if country is None or body.rule in ("quoted", "quoted-english", "company", "legal-before"):
        return body
    kind = (
        lexicon.kinds.get(body.keys[0], "")
        if body.keys
        else context.heads[body.head].kind
        if body.head in context.heads
        else ""
    )
    grammar = kind in ("office", "bureau", "council", "court", "body", "lab") and not body.keys
    known = kind in _GOVERNMENT_KINDS and body.keys and lexicon.countries.get(body.keys[0]) not in ("JPN", "")
    if not (grammar or known) or context.text[country : body.start] in ("我が国", "わが国", "本邦", "日本"):
        return body
    if kind == "government":
        return body
    return replace(body, start=country, rule=body.rule + "+country")


def _cover(found: Iterable[FoundBody]) -> list[FoundBody]:
    """Settle overlaps: of two alike the one that the document defines wins, then a known one."""
    return list(best_cover(sorted(found, key=lambda b: (b.body is None, not b.keys))))
