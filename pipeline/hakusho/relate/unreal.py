"""Which acts did not come to pass, or are only aimed at, supposed or thought of."""

from hakusho.relate.beside import last_phrase
from hakusho.relate.event_rules import COMMA
from hakusho.relate.scene import Scene
from hakusho.relate.told import Roles
from hakusho.relate.triggers import Trigger

# How far after a trigger its cancelling or condition stands, in phrases.
_AFTER = 2


class Unreal:
    """Says of a predicate whether what it tells came to pass."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def undone(self, one: Scene, trigger: Trigger) -> bool:
        """Return whether what a trigger tells did not come to pass, or is only thought of."""
        if one.line[trigger.phrase].has(self._roles["negation"] | self._roles["hypothesis"]):
            return True
        if self._is_contrary(one, trigger.phrase):
            return True
        last, aimed = last_phrase(one, trigger), self.is_aimed(one, trigger.phrase)
        for at in range(trigger.phrase + 1, min(last + 1 + _AFTER, len(one.line))):
            after = one.line[at]
            forms = one.told.forms[after.first : after.body]
            if self._is_contrary(one, at):
                return True
            if at == trigger.phrase + 1 and self._is_goal(one, trigger.phrase, forms[0]):
                return True
            if at > last > trigger.phrase and aimed and forms[0] in self._roles["thinking"]:
                return True
            pairs = (" ".join(pair) for pair in zip(forms, forms[1:], strict=False))
            if not self._roles["cancel"].isdisjoint((*forms, *pairs)):
                return True
            if after.verbal and at > last:
                break
        return False

    def is_aimed(self, one: Scene, there: int) -> bool:
        """Return whether an attribute neither happened nor is planned (開催する研究会)."""
        planned = there + 1 < len(one.line) and one.first_form(there + 1) in self._roles["planned"]
        return not one.line[there].has(self._roles["past"]) and not planned

    def _is_goal(self, one: Scene, index: int, word: str) -> bool:
        """Return whether a trigger is only supposed, or aimed at (署名を目途に; 提供するとの目標)."""
        if word in self._roles["hypothesis"]:
            # What a clause after it only goes on with is another act (懇談会を開催し、検討を行った).
            return one.line[index].tail[-1:] != (COMMA,)
        said = one.line[index].has(self._roles["quoting"]) and one.line[index].has(self._roles["of"])
        plain = not one.line[index].has(self._roles["past"])
        noun = one.line[index].has(self._roles["object"]) or (said and plain)
        return noun and word in self._roles["goal_noun"]

    def _is_contrary(self, one: Scene, at: int) -> bool:
        """Return whether a plan of the past came to nothing, as what follows will say (来日する予定であったが、…)."""
        phrase = one.line[at]
        past = phrase.has(self._roles["past"]) and phrase.has(self._roles["contrary"])
        return past and one.told.forms[phrase.body - 1] in self._roles["planned"]
