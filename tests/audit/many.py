"""Stores with thousands of invented reports, filled straight into the tables: no text is checked here."""

import json
import random
import zlib
from pathlib import Path

from reportcheck.audit.store import Store
from reportcheck.rule import RuleSet
from reportcheck.rulesets import AUTO, load_editions

RULESET = "national-2021-2025"
_SYLLABLES = "".join(dict.fromkeys("云岭青檀澜江南屏松溪白石清河望川临泉沙洲鹤鸣竹山桃源金沟石桥柳湾荷塘枫林月泉"))
_WORK = (
    "一年来，{region}全面推行行政执法三项制度，抽查执法案卷{a}份，纠正不规范的{b}份，通报{c}家单位。",
    "县政府常务会议专题研究法治政府建设{c}次，{region}主要负责人听取汇报{b}次，督办事项{c}件。",
    "办理行政复议案件{a}件，纠错{b}件；行政机关负责人出庭应诉率{rate}%，比上年提高{c}个百分点。",
    "组织镇街执法人员轮训{c}期，参训{a}人次，{b}人未通过考试的调离执法岗位。",
    "清理规范性文件{a}件，废止{c}件，公布继续有效的目录；新制定{c}件均经合法性审核。",
    "政务服务大厅梳理高频事项{a}项，{b}项实现一窗受理，群众办事平均少跑{c}趟。",
)
_PROBLEMS = (
    "一些镇街执法人员不足，{c}个镇没有专职法制员。",
    "重大行政决策的事前评估不够扎实，{c}项决策没有留下记录。",
    "原因是编制{b}年没有调整，培训多停留在听课。",
)
_PLAN = ("上半年在{c}个镇试行案卷互评。", "6月底前公布决策事项目录，听证不少于{c}场。", "轮训镇街执法人员{a}人次。")
_GRADES = ((85, "优秀"), (70, "良好"), (60, "合格"), (0, "不合格"))
_KINDS = (("county", "government", "government"), ("township", "government", "township"), ("prefecture", "department", "department"), ("county", "department", "department"))
COLUMNS = {"unit": ("name", "region", "level", "subject", "parent", "year", "due", "contact")}


