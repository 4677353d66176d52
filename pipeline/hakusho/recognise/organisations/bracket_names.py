"""Other names of a body in the bracket behind it: how it is read, what it is called in English, for short."""

from collections.abc import Iterator, Sequence

from hakusho.recognise.organisations import bracket_name_rules as rules
from hakusho.recognise.organisations.lexicon import FoundBody
from hakusho.text.names import without_legal_form


def bracketed_names(text: str, chosen: Sequence[FoundBody]) -> Iterator[FoundBody]:
    """Return the names that the bracket behind a body gives it: 日本銀行(にっぽんぎんこう、英: Bank of Japan)."""
    for body in chosen:
        if text[body.end : body.end + 1] in rules.OPENS:
            yield from _names(text, body)
            yield from _in_english(text, body)
        if text[body.start - 1 : body.start] in rules.OPENS:
            yield from _in_katakana(text, body)


def _in_english(text: str, body: FoundBody) -> Iterator[FoundBody]:
    """英国気象局(Met Office): a bracket of capitalised words behind a Japanese name is that body's."""
    match = rules.IN_ENGLISH.match(text, body.end + 1)
    if match and rules.JAPANESE.match(text, body.end - 1) and not rules.TITLE_WORDS.search(match["name"]):
        yield FoundBody(*match.span("name"), "definition", body=body.body or (body.start, body.end))


def _in_katakana(text: str, body: FoundBody) -> Iterator[FoundBody]:
    """ヤラ・インターナショナル(Yara International ASA): a firm in a bracket has its name before it."""
    opened = body.start - 1
    name = rules.KATAKANA_BEFORE.search(text, max(0, opened - rules.LONGEST_KATAKANA), opened)
    if name and body.rule == "legal-after" and text[body.start].isascii():
        yield FoundBody(*name.span(), "company")
        yield FoundBody(body.start, body.end, "definition", body=name.span())


def _names(text: str, body: FoundBody) -> Iterator[FoundBody]:
    at, place = body.end + 1, body.body or (body.start, body.end)
    for _ in range(rules.MOST_NAMES):
        reading = rules.READING.match(text, at)
        match = reading or rules.LABELLED.match(text, at)
        if match is None or (reading and not _may_read(reading["name"], text[body.start : body.end])):
            return
        yield FoundBody(*match.span("name"), "reading" if reading else "definition", body=place)
        between = rules.BETWEEN.match(text, match.end())
        if between is None:
            return
        at = between.end()


def _may_read(reading: str, name: str) -> bool:
    """A reading has at least as many signs as the name: けいはんな in 通信総合研究所(けいはんな) is where it stands."""
    return len(reading) >= len(without_legal_form(name))
