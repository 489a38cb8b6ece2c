"""Help, version, text, rules, and the start of the program."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafts import REPORT, TITLE
from reportcheck import __version__
from reportcheck.rule import RuleSet
from reportcheck.rulesets.builtin import rules_folder

Run = Callable[..., "object"]
COMMANDS = [(), ("check",), ("text",), ("rules",), ("rules", "list"), ("rules", "show"), ("rules", "test"), ("new",), ("hook",), ("baseline",)]


@pytest.mark.parametrize("command", COMMANDS, ids=["group", *(" ".join(command) for command in COMMANDS[1:])])
def test_help_is_in_chinese(run: Run, command: tuple[str, ...]) -> None:
    ran = run(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("用法：")
    assert "显示本帮助。" in ran.out
    for english in ("Usage", "Options", "Commands", "Show this", "message and exit", "Arguments", "required", "default", "OPTIONS", "COMMAND", "ARGS"):
        assert english not in ran.out
    for line in ran.out.splitlines():
        if line.startswith("  -"):
            assert re.search("[一-鿿]", line) or len(line) > 20, line


def test_the_group_names_its_commands(run: Run) -> None:
    out = run("--help").out
    assert "命令" in out
    assert re.findall(r"^  (check|text|rules)\b", out, re.MULTILINE) == ["check", "text", "rules"]


def test_without_a_command_there_is_help(run: Run) -> None:
    ran = run()
    assert "check" in ran.out + ran.err
    assert "用法：" in ran.out + ran.err


def test_version(run: Run) -> None:
    assert run("--version").out == f"reportcheck {__version__}\n"


def test_an_unknown_command(run: Run) -> None:
    ran = run("chek")
    assert ran.code == 2
    assert ran.err.startswith("reportcheck: 没有这个命令：chek")


def test_text_prints_one_block_a_line(run: Run, draft: Path) -> None:
    ran = run("text", draft)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{REPORT}\n"


def test_text_puts_wrapped_lines_together(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "折行.txt"
    path.write_text("\n".join(line[i : i + 38] for line in REPORT.split("\n") for i in range(0, len(line), 38)), encoding="utf-8")
    lines = run("text", path).out.splitlines()
    assert [line for line in REPORT.split("\n") if len(line) > 76 and line not in lines] == []


def test_text_with_roles(run: Run, draft: Path) -> None:
    lines = [line.split("\t") for line in run("text", draft, "--roles").out.splitlines()]
    assert lines[0] == ["title", TITLE]
    assert lines[-1] == ["closing", "2025年2月20日"]
    assert [words for _, words in lines] == REPORT.split("\n")
    assert dict.fromkeys(role for role, _ in lines) == dict.fromkeys(
        ["title", "preface", "achievements", "problems", "first_responsible", "plan", "closing"]
    )


def test_text_of_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    ran = run("text", tmp_path / "没有.txt")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"reportcheck: {tmp_path / '没有.txt'}：没有这个文件（请核对路径；路径里有空格的，整个加上英文双引号）\n"


def test_text_without_a_file(run: Run) -> None:
    ran = run("text")
    assert ran.code == 2
    assert "缺少参数：FILE" in ran.err


def test_rules_list_names_every_rule(run: Run, national: RuleSet) -> None:
    ran = run("rules", "list")
    assert ran.code == 0
    listed = re.findall(r"^  ([a-z]+\.[a-z0-9-]+)", ran.out, re.MULTILINE)
    assert listed == [rule.id for rule in national.rules]
    for group in national.groups:
        assert group.title in ran.out
    for rule in national.rules:
        assert rule.title in ran.out


def test_rules_show_tells_all(run: Run, national: RuleSet) -> None:
    rule = national.rule("structure.causes")
    out = run("rules", "show", "structure.causes").out
    assert out.startswith(f"structure.causes  {rule.title}\n")
    for words in (rule.requirement, rule.advice, rule.basis[0].title, rule.basis[0].locator, "必须改"):
        assert words in out
    assert all(example.text in out for example in rule.examples)


def test_rules_show_of_no_rule(run: Run) -> None:
    ran = run("rules", "show", "outline.99")
    assert (ran.code, ran.err) == (2, "reportcheck: 没有这条规则：outline.99（用 reportcheck rules list 查看全部规则）\n")


def test_rules_test_runs_the_examples(run: Run, national: RuleSet) -> None:
    ran = run("rules", "test")
    assert ran.code == 0, ran.out
    assert ran.out.startswith("√")
    assert str(sum(len(rule.examples) for rule in national.rules)) in ran.out


def test_rules_test_tells_what_fails(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "规则"
    shutil.copytree(Path(rules_folder()) / "national-2021-2025", copy)
    path = copy / "structure" / "date.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: unmet", "status: met"), encoding="utf-8")
    ran = run("rules", "test", "structure.*", "--ruleset", copy)
    assert ran.code == 1
    assert "× structure.date" in ran.out
    assert "应为met，实为unmet" in ran.out
    assert run("rules", "test", "outline.*", "--ruleset", copy).code == 0


def test_rules_test_of_no_rule_is_no_silent_pass(run: Run) -> None:
    assert run("rules", "test", "没有.*").code != 0


def started(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *args], capture_output=True, check=False, env={**os.environ, **environment})


def test_the_module_can_be_run(gaps: Path) -> None:
    done = started("-m", "reportcheck", "check", str(gaps))
    assert done.returncode == 1
    assert "南屏区" in done.stdout.decode()
    assert done.stderr == b""


def test_a_gbk_console_gets_gbk(gaps: Path) -> None:
    done = started("-m", "reportcheck", "check", str(gaps), PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert done.returncode == 1, done.stderr
    assert "南屏区" in done.stdout.decode("gbk")


def test_a_closed_pipe_is_no_error(good: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run([sys.executable, "-m", "reportcheck", "text", str(good)], stdout=closed, stderr=subprocess.PIPE, check=False)
    assert b"Traceback" not in done.stderr


def test_start_up_imports_only_what_is_needed() -> None:
    code = "import sys; from reportcheck.cli import main; main(['--version']); print(sorted(set(sys.modules) & {'yaml', 'jsonschema', 'jinja2', 'jieba', 'ahocorasick_rs'}))"
    assert started("-c", code).stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [(), ("rules",)])
def test_without_a_command_the_help_is_shown_in_lines(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("用法：")
    assert "\n  check" in ran.err or "\n  list" in ran.err


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("chek", "报告.docx"), "没有这个命令：chek，是不是 check？"),
        (("rules", "lst"), "没有这个命令：lst，是不是 list？"),
        (("报告.docx",), "检查文件写成 reportcheck check 报告.docx"),
        (("check", "--fromat", "html", "x"), "没有这个选项：--fromat，是不是 --format"),
        (("check", "--format", "htm", "x"), "--format 的值不能用，是不是 html？可用的有："),
        (("zzzz",), "没有这个命令：zzzz（"),
    ],
)
def test_a_slip_of_the_hand_gets_the_nearest_name(run: Run, words: tuple[str, ...], near: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert near in ran.err
