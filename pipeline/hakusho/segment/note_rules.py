"""How notes and their marks are printed."""

import re

PLAIN_REFERENCE = re.compile(r"(?<=[一-龥ぁ-んァ-ヴー)」』a-zA-Z])(?<![第約計])([0-9]{1,3})(?=[。、」』)(（\r\n]|$)")
CLOSED = re.compile("(?:参照|よる|現在|決定|略|作成)[)）]?。?$")
BRACKETED_REFERENCE = re.compile(
    r"(?<=[一-龥ぁ-んァ-ヴー」』])(?<!上記)(?<!前記)(?<!下記)(?<!の)([（(]?[0-9０-９]{1,2}[)）])(?=[。、｡､]|[のをがはにと](?![0-9]))"
)
