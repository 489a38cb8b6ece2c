"""A baseline: what was already found on a certain day; only what is new counts.

Keyed by path and fingerprint, never by line. Holds no words of any report.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from reportcheck.errors import UsageError
from reportcheck.suppression.paths import normal, relative_name
from reportcheck.verdict import BatchResult

SCHEMA = "reportcheck/baseline/v1"
_REMEDY = "用 reportcheck baseline write 重新生成"


class Entry(NamedTuple):
    """One known finding; ``path`` is seen from the baseline's folder."""

    path: str
    rule: str
    fingerprint: str


class Baseline(NamedTuple):
    """All known findings, sorted, and the file that holds them."""

    source: str
    entries: tuple[Entry, ...]

    @property
    def folder(self) -> Path:
        """Return the folder from which its paths are seen."""
        return Path(self.source).parent

    def by_path(self) -> dict[str, list[Entry]]:
        """Return the entries of each file."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.path, []).append(entry)
        return found


def baseline_of(result: BatchResult, target: str) -> Baseline:
    """Return a baseline of everything that counts now, to be kept in ``target``."""
    folder = Path(target).parent
    entries = {
        Entry(relative_name(report.document.path, folder), finding.rule.id, finding.fingerprint)
        for report in result.reports
        for finding in report.findings
        if finding.suppression is None
    }
    return Baseline(target, tuple(sorted(entries)))


def write_baseline(baseline: Baseline) -> str:
    """Return the file's text: the same findings give the same bytes, a finding a line, so that changes are easily seen."""
    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in baseline.entries]
    held = "\n" + ",\n".join(f"    {line}" for line in lines) + "\n  " if lines else ""
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": [{held}]\n}}\n'


def read_baseline(source: str) -> Baseline:
    """Read a baseline; whatever is wrong with it is a ``UsageError``."""
    try:
        data = json.loads(Path(source).read_text(encoding="utf-8-sig"))
    except OSError as error:
        what = "没有这个基线文件" if isinstance(error, FileNotFoundError) else f"读不了基线文件（{error.strerror or error}）"
        raise UsageError(what, where=source, remedy=_REMEDY) from None
    except ValueError:
        raise UsageError("不是基线文件：不是 UTF-8 编码的 JSON", where=source, remedy=_REMEDY) from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), list):
        raise UsageError(f"不是基线文件：应当写明 schema 为 {SCHEMA}", where=source, remedy=_REMEDY)
    return Baseline(source, tuple(sorted({_entry(each, order, source) for order, each in enumerate(data["findings"], 1)})))


def _entry(data: Any, order: int, source: str) -> Entry:  # noqa: ANN401 - JSON can hold anything
    fields = [data.get(name) if isinstance(data, dict) else None for name in Entry._fields]
    if not all(isinstance(field, str) and field for field in fields):
        raise UsageError(f"基线的第{order}条不完整：要有 {'、'.join(Entry._fields)}", where=source, remedy=_REMEDY)
    path, rule, fingerprint = map(str, fields)
    return Entry(normal(path), rule, fingerprint)
