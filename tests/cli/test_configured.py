"""Settings from the file and the environment, as the command line sees them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from drafts import REPORT
from reportcheck.cli import check
from reportcheck.cli.configured import KEYS, key_of

Run = Callable[..., Any]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a draft; the folder below it is the working directory."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "云岭县.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(folder)
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "reportcheck.yaml").write_text(text, encoding="utf-8")


def facts(ran: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(ran.out)["reports"][0]["document"]
    return loaded


def test_every_option_can_be_configured() -> None:
    """But what only makes sense at a command line."""
    options = {key_of(param) for param in check.command.params if isinstance(param, click.Option)}
    assert options - set(KEYS) == {"stdin_filename"}
    assert set(KEYS) <= options


def test_option_before_environment_before_file_before_default(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert facts(run("check", "云岭县.txt", "--format", "json"))["level"] == "county"
    configure(here, "level: prefecture\nformat: json\n")
    assert facts(run("check", "云岭县.txt"))["level"] == "prefecture"
    monkeypatch.setenv("REPORTCHECK_LEVEL", "province")
    assert facts(run("check", "云岭县.txt"))["level"] == "province"
    assert facts(run("check", "云岭县.txt", "--level", "township"))["level"] == "township"


def test_explain_is_configured_like_check(run: Run, here: Path) -> None:
    question = ("explain", "云岭县.txt", "--rule", "plan.names-year")
    stated, plain = run(*question, "--year", "2018").out, run(*question).out
    configure(here, "year: 2018\nformat: json\n")
    assert run(*question).out == stated
    assert stated != plain


def test_lists_and_numbers(run: Run, here: Path) -> None:
    configure(here, "format: json\nselect: [structure.*, outline.22]\nignore: structure.plan\nyear: 2023\nmin_score: 99.5\nfail_on: never\njobs: 1\n")
    ran = run("check", "云岭县.txt")
    rules = {outcome["rule"] for outcome in json.loads(ran.out)["reports"][0]["outcomes"]}
    assert "outline.22" in rules
    assert "structure.plan" not in rules
    assert {rule.split(".")[0] for rule in rules} == {"structure", "outline"}
    assert facts(ran)["year"] == 2023
    assert ran.code == 1


def test_several_values_in_the_environment(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTCHECK_REPORT", "json=一 二.json; csv=三.csv")
    assert run("check", "云岭县.txt").code == 0
    assert json.loads((here / "报告" / "一 二.json").read_text(encoding="utf-8"))["summary"]["reports"] == 1
    assert (here / "报告" / "三.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_paths_in_the_file_are_seen_from_the_file(run: Run, here: Path) -> None:
    (here / "豁免.yaml").write_text("- rule: outline.04\n  path: 报告/*.txt\n  reason: 已说明\n  approver: 周敏\n", encoding="utf-8")
    configure(here, "waivers: 豁免.yaml\nbaseline: 基线.json\nreport: json=结果.json\nfail_on: warning\n")
    assert run("baseline", "write", "云岭县.txt", "--output", "../基线.json", "--ignore", "outline.04").code == 0
    ran = run("check", "云岭县.txt")
    assert (ran.code, ran.err) == (0, "")
    findings = json.loads((here / "结果.json").read_text(encoding="utf-8"))["reports"][0]["findings"]
    kinds = {finding["rule"]: finding["suppression"]["kind"] for finding in findings}
    assert kinds.pop("outline.04") == "waiver"
    assert set(kinds.values()) == {"baseline"}


FAULTS = {
    "unknown key": ("levle: county\n", "../reportcheck.yaml:1:1：没有“levle”这个设置（是不是“level”？）"),
    "unknown value": ("year: 2024\nlevel: village\n", "../reportcheck.yaml:2:8：level 的值不能用，可用的有：province、prefecture、county、township"),
    "text for a number": ("year: 今年\n", "../reportcheck.yaml:1:7：year 的值不能用，应是整数"),
    "out of range": ("min_score: 120\n", "../reportcheck.yaml:1:12：min_score 的值不能用，应是0到100之间的数"),
    "truth for a number": ("min_score: true\n", "min_score 的值不能用，应是数"),
    "number for text": ("ruleset: 2024\n", "../reportcheck.yaml:1:10：ruleset 的值不能用，应是文字"),
    "list for one": ("level: [county]\n", "level 的值不能用，只能写一个"),
    "mapping for text": ("ruleset: {a: b}\n", "ruleset 的值不能用，应是文字"),
    "no such waivers": ("waivers: 没有.yaml\n", "../没有.yaml：没有这个文件"),
    "no such baseline": ("baseline: 没有.json\n", "../没有.json：没有这个基线文件"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_of_the_file_are_2_and_name_the_place(run: Run, here: Path, name: str) -> None:
    text, message = FAULTS[name]
    configure(here, text)
    ran = run("check", "云岭县.txt")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert run("check", "--help").code == 0


@pytest.mark.usefixtures("here")
def test_a_fault_in_the_environment_names_the_variable(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTCHECK_FAIL_ON", "eror")
    ran = run("check", "云岭县.txt")
    assert (ran.code, ran.err) == (2, "reportcheck: 环境变量 REPORTCHECK_FAIL_ON 的值“eror”不能用，可用的有：error、warning、never\n")


def test_config_tells_values_and_origins(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(here, "# 本县\nlevel: county\nselect: [structure.*, plan.*]\nwaivers:\n- {rule: plan.*, path: x, reason: y, approver: z}\n")
    monkeypatch.setenv("REPORTCHECK_FAIL_ON", "warning")
    plain = run("config").out
    assert "level       county\n" in plain
    lines = {line.split()[0]: line.split()[1:] for line in run("config", "--origin").out.splitlines()[1:]}
    assert list(lines) == list(KEYS)
    assert lines["level"] == ["county", "../reportcheck.yaml", "第2行"]
    assert lines["select"] == ["structure.*；plan.*", "../reportcheck.yaml", "第3行"]
    assert lines["waivers"] == ["1", "条", "../reportcheck.yaml", "第4行"]
    assert lines["fail_on"] == ["warning", "环境变量", "REPORTCHECK_FAIL_ON"]
    assert lines["ruleset"] == ["auto", "默认"]
    assert lines["year"] == ["没有设置", "默认"]


@pytest.mark.usefixtures("here")
def test_config_without_a_file(run: Run) -> None:
    assert run("config").out.startswith("配置文件：没有找到")
