"""Every line rule and numbering scheme fits its own example."""

import re

import pytest

from hakusho.segment import heading_rules, line_rules, ordinal_rules
from hakusho.segment.lines import numbered

RULES = [
    rule
    for group in (line_rules.PAGE_NUMBERS, line_rules.NAVIGATION, line_rules.CAPTIONS, line_rules.NOTES)
    for rule in group
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_fits_its_example(rule: line_rules.LineRule) -> None:
    from hakusho.flow import resources

    assert rule.pattern.match(rule.example.translate(resources().folding))


@pytest.mark.parametrize("scheme", heading_rules.SCHEMES, ids=lambda scheme: scheme.name)
def test_scheme_reads_its_example(scheme: heading_rules.Scheme) -> None:
    from hakusho.flow import resources

    found = numbered(scheme.example.translate(resources().folding))
    assert found is not None
    assert found[0].partition(" ")[0] == scheme.name
    assert ordinal_rules.ordinal(found[2], found[0])


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("2 つの式がある。", True),
        ("10 行目には名前を書く。", True),
        ("3 回目の会合", True),
        ("1 本目標の達成の状況", False),
        ("2 人目線の設計", False),
        ("1 年目次の見方", False),
        ("1 つがる市の農業", False),
        ("1 つくば市の研究", False),
    ],
)
def test_what_is_counted(line: str, counts: bool) -> None:
    assert bool(re.match(line_rules.COUNTED, line)) is counts
    assert bool(line_rules.PLAIN_NOTE.match(line)) is not counts


@pytest.mark.parametrize(("line", "text"), [("[²]", None), ("[²] 別の注", "別の注"), ("¹ 答申", "答申")])
def test_a_mark_alone_is_no_note(line: str, text: str | None) -> None:
    found = next((match["text"] for rule in line_rules.NOTES if (match := rule.pattern.match(line))), None)
    assert found == text


@pytest.mark.parametrize(("line", "marked"), [("--divert /usr/sbin", False), ("--概況", True), ("―Ａ社の例", True)])
def test_an_option_of_a_command_has_no_mark(line: str, marked: bool) -> None:
    assert bool(heading_rules.MARKED.match(line)) is marked
