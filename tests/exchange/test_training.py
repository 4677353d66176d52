"""What is exported trains: spaCy's own commands take it, and its CoNLL."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin
from tests.conftest import ROOT

from hakusho.runs.exchange import export, load


def _spacy(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "spacy", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=170)


@pytest.fixture(scope="module")
def exported(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("export")
    export(reference, "spacy", out)
    done = _spacy("init", "config", out / "config.cfg", "--lang", "ja", "--pipeline", "ner")
    assert done.returncode == 0, done.stdout
    return out


def test_docs_have_words_sentences_and_entities(exported: Path, reference: Path) -> None:
    docs = list(DocBin().from_disk(exported / "hakusho.spacy").get_docs(spacy.blank("ja").vocab))
    texts = {document.doc_id: document.text for document in load(reference)}
    joined: dict[str, str] = {}
    for doc in docs:
        joined[doc.user_data["doc_id"]] = joined.get(doc.user_data["doc_id"], "") + doc.text
        assert doc.has_annotation("SENT_START")
        assert doc.has_annotation("ENT_IOB")
        assert len(doc.text.encode()) < 49_149
    assert joined == texts
    words = {token.text for doc in docs for token in doc}
    assert {"国際", "協力", "発表"} <= words
    longest = max((sent for doc in docs for sent in doc.sents), key=len)
    assert 20 < len(longest) < 400
    labels = {ent.label_ for doc in docs for ent in doc.ents}
    assert labels == {"ORG", "COUNTRY", "DATE"}
    assert sum(len(doc.ents) for doc in docs) > 1000
    assert {ent.kb_id_ for doc in docs for ent in doc.ents} >= {"USA", "総務省"}


def test_debug_data_and_train(exported: Path, tmp_path: Path) -> None:
    paths = [f"--paths.{name}={exported / 'hakusho.spacy'}" for name in ("train", "dev")]
    checked = _spacy("debug", "data", exported / "config.cfg", *paths)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    limits = ["--training.max_steps=10", "--training.eval_frequency=10", "--nlp.batch_size=64"]
    trained = _spacy("train", exported / "config.cfg", "--output", tmp_path / "model", *paths, *limits)
    assert trained.returncode == 0, trained.stdout + trained.stderr
    assert spacy.load(tmp_path / "model/model-last").get_pipe("ner").labels == ("COUNTRY", "DATE", "ORG")


def test_gold_is_cut_at_sentences_too(tmp_path: Path) -> None:
    export(ROOT / "corpus/gold", "spacy", tmp_path, ROOT / "corpus/raw")
    docs = list(DocBin().from_disk(tmp_path / "hakusho.spacy").get_docs(spacy.blank("ja").vocab))
    assert sum(len(list(doc.sents)) for doc in docs) > 500


def test_spacy_converts_the_conll(reference: Path, tmp_path: Path) -> None:
    export(reference, "conll", tmp_path / "conll")
    (tmp_path / "converted").mkdir()
    done = _spacy("convert", tmp_path / "conll/dev02_ict_2022.conll", tmp_path / "converted", "--converter", "conll")
    assert done.returncode == 0, done.stdout + done.stderr
    docs = list(DocBin().from_disk(tmp_path / "converted/dev02_ict_2022.spacy").get_docs(spacy.blank("ja").vocab))
    (written,) = (d for d in load(reference) if d.doc_id == "dev02_ict_2022")
    found = [ent.text.replace(" ", "").replace("␣", "") for doc in docs for ent in doc.ents]
    assert found == ["".join(a.text.split()) for a in written.annotations]
