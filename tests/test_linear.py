"""No pattern backtracks: twice the text takes about twice the work, on what patterns trip over.

Work is counted in processor time of this process, and compared as a ratio, so that a busy machine does not matter.
"""

import time

import pytest

from hakusho.flow import analyse, resources
from hakusho.recognise.dates.grammar import find_dates

UNITS = [
    "1", "年", "平成", "平成2", "一", "十", "第", "(", "（", "「", "日", "日米", "A", "a ", "アメリカ", "アメリカ・", "国際", "国際・", "同", "同国",
    "総務省", "委員会", " ", "　", "\n", "\t", "a\t", "1.", "・", "、", "。", "https://", "図表1-1 ", "1 あ\n", "1 あ\n2 い\n3 う\n", "¹", "〜", "（以下「", "株式会社", "ア",
]  # fmt: skip
LONG = 300_000


def _seconds(text: str) -> float:
    began = time.process_time()
    analyse(text, published="2012-07")
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS)
def test_the_flow_is_linear(unit: str) -> None:
    resources()
    small, large = unit * (10_000 // len(unit)), unit * (80_000 // len(unit))
    _seconds(small[:1000])
    first = max(0.01, min(_seconds(small) for _ in range(2)))
    assert _seconds(large) < 8 * first * 3, "eight times the text took over 24 times as long"


@pytest.mark.parametrize("unit", ["1", "年", "平成", "〇", "12月", "1年2"])
def test_a_long_line_of_signs_of_dates(unit: str) -> None:
    """A pattern that backtracked would take hours here: the test would end at CI's limit."""
    text = unit * (LONG // len(unit))
    find_dates(text, resources().recognisers["DATE"].grammar, 2012)
