"""The gold of what was composed holds together: offsets, lines, marks and cells are those of the texts."""

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.marked import read_cases

ROOT = Path(__file__).parents[1]
STYLES = [ROOT / "corpus" / folder for folder in ("styles", "styles/aside", "houses", "houses/aside")]
COMPOSED = ROOT / "tests/cases_composed"
STEMS = [
    f"{stem}{aside}"
    for stem in (
        "dates_countries",
        "organisations",
        "dates_suites",
        "countries_suites",
        "countries_decades",
        "dates_forms",
    )
    for aside in ("", "_aside")
]
# A value of the guidelines: a year, month, day, quarter, half or season, of a calendar or fiscal year, or before Christ.
DATE_VALUE = re.compile(r"\?|BC\d+|\d{3}X|\d\dXX|(FY)?\d{4}(-(0[1-9]|1[0-2])(-\d\d)?|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?")


def test_gold_of_defining_documents_stands_in_their_texts() -> None:
    for folder in (COMPOSED / "definitions_documents", COMPOSED / "definitions_documents/aside"):
        with (folder / "acronyms.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                text = bare((folder / f"raw/{row['doc_id']}.txt").read_text(encoding="utf-8"))
                assert all(bare(row[part]) in text for part in ("short", "ja", "en", "scope")), row


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def stands_in(part: str, text: str) -> bool:
    """Return whether a part stands in a text, be it wrapped between the cells of other columns."""
    rest = iter(text)
    return all(sign in rest for sign in bare(part))


def gold(folder: Path, name: str) -> Iterator[tuple[dict[str, str], str]]:
    """Each row of a table of gold with the text of its document."""
    with (folder / f"gold/{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row, (folder / f"raw/{row['doc_id']}.txt").read_text(encoding="utf-8")


def line_of(row: dict[str, str], text: str, count: int = 1) -> str:
    first = int(row["line"]) - 1
    return "\n".join(text.split("\n")[first : first + count])


@pytest.mark.parametrize("folder", STYLES, ids=["styles", "styles aside", "houses", "houses aside"])
def test_offsets_of_sentences_and_speeches(folder: Path) -> None:
    for row, text in gold(folder, "sentences"):
        assert bare(text[int(row["start"]) : int(row["end"])]) == bare(row["text"]), row
    for row, text in gold(folder, "speeches"):
        start, end = int(row["start"]), int(row["end"])
        assert text[start:end] == text[start:end].strip(), row
        label = text[max(0, start - 40) : start]
        assert all(row[part] in bare(label) for part in ("speaker", "role", "party")), row


@pytest.mark.parametrize("folder", STYLES, ids=["styles", "styles aside", "houses", "houses aside"])
def test_lines_of_headings_captions_and_pointers(folder: Path) -> None:
    for row, text in gold(folder, "sections"):
        lines = line_of(row, text, 2)
        assert row["number"] in lines, row
        assert bare(row["title"]) in bare(lines), row
    for name, column in (("figures", "figure_id"), ("cross_references", "ref")):
        for row, text in gold(folder, name):
            assert row[column] in line_of(row, text), row
    for row, text in gold(folder, "footnote_refs"):
        behind = line_of(row, text).partition(row["context"])[2]
        assert unicodedata.normalize("NFKC", behind.removeprefix("[^")).startswith(
            unicodedata.normalize("NFKC", row["marker"])
        ), row


@pytest.mark.parametrize("folder", STYLES, ids=["styles", "styles aside", "houses", "houses aside"])
def test_names_and_notes_stand_in_their_texts(folder: Path) -> None:
    for name, columns in (("acronyms", ("short", "ja", "en")), ("footnotes", ("text", "urls"))):
        for row, text in gold(folder, name):
            assert all(bare(row[column]) in bare(text) for column in columns), row


@pytest.mark.parametrize("stem", [*STEMS, "kinds"])
def test_marks_of_cases(stem: str) -> None:
    cases = read_cases(stem, COMPOSED)
    assert len({case.name for case in cases}) == len(cases) >= 30
    for case in cases:
        assert not re.search(r"[\[\]|]", case.text), f"a broken mark in {case.name}"
        for mark in case.gold:
            assert mark.label != "DATE" or DATE_VALUE.fullmatch(mark.value), case.name
            assert mark.label != "COUNTRY" or re.fullmatch(r"[A-Z]{3}", mark.value), case.name
            assert mark.value, case.name


@pytest.mark.parametrize("name", ["tables", "tables_aside", "tables_more", "tables_more_aside"])
def test_cells_of_tables(name: str) -> None:
    for case in json.loads((COMPOSED / f"{name}.json").read_text(encoding="utf-8")):
        for row, column, text, number, unit in case["cells"]:
            assert stands_in(text, case["text"]), (case["name"], text)
            assert all(stands_in(part, case["text"]) for part in f"{row} / {column}".split(" / ")), case["name"]
            assert number is not None or not unit, (case["name"], text)


@pytest.mark.parametrize("folder", [COMPOSED / "published", COMPOSED / "published/aside"])
def test_days_of_publication(folder: Path) -> None:
    with (folder / "published.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["doc_id"] for row in rows} == {path.stem for path in (folder / "raw").iterdir()}
    for row in rows:
        if row["published"]:
            date.fromisoformat((row["published"] + "-01-01")[:10])
