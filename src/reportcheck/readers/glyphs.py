"""Characters as pages of PDF and OFD draw them, put back to those that a writer typed."""

import re
import unicodedata

_RADICALS = (
    "⺁厂⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺕彐⺖忄⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹"
    "⺰纟⺲罒⺶羊⺷羊⺸羊⺹耂⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻐钅⻑長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦"
    "⻚页⻛风⻜飞⻝食⻞食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻳龟"
)
"""The radicals block: a sign that looks like a character and the character. Unicode itself equates only two of them."""
_PRESENTATION = ((0x2F00, 0x2FD6), (0xF900, 0xFB07), (0xFE31, 0xFE45), (0xFE47, 0xFE49))
"""Kangxi radicals, compatibility ideographs, Latin ligatures, vertical punctuation: NFKC names the plain form."""
_DROPPED = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xFFFE, 0xFFFF))
_VERTICAL = {ord("︵"): "（", ord("︶"): "）", ord("︑"): "、", ord("︒"): "。", ord("︐"): "，", ord("︓"): "：", ord("︔"): "；"}
_TABLE: dict[int, str | None] = {
    **_DROPPED,
    **{code: unicodedata.normalize("NFKC", chr(code)) for start, end in _PRESENTATION for code in range(start, end)},
    **{ord(sign): plain for sign, plain in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)},
    **_VERTICAL,
    ord("\t"): " ",
}
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—·]"
_SPACED = re.compile(rf"(?<={_WIDE})[ \u00a0](?={_WIDE})")
_PAIR = re.compile(rf"{_WIDE}(?={_WIDE})")
_SPACED_SHARE = 5
LOST = "\ufffd"
"""Stands for a character of which the file gives the shape only."""
_ENOUGH = 200
_PAUSES = re.compile("[，、。；：,;:]")
_USUAL = re.compile(r"[\u2e80-\u2fdf\u4e00-\u9fff\x20-\x7e\u3000-\u3002\u3008-\u3015\uff01-\uff65‘’“”…—·×℃%]")
_LEAST_PAUSES = 0.01
_LEAST_USUAL = 0.7
_MOSTLY_LOST = 3
_LOST = re.compile(r"[\x00\ufffd\ue000-\uf8ff]")


def plain(text: str) -> str:
    """Return the text with look-alikes, ligatures and invisible signs put right."""
    return text.translate(_TABLE)


def close_up(text: str) -> str:
    """Take out the spaces that stand between most of the characters of a line, as text recognition writes them."""
    spaced = len(_SPACED.findall(text))
    return _SPACED.sub("", text) if spaced > 1 and spaced * _SPACED_SHARE > len(_PAIR.findall(text)) else text


def is_wide(char: str) -> bool:
    """Tell a character that takes a whole square: Chinese, and Chinese punctuation."""
    return "⺀" <= char <= "\U0003ffff" or char in "“”‘’…—·"


def lost(text: str) -> int:
    """Count the characters that the file does not name: nothing but a shape is known of them."""
    return len(_LOST.findall(text))


def garbled(text: str) -> bool:
    """Tell what is not language: rare signs all over, or hardly a comma or a full stop."""
    unspaced = "".join(text.split())
    size = len(unspaced)
    usual, pauses = len(_USUAL.findall(unspaced)), len(_PAUSES.findall(unspaced))
    return size >= _ENOUGH and (lost(text) * _MOSTLY_LOST > size or usual < _LEAST_USUAL * size or pauses < _LEAST_PAUSES * size)
