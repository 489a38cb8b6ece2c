"""One module a format; each turns what a batch found into text or bytes and runs nothing."""

from importlib import import_module
from typing import Protocol, cast

from reportcheck.errors import UsageError
from reportcheck.verdict import BatchResult


class Reporter(Protocol):
    """What a format's module offers."""

    def render(self, result: BatchResult) -> str | bytes:
        """Write down the whole result; bytes are a file of their own kind, not to be encoded any more."""


# Modules are named, not imported: jinja2 is loaded only for the format that needs it.
REPORTERS = {
    "terminal": "reportcheck.reporters.terminal",
    "json": "reportcheck.reporters.json_",
    "html": "reportcheck.reporters.html",
    "markdown": "reportcheck.reporters.markdown",
    "csv": "reportcheck.reporters.csv_",
    "sarif": "reportcheck.reporters.sarif",
    "junit": "reportcheck.reporters.junit",
    "github": "reportcheck.reporters.github",
    "gitlab": "reportcheck.reporters.gitlab",
    "checklist-docx": "reportcheck.reporters.checklist_docx",
    "checklist-xlsx": "reportcheck.reporters.checklist_xlsx",
}


def reporter(name: str) -> Reporter:
    """Return the reporter of this format."""
    if name not in REPORTERS:
        raise UsageError(f"没有“{name}”这种输出格式", remedy=f"可用的格式：{'、'.join(REPORTERS)}")
    return cast("Reporter", import_module(REPORTERS[name]))
