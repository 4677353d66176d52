"""Names that only a dictionary has: whole words, and no part of longer ones."""

import pytest
from tests.marked import strip_marks

from hakusho.flow import analyse

CASES = """
[名古屋トヨペット|ORG|名古屋トヨペット]と[三菱ふそう|ORG|三菱ふそう]が協賛した。
委託先は[アイシン・エイ・ダブリュ|ORG|アイシン・エイ・ダブリュ]及び[コマツ物流|ORG|コマツ物流]である。
路線名は第一東海自動車道である。
会場はオリンピックの跡地のフェニックスである。
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_names_of_the_dictionary(line: str) -> None:
    text, gold = strip_marks(line)
    entities = analyse(text, frozenset({"ORG"})).entities
    found = [(e.mention.span.start, e.mention.span.end, e.value) for e in entities]
    assert found == [(mark.start, mark.end, mark.value) for mark in gold]
