"""Rules and rule sets as plain values; how they are written down is ``rulesets``' business."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Source(NamedTuple):
    """A document that rules rest on, e.g. ``inspection-2019``."""

    id: str
    title: str
    number: str = ""


class Basis(NamedTuple):
    """Where a requirement is written: a source of the rule set and a place in it."""

    source: str
    title: str
    locator: str


class AppliesTo(NamedTuple):
    """Who must tell this. Empty means everybody; an unstated level or subject is taken to be bound.

    ``strict``: others are not judged by it at all; else what they tell all the same counts.
    """

    levels: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    strict: bool = False

    def binds(self, level: str | None, subject: str | None, year: int | None) -> bool:
        """Tell whether an issuer of this level and subject must tell this for this year."""
        if self.levels and level is not None and level not in self.levels:
            return False
        if self.subjects and subject is not None and subject not in self.subjects:
            return False
        return not (self.years and year is not None and not self.years[0] <= year <= self.years[1])


EVERYBODY = AppliesTo()


class Example(NamedTuple):
    """A text and the status that the rule must give it; both a test and documentation."""

    text: str
    status: str
    part: str = "achievements"
    """Role of the part in which the text stands; ``report``: the text is a whole report."""
    quote: str = ""
    """Words that the evidence (or, where there is none, the finding) must contain."""
    strength: str = ""
    level: str = "county"
    subject: str = "government"


class Rule(NamedTuple):
    """One requirement and how it is checked."""

    id: str
    title: str
    requirement: str
    basis: tuple[Basis, ...]
    severity: Severity
    weight: float
    check: str
    params: Mapping[str, Any]
    message: Mapping[str, str]
    """By status (``unmet``, ``partial``): the finding's words, with ``{slots}`` that the check fills."""
    advice: str
    applies_to: AppliesTo = EVERYBODY
    examples: tuple[Example, ...] = ()
    frame: str = ""
    """A sentence to fill in where this is missing: ``××`` for what the drafter knows, ``{slots}`` as in ``address.Address``."""

    @property
    def group(self) -> str:
        """Return the part of the id before the dot."""
        return self.id.partition(".")[0]


class Group(NamedTuple):
    """Rules that belong together; a dimension of the score."""

    id: str
    title: str


class Grade(NamedTuple):
    """The grade of all scores of at least ``at_least`` percent."""

    title: str
    at_least: float


class Veto(NamedTuple):
    """When this rule is unmet the grade is at most ``cap``."""

    rule: str
    cap: str


class RuleSet(NamedTuple):
    """A complete set of rules, ready to judge documents; rules stand in group order, then by id."""

    id: str
    title: str
    version: str
    digest: str
    years: tuple[int, int]
    sources: tuple[Source, ...]
    groups: tuple[Group, ...]
    grades: tuple[Grade, ...]
    vetoes: tuple[Veto, ...]
    rules: tuple[Rule, ...]
    lexicons: Mapping[str, tuple[str, ...]] = {}
    extends: str = ""
    """Id of the set that this one overlays, as the set's author wrote it."""

    def rule(self, rule_id: str) -> Rule | None:
        """Return the rule of this id, or None."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)


class Editions(NamedTuple):
    """Rule sets for successive years; their years do not overlap."""

    rulesets: tuple[RuleSet, ...]

    def covering(self, year: int | None) -> RuleSet:
        """Return the set for a year: the one that covers it, else the nearest; the newest where the year is not known."""
        wanted = max(each.years[1] for each in self.rulesets) if year is None else year
        return min(self.rulesets, key=lambda each: (max(each.years[0] - wanted, wanted - each.years[1], 0), -each.years[0]))
