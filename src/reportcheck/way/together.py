"""Which rules are met by writing one part: they name the part in their parameters, or their check kind is about it."""

from reportcheck.rule import Rule
from reportcheck.structure.roles import Role

_OF_KIND = {"causes": Role.PROBLEMS, "specific": Role.PROBLEMS, "names-year": Role.PLAN}
HEADINGS = {
    Role.ACHIEVEMENTS: "主要举措和成效",
    Role.PROBLEMS: "存在的不足和原因",
    Role.FIRST_RESPONSIBLE: "党政主要负责人履行推进法治建设第一责任人职责情况",
    Role.PLAN: "{next}年工作安排",
}
"""Headings of the parts, in the usual order."""


def written_part(rule: Rule) -> Role | None:
    """Return the part whose existence a rule asks for."""
    return Role(rule.params["role"]) if rule.check == "part" else None


def judged_part(rule: Rule) -> Role | None:
    """Return the part that a rule judges, where it looks at nothing else."""
    if rule.check == "items":
        return Role(rule.params["of"])
    return _OF_KIND.get(rule.check)
