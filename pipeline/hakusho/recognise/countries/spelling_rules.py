"""How older papers and other hands spell katakana names: ヴ for バ行, large kana for small ones, hiragana へ, べ, ぺ."""

# Rows of b as they were written to tell v from b; ヷ and its row for the same.
V_ROW = {"バ": ("ヴァ",), "ビ": ("ヴィ",), "ブ": ("ヴ",), "ベ": ("ヴェ",), "ボ": ("ヴォ",)}
OLD_V = {"ヴァ": "ヷ", "ヴィ": "ヸ", "ヴェ": "ヹ", "ヴォ": "ヺ"}
# A name has so many characters before it is respelt: shorter ones become other words.
SHORTEST = 3
# So many characters of the row of b are respelt each for itself.
MOST_OF_ROW = 3
LARGE = str.maketrans("ァィゥェォャュョッ", "アイウエオヤユヨツ")
# Older papers write ヤ for ア after a kana in i: ロシヤ, リトアニヤ.
KATAKANA = "[ァ-ヺー・]+"
A, YA = "ア", "ヤ"
I_ROW = "イキギシジチニヒビピミリィ"
HIRAGANA = str.maketrans("ヘベペ", "へべぺ")
DASHED = str.maketrans("ー", "-")
