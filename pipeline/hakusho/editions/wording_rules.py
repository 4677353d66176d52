"""Patterns of wording that tell an updated paragraph from a reworded one; each with an example and a counter-example."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordingRule:
    """A pattern on folded text, with a text that it fits and one that it does not.

    `how` it is held against a text: search (anywhere in it), match (at its start) or fullmatch (all of it).
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    counter_example: str
    how: str = "search"

    def fits(self, text: str) -> bool:
        return getattr(self.pattern, self.how)(text) is not None


# Units that are compared: a number, a run of katakana or Latin letters, any other letter, a stop or separator.
WORD = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)|(?P<name>[ァ-ヺー]+)|(?P<latin>[a-zà-ɏ]+)|(?P<stop>[。、・])|(?P<letter>[^\W\d_])"
)

HIRAGANA = re.compile("[ぁ-ん]")

PLAN = WordingRule(
    "what is to be",
    re.compile(
        r"予定|見込|見通し|見込まれ|計画(?:である|して)|目指|方針|こととして|検討(?:を進め|して|する)|開催され(?:る|て)|しよう|されること"
    ),
    "次回の会合は、東京で開かれる予定である。",
    "次回の会合は、東京で開かれた。",
)
PAST = WordingRule(
    "what has been",
    re.compile(r"(?:[しいきぎりっんえけげせてねべめれた]|なさ)[ただ](?![いくがりん])"),
    "会合は、東京で開催された。",
    "会合は、東京で開催される。",
)
VERB = WordingRule(
    "a verb in a form that a clause can end in",
    re.compile(
        r"(?:[しいきぎりっんえけげせてねべめれ])(?:た|て|だ|で|ない|つつ)(?!は|の)|[すなあいけげせてねべめれえく]る|する|おり|れ、|し、|であ"
    ),
    "報告書を公表し、議論を深めた",
    "ズワイガニ及びクロマグロの",
)
_JOINT = "[、・]|及び|並びに|又は|若しくは|や|と"
ITEM = WordingRule(
    "items of an enumeration, with the joint before or after them",
    re.compile(rf"\A(?:(?:{_JOINT})[^ぁ-ん]+(?:等|など)?|[^ぁ-ん]+(?:等|など)?(?:{_JOINT}))\Z"),
    "及びクロマグロ",
    "議長のもと、",
    "fullmatch",
)
ITEMS = WordingRule(
    "several items of an enumeration, with the joints between them",
    re.compile(
        r"\A(?=.*(?:[、・]|及び|並びに|又は|若しくは))(?=.*[^ぁ-ん、・及並又若])(?:及び|並びに|又は|若しくは|など|[^ぁ-ん])++\Z"
    ),
    "、岩手県及び宮城",
    "岩手県に加え、宮城",
    "fullmatch",
)
VENUE = WordingRule(
    "after a country: only where something was held",
    re.compile(
        r"(?:[（(][^（）()]{1,12}[)）])?[^、。（(]{0,6}?(?:で|において|にて)[^、。]{0,8}?(?:開催|開か|開い|行われ|行った|実施|発足)|[)）]"
    ),
    "で開催された第67回総会",
    "との間では、平成30年12月に東京で開催された",
    "match",
)
LONG_FORM = WordingRule(
    "the foreign name after an abbreviation, given where it comes first",
    re.compile(r"(?<=[(])[a-z0-9 .・-]{2,20}:[ -~’]{4,120}(?=[)])|(?<=[a-z0-9])[ (][(][a-z][ -~’]{8,120}[)]"),
    "国際電気通信規則(itr:international telecommunication regulations)",
    "報告書(概要:全国の調査)",
)
RULES = (PLAN, PAST, VERB, ITEM, ITEMS, VENUE, LONG_FORM)
