"""How Office programs print numbers and signs: tables for `docx`, `numbering` and `xlsx`."""

import re

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
# Formats that count through a row of signs, ECMA-376 part 1, 17.18.59; after the last sign they begin anew or double.
SEQUENCES = {
    "aiueo": "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
}
KANJI_DIGITS = "〇一二三四五六七八九"
LEGAL_DIGITS = "零壱弐参四伍六七八九"
KANJI_UNITS = ("", "十", "百", "千")
LEGAL_UNITS = ("", "拾", "百", "阡")
TEN_THOUSANDS = ("", "万", "億")
COUNTED = frozenset("japaneseCounting chineseCounting chineseCountingThousand koreanCounting taiwaneseCounting".split())
DIGIT_BY_DIGIT = frozenset("japaneseDigitalTenThousand ideographDigital chineseDigital taiwaneseDigital".split())
ENCLOSED_CIRCLES = frozenset("decimalEnclosedCircle decimalEnclosedCircleChinese".split())

# Signs of Symbol and Wingdings, as Word stores them, and what they print.
SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF06C: "●", 0xF06E: "■", 0xF071: "❑", 0xF075: "◆", 0xF076: "❖", 0xF0A8: "◻",
    0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓", 0xF0FE: "☑", 0xF06F: "□", 0xF0A1: "○", 0xF09F: "•", 0xF0B2: "✧",
}  # fmt: skip
SUPERSCRIPT = str.maketrans("0123456789ivxlc()", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜ⁽⁾")
RAISED = re.compile(r"[(（]?[0-9]{1,3}[)）]?")

# Signs in a ring, as one character, and the rings that a field draws around a sign.
ENCLOSED = ((0x2460, 0x2474), (0x3251, 0x3260), (0x3280, 0x32B1), (0x32B1, 0x32C0))
RINGS = frozenset("○◯〇")
FRACTION = "/"

HEADING_STYLE = re.compile(r"(?:heading|見出し)\s*([1-9])$", re.IGNORECASE)
TITLE_STYLES = frozenset("title 表題".split())
CONTENTS_STYLE = re.compile(r"(?:toc\s*[0-9]|目次\s*[0-9]|table of figures|図表目次|toc heading)$", re.IGNORECASE)
CONTENTS_GALLERY = "Table of Contents"
CAPTION_STYLES = frozenset("caption 図表番号".split())

# Titles that programs put into a file's properties, or templates.
NO_TITLE = re.compile(
    r"^(?:Microsoft|PowerPoint|Word|文書|無題|Untitled|Document|Normal|新規|タイトル|表題|標題|題名|スライド|テンプレート|様式)[ 　]*[-－0-9]*|[.](?:docx?|rtf|jtd|txt|pdf|dot[xm]?)$",
    re.IGNORECASE,
)
SHORTEST_TITLE, MOST_LINES_ABOVE = 4, 12
STOP = "。"
# What else stands in the middle of a head: a day, a number, a mark of a draft.
LETTER_HEAD = re.compile(
    r"[（(〈\[【]?(?:(?:明治|大正|昭和|平成|令和|西暦)?[ 　]*[0-9０-９元一二三四五六七八九十〇]{1,4}[ 　]*年.{0,16}|.{0,12}第?[ 　]*[0-9０-９]+[ 　]*号|案|未定稿|暫定版|別紙.{0,4}|参考.{0,4}|資料.{0,6}|機密性.{0,4}|取扱注意|公印省略|記|以上|写し?)[）)〉\]】]?"
)

# --- Excel -----------------------------------------------------------------------------------------------------

# Number formats that files name by number only, as the Japanese Excel prints them (ECMA-376 part 1, 18.8.30).
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;"¥"-#,##0.00', 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'ge"."m"."d', 28: 'ggge"年"m"月"d"日"',
    29: 'ggge"年"m"月"d"日"', 30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"',
    34: 'yyyy"年"m"月"', 35: 'm"月"d"日"', 36: 'ge"."m"."d', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-", 42: '"¥"#,##0;"¥"-#,##0;"¥"-',
    43: "#,##0.00;-#,##0.00;-", 44: '"¥"#,##0.00;"¥"-#,##0.00;"¥"-', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@", 50: 'ge"."m"."d', 51: 'ggge"年"m"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'ggge"年"m"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'ge"."m"."d', 58: 'ggge"年"m"月"d"日"',
}  # fmt: skip
WEEKDAYS = "月火水木金土日"
FIRST_YEAR = "元"
WEEKDAY_END = "曜日"
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# The pieces of a number format.
NUMBER_TOKEN = re.compile(
    r'"(?P<quoted>[^"]{0,255})"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]{0,255})\]|(?P<general>General|G/標準)'
    r"|(?P<ampm>AM/PM|A/P|午前/午後)|(?P<era>g{1,3}|e{1,2}(?![+-]))|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|aaaa?)"
    r"|(?P<digits>[#0?][#0?,.]*(?:E[+-][#0?]+)?|\.[0#?]+)|(?P<percent>%)|(?P<text>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
