"""The sheet of the reports to read first."""

from reportcheck.audit.ledger.parts import FILE, NAME, NUMBER, UNIT
from reportcheck.audit.store import Store
from reportcheck.audit.words import place
from reportcheck.audit.workbook import Column, Table


def first(store: Store) -> Table:
    """Return the reports that a person should read first."""
    query = f"""
        SELECT {NAME}, t.value, t.reason, r.format, t.line, t.page, t.quote, t.path
        FROM triage t JOIN report r ON r.path = t.path LEFT JOIN submission s ON s.path = t.path ORDER BY t.rank
    """  # noqa: S608 - our own words
    rows = [
        (number, unit, value, "\n".join(reason.split("；")), place(line, page, form), quote or "", path)
        for number, (unit, value, reason, form, line, page, quote, path) in enumerate(store.rows(query), 1)
    ]
    columns = (NUMBER, UNIT, Column("分量", 7, "number"), Column("为什么先看", 60), Column("从哪里看起", 11, "center"), Column("原文", 44), FILE)
    note = "分量是各条理由的分量之和，越大越可能查出问题；分量只用来排先后，不是评价。"
    return Table("先看", f"先看这{len(rows)}份", columns, rows, note)
