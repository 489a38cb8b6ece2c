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
  - text: 召开听证会，请各方把话讲完。
    status: met
    strength: act
  - text: 召开价格听证会3次。
    status: partial
  - text: 完善听证制度。
    status: partial
  - text: 2025年，召开听证会。
    in: plan
    status: unmet
"""
GOOD = (
    "云岭县人民政府2024年度法治政府建设年度报告\n一、主要举措和成效\n全年评查案卷210份。召开听证会5次。举办培训班3期。\n"
    "二、存在的不足\n（一）执法力量不足。（二）文书说理不充分。\n三、2025年主要安排\n补充执法力量，组织文书评比。"
)


@pytest.fixture
def good_text() -> str:
    """Return a report that meets the rule."""
    return GOOD


@pytest.fixture
def good_file(tmp_path: Path) -> Path:
    """Return it as a file, long enough for the reader."""
    path = tmp_path / "好.txt"
    path.write_text(f"{GOOD}\n{'为群众办实事，' * 40}受到好评。\n", encoding="utf-8")
    return path


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
