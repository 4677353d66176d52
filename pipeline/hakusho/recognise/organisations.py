"""Find every organisation of a text: by lexicon, by the grammar of names, by definition and by reference back."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hakusho.recognise import organisation_rules as rules
from hakusho.recognise.aliases import Alias, find_anaphors, later_uses
from hakusho.recognise.bodies import find_bodies
from hakusho.recognise.evidence import find_by_evidence
from hakusho.recognise.setting import Head, Setting
from hakusho.records import Definition
from hakusho.text.matching import Gazetteer, Hit
from hakusho.text.names import without_legal_form

_WEAK = "?"


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body in offsets of the view.

    `keys` are ids of the lexicon, best first; `body` the place of the name that an alias or anaphor stands for,
    `head` the word that the name ends in.
    """

    start: int
    end: int
    rule: str
    keys: tuple[str, ...] = ()
    head: str = ""
    body: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class BodyLexicon:
    """The names and heads to search for, and the kind and country of each known body."""

    names: Gazetteer
    heads: Mapping[str, Head]
    head_finder: Gazetteer
    kinds: Mapping[str, str]
    countries: Mapping[str, str]
    parents: Mapping[str, str]


def body_lexicon(
    names: Iterable[Mapping[str, str]], bodies: Iterable[Mapping[str, str]], heads: Iterable[Mapping[str, str]]
) -> BodyLexicon:
    """Build the lexicon from the rows of `organisation_names.tsv`, `organisations.tsv`, `organisation_heads.tsv`."""
    keys: dict[str, list[str]] = {}
    for row in names:
        keys.setdefault(row["name"], []).append(row["org_id"] + (_WEAK if row["use"] == "weak" else ""))
    by_word = {row["head"]: Head(row["head"], row["kind"], row["not_before"]) for row in heads}
    bodies = list(bodies)
    return BodyLexicon(
        Gazetteer((name, "|".join(ids)) for name, ids in keys.items()),
        by_word,
        Gazetteer((word, word) for word in by_word),
        {row["org_id"]: row["kind"] for row in bodies},
        {row["org_id"]: row["country"] for row in bodies},
        {row["org_id"]: row["parent"] for row in bodies},
    )


def find_organisations(
    text: str,
    lexicon: BodyLexicon,
    dates: Sequence[tuple[int, int]],
    countries: Sequence[tuple[int, int]],
    definitions: Sequence[Definition],
) -> list[FoundBody]:
    """Give the organisations of a view's text in order; none overlap.

    `dates` and `countries` are the spans of those mentions, `definitions` what the document defines.
    """
    hits = list(lexicon.names.find(text))
    behind_date = {end for _, end in dates}
    strong = [hit for hit in hits if not hit.key.endswith(_WEAK) and _in_place(text, hit, behind_date)]
    weak = {(hit.start, hit.end): hit for hit in hits if hit.key.endswith(_WEAK)}
    strong += _supported(text, weak.values(), strong, {end for _, end in countries}, lexicon)
    setting = Setting(
        text,
        lexicon.heads,
        lexicon.head_finder,
        {end: start for start, end in dates},
        {end: start for start, end in countries},
        _body_ends(strong),
        _body_starts(strong),
    )
    found = [FoundBody(hit.start, hit.end, "lexicon", _ids(hit.key)) for hit in strong]
    found += _apart(text, strong, lexicon)
    found += [FoundBody(c.start, c.end, c.rule, head=c.head) for c in find_bodies(setting)]
    found += [FoundBody(c.start, c.end, c.rule) for c in find_by_evidence(text, *_companies(strong, lexicon), setting)]
    found = [_with_country(body, setting, lexicon) for body in found if not _one_of_two(body, setting)]
    chosen = _longest(found, dates)
    defined = _defined(text, definitions, chosen, weak)
    chosen = _longest([*chosen, *defined], dates)
    aliased = _aliased(text, definitions, chosen)
    chosen = _longest([*chosen, *aliased], dates)
    return _longest([*chosen, *_anaphors(text, chosen, lexicon)], dates)


def _ids(key: str) -> tuple[str, ...]:
    return tuple(part.rstrip(_WEAK) for part in key.split("|"))


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
_SHORT_BEHIND = re.compile("[合携盟邦続絡際交境民防家語]")
_ADJECTIVE = re.compile("[なに]|的")


