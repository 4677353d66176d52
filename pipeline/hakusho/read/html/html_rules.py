"""What the elements of a web page are: tables for the `html` modules."""

import re

from hakusho.records import Region

HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Elements that say what the text in them is, with the level of headings.
LABELLED = {
    **{name: (Region.HEADING, level) for name, level in HEADINGS.items()},
    **dict.fromkeys("li dt dd".split(), (Region.LIST, 0)),
    **dict.fromkeys("caption figcaption legend".split(), (Region.CAPTION, 0)),
}
# Elements that begin a new block of text.
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main menu nav noframes noscript ol optgroup option p pre section summary table "
    "caption tbody td tfoot th thead tr ul frameset frame iframe legend button select textarea".split()
)
# What is not text of the document.
DROPPED = frozenset(
    "script style template head object applet embed annotation annotation-xml canvas audio video map input datalist".split()
)
# Elements in a line that say something by themselves, and all that a walk over a page stops at.
IN_LINE = frozenset("a br img sup svg rt rtc rp rb ruby del s strike".split())
# What was taken out of a text, as tracked changes that are final.
DELETED = frozenset("del s strike".split())
TELLING = BLOCKS | DROPPED | IN_LINE
PREFORMATTED = frozenset("pre textarea".split())

# --- zones -----------------------------------------------------------------------------------------------------

# Elements that say by themselves what they hold.
TAG_ZONES = {
    "main": "main",
    "article": "article",
    "nav": "nav",
    "menu": "nav",
    "dialog": "nav",
    "button": "nav",
    "select": "nav",
    "option": "nav",
    "textarea": "nav",
    "label": "nav",
    "header": "header",
    "footer": "footer",
    "aside": "aside",
    "address": "footer",
    "form": "weak",
    "noscript": "hidden",
    "noframes": "hidden",
    "iframe": "hidden",
}
ROLE_ZONES = {
    "main": "main",
    "article": "article",
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "search": "nav",
    "dialog": "nav",
    "alertdialog": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "doc-endnotes": "note",
    "doc-footnote": "note",
    "doc-endnote": "note",
    "doc-toc": "nav",
    "footnote": "note",
    "footnotes": "note",
    "endnote": "note",
    "endnotes": "note",
    "rearnote": "note",
    "rearnotes": "note",
    "toc": "nav",
    "landmarks": "nav",
}
# How word processors mark the head and foot of a printed page.
TITLED = {"header": "header", "footer": "footer"}
# Elements whose share of the page's prose and links is looked at.
BOXES = frozenset("div td center section ul ol dl table dir".split())

