"""What a web page says of itself: its title without the site's name, when it was published and changed."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import Any

from lxml import etree

from hakusho.read.html import html_rules as rules
from hakusho.text.calendar import era_named, is_day

_SPACE = re.compile(r"\s+")
_ISO_DAY = re.compile(r"((?:18|19|20)[0-9]{2})(?:[-/.]([01]?[0-9])(?:[-/.]([0-3]?[0-9]))?)?(?![0-9])")
_ISO_PLAIN = re.compile(r"((?:18|19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])")
_CLASSES = etree.XPath("//@class", smart_strings=False)
_DATED = etree.XPath("//@class[" + " or ".join(f"contains(.,'{word}')" for word in rules.MAY_DATE) + "]/..")
_LABELLED, _FOOT = 20_000, 2000


def title_of(root: Any, headings: Sequence[str]) -> str:
    """Return a page's title without the name of its site.

    Of the parts of <title>, the one that a heading prints is the title; else what is left without the site's name as
    the page's meta elements give it; else the whole. `headings` are the page's, in order.

    >>> from lxml import html
    >>> title_of(html.fromstring("<title>会議の概要｜総務省</title>"), ["会議の概要"])
    '会議の概要'
    """
    whole = _whole(root)
    parts = _parts(whole)
    printed = [_bare(heading) for heading in headings[:10]]
    sites = {_bare(name) for name in _metas(root, rules.SITE_METAS)}
    if len(parts) < 2:
        return _beside_site(whole, printed, sites) or _without_body(whole)
    for heading in printed:
        for part in parts:
            if _bare(part) == heading:
                return part
    for part in parts:
        if len(part) > 4 and any(_bare(part) in heading for heading in printed[:3]):
            return part
    left = [part for part in parts if _bare(part) not in sites]
    left = [part for part in left if not _is_site(part, whole)] or left
    left_whole = left[0] if len(left) == 1 else whole
    return _beside_site(left_whole, printed, sites) or _without_body(left_whole)


def page_name(root: Any) -> str:
    """Return what stands before the site's name in a page's title; empty where the title names one thing only."""
    parts = _parts(_whole(root))
    return parts[0] if len(parts) > 1 and not rules.BODY.fullmatch(parts[0]) else ""


def _whole(root: Any) -> str:
    title = next(root.iter("title"), None)
    return _flat("".join(title.itertext())) if title is not None else ""


def _beside_site(title: str, printed: Sequence[str], sites: Container[str]) -> str:
    """Return the part of a title that a heading prints beside a body, or that stands beside the site's known name.

    >>> _beside_site("採用案内／見本病院", ["採用案内"], ()), _beside_site("施設：美術館と博物館", [], ())
    ('採用案内', '')
    """
    for match in rules.BETWEEN.finditer(title):
        parts = title[: match.start()], title[match.end() :]
        for part, other in (parts, parts[::-1]):
            known = _bare(other) in sites or (_bare(part) in printed and rules.ANY_BODY.fullmatch(other))
            if part and known:
                return part
    return ""


def _is_site(part: str, whole: str) -> bool:
    """Return whether a part of a title is a body of the state, or any body behind a bar or dash at its end."""
    if rules.BODY.fullmatch(part):
        return True
    behind = whole.endswith(part) and rules.BEFORE_SITE.search(whole[: -len(part)]) is not None
    return behind and rules.ANY_BODY.fullmatch(part) is not None


def _without_body(title: str) -> str:
    """Return a title without the body that its site names before or after it: 環境省_大気の保全, 概要：金融庁."""
    match = rules.WITH_BODY.fullmatch(title)
    return match["title"] if match and not rules.BODY.fullmatch(match["title"]) else title


def _parts(title: str) -> list[str]:
    for pattern in rules.TITLE_BREAKS:
        parts = [part for part in pattern.split(title) if part]
        if len(parts) > 1:
            return parts
    return [title]


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def _metas(root: Any, wanted: frozenset[str]) -> Iterator[str]:
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if name in wanted and (content := _flat(meta.get("content") or "")):
            yield content


def published_of(root: Any, text: str) -> tuple[str, str]:
    """Return when a page says it was published (YYYY, YYYY-MM or YYYY-MM-DD) and where (meta, time, label); or nothing.

    Asked are its meta elements, <time> elements named as such, a label (掲載日：) in `text`, and a <time> that is the
    only day of its kind.
    """
    for content in _metas(root, rules.DATE_METAS):
        if day := _iso(content):
            return day, "meta"
    several = len(list(islice(root.iter("article"), 2))) > 1
    times = [time for time in root.iter("time") if not _of_item(time, several)]
    for time in (*times, *(element for element in _may_date(root) if not _of_item(element, several))):
        if _is_publication(time) and (day := _time(time)):
            return day, "time"
    if labelled := _labelled(rules.PUBLISHED_LABEL, rules.PUBLISHED_WORDS, text):
        return _day(labelled), "label"
    days = {day for time in times[:50] if (day := _time(time))}
    return (days.pop(), "time") if len(days) == 1 else ("", "")


def _may_date(root: Any) -> Any:
    """Return the elements with a class that may name a day; most pages have none, which their classes alone tell."""
    classes = "\n".join(set(_CLASSES(root)))
    return _DATED(root) if any(word in classes for word in rules.MAY_DATE) else ()


def _of_item(time: Any, several: bool) -> bool:
    """Return whether a day is that of an item in a list of news, whose words stand next to it; `several` articles on
    a page are such a list."""
    for above in time.iterancestors(*rules.ITEMS):
        if above.tag != "article" or several:
            beside = above.getnext() if above.tag == "dt" else above
            words = "" if beside is None else _flat("".join(beside.itertext()))
            own = len(_flat("".join(time.itertext()))) if beside is above else 0
            return above.tag in ("a", "article", "aside", "nav") or len(words) - own > rules.LONGEST_LABEL
    return False


def _labelled(label: re.Pattern[str], words: Sequence[str], text: str) -> "re.Match[str] | None":
    """Return the first label with a day at the head of a page, or at its foot. Each begins with one of `words`: to
    look for these first is a hundred times as fast."""
    for part in (text[:_LABELLED], text[-_FOOT:]):
        places = sorted(place for word in words for place in _places(word, part))
        if found := next((match for place in places if (match := label.match(part, place))), None):
            return found
    return None


def _places(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def updated_of(text: str) -> str:
    """Return when a page says it was last changed, as `published_of`.

    >>> updated_of("更新日：令和5年4月1日")
    '2023-04-01'
    """
    labelled = _labelled(rules.UPDATED_LABEL, rules.UPDATED_WORDS, text)
    return _day(labelled) if labelled else ""


def _is_publication(time: Any) -> bool:
    if "pubdate" in time.attrib or "datepublished" in (time.get("itemprop") or "").lower():
        return True
    names = {name.replace("-", "").replace("_", "").lower() for name in (time.get("class") or "").split()}
    return bool(names & rules.PUBLISHED_NAMES)


def _time(time: Any) -> str:
    written = "".join(time.itertext())
    if len(written) > rules.LONGEST_DAY:
        return ""
    if day := _iso(time.get("datetime") or time.get("title") or ""):
        return day
    match = re.search(rules.DAY, written)
    return _day(match) if match else _iso(written)


def _iso(text: str) -> str:
    text = text.strip()
    match = _ISO_PLAIN.match(text) or _ISO_DAY.match(text)
    if match is None:
        return ""
    year, month, day = (int(part) if part else 0 for part in match.groups())
    return _written(year, month, day)


def _day(match: re.Match[str]) -> str:
    if match["era"]:
        era = era_named(match["era"])
        number = int(match["era_year"]) if match["era_year"].isdecimal() else 1
        try:
            year = era.year_of(number) if era else 0
        except ValueError:
            return ""
    else:
        year = int(match["year"])
    return _written(year, int(match["month"]), int(match["day"]))


def _written(year: int, month: int, day: int) -> str:
    if month and not is_day(year, month, day or 1):
        return ""
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
