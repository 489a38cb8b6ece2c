"""Where a wrapped line may be full and yet the paragraph ends: behind the title and headings, before the sign-off."""

from reportcheck.structure.frame import is_closing, is_title
from reportcheck.text.patterns import Pattern

_HEADING = Pattern(
    r"^[一二三四五六七八九十]{1,3}、[^。;!?,]*(?:情况|举措|成效|做法|成绩|进展|问题|不足|原因|安排|打算|计划|思路|措施|建议)$"
)
_GOES_ON = tuple("、,;:)和及与以并的等或")


def parts(before: str, line: str) -> bool:
    """Tell two (folded) lines that belong to two paragraphs, whatever the layout says."""
    if before.endswith(("。", "!", "?")):
        return is_closing(line)
    return not line.startswith(_GOES_ON) and bool(is_title(before) or _HEADING.match(before))
