"""Breaks that a page sets (<br>): some end a line of their own, some were set inside a sentence for its length."""

import pytest

from hakusho.flow import process
from hakusho.records import Source
from hakusho.settings import default_settings


def _sentences(inside: str) -> list[str]:
    page = f"<html><body><h1>題</h1><p>{inside}</p></body></html>"
    return [s.text for s in process(page.encode(), Source("a", "a.html"), default_settings())[0].segments.sentences]


@pytest.mark.parametrize(
    ("inside", "sentences"),
    [
        ("行政を<br>国民の視点から見直す<br>もので、特に、社会保障の<br>　　在り方を議論した。", ["行政を国民の視点から見直すもので、特に、社会保障の在り方を議論した。"]),
        ("観測網を整備<br>　した。", ["観測網を整備した。"]),
        ("手続をする<br>団体は届け出る。", ["手続をする団体は届け出る。"]),
        ("(1) 国は、基準を定め<br>るものとする。", ["国は、基準を定めるものとする。"]),
        ("我が国の経済の状況は、依然として厳しい<br>状況にある中で、緩やかに持ち直して<br>いる。先行きには注意が必要である<br>と考えられる。",
         ["我が国の経済の状況は、依然として厳しい状況にある中で、緩やかに持ち直している。", "先行きには注意が必要であると考えられる。"]),
        ("第1条　この法律は、<br>国民の福祉を目的とする。<br>第2条　国は、<br>責務を有する。", ["この法律は、国民の福祉を目的とする。", "国は、責務を有する。"]),
        # What ends its line, although no stop does.
        ("はじめに<br>この白書は、政策を述べる。", ["この白書は、政策を述べる。"]),
        ("主な成果<br>地震の予測を作成した。", ["地震の予測を作成した。"]),
        ("発展のために<br>我が国は協力する。", ["我が国は協力する。"]),
        ("白書とは<br>政府の報告である。", ["政府の報告である。"]),
        ("未来へ<br>新しい社会を築く。", ["新しい社会を築く。"]),
        ("協議の結果<br>また、次の点で合意した。", ["また、次の点で合意した。"]),
        ("もの・ことづくり<br>ものづくりを支える。<br>ことし、始まった。", ["ものづくりを支える。", "ことし、始まった。"]),
        ("人づくり<br>なるべく早く進める。", ["なるべく早く進める。"]),
        ("申請書<br>住民票<br>これらを提出する。", ["これらを提出する。"]),
    ],
)  # fmt: skip
def test_breaks(inside: str, sentences: list[str]) -> None:
    assert _sentences(inside) == sentences


def test_a_table_with_a_blank_row_is_one() -> None:
    page = "<h1>題</h1><table><tr><th>県<th>額<tr><td>青森<td>1<tr><td><td><tr><td>岩手<td>2</table>"
    tables = process(page.encode(), Source("a", "a.html"), default_settings())[0].segments.tables
    assert [(cell.row, cell.column) for cell in tables[0].cells if cell.header] == [(0, 0), (0, 1)]
    assert len(tables) == 1
