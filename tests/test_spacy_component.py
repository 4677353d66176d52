"""The spaCy component: mentions as spans of a Doc, also where they begin inside a token; a component like others."""

import json
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import hakusho
from hakusho.errors import UsageError

TEXT = "総務省は、2012年4月末に日米両国の合意を発表した。\n同年5月には、国際電気通信連合（ITU）が続いた。"


def _mentions(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans["hakusho"]]


WANTED = [
    ("総務省", "ORG"),
    ("2012年4月末", "DATE"),
    ("日", "COUNTRY"),
    ("米", "COUNTRY"),
    ("同年5月", "DATE"),
    ("国際電気通信連合", "ORG"),
    ("ITU", "ORG"),
]


def _blank(**settings: object) -> spacy.language.Language:
    nlp = spacy.blank("ja")
    nlp.add_pipe("hakusho", config={"published": "2012-07", **settings})
    return nlp


def test_to_doc() -> None:
    doc = hakusho.to_doc(TEXT, published="2012-07")
    assert doc.text == TEXT
    assert _mentions(doc) == WANTED
    assert [span.kb_id_ for span in doc.ents][1:4] == ["2012-04", "JPN", "USA"]
    assert [span.kb_id_[:2] for span in doc.ents if span.label_ == "ORG"] == ["o-"] * 3
    assert doc.ents[0]._.hakusho["value"] == "総務省"
    assert len(list(doc.sents)) == 2
    assert "総務省" in displacy.render(doc, style="ent")
    assert "o-5c03af44" in displacy.render(doc, style="span", options={"spans_key": "hakusho"})


@pytest.mark.parametrize("load", [lambda: spacy.blank("ja"), lambda: spacy.load("ja_ginza")], ids=["blank", "ja_ginza"])
def test_component(load: object) -> None:
    nlp = load()  # type: ignore[operator]
    nlp.add_pipe("hakusho", config={"published": "2012-07"})
    doc = nlp(TEXT)
    assert _mentions(doc) == WANTED
    assert [(span.start_char, span.end_char) for span in doc.spans["hakusho"]] == [
        (span._.hakusho["start"], span._.hakusho["end"]) for span in doc.spans["hakusho"]
    ]


def test_entities_of_others_stay() -> None:
    text = "2012年4月に田中太郎は東京都で総務省と日米両国の合意を発表し、両国は昨年度に続き日韓でも伝えた。"
    plain = spacy.load("ja_ginza")
    theirs = {(ent.start_char, ent.end_char, ent.label_) for ent in plain(text).ents}
    assert len(theirs) >= 3
    for set_ents in (False, True):
        nlp = spacy.load("ja_ginza")
        nlp.add_pipe("hakusho", config={"set_ents": set_ents})
        doc = nlp(text)
        both = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        assert theirs <= both
        added = both - theirs
        assert bool(added) is set_ents
        assert {label for *_, label in added} <= {"ORG", "COUNTRY", "DATE"}


def test_sentences_are_marked_where_nobody_did() -> None:
    assert [sent.text.strip() for sent in _blank()(TEXT).sents] == TEXT.split("\n")
    assert not _blank(set_sents=False)(TEXT).has_annotation("SENT_START")
    nlp = spacy.blank("ja")
    nlp.add_pipe("sentencizer", config={"punct_chars": ["、"]})
    before = [sent.text for sent in nlp(TEXT).sents]
    nlp.add_pipe("hakusho")
    assert len(before) > 2
    assert [sent.text for sent in nlp(TEXT).sents] == before


def test_ents_ids_and_labels() -> None:
    nlp = _blank(set_ents=True, labels=["COUNTRY", "DATE"])
    assert nlp.get_pipe("hakusho").labels == ("COUNTRY", "DATE")
    assert nlp.pipe_labels["hakusho"] == ["COUNTRY", "DATE"]
    assert [(ent.text, ent.kb_id_) for ent in nlp(TEXT).ents] == [
        ("2012年4月末", "2012-04"),
        ("日", "JPN"),
        ("米", "USA"),
        ("同年5月", "2012-05"),
    ]


def test_every_extension_bears_the_name() -> None:
    doc = _blank()(TEXT)
    ours = [name for name in doc._.__dict__["_extensions"] if "hakusho" in name]
    assert sorted(ours) == ["hakusho", "hakusho_published", "hakusho_title"]
    assert not Doc.has_extension("published")
    assert not Doc.has_extension("title")


