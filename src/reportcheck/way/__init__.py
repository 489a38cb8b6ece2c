"""The shortest way to a pass: the fewest changes to a draft that clear what is wrong and reach the next grade.

Points are ``score``'s own: every step is scored as the whole report would be. Where a part that is
missing would bring further requirements with it, they are counted as not met, so that what is
promised is the least that the changes bring.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportcheck.outcome import Outcome, Status
from reportcheck.rule import RuleSet
from reportcheck.score import score, verdict
from reportcheck.structure.roles import Role
from reportcheck.verdict import Report, Score, Verdict
from reportcheck.way.change import Change, Way
from reportcheck.way.spots import spot_of
from reportcheck.way.together import judged_part, written_part

__all__ = ["Change", "Way", "shortest_way"]


class _Candidate(NamedTuple):
    """A rule to be met, the rules that are met with it, and those that then apply."""

    verdict: Verdict
    along: tuple[Verdict, ...]
    woken: tuple[Verdict, ...]
    cost: int
    needed: bool

    @property
    def gain(self) -> float:
        """Return the points gained for each place to be changed."""
        return sum(each.rule.weight - each.points for each in (self.verdict, *self.along)) / self.cost


def shortest_way(report: Report, ruleset: RuleSet) -> Way | None:
    """Return the way to no error and the next grade; None where nothing is scored or nothing is to be done."""
    if report.score.percent is None:
        return None
    candidates = sorted(_candidates(report, ruleset), key=lambda each: (not each.needed, -each.gain, each.verdict.rule.id))
    target = max(_rank(ruleset, report.score.grade) - 1, 0)
    chosen = [each for each in candidates if each.needed]
    for each in candidates:
        if _rank(ruleset, _after(report, ruleset, chosen).grade) <= target:
            break
        if not each.needed and each.gain > 0:
            chosen.append(each)
    chosen = _without_unneeded(report, ruleset, chosen, target)
    return _way(report, ruleset, chosen) if chosen else None


def _candidates(report: Report, ruleset: RuleSet) -> Iterable[_Candidate]:
    counted = {finding.rule.id for finding in report.findings if finding.suppression is None}
    errors = {f.rule.id for f in report.findings if f.suppression is None and f.severity == "error"}
    told = {part.role for part in report.parts}
    taken: set[str] = set()
    for each in _parts_first(report.verdicts):
        rule = each.rule
        if rule.id not in counted or rule.id in taken:
            continue
        part = written_part(rule)
        missing = part is not None and part not in told
        along = tuple(_along(report, each, part)) if missing else ()
        taken.update(other.rule.id for other in along)
        vetoed = any(_vetoes(ruleset, other) for other in (each, *along))
        woken = tuple(_woken(report, part)) if missing else ()
        needed = vetoed or any(other.rule.id in errors for other in (each, *along))
        yield _Candidate(each, along, woken, max(len(each.outcome.faults), 1), needed)


def _parts_first(verdicts: Sequence[Verdict]) -> list[Verdict]:
    return sorted(verdicts, key=lambda each: written_part(each.rule) is None)


def _along(report: Report, written: Verdict, part: Role | None) -> Iterable[Verdict]:
    """Yield what the frame of a missing part meets as well: all that is judged on this part alone."""
    for each in report.verdicts:
        if each is not written and judged_part(each.rule) is part and each.outcome.status is not Status.MET and _bound(each, report):
            yield each


def _woken(report: Report, part: Role | None) -> Iterable[Verdict]:
    """Yield what applies as soon as the part is there, and may still fail: how problems and plan fit together."""
    for each in report.verdicts:
        idle = each.outcome.status is Status.NOT_APPLICABLE and _bound(each, report)
        if idle and each.rule.check == "answered" and part in (Role.PROBLEMS, Role.PLAN):
            yield each


def _bound(each: Verdict, report: Report) -> bool:
    facts = report.facts
    return each.rule.applies_to.binds(facts.level, facts.subject, facts.year)


def _vetoes(ruleset: RuleSet, each: Verdict) -> bool:
    return each.outcome.status is Status.UNMET and any(veto.rule == each.rule.id for veto in ruleset.vetoes)


def _after(report: Report, ruleset: RuleSet, chosen: Iterable[_Candidate]) -> Score:
    """Score the report as it would be with these changes."""
    changed: dict[str, Verdict] = {}
    for each in chosen:
        for woken in each.woken:
            changed.setdefault(woken.rule.id, verdict(woken.rule, Outcome(Status.UNMET)))
        for met in (each.verdict, *each.along):
            changed[met.rule.id] = verdict(met.rule, Outcome(Status.MET))
    return score(ruleset, [changed.get(each.rule.id, each) for each in report.verdicts])


def _without_unneeded(report: Report, ruleset: RuleSet, chosen: list[_Candidate], target: int) -> list[_Candidate]:
    """Drop what a later, bigger change made superfluous."""
    for each in reversed([each for each in chosen if not each.needed]):
        fewer = [other for other in chosen if other is not each]
        if _rank(ruleset, _after(report, ruleset, fewer).grade) <= target:
            chosen = fewer
    return chosen


def _way(report: Report, ruleset: RuleSet, chosen: Sequence[_Candidate]) -> Way:
    errors = {f.rule.id for f in report.findings if f.suppression is None and f.severity == "error"}
    steps: list[Change] = []
    last = report.score
    for count, each in enumerate(chosen, 1):
        now = _after(report, ruleset, chosen[:count])
        steps.append(_change(report, ruleset, each, errors, (last, now)))
        last = now
    return Way(report.score.percent or 0.0, report.score.grade, last.percent or 0.0, last.grade, tuple(steps))


def _change(report: Report, ruleset: RuleSet, each: _Candidate, errors: Iterable[str], scores: tuple[Score, Score]) -> Change:
    together = (each.verdict, *each.along)
    clears: Mapping[str, bool] = {
        "error": any(other.rule.id in errors for other in together),
        "veto": any(_vetoes(ruleset, other) for other in together),
    }
    before, after = scores
    return Change(
        rule=each.verdict.rule,
        also=tuple(other.rule for other in each.along),
        spot=spot_of(report, each.verdict),
        places=each.cost,
        points=round(after.points - before.points, 4),
        percent=after.percent or 0.0,
        clears=tuple(name for name, cleared in clears.items() if cleared),
    )


def _rank(ruleset: RuleSet, title: str) -> int:
    return next(rank for rank, grade in enumerate(ruleset.grades) if grade.title == title)
