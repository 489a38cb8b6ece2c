"""Reasons for which a person should read a report: each with its weight, its words and the place to begin at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportcheck.audit.precision import trust_in_rules
from reportcheck.audit.store import Store
from reportcheck.audit.subjects import Subject, peers
from reportcheck.reporters.wording import number

_SHOWN = 3


class Signal(NamedTuple):
    """One reason; values of several add up."""

    path: str
    value: float
    reason: str
    rule: str | None = None
    line: int | None = None
    page: int | None = None
    quote: str | None = None


class _Kind(NamedTuple):
    """Findings that are read for their own sake: rules, what one of them is worth, all at most, and what they are called."""

    rules: tuple[str, ...]
    each: float
    most: float
    words: str


_KINDS = (
    _Kind(("figures.",), 3.0, 6.0, "数字自相矛盾"),
    _Kind(("privacy.",), 4.0, 6.0, "有不宜公开的内容"),
    _Kind(("wording.placeholder", "wording.date", "wording.year", "citation."), 1.5, 3.0, "有文字硬伤"),
)
_SEVERITY = {"error": 1.0, "warning": 0.5}


def all_signals(store: Store, found: Sequence[Subject]) -> Iterator[Signal]:
    """Yield every reason for every report."""
    yield from outliers(store, found)
    yield from contradictions(store, found)
    yield from likely_copies(store, found)
    yield from repeated_from_last_year(store, found)
    yield from near_a_grade(store, found)
    yield from thin_evidence(store, found)
    yield from doubtful_facts(store, found)


def outliers(store: Store, found: Sequence[Subject]) -> Iterator[Signal]:
    """Yield what scores far less than its peers, and what scores high with few words."""
    group = peers(found)
    begins = _first_findings(store)
    for each in found:
        if each.path not in group or each.percent is None:
            continue
        among = group[each.path]
        distance = (among.median - each.percent) / among.spread
        who = f"{among.total}份{among.name}"
        if distance >= 2:  # noqa: PLR2004 - two standard deviations
            reason = f"得分{number(each.percent)}，远低于{who}的中位数{number(among.median)}"
            yield Signal(each.path, min(2 * (distance - 1), 6.0), reason, *begins.get(each.path, ()))
        elif each.percent >= max(among.upper, among.median) and each.chinese < among.short:
            reason = f"得分{number(each.percent)}进入{who}的前四分之一，正文却只有{each.chinese}字，属最短的一成"
            yield Signal(each.path, 3.0, reason, None, 1, None, each.title)


def contradictions(store: Store, found: Sequence[Subject]) -> Iterator[Signal]:
    """Yield findings worth reading for their own sake; what reviewers often reject counts for less."""
    trust = trust_in_rules(store)
    query = """
        SELECT path, rule, severity, line, page, quote FROM finding
        WHERE suppression IS NULL AND severity IN ('error', 'warning') AND substr(rule, 1, instr(rule, '.')) IN (?, ?, ?, ?)
        ORDER BY path, number
    """
    wanted = {each.path: each for each in found}
    told: defaultdict[tuple[str, int], list[tuple[str, float, int | None, int | None, str | None]]] = defaultdict(list)
    groups = sorted({f"{rule.partition('.')[0]}." for each in _KINDS for rule in each.rules})
    for path, rule, severity, line, page, quote in store.rows(query, groups):
        kind = next((n for n, each in enumerate(_KINDS) if rule.startswith(each.rules)), None)
        if kind is not None and path in wanted:
            told[path, kind].append((rule, _KINDS[kind].each * _SEVERITY[severity] * trust.get(rule, 1.0), line, page, quote))
    for (path, number_of_kind), findings in sorted(told.items()):
        kind_of = _KINDS[number_of_kind]
        rule, _, line, page, quote = max(findings, key=lambda each: each[1])
        value = min(sum(each[1] for each in findings), kind_of.most)
        yield Signal(path, value, f"{kind_of.words}{len(findings)}处{_lines(wanted[path].format, (each[2] for each in findings))}", rule, line, page, quote)


def likely_copies(store: Store, found: Sequence[Subject]) -> Iterator[Signal]:
    """Yield the nearest likeness to another unit's report; of a group that is alike, the rest counts half."""
    query = """
        SELECT o.a, o.b, o.share_a, o.share_b, p.a_line, p.a_page, p.a_text, p.b_line, p.b_page, p.b_text
        FROM overlap o LEFT JOIN overlap_passage p ON p.a = o.a AND p.b = o.b AND p.number = (
          SELECT number FROM overlap_passage q WHERE q.a = o.a AND q.b = o.b ORDER BY length(a_text) DESC, number LIMIT 1)
        WHERE o.kind = 'units' ORDER BY max(o.share_a, o.share_b) DESC, o.a, o.b
    """
    wanted = {each.path for each in found}
    names = dict(store.rows("SELECT path, coalesce(issuer, region, path) FROM report"))
    groups = dict(store.rows("SELECT path, min(id) FROM cluster GROUP BY path"))
    seen: dict[str, int] = {}
    done: set[str] = set()
    for a, b, share_a, share_b, *places in store.rows(query):
        for path, other, share, place in ((a, b, share_a, places[:3]), (b, a, share_b, places[3:])):
            if path not in wanted or path in done:
                continue
            done.add(path)
            group = groups.get(path, path)
            seen[group] = seen.get(group, 0) + 1
            value = (2 + 6 * share) / (1 if seen[group] <= 2 else 2)  # noqa: PLR2004 - a pair is read together
            reason = f"自有内容有{share:.0%}与{names[other]}的报告相同"
            yield Signal(path, value, reason, None, *place)


