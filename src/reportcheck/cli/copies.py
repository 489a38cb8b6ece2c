"""``--report docx``: commented copies of Word drafts, written where they overwrite nobody's work."""

import os
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path, PurePath

from reportcheck.cli.own import COPY, is_untouched
from reportcheck.cli.streams import tell, write_output
from reportcheck.errors import UnreadableDocument, UsageError
from reportcheck.reporters.docx import commented_copy, is_word
from reportcheck.verdict import BatchResult, Report

_ONLY_WORD = "批注只能加在.docx里：旧的.doc、.wps请另存为.docx；别的格式请用 --report html=文件"


def write_copies(target: str, result: BatchResult) -> None:
    """Write a commented copy of every Word draft: to a file, into a folder, or (without a target) beside the draft."""
    words = [report for report in result.reports if is_word(report)]
    if result.reports and not words:
        raise UsageError("没有可以加批注的Word文件", remedy=_ONLY_WORD)
    # Copies that an earlier run left in the same folder need no copies of their own, unless somebody has worked in them.
    drafts = [report for report in words if not is_untouched(Path(report.document.path))] or words
    if len(drafts) > 1 and _is_file(target):
        raise UsageError(f"检查了{len(drafts)}份Word文件，不能都写进一个文件", where=target, remedy="写一个文件夹，如 --report docx=检查意见")
    _write_all(drafts, target, result)
    others = len(result.reports) - len(words)
    if others:
        tell(f"另有{others}份不是Word文件（.docx），没有加批注。")


def _write_all(drafts: Sequence[Report], target: str, result: BatchResult) -> None:
    """Write what can be written before telling what cannot."""
    faults: list[str] = []
    paths = [Path(report.document.path) for report in drafts]
    written: set[Path] = set()
    for report, path in zip(drafts, _targets(target, paths), strict=True):
        try:
            content = commented_copy(report, result.ruleset_of(report))
        except UnreadableDocument as error:
            faults.append(str(error))
            continue
        free = _chosen(path, paths) if _is_file(target) else next(each for each in _numbered(path) if each not in written and _may_replace(each))
        _write(content, free)
        written.add(free)
    if faults:
        raise UsageError("；".join(faults), where="加不了批注")


def _is_file(target: str) -> bool:
    return target.lower().endswith(".docx") and not Path(target).is_dir()


def _targets(target: str, drafts: Sequence[Path]) -> Iterator[Path]:
    """Yield where each copy goes; in one folder, drafts from different folders keep theirs."""
    if not target or _is_file(target):
        yield from (Path(target) if target else _beside(draft) for draft in drafts)
        return
    folders = [Path(os.path.abspath(draft.parent)) for draft in drafts]
    above = os.path.commonpath(folders) if folders else ""
    for draft, folder in zip(drafts, folders, strict=True):
        yield Path(target) / folder.relative_to(above) / _name(draft)


def _beside(draft: Path) -> Path:
    if not draft.parent.is_dir():
        raise UsageError("压缩包里的文件旁边存不了副本", where=str(draft), remedy="写明存到哪个文件夹，如 --report docx=检查意见")
    return draft.with_name(_name(draft))


def _name(draft: PurePath) -> str:
    """Return 原名（检查意见）.docx; the copy of a copy keeps that name."""
    return f"{draft.stem.partition(COPY)[0] or draft.stem}{COPY}）.docx"


def _chosen(path: Path, drafts: Sequence[Path]) -> Path:
    """Return the file that the user named, if writing it loses nobody's work."""
    if not _may_replace(path):
        is_draft = any(_same(path, draft) for draft in drafts)
        what = "这就是原稿，不能盖掉" if is_draft else "已经有这个文件，里面可能有别人写的内容或者答复，没有盖掉"
        raise UsageError(what, where=str(path), remedy="换一个文件名")
    return path


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_name(f"{path.stem.removesuffix('）')}{number}）.docx") for number in count(2))


def _may_replace(path: Path) -> bool:
    """Tell whether there is no such file, or only one as this program wrote it."""
    return not path.exists() or is_untouched(path)


def _same(path: Path, draft: Path) -> bool:
    try:
        return path.samefile(draft)
    except OSError:
        return False


def _write(content: bytes, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"建不了文件夹（{error.strerror or error}）", where=str(path.parent), remedy="换一个文件夹") from None
    write_output(path, content)
    tell(f"加了批注的副本：{path}")
