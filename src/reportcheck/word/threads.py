"""Comments that a docx holds already: ours are taken out, unless somebody replied to them."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.readers import docx_names as names
from reportcheck.readers.docx_comments import Comment, answered, comments_of
from reportcheck.readers.docx_names import w
from reportcheck.word.edits import Edits
from reportcheck.word.parts import Part, Parts

_BY_PARAGRAPH = ("commentsExtended", "commentsIds")
_BY_DURABLE_ID = "commentsExtensible"
_MARKS = frozenset({w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")})


class Threads(NamedTuple):
    """The comments of a file; ``stale`` are ours that nobody replied to."""

    comments: tuple[Comment, ...]
    stale: tuple[Comment, ...]

    @property
    def taken(self) -> frozenset[str]:
        """Return the ids of the comments that stay."""
        return frozenset(each.id for each in self.comments if each not in self.stale)

    @property
    def answered(self) -> frozenset[tuple[str, str]]:
        """Return the findings whose comments stay because of a reply."""
        return frozenset(each.finding for each in self.comments if each.ours and each.finding and each not in self.stale)


def threads_of(parts: Parts) -> Threads:
    """Return the comments of a docx."""
    part, extended = parts.related("comments"), parts.related("commentsExtended")
    comments = tuple(comments_of(part.source.root, extended.source.root if extended else None)) if part else ()
    replied = answered(comments)
    return Threads(comments, tuple(each for each in comments if each.ours and each.id not in replied and each.parent is None))


def cut_marks(edits: Edits, root: Element, ids: frozenset[str]) -> None:
    """Take the marks of these comments out of the body."""
    for element in root.iter():
        if element.tag == names.R and any(each.tag == w("commentReference") and each.get(w("id")) in ids for each in element):
            content = [each for each in element if each.tag != names.RPR]
            for each in [element] if len(content) == 1 else content:
                if each is element or (each.tag == w("commentReference") and each.get(w("id")) in ids):
                    edits.cut(each)
        elif element.tag in _MARKS and element.tag != w("commentReference") and element.get(w("id")) in ids:
            edits.cut(element)


def without_entries(parts: Parts, stale: tuple[Comment, ...]) -> dict[str, bytes]:
    """Return the parts that tell more of comments (threads, lasting ids, times) without these comments."""
    paragraphs = {para for each in stale for para in each.para_ids}
    changed: dict[str, bytes] = {}
    durable: set[str] = set()
    for kind in (*_BY_PARAGRAPH, _BY_DURABLE_ID):
        part = parts.related(kind) if paragraphs else None
        if part is not None:
            entries = [each for each in part.source.root if {_local(each, "paraId"), _local(each, "durableId")} & (paragraphs | durable)]
            durable |= {_local(each, "durableId") for each in entries} - {""}
            if entries:
                changed[part.name] = _without(part, entries)
    return changed


def _without(part: Part, elements: list[Element]) -> bytes:
    edits = Edits(part.source)
    for each in elements:
        edits.cut(each)
    return edits.made()


def _local(element: Element, name: str) -> str:
    """Return an attribute whatever its namespace: the parts' namespaces differ, the names do not."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
