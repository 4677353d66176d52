"""Names of bodies and the legal forms that belong to them."""

import re

LEGAL_BEFORE = re.compile(
    "独立行政法人|国立研究開発法人|地方独立行政法人|国立大学法人|公立大学法人|大学共同利用機関法人|学校法人|一般社団法人|一般財団法人|公益社団法人|公益財団法人|社団法人|財団法人|"
    "特定非営利活動法人|NPO法人|社会福祉法人|医療法人(?:社団|財団)?|宗教法人|更生保護法人|株式会社|有限会社|合同会社|合資会社|有限責任監査法人|監査法人|相互会社|"
    r"\((?:株|有|合|社|財|独|学|一社|一財|公社|公財|特非|医|宗|国研|国大|相|福)\)"
)
LEGAL_AFTER = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|相互会社|有限公司|股份有限公司|集団公司|有限責任監査法人|監査法人|投資法人|\((?:株|有|合|相)\)"
)
LATIN_FORM = re.compile(
    r",? (?:Inc\.?|Corp\.?|Corporation|Co\., ?Ltd\.?|Ltd\.?|LLC|LLP|plc|PLC|GmbH|AG|S\.A\.|N\.V\.|B\.V\.)"
)
# What has parts with names of their own after it: 国土交通省航空局, 岡崎国立共同研究機構分子科学研究所.
WHOLE = re.compile("(?:機構|大学|研究所|[省庁府])\\Z")
_WIDE_BRACKETS = str.maketrans("（）", "()")


def without_legal_form(name: str) -> str:
    """Return a name without its legal form on either side.

    >>> without_legal_form("独立行政法人国際協力機構"), without_legal_form("旭化成（株）")
    ('国際協力機構', '旭化成')
    """
    name = name.strip()
    narrow = name.translate(_WIDE_BRACKETS)
    start = before.end() if (before := LEGAL_BEFORE.match(narrow)) else 0
    for match in (*LEGAL_AFTER.finditer(narrow, start), *LATIN_FORM.finditer(narrow, start)):
        if match.end() == len(narrow) and match.start() > start:
            return name[start : match.start()].strip(" 　,")
    return name[start:].strip()
