# ruff: noqa: FLY002 - lines of a text read better as a list of lines
"""Five invented government pages: none of the page is the report's, no sentence of the report is lost."""

from itertools import pairwise

import pytest

from drafts import ACHIEVEMENTS, CLOSING, LEAD, LEADERS, PLAN, PROBLEMS, REPORT, TITLE, document, told
from reportcheck.engine import Checker
from reportcheck.readers.furniture import cut_line, field_value, is_page_number

BODY = "\n".join((LEAD, ACHIEVEMENTS, PROBLEMS, LEADERS, PLAN, CLOSING))

PAGES = {
    "navigation with air quality": (
        ["站群导航", "AQI", "  • 轻度污染", "  • 良", "网站首页 | 政务公开 | 政务服务 | 互动交流", "当前位置：首页 > 政府信息公开 > 年度报告"],
        ["打印 关闭", "分享到： 微信 微博", "上一篇：2023年政府信息公开工作年度报告", "网站地图 | 联系我们 | 关于我们"],
        "2025-03-12来源：云岭县司法局",
    ),
    "footer with filing numbers": (
        ["无障碍浏览 长者模式 繁体 登录 注册", "首页 > 法治政府建设 > 正文"],
        ["【打印本页】 【关闭窗口】", "版权所有：云岭县人民政府办公室", "主办：云岭县人民政府办公室  承办：云岭县数据局", "×ICP备00000000号-1  网站标识码：0000000000", "×公网安备 00000000000000号"],
        "发布时间：2025-03-10 09:30  来源：县司法局  浏览次数：312次  字体：大 中 小",
    ),
    "open information sheet": (
        ["信息公开", "索引号：000000000/2025-00012", "主题分类：法治政府建设", "发文机关：云岭县人民政府", "成文日期：2025年2月20日", "有效性：有效"],
        ["扫一扫在手机打开当前页", "相关附件", "返回顶部"],
        "字号：[大 中 小]",
    ),
    "mobile page": (
        ["云岭县人民政府网", "搜索", "要闻动态", "专题专栏", "领导之窗"],
        ["责任编辑：信息中心", "我要纠错", "返回首页", "电脑版 手机版 客户端"],
        "阅读次数：128",
    ),
    "exported sheet": (
        ["您现在的位置：首页>>法治建设>>年度报告", "更新时间：2025-03-01"],
        ["— 6 —", "附件下载", "主办单位：云岭县人民政府", "建议使用1024×768分辨率浏览器", "服务热线：12345"],
        "作者：佚名 点击数：86",
    ),
}


def page(name: str) -> tuple[str, list[str]]:
    before, after, info = PAGES[name]
    return "\n".join([*before, "", TITLE, info, "", BODY, "", *after]), [*before, info, *after]


@pytest.mark.parametrize("name", PAGES)
def test_none_of_the_page_is_in_the_report(name: str) -> None:
    text, furniture = page(name)
    read = document(text)
    own = [read.quote(block.span) for block in read.blocks if not block.furniture]
    assert own == REPORT.split("\n")
    set_aside = "".join("".join(read.quote(block.span).split()) for block in read.blocks if block.furniture)
    assert set_aside == "".join("".join(line.split()) for line in furniture)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_changes_no_outcome(checker: Checker, name: str) -> None:
    text, _ = page(name)
    assert told(checker.check(document(text))) == told(checker.check(document(REPORT)))


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_noise(checker: Checker, name: str) -> None:
    text, furniture = page(name)
    report = checker.check(document(text))
    noise = "".join("".join(report.document.quote(p.span).split()) for p in report.passages if p.role == "noise")
    assert noise == "".join("".join(line.split()) for line in furniture)
    assert report.facts.title == TITLE
    assert report.facts.signed_on == "2025-02-20"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_one_line_keeps_every_sentence(checker: Checker, name: str) -> None:
    text, _ = page(name)
    report = checker.check(document(" ".join(text.split("\n"))))
    own = "".join(report.document.quote(p.span) for p in report.passages if p.role != "noise")
    flat = "".join(own.split())
    assert [s for s in "".join(BODY.split()).split("。") if s not in flat] == []


@pytest.mark.parametrize("tail", ["【打印】 【关闭】", "打印 关闭 分享", "上一篇：2023年年度报告", "责任编辑：信息中心", "扫一扫在手机打开当前页", "版权所有：云岭县人民政府办公室"])
def test_a_tail_glued_to_the_last_line_is_noise(checker: Checker, tail: str) -> None:
    report = checker.check(document(f"{REPORT.replace(chr(10), ' ')} {tail}"))
    noise = "".join(report.document.quote(p.span) for p in report.passages if p.role == "noise")
    assert "".join(noise.split()) == "".join(tail.split())
    assert report.facts.signed_on == "2025-02-20"


