"""Every line rule and numbering scheme fits its own example."""

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
