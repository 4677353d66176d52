"""The table parse gives what ja_ginza gives, and CoNLL-U that its readers and column rules accept."""

import csv
import json
from pathlib import Path

import pytest
import spacy
from tests.conftest import Cli

from hakusho.exchange.conllu import write
from hakusho.language.parse import parse, source_offsets
from hakusho.records import Sentence, Span

UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
DEPREL = set(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "
    "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp".split()
)
SEEDS = ("ict_2012_ch5_s7", "soumu_gisb_about")


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory, cli: Cli, corpus: Path) -> Path:
    """A run over the two seed documents with --parse."""
    folder = tmp_path_factory.mktemp("parsed")
    (folder / "raw").mkdir()
    for name in SEEDS:
        (folder / f"raw/{name}.txt").write_bytes((corpus / f"raw/{name}.txt").read_bytes())
    done = cli("run", folder / "raw", "--out", folder / "run", "--parse", "--jobs", 2, "--quiet")
    assert done.returncode == 0, done.stderr
    assert cli("export", folder / "run", "--to", "conllu", "--out", folder / "conllu").returncode == 0
    return folder


def _table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"run/tables/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.slow
def test_heads_are_those_of_ja_ginza(parsed: Path) -> None:
    rows = _table(parsed, "parse")
    by_sentence: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_sentence.setdefault(row["sentence_id"], []).append(row)
    sentences = {row["sentence_id"]: row["text"] for row in _table(parsed, "sentences")}
    assert list(by_sentence) == list(sentences)
    nlp = spacy.load("ja_ginza")
    for sentence_id, held in by_sentence.items():
        doc = nlp(sentences[sentence_id])
        assert [int(row["head"]) for row in held] == [0 if t.head.i == t.i else t.head.i + 1 for t in doc]
        assert [row["deprel"] for row in held] == [token.dep_.lower() for token in doc]


@pytest.mark.slow
def test_the_run_says_what_rests_on_the_machine(parsed: Path, cli: Cli) -> None:
    manifest = json.loads((parsed / "run/manifest.json").read_bytes())
    assert manifest["by_machine"] == ["parse"]
    assert manifest["settings"]["parse"] is True
    assert {"ja-ginza", "ginza", "spacy", "sudachipy", "sudachidict-core"} <= manifest["versions"].keys()
    assert "tokens" not in manifest["rows"]
    assert cli("verify", parsed / "run").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDS)
def test_readers_take_the_conllu(parsed: Path, name: str) -> None:
    conllu = pytest.importorskip("conllu")
    text = (parsed / f"conllu/{name}.conllu").read_text(encoding="utf-8")
    sentences = conllu.parse(text)
    assert len(sentences) == sum(row["doc_id"] == name for row in _table(parsed, "sentences"))
    for sentence in sentences:
        _follows_the_column_rules(sentence)
        sentence.to_tree()


def _follows_the_column_rules(sentence) -> None:
    assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
    heads = {token["id"]: token["head"] for token in sentence}
    assert list(heads.values()).count(0) == 1
    for token in sentence:
        assert token["form"]
        assert not any(character.isspace() for character in token["form"])
        assert token["upos"] in UPOS
        assert token["deprel"].partition(":")[0] in DEPREL
        assert (token["deprel"] == "root") == (token["head"] == 0)
        path, at = set(), token["id"]
        while at:
            assert at not in path, "a word hangs on itself"
            path.add(at)
            at = heads[at]
    forms = "".join(t["form"] + ("" if (t["misc"] or {}).get("SpaceAfter") == "No" else " ") for t in sentence)
    assert sentence.metadata["text"] == forms.rstrip()


def test_a_second_root_hangs_on_the_first() -> None:
    row = {"doc_id": "a", "sentence_id": "a:s1", "lemma": "x", "upos": "", "xpos": "", "bunsetu": "B", "ent": ""}
    rows = [
        row | {"token_id": n, "start": n - 1, "end": n, "surface": "x", "head": 0, "deprel": "root"} for n in (1, 2)
    ]
    heads = [
        line.split("\t")[6:8] for line in write(rows, {"a": "xx"})["a.conllu"].decode().split("\n") if "\t" in line
    ]
    assert heads == [["0", "root"], ["1", "parataxis"]]


@pytest.mark.slow
@pytest.mark.parametrize("text", ["あ" * 20_000, "\ud800総務省\ud800", "😀𠮷", "ﷺ" * 5_000, "1"])
def test_bad_input_is_parsed(text: str) -> None:
    (sentence,) = parse([Sentence("s", "", text, (Span(0, len(text)),))], text)
    assert sentence.tokens[-1].span.end == len(text)
    assert all(0 <= token.head <= len(sentence.tokens) for token in sentence.tokens)


def test_offsets_of_a_wrapped_sentence() -> None:
    text = "総務\n  省 and\nNTTは"
    sentence = Sentence("s", "", "総務省 and NTTは", (Span(0, len(text)),))
    assert [text[at] for at in source_offsets(sentence, text)][:4] == ["総", "務", "省", " "]


def test_a_run_without_a_parse_has_no_conllu(reference: Path, cli: Cli, tmp_path: Path) -> None:
    done = cli("export", reference, "--to", "conllu", "--out", tmp_path)
    assert done.returncode == 2
    assert "--parse" in done.stderr
