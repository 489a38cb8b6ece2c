"""What a supervisor wants to know first, in a few lines."""

from collections.abc import Iterator

from reportcheck.audit.run import Tally
from reportcheck.audit.store import Store

_MOST_MISSED = 5
_COUNTED = "type <> 'other' AND path NOT IN (SELECT path FROM submission WHERE state IN ('superseded', 'duplicate'))"
_STATES = {"on_time": "按时", "late": "迟报", "wrong_year": "年度不符", "undated": "日期不明"}


def summary(store: Store, tally: Tally) -> str:
    """Return the outcome of a run in Chinese."""
    return "".join(f"{line}\n" for line in [*_work(store, tally), *_scores(store), *_submissions(store), *_missed(store)])


def _work(store: Store, tally: Tally) -> Iterator[str]:
    yield f"共{tally.found}份：本次检查{tally.checked}份，没有变化的{tally.known}份沿用上次结果。"
    if tally.gone:
        yield f"上次有、这次不在的{tally.gone}份，已从库里取下。"
    if tally.failures:
        yield f"读不了的{len(tally.failures)}份（见“未检查”）。"
    ((others,),) = store.rows("SELECT count(*) FROM report WHERE type = 'other'")
    if others:
        yield f"不是法治政府建设年度报告的{others}份。"


def _scores(store: Store) -> Iterator[str]:
    """Tell of each year by itself: a store keeps earlier ones."""
    query = f"SELECT year, count(percent), avg(percent), min(percent), max(percent) FROM report WHERE {_COUNTED} GROUP BY year ORDER BY year DESC"  # noqa: S608 - our own
    for year, count, mean, low, high in store.rows(query):
        if count:
            grades = store.rows(
                f"SELECT grade, count(*) FROM report WHERE {_COUNTED} AND year IS ? GROUP BY grade ORDER BY avg(percent) DESC, grade",  # noqa: S608 - our own
                (year,),
            )
            told = "，".join(f"{grade}{number}份" for grade, number in grades)
            yield f"{_year(year)}：{count}份，平均得分{mean:.1f}（最低{low:.1f}，最高{high:.1f}）；{told}。"


def _year(year: int | None) -> str:
    return "年度不明" if year is None else f"{year}年度"


def _submissions(store: Store) -> Iterator[str]:
    ((units,),) = store.rows("SELECT count(*) FROM unit")
    if not units:
        return
    ((missing,),) = store.rows("SELECT count(*) FROM unit WHERE name NOT IN (SELECT unit FROM submission WHERE unit IS NOT NULL)")
    counted = dict(store.rows("SELECT state, count(DISTINCT unit) FROM submission GROUP BY state"))
    told = [f"{words}{counted[state]}家" for state, words in _STATES.items() if state in counted]
    yield "，".join([f"应报送{units}家：", *told, f"未报送{missing}家"]).replace("：，", "：") + "。"


def _missed(store: Store) -> Iterator[str]:
    ((year,),) = store.rows(f"SELECT max(year) FROM report WHERE {_COUNTED}")  # noqa: S608 - our own
    query = "SELECT 要求, 不符合, 适用 FROM 要求统计 WHERE 年度 IS ? AND 不符合 > 0 ORDER BY 不符合 DESC, 规则 LIMIT ?"
    rows = store.rows(query, (year, _MOST_MISSED))
    if rows:
        yield f"{_year(year)}最普遍的不足："
        yield from (f"  {title}：{unmet}份不符合（{unmet / asked:.0%}）" for title, unmet, asked in rows)
