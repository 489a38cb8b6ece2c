import re

import pytest

from reportcheck.outcome import Status
from reportcheck.reporters import terminal
from reportcheck.text.width import columns

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_the_first_line_tells_all(result):
    first = terminal.render(result).splitlines()[0]
    assert first == "×  54.5 分  不合格  云岭县2024年.txt（云岭县人民政府，2024年度，县级政府）"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_asked(batch, width):
    assert max(columns(line) for line in terminal.render(batch, width=width).splitlines()) <= width


def test_all_of_it_survives_a_gbk_console(batch):
    text = terminal.render(batch, color=True)
    assert text.encode("gbk").decode("gbk") == text


def test_colour_changes_nothing_but_colour(batch):
    plain = terminal.render(batch)
    assert "\x1b" not in plain
    assert ANSI.sub("", terminal.render(batch, color=True)) == plain


def test_a_finding_tells_what_where_why_and_how(result):
    text = terminal.render(result)
    assert "不足的原因（不符合）  structure.causes  第6行" in text
    assert "为什么  《法治政府建设实施纲要（2021—2025年）》第七部分（二十二）" in text
    assert "怎么改  写明不足的原因做了什么" in text


def test_severities_come_worst_first(result):
    text = terminal.render(result)
    assert text.index("必须改（2 项）") < text.index("应当改（2 项）") < text.index("可改进（2 项）")


def test_missing_items_of_the_outline_take_a_line_each(result):
    text = terminal.render(result)
    assert "应写的5项任务中，这里有2项没有写到：" in text
    assert re.search(r"^   26  加强对行政执法制约和监督 +只写在来年安排里（第9行）$", text, re.MULTILINE)
    assert "应写的5项任务中，这里有1项只提到、没有写做了什么：" in text


def test_several_reports_end_in_a_table(batch):
    text = terminal.render(batch)
    table = text[text.index("共 3 份报告") :]
    assert "不评分" in table
    assert "临川湖市" in table
    assert "×  扫描件.pdf" in text
    assert "共 3 份报告" not in terminal.render(batch._replace(reports=batch.reports[:1]))


def test_pages_are_named_where_there_are_pages(batch):
    assert "第1页第6段" in terminal.render(batch)


def test_what_a_terminal_would_obey_is_taken_out(result):
    report = result.reports[0]
    findings = tuple(f._replace(message="没有\x1b[2J写\u202e明\n原因。", quote="甲\x07乙") for f in report.findings)
    text = terminal.render(result._replace(reports=(report._replace(findings=findings),)))
    assert not {"\x1b", "\u202e", "\x07"} & set(text)


def test_nothing_wrong_is_said_so(result):
    clean = result.reports[0]._replace(findings=())
    text = terminal.render(result._replace(reports=(clean,)))
    assert text.startswith("√")
    assert "没有发现问题" in text


def test_a_lowered_grade_is_explained(result):
    assert "等次受限：“不足的原因”没有做到，等次最高为“不合格”。" in terminal.render(result)


def test_long_lists_stay_short(result):
    report = result.reports[0]
    unmet = next(f for f in report.findings if f.rule.id == "outline.26")
    many = tuple(unmet._replace(rule=unmet.rule._replace(id=f"outline.{number:02}")) for number in range(4, 36))
    assert all(finding.status == Status.UNMET for finding in many)
    lines = terminal.render(result._replace(reports=(report._replace(findings=many),))).splitlines()
    assert len(lines) < 60


def test_the_outlines_items_come_last_in_their_severity(result):
    text = terminal.render(result)
    assert text.index("problems.answered") < text.index("27  全面主动落实政务公开")
