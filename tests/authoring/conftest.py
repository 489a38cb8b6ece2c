import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportcheck import load_ruleset
from reportcheck.rule import RuleSet

HEAD = """\
id: yunling
title: 云岭县试用规则
version: "1"
years: [2021, 2025]
sources:
  order: {title: 云岭县督察规定}
groups:
  - {id: local, title: 本地}
grades:
  - {title: 合格, at_least: 60}
  - {title: 不合格, at_least: 0}
lexicons:
  acts: [印发, 开展, 办结, 召开]
defaults:
  evidence: {acts: [<acts>]}
"""
RULE = """\
title: 听证
requirement: 写明本年度开了几次听证会。
basis:
  - {source: order, locator: 第四条}
severity: warning
check: evidence
params:
  signs:
    - any: [听证会]
      without: [价格]
  topic: [听证]
message:
  unmet: "没有写听证。{why}"
  partial: "只提到听证。{why}"
advice: 写明召开听证会××次。
examples:
  - text: 全县召开听证会5次。
    status: met
    strength: figure
    quote: 听证会
  - text: 召开价格听证会3次。
    status: partial
  - text: 完善听证制度。
    status: partial
  - text: 2025年，召开听证会。
    in: plan
    status: unmet
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a rule set of one sound rule, to be spoilt."""
    made = tmp_path / "yunling"
    (made / "local").mkdir(parents=True)
    (made / "ruleset.yaml").write_text(HEAD, encoding="utf-8")
    (made / "local" / "hearing.yaml").write_text(RULE, encoding="utf-8")
    return made


@pytest.fixture
def spoilt(folder: Path) -> Callable[..., Path]:
    """Return a function that replaces words of the rule (or of another file of the set)."""

    def spoil(old: str, new: str, name: str = "local/hearing.yaml") -> Path:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return spoil


@pytest.fixture
def second(folder: Path) -> Path:
    """Return a copy of the rule set, to be compared with it."""
    copy = folder.parent / "second"
    shutil.copytree(folder, copy)
    return copy


@pytest.fixture
def small(folder: Path) -> RuleSet:
    return load_ruleset(folder)
