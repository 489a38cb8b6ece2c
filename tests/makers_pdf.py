"""PDFs for tests: written by hand, byte for byte, or printed by LibreOffice."""

import hashlib
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from xml.sax.saxutils import escape

A4 = (595, 842)
_PER_FONT = 200
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class Words(NamedTuple):
    """Text at a place; ``x`` and ``y`` in points from the lower left corner, ``turn`` as (a, b, c, d) of the matrix."""

    x: float
    y: float
    text: str
    size: float = 16
    turn: tuple[float, float, float, float] = (1, 0, 0, 1)


class Sheet(NamedTuple):
    """A page: its words in drawing order, and whether a picture covers it."""

    words: Sequence[Words] = ()
    picture: bool = False
    rotate: int = 0
    fields: Sequence[Words] = ()
    curves: int = 0


def pdf(sheets: Iterable[Sheet], *, password: str = "") -> bytes:
    """Return a PDF that brings its fonts along: every character is drawn as a box and has a name."""
    sheets = list(sheets)
    chars = sorted({char for sheet in sheets for words in sheet.words for char in words.text})
    codes = {char: divmod(number, _PER_FONT) for number, char in enumerate(chars)}
    objects: dict[int, bytes] = {}
    fonts = []
    for font in range(0, len(chars), _PER_FONT):
        number = 5000 + font // _PER_FONT * 2
        objects |= _boxes(number, chars[font : font + _PER_FONT])
        fonts.append(b"/F%d %d 0 R" % (font // _PER_FONT, number))

    def shown(text: str, size: float) -> bytes:
        parts = [b"/F%d %g Tf <%02X> Tj" % (codes[char][0], size, codes[char][1] + 1) for char in text]
        return b" ".join(parts)

    return _assembled(sheets, objects, b" ".join(fonts), shown, password)


def pdf_without_fonts(sheets: Iterable[Sheet], *, unnamed: str = "") -> bytes:
    """Return a PDF that only names its font; the characters in ``unnamed`` have no names either."""
    sheets = list(sheets)
    chars = sorted({char for sheet in sheets for words in sheet.words for char in words.text})
    codes = {char: number for number, char in enumerate(chars, 1)}

    def shown(text: str, size: float) -> bytes:
        return b"/F %g Tf <%s> Tj" % (size, b"".join(b"%04X" % codes[char] for char in text))

    return _assembled(sheets, _font(codes, unnamed), b"/F 3 0 R", shown, "")


def _assembled(
    sheets: Sequence[Sheet], objects: dict[int, bytes], fonts: bytes, shown: Callable[[str, float], bytes], password: str
) -> bytes:
    kids = []
    for index, sheet in enumerate(sheets):
        page, content = 20 + index * 2, 21 + index * 2
        kids.append(b"%d 0 R" % page)
        fields = b" ".join(_field(objects, 10_000 + index * 100 + number, words) for number, words in enumerate(sheet.fields))
        objects[page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R /Annots [%s]"
            b" /Resources << /Font << %s >> /XObject << /P 7 0 R >> >> >>"
        ) % (*A4, sheet.rotate, content, fields, fonts)
        objects[content] = _stream(_drawn(sheet, shown))
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects[7] = _stream(bytes([200]), b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")
    return _file(objects, password)


def _field(objects: dict[int, bytes], number: int, words: Words) -> bytes:
    box = b"%g %g %g %g" % (words.x, words.y - 2, words.x + 200, words.y + words.size)
    value = b"<FEFF%s>" % words.text.encode("utf-16-be").hex().encode()
    objects[number] = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f%d) /V %s /Rect [%s] >>" % (number, value, box)
    return b"%d 0 R" % number


def _drawn(sheet: Sheet, shown: Callable[[str, float], bytes]) -> bytes:
    parts = [b"q %d 0 0 %d 0 0 cm /P Do Q" % A4] if sheet.picture else []
    parts += [b"%d 100 m 200 200 l 300 %d l f" % (number, number) for number in range(sheet.curves)]
    for words in sheet.words:
        matrix = b"%g %g %g %g" % words.turn
        parts.append(b"BT %s %g %g Tm %s ET" % (matrix, words.x, words.y, shown(words.text, words.size)))
    return b"\n".join(parts)


def _boxes(number: int, chars: Sequence[str]) -> dict[int, bytes]:
    """Return a Type 3 font: no font file is needed for it."""
    names = " ".join("/narrow" if char.isascii() else "/wide" for char in chars)
    widths = " ".join("500" if char.isascii() else "1000" for char in chars)
    return {
        number: (
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 900] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >>"
            f" /CharProcs << /narrow 8 0 R /wide 9 0 R >> /Encoding << /Type /Encoding /Differences [1 {names}] >>"
            f" /FirstChar 1 /LastChar {len(chars)} /Widths [{widths}] /ToUnicode {number + 1} 0 R >>"
        ).encode(),
        number + 1: _cmap({char: code for code, char in enumerate(chars, 1)}, 2),
        8: _stream(b"500 0 0 -100 500 800 d1 50 -100 400 800 re f"),
        9: _stream(b"1000 0 0 -100 1000 800 d1 50 -100 900 800 re f"),
    }


def _font(codes: dict[str, int], unnamed: str) -> dict[int, bytes]:
    narrow = " ".join(f"{number} [500]" for char, number in codes.items() if char.isascii())
    return {
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /FangSong_GB2312 /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong_GB2312 /DW 1000 /W [%s] /FontDescriptor 5 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>" % narrow.encode(),
        5: b"<< /Type /FontDescriptor /FontName /FangSong_GB2312 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        b" /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
        6: _cmap({char: code for char, code in codes.items() if char not in unnamed}, 4),
    }


def _cmap(codes: dict[str, int], digits: int) -> bytes:
    pairs = "\n".join(f"<{code:0{digits}X}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    return _stream(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            f"1 begincodespacerange <{'0' * digits}> <{'F' * digits}> endcodespacerange\n"
            f"{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
        ).encode()
    )


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), extra, packed)


