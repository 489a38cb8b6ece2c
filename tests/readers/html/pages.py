"""Small pages, and what was read of them."""

from drafts import REPORT
from reportcheck.document import Document
from reportcheck.readers import html

OWN = REPORT.split("\n")
BODY = OWN[1:]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)


def own(read: Document) -> list[str]:
    return [read.quote(block.span) for block in read.blocks if not block.furniture]


def furniture(read: Document) -> list[str]:
    return [read.quote(block.span) for block in read.blocks if block.furniture]


def page(body: str, head: str = "") -> Document:
    return html.read(f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), "页.html")
