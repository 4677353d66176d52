"""The figures that decide what answers to what, each with its reason. Shares are from 0 to 1."""

# --- likeness of paragraphs ---------------------------------------------------------------------------------
# Terms are runs of this many letters, numbers masked: long enough to be rare, short enough to lie inside a word pair.
TERM = 4
# Paragraphs of the other edition that are looked at closely, those first that share most.
CANDIDATES = 6
# A term in more paragraphs than this finds no candidates: it is a ready-made phrase, and would cost much time.
COMMON = 20
# A pair that is one without any look at where it stands.
CERTAIN = 0.55
# A pair of paragraphs as likely as not, once its place is weighed in.
PAIR = 0.44
# What its place adds: the same section, a section whose parents answer to one another, neighbours that are pairs.
SAME_SECTION = 0.16
SAME_PARENT = 0.06
NEIGHBOURS = 0.05
# Taken off where both are about countries (the publisher's own aside) and have none in common: a report on another one.
OTHER_COUNTRY = 0.4
# Added where both are about the same countries, and few paragraphs are.
SAME_COUNTRY = 0.1
# Paragraphs of both editions that may name a country for it to be a rare one: this share, and in any case so many.
RARE_SHARE = 0.02
RARE_COUNT = 6
# The country that all of these documents are about tells nothing of a paragraph's subject.
HOME = "JPN"
# A further partner carries what no other partner does: this share of the shorter of the two.
FURTHER = 0.34
# The same, of a partner in a section that does not answer to its own: the whole must have moved there.
FURTHER_AFIELD = 0.8
# Where less than this is carried, no sentence is.
LEAST_CARRIED = 0.1
# A sentence stands in another paragraph where this share of its terms does.
SENTENCE = 0.6
# Letters that a sentence or paragraph needs to speak for itself.
SHORTEST = 12
# A shorter one is paired only with what is mostly the same.
MOSTLY = 0.5
# Beyond this product of two lengths texts are not looked through letter by letter: memory and time would not do.
LARGEST = 400_000_000

# --- likeness of sections -----------------------------------------------------------------------------------
# Weights of the evidence that two sections are one.
TITLE = 1.0
LIKE_TITLE = 0.5
MATTER = 1.0
PARENTS = 0.4
NUMBER = 0.1
LEVEL = 0.15
# Titles that are as like as this are one title in other words, if their parents answer to one another.
LIKE = 0.55
# The same, where both have text and none of it was carried over.
MUCH_LIKE = 0.8
# Letters of a title that says enough to be one section's wherever it stands, if no other has it: not 国際協力.
TELLING = 8
# Matter in common (twice what is carried, over both) that makes a pair under other titles.
SAME_MATTER = 0.25
SOME_MATTER = 0.08
# A section is taken up by, or parted from, the one that has this share of what went on of it …
GOES_TO = 0.8
# … if this share of it went on at all: a part may be small, what is taken up is taken up whole.
WENT_ON = 0.35
TAKEN_UP = 0.5

# --- relations of paragraphs --------------------------------------------------------------------------------
# Letters outside facts that may differ in an updated pair, as a share of the longer one.
UPDATED = 0.15
# The same where a plan became a fact: the sentence turns around it.
CAME_TRUE = 0.3
# So few letters may differ in a short pair.
FEW = 6
# An inserted or dropped run of this many letters that holds a verb is a clause.
CLAUSE = 12
# What came of a plan may take this share of an updated pair.
RESULT = 0.6
# Fewer letters than this in common between two places that differ are chance.
ISLAND = 3
# A Latin word counts as so many letters at most: INTERNATIONAL says no more than 国際.
LATIN = 3
