"""Cases of structure: sentences, definitions, levels, votes and labels, each a row or a rule with its example."""

import csv
import re
from pathlib import Path

import pytest

from hakusho.flow import analyse, resources
from hakusho.segment import heading_rules, speech_rules
from hakusho.segment.heading_rules import Heading
from hakusho.segment.levels import levels
from hakusho.segment.line_rules import CAPTIONS
from hakusho.segment.notes import marker_key
from hakusho.segment.notes.references import find_references

CASES = Path(__file__).parents[1] / "cases"


def _rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows("sentences"), ids=lambda row: row["name"])
def test_sentences(row: dict[str, str]) -> None:
    found = [sentence.text for sentence in analyse(row["text"].replace("\\n", "\n")).segments.sentences]
    assert found == [text for text in row["sentences"].split("|") if text]


@pytest.mark.parametrize("row", _rows("definitions"), ids=lambda row: row["name"])
def test_definitions(row: dict[str, str]) -> None:
    found = [(name.short, name.ja, name.en, name.scope) for name in analyse(row["text"]).segments.acronyms]
    assert found == ([(row["short"], row["ja"], row["en"] or "", row["scope"] or "")] if row["short"] else [])


@pytest.mark.parametrize("row", _rows("levels"), ids=lambda row: row["name"])
def test_levels(row: dict[str, str]) -> None:
    """A heading is written as its scheme and value; > says that it directly follows the one before."""
    headings = []
    for index, written in enumerate(row["headings"].split()):
        match = re.fullmatch(r"(?P<scheme>.*?)(?P<value>[0-9]+)(?P<direct>>?)", written)
        assert match
        direct = bool(match["direct"])
        headings.append(
            Heading(
                index, match["scheme"], written, int(match["value"]), "", follows_heading=direct, follows_number=direct
            )
        )
    assert levels(headings) == [int(level) for level in row["levels"].split()]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # A title above the numbers lowers nothing; two parts of that size do.
        ([("plain", 16), ("dai", 10), ("arabic", 10), ("dai", 10)], [1, 1, 2, 1]),
        ([("plain", 16), ("dai", 10), ("plain", 16), ("dai", 10)], [1, 2, 1, 2]),
        ([("plain", 16), ("plain", 12), ("plain", 12)], [1, 2, 2]),
    ],
)
def test_levels_by_print(printed: list[tuple[str, float]], expected: list[int]) -> None:
    headings = [
        Heading(index, scheme, "" if scheme == "plain" else "1", 1, "題", size=size)
        for index, (scheme, size) in enumerate(printed)
    ]
    assert levels(headings) == expected


LABELS = [
    *speech_rules.MARKED_LABELS,
    *speech_rules.PLAIN_LABELS,
    speech_rules.OTHER_LABEL,
    speech_rules.LINE_LABEL,
    speech_rules.BARE_HOLDER,
]


@pytest.mark.parametrize("rule", LABELS, ids=lambda rule: rule.name)
def test_label_rule_fits_its_example_and_not_its_counter_example(rule: speech_rules.LabelRule) -> None:
    folding = resources().folding
    assert rule.pattern.match(rule.example.translate(folding))
    match = rule.pattern.match(rule.counter.translate(folding))
    assert match is None or speech_rules.NO_NAME.search(match.groupdict().get("holder") or "")


def test_every_vote_has_a_weight_and_a_name_of_its_own() -> None:
    names = [vote.name for vote in heading_rules.VOTES]
    assert len(set(names)) == len(names)
    folder = Path(heading_rules.__file__).parent
    source = "".join((folder / name).read_text(encoding="utf-8") for name in ("votes.py", "headings.py"))
    assert [name for name in names if f'"{name}"' not in source and name not in ("given",)] == []


PROSE = "各省庁は、この分野の取組を一層進めるため、関係機関と連携しながら調査を行い、その結果を踏まえて必要な措置を講ずることとしており、今後も引き続き検討を進める予定であるとしている。"


def _paragraphs(text: str) -> str:
    """Return a text whose lines are paragraphs, each {0} a long one."""
    return text.replace("{0}", PROSE) + (PROSE + "\n") * 5


