"""Events, participants and names of the passages in `participants.tsv`; the figures are measured ones less a margin."""

import pytest
from tests.bench.participants import cases, gold, read, shared

from hakusho.flow import analyse


@pytest.mark.parametrize(("part", "least"), [("open", 0.95), ("aside", 0.90)])
def test_participants_of_the_passages(part: str, least: float) -> None:
    both = said = right = 0
    for case in cases(part):
        found = {row[:2]: row for row in read(case)}
        for one in gold(case):
            sides = found.get(one[:2], (*one[:2], (), ""))[2]
            both, said, right = both + shared(one[2], sides), said + len(sides), right + len(one[2])
    assert 2 * both / (said + right) >= least


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("総務省は、2018年4月、5万円の協力費を支払う普及促進事業を開始した。", "普及促進事業"),
        ("環境法は2018年4月に成立し、同年5月に公布された。", "環境法"),
        (
            "総務省は、2016年3月に、電波法の一部を改正する法律案を国会に提出した。",
            "電波法の一部を改正する法律案",
        ),
        ("2011年7月にIGF Japanが設立された。", "IGF Japan"),
        ("「環境基本指針」（2018年4月閣議決定）に基づき、準備が進められている。", "「環境基本指針」"),
        ("2018年10月、インドのモディ首相が来日した。", ""),
    ],
)
def test_a_name_is_whole(text: str, name: str) -> None:
    assert analyse(text, published="2019").events[-1].name == name
