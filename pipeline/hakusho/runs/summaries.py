"""What the commands print, as lines of plain text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hakusho.files.names import safe_name
from hakusho.text.english import counted

if TYPE_CHECKING:
    from hakusho.evaluate.agreement import Agreement
    from hakusho.evaluate.differences import Change
    from hakusho.evaluate.gold_checks import Oddity
    from hakusho.read.pdf.inspect import Sheet
    from hakusho.runs.grep import Hit
    from hakusho.runs.sample import Precision
    from hakusho.runs.trace import Trace

_MEASURES = ("strict", "overlap", "type", "resolved")


def score_lines(content: Mapping[str, Any]) -> list[str]:
    """Return the lines of a score report from the content of `evaluation.json`."""
    lines = [counted(len(content["documents"]), "document")]
    if content["absent"]:
        lines.append(f"not in the run, not scored: {', '.join(content['absent'])}")
    lines += [
        "",
        f"{'':<10}{'gold':>7}{'found':>7}"
        + "".join(f"{measure:>10}" for measure in _MEASURES)
        + "   F1"
        + "    ja_ginza, strict" * bool(content.get("ginza")),
    ]
    for label, rates in content["labels"].items():
        strict = rates["strict"]
        gold = strict["correct"] + strict["partial"] + strict["wrong"] + strict["missing"]
        found = strict["correct"] + strict["partial"] + strict["wrong"] + strict["spurious"]
        own = "".join(f"{_figure(rates[m]['f1']):>10}" for m in _MEASURES)
        peer = content.get("ginza", {}).get(label, {}).get("strict", {}).get("f1")
        lines.append(f"{label:<10}{gold:>7}{found:>7}{own}" + f"{_figure(peer):>25}" * bool(content.get("ginza")))
    lines.append(f"{'per document':<24}" + "".join(f"{_figure(content['macro'][m]):>10}" for m in _MEASURES))
    lines.append(f"{'95 % interval':<24}" + "".join(f"{_interval(content['intervals'][m]):>10}" for m in _MEASURES))
    if content["linking"]:
        figures = ", ".join(
            f"{name.replace('_', ' ')} {_figure(rates['f1'])}" for name, rates in content["linking"].items()
        )
        lines += ["", f"linking of organisations, F1: {figures}"]
    if content["tables"]:
        lines += ["", f"{'':<20}{'precision':>10}{'recall':>10}{'F1':>10}"]
        lines += [
            f"{name:<20}" + "".join(f"{_figure(rates[rate]):>10}" for rate in ("precision", "recall", "f1"))
            for name, rates in content["tables"].items()
        ]
    return lines


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


def _interval(bounds: list[float] | None) -> str:
    return "-" if bounds is None else f"{bounds[0]:.2f}-{bounds[1]:.2f}"


def trace_lines(found: "Trace") -> list[str]:
    """Return the lines of the trace of a mention or event."""
    facts = _event_facts(found) if "event_id" in found.mention else _mention_facts(found)
    return [f"{name:<13}{value}" for name, value in facts.items() if value]


def _event_facts(found: "Trace") -> dict[str, str]:
    event, document = found.mention, found.document
    sides = (f"{side['value']} ({side['mention_id'] or 'understood'})" for side in found.sides)
    until = "" if event["first_day"] == event["last_day"] else f" to {event['last_day']}"
    return {
        "event": event["event_id"],
        "evidence": f"{found.before}[{found.quote}]{found.after}",
        "type": event["type"],
        "name": event["name"],
        "date": f"{event['date_text']} = {event['date_value'] or '?'}",
        "days": f"{event['first_day']}{until}" if event["first_day"] else "",
        "place": " ".join(filter(None, (event["place"], event["place_country"]))),
        "sides": ", ".join(sides),
        "outcome": event["outcome"],
        "found by": event["found_by"],
        "line": f"{document.get('path', '')}, line {found.line}",
        "characters": f"{event['start']}-{event['end']}",
        "section": found.section,
        "sentence": found.sentence,
        "document": f"{document.get('title', '')} (SHA-256 {document.get('sha256', '')})",
    }


def _mention_facts(found: "Trace") -> dict[str, str]:
    mention, document = found.mention, found.document
    page = f"page {mention['page']}, " if mention["page"] else ""
    days = f"{mention['first_day']} to {mention['last_day']}" if mention["first_day"] else ""
    return {
        "mention": mention["mention_id"],
        "quote": f"{found.before}[{mention['text']}]{found.after}",
        "label": mention["label"],
        "value": mention["value"] or mention["candidates"],
        "name": mention["name"],
        "days": days,
        "status": mention["status"],
        "flags": mention["flags"],
        "counted from": mention["anchor"],
        "found by": mention["found_by"],
        "features": mention["features"].replace(";", ", "),
        "place": f"{document.get('path', '')}, line {found.line}, {page}{mention['region']}",
        "characters": f"{mention['start']}-{mention['end']}",
        "section": found.section,
        "sentence": found.sentence,
        "in a report": f"read/{safe_name(mention['doc_id'])}.html#{mention['mention_id'].rpartition(':')[2]}",
        "document": f"{document.get('title', '')} (SHA-256 {document.get('sha256', '')})",
    }


def hit_lines(hits: "Iterable[Hit]") -> list[str]:
    """Return a line for each keyword in its context: where it stands, then the keyword in brackets."""
    lines = []
    for hit in hits:
        page = f" p. {hit.page}" if hit.page else ""
        section = f"  {hit.section_path}" if hit.section_path else ""
        lines.append(f"{hit.doc_id}{page}{section}  {hit.start}: {hit.before}[{hit.keyword}]{hit.after}")
    return lines


# --- comparisons ---------------------------------------------------------------------------------------------


def _context(text: str, start: int, end: int, width: int = 16) -> str:
    around = f"{text[max(0, start - width) : start]}[{text[start:end]}]{text[end : end + width]}"
    return " ".join(around.split())


def agreement_lines(found: "Agreement", texts: Mapping[str, str]) -> list[str]:
    """Return the lines of an agreement: figures, then each disagreement in its context."""
    lines = [
        counted(len(texts), "document"),
        "",
        f"{'':<10}" + "".join(f"{measure:>10}" for measure in _MEASURES) + "   F1",
    ]
    for label, rates in found.rates.items():
        lines.append(f"{label:<10}" + "".join(f"{_figure(rates[m]['f1']):>10}" for m in _MEASURES))
    lines += ["", f"Cohen's kappa on characters: {_figure(found.kappa)}", f"same value: {_figure(found.values)}", ""]
    for judgement in found.judgements:
        if judgement.kind != "correct":
            one = judgement.one
            sides = [
                f"{side} {m.label} {m.text} {m.value}".strip() if m else f"{side} -"
                for side, m in (("A:", judgement.gold), ("B:", judgement.predicted))
            ]
            quote = _context(texts[one.doc_id], one.span.start, one.span.end)
            lines.append(f"{one.doc_id} {one.span.start}  {judgement.kind:<9}{' | '.join(sides)}   {quote}")
    return lines


def oddity_lines(oddities: "Sequence[Oddity]", texts: Mapping[str, str]) -> list[str]:
    """Return a line for each oddity of gold, with its context."""
    lines = []
    for o in oddities:
        quote = _context(texts[o.doc_id], o.span.start, o.span.end)
        lines.append(f"{o.doc_id} {o.span.start}-{o.span.end}  {o.kind:<19}{o.found}   {quote}")
    return lines


def change_lines(changes: "Sequence[Change]", texts: Mapping[str, str]) -> list[str]:
    """Return the counts of changes by rule, then each change in its context."""
    from hakusho.evaluate.differences import counts_by_rule

    kinds = ("gained", "lost", "changed")
    lines = [f"{'':<28}" + "".join(f"{kind:>9}" for kind in kinds)]
    for rule, counts in counts_by_rule(changes).items():
        lines.append(f"{rule:<28}" + "".join(f"{counts[kind]:>9}" for kind in kinds))
    lines.append(f"{'in all':<28}" + "".join(f"{sum(c.kind == kind for c in changes):>9}" for kind in kinds))
    for change in changes:
        one = change.one
        values = f"{change.before.value} > {change.after.value}" if change.before and change.after else one.value
        quote = _context(texts.get(one.doc_id, ""), one.span.start, one.span.end)
        lines.append(f"{change.kind:<8}{one.doc_id} {one.span.start}  {one.label} {values}  ({change.rule})   {quote}")
    return lines


_COUNTED = ("body", "table", "footnote", "figure", "running-head", "ruby")


def inspection_lines(sheets: "Sequence[Sheet]") -> list[str]:
    """Return the lines that tell what was found on each page of a PDF, and below a page what is amiss with it."""
    names = ("page", "kind", "turned", "columns", "letters", "lost", "images", *_COUNTED)
    lines = ["".join(f"{name:>{_wide(name)}}" for name in names)]
    for sheet in sheets:
        facts = sheet.facts
        counts = Counter(kind.value for kind, _ in sheet.pieces)
        told = (facts.page, facts.kind.value, facts.rotation, facts.columns, facts.characters, facts.lost, facts.images)
        values = (*told, *(counts[name] for name in _COUNTED))
        lines.append("".join(f"{value:>{_wide(name)}}" for name, value in zip(names, values, strict=True)))
        if facts.comment:
            lines.append(f"      {facts.comment}")
    return lines


def _wide(name: str) -> int:
    return max(6, len(name) + 2)


def precision_lines(found: "Sequence[Precision]") -> list[str]:
    """Return the precision of each group of judged mentions, with its 95 % interval."""
    width = max(len(one.group) for one in found)
    lines = [f"{'':{width}}   judged    right   precision   95 % interval"]
    for one in found:
        low, high = one.interval
        lines.append(f"{one.group:{width}} {one.judged:8,} {one.right:8,} {one.share:11.3f}   {low:.3f} to {high:.3f}")
    return lines
