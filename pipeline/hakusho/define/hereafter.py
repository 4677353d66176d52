"""Names given to a thing from there on, with the whole noun phrase that they stand for: （以下「機構」という。）."""

import itertools
import re
from collections.abc import Iterator

from hakusho.define import definition_rules as rules
from hakusho.define.clause_words import closing_of
from hakusho.define.initials import initials_start
from hakusho.define.members import last_member
from hakusho.define.noun_phrases import phrase_start, states
from hakusho.define.renamed import renamed
from hakusho.records import Acronym, Span, Words
from hakusho.text.views import View

_BREAK = re.compile(r"(?<!\s)\s*[\r\n]\s*")


def given_names(view: View, text: str, words: Words) -> Iterator[Acronym]:
    """Return a row for each name that the text gives, in order; `ja` is the phrase as printed, on one line."""
    folded = view.text
    for match in rules.HEREAFTER.finditer(folded):
        opening = _enclosing(folded, match.start())
        between = rules.BETWEEN.match(match["between"] or "")
        unbracketed = opening is None and between is not None and _ends_a_noun(folded, match.start(), words)
        if between is None or (opening is None and not between["object"] and not unbracketed):
            continue
        if unbracketed and not between["object"]:
            bounds = phrase_start(folded, match.start() - 1, words), match.start() - 1
            if row := _row(view, text, match.span(_named(match)), bounds, None, between["scope"] or ""):
                yield row
            continue
        opening = match.start() if opening is None else opening
        before = folded[opening + 1 : match.start()]
        if match[rules.CUT] and not _is_cut(folded, opening, match):
            continue
        phrase, en = _phrase(folded, opening, match, between, words), _english(folded, opening, before)
        en = match.span("gloss") if match["gloss"] else en
        if en is None and _is_gloss(folded, phrase):
            # 二国間クレジット制度（Joint Crediting Mechanism（以下「JCM」という。））: a bracket in the bracket.
            en, phrase = phrase, (phrase_start(folded, phrase[0] - 1, words), phrase[0] - 1)
        for group in (_named(match), *([rules.SECOND] if match[rules.SECOND] else [])):
            if row := _row(view, text, match.span(group), phrase, en, between["scope"] or ""):
                yield row
    yield from _outside_brackets(view, text, words)


def _outside_brackets(view: View, text: str, words: Words) -> Iterator[Acronym]:
    """AとBを併せて「X」という, Aを「X」といい、, （「X」と呼ばれる。）."""
    for match in rules.TOGETHER.finditer(view.text):
        begin = phrase_start(view.text, match.start(), words, together=True)
        if row := _row(view, text, match.span(_named(match)), (begin, match.start()), None, ""):
            yield row
    for match in itertools.chain(rules.CALLED_SO.finditer(view.text), rules.IN_TURN.finditer(view.text)):
        if row := _row(
            view,
            text,
            match.span(_named(match)),
            (
                phrase_start(view.text, match.start(), words, together=True, named=_ends_a_sentence(view.text, match)),
                match.start(),
            ),
            None,
            "",
        ):
            yield row


def _ends_a_sentence(text: str, match: "re.Match[str]") -> bool:
    """Return whether the verb of calling is the verb of the sentence, so that nothing before it is another's."""
    return text[match.end() : match.end() + 1] in rules.FULL_STOPS


def _ends_a_noun(text: str, at: int, words: Words) -> bool:
    """Return whether a noun and a comma stand before a place: 無料とする事業、以下「第三子事業」と申します."""
    return at > 1 and text[at - 1] == rules.BARE_BEFORE and words.pos_at(at - 2).startswith(rules.NOUNS)


def _is_cut(text: str, opening: int, match: "re.Match[str]") -> bool:
    """Return whether the signs of a name stand in this order before its bracket: 日本開発銀行（以下開銀）."""
    signs = iter(text[max(0, opening - rules.LONGEST_NAME) : opening])
    return match.start() == opening + 1 and all(sign in signs for sign in match[rules.CUT])


def _named(match: "re.Match[str]") -> str:
    """Return the group that holds the name."""
    return next(group for group in rules.NAMES if match.groupdict().get(group))


def _enclosing(text: str, at: int) -> int | None:
    """Return the bracket that holds a place; None outside of one."""
    depth = 0
    for index in range(at - 1, max(-1, at - rules.LONGEST_BRACKET), -1):
        if text[index] == ")":
            depth += 1
        elif text[index] == "(":
            if depth == 0:
                return index
            depth -= 1
    return None


