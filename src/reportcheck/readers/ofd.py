"""OFD (GB/T 33190), the national layout format: a zip of XML pages that draw text at places."""


import re
from collections.abc import Iterator, Sequence

from reportcheck.digest import sha256
from reportcheck.document import Document
from reportcheck.errors import UnreadableDocument
from reportcheck.readers.glyphs import garbled, lost
from reportcheck.readers.ofd_pages import OfdPage, ofd_pages
from reportcheck.readers.package import Package, open_package
from reportcheck.readers.page_paragraphs import paragraphs
from reportcheck.readers.paragraphs import MIN_CHINESE, assemble_blocks

_CHINESE = re.compile("[一-龥]")
_FEW = 20
_WORD_SOURCE = "请交Word或WPS原件，或者用文字识别软件（OCR）转换后另存"
_LOCKED = re.compile(r"(?:^|/)encryptions?\.xml$|(?:^|/)encryptinfo\.dat$", re.IGNORECASE)


def read(data: bytes, path: str) -> Document:
    """Read an OFD's pages; lines of the file are counted over all pages."""
    package = open_package(data, path)
    _refuse_locked(package, path)
    pages = list(ofd_pages(package, path))
    text = "".join(run.text for page in pages for run in page.sheet.runs)
    _refuse_pictures(pages, text, path)
    lines = paragraphs([page.sheet for page in pages])
    return assemble_blocks(lines, path=path, fmt="ofd", sha256=sha256(data).hexdigest(), notes=tuple(_notes(pages, text)))


def _refuse_locked(package: Package, path: str) -> None:
    if any(_LOCKED.search(name) for name in package.names):
        raise UnreadableDocument("OFD文件加了密，读不了", where=path, remedy="请取消加密后重新保存")


def _refuse_pictures(pages: Sequence[OfdPage], text: str, path: str) -> None:
    chinese = len(_CHINESE.findall(text))
    if chinese < MIN_CHINESE and any(page.picture for page in pages):
        raise UnreadableDocument(f"这是扫描件，没有文字层（只读出{chinese}个汉字）", where=path, remedy=_WORD_SOURCE)
    if garbled(text):
        raise UnreadableDocument(
            "文字没有编码，读出来是乱码", where=path, remedy="请用Word或WPS原件重新导出OFD，或直接交原件"
        )


def _notes(pages: Sequence[OfdPage], text: str) -> Iterator[str]:
    pictures = [page.sheet.number for page in pages if page.picture and sum(len(run.text) for run in page.sheet.runs) < _FEW]
    if pictures:
        yield f"第{'、'.join(map(str, pictures))}页是图片，没有文字层，图片里的字没有读到"
    if lost(text):
        yield f"有{lost(text)}个字没有读出来：文件里没有注明是什么字，多为自造字；请对照原件"
