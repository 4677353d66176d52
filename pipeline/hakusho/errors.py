"""The errors that users see: one line that names the file, the place in it and the remedy."""

import re

# Controls, line ends, marks that turn the direction of writing, halves of characters: what a terminal obeys or refuses.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

# Folders are locked by means that Windows does not have.
ELSEWHERE = "hakusho runs on Linux and macOS. On Windows use it inside WSL."


def one_line(text: str) -> str:
    """Return a text as one line that a terminal prints and does not obey; what it would obey is written as an escape.

    >>> one_line("\\x1b[31m白書\\n.txt")
    '\\\\x1b[31m白書\\\\n.txt'
    """
    return _UNSHOWN.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def fault_of_ours(path: str, error: BaseException) -> str:
    """Return the line for an error that nobody foresaw."""
    return f"{path}: {type(error).__name__}: {error}. This is a fault of hakusho: please report it with the document."


class HakushoError(Exception):
    """Anything that stops a command. `str(error)` is a line for the user, whatever the names in it hold."""

    def __init__(self, message: str = "") -> None:
        super().__init__(one_line(message))


class UsageError(HakushoError, ValueError):
    """The command's words, or a function's arguments, do not fit: exit status 2."""


class InputError(HakushoError):
    """One input cannot be read: exit status 2.

    `path` is as given, `place` where in it, `remedy` what the user can do.
    """

    def __init__(self, path: str, problem: str, remedy: str, place: str = "", kind: str = "") -> None:
        self.path, self.problem, self.remedy, self.place = path, problem, remedy, place
        self.kind = kind or type(self).__name__
        where = f"{path}, {place}" if place else path
        super().__init__(f"{where}: {problem}. {remedy}")

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, ...]]:
        # Errors of workers come to the parent as what makes them, not as their line.
        return type(self), (self.path, self.problem, self.remedy, self.place, self.kind)


class GoldError(InputError):
    """A gold annotation that does not fit its text or its format."""


class OutputError(HakushoError):
    """A result cannot be written, or a run folder is not what it should be: exit status 1."""


class NoRun(OutputError):
    """A folder that was given as a run holds none: exit status 2, as for anything given that is not there."""
