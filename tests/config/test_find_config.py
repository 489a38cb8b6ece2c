"""Which configuration file holds."""

from pathlib import Path

import pytest

from reportcheck.config.find import find_config


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "仓库"
    (root / ".git").mkdir(parents=True)
    (root / "报告" / "2024").mkdir(parents=True)
    return root


def test_the_nearest_upward(repository: Path) -> None:
    (repository / "reportcheck.yaml").touch()
    assert find_config(repository / "报告" / "2024") == str(repository / "reportcheck.yaml")
    (repository / "报告" / "reportcheck.yaml").touch()
    assert find_config(repository / "报告" / "2024") == str(repository / "报告" / "reportcheck.yaml")


def test_not_above_the_git_root(repository: Path) -> None:
    (repository.parent / "reportcheck.yaml").touch()
    assert find_config(repository / "报告") is None


def test_a_worktree_s_git_is_a_file(repository: Path) -> None:
    (repository / ".git").rmdir()
    (repository / ".git").write_text("gitdir: 别处", encoding="utf-8")
    (repository / "reportcheck.yaml").touch()
    assert find_config(repository / "报告") == str(repository / "reportcheck.yaml")


def test_outside_a_repository_only_the_folder_itself(tmp_path: Path) -> None:
    (tmp_path / "下级").mkdir()
    (tmp_path / "reportcheck.yaml").touch()
    assert find_config(tmp_path) == str(tmp_path / "reportcheck.yaml")
    assert find_config(tmp_path / "下级") is None


def test_pyproject_comes_last_and_only_with_our_section(repository: Path) -> None:
    near = repository / "报告" / "pyproject.toml"
    near.write_text("[tool.ruff]\n", encoding="utf-8")
    assert find_config(repository / "报告") is None
    near.write_text("[tool.reportcheck]\n", encoding="utf-8")
    assert find_config(repository / "报告") == str(near)
    (repository / "reportcheck.yaml").touch()
    assert find_config(repository / "报告") == str(repository / "reportcheck.yaml")
