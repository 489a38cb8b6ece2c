"""What people say of findings: a sample drawn for them, and their verdicts, kept in the store."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import islice, zip_longest
from typing import Any, NamedTuple

from reportcheck.audit.precision import ACCEPT, REJECT
from reportcheck.audit.store import Store, insert
from reportcheck.audit.table_file import Line, read_table
from reportcheck.errors import UsageError
from reportcheck.reporters.wording import SEVERITIES, printable
from reportcheck.rulesets.nearest import suggest

HEADER = ("序号", "单位", "文件", "位置", "规则编号", "规则", "要求", "级别", "问题", "原文", "指纹", "判定", "理由", "复核人")
VERDICTS = {
    ACCEPT: ("属实", "accept", "是", "对", "√", "采纳"),
    REJECT: ("不属实", "reject", "否", "错", "×", "不采纳"),
}
_NEEDED = ("文件", "规则编号", "指纹", "判定")
_NAMES = {"verdict": "判定", "reason": "理由", "reviewer": "复核人", "path": "文件", "rule": "规则编号", "fingerprint": "指纹"}
_ORDER: tuple[str, ...] = tuple(SEVERITIES)
_TOLD = 3
_LISTED = 10


class Drawn(NamedTuple):
    """A finding drawn for review."""

    path: str
    rule: str
    fingerprint: str
    unit: str
    place: str
    title: str
    requirement: str
    severity: str
    message: str
    quote: str


class Verdict(NamedTuple):
    """What one person says of one finding, in the order of the columns of ``review``."""

    path: str
    rule: str
    fingerprint: str
    verdict: str
    reason: str
    reviewer: str
    on_date: str


class _Candidate(NamedTuple):
    """A finding that may be drawn, as little of it as that needs; sorts by the hash of the seed and the finding."""

    key: bytes
    severity: str
    path: str
    number: int


def draw(store: Store, count: int, seed: int, rules: str = "*") -> list[Drawn]:
    """Draw findings that nobody has reviewed: in turn from each rule, within a rule in turn from each kind of body.

    The order is a hash of the seed and the finding: the same seed draws the same, and further reports change little.
    """
    pools = _pools(store, seed, rules)
    ranked = sorted(pools, key=lambda rule: _weight(rule, pools[rule]))
    turns = zip_longest(*(_in_turn(pools[rule]) for rule in ranked))
    drawn = islice((each for turn in turns for each in turn if each is not None), count)
    return [_drawn(store, each) for each in sorted(drawn, key=lambda each: (each.path, each.number))]


_Strata = dict[tuple[str, str], list[_Candidate]]


def _pools(store: Store, seed: int, rules: str) -> dict[str, _Strata]:
    """Return the candidates by rule and kind of body."""
    query = """
        SELECT f.path, f.rule, f.fingerprint, f.number, f.severity, coalesce(r.level, ''), coalesce(r.profile, '')
        FROM finding f JOIN report r ON r.path = f.path LEFT JOIN submission s ON s.path = f.path
        WHERE f.suppression IS NULL AND coalesce(s.state, '') NOT IN ('superseded', 'duplicate')
          AND NOT EXISTS (SELECT 1 FROM review v WHERE v.path = f.path AND v.rule = f.rule AND v.fingerprint = f.fingerprint)
        ORDER BY f.path, f.number
    """
    pools: dict[str, _Strata] = {}
    seen = set()
    for path, rule, fingerprint, number, severity, *kind in store.connection.execute(query):
        key = hashlib.blake2b("\n".join((str(seed), rule, path, fingerprint)).encode("utf-8", "surrogateescape"), digest_size=16).digest()
        if key not in seen and fnmatchcase(rule, rules):
            seen.add(key)
            pools.setdefault(rule, {}).setdefault((kind[0], kind[1]), []).append(_Candidate(key, severity, path, number))
    return pools


def _weight(rule: str, strata: _Strata) -> tuple[int, int, str]:
    """Rank first the rules whose findings weigh most, then those that find most: there a wrong verdict does most harm."""
    candidates = [each for stratum in strata.values() for each in stratum]
    return min(_ORDER.index(each.severity) for each in candidates), -len(candidates), rule


def _in_turn(strata: _Strata) -> Iterator[_Candidate]:
    columns = sorted(sorted(each) for each in strata.values())
    for turn in zip_longest(*columns):
        yield from filter(None, turn)


def _drawn(store: Store, candidate: _Candidate) -> Drawn:
    query = """
        SELECT f.path, f.rule, f.fingerprint, coalesce(s.unit, r.issuer, r.region, ''), r.format, f.page, f.line,
          coalesce(rule.title, f.rule), coalesce(rule.requirement, ''), f.severity, f.message, coalesce(f.quote, '')
        FROM finding f JOIN report r ON r.path = f.path LEFT JOIN rule ON rule.ruleset = r.ruleset AND rule.id = f.rule
        LEFT JOIN submission s ON s.path = f.path WHERE f.path = ? AND f.number = ?
    """
    row = store.rows(query, (candidate.path, candidate.number))[0]
    path, rule, fingerprint, unit, form, page, line, title, requirement, severity, message, quote = row
    return Drawn(path, rule, fingerprint, unit, place_words(form, line, page), title, requirement, SEVERITIES[severity], message, quote)


def place_words(form: str, line: int | None, page: int | None) -> str:
    """Say where something stands as the input's reader would look for it."""
    if line is None:
        return ""
    if form in ("text", "markdown"):
        return f"第{line}行"
    return f"{f'第{page}页' if page else ''}第{line}段"


