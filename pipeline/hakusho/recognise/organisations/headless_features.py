"""What holds of a name without a head, by name; each has a weight in `headless_weights.tsv`."""

from collections.abc import Iterator

from hakusho.recognise.organisations import headless_rules as rules
from hakusho.recognise.organisations import organisation_rules as names
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.evidence_rules import NO_OWNER
from hakusho.recognise.organisations.headless import Cues, HeadlessLexicon, Run


def features(
    start: int, end: int, run: Run, context: NameContext, cues: Cues, lexicon: HeadlessLexicon
) -> tuple[str, ...]:
    """Return what holds of a span: its letters and words, what the lexicons say, what stands on either side."""
    found = [
        *_letters(context.text[start:end]),
        *_words(start, end, context, lexicon),
        *_torn(start, end, context),
        *_left(start, run, context, cues, lexicon),
        *_right(end, run, context, cues, lexicon),
        *_beside(start, end, context),
    ]
    if end in cues.weak.get(start, ()):
        found.append("weak-latin" if rules.LATIN.fullmatch(context.text, start, end) else "weak-name")
    name, known = context.text[start:end], end in cues.weak.get(start, ())
    if name in context.heads or (NO_OWNER.fullmatch(name) and not known):
        found.append("generic")
    if not known and not any(f"holds-{kind}" in found for kind in rules.NAMED):
        found.append("all-words")
    if any((head := context.heads.get(name[at:])) and head.kind not in names.TRADES for at in range(1, len(name))):
        found.append("head-last")
    telling = [name for name in found if is_telling(name)]
    if telling == ["weak-name"] and rules.MEANS in found:
        found.append("means")
    if not telling:
        found.append("nothing-tells")
    return tuple(dict.fromkeys(found))


def is_telling(feature: str) -> bool:
    """Return whether a feature says that a name may be of a body at all."""
    place, _, rest = feature.partition("-")
    if feature == "weak-name":
        return True
    if place == "before":
        word, _, link = rest.rpartition("-")
        return word == rules.APPOSED or (word in rules.TELLING and link != rules.OF)
    return place in ("behind", "is") and rest in rules.TELLING


def identifies(feature: str) -> bool:
    """Return whether a feature says who it is: 大手のX, 企業であるX, Xは、…企業である."""
    return is_telling(feature) and feature.startswith(("is-", "before-"))


def _letters(name: str) -> Iterator[str]:
    yield "script-" + "+".join(label for label, letter in rules.SCRIPTS if letter.search(name))
    if rules.CAPITALS.fullmatch(name):
        yield f"capitals-{min(len(name), rules.MOST_CAPITALS)}"
    if dots := name.count(rules.DOT):
        yield f"dots-{min(dots, 2)}"


def _kind(context: NameContext, index: int) -> str:
    pos = context.runs.pos(index)
    if context.runs.is_unknown(index) and rules.LETTERS.fullmatch(context.runs.shown(index)):
        return "unknown"
    return next((label for label, prefix in rules.KINDS if pos.startswith(prefix)), "other")


def _goes_over(text: str, inner: int, sign: int, outer: int) -> bool:
    """Return whether a name goes on over the sign beside it, or a word in Latin letters over a space."""
    latin = rules.LATIN_OR_DIGIT.match(text, inner)
    if latin and rules.LATIN_OR_DIGIT.match(text, sign):
        return True
    beyond = text[outer : outer + 1] if outer >= 0 else ""
    if text[sign] in rules.SPACES:
        return bool(latin and rules.LATIN_OR_DIGIT.match(beyond))
    return text[sign] in rules.JOINTS and bool(rules.LETTER.match(beyond))