def _phrase(text: str, opening: int, match: "re.Match[str]", between: "re.Match[str]", words: Words) -> tuple[int, int]:
    """Return the bounds of what is named: in the definition itself, in its bracket, or before it."""
    if between["object"]:
        at = match.start("between")
        return at + between.start("object"), at + between.end("object")
    points_back = rules.POINTS_BACK.fullmatch(text, opening + 1, match.start())
    if text[match.start() - 1] not in rules.BEFORE_HEREAFTER and not points_back:
        return phrase_start(text, match.start(), words), match.start()
    inside = rules.JAPANESE_INSIDE.match(text[opening + 1 : match.start()])
    if inside and rules.ENGLISH_BEFORE.search(text, max(0, opening - rules.LONGEST_ENGLISH), opening):
        return opening + 1, opening + 1 + inside.end("ja")
    end = opening
    while end and text[end - 1] in rules.SPACES:
        end -= 1
    if mark := rules.MARK_BEHIND.search(text, max(0, end - rules.LONGEST_ENDING), end):
        end = mark.start()
    if states(text, end, words):
        return end, end
    if words.pos_at(end - 1).startswith(rules.VERBS):
        if inner := rules.NOUN_INSIDE.search(text, opening + 1, match.start()):
            return inner.span("ja")
    if title := _title_start(text, opening, end, words):
        return title, end
    whole = bool(points_back or rules.AS_A_WHOLE.search(match.group()))
    start = phrase_start(text, end, words, together=whole)
    return (start if whole else last_member(text, start, end, match[_named(match)], words)), end


def _title_start(text: str, opening: int, end: int, words: Words) -> int | None:
    """Return where the title of a law begins whose number stands in the bracket, behind 基づく and the like."""
    if not (rules.LAW_NUMBER.match(text, opening + 1) and rules.TITLE_END.search(text, max(0, end - 2), end)):
        return None
    start = phrase_start(text, end, words)
    cuts = [match.end() for match in rules.BEFORE_A_TITLE.finditer(text, start, end)]
    return cuts[-1] if cuts else None


def _is_gloss(text: str, phrase: tuple[int, int]) -> bool:
    """Return whether a phrase is the English name in a bracket of its own."""
    opened = phrase[0] > 0 and text[phrase[0] - 1] in rules.OPENING
    return opened and rules.LATIN_NAME.fullmatch(text, *phrase) is not None


def _english(text: str, opening: int, before: str) -> tuple[int, int] | None:
    if inside := rules.ENGLISH_INSIDE.match(before):
        return opening + 1 + inside.start("en"), opening + 1 + inside.end("en")
    if rules.JAPANESE_INSIDE.match(before) and (
        outer := rules.ENGLISH_BEFORE.search(text, max(0, opening - rules.LONGEST_ENGLISH), opening)
    ):
        return outer.span("en")
    return None


def _row(
    view: View, text: str, name: tuple[int, int], phrase: tuple[int, int], en: tuple[int, int] | None, scope: str
) -> Acronym | None:
    short = view.span(*name)
    called = short_form(text[short.slice])
    if thing := rules.OF_THE_THING.search(view.text, *phrase):
        phrase = phrase[0], thing.start()
    ja = _printed(view, text, _unquoted(view.text, phrase))
    if not ja or ja == called or ja in rules.PRONOUNS:
        return None
    place = view.span(*_unquoted(view.text, phrase))
    if mark := rules.SPACED_MARK.search(text, max(0, place.end - rules.LONGEST_ENDING), place.end):
        ja, place = ja[: mark.start() - mark.end()], Span(place.start, mark.start())
    if en is None and rules.LATIN_NAME.fullmatch(view.text, *_unquoted(view.text, phrase)):
        return Acronym(called, "", re.sub(r"\s+", " ", ja), short, None, place, scope)
    english = re.sub(r"\s+", " ", text[view.span(*en).slice]) if en else ""
    return Acronym(called, ja, english, short, place, view.span(*en) if en else None, scope)


def short_form(printed: str) -> str:
    """Return a short form on one line, with spaces between words in Latin letters only.

    >>> short_form("機　構"), short_form("D to P")
    ('機構', 'D to P')
    """
    return re.sub(r"\s+", " ", rules.SPACE_OF_A_NAME.sub("", printed))


