"""The first sheet of the ledger: the region in numbers."""

from collections.abc import Iterator
from typing import Any

from reportcheck.audit.ledger_words import STATES
from reportcheck.audit.store import Store
from reportcheck.audit.workbook import Column, Table
from reportcheck.reporters.wording import LEVELS, PROFILES

_MOST_MISSED = 10
_COUNTED = "coalesce(s.state, '') NOT IN ('superseded', 'duplicate', 'other_year') AND r.percent IS NOT NULL AND r.type = 'rule-of-law-report'"
_FROM = f"FROM report r LEFT JOIN submission s ON s.path = r.path WHERE {_COUNTED}"


def overview(store: Store) -> Table:
    """Return counts, scores by kind of body, and what is missed most."""
    lines = [*_counts(store), *_submissions(store), *_scores(store), *_grades(store), *_missed(store)]
    rows = [(number, *line) for number, line in enumerate(lines, 1)]
    columns = (
        *(Column("序号", 6, "count"), Column("项目", 16, "center"), Column("内容", 50), Column("数量", 10, "count")),
        *(Column("占比", 10, "precise"), Column("平均得分", 10, "number"), Column("最低", 9, "number"), Column("最高", 9, "number")),
    )
    return Table("总览", "法治政府建设年度报告审查总览", columns, rows, "得分和要求只统计当年度、各单位最新的一份报告。")


def _counts(store: Store) -> Iterator[tuple[Any, ...]]:
    ((files,),) = store.rows("SELECT count(*) FROM input")
    ((failed,),) = store.rows("SELECT count(*) FROM failure")
    ((others,),) = store.rows("SELECT count(*) FROM report WHERE type <> 'rule-of-law-report'")
    ((counted,),) = store.rows(f"SELECT count(*) {_FROM}")
    for words, count in (("收到的文件", files), ("读不了的文件", failed), ("不是年度报告的文件", others), ("纳入统计的报告", counted)):
        yield ("文件", words, count, None, None, None, None)


def _submissions(store: Store) -> Iterator[tuple[Any, ...]]:
    ((units,),) = store.rows("SELECT count(*) FROM unit")
    ((missing,),) = store.rows("SELECT count(*) FROM missing_unit")
    if units:
        yield ("报送", "应报送单位", units, None, None, None, None)
        yield ("报送", "未报送单位", missing, missing / units, None, None, None)
    told = dict(store.rows("SELECT state, count(*) FROM submission GROUP BY state"))
    for state, words in STATES.items():
        if told.get(state) and state != "not_a_report":
            share = told[state] / units if units and state in ("on_time", "late", "undated") else None
            yield ("报送", f"{words}的报告", told[state], share, None, None, None)


def _scores(store: Store) -> Iterator[tuple[Any, ...]]:
    spread = "count(*), avg(r.percent), min(r.percent), max(r.percent)"
    ((total, *all_scores),) = store.rows(f"SELECT {spread} {_FROM}")
    if not total:
        return
    yield ("得分", "全部报告", total, 1.0, *all_scores)
    order = {level: place for place, level in enumerate(LEVELS)}
    rows = store.rows(f"SELECT r.level, r.profile, {spread} {_FROM} GROUP BY r.level, r.profile")
    for level, profile, count, *scores in sorted(rows, key=lambda row: (order.get(row[0], len(order)), row[1] or "")):
        name = PROFILES.get(profile or "", "")
        words = name if profile in ("township", "zone") else f"{LEVELS.get(level or '', '层级不明的')}{name}"
        yield ("得分", words, count, count / total, *scores)


def _grades(store: Store) -> Iterator[tuple[Any, ...]]:
    rows = store.rows(f"SELECT r.grade, count(*) {_FROM} GROUP BY r.grade ORDER BY avg(r.percent) DESC, r.grade")
    total = sum(count for _, count in rows)
    for grade, count in rows:
        yield ("等次", grade, count, count / total, None, None, None)


def _missed(store: Store) -> Iterator[tuple[Any, ...]]:
    query = f"""
        SELECT rule.title, sum(o.status = 'unmet'), count(*) FROM outcome o JOIN report r ON r.path = o.path
        LEFT JOIN submission s ON s.path = r.path JOIN rule ON rule.ruleset = r.ruleset AND rule.id = o.rule
        WHERE {_COUNTED} AND o.status <> 'not_applicable' AND o.max_points > 0
        GROUP BY o.rule HAVING sum(o.status = 'unmet') > 0 ORDER BY 2 DESC, o.rule LIMIT ?
    """  # noqa: S608 - our own words
    for title, unmet, asked in store.rows(query, (_MOST_MISSED,)):
        yield ("最常缺的要求", title, unmet, unmet / asked, None, None, None)