def fill(store: Store, count: int, years: tuple[int, ...] = (2023, 2024), seed: int = 7) -> None:
    """Fill a store with reports of ``count`` units in the last of the years, and of a tenth of them in the others."""
    editions = load_editions(AUTO)
    store.put_rules(editions.rulesets)
    ruleset = next(each for each in editions.rulesets if each.id == RULESET)
    draw = random.Random(seed)  # noqa: S311 - figures, not secrets
    tables: dict[str, list[tuple]] = {}
    for number in range(count):
        for year in years:
            if year == years[-1] or number % 10 == 0:
                _report(tables, draw, ruleset, number, year)
    _roster(tables, draw, count, years[-1])
    _derived(tables, draw, years[-1])
    with store.transaction() as connection:
        for table, rows in tables.items():
            names = COLUMNS.get(table) or [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            marks = ", ".join("?" * len(rows[0]))
            columns = ", ".join(f'"{name}"' for name in names[: len(rows[0])])
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608


def name_of(number: int) -> str:
    first, rest = number % len(_SYLLABLES), number // len(_SYLLABLES)
    return _SYLLABLES[first] + _SYLLABLES[(first + rest + 1) % len(_SYLLABLES)] + (f"第{rest // len(_SYLLABLES) + 1}" if rest >= len(_SYLLABLES) else "")


def _report(tables: dict[str, list[tuple]], draw: random.Random, ruleset: RuleSet, number: int, year: int) -> None:
    level, subject, profile = _KINDS[number % len(_KINDS)]
    suffix = {"county": "县", "township": "镇", "prefecture": "市"}[level]
    region = name_of(number) + suffix
    unit = region + ("人民政府" if subject == "government" else "司法局")
    path = f"{year}/{number % 20:02d}片区/{unit}.txt"
    skill = min(max(draw.gauss(0.66, 0.16), 0.05), 0.99)
    passages = _text(draw, unit, region, year)
    points, most, faults = _judge(tables, draw, ruleset, path, skill, passages)
    percent = round(100 * points / most, 2)
    grade = next(title for least, title in _GRADES if percent >= least)
    on = f"{year + 1}-0{draw.choice((1, 2, 2, 2, 3, 4))}-{draw.randint(1, 28):02d}"
    row = (path, f"{number:064x}", "text", "rule-of-law-report", f"{unit}{year}年度法治政府建设情况报告", unit, region, level, subject, profile, year)
    row += (None, unit, on, None, on, RULESET, points, most, percent, grade, *faults, 3000)
    tables.setdefault("report", []).append(row)
    tables.setdefault("input", []).append((path, 1, 1, f"{number:064x}", "j"))
    tables.setdefault("text", []).append((path, zlib.compress(json.dumps(passages, ensure_ascii=False).encode())))
    state = "late" if on > f"{year + 1}-03-31" else "on_time"
    tables.setdefault("submission", []).append((path, unit, state, on, "signed_on", f"{year + 1}-04-01", "issuer"))


def _text(draw: random.Random, unit: str, region: str, year: int) -> list[tuple[str, int, None, str]]:
    def told(sentences: tuple[str, ...], times: int) -> str:
        parts = [draw.choice(sentences) for _ in range(times)]
        return "".join(each.format(region=region, a=draw.randint(40, 900), b=draw.randint(2, 39), c=draw.randint(2, 12), rate=draw.randint(60, 99)) for each in parts)

    blocks = [("title", f"{unit}{year}年度法治政府建设情况报告"), ("preface", f"现将{region}{year}年度法治政府建设情况报告如下。")]
    blocks += [("achievements", told(_WORK, 6)) for _ in range(12)]
    blocks += [("problems", told(_PROBLEMS, 4)), ("first_responsible", told(_WORK[1:2], 2)), ("plan", told(_PLAN, 5)), ("closing", unit)]
    return [(role, line, None, text) for line, (role, text) in enumerate(blocks, 1)]


def _judge(  # noqa: PLR0917
    tables: dict[str, list[tuple]], draw: random.Random, ruleset: RuleSet, path: str, skill: float, passages: list[tuple[str, int, None, str]]
) -> tuple[float, float, tuple[int, int, int]]:
    sums: dict[str, list[float]] = {}
    counts = {"error": 0, "warning": 0, "info": 0}
    number = 0
    for order, rule in enumerate(ruleset.rules):
        chance = skill - 0.35 * ((order * 7) % 10) / 10 + 0.15
        status = "met" if draw.random() < chance else "partial" if draw.random() < 0.45 else "unmet"
        share = {"met": 1.0, "partial": 0.5, "unmet": 0.0}[status]
        line = draw.randint(3, 16)
        quote = passages[line - 1][3].split("，")[0][:40]
        tables.setdefault("outcome", []).append((path, rule.id, status, "figure" if status == "met" else "absent", share * rule.weight, rule.weight, None))
        if status != "unmet":
            tables.setdefault("evidence", []).append((path, rule.id, 1, line, 1, None, quote))
        if status != "met":
            number += 1
            counts[rule.severity] += 1
            row = (path, number, rule.id, rule.severity, f"“{rule.title}”没有写清楚。", "写明做了什么、做了多少。", line, 1, line, 9, None, line, quote)
            tables.setdefault("finding", []).append((*row, f"{path}{rule.id}", None))
        if rule.weight:
            earned = sums.setdefault(rule.group, [0.0, 0.0])
            earned[0] += share * rule.weight
            earned[1] += rule.weight
    titles = {group.id: group.title for group in ruleset.groups}
    for name, (points, most) in sums.items():
        tables.setdefault("dimension", []).append((path, name, titles[name], round(points, 2), round(most, 2)))
    return sum(row[0] for row in sums.values()), sum(row[1] for row in sums.values()), (counts["error"], counts["warning"], counts["info"])


def _roster(tables: dict[str, list[tuple]], draw: random.Random, count: int, year: int) -> None:
    for row in [row for row in tables["report"] if row[10] == year]:
        parent = f"{_SYLLABLES[2 * draw.randint(0, 11):][:2]}市"
        tables.setdefault("unit", []).append((row[5], row[6], row[7], row[8], parent, year, f"{year + 1}-04-01", None))
    for number in range(max(count // 50, 2)):
        tables["unit"].append((f"未交{name_of(number)}县人民政府", None, "county", "government", "云岭市", year, f"{year + 1}-04-01", "张某 0000-0000"))
    tables["failure"] = [(f"{year}/坏文件{number}.pdf", "这份文件里没有文字，可能是扫描件", 0) for number in range(3)]


def _derived(tables: dict[str, list[tuple]], draw: random.Random, year: int) -> None:
    paths = sorted(row[0] for row in tables["report"] if row[10] == year)
    text = "全面推行行政执法三项制度，抽查执法案卷，纠正不规范的，通报有关单位。"
    for number in range(min(len(paths) // 10, 300)):
        a, b = sorted((paths[number], paths[-1 - number]))
        tables.setdefault("overlap", []).append((a, b, "units", 300 + number, round(draw.uniform(0.1, 0.95), 3), round(draw.uniform(0.1, 0.95), 3)))
        tables.setdefault("overlap_passage", []).extend((a, b, part, 3 + part, None, 4 + part, None, text * 3, text * 3) for part in range(1, 4))
        tables.setdefault("cluster", []).extend((number, path) for path in {a, b})
    for rank, path in enumerate(paths[:30], 1):
        reason = "得分比同类单位的中位数低21.3分；出庭应诉率前后不一致"
        tables.setdefault("triage", []).append((rank, path, 9.0 - rank / 10, reason, "figures.conflict", 5, None, "行政机关负责人出庭应诉率81%"))
    earlier = {row[5]: row[0] for row in tables["report"] if row[10] != year}
    for row in [row for row in tables["report"] if row[10] == year and row[5] in earlier]:
        for at, state in enumerate(("done", "partial", "absent", "again"), 1):
            entry = (row[0], earlier[row[5]], "commitment", at, state, 15, "上半年在3个镇试行案卷互评。", 4 if state != "absent" else None, "在3个镇试行案卷互评。" if state != "absent" else None)
            tables.setdefault("follow_up", []).append(entry)


def store_of_many(count: int, path: Path | str = ":memory:") -> Store:
    store = Store.open(path)
    fill(store, count)
    return store
