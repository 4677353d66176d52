"""Names of files made from names in documents: never a path, never too long."""

import hashlib
import re

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_LONGEST = 180


def safe_name(name: str) -> str:
    """Return a file name for a name from a document, the same one where that is safe.

    >>> safe_name("図表5-7-1-2"), safe_name("../../etc/passwd")
    ('図表5-7-1-2', '__.._etc_passwd-3754d6cb')
    """
    safe = _UNSAFE.sub("_", name)
    if safe.startswith(".") or safe.endswith((".", " ")) or not safe:
        safe = f"_{safe.strip('. ')}"
    shortened = safe.encode()[:_LONGEST].decode(errors="ignore")
    if shortened == name:
        return name
    return f"{shortened}-{hashlib.sha256(name.encode(errors='surrogatepass')).hexdigest()[:8]}"
