"""Documents of many layouts with what a reader should find in them; written for the tests, in the style of an office."""

from dataclasses import dataclass, field

from tests.read.pdf_maker import Column, Page, wrapped

SENTENCES = (
    "総務省は、令和四年度から地方公共団体の情報システムの標準化を進めている。",
    "この取組により、住民の手続に要する時間は三年間でおよそ二割短くなった。",
    "一方で、小規模な町村では専任の職員がおらず、移行の計画が遅れている。",
    "厚生労働省は、医療機関の間で診療の情報を共有する仕組みを全国に広げる方針である。",
    "実証に加わった病院は百二十四に上り、そのうち九割が継続を希望した。",
    "国土交通省の調査によれば、公共交通の利用者は五年前の水準を下回っている。",
    "このため、運行の本数を見直すとともに、予約に応じて走る小型の車両を増やす。",
    "文部科学省は、学校の端末の更新に必要な経費を都道府県の基金から補助する。",
    "経済産業省は、中小企業の輸出を支える相談の窓口を四十七の都道府県に置いた。",
    "農林水産省は、耕作されていない土地の面積を毎年公表することとした。",
    "環境省は、使い捨てのプラスチックの量を二千三十年までに四分の一減らす目標を掲げた。",
    "消防庁は、救急車の到着までの時間が十年間で一分余り延びたことを明らかにした。",
    "防災に関する訓練には、昨年度、延べ三百二十万人が参加している。",
    "これらの施策の効果は、有識者から成る会議が毎年度検証し、結果を公表する。",
    "内閣府は、地域の交流を担う団体に対して、活動の費用の一部を助成している。",
    "海外からの来訪者は前の年の同じ月を一割上回り、地方への宿泊も増えた。",
)


@dataclass
class Made:
    """A document's pages and the gold: sentences in reading order, headings, notes by marker, furniture, cells."""

    pages: list[Page]
    sentences: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    furniture: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def paragraphs(*groups: tuple[int, ...]) -> list[str]:
    """Return paragraphs of the sentences with these numbers."""
    return ["".join(SENTENCES[i] for i in group) for group in groups]


def two_columns(left: float = 0, bottom: float = 0, rotation: int = 0) -> Made:
    """A chapter's page with a heading across, two columns below it, and a second heading across further down."""
    page = Page(left=left, bottom=bottom)
    made = Made([page])
    Column(page, 60, 770, 40).head("第１節　行政の情報化", 16)
    made.headings.append("行政の情報化")
    one, two = Column(page, 60, 730, 20), Column(page, 310, 730, 20)
    one.para(SENTENCES[0] + SENTENCES[1])
    lines = wrapped(SENTENCES[2] + SENTENCES[3] + SENTENCES[4], 19, 20)
    one.lines(lines[:3], 1)
    two.lines(lines[3:])
    two.para(SENTENCES[5])
    low = min(one.y, two.y)
    Column(page, 60, low - 12, 40).head("第２節　地域の暮らし", 16)
    made.headings.append("地域の暮らし")
    one, two = Column(page, 60, low - 56, 20), Column(page, 310, low - 56, 20)
    one.para(SENTENCES[6] + SENTENCES[7])
    one.para(SENTENCES[8])
    two.para(SENTENCES[9])
    made.sentences = list(SENTENCES[:10])
    if rotation:
        made.pages = [turned(page, rotation)]
    return made


def turned(page: Page, rotation: int) -> Page:
    """Return a page whose content lies turned, and whose /Rotate sets it upright again."""
    wide, high = page.width, page.height
    matrix = {90: f"0 1 -1 0 {high:g} 0", 180: f"-1 0 0 -1 {wide:g} {high:g}", 270: f"0 -1 1 0 0 {wide:g}"}[rotation]
    size = (high, wide) if rotation % 180 else (wide, high)
    return Page(*size, rotation=rotation, parts=[f"q {matrix} cm", *page.parts, "Q"])


