"""Names without a head: what stands beside them tells them, and persons, places and things beside the same words are none."""

import pytest
from tests.bench.composed import COMPOSED
from tests.marked import read_cases, strip_marks

from hakusho.files.lexicons import read_lexicon
from hakusho.flow import analyse
from hakusho.recognise.organisations.headless_features import is_telling

FOUND = """
ベンチャー企業の[ボレアリス|ORG|ボレアリス]が上場した。
[ソラリス|ORG|ソラリス]は、札幌市に本社を置くソフトウェア会社である。
通信機器大手の[ノルディア|ORG|ノルディア]が、工場を閉鎖した。
彼は[ソラリス|ORG|ソラリス]に入社し、のちに独立した。
"""
NONE = """
カール・シュミットが所有していた邸宅は、現在は美術館である。
アリゾナ準州から州に昇格した。
クリスマスの時期に、ツリーが販売される。
アルプスのトンネルを建設する計画が発表された。
プラスチック製の容器が製造された。
ヴォーカルのサラが脱退し、活動を休止した。
ヘンリー・ブラウンに敗れた。
233chが放送終了した。
成長率がプラスに転じた。
調査の結果をブログに掲載した。
iPhoneが発売された。
彼女はマスコミに就職した。
この布はアルコールを吸収する。
メッセージは生産者の言葉である。
ネットワークは事業者ごとに構築される。
重要インフラ事業者のサイバーセキュリティ担当者が集まった。
海外ベンダーとの提携を進める。
ゼレンスキーは声明を出した。
プロセス・イノベーションは生産工程の改善である。
インターネット接続に加入する世帯が増えた。
自身のツイッターで表明した。
大手SIerや利用者が挙げられる。
主人公はタイムパトロールに所属する少年である。
ITVカメラを設置し、細胞をPBSで洗った。
宇宙少年隊の活動に、天井桟敷から声が飛んだ。
その語から連想される言葉を聯想と書いた。
欧州統合が進み、大飯原発が再稼働した。
花巻温泉と川崎大師を訪れ、沖縄開発の歴史を学んだ。
"""
PRECISION, RECALL = 0.93, 0.58


def _organisations(text: str) -> set[tuple[int, int]]:
    entities = analyse(text, frozenset({"ORG"})).entities
    return {(e.mention.span.start, e.mention.span.end) for e in entities}


@pytest.mark.parametrize("line", [*FOUND.strip().splitlines(), *NONE.strip().splitlines()])
def test_names_beside_cues(line: str) -> None:
    text, gold = strip_marks(line)
    assert _organisations(text) == {(mark.start, mark.end) for mark in gold}


def test_a_sure_name_is_found_all_over_a_document() -> None:
    text = "通信機器大手のノルディアは、ノルウェーの企業である。\n昨年、ノルディアの売上げは半減した。ノルディア氏は、その創業者ではない。"
    found = [text[start:end] for start, end in sorted(_organisations(text))]
    assert found.count("ノルディア") == 2


def test_what_a_name_does_once_says_nothing_of_the_rest_of_a_document() -> None:
    text = "昨年はノルディアを買収した。\n利用者はノルディアを起動し、ノルディアの画面を開く。"
    assert len(_organisations(text)) <= 1


def test_our_sentences_as_a_whole() -> None:
    right = wrong = missed = 0
    for case in read_cases("headless", COMPOSED):
        gold = {(mark.start, mark.end) for mark in case.gold}
        found = _organisations(case.text)
        right, wrong, missed = right + len(gold & found), wrong + len(found - gold), missed + len(gold - found)
    assert right / (right + wrong) >= PRECISION
    assert right / (right + missed) >= RECALL


def test_cues_are_given_once_and_weights_have_features_of_cues() -> None:
    cues = read_lexicon("headless_cues")
    assert len({(row["cue"], row["place"]) for row in cues}) == len(cues)
    sets = {f"{row['place']}-{row['set']}" for row in cues}
    told = [row["feature"] for row in read_lexicon("headless_weights") if is_telling(row["feature"])]
    assert {name for name in told if name.startswith(("behind-", "is-"))} <= sets
