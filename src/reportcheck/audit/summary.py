"""What a supervisor wants to know first, in a few lines."""

from collections.abc import Iterator

from reportcheck.audit import words
from reportcheck.audit.current_year import current_year
from reportcheck.audit.requirements import most_missed, requirements
from reportcheck.audit.run import Tally
from reportcheck.audit.standing import COUNTED, JOINED, SUBMITTED
from reportcheck.audit.store import Store

_MOST_MISSED = 5
_ASIDE = ("unknown_unit", "superseded", "duplicate", "other_year")


def summary(store: Store, tally: Tally) -> str:
    """Return the outcome of a run in Chinese."""
    year = current_year(store)
    lines = [*_work(store, tally), *_submissions(store), *_scores(store, year), *_missed(store, year), *_clues(store)]
    return "".join(f"{line}\n" for line in lines)


def _work(store: Store, tally: Tally) -> Iterator[str]:
    known = f"，没有变化的{tally.known}份沿用上次结果" if tally.known else ""
    yield f"共{tally.found}份：本次检查{tally.checked}份{known}。"
    if tally.gone:
        yield f"上次有、这次不在的{tally.gone}份，已从库里取下。"
    if tally.failures:
        yield f"读不了的{len(tally.failures)}份（见“未检查”）。"
    ((others,),) = store.rows("SELECT count(*) FROM report WHERE type = 'other'")
    if others:
        yield f"不是法治政府建设年度报告的{others}份。"


def _submissions(store: Store) -> Iterator[str]:
    counted = dict(store.rows("SELECT state, count(*) FROM submission GROUP BY state"))
    ((units,),) = store.rows("SELECT count(*) FROM unit")
    if units:
        ((missing,),) = store.rows("SELECT count(*) FROM missing_unit")
        told = [f"{words.STATES[state]}{counted[state]}家" for state in SUBMITTED if state in counted]
        yield f"应报送{units}家：{'，'.join([*told, f'{words.MISSING}{missing}家'])}。{_doubts(store)}"
    aside = [f"{words.STATES[state]}的{counted[state]}份" for state in _ASIDE if state in counted]
    if aside:
        yield f"另有{'、'.join(aside)}。"


def _doubts(store: Store) -> str:
    ((strays,),) = store.rows("SELECT count(DISTINCT unit) FROM submission WHERE state = 'wrong_year'")
    ((unsure,),) = store.rows("SELECT count(*) FROM submission WHERE state = 'late' AND date_from = 'file_date'")
    wrong = f"未报送的有{strays}家交来的是别的年度。" if strays else ""
    return wrong + (f"迟报的有{unsure}份只凭文件日期认定，请核实。" if unsure else "")


def _scores(store: Store, current: int | None) -> Iterator[str]:
    """Tell of each year by itself: a store keeps earlier ones."""
    of_year = f"FROM {JOINED} WHERE {COUNTED} AND coalesce(r.year, ?1) IS ?2"
    years = store.rows(f"SELECT DISTINCT coalesce(r.year, ?) FROM {JOINED} WHERE {COUNTED} ORDER BY 1 DESC", (current,))  # noqa: S608 - our own words
    for (year,) in years:
        ((count, mean, low, high),) = store.rows(f"SELECT count(*), avg(r.percent), min(r.percent), max(r.percent) {of_year}", (current, year))
        grades = store.rows(f"SELECT r.grade, count(*) {of_year} GROUP BY r.grade ORDER BY avg(r.percent) DESC, r.grade", (current, year))
        told = "，".join(f"{grade}{number}份" for grade, number in grades)
        yield f"{_year(year)}：{count}份，平均得分{mean:.1f}（最低{low:.1f}，最高{high:.1f}）；{told}。"


def _year(year: int | None) -> str:
    return "年度不明" if year is None else f"{year}年度"


def _missed(store: Store, year: int | None) -> Iterator[str]:
    found = most_missed(requirements(store, year), _MOST_MISSED)
    if found:
        yield f"{_year(year)}最常做不到的要求："
        yield from (f"  {each.title}：{each.shortfall}" for each in found)


def _clues(store: Store) -> Iterator[str]:
    pairs = dict(store.rows("SELECT kind, count(*) FROM overlap GROUP BY kind"))
    told = [f"{name}的{pairs[kind]}对" for kind, name in words.OVERLAPS.items() if kind in pairs]
    if told:
        yield f"雷同线索：{'，'.join(told)}。"