HEADINGS = [
    ("follows", "1　概要\n　本文である。\n2　結論\n　本文である。", ["概要", "結論"]),
    ("sibling", "次の事項を定める。\n(1)　名称\n(2)　期間\n", []),
    ("stop", "1　計画を定める。\n2　計画を公表する。\n", []),
    ("clause", "1　市長は、計画を定め\n2　公表した\n本文である。", []),
    ("standing", "はじめに\n\n　本文である。", ["はじめに"]),
    ("letterhead", "平成20年3月1日\n\n　本文である。", []),
    ("label-and-value", "日時：令和3年2月18日\n　本文である。", []),
    ("row", "区分　　　甲　　　乙\n　本文である。", []),
    ("lead", "1　概要\n\n利用は拡大している\n\n　本文である。", ["概要", "利用は拡大している"]),
    ("marked", "■　概要\n　本文である。\n", ["概要"]),
    ("nothing-behind", "　本文である。\n●担い手の高齢化\n図１　推移\n", []),
    ("tight", "１登録欄\n　本文である。\n２ 名称欄\n　本文である。", ["登録欄", "名称欄"]),
    ("article with its title", "第１条 免責事項について\n\n本会は責任を負わない。\n\n第２条　補償\n\n補償はしない。\n", ["免責事項について", "補償"]),
    ("article with its text", "第４条　定めのない事項は、協議して定める。\n\n第５条　この規約は廃止する。\n", ["", ""]),
    ("lenticular", "附則\nこの規約は、一日から施行する。\n\n【参考】\n\n「警戒区域」について\n\n区域は、県が定める。\n", ["附則", "【参考】", "「警戒区域」について"]),
    ("tables and forms of a by-law", "附則\nこの告示は、一日から施行する。\n\n別表第１（第３条関係）\n費目\t額\n旅費\t30\n\n様式第２号（第４条関係）\n\n申請書\n", ["附則", "別表第１（第３条関係）", "様式第２号（第４条関係）"]),
    ("contacts", "　公募を行う。\n\n【問合せ先】\n\n総務課　電話番号\n", []),
    ("formula", "　本文である。\n市場＝利用率×金額\n　本文である。", []),
    ("wrapped title", "　　農薬の使用に関する\n　　　基準について\n\n　本文である。次に述べる。", ["農薬の使用に関する基準について"]),
    ("glued to a note", "1 概要\n　本文である。\n（注）人口を基に推計2 手続の流れ\n　本文である。\n3 費用\n　本文である。", ["概要", "手続の流れ", "費用"]),
    ("glued to a list", "7　整備\n　本文である。1　格差\n　本文である。\n県…甲県、乙県2　個人の差\n　本文である。", ["整備", "格差", "個人の差"]),
    ("no number glued", "1 概要\n　本文である。\n（注）集積度は18か月で2 倍に向上する\n　本文である。\n2 費用\n　本文である。\n3 手続\n　本文である。", ["概要", "費用", "手続"]),
    ("no number glued to a kind", "1 概要\n　本文である。\n2 費用\n　本文である。\n3 手続\n　本文である。部会の資料2 交通の現状\n", ["概要", "費用", "手続"]),
    ("no number glued to a label", "1 概要\n　本文である。\n2 費用\n　本文である。\n目標2 森林の循環\n　本文である。\n目標3 供給網\n　本文である。", ["概要", "費用", "森林の循環", "供給網"]),
    ("roman in letters", "I　現状\n　本文である。\nII　IT化の課題\n　本文である。", ["現状", "IT化の課題"]),
    ("letter I in a text", "I 県では増えた。\nIV型の計画\n", []),
    ("lead with a mark", "1　開発\n\n－国際的な技術力の強化のために\n\n(1)　体制\n　本文である。", ["開発", "国際的な技術力の強化のために", "体制"]),
    ("lead with a clause", "1　差\n\nパソコンによる地域の格差に対し、電話では差の小さい傾向\n\n　本文である。", ["差", "パソコンによる地域の格差に対し、電話では差の小さい傾向"]),
    ("among notes", "　増えた1。\n\n8　略称は次のとおり。\n9　http://example.jp/a\n10　乙の会\n11　http://example.jp/b\n", []),
    ("runs of notes with few marks", "(1)　普及\n　増えた3。\n\n1　甲の略\n2　乙の勧告\n3　丙調べ\n\n(2)　課題\n　本文である。\n\n4　丁の略\n5　戊の勧告\n6　己調べ\n\n　本文である。", ["普及", "課題"]),
    ("runs without a mark", "1　甲\n　本文である。\n2　乙\n　本文である。\n3　丙\n　本文である。", ["甲", "乙", "丙"]),
    ("title right above 1", "海岸の利用に関するよくある質問\n１．補助の対象\n　本文である。\n２．手続\n　本文である。", ["海岸の利用に関するよくある質問", "補助の対象", "手続"]),
    ("a clause right above 1", "市長は次のことを定める\n１　本文である。\n２　本文である。\n", []),
    ("box in brackets", "第1章　甲\n　本文である。\n＜コラム＞　よみがえる森\n　本文である。", ["甲", "＜コラム＞　よみがえる森"]),
    ("items over bullets", "次の対策を講ずる。\n(ｱ)　下水の整備\n　・処理場\n(ｲ)　排水を規制すること。\n", []),
    ("headings over bullets", "(1)　下水の整備\n　・処理場\n(2)　排水の規制\n　・工場\n　・事業場\n", ["下水の整備", "排水の規制"]),
    ("head of minutes", "部会　議事録\n\n１　日時　平成21年２月17日\n２　場所　会議室\n３　出席者\n（委員）甲野部会長\n４　議事\n\n（甲野部会長）　始めます。\n（乙山委員）　はい。\n（甲野部会長）　終わります。\n", ["部会　議事録"]),
    ("order below its number", "○経済省令第四十二号\n　次の省令を定める。\n　　　容器の再生に関する規則\n目次\n　第一章　総則\n第一章　総則\n第一条　この省令は、容器に適用する。\n別表（第一条関係）\n区分\t額\n", ["容器の再生に関する規則", "目次", "総則", "", "別表（第一条関係）"]),
    ("sender beside a date", "再構築に向けて\n\n令和5年11月\n国土局　交通課\n\n１　現状\n\n　本文である。", ["再構築に向けて", "現状"]),
    ("amending order", "農林省令第三十一号\n次のように定める。\n昭和四十四年六月一日\n農林大臣　甲野　某\n検疫規程の一部を改正する省令\n検疫規程の一部を次のように改正する。\n", ["検疫規程の一部を改正する省令"]),
    ("title over the hour", "熊野地震に係る対応状況について\n平成28年５月６日10時00分現在\n\n１．体制\n○対策本部を設置\n２．職員\n○派遣した。\n", ["熊野地震に係る対応状況について", "体制", "職員"]),
    ("row of figures", "１．体制\n　本文である。\n２．余震\n震度　回数\n６　　　　　３\n", ["体制", "余震"]),
    ("angle brackets", "３　通信\n＜放送＞\n・停波した。\n", ["通信", "＜放送＞"]),
    ("とは", "1. クラウドとは\n■ 定義\n・利用する形態\n2. 事故\n・停止した\n", ["クラウドとは", "定義", "事故"]),
    ("title over a subtitle", "クラウドの安全な利用に向けて\n～知っておくべきこと～\n１　事故\n　本文である。\n", ["クラウドの安全な利用に向けて", "事故"]),
    ("mark of a note behind a title", "（1）売上の状況\n　増えた。\n（1）売上の状況 11\n　減った。\n", ["売上の状況", "売上の状況 11"]),
    ("titles with marks in several parts", "1　甲\n（1）売上\n　増えた。\n2　乙\n（1）売上 11\n　減った。\n（2）利益 12\n　減った。\n3　丙\n（2）利益\n　減った。\n", ["甲", "売上", "乙", "売上 11", "利益 12", "丙", "利益"]),
    ("first section of another chapter", "第１章　総則\n第１節　概況\n　本文である。\n第２章　細則\n第１節　概況 11\n　本文である。\n", ["総則", "概況", "細則", "概況 11"]),
    ("chapter with the mark of a note", "第１章　総則\n　本文である。\n第１章　総則 8\n　本文である。\n（注8）甲調べ\n", ["総則", "総則 8"]),
    ("chapter over a page", "第２章　大気の保全\n　本文である。\n第２章　大気の保全　　57\n　本文である。", ["大気の保全"]),
    ("number over a page", "（2）利益の状況\n　増えた。\n\f（2）利益の状況 12\n　減った。\n", ["利益の状況"]),
    ("number beside a page", "（2）利益の状況\n　増えた。\n- 12 -\n（2）利益の状況 12\n　減った。\n", ["利益の状況"]),
    ("number over pages that rise", "（2）利益\n　増えた。\n（2）利益 12\n　減った。\n（2）利益 14\n　減った。\n（2）利益 16\n　減った。\n", ["利益"]),
    ("contents with pages", "第１章　総則　3\n第２章　細則　12\n第１章　総則\n　本文である。\n第２章　細則\n　本文である。", ["総則", "細則"]),
    ("captions in brackets", "1　甲\n\n（岸壁を養殖の場として活用）\n　本文である。\n\n（里山で木質の燃料を生産）\n　本文である。", ["甲", "（岸壁を養殖の場として活用）", "（里山で木質の燃料を生産）"]),
    ("sources in brackets", "1　甲\n\n（財務省「法人企業統計」より作成）\n　本文である。\n\n（総務省「通信利用動向調査」により作成）\n　本文である。\n\n（内閣府「国民経済計算」）\n　本文である。\n\n（出典：林野庁の業務資料）\n　本文である。\n\n（社団法人甲協会調べ）\n　本文である。", ["甲"]),
    ("case by its label", "1　甲\n　本文である。\n事例：ドイツ連邦政府の新しい製造業の戦略\nドイツでは、戦略を進めている。\n", ["甲", "事例：ドイツ連邦政府の新しい製造業の戦略"]),
    ("chapters of a list of publications", "参考文献\n第1章\nCisco（各年）「Index」\n甲野（2017）「索引」\n第2章\n総務省（2022）「調査」\n乙川（2018）「索引」\n", ["参考文献", "", ""]),
    ("chapter with its title below", "第1章\n大気の保全\n　本文である。\n第2章\n水の保全\n　本文である。", ["大気の保全", "水の保全"]),
    ("an article that goes on over its items", "第一条　届出を行う。\n第二条　大臣は、登録を取り消すことができる。ただし、\n一　虚偽の届出をしたとき。\n第三条　次に掲げる者は、\n一　国の機関\n", ["", "", ""]),
    ("a roll among what is attached", "調査について\n\n　標記について、お願いします。\n\n添付書類\n１　調査票\n２　委員名簿\n", ["調査について"]),
    ("labels in a series", "事業１　道路の整備\n　整備する。\n事業２　橋の整備\n　整備する。\n", ["道路の整備", "橋の整備"]),
    ("labels in wrapped prose", "実施の要領\n\n　申請の日から数えて、\n原則 3 か月以内に行うものとし、この期間を\n原則 4 件について延ばす。市は、\n原則 5 を踏まえ、計画を作る。\n", ["実施の要領"]),
    ("a label alone", "概要\n\n　本文である。\n議案 3 件を可決した。\n議案 5 国民健康保険の\n改正を決めた。\n", ["概要"]),
    ("announced items", "計画\n\n　施策を以下に掲げる。\n①　産業\n②　福祉\n　見通しは次のとおりである。\n①　歳入\n②　歳出\n　本文である。\n", ["計画"]),
    ("ornaments", "たより\n\n　花見を開く。\n\n～～～～～～～～\n\n　費用は無料とする。\n\n～～～～～～～～\n\n　申込みは不要である。\n", ["たより"]),
    ("leads below numbers where lines are paragraphs", _paragraphs("(1)　売上\n●事業者全体の売上高は3兆9,312億円に達し、前年を上回る\n{0}\n(2)　費用\n●事業者全体の費用は、地域別にみるといずれの地域でも前年並みで推移し、前年を大きく上回る地域はみられない\n{0}\n●設備の費用は減少\n{0}\n"), ["売上", "事業者全体の売上高は3兆9,312億円に達し、前年を上回る", "費用", "事業者全体の費用は、地域別にみるといずれの地域でも前年並みで推移し、前年を大きく上回る地域はみられない", "設備の費用は減少"]),
    ("bullets of sentences where lines are paragraphs", _paragraphs("(1)　売上\n{0}\n●売上は増えた。\n●費用は減った。\n{0}\n"), ["売上"]),
    ("an item above a paragraph", _paragraphs("1)　消費者の声による商品の開発支援\n　この種の{0}\n{0}\n2)　声を聞く\n{0}\n"), ["消費者の声による商品の開発支援", "声を聞く"]),
    ("small Roman numbers", "ア　避難の前\n\ni　河川の状況\n　本文である。\nii　住民の行動\n　本文である。\niii　情報の発信\n　本文である。\n", ["避難の前", "河川の状況", "住民の行動", "情報の発信"]),
    ("small Roman numbers with a bracket", "i）外国人への発信\n　本文である。\nii）高齢者への発信\n　本文である。\n", ["外国人への発信", "高齢者への発信"]),
    ("letters that are Roman too", "(g)　庚\n　本文である。\n(h)　辛\n　本文である。\n(i)　壬\n　本文である。\n", ["庚", "辛", "壬"]),
    ("notes between two numbers", "(2)　甲社\n　減らした。\n4　環境に負荷をかけない活動の継続を求める国際規格\n5　熱い所にのみ冷たい風をあてる仕組み\n(3)　乙社\n　減らした。\n", ["甲社", "乙社"]),
    ("a number with the first of its own below", "(1)　甲\n　本文である。\n2　乙\n(1)　丙\n　本文である。\n3　丁\n　本文である。\n", ["甲", "乙", "丙", "丁"]),
    ("the lines of a figure", "1　甲\n　本文である。\n図表1　出荷の推移\n【国内】\n（出典）甲協会「調査」\n【世界】\n（出典）乙協会「調査」\n", ["甲"]),
    ("a caption in pointed brackets", "1　甲\n　本文である。\n〈図表2　基地の構成〉\n　本文である。\n", ["甲"]),
    ("leads that begin with a figure", "(3)　能力\n\n－2年前との比較で着実な向上\n\n　本文である。\n\n(4)　講習\n\n－550万人への講習と指導者の育成\n\n　本文である。\n", ["能力", "2年前との比較で着実な向上", "講習", "550万人への講習と指導者の育成"]),
    ("works among notes", "1　甲\n　増えた。\n\n1　内閣府「平成23年版防災白書」\n2　内閣府「平成24年版防災白書」\n3　内閣府「事例集」\n\n(2)　環境\n　本文である。\n", ["甲", "環境"]),
    ("a plain lead where lines are paragraphs", _paragraphs("(1)　売上\n通信の機器を含む製造業の売上は、昭和の時代から平成の時代に大きく縮小\n{0}\n(2)　費用\n{0}\n"), ["売上", "通信の機器を含む製造業の売上は、昭和の時代から平成の時代に大きく縮小", "費用"]),
    ("no plain lead between publications", _paragraphs("参考文献\n第1章\n甲野（2020）「白書」\n乙山（2020）「第五世代の高度化」第五号、第六号、第七号、第八号、第九号、第十号、第十一号、第十二号\n"), ["参考文献", ""]),
    ("an item of a note between notes", _paragraphs("1　市場\n{0}\n（注1）市場の規模は、次のように推計した\n　1)昭和の年については、産業連関表の一部を資料の定義と範囲とに組替え\n　2)平成の年については、国民経済計算年報の産出額により推計した上で、これを実質化\n　また、産業を除く産業の規模は、年報の産出額を引用。なお、卸売、小売の産出額は、売上額ではなくマージン額\n　3)新しい年に国民経済計算年報が過去に遡って修正されたため、それ以前の値は白書の数字と異なる\n（注2）産業の部門は、資料の定義を参照。\n"), ["市場"]),
    ("a lead that ends in に", "(3)　利用の格差\n\n都市の規模による格差が一層顕著に\n\n　本文である。\n\n(4)　要因\n　本文である。\n", ["利用の格差", "都市の規模による格差が一層顕著に", "要因"]),
    ("a note that points elsewhere", "(1)　整備\n　本文である。\n1　第3章第2節参照\n(2)　分散\n　本文である。\n", ["整備", "分散"]),
    ("headings that point elsewhere in brackets", "(1)　整備(第3章第2節(1)参照)\n　本文である。\n(2)　分散(資料17参照)\n　本文である。\n", ["整備(第3章第2節(1)参照)", "分散(資料17参照)"]),
    ("headings about pointing", "1　用語の参照\n　本文である。\n2　他法令の参照\n　本文である。\n3　参照\n　本文である。\n", ["用語の参照", "他法令の参照", "参照"]),
    ("a head that pages repeat", "1　基盤の整備\n\n(1)　無線\n　本文である。\n1　基盤の整備\n\n(2)　電話\n　本文である。\n2　格差の是正\n\n(1)　鉄塔\n　本文である。\n", ["基盤の整備", "無線", "電話", "格差の是正", "鉄塔"]),
    ("a heading glued behind a stop and spaces", "ア　機関\n　本文である。\nイ　連合\n　会議が開かれ、文書が採択された。  （ア）部門の取組\n　本文である。\n（イ）別の部門の取組\n　本文である。\n", ["機関", "連合", "部門の取組", "別の部門の取組"]),
    ("a lone number above another", "5　標準：企業が集まり、合意により策定されたもの\n2　枠組\n　本文である。\n3　連携\n　本文である。\n", ["枠組", "連携"]),
    ("a lone number above its own numbering", "5　標準\n（1）枠組\n　本文である。\n（2）連携\n　本文である。\n", ["標準", "枠組", "連携"]),
    ("a chapter of several sections", "参考文献\n第1章（第1節～第3節）\n甲野（2017）「索引」\n第2章（第4節）\n総務省（2022）「調査」\n", ["参考文献", "（第1節～第3節）", "（第4節）"]),
    ("a chapter in prose", "概要\n　第3章（第1節）で述べた。\n第3章（第1節）は、次のとおり。\n", ["概要"]),
    ("an agenda above its items", "会議録\n\n議事日程\n　日程第１　一般質問\n　日程第２　議案第41号\n\n○議長（甲野君）　会議を開きます。\n\n日程第１　一般質問\n\n○議長（甲野君）　一般質問を行います。\n\n日程第２　議案第41号\n\n○議長（甲野君）　議題といたします。\n", ["会議録", "一般質問", "議案第41号"]),
    ("a heading that a note runs into", "2　甲\n　本文である。\n8　業界団体の調査を基に、空港と駅と列車を除いた3　乙の取組\n　本文である。\n9　国際機関の会議4　丙の取組\n　本文である。\n", ["甲", "乙の取組", "丙の取組"]),
    ("numbers of notes bear out no heading", "（1）甲\n　本文である。\n9　調査による。\n10　調査による。\n11　中央の政府の間の調整を指す\n（2）乙\n　本文である。\n", ["甲", "乙"]),
    ("a heading glued behind a space", "1　甲\n　本文である。\n図表1　あっせんの処理状況 2　設備の安全性の確保\n　本文である。\n", ["甲", "設備の安全性の確保"]),
    ("no heading glued behind a space", "1　甲\n　本文である。\n図表1　世帯の人数 2　人以上\n　本文である。\n", ["甲"]),
    ("an entry of contents", "（1）売上高  （2）事業者数   2　利用\n（1）加入者数   3　支出\n（1）通信料  （2）放送\n1　市場\n　本文である。\n", ["市場"]),
    ("titles with their sources", "（1）甲\n　本文である。\n【関連データ】\n固定電話の料金\n携帯電話の料金\n出典：総務省「調査」\n（2）乙\n【推進の方策】\n・拠点の整備\n（3）丙\n　本文である。\n【関連データ】\n通信の料金\n出典：総務省「調査」\n", ["甲", "乙", "【推進の方策】", "丙"]),
    ("a list of sources, once", "（1）甲\n　本文である。\n\n【出展】\n\n河川の情報\n\nhttps://example.jp/a\n\n本サイトは上記を改変した。\n", ["甲", "【出展】"]),
    ("forms attached", "附則\nこの告示は、一日から施行する。\n\n別添様式\n結果報告書\n局名　　　年月日\n\n別紙様式2\n申請書\n", ["附則", "別添様式", "別紙様式2"]),
    ("a session above its record", "平成26年第２回\n環境常任委員会会議録\n\n○大谷委員長　開会します。\n○村瀬部長　説明します。\n", ["平成26年第２回環境常任委員会会議録"]),
    ("title below a box's number", "第1章　甲\nコラム１\n地域を支える人々\n　本文である。\n", ["甲", "地域を支える人々"]),
    ("boxes in a list", "第1章　甲\n　本文である。\nコラム１\n図表1　乙\n　本文である。\n", ["甲", ""]),
    ("boxes by other words", "1　甲\n　本文である。\n政策フォーカス　電話の中継\n　本文である。\nコラムCOLUMN　2　競争力\n　本文である。\n2　乙\n　本文である。\n", ["甲", "政策フォーカス　電話の中継", "競争力", "乙"]),
    ("marks of a summary above the text", "第3節　甲\n【現状】\n○　活用が行われている。\n【展望】\n○　実験が進んでいる。\n1　現状\n　本文である。\n2　展望\n　本文である。\n", ["甲", "【現状】", "【展望】", "現状", "展望"]),
    ("a mark that opens items elsewhere", "1　課題\n●　費用は四億円\n－　圧縮機が三割を占める。\n●　需要は小さい。\n●　台数は少ない。\n●　普及が遅れる。\n", ["課題"]),
    ("a title that begins with a year", "1．基盤\n　本文である。\n2．2020年に実現する社会\n　本文である。\n", ["基盤", "2020年に実現する社会"]),
    ("questions with two numbers", "１．制度\nＱ１－１　対象は何ですか。\nＡ　家屋です。\nＱ１－２　期限はいつですか。\nＡ　三月です。\n", ["制度", "対象は何ですか。", "期限はいつですか。"]),
    ("contents", "目次\n第1章　序論\n第2章　本論\n\n第1章　序論\n　本文である。\n第2章　本論\n　本文である。", ["目次", "序論", "本論"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "titles"), HEADINGS, ids=[name for name, *_ in HEADINGS])
def test_headings_by_their_signs(name: str, text: str, titles: list[str]) -> None:
    assert [section.title for section in analyse(text).segments.sections] == titles


NOTES = [
    ("superscript", "公表した¹。\n\n¹ 報道資料による。\n", [("1", "報道資料による。")], ["1"]),
    ("named", "増加した（注１）。\n\n（注１）試算による。\n", [("（注１）", "試算による。")], ["（注１）"]),
    ("star", "測位する*1。\n\n*1　衛星を介する。\n", [("*1", "衛星を介する。")], ["*1"]),
    ("reference mark", "橋の下※は通れる。\n\n※町道を除く。\n", [("※", "町道を除く。")], ["※"]),
    ("half bracket", "指針1)の普及を図る。\n\n1)目安を定めたもの。\n", [("1)", "目安を定めたもの。")], ["1)"]),
    ("bracket", "調査した(1)。\n\n(1) 離島を除く。\n", [("(1)", "離島を除く。")], ["(1)"]),
    ("markdown", "調べた[^1]。\n\n[^1]: 複数回答。\n", [("1", "複数回答。")], ["1"]),
    ("plain", "減額された2。\n\n2　総務省調べによる。\n", [("2", "総務省調べによる。")], ["2"]),
    ("glued heading", "普及した（注1）。\n\n（注1）以下同様（2）地域とデータの活用\n\n　本文である。", [("（注1）", "以下同様")], ["（注1）"]),
    ("under one head", "増えた。\n\n注：1)速報値。\n　　2)推計値。\n", [("注1)", "速報値。"), ("2)", "推計値。")], []),
    ("under a head in brackets", "増えた。\n\n（注）１．速報値。\n　　　２．推計値。\n", [("（注）１", "速報値。"), ("２", "推計値。")], []),
    ("two marks in a colon", "増えた。\n\n注1：速報値。\n　2：推計値。\n", [("注1", "速報値。"), ("2", "推計値。")], []),
    ("on one line", "増えた。\n\n（注１）速報値。（注２）推計値。\n", [("（注１）", "速報値。"), ("（注２）", "推計値。")], []),
    ("a number that is no note's", "増えた。\n\n（注）30年度の値。\n\n2．次の課題\n\n　本文である。\n", [("（注）", "30年度の値。")], []),
    ("square bracket", "制度[1]を変えた。\n\n[1]　分類による。\n", [("[1]", "分類による。")], ["[1]"]),
    ("tortoise-shell bracket", "範囲〔1〕を変えた。\n\n〔1〕　登録による。\n", [("〔1〕", "登録による。")], ["〔1〕"]),
    ("old sign", "価格は、下がった（註一）。\n\n（註一）　前年と比べた。\n", [("（註一）", "前年と比べた。")], ["（註一）"]),
    ("raised mark, plain note", "基金²を造成した。\n\n2　一般社団法人の基金である。\n", [("2", "一般社団法人の基金である。")], ["2"]),
    ("a figure's number", "輸出は、図表1)のとおり増えた。\n\n1)　部品は、増えた。\n", [], []),
    ("a form's number", "申請は、様式1)により行う。\n\n1)　様式は、窓口で配る。\n", [], []),
    ("powers and units", "面積は1,240 km²、流量は3.5×10⁸ m³、式は y = ax² である。\n", [], []),
    ("starred items", "主な意見\n* 予算が足りない。\n* 人が足りない。\n", [], []),
    ("starred notes", "人口*が減った。\n\n* 国勢調査による。\n", [("*", "国勢調査による。")], ["*"]),
    ("a year behind a star", "人口*が減った。\n\n*2022年度は予測値。\n", [("*", "2022年度は予測値。")], ["*"]),
    ("an amount behind a mark", "額※が減った。\n\n※1,200円を除く。\n", [("※", "1,200円を除く。")], ["※"]),
    ("a lead that says its text in full", "1　投資\n\n●昨年の投資 15 は約1兆円\n\n　投資は増えた16。\n\n15　設備に対する額である。\n16　名目の額である。\n", [("15", "設備に対する額である。"), ("16", "名目の額である。")], ["15", "16"]),
    ("a pension behind a number", "額※1が減った。\n\n※1年金を除く。\n", [("※1", "年金を除く。")], ["※1"]),
    ("emphasis and starred items", "窓口での**翻訳**と③*主語の省略*を調べた。\n* 手順を明記する。\n* 用語集を作る。\n", [], []),
    ("emphasis alone on its line", "結果を示す。\n\n**調査の概要**\n\n　本文である。\n", [], []),
    ("numbered materials", "資料1（経過）と資料2を配った。\n\n1　資料1の説明があった。\n2　資料2の質問があった。\n", [], []),
    ("numbered things of one name", "対策1（避難）、対策2（備蓄）を進める。\n\n1　避難路を造る。\n2　三日分を蓄える。\n", [], []),
    ("years of an era", "平成1、2年度に行った。\n\n1　用地を買った。\n2　工事をした。\n", [], []),
    ("items that the text comes back to", "取組は、次のとおりである。\n1)　窓口を設けた。\n2)　研修をした。\nこのうち1)は、続ける。\n", [], []),
    ("a note that is spoken of", "表の（注）に示すとおり、速報である。\n", [], []),
    ("a mark behind a thing", "対象となるもの（注１）を除く。\n\n（注１）　別に定める。\n", [("（注１）", "別に定める。")], ["（注１）"]),
    ("a reference whose note is elsewhere", "普及した（注3）。\n", [], ["（注3）"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "notes", "references"), NOTES, ids=[name for name, *_ in NOTES])
def test_notes_and_their_marks(name: str, text: str, notes: list[tuple[str, str]], references: list[str]) -> None:
    segments = analyse(text).segments
    assert [(note.marker, note.text) for note in segments.footnotes] == notes
    assert [reference.marker for reference in segments.footnote_refs] == references
    by_id = {note.note_id: note for note in segments.footnotes}
    for reference in segments.footnote_refs:
        if notes:
            assert marker_key(by_id[reference.target_id].marker) == marker_key(reference.marker)
        assert text[reference.span.slice]
    assert find_references.__doc__


RUN = "　利用者4は増え、数値5の平均は低く、調査6も行った。\n\n4　利用した者を指す\n5　平均した値を指す\n6　次の調査をいう、以下同じ\n"
TITLES = "　利用者4は増え、数値5の平均は低く、調査6も行った。\n\n4　利用の状況\n5　平均の推移\n6　今後の課題\n"


@pytest.mark.parametrize(("text", "markers"), [(RUN, ["4", "5", "6"]), (TITLES, [])])
def test_a_run_of_numbers_that_the_text_marks_is_one_of_notes(text: str, markers: list[str]) -> None:
    assert [note.marker for note in analyse(text, labels=frozenset()).segments.footnotes] == markers


POINTERS = [
    ("with 参照", "増えた（表２－７参照）。\n\n表２－７　推移\n", [("表２－７参照", "table", "表２－７")]),
    ("list of figures", "多い（図表[1]、[2]）。\n\n図表[1]　甲\n\n図表[2]　乙\n", [("図表[1]", "figure", "図表[1]"), ("図表[2]", "figure", "図表[2]")]),
    ("half brackets", "高い(図表1)、2))。\n\n図表1)　甲\n\n図表2)　乙\n", [("図表1)", "figure", "図表1)"), ("図表2)", "figure", "図表2)")]),
    ("papers of a meeting", "専門委員会（第1回）資料1-1による。参考資料1-6による。資料5参照。", [("資料5参照", "text", "")]),
    ("a heading that sticks", "詳細はホームページ(http://www.example.go.jp/)コラム3　年賀サービス", []),
    ("path of sections", "第1章　甲\n第1節　乙\n　詳しくは、第1章第1節参照。\n", [("第1章第1節参照", "section", "#2")]),
    ("後述", "第2章　甲\n　第2章で後述する。\n", [("第2章", "section", "#1"), ("後述", "text", "")]),
    ("dash of old papers", "第一―一表に示す。\n\n第一―一表　輸送量\n", [("第一―一表", "table", "第一―一表")]),
    ("caption in a frame", "表１をみる。\n\n【表１　施設の数】\n", [("表１", "table", "表１")]),
    ("caption in emphasis", "表１をみる。\n\n**表１　施設の数**\n", [("表１", "table", "表１")]),
    ("でみた", "第3章　甲\n　第3章でみたとおりである。\n", [("第3章", "section", "#1")]),
    ("column", "コラム2-1で紹介する。\n", [("コラム2-1", "section", "")]),
    ("material", "資料２に基づく。\n", [("資料２", "text", "")]),
    ("statute", "電波法第5条及び第3項による。\n", []),
    ("decree", "第2章は、終わった。\n", []),
    ("list of paths", "多い（図表1-6-2、1-6-3）。\n\n図表1-6-3　甲\n", [("図表1-6-2", "figure", ""), ("図表1-6-3", "figure", "図表1-6-3")]),
    ("numbers that are no paths", "多い（図表1-6-2、15）。\n", [("図表1-6-2", "figure", "")]),
    ("path of digits", "第1章　甲\n第2節　乙\n3　丙\n(1)　丁\n　多い（1-2-3(1)参照）。\n", [("1-2-3(1)参照", "section", "#4")]),
    ("the highest of that number", "第1章　甲\n第2節　乙\n1　丙\n(1)　丁\n1)　戊\n(2)　己\n2　庚\n　1-2-2参照。\n", [("1-2-2参照", "section", "#6")]),
    ("materials", "推計は、資料編 1-2-7参照。\n", [("資料編1-2-7参照", "text", "")]),
    ("item of this section", "第1節　甲\n1　乙\n　本節第1項でみた。第1項で述べた。\n", [("本節第1項", "section", "#2"), ("第1項", "section", "#2")]),
    ("item of a law", "第1節　甲\n1　乙\n　同法第2条第1項で述べた。\n", []),
    ("kana item", "第1章　甲\n第1節　乙\n1　丙\n（1）　丁\nア　戊\n　第1章第1節1（1）ア参照。\n", [("第1章第1節1（1）ア参照", "section", "#5")]),
    ("what is counted", "第2節　甲\n　第2節3社で述べた。\n", [("第2節", "section", "#1")]),
    (
        "told before",
        "割合は高い（前述図表2-1-1参照）。略図3もある。\n",
        [("前述", "text", ""), ("図表2-1-1参照", "figure", "")],
    ),
    ("note of a section", "第1章　甲\n　多い（第1章脚注4参照）。\n", [("第1章脚注4参照", "section", "#1")]),
    ("quoted title", "第1章　甲\n　多い（第1章「乙」参照）。\n", [("第1章「乙」参照", "section", "#1")]),
    ("another book", "第1章　甲\n　平成24年版情報通信白書第1章を参照。電波法第1章で述べた。\n", []),
    ("this book", "第1章　甲\n　詳しくは本白書第1章を参照。\n", [("第1章を参照", "section", "#1")]),
    ("title behind", "第1章　甲\n　内容は次のとおり。第1章　甲\n", []),
    ("figure of a section", "第1章　甲\n　（第1章図表1-1参照）\n\n図表1-1　乙\n", [("第1章", "section", "#1"), ("図表1-1参照", "figure", "図表1-1")]),
    ("figure in a heading", "1　通信回数（図表3）\n　多い。\n\n図表3　乙\n", [("図表3", "figure", "図表3")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "pointers"), POINTERS, ids=[name for name, *_ in POINTERS])
def test_pointers_and_their_targets(name: str, text: str, pointers: list[tuple[str, str, str]]) -> None:
    segments = analyse(text).segments
    places = {section.section_id: f"#{order}" for order, section in enumerate(segments.sections, 1)}
    found = [
        (pointer.ref, pointer.target_kind, places.get(pointer.target_id, pointer.target_id))
        for pointer in segments.cross_references
    ]
    assert found == pointers


@pytest.mark.parametrize("mark", ["～～～～", "~~~~~~", "```"])
def test_text_between_ornaments_is_kept(mark: str) -> None:
    text = f"たより\n\n　花見を開く。\n\n{mark}\n\n　費用は無料とする。\n\n{mark}\n\n　申込みは不要である。\n"
    found = [sentence.text for sentence in analyse(text).segments.sentences]
    assert found == ["花見を開く。", "費用は無料とする。", "申込みは不要である。"]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Figure 3 shows that imports fell", False),
        ("Table 2 clearly illustrates the trend", False),
        ("Fig. 1 is taken from the survey", False),
        ("Figure 3 Imports by country", True),
        ("Figure 3: shows of the season", True),
        ("Fig. 1 Isolated regions", True),
        ("図 3 輸入の推移", True),
    ],
)
def test_english_captions(line: str, caption: bool) -> None:
    assert bool(CAPTIONS[0].pattern.match(line)) == caption


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("町長（荒木　正）　お答えします。", True),
        ("町長（荒木　正）：お答えします。", True),
        ("町長（荒木　正）はい、お答えします。", True),
        ("町長（荒木　正）とても良い質問です。", True),
        ("町長（荒木　正）は、施策を説明した。", False),
        ("町長（荒木　正）が、謝辞を述べた。", False),
        ("町長（荒木　正）の説明があった。", False),
        ("町長（荒木　正）から説明があった。", False),
        ("町長（荒木　正）、議長（高梨　聡）が出席した。", False),
    ],
)
def test_a_role_and_holder_begin_a_speech_and_no_sentence(line: str, speaks: bool) -> None:
    assert bool(speech_rules.BARE_HOLDER.pattern.match(line.translate(resources().folding))) == speaks


def test_the_caption_of_a_material_is_a_figure_or_table() -> None:
    figures = analyse("　会議を開いた。\n\n資料１　現状\n資料２　論点\n").segments.figures
    assert [(figure.figure_id, figure.kind) for figure in figures] == [("資料１", "figure"), ("資料２", "figure")]