def three_columns() -> Made:
    """A newsletter of three columns under one heading."""
    page = Page()
    made = Made([page], headings=["市政だより"])
    Column(page, 50, 780, 40).head("市政だより", 20)
    columns = [Column(page, 50 + 175 * i, 730, 14) for i in range(3)]
    for number, column in enumerate(columns):
        column.para(SENTENCES[4 * number] + SENTENCES[4 * number + 1])
        column.para(SENTENCES[4 * number + 2] + SENTENCES[4 * number + 3])
    made.sentences = list(SENTENCES[:12])
    return made


def gazette() -> Made:
    """A page of vertical lines in two tiers."""
    page = Page()
    made = Made([page], sentences=list(SENTENCES[:8]), furniture=["官報　第５１２３号", "17"])
    page.text(60, 815, "官報　第５１２３号", 8)
    page.text(290, 20, "17", 8)
    for tier, top in enumerate((790, 410)):
        x = 530.0
        for first in (0, 2):
            text = SENTENCES[4 * tier + first] + SENTENCES[4 * tier + first + 1]
            for number, line in enumerate(wrapped(text, 29, 30)):
                page.text(x, top - (0 if number else 10.5), line, 10.5, down=True)
                x -= 18
    return made


def upward_table() -> Made:
    """A portrait page whose table runs upwards, as a scanner or a landscape sheet in a portrait file has it."""
    rows = [
        ["区分", "令和三年度", "令和四年度", "備考"],
        ["補助金", "1,200", "1,350", "新規"],
        ["委託費", "800", "640", "継続"],
    ]
    page = Page()
    for i in range(4):
        page.rule(100 + 40 * i, 100, 100 + 40 * i, 700)
    for j in range(5):
        page.rule(100, 100 + 150 * j, 220, 100 + 150 * j)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            page.text(125 + 40 * r, 110 + 150 * c, text, 10.5, turn=90)
    return Made([page], cells=rows)


def chapter_with_tabs() -> Made:
    """Five pages with running heads, numbers that count up and a thumb tab; a paragraph runs over each page's end."""
    made = Made([], furniture=["第２部　地域の暮らし", "第２章", "31", "33"])
    rest: list[str] = []
    for number in range(5):
        page = Page()
        page.text(60, 800, "第２部　地域の暮らし" if number % 2 else "令和六年版　暮らしの白書", 8)
        page.text(290, 40, f"{number + 31}", 9)
        for step, sign in enumerate("第２章"):
            page.text(562, 640 - 14 * step, sign, 12, bold=True)
        column = Column(page, 60, 740, 44)
        column.lines(rest)
        first, second = SENTENCES[2 * number], SENTENCES[2 * number + 1]
        column.para(first)
        column.y = 90
        lines = wrapped(second + SENTENCES[10 + number], 43, 44)
        column.lines(lines[:1], 1)
        rest = lines[1:]
        made.sentences += [first, second, SENTENCES[10 + number]]
        made.pages.append(page)
    page = Page()
    page.text(60, 800, "第２部　地域の暮らし", 8)
    page.text(290, 40, "36", 9)
    Column(page, 60, 740, 44).lines(rest)
    made.pages.append(page)
    return made


def notes_under_rule() -> Made:
    """A page with marks in its text and notes under a short rule, one over two lines."""
    page = Page()
    column = Column(page, 70, 760, 42)
    column.para(SENTENCES[0][:-1] + "1。" + SENTENCES[1])
    column.para(SENTENCES[2] + SENTENCES[3][:-1] + "2。")
    page.rule(70, 150, 220, 150)
    notes = {
        "1": "総務省「地方公共団体の情報システムに関する調査」（令和五年三月）による。調査の対象は千七百四十一の市区町村であり、回答の率は九割八分である。",
        "2": "厚生労働省の資料による。",
    }
    y = 138.0
    for mark, text in notes.items():
        page.text(70, y + 2, mark, 5)
        for line in [text[i : i + 50] for i in range(0, len(text), 50)]:
            page.text(82, y, line, 8.5)
            y -= 12
    sentences = [SENTENCES[0][:-1] + "1。", SENTENCES[1], SENTENCES[2], SENTENCES[3][:-1] + "2。"]
    return Made([page], sentences=sentences, notes=notes)


