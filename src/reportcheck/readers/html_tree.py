"""A page as one flat list of elements and texts in document order; who builds it makes no difference.

lexbor (extra ``office``) parses as browsers do and is preferred; where it is not
installed the standard library's tokens are put in order by ``html_stdlib``. Both
give the same lines for pages as sites write them. On soup that browsers rearrange
(text between table rows, say) they may differ, and lexbor's reading is the one that counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from itertools import accumulate
from typing import Any

from reportcheck.errors import UnreadableDocument

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "keygen", "frame"])
_NONE: Mapping[str, str | None] = {}
_MANY = 20_000
_TOO_MANY = 1_000_000
_TOO_DEEP = 1_000
_LARGE = 100_000
_OFTEN_OPEN = frozenset(["p", "li", "tr", "td", "th", "dd", "dt", "option"])
_WORD = re.compile(r"""[\s/"']([^\s/"'=<>]+)""")
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,100},[\w+/=%]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
# Formatting says nothing of the text, and parsers must repeat unclosed formatting in every paragraph that follows:
# some thousand <font> would fill the memory.
_FORMATTING = re.compile(r"</?(?:font|b|i|u|em|strong|big|small|s|strike|tt|code|nobr)(?=[\s/>])[^<>]*>", re.IGNORECASE)


Node = tuple[str, int, Mapping[str, str | None], str]
"""(tag, depth, attributes, "") of an element, ("", depth, {}, text) of a text; what follows with a greater depth is inside."""


def nodes(page: str, path: str) -> Iterable[Node]:
    """Yield the nodes of a page in document order, without comments, scripts and styles."""
    _refuse_towers(page, path)
    page = prepared(page)
    try:
        lexbor = import_module("selectolax.lexbor")
    except ImportError:
        from reportcheck.readers import html_stdlib  # noqa: PLC0415 - only where lexbor is not installed

        return html_stdlib.nodes(page)
    return _walk(lexbor.LexborHTMLParser(page))


def prepared(page: str) -> str:
    """Return a page without formatting, lines ended as HTML wants them."""
    return _FORMATTING.sub("", page.replace("\r\n", "\n").replace("\r", "\n"))


def _refuse_towers(page: str, path: str) -> None:
    """Refuse what takes a parser minutes: its work grows with the square of depth and of attributes."""
    tags = page.count("<")
    if tags > _TOO_MANY:
        raise _refusal(f"网页里的标签超过{_TOO_MANY // 10_000}万个", path)
    if tags > _MANY and _depth(page) > _TOO_DEEP:
        raise _refusal(f"网页标签一层套一层，超过{_TOO_DEEP}层", path)
    if len(page) > _LARGE and len(set(_WORD.findall(_EMBEDDED.sub("", page)))) > _MANY:
        raise _refusal("网页里的标签带的属性太多", path)


def _refusal(what: str, path: str) -> UnreadableDocument:
    return UnreadableDocument(what, where=path, remedy="请用浏览器打开，把报告正文复制到Word或文本文件里再检查")


def _depth(page: str) -> int:
    names = ((-1 if end else 1, name.lower()) for end, name in _TAG.findall(page))
    return max(accumulate(step for step, name in names if name not in VOID and name not in _OFTEN_OPEN), default=0)


def _walk(parser: Any) -> Iterator[Node]:  # noqa: ANN401 - an optional library's type
    parser.strip_tags(["script", "style", "svg", "select"])
    node, depth = parser.root, 0
    while node is not None:
        tag = node.tag or "span"  # lexbor gives none to a name that is no UTF-8
        if tag == "-text":
            yield "", depth, _NONE, node.text_content or ""
        elif not tag.startswith(("-", "!")):
            yield tag, depth, node.attributes, ""
            child = node.first_child
            if child is not None:
                node, depth = child, depth + 1
                continue
        following = node.next
        while following is None and depth:
            node, depth = node.parent, depth - 1
            following = node.next
        node = following
