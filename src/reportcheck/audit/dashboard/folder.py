"""The folder that holds the site: every file appears whole, other people's files are left alone."""

import os
from pathlib import Path
from typing import NamedTuple

from reportcheck.audit.places import SITE_MARK
from reportcheck.errors import UsageError


class Folder(NamedTuple):
    """An output folder, and the names of the files in it that an earlier run wrote."""

    path: Path
    before: frozenset[str]

    @classmethod
    def open(cls, path: Path) -> "Folder":
        """Make the folder, or take up one that an earlier run wrote; raises UsageError where it cannot be written."""
        try:
            path.mkdir(parents=True, exist_ok=True)
            kept = path / SITE_MARK
            before = kept.read_text(encoding="utf-8").splitlines() if kept.is_file() else []
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"不能写入文件夹（{error}）", where=str(path), remedy="请换一个文件夹") from None
        return cls(path, frozenset(filter(_is_inside, before)))

    def claim(self, names: list[str]) -> None:
        """Refuse to overwrite a file that is not ours, and note the names before the first of them is written."""
        foreign = next((name for name in names if name not in self.before and (self.path / name).exists()), None)
        if foreign is not None:
            raise UsageError(f"文件夹里已有别的文件 {foreign}", where=str(self.path), remedy="请换一个空文件夹")
        self.put(SITE_MARK, _lines(self.before | set(names)))

    def put(self, name: str, text: str) -> None:
        """Write one file beside its place, then move it there."""
        target = self.path / name
        draft = _draft(target)
        try:
            target.parent.mkdir(exist_ok=True)
            draft.write_text(text, encoding="utf-8", newline="\n")
            os.replace(draft, target)
        except OSError as error:
            raise UsageError(f"写不了文件（{error.strerror or error}）", where=str(target), remedy="请关闭正打开它的程序，或换一个文件夹") from None

    def finish(self, names: list[str]) -> None:
        """Remove what an earlier run wrote and this one did not."""
        for name in sorted(self.before - set(names)):
            (self.path / name).unlink(missing_ok=True)
            _draft(self.path / name).unlink(missing_ok=True)
        self.put(SITE_MARK, _lines(set(names)))


def _draft(target: Path) -> Path:
    return target.with_name(f".{target.name}.part")


def _lines(names: set[str] | frozenset[str]) -> str:
    return "".join(f"{name}\n" for name in sorted(names))


def _is_inside(name: str) -> bool:
    """Return whether a listed name stays in the folder, however the list came to be edited."""
    return bool(name) and not Path(name).is_absolute() and ".." not in Path(name).parts and "\\" not in name
