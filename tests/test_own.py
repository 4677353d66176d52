"""What users bring: names of their own, corrections, suggestions to accept, samples to judge."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hakusho.errors import HakushoError, InputError
from hakusho.files.own import read_own
from hakusho.flow import analyse
from hakusho.records import Correction, OwnKnowledge, OwnName, Source, SourceText
from hakusho.runs.sample import Precision, draw, precision
from hakusho.runs.suggest import suggest
from hakusho.tabulate.entity_tables import COUNTRIES
from tests.conftest import Cli

_NAMES = "name\tlabel\tvalue\tnote\n"
_CORRECTIONS = "doc_id\tbefore\ttext\tafter\tlabel\tvalue\n"


def _found(text: str, own: OwnKnowledge, published: str = "2023-05") -> list[tuple[str, str, str, str]]:
    source = SourceText(Source("a", published=published), text)
    entities = analyse(source, own=own).entities
    return [(e.mention.surface, e.mention.label, e.value, e.mention.found_by) for e in entities]


@pytest.mark.parametrize(
    ("rows", "text", "wanted"),
    [
        # A name that no rule knows, however it is printed.
        ("みどり\tORG\tみどり測器\t", "みどりは協定を結んだ。", [("みどり", "ORG", "みどり測器", "names:n.tsv")]),
        ("ＡＢＣネット\tORG\t\t", "ABCネットは開いた。", [("ABCネット", "ORG", "ＡＢＣネット", "names:n.tsv")]),
        (
            "潮かぜ丸\tORG\t\t",
            "長い試験の航海をすべて終えて港に戻っていたところの潮かぜ\n丸は、ふたたび港を出た。",
            [("潮かぜ\n丸", "ORG", "潮かぜ丸", "names:n.tsv")],
        ),
        # It wins where the lexicon says something else, and where it is longer.
        ("米国\tORG\t米国政府\t", "米国は署名した。", [("米国", "ORG", "米国政府", "names:n.tsv")]),
        (
            "デジタル庁準備室\tORG\t\t",
            "デジタル庁準備室を置く。",
            [("デジタル庁準備室", "ORG", "デジタル庁準備室", "names:n.tsv")],
        ),
        # Of a longer name it is a part.
        ("みどり\tORG\tみどり測器\t", "みどり銀行は合併した。", [("みどり銀行", "ORG", "みどり銀行", "org:head:bank")]),
        # It does not stand inside a word.
        ("ルナ\tORG\t\t", "ルナールを読む。", []),
        # Other labels, with their values; a code that ISO does not have.
        ("コソボ地域\tCOUNTRY\tXKX\t", "コソボ地域を訪れた。", [("コソボ地域", "COUNTRY", "XKX", "names:n.tsv")]),
        ("敗戦の日\tDATE\t1945-08-15\t", "敗戦の日のことである。", [("敗戦の日", "DATE", "1945-08-15", "names:n.tsv")]),
    ],
)
def test_names_of_ones_own(tmp_path: Path, rows: str, text: str, wanted: list[tuple[str, str, str, str]]) -> None:
    (tmp_path / "n.tsv").write_text(_NAMES + rows + "\n", encoding="utf-8")
    assert _found(text, read_own([tmp_path / "n.tsv"])) == wanted


def test_an_own_name_has_one_entity_and_days() -> None:
    own = OwnKnowledge(
        (OwnName("敗戦の日", "DATE", "1945-08-15", "names:n"), OwnName("潮風", "ORG", "潮風水産", "names:n"))
    )
    entities = analyse("潮風は敗戦の日に潮風水産として生まれた。潮風は続く。", own=own).entities
    days = [e.timex.first_day for e in entities if e.timex]
    assert days == ["1945-08-15"]
    assert len({e.entity_id for e in entities if e.value == "潮風水産"}) == 1


@pytest.mark.parametrize(
    ("row", "text", "wanted"),
    [
        # Another value; no mention; other bounds; a mention that was missed; another label.
        (("", "同月", "に"), "2023年3月に会った。同月に別れた。", None),
        (
            ("シンクロ社と", "同月", "", "DATE", "2023-04"),
            "シンクロ社と同月に会った。",
            ("同月", "DATE", "2023-04", "correction"),
        ),
        (("", "総務省", "横丁"), "総務省横丁を歩く。", None),
        (
            ("", "総務省横丁連", "が", "ORG", ""),
            "総務省横丁連が踊る。",
            ("総務省横丁連", "ORG", "総務省横丁連", "correction"),
        ),
        (("", "米国", "は", "ORG", "米国政府"), "米国は署名した。", ("米国", "ORG", "米国政府", "correction")),
        (("", "中国", "地方", "", ""), "中国地方で会った。", None),
        # Spaces and widths of the context do not matter.
        (
            ("会った。", "ＡＢＣ会", "は", "ORG", "ABC会"),
            "会った。\nABC会\nは続く。",
            ("ABC会", "ORG", "ABC会", "correction"),
        ),
    ],
)
def test_corrections(row: tuple[str, ...], text: str, wanted: tuple[str, str, str, str] | None) -> None:
    correction = Correction("a", *row)
    found = [entity for entity in _found(text, OwnKnowledge((), (correction,))) if entity[0] == (wanted or row[1:])[0]]
    assert found == ([wanted] if wanted else [])


def test_a_correction_is_for_its_document_and_told_where_it_fits_nowhere() -> None:
    own = OwnKnowledge((), (Correction("b", "", "米国", ""), Correction("a", "", "仏国", "は")))
    analysis = analyse(SourceText(Source("a"), "米国は署名した。"), own=own)
    assert [e.value for e in analysis.entities] == ["USA"]
    assert [(issue.kind, issue.start_text) for issue in analysis.quality] == [("correction", "仏国は")]


@pytest.mark.parametrize(
    ("kind", "content", "parts"),
    [
        ("names", "name\tlabel\n北斗\tORG\n", ("no column value", "line 1")),
        ("names", _NAMES + "北斗\tBODY\t\t\n", ("unknown label 'BODY'", "line 2", "ORG")),
        ("names", _NAMES + "\tORG\t\t\n", ("no name", "line 2")),
        ("names", _NAMES + "# mine\n\n北斗\tCOUNTRY\tJapan\t\n", ("'Japan' is not a value of COUNTRY", "line 4")),
        ("names", _NAMES + "北斗\tCOUNTRY\tABQ\t\n", ("'ABQ' is not a value of COUNTRY", "line 2")),
        ("names", _NAMES + "北斗\tCOUNTRY\t\t\n", ("no value for 北斗", "line 2")),
        ("names", _NAMES + "北斗\tORG\tx\ty\tz\n", ("more values than the header", "line 2")),
        ("corrections", _CORRECTIONS + "a\t\t\t\tORG\t\n", ("no doc_id or no text", "line 2")),
        ("corrections", _CORRECTIONS + "a\t\tx\t\t\tJPN\n", ("without a label", "line 2")),
        ("corrections", _CORRECTIONS + "a\t\tx\t\tDATE\tsoon\n", ("'soon' is not a value of DATE", "line 2")),
    ],
)
def test_bad_files_are_named_with_the_line(tmp_path: Path, kind: str, content: str, parts: tuple[str, ...]) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_own([path]) if kind == "names" else read_own((), path)
    assert all(part in str(caught.value) for part in ("mine.tsv", *parts))


def test_a_code_that_the_standard_leaves_to_its_users_is_a_country_of_the_tables(tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_text(_NAMES + "北斗国\tCOUNTRY\tXHK\t\n", encoding="utf-8")
    analysis = analyse(SourceText(Source("a"), "北斗国は署名した。"), own=read_own([tmp_path / "mine.tsv"]))
    assert [(e.mention.label, e.value) for e in analysis.entities] == [("COUNTRY", "XHK")]
    _, code, _, english, *_ = COUNTRIES.row("a", "XHK", analysis.entities)
    assert (code, english) == ("XHK", "XHK")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not a regular file"):
        read_own([tmp_path / "pipe"])


@pytest.fixture
def run_with(tmp_path: Path, cli: Cli) -> Callable[..., Path]:
    def made(text: str, *extra: object, name: str = "out") -> Path:
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        done = cli("run", tmp_path / "a.txt", "--out", tmp_path / name, "--jobs", 1, *extra)
        assert done.returncode == 0, done.stderr
        return tmp_path / name

    return made


def test_a_changed_file_of_names_does_the_run_again(run_with: Callable[..., Path], cli: Cli, tmp_path: Path) -> None:
    names = tmp_path / "n.tsv"
    names.write_text(_NAMES + "みどり\tORG\t\t\n", encoding="utf-8")
    run = run_with("みどりは潮と会った。", "--names", names)
    names.write_text(_NAMES + "みどり\tORG\t\t\n潮\tORG\t\t\n", encoding="utf-8")
    refused = cli("run", tmp_path / "a.txt", "--out", run, "--names", names)
    assert refused.returncode != 0
    assert "another run" in refused.stderr
    run_with("みどりは潮と会った。", "--names", names, "--overwrite")
    with (run / "tables/mentions.csv").open(encoding="utf-8") as file:
        assert [row["text"] for row in csv.DictReader(file)] == ["みどり", "潮"]
    assert cli("verify", run).returncode == 0


# A domain that no lexicon of ours knows, with companies that are named by no head.
_DOMAIN = """\
沖合漁業では、潮丸とカネシメが網の規格をそろえた。カネシメは三陸に船を持つ。
東北潮流発電協議体は、カネシメ及びマルハマリンと試験を行った。
マルハマリンの船は、青森県の港を出た。OceanGrid は回線を引いた。OceanGrid の費用は国が負った。
Blue Harbor Labs は、カネシメに潮位の資料を渡した。
"""
_TRUE = {"カネシメ", "マルハマリン", "OceanGrid", "Blue Harbor Labs", "東北潮流発電協議体", "潮丸"}


def test_a_round_of_suggestions_raises_recall(run_with: Callable[..., Path], tmp_path: Path) -> None:
    run = run_with(_DOMAIN)
    count = suggest(run, tmp_path / "candidates.tsv", 100)
    lines = (tmp_path / "candidates.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == count + 1
    # The user moves the lines that are right into a file of names.
    accepted = [line for line in lines[1:] if line.split("\t")[0] in _TRUE]
    assert {"カネシメ", "マルハマリン"} & {line.split("\t")[0] for line in accepted}
    (tmp_path / "mine.tsv").write_text("\n".join([lines[0], *accepted]) + "\n", encoding="utf-8")
    again = run_with(_DOMAIN, "--names", tmp_path / "mine.tsv", name="again")
    before, after = (_texts(folder) & _TRUE for folder in (run, again))
    assert before < after
    assert len(after) >= 5


def _texts(run: Path) -> set[str]:
    with (run / "tables/mentions.csv").open(encoding="utf-8") as file:
        return {row["text"] for row in csv.DictReader(file) if row["label"] == "ORG"}


def test_a_sample_is_the_same_for_the_same_seed_and_is_not_overwritten(
    run_with: Callable[..., Path], tmp_path: Path
) -> None:
    run = run_with("総務省は、2023年3月に米国と協議した。経済産業省は4月に仏国と協議した。")
    assert draw(run, tmp_path / "s.csv", 3) == 3 == draw(run, tmp_path / "t.csv", 3)
    assert (tmp_path / "s.csv").read_bytes() == (tmp_path / "t.csv").read_bytes()
    assert draw(run, tmp_path / "u.csv", 3, seed=5) == 3
    assert (tmp_path / "s.csv").read_bytes() != (tmp_path / "u.csv").read_bytes()
    with pytest.raises(HakushoError, match="not overwritten"):
        draw(run, tmp_path / "s.csv", 3)


def test_a_judged_sample_gives_precision_with_its_interval(run_with: Callable[..., Path], tmp_path: Path) -> None:
    run = run_with("総務省は、2023年3月に米国と協議した。経済産業省は4月に仏国と協議した。")
    draw(run, tmp_path / "s.csv", 6)
    lines = (tmp_path / "s.csv").read_text(encoding="utf-8-sig").splitlines()
    judged = [line[:-1] + mark + "," for line, mark in zip(lines[1:], ["y", "○", "n", "yes", "1", ""], strict=True)]
    (tmp_path / "j.csv").write_text("\n".join([lines[0], *judged]) + "\n", encoding="utf-8")
    found = {one.group: (one.right, one.judged) for one in precision(run, tmp_path / "j.csv")}
    assert found["all"] == (4, 5)
    low, high = Precision("all", 4, 5).interval
    assert (round(low, 3), round(high, 3)) == (0.376, 0.964)
    (tmp_path / "j.csv").write_text("\n".join([lines[0], judged[0].replace(",y,", ",maybe,")]) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: right is 'maybe'"):
        precision(run, tmp_path / "j.csv")