# Names that pages give to their furniture: a word of a class or id, or the whole of it without hyphens and digits.
STRONG = frozenset(
    "nav navi navigation navbar gnav gnavi lnav lnavi globalnav globalnavi localnav localnavi sidenav topnav subnav "
    "sitenav navheader navfooter breadcrumb breadcrumbs topicpath pankuzu crumb crumbs footer sidebar sns social share sharing sharedaddy "
    "addtoany cookie cookies consent gdpr pager pagination paginate pagetop backtotop gotop totop skip skiplink skipnav "
    "sitemap copyright sphinxsidebar drawer hamburger navlinks postnav prevnext globalmenu sidemenu mainmenu "
    "recentposts relatedposts relatedarticles relatedentry popularposts unsubscribe subscribe preheader "
    "trackback trackbacks respond commentrespond commentform optanon onetrust cookiebot cybotcookiebotdialog ccwindow "
    "ccbanner klaro osano usercentrics iubenda trustarc".split()
)
# Of these, the name of a box with a text of its own as well.
SIDE_BOX = "sidebar"
# A name that begins so is one of these, whatever follows.
STRONG_BEGINNINGS = ("cookie", "eucookie")
# Names that are furniture's where links or short words fill the element, and a text's where prose does.
WEAK = frozenset(
    "menu side lang language languages search tool tools utility banner banners header related toc recommend ranking "
    "login popup modal ad ads advert print fontsize tags tag meta hd ft foot masthead ribbon toolbar trail "
    "pubdate byline comments feedback likes cta ctas".split()
)
# Of these, names that bodies give to their text too: comments of the public, an agreement. They are furniture where
# they hold a line or two, neither heading nor table.
BRIEF = frozenset("comments cta ctas".split())
LONGEST_BRIEF = 60
# Names that are furniture's only as the first word: builders of pages name every box of the text a widget of theirs.
WEAK_FIRST = frozenset("widget widgets".split())
# Of these, names of what stands next to a text and may hold sentences of its own.
ASIDES = frozenset(
    "side header menu related recommend recommended recommendation ranking login popup modal widget widgets ad ads advert "
    "banner banners masthead hd ft foot comments feedback likes".split()
)
# A class of these words tells a state or layout of the page, and names nothing.
STATES = frozenset(
    "no has have with without is are not by hide hidden show shown visible open opened closed active collapsed expanded "
    "enabled disabled layout mode logged support supports one two".split()
)
# Tools inside a heading: a link to itself, one to edit it.
BESIDE_HEADING = frozenset("editsection mweditsection headerlink permalink headeranchor anchorlink hashlink".split())
OWN_LINKS = frozenset("¶ # § 🔗 ∞".split())
NOTES = frozenset("footnote footnotes endnote endnotes fn fns chushaku kyakuchu reflist sdfootnote".split())
# Names of notes of any kind: at the foot only where they begin as these do.
MAY_BE_NOTES = frozenset("note notes chu references annotation annotations remarks remark biko".split())
BEGINS_NOTE = re.compile(
    r"\s*[(（［\[【<〈《]?\s*(?:[注註※†‡*＊¹²³⁴⁵⁶⁷⁸⁹]|脚注|備考|資料[:：]|出典|出所|参考文献|[0-9０-９]{1,3}\s*[)）\]］.．:：]|[0-9０-９]{1,3}\s)"
)
# Words of class names that say where and how an element stands, not what it is: global-nav-wrapper is a nav, but
# navigation-safety is about safety.
LAYOUT_WORDS = frozenset(
    "wrapper wrap wrapping wrapped inner outer container content contents box area block list lists item items row rows col "
    "cols column columns group groups main primary secondary tertiary top bottom left right center middle first last odd "
    "even link links linked btn btns button buttons icon icons bar bars title titles text txt head heading headline body "
    "bodies section sec module modules mod part parts panel panels layout region regions zone zones holder frame unit units "
    "set sets level levels new old pc sp mobile tablet desktop smart phone global local site page pages common base default "
    "custom static fixed sticky float floating toggle trigger opener closer current active home jp ja en lang img image "
    "images logo logos label labels name placeholder hover scroll scrollbox scrollable collapse collapsible dropdown nav "
    "navi accordion tab tabs grid flex clearfix cf horizontal vertical large small xs sm md lg xl xxl mini min max no "
    "parent child sub subs template component element elements data style styles theme view views message messages popup "
    "overlay modal dialog banner form field fields input control controls count counts post posts entry article here back "
    "url media social network networks address info information notice policy bg background space margin padding border "
    "line lines dot arrow step steps menu menus widget widgets plugin print display ul ol li dl dd dt div span id wp".split()
)
# Notes of these kinds are set off in a box, and belong to the text.
BOXED_NOTES = ("admonition", "alert", "callout", "infobox")
# Text for machines, or for those who hear the page.
UNSEEN = frozenset("sronly visuallyhidden screenreadertext screenreaderonly visuallyhide assistivetext".split())
# Without one of these in its source a page hides nothing.
HIDING = tuple(b"hidden none line-through sronly sr-only screenreader screen-reader assistive visually".split())
UNSEEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration(?:-line)?\s*:[^;]{0,40}line-through)\b",
    re.IGNORECASE,
)
# Classes by which common style kits hide an element, unless another class shows it where there is room for it.
HIDDEN_CLASSES = frozenset("d-none hidden is-hidden display-none element-hidden".split())
SHOWN_WHERE = re.compile(r"(?:^|\s)(?:d-(?:sm|md|lg|xl|xxl|print)-(?!none)|(?:sm|md|lg|xl|2xl|print):)")
# A hidden class that so many parts with sentences wear is one of folds, that a reader opens.
LEAST_FOLDS = 2
OPENERS = "//@aria-controls | //@data-target | //@data-bs-target | //a[@role='tab']/@href"
OPENING = frozenset("dt summary button h1 h2 h3 h4 h5 h6".split())
GAIJI = frozenset("gaiji gaijiimg externalcharacter".split())

WORDS = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
FULL_STOP = "。"
PROSE = re.compile(r"[。｡！？]|[.!?．](?:\s|$)")
# Spelt out in both cases, since a pattern that ignores them is slow on every line of a page.
COPYRIGHT = re.compile(
    r"©|\([cC]\)\s*(?:19|20)\d\d|（[cC]）[ 　]*(?:19|20|１９|２０|[A-ZＡ-Ｚ])|^[Cc]opyright\b|^COPYRIGHT\b|[Aa]ll [Rr]ights [Rr]eserved|ALL RIGHTS RESERVED"
)
# Without one of these no text matches it, and to look for them is faster.
COPYRIGHT_SIGNS = ("©", "ight", "IGHT", "(c)", "(C)", "（c）", "（C）")

# Share of a block's or zone's characters that links hold, from which it is a list of links.
LINK_SHARE = 0.8
HALF_LINKED = 0.5
LEAST_LINKS = 3
# A block of one link that is no longer than this, and no sentence, is a button.
LONGEST_BUTTON = 10
# A form of so many fields, each with so many characters at most, is furniture.
LEAST_FIELDS, WORDS_OF_FIELD = 2, 40
# Share of the page's prose from which an element is the page's content, whatever its name.
MOST_PROSE = 0.5
CONTENT_PROSE = 0.7
# Share of the prose below which an element outside the content is beside the point.
LITTLE_PROSE = 0.25

# --- tables, notes ---------------------------------------------------------------------------------------------