def notes_of_one_size() -> Made:
    """Notes of the size of the text, told by their rule and raised marks."""
    page = Page()
    column = Column(page, 70, 760, 42)
    column.para(SENTENCES[4] + SENTENCES[5])
    page.rule(70, 150, 220, 150)
    page.text(70, 140, "3", 6)
    page.text(74, 136, "　病院の数は、令和五年四月一日現在のものである。", 10.5)
    return Made(
        [page], sentences=[SENTENCES[4], SENTENCES[5]], notes={"3": "病院の数は、令和五年四月一日現在のものである。"}
    )


ROWS = [
    ["区分", "施設数", "定員", "備考"],
    ["保育所", "23,899", "2,247,925", "公立を含む"],
    ["幼稚園", "9,111", "1,008,815", ""],
    ["認定こども園", "9,220", "914,812", "幼保連携型を含む"],
    ["小規模保育", "7,474", "145,101", ""],
]


def ruled(
    page: Page,
    rows: list[list[str]],
    x: list[float],
    top: float,
    *,
    sides: bool = True,
    foot: bool = True,
    head: bool = True,
) -> float:
    """Draw a table of rows 20 points high with its text; return the y of its foot."""
    foot_y = top - 20 * len(rows)
    for i in range(len(rows) + 1):
        if (i or head) and (i < len(rows) or foot):
            page.rule(x[0], top - 20 * i, x[-1], top - 20 * i)
    for i, place in enumerate(x):
        if sides or 0 < i < len(x) - 1:
            page.rule(place, top, place, foot_y)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            page.text(x[c] + 4, top - 20 * r - 14, text, 9)
    return foot_y


def tables() -> Made:
    """A table between paragraphs, with open sides."""
    page = Page()
    column = Column(page, 70, 780, 42)
    column.para(SENTENCES[0])
    page.text(70, column.y - 4, "表１　施設の数", 9.5, bold=True)
    foot = ruled(page, ROWS, [70, 180, 270, 380, 510], column.y - 14, sides=False)
    page.text(70, foot - 14, "（出典）厚生労働省の資料による", 8)
    Column(page, 70, foot - 50, 42).para(SENTENCES[1])
    return Made([page], sentences=[SENTENCES[0], SENTENCES[1]], cells=ROWS)


def table_over_pages() -> Made:
    """A table that goes on over a page, its header printed again and its last rule missing."""
    one, two = Page(), Page()
    Column(one, 70, 780, 42).para(SENTENCES[0])
    x = [70.0, 180, 270, 380, 510]
    ruled(one, ROWS[:3], x, 180, foot=False)
    ruled(two, [ROWS[0], *ROWS[3:]], x, 790)
    one.text(290, 30, "1", 9)
    two.text(290, 30, "2", 9)
    return Made([one, two], sentences=[SENTENCES[0]], cells=ROWS)


def two_header_rows() -> Made:
    """A header of two rows, a cell over two columns and one over two rows."""
    page = Page()
    x, top = [70.0, 180, 270, 360, 450], 700.0
    for y, begin in ((700, 70), (680, 180), (660, 70), (640, 70), (620, 70)):
        page.rule(begin, y, 450, y)
    for place in x:
        page.rule(place, 700 if place in (70, 180, 450) else 680, place, 620)
    page.rule(360, 700, 360, 680)
    texts = [
        (74, 676, "都道府県"),
        (184, 686, "職員の数"),
        (364, 686, "増減"),
        (184, 666, "令和三年"),
        (274, 666, "令和四年"),
        (364, 666, "人"),
    ]
    body = [["北海道", "120", "135", "15"], ["青森県", "80", "76", "△4"]]
    for left, y, text in texts:
        page.text(left, y, text, 9)
    for r, row in enumerate(body):
        for c, text in enumerate(row):
            page.text(x[c] + 4, top - 54 - 20 * r, text, 9)
    grid = [["都道府県", "職員の数", "職員の数", "増減"], ["都道府県", "令和三年", "令和四年", "人"], *body]
    return Made([page], cells=grid)


