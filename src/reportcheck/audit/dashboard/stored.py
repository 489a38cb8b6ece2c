"""What the store holds of one report, as typed rows."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from reportcheck.audit.record import MAX_EVIDENCE, passages_in
from reportcheck.audit.store import Store


class Rule(NamedTuple):
    """What the page says of a rule."""

    id: str
    title: str
    group: str
    requirement: str


class Found(NamedTuple):
    """A finding."""

    number: int
    rule: str
    severity: str
    message: str
    advice: str | None
    line: int
    page: int | None
    quote: str | None
    suppression: str | None


class Proof(NamedTuple):
    """Words that an outcome rests on."""

    rule: str
    number: int
    line: int
    page: int | None
    quote: str


class Judged(NamedTuple):
    """An outcome."""

    rule: str
    status: str
    strength: str | None
    points: float
    max_points: float
    value: float | None


class Stored(NamedTuple):
    """One report."""

    passages: list[tuple[str, int, int | None, str]]
    findings: list[Found]
    evidence: list[Proof]
    outcomes: list[Judged]
    rules: Mapping[str, Rule]
    """The rules that judged it, in their order."""

    @property
    def numbers(self) -> dict[str, int]:
        """Return each rule's number in the table of outcomes."""
        return {each.rule: order for order, each in enumerate(self.outcomes, 1)}

    @property
    def hanging(self) -> frozenset[int]:
        """Return the findings that stand where something is missing: their words are not what is wrong.

        Only the first of a rule's evidence is stored, so a finding of a rule that has more of it is taken at its word.
        """
        told = {(each.rule, each.line, each.quote) for each in self.evidence}
        kept = Counter(each.rule for each in self.evidence)
        return frozenset(
            each.number for each in self.findings if (each.rule, each.line, each.quote) not in told and kept[each.rule] < MAX_EVIDENCE
        )

    def rule(self, name: str) -> Rule:
        """Return a rule; one that the store does not tell of is called by its id."""
        return self.rules.get(name) or Rule(name, name, "", "")


def stored(store: Store, path: str, rules: Mapping[str, Rule]) -> Stored:
    """Read one report."""
    data = store.rows("SELECT passages FROM text WHERE path = ?", (path,))
    findings = store.rows(
        "SELECT number, rule, severity, message, advice, line, page, quote, suppression FROM finding WHERE path = ? ORDER BY number", (path,)
    )
    evidence = store.rows("SELECT rule, number, line, page, quote FROM evidence WHERE path = ? ORDER BY rule, number", (path,))
    outcomes = store.rows("SELECT rule, status, strength, points, max_points, value FROM outcome WHERE path = ? ORDER BY rule", (path,))
    order = {name: at for at, name in enumerate(rules)}
    return Stored(
        passages=passages_in(data[0][0]) if data else [],
        findings=[Found(*row) for row in findings],
        evidence=[Proof(*row) for row in evidence],
        outcomes=sorted((Judged(*row) for row in outcomes), key=lambda each: order.get(each.rule, len(order))),
        rules=rules,
    )


def rules_of(store: Store) -> dict[str, dict[str, Rule]]:
    """Return the rules of each rule set by id, in their order."""
    found: dict[str, dict[str, Rule]] = {}
    for ruleset, *row in store.rows("SELECT ruleset, id, title, group_title, requirement FROM rule ORDER BY ruleset, position"):
        found.setdefault(ruleset, {})[row[0]] = Rule(*row)
    return found
