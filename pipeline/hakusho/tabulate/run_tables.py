"""Tables above single documents' structure: the things that a run names, what became of them, what happened."""

from hakusho.labels import COUNTRY, ORG
from hakusho.records import Column, ForeignKey, TableSchema
from hakusho.tabulate.columns import DOC, END, IN_SECTION, IN_SENTENCE, OF_DOCUMENT, SECTION, SENTENCE, START

ENTITIES = TableSchema(
    "entities",
    "One row per thing that the documents of a run name, over all of them.",
    (
        Column("entity_id", "string", "As in mentions.", required=True),
        Column("label", "string", "What it is.", required=True),
        Column("name", "string", "Canonical name; of a DATE its value.", required=True),
        Column("iso3", "string", "Its code where it is a country, else the country that it belongs to, where known."),
        Column("documents", "integer", "How many documents name it.", required=True),
        Column("mentions", "integer", "How often it is named.", required=True),
        Column(
            "first_doc",
            "string",
            "The first document that names it, by date of publication, then by doc_id.",
            required=True,
        ),
        Column("aliases", "string", "The names it has in the run, commonest first, joined by ';'.", required=True),
    ),
    ("entity_id",),
    (ForeignKey(("first_doc",), "documents", ("doc_id",)),),
)

SUCCESSIONS = TableSchema(
    "successions",
    "What came before and after the bodies that a run names, step by step; bodies on the way that it does not name too.",
    (
        Column("entity_id", "string", "The body, as in mentions.", required=True),
        Column("successor_id", "string", "What came after it.", required=True),
        Column("from_name", "string", "Name of the body.", required=True),
        Column("to_name", "string", "Name of what came after it.", required=True),
        Column("year", "integer", "Year in which the successor took over.", required=True),
        Column(
            "kind",
            "string",
            "renamed: one body, a new name; merged: with others into one; split: a part went, the body may go on; taken over: its work went to another.",
            required=True,
            values=("renamed", "merged", "split", "taken over"),
        ),
        Column("source", "string", "Law or cabinet order that did it.", required=True),
    ),
    ("entity_id", "successor_id", "year"),
)

EVENTS = TableSchema(
    "events",
    "What happened: meetings, laws, agreements and the like, each with the sentence that tells it.",
    (
        DOC,
        Column("event_id", "string", "Event: its document and number, unique in a run.", required=True),
        Column("type", "string", "Kind of event.", required=True),
        Column("name", "string", "Its name, as printed."),
        Column("date_value", "string", "TIMEX3 value of its date."),
        Column("date_text", "string", "Its date, as printed."),
        Column("first_day", "day", "First day that it may be on."),
        Column("last_day", "day", "Last day that it may be on."),
        Column("place", "string", "Where it was, as printed."),
        Column("place_country", "string", "ISO 3166-1 alpha-3 of the country it was in."),
        Column("participants", "string", "Who took part, joined by ';'."),
        Column("outcome", "string", "What came of it."),
        START,
        END,
        SENTENCE,
        SECTION,
        Column("found_by", "string", "Rule that found it.", required=True),
    ),
    ("event_id",),
    (OF_DOCUMENT, IN_SENTENCE, IN_SECTION),
)

EVENT_PARTICIPANTS = TableSchema(
    "event_participants",
    "Who took part in an event, one per row.",
    (
        DOC,
        Column("event_id", "string", "As in events.", required=True),
        Column("order", "integer", "Position in the event, from 1.", required=True),
        Column("kind", "string", "What took part.", required=True, values=(ORG, COUNTRY)),
        Column("value", "string", "As the value of its mention.", required=True),
        Column("mention_id", "string", "Where it is named; empty where it is understood."),
    ),
    ("event_id", "order"),
    (
        OF_DOCUMENT,
        ForeignKey(("event_id",), "events", ("event_id",)),
        ForeignKey(("mention_id",), "mentions", ("mention_id",)),
    ),
)
