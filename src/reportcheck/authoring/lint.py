"""What is wrong with a rule set that loads: dead terms, rules that cannot fail or cannot be met, slots that nobody fills."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal, NamedTuple

from reportcheck.authoring.examples import ExampleRunner, plain_document
from reportcheck.authoring.sources import Sources
from reportcheck.authoring.terms import KeyPath, dead_terms, term_lists
from reportcheck.document import Document
from reportcheck.outcome import Outcome, Status
from reportcheck.rule import Rule, RuleSet
from reportcheck.rulesets.schema import LEVELS, SUBJECTS
from reportcheck.text.fold import fold

Level = Literal["error", "warning", "info"]
_EMPTY = (
    "云岭县人民政府2024年度法治政府建设年度报告", "一、主要举措和成效", "二、存在的不足和原因",
    "三、党政主要负责人履行第一责任人职责情况", "四、2025年主要安排",
)  # fmt: skip
_FRAME_KINDS = frozenset({"title", "doc-type", "order", "numbering", "names-year", "covered-year"})
"""Check kinds that judge titles and headings, which an empty report has."""
_FRAME = re.compile(r"可以这样写|例如|写明：|“[^”]{14,}”")
_BLANK = re.compile(r"×|\{\w+\}|（[^）]{0,6}）年|[某X]{1,2}[县市区镇局]")
_TO_WRITE = re.compile(r"〖[^〗]*〗")
_OPEN = (Status.UNMET, Status.PARTIAL)


class Remark(NamedTuple):
    """One thing to look at, with its place (``file:line:column``)."""

    where: str
    level: Level
    rule: str
    what: str


class _Fault(NamedTuple):
    level: Level
    what: str
    path: KeyPath = ()


@dataclass(frozen=True)
class _Seen:
    """What one rule gave in all that was tried: its examples, the samples, an empty report."""

    slots: Mapping[str, frozenset[str]]
    empty: Outcome
    samples: tuple[Outcome, ...]


def lint(ruleset: RuleSet, sources: Sources, samples: Iterable[Document] = ()) -> list[Remark]:
    """Return all remarks, in the order of the files; ``samples`` are good reports."""
    runner = ExampleRunner(ruleset)
    texts = tuple(samples)
    remarks = list(_lexicon_remarks(sources))
    for rule in ruleset.rules:
        if rule.id in sources.rules:
            remarks += _rule_remarks(rule, sources, _look(runner, rule, texts))
    remarks += _shared_remarks(ruleset, sources)
    return sorted(remarks, key=lambda remark: sources.order(remark.where))


def _look(runner: ExampleRunner, rule: Rule, samples: tuple[Document, ...]) -> _Seen:
    bench = runner.bench()
    outcomes = [runner.run(rule, example).outcome for example in rule.examples]
    empty = bench.judge(plain_document(_EMPTY), rule).outcome
    judged = tuple(bench.judge(sample, rule).outcome for sample in samples)
    slots: dict[str, frozenset[str]] = {}
    for outcome in (*outcomes, empty, *judged):
        told = [(outcome.status.value, outcome.slots), *((fault.status.value, fault.message_slots) for fault in outcome.faults)]
        for status, filled in told:
            slots[status] = slots.get(status, frozenset()) | frozenset(filled)
    return _Seen(slots, empty, judged)


def _rule_remarks(rule: Rule, sources: Sources, seen: _Seen) -> Iterator[Remark]:
    written = (*_example_faults(rule), *_result_faults(rule, seen), *_text_faults(rule, sources, seen))
    for level, what, path in written:
        yield Remark(sources.place(rule.id, path), level, rule.id, what)
    yield from _dead_remarks(rule, sources)


def _example_faults(rule: Rule) -> Iterator[_Fault]:
    given = {example.status for example in rule.examples}
    if Status.MET.value not in given:
        yield _Fault("error", "没有判为 met 的示例：看不出怎样写才算做到", ("examples",))
    if not given & {status.value for status in _OPEN}:
        yield _Fault("error", "没有判为 unmet 或 partial 的示例：看不出怎样写不算", ("examples",))


def _result_faults(rule: Rule, seen: _Seen) -> Iterator[_Fault]:
    if seen.empty.status is Status.MET and rule.check not in _FRAME_KINDS:
        yield _Fault("error", "只有标题的空报告也判为做到：这条规则查不出问题")
    if seen.samples and all(outcome.status in _OPEN for outcome in seen.samples):
        yield _Fault("warning", f"样例都没有做到（{seen.samples[0].status}）：规则可能太严，或样例缺这项内容")
    for key, every in (("levels", LEVELS), ("subjects", SUBJECTS)):
        if set(getattr(rule.applies_to, key)) >= set(every):
            yield _Fault("warning", f"applies_to.{key} 列出了全部，等于没有写", ("applies_to", key))


def _text_faults(rule: Rule, sources: Sources, seen: _Seen) -> Iterator[_Fault]:
    for path, text in _placeholders(sources.rules[rule.id].data):
        yield _Fault("error", f"{text}还没有填", path)
    for path, name in _unfilled(rule, seen):
        yield _Fault("error", f"填空 {{{name}}} 没有哪次检查会填上", path)
    if _FRAME.search(rule.advice) and not _BLANK.search(rule.advice):
        yield _Fault("warning", "怎么改里给了句式，却没有 ×× 空格：照抄就成了编造", ("advice",))


def _placeholders(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401 - YAML data
    """Yield what `rules new` left to be written, with its place."""
    if isinstance(value, str):
        yield from ((path, found) for found in _TO_WRITE.findall(value))
    elif isinstance(value, Mapping | list):
        for key, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _placeholders(inner, (*path, key))


def _unfilled(rule: Rule, seen: _Seen) -> Iterator[tuple[KeyPath, str]]:
    every = frozenset().union(*seen.slots.values())
    for status, text in rule.message.items():
        # Where no text tried came out so, the other outcomes tell what the check fills.
        yield from ((("message", status), name) for name in _slots(text) if name not in seen.slots.get(status, every))
    filled = frozenset().union(*(seen.slots.get(status.value, frozenset()) for status in _OPEN))
    yield from ((("advice",), name) for name in _slots(rule.advice) if name not in filled)


def _slots(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def _dead_remarks(rule: Rule, sources: Sources) -> Iterator[Remark]:
    for path, own in term_lists(sources.rules[rule.id].data.get("params", {}), rule.check):
        for index, shorter in dead_terms(own, _at(rule.params, path), path):
            yield Remark(sources.place(rule.id, ("params", *path, index)), "warning", rule.id, _dead(own[index], shorter))


def _lexicon_remarks(sources: Sources) -> Iterator[Remark]:
    for path, own in term_lists(sources.head.data.get("lexicons", {}), ""):
        for index, shorter in dead_terms(own, own, ("acts", *path)):
            yield Remark(sources.head_place(("lexicons", *path, index)), "warning", "lexicons", _dead(own[index], shorter))


def _dead(term: str, shorter: str) -> str:
    return f"“{term}”不起作用：同一个词表里已有“{shorter}”"


def _at(value: Any, path: KeyPath) -> Any:  # noqa: ANN401 - parameters are JSON data
    for key in path:
        value = value[key]
    return value


def _shared_remarks(ruleset: RuleSet, sources: Sources) -> Iterator[Remark]:
    """Tell which words are evidence for several rules of a group: one sentence then counts twice."""
    places: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for rule in ruleset.rules:
        if rule.id not in sources.rules:
            continue
        for number, sign in enumerate(sources.rules[rule.id].data.get("params", {}).get("signs", ())):
            for index, term in enumerate(sign["any"]):
                place = sources.place(rule.id, ("params", "signs", number, "any", index))
                places[rule.group, fold(term)].setdefault(rule.id, place)
    for (_, term), where in places.items():
        if len(where) > 1:
            first, *others = where
            yield Remark(where[first], "info", first, f"“{term}”也是{'、'.join(others)}的词：同一句话会算两次，请用 with、under、without 分清")
