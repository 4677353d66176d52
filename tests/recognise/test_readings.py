"""Names of known bodies in kana: found where they stand apart, with the body that is read so."""

import pytest
from tests.marked import strip_marks

from hakusho.flow import analyse

FOUND = """
[もんぶしょう|ORG|文部省]、英語: Ministry of Education
読売新聞社([よみうりしんぶんしゃ|ORG|読売新聞社]、英: The Yomiuri Shimbun)は
[がいむしょう|ORG|外務省]は、条約を結びます。
くわしくは[こうせいろうどうしょう|ORG|厚生労働省]のホームページを見てください。
[にっぽんぎんこう|ORG|日本銀行]、英: Bank of Japan
[たからづかかげきだん|ORG|宝塚歌劇団]
[しこくりょかくてつどう|ORG|四国旅客鉄道]、英: Shikoku Railway Company
"""
NONE = """
とうほうは、東の方角である。
もんぶしょうしょうか(文部省唱歌)を歌う。
こくさいれんごうぐん
それはきんゆうちょうせいのためです。
ふくいんちょうは、委員会の仕事を助けます。
けんきゅうしゃは、実験をします。
休みに、にほんりょこうに行きました。
兄弟(きょうだい)、鏡台(きょうだい)
しょうぼうちょうは、署員を集めた。
"""


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_names_in_kana(line: str) -> None:
    text, gold = strip_marks(line)
    found = {(e.mention.span.start, e.mention.span.end, e.value) for e in analyse(text, frozenset({"ORG"})).entities}
    assert {(mark.start, mark.end, mark.value) for mark in gold} <= found


@pytest.mark.parametrize("line", NONE.strip().splitlines())
def test_parts_of_other_words(line: str) -> None:
    kana = [e for e in analyse(line, frozenset({"ORG"})).entities if e.mention.surface[0] >= "ぁ"]
    assert [e.mention.surface for e in kana if e.mention.surface < "一"] == []
