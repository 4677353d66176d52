"""Columns that several tables share."""

from hakusho.records import Column

DOC = Column("doc_id", "string", "Document: the stem of its file name.", required=True)
