"""Proposals, their features and what they weigh."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import document

from hakusho.files.lexicons import read_lexicon
from hakusho.flow import analyse, resources
from hakusho.labels import ORG
from hakusho.recognise.organisations.features import features
from hakusho.recognise.organisations.known_names import known_names, name_context
from hakusho.recognise.organisations.proposals import proposals
from hakusho.recognise.organisations.recogniser import OrganisationRecogniser
from hakusho.recognise.organisations.weighing import Weighed, weighed

WEIGHTS = {row["feature"]: int(row["weight"]) for row in read_lexicon("organisation_weights")}
PIECES = [
    "甲野",
    "市",
    "の",
    "消費",
    "者",
    "委員会",
    "は",
    "、",
    "ＡＢＣ",
    "銀行",
    "みどり",
    "と",
    "大学",
    "3",
    "第",
    "各",
    "(",
    ")",
    "・",
]


def _context(text: str):  # type: ignore[no-untyped-def]
    recogniser = resources().recognisers[ORG]
    assert isinstance(recogniser, OrganisationRecogniser)
    found = document(text)
    strong, _ = known_names(found, recogniser.lexicon, [], [])
    return name_context(found, recogniser.lexicon, [], [], strong)


def _best(text: str) -> Weighed:
    return next(weighed(_context(text), WEIGHTS))


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "甲野市消費者委員会は答申した。",
            "甲野市消費者委員会",
            ("place-first", "free-left", "topic-behind", "place-suffix"),
        ),
        ("会員の多い民話協会", "民話協会", ("content-1", "end-behind", "word-left")),
        ("みどり銀行の頭取", "みどり銀行", ("kana-first", "particle-behind")),
        ("海と緑の研究所", "海と緑の研究所", ("particle-inside",)),
        ("日本産食品の輸出", "日本産食品", ("relational-second",)),
        ("トルコ南東部の地震", "トルコ南東部", ("direction-last",)),
        ("専門委員会を置く", "専門委員会", ("content-0",)),
    ],
)
def test_what_holds_of_a_proposal(text: str, name: str, held: tuple[str, ...]) -> None:
    context = _context(text)
    found = {text[p.start : p.end]: features(p, context) for offered in proposals(context) for p in offered}
    assert set(held) <= set(found[name]), found[name]


def test_the_score_is_the_sum_and_the_runner_up_is_no_better() -> None:
    best = _best("県は甲野市消費者委員会に諮問した。")
    assert best.score == WEIGHTS["bias"] + sum(WEIGHTS.get(name, 0) for name in best.features)
    assert best.runner_up is not None
    assert best.runner_up.score <= best.score


def test_a_veto_outweighs_all_else() -> None:
    best = sum(weight for weight in WEIGHTS.values() if weight > 0)
    vetoes = {name: weight for name, weight in WEIGHTS.items() if weight <= -200}
    assert {"class", "common", "content-0"} <= vetoes.keys()
    # No proposal holds all that speaks for names; half of it is more than any holds.
    assert all(-weight > best / 2 for weight in vetoes.values())


def test_a_mention_tells_why_it_won() -> None:
    entities = analyse("県は甲野交響楽団を招いた。").entities
    mention = next(entity.mention for entity in entities if entity.mention.label == ORG)
    assert mention.found_by == "org:weighed:brand"
    assert mention.features[0].startswith("score=")
    assert "head-brand-named" in mention.features


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_proposals_begin_before_their_head_and_end_with_a_word(text: str) -> None:
    context = _context(text)
    for offered in proposals(context):
        starts = [proposal.start for proposal in offered]
        assert starts == sorted(set(starts), reverse=True)
        for proposal in offered:
            assert proposal.start < proposal.head_start < proposal.end
            assert context.runs.words.is_boundary(proposal.end)
            assert all(name == name.strip() for name in features(proposal, context))


@pytest.mark.parametrize(
    ("text", "anaphor", "value"),
    [
        ("全国漁港連合会が要望した。同連合会の会長", "同連合会", "全国漁港連合会"),
        ("国際写真家連盟は本部を置く。同連盟は年次大会を開く。", "同連盟", "国際写真家連盟"),
        ("日本民話財団は解散した。当該財団の残余財産", "当該財団", "日本民話財団"),
        ("日本測地協会の会員は次のとおり。本協会は定款を改める。", "本協会", "日本測地協会"),
        ("甲野交響楽団が演奏した。同楽団は海外でも知られる。", "同楽団", "甲野交響楽団"),
        ("横浜市役所は移転する。同市役所の窓口", "同市役所", "横浜市役所"),
        ("株式会社こもれびは、一般社団法人甲野協会と結んだ。同社は間伐材を扱う。", "同社", "こもれび"),
    ],
)
def test_a_word_that_points_back_is_the_nearest_that_fits(text: str, anaphor: str, value: str) -> None:
    values = {entity.mention.surface: entity.value for entity in analyse(text).entities}
    assert values.get(anaphor) == value


@pytest.mark.parametrize(
    "text", ["両省は合意した。", "同連盟は解散した。", "本大会の運営", "同窓会の名簿", "当日銀行に行った。"]
)
def test_what_points_to_no_body_is_none(text: str) -> None:
    assert not [entity.mention.surface for entity in analyse(text).entities if entity.mention.label == ORG]
