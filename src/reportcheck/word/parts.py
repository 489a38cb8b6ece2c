"""The parts of a docx that hold or name its comments."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from reportcheck.readers.package import open_package
from reportcheck.word.source import Source

_ROOT_RELATIONS = "_rels/.rels"
_MAIN = "word/document.xml"


class Part(NamedTuple):
    """A member of the package, read."""

    name: str
    source: Source


class Parts:
    """The members of one docx, found by their relationships."""

    def __init__(self, data: bytes, path: str) -> None:
        self._package = open_package(data, path)
        self._path = path
        main = self._related(_ROOT_RELATIONS, "").get("officeDocument", _MAIN)
        self.main = self._part(main)
        folder, name = posixpath.split(self.main.name)
        self.folder = folder
        self.relations_name = posixpath.join(folder, "_rels", f"{name}.rels")
        self._targets = self._related(self.relations_name, folder)

    def related(self, kind: str) -> Part | None:
        """Return the part that the main document names by this kind, None where there is none."""
        name = self._targets.get(kind, "")
        return self._part(name) if self._package.has(name) else None

    def member(self, name: str) -> Part | None:
        """Return a member, None where there is none."""
        return self._part(name) if self._package.has(name) else None

    def _part(self, name: str) -> Part:
        actual = next((each for each in self._package.names if each.lower() == name.lower()), name)
        return Part(actual, Source(self._package.read(actual), f"{self._path}（{actual}）"))

    def _related(self, name: str, folder: str) -> Mapping[str, str]:
        part = self.member(name)
        return {
            each.get("Type", "").rpartition("/")[2]: posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]
            for each in (part.source.root if part else ())
            if each.get("TargetMode") != "External"
        }
