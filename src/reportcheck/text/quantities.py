"""Whether something is counted or measured in a stretch of text; what the values are is not read here."""


from reportcheck.text.patterns import Pattern, compiled

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十百千两]{1,5})"
_MEASURES = (
    "件次|人次|场次|条次|卷次|户次|批次|轮次|课时|学时|个百分点|平方公里|公里|亩|"
    "件|次|场|种|项|个|条|起|人|名|份|家|部|期|轮|批|户|册|篇|例|宗|处|辆|支|所|台|套|路|张|本|卷|类|"
    "间|门|块|幅|集|天|小时|学时|元|吨|倍|%|‰|笔|封|堂|亿条|页|位|对|字"
)
_COUNT = compiled(rf"(?<![第\d一二三四五六七八九十])(?P<n>{_NUMBER}) ?[余多几]?(?:万|亿|千|百)?[余多]?(?:{_MEASURES})")
_PERCENT = Pattern(
    r"\d+(?:\.\d+)?%|百分之[一二三四五六七八九十百零点]+|100%|全覆盖|动态清零|满分|零(?=发生|败诉|投诉|信访|纠错)",
    "%", "百分之", "全覆盖", "动态清零", "满分", "零",
)  # fmt: skip
# Chinese numerals before a measure word are often no count: 一个 (a), 三项制度, 四个意识, 两个维护, 一件事.
_FIXED = (
    *(f"一{word}" for word in ("个", "种", "项", "批", "次", "场", "件", "支", "系列", "门", "家", "份", "本", "张", "站", "村", "户", "部分", "名村")),
    *(f"两{word}" for word in ("个维护", "个确立", "个责任", "个毫不", "项", "法", "码")),
    *(f"{number}个{word}" for number in "一二三四五六七八九十" for word in ("方面", "亲自", "善于", "统一", "严格", "环节", "体系")),
    "三项制度", "三个规定", "三个意识", "三大", "四个", "四项制度", "五个", "十个", "十大", "百家", "百户", "千家万户",
)  # fmt: skip


def quantity_in(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the first count, rate or amount between two offsets; set phrases and dates do not count."""
    for match in _COUNT.finditer(folded, start, end):
        number = match.group("n")
        if not number[0].isdigit() and folded.startswith(_FIXED, match.start(), end):
            continue
        return match.span()
    rate = _PERCENT.search(folded, start, end)
    return rate.span() if rate else None
