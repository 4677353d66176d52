"""`verify` cries wolf over no good run: line ends of every kind, notes whose address is taken out, hidden text."""

from pathlib import Path

import pytest

from tests.conftest import Cli

TEXT = (
    "第1章　概要\n\n　総務省は、日本再活性化のために取り組むべきことを\n令和3年4月に公表した（注1）。次に述べる。\n\n"
    "注1　総務省ホームページ（https://www.soumu.go.jp/menu_news/index.html）参照\n"
    "注2　詳細：https://www.soumu.go.jp/a/b.html（2）による。\n\n2　経緯\n\n　米国と協議した。\n"
)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_good_run_has_no_problems(tmp_path: Path, cli: Cli, ending: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_bytes(TEXT.replace("\n", ending).encode())
    assert cli("run", tmp_path / "in", "--out", tmp_path / "run", "--quiet").returncode == 0
    done = cli("verify", tmp_path / "run")
    assert done.returncode == 0, done.stderr
    assert ", 0 problems" in done.stdout


def test_a_changed_sentence_is_found(tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT, encoding="utf-8")
    assert cli("run", tmp_path / "in", "--out", tmp_path / "run", "--quiet").returncode == 0
    table = tmp_path / "run/tables/sentences.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("米国と協議", "英国と協議"), encoding="utf-8")
    done = cli("verify", tmp_path / "run")
    assert done.returncode == 1
    assert "its pieces do not make its text" in done.stderr
