"""A skeleton does not pass as it is; filled in, it does."""

import io
import re

import docx
import pytest

from frames import filled
from reportcheck.address import default_issuer
from reportcheck.document import Document
from reportcheck.engine import Checker, Options
from reportcheck.outcome import Status
from reportcheck.readers import read_bytes
from reportcheck.rulesets import load_ruleset
from reportcheck.skeleton import Line, markdown, skeleton, word
from reportcheck.structure.facts import Facts
from reportcheck.verdict import Report

RULES = load_ruleset("national-2021-2025")
PROMPT = re.compile(r"【填写：([^】]*)】")
BODIES = {
    "county": Facts(level="county", subject="government", issuer="云岭县人民政府", year=2025),
    "prefecture": Facts(level="prefecture", subject="government", issuer="临川湖市人民政府", year=2024),
    "township": Facts(level="township", subject="government", issuer="云岭县青檀镇人民政府", year=2025),
    "department": Facts(level="county", subject="department", issuer="云岭县农业农村局", year=2025),
    "zone": Facts(level="county", subject="government", issuer="云岭经济开发区管理委员会", year=2025, stated_profile="zone"),
    "nameless": Facts(level="county", subject="government", year=2025),
}


def _lines(body: str) -> tuple[Line, ...]:
    return skeleton(RULES, BODIES[body])


def _filled(body: str) -> list[Line]:
    whole = [line._replace(text=PROMPT.sub(lambda found: filled(found[1]), line.text)) for line in _lines(body)]
    return [line._replace(text=filled(line.text)) for line in whole]


def _forms(lines: list[Line] | tuple[Line, ...]) -> dict[str, Document]:
    return {
        "md": read_bytes(markdown.render(lines).encode(), "草稿.md"),
        "docx": read_bytes(word.render(lines), "草稿.docx"),
    }


def _checked(document: Document, body: str = "county") -> Report:
    # A zone's name does not tell its level; ``new`` says how to check what it wrote.
    options = Options(level="county", profile="zone") if body == "zone" else Options()
    return Checker(RULES, options).check(document)


@pytest.mark.parametrize("form", ["md", "docx"])
@pytest.mark.parametrize("body", BODIES)
def test_a_filled_in_skeleton_passes(body: str, form: str) -> None:
    report = _checked(_forms(_filled(body))[form], body)
    assert [(f.rule.id, f.message) for f in report.findings if f.severity == "error"] == []
    assert [(v.rule.id, v.outcome.status.value) for v in report.verdicts if v.outcome.status in (Status.UNMET, Status.PARTIAL)] == []
    assert report.score.grade == "优秀"
    assert report.facts.year == BODIES[body].year
    assert report.facts.issuer == filled(BODIES[body].issuer or default_issuer("government", "county"))


@pytest.mark.parametrize("form", ["md", "docx"])
@pytest.mark.parametrize("body", BODIES)
def test_an_empty_skeleton_does_not_pass(body: str, form: str) -> None:
    lines = _lines(body)
    report = _checked(_forms(lines)[form], body)
    left = [finding for finding in report.findings if finding.rule.id == "wording.placeholder" and finding.severity == "error"]
    assert len(left) >= sum(len(PROMPT.findall(line.text)) for line in lines)
    assert report.score.grade == "不合格"
    told = [v.rule.id for v in report.verdicts if v.rule.group in ("outline", "leaders") and v.outcome.status is Status.MET]
    assert told == []


def test_one_prompt_left_is_an_error_even_without_blanks() -> None:
    text = "\n".join(line.text for line in _filled("county")).replace("办理行政应诉案件24件", "【填写：应诉情况】")
    report = _checked(read_bytes(text.encode(), "草稿.txt"))
    assert [(f.rule.id, f.quote) for f in report.findings if f.severity == "error"] == [("wording.placeholder", "【填写：应诉情况】")]


def test_only_what_binds_the_body_is_asked() -> None:
    county, township, prefecture = (" ".join(line.text for line in _lines(body)) for body in ("county", "township", "prefecture"))
    assert "加强重要领域立法" in prefecture
    assert "加强重要领域立法" not in county
    assert "发挥行政复议" in county
    assert "发挥行政复议" not in township
    assert "镇长" in township
    assert "县长" not in township


def test_the_word_file_has_real_headings_and_the_same_bytes_each_time() -> None:
    lines = _lines("county")
    content = word.render(lines)
    document = docx.Document(io.BytesIO(content))
    styles = {(p.style.name, p.text) for p in document.paragraphs}
    assert ("Title", "云岭县人民政府2025年度法治政府建设年度报告") in styles
    assert ("Heading 1", "四、2026年工作安排") in styles
    assert ("Heading 2", "（四）严格规范公正文明执法") in styles
    assert [p.text for p in document.paragraphs] == [line.text for line in lines]
    assert content == word.render(lines)
