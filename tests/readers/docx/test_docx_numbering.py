"""Automatic numbers, as Word shows them."""

import pytest

from makers_docx import numbering_level as level
from makers_docx import paragraph, run
from reportcheck.readers.docx_numerals import numeral


def numbered(text: str, ilvl: int, num: int = 1) -> str:
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>')


def styled(text: str, style: str, more: str = "") -> str:
    return paragraph(run(text), f'<w:pStyle w:val="{style}"/>{more}')


def abstract(*levels: str, number: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{more}</w:num>'


GB = (level(0, "chineseCounting", "%1、"), level(1, "chineseCountingThousand", "（%2）"), level(2, "decimal", "%3."), level(3, "decimal", "（%4）"))


@pytest.mark.parametrize(
    ("fmt", "value", "said"),
    [
        ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("chineseCounting", 1, "一"), ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 11, "十一"), ("japaneseCounting", 20, "二十"), ("chineseCounting", 35, "三十五"),
        ("chineseCountingThousand", 101, "一百零一"), ("chineseCountingThousand", 110, "一百一十"), ("chineseCountingThousand", 1005, "一千零五"),
        ("chineseCounting", 0, "〇"), ("ideographDigital", 10, "一〇"), ("chineseLegalSimplified", 21, "贰拾壹"),
        ("ideographTraditional", 1, "甲"), ("ideographTraditional", 11, "11"), ("ideographZodiac", 2, "丑"), ("ideographEnclosedCircle", 3, "㊂"),
        ("decimalEnclosedCircle", 1, "①"), ("decimalEnclosedCircleChinese", 20, "⑳"), ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"), ("decimalEnclosedFullstop", 3, "⒊"), ("decimalFullWidth", 12, "１２"),
        ("upperLetter", 3, "C"), ("lowerLetter", 28, "bb"), ("upperRoman", 4, "IV"), ("lowerRoman", 19, "xix"),
        ("numberInDash", 3, "- 3 -"), ("none", 5, ""), ("bullet", 5, ""), ("一种没有的", 5, "5"),
    ],
)  # fmt: skip
def test_numerals(fmt: str, value: int, said: str) -> None:
    assert numeral(value, fmt) == said


def test_levels_count_and_start_anew_under_a_higher_one(shown) -> None:
    body = [numbered("成效", 0), numbered("决策", 1), numbered("执法", 1), numbered("甲", 2), numbered("乙", 2), numbered("问题", 0), numbered("短板", 1)]
    assert shown("".join(body), numbering=abstract(*GB) + num(1)) == [
        "一、成效", "（一）决策", "（二）执法", "1.甲", "2.乙", "二、问题", "（一）短板",
    ]  # fmt: skip


def test_a_list_goes_on_after_other_text(shown) -> None:
    body = numbered("成效", 0) + paragraph(run("全年工作如下。")) + numbered("问题", 0)
    assert shown(body, numbering=abstract(*GB) + num(1)) == ["一、成效", "全年工作如下。", "二、问题"]


def test_two_nums_of_one_list_count_on(shown) -> None:
    body = numbered("成效", 0, 1) + numbered("问题", 0, 2)
    assert shown(body, numbering=abstract(*GB) + num(1) + num(2)) == ["一、成效", "二、问题"]


def test_a_num_that_starts_anew_does_so_once(shown) -> None:
    restart = num(2, more='<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>')
    body = numbered("甲", 1, 1) + numbered("乙", 1, 1) + numbered("丙", 1, 2) + numbered("丁", 1, 2)
    assert shown(body, numbering=abstract(*GB) + num(1) + restart) == ["（一）甲", "（二）乙", "（一）丙", "（二）丁"]


