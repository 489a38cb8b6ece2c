"""The only place where a rule meets a document."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reportcheck.checks import CHECKS, HIDING
from reportcheck.digest import sha256
from reportcheck.document import Document, Span
from reportcheck.masks import Masks, hide_cut, hide_in, hide_in_facts, masks
from reportcheck.outcome import Fault, Outcome, Status
from reportcheck.rule import Editions, Rule, RuleSet, Severity
from reportcheck.score import score, verdict
from reportcheck.structure.facts import Facts, reported_year
from reportcheck.structure.kind import REPORT
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.fold import fold
from reportcheck.text.terms import Vocabulary
from reportcheck.verdict import Finding, Report, Verdict

_LOWER: Mapping[str, Severity] = {"error": "warning", "warning": "info", "info": "info"}
_ORDER = {"error": 0, "warning": 1, "info": 2}
SCOPE = "scope.not-a-report"
_IMPLIED: Mapping[str, Mapping[str, str]] = {
    "government": {"subject": "government"},
    "township": {"subject": "government", "level": "township"},
    "department": {"subject": "department"},
    "party_office": {"subject": "party_office"},
    "zone": {"subject": "government"},
}


class Options(NamedTuple):
    """Facts that the user states instead of the text; None leaves them to the text."""

    level: str | None = None
    subject: str | None = None
    year: int | None = None
    profile: str | None = None

    @property
    def facts(self) -> Mapping[str, Any]:
        """Return the facts that are stated; a profile states the level or subject that makes it."""
        implied = _IMPLIED.get(self.profile or "", {})
        stated = {"level": self.level, "subject": self.subject, "year": self.year, "stated_profile": self.profile}
        return {**implied, **{name: value for name, value in stated.items() if value is not None}}


class Checker:
    """A rule set made ready to judge many documents."""

    def __init__(self, ruleset: RuleSet, options: Options | None = None) -> None:
        self.ruleset = ruleset
        self.options = options or Options()
        kept: dict[int, Any] = {}
        self._params: dict[str, Any] = {rule.id: _frozen(rule.params, kept) for rule in ruleset.rules}
        terms: set[str] = set()
        for rule in ruleset.rules:
            terms.update(CHECKS[rule.check].vocabulary(self._params[rule.id]))
        self._vocabulary = Vocabulary(terms)

    def check(self, document: Document) -> Report:
        """Judge one document by every rule."""
        reading = self.read(document)
        verdicts = tuple(self._verdicts(reading))
        hidden = masks(document, self._hiding(reading, verdicts))
        shown = hide_in(document, hidden)
        findings = sorted(_findings(reading, verdicts, shown, hidden), key=lambda f: (_ORDER[f.severity], f.span, f.rule.id))
        return Report(
            shown, hide_in_facts(reading.facts, hidden), reading.parts, reading.passages, verdicts, tuple(findings),
            score(self.ruleset, verdicts), self.ruleset.id,
        )  # fmt: skip

    def judge(self, document: Document, rule: Rule) -> Verdict:
        """Judge one document by one rule alone."""
        return self.judge_reading(self.read(document), rule)

    def read(self, document: Document) -> Reading:
        """Read a document as the checks see it."""
        reading = Reading(document, year=self.options.year, vocabulary=self._vocabulary)
        reading.facts = self._with_options(reading.facts)
        return reading

    def params(self, rule: Rule) -> Any:  # noqa: ANN401 - parameters are whatever a kind's schema allows
        """Return a rule's parameters as its check gets them: the index keeps what it finds for these very lists."""
        return self._params[rule.id]

    def judge_reading(self, reading: Reading, rule: Rule) -> Verdict:
        """Judge what this checker has read by one rule."""
        outcome = CHECKS[rule.check].check(reading, self._params[rule.id])
        return verdict(rule, _excused(rule, outcome, reading.facts))

    def _with_options(self, facts: Facts) -> Facts:
        given = self.options.facts
        origin = dict.fromkeys((name for name in given if name != "stated_profile"), "option")
        return facts._replace(**given, origin={**facts.origin, **origin}) if given else facts

    def _verdicts(self, reading: Reading) -> Iterator[Verdict]:
        in_scope = reading.facts.type == REPORT
        for rule in self.ruleset.rules:
            if rule.id == SCOPE or in_scope:
                yield self.judge_reading(reading, rule)
            else:
                yield verdict(rule, Outcome(Status.NOT_APPLICABLE))


    def _hiding(self, reading: Reading, verdicts: tuple[Verdict, ...]) -> Iterator[Outcome]:
        """Yield the outcomes that tell what must not be repeated, also of a document that is not judged otherwise."""
        facts = reading.facts
        for each in verdicts:
            if each.rule.check in HIDING:
                judged = facts.type == REPORT and each.rule.applies_to.binds(facts.level, facts.subject, facts.year)
                yield each.outcome if judged else CHECKS[each.rule.check].check(reading, self._params[each.rule.id])


