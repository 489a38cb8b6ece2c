"""What would change a verdict of an ``evidence`` rule: from the sentences that came close."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportcheck.checks.candidates import DEFAULT_PARTS
from reportcheck.document import Document
from reportcheck.outcome import Status, Strength
from reportcheck.rule import Rule
from reportcheck.structure.facts import Facts
from reportcheck.trace.plain import judging, way_words
from reportcheck.trace.values import Considered
from reportcheck.trace.words import decimal, listed, parts_listed, told_at
from reportcheck.verdict import Verdict

MOST = 3
_MENDS = {
    "plan": "写在来年安排里。上年度已经做了的，移到“举措和成效”，写成已经做完的事。",
    "future": "说的是将来。已经做了的，去掉“将”“下一步”，写明做了什么、多少。",
    "other_year": "说的是别的年份。写{year}做了什么。",
    "demand": "是要求别人做。写本单位自己做了什么。",
    "problem": "写在存在的问题里。做了的，写进“举措和成效”。",
    "preface": "写在引言里。做了的，写进“举措和成效”。",
    "doer": "没有写明是谁做的。在前面写明，如{doers}。",
}


def changes(document: Document, facts: Facts, verdict: Verdict, considered: Sequence[Considered]) -> Iterator[str]:
    """Yield what would change this verdict, the nearest first."""
    status, strength = verdict.outcome.status, verdict.outcome.strength
    if status is Status.MET:
        yield from _met(verdict, considered, strength)
        return
    near = [each for each in considered if each.standing in ("weak", "rejected")]
    near.sort(key=lambda each: (each.standing != "weak", each.span))
    mends = [_mend(document, facts, verdict.rule, each) for each in near]
    if not near:
        mends = [_overlooked(document, each) for each in considered if each.standing == "overlooked"]
    yield from dict.fromkeys(mends[:MOST])
    ways = judging(verdict.rule).ways
    where = parts_listed(verdict.rule.params.get("parts", DEFAULT_PARTS))
    yield f"在{where}里写已经做了的事，下面{'任何一类都行' if len(ways) > 1 else '这一类'}："
    yield from (f"  {order}. {way_words(way)}" for order, way in enumerate(ways, 1))


def _met(verdict: Verdict, considered: Sequence[Considered], strength: Strength | None) -> Iterator[str]:
    count = sum(each.standing == "counts" for each in considered)
    yield f"已经写到，得{decimal(verdict.points)}分（满分）。删去上面算写到的{count}处，才会变成没有写到或者只提到。"
    if strength is Strength.ACT:
        yield "再补上数量（多少件、多少次、多少人），就是“有数据”；得分不变。"


def _mend(document: Document, facts: Facts, rule: Rule, each: Considered) -> str:
    place = told_at(document, each.span)
    if each.reason in _MENDS:
        year = f"{facts.year}年" if facts.year else "报告年度"
        return f"{place}：{_MENDS[each.reason].format(year=year, doers=listed(_doers(rule, facts), 4))}"
    return f"{place}：{each.why}。补上做了什么（印发、召开、办结一类）或者数量（件、次、人）。"


def _doers(rule: Rule, facts: Facts) -> Sequence[str]:
    doers: Any = rule.params.get("doers", {"default": ()})
    bound: Sequence[str] = doers.get(facts.profile, doers["default"])
    return bound


def _overlooked(document: Document, each: Considered) -> str:
    return f"{told_at(document, each.span)}：{each.why}。"
