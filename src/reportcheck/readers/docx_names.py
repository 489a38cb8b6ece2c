"""Qualified names of WordprocessingML, and the small questions that every docx module asks of an element."""

import re
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_LOOKS = rb"<w:rPr>(?:<w:(?!vanish|specVanish|del|moveFrom)[^<>]*/>)*+</w:rPr>"
_SEAM = rb"</w:t></w:r>(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd) [^<>]*/>)*+<w:r(?: [^<>]*)?>(?:%b)?+<w:t(?: [^<>/]*)?>" % _LOOKS
_IDLE = re.compile(_SEAM + rb"|" + _LOOKS + rb"|<w:lsdException [^<>]*/>")
_IDLE_BUT_SEAMS = re.compile(_LOOKS)
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """Return the qualified name of a Word element or attribute."""
    return f"{_W}{name}"


VAL = w("val")
P, PPR, PSTYLE, R, RPR, T = w("p"), w("pPr"), w("pStyle"), w("r"), w("rPr"), w("t")
DELETED, MOVED_AWAY, INSERTED, MOVED_HERE = w("del"), w("moveFrom"), w("ins"), w("moveTo")
SDT, SDT_CONTENT, TEXT_BOX, TABLE, ROW, CELL = w("sdt"), w("sdtContent"), w("txbxContent"), w("tbl"), w("tr"), w("tc")
FIELD_CHAR, FIELD_CHAR_TYPE, INSTRUCTION = w("fldChar"), w("fldCharType"), w("instrText")
FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE = w("footnoteReference"), w("endnoteReference")
VANISH, NUM_PR, NUM_ID, ILVL, OUTLINE = w("vanish"), w("numPr"), w("numId"), w("ilvl"), w("outlineLvl")
ALTERNATE, FALLBACK = f"{_MC}AlternateContent", f"{_MC}Fallback"
MATH, MATH_PARAGRAPH, MATH_TEXT = f"{_M}oMath", f"{_M}oMathPara", f"{_M}t"


def lean(data: bytes) -> bytes:
    """Return a part without what says nothing of its text, which is most of it: parsing takes a third of the time.

    Fonts and sizes go, and the seams between runs that only these set apart (unless a run is hidden: the next one
    must not become part of it). Names of the strict variant of the format are written as everyone else writes them.
    """
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    if b"<![CDATA[" in data:
        return data
    return (_IDLE_BUT_SEAMS if b"anish" in data else _IDLE).sub(b"", data)


def value(parent: Element | None, name: str) -> str | None:
    """Return ``w:val`` of a child, None where there is no such child."""
    child = parent.find(name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def is_on(properties: Element | None, name: str) -> bool:
    """Tell whether a switch is there and not turned off."""
    switch = properties.find(name) if properties is not None else None
    return switch is not None and switch.get(VAL, "1") not in _OFF


def branch(alternate: Element) -> Element | None:
    """Return the one variant of an ``mc:AlternateContent`` that is read: the first that holds text, else the first."""
    return next((each for each in alternate if next(each.iter(T), None) is not None), next(iter(alternate), None))
