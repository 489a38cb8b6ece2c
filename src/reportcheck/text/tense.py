"""Whether a clause tells what was done, what is planned, another year's work, or what others are asked to do."""

import re
from collections.abc import Sequence
from enum import StrEnum


class Tense(StrEnum):
    """The values are keys of ``outcome.REASONS`` but for ``done``."""

    DONE = "done"
    FUTURE = "future"
    OTHER_YEAR = "other_year"
    DEMAND = "demand"


_BOOK = re.compile(r"《[^》]*》?|\"[^\"]{0,40}\"")

# 将 before these means "will"; before a noun it means the same as 把, the object marker.
_WILL_ADVERB = (
    r"继续|进一步|坚持|以|围绕|持续|全面|按照|深入|在|于|着力|大力|切实|不断|严格|认真|紧紧|紧扣|始终|会|从|努力|立足|聚焦|适时|积极|牢牢|牢固|统筹|重点|坚决|更加|根据|针对|结合|充分|扎实|稳步|逐步|锚定|通过|"
    r"力争|是|为|再|陆续|同步|主动|一如既往|对照|对标|把|对|科学|高标准|高质量|采取|参照|依法|定期|带队|带头|确保|保持|迎来|至少|分别|组织开展"
)
_WILL_VERB = (
    r"加大|加强|加快|推进|推动|组织|开展|启动|发挥|狠抓|突出|强化|健全|完善|建立|制定|出台|举办|召开|深化|优化|提升|贯彻|落实|探索|做好|抓好|实施|严把|用好|分类|创新|修订|公布|发布|编制|设立|成立|"
    r"建成|打造|构建|培育|选派|选聘|招录|配备|增设|新建|启用|试点|评选|清理|评估|梳理|整治|督促|督办|争创|申报|承办|主持|听取|研究|编印|印发|引进|聘请|开通|上线|推广|推出|推行|实行|压实|扛牢|夯实|筑牢|"
    r"巩固|拓展|拓宽|总结|完成|实现|达到|规范|提高|增强|促进|组建|搭建|开发|升级|扩大|专门"
)
_OBJECT_VERB = re.compile(
    r"纳入|列入|作为|融入|嵌入|贯穿|转化|下放|划转|移交|移送|报送|列为|定为|设为|分为|压缩|缩短|压减|延伸|下沉|调整为|调整到|整合|集中到|结合起来|"
    r"落实到|细化|分解|贯彻到|录入|交由|推广至|推送|归集|汇聚|下达|统一|提升为|升级为|打造成|扩大到|扩展|拓展到|精简|减少|降低|确定为|明确为|公布于|送达|结合|覆盖|化解在|解决在|予以"
)
# A verb with one of these behind it is a noun, and what follows is done with it (将评查结果通报).
_RESULT_TOLD = re.compile(
    r"[^,]{0,12}?(?:结果|情况|名单|清单|成果|报告|目录|意见|资料|成效|数据|事项|问题|案件|文件|办法|标准|典型)"
    r".{0,16}?(?:公布|公开|公示|通报|反馈|上报|报送|报告|印发|发布|抄送|移送|移交|归档|存档|清零|办结|整改到位|发放|送达|张贴|曝光|推送)"
)
_JIANG = re.compile(r"(?<![即必势终])将(?!军|领|近)")
_WILL = re.compile(rf"(?:{_WILL_ADVERB}|{_WILL_VERB})")
# What a verb behind its object ends in: 将任务分解到岗, 将审批时限压缩至3日, 将其列为重点.
_COMPLEMENT = re.compile(r"[^\W\d_]{2,}?[^\W\d_](?:到|至|为|入|成|给)(?=[^\W_]|[\d《\"])|摆在|摆上|放在|抓在|挂钩|衔接|对接|贯通|打通|合并|归并|融合")
_COMPLEMENT_NEXT = re.compile(rf"{_OBJECT_VERB.pattern}|{_COMPLEMENT.pattern}")
_SHORT = 12
_POINTS = ("这", "其", "此", "该", "上述", "以上", "所有", "各项", "各类")
# After these 将 is "will" whatever follows (将对列入目录的事项…); after the rest an object's verb decides (将完善…纳入…).
_ADVERB_FIRST = re.compile(r"(?:继续|进一步)(?![^,]{1,5}的)|对|在|于|按照|根据|持续|围绕|以|从|会|陆续|适时|带队|带头|针对|结合")
_FUTURE = re.compile(
    r"下一?步(?!到位)|下阶段|下一阶段|今后|接下来|明年|来年|下一年|(?:^|[、 ])拟(?!定|订|稿|办|文|任|好)|拟(?=于|在|开展|对|将|建|进|推|组织|新|定于)|计划(?=于|在|到|用|开展|建设|年内|新|对|推)|"
    r"力争|争取(?!到|了)|预计|即将|有待|尚需|还需|仍需|亟待|亟需|尚未|还没有|未能|(?<!只)需要?进一步|需加强|正在?(?:谋划|筹备|酝酿|研究制定|起草中)"
)
_ASKED = re.compile(
    r"要求(?=各|全|所有|相关|有关部门|其|行政|领导|参会|参训|大家|我们|与会|必须|认真|切实|坚持|进一步|[,:])|(?:强调|指出|明确提出)(?=[,:]|要)|"
    r"(?:应当|应该)(?!.{0,12}的)|务必|^各[^,]{1,20}?(?:都|均)?(?<![主重需次摘概纪紧必首])要(?![素求点案闻])|(?<![主重需次摘概纪紧必首只简想不还提索急扼若])要(?=进一步|继续|坚持|切实|加强|认真|严格|把|以高|不断|充分|坚决|深入|牢固|突出|强化|树立|提高)"
)
_BY = re.compile(r"(?:提出|按照|根据|依据|对照|围绕|落实|贯彻|符合|达到|满足|适应|遵循|响应|细化|的|工作|目标|任务|部署|规定|相关|精神|标准|总体?|具体|有关)$")
_YEAR_FIRST = re.compile(r"^(?:[,、 (]|截至|截止|早在|在|于|自|从|到|至|其中|一是|二是|三是){0,3}(?P<y>20\d\d)(?P<to> ?年? ?[-至到] ?(?P<y2>20\d\d))?年(?P<m>\d{1,2}月)?")
_YEAR_AFTER_SUBJECT = re.compile(
    r"(?:已?于|早在|(?<![存旨现所正])在)(?P<y>20\d\d)(?P<to>)(?P<y2>)年(?P<m>\d{1,2}月)?|"
    r"^[^,]{1,12}(?:局|厅|委|办|院|会|中心|[省市县区旗州镇乡]|街道|政府|部门)(?P<ya>20\d\d)年(?P<ma>\d{1,2}月)?(?=推出|开展|组织|完成|出台|印发|制定|共|累计|受理|办理|查处|建成|举办|召开|审查|清理|评查|培训)"
)
_SINCE = re.compile(r"^(?:[,、 (])?(?:自|从)20\d\d年|^(?:[,、 (]){0,2}20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|起|开始|至今|(?:至|到|-)(?!20))")
_LAST_YEAR = re.compile(r"^(?:去年|上年度?|上一年度?|前年|往年|前一年)(?!.{0,4}(?:结转|同期|反馈|评议|存在|遗留|相比))")
_THIS_YEAR = re.compile(r"今年|本年度?|全年|年内|报告期|一年来")


