"""Globs and names that mean the same on every machine."""

import unicodedata
from pathlib import Path

import pytest

from reportcheck.suppression.paths import matches, relative_name

TABLE = [
    ("*.docx", "一.docx", True),
    ("*.docx", "2024/一.docx", False),
    ("**/*.docx", "一.docx", True),
    ("**/*.docx", "2024/县/一.docx", True),
    ("2024/", "2024/县/一.docx", True),
    ("2024/**", "2025/一.docx", False),
    ("2024\\县\\*.docx", "2024/县/一.docx", True),
    ("./一.docx", "一.docx", True),
    ("?.docx", "一.docx", True),
    ("?.docx", "一二.docx", False),
    ("报告[终稿].docx", "报告[终稿].docx", True),
    ("报告[终稿].docx", "报告终.docx", False),
    ("报告(1).docx", "报告(1).docx", True),
    ("一.docx", "二一.docx", False),
    ("**", "../别处/一.docx", True),
]


@pytest.mark.parametrize(("pattern", "name", "fits"), TABLE)
def test_globs(pattern: str, name: str, fits: bool) -> None:  # noqa: FBT001 - a table
    assert matches(pattern, name) is fits


def test_both_unicode_forms_are_one_name(tmp_path: Path) -> None:
    """macOS takes letters and accents apart."""
    apart = unicodedata.normalize("NFD", "Ré.txt")
    assert relative_name(str(tmp_path / apart), tmp_path) == "Ré.txt"
    assert matches(apart, "Ré.txt")


def test_names_are_seen_from_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "规则").mkdir()
    monkeypatch.chdir(tmp_path / "2024")
    assert relative_name("一.txt", tmp_path) == "2024/一.txt"
    assert relative_name("./一.txt", Path("..")) == "2024/一.txt"
    assert relative_name(str(tmp_path / "2024" / "一.txt"), Path("../规则")) == "../2024/一.txt"


def test_a_linked_folder_is_the_folder(tmp_path: Path) -> None:
    (tmp_path / "真").mkdir()
    (tmp_path / "链").symlink_to(tmp_path / "真")
    assert relative_name(str(tmp_path / "链" / "一.txt"), tmp_path / "真") == "一.txt"