def _in_place(text: str, hit: Hit, behind_date: "set[int]") -> bool:
    """A short name of kanji is no part of a longer word: 国連 in 諸国連合, 国会 in 両国会談, 東大 in 東大阪."""
    name = text[hit.start : hit.end]
    before = "" if hit.start in behind_date else text[hit.start - 1 : hit.start]
    behind = text[hit.end : hit.end + 1]
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
    if name == "国会" and behind in ("談", "計"):
        return False
    if name == "国連" and behind and _SHORT_BEHIND.match(behind):
        return False
    if name in ("日銀", "都銀"):
        return not (before and rules.KANJI.match(before))
    if _UNIVERSITY_SHORT.fullmatch(name) or (len(name) == 2 and name[1] in "大研銀労自海空"):
        return not (before and rules.KANJI.match(before)) and not (
            behind
            and rules.KANJI.match(behind)
            and not re.match("[教学生卒名医工法文理農院病研准総員長側幹職系出初機部隊]", behind)
        )
    return True


_PARTNER_BEHIND = re.compile("委員会|理事会|諸国|加盟国|首脳|統合|市場|議会|域内|各国")
_SERVICE_ACTS = re.compile(
    "社|は[^。、]{0,20}(?:発表|買収|提供|公表|設立|上場|開始)|による買収|が[^。、]{0,16}(?:買収|発表|設立|提供)|の(?:創業者|CEO|株式|決算|売上)|、(?:Google|Apple|Amazon|Microsoft|グーグル|アップル|アマゾン)"
)


def _supported(
    text: str, weak: Iterable[Hit], strong: Sequence[Hit], country_ends: "set[int]", lexicon: BodyLexicon
) -> list[Hit]:
    """Give the weak names that something beside them supports: the body above, a country joined to them, a deed."""
    first: dict[str, int] = {}
    for hit in strong:
        for key in _ids(hit.key):
            first[key] = min(hit.start, first.get(key, hit.start))
    found = []
    for hit in weak:
        parents = [lexicon.parents.get(key, "") for key in _ids(hit.key)]
        named = hit.end - hit.start >= 4 and not text[hit.start].isascii()
        held = named and any(first.get(parent, hit.start) < hit.start for parent in parents if parent)
        joined = hit.start in country_ends and lexicon.kinds.get(_ids(hit.key)[0]) in ("igo", "group")
        partner = text[hit.start : hit.end] == "EC" and _PARTNER_BEHIND.match(text, hit.end)
        acts = lexicon.kinds.get(_ids(hit.key)[0]) in ("corp", "media") and _SERVICE_ACTS.match(text, hit.end)
        if held or joined or partner or acts:
            found.append(Hit(hit.start, hit.end, hit.key.replace(_WEAK, "")))
    return found


def _companies(strong: Sequence[Hit], lexicon: BodyLexicon) -> tuple[set[int], set[int]]:
    """Give where known companies begin, and where they end."""
    known = [hit for hit in strong if lexicon.kinds.get(_ids(hit.key)[0]) in _COMPANY_KINDS]
    return {hit.start for hit in known}, {hit.end for hit in known}


def _apart(text: str, hits: Sequence[Hit], lexicon: BodyLexicon) -> list[FoundBody]:
    """農林水産省 輸出・国際局: a body and the one above it, set apart by a space, are one name."""
    by_start = {hit.start: hit for hit in hits}
    found = []
    for above in hits:
        below = by_start.get(above.end + 1)
        if (
            below is not None
            and text[above.end] in " 　"
            and lexicon.parents.get(_ids(below.key)[0]) == _ids(above.key)[0]
        ):
            found.append(FoundBody(above.start, below.end, "lexicon-apart", _ids(below.key)))
    return found


def _one_of_two(body: FoundBody, setting: Setting) -> bool:
    """日米政府 are two governments: 米政府 behind another contracted country is no name."""
    country = setting.country_before(body.start)
    contracted = country == body.start - 1 and setting.country_before(body.start + 1) == body.start
    return contracted and body.end - body.start <= 4


_GOVERNMENT_KINDS = frozenset("ministry agency bureau council parliament force bank government court".split())


def _with_country(body: FoundBody, setting: Setting, lexicon: BodyLexicon) -> FoundBody:
    """A country directly before a body of its state belongs to the name: 米国連邦通信委員会, ベトナム情報通信省."""
    country = setting.country_before(body.start)
    if country is None or body.rule in ("quoted", "quoted-english", "company", "legal-before"):
        return body
    kind = (
        lexicon.kinds.get(body.keys[0], "")
        if body.keys
        else setting.heads[body.head].kind
        if body.head in setting.heads
        else ""
    )
    grammar = kind in ("office", "bureau", "council", "court", "body", "lab") and not body.keys
    known = kind in _GOVERNMENT_KINDS and body.keys and lexicon.countries.get(body.keys[0]) != "JPN"
    if not (grammar or known) or setting.text[country : body.start] in ("我が国", "わが国", "本邦", "日本"):
        return body
    if kind == "government":
        return body
    return replace(body, start=country, rule=body.rule + "+country")


