"""Bodies that the document itself names: by definition, by an alias it defined."""

import re
from collections.abc import Collection, Mapping, Sequence

from hakusho.recognise.organisations import definition_rules as rules
from hakusho.recognise.organisations.aliases import Alias, later_uses
from hakusho.recognise.organisations.evidence_rules import ENGLISH_BODY_WORD
from hakusho.recognise.organisations.lexicon import COMPANY_KINDS, FoundBody, ids_of
from hakusho.text.definitions import ViewDefinition
from hakusho.text.matching import Hit
from hakusho.text.names import without_legal_form


def defined_bodies(
    text: str,
    definitions: Sequence[ViewDefinition],
    chosen: Sequence[FoundBody],
    weak: Mapping[tuple[int, int], Hit],
    countries: Mapping[int, int],
) -> list[FoundBody]:
    """Return the names that a definition shows to be bodies: one of its forms is known, the others follow.

    `countries` says where the name of a country ends that begins at an offset: Maxis（マレーシア） is where it is.
    """
    by_span = {(body.start, body.end): body for body in chosen}
    by_end = {body.end: body for body in chosen}
    found = []
    for definition in definitions:
        if definition.ja and countries.get(definition.ja[0]) == definition.ja[1]:
            continue
        long_form = by_end.get(definition.ja[1]) if definition.ja else None
        short = by_span.get(definition.short)
        body = long_form or short or _weakly(definition, weak, text) or _by_its_name(definition, text, countries)
        if body is None or (long_form is None and not _names_a_body(definition, text)):
            continue
        if not _fits(definition, long_form, text) or _are_two(definition, short, long_form):
            continue
        anchor = (body.start, body.end)
        if long_form is None and definition.ja:
            anchor = definition.ja
            found.append(FoundBody(*definition.ja, "definition", body.keys))
        found.append(FoundBody(*definition.short, "definition", body=anchor))
        if definition.en:
            found.append(FoundBody(*definition.en, "definition", body=anchor))
    return found


def other_words(
    text: str, definitions: Sequence[ViewDefinition], hits: Sequence[Hit], kinds: Mapping[str, str]
) -> set[str]:
    """Return the acronyms of public bodies that this document uses for what is none: NAC(Network Admission Control)."""
    known = {(hit.start, hit.end): hit for hit in hits}
    found = set()
    for definition in definitions:
        hit, en = known.get(definition.short), definition.en
        if hit is None or en is None or not text[hit.start : hit.end].isascii():
            continue
        public = all(kinds.get(key) not in COMPANY_KINDS for key in ids_of(hit.key))
        # ITU Radiocommunication Sector holds a body's name.
        named = any(en[0] <= start and end <= en[1] for start, end in known) or ENGLISH_BODY_WORD.search(text, *en)
        called = definition.ja is not None and rules.BODY_ENDING.search(text[slice(*definition.ja)])
        if public and not (named or called):
            found.add(text[hit.start : hit.end])
    return found


_SHORTEST_PLACED = 6


def _by_its_name(definition: ViewDefinition, text: str, countries: Collection[int]) -> FoundBody | None:
    """欧州航空安全機関(EASA): a name that begins with a region, ends like a body's, and has an abbreviation."""
    if definition.kind != "acronym" or definition.ja is None or not text[slice(*definition.short)].isupper():
        return None
    start, end = definition.ja
    placed = (
        rules.OF_A_REGION.match(text, start)
        or start in countries
        or (text[start - 1 : start] == rules.OF and rules.MIXED.search(text[start:end]))
    )
    name = text[start:end]
    if not placed or len(name) < _SHORTEST_PLACED or not rules.ONLY_A_BODY.search(name):
        return None
    return FoundBody(start, end, "definition")


