"""What a configuration file and a list of waivers may say, and how faults are told."""

from datetime import date
from pathlib import Path

import pytest

from reportcheck.cli.configured import KEYS
from reportcheck.config.read import read_config
from reportcheck.config.waivers import waivers_in, waivers_of
from reportcheck.errors import UsageError

WAIVER = 'rule: structure.causes\n  path: "2024/*.docx"\n  reason: 已在附件说明\n  approver: 周敏\n'


def reading(folder: Path, text: str, name: str = "reportcheck.yaml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_config(path, name, KEYS)


FAULTS = {
    "unknown key": ("levle: county\n", "reportcheck.yaml:1:1：没有“levle”这个设置（是不是“level”？）"),
    "no mapping": ("- level\n", "reportcheck.yaml:1:1：配置文件要写成“名称: 值”的样子"),
    "empty": ("# 还没写\n", "reportcheck.yaml:1:1：文件是空的"),
    "a bad waiver key": (f'waivers:\n- {WAIVER}  expire: "2025-01-01"\n', "reportcheck.yaml:6:3：豁免里没有“expire”这一项（是不是“expires”？）"),
    "no approver": ("waivers:\n- rule: a.b\n  path: x\n  reason: y\n", "reportcheck.yaml:2:3：豁免没有写 approver（谁批准的）"),
    "an empty approver": ('waivers:\n- rule: a.b\n  path: x\n  reason: y\n  approver: " "\n', "reportcheck.yaml:5:13：豁免没有写 approver（谁批准的）"),
    "no reason": ("waivers:\n- rule: a.b\n  path: x\n  approver: y\n", "豁免没有写 reason（为什么豁免）"),
    "no date": (f"waivers:\n- {WAIVER}  expires: 明年\n", "reportcheck.yaml:6:12：“明年”不是日期"),
    "an impossible date": (f'waivers:\n- {WAIVER}  expires: "2025-02-30"\n', "“2025-02-30”不是日期"),
    "a bare date": (f"waivers:\n- {WAIVER}  expires: 2025-12-31\n", '要写文字就加引号："2025-12-31"'),
    "no list": ("waivers:\n  rule: a.b\n", "reportcheck.yaml:2:3：豁免要写成列表"),
    "no fields": ("waivers:\n- structure.causes\n", "reportcheck.yaml:2:3：这条豁免写得不对"),
    "a number for text": ("waivers:\n- rule: a.b\n  path: 2024\n  reason: x\n  approver: y\n", "reportcheck.yaml:3:9：豁免的 path 要写成文字"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_name_the_place(tmp_path: Path, name: str) -> None:
    text, message = FAULTS[name]
    with pytest.raises(UsageError) as caught:
        waivers_in(reading(tmp_path, text))
    assert message in str(caught.value)


def test_a_waiver_as_written(tmp_path: Path) -> None:
    (waiver,) = waivers_in(reading(tmp_path, f'waivers:\n- {WAIVER}  expires: "2025-12-31"\n  fingerprint: "0a1b"\n'))
    assert (waiver.rule, waiver.path, waiver.reason, waiver.approver) == ("structure.causes", "2024/*.docx", "已在附件说明", "周敏")
    assert (waiver.expires, waiver.fingerprint) == (date(2025, 12, 31), "0a1b")
    assert (waiver.folder, waiver.source, waiver.line, waiver.column) == (tmp_path, "reportcheck.yaml", 2, 3)


@pytest.mark.parametrize("head", ["", "waivers:\n"])
def test_a_file_of_their_own(tmp_path: Path, head: str) -> None:
    path = tmp_path / "豁免.yaml"
    path.write_text(f"{head}- {WAIVER}", encoding="utf-8")
    (waiver,) = waivers_of(path, "豁免.yaml")
    assert (waiver.approver, waiver.source) == ("周敏", "豁免.yaml")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"豁免\.yaml：没有这个文件"):
        waivers_of(tmp_path / "豁免.yaml", "豁免.yaml")


PYPROJECT = """[project]
name = "x"

[tool.reportcheck]
level = "county"  # 县级
select = ["structure.*"]

[[tool.reportcheck.waivers]]
rule = "structure.causes"
path = "*.docx"
reason = "已说明"
approver = "周敏"
expires = 2025-12-31

[[tool.reportcheck.waivers]]
rule = "plan.*"
path = "*"
reason = "已说明"
approver = "周敏"

[tool.other]
levle = 1
"""


def test_pyproject(tmp_path: Path) -> None:
    config = reading(tmp_path, PYPROJECT, "pyproject.toml")
    assert (config.settings["level"], config.settings["select"]) == ("county", ["structure.*"])
    assert config.marked.mark(("level",)) == (5, 1)
    first, second = waivers_in(config)
    assert (first.expires, first.line, second.rule, second.expires, second.line) == (date(2025, 12, 31), 8, "plan.*", None, 15)


TOML_FAULTS = {
    "unknown key": (PYPROJECT.replace("select", "selct"), "pyproject.toml:6:1：没有“selct”这个设置（是不是“select”？）"),
    "no approver": (PYPROJECT.replace('approver = "周敏"\n\n', "\n"), "pyproject.toml:15:1：豁免没有写 approver"),
    "broken": (PYPROJECT.replace('"county"', '"county'), "pyproject.toml:5:"),
}


@pytest.mark.parametrize("name", TOML_FAULTS)
def test_faults_in_pyproject_name_the_line(tmp_path: Path, name: str) -> None:
    text, message = TOML_FAULTS[name]
    with pytest.raises(UsageError) as caught:
        waivers_in(reading(tmp_path, text, "pyproject.toml"))
    assert message in str(caught.value)
