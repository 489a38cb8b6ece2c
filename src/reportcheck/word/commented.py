"""A docx with comments: only what they need is added, every other byte stays."""

import posixpath
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportcheck.document import Document, Span
from reportcheck.readers.docx_comments import AUTHOR
from reportcheck.readers.docx_names import w
from reportcheck.word.edits import Edits
from reportcheck.word.parts import Parts
from reportcheck.word.points import Point, Points
from reportcheck.word.source import Source
from reportcheck.word.threads import Threads, cut_marks, threads_of, without_entries
from reportcheck.word.zipped import with_members

_USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
# The looks of body text (large type, indented) are not for a margin.
_PARAGRAPH = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
_LOOKS = {
    "": '<w:sz w:val="20"/><w:szCs w:val="20"/>',
    "strong": '<w:b/><w:sz w:val="20"/><w:szCs w:val="20"/>',
    "small": '<w:color w:val="808080"/><w:sz w:val="13"/><w:szCs w:val="13"/>',
}


class Line(NamedTuple):
    """A paragraph of a comment; ``look`` is a key of the looks: plain, strong or small."""

    text: str
    look: str = ""


class Note(NamedTuple):
    """A comment to be written on a stretch of the text; ``finding`` is what replies are tied to."""

    span: Span
    lines: tuple[Line, ...]
    finding: tuple[str, str] | None = None


def commented(data: bytes, document: Document, notes: Sequence[Note]) -> bytes:
    """Return the file with these comments; our old ones go, and those that were replied to stay as they are."""
    parts = Parts(data, document.path)
    threads = threads_of(parts)
    wanted = [each for each in notes if each.finding is None or each.finding not in threads.answered]
    free = (str(number) for number in count() if str(number) not in threads.taken)
    numbered = list(zip(free, wanted, strict=False))
    changed = {
        parts.main.name: _body(parts.main.source, document, numbered, threads),
        **_comments(parts, numbered, threads),
        **without_entries(parts, threads.stale),
    }
    return with_members(data, changed, document.path)


def untouched(data: bytes, path: str) -> bool:
    """Tell whether a file is as this program wrote it: whatever saves it anew writes our comments in its own way."""
    parts = Parts(data, path)
    part = parts.related("comments")
    ours = [each for each in part.source.root if each.get(w("author")) == AUTHOR] if part else []
    heads = (f'{_head(each.get(w("id"), ""))}<w:p>{_PARAGRAPH}'.encode() for each in ours)
    return bool(ours) and part is not None and all(part.source.raw(each).startswith(head) for each, head in zip(ours, heads, strict=True))


class _Marks(NamedTuple):
    """The marks at one point."""

    point: Point
    ends: list[bytes]
    starts: list[bytes]


def _body(source: Source, document: Document, notes: Iterable[tuple[str, Note]], threads: Threads) -> bytes:
    edits = Edits(source)
    cut_marks(edits, source.root, frozenset(each.id for each in threads.stale))
    points = Points(source, document)
    places: dict[int, _Marks] = {}
    for number, note in notes:
        start, end = points.around(note.span)
        places.setdefault(start.offset, _Marks(start, [], [])).starts.append(_mark(source, "commentRangeStart", number))
        ending = _mark(source, "commentRangeEnd", number) + _reference(source, number)
        places.setdefault(end.offset, _Marks(end, [], [])).ends.append(ending)
    for spaced in dict.fromkeys(each.point.kept for each in places.values() if each.point.kept is not None):
        edits.put(spaced, b' xml:space="preserve"')
    for offset, each in places.items():
        edits.put(offset, b"".join((each.point.closing, *each.ends, *each.starts, each.point.opening)))
    return edits.made()


def _prefix(source: Source) -> tuple[str, str]:
    """Return the prefix for our elements, and its declaration where the root has none."""
    uri = _STRICT if _STRICT in source.data[:8192].decode("utf-8", "replace") else _USUAL
    found = source.prefixes.get(uri)
    return (found, "") if found else ("w", f' xmlns:w="{uri}"')


def _mark(source: Source, name: str, number: str) -> bytes:
    prefix, declared = _prefix(source)
    return f'<{prefix}:{name}{declared} {prefix}:id="{number}"/>'.encode()


def _reference(source: Source, number: str) -> bytes:
    prefix, declared = _prefix(source)
    # As small as Word's own style for it: it must not make the line higher.
    looks = f'<{prefix}:rPr><{prefix}:sz {prefix}:val="16"/><{prefix}:szCs {prefix}:val="16"/></{prefix}:rPr>'
    return f'<{prefix}:r{declared}>{looks}<{prefix}:commentReference {prefix}:id="{number}"/></{prefix}:r>'.encode()


def _comments(parts: Parts, notes: Iterable[tuple[str, Note]], threads: Threads) -> dict[str, bytes]:
    """Return the part of the comments and, where the file had none, what names it."""
    part = parts.related("comments")
    written = b"".join(_written(number, note) for number, note in notes)
    if part is None:
        return _new_part(parts, written)
    edits = Edits(part.source)
    stale = {each.id for each in threads.stale}
    for element in part.source.root:
        if element.get(w("id")) in stale:
            edits.cut(element)
    uri = _STRICT if parts.main.source.prefixes.get(_STRICT) else _USUAL
    if part.source.prefixes.get(uri) != "w":
        written = written.replace(b"<w:comment ", f'<w:comment xmlns:w="{uri}" '.encode())
    edits.append(part.source.root, written)
    return {part.name: edits.made()}


def _new_part(parts: Parts, written: bytes) -> dict[str, bytes]:
    strict = _STRICT in parts.main.source.prefixes
    uri, relation = (_STRICT, _STRICT_RELATION) if strict else (_USUAL, _RELATION)
    short = next(name for number in count() if not parts.member(posixpath.join(parts.folder, name := f"comments{number or ''}.xml")))
    name = posixpath.join(parts.folder, short)
    types = parts.member(_TYPES)
    relations = parts.member(parts.relations_name)
    changed = {name: _HEAD + f'<w:comments xmlns:w="{uri}">'.encode() + written + b"</w:comments>"}
    if types is not None:
        changed[types.name] = _appended(types.source, f'PartName="/{name}" ContentType="{_CONTENT}"', "Override")
    source = relations.source if relations else Source(_HEAD + _RELATIONS, name)
    taken = {each.get("Id") for each in source.root}
    number = next(f"rId{number}" for number in count(1) if f"rId{number}" not in taken)
    changed[relations.name if relations else parts.relations_name] = _appended(
        source, f'Id="{number}" Type="{relation}" Target="{short}"', "Relationship"
    )
    return changed


def _appended(source: Source, attributes: str, name: str) -> bytes:
    """Return a part whose root has one more child, with the root's own prefix."""
    prefix, mark, _ = source.name(source.root).decode().rpartition(":")
    edits = Edits(source)
    edits.append(source.root, f"<{prefix}{mark}{name} {attributes}/>".encode())
    return edits.made()


def _written(number: str, note: Note) -> bytes:
    paragraphs = "".join(f"<w:p>{_PARAGRAPH}<w:r><w:rPr>{_LOOKS[line.look]}</w:rPr>{_text(line.text)}</w:r></w:p>" for line in note.lines)
    return f"{_head(number)}{paragraphs}</w:comment>".encode()


def _head(number: str) -> str:
    return f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="查">'


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