def _file(objects: dict[int, bytes], password: str) -> bytes:
    identity = hashlib.md5(repr(sorted(objects)).encode(), usedforsecurity=False).digest()
    locked = _locked(identity, password) if password else b""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer << /Size %d /Root 1 0 R /ID [<%s> <%s>] %s >>\n" % (
        max(objects) + 1, identity.hex().encode(), identity.hex().encode(), locked)  # fmt: skip
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _locked(identity: bytes, password: str) -> bytes:
    """Return the entry of a document that opens with a password only (its streams are not worth locking in a test)."""
    padded = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + rights + identity, usedforsecurity=False).digest()[:5]
    user = _rc4(key, _PAD)
    return b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (owner.hex().encode(), user.hex().encode())


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def typeset(text: str, *, columns: int = 28, lines: int = 22, indent: bool = True, numbers: bool = True) -> list[Sheet]:
    """Set a text as official documents are: 22 lines of 28 characters, first lines indented, ``— 1 —`` below."""
    rows: list[tuple[int, str]] = []
    for number, paragraph in enumerate(text.split("\n")):
        rest = paragraph.strip()
        step = 0 if number == 0 or not indent else 2
        while rest:
            fits = _fitting(rest, columns - step)
            rows.append((step, rest[:fits]))
            rest, step = rest[fits:], 0
    sheets = []
    for page, start in enumerate(range(0, len(rows), lines), 1):
        words = [Words(79 + 16 * step, 740 - 29 * line, row) for line, (step, row) in enumerate(rows[start : start + lines])]
        foot = [Words(270, 60, f"— {page} —", 14)] if numbers else []
        sheets.append(Sheet(words + foot))
    return sheets


def _fitting(text: str, columns: float) -> int:
    """Return how many characters fit in a line: Latin ones are half as wide, figures with their points stay together."""
    width = 0.0
    for at, char in enumerate(text):
        width += 0.5 if char.isascii() else 1
        if width > columns:
            word = re.search(r"[0-9A-Za-z.%,]+$", text[: at + 1])
            kept = word.start() if word and word.start() else at
            return kept - 1 if text[kept] in "，。、；：）" and kept == at else kept
    return len(text)


_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Song" svg:font-family="'Noto Serif CJK SC'"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:line-height="29pt" fo:text-indent="32pt" fo:text-align="justify" style:punctuation-wrap="simple"/>
<style:text-properties style:font-name="Song" style:font-name-asian="Song" fo:font-size="16pt" style:font-size-asian="16pt" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:text-indent="0pt"/>
<style:text-properties style:font-name="Song" style:font-name-asian="Song" fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
<style:style style:name="Foot" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:text-indent="0pt"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="3.7cm" fo:margin-bottom="2cm" fo:margin-left="2.8cm" fo:margin-right="2.6cm"/>
<style:footer-style><style:header-footer-properties fo:min-height="1.5cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Foot">— <text:page-number>1</text:page-number> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>PARAGRAPHS</office:text></office:body></office:document>"""


def flat_odt(text: str) -> str:
    """Return an OpenDocument text, laid out as an official document, in one XML file.

    Punctuation does not hang over the margin: LibreOffice 7 leaves it out of the PDF where it does.
    """
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    styles = ["Title"] + ["Standard"] * len(paragraphs)
    body = "\n".join(
        f'<text:p text:style-name="{style}">{escape(line)}</text:p>' for style, line in zip(styles, paragraphs, strict=False)
    )
    return _FLAT.replace("PARAGRAPHS", body)


def has_libreoffice() -> bool:
    """Tell whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def by_libreoffice(text: str) -> bytes:
    """Return the text as LibreOffice prints it to PDF: A4, 16 points, first lines indented, page numbers below."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "report.fodt"
        source.write_text(flat_odt(text), encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless"]
        subprocess.run([*command, "--convert-to", "pdf", "--outdir", folder, str(source)], check=True, capture_output=True, timeout=180)
        return (Path(folder) / "report.pdf").read_bytes()
