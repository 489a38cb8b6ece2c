"""An XML part with the place of every element in its bytes, so that it can be edited without being written anew."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from reportcheck.errors import UnreadableDocument

_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_TAG = re.compile(rb"<[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>")
_NAME = re.compile(rb"<([^\s/>]+)")
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_REMEDY = "请用Word或WPS打开，另存为.docx后再试"


class Extent(NamedTuple):
    """Where an element stands: its start tag from ``start`` to ``inner``, its end tag from ``close`` to ``end``."""

    start: int
    inner: int
    close: int
    end: int


class Source:
    """The bytes of a part, its elements, their parents and extents."""

    def __init__(self, data: bytes, where: str) -> None:
        self.data = data
        self.extents: dict[Element, Extent] = {}
        self.parents: dict[Element, Element] = {}
        self.prefixes: dict[str, str] = {}
        """Namespace (as it is written) -> prefix, for those that the root declares."""
        self._open: list[tuple[Element, int]] = []
        self._builder = TreeBuilder()
        self._parser = self._new_parser(where)
        declared = _DECLARED.match(data)
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii")):
            raise UnreadableDocument("文件内部用的编码不常见，加不了批注", where=where, remedy=_REMEDY)
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat's positional
            self.root: Element = self._builder.close()
        except expat.ExpatError:
            raise UnreadableDocument("内容损坏（不是完整的XML）", where=where, remedy=_REMEDY) from None

    def raw(self, element: Element) -> bytes:
        """Return the bytes of an element."""
        extent = self.extents[element]
        return self.data[extent.start : extent.end]

    def start_tag(self, element: Element) -> bytes:
        """Return the bytes of an element's start tag."""
        extent = self.extents[element]
        return self.data[extent.start : extent.inner]

    def name(self, element: Element) -> bytes:
        """Return an element's name as it is written, with its prefix."""
        found = _NAME.match(self.data, self.extents[element].start)
        assert found is not None  # noqa: S101 - an element begins with its name
        return found[1]

    def is_empty(self, element: Element) -> bool:
        """Tell whether an element is a single tag, ``<name/>``."""
        return self.data[self.extents[element].inner - 2 : self.extents[element].inner] == b"/>"

    def _new_parser(self, where: str) -> expat.XMLParserType:
        def refuse(*_: object) -> None:
            raise UnreadableDocument("含有DTD或实体声明，正常的文件不会有，可能是恶意文件", where=where, remedy=_REMEDY)

        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = refuse
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        return parser

    def _declare(self, prefix: str | None, uri: str) -> None:
        if prefix and not self._open and not self.extents:
            self.prefixes.setdefault(uri, prefix)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = self._builder.start(_qualified(name), {_qualified(key): value for key, value in attributes.items()})
        if self._open:
            self.parents[element] = self._open[-1][0]
        self._open.append((element, self._parser.CurrentByteIndex))

    def _end(self, name: str) -> None:
        self._builder.end(_qualified(name))
        element, start = self._open.pop()
        tag = _TAG.match(self.data, start)
        assert tag is not None  # noqa: S101 - the parser found one
        at = self._parser.CurrentByteIndex
        if tag[0].endswith(b"/>"):
            self.extents[element] = Extent(start, tag.end(), tag.end(), tag.end())
        else:
            self.extents[element] = Extent(start, tag.end(), at, self.data.index(b">", at) + 1)


def _qualified(name: str) -> str:
    uri, mark, local = name.rpartition("}")
    return f"{{{_STRICT.get(uri, uri)}}}{local}" if mark else name
