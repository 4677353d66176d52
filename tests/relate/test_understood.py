"""The publisher's office is understood only of acts of government that nobody else does; places beside dates; rounds."""

import pytest

from hakusho.flow import analyse
from hakusho.records import Event, Source, SourceText


def _events(text: str, publisher: str = "") -> tuple[Event, ...]:
    return tuple(analyse(SourceText(Source("document", publisher=publisher, published="2016"), text)).events)


@pytest.mark.parametrize(
    "text",
    [
        "2015年に、情報通信基盤に関する調査を実施した。",
        "2015年4月に研究会を開催した。",
        "2015年4月から実証実験を開始している。",
        "2015年4月に、セキュリティ人材の育成プログラムを立ち上げた。",
        "2015年4月に「救助隊の連携訓練」を実施した。",
        "2015年4月から5月にかけて、募集を行った。",
        "2015年4月に札幌で説明会を開催した。",
        "2015年度は、実証事業を実施した。",
        "2015年4月に、補助制度を創設し、支援を開始した。",
        "2015年4月に公聴会を開催した。",
    ],
)
def test_the_office_that_publishes_does_what_government_does(text: str) -> None:
    assert [[side.value for side in event.participants] for event in _events(text, "総務省")][-1:] == [["総務省"]]


@pytest.mark.parametrize(
    "text",
    [
        "2015年にNetflixやAmazon Prime Videoが動画配信サービスを日本で開始した。",
        "2015年から民放各社が共同調査を開始した。",
        "2015年4月に配信事業者は実証実験を開始した。",
        "住民も2015年から訓練を実施した。",
        "2015年4月に4K放送が開始された。",
        "2015年4月に調査が実施された。",
        "2015年にテレビ放送を開始した。",
        "2015年にサービスを開始した「まちナビ」は、利用者を増やした。",
        "1963年に放送を開始したテレビアニメが人気を得た。",
        "2015年にオリンピックを開催した。",
        "2015年に旅館向けシステムを導入した。",
    ],
)
def test_the_office_that_publishes_does_not_do_what_others_do(text: str) -> None:
    before = "総務省は、平成20年に調査を行った。\n第２節　動画\n"
    for each, publisher in ((text, "総務省"), (before + text, "")):
        assert [side.value for side in _events(each, publisher)[-1].participants if side.value == "総務省"] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("４月10日に東京、５月８日に大阪で開催した。", ["東京", "大阪"]),
        ("総務省は、説明会を４月10日に東京、５月８日に大阪で開催した。", ["東京", "大阪"]),
        ("説明会を2012年4月に東京、5月に大阪、6月に福岡で開催した。", ["東京", "大阪", "福岡"]),
        ("2012年4月に札幌、5月に仙台においてシンポジウムを開催した。", ["札幌", "仙台"]),
        ("第1回会合は2012年4月に札幌、第2回会合は同年6月に福岡で開催された。", ["札幌", "福岡"]),
        ("説明会は、2012年4月10日に東京で、５月８日に大阪で開催された。", ["東京", "大阪"]),
        ("4月10日に米国、5月8日に英国が協定に署名した。", ["", ""]),
        ("2012年4月10日に総務省、5月8日に環境省が説明会を開催した。", ["", ""]),
    ],
)
def test_places_stand_beside_their_dates(text: str, places: list[str]) -> None:
    assert [event.place or "" for event in _events(text)] == places


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("ウルグアイ・ラウンドは妥結した。NAFTAは1994年１月１日に発効した。", set()),
        ("ウルグアイ・ラウンド交渉は1986年9月に開始された。", set()),
        ("ウルグアイラウンドは1986年9月に開始された。", set()),
        ("カナダ・デーは7月に祝われる。2001年7月に式典が開催された。", set()),
        ("ウルグアイは批准した。協定は1994年１月１日に発効した。", {"URY"}),
        ("フランス・シラク大統領は、2001年7月に日本を訪問した。", {"FRA", "JPN"}),
        ("2000年に米国・クリントン大統領が訪日した。", {"USA", "JPN"}),
    ],
)
def test_a_round_is_no_country(text: str, sides: set[str]) -> None:
    assert [{side.value for side in event.participants} for event in _events(text)] == [sides]
