"""Every fragment and rule finds its own example."""

import re

import pytest

from hakusho.files.lexicons import lexicon_names, read_lexicon
from hakusho.flow import analyse, resources
from hakusho.recognise.dates import date_rules, fragment_rules
from hakusho.recognise.dates.grammar import find_dates

FRAGMENTS = {name: value for name, value in vars(fragment_rules).items() if isinstance(value, fragment_rules.Fragment)}


@pytest.mark.parametrize("name", FRAGMENTS)
def test_fragment_matches_its_example(name: str) -> None:
    fragment = FRAGMENTS[name]
    # A group may stand twice in a fragment; the grammar numbers them, here they do not matter.
    pattern = re.sub(r"\(\?P<[a-z_0-9]+>", "(?:", fragment.pattern)
    assert re.fullmatch(pattern, fragment.example)


@pytest.mark.parametrize("rule", date_rules.RULES, ids=lambda rule: rule.name)
def test_rule_finds_its_example(rule: fragment_rules.DateRule) -> None:
    text = re.sub(r"\[|\]", "", rule.example)
    wanted, shift = [], 0
    for match in re.finditer(r"\[([^\[\]]*)\]", rule.example):
        wanted.append((match.start() - shift, match.end() - shift - 2))
        shift += 2
    found = {
        (date.start, date.end): date.rule for date in find_dates(text, resources().recognisers["DATE"].grammar, 2012)
    }
    assert wanted, "an example marks what the rule finds"
    for span in wanted:
        assert found.get(span) == rule.name, (rule.example, found)


@pytest.mark.parametrize("name", lexicon_names())
def test_lexicon_rows_are_whole(name: str) -> None:
    rows = read_lexicon(name)
    assert rows
    assert all(value == value.strip() for row in rows for value in row.values())


@pytest.mark.parametrize("row", read_lexicon("organisation_heads"), ids=lambda row: row["head"])
def test_the_example_of_a_head_is_found_whole(row: dict[str, str]) -> None:
    assert row["example"].endswith(row["head"])
    found = analyse(f"政府は、{row['example']}の報告を公表した。").entities
    assert row["example"] in [entity.mention.surface for entity in found if entity.mention.label == "ORG"]


# Names by themselves: nothing in front makes a class of them.
NAMES_ALONE = {"検察庁", "都議会", "自衛隊", "上院", "下院"}


@pytest.mark.parametrize("row", read_lexicon("organisation_heads"), ids=lambda row: row["head"])
def test_the_counter_example_of_a_head_is_no_name(row: dict[str, str]) -> None:
    counter = row["counter_example"]
    assert counter.endswith(row["head"]) if counter else row["head"] in NAMES_ALONE
    found = analyse(f"政府は、{counter}の報告を公表した。").entities
    assert not [entity.mention.surface for entity in found if entity.mention.label == "ORG"]
