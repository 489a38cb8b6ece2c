import pytest

from drafts import document
from reportcheck.structure.headings import stretches
from reportcheck.text.fold import fold

Cut = tuple[str | None, str | None, str | None]


def cut(text: str) -> list[Cut]:
    """Return for every stretch its number's style, its heading and its body."""
    read = document(text)
    return [
        (
            stretch.enumerator.style if stretch.enumerator else None,
            read.quote(stretch.heading) if stretch.heading else None,
            read.quote(stretch.body) if stretch.body else None,
        )
        for stretch in stretches(read, fold(read.text))
    ]


WORK = "全年评查案卷210份，整改问题37个。"


@pytest.mark.parametrize(
    ("line", "style", "heading"),
    [
        ("一、主要举措和成效", "一、", "主要举措和成效"),
        ("一.主要举措和成效", "一、", "主要举措和成效"),
        ("（一）规范决策", "（一）", "规范决策"),
        ("(一)规范决策", "（一）", "规范决策"),
        ("（一）、规范决策", "（一）", "规范决策"),
        ("1.规范决策", "1.", "规范决策"),
        ("1、规范决策", "1.", "规范决策"),
        ("１．规范决策", "1.", "规范决策"),
        ("（1）规范决策", "（1）", "规范决策"),
        ("①规范决策", "①", "规范决策"),
        ("第一，规范决策", "第一，", "规范决策"),
        ("第一部分 主要举措和成效", "chapter", "主要举措和成效"),
        ("规范决策", None, "规范决策"),
        ("一、主要举措和成效：", "一、", "主要举措和成效"),
        ("（一）理顺职能，让企业和群众办事更顺", "（一）", "理顺职能，让企业和群众办事更顺"),
    ],
)
def test_headings_of_every_kind(line: str, style: str | None, heading: str) -> None:
    assert cut(line) == [(style, heading, None)]


@pytest.mark.parametrize(
    ("line", "style", "heading", "body"),
    [
        (f"（一）规范决策。{WORK}", "（一）", "规范决策", WORK),
        (f"一、规范决策。{WORK}", "一、", "规范决策", WORK),
        (f"1.规范决策。{WORK}", "1.", "规范决策", WORK),
        (f"1.规范决策：{WORK}", "1.", "规范决策", WORK),
        (f"（一）规范决策  {WORK}", "（一）", "规范决策", WORK),
        (f"（一）规范决策 {WORK}", "（一）", "规范决策", WORK),
        (f"二、存在的问题一年来，{WORK}", "二、", "存在的问题", f"一年来，{WORK}"),
        (f"一、主要工作和成效2024年，{WORK}", "一、", "主要工作和成效", f"2024年，{WORK}"),
        (f"（一）加强队伍建设我县{WORK}", "（一）", "加强队伍建设", f"我县{WORK}"),
    ],
)
def test_heading_and_body_in_one_paragraph(line: str, style: str, heading: str, body: str) -> None:
    expected = style if style != "二、" else "一、"
    assert cut(line) == [(expected, heading, body)]


@pytest.mark.parametrize(
    "line",
    [
        "（一）全年评查案卷210份，整改问题37个。",
        "1.收回19项执法权；",
        f"（一）{'认真落实上级部署，' * 8}{WORK}",
    ],
)
def test_a_numbered_paragraph_without_a_heading(line: str) -> None:
    [(style, heading, body)] = cut(line)
    assert style is not None
    assert heading is None
    assert body is not None
    assert line.endswith(body)


@pytest.mark.parametrize(
    "line",
    [
        WORK,
        "规范决策。",
        "2024年，我县依法行政，",
        "（以下简称规划）",
        "一是规范决策。" + WORK,
        "这是一段没有标点但是长得不像标题因为它实在太长了所以不能算作标题的文字",
    ],
)
def test_plain_paragraphs_have_no_heading(line: str) -> None:
    assert cut(line) == [(None, None, line)]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"一、主要举措和成效。\n{WORK}", ["主要举措和成效"]),
        ("一、主要举措和成效。\n（一）规范决策。制定文件9件。", ["主要举措和成效", "规范决策"]),
        ("二、存在的问题\n（一）执法力量不足。\n（二）普法形式单一。", ["存在的问题"]),
        ("1.收回部分执法权；\n2.下放部分审批权；", []),
    ],
)
def test_a_numbered_sentence_is_a_heading_where_text_follows_under_it(text: str, headings: list[str]) -> None:
    assert [heading for _, heading, _ in cut(text) if heading] == headings


def test_a_text_that_lost_its_line_breaks_is_cut_at_its_headings() -> None:
    flat = (
        "云岭县依法行政，现将有关情况报告如下：一、主要举措和成效（一）规范决策。制定文件9件。"
        "1.公布目录。公布5项。2.组织听证。组织2场。（二）严格执法。评查案卷210份。"
        "二、存在的问题（一）力量不足，3个乡镇不到5人。"
    )
    assert cut(flat) == [
        (None, None, "云岭县依法行政，现将有关情况报告如下："),
        ("一、", "主要举措和成效", None),
        ("（一）", "规范决策", "制定文件9件。"),
        ("1.", "公布目录", "公布5项。"),
        ("1.", "组织听证", "组织2场。"),
        ("（一）", "严格执法", "评查案卷210份。"),
        ("一、", "存在的问题", None),
        ("（一）", None, "力量不足，3个乡镇不到5人。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全年制定文件9件（含修订2件），其中（一）类3件。",
        "罚款1.5万元，追回工资2.3万元。",
        "落实《实施纲要（2021—2025年）》，完成任务38项。",
        "组织演练3.公里长跑1次，",
        "开展“一件事一次办”改革，上线13件。",
        "会议由第一、第二党支部承办，参加42人。",
    ],
)
def test_numbers_inside_a_sentence_open_nothing(text: str) -> None:
    assert cut(text) == [(None, None, text)]


def test_every_character_is_in_one_stretch() -> None:
    text = "导航\n一、成效 （一）规范。制定9件。（二）执法。评查210份。\n打印"
    read = document(text)
    covered = "".join(read.quote(stretch.span) for stretch in stretches(read, fold(read.text)))
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("（三）普法形式单一，群众参与不够。", ["（三）普法形式单一，群众参与不够。"]),
        ("（三）执法标准不统一、裁量不规范。", ["（三）执法标准不统一、裁量不规范。"]),
        ("二、存在的问题（一）形式单一，参与不多。（二）人手少。", ["二、存在的问题", "（一）形式单一，参与不多。", "（二）人手少。"]),
        ("（六）加强保障二、存在问题（一）人手少。", ["（六）加强保障", "二、存在问题", "（一）人手少。"]),
    ],
)
def test_a_numeral_in_a_word_is_no_heading_number(text, cut):
    read = document(text)
    assert [read.quote(each.span) for each in stretches(read, fold(read.text)) if read.quote(each.span) in text] == cut
