"""The comparison as one self-contained page: no network, no scripts, made to be printed."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import reportcheck
from reportcheck import reporters
from reportcheck.audit.commitments import ABSENT, AGAIN, DONE, PARTIAL
from reportcheck.audit.comparison import wording
from reportcheck.audit.two_years import STATES, Comparison
from reportcheck.reporters.wording import file_name

_TONES = {DONE: "met", PARTIAL: "partial", AGAIN: "partial", ABSENT: "unmet"}


def render(comparison: Comparison) -> str:
    """Write everything."""
    template = _environment().get_template("compare.html")
    states = [each.state for each in comparison.commitments]
    return template.render(
        found=comparison,
        groups=list(wording.groups(comparison)),
        tally=[(STATES[state], states.count(state), _TONES[state]) for state in _TONES],
        doubts=wording.doubts(comparison),
        name=wording.name(comparison),
        last_year=wording.year(comparison.last, "上年"),
        this_year=wording.year(comparison.this, "今年"),
        place=wording.place,
        states=STATES,
        tones=_TONES,
        caveat=wording.CAVEAT,
        version=reportcheck.__version__,
    )


def _environment() -> Environment:
    folders = [Path(__file__).with_name("templates"), Path(reporters.__file__).with_name("templates")]
    environment = Environment(
        loader=FileSystemLoader(folders, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["file_name"] = file_name
    return environment
