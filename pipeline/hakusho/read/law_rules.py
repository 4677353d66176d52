"""Elements of the XML of Japanese laws (法令標準XML, as e-Gov publishes it): tables for `law_xml.py`."""

# Groups of articles and how far their titles are set in, in characters: part, chapter, section, subsection, division.
GROUPS = {"Part": 2, "Chapter": 3, "Section": 4, "Subsection": 5, "Division": 6}
TITLES = frozenset(f"{name}Title" for name in GROUPS)
CONTENTS = frozenset("TOC".split())
# What stands on lines of its own, set in by so many characters.
LINES = {
    "LawNum": 0,
    "LawTitle": 0,
    "EnactStatement": 0,
    "Preamble": 0,
    "SupplProvisionLabel": 3,
    "AppdxTableTitle": 0,
    "AppdxNoteTitle": 0,
    "AppdxStyleTitle": 0,
    "AppdxFormatTitle": 0,
    "AppdxFigTitle": 0,
    "AppdxTitle": 0,
    "SupplProvisionAppdxTitle": 0,
    "SupplProvisionAppdxTableTitle": 0,
    "SupplProvisionAppdxStyleTitle": 0,
    "RelatedArticleNum": 0,
    "TableStructTitle": 0,
    "FigStructTitle": 0,
    "NoteStructTitle": 0,
    "StyleStructTitle": 0,
    "FormatStructTitle": 0,
    "RemarksLabel": 0,
    "ArithFormula": 2,
    "ArithFormulaNum": 0,
}
CAPTIONS = frozenset("ArticleCaption ParagraphCaption".split())
# A number or title in front of a sentence, and the element that holds the sentence.
LEADS = {"Item": "ItemTitle", **{f"Subitem{level}": f"Subitem{level}Title" for level in range(1, 11)}}
DEPTHS = {"Item": 1, **{f"Subitem{level}": level + 1 for level in range(1, 11)}}
ROOTS = frozenset("Law DataRoot law_full_text law_data_response".split())
# Between the number of a provision and its words.
GAP = "\u3000"
AMENDED = "（{number}）"
EXTRACT = "抄"