def test_a_level_replaced_by_the_num(shown) -> None:
    replaced = num(1, more=f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1项 ")}</w:lvlOverride>')
    assert shown(numbered("甲", 0), numbering=abstract(*GB) + replaced) == ["第1项 甲"]


def test_a_level_that_starts_elsewhere(shown) -> None:
    third = level(0, "chineseCounting", "%1、").replace('<w:start w:val="1"/>', '<w:start w:val="3"/>')
    assert shown(numbered("问题", 0) + numbered("安排", 0), numbering=abstract(third) + num(1)) == ["三、问题", "四、安排"]


@pytest.mark.parametrize(("restart", "second"), [("0", "（三）丙"), ("1", "（一）丙")])
def test_a_level_may_run_on_through_the_parts(shown, restart: str, second: str) -> None:
    levels = (GB[0], level(1, "chineseCounting", "（%2）", f'<w:lvlRestart w:val="{restart}"/>'))
    body = numbered("上", 0) + numbered("甲", 1) + numbered("乙", 1) + numbered("下", 0) + numbered("丙", 1)
    assert shown(body, numbering=abstract(*levels) + num(1))[-1] == second


def test_numbers_of_several_levels_in_one(shown) -> None:
    levels = (GB[0], level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "lowerLetter", "%3)"))
    body = numbered("上", 0) + numbered("甲", 1) + numbered("乙", 1) + numbered("细", 2)
    assert shown(body, numbering=abstract(*levels) + num(1)) == ["一、上", "1.1 甲", "1.2 乙", "a)细"]


def test_a_lower_level_before_any_higher_one(shown) -> None:
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    assert shown(numbered("甲", 1) + numbered("乙", 0), numbering=abstract(*levels) + num(1)) == ["1.1 甲", "2.乙"]


@pytest.mark.parametrize(("suffix", "text"), [("tab", "1 甲"), ("space", "1 甲"), ("nothing", "1甲")])
def test_the_gap_behind_a_bare_number(shown, suffix: str, text: str) -> None:
    bare = level(0, "decimal", "%1", f'<w:suff w:val="{suffix}"/>')
    assert shown(numbered("甲", 0), numbering=abstract(bare) + num(1)) == [text]


def test_bullets_are_no_text(shown) -> None:
    assert shown(numbered("甲", 0), numbering=abstract(level(0, "bullet", "\uf0b7")) + num(1)) == ["甲"]


def test_numbers_by_style(shown) -> None:
    levels = (level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'))
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的标题"/><w:basedOn w:val="h2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="off"><w:name w:val="无编号"/><w:basedOn w:val="h1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("成效", "h1") + styled("决策", "h2") + styled("执法", "own") + styled("附", "h1", none) + styled("注", "off") + styled("问题", "h1")
    assert shown(body, styles=styles, numbering=abstract(*levels) + num(1)) == ["一、成效", "（一）决策", "（二）执法", "附", "注", "二、问题"]


def test_the_level_of_a_style_as_wps_writes_it(shown) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert shown(styled("决策", "2"), styles=styles, numbering=abstract(*GB) + num(1)) == ["（一）决策"]


def test_a_list_style_refers_to_another_list(shown) -> None:
    numbering = (
        abstract(more='<w:numStyleLink w:val="list"/>')
        + abstract(*GB, number=1, more='<w:styleLink w:val="list"/>')
        + num(1)
        + num(2, 1)
    )
    styles = '<w:style w:type="numbering" w:styleId="list"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    assert shown(numbered("甲", 0, 1) + numbered("乙", 0, 2), styles=styles, numbering=numbering) == ["一、甲", "二、乙"]


def test_styles_and_lists_that_refer_in_a_circle(shown) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="甲"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="乙"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="numbering" w:styleId="list"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = abstract(more='<w:numStyleLink w:val="list"/>') + num(1)
    assert shown(styled("甲", "a") + numbered("乙", 0), styles=styles, numbering=numbering) == ["甲", "乙"]


@pytest.mark.parametrize("properties", ['<w:numPr><w:numId w:val="99"/></w:numPr>', '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="y"/></w:numPr>', "<w:numPr/>"])
def test_a_list_that_does_not_exist(shown, properties: str) -> None:
    assert shown(paragraph(run("甲"), properties), numbering=abstract(*GB) + num(1)) == ["甲"]


def test_numbers_are_no_characters_of_the_file(opened) -> None:
    read = opened(numbered("　规范决策", 1), numbering=abstract(*GB) + num(1))
    assert read.text.startswith("（一）规范决策\n")
    assert [(piece.offset, piece.column, piece.source, piece.source_column) for piece in read.pieces[:2]] == [(0, 1, 1, 0), (3, 4, 1, 2)]


def test_a_numbered_cell_without_text_shows_its_number(shown) -> None:
    cells = f"<w:tc>{numbered('', 2)}</w:tc><w:tc>{paragraph(run('执法力量不足'))}</w:tc>"
    assert shown(f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>", numbering=abstract(*GB) + num(1)) == ["1.　执法力量不足", "2.　执法力量不足"]