def unruled_table() -> Made:
    """Rows without rules between paragraphs."""
    page = Page()
    column = Column(page, 70, 780, 42)
    column.para(SENTENCES[0])
    column.y -= 6
    rows = [[cell or "－" for cell in row] for row in ROWS]
    for row in rows:
        for place, text in zip((80, 200, 300, 400), row, strict=True):
            column.page.text(place, column.y, text, 9)
        column.y -= 15
    column.y -= 10
    column.para(SENTENCES[1])
    return Made([page], sentences=[SENTENCES[0], SENTENCES[1]], cells=rows)


def boxed() -> Made:
    """A shaded box with a title and text of its own in the middle of a page."""
    page = Page()
    column = Column(page, 70, 780, 42)
    column.para(SENTENCES[0] + SENTENCES[1])
    page.box(65, 480, 530, 700, 0.9)
    box = Column(page, 80, 680, 46, 9, 14)
    box.head("コラム　病院の連携", 11, above=0)
    box.para(SENTENCES[3] + SENTENCES[4])
    box.para(SENTENCES[12])
    Column(page, 70, 450, 42).para(SENTENCES[2])
    order = [SENTENCES[i] for i in (0, 1, 3, 4, 12, 2)]
    return Made([page], sentences=order, headings=["コラム　病院の連携"])


def slide() -> Made:
    """A slide: title, a box with the message, two framed columns of items."""
    page = Page(720, 540)
    page.text(40, 490, "自治体の情報システムの標準化について", 24, bold=True)
    page.box(40, 400, 680, 465)
    message = Column(page, 55, 440, 44, 14, 20)
    message.para(SENTENCES[0], indent=0)
    made = Made(
        [page], headings=["自治体の情報システムの標準化について", "現状と課題", "今後の取組"], sentences=[SENTENCES[0]]
    )
    for x, title, items in ((40, "現状と課題", (2, 5)), (370, "今後の取組", (6, 13))):
        page.box(x, 60, x + 310, 380)
        page.text(x + 100, 350, title, 16, bold=True)
        column = Column(page, x + 12, 310, 20, 14, 20)
        for item in items:
            column.para("○" + SENTENCES[item], indent=0, hang=1)
            made.sentences.append(SENTENCES[item])
    page.text(690, 15, "3", 10)
    return made


def questions() -> Made:
    """Questions and answers with labels and hanging lines."""
    page = Page()
    column = Column(page, 70, 780, 42)
    column.page.text(180, column.y, "標準化に関する質疑応答集（その２）", 12)
    column.y -= 40
    pairs = [
        ("（問１）", "移行の期限までに作業が終わらない場合は、どのような手続をとることになるのか。"),
        ("（答）", "都道府県を経由して総務省に計画の変更を届け出た上で、翌年度の末日までに移行を完了することとする。"),
        ("（問２）", "基金の対象となる経費に、職員の研修に要する費用は含まれるのか。"),
        ("（答）", "外部の講師に支払う謝金に限り含まれる。"),
    ]
    for label, text in pairs:
        column.page.text(70, column.y, label, 10.5)
        column.y -= 17
        column.para(text)
        column.y -= 6
    title = "標準化に関する質疑応答集（その２）"
    return Made(
        [page], sentences=[text for _, text in pairs], headings=[title], others=["（問１）", "（答）", "（問２）"]
    )


