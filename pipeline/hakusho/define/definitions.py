"""Definitions: what a document says its short forms stand for.

国際電気通信連合（ITU：International Telecommunication Union）    long, short and English
ODA（政府開発援助：Official Development Assistance）              short first
独立行政法人国際協力機構（JICA。以下「機構」という。）              a name that holds from there on
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hakusho.define import definition_rules as rules
from hakusho.define import latin_rules
from hakusho.define.clippings import is_clipped
from hakusho.define.hereafter import given_names, name_start, short_form, shortened
from hakusho.define.initials import initials_start
from hakusho.define.latin_names import (
    english_first,
    is_list,
    is_reading,
    nested,
    same_letters,
    short_behind_a_word,
    spelled,
    spells,
)
from hakusho.define.members import last_member
from hakusho.define.noun_phrases import phrase_start, states, without_left_words
from hakusho.records import Acronym, Block, Region, Span, Table, Words
from hakusho.text.definitions import ViewDefinition
from hakusho.text.views import View


def find_definitions(view: View, words: Words) -> list[ViewDefinition]:
    """Return the definitions of a view's text in order."""
    found: list[ViewDefinition] = []
    for match in rules.BRACKET.finditer(view.text):
        found += _of_bracket(view.text, match, words)
    return sorted([*found, *_of_glossary(view.text)], key=lambda definition: definition.short)


def _of_glossary(text: str) -> Iterator[ViewDefinition]:
    """BCP：Business Continuity Plan（事業継続計画）の略。"""
    for match in itertools.chain(latin_rules.GLOSSARY.finditer(text), latin_rules.GLOSSARY_ENTRY.finditer(text)):
        if definition := _of_entry(match):
            yield definition


def _of_entry(match: re.Match[str]) -> ViewDefinition | None:
    """Return the definition of a short form with its English and Japanese names in either order."""
    en = "en" if match["en"] else "inner"
    ja = "ja" if match["ja"] else "outer"
    if not (_is_short(match["short"]) and spells(match["short"], match[en])):
        return None
    return ViewDefinition(match.span("short"), match.span(ja) if match[ja] else None, match.span(en))


def _of_bracket(text: str, match: re.Match[str], words: Words) -> Iterator[ViewDefinition]:
    inner, start = rules.STANDS_FOR.sub("", match["inner"]), match.start("inner")
    if hereafter := rules.HEREAFTER_IN_BRACKET.search(inner):
        if name := _name_before(text, match.start(), words):
            yield ViewDefinition(
                (start + hereafter.start("name"), start + hereafter.end("name")), name, None, "hereafter"
            )
        inner = inner[: hereafter.start()].rstrip(rules.AFTER_LONG_FORM)
        if not inner:
            return
    if definition := _acronym(text, inner, match, words):
        yield definition
    elif alias := rules.ALIAS_ONLY.match(inner):
        group = next(name for name in ("name", "quoted", "also") if alias[name])
        if name := _name_before(text, match.start(), words) or _noun_in_kana(text, match.start()):
            yield ViewDefinition((start + alias.start(group), start + alias.end(group)), name, None, "alias")
    elif rules.CLIPPING.fullmatch(inner) and (name := _name_before(text, match.start(), words)):
        if not _is_place(start, start + len(inner), words) and is_clipped(inner, text, name, words):
            yield ViewDefinition((start, start + len(inner)), name, None)


def _is_place(start: int, end: int, words: Words) -> bool:
    """Return whether a bracket holds the name of a place, as that of where a firm is: スイスコム(スイス)."""
    return words.pos_at(start).startswith(rules.PLACE) and not any(map(words.is_boundary, range(start + 1, end)))


