"""The manifest that pre-commit reads: which files it gives to which command."""

import re
import shlex

import pytest
import yaml
from click.testing import CliRunner

from reportcheck.cli import group
from reportcheck.readers import SUFFIXES


@pytest.fixture(scope="module")
def hooks(root):
    return {hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def chosen(hook, path):
    """Choose as pre-commit does: search for both patterns in the path with forward slashes."""
    return bool(re.search(hook["files"], path)) and not re.search(hook.get("exclude", "^$"), path)


@pytest.mark.parametrize(
    "path",
    ["云岭县2024年.docx", "reports/a.md", "reports/2024/南屏区.markdown", "a.txt", "a.TXT", "网页/b.html", "b.htm", "c.pdf", "d.ofd", "~.txt"],
)
def test_reports_are_checked(hooks, path):
    assert chosen(hooks["reportcheck"], path)


@pytest.mark.parametrize(
    "path",
    [
        "~$云岭县2024年.docx", "reports/~$a.docx", ".~云岭县2024年.docx", "reports/.~a.docx", ".~lock.a.docx#",
        "云岭县（检查意见）.docx", "稿/a（检查意见2）.docx",
        "a.doc", "a.wps", "a.docx.bak", "a.xlsx", "a.py", "docx", "a_txt", "reports.txt/a.csv",
    ],
)
def test_lock_files_and_other_formats_are_not(hooks, path):
    assert not chosen(hooks["reportcheck"], path)


def test_every_readable_format_is_offered(hooks):
    assert [suffix for suffix in SUFFIXES if not chosen(hooks["reportcheck"], f"a{suffix}")] == []


@pytest.mark.parametrize(("path", "wanted"), [
    ("rules/yunling/ruleset.yaml", True), ("本县规则/outline/04.yml", True), ("a.YAML", True), ("rules/schema.json", False), ("yaml", False),
])  # fmt: skip
def test_rule_hook_looks_at_every_yaml_file(hooks, path, wanted):
    assert chosen(hooks["reportcheck-rules"], path) is wanted


def test_hooks_are_shaped_for_pre_commit(hooks):
    assert set(hooks) == {"reportcheck", "reportcheck-rules"}
    for hook in hooks.values():
        assert hook["language"] == "python"
        assert hook["require_serial"] is True
        # A type tag that pre-commit does not know (docx, ofd) makes it reject the manifest.
        assert not {"types", "types_or"} & set(hook)
        # Who writes args of his own replaces ours: what the hook needs is in its entry.
        assert "args" not in hook
    assert len({tuple(hook["additional_dependencies"]) for hook in hooks.values()}) == 1


@pytest.mark.parametrize("hook_id", ["reportcheck", "reportcheck-rules"])
def test_entries_are_commands_that_exist(hooks, hook_id):
    name, *arguments = shlex.split(hooks[hook_id]["entry"])
    assert name == "reportcheck"
    shown = CliRunner().invoke(group, [*arguments, "--help"])
    assert (shown.exit_code, "用法：" in shown.output) == (0, True)
