"""Two years side by side, written down: one module a format, loaded by name."""

from collections.abc import Mapping

FORMATS: Mapping[str, str] = {
    "terminal": "reportcheck.audit.comparison.terminal",
    "json": "reportcheck.audit.comparison.json_",
    "html": "reportcheck.audit.comparison.html",
    "markdown": "reportcheck.audit.comparison.markdown",
}
