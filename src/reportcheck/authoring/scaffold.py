"""A new rule file: every key, with what to write there; what is to be replaced stands in 〖〗."""

import re
from collections.abc import Mapping

from reportcheck.authoring.scaffold_params import EXAMPLES, PARAMS, SLOTS
from reportcheck.errors import UsageError
from reportcheck.rule import RuleSet
from reportcheck.rulesets.nearest import suggest

_ID = re.compile(r"(?P<group>[a-z0-9][a-z0-9-]*)\.(?P<name>[a-z0-9][a-z0-9-]*)")
_FILE = """\
# yaml-language-server: $schema=../../schema.json
# 规则 {id}。文件名就是编号，改名就是改编号。〖〗里的都要换成自己的话；写好后运行：
#   reportcheck rules test {id} --ruleset {folder}
#   reportcheck rules lint --ruleset {folder}

# 规则的名称，报告里、得分表里都用它。
title: 〖名称〗
# 要写什么、为什么，一两句话，写给起草报告的人看。
requirement: 〖要写什么、为什么〗
# 依据，至少一项。source 是 ruleset.yaml 里 sources 的键，这个规则集有：{sources}。
# locator 是出处；条号核对过原文才写。
basis:
  - {{source: {source}, locator: "〖第几部分、第几条〗"}}
# 没有做到时问题的轻重：error 必须改，warning 应当改，info 可改进；部分做到的低一级。
severity: warning
# 分值，不写就是1。部分做到得一半，只提一句得四分之一。
weight: 1
# 谁必须写。不写就是都要写；几个键都可以不要。
# levels: province 省、prefecture 市、county 县、township 乡镇；subjects: government 政府、party_office 党委办、department 部门。
# 不必写的单位写了也算；加 strict: true 就完全不看它们。
# applies_to: {{levels: [county], subjects: [government], years: [2021, 2025]}}
# 检查方式和它的参数。
check: {kind}
{params}
# 问题的表述：没有做到（unmet）、部分做到（partial）。{slots}
message:
  unmet: "{unmet}"
{partial}# 怎么改：给出句式，数字写成××，不编造事实。
advice: 〖写明××××件〗
# 例文和应有的判定。自己写，用虚构的地名（云岭县、青檀镇、南屏区），不用真实报告的句子。
# 每个参数都要有一个例文用得上：算的、相近但不算的、口号、来年的打算。
examples:
{examples}"""


def scaffold(ruleset: RuleSet, rule_id: str, kind: str, folder: str) -> tuple[str, str]:
    """Return the path inside the rule set and the text of a new rule file."""
    found = _ID.fullmatch(rule_id)
    if found is None:
        raise UsageError(f"编号“{rule_id}”不能用", remedy="写成 分组.名称，只用小写字母、数字和连字符，如 local.hearing")
    groups = [group.id for group in ruleset.groups]
    if found["group"] not in groups:
        raise UsageError(f"没有分组“{found['group']}”", remedy=suggest(found["group"], groups, "已有的分组"))
    if kind not in PARAMS:
        raise UsageError(f"没有检查方式“{kind}”", remedy=suggest(kind, PARAMS, "可以用的"))
    sources = [source.id for source in ruleset.sources]
    slots = SLOTS.get(kind, {})
    text = _FILE.format(
        id=rule_id, folder=folder, kind=kind, sources="、".join(sources), source=sources[-1] if sources else "〖依据〗",
        params=PARAMS[kind], slots=_slots(slots), unmet=_message(slots, "没有写〖什么〗。"),
        partial=f'  partial: "{_message(slots, "只提到〖什么〗。")}"\n', examples=EXAMPLES.get(kind, EXAMPLES[""]),
    )  # fmt: skip
    return f"{found['group']}/{found['name']}.yaml", text


def _slots(slots: Mapping[str, str]) -> str:
    told = "，".join(f"{{{name}}} {words}" for name, words in slots.items())
    return f"可以填空：{told}。" if told else ""


def _message(slots: Mapping[str, str], words: str) -> str:
    return f"{words}{{why}}" if "why" in slots else words
