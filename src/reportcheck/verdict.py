"""What the engine returns for a document, and a batch for a path."""

from typing import Literal, NamedTuple

from reportcheck.document import Document, Place, Span, WaiverProposal
from reportcheck.outcome import Outcome, Status
from reportcheck.rule import Rule, RuleSet, Severity
from reportcheck.structure.facts import Facts
from reportcheck.structure.parts import Part
from reportcheck.structure.passages import Passage


class Verdict(NamedTuple):
    """One rule's outcome on one document, with its points."""

    rule: Rule
    outcome: Outcome
    points: float
    max_points: float


Kind = Literal["waiver", "baseline"]


class Suppression(NamedTuple):
    """Why a finding is shown but does not count: somebody waived it, or a baseline already knows it."""

    kind: Kind
    reason: str
    approver: str = ""
    expires: str = ""
    """Last day, ISO; empty: no end."""


class Finding(NamedTuple):
    """Something wrong, placed; ``advice`` and ``message`` are ready to print."""

    rule: Rule
    status: Status
    severity: Severity
    message: str
    advice: str
    span: Span
    place: Place
    quote: str
    fingerprint: str
    related: tuple[Span, ...] = ()
    """Other words that the finding rests on."""
    suppression: Suppression | None = None
    """Set: shown, marked, but not counted."""

    def suppressed(self, suppression: Suppression) -> "Finding":
        """Return this finding as one that does not count."""
        return self._replace(suppression=suppression)


class Notice(NamedTuple):
    """Something wrong with a waiver or a baseline, not with a report; ``rule`` is ``config.<name>``."""

    rule: str
    severity: Severity
    message: str
    advice: str
    path: str
    line: int = 1
    column: int = 1


class Dimension(NamedTuple):
    """The points of one group of rules."""

    id: str
    title: str
    points: float
    max_points: float


class Score(NamedTuple):
    """Points in all; ``percent`` is None where nothing was scored."""

    points: float
    max_points: float
    percent: float | None
    grade: str
    dimensions: tuple[Dimension, ...]
    capped_by: tuple[str, ...] = ()
    """Ids of the rules whose veto lowered the grade."""


class Report(NamedTuple):
    """Everything known about one checked document."""

    document: Document
    facts: Facts
    parts: tuple[Part, ...]
    passages: tuple[Passage, ...]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    score: Score
    ruleset_id: str = ""
    """Which of the run's rule sets judged; see ``BatchResult.ruleset_of``."""

    def verdict(self, rule_id: str) -> Verdict | None:
        """Return the verdict of this rule, or None."""
        return next((verdict for verdict in self.verdicts if verdict.rule.id == rule_id), None)

    @property
    def proposals(self) -> tuple[WaiverProposal, ...]:
        """Return what the drafter proposes to waive and nobody has waived yet."""
        waived = {each.fingerprint for each in self.findings if each.suppression and each.suppression.kind == "waiver"}
        return tuple(each for each in self.document.proposals if each.fingerprint not in waived)

    def with_findings(self, findings: tuple[Finding, ...]) -> "Report":
        """Return this report with these findings for its own."""
        return self._replace(findings=findings)


class Failure(NamedTuple):
    """An input that could not be read; ``bug`` marks a fault of this program, not of the input.

    ``thin``: it could be read, but hardly any Chinese is in it.
    """

    path: str
    message: str
    bug: bool = False
    thin: bool = False


class BatchResult(NamedTuple):
    """Everything that one run found, in input order.

    ``ruleset`` judged the first report; ``editions`` are all that judged any, where years needed several.
    """

    reports: tuple[Report, ...]
    failures: tuple[Failure, ...]
    ruleset: RuleSet
    editions: tuple[RuleSet, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def proposals(self) -> tuple[WaiverProposal, ...]:
        """Return what drafters propose to waive and nobody has waived yet."""
        return tuple(proposal for report in self.reports for proposal in report.proposals)

    def suppressed(self, reports: tuple[Report, ...], notices: tuple[Notice, ...]) -> "BatchResult":
        """Return this result with its findings marked and what was noticed on the way."""
        return self._replace(reports=reports, notices=notices)

    @property
    def rulesets(self) -> tuple[RuleSet, ...]:
        """Return every set that judged a report."""
        return self.editions or (self.ruleset,)

    def ruleset_of(self, report: Report) -> RuleSet:
        """Return the set that judged this report."""
        return next((each for each in self.rulesets if each.id == report.ruleset_id), self.ruleset)
