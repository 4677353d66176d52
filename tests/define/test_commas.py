"""Whether a noun phrase goes on before a comma, by what stands on both sides of it and behind its bracket."""

import pytest

from hakusho.define.noun_phrases import phrase_start
from hakusho.flow import analyse, resources
from hakusho.text.views import View

NAMED = "(以下「X」という。)"


def begin(before: str, phrase: str, behind: str, *, named: bool = False) -> str:
    """Return the phrase that is found to end where `phrase` does."""
    text = before + phrase + behind
    words = resources().words(View(text), [((0, len(text)),)])
    end = len(before + phrase)
    return text[phrase_start(text, end, words, named=named) : end]


@pytest.mark.parametrize(
    ("before", "phrase", "behind"),
    [
        # Verbs in turn before one noun.
        ("本件は、", "被告が製造、販売した加湿器", NAMED + "の欠陥による。"),
        ("市は、", "住民が企画し、実施する事業", NAMED + "を助ける。"),
        ("組合は、記録を集め、", "住民が出した意見", NAMED + "を公表する。"),
        ("図を添え、", "設定した規格", NAMED + "を示す。"),
        ("カメラを積んでおり、", "撮影した写真", NAMED + "は保存される。"),
        # What the sentence is about, at its head, is told as a whole.
        ("", "県が店を訪れて状況を確認し、基準を満たす店を認証する制度", NAMED + "については、別に示す。"),
        ("", "第三条の規定により、知事が置いた標識", NAMED + "は、移せない。"),
        ("我が国において、", "この業界に属する事業者", NAMED + "は、多い。"),
        ("指令は古いが、範囲を広げ、", "受け手が時を決めるサービス", NAMED + "については、別に定める。"),
        ("前条の場合において、", "許可を受けた者", NAMED + "は、届け出る。"),
        ("法律の改正に伴い、", "新たに置かれた部署", NAMED + "は、三つある。"),
        ("", "海面が白く表示され、映像が識別できなくなる現象", NAMED + "が生じていた。"),
        ("市が計画を定め、", "住民が選んだ委員", NAMED + "が見直す。"),
        # A clause before a noun, of whatever verb.
        ("", "区域内に居住する、住居を共にする二人以上の世帯", NAMED + "とする。"),
        ("条件に応じて、", "家庭に対する通信環境", NAMED + "の整備を支援する。"),
        ("利用の促進を図るべく、", "電気通信事業法", NAMED + "を改めた。"),
        # Lists: of the phrase, of the sentence.
        ("会社は、", "管理者の選任、発航の可否、連絡体制等を定めた規程", NAMED + "を届け出る。"),
        ("条例は、市、", "所有者又は管理者", NAMED + "、市民及び事業者の責務を定める。"),
        ("点検には、職員が行う「日常点検」、", "地震、台風等の後に行う点検", NAMED + "がある。"),
        ("課題として、法人の機能の強化、", "宿泊税等の安定的な財源", NAMED + "の確保を掲げる。"),
        # What a verb that stands for a particle, a place in a law or a quality cannot have.
        ("利益を維持しつつ", "海外展開による規模", NAMED + "を広げる。"),
        ("試料について", "別表に掲げる管理", NAMED + "を行う。"),
        ("収益を元に", "積極的な設備投資", NAMED + "を進める。"),
        ("官民で", "様々な取組", NAMED + "を行う。"),
        ("", "情報を再利用可能な形式", NAMED + "で出す。"),
        ("居宅に", "妻である乙川花子", NAMED + "と住む。"),
        ("書面は、", "開示の際に秘密である旨が示されたもの", NAMED + "をいう。"),
        ("最近活発なのが", "事業者を中心とした投資会社", NAMED + "である。"),
        ("家屋が", "各号に該当する状態", NAMED + "にあると認める。"),
    ],
)
def test_phrase_holds_what_depends_on_its_head(before: str, phrase: str, behind: str) -> None:
    assert begin(before, phrase, behind) == phrase


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("", "利用者が加わることによって、他の利用者の効用も増える効果"),
        ("", "データを五つに分け、検証を繰り返す方法"),
        ("指令は範囲を広げ、", "受け手が時を決めるサービス"),
        ("備える必要があり、", "管理された通信網"),
        ("この仮定を「甲」といい、", "この仮定を前提とした関数"),
        ("このように、", "運用の体制を整備する活動"),
    ],
)
def test_verb_of_calling_has_no_clause_of_its_own(before: str, phrase: str) -> None:
    assert begin(before, phrase, "を「X」という。", named=True) == phrase


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # How it is spoken, and how it was written.
        (
            "公共交通の確保に関する法律案、以下、確保法案と申し上げますが、これを出す。",
            ("確保法案", "公共交通の確保に関する法律案"),
        ),
        ("金利の差により流出する資金（以下「短資」とよぶ）が増えた。", ("短資", "金利の差により流出する資金")),
        ("装置を転用した計算機（以下では単にGPU機と記す）を備える。", ("GPU機", "装置を転用した計算機")),
        (
            "カタログ\t一つの目的に対するデータの集合体のことをカタログと呼ぶ。",
            ("カタログ", "一つの目的に対するデータの集合体"),
        ),
    ],
)
def test_verbs_of_calling(text: str, found: tuple[str, str]) -> None:
    assert [(row.short, row.ja) for row in analyse(text, labels=frozenset()).segments.acronyms] == [found]
