"""What a line looks like that is not prose: furniture, navigation, captions, notes, list items.

Patterns read a folded line without its indent, from its start. Each has an example, which the tests run.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineRule:
    """A pattern that tells what kind of line a line is, with one that it fits."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _rule(name: str, pattern: str, example: str) -> LineRule:
    return LineRule(name, re.compile(pattern), example)


def _line(name: str, pattern: str, example: str) -> LineRule:
    """Return a rule that fits at the start of a line only, so that a search tries it once."""
    return _rule(name, rf"\A(?:{pattern})", example)


_GAP = "[ 　]"
_PAGE = r"(?:[0-9]{1,4}|[一二三四五六七八九十百〇]{1,5})"
_CAPTION_NUMBER = r"(?:-?\[?[0-9ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十A-Z](?:[0-9ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ.一二三四五六七八九十]|[-・](?=[0-9ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十]))*\]?\)?)"
CAPTION_ID = rf"(?:(?i:fig(?:ure|[.])|table){_GAP}?[0-9]{{1,2}}(?:[-.][0-9]{{1,2}})*|(?:図表|図|表|グラフ|写真|資料){_GAP}?{_CAPTION_NUMBER}|第{_GAP}?{_CAPTION_NUMBER}{_GAP}?[図表]表?|[0-9ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{{1,2}}(?:-[0-9]{{1,2}}){{1,3}}{_GAP}?[図表]表?(?={_GAP}|$)|(?:図表|図|表)(?={_GAP}))"
# Figure 3 shows that imports fell: behind a number and a space, an English verb begins a sentence, as does a verb with its
# object; a title has none there.
_VERBS = (
    "shows? showed illustrates? illustrated presents? presented depicts? depicted summari[sz]es? summari[sz]ed compares? compared lists? listed gives? gave "
    "indicates? indicated provides? provided describes? described displays? displayed plots? plotted reports? reported demonstrates? demonstrated reveals? revealed "
    "suggests? suggested explains? explained outlines? outlined contains? contained includes? included is are was were has have had can could may might will would "
    "should must does do did also and or in of below above makes? confirms? confirmed highlights? highlighted tells? breaks sets"
).replace(" ", "|")
_NO_VERB = rf"(?!(?<=[0-9] )(?:[a-z]+ly )?(?:{_VERBS})(?![A-Za-z]))"

PAGE_NUMBERS = (
    _line("page-number", rf"[-~・]?{_GAP}*+{_PAGE}{_GAP}*+[-~・]?$", "- 47 -"),
    _line("page-of", r"[0-9]{1,4}/[0-9]{1,4}$", "3/12"),
    _line("page-label", rf"(?:p\.?|P\.?|page|Page|頁){_GAP}*[0-9]{{1,4}}$", "p. 12"),
    _line(
        "head-then-page", rf"第{_GAP}?[0-9ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十]+[部章編]{_GAP}+[0-9]{{1,4}}$", "第Ⅱ部　142"
    ),
    _line(
        "page-then-head",
        rf"[0-9]{{1,4}}{_GAP}{{1,4}}[^ 　「『]*(?:版|平成|令和|昭和)[^。、」』]{{0,20}}白書[^。、」』]{{0,6}}$",
        "85　2022年版　開発協力白書",
    ),
)

# What follows a joint is taken whole, its space included: a space that two parts could take would double the ways.
NAVIGATION = (
    _line(
        "breadcrumb",
        r"(?![<〈《])[^>＞»。]{1,30}+(?:[ 　]?[>＞»](?>[ 　]?[^>＞»。]{1,40}))++$",
        "ホーム > 組織案内 > 国際局",
    ),
    _line("menu", r"[^|｜。]{1,24}+(?:[ 　]?[|｜](?>[ 　]?[^|｜。]{1,40}))++$", "本文へ｜English｜印刷用ページ"),
    _line(
        "page-link",
        "(?:[↑▲△]?(?:この)?(?:ページ|頁|画面)の?(?:先頭|トップ|上部|一番上)(?:へ|に)?(?:戻る|移動|もどる)?|トップ(?:ページ)?へ(?:戻る)?"
        "|(?:前|次|元)の?(?:ページ|頁|画面)(?:へ|に)?(?:戻る|進む)?|戻る|目次へ(?:戻る)?|サイトマップ|本文へ(?:移動|スキップ)?"
        "|メニューへ|閉じる|印刷(?:する)?|English|ENGLISH|お問い?合わ?せ先?|リンク集?|ホーム|HOME|トップページ)$",
        "ページトップへ戻る",
    ),
    _line(
        "link",
        r".{2,60}(?:は|の詳細は|について(?:は)?)こちら(?:[(]?(?:PDF|Excel|外部サイト|別ウィンドウ).{0,24})?$",
        "運用ポリシーはこちらPDF",
    ),
    _line("picture-without-words", r"!\[[^\]]{0,80}\]\([^()]{1,200}\)$", "![](img/fig1.png)"),
    _line("updated", r"(?:最終)?更新日?[ 　]*[:：].{4,24}$", "最終更新日：令和5年4月3日"),
    _line("copyright", r"(?:Copyright|©|\(C\)|All Rights).{0,80}$", "Copyright(C) 総務省"),
)

