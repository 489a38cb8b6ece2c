"""Changes to bytes, collected and made at once."""

from xml.etree.ElementTree import Element

from reportcheck.word.source import Source


class Edits:
    """What to put in and what to take out of one part."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._cuts: list[tuple[int, int]] = []
        self._puts: list[tuple[int, bytes]] = []

    def cut(self, element: Element) -> None:
        """Take an element out."""
        extent = self._source.extents[element]
        self._cuts.append((extent.start, extent.end))

    def put(self, offset: int, data: bytes) -> None:
        """Put bytes in at an offset of the part as it was; what is put at the same offset stands in the order of the calls."""
        self._puts.append((offset, data))

    def append(self, element: Element, content: bytes) -> None:
        """Put bytes at the end of an element's content."""
        extent = self._source.extents[element]
        if self._source.is_empty(element):
            self._cuts.append((extent.inner - 2, extent.inner))
            self.put(extent.inner, b">" + content + b"</" + self._source.name(element) + b">")
        else:
            self.put(extent.close, content)

    def made(self) -> bytes:
        """Return the part with all changes made."""
        data = self._source.data
        steps = sorted([(start, end, b"") for start, end in self._cuts] + [(at, at, put) for at, put in self._puts], key=lambda step: step[:2])
        parts: list[bytes] = []
        at = 0
        for start, end, put in steps:
            parts += (data[at:start], put)
            at = max(at, end)
        return b"".join((*parts, data[at:]))