def _longest(found: Iterable[FoundBody], dates: Sequence[tuple[int, int]]) -> list[FoundBody]:
    """Give the bodies that no longer one overlaps; of two alike the one that the document defines, then a known one."""
    ordered = sorted(found, key=lambda b: (b.start, -b.end, b.body is None, not b.keys))
    chosen: list[FoundBody] = []
    for body in ordered:
        if chosen and body.start < chosen[-1].end:
            if body.end - body.start > chosen[-1].end - chosen[-1].start:
                chosen[-1] = body
            continue
        chosen.append(body)
    return chosen


# --- definitions and aliases -----------------------------------------------------------------------------------


def _defined(
    text: str, definitions: Sequence[Definition], chosen: Sequence[FoundBody], weak: Mapping[tuple[int, int], Hit]
) -> list[FoundBody]:
    """Give the names that a definition shows to be bodies: one of its forms is known, the others follow."""
    by_span = {(body.start, body.end): body for body in chosen}
    by_end = {body.end: body for body in chosen}
    found = []
    for definition in definitions:
        long_form = by_end.get(definition.ja[1]) if definition.ja else None
        short = by_span.get(definition.short)
        body = long_form or short or _weakly(definition, weak, text)
        if body is None or (long_form is None and not _names_a_body(definition, text)):
            continue
        if not _fits(definition, long_form, text) or _are_two(definition, short, long_form):
            continue
        anchor = (body.start, body.end)
        if long_form is None and definition.ja:
            anchor = definition.ja
            found.append(FoundBody(*definition.ja, "definition", body.keys))
        found.append(FoundBody(*definition.short, "definition", body=anchor))
        if definition.en:
            found.append(FoundBody(*definition.en, "definition", body=anchor))
    return found


def _weakly(definition: Definition, weak: Mapping[tuple[int, int], Hit], text: str) -> FoundBody | None:
    """A weak name counts where a definition joins it to its other names."""
    spans = [span for span in (definition.ja, definition.short, definition.en) if span]
    hits = [weak[span] for span in spans if span in weak]
    if len(hits) >= 2 and set(_ids(hits[0].key)) & set(_ids(hits[1].key)):
        shared = tuple(i for i in _ids(hits[0].key) if i in _ids(hits[1].key))
        return FoundBody(hits[0].start, hits[0].end, "definition", shared)
    return None


_BODY_ENDING = re.compile(
    "(?:省|庁|局|院|署|所|会|団|社|党|軍|隊|班|室|課|部|部門|機構|機関|連合|連盟|同盟|協会|財団|公社|公団|事業団|公庫|銀行|大学|学校|センター|グループ|共同体|理事会|裁判所|政府|議会|委員会|評議会|"
    "フォーラム|コンソーシアム|アライアンス|アカデミー|チーム|タスクフォース|ミッション|WG|法人|組合|学会|基金|病院|図書館|博物館|庁|会社|[A-Za-z]+)$"
)
_CLASS_OF_BODIES = re.compile(
    "(?:政府間|国際|専門|公的|関係|標準化|報道|金融|行政|持株|大手)?(?:機関|機構|組織|団体|会社)"
)


def _names_a_body(definition: Definition, text: str) -> bool:
    if definition.ja is None:
        return True
    name = text[slice(*definition.ja)]
    if re.fullmatch("[ァ-ヴー・]{3,}", name):
        # The reading of an abbreviation: BEAJ(ビージェイ).
        return True
    return bool(_BODY_ENDING.search(name)) and not (_CLASS_OF_BODIES.fullmatch(name) or _MEETING_NAME.search(name))


_MEETING_NAME = re.compile(
    "(?:会合|会談|対話|協議|総会|サミット|首脳会議|大臣会議|閣僚会議|通信会議|条約|協定|氏|事業者|業務|企業)$"
)
_GENERIC_CORE = re.compile("(?:日本|全国|国際|中央|東京|大阪|情報通信|[ァ-ヴー]{1,3}|[A-Za-z]{1,2}|.)")


def _core_name(text: str, body: FoundBody) -> str:
    """Give the name inside a legal form: 株式会社クラウドワークス is クラウドワークス later on."""
    if not body.rule.startswith("legal"):
        return ""
    core = without_legal_form(text[body.start : body.end])
    # A word that the text used before it named the company (インターネット) is no short name of it.
    used_before = text.find(core) < body.start
    return "" if _GENERIC_CORE.fullmatch(core) or used_before else core


def _fits(definition: Definition, long_form: FoundBody | None, text: str) -> bool:
    """「機構」 stands for 国際協力機構, 「割合」 for no body: a short name has the characters of the long one."""
    if definition.kind == "acronym" or long_form is None:
        return True
    short, name = text[slice(*definition.short)], text[long_form.start : long_form.end]
    if re.fullmatch("[ -~]+", short):
        return True
    shared = sum(character in name for character in short)
    return shared * 2 >= len(short) and len(short) <= max(len(name), 12)


