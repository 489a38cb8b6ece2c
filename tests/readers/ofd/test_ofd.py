"""OFD: the pages' text in the order of reading, in all the spellings that producers use."""

from collections.abc import Sequence

import pytest

from makers_ofd import Text, ofd, package, page, text_object
from reportcheck.document import Document, Span
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import ofd as reader
from reportcheck.readers import ofd_pages
from reportcheck.readers.ofd_text import deltas, numbers

PARAGRAPH = "全县各单位把依法行政的要求落到每一个岗位，办理事项有章可循，群众反映的问题件件有回音，"
REPORT = f"松溪县2024年法治政府建设年度报告\n一、主要举措\n{PARAGRAPH * 20}全年受理申请120件。\n松溪县人民政府"


def blocks(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks if not block.furniture]


def furniture(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks if block.furniture]


def filling(top: float = 100) -> list[Text]:
    lines = [(PARAGRAPH * 3)[at : at + 28] for at in range(9)]
    return [Text(39, top, lines[0][:26]), *(Text(28, top + 10 * number, line) for number, line in enumerate(lines[1:], 1))]


def read(pages: Sequence[str], **options: object) -> Document:
    return reader.read(package(pages, **options), "报告.ofd")  # type: ignore[arg-type]


def refused(data: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        reader.read(data, "报告.ofd")
    return caught.value


def test_paragraphs_are_put_together_over_pages() -> None:
    document = reader.read(ofd(REPORT), "报告.ofd")
    assert blocks(document) == REPORT.split("\n")
    assert furniture(document) == ["法治政府建设年度报告公开件"]
    assert document.format == "ofd"
    body = document.blocks[3].span
    assert document.place(Span(body.start, body.start + 1)).page == 1
    assert document.place(Span(body.end - 1, body.end)).page == 2


@pytest.mark.parametrize("prefix", ["", "o"])
def test_any_prefix_of_the_namespace(prefix: str) -> None:
    assert read([page(filling())], prefix=prefix).text == read([page(filling())]).text


@pytest.mark.parametrize("root", ["Doc_0/Document.xml", "/Doc_0/Document.xml", "./Doc_0/Document.xml", "Doc_0\\Document.xml"])
def test_places_of_files_in_every_spelling(root: str) -> None:
    entry = f"<OFD><DocBody><DocRoot> {root} </DocRoot></DocBody></OFD>"
    assert read([page(filling())], parts={"OFD.xml": entry}).text == read([page(filling())]).text


def test_steps_with_repeats() -> None:
    assert deltas("3 g 3 5 1.5") == [3, 5, 5, 5, 1.5]
    assert deltas("g 2") == [0, 2]
    assert len(deltas("g 99999999 1")) == 100_000
    assert numbers("0 x 1e999 -2") == [0, 0, 0, -2]


def test_codes_of_one_object_go_on_where_the_last_began() -> None:
    object_ = (
        '<ofd:TextObject ID="5" Boundary="39 40 100 8" Font="3" Size="5.6">'
        '<ofd:TextCode X="0" Y="5" DeltaX="g 3 5.6">严格执法</ofd:TextCode>'
        '<ofd:TextCode X="22.4" DeltaX="g 1 5.6">公正</ofd:TextCode></ofd:TextObject>'
    )
    assert blocks(read([page(filling(), extra=object_)]))[0] == "严格执法公正"


def test_a_matrix_moves_and_sizes_the_text() -> None:
    attributes = 'CTM="5.6 0 0 5.6 0 0"'
    small = Text(39, 50, "严格执法", 1, attributes)
    document = read([page([small, Text(61.4, 54.6, "公正司法"), *filling()])])
    assert blocks(document)[0] == "严格执法公正司法"


def test_slanting_and_hidden_text_is_left_out() -> None:
    slanting = Text(60, 200, "内部资料", 20, 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    hidden = Text(60, 220, "草稿字样", 5, 'Visible="false"')
    text = read([page([slanting, hidden, *filling()])]).text
    assert "内部资料" not in text
    assert "草稿字样" not in text


def test_cells_in_one_object_are_kept_apart() -> None:
    row = (
        '<ofd:TextObject ID="5" Boundary="39 40 150 8" Font="3" Size="5.6">'
        '<ofd:TextCode X="0" Y="5" DeltaX="5.6 40 5.6">复议应诉</ofd:TextCode></ofd:TextObject>'
    )
    assert blocks(read([page(filling(), extra=row)]))[0] == "复议 应诉"


def test_text_in_nested_blocks_of_a_page() -> None:
    nested = f'<ofd:PageBlock ID="7"><ofd:PageBlock ID="8">{text_object(Text(39, 40, "二、存在的问题"))}</ofd:PageBlock></ofd:PageBlock>'
    assert blocks(read([page(filling(), extra=nested)]))[0] == "二、存在的问题"


def test_a_template_of_one_page_holds_text() -> None:
    form = page([Text(39, 40, "松溪县人民政府")], template="")
    assert blocks(read([page(filling())], template=form))[0] == "松溪县人民政府"


def test_what_is_put_on_a_page_afterwards_is_furniture() -> None:
    document = "<Document><Pages><Page ID='0' BaseLoc='Pages/Page_0/Content.xml'/></Pages><Annotations>Annots/Annotations.xml</Annotations></Document>"
    parts = {
        "Doc_0/Document.xml": document,
        "Doc_0/Annots/Annotations.xml": "<Annotations><Page PageID='0'><FileLoc>Page_0/Annotation.xml</FileLoc></Page></Annotations>",
        "Doc_0/Annots/Page_0/Annotation.xml": "<PageAnnot xmlns:ofd='x'><Annot><Appearance>"
        + text_object(Text(39, 40, "政务公开专用"))
        + "</Appearance></Annot></PageAnnot>",
    }
    assert furniture(read([page(filling())], parts=parts)) == ["政务公开专用"]


def test_the_version_in_force_is_read() -> None:
    parts = {
        "OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot><Versions>"
        "<Version ID='1' Index='1' Current='false' BaseLoc='Doc_0/Versions/V1.xml'/>"
        "<Version ID='2' Index='2' Current='true' BaseLoc='Doc_0/Versions/V2.xml'/></Versions></DocBody></OFD>",
        "Doc_0/Versions/V2.xml": "<DocVersion><DocRoot>/Doc_0/New.xml</DocRoot></DocVersion>",
        "Doc_0/New.xml": "<Document><Pages><Page ID='0' BaseLoc='Pages/New.xml'/></Pages></Document>",
        "Doc_0/Pages/New.xml": page([Text(39, 40, "修改后的标题"), *filling()]),
    }
    assert blocks(read([page([Text(39, 40, "原来的标题"), *filling()])], parts=parts))[0] == "修改后的标题"


def test_several_documents_are_read_one_after_another() -> None:
    parts = {
        "OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody><DocBody><DocRoot>Doc_1/Document.xml</DocRoot></DocBody></OFD>",
        "Doc_1/Document.xml": "<Document><Pages><Page ID='0' BaseLoc='Content.xml'/></Pages></Document>",
        "Doc_1/Content.xml": page([Text(39, 40, "附件材料")]),
    }
    document = read([page(filling())], parts=parts)
    assert blocks(document)[-1] == "附件材料"
    assert document.pieces[-1].page == 2


def test_a_locked_file_says_so() -> None:
    fault = refused(package([page(filling())], parts={"Encryptions.xml": "<Encryptions/>"}))
    assert str(fault) == "报告.ofd：OFD文件加了密，读不了（请取消加密后重新保存）"


def test_a_scan_says_that_it_has_no_text() -> None:
    picture = '<ofd:ImageObject ID="5" Boundary="0 0 210 297" ResourceID="6"/>'
    assert refused(package([page([], extra=picture)])).what == "这是扫描件，没有文字层（只读出0个汉字）"


def test_a_scanned_page_among_others_is_noted() -> None:
    picture = '<ofd:ImageObject ID="5" Boundary="0 0 210 297" ResourceID="6"/>'
    assert read([page(filling()), page([], extra=picture)]).notes == ("第2页是图片，没有文字层，图片里的字没有读到",)


def test_a_missing_page_is_an_error_and_no_hole() -> None:
    fault = refused(package([page(filling()), page(filling())], parts={"Doc_0/Pages/Page_1/Content.xml": ""}))
    assert fault.where == "报告.ofd（Doc_0/Pages/Page_1/Content.xml）"


def test_no_page_at_all() -> None:
    assert refused(package([])).what == "OFD里没有一页正文"


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd_pages, "MAX_PAGES", 2)
    assert refused(package([page(filling())] * 3)).what.startswith("超过2页")


def test_characters_without_names_are_counted() -> None:
    assert read([page([Text(39, 40, "松\ue001县"), *filling()])]).notes == (
        "有1个字没有读出来：文件里没有注明是什么字，多为自造字；请对照原件",
    )


def test_text_that_is_no_language_is_refused() -> None:
    garbage = [Text(28, 20 + 10 * row, "".join(chr(0xE000 + at + row * 28) for at in range(28))) for row in range(12)]
    assert refused(package([page(garbage)])).what == "文字没有编码，读出来是乱码"
