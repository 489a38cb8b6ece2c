"""The sheets of what is not there: files that were not judged, units that did not submit."""

from collections import defaultdict

from reportcheck.audit.ledger.parts import NUMBER, UNIT, numbered
from reportcheck.audit.store import Store
from reportcheck.audit.workbook import Column, Table
from reportcheck.reporters.wording import LEVELS, SUBJECTS


def unchecked(store: Store) -> Table:
    """Return what was not judged: files that could not be read, and what is no such report."""
    rows = [("读不了", path, message) for path, message in store.rows("SELECT path, message FROM failure ORDER BY path")]
    query = """
        SELECT r.path, r.title, f.message FROM report r LEFT JOIN finding f ON f.path = r.path AND f.number = 1
        WHERE r.type <> 'rule-of-law-report' ORDER BY r.path
    """
    rows += [("不是年度报告", path, "".join((message or "", f"标题：{title}" if title else ""))) for path, title, message in store.rows(query)]
    columns = (NUMBER, Column("情况", 14, "center"), Column("文件", 60), Column("原因", 80))
    return Table("未检查", "没有检查的文件", columns, numbered(rows))


def missing(store: Store) -> Table:
    """Return the units that owe a report, with what they sent instead."""
    query = """
        SELECT unit, state, r.year, s.path FROM submission s JOIN report r ON r.path = s.path
        WHERE unit IS NOT NULL AND state IN ('wrong_year', 'other_year', 'not_a_report') ORDER BY unit, s.path
    """
    instead: defaultdict[str, list[str]] = defaultdict(list)
    for unit, sent, year, path in store.rows(query):
        words = {"wrong_year": f"交来的是{year}年度报告", "other_year": f"有往年（{year}年度）的报告", "not_a_report": "交来的不是年度报告"}
        instead[unit].append(f"{words[sent]}：{path}")
    listed = store.rows("SELECT name, region, level, subject, parent, year, due, contact FROM missing_unit ORDER BY parent, name")
    rows = [
        (name, region, LEVELS.get(level or "", ""), SUBJECTS.get(subject or "", ""), parent, year and str(year), due, contact, "\n".join(instead[name]))
        for name, region, level, subject, parent, year, due, contact in listed
    ]
    columns = (
        *(NUMBER, UNIT, Column("地区", 14), Column("层级", 8, "center"), Column("类别", 10, "center"), Column("上级", 20)),
        *(Column("应报年度", 9, "center"), Column("期限", 12, "center"), Column("联系人", 20), Column("说明", 44)),
    )
    known = store.rows("SELECT count(*) FROM unit")[0][0]
    note = "名册列明、没有交来当年度报告的单位；没有写明报送期限的，按单位类别推定。" if known else "这次没有用名册（--roster），不知道哪些单位应当报送。"
    return Table("未报送", "未报送单位", columns, numbered(rows), note)
