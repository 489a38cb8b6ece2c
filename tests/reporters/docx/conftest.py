from pathlib import Path

import pytest

from reportcheck.engine import Checker
from reportcheck.readers import read_document
from reportcheck.reporters.docx import commented_copy
from reportcheck.verdict import Report


class Drafts:
    """A folder of drafts, checked and commented on."""

    def __init__(self, folder: Path, checker: Checker) -> None:
        self.folder = folder
        self.checker = checker

    def check(self, data: bytes, name: str = "稿.docx") -> Report:
        path = self.folder / name
        path.write_bytes(data)
        return self.checker.check(read_document(path))

    def comment(self, data: bytes, name: str = "稿.docx") -> bytes:
        return commented_copy(self.check(data, name), self.checker.ruleset)


@pytest.fixture
def drafts(tmp_path: Path, checker: Checker) -> Drafts:
    return Drafts(tmp_path, checker)
