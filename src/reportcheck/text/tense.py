"""Whether a clause tells what was done, what is planned, another year's work, or what others are asked to do."""

from collections.abc import Sequence
from enum import StrEnum

from reportcheck.text.object_marker import means_will
from reportcheck.text.patterns import Pattern, compiled


class Tense(StrEnum):
    """The values are keys of ``outcome.REASONS`` but for ``done``."""

    DONE = "done"
    FUTURE = "future"
    OTHER_YEAR = "other_year"
    DEMAND = "demand"


_BOOK = compiled(r"《[^》]*》?|\"[^\"]{0,40}\"")

_FUTURE = compiled(
    r"下一?步(?!到位)|下阶段|下一阶段|今后|接下来|明年|来年|下一年|(?:^|[、 ])拟(?!定|订|稿|办|文|任|好)|拟(?=于|在|开展|对|将|建|进|推|组织|新|定于)|计划(?=于|在|到|用|开展|建设|年内|新|对|推)|"
    r"待[^,遇办业命岗定机].{0,10}后|力争|争取(?!到|了)|预计|即将|有待|尚需|还需|仍需|亟待|亟需|尚未|还没有|未能|(?<!只)需要?进一步|需加强|正在?(?:谋划|筹备|酝酿|研究制定|起草中)"
)
_ASKED = compiled(
    r"要求(?=各|全|[省市县区旗州镇乡](?:政府|直|级|委)|所有|相关|有关部门|其|行政|领导|参会|参训|大家|我们|与会|必须|认真|切实|坚持|进一步|[,:])|(?:强调|指出|明确提出)(?=[,:]|要)|"
    r"(?:应当|应该)(?!.{0,12}的(?!意见|建议)|出庭|应诉)|务必|^各[^,]{1,20}?(?:都|均)?(?<![主重需次摘概纪紧必首])要(?![素求点案闻])|(?<![主重需次摘概纪紧必首只简想不还提索急扼若])要(?=进一步|继续|坚持|切实|加强|认真|严格|把|以高|不断|充分|坚决|深入|牢固|突出|强化|树立|提高)"
)
_BY = Pattern(r"(?:提出|按照|根据|依据|对照|围绕|落实|贯彻|符合|达到|满足|适应|遵循|响应|细化|的|工作|目标|任务|部署|规定|相关|精神|标准|总体?|具体|有关)$")
_YEAR_FIRST = compiled(r"^(?:[,、 (]|截至|截止|早在|在|于|自|从|到|至|其中|一是|二是|三是){0,3}(?P<y>20\d\d)(?P<to> ?年? ?[-至到] ?(?P<y2>20\d\d))?年(?P<m>\d{1,2}月)?")
_BODIES = (*"局厅委办院会", "中心", *"省市县区旗州镇乡", "街道", "政府", "部门")
_YEAR_AFTER_SUBJECT = Pattern(
    r"(?:已?于|早在|(?<![存旨现所正])在)(?P<y>20\d\d)(?P<to>)(?P<y2>)年(?P<m>\d{1,2}月)?|"
    r"^[^,]{1,12}(?:局|厅|委|办|院|会|中心|[省市县区旗州镇乡]|街道|政府|部门)(?P<ya>20\d\d)年(?P<ma>\d{1,2}月)?(?=推出|开展|组织|完成|出台|印发|制定|共|累计|受理|办理|查处|建成|举办|召开|审查|清理|评查|培训)",
    "于20", "在20", *(f"{body}20" for body in _BODIES),
)  # fmt: skip
_SINCE = Pattern(
    r"^(?:[,、 (])?(?:自|从)20\d\d年|^(?:[,、 (]){0,2}20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|起|开始|至今|(?:至|到|-)(?!20))",
    "自20", "从20", "以来", "起", "开始", "至", "到", "-",
)  # fmt: skip
_LAST_YEAR = Pattern(r"(?:去年|上年度?|上一年度?|前年|往年|前一年)(?!.{0,4}(?:结转|同期|反馈|评议|存在|遗留|相比))")
_LAST_YEAR_WORDS = ("去年", "上年", "上一年", "前年", "往年", "前一年")
_THIS_YEAR = ("今年", "本年", "全年", "年内", "报告期", "一年来")
_BY_WORDS = Pattern(r"(?:按照|根据|对照|围绕|落实|严格).{0,30}$")
_REACHES = Pattern(r"将|下一?步|下阶段|今后|接下来|明年|来年|下一年|20\d\d年|计划|拟")


def tenses(folded: str, clauses: Sequence[tuple[int, int]], year: int | None) -> list[Tense]:
    """Judge the clauses of one sentence; what 将, 下一步 or 要求 open reaches to the sentence's end.

    ``year`` is the year reported on; None: no clause is another year's.
    """
    result: list[Tense] = []
    carried = Tense.DONE
    for start, end in clauses:
        text = folded[start:end]
        if "《" in text or '"' in text:  # what others' titles and quoted words say is not what the clause says
            text = _BOOK.sub(lambda found: "□" * len(found.group()), text)
        own = _own(text, folded[end : end + 24], year)
        if own is not Tense.DONE:
            carried = own
        elif carried is Tense.OTHER_YEAR and (_names(text, year) or any(word in text for word in _THIS_YEAR)):
            carried = Tense.DONE
        result.append(carried)
        if own is Tense.FUTURE and not _reaches(text):
            carried = Tense.DONE
    return result


def _names(text: str, year: int | None) -> bool:
    return year is not None and f"{year}年" in text


def _own(text: str, following: str, year: int | None) -> Tense:
    if _demands(text):
        return Tense.DEMAND
    if _FUTURE.search(text) or means_will(text, following):
        return Tense.FUTURE
    return _other_year(text, year)


def _demands(text: str) -> bool:
    found = _ASKED.search(text)
    if not found:
        return False
    before = text[: found.start()]
    return not (found.group().startswith("要求") and (_BY.search(before) or _BY_WORDS.search(before)))


def _reaches(text: str) -> bool:
    """Tell a plan that goes on in the next clauses; 有待, 尚未 speak of their own clause only."""
    return bool(_REACHES.search(text))


def _other_year(text: str, year: int | None) -> Tense:
    if year is None:
        return Tense.DONE
    if text.startswith(_LAST_YEAR_WORDS) and _LAST_YEAR.match(text):
        return Tense.OTHER_YEAR
    found = (_YEAR_FIRST.match(text) or _YEAR_AFTER_SUBJECT.search(text)) if "20" in text else None
    if not found or _SINCE.match(text) or _names(text, year):
        return Tense.DONE
    groups = found.groupdict()
    first = int(groups["y"] or groups.get("ya") or 0)
    last = int(groups["y2"] or first)
    if first <= year <= last:
        return Tense.DONE
    if last < year:
        return Tense.OTHER_YEAR
    return Tense.DONE if (groups["m"] or groups.get("ma")) and first == year + 1 else Tense.FUTURE
