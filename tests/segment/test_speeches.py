"""Who speaks, from the first word to the last, in minutes, talks and press conferences of many layouts.

`tests/cases/speeches.txt` has a text after each `=== name`, then, after `---`, a line for each speech: speaker, role,
party, how it begins and how it ends.
"""

import re
from pathlib import Path

import pytest

from hakusho.flow import analyse
from hakusho.segment import speech_rules

CASES = Path(__file__).parents[1] / "cases/speeches.txt"


def _cases() -> list[tuple[str, str, list[list[str]]]]:
    found = []
    for part in re.split("^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, rest = part.split("\n", 1)
        text, gold = (
            rest.split("---\n", 1) if rest.startswith("---") else re.split("^---\n", rest, maxsplit=1, flags=re.M)
        )
        found.append((name, text, [line.split("|") for line in gold.splitlines() if line]))
    return found


@pytest.mark.parametrize(("name", "text", "gold"), _cases(), ids=[name for name, *_ in _cases()])
def test_speeches(name: str, text: str, gold: list[list[str]]) -> None:
    speeches = analyse(text, labels=frozenset()).segments.speeches
    assert [[s.speaker, s.role, s.party] for s in speeches] == [row[:3] for row in gold]
    for speech, (*_, first, last) in zip(speeches, gold, strict=True):
        said = text[speech.span.slice]
        assert said.startswith(first)
        assert said.endswith(last)


@pytest.mark.parametrize("rule", [label for _, label in speech_rules.TALKS], ids=lambda rule: rule.name)
def test_label_of_a_talk(rule: speech_rules.LabelRule) -> None:
    assert rule.pattern.match(rule.example.replace("（", "(").replace("）", ")"))
    assert not rule.pattern.match(rule.counter.replace("（", "(").replace("）", ")"))


@pytest.mark.parametrize(
    "text",
    [
        "記者会見の案内\n\n（問）内容は何ですか。\n（答）計画です。\n",
        "甲野　昨日は雨でした。\n乙山　晴れでした。\n甲野　そうです。\n乙山　はい。\n",
        "対談の開催\n\n日時　三日です。\n会場　公民館です。\n定員　十人です。\n費用　無料です。\n",
    ],
)
def test_few_labels_or_no_head_are_no_talk(text: str) -> None:
    assert not analyse(text, labels=frozenset()).segments.speeches
