"""Nodes of a page from the standard library's tokens: the end tags that pages leave out are supplied."""

import re
from collections import Counter
from html.parser import HTMLParser

from reportcheck.readers.html_tree import VOID, Node

# Whichever comes first: scripts hold what looks like comments, comments hold scripts.
_UNREAD = re.compile(
    r"<(script|style|textarea|xmp|iframe|noembed|noframes)\b[^>]*>.*?(?:</\1\s*>|\Z)"
    r"|<!---?>|<!--.*?(?:--!?>|\Z)|<!(?!--)[^>]*(?:>|\Z)|<\?[^>]*(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
# A tag that reaches the next one without its own end: browsers lose it too, and html.parser needs the square of the time.
_UNENDED = re.compile(r"<[a-zA-Z/][^<>]*(?=<)")
_ENDS_P = frozenset(
    ["address", "article", "aside", "blockquote", "center", "details", "dir", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "dd", "dt", "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul"]
)
_CELL = ("td", "th", "caption")
# Start tag -> what it ends if that is open, and what shields it (the element belongs to an inner list or table).
_ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "menu", "table", "td", "th")),
    "dt": (("dt", "dd"), ("dl", "table", "td", "th")),
    "dd": (("dt", "dd"), ("dl", "table", "td", "th")),
    "option": (("option",), ("select",)),
    "a": (("a",), ("table", *_CELL)),
    "td": (_CELL, ("table",)),
    "th": (_CELL, ("table",)),
    "tr": (("tr",), ("table",)),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (("tbody", "thead", "tfoot"), ("table",))),
    "body": (("head",), ()),
}
_P = (("p",), ("table", "button", *_CELL))
# An end tag does not reach out of a cell, nor out of its table.
_WALLS = {"td": ("table",), "th": ("table",), "tr": ("table",), **dict.fromkeys(("tbody", "thead", "tfoot"), ("table",))}
_OUTER = frozenset(["table", "html", "body"])


def nodes(page: str) -> list[Node]:
    """Return the nodes of a page as near to a browser's as needed for its lines."""
    builder = _Builder()
    builder.feed(_UNENDED.sub("", _UNREAD.sub("", page)))
    builder.close()
    return builder.nodes


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes: list[Node] = []
        self._open: list[str] = []
        self._count: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS_P:
            self._end_open(*_P)
        if tag in _ENDS:
            self._end_open(*_ENDS[tag])
        # The first of two attributes of one name counts, as in browsers.
        self.nodes.append((tag, len(self._open), dict(reversed(attrs)), ""))
        if tag not in VOID:
            self._open.append(tag)
            self._count[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # the slash means nothing in HTML

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "br") and not self._count[tag]:
            self.nodes.append((tag, len(self._open), {}, ""))
        elif tag not in VOID:
            self._end_open((tag,), () if tag in _OUTER else _WALLS.get(tag, _CELL))

    def handle_data(self, data: str) -> None:
        self.nodes.append(("", len(self._open), {}, data))

    def _end_open(self, wanted: tuple[str, ...], walls: tuple[str, ...]) -> None:
        """Close the innermost of the wanted elements that no wall shields, with all that is in it."""
        if not any(self._count[tag] for tag in wanted):
            return
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at] in wanted:
                self._count.subtract(self._open[at:])
                del self._open[at:]
                return
            if self._open[at] in walls:
                return
