"""Score what was composed independently of the rules: `python -m tests.bench.composed PART [--aside] [--show]`.

PART is cases, kinds, domains, houses, structure, speeches, tables, definitions or published. `--aside` scores what is kept
from whoever writes rules, by figures only; `--show` lists what is wrong, and is refused together with `--aside`. Of
`kinds`, `domains` and `houses`, which lie in one file each, a part drawn by a seed is kept aside.
"""

import argparse
import hashlib
import json
import math
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from hakusho.evaluate.structure import score_rows
from hakusho.flow import analyse
from hakusho.records import Counts
from hakusho.segment.tables.table_rules import FACTORS
from tests.bench.counting import compare, f1, rows_of
from tests.bench.definitions import score_definitions
from tests.bench.folders import ROOT
from tests.marked import Case, read_cases

STYLES = (ROOT / "corpus/styles", ROOT / "corpus/houses")
COMPOSED = ROOT / "tests/cases_composed"
LABELS = {
    "dates_countries": ("DATE", "COUNTRY"),
    "organisations": ("ORG",),
    "dates_suites": ("DATE",),
    "countries_suites": ("COUNTRY",),
    "countries_decades": ("COUNTRY",),
    "dates_forms": ("DATE",),
}
TABLES = ("sections", "sentences", "footnotes", "footnote_refs", "figures", "cross_references", "acronyms")
SPEECH = ("speaker", "role", "party", "start", "end")
Row = Mapping[str, str]
Mark = tuple[int, int, str, str, str]


def run(texts: Path, out: Path, documents: Path | None = None) -> Path:
    """Run the pipeline over a folder of texts and return the folder of its tables."""
    known = ["--documents", str(documents)] if documents else []
    command = [sys.executable, "-m", "hakusho", "run", str(texts), "--out", str(out), "--quiet", *known]
    subprocess.run(command, check=True)
    return out / "tables"


# Cases: sentences with the gold inside.


def wide(value: str | None) -> str:
    """A value whatever the width of its letters; an open one is `?`."""
    return unicodedata.normalize("NFKC", value or "?")


def found_in(case: Case, labels: tuple[str, ...]) -> list[Mark]:
    entities = analyse(case.text, published=case.published).entities
    return [
        (e.mention.span.start, e.mention.span.end, e.mention.label, wide(e.value), e.timex.mod if e.timex else "")
        for e in entities
        if e.mention.label in labels
    ]


def score_cases(aside: bool, show: bool) -> None:
    for stem, labels in LABELS.items():
        _score(stem, read_cases(stem + "_aside" * aside, COMPOSED), labels, show)


def score_kinds(aside: bool, show: bool) -> None:
    cases = [case for case in read_cases("kinds", COMPOSED) if is_aside(case.name) == aside]
    _score("kinds", cases, ("ORG",), show)


def is_aside(name: str) -> bool:
    return hashlib.sha256(f"kinds 24 {name}".encode()).digest()[0] % 3 == 0


def score_domains(aside: bool, show: bool) -> None:
    """Score plain sentences of many kinds of text, half of them kept aside."""
    _score_half("domains", aside, show)


def score_houses(aside: bool, show: bool) -> None:
    """Score sentences in the styles of many houses, half of them kept aside."""
    _score_half("houses", aside, show)


def _score_half(stem: str, aside: bool, show: bool) -> None:
    cases = [case for case in read_cases(stem, COMPOSED) if in_other_half(stem, case.name) == aside]
    _score(stem, cases, ("ORG",), show)


def in_other_half(stem: str, name: str) -> bool:
    return hashlib.sha256(f"{stem} {name}".encode()).digest()[0] % 2 == 0


def _score(title: str, cases: Sequence[Case], labels: tuple[str, ...], show: bool) -> None:
    gold, found, right = [], [], 0
    for case in cases:
        wanted = [(g.start, g.end, g.label, wide(g.value), g.mod) for g in case.gold if g.label in labels]
        got = found_in(case, labels)
        right += wanted == got
        gold += [(case.name, *mark) for mark in wanted]
        found += [(case.name, *mark) for mark in got]
        if show and wanted != got:
            print(case.name, case.text, *sorted(set(wanted) ^ set(got)), sep="\n    ")
    print(f"{title}: {right} of {len(cases)} cases wholly right")
    for label in labels:
        print(f"  {label:8} spans  {f1(compare(*_only(label, 4, gold, found)))}")
        print(f"  {label:8} values {f1(compare(*_only(label, 6, gold, found)))}")


