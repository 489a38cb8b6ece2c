"""PDF: what the text layer says, in the order of reading, and what is said of files that have none."""

from collections.abc import Sequence

import pytest

from makers_pdf import Sheet, Words, pdf, pdf_without_fonts, typeset
from reportcheck.document import Document, Span
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import pdf as reader
from reportcheck.readers import pdf_pages

pytest.importorskip("pypdfium2", reason="没有安装 pypdfium2")

PARAGRAPH = "全县各单位把依法行政的要求落到每一个岗位，办理事项有章可循，群众反映的问题件件有回音，"
LONG = PARAGRAPH * 8 + "全年受理申请120件。"


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks if not block.furniture]


def furniture(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks if block.furniture]


def read(sheets: Sequence[Sheet]) -> Document:
    return reader.read(pdf(sheets), "报告.pdf")


def refused(data: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        reader.read(data, "报告.pdf")
    return caught.value


def body(lines: Sequence[str], top: float = 740) -> list[Words]:
    return [Words(79, top - 29 * number, line) for number, line in enumerate(lines)]


def filling(top: float = 500, count: int = 8) -> list[Words]:
    """Lines enough for a document, an indented first one before them. No two are equal: PDFium takes the second for a shadow."""
    return [Words(111, top, full(0)[:26]), *(Words(79, top - 29 * number, full(number)) for number in range(1, count + 1))]


def full(number: int) -> str:
    """A line of 28 characters."""
    return (PARAGRAPH * 4)[number : number + 28]


@pytest.mark.parametrize("step", [2, 0])
def test_paragraphs_are_put_together(step: int) -> None:
    text = f"松溪县2024年法治政府建设年度报告\n一、主要举措\n{LONG}\n（一）严格执法。{LONG}\n松溪县人民政府\n2025年1月20日"
    document = read(typeset(text, indent=bool(step)))
    assert blocks(document) == text.split("\n")
    assert document.format == "pdf"


def test_a_paragraph_goes_on_over_a_page_and_keeps_its_pages() -> None:
    document = read(typeset(f"松溪县2024年法治政府建设年度报告\n{LONG * 3}"))
    whole = document.blocks[-1].span
    assert document.quote(whole) == LONG * 3
    assert document.place(Span(whole.start, whole.start + 5)).page == 1
    assert document.place(Span(whole.end - 5, whole.end)).page == 2
    assert document.place(Span(whole.end - 5, whole.end)).line == 2


def test_page_numbers_are_not_part_of_the_text() -> None:
    document = read(typeset(f"松溪县2024年法治政府建设年度报告\n{LONG * 6}"))
    assert "—" not in document.text
    assert furniture(document) == []


def test_a_signature_alone_on_the_last_page_stays_by_itself() -> None:
    lines = [Words(79, 740 - 29 * number, full(number)) for number in range(22)]
    signature = [Words(350, 740, "松溪县人民政府"), Words(366, 711, "2025年1月20日")]
    document = read([Sheet([Words(111, 769, full(30)[:26]), *lines]), Sheet(signature)])
    assert blocks(document)[1:] == ["松溪县人民政府", "2025年1月20日"]


def test_margins_of_left_and_right_pages() -> None:
    first = [Words(111 - 32 * bool(number), 740 - 29 * number, full(number)[: 28 if number else 26]) for number in range(22)]
    second = [words._replace(x=words.x - 30, text=full(number + 22)[: 28 if number else 26]) for number, words in enumerate(first)]
    assert len(blocks(read([Sheet(first), Sheet(second)]))) == 2


def test_running_heads_come_once_and_as_furniture() -> None:
    sheets = [
        Sheet([Words(200, 800, "松溪县文件汇编", 10), Words(400, 800, f"第{number}期", 10), *sheet.words])
        for number, sheet in enumerate(typeset(f"松溪县2024年法治政府建设年度报告\n{LONG * 6}"), 1)
    ]
    document = read(sheets)
    assert furniture(document) == ["松溪县文件汇编 第1期"]
    assert "".join(blocks(document)[1:]) == LONG * 6


def test_words_that_stand_on_one_line_are_one_line_in_any_order() -> None:
    document = read([Sheet([*filling(), Words(111, 740, "（一）"), Words(207, 740, "行政"), Words(159, 740, "严格规")])])
    assert blocks(document)[0] == "（一）严格规行政"


def test_a_page_drawn_in_disorder_is_read_from_top_to_bottom() -> None:
    lines = body(["松溪县人民政府", "二、存在的问题", "三、下一步安排"])
    document = read([Sheet([*reversed(lines), *filling()])])
    assert blocks(document)[:3] == ["松溪县人民政府", "二、存在的问题", "三、下一步安排"]


def test_cells_of_a_row_are_one_block_with_blanks_between() -> None:
    rows = [("指标", "2023年", "2024年"), ("复议申请", "120", "134"), ("评查案卷", "300", "420")]
    cells = [Words(79 + 150 * x, 740 - 25 * y, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
    assert blocks(read([Sheet([*cells, *filling()])]))[:3] == ["指标 2023年 2024年", "复议申请 120 134", "评查案卷 300 420"]


def test_no_space_between_figures_and_chinese() -> None:
    words = [Words(111, 740, "全年办理"), Words(179, 740, "134"), Words(207, 740, "件")]
    assert blocks(read([Sheet([*words, *filling()])]))[0] == "全年办理134件"


def test_recognised_text_is_closed_up() -> None:
    words = [Words(111, 740, "推 进 法 治 政 府 建 设")]
    assert blocks(read([Sheet([*words, *filling()])]))[0] == "推进法治政府建设"


def test_a_space_that_the_writer_set_stays() -> None:
    assert blocks(read([Sheet([Words(111, 740, "松溪县司法局 报送材料一份"), *filling()])]))[0] == "松溪县司法局 报送材料一份"


def test_look_alikes_become_the_characters() -> None:
    assert blocks(read([Sheet([Words(111, 740, "⻓效机制⼀项，⽅案⾏得通"), *filling()])]))[0] == "长效机制一项，方案行得通"


def test_slanting_watermarks_are_left_out() -> None:
    mark = Words(150, 300, "内部资料", 60, (0.7, 0.7, -0.7, 0.7))
    assert "内部资料" not in read([Sheet([mark, *filling()])]).text


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotate: int) -> None:
    upright = filling(620, 10)
    turned = {
        90: [Words(842 - w.y, w.x, w.text, w.size, (0, 1, -1, 0)) for w in upright],
        180: [Words(595 - w.x, 842 - w.y, w.text, w.size, (-1, 0, 0, -1)) for w in upright],
        270: [Words(w.y - 247, 842 - w.x, w.text, w.size, (0, -1, 1, 0)) for w in upright],
    }[rotate]
    assert read([Sheet(turned, rotate=rotate)]).text == read([Sheet(upright)]).text


def test_a_table_drawn_sideways_is_read() -> None:
    upright = filling(620, 10)
    sideways = [Words(842 - w.y, w.x, w.text, w.size, (0, 1, -1, 0)) for w in upright]
    assert read([Sheet(sideways)]).text == read([Sheet(upright)]).text


def test_what_is_filled_in_a_form_is_read() -> None:
    document = read([Sheet(filling(), fields=[Words(111, 740, "松溪县人民政府")])])
    assert blocks(document)[0] == "松溪县人民政府"


def test_a_title_on_two_lines_is_one() -> None:
    title = [Words(79, 740, "松溪县人民政府关于法治政府建设年度情", 24.5), Words(273, 705, "报告", 24.5)]
    assert blocks(read([Sheet([*title, *filling()])]))[0] == "松溪县人民政府关于法治政府建设年度情报告"


def test_notes_at_the_foot_wait_for_the_paragraph_to_end() -> None:
    mark, note = Words(527, 748, "①", 8), Words(79, 80, "①数据截至年底。", 9)
    first = [Words(79, 740 - 29 * number, full(number)) for number in range(22)]
    second = [Words(79, 740, full(22)), Words(79, 711, "到此为止。"), Words(111, 682, "另起一段。")]
    document = read([Sheet([*first[:1], mark, *first[1:], note]), Sheet(second)])
    assert blocks(document) == ["".join(map(full, range(23))) + "到此为止。", "①数据截至年底。", "另起一段。"]


def test_a_scan_says_that_it_has_no_text() -> None:
    fault = refused(pdf([Sheet(picture=True)] * 3))
    assert str(fault) == (
        "报告.pdf：这是扫描件，没有文字层（只读出0个汉字）（请交Word或WPS原件，或者用文字识别软件（OCR）转换后另存）"
    )


def test_letters_made_curves_are_told_from_a_scan() -> None:
    assert refused(pdf([Sheet(curves=150)])).what == "文字已经转成图形，没有文字层（只读出0个汉字）"


def test_a_scanned_page_among_others_is_noted() -> None:
    assert read([Sheet(filling()), Sheet(picture=True)]).notes == ("第2页是图片，没有文字层，图片里的字没有读到",)


def test_a_locked_file_says_so() -> None:
    locked = pdf([Sheet(filling())], password="秘")  # noqa: S106 - a made-up one
    assert str(refused(locked)) == "报告.pdf：有密码，打不开（请取消密码后重新保存）"


def test_a_damaged_file_says_so() -> None:
    fault = refused(b"%PDF-1.7\n" + b"\x00\x9c" * 400)
    assert str(fault) == "报告.pdf：PDF文件不完整或已损坏，打不开（请重新导出或重新下载；打不开就请报送单位重新发送）"


def test_characters_without_names_are_counted_and_shown() -> None:
    document = reader.read(pdf_without_fonts([Sheet(filling())], unnamed="法"), "报告.pdf")
    assert document.text.count("�") == 8
    assert "依�行政" in document.text
    assert document.notes == (
        "有8个字没有读出来（文中显示为�）：PDF里没有注明是什么字；请用Word或WPS原件重新导出PDF（选“嵌入字体”），或直接交原件",
    )


def character_by_character(words: Sequence[Words]) -> list[Words]:
    """As WPS writes it: every character is placed by itself."""
    return [Words(w.x + 16 * at, w.y, char, w.size) for w in words for at, char in enumerate(w.text)]


def test_characters_placed_one_by_one_make_words() -> None:
    assert read([Sheet(character_by_character(filling()))]).text == read([Sheet(filling())]).text


def test_what_gets_lost_with_a_missing_font_is_counted() -> None:
    """PDFium passes over single characters of fonts that are neither in the file nor on the computer."""
    document = reader.read(pdf_without_fonts([Sheet([*filling(), Words(300, 700, "甲"), Words(300, 650, "乙")])]), "报告.pdf")
    assert "甲" not in document.text
    assert document.notes == (
        "有2处文字没有读出来：PDF没有嵌入字体FangSong_GB2312，本机也没有可以代替的中文字体；请在本机安装中文字体（宋体、仿宋、黑体、楷体），或者用Word、WPS原件重新导出PDF并选“嵌入字体”",
    )


def test_a_text_lost_with_its_font_is_refused() -> None:
    fault = refused(pdf_without_fonts([Sheet(character_by_character(filling()))]))
    assert fault.what == "文字大多读不出来：PDF没有嵌入字体FangSong_GB2312，本机也没有可以代替的中文字体"


def test_a_font_without_any_names_is_refused() -> None:
    assert refused(pdf_without_fonts([Sheet(filling())], unnamed=PARAGRAPH)).what.startswith("文字层没有编码，读出来是乱码")


def test_a_short_text_is_no_report() -> None:
    assert refused(pdf([Sheet([Words(79, 740, "松溪县人民政府")])])).what == "只读出7个汉字，不足200字，无法当作报告检查"


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MAX_PAGES", 2)
    assert refused(pdf([Sheet(filling())] * 3)).what == "有3页，超过2页"


def test_too_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MAX_CHARACTERS", 400)
    assert refused(pdf([Sheet(filling())] * 2)).what.startswith("字数超过")


def test_without_the_library_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2.raw", None)
    fault = refused(pdf([Sheet(filling())]))
    assert fault.what == "读PDF需要另装一个组件"
    assert 'pip install "reportcheck[office]"' in fault.remedy


def test_the_same_file_gives_the_same_document() -> None:
    data = pdf(typeset(LONG * 4))
    assert reader.read(data, "x.pdf") == reader.read(data, "x.pdf")
