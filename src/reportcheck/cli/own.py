"""What this program wrote earlier: found beside the drafts, it is no draft."""

import os
from collections.abc import Container, Iterable

from reportcheck.cli.streams import tell
from reportcheck.errors import UnreadableDocument
from reportcheck.reporters.wording import printable
from reportcheck.structure.kind import is_result
from reportcheck.verdict import BatchResult, Report

COPY = "（检查意见"
"""What the names of commented copies have after the draft's own."""
_NAMED = 5


def without_own(result: BatchResult, named: Container[str] = ()) -> BatchResult:
    """Leave out results of earlier runs, unless the user named them; tell which."""
    paths = frozenset(report.document.path for report in result.reports)
    own = {report.document.path for report in result.reports if report.document.path not in named and _is_own(report, paths)}
    if not own or (own == paths and not result.failures):
        return result  # where there is nothing else, silence would look like a pass
    tell_skipped(own, "是本工具以前写的检查结果")
    return result._replace(reports=tuple(report for report in result.reports if report.document.path not in own))


def tell_skipped(paths: Iterable[str], why: str) -> None:
    """Name what was left out, in one line."""
    names = sorted(map(printable, paths))
    more = f"等{len(names)}个文件" if len(names) > _NAMED else ""
    tell(f"跳过 {'、'.join(names[:_NAMED])}{more}：{why}")


def _is_own(report: Report, paths: Container[str]) -> bool:
    return is_result(report.document.text) or _is_spare(report.document.path, paths)


def _is_spare(path: str, paths: Container[str]) -> bool:
    """Tell whether a commented copy says nothing new: its draft is checked, too, and nobody has worked in it."""
    folder, name = os.path.split(path)
    stem, suffix = os.path.splitext(name)
    draft, mark, _ = stem.partition(COPY)
    return bool(mark) and os.path.join(folder, draft + suffix) in paths and is_untouched(path)


def is_untouched(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file is a commented copy in which nobody has worked."""
    from reportcheck.word.commented import untouched  # noqa: PLC0415 - only such copies need it

    try:
        with open(path, "rb") as stream:
            return untouched(stream.read(), os.fspath(path))
    except (OSError, UnreadableDocument):
        return False
