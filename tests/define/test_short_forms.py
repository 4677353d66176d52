"""What a bracket says a short form stands for, and what it does not say."""

import pytest

from hakusho.define.latin_names import is_list, is_reading, spelled
from hakusho.flow import analyse

Rows = list[tuple[str, str, str]]


def rows(text: str) -> Rows:
    return [(row.short, row.ja, row.en) for row in analyse(text, labels=frozenset()).segments.acronyms]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The English name first.
        ("市民協働の Our Town Report（OTR）を使う。", [("OTR", "", "Our Town Report")]),
        (
            "Non Exchangeable Token（NET：交換できない証票）がある。",
            [("NET", "交換できない証票", "Non Exchangeable Token")],
        ),
        ("Acme　Golden Square（GS）の図", [("GS", "", "Golden Square")]),
        ("Explainable Model（XM）を研究する。", [("XM", "", "Explainable Model")]),
        ("Open Document Foundation（ODFN）は公表した。", [("ODFN", "", "Open Document Foundation")]),
        # A bracket in a bracket.
        (
            "国家光通信網（National Optical Network（NON））を作る。",
            [("NON", "国家光通信網", "National Optical Network")],
        ),
        (
            "「政府の安全評価制度」（英語名：Information system Safety Program（ISSP））を始めた。",
            [("ISSP", "政府の安全評価制度", "Information system Safety Program")],
        ),
        ("XGQ（eXtended Global Quality（次世代品質））を使う。", [("XGQ", "次世代品質", "eXtended Global Quality")]),
        (
            "API（アプリケーション接続口（Application Programming Interface）の略）とは、窓口である。",
            [("API", "アプリケーション接続口", "Application Programming Interface")],
        ),
        (
            "予約を一つにする仕組み（MaaQ（Mobility as a Quality））を作る。",
            [("MaaQ", "予約を一つにする仕組み", "Mobility as a Quality")],
        ),
        # The short form first, both names in its bracket, the English one before the other; where a firm has its seat.
        (
            "VICQ（Vehicle Information Centre Quality：道路交通品質）",
            [("VICQ", "道路交通品質", "Vehicle Information Centre Quality")],
        ),
        ("JETQ（Japan Entertainment Quality：本社台湾）", []),
        (
            "ICAQ／IANQ（Internet Assigned Numbers Quality）が管理する。",
            [("IANQ", "", "Internet Assigned Numbers Quality")],
        ),
        # The short form beside its name in one bracket.
        ("評価が行われた集団（最大の解析対象集団；FAQ）で見る。", [("FAQ", "最大の解析対象集団", "")]),
        ("異なる周波数を使う（FDQ：周波数分割複信）ことで分ける。", [("FDQ", "周波数分割複信", "")]),
        ("会場（ABC：東京国際会館）で開く。", []),
        # The last of two names, where the one before has more words than letters are left.
        (
            "家庭ネットワーク及び網型電子札（RFIQ：Radio Frequency Identification Quality）",
            [("RFIQ", "網型電子札", "Radio Frequency Identification Quality")],
        ),
        ("研究及び技術開発機構（RTDO）が行う。", [("RTDO", "研究及び技術開発機構", "")]),
        (
            "観光地域づくり法人（DMQ）と、いわゆる網電話（IPQ）",
            [("DMQ", "観光地域づくり法人", ""), ("IPQ", "網電話", "")],
        ),
        # No name stands before the bracket, or another Latin word does.
        ("教材を使うもの（CBT：Computer Based Training）がある。", [("CBT", "", "Computer Based Training")]),
        ("家庭のFTTX CPQ（Consumer Premise Quality）を測る。", [("CPQ", "", "Consumer Premise Quality")]),
        ("SoLT（Social Listening Team）が集める。", [("SoLT", "", "Social Listening Team")]),
        # Names that hold kana, one sign, or two partners.
        ("自動料金支払いシステム（ETC）を使う。", [("ETC", "自動料金支払いシステム", "")]),
        ("人々の生活の質（QoL：Quality of Life）を高める。", [("QoL", "生活の質", "Quality of Life")]),
        ("固定通信と移動通信の融合（FMC）が進む。", [("FMC", "固定通信と移動通信の融合", "")]),
        # A word is stripped whole or not at all.
        ("銀行は現金自動支払機（CD）を置く。", [("CD", "現金自動支払機", "")]),
        ("現国土交通省（MLIT）が所管する。", [("MLIT", "国土交通省", "")]),
        ("現在国連統治作業部会（WGG）で議論する。", [("WGG", "国連統治作業部会", "")]),
        # The mark of a note is no part of the short form.
        ("流体の計算（ＣＦＤ1）を行う。", [("ＣＦＤ", "流体の計算", "")]),
        (
            "高速大容量通信（eMBB）と医療情報化（e-health）",
            [("eMBB", "高速大容量通信", ""), ("e-health", "医療情報化", "")],
        ),
        ("第5世代移動通信システム（5G）を使う。", [("5G", "第5世代移動通信システム", "")]),
        ("国は「安心して使うための能力指標（ABCD）を作る。", [("ABCD", "安心して使うための能力指標", "")]),
        ("不法局を探すための電波監視装置（ABCDEF）を置く。", [("ABCDEF", "電波監視装置", "")]),
        # Quoted titles, and clipped words.
        (
            "「通信財政の運営と改革の基本方針」（骨太の方針）を決めた。",
            [("骨太の方針", "通信財政の運営と改革の基本方針", "")],
        ),
        ("「総合的な通信等関連政策大綱」（政策大綱）を決めた。", [("政策大綱", "総合的な通信等関連政策大綱", "")]),
        # What is said of a body behind its short form, and two things of one short form.
        ("国際通信機構（ITO、ジュネーブ、38か国加盟）は採択した。", [("ITO", "国際通信機構", "")]),
        (
            "Farming Tools for Africa（FTA）が始めた。自由貿易協定（FTA：Free Trade Agreement）を結ぶ。",
            [("FTA", "自由貿易協定", "Free Trade Agreement")],
        ),
        ("パソコン（パーソナルコンピュータ）を買う。", [("パソコン", "パーソナルコンピュータ", "")]),
        (
            "総合網（以下「SGN」（Sogo Government Network）という。）を使う。",
            [("SGN", "総合網", "Sogo Government Network")],
        ),
        # Commas between names of one thing.
        (
            "また、経済連携協定（Economic Partnership Agreement、EPA）を結んだ。",
            [("EPA", "経済連携協定", "Economic Partnership Agreement")],
        ),
        ("国際協力機構（JICA、ジャイカ）が派遣した。", [("JICA", "国際協力機構", "")]),
        ("国内総生産（GDP、実質、季節調整値）が伸びた。", [("GDP", "国内総生産", "")]),
        ("政府開発援助（ODA、円借款を除く）は減った。", [("ODA", "政府開発援助", "")]),
    ],
)
def test_defined(text: str, found: Rows) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "パソコン等の端末（OS、ソフト等）を守る。",
        "静止衛星（N-STAR、インマルサット）を使う。",
        "電子商取引（B2B、B2C）の実施状況",
        "契約者（FTTH,DSL,CATV）の数",
        "IT大手（Amazon Web Services、IBM）が進出した。",
        "電気通信事業者（NTT、KDDIを除く）の数",
        "ニュースを読むアプリ（Gunosy、LINE NEWS、SmartNews等）を使う。",
        "異能（Inno）vationプログラムを行う。",
        "NHK（3チャンネル）とWOWOW（1チャンネル）がある。",
        "J-PHONE（現ソフトバンク）も追随した。",
        "電子マネー「WAON（ワオン）」と「HADO（ハドー）」",
        "平成19年版国民生活白書（P203）による。",
        "基地局（NR基地局）を置く。",
        "国際通信機構（ITO、世界銀行等）で議論した。",
        "国際専用回線の数（KDDI、日本テレコム、C&W IDC、甲社）は増えた。",
        "計15 GHzの帯域（24.25-27.5GHz、37-43.5GHz、47.2-48.2GHz、66-71GHz）を決めた。",
        "第2会議室（2F）で、第3回会合（3F）を開く。",
        "「通信利用の動向に関する調査」（郵送調査）を行った。",
        "「第4期科学技術基本計画」（前期計画）を見直した。",
        "「第4期科学技術基本計画」（本計画）を見直した。",
        "「地域情報化に関する答申」（第一次答申）を受けた。",
        "「地域情報化の基本方針」（政府の方針）を改めた。",
        "議長に西田氏（NHK）が就いた。",
        "別の図（3A）を見る。",
    ],
)
def test_no_definition(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "ja"),
    [
        ("同社は、今年1月に通信網に向けた技術構想（以下「構想」という。）を公表した。", "通信網に向けた技術構想"),
        ("市は、昨年四月に国に対する要望（以下「要望書」という。）を出した。", "国に対する要望"),
        (
            "国は、事業者から計画に係る業務の委託を受けた者（以下「受託者」という。）に通知する。",
            "事業者から計画に係る業務の委託を受けた者",
        ),
        ("「競争研究会」の下「安全作業部会」（以下「安全WG」という。）を置いた。", "安全作業部会"),
        (
            "家庭内のテレビ、冷蔵庫など網に接続できる製品（以下「情報家電」という。）がある。",
            "家庭内のテレビ、冷蔵庫など網に接続できる製品",
        ),
        ("「速やかに取り組むべき事項[提言] 5 （以下「提言」という。）を公表した。", "速やかに取り組むべき事項[提言]"),
        ("住所と氏名を「個人情報」と定義している。", "住所と氏名"),
        ("一つの回答を「方式1」、二つの回答を「方式2」と標記する。", "一つの回答"),
    ],
)
def test_the_phrase(text: str, ja: str) -> None:
    assert rows(text)[0][1] == ja


def test_letters() -> None:
    assert spelled("DFAT", "Department of Foreign Affairs and Trade")
    assert not spelled("ICT", "Machine to Machine")
    assert is_list("IaaS、PaaS、SaaS 等")
    assert not is_list("JICA、以下「機構」という。")
    assert not is_list("IoT、Internet of Things")
    assert not is_list("CTC、現在は子会社")
    assert is_reading("UNICEF", "ユニセフ")
    assert not is_reading("FT", "フランステレコム")
