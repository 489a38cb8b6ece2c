"""What a Word file holds, taken apart with the standard library alone."""

import io
import zipfile
from xml.etree import ElementTree as ET

from reportcheck.readers.docx_comments import AUTHOR, Comment, comments_of
from reportcheck.readers.docx_names import (
    DELETED,
    FALLBACK,
    FOOTNOTE_REFERENCE,
    MOVED_AWAY,
    RPR,
    TEXT_BOX,
    R,
    T,
    w,
)

_SPLIT = {R, RPR, T}
_MARKS = {w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")}


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def kept(data: bytes) -> list[tuple[object, ...]]:
    """Return what the directory of the package says of members that comments do not concern."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    told = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/commentsExtended.xml"}
    return [(i.filename, i.date_time, i.compress_type, i.compress_size, i.external_attr, i.extra) for i in infos if i.filename not in told]


def comments(data: bytes) -> list[Comment]:
    files = members(data)
    extended = files.get("word/commentsExtended.xml")
    return comments_of(parsed(files["word/comments.xml"]), parsed(extended) if extended else None)


def body(data: bytes) -> ET.Element:
    return parsed(members(data)["word/document.xml"])


def parsed(source: bytes) -> ET.Element:
    """Return the root of a part, the strict variant's names written as everyone else writes them."""
    strict, usual = b"http://purl.oclc.org/ooxml/wordprocessingml/main", w("").strip("{}").encode()
    return ET.fromstring(source.replace(strict, usual))  # noqa: S314 - made here


def flat(data: bytes, ours: set[str]) -> list[tuple[object, ...]]:
    """Return a document as its characters with their looks and its other elements, our marks left out: cuts of runs do not show."""
    found: list[tuple[object, ...]] = []

    def walk(element: ET.Element, looks: str) -> None:
        for child in element:
            if child.tag in _MARKS and child.get(w("id")) in ours:
                continue
            if child.tag == R:
                properties = child.find(RPR)
                walk(child, "" if properties is None else ET.tostring(properties, encoding="unicode").strip())
            elif child.tag == T:
                found.extend((char, looks) for char in child.text or "")
            elif child.tag != RPR or element.tag != R:
                found.append((child.tag, looks, tuple(sorted(child.attrib.items())), (child.text or "").strip()))
                walk(child, looks)
                found.append(("/", child.tag))

    walk(body(data), "")
    return found


def covered(data: bytes) -> dict[str, str]:
    """Return the words that each comment's range covers, as Word shows them."""
    ranges: dict[str, list[str]] = {}
    open_: list[str] = []
    words: dict[str, str] = {}

    def walk(element: ET.Element) -> None:
        for child in element:
            number = child.get(w("id"), "")
            if child.tag == w("commentRangeStart"):
                ranges[number] = []
                open_.append(number)
            elif child.tag == w("commentRangeEnd"):
                open_.remove(number)
                words[number] = "".join(ranges[number])
            elif child.tag == w("commentReference"):
                assert number in words or number not in ranges
            elif child.tag in {T, w("tab")}:
                for each in open_:
                    ranges[each].append("\t" if child.tag != T else child.text or "")
            elif child.tag not in {FALLBACK, DELETED, MOVED_AWAY, TEXT_BOX, FOOTNOTE_REFERENCE}:
                walk(child)

    walk(body(data))
    assert not open_
    return words


def ours(data: bytes) -> list[Comment]:
    return [each for each in comments(data) if each.author == AUTHOR]
