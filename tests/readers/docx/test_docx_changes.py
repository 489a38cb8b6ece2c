"""Tracked changes: the text is what stands there once all of them are accepted."""

import pytest

from makers_docx import deleted, numbering_level, paragraph, run

TRACK = 'w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z"'
NOTE = "文件里有还没接受的修订（{}），检查的是接受全部修订以后的文字"


def mark(kind: str) -> str:
    return f"<w:rPr><w:{kind} {TRACK}/></w:rPr>"


def test_words_put_in_and_struck_out(opened) -> None:
    read = opened(paragraph(run("全年制定文件") + deleted("8") + f"<w:ins {TRACK}>{run('9')}</w:ins>" + run("件。")))
    assert read.text.startswith("全年制定文件9件。\n")
    assert read.notes == (NOTE.format("新增、删除"),)


def test_words_put_in_and_struck_out_again(opened) -> None:
    both = f"<w:ins {TRACK}>{run('留')}{deleted('去')}</w:ins>"
    assert opened(paragraph(run("甲") + both)).text.startswith("甲留\n")


def test_a_moved_paragraph_stands_where_it_went(shown) -> None:
    away = paragraph(f"<w:moveFrom {TRACK}>{run('移动的段落。')}</w:moveFrom>", mark("moveFrom"))
    here = paragraph(f"<w:moveTo {TRACK}>{run('移动的段落。')}</w:moveTo>", mark("moveTo"))
    assert shown(away + paragraph(run("中间。")) + here) == ["中间。", "移动的段落。"]


def test_a_struck_out_end_joins_two_paragraphs(opened) -> None:
    read = opened(paragraph(run("办结案件"), mark("del")) + paragraph(run("58件。")))
    assert read.quote(read.blocks[0].span) == "办结案件58件。"
    assert [(piece.offset, piece.column, piece.source, piece.source_column) for piece in read.pieces[:3]] == [(0, 1, 1, 1), (4, 5, 2, 1), (9, 1, 3, 1)]


def test_a_struck_out_paragraph_is_not_counted(shown) -> None:
    def item(content: str, more: str = "") -> str:
        return paragraph(content, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{more}')

    numbering = f'<w:abstractNum w:abstractNumId="0">{numbering_level(0, "chineseCounting", "%1、")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = item(run("成效")) + item(deleted("删去的部分"), mark("del")) + item(run("问题")) + item(f"<w:ins {TRACK}>{run('安排')}</w:ins>", mark("ins"))
    assert shown(body, numbering=numbering) == ["一、成效", "二、问题", "三、安排"]


def test_a_heading_joined_with_its_text_keeps_its_number(shown) -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{numbering_level(0, "chineseCounting", "（%1）")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    heading = paragraph(run("规范决策。"), f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{mark("del")}')
    assert shown(heading + paragraph(run("全年听证2场。")), numbering=numbering) == ["（一）规范决策。全年听证2场。"]


@pytest.mark.parametrize("kind", ["del", "vanish", "specVanish"])
def test_a_paragraph_without_an_end_before_a_table_and_at_the_end(shown, kind: str) -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('格内'), mark(kind))}</w:tc></w:tr></w:tbl>"
    assert shown(paragraph(run("表前"), mark(kind)) + table) == ["表前", "格内"]


def test_changed_looks_are_no_changed_text(opened) -> None:
    looks = f"<w:rPr><w:b/><w:rPrChange {TRACK}><w:rPr/></w:rPrChange></w:rPr>"
    read = opened(paragraph(f"<w:r>{looks}<w:t>规范决策</w:t></w:r>"))
    assert (read.text.partition("\n")[0], read.notes) == ("规范决策", ())
