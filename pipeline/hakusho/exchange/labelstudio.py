"""Label Studio JSON: a list of tasks; labels and per-region text areas named value, mod and flags.

Offsets are UTF-16 units, as the browser counts them. https://labelstud.io/guide/export
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from hakusho.errors import InputError
from hakusho.exchange.documents import REMEDY, AnnotatedText, Annotation, Units, annotation, checked_text
from hakusho.labels import annotation_labels

FILE = "labelstudio.json"
_CONFIG = """<View>
  <Labels name="label" toName="text">
    {labels}
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="value" toName="text" perRegion="true"/>
  <TextArea name="mod" toName="text" perRegion="true"/>
  <TextArea name="flags" toName="text" perRegion="true"/>
</View>
"""


def write(documents: Sequence[AnnotatedText]) -> dict[str, bytes]:
    """Return the tasks, and the labelling interface that shows them."""
    tasks = [
        {"data": {"doc_id": d.doc_id, "text": d.text}, "annotations": [{"result": list(_results(d))}]}
        for d in documents
    ]
    return {FILE: _json(tasks), "labelling.xml": _config().encode()}


def _config() -> str:
    return _CONFIG.format(labels="".join(f"<Label value={quoteattr(label)}/>" for label in annotation_labels()))


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def _results(document: AnnotatedText) -> Iterator[dict[str, Any]]:
    units = Units(document.text)
    for number, a in enumerate(document.annotations, 1):
        place = {"start": units.of(a.span.start), "end": units.of(a.span.end)}
        common = {"id": f"r{number}", "to_name": "text"}
        labelled = {**place, "text": a.text, "labels": [a.label]}
        yield {**common, "from_name": "label", "type": "labels", "value": labelled}
        for name, texts in (("value", [a.value]), ("mod", [a.mod]), ("flags", list(a.flags))):
            if any(texts):
                yield {**common, "from_name": name, "type": "textarea", "value": {**place, "text": texts}}


def read(files: Mapping[str, bytes]) -> list[AnnotatedText]:
    """Return the documents of every JSON file. Raises InputError for what is not an export of Label Studio."""
    documents = []
    for name in sorted(files):
        if name.endswith(".json"):
            try:
                tasks = json.loads(files[name])
                documents += [_document(task, name) for task in tasks]
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
                raise InputError(name, f"no export of Label Studio ({error})", REMEDY) from None
    return documents


def _document(task: Mapping[str, Any], name: str) -> AnnotatedText:
    text = checked_text(task["data"]["text"], name)
    units = Units(text)
    regions: dict[str, dict[str, Any]] = {}
    for made in task.get("annotations") or task.get("completions") or []:
        for result in made["result"]:
            region = regions.setdefault(str(result["id"]), {})
            if result["type"] == "labels":
                region |= {"start": result["value"]["start"], "end": result["value"]["end"]}
                region["label"] = result["value"]["labels"][0]
            elif result["type"] == "textarea":
                given = result["value"]["text"]
                region[result["from_name"]] = given if isinstance(given, list) else [given]
    found = [_annotation(region, text, units, name) for region in regions.values() if "label" in region]
    doc_id = str(task["data"].get("doc_id") or task.get("id"))
    return AnnotatedText(doc_id, text, tuple(sorted(found, key=lambda a: a.span)))


def _annotation(region: Mapping[str, Any], text: str, units: Units, name: str) -> Annotation:
    start, end = units.code_point(region["start"]), units.code_point(region["end"])
    value, mod = ("".join(region.get(key, [])) for key in ("value", "mod"))
    return annotation(name, text, start, end, region["label"], value, mod, tuple(region.get("flags", ())))
