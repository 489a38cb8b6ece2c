"""The first sheet of the ledger: the region in numbers."""

from collections.abc import Iterator
from typing import Any

from reportcheck.audit.current_year import current_year
from reportcheck.audit.requirements import most_missed, requirements
from reportcheck.audit.standing import COUNTED_IN_YEAR, JOINED, SUBMITTED
from reportcheck.audit.store import Store
from reportcheck.audit.words import MISSING, STATES
from reportcheck.audit.workbook import Column, Table
from reportcheck.reporters.wording import LEVELS, PROFILES

_MOST_MISSED = 10
_FROM = f"FROM {JOINED} WHERE {COUNTED_IN_YEAR}"


def overview(store: Store) -> Table:
    """Return counts, scores by kind of body, and what is missed most."""
    year = current_year(store)
    lines = [*_counts(store, year), *_submissions(store), *_scores(store, year), *_grades(store, year), *_missed(store, year)]
    rows = [(number, *line) for number, line in enumerate(lines, 1)]
    columns = (
        *(Column("序号", 6, "count"), Column("项目", 16, "center"), Column("内容", 50), Column("数量", 10, "count")),
        *(Column("占比", 10, "precise"), Column("平均得分", 10, "number"), Column("最低", 9, "number"), Column("最高", 9, "number")),
    )
    only = "当年度" if year is None else f"{year}年度"
    note = f"得分、等次和要求只统计{only}、各单位最新的一份报告；最常做不到的要求按不符合和部分符合（折半）的份数排列。"
    return Table("总览", "法治政府建设年度报告审查总览", columns, rows, note)


def _counts(store: Store, year: int | None) -> Iterator[tuple[Any, ...]]:
    ((files,),) = store.rows("SELECT count(*) FROM input")
    ((failed,),) = store.rows("SELECT count(*) FROM failure")
    ((others,),) = store.rows("SELECT count(*) FROM report WHERE type <> 'rule-of-law-report'")
    ((counted,),) = store.rows(f"SELECT count(*) {_FROM}", (year,))
    for words, count in (("收到的文件", files), ("读不了的文件", failed), ("不是年度报告的文件", others), ("纳入统计的报告", counted)):
        yield ("文件", words, count, None, None, None, None)


def _submissions(store: Store) -> Iterator[tuple[Any, ...]]:
    ((units,),) = store.rows("SELECT count(*) FROM unit")
    ((missing,),) = store.rows("SELECT count(*) FROM missing_unit")
    if units:
        yield ("报送", "应报送单位", units, None, None, None, None)
        yield ("报送", f"{MISSING}单位", missing, missing / units, None, None, None)
    told = dict(store.rows("SELECT state, count(*) FROM submission GROUP BY state"))
    for state, words in STATES.items():
        if told.get(state) and state != "not_a_report":
            share = told[state] / units if units and state in SUBMITTED else None
            yield ("报送", f"{words}的报告", told[state], share, None, None, None)


def _scores(store: Store, year: int | None) -> Iterator[tuple[Any, ...]]:
    spread = "count(*), avg(r.percent), min(r.percent), max(r.percent)"
    ((total, *all_scores),) = store.rows(f"SELECT {spread} {_FROM}", (year,))
    if not total:
        return
    yield ("得分", "全部报告", total, 1.0, *all_scores)
    order = {level: place for place, level in enumerate(LEVELS)}
    rows = store.rows(f"SELECT r.level, r.profile, {spread} {_FROM} GROUP BY r.level, r.profile", (year,))
    for level, profile, count, *scores in sorted(rows, key=lambda row: (order.get(row[0], len(order)), row[1] or "")):
        name = PROFILES.get(profile or "", "")
        words = name if profile in ("township", "zone") else f"{LEVELS.get(level or '', '层级不明的')}{name}"
        yield ("得分", words, count, count / total, *scores)


def _grades(store: Store, year: int | None) -> Iterator[tuple[Any, ...]]:
    rows = store.rows(f"SELECT r.grade, count(*) {_FROM} GROUP BY r.grade ORDER BY avg(r.percent) DESC, r.grade", (year,))
    total = sum(count for _, count in rows)
    for grade, count in rows:
        yield ("等次", grade, count, count / total, None, None, None)


def _missed(store: Store, year: int | None) -> Iterator[tuple[Any, ...]]:
    for each in most_missed(requirements(store, year), _MOST_MISSED):
        partly = f"（另有{each.partial}份部分符合）" if each.partial else ""
        yield ("最常做不到的要求", f"{each.title}{partly}", each.unmet, each.missed, None, None, None)
