"""Traces and the score's table as a terminal shows them."""

import re

import pytest

from drafts import SAMPLES, document
from reportcheck.readers import read_document
from reportcheck.reporters.ink import Ink
from reportcheck.text.width import columns
from reportcheck.trace import trace
from reportcheck.trace.score_table import score_table
from reportcheck.trace.terminal import explanation, trial

ANSI = re.compile(r"\x1b\[[\d;]*m")
TEXT = "云岭县人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n（一）复议。全年收到行政复议申请86件，\x1b[31m审结81件\u202e，其中经过调解达成和解协议的案件一共24件，纠错7件。"


@pytest.fixture(params=[explanation, trial], ids=["explain", "try"])
def drawn(request, checker, national):
    found = trace(checker, document(TEXT), national.rule("outline.22"))
    return lambda *, color: list(request.param(found, Ink(color, 80)))


def test_without_colour_terms_stand_in_brackets(drawn):
    text = "\n".join(drawn(color=False))
    assert "\x1b" not in text
    assert re.search("【[^】]*复议申请[^】]*】", text)


def test_colour_begins_and_ends_in_each_line(drawn):
    for line in drawn(color=True):
        codes = ANSI.findall(line)
        assert not codes or codes[-1] == "\x1b[0m"


def test_nothing_of_the_document_is_obeyed(drawn):
    text = ANSI.sub("", "\n".join(drawn(color=True)))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert not re.search("[\u2060-\u206f]", text)


def test_lines_fit(drawn):
    assert max(columns(line) for line in drawn(color=False)) <= 80


def test_colour_changes_no_words(drawn):
    def words(*, color):
        return re.sub(r"[【】\s]", "", ANSI.sub("", "".join(line for line in drawn(color=color) if "标出" not in line)))

    assert words(color=True) == words(color=False)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_table_adds_up(path, checker, national):
    report = checker.check(read_document(str(path)))
    lines = list(score_table(report, national, Ink(color=False, width=110)))
    rows = [line.split() for line in lines if re.match(r"[a-z]+\.[\w-]+ ", line)]
    assert [row[0] for row in rows] == [verdict.rule.id for verdict in report.verdicts]
    scored = [(float(row[-3]), int(row[-2].rstrip("%")), float(row[-1])) for row in rows if row[-1] != "—"]
    assert all(most * share / 100 == points for most, share, points in scored)
    sums = [line.split() for line in lines if line.strip().startswith("小计")]
    assert sum(float(each[1]) for each in sums) == sum(most for most, _, _ in scored) == report.score.max_points
    assert sum(float(each[-1]) for each in sums) == sum(points for _, _, points in scored) == report.score.points
    assert any(f"= {report.score.percent:.2f}" in line for line in lines)
    assert lines[-1] == f"最后等次：{report.score.grade}"


def test_a_veto_is_told(checker, national):
    report = checker.check(document(TEXT))
    text = "\n".join(score_table(report, national, Ink(color=False, width=110)))
    assert "“structure.problems 存在的不足”不符合，等次最高为“不合格”。" in text or not report.score.capped_by


def test_what_is_not_scored_is_told(checker, national):
    report = checker.check(document("云岭县2024年法治政府建设工作要点\n各乡镇人民政府：\n一、各单位要严格落实程序。"))
    assert "不评分：没有一条规则计分。" in list(score_table(report, national, Ink(color=False, width=80)))
