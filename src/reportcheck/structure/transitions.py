"""Words that open a part: in its heading, or in a sentence where it has no heading."""


from reportcheck.structure.roles import Role
from reportcheck.text.patterns import Pattern, compiled

_FIRST_RESPONSIBLE = compiled(
    r"第一责任人|(?:主要负责(?:人|同志)|主要领导|党政一把手|一把手|党政正职).{0,14}(?:履职|履行|职责|抓法治|推进法治|带头|法治)|履行.{0,6}法治建设.{0,10}职责"
)
_PROBLEMS = compiled(
    r"(?:存在|面临|主要|突出|困难|当前).{0,8}(?:问题|不足|短板|差距|困难|薄弱)|(?:问题|短板|困难)(?:和|与|及|、|以及)(?:不足|原因|短板|困难|差距|薄弱|挑战|下)|"
    r"不足(?:和|与|及|之处|、|以及)|不足$|短板(?:弱项|不足)?$|差距(?:和|与|及|$)|薄弱环节|问题(?:分析|及原因)?$|问题(?:和|与|及|、)打算"
)
_NOT_PROBLEMS = ("坚持问题", "聚焦", "针对", "解决", "整治", "整改", "化解", "破解", "查摆", "问题导向", "专项", "着力", "回应")
_PLAN = compiled(
    r"下一?步|下阶段|下一阶段|下一年|来年|明年|今后|打算|努力方向|(?:工作|主要|重点|有关)(?:谋划|思路|设想|计划安排)|工作计划$|工作安排$|主要安排|"
    r"改进措施|整改措施|改进方向|工作举措$|展望"
)
_OTHER_MATTERS = Pattern(r"其他(?:需要|应当|需)?(?:报告|说明|有关)?的?(?:情况|事项)|^附(?:件|表|录)?[:：一二三\d]", "其他", "附")
_BACKWARD = Pattern(r"(?:上一?年|20\d\d年度?).{0,12}(?:落实|完成|推进|开展|执行)情况", "情况")

_CONCESSION = r"(?:但|但是|虽然|虽|尽管|同时|然而|不过|当然|也要看到|也应看到|我们也|清醒|对照|对标|与.{2,40}相比|距离?.{2,40}(?:要求|期盼|目标))"
_LACKS = ("问题", "不足", "短板", "差距", "弱项", "薄弱", "困难", "欠缺")
_LACK = f"(?:{'|'.join(_LACKS)})"
_THERE_IS = ("存在", "还有", "仍有", "尚有", "面临", "有待", "也有")
_PROBLEM_SENTENCE = Pattern(
    rf"{_CONCESSION}.{{0,60}}?(?:{'|'.join(_THERE_IS)}).{{0,24}}?{_LACK}|"
    rf"^(?:我[省市县区旗州局镇乡]|全[省市县区旗州]|当前|目前|工作中|我们|.{{0,12}}法治政府建设(?:工作)?)?[,]?(?:主要)?(?:也|还|仍然?|依然)?(?:存在|面临)(?:着)?(?:以下|一些|如下|的?主要|不少).{{0,6}}{_LACK}|"
    rf"^(?:主要)?(?:存在的?|面临的?)(?:主要)?{_LACK}|^主要(?:存在的?)?(?:问题|不足)(?:有|是|为|如下|在于)?[:,]"
)
_NOT_PROBLEM_SENTENCE = Pattern(r"(?:针对|整改|督促|发现|排查|解决|指出|查摆|梳理|反馈).{0,16}存在的?.{0,6}(?:问题|不足)")
_PLAN_OPENING = Pattern(
    r"^(?:针对(?:以上|上述|存在).{0,20}[,])?(?:下一?步|下阶段|下一阶段|今后|接下来|明年|来年|新的一年|下一年度?)",
    "下步", "下一步", "下阶段", "下一阶段", "今后", "接下来", "明年", "来年", "新的一年", "下一年",
)  # fmt: skip
_RESUMED = Pattern(r"下一?步|下一年|来年", "下步", "下一步", "下一年", "来年")
_NEXT_YEAR = Pattern(r"(?:展望)?\d{4}年(?!\d{1,2}月|初|春)(?:作为|.)")
_WILL = Pattern(r"将|拟|计划|打算|要|重点|继续|进一步|围绕|坚持|着力|以|从|全面|持续|深入|加强|推进")


def heading_roles(text: str, year: int | None) -> frozenset[Role]:
    """Return the roles that a heading names; several where parts share it, none where it only names work."""
    if _FIRST_RESPONSIBLE.search(text):
        return frozenset({Role.FIRST_RESPONSIBLE})
    roles = set()
    if _PROBLEMS.search(text) and not any(word in text for word in _NOT_PROBLEMS):
        roles.add(Role.PROBLEMS)
    later = year is not None and f"{year + 1}年" in text
    if (_PLAN.search(text) or later) and not _BACKWARD.search(text):
        # "2024年工作安排" in a report on 2024 heads what was done.
        own = year is not None and f"{year}年" in text and not later and not _RESUMED.search(text)
        if not own or Role.PROBLEMS in roles:
            roles.add(Role.PLAN)
    if not roles and _OTHER_MATTERS.search(text):
        roles.add(Role.CLOSING)
    return frozenset(roles)


def opens_problems(sentence: str) -> bool:
    """Tell a sentence that leads over to the problems (…但还存在一些不足…)."""
    if not any(word in sentence for word in _LACKS) or not (sentence.startswith("主要") or any(word in sentence for word in _THERE_IS)):
        return False
    return bool(_PROBLEM_SENTENCE.search(sentence)) and not _NOT_PROBLEM_SENTENCE.search(sentence)


def opens_plan(sentence: str, year: int | None) -> bool:
    """Tell a sentence that begins next year's plan (下一步…, 2025年,…将…)."""
    opening = _PLAN_OPENING.match(sentence)
    if opening is None and year is not None and sentence.startswith((f"{year + 1}年", f"展望{year + 1}年")):
        opening = _NEXT_YEAR.match(sentence)
    return opening is not None and bool(_WILL.search(sentence, opening.end() - 1))
