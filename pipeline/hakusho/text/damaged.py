"""What Python ends in over a damaged ZIP file, a link that leads nowhere or a file that is gone by now."""

import lzma
import struct
import zipfile
import zlib

DAMAGED_ZIP = (
    OSError,
    EOFError,
    IndexError,
    KeyError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