def test_events() -> None:
    text = "2012年4月10日、東京で日米首脳会談が開催された。"
    doc = _blank()(text)
    (event,) = doc._.hakusho["events"]
    assert event["date"] == "2012-04-10"
    assert text[event["start"] : event["end"]]
    assert len(hakusho.analyse(text).events) == 1


def test_a_document_says_when_it_was_published() -> None:
    nlp = _blank()
    doc = nlp.make_doc("昨年度に発表した。")
    doc._.hakusho_published = "2020"
    assert [span.kb_id_ for span in nlp(doc).spans["hakusho"]] == ["FY2019"]
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        spacy.blank("ja").add_pipe("hakusho", config={"published": "2012/07"})
    with pytest.raises(UsageError, match="Known labels: ORG"):
        spacy.blank("ja").add_pipe("hakusho", config={"labels": ["PERSON"]})


def test_it_pickles_and_saves(tmp_path: Path) -> None:
    nlp = _blank(set_ents=True)
    component = nlp.get_pipe("hakusho")
    assert pickle.loads(pickle.dumps(component)).settings == component.settings
    nlp.to_disk(tmp_path / "model")
    again = [spacy.load(tmp_path / "model"), spacy.blank("ja").from_config(nlp.config).from_bytes(nlp.to_bytes())]
    for loaded in again:
        assert loaded.get_pipe("hakusho").settings == component.settings
        assert [ent.kb_id_ for ent in loaded(TEXT).ents] == [ent.kb_id_ for ent in nlp(TEXT).ents]
    doc_bin = DocBin(docs=[nlp(TEXT)], store_user_data=True)
    (doc,) = DocBin().from_bytes(doc_bin.to_bytes()).get_docs(nlp.vocab)
    assert doc.spans["hakusho"][0]._.hakusho["value"] == "総務省"


_SPAWNED = f"""
import multiprocessing, json
import spacy

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    nlp = spacy.blank("ja")
    nlp.add_pipe("hakusho", config={{"published": "2012-07"}})
    docs = list(nlp.pipe([{TEXT!r}] * 3, n_process=2, batch_size=2))
    print(json.dumps([[[s.text, s.label_, s._.hakusho["value"]] for s in doc.spans["hakusho"]] for doc in docs]))
"""


def test_two_processes_under_spawn(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(_SPAWNED, encoding="utf-8")
    done = subprocess.run([sys.executable, tmp_path / "script.py"], capture_output=True, text=True, timeout=160)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [[(text, label) for text, label, _ in doc] for doc in found] == [WANTED] * 3
    assert [value for _, _, value in found[0]][:2] == ["総務省", "2012-04"]


def test_evaluate() -> None:
    nlp = _blank()
    gold = nlp.make_doc("米国は独立した。")
    gold.ents = [gold.char_span(0, 2, "COUNTRY")]
    missed = nlp.make_doc("彼は来た。米国だ。")
    missed.ents = [missed.char_span(0, 1, "ORG")]
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in (gold, missed)])
    assert (scores["spans_hakusho_p"], scores["spans_hakusho_r"]) == (0.5, 0.5)
    assert scores["spans_hakusho_per_type"]["ORG"]["f"] == 0


def test_a_text_beyond_sudachis_limit() -> None:
    text = "総務省は日米両国の合意を発表した。" * 3000
    assert len(text.encode()) > 49_149 * 2
    doc = hakusho.to_doc(text)
    assert doc.text == text
    assert len(doc.spans["hakusho"]) == 9000


@pytest.mark.parametrize("published", ["2012", 2012, "2012-07", "2012-07-17", date(2012, 7, 17)])
def test_published_is_taken(published: object) -> None:
    (entity,) = hakusho.analyse("昨年に発表した。", published=published).entities  # type: ignore[arg-type]
    assert entity.value == "2011"


@pytest.mark.parametrize("published", ["2012/07", "平成24年", "2012-13", 20120717, True, 2012.5, None])
def test_published_is_refused_in_words(published: object) -> None:
    with pytest.raises(ValueError, match="YYYY, YYYY-MM or YYYY-MM-DD"):
        hakusho.analyse("昨年に発表した。", published=published)  # type: ignore[arg-type]


def test_public_names() -> None:
    assert set(dir(hakusho)) >= {"analyse", "to_doc", "evaluate", "process", "run", "read_run", "Run", "__version__"}
    with pytest.raises(AttributeError):
        hakusho.nothing  # noqa: B018
