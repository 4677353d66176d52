"""Which parts of speech count: of SudachiPy's, as `Lexeme.pos` writes them."""

# What a word has to be to say something of a text; particles, auxiliaries, signs and pronouns do not.
CONTENT = ("名詞", "動詞", "形容詞", "形状詞", "副詞")
NOUN = "名詞"
SPACE = "空白"
# What the analyser cannot read.
UNREADABLE = "補助記号-一般"
