"""Where the report stands on the page: known containers first, then the smallest box that holds the prose."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reportcheck.readers.html_lines import Box, Page, PageLine
from reportcheck.text.fold import fold
from reportcheck.text.numbering import enumerator_at


class Stretch(NamedTuple):
    """Lines of the page from ``start`` to before ``end``."""

    start: int
    end: int


# Ids and classes in which the site systems of governments put the text of an article.
_KNOWN = re.compile(
    r"zoom|fontzoom|zoomcon\w*|ucap-content|trs_(?:ueditor|editor|editor_view|preapp\w*)|view|pages_content|vsb_content\w*|v_news_content|"
    r"wp_articlecontent|ivs_content|js_content|rich_media_content|bt[-_]content|td_doccontent|myctrcontent|printarea|print[-_]?content|"
    r"main[-_]?(?:text|txt|content|con)|content|contents|contentbox|con|conmain|contxt|neirong|nr|zw|zwnr|wznr|wz_?zw|text|txt|article|detail|"
    r"\w*(?:article|news|detail|info|doc|xxgk\w*|zfxxgk\w*|gk|xl|art|arc|wz|zw|page)[-_]?(?:content|contents|con|cont|cnt|text|txt|body|detail|details|main|nr|zw)"
)
_NOISE = re.compile(
    r"(?:bd)?share\w*|bdsharebuttonbox|social\S*|\w*bread-?crumbs?|crumbs?|location|position|weizhi|dqwz|footer|foot|copyright|"
    r"related\S*|relate|xgwz|xgxx|xgzc|xglj|recommend\S*|pagination|pager|pages?|page-?nav|page-?turn|fy|fenye|prev-?next|prenext|sxp|toolbar|tools?|print|close|"
    r"qrcode|ewm|erweima|fontsize|zihao|hot|sidebar|side-?bar|site-?nav|navbar?|menu|top-?bar|mobile-?share|jiathis\S*|bshare\S*"
)
_CHINESE = re.compile("[一-龥]+")
_SENTENCE = re.compile(r"[。；：]$")
_SITE_WORDS = re.compile(r"本网|网站|浏览器|转载|版权|备案|点击|登录|下载|扫码|二维码")
_PROSE = 24
_KNOWN_SHARE = 0.8
_ANY_SHARE = 0.98
_MOST = 0.99
_TITLE_REACH = 40
_TAIL_REACH = 6
_SHORT = 60
_TITLE = re.compile(r"(?:法治|依法行政).{0,40}(?:报告|总结|情况)(?:\(.{2,12}\))?$")
_DAY = re.compile(r"^[\[(]?(?:20\d\d|二[〇○零0]二[一-龥])年.{1,3}月.{1,3}日[\])]?$")
_SIGNER = re.compile(r"^[一-龥\s]{4,40}(?:政府|办公室|局|厅|委员会|委|部|处|所|院|中心)$")
_ATTACHMENT = re.compile(r"^附\s*件|\.(?:docx?|wps|pdf|ofd|xlsx?|zip|rar)$", re.IGNORECASE)


def main_text(page: Page) -> Stretch:
    """Return the lines among which the report stands, without the page's title and with the signature."""
    sums = [0, *accumulate(map(_prose, page.lines))]
    whole = Stretch(0, len(page.lines))
    return _with_signature(page, _known(page.boxes, sums) or _smallest(page.boxes, sums) or whole)


def _prose(line: PageLine) -> int:
    """Return how many Chinese characters a line adds to the text: only whole sentences count, and no links."""
    if line.linked * 2 > len(line.text) or len(line.text) < _PROSE or not _SENTENCE.search(line.text.rstrip()):
        return 0
    count = chinese(line.text)
    return 0 if count < _PROSE or (count < 4 * _PROSE and _SITE_WORDS.search(line.text)) else count


def chinese(text: str) -> int:
    """Return the number of Chinese characters."""
    return sum(map(len, _CHINESE.findall(text)))


def _known(boxes: Sequence[Box], sums: Sequence[int]) -> Stretch | None:
    """Return the smallest known container with most of the prose; parts in boxes of one name are taken together."""
    found = [(_covered(parts, sums), Stretch(parts[0].start, parts[-1].end)) for parts in _parts(boxes, sums)]
    best = max((prose for prose, _ in found), default=0)
    if not best or best < _KNOWN_SHARE * sums[-1]:
        return None
    return min((stretch for prose, stretch in found if prose >= _MOST * best), key=lambda each: each.end - each.start)


