"""One written form for many: full-width ASCII, quotation marks and dashes are unified, length kept."""

_FULLWIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_QUOTES = dict.fromkeys(map(ord, "“”„‟＂「」『』〝〞"), '"') | dict.fromkeys(map(ord, "‘’‚‛"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―－─﹣"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\v\f"), " ")
_OTHER = {ord("﹝"): "(", ord("﹞"): ")", ord("﹙"): "(", ord("﹚"): ")", ord("︰"): ":", ord("﹕"): ":", ord("﹔"): ";"}
_OTHER |= {ord("〈"): "<", ord("〉"): ">", ord("•"): "·", ord("・"): "·", ord("．"): "."}
_FORMS = {chr(code): chr(form) if isinstance(form, int) else form for code, form in (_FULLWIDTH | _QUOTES | _DASHES | _SPACES | _OTHER).items()}
_FOLDED = frozenset(_FORMS)


def fold(text: str) -> str:
    """Return text of the same length in which equal characters are written equally."""
    # Twice as fast as str.translate: a text has few of these characters, and none of them becomes another of them.
    for char in _FOLDED.intersection(text):
        text = text.replace(char, _FORMS[char])
    return text
