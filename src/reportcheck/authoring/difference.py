"""Two rule sets compared: rules that came and went, what changed in the others, which verdicts flip."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reportcheck.document import Document
from reportcheck.engine import Checker
from reportcheck.rule import Example, Rule, RuleSet
from reportcheck.verdict import Report

_HEAD = ("title", "version", "years", "grades", "vetoes", "groups", "sources")
_RULE = ("title", "requirement", "basis", "severity", "weight", "check", "message", "advice", "frame", "applies_to")
_MISSING = "（无）"


class Change(NamedTuple):
    """Something that is not the same; ``rule`` is empty for the set itself."""

    rule: str
    key: str
    what: str


class Flip(NamedTuple):
    """A verdict that is another one now; a rule that is only in one of the sets has no verdict in the other."""

    path: str
    rule: str
    before: str
    after: str


class Difference(NamedTuple):
    """All that two rule sets do not share."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changes: tuple[Change, ...]


def difference(old: RuleSet, new: RuleSet) -> Difference:
    """Compare two rule sets, rules by id, terms of lists whatever their order."""
    before, after = {rule.id: rule for rule in old.rules}, {rule.id: rule for rule in new.rules}
    changes = [Change("", key, what) for key in _HEAD for what in _told(getattr(old, key), getattr(new, key))]
    changes += [Change("", f"lexicons.{path}", what) for path, what in _inside(old.lexicons, new.lexicons)]
    changes += [change for rule_id in after if rule_id in before for change in _rule_changes(before[rule_id], after[rule_id])]
    return Difference(
        tuple(each for each in after if each not in before), tuple(each for each in before if each not in after), tuple(changes)
    )


def flips(old: RuleSet, new: RuleSet, documents: Sequence[Document]) -> Iterator[Flip]:
    """Judge documents by both sets and yield what is judged otherwise, the grade with the others."""
    first, second = Checker(old), Checker(new)
    for document in documents:
        before, after = _verdicts(first.check(document)), _verdicts(second.check(document))
        for key in dict.fromkeys([*after, *before]):
            if before.get(key) != after.get(key):
                yield Flip(document.path, key, before.get(key, _MISSING), after.get(key, _MISSING))


def _verdicts(report: Report) -> dict[str, str]:
    percent = report.score.percent
    score = {} if percent is None else {"得分": f"{percent:.1f}（{report.score.grade}）"}
    return {**{each.rule.id: each.outcome.status.value for each in report.verdicts}, **score}


def _rule_changes(old: Rule, new: Rule) -> Iterator[Change]:
    for key in _RULE:
        yield from (Change(new.id, key, what) for what in _told(getattr(old, key), getattr(new, key)))
    for path, what in _inside(old.params, new.params):
        yield Change(new.id, f"params.{path}", what)
    for what in _examples(old.examples, new.examples):
        yield Change(new.id, "examples", what)


def _examples(old: Sequence[Example], new: Sequence[Example]) -> Iterator[str]:
    added, removed = [each for each in new if each not in old], [each for each in old if each not in new]
    yield from (f"增加 [{each.status}] {each.text}" for each in added)
    yield from (f"删去 [{each.status}] {each.text}" for each in removed)


def _told(old: Any, new: Any) -> Iterator[str]:  # noqa: ANN401 - any field of a rule
    if _is_list(old) and any(hasattr(each, "_fields") for each in (*old, *new)):
        yield from (what for _, what in _inside(old, new))
    elif old != new:
        yield f"{_shown(old)} → {_shown(new)}"


def _inside(old: Any, new: Any, path: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - parameters are JSON data
    """Yield what changed below a value, with its place."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys([*old, *new]):
            yield from _inside(old.get(key), new.get(key), f"{path}.{key}" if path else key)
    elif _is_list(old) and _is_list(new) and any(isinstance(each, Mapping) for each in (*old, *new)):
        for index in range(max(len(old), len(new))):
            before, after = (each[index] if index < len(each) else None for each in (old, new))
            yield from _inside(before, after, f"{path}[{index + 1}]")
    elif _is_list(old) and _is_list(new):
        added, removed = [each for each in new if each not in old], [each for each in old if each not in new]
        told = [f"增加 {_shown(added)}"] * bool(added) + [f"删去 {_shown(removed)}"] * bool(removed)
        yield path, "；".join(told) or "顺序变了"
    else:
        yield path, f"{_shown(old)} → {_shown(new)}"


def _is_list(value: Any) -> bool:  # noqa: ANN401 - parameters are JSON data
    return isinstance(value, list | tuple)


def _shown(value: Any) -> str:  # noqa: ANN401 - any field of a rule
    if value in (None, (), [], {}, ""):
        return _MISSING
    if hasattr(value, "_asdict"):
        value = {key: each for key, each in value._asdict().items() if each not in ((), None, "", False)}
    if isinstance(value, Mapping):
        return "，".join(f"{key} {_shown(each)}" for key, each in value.items()) or _MISSING
    if _is_list(value):
        return "、".join(_shown(each) for each in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
