"""Names of bodies as they are compared: which of two is whole, what identifies one, how a document prints it."""

import re

from hakusho.resolve import organisation_rules as rules
from hakusho.text.names import without_legal_form


def is_full(name: str, official: str) -> bool:
    """無線通信部門 and 国連開発計画 are short for the official name, 米連邦準備制度理事会 is more than it."""
    if name.isascii() or len(name) * 2 < len(official) or sorted(name) == sorted(official):
        return False
    return not (_within(name, official) or _within(official, name)) or name.replace(rules.DOT, "") == official.replace(
        rules.DOT, ""
    )


def _within(short: str, long: str) -> bool:
    """Return whether a name's characters stand in another one in this order."""
    rest = iter(long)
    return all(character in rest for character in short)


def only_place(longer: str, shorter: str) -> bool:
    """Return whether a name is another one without its country (通信情報省) or place (総合計画審議会)."""
    lead = longer[: len(longer) - len(shorter)]
    if not 2 <= len(lead) <= 10 or rules.OFFICE.search(lead) or lead.endswith(rules.ASSEMBLY):
        return False
    return bool(rules.OFFICE.search(shorter)) or bool(rules.OF_PLACE.fullmatch(lead) and rules.SPELT.search(shorter))


def body_name(surface: str) -> str:
    """Return the name that identifies a body: without legal form, spaces and line breaks.

    >>> body_name("独立行政法人 国際協力機構"), body_name("凸版印刷(株)"), body_name("F-Secure社")
    ('国際協力機構', '凸版印刷', 'F-Secure')
    """
    name = without_legal_form(re.sub(r"[\r\n]", "", surface))
    name = re.sub("(?<=[^ -~])[ 　]+|[ 　]+(?=[^ -~])", "", name).strip()
    return name[:-1] if rules.FOREIGN_COMPANY.fullmatch(name) else name


_HALF = {
    cp: chr(cp - 0xFEE0)
    for cp in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF06, 0xFF0B)
}


def printed_name(surface: str) -> str:
    """Return a name as the document prints it, letters and digits of half width.

    >>> printed_name("日本 電信電話株式会社"), printed_name("ＡＴ＆Ｔ")
    ('日本電信電話', 'AT&T')
    """
    return body_name(surface.translate(_HALF))