def _printed(view: View, text: str, bounds: tuple[int, int]) -> str:
    if bounds[0] >= bounds[1]:
        return ""
    span: Span = view.span(*bounds)
    return _BREAK.sub("", text[span.slice]).strip(rules.SPACES)


def _unquoted(text: str, bounds: tuple[int, int]) -> tuple[int, int]:
    """Drop the quotation marks around a whole title."""
    start, end = bounds
    if text[start : start + 1] in rules.QUOTATION_STARTS and closing_of(text, start) == end - 1:
        return start + 1, end - 1
    return bounds


def name_start(text: str, start: int, bracket: int) -> int:
    """Return where a name begins that ends at `bracket`, from the place where its run of name characters does.

    >>> text = "気候変動に関する政府間パネル(IPCC)"
    >>> name_start(text, 8, 14)
    0
    """
    close = text.find(")", bracket)
    opening, closing = rules.QUOTATION_STARTS[0], rules.QUOTATION_ENDS[0]
    quote = text.rfind(opening, max(0, bracket - rules.LONGEST_QUOTED), start)
    if quote >= 0 and text[close + 1 : close + 2] == closing and closing not in text[quote:bracket]:
        return quote + 1
    while modifier := rules.NAME_MODIFIER.search(text, max(0, start - rules.LONGEST_QUOTED), start):
        start = modifier.start()
    return start


def shortened(view: View, text: str, words: Words) -> Iterator[Acronym]:
    """Return a row for each katakana word in a bracket that is the word before it in full, or the name of a phrase.

    ブログ（ウェブログ） gives ブログ; 絶滅のおそれのある種のリスト（レッドリスト） gives レッドリスト.
    """
    for match in rules.KANA_IN_BRACKET.finditer(view.text):
        before = rules.KANA_BEFORE.search(view.text, max(0, match.start() - rules.LONGEST_KANA), match.start())
        if before is None:
            continue
        short, full = before.span(), match.span("ja")
        if _is_cut_from(before.group(), match["ja"], full[0], words):
            yield _plain(view, text, short, full)
        elif not before.group() and _is_read(view.text, match["ja"], short[0]):
            begin = name_start(view.text, _run(view.text, short[1]), short[1])
            begin = initials_start(view.text, begin, short[1], rules.READ_AS_WORDS, words)
            yield _plain(view, text, full, (begin, short[1]))
        elif _is_new_name(words, *full):
            begin = phrase_start(view.text, short[1], words)
            if rules.MODIFIED.search(view.text, begin, short[1]):
                yield _plain(view, text, full, (begin, short[1]))
    for name, phrase in renamed(view.text, words):
        yield _plain(view, text, name, phrase)


def _is_cut_from(short: str, full: str, start: int, words: Words) -> bool:
    """Return whether a word is what is left of a longer one: ブログ of ウェブログ, アプリ of アプリケーション."""
    if len(short) < rules.SHORTEST_KANA or short == full:
        return False
    signs = iter(full)
    # パソコン of パーソナルコンピュータ
    cut = full[0] == short[0] and len(full) > len(short) + 1 and all(sign in signs for sign in short)
    return (cut and not full.endswith(short)) or (
        full.endswith(short) and not words.is_boundary(start + len(full) - len(short))
    )


def _is_read(text: str, kana: str, bracket: int) -> bool:
    """Return whether a word in kana is how the initials of the long name before it are read: ガット, ユネスコ."""
    name = text[max(0, bracket - rules.LONGEST_NAME) : bracket]
    short = len(kana) <= rules.LONGEST_INITIALS and rules.READ_INITIALS.search(name) is not None
    return short or rules.SURELY_A_NAME.search(name) is not None


def _run(text: str, end: int) -> int:
    """Return where the run of signs that names are made of begins."""
    run = rules.NAME_RUN.search(text, max(0, end - rules.LONGEST_NAME), end)
    return run.start() if run else end


def _is_new_name(words: Words, start: int, end: int) -> bool:
    """Return whether a word is put together from others, none of them a proper name: レッド and リスト."""
    inside = range(words.word_at(start), words.word_at(end - 1) + 1)
    return len(inside) > 1 and not any(words.pos_at(words.starts[index]).startswith(rules.PROPER) for index in inside)


def _plain(view: View, text: str, short: tuple[int, int], ja: tuple[int, int]) -> Acronym:
    places = view.span(*short), view.span(*ja)
    return Acronym(text[places[0].slice], _printed(view, text, ja), "", places[0], places[1])
