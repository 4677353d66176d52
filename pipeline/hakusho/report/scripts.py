"""What the scripts of a report hold: ids, rules and JSON in the shape that pages read."""

import json

_ID = ":"
# The parts of found_by that name a rule; what follows says which row of a lexicon.
_RULE_PARTS = 2


def local_id(identifier: str) -> str:
    """Return the part of an id that tells within its document.

    >>> local_id("ict_2012:m00012")
    'm00012'
    """
    return identifier.rpartition(_ID)[2]


def rule_of(found_by: str) -> str:
    """Return the rule in a `found_by`, as the reader's filter names it.

    >>> rule_of("org:lexicon:総務省")
    'org:lexicon'
    """
    return _ID.join(found_by.split(_ID)[:_RULE_PARTS])


def script_of(content: object) -> str:
    """Return content as JSON that a script may hold: nothing in it ends the script or a line of it.

    >>> script_of("</script>")
    '"\\\\u003c/script>"'
    """
    made = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    escaped = made.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return escaped.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