class EditionsChecker:
    """Judges each document by the edition for the year that it reports on; a checker is made when its edition is first needed."""

    def __init__(self, editions: Editions, options: Options | None = None) -> None:
        self.editions = editions
        self.options = options or Options()
        self._checkers: dict[str, Checker] = {}

    def check(self, document: Document) -> Report:
        """Judge one document by every rule of its edition."""
        return self.checker(document).check(document)

    def checker(self, document: Document) -> Checker:
        """Return the checker of the document's edition."""
        ruleset = self.editions.rulesets[0] if len(self.editions.rulesets) == 1 else self.editions.covering(self._year(document))
        if ruleset.id not in self._checkers:
            self._checkers[ruleset.id] = Checker(ruleset, self.options)
        return self._checkers[ruleset.id]

    def _year(self, document: Document) -> int | None:
        stated = self.options.year
        return stated if stated is not None else reported_year(document, fold(document.text))[0]


def check_document(document: Document, ruleset: RuleSet, options: Options | None = None) -> Report:
    """Judge one document; for many, keep a ``Checker``."""
    return Checker(ruleset, options).check(document)


def _excused(rule: Rule, outcome: Outcome, facts: Facts) -> Outcome:
    """Nobody is asked for what does not bind them; told all the same, it counts, unless the rule is for the bound alone."""
    bound = rule.applies_to.binds(facts.level, facts.subject, facts.year)
    counts = outcome.status is Status.MET and not rule.applies_to.strict
    return outcome if bound or counts else Outcome(Status.NOT_APPLICABLE)


def _frozen(value: Any, kept: dict[int, Any] | None = None) -> Any:  # noqa: ANN401 - parameters are whatever a kind's schema allows
    """Make lists tuples, the same tuple for the same list: the index keeps what it finds for each."""
    kept = {} if kept is None else kept
    if isinstance(value, list):
        if id(value) not in kept:
            kept[id(value)] = tuple(value) if value and isinstance(value[0], str) else tuple(_frozen(v, kept) for v in value)
        return kept[id(value)]
    return {key: _frozen(inner, kept) for key, inner in value.items()} if isinstance(value, dict) else value


def _findings(reading: Reading, verdicts: tuple[Verdict, ...], shown: Document, hidden: Masks) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for each in verdicts:
        rule, outcome = each.rule, each.outcome
        if outcome.status not in (Status.UNMET, Status.PARTIAL):
            continue
        for fault in outcome.faults or (Fault(_where(reading, outcome), outcome.slots, outcome.status),):
            yield _finding(shown, hidden, rule, fault, seen)


def _finding(shown: Document, hidden: Masks, rule: Rule, fault: Fault, seen: dict[str, int]) -> Finding:
    """Word and place a fault; ``seen`` counts equal ones, so that each gets a fingerprint of its own."""
    quote = shown.quote(fault.span)
    slots = {name: hide_cut(value, hidden) for name, value in fault.message_slots.items()}
    key = f"{rule.id}\n{''.join(quote.split())}"
    seen[key] = seen.get(key, 0) + 1
    return Finding(
        rule=rule,
        status=fault.status,
        severity=rule.severity if fault.status is Status.UNMET else _LOWER[rule.severity],
        message=_fill(rule.message.get(fault.status.value, rule.title), slots),
        advice=_fill(rule.advice, slots),
        span=fault.span,
        place=shown.place(fault.span),
        quote=quote,
        fingerprint=sha256(f"{key}\n{seen[key]}".encode()).hexdigest()[:32],
        related=fault.related,
    )


def _where(reading: Reading, outcome: Outcome) -> Span:
    """Place a finding: at its evidence, else where the missing thing belongs, else at the title."""
    if outcome.evidence:
        return outcome.evidence[0].span
    if outcome.anchor is not None:
        return outcome.anchor
    by_role = {role: next((p.span for p in reading.passages if p.role is role), None) for role in (Role.TITLE, Role.PREFACE)}
    return by_role[Role.TITLE] or by_role[Role.PREFACE] or next(p.span for p in reading.passages if p.role is not Role.NOISE)


def _fill(text: str, slots: Mapping[str, str]) -> str:
    for name, value in slots.items():
        text = text.replace(f"{{{name}}}", value)
    return text
