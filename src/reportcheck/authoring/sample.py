"""A good report, edited: each rule that it meets must fall by its edits, and no other rule with it."""

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.authoring.bench import Bench, fell
from reportcheck.authoring.edits import Edit, edits
from reportcheck.authoring.mutation import Tally
from reportcheck.document import Document, Span
from reportcheck.outcome import Status, Strength
from reportcheck.rule import Rule, RuleSet
from reportcheck.structure.roles import Role
from reportcheck.verdict import Report, Verdict

_BY_KIND = {
    "answered": (Role.PROBLEMS, Role.PLAN), "causes": (Role.PROBLEMS,), "specific": (Role.PROBLEMS,), "names-year": (Role.PLAN,),
    "title": (Role.TITLE,), "numbering": tuple(Role), "order": tuple(Role), "doc-type": tuple(Role),
}  # fmt: skip


_FAULT_GROUPS = frozenset({"figures", "wording", "citation", "privacy"})
_EVERYWHERE = frozenset(Role)


class Trial(NamedTuple):
    """What an edit did: empty words where the right rule fell alone."""

    rule: str
    what: str
    fault: str


class SampleMutation:
    """Edits one report in every way."""

    def __init__(self, ruleset: RuleSet, sample: Document) -> None:
        self.ruleset = ruleset
        self._bench = Bench(ruleset)
        self._reading = self._bench.read(sample)
        self.before = self._bench.check(sample)

    def unmet(self) -> Iterator[str]:
        """Yield the ids of the rules that the sample does not meet: nothing can be tried with them."""
        return (each.rule.id for each in self.before.verdicts if each.outcome.status is not Status.MET)

    def rule(self, rule: Rule) -> Tally:
        """Try all edits for one rule; none where the sample does not meet it."""
        trials = list(self.trials(rule))
        return Tally(rule.id, sum(not each.fault for each in trials), tuple(f"样例：{each.what}：{each.fault}" for each in trials if each.fault))

    def trials(self, rule: Rule) -> Iterator[Trial]:
        """Try the edits for one rule."""
        verdict = self.before.verdict(rule.id)
        if verdict is None or verdict.outcome.status is not Status.MET:
            return
        for edit in edits(self._bench, self._reading, rule):
            yield Trial(rule.id, edit.what, self._fault(rule, edit))

    def _fault(self, rule: Rule, edit: Edit) -> str:
        after = self._bench.check(edit.document)
        now = after.verdict(rule.id)
        if now is None or now.outcome.status is Status.MET:
            return "仍判为做到"
        if after.facts.type != self.before.facts.type and rule.check != "doc-type":
            return "不再认作报告"
        others = [each.rule.id for each in self._fallen(after) if each.rule.id != rule.id and not self._follows(each, edit)]
        return f"连带{'、'.join(others)}" if others else ""

    def _fallen(self, after: Report) -> Iterator[Verdict]:
        """Yield what fell; a rule that looks for faults does not fall when the words that it judged are gone."""
        gone = [each.rule for each in after.verdicts if each.outcome.status is Status.NOT_APPLICABLE]
        faultless = {rule.id for rule in gone if rule.group in _FAULT_GROUPS}
        now = {each.rule.id: each for each in after.verdicts if each.rule.id not in faultless}
        return (each for each in self.before.verdicts if each.rule.id in now and fell(each, now[each.rule.id]))

    def _follows(self, verdict: Verdict, edit: Edit) -> bool:
        """Tell whether a rule rests on what the edit took away, so that it falls rightly."""
        kind, params = verdict.rule.check, verdict.rule.params
        if edit.touched == _EVERYWHERE:
            return True
        if kind == "evidence":
            return bool(edit.touched & self._roles(verdict)) or all(self._is_gone(span, edit) for span in _strong(verdict))
        named = [Role(params[key]) for key in ("role", "of") if key in params]
        return bool(edit.touched & {*_BY_KIND.get(kind, ()), *named})

    def _roles(self, verdict: Verdict) -> frozenset[Role]:
        spans = _strong(verdict)
        return frozenset(p.role for p in self._reading.passages if any(p.span.holds(span) for span in spans))

    def _is_gone(self, span: Span, edit: Edit) -> bool:
        """Tell whether words were taken away, or the sentence before them on which they may rest."""
        reading = self._reading
        at = [i for i, sentence in enumerate(reading.sentences) if sentence.span.start < span.end and span.start < sentence.span.end]
        near = {reading.sentences[i].span for i in at} | {reading.sentences[i - 1].span for i in at[:1] if i}
        return any(gone.start < each.end and each.start < gone.end for each in near for gone in edit.gone)


def _strong(verdict: Verdict) -> list[Span]:
    """Return the evidence that makes it met; what is merely named may be shown beside it."""
    return [each.span for each in verdict.outcome.evidence if each.strength is not Strength.MENTION]