def articles() -> Made:
    """Terms of use: articles with titles, numbered paragraphs and items that hang."""
    page = Page()
    column = Column(page, 70, 780, 42)
    page.text(200, 780, "電子申請の利用規約", 14)
    column.y -= 40
    made = Made([page], headings=["電子申請の利用規約"])
    body = [
        ("第１条（目的）", ["この規約は、市が提供する電子申請の仕組みを利用するために必要な事項を定めるものとする。"]),
        (
            "第２条（利用者の責務）",
            [
                "利用者は、この規約に同意した上で利用するものとし、同意しない場合は利用することができない。",
                "２　利用者は、次に掲げる行為をしてはならない。",
            ],
        ),
        (
            "第３条（免責）",
            [
                "市は、利用者が被った損害について、市の故意又は重大な過失による場合を除き、その責任を負わないものとする。"
            ],
        ),
    ]
    for title, texts in body:
        column.para(title, indent=0)
        for text in texts:
            column.para(text, indent=1 if text[0] != "２" else 0, hang=1 if text[0] == "２" else 0)
            made.sentences.append(text.removeprefix("２　"))
        if "責務" in title:
            for item in (
                "（１）他の利用者の識別の符号を不正に使用し、又は使用させる行為",
                "（２）仕組みの運営を妨げる行為",
            ):
                column.para(item, indent=1, hang=3)
                made.others.append(item)
        column.y -= 10
        made.headings.append(title)
    return made


def notes_of_columns() -> Made:
    """Two columns, each with a note under a rule of its own."""
    page = Page()
    made = Made([page])
    for side, x in enumerate((60, 310)):
        column = Column(page, x, 760, 20)
        first, rest = SENTENCES[8 * side], SENTENCES[8 * side + 1 : 8 * side + 6]
        column.para(first[:-1] + f"{side + 1}。")
        for text in rest:
            column.para(text)
        page.rule(x, 200, x + 80, 200)
        page.text(x, 190, f"{side + 1}", 5)
        note = ("総務省の資料による。", "文部科学省の資料による。")[side]
        page.text(x + 10, 186, note, 8)
        made.notes[f"{side + 1}"] = note
        made.sentences += [first[:-1] + f"{side + 1}。", *rest]
    return made


def facing_pages() -> Made:
    """Sheets with two pages side by side, each with its own head and number."""
    made = Made([], furniture=["令和六年版　暮らしの白書", "第２部　地域の暮らし", "10", "15"])
    for sheet in range(4):
        page = Page(1190, 842)
        for side in (0, 1):
            x, first = 60 + 595 * side, 4 * sheet + 2 * side
            page.text(x, 790, "第２部　地域の暮らし" if side else "令和六年版　暮らしの白書", 8)
            page.text(x + 230, 60, f"{2 * sheet + side + 10}", 9)
            column = Column(page, x, 740, 44)
            column.para(SENTENCES[first % 16])
            column.para(SENTENCES[(first + 1) % 16])
            made.sentences += [SENTENCES[first % 16], SENTENCES[(first + 1) % 16]]
        made.pages.append(page)
    return made


def shaded_table() -> Made:
    """A table without rules whose cells are shaded areas."""
    page = Page()
    Column(page, 70, 780, 42).para(SENTENCES[0])
    rows = [row[:3] for row in ROWS]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            page.box(70 + 150 * c, 680 - 24 * r, 218 + 150 * c, 702 - 24 * r, 0.9 if r else 0.6)
            page.text(80 + 150 * c, 687 - 24 * r, text, 10)
    Column(page, 70, 540, 42).para(SENTENCES[1])
    return Made([page], sentences=[SENTENCES[0], SENTENCES[1]], cells=rows)


def margin_notes() -> Made:
    """Text with small notes in its margin, each next to the line that it explains."""
    page = Page()
    column = Column(page, 60, 760, 32)
    for first in (0, 2, 4):
        column.para(SENTENCES[first] + SENTENCES[first + 1])
    page.text(430, 720, "標準化の対象は二十の業務", 7)
    page.text(430, 711, "である。", 7)
    page.text(430, 640, "診療の情報には画像を含む。", 7)
    return Made(
        [page], sentences=list(SENTENCES[:6]), others=["標準化の対象は二十の業務である。", "診療の情報には画像を含む。"]
    )


