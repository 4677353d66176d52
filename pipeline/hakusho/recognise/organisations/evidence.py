"""Names of bodies that end in no head: what stands around them shows what they are."""

import re
from collections.abc import Collection, Iterable, Iterator

from hakusho.recognise.organisations import evidence_rules as rules
from hakusho.recognise.organisations import organisation_rules as names
from hakusho.recognise.organisations.context import FoundName, NameContext
from hakusho.text.matching import Hit


def find_by_evidence(
    text: str,
    company_starts: Collection[int],
    company_ends: Collection[int],
    clubs: Iterable[Hit],
    context: NameContext,
) -> Iterator[FoundName]:
    """Return the spans that their surroundings show to be bodies; they may overlap.

    `company_starts` and `company_ends` bound the companies that the lexicon knows, `clubs` are its sports clubs.
    """
    yield from _numbered_groups(text, context)
    yield from _listed_companies(text, company_starts, company_ends, context)
    yield from _companies_named_after_known(text, company_starts, context)
    yield from _clubs_with_form(text, clubs)
    yield from _study_groups(text, context)
    yield from _owners(context)
    yield from _listed_as_firms(context)
    yield from _in_english(context)


def _numbered_groups(text: str, context: NameContext) -> Iterator[FoundName]:
    """SG13, WP5D: groups of a standards body are named by number, where the document speaks of one."""
    if rules.STANDARDS_BODY.search(text):
        for match in context.sought.finditer(rules.NUMBERED_GROUP):
            yield FoundName(match.start(), match.end(), "numbered-group")


def _listed_companies(
    text: str, starts: Collection[int], ends: Collection[int], context: NameContext
) -> Iterator[FoundName]:
    """A name next to a known company in a list is one: it ends in a trade, or has one on either side.

    A name that the list shows to be a company shows it of the next. Google Meet between two companies is a product:
    its name begins with one's.
    """
    for match in context.sought.finditer(rules.PLAIN_COMPANY):
        yield FoundName(match.start(), match.end(), "listed")
    for end in ends:
        at = end
        while text[at : at + 1] in rules.MARKS and (behind := rules.TRADE_NAME.match(text, at + 1)):
            yield FoundName(behind.start(), behind.end(), "listed")
            at = behind.end()
        bare = rules.BARE_NAME.match(text, end + 1) if text[end : end + 1] in rules.MARKS else None
        if bare and bare.start() not in context.body_starts and bare.end() + 1 in starts:
            yield FoundName(bare.start(), bare.end(), "listed")
    for start in starts:
        at = start
        while text[at - 1 : at] in rules.MARKS and (before := _trade_name_before(text, at - 1)):
            yield FoundName(before.start(), before.end(), "listed")
            at = before.start()


def _trade_name_before(text: str, end: int) -> "re.Match[str] | None":
    return rules.TRADE_NAME_AT_END.search(text, max(0, end - names.LONGEST_NAME), end)


def _companies_named_after_known(text: str, starts: Collection[int], context: NameContext) -> Iterator[FoundName]:
    """東芝機械 is a company next to 東芝: a known company's name with a trade after it."""
    for start in starts:
        end = context.body_starts.get(start, start)
        if end > start and (behind := rules.TRADE_BEHIND.match(text, end) or rules.COMPANY_BEHIND.match(text, end)):
            yield FoundName(start, behind.end(), "kin")


def _clubs_with_form(text: str, clubs: Iterable[Hit]) -> Iterator[FoundName]:
    """クリスタル・パレスFC: letters that clubs bear belong to the name."""
    for club in clubs:
        before = rules.CLUB_BEFORE.search(text, max(0, club.start - rules.LONGEST_CLUB_FORM), club.start)
        behind = rules.CLUB_BEHIND.match(text, club.end)
        if before or behind:
            yield FoundName(before.start() if before else club.start, behind.end() if behind else club.end, "kin")


def _study_groups(text: str, context: NameContext) -> Iterator[FoundName]:
    """放送を巡る諸課題に関する検討会: a topic, に関する, and a head; the name begins at the edge of the topic."""
    for match in rules.ABOUT.finditer(text):
        topic = rules.TOPIC.search(text, max(0, match.start() - names.LONGEST_NAME), match.start())
        if topic is None:
            continue
        start = _topic_start(text, topic.start(), match.start(), context)
        # 『ポストコロナ』時代における…懇談会: words in quotation marks that the topic goes on from are of it.
        if quoted := rules.TOPIC_QUOTED.search(text, max(0, start - rules.LONGEST_QUOTED), start):
            start = quoted.start()
        if match.start() - start >= rules.SHORTEST_TOPIC:
            yield FoundName(start, match.end(), "about", match["head"])


def _topic_start(text: str, start: int, end: int, context: NameContext) -> int:
    """A date or body before the topic (平成27年に, 総務省の) is not part of it."""
    for edge in range(end - 1, start, -1):
        particle = rules.TOPIC_PARTICLE.match(text, edge, end)
        if edge in context.date_ends or (particle and edge in context.body_ends):
            start = particle.end() if particle else edge
            break
    while start < end and (skipped := rules.TOPIC_LEADING.match(text, start, end)):
        start = skipped.end()
    return start


def _owners(context: NameContext) -> Iterator[FoundName]:
    """(出典)AsMamaウェブサイト; ピアッツァは、「PIAZZA」を開発し: who has a site or makes a product acts as a body."""
    for pattern in rules.OWNERS:
        for match in context.sought.finditer(pattern):
            start, end = match.span("name")
            # Apple CarPlay is a product of a company that is found already.
            known = start in context.body_starts or context.country_before(end) is not None
            # ディスカウントストア大手のターゲット, (出典)インプレス提供資料: what is said outright may be any word.
            said = rules.SAID.match(match.group())
            none = rules.NO_OWNER.fullmatch(match["name"]) or (not said and context.runs.of_common_words(start, end))
            if not known and not none:
                yield FoundName(start, end, "owner")


def _listed_as_firms(context: NameContext) -> Iterator[FoundName]:
    """ソニック、トヨサキなど国内大手: a list that says that its members are firms."""
    for match in context.sought.finditer(rules.FIRMS_LISTED):
        listed = [*rules.BARE.finditer(context.text, *match.span("names"))]
        # ベンダ、ユーザなど大手企業 lists none; one name makes names of words beside it.
        if all(context.runs.of_common_words(*name.span()) for name in listed):
            continue
        for name in listed:
            if name.start() not in context.body_starts and not rules.NO_OWNER.fullmatch(name.group()):
                yield FoundName(name.start(), name.end(), "listed")


def _in_english(context: NameContext) -> Iterator[FoundName]:
    """National Institute of Standards and Technology: capitals with a head among them."""
    for match in context.sought.finditer(rules.ENGLISH_NAME):
        if not rules.ENGLISH_TITLE.search(match.group()):
            yield FoundName(match.start(), match.end(), "english")