def tenses(folded: str, clauses: Sequence[tuple[int, int]], year: int | None) -> list[Tense]:
    """Judge the clauses of one sentence; what 将, 下一步 or 要求 open reaches to the sentence's end.

    ``year`` is the year reported on; None: no clause is another year's.
    """
    result: list[Tense] = []
    carried = Tense.DONE
    for start, end in clauses:
        text = _BOOK.sub(lambda found: "□" * len(found.group()), folded[start:end])
        own = _own(text, folded[end : end + 24], year)
        resets = _THIS_YEAR.search(text) or _names(text, year)
        if own is not Tense.DONE:
            carried = own
        elif carried is Tense.OTHER_YEAR and resets:
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
    if _FUTURE.search(text) or _will(text, following):
        return Tense.FUTURE
    return _other_year(text, year)


def _demands(text: str) -> bool:
    found = _ASKED.search(text)
    if not found:
        return False
    before = text[: found.start()]
    return not (found.group().startswith("要求") and (_BY.search(before) or re.search(r"(?:按照|根据|对照|围绕|落实|严格).{0,30}$", before)))


def _will(text: str, following: str) -> bool:
    """Tell 将 that means "will": unless something shows that it marks an object, it does."""
    return any(not _marks_object(text[found.end() :], following) for found in _JIANG.finditer(text))


def _marks_object(rest: str, following: str) -> bool:
    if _ADVERB_FIRST.match(rest):
        return False
    verb = _OBJECT_VERB.search(rest)
    if verb is not None and verb.start() > 1:
        return True
    if _RESULT_TOLD.match(rest) or rest.startswith(_POINTS):
        return True
    if _WILL.match(rest):
        return False
    return _COMPLEMENT.search(rest) is not None or (len(rest) < _SHORT and _COMPLEMENT_NEXT.search(following) is not None)


def _reaches(text: str) -> bool:
    """Tell a plan that goes on in the next clauses; 有待, 尚未 speak of their own clause only."""
    return bool(re.search(r"将|下一?步|下阶段|今后|接下来|明年|来年|下一年|20\d\d年|计划|拟", text))


def _other_year(text: str, year: int | None) -> Tense:
    if year is None:
        return Tense.DONE
    if _LAST_YEAR.match(text):
        return Tense.OTHER_YEAR
    found = _YEAR_FIRST.match(text) or _YEAR_AFTER_SUBJECT.search(text)
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
