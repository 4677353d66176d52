"""What is wrong with a run's editions is one clear line."""

import shutil
from pathlib import Path

import pytest

from hakusho.editions.naming import EditionName, editions_of, oddities, year_of
from hakusho.errors import HakushoError
from tests.conftest import Cli
from tests.editions.conftest import DOCUMENTS, Made, change_documents

ICT = ("ict_2012", "ict_2013")


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"series": dict.fromkeys((document[0] for document in DOCUMENTS), "")}, "names no series. Give the columns series and edition in documents.csv"),
        ({"edition": {"ict_2013": ""}}, "ict_2013 has a series but no edition"),
        ({"edition": {"ict_2013": "第3版"}}, "ict_2013 has edition '第3版', which tells no year"),
        ({"series": {"ict_2013": ""}}, "情報通信白書 has one edition only (平成24年版)"),
        ({"edition": {"ict_2013": "2012"}}, "情報通信白書 has one edition only"),
        ({"series": dict.fromkeys(ICT, "情報白書")}, "no series 情報通信白書. The run has: 双子, 寄せ集め, 情報白書, 水産白書, 警察白書."),
    ],
)  # fmt: skip
def test_one_line_that_says_what_to_do(
    copied: Made, cli: Cli, columns: dict[str, dict[str, str]], message: str
) -> None:
    change_documents(copied.run, **columns)
    result = cli("editions", copied.run, "--out", copied.out, "--series", "情報通信白書")
    assert result.returncode == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (copied.out / "manifest.json").exists()


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"edition": {"ict_2013": "平成28年版"}}, "平成24年版 is compared with 平成28年版; the run has none of the 3 years between them."),
        ({"publisher": {"ict_2012": "総務省", "ict_2013": "郵政省", "suisan_2018": "水産庁"}}, "平成25年版 is published by 郵政省, other editions by 総務省."),
        ({"series": {"odd_1": "水産白書"}}, "suisan_2018 are both 2018, and both have a section 第3節; if they are one document twice, leave one out."),
    ],
)  # fmt: skip
def test_oddities_are_told_and_compared_all_the_same(
    copied: Made, columns: dict[str, dict[str, str]], message: str
) -> None:
    change_documents(copied.run, **columns)
    lines = oddities(copied.run, editions_of(copied.run))
    assert any(message in line for line in lines), lines


def test_an_edition_without_sections_is_compared_by_its_paragraphs(copied: Made, cli: Cli) -> None:
    path = copied.run / "tables" / "sections.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("suisan_2019")), encoding="utf-8")
    result = cli("editions", copied.run, "--out", copied.out, "--series", "水産白書")
    assert result.returncode == 0
    assert "令和元年版 has no sections; its paragraphs are compared without them" in result.stderr
    relations = [row["relation"] for row in copied.rows("paragraph_alignment")]
    assert relations.count("identical") >= 5
    assert {row["relation"] for row in copied.rows("section_alignment")} == {"dropped"}


def test_a_run_without_terms_says_so(copied: Made, cli: Cli) -> None:
    (copied.run / "tables" / "terms.csv").unlink(missing_ok=True)
    result = cli("editions", copied.run, "--out", copied.out, "--series", "双子")
    assert result.returncode == 0
    assert "no table terms; series_terms is empty" in result.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a\tb\n", "line 1: no columns name and same_as"),
        ("name\tsame_as\n水産庁\t宇宙庁\n", "line 2: the run names no organisation '宇宙庁'"),
        ("name\tsame_as\n水産庁\n", "line 2: the run names no organisation ''"),
    ],
)
def test_a_faulty_list_of_merges(made: Made, tmp_path: Path, cli: Cli, content: str, message: str) -> None:
    (tmp_path / "mine.tsv").write_text(content, encoding="utf-8")
    result = cli("editions", made.run, "--out", tmp_path / "out", "--identities", tmp_path / "mine.tsv")
    assert result.returncode == 2
    assert message in result.stderr
    assert cli("editions", made.run, "--out", tmp_path / "out", "--identities", tmp_path / "none.tsv").returncode == 2


def test_a_folder_without_a_run_and_a_damaged_table(copied: Made, tmp_path: Path, cli: Cli) -> None:
    assert "no finished run" in cli("editions", tmp_path / "none", "--out", copied.out).stderr
    (copied.run / "tables" / "blocks.csv").write_text("doc_id,start\nx,1\n", encoding="utf-8")
    result = cli("editions", copied.run, "--out", copied.out)
    assert result.returncode == 1
    assert "no column end" in result.stderr


@pytest.mark.parametrize(
    ("edition", "year"),
    [("2012", 2012), ("平成24年版", 2012), ("令和元年版", 2019), ("昭和六十三年版", 1988), ("Ｈ２４", 2012), ("第3版", None), ("平成", None), ("", None)],
)  # fmt: skip
def test_the_year_of_an_edition(edition: str, year: int | None) -> None:
    assert year_of(edition) == year


def test_chapters_make_one_edition(copied: Made) -> None:
    change_documents(copied.run, series={"twin_1": "水産白書"}, edition={"twin_1": "平成30年"})
    names = editions_of(copied.run, "水産白書")["水産白書"]
    assert names[0] == EditionName("水産白書", "平成30年版", 2018, ("suisan_2018", "twin_1"))
    shutil.rmtree(copied.run / "tables")
    with pytest.raises(HakushoError):
        editions_of(copied.run)
