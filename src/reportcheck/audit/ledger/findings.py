"""The sheets of findings that people have looked at: waived ones, and what reviewers made of the others."""

from collections.abc import Sequence

from reportcheck.audit.ledger.parts import FILE, NAME, NUMBER, UNIT, numbered
from reportcheck.audit.precision import Precision
from reportcheck.audit.store import Store
from reportcheck.audit.words import place
from reportcheck.audit.workbook import Column, Table
from reportcheck.reporters.wording import SEVERITIES


def waived(store: Store) -> Table:
    """Return the findings that do not count because somebody waived them."""
    query = f"""
        SELECT {NAME}, f.rule, rule.title, f.severity, f.message, r.format, f.line, f.page, f.quote, f.suppression, f.path
        FROM finding f JOIN report r ON r.path = f.path LEFT JOIN submission s ON s.path = f.path
        LEFT JOIN rule ON rule.ruleset = r.ruleset AND rule.id = f.rule WHERE f.suppression IS NOT NULL ORDER BY f.path, f.number
    """  # noqa: S608 - our own words
    rows = [
        (unit, rule, title, SEVERITIES[severity], message, place(line, page, form), quote, suppression, path)
        for unit, rule, title, severity, message, form, line, page, quote, suppression, path in store.rows(query)
    ]
    columns = (
        *(NUMBER, UNIT, Column("规则编号", 20), Column("规则", 22), Column("级别", 8, "center"), Column("问题", 44)),
        *(Column("位置", 11, "center"), Column("原文", 36), Column("豁免理由和批准人", 36), FILE),
    )
    return Table("豁免", "已豁免的问题", columns, numbered(rows))


def reviewed(measured: Sequence[Precision]) -> Table:
    """Return what reviewers made of each rule's findings."""
    rows = [
        (m.rule, m.title, m.found, m.accepted, m.rejected, m.split, m.share, *(m.interval or (None, None))) for m in measured
    ]
    columns = (
        *(NUMBER, Column("规则编号", 24), Column("规则", 30), Column("问题数", 9, "count"), Column("属实", 8, "count"), Column("不属实", 8, "count")),
        *(Column("意见不一", 9, "count"), Column("准确率", 9, "precise"), Column("下限", 9, "precise"), Column("上限", 9, "precise")),
    )
    note = "准确率＝属实÷（属实＋不属实）；下限、上限是95%置信区间（Wilson），复核得越少，区间越宽。"
    return Table("复核", "人工复核测得的准确率", columns, numbered(rows), note)
