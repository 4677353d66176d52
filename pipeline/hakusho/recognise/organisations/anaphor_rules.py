"""Words that point back to a body, or by which one calls itself: 同省, 本協会."""

import re
from collections.abc import Iterable, Mapping

ANAPHOR_HEADS = "作業部会 ワーキンググループ タスクフォース 小委員会 審議会 委員会 協議会 調査会 部会 分科会 研究会 検討会 懇談会 懇話会 連絡会議 検討会議 推進会議 戦略会議 連絡会 審査会 評議会 理事会 会議 議会 本部 機構 機関 連合 連盟 協会 会議所 財団 公社 公団 事業団 公庫 銀行 大学院 大学 研究所 センター 裁判所 省 庁 局 院 党 社 軍 署 法人 組合 学会 基金 病院 グループ 共同体 事務局 作業班 総会 WG ミッション コンソーシアム フォーラム アカデミー ネットワーク 会 大 行 部 課 室".split()
# The kinds of heads that 同, 当該, and 本, 当 point back by; the firms' trades do not (同社).
SAME_KINDS = frozenset(
    "council body joint alliance bank univ school hospital lab museum union press local court station unit numbered troupe civic clinic nursery workshop cityoffice armed placeoffice".split()
)
OWN_KINDS = frozenset("body joint alliance bank univ school hospital lab museum union troupe civic clinic".split())
OWN_HEADS = "研究会 検討会 懇談会 懇話会 連絡会 協議会 審議会 委員会 調査会 部会 分科会 作業部会 機構 協会 財団 WG タスクフォース".split()
HERE_HEADS = "省 庁 局 院 社 会 センター 研究所 大学 グループ 法人 連合 連盟".split()


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word)))


def anaphor_patterns(kinds: Mapping[str, str]) -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """Return the patterns of words that point back (同連盟), and of those that a body calls itself by (本協会).

    `kinds` are the heads of names with their kinds.
    """
    same = [word for word, kind in kinds.items() if kind in SAME_KINDS and len(word) > 1]
    own = [word for word, kind in kinds.items() if kind in OWN_KINDS and len(word) > 1]
    return (
        re.compile(rf"(?<![一-龥])(?:同|当該)(?P<head>{_one_of([*ANAPHOR_HEADS, *same])})(?P<own>)"),
        re.compile(rf"(?<![一-龥])(?:[本当](?P<head>{_one_of([*OWN_HEADS, *own])})|当(?P<own>{_one_of(HERE_HEADS)}))"),
    )


# Words that begin like an anaphor: 同社会, 同大会, 同行者, 同部長, 当局者.
NOT_ANAPHOR = re.compile("[会者為課令舎面題内外員]")
# Behind which any word may follow: 同社製品, 同省所管.
PLAIN = frozenset("社省庁")

# What anaphors point to: 同大 to a 大学, 同行 to a bank, 同会 to any 会 that is not a parliament; 同社, 同法人 by kind.
ANAPHOR_ENDINGS = {"大": "大学", "行": "銀行"}
COMPANY_HEAD = "社"
CORPORATION_HEAD = "法人"
# 会 alone is short for an association's name, and not for that of a parliament.
NOT_MEANT = {"会": re.compile("(?:国会|(?<![協審評])議会)\\Z")}
# A body that calls itself 法人, and kinds of known bodies that are: not a ministry, a council or a company.
CORPORATION = re.compile("法人")
CORPORATION_KINDS = frozenset("assoc iaa lab museum ngo pubcorp univ".split())
# One character stands at the end of a name only; 省, 庁 and 局 within one too (厚生省 of 厚生省環境衛生部).
WITHIN_NAMES = "省庁局"
# Words that point to a body even where its name was not recognised: 同社, 同省; 同会議 may be a meeting.
ALWAYS_BODIES = frozenset("社 省 庁 党 大学 銀行 軍 機構 協会 財団 研究所".split())

EDGE = re.compile("[一-龥々ァ-ヴーA-Za-z0-9]")
JOINS = ("及び", "等")
RUNS_ON = re.compile("[一-龥々ァ-ヴー]")
# 同行した is a verb.
BANK, VERB_ENDING = "行", re.compile("[しさすで]")
# 同省内, 同社会長; 同大会議 and 同部会長 have another head.
BEHIND_ONE, WITH_HEADS = re.compile("会長|会議|内"), "大部"

# 同社は takes up what the sentence before is about (は before が); a bracket may stand between a name and its particle.
SENTENCE_ENDS = ("。", "\n")
# Behind the name of the body whose document it is: nothing, an office, what it gives out; no particle and no 御中.
ENDS_LINE_OF_HEAD = re.compile(
    "[ 　]*(?![^\n]*(?:御中|殿|様|宛|各位)[ 　]*(?:\n|\\Z))(?:\n|\\Z|[一-龥ァ-ヴ「『(（A-Za-z0-9])"
)
_BRACKET = "(?:[(（][^()（）\n]{0,60}[)）])?"
TOPICS = tuple(
    re.compile(_BRACKET + particle) for particle in ("(?:に(?:おいて|つい?て)?|で|と|から|として)?は", "[がも]")
)
ABOUT = re.compile("(?:(?:に(?:おいて|つい?て)?|で|と|から)?は|が|も|の)")
# Who only takes part in what a sentence tells is not what it is about: 乙社との合併により成長した。同社は…
PARTNER = re.compile("との|と(?:合併|提携|共同|比|異な)|に比べ")
# Googleマップ: who made a thing is not what the text is about.
PRODUCT_BEHIND = re.compile("[ァ-ヴー]{2,}")
RULES_OF_COMPANIES = (
    "company",
    "listed",
    "kin",
    "owner",
    "head:bank",
    "head:press",
    "weighed:trade",
    "weighed:brand",
    "alias",
    "definition",
)
# The kinds of heads that no company's name ends in; the longest head has so many letters.
NO_COMPANY_KINDS = frozenset(
    "office bureau council body alliance court bench parliament local localpolice school univ hospital station cityoffice placeoffice fieldoffice unit numbered party museum secretariat sub force government".split()
)
LONGEST_HEAD = 10
