"""Find every organisation of a text: by lexicon, by the grammar of names, by definition and by reference back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hakusho.recognise.edges import torn
from hakusho.recognise.organisations import grammar_rules
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.anaphora import anaphoric_bodies
from hakusho.recognise.organisations.bracket_names import bracketed_names
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.definitions import aliased_bodies, defined_bodies, other_words
from hakusho.recognise.organisations.evidence import find_by_evidence
from hakusho.recognise.organisations.grammar import find_bodies
from hakusho.recognise.organisations.headless_names import names_without_head
from hakusho.recognise.organisations.known_names import companies_of, known_names, name_context
from hakusho.recognise.organisations.lexicon import BodyLexicon, FoundBody, ids_of, is_weak
from hakusho.recognise.organisations.local_names import local_names
from hakusho.recognise.organisations.readings import names_in_kana
from hakusho.recognise.organisations.short_names import shortened_names, units_of_short_names
from hakusho.recognise.organisations.weighing import beside, names_by_weight
from hakusho.records import Span
from hakusho.text.definitions import ViewDefinition
from hakusho.text.document import Document
from hakusho.text.matching import Hit
from hakusho.text.names import WHOLE
from hakusho.text.overlap import best_cover


def find_organisations(
    document: Document,
    lexicon: BodyLexicon,
    dates: Sequence[tuple[int, int]],
    countries: Sequence[tuple[int, int]],
    definitions: Sequence[ViewDefinition],
) -> list[FoundBody]:
    """Return the organisations of a document in order, in offsets of its view; none overlap.

    `dates` and `countries` are the spans of those mentions, `definitions` what the document defines.
    """
    text = document.view.text
    strong, weak = known_names(document, lexicon, dates, countries)
    if others := other_words(text, definitions, strong, lexicon.kinds):
        strong = [hit for hit in strong if text[hit.start : hit.end] not in others]
    context = name_context(document, lexicon, dates, countries, strong)
    found = [FoundBody(hit.start, hit.end, "lexicon", ids_of(hit.key)) for hit in strong]
    found += _printed_apart(document, lexicon)
    found += _spaced_from_parent(text, strong, lexicon)
    found += [FoundBody(c.start, c.end, c.rule, head=c.head, company=c.company) for c in find_bodies(context)]
    found += [
        FoundBody(c.start, c.end, c.rule) for c in find_by_evidence(text, *companies_of(strong, lexicon), context)
    ]
    behind = {end for _, end in (*dates, *countries)}
    # A name that tears a word is dropped before it hides a shorter one that does not: 戦略本部 in 戦略本部会合.
    found = [whole for body in found if (whole := _whole(body, document, behind, context)) is not None]
    found = [_with_country(body, context, lexicon) for body in found if not _one_of_two(body, context)]
    found += names_in_kana(text, lexicon.readings)
    weighed = beside(found, names_by_weight(context, lexicon.weights, found), text)
    found += [kept for body in weighed if (kept := _in_its_row(body, document, context)) is not None]
    chosen = [*_joined(_cover(found), text, lexicon)]
    chosen = _cover([*chosen, *names_without_head(context, lexicon.headless, weak, chosen)])
    defined = defined_bodies(text, definitions, chosen, weak, context.country_starts)
    chosen = _cover([*chosen, *defined])
    chosen = _cover([*chosen, *bracketed_names(text, chosen)])
    aliased = aliased_bodies(text, definitions, chosen)
    chosen = _cover([*chosen, *aliased])
    chosen = _cover([*chosen, *shortened_names(text, chosen)])
    chosen = _cover([*chosen, *local_names(text, document.words, definitions, chosen)])
    chosen = _cover([*chosen, *anaphoric_bodies(text, chosen, lexicon, document.source.source.publisher)])
    return _cover([*chosen, *units_of_short_names(text, chosen)])


def _whole(body: FoundBody, document: Document, behind: "set[int]", context: NameContext) -> FoundBody | None:
    """Return a body that tears no word, from the beginning of the word that it begins in (草の根); None for no name.

    Those `behind` a date or a country begin there (伊上院). The names of the lexicon may tear a word at one end, where
    they are too long to stand in it by chance (総務省令).
    """
    words, text = document.words, document.view.text
    if not body.keys and (kept := _in_its_row(body, document, context)) != body:
        return kept
    start, end = body.start, body.end
    if start not in behind and torn(words, text, start, end, start):
        first = words.starts[words.word_at(start)]
        if not body.keys:
            body, start = replace(body, start=first), first
    listed = bool(body.keys) and end - start > rules.LONGEST_OF_WORDS
    at_start = start not in behind and torn(words, text, start, end, start)
    at_end = torn(words, text, start, end, end) and not context.runs.before_chief(end)
    return body if at_start + at_end <= listed else None


def _in_its_row(body: FoundBody, document: Document, context: NameContext) -> FoundBody | None:
    """Return a body without what ends the row before it in a list of references; None where two rows make none.

    A short row of its own that ends inside a name, and a name there: 甲野市審議会↵一部事務組合.
    """
    span = document.view.span(body.start, body.end)
    broken = document.text.find(rules.ROW_END, span.start, span.end)
    if broken < 0:
        return body
    row = document.text[document.text.rfind(rules.ROW_END, 0, broken) + 1 : broken]
    at = document.view.range(Span(span.start, broken))[1]
    if grammar_rules.REFERENCE_END.search(row) and grammar_rules.REFERENCE.match(document.text, broken + 1):
        return replace(body, start=at) if body.head and body.end - at > len(body.head) else None
    heads = (document.view.text[begin:at] in context.heads for begin in range(body.start + 1, at - 1))
    divided = len(row.strip()) <= rules.LONGEST_ROW and (at in context.body_ends or any(heads))
    return None if divided else body


def _spaced_from_parent(text: str, hits: Sequence[Hit], lexicon: BodyLexicon) -> list[FoundBody]:
    """農林水産省 輸出・国際局: a body and the one above it, set apart by a space, are one name."""
    by_start = {hit.start: hit for hit in hits}
    found = []
    for above in hits:
        below = by_start.get(above.end + 1)
        if (
            below is not None
            and text[above.end] in " 　"
            and lexicon.parents.get(ids_of(below.key)[0]) == ids_of(above.key)[0]
        ):
            found.append(FoundBody(above.start, below.end, "lexicon-apart", ids_of(below.key)))
    return found


def _printed_apart(document: Document, lexicon: BodyLexicon) -> Iterator[FoundBody]:
    """Return the known names with spaces between their letters (環 境 省), or a note's mark behind them (ＮＩＳＴ4)."""
    text = document.view.text
    marked = (document.view.range(Span(*match.span())) for match in rules.WIDE_BEFORE_MARK.finditer(document.text))
    for start, end in (*(match.span() for match in rules.SPACED.finditer(text)), *marked):
        name = rules.SPACES.sub("", text[start:end])
        for hit in lexicon.names.find(name):
            if (hit.start, hit.end) == (0, len(name)) and not is_weak(hit.key):
                yield FoundBody(start, end, "lexicon-apart", ids_of(hit.key))


