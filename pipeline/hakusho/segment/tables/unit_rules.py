"""The units that tables print: above the table, below a header, in brackets behind a title, in a column of their own."""

import re

_POWER = "(?:[0-9]{1,4})?[兆億万千百十]{0,2}"
_COUNTED = (
    "円|ドル|ユーロ|元|人|名|件|戸|世帯|家族|社|校|園|[箇個か力ヵヶカケヶ]所|[箇個か]国|個|組合?|学級|施設|棟|台|両|隻|機|基|床|冊|部|通|枚"
    "|点|種類?|品目|品種|回|日|時間|時|分|秒|[かヶ箇]月|年|歳|頭|羽|匹|尾|本|株|筆|区画|地区|地点|団体|企業|事業所|法人|市町村|市|町村?|村|店舗?|倍|割|度|位"
    "|ポイント|メートル|キロメートル|平方メートル|平方キロメートル|立方メートル|リットル|キロリットル|グラム|キログラム|総?トン|ヘクタール|アール|キロワット(?:時)?|キロ"
    "|町歩|反|石|升|貫|斤|俵|坪|里|尺|馬力|カロリー|バレル|株|口|単位|科目|コース|路線|便|戸数|床数|人員"
)
_MEASURED = (
    "[%％‰℃㎡㎢㎞㎝㎜㎏㎎㎥㍑㌧㌶]|μ?[cdhkmnpMGTPkμ]?(?:m|g|L|l|ℓ|W|Wh|V|A|Hz|B|bps|Bq|Sv|Pa|J|cal|N|t|eV|mol)[2-3²³]?|[ahsdy]|ha|dB|pp[mb]|pH|TEU|DWT|GT"
    "|G?t-CO2(?:e|換算)?|CO2換算トン|kW|kWh|USドル|米ドル|US\\$|\\$"
)
UNIT = f"{_POWER}(?:{_COUNTED}|{_MEASURED})(?:[/／・](?:[0-9]{{0,3}}(?:{_COUNTED}|{_MEASURED})))*"
_GAP = "[ 　]*"
_OPEN, _CLOSE = "[(（]", "[)）]"
_UNITS = f"{UNIT}(?:{_GAP}[、,，・]{_GAP}{UNIT})*"
# A line of units: （億円）, （人、人、％）, and a title with its unit: 漁獲量（千トン）.
UNITS_ALONE = re.compile(rf"{_OPEN}{_GAP}(?:単位{_GAP}[:：]?{_GAP})?(?P<units>{_UNITS}){_GAP}{_CLOSE}$")
_OF_WHEN = "(?:[^()（）、，,]{1,16}(?:[年月日末度計]|平均|価格|ベース|現在|推計|累計|調べ)[、，,]" + _GAP + ")?"
UNITS_LAST = re.compile(rf"[^ 　(（].*{_OPEN}(?:単位{_GAP}[:：]?{_GAP}|{_OF_WHEN})(?P<units>{_UNITS}){_CLOSE}$")
SEVERAL = re.compile(f"{_GAP}[、,，]{_GAP}")
# A row of rates in a table of 千円 is not of that unit.
RATE = re.compile(r"(?:率|構成比|前年比|割合|比率?|依存度|指数|シェア)(?:\([^()]*\))?$")
# Two units of one line, and the second of such.
PAIR = 2
OF_RATE = re.compile("[%％‰]|倍|ポイント")
UNIT_OF_RATES = re.compile(r"^(?![0-9十百千]{0,4}[%％‰倍度割]|ポイント).*")
# A cell that only holds a unit, and the header of a column of units.
UNIT_ALONE = re.compile(rf"(?![0-9]){_OPEN}?{_GAP}(?P<unit>{UNIT}){_GAP}{_CLOSE}?")
UNIT_COLUMN = re.compile(f"単{_GAP}位")
# A line that gives several units settles none.
UNIT_LINE = re.compile(r"単位 ?[: ] ?(?P<unit>[^)()、,;・\r\n]{1,10})(?![、,;・])(?=[)\r\n]|$)")
# A bracket without 単位 may hold anything else: 水質（ＢＯＤ）.
UNIT_IN_HEADER = re.compile(rf"\((?:単位 ?[: ]? ?(?P<said>[^()0-9、注]{{1,8}})|(?P<unit>{UNIT}))\)$")
# A title without a number above a table: so long, and no sentence.
TITLE = re.compile("[^。．]{2,60}$")