def _words(start: int, end: int, context: NameContext, lexicon: HeadlessLexicon) -> Iterator[str]:
    words, sets = context.runs.words, context.runs.sets
    held = [*range(words.word_at(start), words.word_at(end - 1) + 1)]
    kinds = [_kind(context, index) for index in held]
    shown = [context.runs.shown(index) for index in held]
    yield from (f"words-{min(len(held), rules.MOST_COUNTED)}", f"first-{kinds[0]}", f"last-{kinds[-1]}")
    if len(held) == 1:
        yield f"only-{kinds[0]}"
    yield from (f"holds-{kind}" for kind in ("person", "place", *rules.NAMED) if kind in kinds)
    if kinds[0] == "common" and not rules.LETTERS.fullmatch(shown[0]) and rules.LETTERS.fullmatch(shown[-1]):
        yield "class-first"
    if kinds[0] == "person" and len(held) > 1 and rules.DOT in shown:
        yield "person-dot"
    if kinds[-1] == "common" and rules.KATAKANA.search(shown[-1]):
        yield "everyday-last"
    last = {
        "place-suffix-last": shown[-1] in sets["place-suffix"],
        "suffix-last": context.runs.pos(held[-1]).startswith(rules.SUFFIX),
        "title-last": shown[-1] in sets["title"] or shown[-1] in sets["title-suffix"],
        "title-first": shown[0] in sets["title"] or shown[0] in lexicon.leads,
        "class-last": shown[-1] in lexicon.leads or shown[-1] in lexicon.predicates,
    }
    yield from (name for name, holds in last.items() if holds)


def _torn(start: int, end: int, context: NameContext) -> Iterator[str]:
    """What is part of a longer name, or a country: マイアミ・マーリンズ begins before its dot."""
    text, countries = context.text, context.country_starts
    if start and _goes_over(text, start, start - 1, start - 2):
        yield "joint-left"
    if end < len(text) and _goes_over(text, end - 1, end, end + 1):
        yield "joint-right"
    if start in countries:
        yield "is-country" if countries[start] == end else "country-first"


def _left(start: int, run: Run, context: NameContext, cues: Cues, lexicon: HeadlessLexicon) -> Iterator[str]:
    leading = cues.before.get(start, frozenset())
    index = context.runs.words.word_at(start) - 1
    if index >= 0 and (lead := lexicon.leads.get(context.runs.shown(index))):
        leading |= {f"{lead}-direct"}
    yield from (f"before-{name}" for name in sorted(leading))
    if start > run.starts[0]:
        yield "cut-left" if leading else "torn-left"
    if any(at in cues.before for at in run.starts if start < at):
        yield "cue-inside"
    before = context.text[start - 1 : start]
    if not before or before in rules.OPENS_SENTENCE:
        yield "opens-sentence"
    elif before in rules.QUOTES:
        yield "quoted"
    if start - 1 in context.country_ends:
        yield "country-of"
    elif start - 1 in context.body_ends:
        yield "body-of"
    elif start in context.country_ends:
        yield "country-left"


def _right(end: int, run: Run, context: NameContext, cues: Cues, lexicon: HeadlessLexicon) -> Iterator[str]:
    text, behind = context.text, cues.behind.get(end, frozenset())
    yield from (f"behind-{name}" for name in sorted(behind))
    if lexicon.denied.match(text, end):
        yield "denied-behind"
    if end < run.ends[-1]:
        yield "cut-right" if behind else "torn-right"
    if end in cues.predicates:
        yield f"is-{cues.predicates[end]}"
    if end >= len(text):
        return
    index = context.runs.words.word_at(end)
    if context.runs.pos(index).startswith(rules.PARTICLE):
        yield f"right-{context.runs.shown(index)}"
    elif text[end] == rules.OPEN_BRACKET:
        yield "bracket-behind"


def _beside(start: int, end: int, context: NameContext) -> Iterator[str]:
    """A name next to a known body in a list is likely one."""
    text = context.text
    if text[start - 1 : start] in rules.LIST_MARKS and start - 1 in context.body_ends:
        yield "listed-behind-known"
    if text[end : end + 1] in rules.LIST_MARKS and end + 1 in context.body_starts:
        yield "listed-before-known"
