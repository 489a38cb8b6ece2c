"""The parts that a report is made of."""

from enum import StrEnum


class Role(StrEnum):
    """What a part of the text is for; the names are part of the public interface."""

    TITLE = "title"
    PREFACE = "preface"
    ACHIEVEMENTS = "achievements"
    PROBLEMS = "problems"
    FIRST_RESPONSIBLE = "first_responsible"
    PLAN = "plan"
    CLOSING = "closing"
    NOISE = "noise"


ROLE_TITLES: dict[Role, str] = {
    Role.TITLE: "标题",
    Role.PREFACE: "引言",
    Role.ACHIEVEMENTS: "举措和成效",
    Role.PROBLEMS: "不足和原因",
    Role.FIRST_RESPONSIBLE: "第一责任人履职",
    Role.PLAN: "下一年度安排",
    Role.CLOSING: "落款",
    Role.NOISE: "网页杂项",
}
