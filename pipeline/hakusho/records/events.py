"""What `relate` gives: what happened, when, where and who took part."""

from dataclasses import dataclass

from hakusho.records.spans import Span


@dataclass(frozen=True, slots=True)
class Participant:
    """A side of an event. `label` and `value` are those of its mention, `mention` its index among the entities.

    `mention` is -1 where the side is understood.
    """

    label: str
    value: str
    mention: int = -1


@dataclass(frozen=True, slots=True)
class Event:
    """One telling of an event: `span` is its evidence, `date` the index of the entity that dates it.

    `until` is the index of the date on which it ended, -1 where it has one date.

    `outcome` is what was adopted, signed or said at it, as printed.

    `type` is one of those of `lexicons/event_triggers.tsv`; `place_country` is an ISO 3166-1 alpha-3 code.

    >>> import hakusho
    >>> analysis = hakusho.analyse("2012年4月10日、東京で日米首脳会談が開催された。")
    >>> (event,) = analysis.events
    >>> event.type, event.place, [side.value for side in event.participants], analysis.entities[event.date].value
    ('meeting', '東京', ['JPN', 'USA'], '2012-04-10')
    """

    span: Span
    type: str
    date: int
    name: str = ""
    place: str = ""
    place_country: str = ""
    participants: tuple[Participant, ...] = ()
    found_by: str = ""
    until: int = -1
    outcome: str = ""
