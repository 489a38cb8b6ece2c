"""Paragraphs, tables, text boxes, content controls, fields, notes: in order, once each."""

import pytest

from drafts import REPORT
from makers_docx import auto_numbered, package, paragraph, part, plain, run, tabled, tracked, zipped
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import docx

LONG = "县政府常务会议专题研究法治政府建设事项，逐项明确牵头单位和完成时限，按季度通报进展，并把结果纳入年度考核"


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def words(text: str) -> str:
    return paragraph(run(text))


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


def test_a_row_is_a_block(shown) -> None:
    body = words("上文。") + table(row(cell(words("年份")), cell(words("件数"))), row(cell(words("2024年")), cell(words("9件"), words("均已公布")))) + words("下文。")
    assert shown(body) == ["上文。", "年份　件数", "2024年　9件 均已公布", "下文。"]


def test_merged_cells_are_read_once(shown) -> None:
    body = table(
        row(cell(words("类别"), properties='<w:vMerge w:val="restart"/>'), cell(words("复议"))),
        row(cell(words("类别"), properties="<w:vMerge/>"), cell(words("应诉"))),
        row(cell(words("合计"), properties='<w:gridSpan w:val="2"/>')),
    )
    assert shown(body) == ["类别　复议", "应诉", "合计"]


def test_a_table_in_a_cell(shown) -> None:
    inner = table(row(cell(words("内一")), cell(words("内二"))), row(cell(words("内三"))))
    assert shown(table(row(cell(words("外")), cell(inner, "<w:p/>")))) == ["外", "内一　内二", "内三"]


def test_a_table_that_lays_out_running_text_is_no_row(shown) -> None:
    text = [f"{n}{LONG}{LONG}。" for n in ("（一）", "（二）", "（三）")]
    assert shown(table(row(cell(words("主要成效")), cell(*map(words, text))))) == ["主要成效", *text]
    assert shown(table(row(cell(words("存在问题")), cell(words(text[0] + LONG))))) == ["存在问题", text[0] + LONG]


def test_rows_in_content_controls_and_deleted_rows(shown) -> None:
    kept = f"<w:sdt><w:sdtPr/><w:sdtContent>{row(cell(words('留')))}</w:sdtContent></w:sdt>"
    gone = row(cell(words("去")), properties='<w:trPr><w:del w:id="1" w:author="甲"/></w:trPr>')
    assert shown(table(kept, gone)) == ["留"]


def test_text_boxes_follow_their_paragraph_once(shown) -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{words(text)}{words('第二段')}</w:txbxContent>"

    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>{box('云岭县人民政府文件')}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box('云岭县人民政府文件')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = paragraph(f"{run('前半句，')}<w:r>{drawing}</w:r>{run('后半句。')}") + words("下一段。")
    assert shown(body) == ["前半句，后半句。", "云岭县人民政府文件", "第二段", "下一段。"]
    old = paragraph(f"<w:r><w:pict><v:textbox>{box('旧格式')}</v:textbox></w:pict></w:r>")
    assert shown(old) == ["旧格式", "第二段"]


def test_an_alternate_with_text_in_the_fallback_only(shown) -> None:
    choice = '<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><w:txbxContent>{words('只在后备里')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    assert shown(paragraph(f"<w:r>{choice}{fallback}</w:r>")) == ["只在后备里"]


def test_content_controls_links_and_simple_fields(shown) -> None:
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('乙')}</w:sdtContent></w:sdt><w:hyperlink>{run('丙')}</w:hyperlink><w:fldSimple w:instr=\"DATE\">{run('丁')}</w:fldSimple>"
    smart = f'<w:smartTag w:element="x">{run("戊")}</w:smartTag><w:customXml>{run("己")}</w:customXml>'
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{words('整段')}{table(row(cell(words('一格'))))}</w:sdtContent></w:sdt>"
    assert shown(paragraph(run("甲") + inner + smart) + block) == ["甲乙丙丁戊己", "整段", "一格"]


def test_fields_show_their_results(shown) -> None:
    nested = field("IF 1 = 1", run("结果"))
    body = paragraph(run("共") + field("=SUM(A1)", run("12")) + run("件") + field(f'HYPERLINK "x"</w:instrText></w:r>{field("PAGE", run("9"))}<w:r><w:instrText>', nested))
    assert shown(body) == ["共12件结果"]