_SHORT_NAME = 4


def _are_two(definition: Definition, short: FoundBody | None, long_form: FoundBody | None) -> bool:
    """NTT(電電公社) names two known bodies by short names; a full name in brackets says what the short one is."""
    if definition.ja is None or short is None or long_form is None or definition.ja < definition.short:
        return False
    if definition.ja[1] - definition.ja[0] > _SHORT_NAME:
        return False
    return bool(short.keys and long_form.keys) and not set(short.keys) & set(long_form.keys)


def _aliased(text: str, definitions: Sequence[Definition], chosen: Sequence[FoundBody]) -> list[FoundBody]:
    by_span = {(body.start, body.end): body for body in chosen}
    by_end = {body.end: body for body in chosen}
    aliases = []
    for definition in definitions:
        short = by_span.get(definition.short)
        long_form = by_end.get(definition.ja[1]) if definition.ja else None
        if not _fits(definition, long_form, text) or _are_two(definition, short, long_form):
            continue
        if long_form is not None or (short is not None and short.body):
            body = (long_form.start, long_form.end) if long_form else short.body  # type: ignore[union-attr]
            if body:
                aliases.append(Alias(text[slice(*definition.short)], definition.short[0], body))
                if long_form is not None and not long_form.keys:
                    aliases.append(Alias(text[slice(*body)], body[0], body))
    aliases = [alias for alias in aliases if re.search("[^0-9+& .-]", alias.word)]
    # A name in quotation marks or with its legal form is the same body wherever it stands without them.
    aliases += [
        Alias(text[b.start : b.end], -1, (b.start, b.end)) for b in chosen if b.rule in ("quoted", "about", "owner")
    ]
    aliases += [Alias(core, b.start, (b.start, b.end)) for b in chosen if (core := _core_name(text, b))]
    uses = later_uses(text, aliases)
    return [FoundBody(start, end, "alias", body=body) for start, end, body in uses if (start, end) != body]


# --- anaphora --------------------------------------------------------------------------------------------------


# Words that point to a body even where its name was not recognised: 同社, 同省; 同会議 may be a meeting.
_ALWAYS = frozenset("社 省 庁 党 大学 銀行 軍 機構 協会 財団 研究所".split())


def _anaphors(text: str, chosen: Sequence[FoundBody], lexicon: BodyLexicon) -> list[FoundBody]:
    """同省 is the last body before it whose name ends so; 同会議 without one is no mention."""
    found: list[FoundBody] = []
    position = 0
    for anaphor in find_anaphors(text):
        while position < len(chosen) and chosen[position].end <= anaphor.start:
            position += 1
        antecedent = _antecedent(text, chosen[max(0, position - 200) : position], anaphor.head, lexicon)
        if antecedent is not None:
            found.append(FoundBody(anaphor.start, anaphor.end, "anaphor", body=antecedent))
        elif anaphor.head in _ALWAYS and not anaphor.own:
            found.append(FoundBody(anaphor.start, anaphor.end, "anaphor"))
    return found


def _antecedent(text: str, before: Sequence[FoundBody], head: str, lexicon: BodyLexicon) -> tuple[int, int] | None:
    """Give the place of the last name that ends in the head, or of the part of one: 旭川医科大学 of its 病院."""
    if head == "社":
        return next((_place(b) for b in reversed(before) if _is_company(b, lexicon)), None)
    ending = rules.ANAPHOR_ENDINGS.get(head, head)
    places = [_place(body) for body in reversed(before)]
    if whole := next((place for place in places if text.endswith(ending, *place)), None):
        return whole
    if len(ending) == 1 and ending not in "省庁局":
        return None
    inside = ((start, text.find(ending, start + 2, end)) for start, end in places)
    return next(((start, at + len(ending)) for start, at in inside if at > 0), None)


def _place(body: FoundBody) -> tuple[int, int]:
    return body.body or (body.start, body.end)


_COMPANY_RULES = (
    "legal",
    "company",
    "listed",
    "owner",
    "head:bank",
    "head:press",
    "head:airline",
    "alias",
    "definition",
)
_COMPANY_KINDS = frozenset("corp media bank".split())


def _is_company(body: FoundBody, lexicon: BodyLexicon) -> bool:
    if body.keys:
        return lexicon.kinds.get(body.keys[0]) in _COMPANY_KINDS or lexicon.kinds.get(body.keys[0]) == "pubcorp"
    return body.rule.startswith(
        ("legal", "company", "listed", "owner", "head:bank", "head:press", "alias", "definition")
    )