def _acronym(text: str, inner: str, bracket: re.Match[str], words: Words) -> ViewDefinition | None:
    at = bracket.start()
    if (outside := nested(text, bracket)) and (definition := _of_entry(outside)):
        return definition
    if is_list(inner, text[max(0, at - rules.LONGEST_NAME) : at]) or rules.LATIN_SIGN.match(text, bracket.end()):
        # 端末(OS、ソフト等); 異能(Inno)vation: a bracket inside a word.
        return None
    if definition := _long_first(inner, bracket.start("inner"), text, words):
        return definition
    if english := english_first(text, inner, at):
        short, ja, en = english
        return ViewDefinition(short, ja or _name_outside(text, en[0], words), en)
    if inside := _inside(text, inner, bracket, words):
        return inside
    short_first = latin_rules.LATIN_WORDS.search(text, max(0, at - rules.LONGEST_SHORT), at)
    if short_first is None or latin_rules.SLASH in short_first["short"]:
        short_first = short_behind_a_word(text, inner, at) or short_first
    definition = _short_first(inner, bracket.start("inner"), short_first) if short_first else None
    return _named_outside(text, definition, bracket.end(), words) if definition else None


def _inside(text: str, inner: str, bracket: re.Match[str], words: Words) -> ViewDefinition | None:
    """Return the definition of a short form beside its name: (解析対象集団;FAS); (FDD:周波数分割複信) behind a verb."""
    match = latin_rules.JA_THEN_SHORT.fullmatch(inner)
    if match is None and (match := latin_rules.SHORT_THEN_JA.fullmatch(inner)):
        if not states(text, bracket.start(), words):
            return None
    if match is None or not _is_short(match["short"]):
        return None
    start = bracket.start("inner")
    ja = start + match.start("ja"), start + match.end("ja")
    return ViewDefinition((start + match.start("short"), start + match.end("short")), ja, None, "alias")


def _named_outside(text: str, definition: ViewDefinition, end: int, words: Words) -> ViewDefinition:
    """Return a short form that fills its own bracket with the name before it: 統合交通(MaaS(Mobility as a Service))."""
    start = definition.short[0] - 1
    if definition.ja or not (text.startswith("(", start) and text.startswith(")", end)):
        return definition
    name = _name_before(text, start, words)
    return replace(definition, ja=name) if name and rules.JAPANESE.search(text, *name) else definition


def _name_outside(text: str, start: int, words: Words) -> tuple[int, int] | None:
    """Return the Japanese name before the bracket that an English name opens: …制度（Joint … Mechanism（JCM））."""
    opening = latin_rules.BEFORE_ENGLISH.search(text, max(0, start - latin_rules.LONGEST_LABEL), start)
    name = _name_before(text, opening.start(), words) if opening else None
    return name if name and rules.JAPANESE.search(text, *name) else None


def _noun_in_kana(text: str, end: int) -> tuple[int, int] | None:
    noun = rules.NOUN_IN_KANA.search(text, max(0, end - rules.LONGEST_NAME), end)
    return noun.span() if noun else None


def _long_first(inner: str, start: int, text: str, words: Words) -> ViewDefinition | None:
    """国際電気通信連合(ITU:…): the Japanese name stands before the bracket."""
    match = rules.INNER.match(inner) or latin_rules.INNER_ENGLISH.match(inner)
    if match is None or not (_is_short(match["short"]) or latin_rules.DIGIT_FIRST.fullmatch(match["short"])):
        return None
    if (name := _name_before(text, start - 1, words)) is None:
        # 通信衛星を使うもの(CBT：Computer Based Training)
        sure = match["en"] and not match["tail"] and spells(match["short"], match["en"])
        return _placed(match, start, None) if sure else None
    long_form = text[name[0] : name[1]]
    if match["tail"] and not long_form.endswith(match["tail"]):
        return None
    head = match.groupdict().get("head") or ""
    apart = rules.CAPITALS_APART.match(match["short"])
    if not long_form.startswith(head) or (apart and not match["en"] and not long_form.startswith(apart["first"])):
        return None
    if not rules.JAPANESE.search(long_form) or (not match["en"] and _is_translated(match["short"], long_form)):
        return None
    if rules.PERSON.search(long_form) or not (_is_short(match["short"]) or _counts(match["short"], long_form)):
        return None
    return _placed(match, start, name)


