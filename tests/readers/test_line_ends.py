"""Full lines that end a paragraph all the same."""

import pytest

from drafts import document
from reportcheck.readers.line_ends import parts


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("评估中主动纠偏的依规不追究责任。", "云岭县人民政府"),
        ("评估结果向社会公布。", "2025年2月26日"),
        ("年底前组织评估。", "特此报告。"),
        ("云岭县人民政府2024年法治政府建设年度报告", "2024年,云岭县人民政府依法全面履行职能"),
        ("云岭县人民政府关于2024年度法治政府建设情况的报告", "县委、县人大常委会:"),
        ("三、党政主要负责人履行推进法治建设第一责任人职责情况", "2024年,县长主持召开"),
        ("一、推进法治政府建设的主要举措和成效", "(一)规范决策"),
    ],
)
def test_apart(before: str, line: str) -> None:
    assert parts(before, line)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("评估中主动纠偏的依规不追究责任。", "县人民政府办公室牵头,各乡镇参加"),
        ("全年受理行政复议申请58件,审结", "55件"),
        ("三、党政主要负责人履行推进法治建设第一责任人职责情况", "和加强法治政府建设的有关情况"),
        ("云岭县人民政府2024年法治政府建设情况", "的报告"),
        ("一、全年制定行政规范性文件9件,反映情况", "良好"),
    ],
)
def test_together(before: str, line: str) -> None:
    assert not parts(before, line)


def test_the_indent_counts_as_part_of_a_full_line() -> None:
    width = 20
    sentence = "全年制定行政规范性文件9件，合法性审核率100%，清理废止4件、修改2件，结果在县政府网站公布，"
    text = "　　" + sentence * 5
    lines = [text[at : at + width] for at in range(0, len(text), width)] * 2
    read = document("\n".join(lines))
    assert [read.quote(block.span) for block in read.blocks] == [sentence * 5] * 2
