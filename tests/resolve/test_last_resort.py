"""What leans on the file's own date alone stays open; what the text fixes does not."""

import pytest

from hakusho.flow import analyse
from hakusho.records import Source, SourceText

TEXT = "昨年度の予算は増えた。同年度末に、2018年3月の会合が開かれた。同年4月に終わった。9月27日に続く。"


@pytest.mark.parametrize(("origin", "resolved"), [("pdf-metadata", False), ("head", True), ("documents.csv", True)])
def test_dates_counted_from_the_files_own_date(origin: str, resolved: bool) -> None:
    source = SourceText(Source("a", published="2026-11-27", published_from=origin), TEXT)
    found = {e.mention.surface: e for e in analyse(source, frozenset({"DATE"})).entities}
    assert found["2018年3月"].value == "2018-03"
    assert found["同年4月"].value == "2018-04"
    assert bool(found["昨年度"].value) is resolved
    if not resolved:
        assert found["昨年度"].status == "AMBIGUOUS"
        assert found["昨年度"].candidates == ("FY2025",)
        assert found["同年度末"].value == ""