def _placed(match: re.Match[str], start: int, name: tuple[int, int] | None) -> ViewDefinition:
    """Return the definition of a bracket whose text begins at `start`."""
    en = (start + match.start("en"), start + match.end("en")) if match["en"] else None
    head = match.groupdict().get("head") or ""
    return ViewDefinition((start + match.start("short") - len(head), start + match.end("tail")), name, en)


def _short_first(inner: str, start: int, short: re.Match[str]) -> ViewDefinition | None:
    """ODA(政府開発援助:…), LTE (Long Term Evolution): the short form stands before the bracket."""
    if not _is_short(short["short"]):
        return None
    place = short.start("short"), short.end("tail")
    if short["short"] in inner.split():
        # IBM（IBM API Connect）: what contains a name is not what it stands for.
        return None
    if match := rules.INNER_JA.match(inner):
        ja = match["ja"].rstrip()
        if not rules.JAPANESE.search(ja) or rules.REMARK.search(ja) or not ja.endswith(short["tail"]):
            return None
        if not match["en"] and (is_reading(short["short"], ja) or _is_translated(short["short"], ja)):
            return None
        en = (start + match.start("en"), start + match.end("en")) if match["en"] else None
        return ViewDefinition(place, (start, start + len(ja)), en)
    if (match := latin_rules.EN_THEN_JA.fullmatch(inner)) and spelled(short["short"], match["en"]):
        ja_at, en_at = match.span("ja"), match.span("en")
        return ViewDefinition(place, (start + ja_at[0], start + ja_at[1]), (start + en_at[0], start + en_at[1]))
    if not short["tail"] and re.fullmatch(rules.LATIN, inner) and spelled(short["short"], inner):
        return ViewDefinition(place, None, (start, start + len(inner)))
    return None


def _is_short(word: str) -> bool:
    """Short forms have two capitals or more, and are not a year or figure number."""
    return sum(character.isupper() for character in word) >= 2 or bool(latin_rules.SHORT_WORD.fullmatch(word))


def _counts(short: str, name: str) -> bool:
    """Return whether a short form begins with what its name counts with: 5G, 第5世代移動通信システム."""
    return short[0] in latin_rules.DIGIT_IN_NAME.findall(name)


def _is_translated(short: str, name: str) -> bool:
    """Return whether a plain word is no short form but a translation or a brand: 仕事(Work); not 通信庁(Ofcom)."""
    return latin_rules.PLAIN_WORD.fullmatch(short) is not None and not rules.BODY.search(name)


def _name_before(text: str, end: int, words: Words) -> tuple[int, int] | None:
    """Return the bounds of the name that ends before `end`: a quotation, or a run of name characters."""
    if text.startswith(" ", end - 1):
        end -= 1
    window = max(0, end - rules.LONGEST_NAME)
    if quoted := rules.QUOTED.search(text, window, end):
        return quoted.start(1), quoted.end(1)
    match = rules.NAME_RUN.search(text, window, end)
    if match is None:
        return None
    start, name = match.start(), match.group()
    stripped = name.lstrip(rules.NO_EDGE)
    start += len(name) - len(stripped)
    start = without_left_words(text, start, end, words)
    if end - start == 1 and text[start - 1] == rules.OF and (owner := rules.NAME_RUN.search(text, window, start - 1)):
        # 生活の質
        return owner.start(), end
    return (start, end) if end - start >= 2 else None


def acronyms(
    definitions: Sequence[ViewDefinition], noted: Iterable[Acronym], view: View, text: str, words: Words
) -> tuple[Acronym, ...]:
    """Return one row per short form, where it is first defined, with all that the document's definitions say of it."""
    rows: dict[str, Acronym] = {}
    short_forms = [
        _row(d, view, text, words) for d in definitions if d.kind != "hereafter" and not _is_bare(d, view.text, words)
    ]
    for row in [*given_names(view, text, words), *short_forms, *shortened(view, text, words), *noted]:
        known = rows.get(row.short)
        rows[row.short] = _merged(known, row) if known else row
    return tuple(sorted(rows.values(), key=lambda row: row.span))


