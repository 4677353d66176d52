"""What the words of a line say for and against a heading."""

import re

UNFINISHED = re.compile("[、,，；;：:をがはにとものでや]$")
PREDICATE = re.compile("(?:[すくるたいうむ]|です|ます)$")
CONNECTIVE = re.compile("[ぁ-ん一-龥]{2,8}、")
# A clause and its comma: a numbered sentence, not a title.
CLAUSE = re.compile("[はがをにで][、，,]|[ぁ-ん][、，,].*[ぁ-ん][、，,]")