def _weakly(definition: ViewDefinition, weak: Mapping[tuple[int, int], Hit], text: str) -> FoundBody | None:
    """A weak name counts where a definition joins it to its other names."""
    spans = [span for span in (definition.ja, definition.short, definition.en) if span]
    hits = [weak[span] for span in spans if span in weak]
    if len(hits) >= 2 and set(ids_of(hits[0].key)) & set(ids_of(hits[1].key)):
        shared = tuple(i for i in ids_of(hits[0].key) if i in ids_of(hits[1].key))
        return FoundBody(hits[0].start, hits[0].end, "definition", shared)
    return None


def _names_a_body(definition: ViewDefinition, text: str) -> bool:
    if definition.ja is None:
        return True
    name = text[slice(*definition.ja)]
    if rules.READING.fullmatch(name):
        # The reading of an abbreviation: BEAJ(ビージェイ).
        return True
    return bool(rules.BODY_ENDING.search(name)) and not (
        rules.CLASS_OF_BODIES.fullmatch(name) or rules.MEETING_NAME.search(name)
    )


def _core_name(text: str, body: FoundBody) -> str:
    """Return the name inside a legal form: 株式会社クラウドワークス is クラウドワークス later on."""
    if not body.rule.startswith("legal"):
        return ""
    core = without_legal_form(text[body.start : body.end])
    # A word that the text used before it named the company (インターネット) is not a short name of it.
    used_before = text.find(core) < body.start
    return "" if rules.GENERIC_CORE.fullmatch(core) or used_before else core


def _fits(definition: ViewDefinition, long_form: FoundBody | None, text: str) -> bool:
    """「機構」 stands for 国際協力機構, 「割合」 for no body: a short name has the characters of the long one."""
    if definition.kind == "acronym" or long_form is None:
        return True
    short, name = text[slice(*definition.short)], text[long_form.start : long_form.end]
    if re.fullmatch("[ -~]+", short):
        return True
    shared = sum(character in name for character in short)
    return shared * 2 >= len(short) and len(short) <= max(len(name), 12)


_SHORT_NAME = 4


def _are_two(definition: ViewDefinition, short: FoundBody | None, long_form: FoundBody | None) -> bool:
    """NTT(電電公社) names two known bodies by short names; a full name in brackets says what the short one is."""
    if definition.ja is None or short is None or long_form is None or definition.ja < definition.short:
        return False
    if definition.ja[1] - definition.ja[0] > _SHORT_NAME:
        return False
    return bool(short.keys and long_form.keys) and not set(short.keys) & set(long_form.keys)


def aliased_bodies(text: str, definitions: Sequence[ViewDefinition], chosen: Sequence[FoundBody]) -> list[FoundBody]:
    """Return the later places where a name stands that the document defined, quoted, or gave a legal form to."""
    by_span = {(body.start, body.end): body for body in chosen}
    by_end = {body.end: body for body in chosen}
    aliases = []
    for definition in definitions:
        short = by_span.get(definition.short)
        long_form = by_end.get(definition.ja[1]) if definition.ja else None
        if not _fits(definition, long_form, text) or _are_two(definition, short, long_form):
            continue
        if long_form is not None or (short is not None and short.body):
            body = (long_form.start, long_form.end) if long_form else short.body  # type: ignore[union-attr]
            if body:
                aliases.append(Alias(text[slice(*definition.short)], definition.short[0], body))
                if long_form is not None and not long_form.keys:
                    aliases.append(Alias(text[slice(*body)], body[0], body))
    aliases = [alias for alias in aliases if re.search("[^0-9+& .-]", alias.word)]
    # A name in quotation marks or with its legal form is the same body wherever it stands without them.
    aliases += [
        Alias(text[b.start : b.end], -1, (b.start, b.end)) for b in chosen if b.rule in ("quoted", "about", "owner")
    ]
    aliases += [Alias(core, b.start, (b.start, b.end)) for b in chosen if (core := _core_name(text, b))]
    uses = later_uses(text, aliases)
    return [FoundBody(start, end, "alias", body=body) for start, end, body in uses if (start, end) != body]
