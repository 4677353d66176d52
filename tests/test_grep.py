"""Keyword in context: what is found, where it stands, and patterns that would take for ever elsewhere."""

import csv
import io
from pathlib import Path

import pytest

import hakusho
from hakusho.errors import UsageError
from hakusho.runs.grep import HIT_COLUMNS, grep, source_offsets
from tests.conftest import Cli

TEXT = """第1章　国際協力
　総務省は、情報通信に関する国際的な政策課題について、ＩＴＵと協力し、また、米
国とも協議した。
米国は2012年に、英国は2013年に発表した。
=1+1は、式である。
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> hakusho.Run:
    folder = tmp_path_factory.mktemp("grep")
    (folder / "memo.txt").write_text(TEXT, encoding="utf-8")
    return hakusho.run(folder / "memo.txt", folder / "out", jobs=1)


def _found(run: hakusho.Run, *pattern: str, **options: object) -> list[str]:
    return [hit.keyword for hit in grep(run.path, *pattern, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pattern", "options", "wanted"),
    [
        ("米国", {}, ["米国", "米国"]),
        ("itu", {}, ["ＩＴＵ"]),
        ("協力", {}, ["協力"]),
        ("協議する", {}, []),
        ("20..年", {}, []),
        ("20..年", {"regex": True}, ["2012年", "2013年"]),
        (r"\p{Han}国", {"regex": True}, ["米国", "米国", "英国"]),
        ("x*", {"regex": True}, []),
        ("発表", {"label": "COUNTRY", "value": "GBR"}, ["発表"]),
        ("協議", {"label": "COUNTRY", "value": "GBR"}, []),
        ("", {"label": "COUNTRY"}, ["米国", "米国", "英国"]),
        ("", {"value": "2013"}, ["2013年"]),
    ],
)
def test_what_is_found(run: hakusho.Run, pattern: str, options: dict[str, object], wanted: list[str]) -> None:
    assert _found(run, pattern, **options) == wanted


def test_where_it_stands(run: hakusho.Run) -> None:
    for hit in grep(run.path, "米国"):
        assert "".join(TEXT[hit.start : hit.end].split()) == "米国"
        assert hit.section_path == "第1章 国際協力"
    first = run.grep("米国", context=3).iloc[0]
    assert (first["before"], first["after"]) == ("また、", "とも協")
    assert tuple(run.grep("米国").columns) == HIT_COLUMNS
    assert run.grep("無い語").empty


@pytest.mark.parametrize(
    ("pattern", "options", "told"),
    [
        ("", {}, "nothing to look for"),
        ("米", {"label": "PERSON"}, "Known labels: ORG, COUNTRY, DATE"),
        ("(a", {"regex": True}, "missing"),
        (r"(a)\1", {"regex": True}, "RE2"),
        ("a" * 1001, {"regex": True}, "1,000"),
        ("\ud800", {"regex": True}, "RE2"),
    ],
)
def test_what_is_refused(run: hakusho.Run, pattern: str, options: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        grep(run.path, pattern, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+$", "(.*)*b", "(a*)*(a*)*c"])
def test_patterns_that_explode_elsewhere(tmp_path: Path, pattern: str) -> None:
    (tmp_path / "memo.txt").write_text("a" * 5_000 + "！これは長い文である。\n", encoding="utf-8")
    assert _found(hakusho.run(tmp_path / "memo.txt", tmp_path / "out", jobs=1), pattern, regex=True) == []


@pytest.mark.parametrize(
    ("text", "pieces", "canonical", "wanted"),
    [
        ("米国", "0-3", "米\n国", [0, 2]),
        ("the Bank", "0-8", "the\nBank", [0, 1, 2, 3, 4, 5, 6, 7]),
        ("an old", "0-2;5-8", "an\n註\nold", [0, 1, 5, 5, 6, 7]),
        ("a\ufffdb", "1-4", "xa\x00b", [1, 2, 3]),
    ],
)
def test_source_offsets(text: str, pieces: str, canonical: str, wanted: list[int]) -> None:
    assert source_offsets(text, pieces, canonical) == wanted


def test_the_command(run: hakusho.Run, cli: Cli) -> None:
    done = cli("grep", run.path, "itu")
    assert (
        done.stdout
        == "memo  第1章 国際協力  36: 総務省は、情報通信に関する国際的な政策課題について、[ＩＴＵ]と協力し、また、米国とも協議した。\n"
    )
    table = list(csv.DictReader(io.StringIO(cli("grep", run.path, "式", "--csv").stdout)))
    assert [(row["before"], row["keyword"]) for row in table] == [("'=1+1は、", "式")]
    none = cli("grep", run.path, "無い語")
    assert (none.returncode, none.stdout, none.stderr) == (1, "", "")
    wrong = cli("grep", run.path, "(", "--regex")
    assert wrong.returncode == 2
    assert len(wrong.stderr.splitlines()) == 1
