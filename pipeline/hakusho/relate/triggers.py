"""Which words tell an event: verbs and nouns of the lexicons, by what their object is."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hakusho.labels import ORG
from hakusho.relate.event_rules import COMMA, NUMERAL, OF, SESSION
from hakusho.relate.phrases import Phrase, described
from hakusho.relate.told import Roles, Told

Rows = Iterable[dict[str, str]]
NONE = "none"
# How far before its verb an object stands, in phrases; how long a lexicon's noun is, in characters.
_REACH, _LONGEST_NOUN, _LONGEST_VERB = 14, 12, 3


@dataclass(frozen=True, slots=True)
class Trigger:
    """The phrase that tells an event, its type, the lexicon's word, and the phrase of what it is done to (-1: none)."""

    phrase: int
    type: str
    lemma: str
    object: int = -1
    nominal: bool = False


# What a verb is done to stands before を, else が, else は.
_DONE_TO = ("object", "subject", "topic")
_CASES = (*_DONE_TO, "goal")


class Triggers:
    """Looks phrases up in the lexicons of verbs and nouns."""

    def __init__(self, read_lexicon: Callable[[str], Rows], roles: Roles) -> None:
        self._roles = roles
        self._verbs: dict[str, list[tuple[frozenset[str], str, str]]] = {}
        for row in read_lexicon("event_triggers"):
            objects = frozenset(row["object"].split())
            self._verbs.setdefault(row["lemma"], []).append((objects, row["type"], row["use"]))
        self._case_forms = frozenset().union(*(roles[role] for role in _CASES))
        ranks = sorted(roles["office"] | roles["plain"] | roles["counted"])
        self._ranks = re.compile(f"(?:{'|'.join(map(re.escape, ranks))})*")
        self._nouns = {row["noun"]: (row["type"], row["use"]) for row in read_lexicon("event_nouns")}

    def words(self) -> frozenset[str]:
        """Return the words of which every sentence that tells an event holds one."""
        nouns = [noun for noun, (_, use) in self._nouns.items() if use in ("gathering", "dated")]
        ends = {noun[-length:] for noun in nouns for length in (1, 2, len(noun))}
        return frozenset(ends | {lemma.split()[-1] for lemma in self._verbs})

    def head(self, told: Told, phrase: Phrase) -> str:
        """Return what a phrase says without what trails its noun (等, 後, a closing quote, a number)."""
        end = phrase.body
        while end > phrase.first + 1 and self._trails(told, end - 1):
            end -= 1
        return told.text(phrase.first, end)

    def _trails(self, told: Told, word: int) -> bool:
        return told.surfaces[word] in self._roles["trailing"] or told.pos[word] == NUMERAL

    def noun(self, told: Told, phrase: Phrase) -> tuple[str, str, str]:
        """Return (noun, type, use) of the event noun that a phrase ends with; empty strings for none."""
        head = self.head(told, phrase)
        if head in self._roles["online"]:
            return "", "", ""
        for length in range(min(len(head), _LONGEST_NOUN), 0, -1):
            if head[-length:] in self._nouns:
                return head[-length:], *self._nouns[head[-length:]]
        return "", "", ""

    def is_gathering(self, told: Told, phrase: Phrase) -> bool:
        """Return whether a phrase names a gathering (…会議, …シンポジウム)."""
        return self.noun(told, phrase)[2] == "gathering"

    def is_bare(self, told: Told, phrase: Phrase) -> bool:
        """Return whether a gathering has no name of its own, only a number or a rank (第2回会合; 次官級協議)."""
        noun, kind, _ = self.noun(told, phrase)
        rank = SESSION.sub("", self.head(told, phrase)).removesuffix(noun)
        if not rank and not noun:
            return True
        return kind == "meeting" and len(rank) < _LONGEST_NOUN and self._ranks.fullmatch(rank) is not None

    def attends(self, lemma: str) -> bool:
        """Return whether a verb only tells who took part in what another phrase names (会議に参加する)."""
        return any(use == "attend" for _, _, use in self._verbs.get(lemma, ()))

    def at(self, told: Told, line: Sequence[Phrase], index: int) -> Trigger | None:
        """Return the trigger that the predicate at an index is; None where it tells no event."""
        phrase = line[index]
        if not phrase.verbal and not (phrase.bare and self._has_case(line, index)):
            return None
        if not phrase.verbal and _is_count(told, phrase):
            return None
        lemma = self._lemma(told, phrase)
        if not lemma or (lemma in self._roles["invites"] and self._leads_in(told, line, index)):
            # 専門家を招いて会議を開催した is one act.
            return None
        at = self._object(told, line, index, lemma)
        found = self.typed(told, line, Trigger(index, "", lemma, at))
        while found is None and at > index + 1:
            # A noun of the chain that is described (交換した文書での合意).
            at -= 1
            found = self.typed(told, line, Trigger(index, "", lemma, at))
        if found is not None and found.type == "meeting" and found.object > index + 1:
            # What belongs to a gathering (開催されたサミットのフォローアップ) is not what was held.
            held = (at for at in range(index + 1, found.object) if self.is_gathering(told, line[at]))
            found = replace(found, object=next(held, found.object))
        if found is not None and found.type == "agreement" and found.object > index + 1:
            # The first document that is described was signed (調印された日米協定に基づく合同委員会).
            ends = tuple(self._roles["document"])
            signed = (at for at in range(index + 1, found.object) if self.head(told, line[at]).endswith(ends))
            found = replace(found, object=next(signed, found.object))
        return found or self._of_act(told, line, Trigger(index, "", lemma, self._object(told, line, index, lemma)))

    def _of_act(self, told: Told, line: Sequence[Phrase], trigger: Trigger) -> Trigger | None:
        """Return the trigger of a verb like 行う whose subject is the act (開催が予定されているサミット)."""
        support = any(use == "support" for _, _, use in self._verbs[trigger.lemma])
        act = line[trigger.phrase - 1] if trigger.phrase and support and line[trigger.phrase].adnominal else None
        if act is None or act.date >= 0 or not act.has(self._roles["object"] | self._roles["acting"]):
            return None
        kind, after = self._of_object(told, act), trigger.phrase + 1
        if after < len(line) and line[after].has(self._roles["venue_verb"]):
            trigger = replace(trigger, object=after)
        return replace(trigger, type=kind) if kind and kind != NONE else None

    def _leads_in(self, told: Told, line: Sequence[Phrase], index: int) -> bool:
        """Return whether a predicate only says with whom a gathering was held (専門家を招いて…; 所長を招いた講演会)."""
        if line[index].adnominal:
            return self.is_gathering(told, line[described(line, index)])
        return line[index].has(self._roles["te"])

    def compounded(self, told: Told, line: Sequence[Phrase], trigger: Trigger) -> Trigger | None:
        """Return the act that a predicate joins to its own by a point (公布・施行された); None for none."""
        phrase = line[trigger.phrase]
        at = phrase.body - len(trigger.lemma.split()) - 1
        joined = not trigger.nominal and at > phrase.first and told.surfaces[at] in self._roles["joint"]
        # What is one act under two names (可決・成立) is a lemma of its own.
        if (
            not joined
            or told.forms[at - 1] not in self._verbs
            or f"{told.forms[at - 1]} {trigger.lemma}" in self._verbs
        ):
            return None
        return self.typed(told, line, replace(trigger, lemma=told.forms[at - 1]))

    def typed(self, told: Told, line: Sequence[Phrase], trigger: Trigger) -> Trigger | None:
        """Return a trigger with the type that its object gives; None where it tells no event."""
        phrase, at = line[trigger.phrase], trigger.object
        inner = told.text(phrase.first, phrase.body - len(trigger.lemma.split()))
        if at > 0 and line[at - 1].tail == (OF,) and self.head(told, line[at]) in self._roles["portion"]:
            at -= 1
        kind = self._type(told, trigger.lemma, line[_first_of(line, at)] if at >= 0 else None, inner)
        if not kind and at >= 0 and SESSION.fullmatch(told.text(line[at].first, line[at].body)):
            # 第17回は…に行われた: of the gathering that was told of.
            series = (phrase for phrase in line[:at] if phrase.date < 0 and self.is_gathering(told, phrase))
            kind = "meeting" if next(series, None) is not None else ""
        if not kind and at >= 0 and trigger.lemma in self._roles["sets_up"] and _is_org(told, line[at]):
            kind = "establishment"
        return replace(trigger, type=kind, object=at) if kind and kind != NONE else None

    def _has_case(self, line: Sequence[Phrase], index: int) -> bool:
        if index and (line[index - 1].date >= 0 or (index == len(line) - 1 and not line[index].tail)):
            # After its date, or at the end of a line that is no sentence (日韓基本条約、東京で署名).
            return True
        before = line[index - 1] if index else None
        placed = before is not None and before.tail[:1] and before.tail[0] in self._roles["at"]
        case = self._roles["object"] | self._roles["acting"] | self._roles["goal"] | self._roles["venue_verb"]
        return before is not None and (bool(placed) or before.has(case))

    def nominal(self, told: Told, line: Sequence[Phrase], index: int) -> Trigger | None:
        """Return the trigger that a noun is (首脳会議; 協定の署名; オバマ政権成立後)."""
        phrase = line[index]
        noun, kind, use = self.noun(told, phrase)
        if use in ("gathering", "dated"):
            return Trigger(index, kind, noun, index, nominal=True)
        if _is_count(told, phrase):
            return None
        end = phrase.body
        while end > phrase.first + 1 and self._trails(told, end - 1):
            end -= 1
        lemma = told.forms[end - 1]
        rows = self._verbs.get(lemma, [])
        if not any(row[2] == "sahen" for row in rows) or _blocked(told, end - 1, phrase.first, self._roles):
            return None
        inner = told.text(phrase.first, end - 1)
        before = line[index - 1] if index and line[index - 1].has(self._roles["of"]) else None
        kind = self._type(told, lemma, before if not inner else None, inner)
        return Trigger(index, kind, lemma, index, nominal=True) if kind and kind != NONE else None

    def _lemma(self, told: Told, phrase: Phrase) -> str:
        for length in range(min(_LONGEST_VERB, phrase.body - phrase.first), 0, -1):
            lemma = " ".join(told.forms[phrase.body - length : phrase.body])
            if lemma in self._verbs and not _blocked(told, phrase.body - length, phrase.first, self._roles):
                return lemma
        return ""

    def _type(self, told: Told, lemma: str, thing: Phrase | None, inner: str) -> str:
        """Return the type that a verb's rows give for its object: `inner` is what the verb is compounded with."""
        heads = [inner] if inner else []
        if thing is not None:
            heads.append(self.head(told, thing))
        default = ""
        for objects, kind, use in self._verbs[lemma]:
            if objects and any(head.endswith(noun) for head in heads for noun in objects):
                return kind
            if not objects:
                default = kind
                if use in ("support", "attend") and thing is not None:
                    default = self._of_object(told, thing) or kind
        return default

    def _of_object(self, told: Told, thing: Phrase) -> str:
        """Return the type that the object of a verb like 行う has."""
        noun, kind, _ = self.noun(told, thing)
        if noun:
            return kind
        end = thing.body
        while end > thing.first + 1 and self._trails(told, end - 1):
            end -= 1
        rows = self._verbs.get(told.forms[end - 1], [])
        return next((kind for objects, kind, use in rows if use != "from" and not objects), "")

    def _object(self, told: Told, line: Sequence[Phrase], index: int, lemma: str) -> int:
        """Return the phrase of what a verb is done to: before を, else が, else は; else the noun that it describes."""
        found = self._cases(told, line, index)
        if lemma in self._roles["becomes"]:
            return found.get("goal", -1)
        if self.attends(lemma) and "goal" in found:
            return found["goal"]
        signs = lemma in self._roles["signed"] and "object" not in found and "goal" in found
        if signs and not _is_party(told, line[found["goal"]]):
            return found["goal"]
        if "object" in found and not (line[index].has(self._roles["passive"]) and "subject" in found):
            return found["object"]
        about = self._is_called(told, line, index)
        if about >= 0 and line[index].has(self._roles["passive"]) and about < found.get("subject", -1):
            # What has a subject of its own happened to that (甲は、6月に日本方式の放送が採用された国である).
            return found["subject"]
        if about >= 0:
            return about
        nearest = next((found[role] for role in _DONE_TO if role in found), -1)
        if line[index].adnominal and (not self._is_thing(told, line, nearest) or _is_party(told, line[nearest])):
            return described(line, index)
        return nearest if nearest >= 0 else found.get("told of", found.get("goal", self._bare(line, index)))

    def _bare(self, line: Sequence[Phrase], index: int) -> int:
        """Return the noun without a case that an entry without a sentence begins with; -1 for none."""
        if line[index].tail or index != len(line) - 1:
            return -1
        return next((at for at in range(index) if line[at].tail == (COMMA,) and line[at].date < 0), -1)

    def _is_called(self, told: Told, line: Sequence[Phrase], index: int) -> int:
        """Return the topic that a noun with an attribute only says what it is (甲は、4月に設立された機関である)."""
        last = described(line, index) if line[index].adnominal else -1
        if last <= index or not line[last].tail[:1] or line[last].tail[0] not in self._roles["copula"]:
            return -1
        topics = (at for at in range(index - 1, max(index - _REACH, -1), -1) if line[at].has(self._roles["topic"]))
        at = next(topics, -1)
        return at if at >= 0 and line[at].date < 0 and line[at].tail[0] in self._roles["topic"] else -1

    def _cases(self, told: Told, line: Sequence[Phrase], index: int) -> dict[str, int]:
        """Return the nearest phrase of each case before a predicate, within its clause."""
        found: dict[str, int] = {}
        held = False
        for at in range(index - 1, max(index - _REACH, -1), -1):
            phrase = line[at]
            if phrase.verbal and (not phrase.adnominal or self._is_clause(told, line, at)):
                if not phrase.has(self._roles["quoting"]) or phrase.tail[-1] == COMMA:
                    break
            if phrase.verbal or phrase.date >= 0:
                held = held or phrase.adnominal
                continue
            if not phrase.has(self._case_forms):
                continue
            for role in self._case(told, line, at, index):
                # What an attribute of the subject, or before another attribute, is done to (衛星を用いた放送が).
                inner = role == "object" and held and ("subject" in found or line[index].adnominal)
                if not inner:
                    found.setdefault(role, at)
            held = held and ("subject" in found or not phrase.has(self._roles["object"]))
        return found

    def _case(self, told: Told, line: Sequence[Phrase], at: int, index: int) -> Iterator[str]:
        """Return the cases of a phrase: は is none inside an attribute, nor を of what is only named as something."""
        phrase, roles = line[at], self._roles
        if phrase.has(roles["frame"]) and phrase.has(roles["topic"]):
            if phrase.has(roles["about"]):
                yield "told of"
            return
        following = line[at + 1]
        plain = following.has(roles["into"]) or " ".join(following.tail[:2]) in roles["compound_te"]
        as_what = phrase.has(roles["object"]) and plain and not following.verbal
        for role in _CASES:
            if not phrase.has(roles[role]):
                continue
            inside = role == "topic" and line[index].adnominal
            named = role == "object" and as_what and told.forms[following.body - 1] in roles["as_what"]
            if not inside and not named and not (role == "goal" and self._is_aside(told, line, at)):
                yield role

    def _is_aside(self, told: Told, line: Sequence[Phrase], at: int) -> bool:
        """Return whether に is no aim: of a place (札幌において), a time (訪米時に), what something is (機に)."""
        form = told.forms[line[at].body - 1]
        if line[at].has(self._roles["venue_verb"]) or form in self._roles["clause_noun"]:
            return True
        return form in self._roles["as_what"] and at > 0 and line[at - 1].has(self._roles["object"])

    def _is_clause(self, told: Told, line: Sequence[Phrase], at: int) -> bool:
        """Return whether an attribute is of a noun that makes a clause of it (次官を招いた際、)."""
        following = line[at + 1] if at + 1 < len(line) else None
        if following is None or following.body - following.first > 1:
            return False
        return told.forms[following.first] in self._roles["clause_noun"] and not following.links

    def _is_thing(self, told: Told, line: Sequence[Phrase], at: int) -> bool:
        return at >= 0 and bool(self.noun(told, line[at])[0])


def _is_count(told: Told, phrase: Phrase) -> bool:
    """Return whether a noun only counts what stands before it (576万加入, 3回発表)."""
    before = [told.pos[word] for word in range(max(phrase.body - 3, phrase.first), phrase.body - 1)]
    return bool(before) and before[-1].endswith(NUMERAL)


def _is_party(told: Told, phrase: Phrase) -> bool:
    """Return whether a phrase ends with the name of a body or country: who acts rather than what is acted on."""
    return bool(told.named.get(phrase.body - 1)) and not told.quoted[phrase.first]


def _is_org(told: Told, phrase: Phrase) -> bool:
    return any(entity.mention.label == ORG for _, entity in told.named.get(phrase.body - 1, ()))


def _first_of(line: Sequence[Phrase], at: int) -> int:
    """Return the first of the nouns that are coordinated with one (実証実験及びセミナー): it says what they are."""
    while at > 1 and line[at - 1].joining and not line[at - 2].tail and line[at - 2].date < 0:
        at -= 2
    return at


def _blocked(told: Told, word: int, first: int, roles: Roles) -> bool:
    """Return whether a verb is compounded into something else (意見 交換 する)."""
    return word > first and f"{told.forms[word - 1]} {told.forms[word]}" in roles["no_event"]
