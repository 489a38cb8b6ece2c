"""Saved pages of government sites: the report, its title and what the page states of it; nothing of the page around it."""


from collections.abc import Iterator

from reportcheck.digest import sha256
from reportcheck.document import Document
from reportcheck.errors import TooLittleText
from reportcheck.readers.html_bytes import page_text
from reportcheck.readers.html_facts import is_info, is_stamp, stated, stated_title
from reportcheck.readers.html_lines import Page, page_of
from reportcheck.readers.html_main import (
    Stretch,
    begins_with_title,
    has_more_pages,
    is_attachment,
    kept,
    main_text,
    title_lines,
)
from reportcheck.readers.html_tree import nodes
from reportcheck.readers.paragraphs import Line, assemble_blocks

_INFO_REACH = 30
_INFO_INSIDE = 5
_INFO_LENGTH = 200
_UNSEEN = 300


def read(data: bytes, path: str) -> Document:
    """Read a page; line N is block N of the report, ``source`` the running number of the paragraph on the page."""
    text, encoding, notes = page_text(data, path)
    page = page_of(nodes(text, path))
    found = main_text(page)
    title = stated_title(page.meta)
    shown = title_lines(page.lines, found.start, title)
    info = [number for number in range(max(found.start - _INFO_REACH, 0), min(found.start + _INFO_INSIDE, found.end)) if _is_info(page, number, shown)]
    nearest = sorted(info, key=lambda number: (number < shown.start, abs(number - shown.start)))
    facts = stated(page.meta, _text(page, shown) or title, [page.lines[number].text for number in nearest])
    try:
        return assemble_blocks(
            _lines(page, found, shown, facts.get("title", ""), info),
            path=path, fmt="html", sha256=sha256(data).hexdigest(), encoding=encoding, meta=facts, notes=[*notes, *_notes(page, found)],
        )  # fmt: skip
    except TooLittleText as error:
        raise TooLittleText(
            error.what,
            where=path,
            remedy="网页的正文可能是打开后才载入的，或在另一个框架里：请用浏览器打开，等正文出来后另存为网页，或者把正文复制到Word、文本文件里再检查",
        ) from None


def _notes(page: Page, found: Stretch) -> Iterator[str]:
    if has_more_pages(page, found):
        yield "网页上有“下一页”，报告可能分成几页，这里只读了这一页；请把各页正文合在一起再检查"
    if page.unseen >= _UNSEEN:
        yield f"网页里有大约{page.unseen}个字设为不显示，没有读入；如果报告分成几页，请把各页正文合在一起再检查"


def _is_info(page: Page, number: int, shown: Stretch) -> bool:
    """Tell a line before the text, or first in it, that states its day or source; lists of news have days as well."""
    text, _, linked = page.lines[number]
    if number in range(*shown) or len(text) > _INFO_LENGTH or linked * 2 > len(text):
        return False
    return is_info(text) or (number >= shown.start and is_stamp(text))


def _lines(page: Page, found: Stretch, shown: Stretch, title: str, info: list[int]) -> Iterator[Line]:
    """Yield the title if the text does not begin with it, the info lines, and the text."""
    inside = list(kept(page, found))
    own = begins_with_title([page.lines[number] for number in inside], title)
    before = [number for number in info if number < found.start]
    yield from (_line(page, number, furniture=True) for number in before if number < shown.start)
    if not own and shown.end > shown.start:
        yield from (_line(page, number, furniture=False) for number in range(*shown))
    elif not own and title:
        yield Line(title, 1, ((0, 0),))
    yield from (_line(page, number, furniture=True) for number in before if number >= shown.start)
    yield from (_line(page, number, furniture=is_attachment(page.lines[number])) for number in inside)


def _line(page: Page, number: int, *, furniture: bool) -> Line:
    text, level, _ = page.lines[number]
    return Line(text, number + 1, level=None if furniture else level, furniture=furniture)


def _text(page: Page, stretch: Stretch) -> str:
    return "".join(line.text.strip() for line in page.lines[slice(*stretch)])
