"""Who acts in a sentence that names nobody, by the sentences before it; acts that share a date."""

import pytest

from hakusho.flow import analyse
from hakusho.records import Event, Source, SourceText


def _events(text: str) -> tuple[Event, ...]:
    return tuple(analyse(SourceText(Source("document", published="2018-07"), text)).events)


def _sides(event: Event) -> list[str]:
    return [side.value for side in event.participants]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("農林水産省では、2015年に計画を策定した。2016年4月には手引を公表した。", ["農林水産省"]),
        ("環境省では、指針を定めている。また、2016年6月、全国の湖で水質の調査を実施した。", ["環境省"]),
        ("OECDでは、2017年1月から調査を実施している。2018年3月に報告書が公表された。", ["経済協力開発機構"]),
        ("米国では、1996年に通信品位法が成立した。1998年10月には、児童保護法が成立した。", ["USA"]),
        ("総務省では、実験を行っている。2016年6月、経済産業省と共同で指針を策定した。", ["総務省", "経済産業省"]),
        ("総務省では、課題を検討した。2016年5月から「電波の利用に関する研究会」を開催した。", ["総務省"]),
        ("文部科学省の呼びかけにより2005年11月に推進団体が設立された。", ["文部科学省"]),
        ("2016年10月、環境省が取りまとめた生態系の報告書が公表された。", ["環境省"]),
        ("EUでは、2015年5月に欧州委員会が戦略を公表した。", ["欧州委員会"]),
        ("ドイツでは、2014年8月に連邦政府が戦略を閣議決定した。", ["DEU"]),
        ("フィリピンに対しては、2016年6月に操船に関する研修を実施した。", ["JPN", "PHL"]),
        ("2013年7月に署名された日本国及びボツワナ共和国との放送に関する覚書に基づき、協力した。", ["JPN", "BWA"]),
        ("国際海事機関では、基準が議論された。2011年11月の臨時総会では、手続が議論された。", ["国際海事機関"]),
        ("総務省では、指針を制定し、2016年3月には事業者がサービスを開始した。", []),
        ("総務省では、調査を行っている。2016年12月からデジタル放送が開始された。", []),
        ("環境省では、調査を行った。米国では、2016年12月に法律が成立した。", ["USA"]),
        ("総務省では、制度を見直した。2016年5月に第1回情報通信審議会を開催した。", ["情報通信審議会"]),
        ("2016年5月から総務省において「電波の利用に関する研究会」を開催した。", ["総務省"]),
        (
            "総務省では、2016年5月に開催された「電波の利用に関する研究会」において検討した。",
            ["電波の利用に関する研究会"],
        ),
        ("米国では規制が緩い。日EU間の移転は保護法（2017年5月に全面施行）を前提とする。", []),
        ("米国では規制が緩い。通信保護法（2017年5月に全面施行）が前提となる。", ["USA"]),
        ("農林水産省が2016年4月に乙川組合と提携を結んだほか、環境省は6月に指針を公表した。", ["環境省"]),
        ("環境省は、2016年4月に組合と提携を結んだほか、指針を公表した。", ["環境省"]),
        (
            "総務省では、課題を検討した。2016年5月に「電波の利用に関する研究会」が開催された。",
            ["電波の利用に関する研究会"],
        ),
    ],
)
def test_who_is_understood_from_before(text: str, sides: list[str]) -> None:
    assert _sides(_events(text)[-1]) == sides


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("2016年6月に開催された甲野閣僚会合及び乙川首脳会議に出席した。", ["meeting", "meeting"]),
        ("2016年1月には本部が設置され、新たな戦略が公表された。", ["establishment", "announcement"]),
        ("2016年7月に意見等を取りまとめた報告書を公表した。", ["announcement"]),
        ("2016年7月に取りまとめた報告書を公表した。", ["adoption"]),
        ("ブラジルは、2006年6月に、海外で初めて日本方式の放送が採用された国である。", ["adoption"]),
        ("環境省は、2016年10月に「森林保全会議」を立ち上げ、検討を行った。", ["establishment"]),
        ("2016年1月には、外国の大臣が訪日した機会を捉え、総務大臣との面談を実施した。", ["visit"]),
        ("農林水産省が2016年4月に乙川組合と提携を結んだほか、環境省は6月に指針を公表した。", ["announcement"]),
        ("2016年4月から衛星を用いて地域を対象とする放送が開始された。", ["launch"]),
        ("2016年に戦略が策定されたが、諸外国においても戦略が策定されている。", ["adoption"]),
    ],
)
def test_acts_of_one_date(text: str, types: list[str]) -> None:
    assert [event.type for event in _events(text)] == types


def test_the_mark_of_a_note_is_no_word_of_an_act() -> None:
    text = "第１節　動き\n環境省は、2015年10月に計画を公表¹し、指針を示した。\n\n1　環境省のウェブサイト\n"
    assert [event.type for event in _events(text)] == ["announcement"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2013年6月より、21世紀にふさわしい新協定の策定に向けた交渉に入っている。", False),
        ("2013年6月から2030年代まで続く実験を開始した。", True),
        ("2013年6月から2017年3月まで実験を実施した。", True),
    ],
)
def test_a_century_ends_no_range(text: str, ends: bool) -> None:
    assert [event.until >= 0 for event in _events(text)] == [ends]


def test_a_duty_and_a_rule_share_their_date() -> None:
    text = "2016年度から、事業者に努力義務が規定されたほか、命令制度が導入された。"
    assert [event.type for event in _events(text)] == ["launch"]
