"""The five questions of docs/editions.md are answered as printed."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.editions.conftest import Made

PAGE = (ROOT / "docs" / "editions.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"\*\*(\d)\. .+?\*\*\n\n```python\n(.+?)```", PAGE, re.DOTALL)
ANSWERS = {
    "1": ["サイバー対話", "人権理事会", "アジア諸国へのICT展開 → ASEAN諸国へのICTプロジェクトの展開"],
    "2": ["identical", "updated", "reworded", "new"],
    "3": ["gone:", "new:", "ベトナム"],
    "4": ["平成25年版 光海底網 rose"],
    "5": ["[-2012-]{+2013+}年度"],
}


def test_there_are_five_of_ten_lines() -> None:
    assert [number for number, _ in QUESTIONS] == list("12345")
    assert all(len([line for line in code.splitlines() if line.strip()]) <= 10 for _, code in QUESTIONS)


@pytest.mark.parametrize(("number", "code"), QUESTIONS)
def test_an_answer(
    copied: Made,
    number: str,
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "years").symlink_to(copied.run)
    terms = copied.run / "tables" / "terms.csv"
    lines = terms.read_text(encoding="utf-8") if terms.exists() else "doc_id,term,kind,pos,parts,region,count\n"
    counts = [("ict_2012", "情報", 500), ("ict_2013", "情報", 500), ("ict_2013", "光海底網", 90)]
    made_up = "".join(f"{doc_id},{term},word,名詞,,body,{count}\n" for doc_id, term, count in counts)
    terms.write_text(lines + made_up, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, f"question {number}", "exec"), {})
    printed = capsys.readouterr().out
    for wanted in ANSWERS[number]:
        assert wanted in printed, printed
