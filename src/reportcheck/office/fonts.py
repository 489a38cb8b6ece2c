"""The fonts of official documents, and what stands in for them where they are not installed."""

from typing import NamedTuple
from xml.sax.saxutils import quoteattr


class Font(NamedTuple):
    """A font's name and others to use instead, the nearest first."""

    name: str
    instead: tuple[str, ...]


TITLE = Font("方正小标宋简体", ("华文中宋", "STZhongsong", "Noto Serif CJK SC", "宋体"))
BODY = Font("仿宋_GB2312", ("仿宋", "FangSong", "华文仿宋", "Noto Serif CJK SC"))
HEAD = Font("黑体", ("SimHei", "Noto Sans CJK SC"))
SECOND = Font("楷体_GB2312", ("楷体", "KaiTi", "华文楷体", "Noto Serif CJK SC"))
SONG = Font("宋体", ("SimSun", "Noto Serif CJK SC"))
LATIN = "Times New Roman"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def font_table() -> bytes:
    """Return the part of a Word file that names the fonts and their stand-ins."""
    fonts = "".join(
        f'<w:font w:name={quoteattr(font.name)}><w:altName w:val={quoteattr(",".join(font.instead))}/><w:charset w:val="86"/></w:font>'
        for font in (TITLE, BODY, HEAD, SECOND, SONG)
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{_NAMESPACE}">{fonts}</w:fonts>'.encode()
