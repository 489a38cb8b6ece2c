"""Every frame, filled with facts, meets the rule that it belongs to."""

import pytest

from frames import filled
from reportcheck.address import Address, address
from reportcheck.document import Document
from reportcheck.engine import Checker, Options
from reportcheck.outcome import Status
from reportcheck.readers import read_bytes
from reportcheck.rule import Rule, RuleSet
from reportcheck.rulesets import load_ruleset

RULES: RuleSet = load_ruleset("national-2021-2025")
FRAMED = [rule for rule in RULES.rules if rule.frame]
BODIES = {
    "county": ("government", "county", "云岭县人民政府"),
    "prefecture": ("government", "prefecture", "临川湖市人民政府"),
    "township": ("township", "township", "云岭县青檀镇人民政府"),
    "department": ("department", "county", "云岭县农业农村局"),
    "committee": ("department", "county", "云岭县交通委员会"),
    "zone": ("zone", "county", "云岭经济开发区管理委员会"),
    "party_office": ("party_office", "county", "中共云岭县委员会办公室"),
}


def _draft(rule: Rule, words: Address) -> str:
    """Put a rule's frame where it belongs, in a draft that tells nothing else of the kind."""
    sentence = filled(words.fill(rule.frame))
    leaders = "doers" in rule.params
    achievements = sentence if not leaders and rule.group in ("outline", "structure") and rule.id != "structure.plan" else "依法行政扎实推进。"
    parts = [f"{words.issuer}2024年度法治政府建设年度报告", f"2024年，{words.own}推进法治政府建设，现将有关情况报告如下。", "一、主要举措和成效", achievements]
    return "\n".join([*parts, *(["二、党政主要负责人履行第一责任人职责情况", sentence] if leaders else [])])


def _read(text: str) -> Document:
    return read_bytes(f"{text}\n{'依法行政，' * 40}。\n".encode(), "draft.txt")


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("rule", [rule for rule in FRAMED if rule.check == "evidence"], ids=lambda rule: rule.id)
def test_a_filled_frame_is_evidence(rule: Rule, body: str) -> None:
    profile, level, issuer = BODIES[body]
    words = address(profile, level, issuer, None, 2024)
    checker = Checker(RULES, Options(level=level, profile=profile, year=2024))
    reading = checker.read(_read(_draft(rule, words)))
    judged = checker.judge_reading(reading, rule)
    if rule.applies_to.binds(level, reading.facts.subject, 2024):
        assert judged.outcome.status is Status.MET


def test_every_rule_on_contents_has_a_frame() -> None:
    lacking = [rule.id for rule in RULES.rules if rule.group in ("structure", "leaders", "outline", "problems", "plan") and not rule.frame]
    assert lacking == []


def test_frames_state_no_facts() -> None:
    numbers = [rule.id for rule in FRAMED if any(char.isdigit() for char in rule.frame.replace("12345热线", ""))]
    assert numbers == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (("government", "county", "云岭县人民政府"), ("县长", "县政府常务会议", "我县")),
        (("government", "county", "南屏区人民政府"), ("区长", "区政府常务会议", "我区")),
        (("government", "county", "乌兰旗人民政府"), ("旗长", "旗政府常务会议", "我旗")),
        (("government", "province", "海西自治区人民政府"), ("自治区主席", "自治区政府常务会议", "我区")),
        (("government", "prefecture", None), ("市长", "市政府常务会议", "我市")),
        (("township", "township", "云岭县南溪乡人民政府"), ("乡长", "乡长办公会", "我乡")),
        (("township", "township", "南屏区东湖街道办事处"), ("街道办主任", "街道主任办公会", "我街道")),
        (("department", "province", "岭海省水利厅"), ("厅长", "厅长办公会", "我厅")),
        (("department", "county", "云岭县教育局"), ("局长", "局长办公会", "我局")),
        (("zone", None, None), ("管委会主任", "管委会主任办公会", "我区")),
        (("party_office", "county", "中共云岭县委员会办公室"), ("县委书记", "县委常委会会议", "我县")),
    ],
)
def test_bodies_are_addressed_as_they_address_themselves(body: tuple[str, str | None, str | None], words: tuple[str, str, str]) -> None:
    profile, level, issuer = body
    told = address(profile, level, issuer, None, 2025)
    assert (told.head, told.meeting, told.own) == words
    assert (told.year, told.next) == ("2025", "2026")
