"""Headers, footers and watermarks: read as the pages' own, behind the text, whose lines keep their numbers."""

import pytest

from makers_docx import W, paragraph, run
from reportcheck.checks import secrecy_mark
from reportcheck.outcome import Status
from reportcheck.structure.reading import Reading
from reportcheck.text.terms import Vocabulary

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WATERMARK = '<w:p><w:r><w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict></w:r></w:p>'
TITLE = paragraph(run("云岭县人民政府2024年度法治政府建设年度报告"))
PARAMS = {"grades": ("绝密", "机密", "秘密"), "notes": ("内部资料",)}


def section(*references: str, properties: str = "") -> str:
    return f'<w:sectPr xmlns:w="{W}" xmlns:r="{_R}">{"".join(references)}{properties}</w:sectPr>'


def reference(kind: str, of: str = "default", key: str = "r0") -> str:
    return f'<w:{kind}Reference w:type="{of}" r:id="{key}"/>'


def margin(read) -> list[str]:
    return [read.quote(block.span) for block in read.blocks if block.furniture]


def test_they_stand_behind_the_text(opened) -> None:
    body = TITLE + section(reference("header"))
    bare, read = opened(TITLE), opened(body, header=paragraph(run("秘密★1年")))
    assert margin(read) == ["秘密★1年"]
    assert read.text == f"{bare.text}\n秘密★1年"
    assert read.blocks[: len(bare.blocks)] == bare.blocks
    assert read.place(read.blocks[-1].span).line == len(bare.blocks) + 1


def test_page_numbers_and_repeated_lines_are_left_out(opened) -> None:
    footer = "".join(paragraph(run(line)) for line in ("— 1 —", "内部资料", "内部资料", ""))
    assert margin(opened(TITLE + section(reference("footer")), footer=footer)) == ["内部资料"]


def test_a_watermark_is_read(opened) -> None:
    assert margin(opened(TITLE + section(reference("header")), header=_WATERMARK)) == ["内部资料"]


@pytest.mark.parametrize(("properties", "told"), [("", []), ("<w:titlePg/>", ["机密★"]), ('<w:titlePg w:val="0"/>', [])])
def test_the_first_pages_own_counts_where_it_is_shown(opened, properties, told) -> None:
    body = TITLE + section(reference("header", "first"), properties=properties)
    assert margin(opened(body, header=paragraph(run("机密★")))) == told


def test_what_no_section_shows_is_not_read(opened) -> None:
    assert margin(opened(TITLE + section(), header=paragraph(run("机密★")))) == []


@pytest.mark.parametrize("mark", ["秘密★1年", "机密", "内部资料　注意保存"])
def test_a_mark_there_must_not_be_published(opened, mark) -> None:
    read = opened(TITLE + section(reference("header")), header=paragraph(run(mark)))
    outcome = secrecy_mark.check(Reading(read, vocabulary=Vocabulary(secrecy_mark.vocabulary(PARAMS))), PARAMS)
    assert outcome.status is Status.UNMET
    (fault,) = outcome.faults
    assert read.quote(fault.span) == mark.replace("　", " ")
    assert fault.message_slots["where"] == "的页眉、页脚或水印"


def test_around_a_web_page_it_is_somebody_elses(opened) -> None:
    read = opened(TITLE + section(reference("header")), header=paragraph(run("机密★1年")))._replace(format="html")
    outcome = secrecy_mark.check(Reading(read, vocabulary=Vocabulary(secrecy_mark.vocabulary(PARAMS))), PARAMS)
    assert outcome.status is not Status.UNMET
