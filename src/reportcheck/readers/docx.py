"""Word documents (.docx, also those of WPS): the text as Word shows it, with every tracked change accepted."""


import posixpath
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from reportcheck.digest import sha256
from reportcheck.document import Document
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import docx_names as names
from reportcheck.readers.docx_body import Body, Parts, contents_of, notes_of
from reportcheck.readers.docx_comments import Comment, comments_of, proposals_of
from reportcheck.readers.docx_lines import with_contents_heading, with_levels
from reportcheck.readers.docx_margins import margins_of, with_margins
from reportcheck.readers.docx_names import lean, w
from reportcheck.readers.docx_numbering import Numbering
from reportcheck.readers.docx_styles import Styles
from reportcheck.readers.package import Package, open_package
from reportcheck.readers.paragraphs import assemble_blocks
from reportcheck.readers.xml import parse

_MAIN = "word/document.xml"
_CHANGES = {names.INSERTED: "新增", names.DELETED: "删除", names.MOVED_HERE: "移动"}


def read(data: bytes, path: str) -> Document:
    """Read a docx; a line's source is its paragraph (``w:p``) in the file, counted from 1."""
    package = _Docx(open_package(data, path), path)
    root = package.root()
    tags = {element.tag for element in root.iter()}
    body = root.find(w("body"))
    lines = Body(_parts(package, root, tags)).lines(body) if body is not None else []
    comments = _comments(package) if w("commentReference") in tags else []
    document = assemble_blocks(
        with_contents_heading(with_levels(lines)),
        path=path,
        fmt="docx",
        sha256=sha256(data).hexdigest(),
        notes=tuple(_notes(root, tags, comments)),
    )
    if w("sectPr") in tags:
        document = with_margins(document, margins_of(root, package.related_part))
    return document._replace(proposals=tuple(proposals_of(comments, path))) if comments else document


class _Docx:
    """The parts of a package, found by their relationships as Word finds them."""

    def __init__(self, package: Package, path: str) -> None:
        self._package = package
        self._path = path
        self._main = self._related("").get("officeDocument", _MAIN)
        self._targets = self._related(self._main)
        self._by_id = self._related(self._main, "Id")

    def root(self) -> Element:
        """Return the main document."""
        if not self._package.has(self._main):
            raise UnreadableDocument("这个Word文件里没有正文", where=self._path, remedy="请用Word或WPS打开，另存为.docx后再检查")
        return self._parse(self._main)

    def part(self, kind: str) -> Element | None:
        """Return a part of the main document (styles, numbering, footnotes…), None where there is none."""
        name = self._targets.get(kind, "")
        return self._parse(name) if self._package.has(name) else None

    def related_part(self, key: str) -> Element | None:
        """Return the part that a relationship of the main document names, None where there is none."""
        name = self._by_id.get(key, "")
        return self._parse(name) if self._package.has(name) else None

    def _parse(self, name: str) -> Element:
        return parse(lean(self._package.read(name)), self._path, name)

    def _related(self, source: str, key: str = "Type") -> Mapping[str, str]:
        """Return member by kind, or by id, for the relationships of a part."""
        folder, name = posixpath.split(source)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self._package.has(rels):
            return {}
        return {
            each.get(key, "").rpartition("/")[2]: posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]
            for each in parse(self._package.read(rels), self._path, rels)
            if each.get("TargetMode") != "External"
        }


def _parts(package: _Docx, root: Element, tags: set[str]) -> Parts:
    styled = names.PSTYLE in tags or names.NUM_PR in tags
    styles = Styles(package.part("styles") if styled else None)
    return Parts(
        numbers={element: number for number, element in enumerate(root.iter(names.P), 1)},
        styles=styles,
        numbering=Numbering(package.part("numbering") if styled else None, styles),
        contents=frozenset(contents_of(root)) if names.INSTRUCTION in tags else frozenset(),
        notes={
            (kind, note): text
            for kind, tag in (("footnotes", names.FOOTNOTE_REFERENCE), ("endnotes", names.ENDNOTE_REFERENCE))
            if tag in tags and (part := package.part(kind)) is not None
            for note, text in notes_of(part)
        },
    )


def _comments(package: _Docx) -> list[Comment]:
    part = package.part("comments")
    return comments_of(part, package.part("commentsExtended")) if part is not None else []


def _notes(root: Element, tags: set[str], comments: Sequence[Comment]) -> Iterator[str]:
    """Yield what the reader of a result should know of how the file was read."""
    changes = [said for tag, said in _CHANGES.items() if tag in tags]
    if changes:
        yield f"文件里有还没接受的修订（{'、'.join(changes)}），检查的是接受全部修订以后的文字"
    others = sum(1 for _ in root.iter(w("commentReference"))) - sum(each.ours for each in comments) if w("commentReference") in tags else 0
    if others > 0:
        yield f"文件里有{others}条批注，批注不算正文，没有检查"
    if names.VANISH in tags and any(names.is_on(each.find(names.RPR), names.VANISH) and each.find(names.T) is not None for each in root.iter(names.R)):
        yield "文件里有隐藏文字，没有检查"
    if w("altChunk") in tags:
        yield "文件里嵌入了另一个文件，嵌入的内容没有检查；请把它的文字粘贴到正文里"
