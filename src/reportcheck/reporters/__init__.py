"""One module a format; each turns what a batch found into text and runs nothing."""

from importlib import import_module
from typing import Protocol, cast

from reportcheck.errors import UsageError
from reportcheck.verdict import BatchResult


class Reporter(Protocol):
    """What a format's module offers."""

    def render(self, result: BatchResult) -> str:
        """Write down the whole result."""


# Modules are named, not imported: jinja2 is loaded only for the format that needs it.
REPORTERS = {
    "terminal": "reportcheck.reporters.terminal",
    "json": "reportcheck.reporters.json_",
    "html": "reportcheck.reporters.html",
}


def reporter(name: str) -> Reporter:
    """Return the reporter of this format."""
    if name not in REPORTERS:
        raise UsageError(f"没有“{name}”这种输出格式", remedy=f"可用的格式：{'、'.join(REPORTERS)}")
    return cast("Reporter", import_module(REPORTERS[name]))
