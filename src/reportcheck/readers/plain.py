"""Plain text."""

from reportcheck.digest import sha256
from reportcheck.document import Document
from reportcheck.readers.decode import decode, physical_lines
from reportcheck.readers.paragraphs import Line, assemble


def read(data: bytes, path: str) -> Document:
    """Read a text file; lines and columns are the file's own."""
    text, encoding = decode(data, path)
    lines = (Line(line, number) for number, line in enumerate(physical_lines(text), 1))
    return assemble(lines, path=path, fmt="text", encoding=encoding, sha256=sha256(data).hexdigest())
