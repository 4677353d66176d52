"""What the elements of a web page are: tables for `html.py`."""

import re

HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Elements that begin a new block of text.
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main menu nav noframes noscript ol optgroup option p pre section summary table "
    "caption tbody td tfoot th thead tr ul frameset frame iframe legend button select textarea".split()
)
# What is no text of the document.
DROPPED = frozenset("script style template head object applet embed svg math rp canvas audio video map".split())
NAVIGATION = frozenset("nav footer form button select option textarea label menu dialog".split())
LISTS = frozenset("li dt dd".split())
CAPTIONS = frozenset("caption figcaption legend".split())
# Names that pages give to their furniture, as whole words of a class or id.
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:g?l?nav(?:i|igation)?|menu|breadcrumbs?|topic-?path|pankuzu|footer|sidebar|side|skip|page-?top|"
    r"sitemap|sns|share|banner|pager|language|lang|search|tools?|utility|copyright)(?:$|[\s_-]|[0-9])",
    re.IGNORECASE,
)
NOTES = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|endnotes?|fn|notes?|chu|chushaku|kyakuchu)(?:$|[\s_-]|[0-9])", re.IGNORECASE
)
# A list or paragraph whose text is mostly links, and has several, is navigation.
LINK_SHARE = 0.8
LEAST_LINKS = 3
# Tables that hold whole pages, as pages of the nineties were laid out.
LAYOUT = frozenset("h1 h2 h3 h4 h5 h6 p ul ol dl table hr form blockquote center".split())
LONGEST_CELL = 600

DATE_METAS = frozenset(
    "date dc.date dcterms.date dcterms.issued dc.date.issued article:published_time datepublished pubdate".split()
)
