import pytest

from drafts import CLOSING, LEAD, REPORT, TITLE, document, told
from reportcheck.document import Document, Span
from reportcheck.engine import Checker
from reportcheck.readers import read_bytes

MARKDOWN = f"""---
title: 草稿
---

# {TITLE}

{LEAD}

## 一、主要举措和成效

### （一）规范决策

全年制定**行政规范性文件9件**，合法性审核率`100%`，清理废止4件、修改2件，*结果*在县政府网站公布。
公布重大行政决策事项目录5项，组织专家论证4场、听证会2场。

### （二）严格执法

- 评查行政执法案卷210份，发现问题37个，__全部__督促改正；组织执法人员培训6期480人次。
- 受理行政复议申请58件，审结55件；行政机关负责人出庭应诉23件，出庭率100%。

| 项目 | 件数 |
| --- | ---: |
| 行政许可 | 1260 |

## 二、存在的不足和原因

1. 乡镇执法力量不足，3个乡镇持证人员不到5人，主要原因是编制没有跟上。
2. 部分单位普法形式单一。

## 三、党政主要负责人履行第一责任人职责情况

> 县长主持召开政府常务会议6次，研究法治议题12项，听取执法部门汇报3次，讲法治课1次。

## 四、2025年主要安排

* 上半年为3个乡镇招录持证执法人员12名，完成轮训。
* 组织以案释法活动20场，编印普法案例，每季度通报进展，年底前组织评估。

***

{CLOSING.replace(chr(10), chr(10) * 2)}
"""


@pytest.fixture
def read() -> Document:
    return read_bytes(MARKDOWN.encode(), "稿.md")


def own(read: Document) -> list[str]:
    return [read.quote(block.span) for block in read.blocks if not block.furniture]


def test_marks_are_no_text(read: Document) -> None:
    text = "\n".join(own(read))
    for mark in ("#", "*", "_", "`", ">", "- 评", "|", "---", "title: 草稿"):
        assert mark not in text
    assert "全年制定行政规范性文件9件，合法性审核率100%，" in text
    assert "全部督促改正" in text


def test_headings_keep_their_level(read: Document) -> None:
    levels = {read.quote(block.span): block.level for block in read.blocks if block.level is not None}
    assert levels == {
        TITLE: 1,
        "一、主要举措和成效": 2,
        "（一）规范决策": 3,
        "（二）严格执法": 3,
        "二、存在的不足和原因": 2,
        "三、党政主要负责人履行第一责任人职责情况": 2,
        "四、2025年主要安排": 2,
    }


def test_table_rows_are_lines_without_bars(read: Document) -> None:
    cells = [line.split() for line in own(read)]
    assert ["项目", "件数"] in cells
    assert ["行政许可", "1260"] in cells


def test_front_matter_is_not_the_reports(read: Document) -> None:
    assert [read.quote(block.span) for block in read.blocks if block.furniture] == ["---", "title: 草稿", "---"]


@pytest.mark.parametrize(
    "words",
    [TITLE, "规范决策", "行政规范性文件9件", "100%", "结果", "在县政府网站公布", "评查行政执法案卷210份", "全部", "督促改正", "县长主持", "持证执法人员12名"],
)
def test_lines_and_columns_are_the_files_own(read: Document, words: str) -> None:
    at = read.text.index(words)
    place = read.place(Span(at, at + len(words)))
    line = MARKDOWN.split("\n")[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == words


def test_a_rule_or_a_fence_is_no_text() -> None:
    read = read_bytes(f"{REPORT}\n\n---\n\n```\n全年评查案卷9份。\n```\n".encode(), "稿.md")
    assert own(read)[-1] == "全年评查案卷9份。"


def test_plain_text_in_a_markdown_file_reads_like_text(checker: Checker) -> None:
    plain = checker.check(document(REPORT))
    marked = checker.check(read_bytes(REPORT.encode(), "稿.md"))
    assert told(marked) == told(plain)
    assert (plain.document.format, marked.document.format) == ("text", "markdown")


def test_marked_headings_give_the_parts(checker: Checker, read: Document) -> None:
    report = checker.check(read)
    assert [part.role.value for part in report.parts if part.role != "noise"] == [
        "title", "preface", "achievements", "problems", "first_responsible", "plan", "closing",
    ]  # fmt: skip
    assert report.facts.title == TITLE


def test_headings_without_numbers(checker: Checker) -> None:
    bare = MARKDOWN.replace("一、", "").replace("二、", "").replace("三、", "").replace("四、", "").replace("（一）", "").replace("（二）", "")
    report = checker.check(read_bytes(bare.encode(), "稿.md"))
    numbered = checker.check(read_bytes(MARKDOWN.encode(), "稿.md"))
    assert [part.role for part in report.parts] == [part.role for part in numbered.parts]
    wanted = lambda rule: rule != "structure.numbering"  # noqa: E731
    assert told(report, wanted) == told(numbered, wanted)


def test_a_star_that_is_no_emphasis_stays() -> None:
    read = read_bytes(f"{REPORT}\n安装1024*768监控屏12块，制定snake_case_name规范1件。\n".encode(), "稿.md")
    assert own(read)[-1] == "安装1024*768监控屏12块，制定snake_case_name规范1件。"
