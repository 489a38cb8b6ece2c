"""The frame of a report: its title at the head, its sign-off at the end."""

import re
from datetime import date

from reportcheck.text.numbering import chinese_number
from reportcheck.text.patterns import Pattern, compiled

_KIND = r"(?:报告|总结|情况|自查报告|年报|汇报|工作情况)"
_SUBJECT = r"(?:法治|依法行政|依法治[国省市州县区旗盟镇乡])"
_TITLE = compiled(rf"^(?:附件?[:：])?[^。;!?]{{0,50}}{_SUBJECT}[^。;!?]{{0,30}}{_KIND}(?:\([^()]{{1,12}}\))?$")
_TITLE_GLUED = Pattern(
    rf"^[^。;!?,]{{0,50}}?{_SUBJECT}[^。;!?,]{{0,24}}?(?:报告|总结|年报|汇报)(?:\([^()]{{1,12}}\))?(?= |20\d\d年?[,，度以来]|[^\W\d_]{{2,14}}:|一年来|今年|近年|为|根据|按照|现将|在|[^\W\d_]{{2,10}}(?:坚持|始终|深入|认真|以|全面))"
)
_GLUED_KINDS = ("报告", "总结", "年报", "汇报")
_GLUED_LENGTH = 90
"""A glued title is shorter than this."""
_TITLE_HEAD_LENGTH = range(4, 41)
_MARKS = "。;!?,:"
_DATE = compiled(
    r"(?P<y>20\d\d|二[〇○Oo0零]二?[〇○零一二三四五六七八九]{1,2}) ?年 ?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]|"
    r"(?P<y2>20\d\d)[-./](?P<m2>\d{1,2})[-./](?P<d2>\d{1,2})"
)
_BODY_NAME = (
    r"(?:人民政府|政府办公室|办公室|管理委员会|管委会|街道办事处|办事处|委员会|局|厅|委|办|党组|党委|党工委|中心|支队|大队|总队|分局|所|院|公司|领导小组)"
)
_SIGNER = compiled(rf"^(?:中共)?(?:[^\W\d_A-Za-z]|[() ]|、){{2,40}}{_BODY_NAME}(?:\(印章\)|\(盖章\)|\(公章\))?$")
_LAST_WORDS = (
    "特此报告", "特此汇报", "特此说明", "专此报告", "以上报告", "以上汇报", "请予审议", "请予审阅", "妥否", "此页无正文", "此件", "(此件",
    "附:", "(附:", "附件:", "(附件:", "联系人", "联系电话", "(联系人", "抄送", "主送",
)  # fmt: skip
_PRINTED = Pattern(r".{0,30}20\d\d年\d{1,2}月\d{1,2}日印发$", "日印发")


def is_title(folded: str) -> bool:
    """Tell a line that is the title of such a report."""
    return bool(_TITLE.match(folded)) and len(folded) <= 90  # noqa: PLR2004 - three lines of a title page


def may_begin_title(folded: str) -> bool:
    """Tell a short line without punctuation, such as a title's first half or the issuer above it."""
    plain = len(folded) in _TITLE_HEAD_LENGTH and not any(mark in folded for mark in _MARKS)
    return plain and not _is_sheet_head(folded)


def _is_sheet_head(folded: str) -> bool:
    """Tell a document number, a red head, a date or the like."""
    dated = folded.endswith("日") and folded[-2:-1].isdecimal()
    return dated or folded.endswith(("号", "文件")) or any(mark in folded for mark in ("附件", "〔", "〕"))


def is_issuer_line(folded: str) -> bool:
    """Tell a line that holds nothing but a body's name."""
    return bool(_SIGNER.match(folded))


def glued_title_end(folded: str) -> int:
    """Return where a title ends that runs straight into the text; 0 where there is none."""
    if not any(kind in folded[:_GLUED_LENGTH] for kind in _GLUED_KINDS):
        return 0
    match = _TITLE_GLUED.match(folded)
    return match.end() if match else 0


def is_closing(folded: str) -> bool:
    """Tell a line that belongs to the sign-off."""
    text = folded.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    return _has_last_words(folded.strip()) or (len(text) <= 60 and is_sign_off(text))  # noqa: PLR2004


def sign_off_start(folded: str, start: int, end: int) -> int:
    """Return where a sign-off glued to the last sentence begins; ``end`` where there is none."""
    stop = max(folded.rfind(mark, start, end) for mark in "。!?") + 1
    tail = folded[stop:end].strip(' "”)') if stop > start else ""
    if stop <= start or not tail or len(tail) > 60:  # noqa: PLR2004 - a longer tail is a sentence
        return end
    return stop + (len(folded[stop:end]) - len(folded[stop:end].lstrip())) if is_sign_off(tail) else end


def is_sign_off(text: str) -> bool:
    """Tell ``…人民政府2025年3月1日`` (either half may be missing)."""
    found = _DATE.search(text)
    rest = (text[: found.start()] + text[found.end() :]).strip() if found else text.strip()
    return bool(found or rest) and (not rest or bool(_SIGNER.match(rest)) or _has_last_words(rest))


def _has_last_words(text: str) -> bool:
    return text.startswith(_LAST_WORDS) or text == "附件" or bool(_PRINTED.match(text))


def signer_of(text: str) -> str | None:
    """Return who signs, from a line of the sign-off."""
    found = _DATE.search(text)
    rest = (text[: found.start()] if found else text).strip()
    rest = rest[1:-1] if rest.startswith("(") and rest.endswith(")") else rest
    return re.sub(r"\((?:盖章|印章|公章)\)$", "", rest) if _SIGNER.match(rest) else None


def date_of(text: str) -> str | None:
    """Return the last date of a text as ISO 8601, None where there is none or it cannot be."""
    result = None
    for match in _DATE.finditer(text):
        year, month, day = (match.group(name) or match.group(f"{name}2") for name in "ymd")
        try:
            result = date(_year(year), _number(month), _number(day)).isoformat()
        except ValueError:
            continue
    return result


def _year(text: str) -> int:
    digits = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "O": "0", "o": "0"}
    return int("".join(digits.get(char, char) for char in text))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else chinese_number(text)
