import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportcheck.errors import RuleSetError
from reportcheck.rule import RuleSet
from reportcheck.rulesets.files import read_files
from reportcheck.rulesets.loader import compile_files, find_faults
from reportcheck.rulesets.values import ruleset_from

HEAD = """\
id: yunling-2024
title: 云岭县试用规则
version: "2024.1"
years: [2021, 2025]
sources:
  outline: {title: 云岭县实施纲要, number: 云发〔2021〕1号}
  rules: {title: 云岭县督察规定}
groups:
  - {id: structure, title: 结构}
  - {id: outline, title: 任务}
grades:
  - {title: 优秀, at_least: 85}
  - {title: 合格, at_least: 60.5}
  - {title: 不合格, at_least: 0}
vetoes:
  - {rule: structure.plan, cap: 合格}
lexicons:
  bodies: [县政府常务会议, 县政府党组]
  leaders: [主要负责人, <bodies>]
  acts: [印发, 出台]
defaults:
  evidence: {acts: [<acts>]}
"""

PLAN = """\
title: 写明下一年度安排
requirement: >-
  要写下一年度的安排，
  让上级知道打算怎么做。
basis:
  - {source: rules, locator: 第四章}
severity: error
check: role
params: {role: plan}
message: {unmet: "没有写下一年度安排。"}
advice: 在报告末尾写一段安排。
"""

REVIEW = """\
title: 行政复议
requirement: 要写办理行政复议案件的情况。
basis:
  - {source: outline, locator: 第七部分（二十二）}
  - {source: rules, locator: 第四章}
severity: warning
weight: 2
applies_to: {levels: [county, prefecture], subjects: [government], years: [2022, 2025]}
check: evidence
params:
  signs:
    - any: [行政复议申请, 复议案件]
      with: [<leaders>, 受理]
  topic: [行政复议]
message:
  unmet: "没有写行政复议。{why}"
  partial: "只提到行政复议。{why}"
advice: 写明受理××件、审结××件。
examples:
  - text: 全年受理行政复议申请31件。
    status: met
    strength: figure
    quote: 行政复议申请
  - {text: 2025年继续做好复议工作。, in: plan, status: unmet, level: township, subject: department}
"""

_TERMS = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}

KINDS = {
    "role": SimpleNamespace(
        PARAMS={
            "type": "object",
            "additionalProperties": False,
            "required": ["role"],
            "properties": {"role": {"type": "string", "enum": ["plan", "problems"]}},
        }
    ),
    "evidence": SimpleNamespace(
        PARAMS={
            "type": "object",
            "additionalProperties": False,
            "required": ["signs", "acts"],
            "properties": {
                "acts": _TERMS,
                "topic": _TERMS,
                "signs": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/sign"}},
                "strict": {"type": "boolean"},
                "limit": {"type": "integer", "minimum": 1},
            },
            "$defs": {
                "sign": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["any"],
                    "properties": {"any": _TERMS, "with": _TERMS},
                }
            },
        }
    ),
}


@dataclass
class Folder:
    path: Path

    def write(self, name: str, text: str | bytes) -> None:
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, name: str) -> str:
        return (self.path / name).read_bytes().decode()

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def compiled(self) -> dict:
        return compile_files(read_files(self.path), KINDS)

    def ruleset(self) -> RuleSet:
        files = read_files(self.path)
        return ruleset_from(compile_files(files, KINDS), files.digest)

    def faults(self) -> tuple[RuleSetError, ...]:
        return find_faults(read_files(self.path), KINDS)

    def fault(self) -> str:
        """Compile, which must fail, and return the message without the folder's own path."""
        with pytest.raises(RuleSetError) as caught:
            self.compiled()
        return str(caught.value).replace(self.path.as_posix() + "/", "")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    built = Folder(tmp_path / "yunling-2024")
    built.write("ruleset.yaml", HEAD)
    built.write("structure/plan.yaml", PLAN)
    built.write("outline/22.yaml", REVIEW)
    return built


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> dict:
    monkeypatch.setitem(sys.modules, "reportcheck.checks", SimpleNamespace(CHECKS=KINDS))
    return KINDS


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chosen = tmp_path / "cache"
    monkeypatch.setenv("REPORTCHECK_CACHE", str(chosen))
    return chosen
