"""Characters that Word writes as a code in a symbol font (``w:sym``)."""

_PRIVATE = range(0xE000, 0xF900)
_WINGDINGS = {0x6F: "□", 0x71: "□", 0x72: "□", 0xA8: "□", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑", 0x6C: "●", 0x6E: "■", 0xD8: "➢"}
_WINGDINGS_2 = {0x2A: "□", 0xA3: "□", 0x50: "√", 0x4F: "×", 0x51: "☒", 0x52: "☑", 0x97: "●"}
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, code: str) -> str:
    """Return the character; nothing for one that only its font knows."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number in _PRIVATE or font.lower() in _FONTS:
        return _FONTS.get(font.lower(), {}).get(number & 0xFF, "")
    return chr(number) if 0x20 <= number < 0xD800 or 0xF900 <= number < 0xFFFE else ""  # noqa: PLR2004 - no controls, no surrogates
