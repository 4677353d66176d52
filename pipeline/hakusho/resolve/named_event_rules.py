"""Disasters that are called by a name without their year, and the month they began in.

The names are those that 気象庁 gave to earthquakes, storms and rains (its list of named phenomena), and those that the
government gave to the great disasters. Where two bear one name, the last before publication is meant.
"""

import re

# name: the months (year, month) in which it happened.
DISASTERS: dict[str, tuple[tuple[int, int], ...]] = {
    "関東大震災": ((1923, 9),),
    "福井地震": ((1948, 6),),
    "伊勢湾台風": ((1959, 9),),
    "チリ地震津波": ((1960, 5),),
    "新潟地震": ((1964, 6),),
    "十勝沖地震": ((1968, 5), (2003, 9)),
    "宮城県沖地震": ((1978, 6),),
    "浦河沖地震": ((1982, 3),),
    "日本海中部地震": ((1983, 5),),
    "長野県西部地震": ((1984, 9),),
    "釧路沖地震": ((1993, 1),),
    "北海道南西沖地震": ((1993, 7),),
    "北海道東方沖地震": ((1994, 10),),
    "三陸はるか沖地震": ((1994, 12),),
    "兵庫県南部地震": ((1995, 1),),
    "阪神・淡路大震災": ((1995, 1),),
    "阪神淡路大震災": ((1995, 1),),
    "鳥取県西部地震": ((2000, 10),),
    "芸予地震": ((2001, 3),),
    "新潟県中越地震": ((2004, 10),),
    "福岡県西方沖地震": ((2005, 3),),
    "能登半島地震": ((2007, 3), (2024, 1)),
    "新潟県中越沖地震": ((2007, 7),),
    "岩手・宮城内陸地震": ((2008, 6),),
    "東北地方太平洋沖地震": ((2011, 3),),
    "東日本大震災": ((2011, 3),),
    "熊本地震": ((2016, 4),),
    "大阪府北部地震": ((2018, 6),),
    "北海道胆振東部地震": ((2018, 9),),
    "房総半島台風": ((2019, 9),),
    "東日本台風": ((2019, 10),),
}
NAMED = re.compile(f"(?:{'|'.join(DISASTERS)})$")
# A heading on what came later: 東日本大震災からの復興.
LATER = re.compile("からの|後|以[後降]|への対応|を(?:踏まえ|受け|教訓|契機)|の教訓|復[興旧]")
LONGEST = max(map(len, DISASTERS))
