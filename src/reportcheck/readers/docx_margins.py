"""Headers, footers and watermarks of a docx: no part of the report, but a mark of secrecy may stand there."""

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from reportcheck.document import Block, Document, Piece, Span
from reportcheck.readers.docx_names import P, is_on, w
from reportcheck.readers.docx_runs import paragraph_text
from reportcheck.readers.furniture import is_page_number

_REFERENCES = (w("headerReference"), w("footerReference"))
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"


def margins_of(root: Element, part: Callable[[str], Element | None]) -> list[str]:
    """Return the lines that pages show above and below the text, each once; ``part`` finds a part by its relationship."""
    wanted = dict.fromkeys(key for section in root.iter(w("sectPr")) for key in _shown(section))
    parts = (part(key) for key in wanted)
    lines = (line for each in parts if each is not None for line in _lines(each))
    return list(dict.fromkeys(line for line in lines if any(char.isalpha() for char in line) and not is_page_number(line)))


def with_margins(document: Document, lines: Sequence[str]) -> Document:
    """Add lines at the end, as what belongs to the pages: the lines of the text keep their numbers."""
    at = len(document.text)
    blocks: list[Block] = []
    for line in lines:
        blocks.append(Block(Span(at + 1, at + 1 + len(line)), furniture=True))
        at += 1 + len(line)
    pieces = (Piece(block.span.start, number, 1) for number, block in enumerate(blocks, len(document.blocks) + 1))
    return document._replace(
        text="\n".join((document.text, *lines)), blocks=(*document.blocks, *blocks), pieces=(*document.pieces, *pieces)
    )


def _shown(section: Element) -> Iterator[str]:
    """Yield the relationships of a section's headers and footers; those of the first page only where it has its own."""
    for reference in section:
        if reference.tag in _REFERENCES and (reference.get(w("type")) != "first" or is_on(section, w("titlePg"))):
            yield reference.get(_ID, "")


def _lines(part: Element) -> Iterator[str]:
    for element in part.iter():
        text = paragraph_text(element) if element.tag == P else element.get("string", "") if element.tag == _WATERMARK else ""
        if text.strip():
            yield " ".join(text.split())