@pytest.mark.parametrize("head", ["网站首页 政务公开 2025-03-15来源：县司法局 ", "首页 导航 2025-03-15 浏览次数：12次 ", "2025-03-15来源："])
def test_a_head_glued_to_the_first_line_is_noise(checker: Checker, head: str) -> None:
    report = checker.check(document(f"{head}{REPORT.replace(chr(10), ' ')}"))
    noise = "".join(report.document.quote(p.span) for p in report.passages if p.role == "noise")
    assert "".join(noise.split()) == "".join(head.split())
    assert report.facts.title == TITLE


SENTENCES = [
    "行政执法信息在政府门户网站公示，打印执法文书318份，关闭违规企业3家。",
    "政务服务平台分享数据接口45个，首页增设办事入口。",
    "落实空气质量管控措施，重度污染天气应急响应3次。",
    "承办单位按时答复建议92件。",
    "建成县政府网站集约化平台",
    "拓宽来信来访渠道，来源地分析12次。",
    "全年政府网站发布信息6840条，浏览量312万次。",
    "一、主要举措和成效",
    "（一）深化政务公开",
    "（二）优化政务服务",
    "政务服务更加便捷。",
    "云岭县人民政府",
    "2025年2月20日",
    "附件：云岭县行政裁决事项清单",
]


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_that_hold_words_of_pages_stay(line: str) -> None:
    read = document(REPORT.replace("\n二、", f"\n{line}\n二、"))
    assert [read.quote(block.span) for block in read.blocks if block.furniture] == []


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("发布时间：2025-03-12", "published", "2025-03-12"),
        ("发布日期：2025年3月12日", "published", "2025年3月12"),
        ("文号：云政报〔2025〕12号", "doc_number", "云政报〔2025〕12号"),
        ("2025-03-12 09:30", "published", "2025-03-12"),
        ("标题：云岭县2024年法治政府建设年度报告", "title", "云岭县2024年法治政府建设年度报告"),
    ],
)
def test_archive_header_lines(line: str, key: str, value: str) -> None:
    read = document(f"{line}\n{REPORT}")
    assert read.meta[key] == value
    kept = [read.quote(block.span) for block in read.blocks if not block.furniture]
    assert kept[-len(REPORT.split("\n")) :] == REPORT.split("\n")
    assert kept[: -len(REPORT.split("\n"))] == ([value] if key == "title" else [])


HEADER = f"标题：{TITLE} 发布时间：2025-03-12 文号：云政报〔2025〕12号 栏目：年度报告 "


@pytest.mark.parametrize("joint", ["\n", " "], ids=["lines", "one line"])
def test_an_archive_header_in_one_line(checker: Checker, joint: str) -> None:
    report = checker.check(document(HEADER + joint + BODY.replace("\n", joint)))
    facts = report.facts
    assert (facts.type, facts.title, facts.year, facts.doc_number) == ("rule-of-law-report", TITLE, 2024, "云政报〔2025〕12号")
    assert report.document.meta["published"] == "2025-03-12"
    own = "".join(report.document.quote(p.span) for p in report.passages if p.role != "noise")
    assert "栏目" not in own
    assert "发布时间" not in own
    flat = "".join(own.split())
    assert [s for s in "".join(BODY.split()).split("。") if s not in flat] == []


@pytest.mark.parametrize("line", ["— 3 —", "- 3 -", "12", "第3页 共9页"])
def test_page_numbers(line: str) -> None:
    assert is_page_number(line)
    assert [cut.furniture for cut in cut_line(line, first=False, last=False)] == [True]


@pytest.mark.parametrize("line", ["2024年", "（一）", "1234", "第3次会议", ""])
def test_other_short_lines_are_no_page_numbers(line: str) -> None:
    assert not is_page_number(line)


@pytest.mark.parametrize(
    ("text", "value"),
    [("来源：县司法局", "县司法局"), ("更新时间： 2025/3/1 10:00", "2025/3/1"), ("年度报告", "年度报告")],
)
def test_field_values(text: str, value: str) -> None:
    assert field_value(text) == value


@pytest.mark.parametrize("line", [*SENTENCES, *(line for before, after, info in PAGES.values() for line in (*before, *after, info))])
@pytest.mark.parametrize("place", [(False, False), (True, False), (False, True), (True, True)])
def test_cuts_cover_a_line_once_and_in_order(line: str, place: tuple[bool, bool]) -> None:
    cuts = cut_line(line, first=place[0], last=place[1])
    kept = "".join(line[cut.start : cut.end] for cut in cuts)
    assert "".join(kept.split()) == "".join(line.split())
    assert all(before.end <= after.start for before, after in pairwise(cuts))
