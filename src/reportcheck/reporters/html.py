"""The result as one self-contained page: no network, no scripts, made to be printed and handed on."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import reportcheck
from reportcheck.reporters.html_view import page
from reportcheck.reporters.wording import SEVERITIES, number, printable
from reportcheck.verdict import BatchResult


def render(result: BatchResult) -> str:
    """Write all reports into one page, with an index where there are several."""
    pages = [page(report, result.ruleset_of(report), f"r{order}") for order, report in enumerate(result.reports, 1)]
    failures = [(printable(failure.path), printable(failure.message)) for failure in result.failures]
    return (
        _environment()
        .get_template("page.html")
        .render(
            pages=pages,
            failures=failures,
            rulesets=result.rulesets,
            notices=result.notices,
            severities=SEVERITIES,
            proposals=result.proposals,
            version=reportcheck.__version__,
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number
    environment.filters["printable"] = printable
    return environment
