"""The ledger (台账): one workbook with everything that a supervisor files, sends out or follows up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reportcheck.audit.ledger_words import DATES, KINDS, MATCHES, STATES
from reportcheck.audit.overview import overview
from reportcheck.audit.precision import precisions
from reportcheck.audit.review import place_words
from reportcheck.audit.store import Store
from reportcheck.audit.workbook import Book, Column, Table
from reportcheck.errors import UsageError
from reportcheck.reporters.wording import LEVELS, PROFILES, SEVERITIES, SUBJECTS

_MAX_FAULTS = 12
_PASSAGE = 150
_NUMBER = Column("序号", 6, "count")
_UNIT = Column("单位", 20)
_FILE = Column("文件", 24)
_NAME = "coalesce(s.unit, r.issuer, r.region, '（机关不明）')"


def write(store: Store, path: str | Path) -> None:
    """Write the ledger; the same store gives the same bytes."""
    book = Book("法治政府建设年度报告审查台账")
    tables = (overview(store), first(store), details(store), unchecked(store), missing(store), alike(store), waived(store))
    for table in tables:
        book.add(table)
    measured = precisions(store)
    if measured:
        book.add(reviewed(store))
    try:
        Path(path).write_bytes(book.bytes())
    except OSError as error:
        raise UsageError(f"写不了台账（{error.strerror or error}）", where=str(path), remedy="请检查文件夹是否存在、台账是否正被打开") from None


def first(store: Store) -> Table:
    """Return the reports that a person should read first."""
    query = f"""
        SELECT {_NAME}, t.value, t.reason, r.format, t.line, t.page, t.quote, t.path
        FROM triage t JOIN report r ON r.path = t.path LEFT JOIN submission s ON s.path = t.path ORDER BY t.rank
    """  # noqa: S608 - our own words
    rows = [
        (number, unit, value, "\n".join(reason.split("；")), place_words(form, line, page), quote or "", path)
        for number, (unit, value, reason, form, line, page, quote, path) in enumerate(store.rows(query), 1)
    ]
    columns = (_NUMBER, _UNIT, Column("分量", 7, "number"), Column("为什么先看", 60), Column("从哪里看起", 11, "center"), Column("原文", 44), _FILE)
    note = "分量是各条理由的分量之和，越大越可能查出问题；分量只用来排先后，不是评价。"
    return Table("先看", f"先看这{len(rows)}份", columns, rows, note)


def details(store: Store) -> Table:
    """Return one row for every report that counts, with what it lacks."""
    dimensions = _dimensions(store)
    shares = _shares(store)
    faults = _faults(store)
    query = f"""
        SELECT r.path, {_NAME}, u.parent, coalesce(u.level, r.level), r.profile, r.year, r.percent, r.grade, r.errors, r.warnings, r.infos,
          s.state, s.on_date, s.date_from, s.due, s.matched_by, u.name IS NOT NULL, r.type
        FROM report r LEFT JOIN submission s ON s.path = r.path LEFT JOIN unit u ON u.name = s.unit
        ORDER BY r.year IS NULL, r.year DESC, u.name IS NULL, u.parent, 2, r.path
    """  # noqa: S608 - our own words
    rows = []
    for number, (path, unit, parent, level, profile, year, percent, grade, *counts_and_more) in enumerate(store.rows(query), 1):
        counts, (state, on_date, date_from, due, by, listed, kind) = counts_and_more[:3], counts_and_more[3:]
        scored = percent is not None and kind != "other"
        head = (number, unit, parent, LEVELS.get(level or "", ""), PROFILES.get(profile or "", ""), None if year is None else str(year))
        score = (percent, grade, *counts) if scored else (None, "不评分", None, None, None)
        parts = [shares.get((path, each)) if scored else None for each in dimensions]
        sent = (_state(state, date_from), on_date, DATES.get(date_from or "", ""), due, MATCHES.get(by or "", "") if listed or by else "")
        rows.append((*head, *score, *parts, faults.get(path, ""), *sent, path))
    columns = (
        *(_NUMBER, _UNIT, Column("上级", 14), Column("层级", 7, "center"), Column("类别", 7, "center"), Column("年度", 6, "center")),
        *(Column("得分", 6.5, "number"), Column("等次", 7.5, "center"), Column("必须改", 7, "count"), Column("应当改", 7, "count"), Column("可改进", 7, "count")),
        *(Column(title, 7, "share") for title in dimensions.values()),
        *(Column("必须改的问题", 30), Column("报送情况", 9, "center"), Column("日期", 11, "center"), Column("日期来源", 9, "center")),
        *(Column("期限", 11, "center"), Column("怎样对应到单位", 9, "center"), _FILE),
    )
    note = (
        "得分后面各列是每一部分得到的比例，空格是不考核。迟报按发布日期、成文日期、文件日期中最先有的一个判断：发布日期与公开期限（4月1日）比，"
        "其余与报送期限比；页面可能是转载，文件日期会因复制而变，只凭它认定的写“待核实”。"
    )
    return Table("明细", "报告明细", columns, rows, note)


def unchecked(store: Store) -> Table:
    """Return what was not judged: files that could not be read, and what is no such report."""
    rows = [("读不了", path, message) for path, message in store.rows("SELECT path, message FROM failure ORDER BY path")]
    query = """
        SELECT r.path, r.title, f.message FROM report r LEFT JOIN finding f ON f.path = r.path AND f.number = 1
        WHERE r.type <> 'rule-of-law-report' ORDER BY r.path
    """
    rows += [("不是年度报告", path, "".join((message or "", f"标题：{title}" if title else ""))) for path, title, message in store.rows(query)]
    columns = (_NUMBER, Column("情况", 14, "center"), Column("文件", 60), Column("原因", 80))
    return Table("未检查", "没有检查的文件", columns, _numbered(rows))


def missing(store: Store) -> Table:
    """Return the units that owe a report, with what they sent instead."""
    query = """
        SELECT unit, state, r.year, s.path FROM submission s JOIN report r ON r.path = s.path
        WHERE unit IS NOT NULL AND state IN ('wrong_year', 'other_year', 'not_a_report') ORDER BY unit, s.path
    """
    instead: defaultdict[str, list[str]] = defaultdict(list)
    for unit, state, year, path in store.rows(query):
        words = {"wrong_year": f"交来的是{year}年度报告", "other_year": f"有往年（{year}年度）的报告", "not_a_report": "交来的不是年度报告"}
        instead[unit].append(f"{words[state]}：{path}")
    listed = store.rows("SELECT name, region, level, subject, parent, year, due, contact FROM missing_unit ORDER BY parent, name")
    rows = [
        (name, region, LEVELS.get(level or "", ""), SUBJECTS.get(subject or "", ""), parent, year and str(year), due, contact, "\n".join(instead[name]))
        for name, region, level, subject, parent, year, due, contact in listed
    ]
    columns = (
        *(_NUMBER, _UNIT, Column("地区", 14), Column("层级", 8, "center"), Column("类别", 10, "center"), Column("上级", 20)),
        *(Column("应报年度", 9, "center"), Column("期限", 12, "center"), Column("联系人", 20), Column("说明", 44)),
    )
    known = store.rows("SELECT count(*) FROM unit")[0][0]
    note = "名册列明、没有交来当年度报告的单位；没有写明报送期限的，按单位类别推定。" if known else "这次没有用名册（--roster），不知道哪些单位应当报送。"
    return Table("未报送", "未报送单位", columns, _numbered(rows), note)


def alike(store: Store) -> Table:
    """Return the pairs of reports that share more than common stock, with the longest passage of each."""
    names = dict(store.rows(f"SELECT r.path, {_NAME} FROM report r LEFT JOIN submission s ON s.path = r.path"))  # noqa: S608
    forms = dict(store.rows("SELECT path, format FROM report"))
    groups = dict(store.rows("SELECT path, min(id) FROM cluster GROUP BY path"))
    query = """
        SELECT o.a, o.b, o.kind, o.shared, o.share_a, o.share_b, p.a_line, p.a_page, p.a_text, p.b_line, p.b_page, p.b_text
        FROM overlap o LEFT JOIN overlap_passage p ON p.a = o.a AND p.b = o.b AND p.number = (
          SELECT number FROM overlap_passage q WHERE q.a = o.a AND q.b = o.b ORDER BY length(a_text) DESC, number LIMIT 1)
        ORDER BY o.kind DESC, max(o.share_a, o.share_b) DESC, o.a, o.b
    """
    rows = []
    for a, b, kind, shared, share_a, share_b, a_line, a_page, a_text, b_line, b_page, b_text in store.rows(query):
        one = (names.get(a, a), place_words(forms.get(a, "text"), a_line, a_page), _shortened(a_text))
        other = (names.get(b, b), place_words(forms.get(b, "text"), b_line, b_page), _shortened(b_text))
        group = groups.get(a) if kind == "units" else None
        rows.append((one[0], other[0], KINDS.get(kind, kind), group, shared, share_a, share_b, *one[1:], *other[1:], a, b))
    columns = (
        *(_NUMBER, Column("甲", 18), Column("乙", 18), Column("比的是", 12, "center"), Column("组", 5, "count"), Column("相同句数", 7, "count")),
        *(Column("占甲", 7, "share"), Column("占乙", 7, "share"), Column("甲的位置", 10, "center"), Column("甲的原文（最长一段）", 36)),
        *(Column("乙的位置", 10, "center"), Column("乙的原文（最长一段）", 36), Column("甲的文件", 20), Column("乙的文件", 20)),
    )
    note = "只是线索：已经去掉各单位通用的套话，比例按各自其余的内容算。相同不等于抄袭，可能同出一稿，也可能引用了同一份文件，请对照原文判断。"
    return Table("雷同线索", "雷同线索", columns, _numbered(rows), note)


def waived(store: Store) -> Table:
    """Return the findings that do not count because somebody waived them."""
    query = f"""
        SELECT {_NAME}, f.rule, rule.title, f.severity, f.message, r.format, f.line, f.page, f.quote, f.suppression, f.path
        FROM finding f JOIN report r ON r.path = f.path LEFT JOIN submission s ON s.path = f.path
        LEFT JOIN rule ON rule.ruleset = r.ruleset AND rule.id = f.rule WHERE f.suppression IS NOT NULL ORDER BY f.path, f.number
    """  # noqa: S608 - our own words
    rows = [
        (unit, rule, title, SEVERITIES[severity], message, place_words(form, line, page), quote, suppression, path)
        for unit, rule, title, severity, message, form, line, page, quote, suppression, path in store.rows(query)
    ]
    columns = (
        *(_NUMBER, _UNIT, Column("规则编号", 20), Column("规则", 22), Column("级别", 8, "center"), Column("问题", 44)),
        *(Column("位置", 11, "center"), Column("原文", 36), Column("豁免理由和批准人", 36), _FILE),
    )
    return Table("豁免", "已豁免的问题", columns, _numbered(rows))


def reviewed(store: Store) -> Table:
    """Return what reviewers made of each rule's findings."""
    rows = [
        (m.rule, m.title, m.found, m.accepted, m.rejected, m.split, m.share, *(m.interval or (None, None))) for m in precisions(store)
    ]
    columns = (
        *(_NUMBER, Column("规则编号", 24), Column("规则", 30), Column("问题数", 9, "count"), Column("属实", 8, "count"), Column("不属实", 8, "count")),
        *(Column("意见不一", 9, "count"), Column("准确率", 9, "precise"), Column("下限", 9, "precise"), Column("上限", 9, "precise")),
    )
    note = "准确率＝属实÷（属实＋不属实）；下限、上限是95%置信区间（Wilson），复核得越少，区间越宽。"
    return Table("复核", "人工复核测得的准确率", columns, _numbered(rows), note)


def _state(state: str | None, date_from: str | None) -> str:
    """Name a state; a file's date alone accuses nobody."""
    words = STATES.get(state or "", state or "")
    return f"{words}（待核实）" if state == "late" and date_from == "file_date" else words


def _shortened(words: str | None) -> str:
    return words if words and len(words) <= _PASSAGE else f"{(words or '')[:_PASSAGE]}……" if words else ""


def _numbered(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return ((number, *row) for number, row in enumerate(rows, 1))


def _dimensions(store: Store) -> Mapping[str, str]:
    titles = dict(store.rows("SELECT id, max(title) FROM dimension WHERE max_points > 0 GROUP BY id"))
    order = [name for (name,) in store.rows("SELECT group_id FROM rule GROUP BY group_id ORDER BY min(position), group_id")]
    return {name: titles[name] for name in [*order, *sorted({*titles} - {*order})] if name in titles}


def _shares(store: Store) -> Mapping[tuple[str, str], float]:
    rows = store.rows("SELECT path, id, points / max_points FROM dimension WHERE max_points > 0")
    return {(path, name): share for path, name, share in rows}


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
