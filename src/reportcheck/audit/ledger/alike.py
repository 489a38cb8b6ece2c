"""The sheet of the pairs of reports that share passages."""

from reportcheck.audit.ledger.parts import NAME, NUMBER, numbered
from reportcheck.audit.store import Store
from reportcheck.audit.words import OVERLAPS, place
from reportcheck.audit.workbook import Column, Table

_PASSAGE = 150


def alike(store: Store) -> Table:
    """Return the pairs of reports that share more than common stock, with the longest passage of each."""
    names = dict(store.rows(f"SELECT r.path, {NAME} FROM report r LEFT JOIN submission s ON s.path = r.path"))  # noqa: S608
    forms = dict(store.rows("SELECT path, format FROM report"))
    groups = dict(store.rows("SELECT path, min(id) FROM cluster GROUP BY path"))
    query = """
        SELECT o.a, o.b, o.kind, o.shared, o.share_a, o.share_b, o.figures, o.same_figures, p.a_line, p.a_page, p.a_text, p.b_line, p.b_page, p.b_text
        FROM overlap o LEFT JOIN longest_passage p ON p.a = o.a AND p.b = o.b
        ORDER BY o.kind DESC, max(o.share_a, o.share_b) DESC, o.a, o.b
    """
    rows = []
    for a, b, kind, shared, share_a, share_b, figures, same, a_line, a_page, a_text, b_line, b_page, b_text in store.rows(query):
        one = (names.get(a, a), place(a_line, a_page, forms.get(a, "text")), _shortened(a_text))
        other = (names.get(b, b), place(b_line, b_page, forms.get(b, "text")), _shortened(b_text))
        group = groups.get(a) if kind == "units" else None
        rows.append((one[0], other[0], OVERLAPS[kind], group, shared, share_a, share_b, f"{same}/{figures}" if figures else "", *one[1:], *other[1:], a, b))
    columns = (
        *(NUMBER, Column("甲", 18), Column("乙", 18), Column("比的是", 12, "center"), Column("组", 5, "count"), Column("相同句数", 7, "count")),
        *(Column("占甲", 7, "share"), Column("占乙", 7, "share"), Column("相同数字", 8, "center"), Column("甲的位置", 10, "center"), Column("甲的原文（最长一段）", 36)),
        *(Column("乙的位置", 10, "center"), Column("乙的原文（最长一段）", 36), Column("甲的文件", 20), Column("乙的文件", 20)),
    )
    note = "只是线索：已经去掉各单位通用的套话，比例按各自其余的内容算。“相同数字”是相同的句子里有多少个数字也一样（12/15 是15个里有12个），各写各的一般不会一样。相同不等于抄袭，可能同出一稿，也可能引用了同一份文件，请对照原文判断。"
    return Table("雷同线索", "雷同线索", columns, numbered(rows), note)


def _shortened(words: str | None) -> str:
    return words if words and len(words) <= _PASSAGE else f"{(words or '')[:_PASSAGE]}……" if words else ""
