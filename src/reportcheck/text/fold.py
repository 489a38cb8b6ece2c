"""One written form for many: full-width ASCII, quotation marks and dashes are unified, length kept."""

_FULLWIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_QUOTES = dict.fromkeys(map(ord, "“”„‟＂「」『』〝〞"), '"') | dict.fromkeys(map(ord, "‘’‚‛"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―－─﹣"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\v\f"), " ")
_OTHER = {ord("﹝"): "(", ord("﹞"): ")", ord("﹙"): "(", ord("﹚"): ")", ord("︰"): ":", ord("﹕"): ":", ord("﹔"): ";"}
_OTHER |= {ord("〈"): "<", ord("〉"): ">", ord("•"): "·", ord("・"): "·", ord("．"): "."}
_TABLE = _FULLWIDTH | _QUOTES | _DASHES | _SPACES | _OTHER


def fold(text: str) -> str:
    """Return text of the same length in which equal characters are written equally."""
    return text.translate(_TABLE)
