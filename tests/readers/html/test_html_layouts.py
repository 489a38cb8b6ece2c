"""Ten page layouts of as many site systems: nothing of the page is in the report, nothing of the report is lost."""

from pathlib import Path

import pytest

from drafts import REPORTS, SAMPLES, read_text, told
from makers_html import LAYOUTS, laid_out, split_title
from reportcheck.document import Document
from reportcheck.engine import Checker
from reportcheck.readers import html, html_lines, html_stdlib, html_tree, plain

NO_DATE = {"word"}  # a draft saved by Word says nothing of its publication


def own(document: Document) -> list[str]:
    return [document.quote(block.span) for block in document.blocks if not block.furniture]


def texts() -> list[Path]:
    return [*SAMPLES, *REPORTS]


def as_text(path: Path) -> Document:
    return plain.read(read_text(path).strip().encode(), "稿.txt")


def as_page(layout: Path, path: Path) -> Document:
    return html.read(laid_out(layout, read_text(path)), "页.html")


def test_there_are_ten() -> None:
    assert len(LAYOUTS) == 10


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_every_paragraph_in_order_and_nothing_else(layout: Path, path: Path) -> None:
    assert own(as_page(layout, path)) == own(as_text(path))


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_the_same_outcome_for_every_rule(checker: Checker, layout: Path, path: Path) -> None:
    assert told(checker.check(as_page(layout, path))) == told(checker.check(as_text(path)))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_title_day_and_source(layout: Path) -> None:
    meta = as_page(layout, SAMPLES[0]).meta
    title, _ = split_title(read_text(SAMPLES[0]))
    assert meta.get("title", title) == title
    assert meta.get("published") == (None if layout.stem in NO_DATE else "2025-03-12")
    assert meta.get("source") == (None if layout.stem in NO_DATE else "县司法局")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_little_of_the_page_is_kept_and_only_as_furniture(layout: Path) -> None:
    document = as_page(layout, SAMPLES[0])
    aside = "".join(document.quote(block.span) for block in document.blocks if block.furniture)
    assert len(aside) < 200
    for word in ("首页", "版权所有", "网站标识码", "微信", "浏览器"):
        assert word not in document.text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_both_parsers_give_the_same_lines(layout: Path, path: Path) -> None:
    page = laid_out(layout, read_text(path))
    text = page.decode("gb18030" if b"charset=gb" in page.lower() else "utf-8")
    lexbor = html_lines.page_of(html_tree.nodes(text, "页.html"))
    assert html_lines.page_of(html_stdlib.nodes(html_tree.prepared(text))).lines == lexbor.lines
