"""What holds of a proposal, by name; each name has a weight and an example in `organisation_weights.tsv`."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations import policy_rules as policies
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.left_edge import behind_party
from hakusho.recognise.organisations.name_runs import NameRuns
from hakusho.recognise.organisations.office_policies import is_room
from hakusho.recognise.organisations.proposals import Proposal


def features(proposal: Proposal, context: NameContext) -> tuple[str, ...]:
    """Return what holds of a proposal: its head, how it begins, what it holds, what stands on either side."""
    runs = context.runs
    first = runs.words.word_at(proposal.start)
    last = runs.words.word_at(proposal.head_start - 1)
    words = range(first, last + 1)
    shown, parts = list(map(runs.shown, words)), list(map(runs.pos, words))
    beginning = tuple(_beginning(proposal, context, words))
    proper = any(part.startswith(rules.PROPER) for part in parts[1:])
    # A person stands before 部 as a place does (王毅外交部長).
    part = proposal.head.kind == rules.PART
    naming = rules.OWNERS_OF_LIKE if part else rules.naming_of(proposal.head.kind)
    named = (proper and not part) or any(name in naming for name in beginning)
    common = proposal.head.kind in rules.COMMON and not named and "region-first" not in beginning
    found = (
        f"head-{proposal.head.kind}{'-named' * (named and proposal.head.kind in rules.TRADES)}",
        *(("common",) if common else ()),
        *beginning,
        *_inside(proposal, runs, shown, parts, "-named" * named),
        *_joints(proposal, context, words, shown, parts),
        *_classes(proposal, runs, words, beginning, named),
        *_lead(proposal, context, beginning),
        *_left(proposal, context, first),
        *_right(proposal, runs),
    )
    return tuple(dict.fromkeys(found))


def score(held: Sequence[str], weights: Mapping[str, int]) -> int:
    """Return the sum of the weights of what holds of a proposal."""
    return weights["bias"] + sum(weights.get(name, 0) for name in held)


def _beginning(proposal: Proposal, context: NameContext, words: range) -> Iterator[str]:
    runs, start = context.runs, proposal.start
    if start < (known := context.body_starts.get(start, start)) <= proposal.head_start:
        yield "bare-part" if known == proposal.head_start else "known-first"
    country = context.country_behind(start, proposal.head_start)
    if country == start + 1 and proposal.head.kind in rules.FIRMS:
        yield "country-character"
    elif country is not None:
        yield "country-first"
    elif _is_place(runs, words):
        yield "place-first"
    elif runs.pos(words[0]).startswith(rules.PROPER):
        yield "proper-first"
    shown = runs.shown(words[0])
    yield from (f"{name}-first" for name in ("region", "each", "title") if shown in runs.sets[name])
    if rules.NUMBERED_WORD.fullmatch(shown):
        yield "number-first" if runs.pos(words[0]).startswith(rules.NOUN) else "ordinal-first"
    elif runs.pos(words[0]).startswith(rules.PREFIX):
        yield "prefix-first"
    if shown not in runs.sets["generic"]:
        yield from (f"{name}-first" for name, script in rules.SCRIPTS.items() if script.fullmatch(shown))


def _is_place(runs: NameRuns, words: range) -> bool:
    """埼玉, 甲野市: a place, or any name with what places are called by behind it."""
    if runs.pos(words[0]).startswith(rules.PLACE):
        return True
    return len(words) > 1 and runs.shown(words[1]) in runs.sets["place-suffix"]


def _inside(
    proposal: Proposal, runs: NameRuns, shown: Sequence[str], parts: Sequence[str], named: str
) -> Iterator[str]:
    content = [word for word in shown if word not in runs.sets["generic"] and word not in rules.JOINTS]
    kind = "-region" if shown[0] in runs.sets["region"] and not named else named
    yield f"content-{min(len(content), rules.MOST_CONTENT)}{kind}"
    sets, behind = runs.sets, shown[1:]
    held = {
        "direction-last": proposal.head.kind == rules.PART and shown[-1] in sets["direction"],
        "room-last": is_room(runs, proposal.head, proposal.head_start),
        "relational-second": bool(named and behind) and behind[0] in sets["relational"],
        "one-character": not named and not behind and len(shown[0]) == 1,
        "proper-inside": any(part.startswith(rules.PROPER) for part in parts[1:]),
        "person-inside": any(part.endswith(rules.GIVEN_NAME) for part in parts[1:]),
        "title-inside": not sets["title"].isdisjoint(shown),
        "place-suffix": not sets["place-suffix"].isdisjoint(behind),
        "each-inside": not sets["each"].isdisjoint(behind),
        "relational-inside": not sets["relational"].isdisjoint(behind),
        "head-torn": not runs.words.is_boundary(proposal.head_start),
        "number-inside": any(rules.NUMBERED_WORD.fullmatch(word) for word in behind),
    }
    yield from (name for name, holds in held.items() if holds)


def _joints(
    proposal: Proposal, context: NameContext, words: range, shown: Sequence[str], parts: Sequence[str]
) -> Iterator[str]:
    if any(part.startswith(rules.PARTICLE) for part in parts):
        # 全国の美術館 are all there are.
        everyday = proposal.head.kind in rules.COMMON and shown[0] in context.runs.sets["region"]
        owned = (parts[-1].startswith(rules.PARTICLE) and proposal.head.kind in rules.NEVER_OWNED) or everyday
        yield "owner-inside" if owned or _has_owner(context, words) else "particle-inside"
    if rules.DOT in shown:
        titled = any(word == rules.DOT and before in context.runs.sets["title"] for before, word in pairwise(shown))
        joined = titled or _ends_in_head(context.runs, words) or _joins_bodies(proposal, context, words)
        yield "heads-joined" if joined else "dot-inside"


def _joins_bodies(proposal: Proposal, context: NameContext, words: range) -> bool:
    """三越・あさひ銀行, 西武バス・都営バス: a known body ends before a dot, or all that follows it is one.

    エイベックス・エンタテインメント is one name: katakana goes on behind the dot.
    """
    runs, text = context.runs, context.text
    for dot in (runs.words.starts[index] for index in words[1:] if runs.shown(index) == rules.DOT):
        whole = context.body_starts.get(dot + 1, 0) >= proposal.end
        if whole or (dot in context.body_ends and not rules.KATAKANA.match(text, dot + 1)):
            return True
    return False


def _classes(proposal: Proposal, runs: NameRuns, words: range, beginning: Sequence[str], named: bool) -> Iterator[str]:
    placed = any(name in rules.PLACED for name in beginning)
    owner = runs.shown(words[0]) if placed else ""
    modifier = runs.text[proposal.start : proposal.head_start]
    if proposal.head.word == policies.GRADUATE_SCHOOL:
        # 北陸理科大学大学院 is as much a name as the university.
        modifier = modifier.removesuffix(policies.UNIVERSITY)
    # 第三者 in 第三者委員会 counts nothing.
    placed = placed or "ordinal-first" in beginning
    if placed and proposal.head.word in rules.NAMED_BY_PLACE:
        return
    always = proposal.head.kind in rules.ALWAYS_A_CLASS
    many = runs.shown(words[-1]) in runs.sets["each"]
    if (
        many
        or ((placed or not named or always) and rules.is_class(proposal.head.kind, modifier, owner))
        or _is_of_a_country(proposal, runs, beginning)
    ):
        yield "class"


def _is_of_a_country(proposal: Proposal, runs: NameRuns, beginning: Sequence[str]) -> bool:
    """英国オックスフォード大学 is a country and a university, 中国科学技術大学 a name."""
    if proposal.head.kind != policies.UNIVERSITIES or "country-first" not in beginning:
        return False
    second = runs.words.ends[runs.words.word_at(proposal.start)]
    return second < proposal.head_start and bool(rules.KATAKANA_OR_LATIN.match(runs.text, second))


def _has_owner(context: NameContext, words: range) -> bool:
    """中央防災会議の実行会議, 中国の外交部, 世銀の調査団: a body, a place or a word of many stands before の."""
    runs = context.runs
    owners = runs.sets["closing"] | runs.sets["each"]
    before = [index - 1 for index in words if runs.pos(index).startswith(rules.PARTICLE)]
    ends = (runs.words.ends[index] for index in before)
    return any(end in context.body_ends or end in context.country_ends for end in ends) or any(
        runs.shown(index) in owners or runs.pos(index).startswith(rules.PLACE) for index in before
    )


def _ends_in_head(runs: NameRuns, words: range) -> bool:
    """情報通信審議会・電波監理審議会: names on both sides of a dot."""
    dots = (index for index in words if runs.shown(index) == rules.DOT and index > words[0])
    return any(
        runs.shown(index - 1) in runs.sets["closing"]
        or (runs.pos(index - 1).startswith(rules.PLACE) and not _dotted_katakana(runs, index))
        for index in dots
    )


def _dotted_katakana(runs: NameRuns, dot: int) -> bool:
    """ベルリン・フィルハーモニー is one name: a word in katakana that is no place follows the dot."""
    dotted = rules.DOTTED_KATAKANA.fullmatch(runs.text, runs.words.starts[dot] - 1, runs.words.ends[dot] + 1)
    return dotted is not None and not runs.pos(dot + 1).startswith(rules.PROPER)


def _lead(proposal: Proposal, context: NameContext, beginning: Sequence[str]) -> Iterator[str]:
    """埼玉県消費者委員会 is another body than the national one; トゥスク欧州理事会 is no body."""
    known = context.body_ends.get(proposal.end, proposal.start)
    if known > proposal.start and not rules.OWNERS_OF_LIKE.intersection(beginning):
        yield "lead-before-known"


def _left(proposal: Proposal, context: NameContext, first: int) -> Iterator[str]:
    runs, start = context.runs, proposal.start
    before = runs.text[start - 1 : start]
    if start in context.body_ends:
        yield "known-left"
    if start in context.country_ends:
        yield "country-left"
    elif start in context.date_ends:
        yield "date-left"
    elif _inside_katakana(context, start):
        yield "katakana-left"
    elif (
        not first
        or not rules.RUNS_ON_LETTER.match(before)
        or behind_party(runs.text, start)
        or runs.shown(first - 1) in runs.sets["former"]
    ):
        yield "free-left"
    elif runs.shown(first - 1) in runs.sets["each"]:
        yield "each-left"
    elif runs.pos(first - 1).startswith(rules.PARTICLE):
        yield "of-left" if runs.shown(first - 1) in runs.sets["of"] else "particle-left"
    else:
        yield "noun-left" if runs.is_of_name(first - 1) else "word-left"


def _inside_katakana(context: NameContext, start: int) -> bool:
    """A katakana name begins before its first dot: カーチス・モーター・カンパニー; not behind ドイツ・."""
    dotted = start > 1 and rules.DOTTED_KATAKANA.fullmatch(context.text, start - 2, start + 1)
    return bool(dotted) and start - 1 not in context.country_ends and start - 1 not in context.body_ends


def _right(proposal: Proposal, runs: NameRuns) -> Iterator[str]:
    if proposal.end >= len(runs.text):
        yield "end-behind"
        return
    if rules.GOES_ON.match(runs.text, proposal.end - 1):
        yield "goes-on"
    index = runs.words.word_at(proposal.end)
    shown = runs.shown(index)
    if shown in runs.sets["plural"]:
        yield "plural-behind"
    elif shown in runs.sets["title"] or shown in runs.sets["title-suffix"]:
        yield "title-behind"
    elif runs.pos(index).startswith(rules.PARTICLE):
        yield "topic-behind" if shown in runs.sets["topic"] else "particle-behind"
    else:
        yield "noun-behind" if runs.is_of_name(index) else "free-behind"
