"""Names of bodies and the legal forms that belong to them."""

import hashlib
from functools import lru_cache

from hakusho.text.legal_form_rules import FORM_AS_TOPIC, LATIN_FORM, LATIN_FORMS, LEGAL_AFTER, LEGAL_BEFORE, WHOLE

__all__ = ["LATIN_FORM", "LATIN_FORMS", "LEGAL_AFTER", "LEGAL_BEFORE", "WHOLE", "name_id", "without_legal_form"]

_WIDE_BRACKETS = str.maketrans("（）", "()")


# A document asks for the same few names again and again.
@lru_cache(maxsize=4096)
def without_legal_form(name: str) -> str:
    """Return a name without its legal form on either side.

    >>> without_legal_form("独立行政法人国際協力機構"), without_legal_form("旭化成（株）")
    ('国際協力機構', '旭化成')
    """
    name = name.strip()
    narrow = name.translate(_WIDE_BRACKETS)
    start = before.end() if (before := LEGAL_BEFORE.match(narrow)) else 0
    if start and FORM_AS_TOPIC.fullmatch(narrow, start):
        return name
    for match in (*LEGAL_AFTER.finditer(narrow, start), *LATIN_FORM.finditer(narrow, start)):
        if match.end() == len(narrow) and match.start() > start:
            return name[start : match.start()].strip(" 　,")
    return name[start:].strip()


def name_id(name: str, parent: str = "") -> str:
    """Return the id of a body that the lexicon does not have: the same for the same name in every document and run."""
    key = f"{name}\0{parent}" if parent else name
    return "n-" + hashlib.sha256(key.encode()).hexdigest()[:10]
