"""Whether something is counted or measured in a stretch of text; what the values are is not read here."""

import re

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十百千两]{1,5})"
_MEASURES = (
    "件次|人次|场次|条次|卷次|户次|批次|轮次|课时|学时|个百分点|平方公里|公里|亩|"
    "件|次|场|种|项|个|条|起|人|名|份|家|部|期|轮|批|户|册|篇|例|宗|处|辆|支|所|台|套|路|张|本|卷|类|"
    "间|门|块|幅|集|天|小时|学时|元|吨|倍|%|‰|笔|封|堂|亿条|页|位|对|字"
)
_COUNT = re.compile(rf"(?<![第\d一二三四五六七八九十])(?P<n>{_NUMBER}) ?[余多几]?(?:万|亿|千|百)?[余多]?(?:{_MEASURES})")
_PERCENT = re.compile(r"\d+(?:\.\d+)?%|百分之[一二三四五六七八九十百零点]+|100%|全覆盖|动态清零|满分|零(?=发生|败诉|投诉|信访|纠错)")
# Chinese numerals before a measure word are often no count: 一个 (a), 三项制度, 四个意识, 两个维护, 一件事.
_FIXED = re.compile(
    r"一(?:个|种|项|批|次|场|件|支|系列|门|家)|三项制度|四个|两个(?:维护|确立|责任|毫不)|五个|三个(?:规定|意识)|一件事|百[家户]|十[个大]|"
    r"两项|三大|一部分|一份|一本|一名村|一张|一站|两法|两码|一村|一户|千家万户|一门|四项制度|[一二三四五六七八九十]个(?:方面|亲自|善于|统一|严格|环节|体系)"
)


def quantity_in(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the first count, rate or amount between two offsets; set phrases and dates do not count."""
    for match in _COUNT.finditer(folded, start, end):
        number = match.group("n")
        if not number[0].isdigit() and _FIXED.match(folded, match.start(), end):
            continue
        return match.span()
    rate = _PERCENT.search(folded, start, end)
    return rate.span() if rate else None
