"""Names in kana: what may stand beside one, so that it is no part of a longer word."""

import re

LETTER = re.compile("[ぁ-んァ-ヺー一-龥々A-Za-z0-9・]")
# Behind a name in kana: no letter, or a particle and then something else than the rest of a word.
BEHIND = re.compile(
    "(?![ぁ-んァ-ヺー一-龥々A-Za-z0-9・])|(?:は|が|の|を|に|と|で|も|へ|や|から|より|など|による|について)(?![ぁ-ん]{3})|(?:は|が|の|を|に|と|で|も)、"
)
# Long ones may stand behind a particle: くわしくはこうせいろうどうしょうへ.
VERY_LONG = 9
PARTICLE_BEFORE = re.compile("[はがのをにとでも]")
