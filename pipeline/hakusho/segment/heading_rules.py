"""The numbering schemes of Japanese documents, and the words that head a part without a number.

Patterns read a folded line without its indent. Each scheme has an example, which the tests run.
"""

import re
from dataclasses import dataclass

# Articles that were deleted together: 第五条及び第六条　削除, 第七条から第九条まで　削除.
_ARTICLES = "(?:(?:及び|、|から)第[0-9一二三四五六七八九十百千]{1,7}条(?:の[0-9一二三四五六七八九十]{1,3})*(?:まで)?(?=[ 　]*削除))?"
_DIGITS = "[0-9]{1,3}"
_KANJI = "[一二三四五六七八九十]{1,3}"
_COUNT = rf"(?:{_DIGITS}|{_KANJI}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])"
# What a plan or report numbers by its own name: 基本目標２, 施策１-２, 論点３.
_LABELS = (
    "(?:基本|重点|主要|個別|共通|関連|先導|検討|達成|行動|成果|政策|戦略|施策|横断)?(?:目標|施策|方針|方向性?|戦略|政策|課題|事業|分野|プロジェクト|取組|取り組み|対策|事項|原則|視点|項目)"
    "|(?:施策|取組|対策|政策)の(?:基本)?(?:方向|柱|目標|体系)|(?:基本|重点)(?:的な?)?(?:方向|視点)|柱|論点|提言|勧告|議題|議案|案件|報告|テーマ|ステップ|ケース|フェーズ|アクション|ミッション|ビジョン|設問|質問|原則|意見|指摘|措置"
    "|STEP|Step|CASE|Case|Chapter|CHAPTER|Part|PART|Section|Lesson|Phase|Topic|Theme|Point|POINT"
)
_KANA = "[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン]"
_GAP = "[ 　]"
# 12 か国 counts, 12 国際協力 is numbered.
COUNTER = (
    "(?:[ 億万千百兆%％箇]|[かカヶ][国月所年]|[年月日時]間|"
    "[年月日時分秒人名件回社個円度位番倍割点頁歳](?=[にのはがをでも、。,以前後頃末中 0-9(（]|$))"
)
# 課題 2 について, 議案 3 は: a sentence that goes on behind a label and its number.
_GOES_ON = "(?:を|[はがのにでとも][、一-龥ァ-ヴ]|に(?:ついて|おいて|より|よる|かかる)|では|には|とは|として|とする|から|まで|及び|並びに|又は|以[上下内外前後])"