# Tables that hold whole pages, as pages of the nineties were laid out.
LAYOUT = frozenset("h1 h2 h3 h4 h5 h6 p ul ol dl table hr form blockquote center".split())
HEAVY = frozenset("h1 h2 h3 h4 h5 h6 table form hr main article nav".split())
# What marks an item in a cell of its own; a bare number may be anything.
ITEM_MARK = re.compile(
    r"[・●○◎■□◆◇▪※▼▲★☆]|[①-⑳]|[(（](?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[ア-ンｱ-ﾝa-z])[)）]|"
    r"(?:[0-9０-９]{1,2}|[ア-ンｱ-ﾝ])[.．)）]"
)
LONGEST_MARK = 5
LONGEST_CELL = 600
WIDEST_SPAN = 1000

NUMBER_MARK = re.compile(r"[(（\[［]?[0-9０-９]{1,3}[)）\]］]?")
NOTE_MARK = re.compile(r"[(（\[［]?(?:注|註|※|\*|＊|†|‡)?\s*(?:[0-9０-９]{1,3}|[a-z]|(?<=[※*＊†‡]))[)）\]］]?")
BACK_LINKS = frozenset("↩ ↩︎ ↩️ ⏎ ↑ ^ ▲ ↵".split())
RAISED = str.maketrans("0123456789０１２３４５６７８９()（）", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁽⁾")
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
LONGEST_NOTE = 3000

# --- what a page says of itself --------------------------------------------------------------------------------

DATE_METAS = frozenset(
    "date dc.date dcterms.date dcterms.issued dc.date.issued dcterms.created dc.date.created article:published_time "
    "datepublished pubdate publishdate publish_date citation_publication_date citation_date".split()
)
SITE_METAS = frozenset("og:site_name application-name twitter:site dc.publisher author publisher".split())
PUBLISHED_NAMES = frozenset(
    "published publishedat pubdate publishdate publisheddate datepublished dtpublished entrydate postdate releasedate "
    "createdate createdat".split()
)
# Other elements than <time> may bear such a name; these hold no more than a day.
MAY_DATE = ("publish", "date", "created")
LONGEST_DAY = 40
# What holds an item of a list of news; one whose words beside its day are longer than a label is one.
ITEMS = ("li", "dt", "dd", "tr", "a", "article", "aside", "nav")
LONGEST_LABEL = 9
# The name of a body, or of its site, as titles hold it.
_OF_STATE = r"省|庁|官房|官邸|府|局|院|委員会|公社|機構|銀行|研究所|公式ウェブサイト|ウェブサイト|(?<![都道府県市区町村])[都道府県市区町村]|ホームページ|サイト"
# These are what a title is about as often as who wrote it: 文化施設：美術館と博物館.
_OF_ANY = "議会|事務所|裁判所|協会|連合会|財団|法人|組合|会議所|大学|学会|センター|博物館|図書館|病院|ポータル"
_NAME = r"[^\s：:_/／|｜（）()。、]{0,14}"
_BODY = f"{_NAME}(?:{_OF_STATE})"
BODY = re.compile(_BODY)
ANY_BODY = re.compile(f"{_NAME}(?:{_OF_STATE}|{_OF_ANY})")
WITH_BODY = re.compile(
    rf"(?:{_BODY}\s*[：:_/／]\s*)?(?P<title>.{{2,300}}?)(?:\s*[：:_/／]\s*{_BODY}|\s*[（(][A-Z]{{2,9}}[/／]{_BODY}[）)])?"
)
BEFORE_SITE = re.compile(r"[|｜‖»≫–—-]\s*$")
BETWEEN = re.compile(r"\s*[：:_/／]\s*")
# What stands between a page's title and its site's, the surest first.
TITLE_BREAKS = (
    re.compile(r"(?<!\s)\s*[|｜‖]\s*|(?<!\s)\s+[»«›‹≫]\s*|(?<!\s)\s*[＞≫]\s*|(?<!\s)\s+::\s+"),
    re.compile(r"(?<!\s)\s+[-–—―‐－:／/・]\s+|(?<!\s)\s*[／]\s*"),
)
_YEAR = r"(?P<year>(?:18|19|20)[0-9]{2})"
_ERA = r"(?P<era>明治|大正|昭和|平成|令和)\s*(?P<era_year>[0-9]{1,2}|元)"
DAY = rf"(?:{_ERA}\s*年|{_YEAR}\s*[年./-])\s*(?P<month>[01]?[0-9])\s*[月./-]\s*(?P<day>[0-3]?[0-9])"
PUBLISHED_WORDS = ("公開", "掲載", "公表", "発表", "発行", "作成", "登録")
PUBLISHED_LABEL = re.compile(rf"(?:{'|'.join(PUBLISHED_WORDS)})(?:年月日|日時?|年月)\s*+[:：]?\s*+{DAY}")
UPDATED_WORDS = ("更新",)
UPDATED_LABEL = re.compile(rf"更新(?:年月日|日時?)?\s*+[:：]?\s*+{DAY}")
