"""Short names that are also words: what may be next to them."""

import pytest
from tests.documents import document

from hakusho.files.lexicons import read_lexicon
from hakusho.recognise.organisations.finder import find_organisations
from hakusho.recognise.organisations.lexicon import body_lexicon

BODIES = [
    {"org_id": key, "name_ja": key, "kind": kind, "country": "", "parent": ""}
    for key, kind in (("promotion", "iaa"), ("union", "assoc"), ("court", "court"), ("chamber", "ngo"))
]
NAMES = [
    {"name": name, "org_id": key, "kind": "short", "use": use, "beside": beside}
    for name, key, use, beside in (
        ("学振", "promotion", "apart", ""),
        ("連合", "union", "weak", "会長|の会長"),
        ("ICC", "court", "weak", "検察官|に付託"),
        ("ICC", "chamber", "weak", "仲裁"),
    )
]
LEXICON = body_lexicon(NAMES, BODIES, [], read_lexicon("organisation_words"), [{"feature": "bias", "weight": "0"}])


def _found(text: str) -> list[tuple[str, ...]]:
    return [body.keys for body in find_organisations(document(text), LEXICON, [], [], [])]


@pytest.mark.parametrize("text", ["学振は公募した。", "旧学振の事業", "（学振）", "学振会長が述べた。", "JSPSと学振が"])
def test_a_short_name_that_stands_apart_is_found(text: str) -> None:
    assert _found(text) == [("promotion",)]


@pytest.mark.parametrize("text", ["科学振興を図る。", "学振興の計画", "2学振る", "学振DCの募集", "文学振興の会"])
def test_a_part_of_a_longer_word_is_no_name(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("連合会長は述べた。", ("union",)),
        ("連合の会長", ("union",)),
        ("ICC検察官が捜査する。", ("court",)),
        ("事態をICCに付託した。", ("court",)),
        ("ICC仲裁を選ぶ。", ("chamber",)),
    ],
)
def test_the_word_behind_a_weak_name_says_which_body_it_is(text: str, keys: tuple[str, ...]) -> None:
    assert _found(text) == [keys]


@pytest.mark.parametrize(
    "text", ["連合を組む。", "国際連合会長", "有志連合の会長", "ICCカード", "X-ICC仲裁", "EICC仲裁"]
)
def test_a_weak_name_without_such_a_word_is_none(text: str) -> None:
    assert _found(text) == []
