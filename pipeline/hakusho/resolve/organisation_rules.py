"""Patterns of names that tell which body is meant: for `organisations.py`."""

import re

SUB_BODY = re.compile("(?:部会|分科会|小委員会|局|部|課|室|作業部会|作業班|部門|委員会)$")
BACK = re.compile("(?:同|当)(?P<head>[省庁府社院])(?=.{2})")
ABBREVIATED = re.compile("(?P<short>[A-Z][A-Za-z-]*[A-Z])(?=第[0-9一二三四五六七八九十])")
OFFICE = re.compile("(?:省|庁|委員会|局)$")
# 社 after a foreign name is not part of it, as it is of 朝日新聞社.
FOREIGN_COMPANY = re.compile("(?:[!-~]+(?: [!-~]+)*|[ァ-ヴー・]+)社")
# マンチェスター・ユナイテッドFC is マンチェスター・ユナイテッド.
CLUB_FORM = re.compile("(?:FC|AC|SK|SC|VfL|VfB|AFC)(?=[ァ-ヴー])|(?<=[ァ-ヴー])[ 　]?(?:FC|AFC|SC|SK|CF)")
COMPANY, OF, DOT, ASSEMBLY = "社", "の", "・", "会"
