"""Sentences with and without what must not be published; nothing innocent is accused."""

import pytest

from drafts import REPORTS, SAMPLES, read_text
from statements import table

_TABLE = table(__file__)
_ROWS = [(rule, want, text) for rule, groups in _TABLE.items() for want, texts in groups.items() for text in texts]
_SEVERITY = {"u": {"error"}, "p": {"warning"}, "-": set()}
PLANTED = "错例2024年"


@pytest.fixture(scope="module")
def privacy(judge):
    def found(text):
        return [finding for finding in judge(text).findings if finding.rule.group == "privacy"]

    return found


def in_report(text):
    return f"云岭县人民政府2024年度法治政府建设年度报告\n一、主要举措和成效\n{text}\n二、存在的不足\n执法力量不足。\n三、2025年主要安排\n补充执法力量。"


@pytest.mark.parametrize(("rule", "want", "text"), _ROWS)
def test_a_sentence_gets_what_the_table_says(privacy, rule, want, text):
    found = privacy(in_report(text))
    assert {finding.severity for finding in found} == _SEVERITY[want]
    assert {finding.rule.id for finding in found} == ({rule} if want != "-" else set())


def test_two_numbers_are_two_findings(privacy):
    first, second = privacy(in_report("通知李某（13800000000）、王某（15900000000）到庭。"))
    assert (first.place.line, first.place.column) == (3, 6)
    assert second.place.column == 22
    assert first.fingerprint != second.fingerprint


@pytest.mark.parametrize("mark", ["机密★1年", "秘密", "【内部资料　注意保存】", "内部文件，不得外传", "密级：机密"])
def test_a_mark_at_the_head_is_found(privacy, mark):
    (finding,) = privacy(f"{mark}\n{in_report('评查案卷210份。')}")
    assert (finding.rule.id, finding.severity, finding.place.line) == ("privacy.secrecy-mark", "error", 1)


@pytest.mark.parametrize("line", ["内部文件清理情况", "国家秘密", "全县保密委员会：", "商业秘密"])
def test_a_line_of_the_head_that_is_no_mark_is_not_accused(privacy, line):
    assert privacy(f"{line}\n{in_report('评查案卷210份。')}") == []


def test_a_contact_in_the_sign_off_is_doubtful_a_landline_there_is_nothing(privacy):
    end = "\n云岭县人民政府\n2025年2月20日\n（联系人：李某，联系电话：{}）"
    assert [f.severity for f in privacy(in_report("评查案卷210份。") + end.format("13800000000"))] == ["warning"]
    assert privacy(in_report("评查案卷210份。") + end.format("0999-1234567")) == []


def test_page_furniture_is_not_judged(privacy):
    assert privacy(in_report("评查案卷210份。") + "\n【打印本页】 【关闭窗口】 网站管理员电话13800000000") == []


@pytest.mark.parametrize("path", [p for p in (*SAMPLES, *REPORTS) if p.stem != PLANTED], ids=lambda path: path.stem)
def test_no_sound_report_is_accused(privacy, path):
    assert privacy(read_text(path)) == []
