"""Tables of words: what is counted in every run, and what only comes where it was asked for."""

from hakusho.records import Column, Region, TableSchema
from hakusho.tabulate.columns import DOC, END, IN_SENTENCE, OF_DOCUMENT, SENTENCE, START

WORD, COMPOUND = "word", "compound"

TERMS = TableSchema(
    "terms",
    "How often each document uses a content word, and a compound of nouns, in its sentences and table cells.",
    (
        DOC,
        Column("term", "string", "Normalised form (打ち合わせ for 打合せ).", required=True),
        Column(
            "kind",
            "string",
            "word: one short unit of SudachiPy (mode A); compound: two or more nouns, as long as they go on.",
            required=True,
            values=(WORD, COMPOUND),
        ),
        Column("pos", "string", "Part of speech, its levels joined by '-' (名詞-普通名詞-一般).", required=True),
        Column("parts", "string", "Of a compound its words, joined by '+'."),
        Column("region", "string", "Where it stands, as in blocks.", required=True, values=tuple(Region)),
        Column("count", "integer", "How often.", required=True),
    ),
    ("doc_id", "term", "kind", "pos", "parts", "region"),
    (OF_DOCUMENT,),
)

TOKENS = TableSchema(
    "tokens",
    "Every word of a document, in order: with `hakusho run --tokens`. White space is a word too (pos 空白).",
    (
        DOC,
        Column("token_id", "string", "Word: its document and number, unique in a run.", required=True),
        SENTENCE,
        START,
        END,
        Column("surface", "string", "The word as printed.", required=True),
        Column("lemma", "string", "Dictionary form (高まる for 高まっ); empty for the rest of a torn word."),
        Column("normalised", "string", "Normalised form (打ち合わせ for 打合せ)."),
        Column("reading", "string", "Reading in katakana."),
        Column("pos", "string", "Part of speech, its levels joined by '-'."),
        Column("unit", "integer", "Long unit (mode C) that it is part of, from 1 in its document.", required=True),
    ),
    ("token_id",),
    (OF_DOCUMENT, IN_SENTENCE),
)

PARSE = TableSchema(
    "parse",
    "Universal dependencies of each sentence by ja_ginza, in its own units: with `hakusho run --parse`.",
    (
        DOC,
        Column("sentence_id", "string", "Sentence, as in sentences.", required=True),
        Column("token_id", "integer", "Position in the sentence, from 1.", required=True),
        START,
        END,
        Column("surface", "string", "The word, line breaks inside it left out.", required=True),
        Column("lemma", "string", "Lemma.", required=True),
        Column("upos", "string", "Universal part of speech."),
        Column("xpos", "string", "Part of speech of SudachiPy."),
        Column("head", "integer", "token_id of its head; 0 for the root.", required=True),
        Column("deprel", "string", "Relation to its head.", required=True),
        Column("bunsetu", "string", "B: a bunsetu begins here; I: it goes on.", required=True, values=("B", "I")),
        Column("ent", "string", "GiNZA's name here, B- where it begins and I- inside it; empty for none."),
    ),
    ("sentence_id", "token_id"),
    (OF_DOCUMENT, IN_SENTENCE),
)