def repeated_from_last_year(store: Store, found: Sequence[Subject]) -> Iterator[Signal]:
    """Yield likeness to the unit's own last report, problems told again, and figures that leapt."""
    wanted = {each.path: each for each in found}
    own = "SELECT a, max(share_a), count(*) FROM overlap WHERE kind = 'own_year' AND share_a >= 0.5 GROUP BY a ORDER BY a"
    for path, share, _ in store.rows(own):
        if path in wanted:
            place = store.rows("SELECT a_line, a_page, a_text FROM overlap_passage WHERE a = ? ORDER BY length(a_text) DESC, b, number LIMIT 1", (path,))
            yield Signal(path, 4 * share, f"自有内容有{share:.0%}与本单位上年报告相同", None, *(place[0] if place else ()))
    query = "SELECT path, line, text FROM follow_up WHERE kind = ? AND state IN (?, ?) ORDER BY path, number"
    for kind, states, each, words in (
        ("problem", ("repeated", "repeated"), 1.0, "存在的不足照搬上年{}条"),
        ("figure", ("fell", "jumped"), 0.5, "与上年比大起大落的数字{}个"),
    ):
        for path, rows in _by_path(store.rows(query, (kind, *states))).items():
            if path in wanted:
                reason = words.format(len(rows)) + _lines(wanted[path].format, (line for line, _ in rows))
                yield Signal(path, min(each * len(rows), 3 * each), reason, None, rows[0][0], None, rows[0][1])


def near_a_grade(store: Store, found: Sequence[Subject]) -> Iterator[Signal]:
    """Yield what one point would grade differently, with a requirement that was met in part."""
    lines: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for ruleset, title, least in store.rows("SELECT ruleset, title, at_least FROM grade WHERE at_least > 0 ORDER BY ruleset, at_least"):
        lines[ruleset].append((title, least))
    for each in found:
        if not each.is_report or each.percent is None:
            continue
        near = [(abs(each.percent - least), title, least) for title, least in lines[each.ruleset] if abs(each.percent - least) < 1]
        if near:
            distance, title, least = min(near)
            side = "超过" if each.percent >= least else "差"
            reason = f"得分{each.percent:.2f}，只{side}“{title}”线{number(least)}分{distance:.2f}分，一处判断就会改变等次"
            yield Signal(each.path, 1.5 * (1 - distance), reason, *_half_met(store, each.path))


