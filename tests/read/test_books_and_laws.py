"""EPUB, law XML, ALTO, hOCR; other XML and old Office files are refused with a way out."""

import pytest
from tests.read.packed import blocks, book, packed, through

from hakusho.errors import InputError

LAW = """<?xml version="1.0" encoding="UTF-8"?><Law Era="Heisei" LawType="Act" Num="1" Year="13"><LawNum>平成十三年法律第一号</LawNum><LawBody><LawTitle>通信調査法</LawTitle>
<TOC><TOCLabel>目次</TOCLabel><TOCChapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle><ArticleRange>（第一条・第二条）</ArticleRange></TOCChapter></TOC>
<MainProvision><Part Num="1"><PartTitle>第一編　通則</PartTitle><Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle><Section Num="1"><SectionTitle>第一節　目的</SectionTitle>
<Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence Num="1">この法律は、<Ruby>禁錮<Rt>きんこ</Rt></Ruby>の調査を定める。</Sentence><Sentence Num="2">ただし、例外を除く。</Sentence></ParagraphSentence></Paragraph>
<Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>次に掲げる。</Sentence></ParagraphSentence><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column Num="1"><Sentence>調査</Sentence></Column><Column Num="2"><Sentence>大臣の調査</Sentence></Column></ItemSentence><Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>細目</Sentence></Subitem1Sentence></Subitem1></Item></Paragraph></Article>
</Section></Chapter></Part></MainProvision>
<SupplProvision AmendLawNum="平成一四年法律第二号" Extract="true"><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この法律は、公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
<AppdxTable Num="1"><AppdxTableTitle>別表</AppdxTableTitle><RelatedArticleNum>（第一条関係）</RelatedArticleNum><TableStruct><Table><TableRow><TableColumn rowspan="2"><Sentence>国</Sentence></TableColumn><TableColumn><Sentence>一</Sentence></TableColumn></TableRow><TableRow><TableColumn><Sentence>二</Sentence></TableColumn></TableRow></Table></TableStruct></AppdxTable></LawBody></Law>"""
PRINTED = """平成十三年法律第一号
通信調査法
目次
第一章　総則（第一条・第二条）

　　第一編　通則

　　　第一章　総則

　　　　第一節　目的

　（目的）
第一条　この法律は、禁錮の調査を定める。ただし、例外を除く。
きんこ
２　次に掲げる。
　一　調査　大臣の調査
　　イ　細目

　　　附　則　（平成一四年法律第二号）　抄
この法律は、公布の日から施行する。
別表
（第一条関係）
国	一
	二"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_a_law_is_its_printed_text(encoding: str) -> None:
    found = through(LAW.replace("UTF-8", encoding.removesuffix("-sig")).encode(encoding), "a.xml")
    assert found.text == PRINTED
    assert (found.source.title, found.source.media.value) == ("通信調査法", "application/xml")
    assert [block.kind.value for block in found.blocks] == ["navigation", "navigation", "ruby", "table"]
    assert [(c.row, c.column, c.filled) for c in found.blocks[-1].cells] == [
        (0, 0, False), (0, 1, False), (1, 0, True), (1, 1, False),
    ]  # fmt: skip


def test_a_law_in_what_e_gov_wraps_it() -> None:
    wrapped = LAW.replace("<Law ", "<DataRoot><Result><Code>0</Code></Result><ApplData><LawFullText><Law ", 1)
    wrapped = wrapped.replace("</Law>", "</Law></LawFullText></ApplData></DataRoot>")
    assert through(wrapped.encode(), "a.xml").text == PRINTED


def test_a_book_in_the_order_of_its_spine() -> None:
    pages = {
        "nav.xhtml": '<nav epub:type="toc"><h1>目次</h1><ol><li><a href="b.xhtml">第一章</a></li></ol></nav>',
        "b.xhtml": '<h2>第一章</h2><p>先の<ruby>文<rt>ぶん</rt></ruby>である<a epub:type="noteref" href="#n1">1</a>。</p><aside epub:type="footnote" id="n1"><p>総務省調べ。</p></aside>',
        "a.xhtml": "<h2>第二章</h2><p>後の文である。</p>",
    }
    data = book(
        pages,
        "<dc:title>白書の本</dc:title><dc:publisher>例示省</dc:publisher><dc:date>2022-04-01</dc:date>",
        "nav.xhtml",
    )
    assert blocks(data) == [
        ("navigation", "目次"),
        ("navigation", "第一章"),
        ("heading", "第一章"),
        ("body", "先の文である¹。"),
        ("ruby", "ぶん"),
        ("footnote", "¹ 総務省調べ。"),
        ("heading", "第二章"),
        ("body", "後の文である。"),
    ]
    source = through(data).source
    assert (source.title, source.publisher, source.published, source.media.value) == (
        "白書の本", "例示省", "2022-04-01", "application/epub+zip",
    )  # fmt: skip


ALTO = '<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Tags><LayoutTag ID="T1" LABEL="footnote"/></Tags><Layout><Page ID="p1"><TopMargin><TextBlock><TextLine><String CONTENT="白書"/></TextLine></TextBlock></TopMargin><PrintSpace><ComposedBlock><TextBlock><TextLine><String CONTENT="総務省"/><SP/><String CONTENT="は、World"/><SP/><String CONTENT="Bankと"/></TextLine><TextLine><String CONTENT="調査した。"/></TextLine></TextBlock></ComposedBlock><TextBlock TAGREFS="T1"><TextLine><String CONTENT="¹ 注の文"/></TextLine></TextBlock></PrintSpace></Page><Page><PrintSpace><TextBlock><TextLine><String CONTENT="二頁である。"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>'
HOCR = '<html><body><div class="ocr_page" id="page_1" title="bbox 0 0 1 1"><div class="ocr_carea"><p class="ocr_par"><span class="ocr_line"><span class="ocrx_word">総務</span> <span class="ocrx_word">省は、World</span> <span class="ocrx_word">Bankと</span></span> <span class="ocr_line"><span class="ocrx_word">調査した。</span></span></p></div></div><div class="ocr_page"><div class="ocr_header"><span class="ocr_line">白書</span></div><p class="ocr_par"><span class="ocr_line">二頁である。</span></p></div></body></html>'


def test_alto() -> None:
    found = through(ALTO.encode(), "a.xml")
    assert [(b.kind.value, b.page, found.text[b.span.slice]) for b in found.blocks] == [
        ("running-head", 1, "白書"),
        ("body", 1, "総務省は、World Bankと\n調査した。"),
        ("footnote", 1, "¹ 注の文"),
        ("body", 2, "二頁である。"),
    ]


@pytest.mark.parametrize("name", ["a.hocr", "a.html", "a.xhtml"])
def test_hocr(name: str) -> None:
    found = through(HOCR.encode(), name)
    assert [(b.kind.value, b.page, found.text[b.span.slice]) for b in found.blocks] == [
        ("body", 1, "総務省は、World Bankと\n調査した。"),
        ("running-head", 2, "白書"),
        ("body", 2, "二頁である。"),
    ]


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a.xml", "root element rss"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>', "a.svg", "root element svg"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "b">]><Law><LawBody>&a;</LawBody></Law>', "a.xml", "entities"),
        (b'<?xml version="1.0"?><Law><LawBody>', "a.xml", "no well-formed XML"),
        (b'<?xml version="1.0"?><Law/>', "a.xml", "without a body"),
        (b"<?xml version='1.0'?>" + b"<Law>" * 400, "a.xml", "XML"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.doc", "save it as .docx"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.xls", "save it as .xlsx"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.ppt", "save it as PDF"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.JTD", "Ichitaro"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.docx", "with a password"),
        (b"{\\rtf1 a}", "a.rtf", "save it as .docx"),
        (packed({"ppt/presentation.xml": "", "[Content_Types].xml": ""}), "a.pptx", "PowerPoint"),
        (packed({"content.xml": "", "mimetype": "application/vnd.oasis.opendocument.text"}), "a.odt", "LibreOffice"),
        (packed({"a.txt": ""}), "a.dat", "ZIP"),
        (packed({"META-INF/container.xml": "<container/>"}), "a.epub", "without a list"),
    ],
)
def test_what_is_no_document_says_what_to_do(data: bytes, name: str, word: str) -> None:
    with pytest.raises(InputError) as stopped:
        through(data, name)
    assert word in str(stopped.value)
