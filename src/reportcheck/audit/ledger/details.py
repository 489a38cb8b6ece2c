"""The sheet with one row for every report."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from reportcheck.audit import dimensions
from reportcheck.audit.ledger.parts import FILE, NAME, NUMBER, UNIT
from reportcheck.audit.store import Store
from reportcheck.audit.words import DATES, MATCHES, state
from reportcheck.audit.workbook import Column, Table
from reportcheck.reporters.wording import LEVELS, PROFILES

_MAX_FAULTS = 12


def details(store: Store) -> Table:
    """Return one row for every report that counts, with what it lacks."""
    parts, shares = dimensions.titles(store), dimensions.shares(store)
    faults = _faults(store)
    query = f"""
        SELECT r.path, {NAME}, u.parent, coalesce(u.level, r.level), r.profile, r.year, r.percent, r.grade, r.errors, r.warnings, r.infos,
          s.state, s.on_date, s.date_from, s.due, s.matched_by, u.name IS NOT NULL, r.type
        FROM report r LEFT JOIN submission s ON s.path = r.path LEFT JOIN unit u ON u.name = s.unit
        ORDER BY r.year IS NULL, r.year DESC, u.name IS NULL, u.parent, 2, r.path
    """  # noqa: S608 - our own words
    rows = []
    for number, (path, unit, parent, level, profile, year, percent, grade, *counts_and_more) in enumerate(store.rows(query), 1):
        counts, (sent_state, on_date, date_from, due, by, listed, kind) = counts_and_more[:3], counts_and_more[3:]
        scored = percent is not None and kind != "other"
        head = (number, unit, parent, LEVELS.get(level or "", ""), PROFILES.get(profile or "", ""), None if year is None else str(year))
        score = (percent, grade, *counts) if scored else (None, "不评分", None, None, None)
        reached = [shares.get(path, {}).get(each) if scored else None for each in parts]
        sent = (state(sent_state, date_from), on_date, DATES.get(date_from or "", ""), due, MATCHES.get(by or "", "") if listed or by else "")
        rows.append((*head, *score, *reached, faults.get(path, ""), *sent, path))
    columns = (
        *(NUMBER, UNIT, Column("上级", 14), Column("层级", 7, "center"), Column("类别", 7, "center"), Column("年度", 6, "center")),
        *(Column("得分", 6.5, "number"), Column("等次", 7.5, "center"), Column("必须改", 7, "count"), Column("应当改", 7, "count"), Column("可改进", 7, "count")),
        *(Column(title, 7, "share") for title in parts.values()),
        *(Column("必须改的问题", 30), Column("报送情况", 14, "center"), Column("日期", 11, "center"), Column("日期来源", 9, "center")),
        *(Column("期限", 11, "center"), Column("怎样对应到单位", 9, "center"), FILE),
    )
    note = (
        "得分后面各列是每一部分得到的比例，空格是不考核。迟报按发布日期、成文日期、文件日期中最先有的一个判断：发布日期与公开期限（4月1日）比，"
        "其余与报送期限比；页面可能是转载，文件日期会因复制而变，只凭它认定的写“待核实”。"
    )
    return Table("明细", "报告明细", columns, rows, note)


def _faults(store: Store) -> Mapping[str, str]:
    """Return what must be mended in each report: the rules' titles, how often."""
    query = """
        SELECT f.path, rule.title FROM finding f JOIN report r ON r.path = f.path
        JOIN rule ON rule.ruleset = r.ruleset AND rule.id = f.rule
        WHERE f.severity = 'error' AND f.suppression IS NULL ORDER BY f.path, f.number
    """
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path, title in store.rows(query):
        told[path][title] += 1
    return {path: _listed(titles) for path, titles in told.items()}


def _listed(titles: Counter[str]) -> str:
    words = [f"{title}（{count}处）" if count > 1 else title for title, count in titles.items()]
    more = f"；等{len(words)}类" if len(words) > _MAX_FAULTS else ""
    return "；".join(words[:_MAX_FAULTS]) + more
