"""What a test reads off a written page."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

COUNT = 40


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        told = dict(attrs)
        self.links += [told[name] or "" for name in ("href", "src") if name in told]
        if told.get("id"):
            self.ids.append(told["id"] or "")


def links_of(path: Path) -> Links:
    parser = Links()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


def words_of(path: Path) -> str:
    text = re.sub(r"<(script|style)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", text)))
