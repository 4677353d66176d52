"""Columns and references that several tables share."""

from hakusho.records import Column, ForeignKey

DOC = Column("doc_id", "string", "Document: the stem of its file name.", required=True)
LINE = Column("line", "integer", "Printed line, from 1.", required=True)
START = Column(
    "start",
    "integer",
    "Offset of the first character in text/<doc_id>.txt, in Unicode code points from 0.",
    required=True,
)
END = Column("end", "integer", "Offset after the last character.", required=True)
SECTION = Column("section_id", "string", "Innermost section that holds it; empty before the first heading.")
SENTENCE = Column("sentence_id", "string", "Sentence that holds it; empty in headings, tables and captions.")
SPEECH = Column("speech_id", "string", "Speech that it is part of; empty where nobody's turn is printed.")
PAGE = Column("page", "integer", "Page of a PDF that it begins on, from 1; 0 for other formats.", required=True)

OF_DOCUMENT = ForeignKey(("doc_id",), "documents", ("doc_id",))
IN_SECTION = ForeignKey(("section_id",), "sections", ("section_id",))
IN_SENTENCE = ForeignKey(("sentence_id",), "sentences", ("sentence_id",))
IN_SPEECH = ForeignKey(("speech_id",), "speeches", ("speech_id",))
OF_ENTITY = ForeignKey(("entity_id",), "entities", ("entity_id",))
