"""Who must submit: the supervisor's list of units, read strictly."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reportcheck.audit.store import Store
from reportcheck.audit.table_file import Line, read_table
from reportcheck.errors import UsageError
from reportcheck.rulesets.nearest import suggest

COLUMNS = {
    "name": ("单位", "单位名称", "报送单位", "名称", "unit", "name"),
    "region": ("地区", "行政区", "行政区划", "所在地区", "region"),
    "level": ("层级", "级别", "level"),
    "subject": ("类别", "类型", "单位类别", "subject", "kind"),
    "parent": ("上级", "上级单位", "parent"),
    "year": ("年度", "报告年度", "year"),
    "due": ("截止日期", "报送期限", "期限", "due"),
    "contact": ("联系人", "联系方式", "contact"),
    "": ("序号", "备注", "no", "note"),
}
LEVELS = {
    "province": ("省级", "省", "自治区", "直辖市", "province"),
    "prefecture": ("市级", "地级", "设区的市", "设区市", "市", "州", "盟", "prefecture"),
    "county": ("县级", "县", "区", "区县", "县区", "旗", "县级市", "county"),
    "township": ("乡镇级", "乡级", "镇级", "乡镇", "镇", "乡", "街道", "township"),
}
SUBJECTS = {
    "government": ("政府", "人民政府", "乡镇", "街道", "乡镇街道", "开发区", "园区", "government", "township", "zone"),
    "department": ("部门", "政府部门", "工作部门", "department"),
    "party_office": ("党委机关", "党委", "党委办", "依法治理办", "party_office"),
}
_TOWNSHIPS = ("乡镇", "街道", "乡镇街道", "township")
_TOLD = 3
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_DATE = re.compile(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?")
_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")


class RosterUnit(NamedTuple):
    """One unit that must submit; ``name`` is unique, ``called`` as the list writes it."""

    name: str
    region: str | None = None
    level: str | None = None
    subject: str | None = None
    parent: str | None = None
    year: int | None = None
    due: str | None = None
    """The last day that the list states, an ISO date."""
    contact: str | None = None
    called: str = ""


def read_roster(path: str) -> tuple[RosterUnit, ...]:
    """Read a list of units, CSV or xlsx; raises UsageError that names what is wrong and in which rows."""
    lines = read_table(path)
    head = next((each for each in lines if sum(map(bool, each.cells)) > 1 or _field(each.cells[0])), None)
    if head is None:
        raise UsageError("名册是空的", where=path, remedy="第一行写列名，至少要有“单位”一列")
    fields = _fields(head, path)
    units, faults = [], []
    for line in lines[lines.index(head) + 1 :]:
        try:
            units.append(_unit(line, fields))
        except ValueError as error:
            faults.append(f"第{line.number}行{error}")
    if not faults:
        faults = _repeated(units, lines[lines.index(head) + 1 :])
    if faults:
        more = f"等{len(faults)}处" if len(faults) > _TOLD else ""
        raise UsageError("；".join(faults[:_TOLD]) + more, where=path, remedy="请改好名册再运行")
    return _named_apart(units)


def stored_roster(store: Store) -> tuple[RosterUnit, ...]:
    """Return the list that an earlier run was given."""
    query = """
        SELECT name, region, level, subject, parent, CASE year_from WHEN 'roster' THEN year END,
          CASE due_from WHEN 'roster' THEN due END, contact, called FROM unit ORDER BY name
    """
    return tuple(RosterUnit(*row) for row in store.rows(query))


def _field(cell: str) -> str | None:
    plain = re.sub(r"[\s*:：]|[（(].*?[）)]", "", cell).lower()
    return next((name for name, words in COLUMNS.items() if plain in words), None)


def _fields(head: Line, path: str) -> list[str]:
    fields = []
    for cell in head.cells:
        field = _field(cell) if cell else ""
        if field is None:
            known = [words[0] for name, words in COLUMNS.items() if name]
            raise UsageError(f"名册第{head.number}行有不认识的列“{cell}”", where=path, remedy=suggest(cell, known, "可用的列"))
        if field and field in fields:
            raise UsageError(f"名册里“{COLUMNS[field][0]}”这一列有两个", where=path, remedy="请只留一个")
        fields.append(field)
    if "name" not in fields:
        raise UsageError("名册没有“单位”这一列", where=path, remedy="第一行写列名：单位、地区、层级、类别、上级、年度、截止日期、联系人")
    return fields


def _unit(line: Line, fields: Sequence[str]) -> RosterUnit:
    """Return the unit of a row; raises ValueError with what is wrong."""
    if any(line.cells[len(fields) :]):
        raise ValueError("比列名多出几格")
    told = {field: cell for field, cell in zip(fields, line.cells, strict=False) if field and cell}
    if "name" not in told:
        raise ValueError("没有写单位")
    name = told["name"].replace(" ", "")
    level = _one_of(told.get("level"), LEVELS, "层级", "省级、市级、县级、乡镇级")
    if level is None and told.get("subject") in _TOWNSHIPS:
        level = "township"
    subject = _one_of(told.get("subject"), SUBJECTS, "类别", "政府、部门、乡镇、街道、开发区、党委机关")
    year = _year(told.get("year"))
    return RosterUnit(name, told.get("region"), level, subject, told.get("parent"), year, _due(told.get("due"), year), told.get("contact"), name)


def _one_of(cell: str | None, known: dict[str, tuple[str, ...]], what: str, valid: str) -> str | None:
    if cell is None:
        return None
    for name, words in known.items():
        if cell.lower() in words:
            return name
    raise ValueError(f"的{what}“{cell}”不认识，可写：{valid}")


def _year(cell: str | None) -> int | None:
    if cell is None:
        return None
    found = re.fullmatch(r"(20\d\d)(?:年度?)?", cell)
    if not found:
        raise ValueError(f"的年度“{cell}”不对，应写成2024这样")
    return int(found.group(1))


def _due(cell: str | None, year: int | None) -> str | None:
    if cell is None:
        return None
    try:
        if re.fullmatch(r"[45]\d{4}", cell):  # a date cell of Excel
            return (_EXCEL_DAY_ZERO + timedelta(days=int(cell))).isoformat()
        if found := _DATE.fullmatch(cell):
            return date(*map(int, found.groups())).isoformat()
        if found := _DAY.fullmatch(cell):
            return _in_year_after(year, int(found.group(1)), int(found.group(2)))
    except ValueError as error:
        raise ValueError(str(error) if "年度" in str(error) else f"的截止日期“{cell}”不存在") from None
    raise ValueError(f"的截止日期“{cell}”不对，应写成2025-03-01这样")


def _in_year_after(year: int | None, month: int, day: int) -> str:
    if year is None:
        raise ValueError("的截止日期没有写年份，又没有写年度")
    return date(year + 1, month, day).isoformat()


def _repeated(units: Sequence[RosterUnit], lines: Sequence[Line]) -> list[str]:
    seen: dict[tuple[str | None, ...], int] = {}
    faults = []
    for unit, line in zip(units, lines, strict=True):
        key = (unit.name, unit.region, unit.parent)
        if key in seen:
            faults.append(f"第{line.number}行的“{unit.name}”与第{seen[key]}行重复")
        seen.setdefault(key, line.number)
    return faults


def _named_apart(units: Sequence[RosterUnit]) -> tuple[RosterUnit, ...]:
    """Give units of the same name (鼓楼区 of several cities) names that tell them apart."""
    alike = {name for name, count in Counter(unit.name for unit in units).items() if count > 1}
    longer = {name: _tells_apart([unit for unit in units if unit.name == name]) for name in alike}
    return tuple(unit._replace(name=longer[unit.name](unit)) if unit.name in alike else unit for unit in units)


def _tells_apart(units: Sequence[RosterUnit]) -> Callable[[RosterUnit], str]:
    ways: tuple[Callable[[RosterUnit], str], ...] = (
        lambda unit: _under(unit.region, unit.name),
        lambda unit: _under(unit.parent, unit.name),
    )
    way = next((way for way in ways if len({way(unit) for unit in units}) == len(units)), None)
    return way or (lambda unit: f"{unit.name}（{unit.region or ''}，{unit.parent or ''}）")


def _under(place: str | None, name: str) -> str:
    """Put a place before a name, what both have in common once."""
    above = (place or "").removesuffix("人民政府")
    common = next((size for size in range(len(name), 0, -1) if above.endswith(name[:size])), 0)
    return name if name.startswith(above) else above + name[common:]
