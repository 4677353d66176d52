"""The tables of a comparison: counts, comings and goings, package, resuming, the same bytes whatever the hash seed."""

import csv
import json
from pathlib import Path

import pytest
from frictionless import Package

import hakusho
from hakusho.editions.folder import write_editions
from hakusho.editions.schemas import SCHEMAS
from hakusho.editions.work import Options
from tests.conftest import Cli
from tests.editions.conftest import Made


def silent(done: int, total: int) -> None:
    return None


def test_columns_are_those_of_the_contract(made: Made) -> None:
    contract = {
        "section_alignment": "old_doc new_doc old_section_start new_section_start relation old_title new_title similarity",
        "paragraph_alignment": "old_doc new_doc old_start old_end new_start new_end relation similarity",
        "series_mentions": "series edition label value name region mentions sections per_10k_characters",
        "series_changes": "series kind value first_edition last_edition gaps predecessor successor",
        "series_terms": "series edition term count per_10k_characters keyness direction",
        "successions": "entity_id successor_id from_name to_name year kind",
    }
    for table, columns in contract.items():
        with (made.tables / f"{table}.csv").open(encoding="utf-8") as file:
            header = next(csv.reader(file))
        assert header[: len(columns.split())] == columns.split(), table


def test_the_package_is_valid_and_the_manifest_counts_its_rows(made: Made) -> None:
    report = Package(str(made.out / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])[:3]
    manifest = json.loads((made.out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["rows"] == {table: len(made.rows(table)) for table in SCHEMAS}
    assert [each["year"] for each in manifest["editions"] if each["series"] == "情報通信白書"] == [2012, 2013]
    assert str(made.run) not in json.dumps(manifest["settings"])


def test_mentions_are_those_of_the_run(made: Made) -> None:
    rows = [row for row in made.rows("series_mentions") if row["series"] == "水産白書" and row["value"] == "RUS"]
    with (made.run / "tables" / "mentions.csv").open(encoding="utf-8", newline="") as file:
        mentions = list(csv.DictReader(file))
    for row, doc_id in zip(rows, ("suisan_2018", "suisan_2019"), strict=True):
        found = [m for m in mentions if m["doc_id"] == doc_id and m["value"] == "RUS" and m["region"] == row["region"]]
        assert int(row["mentions"]) == len(found) > 0
        assert int(row["sections"]) == len({m["section_id"] for m in found})


def test_what_comes_and_goes(made: Made) -> None:
    rows = {(row["series"], row["kind"], row["value"]): row for row in made.rows("series_changes")}
    taiwan, china = rows["水産白書", "country", "TWN"], rows["水産白書", "country", "CHN"]
    assert (taiwan["first_edition"], taiwan["last_edition"]) == ("令和元年版", "令和元年版")
    assert (china["first_edition"], china["last_edition"]) == ("平成30年版", "平成30年版")
    renamed = rows["水産白書", "section", "担い手の確保"]
    assert (renamed["last_edition"], renamed["successor"]) == ("平成30年版", "人材の確保")
    moved = rows["水産白書", "section", "女性の活躍"]
    assert (moved["first_edition"], moved["last_edition"]) == ("平成30年版", "令和元年版")


def test_a_definition_that_changed(made: Made) -> None:
    rows = [row for row in made.rows("definition_changes") if row["short"] == "WCIT-12"]
    assert len(rows) == 1
    assert rows[0]["old_en"].startswith("World Congress")
    assert rows[0]["new_en"].startswith("World Conference")


def test_frames_are_typed(made: Made) -> None:
    # Twice: the first call loads the package that has the verb's name.
    for _ in range(2):
        frames = hakusho.editions(made.run, series="水産白書")
    assert list(frames) == list(SCHEMAS)
    paragraphs = frames["paragraph_alignment"]
    assert str(paragraphs["old_start"].dtype) == "Int64"
    assert paragraphs[paragraphs.relation == "new"]["old_start"].isna().all()
    assert set(frames["series_mentions"]["series"]) == {"水産白書"}


def test_the_same_bytes_whatever_the_hash_seed(made: Made, tmp_path: Path, cli: Cli) -> None:
    for seed in ("1", "2"):
        cli("editions", made.run, "--out", tmp_path / seed, env={"PYTHONHASHSEED": seed})
    for path in sorted((tmp_path / "1").rglob("*")):
        if path.is_file() and path.name != "lock":
            assert path.read_bytes() == (tmp_path / "2" / path.relative_to(tmp_path / "1")).read_bytes(), path


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_the_same_bytes_from_workers(made: Made, tmp_path: Path, cli: Cli, engine: str) -> None:
    if engine == "local":
        done = cli("editions", made.run, "--out", tmp_path / "out", "--jobs", 2)
    else:
        from distributed import LocalCluster

        with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
            address = cluster.scheduler_address
            done = cli("editions", made.run, "--out", tmp_path / "out", "--engine", "dask", "--scheduler", address)
    assert done.returncode == 0, done.stderr
    for table in SCHEMAS:
        made_by_workers = tmp_path / "out/tables" / f"{table}.csv"
        assert made_by_workers.read_bytes() == (made.tables / f"{table}.csv").read_bytes(), table


def test_goes_on_where_it_was_stopped(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hakusho.editions import work

    compare, calls = work.compare, []

    def stopped(*editions: object) -> object:
        calls.append(editions)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return compare(*editions)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "compare", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_editions(made.run, tmp_path, Options(), silent)
    assert not (tmp_path / "manifest.json").exists()
    result = write_editions(made.run, tmp_path, Options(), silent)
    assert result.kept == 2
    assert len(calls) == 6
    for table in SCHEMAS:
        assert (tmp_path / "tables" / f"{table}.csv").read_bytes() == (made.tables / f"{table}.csv").read_bytes()
    assert write_editions(made.run, tmp_path, Options(), silent).kept == 5


def test_each_edition_is_compared_with_the_one_before_only(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    from hakusho.editions import work
    from hakusho.editions.naming import EditionName

    names = [EditionName("双子", f"{year}", year, ("twin_1",)) for year in range(2000, 2019)]
    monkeypatch.setattr(work, "editions_of", lambda run, wanted: {"双子": names})
    compare, pairs, loaded = work.compare, [], []
    load = work.load_edition
    monkeypatch.setattr(work, "compare", lambda old, new: pairs.append((old.year, new.year)) or compare(old, new))
    monkeypatch.setattr(work, "load_edition", lambda *given: loaded.append(given[-1].year) or load(*given))
    hakusho.editions(made.run)
    assert pairs == [(year, year + 1) for year in range(2000, 2018)]
    assert loaded == list(range(2000, 2019))


def test_nothing_of_the_user_is_overwritten(made: Made, tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "successions.csv").write_text("mine", encoding="utf-8")
    result = cli("editions", made.run, "--out", tmp_path)
    assert result.returncode == 2
    assert "a file that no comparison has written" in result.stderr
    assert (tmp_path / "tables" / "successions.csv").read_text(encoding="utf-8") == "mine"
    assert cli("editions", made.run, "--out", made.run).returncode == 2


def test_options_of_the_command(made: Made, tmp_path: Path, cli: Cli) -> None:
    with (made.run / "tables" / "organisations.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["doc_id"] == "ict_2013"]
    one, other = rows[:2]
    (tmp_path / "mine.tsv").write_text(f"name\tsame_as\n{one['name']}\t{other['entity_id']}\n", encoding="utf-8")
    options = ("--series", "情報通信白書", "--identities", tmp_path / "mine.tsv", "--merge-successions", "--show")
    result = cli("editions", made.run, "--out", tmp_path / "out", *options)
    assert result.returncode == 0, result.stderr
    assert "情報通信白書: 2 editions (平成24年版, 平成25年版)" in result.stdout
    assert "[-2012-]{+2013+}年度" in result.stdout
    merges = Made(made.run, tmp_path / "out").rows("merges")
    assert (one["entity_id"], "corrected") in {(row["entity_id"], row["reason"]) for row in merges}
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["settings"]["merge_successions"] is True
    counted = Made(made.run, tmp_path / "out").rows("series_mentions")
    assert one["entity_id"] not in {row["entity_id"] for row in counted}