def letter() -> Made:
    """A notice: number and date at the right edge, addressee, sender, title, text, list, attachment."""
    page = Page()
    page.text(430, 790, "総行情第１２３号", 10.5)
    page.text(430, 773, "令和六年四月一日", 10.5)
    page.text(70, 740, "各都道府県知事　殿", 10.5)
    page.text(400, 706, "総務省自治行政局長", 10.5)
    page.text(150, 666, "情報システムの標準化に係る経費の取扱いについて（通知）", 11)
    column = Column(page, 70, 626, 43)
    column.para(SENTENCES[7])
    column.para(SENTENCES[13])
    page.text(295, column.y - 10, "記", 10.5)
    column.y -= 44
    column.para(
        "１　補助の対象は、令和六年度中に契約を結んだ経費とし、契約の前に支払った経費を含めないものとすること。",
        indent=0,
        hang=2,
    )
    column.para("２　申請の期限は、令和六年九月三十日とすること。", indent=0, hang=2)
    sentences = [
        SENTENCES[7],
        SENTENCES[13],
        "補助の対象は、令和六年度中に契約を結んだ経費とし、契約の前に支払った経費を含めないものとすること。",
        "申請の期限は、令和六年九月三十日とすること。",
    ]
    others = ["総行情第１２３号", "令和六年四月一日", "各都道府県知事　殿", "総務省自治行政局長", "記"]
    title = "情報システムの標準化に係る経費の取扱いについて（通知）"
    return Made([page], sentences=sentences, headings=[title], others=others)


def bullets() -> Made:
    """Items that wrap under their text, nested, with and without a full stop."""
    page = Page()
    column = Column(page, 70, 780, 42)
    column.para("主な取組は、次のとおりである。")
    items = [
        ("・", 1, SENTENCES[0]),
        ("・", 1, SENTENCES[6] + SENTENCES[7]),
        ("①", 2, SENTENCES[10]),
        ("②", 2, SENTENCES[11]),
    ]
    made = Made([page], sentences=["主な取組は、次のとおりである。"])
    for mark, indent, text in items:
        column.para(mark + text, indent=indent, hang=indent + 1)
        made.sentences += [part + "。" for part in text.split("。") if part]
    return made


def with_ruby() -> Made:
    """Ruby above a word in the second line."""
    page = Page()
    page.text(80.5, 760, "令和六年の能登半島の地震では、多くの家屋が倒壊し、水道が止", 10.5)
    page.text(70, 740, "まった。断水は輪島市で長く続き、逼迫した状況が春まで続いた。", 10.5)
    page.text(70 + 10.5 * 16, 751, "ひっぱく", 5)
    sentences = [
        "令和六年の能登半島の地震では、多くの家屋が倒壊し、水道が止まった。",
        "断水は輪島市で長く続き、逼迫した状況が春まで続いた。",
    ]
    return Made([page], sentences=sentences)


def spaced_heading() -> Made:
    """A heading set letter by letter over the width, a right-aligned date, a centred title of two lines."""
    page = Page()
    for number, sign in enumerate("目的"):
        page.text(220 + 120 * number, 780, sign, 16, bold=True)
    page.text(440, 750, "令和六年三月", 10.5)
    column = Column(page, 70, 710, 42)
    column.para(SENTENCES[0] + SENTENCES[1])
    return Made([page], headings=["目的"], sentences=[SENTENCES[0], SENTENCES[1]], others=["令和六年三月"])


ALL = {
    "two columns": two_columns,
    "box of a page that begins elsewhere": lambda: two_columns(66.2, 136.9),
    "turned by 90": lambda: two_columns(rotation=90),
    "turned by 180": lambda: two_columns(rotation=180),
    "turned by 270": lambda: two_columns(rotation=270),
    "three columns": three_columns,
    "gazette": gazette,
    "chapter with tabs": chapter_with_tabs,
    "upward table": upward_table,
    "notes under a rule": notes_under_rule,
    "notes of one size": notes_of_one_size,
    "table with open sides": tables,
    "table over pages": table_over_pages,
    "two header rows": two_header_rows,
    "table without rules": unruled_table,
    "box": boxed,
    "slide": slide,
    "questions": questions,
    "articles": articles,
    "margin notes": margin_notes,
    "notes of columns": notes_of_columns,
    "facing pages": facing_pages,
    "shaded table": shaded_table,
    "letter": letter,
    "bullets": bullets,
    "ruby": with_ruby,
    "spaced heading": spaced_heading,
}