def table_notes(tables: Sequence[Table], blocks: Sequence[Block], text: str) -> Iterator[Acronym]:
    """Return what the notes under a table say of the words it marks: SATREPS* and 「* Science and … (地球規模…)」."""
    for table in tables:
        for cell in table.cells:
            marked = rules.MARKED_CELL.fullmatch(text[cell.span.slice])
            note = _note_under(table, marked["marker"], blocks, text) if marked else None
            expansion = rules.EXPANSION.match(text, *note) if note else None
            if marked and expansion and _is_short(marked["short"]):
                short = Span(cell.span.start, cell.span.start + len(marked["short"]))
                ja, en = Span(*expansion.span("ja")), Span(*expansion.span("en"))
                yield Acronym(marked["short"], text[ja.slice], text[en.slice], short, ja, en)


def _note_under(table: Table, marker: str, blocks: Sequence[Block], text: str) -> tuple[int, int] | None:
    for block in blocks:
        if block.span.start >= table.span.end and block.kind in (Region.FOOTNOTE, Region.CAPTION):
            start = text.find(marker, block.span.start, block.span.start + len(marker) + 2)
            return (start + len(marker), block.span.end) if start >= 0 else None
    return None


def _row(definition: ViewDefinition, view: View, text: str, words: Words) -> Acronym:
    short = view.span(*definition.short)
    ja = view.span(*definition.ja) if definition.ja else None
    if ja and (outer := latin_rules.OUTER_LATIN.match(text, ja.start, ja.end)):
        # ITU-D 第2研究委員会(SG2): the body above is named first, the short form is of what follows.
        ja = Span(outer.end(), ja.end)
    en = view.span(*definition.en) if definition.en else None
    whole = ja
    if ja and definition.ja and definition.short[0] > definition.ja[1]:
        begin = _begin(definition, definition.ja, view.text, words)
        whole = Span(view.span(begin, definition.ja[1]).start, ja.end) if begin < definition.ja[0] else ja
    return Acronym(
        short_form(text[short.slice]),
        re.sub(r"\s*[\r\n]\s*", "", text[whole.slice]) if whole else "",
        re.sub(r"\s+", " ", text[en.slice]) if en else "",
        short,
        ja,
        en,
    )


def _is_bare(definition: ViewDefinition, text: str, words: Words) -> bool:
    """Return whether a name says only of which kind a thing is: 電話サービス(IP電話サービス)."""
    return (
        _adds_to(definition, text)
        and definition.ja is not None
        and phrase_start(text, definition.ja[1], words) >= definition.ja[0]
    )


def _adds_to(definition: ViewDefinition, text: str) -> bool:
    """Return whether a short form is its name with something before it: 基地局(NR基地局)."""
    ja = definition.ja
    behind = ja is not None and ja[1] < definition.short[0]
    return behind and ja is not None and text[slice(*definition.short)].endswith(text[slice(*ja)])


def _begin(definition: ViewDefinition, name: tuple[int, int], text: str, words: Words) -> int:
    """Return where the long form begins: of an acronym the name, of another short form the whole phrase."""
    if definition.kind == "acronym" and not _adds_to(definition, text):
        start = name_start(text, *name)
        quoted = text[start - 1 : start] in rules.QUOTATION_STARTS
        short = text[slice(*definition.short)]
        return start if quoted or start < name[0] else initials_start(text, start, name[1], short, words)
    return last_member(text, phrase_start(text, name[1], words), name[1], text[slice(*definition.short)], words)


def _merged(known: Acronym, row: Acronym) -> Acronym:
    """The fuller definition wins: one with an English name, then the longer Japanese one that ends alike."""
    if row.en and not known.en and row.ja:
        return replace(row, span=min(known.span, row.span))
    if not known.ja and row.ja:
        # FTA of a firm that is named in English only, and 自由貿易協定（FTA：Free Trade Agreement）.
        another = known.en and row.en and not same_letters(known.en, row.en)
        return row if another else replace(known, ja=row.ja, ja_span=row.ja_span)
    if not known.en and row.en:
        return replace(known, en=row.en, en_span=row.en_span)
    return known
