"""What a trace is made of: plain values that a command or a page writes down."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from reportcheck.document import Document, Span
from reportcheck.rule import Rule
from reportcheck.structure.facts import Facts
from reportcheck.verdict import Verdict

MarkKind = Literal["term", "act", "figure", "doer", "near_miss"]
Standing = Literal["counts", "weak", "rejected", "overlooked"]
"""Counts in full; counts for little (a slogan, half an answer); does not count; is not about this at all."""


class Mark(NamedTuple):
    """Words to colour."""

    span: Span
    kind: MarkKind


class Point(NamedTuple):
    """One thing that was looked at, and what was found: 时态, 已经做的."""

    name: str
    found: str


class Considered(NamedTuple):
    """Words of the text that were looked at, and how they were judged."""

    span: Span
    standing: Standing
    result: str
    why: str = ""
    reason: str = ""
    """For a program: why it does not count, or counts for little."""
    points: tuple[Point, ...] = ()
    marks: tuple[Mark, ...] = ()
    details: tuple[str, ...] = ()
    """For an author of rules: what each sign made of it."""


@dataclass(frozen=True)
class Trace:
    """Why one rule gave one verdict: what was looked at, how it was judged, what would change it."""

    document: Document
    facts: Facts
    rule: Rule
    verdict: Verdict
    looked: tuple[str, ...]
    considered: tuple[Considered, ...]
    change: tuple[str, ...]


class Findings(NamedTuple):
    """What a tracer of one check kind gives."""

    looked: tuple[str, ...]
    considered: tuple[Considered, ...] = ()
    change: tuple[str, ...] = ()
