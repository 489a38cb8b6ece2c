"""Templates, and the site's pages in the order in which they are written."""

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import reportcheck
from reportcheck import reporters
from reportcheck.audit.dashboard import words
from reportcheck.audit.dashboard.lists import days_late
from reportcheck.audit.dashboard.overview import heat_class
from reportcheck.reporters.wording import number, printable

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates' environment: all that comes from a document is escaped."""
    here, reports = Path(__file__).parent / "templates", Path(next(iter(reporters.__path__))) / "templates"
    made = Environment(
        loader=FileSystemLoader([here, reports], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    made.filters |= {"number": number, "share": words.percent, "heat": heat_class, "path": printable}
    made.globals |= {"words": words, "days_late": days_late, "version": reportcheck.__version__}
    return made


def render(template: str, **values: object) -> str:
    """Fill a template."""
    return environment().get_template(template).render(**values)


def _visible(value: object) -> object:
    """Take out of a text what would be obeyed instead of shown: control and direction characters."""
    return _UNSEEN.sub(" ", value) if isinstance(value, str) and _UNSEEN.search(value) else value