TITLE, PLAIN, ARTICLE, LABEL = "title", "plain", "article", "label"
# A head in brackets or with a mark that is no rank of its own: 【ポイント】 above 1.
BESIDE = "beside"
# What is added to the name of a scheme that comes again inside itself.
INNER = "/inner"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading before it has its place in the tree. `index` is its line, `last` the last one where it has several.

    `scheme` names its numbering, `level` a format's own rank; `follows_heading` tells that no text stands between it
    and the heading before, `follows_number` none between it and the numbered heading before; `found_by` names the scheme and the
    votes that held. `size` is that of its type in points, where a reader knows it; what
    is `framed` stands in a box of its own, whose end is that of its section.
    """

    index: int
    scheme: str
    number: str
    value: int | None
    title: str
    level: int = 0
    last: int = -1
    number_at: int = -1
    follows_heading: bool = False
    follows_number: bool = False
    found_by: str = ""
    size: float = 0.0
    framed: bool = False

    @property
    def unnumbered(self) -> bool:
        return self.scheme in (TITLE, PLAIN, BESIDE)


@dataclass(frozen=True, slots=True)
class Vote:
    """A sign that a line is a heading (positive) or is not one (negative), with its weight."""

    name: str
    weight: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to number. `pattern` has the groups `number` (as printed) and `value`; the title follows.

    `rank` orders the schemes whose order the language fixes (a 部 holds 章), 0 for those it does not.
    `listed` tells schemes that number the items of a list at least as often as headings.
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    rank: int = 0
    listed: bool = False


def _scheme(name: str, pattern: str, example: str, rank: int = 0, listed: bool = False) -> Scheme:
    return Scheme(name, re.compile(pattern), example, rank, listed)


# 第二章三節 counts on; 第2節三位一体の改革 does not.
_COUNTED = "[一二三四五六七八九十]{1,3}(?:[部編章節款目条項号、.．,，)）　 ]|$)"


def _chapter(kanji: str, rank: int) -> Scheme:
    # 第２章; also ２章 with a space behind.
    number = rf"(?:第{_GAP}?|(?={_DIGITS}{kanji}{_GAP}+[^0-9])(?=.[章節編]|..[章節編]))(?P<value>{_COUNT}){_GAP}?{kanji}(?:の[0-9一二三四五六七八九十]{{1,3}})?"
    pattern = (
        rf"(?P<number>{number})(?:{_GAP}+|[:：]|$|(?=「)|(?=\([^()]*\)$)|(?=[^はがをにのでと、。0-9(])(?!{_COUNTED}))"
    )
    return _scheme(kanji, pattern, f"第2{kanji}　国際協力の推進", rank)


SCHEMES = (
    *(_chapter(kanji, rank) for rank, kanji in enumerate("部編章節款目", 1)),
    _scheme(
        "article",
        rf"(?P<number>第(?P<value>[0-9一二三四五六七八九十百千]{{1,7}})条(?:の[0-9一二三四五六七八九十]{{1,3}})*{_ARTICLES})(?:[ 　]*$|[ 　]?(?=\()|[ 　]+)",
        "第三条（定義）",
        rank=7,
    ),
    _scheme(
        "question",
        rf"(?P<number>(?:問|Q)(?:[0-9]{{1,2}}-){{0,2}}(?P<value>{_DIGITS}))(?!-[0-9])[.．:：]?{_GAP}*",
        "問３　届出の期限はいつですか。",
    ),
    _scheme(
        "agenda",
        rf"(?:[△▲▽▼◇◆◎○〇]{_GAP}?)?(?P<number>日程第{_GAP}?(?P<value>{_COUNT}))(?:{_GAP}+|$)",
        "日程第２　一般質問",
    ),
    _scheme(
        LABEL,
        rf"(?P<number>(?P<label>{_LABELS}){_GAP}?\(?(?P<over>(?:[0-9]{{1,2}}[.-]){{0,2}})(?P<value>[0-9]{{1,2}}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①-⑳])\)?)(?:{_GAP}+(?!{COUNTER}|{_GOES_ON})|[.:：]{_GAP}*(?![0-9])|(?=[「『【])|$)",
        "基本目標２　安心して暮らせるまち",
    ),
    _scheme("dai", rf"(?P<number>第{_GAP}?(?P<value>{_COUNT}))(?:{_GAP}+|$)", "第２　事案の概要"),
    _scheme("roman", rf"(?P<number>(?P<value>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])){_GAP}*[.、]?{_GAP}*(?=[^-0-9])", "Ⅱ　国際協力"),
    _scheme(
        "roman",
        rf"(?P<number>(?P<value>(?:I{{1,3}}|I?V|VI{{1,3}}|I?X|XI{{1,2}})(?![A-Z])))(?:(?<=[IVX]{{2}}){_GAP}+|　+|[.．]{_GAP}*)(?=[^ ])",
        "II　国際協力",
    ),
    _scheme(
        "dotted-3",
        rf"(?P<number>{_DIGITS}[.-]{_DIGITS}[.-](?P<value>{_DIGITS}))(?:{_GAP}+|(?=[^0-9.%-]))",
        "1-2-3　国際協力",
    ),
    _scheme(
        "dotted-2",
        rf"(?P<number>{_DIGITS}[.-](?P<value>{_DIGITS}))(?:{_GAP}+|[.．]{_GAP}*(?=[^-0-9.%]))",
        "3-1　平成30年7月豪雨",
    ),
    _scheme(
        "arabic",
        rf"(?P<number>(?P<value>{_DIGITS}))(?:[.、．]{_GAP}*(?:(?![0-9])|(?=(?:19|20)[0-9]{{2}}年))|　{_GAP}*| +(?!{COUNTER})|$)",
        "1 国際協力",
    ),
    _scheme("kanji", rf"(?P<number>(?P<value>{_KANJI}))(?:[.、．]{_GAP}*|{_GAP}+)", "一、日米関係"),
    _scheme("paren-arabic", rf"(?P<number>\((?P<value>{_DIGITS})\)){_GAP}*", "(1) 国際協力"),
    _scheme("paren-kanji", rf"(?P<number>\((?P<value>{_KANJI})\)){_GAP}*", "（一）総理大臣の訪米"),
    _scheme("paren-kana", rf"(?P<number>\((?P<value>{_KANA})\)){_GAP}*", "(ア) 国際協力"),
    _scheme("paren-roman", rf"(?P<number>\((?P<value>[ivx]{{1,4}})\)){_GAP}*", "(ii)超高速ネットワーク"),
    _scheme("paren-alpha", rf"(?P<number>\((?P<value>[A-Za-z])\)){_GAP}*", "(a) 国際協力"),
    _scheme("half-paren-arabic", rf"(?P<number>(?P<value>{_DIGITS})\)){_GAP}*", "1)申請の電子化"),
    _scheme("half-paren-roman", rf"(?P<number>(?P<value>[ivx]{{1,4}})\)){_GAP}*", "ii)申請"),
    _scheme("half-paren-kana", rf"(?P<number>(?P<value>{_KANA})\)){_GAP}*", "ア)申請"),
    _scheme("half-paren-alpha", rf"(?P<number>(?P<value>[A-Za-z])\)){_GAP}*", "a)申請"),
    _scheme(
        "circled", rf"(?P<number>(?P<value>[①-⑳⑴-⒇㉑-㉟㊱-㊿㈠-㈩㊀-㊉])){_GAP}*", "① インフラの海外展開", listed=True
    ),
    _scheme("bracketed", rf"(?P<number>\[(?P<value>{_DIGITS})\]){_GAP}*", "[1] 国際協力", listed=True),
    _scheme("kana", rf"(?P<number>(?P<value>{_KANA}))(?:{_GAP}+|[.、])", "ア 国際協力"),
    _scheme("small-roman", r"(?P<number>(?P<value>[ivx]{1,4}))(?:　+| +(?=[^ -~]))", "ii　国際協力"),
    _scheme("alpha", rf"(?P<number>(?P<value>[A-Za-z]))(?:　+|(?: +|[.．]{_GAP}*)(?=[^ -~]))", "A　NGNの概要"),
)

# Titles that stand without a number, alone or with a number of their own kind (別紙1, コラム 3).
# 別紙1　…, コラム2: …; the tables and forms of by-laws are titles as a whole: 別表第１（第３条関係）, 様式第２号.
NAMED = re.compile(
    rf"(?:(?P<number>(?P<word>別紙|別添|別表|別記|付録|附録|付表|付注|参考資料|参考|附属資料|付属資料|巻末資料|資料|補論|補足|(?P<boxed>コラム(?:{_GAP}?(?:COLUMN|Column))?|Column|COLUMN|BOX|Box|トピックス?|TOPICS?|Topics?|(?:政策)?フォーカス|FOCUS|Focus|特集|事例))"
    rf"{_GAP}?(?:{_COUNT}(?:-{_DIGITS})?|[①-⑳]|[A-Z](?![A-Za-z]))?)(?:{_GAP}+|[:：]|$)"
    rf"|(?:(?:別表|別記|別記様式|様式){_GAP}?第{_GAP}?{_COUNT}号?(?:の{_COUNT})?)(?:{_GAP}+|(?=[(（])|$)"
    rf"|別表(?=[(（]第[^()（）]{{1,20}}[)）]$)"
    rf"|(?:別添|別紙|別記|参考)様式{_GAP}?(?:第?{_COUNT}号?)?$"
    rf"|[<〈《](?P<box>コラム|トピックス?|特集|事例){_GAP}?(?:{_COUNT})?[>〉》]{_GAP}*(?=\S))(?P<title>.*)"
)
# １　日時　平成21年２月17日: what the head of minutes or of a notice says, under a number.
LABEL_AND_VALUE = re.compile(
    "[一-龥]{0,4}(?:日[ 　]?時|期[ 　]?日|場[ 　]?所|会[ 　]?場|時[ 　]?間|方法|形式)(?:[:：][ 　]*|[ 　]+)\\S"
)
# Words that head a part, alone on their line; print may set their letters apart (む　す　び).
_STANDING_WORDS = (
    "はじめに 始めに 初めに おわりに 終わりに 終りに はしがき まえがき あとがき 前書き 後書き まとめ むすび 結び むすびにかえて むすびに代えて "
    "結びにかえて 結びに代えて おわりにかえて おわりに代えて おわりにあたって おわりに当たって はじめにあたって 序 序章 終章 序文 序言 序説 序論 緒言 緒論 結語 結言 "
    "前文 凡例 例言 目次 刊行に当たって 刊行にあたって 発刊に当たって 発刊にあたって 刊行のことば 発刊のことば 巻頭言 謝辞 要旨 要約 概要 参考文献 引用文献 用語解説 用語集 資料編 参考資料編 資料集 "
    "主文 理由 事実 事実及び理由 当事者の表示 事実の要領 審議経過 審議の経過 審議の経緯 検討経過 検討の経過 検討経緯 検討の経緯 開催経過"
).split()
# (The roll of a body's members ends its report.)
STANDING = re.compile(
    f"(?:{'|'.join('[ 　]*'.join(word) for word in _STANDING_WORDS)}"
    "|[附付][ 　]*則(?:[ 　]*[(（][^()（）]{4,60}[)）])?(?:[ 　]*抄)?"
    "|[^。、]{0,40}(?:委員|構成員|会員|部会員)[ 　]?(?:名簿|一覧))$"
)
# The title of an article that was deleted.
DELETED = "削除"
# Those that open a part where they stand right below its number, rather than the document.
OPENS_PART = re.compile(
    "(?:は[ 　]*じ[ 　]*め[ 　]*に|[始初]めに|ま[ 　]*え[ 　]*が[ 　]*き|前書き|要[ 　]*旨|要[ 　]*約|概[ 　]*要|序[説論]?|緒[言論])$"
)
CONTENTS = re.compile("目[ 　]*次$")
CAPTION_OF_ARTICLE = re.compile(r"\([^()]{1,60}\)$")
# The title of an article without brackets: 第１条　免責事項, 第２条 クレジットの表示について. A clause begins the text instead.
ARTICLE_TITLE = "[^はをが。、，．(（\r\n]{1,30}?(?:について|に関して|[一-龥々ァ-ヴーA-Za-z0-9])"
TITLE_OF_ARTICLE = re.compile(f"(?:{ARTICLE_TITLE})$")
UNIT_LINE = re.compile(r"[(（]?単位")
RULED = re.compile("[-=＝~～〜━─―ー◇◆〇○・*＊ 　…‐]{4,}$")
# Votes for and against a heading; the sum decides. A new sign is a row here, a line in votes.py and two cases.
VOTES = (
    Vote("given", 20, "the format says so: <h2>, ##"),
    Vote("chapter", 8, "a number whose rank the language fixes: 第2章"),
    Vote("article", 8, "第三条 with its caption or text"),
    Vote("question", 12, "問３ with its question"),
    Vote("standing", 8, "a word that heads a part: はじめに, 主文, 附則"),
    Vote("title", 8, "the document's printed title"),
    Vote("named", 4, "別紙1, コラム2 with a title"),
    Vote("numbering", 3, "a number with a title"),
    Vote("plain", 0, "a line without a number"),
    Vote("bare-number", 0, "a number alone on its line"),
    Vote("bracketed", 2, "a line in 【】"),
    Vote("marked", 3, "■ or ◆ before a title"),
    Vote("follows", 2, "its number goes on with one that stood before, or is gone on with"),
    Vote("among-bare-numbers", 9, "stands among numbers that are alone on their lines"),
    Vote("isolated", 1, "blank lines above and below"),
    Vote("set-off", 1, "what stands above has ended"),
    Vote("prose-behind", 2, "prose follows"),
    Vote("heading-behind", 1, "a numbering begins after it"),
    Vote("centred", 1, "set in by four characters or more"),
    Vote("lead", 5, "a line alone between a numbered heading and its text"),
    Vote("part-title", 2, "a line alone above the first number of a part"),
    Vote("stop", -7, "ends as a sentence does"),
    Vote("clause", -5, "holds a clause and its comma"),
    Vote("unfinished", -5, "ends in a particle or comma"),
    Vote("predicate", -2, "ends in a verb or adjective"),
    Vote("sibling", -6, "no text between it and the number before or after: a list"),
    Vote("empty", -6, "no text below it, and what stands above and below counts on without it: 5 between (2) and (3)"),
    Vote("lone-number", -3, "a number beyond 1 with no other beside it, and neither text nor a numbering below"),
    Vote("again-below", -12, "an item of the agenda in a list, which comes again where it is dealt with"),
    Vote("row", -5, "holds columns"),
    Vote("entries", -9, "holds another number with its title: a line of contents"),
    Vote("opens-sentence", -3, "begins with a word and comma that open a sentence"),
    Vote("letterhead", -9, "date, addressee, 記 and the like"),
    Vote("sender", -5, "a body beside a date or addressee"),
    Vote("label-and-value", -5, "日時：令和3年2月18日"),
    Vote("formula", -5, "an equation"),
    Vote("speaker", -20, "a speaker's turn"),
    Vote("in-minutes", -4, "an unnumbered line, or an item of the agenda, where speakers take turns"),
    Vote("bracket", -4, "in brackets as a whole"),
    Vote("captions-in-brackets", 5, "one of several lines in brackets with prose below"),
    Vote("announced", -4, "what stands above announces a list: 次のとおりである。"),
    Vote("announced-items", -2, "announced, and with a number that lists use: ①"),
    Vote("among-alike", 4, "its equals before and after are headings"),
    Vote("nothing-behind", -3, "no text follows"),
    Vote("beside-short-line", -2, "another short line is next to it"),
    Vote("torn", -5, "the line below goes on with it"),
)
WEIGHT = {vote.name: vote.weight for vote in VOTES}
ENOUGH = 3

KANA_SCHEMES = frozenset(("kana", "paren-kana", "half-paren-kana"))
LISTED = frozenset(scheme.name for scheme in SCHEMES if scheme.listed)
RANK = {scheme.name: scheme.rank for scheme in SCHEMES if scheme.rank}
# Numberings that do not begin anew in every part.
COUNTS_THROUGH = frozenset((*RANK, "question", "agenda"))
STANDING_SCHEME, NAMED_SCHEME, BOX_SCHEME, ROUND_SCHEME = "standing", "named", "box", "round"
LENTICULAR_SCHEME = "lenticular"
# What begins anew at the top, and what stands in the text as a box of its own numbering.
# Numbers that are letters as well, and what they are where the letter before stands in the text: (h), (i).
LETTERS = {"small-roman": "alpha", "half-paren-roman": "half-paren-alpha", "paren-roman": "paren-alpha"}
RESETTING = frozenset((STANDING_SCHEME, NAMED_SCHEME))
BOXES = frozenset((BOX_SCHEME,))
TOPMOST = RESETTING | {TITLE}
# Which numbering is above which where the document itself does not show it.
LAW = {
    name: place
    for place, name in enumerate(
        "部 編 章 節 款 目 article agenda label dai roman question kanji dotted-1 arabic dotted-2 dotted-3 paren-kanji paren-arabic "
        "half-paren-arabic kana half-paren-kana paren-kana circled bracketed alpha half-paren-alpha paren-alpha small-roman half-paren-roman paren-roman".split()
    )
}
LAW_OF_MARKS = 50

MARKED = re.compile(
    r"(?P<mark>[○◯●◎■□◆◇▼▲★☆❖▶▷]|[△▽](?![ 　]?[0-9.,])|(?!--[a-z])[-―─]{1,2}(?=[^ 0-9-]|[0-9]+[^0-9.,%-](?=.{6}).*[ぁ-ん]))[ 　]?(?P<title>.+)"
)
# （岸壁を養殖の場として活用）: a line in round brackets that heads the text below, where several do.
ROUND = re.compile(r"\((?P<title>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
# Two of seven characters make a series; （原告の主張） alone does not. Shorter ones may belong to it.
LONG_ROUND, SHORTEST_ROUND = 7, 4
# （財務省「法人企業統計」より作成）, （出典：…）, （総務省「通信利用動向調査」）: a source of the table or figure above, which heads nothing.
SOURCE = re.compile(
    r"\((?:(?:資料|出典|出所|典拠|引用|参考)(?:元|文献)?[ 　]?[:：]"
    r"|.*(?:より|から|による|により|に基づ[きく]|を(?:もと|基|元)に)[^ぁ-ん]{0,8}(?:作成|算出|推計|引用|抜粋|加工|転載|集計|編集)[^ぁ-ん]{0,4}\)$"
    r"|.*(?:調べ|による|より)\)$|.*[一-龥ァ-ヴーA-Za-z]「[^「」]*」[^ぁ-ん]{0,16}\)$)"
)
# 〔…と呼ぶ者あり〕: what a record says of those who speak; folded, its bracket is [.
SAID = "〔"
LENTICULAR = re.compile(
    r"(?P<number>)(?P<title>【[^】]{1,40}】|\[(?=.*[ぁ-んァ-ヴ一-龥])[^\[\]]{1,40}\]|[<〈《](?=.*[ぁ-んァ-ヴ一-龥])[^<>〈〉《》]{1,40}[>〉》])$"
)

# １登録区分欄: a number without its space; not one that counts (10人).
TIGHT = re.compile(r"(?P<number>(?P<value>[0-9]{1,2}))(?=[一-龥ァ-ヴー])(?P<title>[^ 　。、]{2,30})$")
TIGHT_COUNTERS = re.compile(
    "[0-9]{1,2}(?:[年月日時分秒人名件回本国社か個ヶカ点割倍億万千百兆円度位番歳頁階章節条項号部]|世紀|周年)"
)
