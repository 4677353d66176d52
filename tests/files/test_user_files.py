"""Files that users write are read as their spreadsheets and editors save them; what is none of these is one line."""

import codecs
from pathlib import Path

import pytest

from hakusho.errors import InputError
from hakusho.files.metadata import beside, read_documents
from hakusho.files.own import read_own
from hakusho.files.samples import read_judged
from hakusho.files.user_files import user_text

NAMES = "name\tlabel\tvalue\n白書研究会\tORG\t白書研究会\nオール電化推進室\tORG\t\n①総務省\tORG\t総務省\n"
JUDGED = "mention_id,label,start,end,found_by,right,text\na:m00001,ORG,0,3,org:lexicon,y,総務省\n"
DOCUMENTS = "doc_id,title\na,白書の本編\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp"]


def _saved(text: str, encoding: str) -> bytes:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    return mark + text.replace("①", "" if encoding == "euc_jp" else "①").encode(encoding)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_names_samples_and_documents_in_every_encoding(tmp_path: Path, encoding: str, ends: str) -> None:
    for name, text in (("names.tsv", NAMES), ("judged.csv", JUDGED), ("documents.csv", DOCUMENTS)):
        (tmp_path / name).write_bytes(_saved(text.replace("\n", ends), encoding))
    names = read_own([tmp_path / "names.tsv"]).names
    assert [name.name for name in names][:2] == ["白書研究会", "オール電化推進室"]
    assert [judged.right for judged in read_judged(tmp_path / "judged.csv")] == [True]
    assert read_documents(tmp_path / "documents.csv", {"a"}, ())[0]["a"].title == "白書の本編"


def test_tables_with_tabs_as_excel_saves_unicode_text(tmp_path: Path) -> None:
    (tmp_path / "judged.txt").write_bytes(JUDGED.replace(",", "\t").encode("utf-16"))
    (tmp_path / "documents.csv").write_bytes(DOCUMENTS.replace(",", "\t").encode("utf-16"))
    assert [judged.mention_id for judged in read_judged(tmp_path / "judged.txt")] == ["a:m00001"]
    assert read_documents(tmp_path / "documents.csv", {"a"}, ())[0]["a"].title == "白書の本編"


def test_tables_with_semicolons_as_some_spreadsheets_save_csv(tmp_path: Path) -> None:
    (tmp_path / "judged.csv").write_text(JUDGED.replace(",", ";"), encoding="utf-8")
    (tmp_path / "documents.csv").write_text("doc_id;title\na;白書、本編, 上\n", encoding="utf-8")
    assert [judged.mention_id for judged in read_judged(tmp_path / "judged.csv")] == ["a:m00001"]
    assert read_documents(tmp_path / "documents.csv", {"a"}, ())[0]["a"].title == "白書、本編, 上"


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_a_table_next_to_the_folder_is_found_whatever_parts_its_values(tmp_path: Path, sign: str) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "documents.csv").write_text(DOCUMENTS.replace(",", sign), encoding="utf-8")
    assert beside([tmp_path / "papers"], {"a"}) == tmp_path / "documents.csv"
    assert beside([tmp_path / "papers"], {"b"}) is None


def test_katakana_of_half_width_stays_what_it_is() -> None:
    assert user_text("ｵｰﾙ電化".encode("cp932"), Path("x")) == "ｵｰﾙ電化"


@pytest.mark.parametrize("data", [b"\xff\xfe\x81", b"\x81 \x81", b"\x80\x81\x20\xa0\xff"])
def test_what_is_no_text_is_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match="neither UTF-8") as told:
        user_text(data, Path("names.tsv"))
    assert "Save it as UTF-8" in str(told.value)
