"""Where in a text dates are looked for, and what stands next to one that is found."""

import re

from hakusho.recognise.dates import word_rules as words

# A run of characters that dates begin with, up to the sign in it that there is one; rules may match beyond it.
# One character alone (日本) begins none but those of YEAR_PART.
RUN = re.compile(
    r"[0-9〇零一二三四五六七八九十百千廿卅壱弐参拾元年月日度世紀皇西暦期明治大正昭和平成令MTSHR()\[\]~./・'前本今昨去来再同翌当先々春夏秋冬第半上下四FY-]{2,}"
)
# Words that begin with 年 and no more of a run: 年内.
YEAR_PART = re.compile("年[内初央末]")
# How a run begins whose word begins before it: 昨事務年度, 新年度.
FISCAL = "年度"
SIGN = re.compile(
    r"[年月日]|世紀|[半四上下]半?期|[前今]期|[今昨来翌][春夏秋冬]|[MTSHR明大昭平令治正和成]\.?[0-9]|[治正和成][元一二三四五六七八九十]|(?:1[89]|20)[0-9]{2}|2100|FY[0-9]{2}|[01]?[0-9]/[0-3]?[0-9](?![0-9])"
)
# A line that begins with 第N条, behind its break: a fixed first character is found fast.
ARTICLES = re.compile("\n[ 　]*第[0-9一二三四五六七八九十百]+条")
KANA_LED = re.compile(
    "こ(?:の(?=[春夏秋冬0-9一二三四五六七八九十])|(?<![るうくすつぬぶむたいなの]こ)とし(?![かてたらまなろ]))"
)
# The year or month after the next, half in kana; a pattern of its own, whose first letters are rare.
NEXT_BUT_ONE = re.compile("さ来[年月]")
# 三一、五、九 and 46.5.9 alone in a cell have no sign either.
_NUMBER = "[0-9〇一二三四五六七八九十廿卅]"
CELLED = re.compile(rf"[\t\n　 ]{_NUMBER}{{1,4}}(?:[、.・,]{_NUMBER}{{1,4}}){{2}}(?=[\t\n　]|  |$)")
# Words for days that do not begin like the rest.
DAY_WORDS = re.compile("明後日|きのう|おととい|あす|あした|あさって")
# Latin dates hold a month's name before a number; the day may stand before it.
LATIN = re.compile("(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[.]?,? ?[0-9]")
LATIN_DAY = re.compile("[0-9]{1,2}(?:st|nd|rd|th)? {0,2}$")
# 4、5月; 12から14年度: the first members of lists and ranges have no sign of their own.
LISTED = re.compile(
    "(?:、|,|ー|から|及び|と|又は)(?=[0-9一二三四五六七八九十]{1,3}(?:(?:、|,|から|及び|と|・)[0-9一二三四五六七八九十]{1,3}){0,9}(?:[年月日]|両?"
    f"{words.KINDS_OF_YEAR}?年))"
)
# 22事業年度, 21両年度: a word stands between a number and its sign; its last character is looked for first.
KIND_OF_YEAR = re.compile("[両計業務算学](?=年)")
NUMBERED_KIND = re.compile(f"[0-9一二三四五六七八九十](?:両|両?{words.KINDS_OF_YEAR})$")
DIGITS = "0123456789"
NUMERALS = frozenset(DIGITS + "一二三四五六七八九十")
# First characters that share a pattern: to compile one for each takes longer than to try a few rules in vain.
ALIKE = (DIGITS, "〇零一二三四五六七八九十百千廿卅", "明大昭平令", "本今昨去来再同翌前先")
RANGE_MARK = re.compile("[~-]|から")
# 昭和59年法律第86号, 平成13年(オ)第1194号: the year of a law or case; 昭和61年版: of an edition.
NO_ANTECEDENT = re.compile("版|(?:法律|政令|省令|府令|勅令|条約|規則|告示|訓令|条例|通達|最高裁)第?|[(][^()]{1,4}[)]第")
# What a year is only compared with is not the year that the text goes on about; nor is one since which another is the
# first or most (16年は昭和55年以降最多).
COMPARED = re.compile(
    "を(?:大きく|大幅に|やや|若干)?(?:上回|下回)|に比べ|と比べ|に比し|と比較|に比較|比(?![較率例])|並み|来(?:の|、)|の(?:約)?[0-9][0-9,.]{0,11}[万億兆千百]?[0-9,]*[一-龥ぁ-んァ-ヴa-zA-Z%]{0,4}?(?:を(?:大きく|大幅に|やや|若干)?(?:上回|下回|超え)|に(?:比べ|次)|と比べ|から(?:増|減|上昇|低下|拡大|縮小|改善))|以来の|以[降来](?:で|の|では|、)?(?:過去)?(?:最[多高低大小少悪長短も]|初めて|初の|[0-9一二三四五六七八九十]+年ぶり)|より(?:も)?[0-9約増減高低多少]"
)
WEEKDAY = re.compile("[(]([月火水木金土日])(?:曜日?)?(?:[・,、]?(?:祝|休)日?)?[)]")
WESTERN_WORD = "西暦"
ABOUT = ("およそ", "約")
OLD_ERA_YEAR = "(?=[0-9元一二三四五六七八九十])"
