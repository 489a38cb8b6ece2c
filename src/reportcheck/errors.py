"""What can go wrong, as values that the edge formats once, and the exit codes."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command; where several apply, the worst (highest) wins."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    BUG = 4
    INTERRUPTED = 130


class ReportcheckError(Exception):
    """An expected failure: what is wrong, where, and what to do about it (all in Chinese)."""

    exit_code = ExitCode.USAGE

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}：" if self.where else ""
        remedy = f"（{self.remedy}）" if self.remedy else ""
        return f"{place}{self.what}{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only fields do not survive Exception's own pickling; a batch worker sends these back.
        return _rebuild, (type(self), self.what, self.where, self.remedy)


class UsageError(ReportcheckError):
    """The command line or the configuration cannot be used."""


class RuleSetError(ReportcheckError):
    """A rule set cannot be loaded; nothing is judged with a broken rule set."""


class UnreadableDocument(ReportcheckError):  # noqa: N818 - the name is part of the public interface
    """One input could not be read; a batch goes on with the others."""

    exit_code = ExitCode.UNREADABLE


class TooLittleText(UnreadableDocument):
    """It was read, and there is hardly any Chinese in it: it cannot be a report."""


def _rebuild(kind: type[ReportcheckError], what: str, where: str, remedy: str) -> ReportcheckError:
    return kind(what, where=where, remedy=remedy)