def rows_of(drawn: Sequence[Drawn]) -> list[tuple[Any, ...]]:
    """Return the rows of the table that a reviewer fills in."""
    return [
        (number, d.unit, printable(d.path), d.place, d.rule, d.title, d.requirement, d.severity, d.message, d.quote, d.fingerprint, "", "", "")
        for number, d in enumerate(drawn, 1)
    ]


def record(store: Store, verdicts: Sequence[Verdict]) -> None:
    """Keep verdicts; a reviewer's later word takes the place of an earlier one."""
    with store.transaction() as connection:
        for each in verdicts:
            key = (each.path, each.rule, each.fingerprint, each.reviewer)
            connection.execute("DELETE FROM review WHERE path = ? AND rule = ? AND fingerprint = ? AND reviewer = ?", key)
        insert(connection, "review", verdicts)


def read_verdicts(store: Store, path: str, reviewer: str, on_date: str) -> list[Verdict]:
    """Read a filled-in sample; raises UsageError that names every wrong row, and then nothing is kept."""
    lines = read_table(path)
    head = next((line for line in lines if "指纹" in _names(line) or "fingerprint" in line.cells), None)
    if head is None:
        raise UsageError("没有“指纹”这一列，不是抽样表", where=path, remedy="请用 reportcheck review sample 生成的表填写")
    names = _names(head)
    lacking = [name for name in _NEEDED if name not in names]
    if lacking:
        raise UsageError(f"少了列：{'、'.join(lacking)}", where=path, remedy="请不要删去抽样表的列")
    known = _known(store)
    found: dict[tuple[str, ...], Verdict] = {}
    faults = []
    for line in lines[lines.index(head) + 1 :]:
        try:
            each = _verdict(dict(zip(names, line.cells, strict=False)), known, reviewer, on_date)
        except ValueError as error:
            faults.append(f"第{line.number}行{error}")
            continue
        if each is not None:
            found[each.path, each.rule, each.fingerprint, each.reviewer] = each
    if faults:
        more = f"等{len(faults)}处" if len(faults) > _TOLD else ""
        raise UsageError("；".join(faults[:_TOLD]) + more, where=path, remedy="改好以后重新导入；这次一条也没有记")
    return list(found.values())


def single(store: Store, finding: tuple[str, str, str], told: tuple[str, str, str], on_date: str) -> Verdict:
    """Return one verdict on a finding (path, rule, fingerprint or ``""`` where the rule found one thing only).

    ``told`` are verdict, reason and reviewer.
    """
    path, rule, fingerprint = finding
    query = "SELECT fingerprint, min(line) FROM finding WHERE path = ? AND rule = ? AND (? = '' OR fingerprint = ?) GROUP BY 1 ORDER BY 2, 1"
    rows = store.rows(query, (path, rule, fingerprint, fingerprint))
    if not rows:
        paths = [each for (each,) in store.rows("SELECT DISTINCT path FROM finding WHERE rule = ? ORDER BY path", (rule,))]
        raise UsageError(f"库里没有这个问题：{path} 的 {rule}", remedy=suggest(path, paths[:_LISTED], "有这个问题的文件"))
    if len(rows) > 1:
        listed = "、".join(f"{each}（第{line}行）" for each, line in rows)
        raise UsageError(f"{path} 的 {rule} 有{len(rows)}处，请用 --fingerprint 写明是哪一处", remedy=listed)
    cells = dict(zip(("文件", "规则编号", "指纹", "判定", "理由", "复核人"), (path, rule, rows[0][0], *told), strict=True))
    try:
        each = _verdict(cells, {_key(path, rule, rows[0][0]): path}, "", on_date)
    except ValueError as error:
        raise UsageError(f"这条复核{error}") from None
    if each is None:
        raise UsageError("这条复核没有写判定", remedy="请写 --verdict accept 或 --verdict reject")
    return each


def _names(line: Line) -> list[str]:
    cells = (cell.partition("（")[0] for cell in line.cells)
    return [_NAMES.get(cell.lower(), cell) for cell in cells]


def _known(store: Store) -> dict[tuple[str, str, str], str]:
    rows = store.rows("SELECT DISTINCT path, rule, fingerprint FROM finding")
    return {_key(path, rule, fingerprint): path for path, rule, fingerprint in rows}


def _key(path: str, rule: str, fingerprint: str) -> tuple[str, str, str]:
    # Cells come back with their blanks evened out.
    return " ".join(printable(path).split()), rule, fingerprint


def _verdict(cells: Mapping[str, str], known: Mapping[tuple[str, str, str], str], reviewer: str, on_date: str) -> Verdict | None:
    """Return the verdict of a row, None where it is not filled in; raises ValueError with what is wrong."""
    told = cells.get("判定", "")
    if not told:
        return None
    verdict = next((name for name, words in VERDICTS.items() if told.lower() in words), None)
    if verdict is None:
        raise ValueError(f"的判定“{told}”不认识，可写：属实、不属实")
    path = known.get(_key(*(cells.get(name, "") for name in ("文件", "规则编号", "指纹"))))
    if path is None:
        raise ValueError(f"的问题库里没有（{cells.get('文件', '')}，{cells.get('规则编号', '')}）：报告或规则可能已经改过")
    reason, who = cells.get("理由", ""), cells.get("复核人", "") or reviewer
    if verdict == REJECT and not reason:
        raise ValueError("判定不属实，却没有写理由")
    if not who:
        raise ValueError("没有写复核人")
    return Verdict(path, cells["规则编号"], cells["指纹"], verdict, reason, who, on_date)
