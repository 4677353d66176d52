"""Names of files made from names in documents: never a path, never too long, never one name for two."""

import hashlib
import re
import unicodedata

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\ud800-\udfff]')
# The form of the names below that end in a hash: kept for them.
_RESERVED = re.compile(r"-[0-9a-f]{8}\Z")
_LONGEST = 180


def safe_name(name: str) -> str:
    """Return a file name for a name from a document, the same one where that is safe and could not be another's.

    Two names share one only where `folded` holds them for one (`A` and `a`), which no file system that keeps them
    apart confuses.

    >>> safe_name("図表5-7-1-2"), safe_name("../../etc/passwd")
    ('図表5-7-1-2', '__.._etc_passwd-3754d6cb')
    >>> safe_name("a:b"), safe_name("a_b-0a3e7f1c")
    ('a_b-6783a31e', 'a_b-0a3e7f1c-87c83614')
    """
    safe = _UNSAFE.sub("_", name)
    if safe.startswith(".") or safe.endswith((".", " ")) or not safe:
        safe = f"_{safe.strip('. ')}"
    shortened = safe.encode()[:_LONGEST].decode(errors="ignore")
    if shortened == name and not _RESERVED.search(folded(name)):
        return name
    return f"{shortened}-{hashlib.sha256(name.encode(errors='surrogatepass')).hexdigest()[:8]}"


def folded(name: str) -> str:
    """Return what a file system that knows neither case nor Unicode forms apart makes of a name.

    >>> folded("ガイド") == folded(unicodedata.normalize("NFD", "ガイド")), folded("WP2012") == folded("wp2012")
    (True, True)
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
