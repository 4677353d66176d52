"""Export, import, export is the identity on all gold, and offsets survive characters that tools count otherwise."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bench.folders import ROOT, SHARED

from hakusho.errors import InputError
from hakusho.exchange import FORMATS
from hakusho.exchange.documents import AnnotatedText, Units, annotation
from hakusho.runs.exchange import load

FULL = [name for name, form in FORMATS.items() if len(form.carries) == 3]
HARD = "𠮷野家は、👪と令和か\u3099 ITU\n（総務\n省）\tアメリカ e\u0301 です。"


def _hard() -> AnnotatedText:
    marks = [
        ("𠮷野家", "ORG", "吉野家", "", ()),
        ("令和か\u3099", "DATE", "2019", "APPROX", ("era-mismatch", "beyond-era")),
        ("ITU", "ORG", "国際電気通信連合", "", ()),
        ("総務\n省", "ORG", "総務省", "", ()),
        ("アメリカ", "COUNTRY", "USA", "", ()),
    ]
    found = [annotation("hard", HARD, HARD.index(s), HARD.index(s) + len(s), *rest) for s, *rest in marks]
    return AnnotatedText("hard", HARD, tuple(found))


@pytest.mark.parametrize("name", FORMATS)
def test_hard_characters(name: str) -> None:
    form = FORMATS[name]
    (back,) = form.read(form.write([_hard()]))
    assert back.text == HARD
    assert [(a.span, a.label, a.text) for a in back.annotations] == [
        (a.span, a.label, a.text) for a in _hard().annotations
    ]
    if name in FULL:
        assert back == _hard()
        assert not form.losses([_hard()])
    else:
        assert {lost.what for lost in form.losses([_hard()])} == {"values", "modifiers", "flags"}


GOLD = [ROOT / "corpus/gold", *(p for p in (SHARED / "corpus/real", SHARED / "corpus/white_paper") if p.is_dir())]


@pytest.mark.parametrize("name", FULL)
@pytest.mark.parametrize("folder", GOLD, ids=lambda folder: folder.name)
def test_identity_on_gold(name: str, folder: Path) -> None:
    form, documents = FORMATS[name], load(folder)
    files = form.write(documents)
    back = form.read(files)
    assert sorted(back, key=lambda d: d.doc_id) == sorted(documents, key=lambda d: d.doc_id)
    assert form.write(back) == files


@given(st.text(), st.data())
def test_utf16_offsets(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    units = Units(text)
    assert units.of(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert units.code_point(units.of(offset)) == offset


@pytest.mark.parametrize("name", FORMATS)
def test_foreign_files_are_named(name: str) -> None:
    ending = {
        "brat": "ann",
        "conll": "conll",
        "labelstudio": "json",
        "doccano": "jsonl",
        "spacy": "spacy",
        "inception": "xmi",
    }
    with pytest.raises(InputError) as stopped:
        FORMATS[name].read({f"odd.{ending[name]}": b"\x00nonsense", "odd.txt": b"a"})
    assert "odd." in str(stopped.value)


def test_commands(cli, reference: Path, tmp_path: Path) -> None:
    done = cli("export", reference, "--to", "doccano", "--out", tmp_path / "d")
    assert done.returncode == 0
    assert "no place for values" in done.stderr
    done = cli("export", reference, "--to", "labelstudio", "--out", tmp_path / "l")
    assert done.stderr == ""
    done = cli("import", tmp_path / "l", "--from", "labelstudio", "--out", tmp_path / "b")
    assert "12 documents" in done.stdout
    done = cli("agree", tmp_path / "b", ROOT / "corpus/gold", "--texts", ROOT / "corpus/raw")
    assert done.returncode == 0, done.stderr
    assert "kappa" in done.stdout
    done = cli("check-gold", ROOT / "corpus/gold")
    assert "to look at" in done.stdout
    done = cli("diff", reference, reference)
    assert done.stdout.splitlines()[-1].split() == ["in", "all", "0", "0", "0"]
    assert cli("export", reference, "--to", "word", "--out", tmp_path / "x").returncode == 2


@pytest.mark.parametrize("form", ["brat", "labelstudio", "conll", "inception"])
def test_what_a_run_leaves_open_is_open_in_its_export(tmp_path: Path, form: str) -> None:
    """A date that has no anchor has the value `?` of gold, and check-gold finds nothing to say of our own export."""
    from tests.batch.runs import run, table

    from hakusho.runs.compare import check_folder
    from hakusho.runs.exchange import export, import_annotations

    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("総務省は同年7月に会合を開いた。10月3日にも開いた。\n", encoding="utf-8")
    run(tmp_path / "run", tmp_path / "in")
    assert "" in [row["value"] for row in table(tmp_path / "run", "mentions")]
    export(tmp_path / "run", form, tmp_path / "out")
    import_annotations(tmp_path / "out", form, tmp_path / "gold")
    annotations, oddities, _ = check_folder(tmp_path / "gold")
    assert annotations == len(table(tmp_path / "run", "mentions"))
    assert oddities == []
    assert ":?" in (tmp_path / "gold/a.ann").read_text(encoding="utf-8")
