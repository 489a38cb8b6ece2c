"""Whether something is counted or measured in a stretch of text; what the values are is not read here."""


from reportcheck.text.patterns import Pattern, compiled

_NUMBER = compiled(r"(?<![第\d一二三四五六七八九十])(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十百千两]{1,5}) ?")
_MEASURES = frozenset((
    "件次", "人次", "场次", "条次", "卷次", "户次", "批次", "轮次", "课时", "学时", "小时", "个百分点", "平方公里", "公里", "亿条",
    *"亩件次场种项个条起人名份家部期轮批户册篇例宗处辆支所台套路张本卷类间门块幅集天元吨倍%‰笔封堂页位对字",
))  # fmt: skip
_LONGEST = max(map(len, _MEASURES))
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
    for match in _NUMBER.finditer(folded, start, end):
        last = _measure_end(folded, match.end(), end)
        if last is not None and (match.group()[0].isdigit() or not folded.startswith(_FIXED, match.start(), end)):
            return match.start(), last
    rate = _PERCENT.search(folded, start, end)
    return rate.span() if rate else None


def _measure_end(folded: str, at: int, end: int) -> int | None:
    """Return where the measure word behind a number ends (余万件); None where there is none."""
    for optional in ("余多几", "万亿千百", "余多"):
        at += at < end and folded[at] in optional
    return next((last for last in range(min(at + _LONGEST, end), at, -1) if folded[at:last] in _MEASURES), None)