CAPTIONS = (
    _line(
        "numbered",
        # 【図表１　…】 and **表１　…** are captions in a frame.
        # **図表１** … has the number alone in it.
        # ■第1-1-1図／…: a sign before it, a stroke behind its number.
        rf"(?:[■□◆◇●▼▽▲△▶►>]{_GAP}?(?={CAPTION_ID}[/ 　|]))?(?:(?P<bold>\*\*)(?={CAPTION_ID}[:：.]?\*\*)|(?P<frame>\*\*|[【〔〈《<]))?(?P<id>{CAPTION_ID})"
        rf"(?(bold)[:：.]?\*\*[:：]?{_GAP}*|(?:[:：/|]{_GAP}*|{_GAP}+|(?(frame)(?=\*\*|[】〕〉》>])|$)|(?<=[)\]])|(?=[「【(])))"
        rf"{_NO_VERB}(?P<title>(?(frame)[^。*】〕〉》>]*|[^。]*))(?(frame)(?:\*\*|[】〕〉》>]))$",
        "図表 5-7-1-1 世界各国の動向",
    ),
    _line(
        "picture",
        r"(?:[\[【](?:写真|画像|図|表|イラスト|テスト)[0-9]{0,2}[\]】]|(?:写真キャプション|写真説明|画像|写真)[:：])(?P<title>.+)$",
        "［画像］会場となる施設",
    ),
    _line(
        "source",
        r"(?:[(\[]?(?:出典|出所|資料出所|資料|備考|提供|データ出典)[)\]][:：]?[ 　]*|(?:出典|出所|資料出所|資料|備考|提供|データ出典)(?:[:：][ 　]*|[ 　]+(?!\S+[ 　]{2,}\S)))(?P<title>\S.*)$",
        "（出典）総務省「労働力調査」",
    ),
    _line("unit", r"\(?単位[ 　]*[:： 　][ 　]*(?P<title>[^。]{1,20}?)\)?$", "（単位：百万円）"),
    _line(
        "made-from",
        r"(?P<title>[^。]{2,80}(?:により|から|より|を基に|をもとに|を加工して)(?:、?[^。、]{1,12})?作成(?:[(].*[)])?)。?$",
        "世界銀行資料により作成",
    ),
)

# The number of a note in its mark, which is not that of a year or an amount: ＊2022年度は.
_OF_MARK = "[0-9]{1,3}(?![0-9]|[.,][0-9]|[年月](?![金額]))"