def test_a_field_that_runs_over_two_paragraphs(shown) -> None:
    start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert shown(paragraph(start + run("上段")) + paragraph(run("下段") + end + run("尾"))) == ["上段", "下段尾"]


def test_signs_that_are_elements(shown) -> None:
    signs = '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t><w:sym w:font="仿宋_GB2312" w:char="2014"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="X" w:char="F0FE"/></w:r>'
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{run('yún')}</w:rt><w:rubyBase>{run('云')}</w:rubyBase></w:ruby></w:r>"
    assert shown(paragraph(signs + formula + ruby)) == ["甲\t乙-丙—☑x=1云"]


def test_line_breaks_separate(shown) -> None:
    br = "<w:r><w:br/></w:r>"
    title = paragraph(run("云岭县人民政府关于") + br + run("2024年度法治政府建设情况的报告"))
    heading = paragraph(run("（一）规范决策。") + br + run("　　全年听证2场。") + '<w:r><w:br w:type="page"/></w:r>' + run("下页。"))
    assert shown(title + heading) == ["云岭县人民政府关于", "2024年度法治政府建设情况的报告", "（一）规范决策。", "全年听证2场。", "下页。"]


def test_a_break_in_the_middle_of_a_long_sentence_does_not(opened) -> None:
    first = LONG + "，" + LONG[:20]
    read = opened(paragraph(f"{run(first)}<w:r><w:br/></w:r>{run('　' + LONG[20:] + '。')}"))
    assert read.quote(read.blocks[0].span) == first + LONG[20:] + "。"
    assert read.pieces[1][-2:] == (1, len(first) + 3)


def test_hidden_text_is_left_out(opened) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
    plain = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见</w:t></w:r>'
    read = opened(paragraph(run("甲") + hidden + plain))
    assert read.text.startswith("甲看得见\n")
    assert read.notes == ("文件里有隐藏文字，没有检查",)


def test_notes_follow_their_paragraph(opened) -> None:
    def note(number: int, text: str, kind: str = "") -> str:
        return f'<w:footnote w:id="{number}"{kind}>{words(text)}</w:footnote>'

    notes = note(0, "分隔", ' w:type="separator"') + note(2, "含乡镇办理的案件。")
    end = note(2, "数据由县司法局提供").replace("footnote", "endnote")
    reference = '<w:r><w:{}Reference w:id="2"/></w:r>'
    body = paragraph(run("办结案件58") + reference.format("footnote") + run("件。") + reference.format("endnote")) + words("下文。")
    read = opened(body, footnotes=notes, endnotes=end)
    assert [read.quote(block.span) for block in read.blocks[:4]] == ["办结案件58件。", "（注1：含乡镇办理的案件。）", "（注2：数据由县司法局提供）", "下文。"]
    assert [(piece.source, piece.source_column) for piece in read.pieces[:4]] == [(1, 1), (1, 0), (1, 0), (2, 1)]


def test_comments_are_no_text(opened) -> None:
    marks = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    read = opened(paragraph(marks.format(run("规范决策"))))
    assert read.text.startswith("规范决策\n")
    assert read.notes == ("文件里有1条批注，批注不算正文，没有检查",)


def test_embedded_files_are_told_of(opened) -> None:
    assert opened('<w:altChunk r:id="r9" xmlns:r="r"/>').notes == ("文件里嵌入了另一个文件，嵌入的内容没有检查；请把它的文字粘贴到正文里",)


TOC_STYLE = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'


@pytest.mark.parametrize(
    "contents",
    [
        f"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>{words('目录')}{words('一、成效 1')}</w:sdtContent></w:sdt>",
        words("目　录") + paragraph(run("一、成效 1"), '<w:pStyle w:val="11"/>'),
        words("目录") + paragraph(field('TOC \\o "1-3"', run("一、成效 1"))),
    ],
)
def test_a_table_of_contents_is_no_text_of_the_report(opened, contents: str) -> None:
    read = opened(contents + words("一、成效"), styles=TOC_STYLE)
    assert [(read.quote(block.span).replace("　", ""), block.furniture) for block in read.blocks[:3]] == [("目录", True), ("一、成效 1", True), ("一、成效", False)]


