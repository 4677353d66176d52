"""An event of a sentence as its participants are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.relate.phrases import Phrase
from hakusho.relate.scene import Dated
from hakusho.relate.sides import Background
from hakusho.relate.told import Told

# Types whose parties are sides of each other; those that need two.
TWO_SIDED = frozenset(("meeting", "visit", "dispatch", "agreement", "launch"))
PAIRED = frozenset(("agreement", "meeting"))
# Types in which a body that is only understood takes no part, a state does.
OF_STATES = frozenset(("enactment", "establishment"))
# How far before its verb a party stands, in phrases.
REACH = 30


@dataclass(frozen=True, slots=True)
class Reading:
    """An event of a sentence with who is understood in it, and the country it took place in."""

    told: Told
    line: Sequence[Phrase]
    event: Dated
    known: Background
    place: str = ""

    @property
    def verb(self) -> Phrase:
        """The phrase that tells the event."""
        return self.line[self.event.trigger.phrase]

    @property
    def kind(self) -> str:
        """The type of the event."""
        return self.event.trigger.type
