"""Which year 同年, 翌年度 and 前年 lie in: counted from the date told last."""

from hakusho.records import Certainty, Region
from hakusho.resolve.compared_years import figures_of_section
from hakusho.resolve.date_evidence import Tense
from hakusho.resolve.reading import DOCUMENT_ANCHOR, OPEN, TITLE_ANCHOR, Date, State, YearReading, same_paragraph
from hakusho.resolve.timeline import Known
from hakusho.text.calendar import fiscal_year

# How many dates before and behind are searched for the year that a word like 前年度 counts from.
_REACH = 60
# Blocks back that the year of figures is sought in: a list of figures has a hundred.
_BLOCKS = 20
# Years before publication that are its present, and its past.
_PRESENT, _PAST = 2, 8


def read_anaphor(state: State, date: Date) -> YearReading:
    """同年, 翌年度, 前年: from the date told last."""
    parts = date.parts
    if parts.unit == "year":
        return _named_behind(state, date) or _anaphoric_year(state, date)
    last = state.last(date, month=parts.unit != "year") or state.last(date)
    if last is None:
        return OPEN
    return YearReading(last.point.year, parts.fiscal, last.anchor)


def _named_behind(state: State, date: Date) -> YearReading | None:
    """五輪の翌年の1965年: the year behind says which one is meant."""
    later = state.ahead.get(date.index + 1)
    if later is None or date.parts.month or not state.evidence.of_the_same(date.end, later.start):
        return None
    year, _ = state.written.year(later.parts)
    return YearReading(year, later.parts.fiscal, str(later.index)) if year is not None else None


def _anaphoric_year(state: State, date: Date) -> YearReading:
    parts = date.parts
    last = _compared(state, date) or state.compared_with(date)
    if parts.offset and last is not None and not same_paragraph(last, date) and (parts.fiscal or not parts.month):
        last = _topic(state, date) or last
    if last is not None and parts.month and not parts.offset:
        last = _already_told(state, date, last, parts.month)
    opening = last is not None and not last.point.month and state.evidence.since(last.end)
    if last is None or (parts.offset and (_outdated(state, date, last) or _strays(state, date, last))):
        return _without_antecedent(state, date)
    if parts.fiscal and parts.offset and (opening or not _near(last, date)):
        other = _without_antecedent(state, date)
        if other.year is not None or state.looks_back(date):
            return other
    if parts.offset < 0 and state.published is not None and last.point.year > state.published[0] + 1:
        # 前年 looks not back from a year that is planned.
        return _without_antecedent(state, date)
    anchor = last.anchor
    if parts.month is None:
        fiscal = parts.fiscal or (last.point.fiscal and last.point.month is None and bool(parts.offset))
        base = last.point.fiscal_year if fiscal else last.point.year
        return YearReading(base + parts.offset, fiscal, anchor)
    return YearReading(last.point.year + parts.offset, parts.fiscal, anchor)


def _already_told(state: State, date: Date, last: Known, month: int) -> Known:
    """翌年4月から施行される。同年7月に発足した: what is told as past is of a year before publication that was told."""
    if state.published is None or state.published[1] is None:
        return last
    now = state.published[:2]
    known: Known | None = last
    while known is not None and (known.point.year, month) > now and same_paragraph(known, date):
        if state.evidence.tense(date.end) is not Tense.PAST:
            return last
        known = state.timeline.before(known)
    return known if known is not None and same_paragraph(known, date) else last


def _outdated(state: State, date: Date, last: Known) -> bool:
    """前年 in a new paragraph does not count from the year of an old law where the text tells of recent years."""
    if state.published is None or date.parts.month or same_paragraph(last, date) or last.place.table:
        return False
    recent = any(abs(k.point.year - state.published[0]) <= _PRESENT for k in state.timeline.known[-_REACH:])
    return recent and state.published[0] - last.point.year >= _PAST


def _strays(state: State, date: Date, last: Known) -> bool:
    """前年比 counts from no year of another kind in another section, of a note, or that a study came out."""
    if date.parts.month or date.place.table or same_paragraph(last, date) or not state.looks_back(date):
        return False
    ours, theirs = date.place, last.place
    aside = theirs.region is Region.FOOTNOTE and ours.region is not Region.FOOTNOTE
    other = last.point.whole_year and last.point.fiscal != date.parts.fiscal and ours.section != theirs.section
    far = ours.block - theirs.block > _BLOCKS
    return aside or other or far or state.evidence.of_a_study(last.start, last.end)


def _compared(state: State, date: Date) -> Known | None:
    """同年八月 after 昭和四五年三月に比し means August of 昭和45; 同年 after a case number, its year."""
    newest = state.timeline.newest(date.place)
    if newest is None or not newest.cited or date.parts.offset or date.parts.month is None:
        return None
    return newest if newest.system and date.start - newest.end <= 16 else None


def _near(known: Known, date: Date) -> bool:
    ours, theirs = date.place, known.place
    return theirs.block >= ours.block - 2 or bool(ours.table) or bool(ours.section and theirs.section == ours.section)


def _topic(state: State, date: Date) -> Known | None:
    """Return the year that a heading or caption above the paragraph names."""
    found = state.timeline.of_section(date.place)
    return found if found and found.place.heading and not found.bound else None


def _without_antecedent(state: State, date: Date) -> YearReading:
    """前年度 with no year before it counts from the title's year, else from the next year in the text, else from the
    date of publication (open)."""
    parts = date.parts
    if parts.offset == 0:
        return _of_edition(state, date)
    if parts.fiscal and state.title_fiscal is not None:
        return YearReading(state.title_fiscal + parts.offset, True, TITLE_ANCHOR, certainty=Certainty.LIKELY)
    following = (state.ahead.get(index) for index in range(date.index + 1, date.index + _REACH))
    for later in filter(None, following):
        if later.place.block <= date.place.block + 2 and later.parts.fiscal == parts.fiscal and _tells(state, later):
            year, _ = state.written.year(later.parts)
            if year is not None and (state.published is None or abs(year - state.published[0]) <= _PRESENT + 1):
                return YearReading(year + parts.offset, parts.fiscal, str(later.index), certainty=Certainty.LIKELY)
    if state.looks_back(date) and (figures := figures_of_section(state, date)) is not None:
        return figures
    if state.published is None:
        return OPEN
    now = fiscal_year(*state.published[:2]) if parts.fiscal else state.published[0]
    base = now + parts.offset
    others = (base - 1,) if parts.offset < 0 else (base + 1,)
    return YearReading(base, parts.fiscal, DOCUMENT_ANCHOR, certainty=Certainty.OPEN, others=others)


def _tells(state: State, later: Date) -> bool:
    """Return whether a date behind may be the year of figures: no day, no year in passing or of a study."""
    evidence = state.evidence
    return not (later.parts.day or evidence.bounds(later.end) or evidence.of_a_study(later.start, later.end))


def _of_edition(state: State, date: Date) -> YearReading:
    if state.published is None or date.parts.unit != "year":
        return OPEN
    base = fiscal_year(*state.published[:2]) if date.parts.fiscal else state.published[0]
    return YearReading(base, date.parts.fiscal, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