def thin_evidence(store: Store, found: Sequence[Subject]) -> Iterator[Signal]:
    """Yield reports most of whose requirements are only named, so that much hangs on how a phrase is read."""
    query = """
        SELECT path, sum(strength = 'mention'), count(*) FROM outcome
        WHERE strength IN ('mention', 'act', 'figure') GROUP BY path HAVING count(*) >= 10 AND sum(strength = 'mention') * 2 >= count(*)
    """
    thin = {path: (named, total) for path, named, total in store.rows(query)}
    for each in found:
        if each.is_report and each.path in thin:
            named, total = thin[each.path]
            reason = f"写到的{total}项要求里有{named}项只是提到，没有举措或数据"
            yield Signal(each.path, 1.0 + named / total, reason, *_half_met(store, each.path))


def doubtful_facts(store: Store, found: Sequence[Subject]) -> Iterator[Signal]:
    """Yield what the program is not sure of: whose report it is, on which year, whether it is one at all."""
    begins = _first_findings(store)
    for each in found:
        place = begins.get(each.path, ())
        if not each.is_report:
            yield Signal(each.path, 2.0, "不像法治政府建设年度报告，没有评分，要由人认定", *place)
            continue
        unknown = [name for name, value in (("报告机关", each.issuer), ("地区", each.region), ("年度", each.year), ("成文日期", each.signed_on)) if value is None]
        if "年度" in unknown or len(unknown) > 1:
            yield Signal(each.path, 0.5 * len(unknown) + ("年度" in unknown), f"正文没有写明{'、'.join(unknown)}", None, 1, None, each.title)
        for value, reason in _of_the_list(each):
            yield Signal(each.path, value, reason, None, 1, None, each.title)


def _of_the_list(each: Subject) -> Iterator[tuple[float, str]]:
    if each.state == "wrong_year":
        yield 2.0, f"交来的是{each.year}年度报告，年度不符"
    if each.state == "unknown_unit":
        yield 1.0, "名册里有几个同名单位，分不清是谁的" if each.matched_by == "ambiguous" else "名册里没有这个单位"
    if each.matched_by in ("filename", "folder"):
        yield 0.5, "只凭文件名或文件夹名认出是谁的报告"


def _first_findings(store: Store) -> Mapping[str, tuple[str, int | None, int | None, str | None]]:
    query = """
        SELECT path, rule, line, page, quote, min(number) FROM finding WHERE suppression IS NULL GROUP BY path
    """  # with one min(), SQLite takes the other columns from its row
    return {path: (rule, line, page, quote) for path, rule, line, page, quote, _ in store.rows(query)}


def _half_met(store: Store, path: str) -> tuple[str | None, int | None, int | None, str | None]:
    query = """
        SELECT o.rule, e.line, e.page, e.quote FROM outcome o JOIN evidence e ON e.path = o.path AND e.rule = o.rule
        WHERE o.path = ? AND o.status = 'partial' ORDER BY o.max_points - o.points DESC, o.rule, e.number LIMIT 1
    """
    rows = store.rows(query, (path,))
    return rows[0] if rows else (None, None, None, None)


def _by_path(rows: Iterable[tuple[str, int | None, str | None]]) -> dict[str, list[tuple[int | None, str | None]]]:
    told: defaultdict[str, list[tuple[int | None, str | None]]] = defaultdict(list)
    for path, line, text in rows:
        told[path].append((line, text))
    return told


def _lines(form: str, lines: Iterable[int | None]) -> str:
    known = sorted({line for line in lines if line is not None})
    more = "等" if len(known) > _SHOWN else ""
    unit = "行" if form in ("text", "markdown") else "段"
    return f"（第{'、'.join(map(str, known[:_SHOWN]))}{unit}{more}）" if known else ""