# Kinds of bodies that follow the name of the one that they are part of.
_PARTS = frozenset("bureau lab museum organ council".split())


def _joined(bodies: Sequence[FoundBody], text: str, lexicon: BodyLexicon) -> Iterator[FoundBody]:
    """国土交通省航空局, 岡崎国立共同研究機構分子科学研究所: a body right after the one it is a part of is one name."""
    last: FoundBody | None = None
    for body in bodies:
        if last is not None and last.end == body.start and (parts := _parts(body, last, text, lexicon)):
            last = FoundBody(last.start, body.end, "lexicon-joined", parts)
            continue
        if last is not None:
            yield last
        last = body
    if last is not None:
        yield last


def _parts(body: FoundBody, whole: FoundBody, text: str, lexicon: BodyLexicon) -> tuple[str, ...]:
    """Return the bodies of a name that are parts of another one: the 航空局 of 運輸省, not that of 国土交通省."""
    own = tuple(key for key in body.keys if lexicon.parents.get(key) in whole.keys)
    if own or not body.keys or lexicon.parents.get(body.keys[0]):
        return own
    part = lexicon.kinds.get(body.keys[0]) in _PARTS and WHOLE.search(text, whole.start, whole.end)
    return body.keys if part else ()


def _one_of_two(body: FoundBody, context: NameContext) -> bool:
    """日米政府 are two governments: 米政府 after another contracted country is not a name."""
    country = context.country_before(body.start)
    contracted = country == body.start - 1 and context.country_before(body.start + 1) == body.start
    return contracted and body.end - body.start <= 4


_GOVERNMENT_KINDS = frozenset("ministry agency bureau council parliament force bank government court".split())


def _with_country(body: FoundBody, context: NameContext, lexicon: BodyLexicon) -> FoundBody:
    """A country directly before a body of its state belongs to the name: 米国連邦通信委員会, ベトナム情報通信省."""
    country = context.country_before(body.start)
    if country is None or body.rule in ("quoted", "quoted-english", "company", "legal-before"):
        return body
    kind = (
        lexicon.kinds.get(body.keys[0], "")
        if body.keys
        else context.heads[body.head].kind
        if body.head in context.heads
        else ""
    )
    grammar = kind in ("office", "bureau", "council", "court", "body", "lab") and not body.keys
    known = kind in _GOVERNMENT_KINDS and body.keys and lexicon.countries.get(body.keys[0]) not in ("JPN", "")
    if not (grammar or known) or context.text[country : body.start] in grammar_rules.OUR_COUNTRY:
        return body
    if kind == "government":
        return body
    return replace(body, start=country, rule=body.rule + "+country")


def _cover(found: Iterable[FoundBody]) -> list[FoundBody]:
    """Settle overlaps: of two alike the one that the document defines wins, then a known one."""
    return list(best_cover(sorted(found, key=lambda b: (b.body is None and b.place is None, not b.keys))))