def _only(label: str, width: int, *sides: Sequence[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    for side in sides:
        yield [mark[:width] for mark in side if mark[3] == label]


# Structure: documents in other house styles.


def folders(aside: bool) -> list[Path]:
    return [folder / "aside" if aside else folder for folder in STYLES]


def plain(text: str) -> str:
    """Forgive width, white space, dots and the brackets of a mark."""
    return re.sub(r"[\s.。、，,()（）/>›]", "", unicodedata.normalize("NFKC", text)).translate(
        {0x2010: "-", 0x2212: "-"}
    )


def forgiven(name: str, gold: Sequence[Row], found: Sequence[Row], documents: Collection[str]) -> Counts:
    """Score plain cells; for sections, shift the levels of each document by what suits it best."""
    left, right = ([_plain_row(row) for row in side] for side in (gold, found))
    if name != "sections":
        return score_rows(name, left, right, documents)[0]
    best = [_best_shift(left, right, document) for document in documents]
    return Counts(
        correct=sum(c.correct for c in best),
        missing=sum(c.missing for c in best),
        spurious=sum(c.spurious for c in best),
    )


def _best_shift(gold: list[dict[str, str]], found: list[dict[str, str]], document: str) -> Counts:
    """Count the sections of one document after the constant shift of levels that pairs most of them."""
    shifted = ([row | {"level": str(int(row["level"]) + by)} for row in found] for by in range(-4, 5))
    return max((score_rows("sections", gold, rows, {document})[0] for rows in shifted), key=lambda c: c.correct)


def _plain_row(row: Row) -> dict[str, str]:
    return {key: value if key in ("doc_id", "line", "level") else plain(value or "") for key, value in row.items()}


def score_structure(aside: bool, show: bool) -> None:
    for folder in folders(aside):
        print(folder.relative_to(ROOT))
        _score_structure(folder, show)


def _score_structure(folder: Path, show: bool) -> None:
    documents = {row["doc_id"] for row in rows_of(folder / "documents.csv")}
    with tempfile.TemporaryDirectory() as place:
        tables = run(folder / "raw", Path(place) / "run", folder / "documents.csv")
        for name in TABLES:
            gold, found = rows_of(folder / f"gold/{name}.csv"), rows_of(tables / f"{name}.csv")
            strict, errors = score_rows(name, gold, found, documents)
            loose = forgiven(name, gold, found, documents)
            print(f"{name:17} strict   {f1(strict)}\n{'':17} forgiven {f1(loose)}")
            for error in errors if show else ():
                print("   ", *error.values(), sep=" | ")


def score_folder(folder: Path) -> None:
    """Print the totals of structure and speeches of a folder of texts with gold."""
    _score_structure(folder, show=False)
    _score_speeches(folder, show=False)


def score_speeches(aside: bool, show: bool) -> None:
    for folder in folders(aside):
        print(folder.relative_to(ROOT))
        _score_speeches(folder, show)


def _score_speeches(folder: Path, show: bool) -> None:
    with tempfile.TemporaryDirectory() as place:
        found = rows_of(run(folder / "raw", Path(place) / "run", folder / "documents.csv") / "speeches.csv")
    gold = rows_of(folder / "gold/speeches.csv")
    for title, columns in (
        ("whole", SPEECH),
        ("speaker, role, party, start", SPEECH[:4]),
        ("speaker and start", ("speaker", "start")),
    ):
        sides = [[(row["doc_id"], *(row[c] for c in columns)) for row in side] for side in (gold, found)]
        print(f"{title:28} {f1(compare(*sides))}")
        for row in sorted(set(sides[0]) ^ set(sides[1])) if show and columns == SPEECH else ():
            print("   ", "gold " if row in sides[0] else "found", *row)


# Tables in text: every cell under its right header, or a row in `quality`.


def grids(tables: Path) -> dict[str, list[dict[str, str]]]:
    """The cells of each document, each with the label of its row under `label<k>`: one to three columns from the left joined."""
    places: dict[tuple[str, str, str], dict[int, str]] = {}
    cells: dict[str, list[dict[str, str]]] = {}
    for cell in rows_of(tables / "table_cells.csv"):
        places.setdefault((cell["doc_id"], cell["table_id"], cell["row"]), {})[int(cell["column"])] = cell["text"]
        cells.setdefault(cell["doc_id"], []).append(cell)
    for cell in (cell for side in cells.values() for cell in side):
        row = places[cell["doc_id"], cell["table_id"], cell["row"]]
        cell |= {f"label{k}": plain("".join(dict.fromkeys(row.get(i, "") for i in range(k)))) for k in (1, 2, 3)}
    return cells


def right_cells(case: dict[str, object], cells: list[dict[str, str]]) -> tuple[int, int, int]:
    """How many gold cells stand under the right header next to the right label; with the right number; of how many."""
    keys, wanted = case["keys"], [cell for cell in case["cells"] if cell[2]]  # type: ignore[attr-defined]
    found = {(c[f"label{keys}"], plain(c["header"] or ""), plain(c["text"])): c for c in cells}
    placed = [(cell, found.get((plain(cell[0]), plain(cell[1]), plain(cell[2])))) for cell in wanted]
    numbers = sum(c is not None and _same_number(cell, c) for cell, c in placed)
    return sum(c is not None for _, c in placed), numbers, len(wanted)


def _same_number(gold: Sequence[object], found: Mapping[str, str]) -> bool:
    """Return whether a cell has its number and unit: 1,030 万ha and 10,300,000 ha are the same."""
    number, printed = gold[3], found.get("number")
    if number is None or not printed:
        return number is None and not printed
    wanted, got = (in_full(float(n), unit) for n, unit in ((str(number), str(gold[4])), (printed, found["unit"])))
    return math.isclose(wanted[0], got[0], rel_tol=1e-9) and wanted[1] == got[1]


def in_full(number: float, unit: str) -> tuple[float, str]:
    """Return a number and its unit without the power of ten that the unit begins with."""
    folded = plain(unit)
    word, factor = next(((word, factor) for word, factor in FACTORS if folded.startswith(word)), ("", 1))
    return number * factor, folded.removeprefix(word)


def score_tables(aside: bool, show: bool) -> None:
    for stem in ("tables", "tables_more"):
        print(stem)
        _score_tables(COMPOSED / f"{stem}{'_aside' * aside}.json", show)


def score_tables_of(path: Path) -> None:
    """Print the totals of a file of text tables."""
    _score_tables(path, show=False)


def _score_tables(path: Path, show: bool) -> None:
    cases = json.loads(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "texts").mkdir()
        for case in cases:
            (Path(place) / f"texts/{case['name']}.txt").write_text(case["text"], encoding="utf-8")
        tables = run(Path(place) / "texts", Path(place) / "run")
        cells, told = grids(tables), {row["doc_id"] for row in rows_of(tables / "quality.csv")}
    whole, doubtful, totals = 0, 0, Counter[str]()
    for case in cases:
        placed, numbers, wanted = right_cells(case, cells.get(case["name"], []))
        totals += Counter(placed=placed, numbers=numbers, wanted=wanted)
        whole += placed == wanted
        doubtful += placed < wanted and case["name"] in told
        if show and placed < wanted:
            print(f"{case['name']}: {placed} of {wanted}{', told in quality' * (case['name'] in told)}")
    print(f"{whole} of {len(cases)} tables wholly right, {doubtful} more told in quality; cells {dict(totals)}")


# The day of publication, from the document alone.


def score_published(aside: bool, show: bool) -> None:
    folder = COMPOSED / "published" / ("aside" if aside else "")
    with tempfile.TemporaryDirectory() as place:
        tables = run(folder / "raw", Path(place) / "run")
        found = {row["doc_id"]: row["published"] for row in rows_of(tables / "documents.csv")}
    gold = rows_of(folder / "published.csv")
    right = [row for row in gold if row["published"] == found.get(row["doc_id"], "")]
    wrong = [row for row in gold if row not in right and found.get(row["doc_id"])]
    coarse = sum(row["published"].startswith(found[row["doc_id"]]) for row in wrong)
    print(f"{len(right)} of {len(gold)} right, {len(wrong)} wrong, {len(gold) - len(right) - len(wrong)} not found")
    print(f"{coarse} of those not right are a year or month without the rest")
    for row in gold if show else ():
        if row not in right:
            print(f"    {row['doc_id']}: {row['published'] or 'none'}, found {found.get(row['doc_id']) or 'none'}")


PARTS = {
    "cases": score_cases,
    "kinds": score_kinds,
    "domains": score_domains,
    "houses": score_houses,
    "structure": score_structure,
    "speeches": score_speeches,
    "tables": score_tables,
    "definitions": score_definitions,
    "published": score_published,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=[*PARTS, "all"])
    parser.add_argument("--aside", action="store_true")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    if asked.aside and asked.show:
        parser.error("errors of what is kept aside are not read")
    for name in PARTS if asked.part == "all" else [asked.part]:
        print(f"== {name}{' (aside)' * asked.aside}")
        PARTS[name](asked.aside, asked.show)


if __name__ == "__main__":
    main()
