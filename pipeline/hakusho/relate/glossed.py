"""A gathering that a bracket after its name dates and places (第6回特別会合（2019年6月、ニューヨーク）)."""

from collections.abc import Sequence

from hakusho.relate.phrases import Phrase
from hakusho.relate.places import Place, Places
from hakusho.relate.scene import Dated
from hakusho.relate.told import Told
from hakusho.relate.triggers import Triggers

# How many phrases such a bracket has at most.
_MOST = 4
Found = tuple[Dated, list[Phrase], Place]


class Glossed:
    """Reads brackets that hold a date, perhaps a place, and nothing else."""

    def __init__(self, triggers: Triggers, places: Places) -> None:
        self._triggers = triggers
        self._places = places

    def find(self, gloss: Told, inner: Sequence[Phrase], main: Told, line: Sequence[Phrase]) -> Found | None:
        """Return the gathering before a bracket with its date, the phrases of the sentence, and its place."""
        dates = [phrase.date for phrase in inner if phrase.date >= 0]
        rest = [phrase for phrase in inner if phrase.date < 0]
        places = [self._places.whole(gloss, phrase) for phrase in rest]
        if len(inner) > _MOST or not dates or ("", "") in places:
            return None
        start = gloss.starts[0]
        at = next((at for at in range(len(line) - 1, -1, -1) if main.starts[line[at].first] < start), -1)
        if at < 0 or line[at].verbal or line[at].date >= 0:
            return None
        body = next(word for word in range(line[at].body, line[at].first, -1) if main.ends[word - 1] <= start)
        if body < line[at].body:
            # The name goes on after the bracket.
            return None
        trigger = self._triggers.nominal(main, line, at)
        if trigger is None or trigger.type != "meeting":
            return None
        until = dates[-1] if len(dates) > 1 else -1
        return Dated(at, dates[0], trigger, at, until), list(line), places[0] if places else ("", "")