def _parts(boxes: Sequence[Box], sums: Sequence[int]) -> Iterator[list[Box]]:
    """Yield, for every known name, its outermost boxes that hold prose."""
    by_name: dict[str, list[Box]] = {}
    for box in boxes:
        for name in box.names or (("article",) if box.tag == "article" else ()):
            parts = by_name.setdefault(name, []) if _KNOWN.fullmatch(name) else None
            if parts is not None and sums[box.end] > sums[box.start] and (not parts or parts[-1].end <= box.start):
                parts.append(box)
    yield from filter(None, by_name.values())


def _covered(parts: Sequence[Box], sums: Sequence[int]) -> int:
    return sum(sums[box.end] - sums[box.start] for box in parts)


def _smallest(boxes: Sequence[Box], sums: Sequence[int]) -> Stretch | None:
    """Return the smallest box that holds nearly all prose of the page."""
    enough = [box for box in boxes if sums[-1] and sums[box.end] - sums[box.start] >= _ANY_SHARE * sums[-1]]
    best = min(enough, key=lambda box: box.end - box.start, default=None)
    return Stretch(best.start, best.end) if best else None


def _with_signature(page: Page, found: Stretch) -> Stretch:
    """Take in who signed and when, where the site puts them below the container."""
    noise = _noise(page.boxes, page.lines)
    for at in range(found.end, min(found.end + _TAIL_REACH, len(page.lines))):
        words = fold(page.lines[at].text).strip()
        if _DAY.match(words):
            return Stretch(found.start, at + 1)
        if at not in noise and (not _SIGNER.match(words) or page.lines[at].linked):
            return found
    return found


def kept(page: Page, found: Stretch) -> Iterator[int]:
    """Yield the numbers of the lines in a stretch that are not links, tools or boxes of the page."""
    noise = _noise(page.boxes, page.lines)
    for number in range(found.start, found.end):
        line = page.lines[number]
        if number not in noise and (not _is_link(line) or _ATTACHMENT.search(line.text)):
            yield number


def _noise(boxes: Sequence[Box], lines: Sequence[PageLine]) -> frozenset[int]:
    """Return the lines in boxes that are named after tools of the page and hold no sentence."""
    named = (box for box in boxes if box.tag == "footer" or any(_NOISE.fullmatch(name) for name in box.names))
    return frozenset(
        number
        for box in named
        if not any(map(_is_reports, lines[box.start : box.end]))
        for number in range(box.start, box.end)
    )


def _is_reports(line: PageLine) -> bool:
    """Tell a line that shows a box, whatever its name, to hold some of the report."""
    words = fold(line.text).strip()
    return bool(_prose(line) or _DAY.match(words) or enumerator_at(words, 0))


def _is_link(line: PageLine) -> bool:
    if not line.linked or line.level is not None or line.linked * 5 < len("".join(line.text.split())) * 4:
        return False
    return len(line.text) < _SHORT and not _SENTENCE.search(line.text) and enumerator_at(fold(line.text), 0) is None


def has_more_pages(page: Page, found: Stretch) -> bool:
    """Tell whether the text goes on elsewhere: a link to the next page in it or right below."""
    return any(line.linked and "下一页" in line.text for line in page.lines[found.start : found.end + _TAIL_REACH])


def is_attachment(line: PageLine) -> bool:
    """Tell a line that only links a file."""
    return bool(line.linked and _is_link(line))


def title_lines(lines: Sequence[PageLine], start: int, stated: str) -> Stretch:
    """Return where the page shows the article's title before line ``start``; an empty stretch if nowhere."""
    wanted = _bare(stated)
    for size in (1, 2, 3):
        for at in range(start - size, max(start - _TITLE_REACH, -1), -1):
            shown = "".join(line.text for line in lines[at : at + size])
            if len(shown) <= 2 * _SHORT and wanted and _bare(shown) == wanted:
                return Stretch(at, at + size)
    for at in range(start - 1, max(start - _TITLE_REACH, -1), -1):
        if _looks_like_title(lines[at]):
            return Stretch(at, at + 1)
    return Stretch(start, start)


def begins_with_title(lines: Sequence[PageLine], stated: str) -> bool:
    """Tell whether a text has its own title among the short lines that it begins with."""
    head: list[str] = []
    for line in lines[:8]:
        if _prose(line):
            break
        head.append(line.text)
    joined = [_bare("".join(head[at:end])) for at in range(len(head)) for end in range(at + 1, min(at + 3, len(head)) + 1)]
    return (bool(stated) and _bare(stated) in joined) or any(map(_looks_like_title, lines[: len(head)]))


def _looks_like_title(line: PageLine) -> bool:
    words = fold(line.text).strip()
    return len(words) <= _SHORT and not _is_link(line) and bool(_TITLE.search(words)) and ":" not in words


def _bare(text: str) -> str:
    return "".join(fold(text).split())
