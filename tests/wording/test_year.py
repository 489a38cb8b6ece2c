"""Which years in a report contradict the year that it reports on."""

import pytest

from drafts import document
from reportcheck import Checker, load_ruleset

CHECKER = Checker(load_ruleset("national-2021-2025"))
REPORT = (
    "云岭县人民政府2024年度法治政府建设年度报告\n2024年，云岭县推进法治政府建设，现将有关情况报告如下：\n"
    "一、2024年法治政府建设工作情况\n全年评查案卷210份。\n二、2023年督察反馈问题整改情况\n完成整改12项。\n"
    "三、存在的不足\n文书说理不充分。\n四、2025年工作安排\n2025年，我县将评查案卷300份。\n云岭县人民政府\n2025年2月20日"
)


def found(text: str) -> list[tuple[str, str]]:
    report = CHECKER.check(document(text))
    return [(finding.quote, finding.severity) for finding in report.findings if finding.rule.id == "wording.year"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("一、2024年法治", "一、法治"),
        ("四、2025年工作安排", "四、下一步工作安排"),
        ("四、2025年工作安排", "四、2025—2026年工作安排"),
        ("四、2025年工作安排", "四、2024年存在的不足和2025年工作安排"),
        ("2025年2月20日", "2024年12月28日"),
        ("2025年，我县将", "落实《法治建设规划（2021—2024年）》，我县将"),
        ("一、2024年法治政府建设工作情况", "一、2021年以来法治政府建设工作情况"),
        ("全年评查", "2023年结转案件3件，全年评查"),
    ],
)
def test_a_sound_report_is_not_accused(old, new):
    assert found(REPORT.replace(old, new) if old else REPORT) == []


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        ("四、2025年工作安排", "四、2024年工作安排", "2024年工作安排"),
        ("四、2025年工作安排\n2025年，", "四、2024年工作安排\n", "2024年工作安排"),
        ("一、2024年法治", "一、2023年法治", "2023年法治政府建设工作情况"),
        ("现将有关", "现将2023年度法治政府建设有关", "2023年"),
        ("2025年，我县将", "2024年，我县将", "2024年"),
        ("2025年2月20日", "2024年2月20日", "2024"),
        ("四、2025年工作安排", "四、2026年工作安排", "2026年工作安排"),
    ],
)
def test_a_wrong_year_is_found_where_it_stands(old, new, quote):
    assert found(REPORT.replace(old, new)) == [(quote, "warning")]


def test_a_lead_under_another_year_is_doubtful():
    assert found(REPORT.replace("\n2024年，云岭县", "\n2023年，云岭县")) == [("2023年", "info")]


def test_each_fault_is_a_finding_of_its_own():
    text = REPORT.replace("一、2024年法治", "一、2023年法治").replace("2025年2月20日", "2024年2月20日")
    assert len(found(text)) == 2
