"""Other ministries' pages: how they number, what stands between, and what heads nothing."""

import pytest

from hakusho.flow import analyse

BOOK = """第2章　地球儀を俯瞰する外交

第1節　アジア・大洋州

1　朝鮮半島

(1) 北朝鮮（拉致問題を含む）

北朝鮮は、2016年1月に4回目の核実験を実施した1。国連安全保障理事会（安
保理）は、3月2日、決議第2270号を全会一致で採択した。

ア 日朝関係

（ア）2014年5月の合意
　北朝鮮側は、調査を約束した。しかし、
調査結果は示されていない。

（イ）我が国の対応
①　独自措置の実施
②　関係国との連携

■ コラム　世界が広がる日本語教育

　「先生、ありがとう。」と言われると、うれしい（本人談）。

1　詳細は、第3章第1節2(3)を参照。
"""
LETTER = """総基政第 123 号
平成２８年４月１日

各地方総合通信局長　殿

総務省総合通信基盤局長

電波法関係審査基準の一部改正について（通達）

　標記について、下記のとおり改正することとしたので通知する。

記

１　改正の趣旨
　電波法第７条の規定に基づく審査の基準を改める。
２　改正の内容
（１）第２条第３項中「三年」を「五年」に改める。
（２）次の各号に掲げる場合は、この限りでない。
　一　災害時における通信を確保する場合
　二　前号に準ずる場合
３　施行期日
　この通達は、平成２８年５月１日から施行する。
"""


@pytest.mark.parametrize(
    ("text", "sections", "sentence"),
    [
        (
            BOOK,
            [
                (1, "第2章", "地球儀を俯瞰する外交"),
                (2, "第1節", "アジア・大洋州"),
                (3, "1", "朝鮮半島"),
                (4, "(1)", "北朝鮮（拉致問題を含む）"),
                (5, "ア", "日朝関係"),
                (6, "（ア）", "2014年5月の合意"),
                (6, "（イ）", "我が国の対応"),
                (7, "", "コラム　世界が広がる日本語教育"),
            ],
            "国連安全保障理事会（安保理）は、3月2日、決議第2270号を全会一致で採択した。",
        ),
        (
            LETTER,
            [
                (1, "", "電波法関係審査基準の一部改正について（通達）"),
                (1, "１", "改正の趣旨"),
                (1, "２", "改正の内容"),
                (1, "３", "施行期日"),
            ],
            "この通達は、平成２８年５月１日から施行する。",
        ),
    ],
    ids=["book", "letter"],
)
def test_sections_and_sentences(text: str, sections: list[tuple[int, str, str]], sentence: str) -> None:
    segments = analyse(text).segments
    assert [(section.level, section.number, section.title) for section in segments.sections] == sections
    assert sentence in [found.text for found in segments.sentences]
