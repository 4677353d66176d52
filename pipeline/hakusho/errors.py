"""The errors that users see: one line that names the file, the place in it and the remedy."""


class HakushoError(Exception):
    """Anything that stops a command. `str(error)` is a line for the user."""


class UsageError(HakushoError, ValueError):
    """The command's words, or a function's arguments, do not fit: exit status 2."""


class InputError(HakushoError):
    """One input cannot be read. `path` is as given, `place` where in it, `remedy` what the user can do."""

    def __init__(self, path: str, problem: str, remedy: str, place: str = "", kind: str = "") -> None:
        self.path, self.problem, self.remedy, self.place = path, problem, remedy, place
        self.kind = kind or type(self).__name__
        where = f"{path}, {place}" if place else path
        super().__init__(f"{where}: {problem}. {remedy}")


class GoldError(InputError):
    """A gold annotation that does not fit its text or its format."""


class OutputError(HakushoError):
    """A result cannot be written, or a run folder is not what it should be."""
