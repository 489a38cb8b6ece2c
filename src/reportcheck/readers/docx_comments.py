"""Comments of a docx: who said what to which, and which replies to our own comments ask for a waiver."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.document import WaiverProposal
from reportcheck.readers.docx_names import P, w
from reportcheck.readers.docx_runs import paragraph_text

AUTHOR = "报告检查"
"""Who writes our comments: by this name we find them again."""
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MARK = re.compile(r"编号\s*([a-z0-9-]+\.[a-z0-9-]+)\s*·\s*([0-9a-f]+)\s*")
_ASKS = re.compile(r"\s*(不适用|已说明)\s*[：:]\s*(.*)", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CHAIN = 100


class Comment(NamedTuple):
    """One comment; ``parent`` is the id of the one that it replies to."""

    id: str
    author: str
    day: str
    lines: tuple[str, ...]
    para_ids: tuple[str, ...]
    """Ids of its paragraphs, by which other parts name it."""
    parent: str | None = None

    @property
    def ours(self) -> bool:
        """Tell whether this program wrote it."""
        return self.author == AUTHOR

    @property
    def finding(self) -> tuple[str, str] | None:
        """Return rule and fingerprint of the finding that a comment of ours is about."""
        found = next((match for line in reversed(self.lines) if (match := _MARK.fullmatch(line.strip()))), None)
        return (found[1], found[2]) if found else None

    @property
    def request(self) -> str:
        """Return what it says if it is to waive something; empty if not, or if no reason stands there."""
        text = " ".join(" ".join(self.lines).split())
        asks = _ASKS.fullmatch(text)
        return f"{asks[1]}：{asks[2]}" if asks and asks[2] else ""


def mark(rule: str, fingerprint: str) -> str:
    """Return the line that ties a comment to its finding, and so a reply to it."""
    return f"编号 {rule} · {fingerprint}"


def comments_of(comments: Element, extended: Element | None) -> list[Comment]:
    """Return all comments in the order of the file, each with the one that it replies to."""
    found = [_comment(each) for each in comments.iter(w("comment"))]
    by_para = {para: each.id for each in found for para in each.para_ids}
    entries = extended.iter(f"{_W15}commentEx") if extended is not None else ()
    parents = {
        by_para[para]: by_para[parent]
        for each in entries
        if (para := each.get(f"{_W15}paraId", "")) in by_para and (parent := each.get(f"{_W15}paraIdParent", "")) in by_para
    }
    return [each._replace(parent=parents.get(each.id)) for each in found]


def answered(comments: Sequence[Comment]) -> Mapping[str, list[Comment]]:
    """Return the replies by the id of the comment that begins the thread."""
    by_id = {each.id: each for each in comments}
    threads: dict[str, list[Comment]] = {}
    for each in comments:
        if each.parent is not None:
            threads.setdefault(_first(each, by_id).id, []).append(each)
    return threads


def proposals_of(comments: Sequence[Comment], path: str) -> Iterator[WaiverProposal]:
    """Yield what replies to our comments ask to waive; the last word of a thread counts."""
    by_id = {each.id: each for each in comments}
    for first, replies in answered(comments).items():
        finding = by_id[first].finding if by_id[first].ours else None
        asked = [each for each in replies if each.request]
        if finding and asked:
            yield WaiverProposal(*(finding[0], path, finding[1]), asked[-1].request, asked[-1].author, asked[-1].day)


def _first(comment: Comment, by_id: Mapping[str, Comment]) -> Comment:
    for _ in range(_CHAIN):
        if comment.parent is None:
            break
        comment = by_id[comment.parent]
    return comment


def _comment(element: Element) -> Comment:
    paragraphs = list(element.iter(P))
    day = element.get(w("date"), "")[:10]
    return Comment(
        element.get(w("id"), ""),
        element.get(w("author"), ""),
        day if _DAY.fullmatch(day) else "",
        tuple(paragraph_text(each).strip() for each in paragraphs),
        tuple(para for each in paragraphs if (para := each.get(f"{_W14}paraId"))),
    )