NOTES = (
    _rule("markdown", r"(?P<marker>\[\^[^\]]{1,8}\]):[ 　]*(?P<text>.*)$", "[^1]: 中間答申"),
    _rule(
        "superscript",
        r"(?P<marker>[⁽(\[]?[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}[⁾)\]]?+|[ⁱᵛˣˡᶜ]{1,8})[ 　]?(?P<text>.+)$",
        "¹ 情報通信審議会からの中間答申",
    ),
    _rule(
        "mark",
        rf"(?P<marker>(?:[※†‡]|\*(?!\*))(?:[ 　]?{_OF_MARK})?\)?)[ 　]*(?P<text>.+)$",
        "※1 https://www.mext.go.jp/",
    ),
    _rule(
        "note",
        r"(?P<marker>[(\[〔]?(?:[注註]釈?|脚[注註])[ 　]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})?[)\]〕]?)(?:[:：][ 　]*|[ 　]+|(?<=[)\]〕])|(?<=[0-9]))(?P<text>(?![。、，．｡､)）])\S.*)$",
        "（注1）合意の英文は",
    ),
)
# What may open a note, wherever it stands.
NOTE_OPENINGS = re.compile(
    rf"(?:\[\^[^\]]{{1,8}}\]:|[¹²³⁴⁵⁶⁷⁸⁹⁰]{{1,3}}|[※*†‡](?:[ 　]?{_OF_MARK})?\)?|[(\[〔]?(?:[注註]釈?|脚[注註])[ 　]?[0-9一二三四五六七八九十]{{0,3}}(?:[)\]〕]|[:：]|[ 　]))[ 　]*"
)
# A row of a Markdown table.
PIPE_ROW = re.compile(r"\|.*\|$")
# What is counted is no number of a heading or note, although a space stands between: 2 つの式, 10 行目には.
# 1 本目標の達成 and 1 つがる市 are titles.
COUNTED = (
    "[0-9]{1,3}[ 　](?:つ(?=[のはがをにで、]|以上|以下|ないし|ずつ)(?!がる)"
    "|(?:行|番|回|つ|人|日|年|か月|件|頁|ページ|桁|段|枚|本|個|社|か国)目(?![的標次線録立]))"
)
# A plain number opens a footnote as well as a heading; the document decides (see notes.py).
PLAIN_NOTE = re.compile(rf"(?!{COUNTED})(?P<marker>[0-9]{{1,3}})(?P<gap>[ 　]+|(?=https?:))(?P<text>\S.*)$")

# (1), 1), [1] and 〔1〕 open a note where the text refers to it so; the document decides.
BRACKETED_NOTE = re.compile(r"(?P<marker>\(?[0-9]{1,2}\)|\[[0-9]{1,2}\]|〔[0-9]{1,2}〕)[ 　]*(?P<text>\S.*)$")

LIST_ITEM = re.compile(
    r"(?:[\uf020-\uf0ff・･●○◯■□◆◇▪▫‣►➢✓★☆]|-(?=[ 　①-⑳])|[*](?= )|[-]{1,2}(?= ))[ 　]*(?P<text>\S.*)$"
)
ADDRESS_LINE = re.compile(r"[<(]?(?:https?|ftp)://\S+[>)]?$")


class Ending:
    """A pattern of how a line ends, looked for where its last character is one of `last`, in the `longest` last ones."""

    def __init__(self, pattern: str, last: str, longest: int = 64) -> None:
        self._pattern = re.compile(pattern)
        self._last = re.compile(last)
        self._longest = longest

    def search(self, text: str) -> "re.Match[str] | None":
        """Return the match at the end of a text; None where it ends otherwise."""
        if not self._last.match(text, len(text) - 1):
            return None
        return self._pattern.search(text, max(0, len(text) - self._longest))


# A full stop of either kind; folding makes ． a point, which ends a sentence after Japanese.
ENDS_SENTENCE = Ending(
    r"(?:[。．｡！？!?\ufe12]|(?<=[ぁ-んァ-ヴ一-龥)])\.)(?:[」』）)\]】〉》\"']|[¹²³⁴⁵⁶⁷⁸⁹⁰⁽⁾]|[0-9]{1,3}(?=$)|[(（【〔][^()（）【】〔〕]{1,12}[)）】〕])*$",
    "[。．｡！？!?\ufe12.」』）)\\]】〉》\"'¹²³⁴⁵⁶⁷⁸⁹⁰⁽⁾0-9〕\n]",
)
ADDRESS = re.compile(r"(?:https?|ftp)://[!-;=?-Z\\^-~]+")

_TORN_DATE = re.compile("(?:明治|大正|昭和|平成|令和|年)[0-9元一二三四五六七八九十]{0,3}$|[0-9]{4}$")
_REST_OF_DATE = re.compile("[0-9元一二三四五六七八九十]{0,3}[年月日](?![間前後])")


def tears_date(above: str, below: str) -> bool:
    """Return whether a line's end cuts a date in two; such lines are one however short they are.

    >>> tears_date("震災は平成23", "年3月11日に発生し"), tears_date("通商白書2021", "第1章")
    (True, False)
    """
    return bool(_TORN_DATE.search(above) and _REST_OF_DATE.match(below))