def heading(text: str, style: str) -> str:
    return paragraph(run(text), f'<w:pStyle w:val="{style}"/>')


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, more in [
        ("t", "Title", ""), ("1", "heading 1", ""), ("2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("own", "小标题", '<w:basedOn w:val="2"/>'), ("zh", "标题 3", ""), ("flat", "正文标题", '<w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    ]
)  # fmt: skip


def levels(read) -> list[int | None]:
    return [block.level for block in read.blocks[:-1]]


def test_styles_and_outline_levels_are_heading_levels(opened) -> None:
    direct = paragraph(run("直接设置"), '<w:outlineLvl w:val="2"/>')
    body = heading("题目", "t") + heading("成效", "1") + heading("决策", "2") + heading("执法", "own") + heading("细目", "zh") + heading("平", "flat") + direct
    assert levels(opened(body, styles=STYLES)) == [1, 2, 3, 3, 4, None, 4]


def test_a_single_heading_1_at_the_top_is_the_title(opened) -> None:
    assert levels(opened(heading("题目", "1") + heading("成效", "2") + heading("问题", "2"), styles=STYLES)) == [1, 2, 2]
    assert levels(opened(heading("成效", "1") + heading("决策", "2") + heading("问题", "1"), styles=STYLES)) == [2, 3, 2]
    assert levels(opened(words(LONG * 2) + heading("成效", "1") + heading("决策", "2"), styles=STYLES)) == [None, 2, 3]
    assert levels(opened(heading("题目", "t") + words(LONG * 2) + heading("成效", "t") + heading("决策", "2"), styles=STYLES)) == [1, None, 2, 3]


def test_whole_paragraphs_in_a_heading_style_are_no_headings(opened) -> None:
    body = heading("（一）规范决策。全年听证2场。", "2") + heading("（二）" + LONG + LONG[:20], "2") + heading("（三）严格执法。", "2")
    assert levels(opened(body, styles=STYLES)) == [None, None, 3]


def test_the_strict_variant_of_the_format() -> None:
    files = {
        "_rels/.rels": '<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/main.xml"/></Relationships>',
        "word/main.xml": part("document", f"<w:body>{words(LONG * 5)}</w:body>").replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
        ),
    }
    assert docx.read(zipped(files), "稿.docx").text == LONG * 5


def test_a_package_without_a_document() -> None:
    with pytest.raises(UnreadableDocument) as error:
        docx.read(zipped({"a.xml": "<a/>"}), "稿.docx")
    assert str(error.value) == "稿.docx：这个Word文件里没有正文（请用Word或WPS打开，另存为.docx后再检查）"


def test_a_document_without_text() -> None:
    with pytest.raises(UnreadableDocument, match="只读出0个汉字"):
        docx.read(package("<w:p/>"), "稿.docx")


def test_a_hidden_run_takes_nothing_in(shown) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
    assert shown(paragraph(hidden + run("看得见") + "<w:r><w:rPr><w:b/></w:rPr><w:t>也是</w:t></w:r>")) == ["看得见也是"]


def test_looks_are_taken_out_and_nothing_else(shown) -> None:
    looks = '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="甲"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>'
    cdata = "<w:r><w:t><![CDATA[<w:rPr><w:b/></w:rPr>]]></w:t></w:r>"
    assert shown(paragraph(looks + cdata)) == ["甲<w:rPr><w:b/></w:rPr>"]


def test_characters_without_a_width_are_left_out(opened) -> None:
    read = opened(words("\ufeff法\u200b\u200b治政\u00ad府"))
    assert read.text.startswith("法治政府\n")
    assert [(piece.offset, piece.source_column) for piece in read.pieces[:3]] == [(0, 2), (1, 5), (3, 8)]


def test_characters_that_end_lines_end_none(shown) -> None:
    assert shown(words("甲\u2028乙\x85丙\n丁")) == ["甲 乙 丙 丁"]


@pytest.mark.parametrize(
    ("around", "times"),
    [
        (table(row(cell("{}"))), 80),
        ("<w:customXml>{}</w:customXml>", 245),
        ("<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>", 61),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", 120),
    ],
)
def test_nested_as_deep_as_xml_may_be(shown, around: str, times: int) -> None:
    body = words("底")
    for _ in range(times):
        body = around.replace("{}", body)
    assert shown(body) == ["底"]


@pytest.mark.parametrize("make", [plain, auto_numbered, tracked, tabled])
def test_taking_out_looks_and_seams_changes_nothing(make, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make(REPORT)
    lean = docx.read(data, "稿.docx")
    monkeypatch.setattr(docx, "lean", lambda part: part)
    assert docx.read(data, "稿.docx") == lean
