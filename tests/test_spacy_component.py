"""The spaCy component: mentions as spans of a Doc, also where they begin inside a token."""

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc

import hakusho

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


def test_to_doc() -> None:
    doc = hakusho.to_doc(TEXT, published="2012-07")
    assert doc.text == TEXT
    assert _mentions(doc) == WANTED
    assert [span.kb_id_ for span in doc.ents][:4] == ["総務省", "2012-04", "JPN", "USA"]
    assert len(list(doc.sents)) == 2
    assert "総務省" in displacy.render(doc, style="ent")
    assert "総務省" in displacy.render(doc, style="span", options={"spans_key": "hakusho"})


@pytest.mark.parametrize("load", [lambda: spacy.blank("ja"), lambda: spacy.load("ja_ginza")], ids=["blank", "ja_ginza"])
def test_component(load: object) -> None:
    nlp = load()  # type: ignore[operator]
    nlp.add_pipe("hakusho", config={"published": "2012-07"})
    doc = nlp(TEXT)
    assert _mentions(doc) == WANTED
    assert [(span.start_char, span.end_char) for span in doc.spans["hakusho"]] == [
        (span._.hakusho["start"], span._.hakusho["end"]) for span in doc.spans["hakusho"]
    ]


def test_a_text_beyond_sudachis_limit() -> None:
    text = "総務省は日米両国の合意を発表した。" * 3000
    assert len(text.encode()) > 49_149 * 2
    doc = hakusho.to_doc(text)
    assert doc.text == text
    assert len(doc.spans["hakusho"]) == 9000


def test_public_names() -> None:
    assert set(dir(hakusho)) >= {"analyse", "to_doc", "evaluate", "process", "__version__"}
    with pytest.raises(AttributeError):
        hakusho.nothing  # noqa: B018
