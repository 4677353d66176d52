"""`python -m hakusho` and `hakusho`: what must be in order before the first of our modules is loaded."""

import os
import signal
import sys
from types import FrameType
from typing import NoReturn


class Interrupted(BaseException):
    """Ctrl-C. No KeyboardInterrupt, which libraries on the way catch and tell of in words of their own."""


def main() -> None:
    """Run the command line; Ctrl-C is one sentence, from the first moment on."""
    signal.signal(signal.SIGINT, _interrupt)
    try:
        _in_utf8()
        from hakusho.cli import main as run_commands

        run_commands()
    except (Interrupted, KeyboardInterrupt):
        _leave()


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    # A second one would fall into the tidying up of the first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise Interrupted


def _leave() -> NoReturn:
    os.write(2, b"interrupted. The same command goes on where it stopped.\n")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(130)


def _in_utf8() -> None:
    """Start again in UTF-8 where the locale knows ASCII only: names of files would be read and printed wrong."""
    if sys.getfilesystemencoding().lower() not in ("utf-8", "utf8") and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606


if __name__ == "__main__":
    main()
