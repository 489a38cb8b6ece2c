"""A way to a better grade, and its single steps."""

from typing import Literal, NamedTuple

from reportcheck.document import Span
from reportcheck.rule import Rule

Action = Literal["write", "rewrite", "mend"]
Relation = Literal["under", "after", "at", "end", "head"]


class Spot(NamedTuple):
    """Where to change the draft: ``under`` a heading, in a new part ``after`` one, ``at`` some words, at its ``head`` or ``end``."""

    action: Action
    relation: Relation
    span: Span
    heading: Span | None = None
    new_part: str = ""
    """Heading of the part that is to be added."""
    frame: str = ""
    """What to write, with blanks; how to mend it where there is no frame."""


class Change(NamedTuple):
    """One step: a requirement to be met, in one place (``places`` where a fault occurs more often)."""

    rule: Rule
    also: tuple[Rule, ...]
    """Requirements that are met by the same words."""
    spot: Spot
    places: int
    points: float
    percent: float
    """Of the report after this step and all before it."""
    clears: tuple[str, ...]
    """``error``, ``veto``: what no longer stands in the way."""


class Way(NamedTuple):
    """From a percentage and grade to a better one."""

    start: float
    start_grade: str
    percent: float
    grade: str
    changes: tuple[Change, ...]
