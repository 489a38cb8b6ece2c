"""Words of figures that several kinds use: what a rate is the rate of, what makes counts incomparable, how values are shown."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from reportcheck.document import Span
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading, Sentence
from reportcheck.text.amounts import Amount
from reportcheck.text.patterns import Pattern


class Rate(NamedTuple):
    """What a rate is the rate of: words of its numerator and of its denominator."""

    part: tuple[str, ...]
    whole: tuple[str, ...]


_TAKEN = ("受理", "收到", "接收", "接到", "收件", "新收", "收案", "立案", "收办", "转办", "承办", "交办", "征集", "收集", "接待", "诉求", "工单", "案件")
_FOUND = ("排查", "发现", "查出", "梳理", "问题", "隐患", "线索", "清单", "反馈", "列出", "检查", "整治")
_MEDIATED = ("调解", "调处", "受理", "纠纷", "争议", "排查", "诉前")
_TESTED = ("参加", "参考", "抽检", "检测", "抽查", "评查", "考试", "检验", "案卷", "报名", "应考")
_PLANNED = ("任务", "应", "计划", "目标", "事项", "列入", "确定")
_SUED = ("应出庭", "应当出庭", "应诉", "开庭", "诉讼案件", "需出庭")
RATES: dict[str, Rate] = {
    "办结率": Rate(("办结", "办理回复", "办理完毕", "办理完成", "办理答复"), (*_TAKEN, "申请", "办理")),
    "结案率": Rate(("结案", "审结", "办结"), (*_TAKEN, "审理")),
    "审结率": Rate(("审结", "结案"), (*_TAKEN, "审理", "申请")),
    "办复率": Rate(("办复", "答复", "回复"), (*_TAKEN, "建议", "提案")),
    "答复率": Rate(("答复", "办复"), (*_TAKEN, "申请", "建议", "提案")),
    "回复率": Rate(("回复", "答复"), (*_TAKEN, "咨询", "留言")),
    "化解率": Rate(("化解", "解决"), (*_MEDIATED, *_FOUND)),
    "调解率": Rate(("调解结案", "成功调解", "调解成功"), (*_MEDIATED, "审结")),
    "调解成功率": Rate(("调解成功", "成功调解", "调处成功", "成功调处", "成功"), _MEDIATED),
    "调处成功率": Rate(("调处成功", "成功调处", "调解成功", "成功调解", "成功"), _MEDIATED),
    "成功率": Rate(("成功",), (*_MEDIATED, *_TAKEN)),
    "整改率": Rate(("整改", "销号"), _FOUND),
    "整改完成率": Rate(("完成整改", "整改完成", "整改到位"), _FOUND),
    "解决率": Rate(("解决",), (*_TAKEN, *_FOUND)),
    "处置率": Rate(("处置",), (*_TAKEN, *_FOUND, "预警")),
    "合格率": Rate(("合格",), _TESTED),
    "不合格率": Rate(("不合格",), _TESTED),
    "及格率": Rate(("及格", "合格"), _TESTED),
    "通过率": Rate(("通过", "合格", "及格"), (*_TESTED, "审查")),
    "优秀率": Rate(("优秀",), _TESTED),
    "参训率": Rate(("参训", "培训"), ("执法人员", "应参训", "应参加")),
    "满意率": Rate(("满意",), ("建议", "提案", "回访", "测评", "问卷")),
    "网办率": Rate(("网上办理", "网办"), ("受理", "办件", "办理")),
    "参考率": Rate(("参加考试", "参考"), ("应参考", "应考", "应参加")),
    "完成率": Rate(("完成",), _PLANNED),
    "出庭率": Rate(("出庭",), _SUED),
    "出庭应诉率": Rate(("出庭",), _SUED),
    "应诉率": Rate(("出庭",), _SUED),
    "败诉率": Rate(("败诉",), ("审结", "应诉", "诉讼案件", "判决")),
    "胜诉率": Rate(("胜诉",), ("审结", "应诉", "诉讼案件", "判决")),
    "纠错率": Rate(("纠错",), ("审结", "办结", "复议案件")),
    "撤诉率": Rate(("撤诉",), ("审结", "诉讼案件")),
    "签章率": Rate(("签章",), ("电子证照", "证照", "归集", "汇聚")),
    "履行率": Rate(("履行",), ("调解", "协议", "应履行")),
    "公开率": Rate(("公开",), ("应公开", "决定书")),
    "持证率": Rate(("持证",), ("执法人员", "在编")),
    "覆盖率": Rate(("覆盖",), ("应覆盖",)),
}
_BY_LENGTH = sorted(RATES, key=len, reverse=True)
_OTHER_RATE = ("按时", "按期", "如期", "及时", "限期", "逾期", "网上", "网办", "首次", "直接", "平均", "自动", "当场", "当年", "去年", "上年", "同期", "全国", "全省平均", "法定", "累计", "一次性", "主动", "和解", "实体", "综合")
_USUAL = ("行政机关", "负责人", "行政", "复议", "诉讼", "应诉", "案件", "矛盾", "纠纷", "问题", "工作", "事项", "工单", "任务", "总体", "群众", "调解", "办理", "考试", "考核", "的")
_CARRIED = ("旧存", "结转", "存量", "历年", "往年", "上年", "去年", "转入", "积案", "跨年", "遗留", "未结", "未办结", "以来", "累计", "其他途径", "重复", "撤回", "终止审理", "不予受理")
_NONE_CARRIED = Pattern(r"(?:无|没有|不含)(?:上年|往年|历年)?(?:旧存|结转|存量|积案|遗留)[^,;。]*", "无", "没有", "不含")
_POSTS = ("省长", "市长", "州长", "盟长", "区长", "县长", "旗长", "镇长", "乡长", "局长", "厅长", "书记", "主要领导", "主要负责")
_EVERYBODY = ("全省", "全市", "全州", "全盟", "全县", "全区", "全旗", "全镇", "全乡", "全系统", "各级")
_SCOPE = ("本级", "省直", "市直", "州直", "县直", "区直", "旗直", "乡镇", "街道", "法院", "检察", "公安", "系统", "领域")
_OTHERS = ("去年", "上年", "同期", "此前", "全国", "平均")
_DENIED = frozenset("不未无应")
_YEAR = re.compile(r"20\d\d年(?!以来)")


def narrower(rate: Figure, name: str, before: str) -> bool:
    """Tell whether a rate is of a kind that was not told before it (受理纠纷…, 疑难纠纷化解率)."""
    kind = rate.name[: -len(name)]
    for usual in _USUAL:
        kind = kind.replace(usual, "")
    return kind != "" and kind not in before


def rate_of(figure: Figure) -> str | None:
    """Return the name of the rate that a figure states; None where it is none that is known, or one with a base of its own."""
    if figure.amount.unit != "%":
        return None
    label = figure.name
    name = next((each for each in _BY_LENGTH if label.endswith(each)), None)
    before = label[: -len(name)] if name else ""
    return None if name is None or any(each in before for each in _OTHER_RATE) or before.endswith(("不", "和", "、", "与", "未")) else name


def names_any(label: str, words: Sequence[str]) -> bool:
    """Tell whether a label has one of the words, not denied (不合格, 未整改)."""
    told = label.replace("基本满意", "")
    return any(_names(told, word) for word in words)


def _names(label: str, word: str) -> bool:
    at = label.find(word)
    while at >= 0:
        end = at + len(word)
        if label[at - 1 : at] not in _DENIED and label[end : end + 1] != "率":
            return True
        at = label.find(word, at + 1)
    return False


def carried(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the sentence, or the one before it, tells of cases from before or of others that are not counted."""
    at = reading.sentence_at(sentence.span.start) or 0
    before = reading.sentences[at - 1] if at and reading.sentences[at - 1].passage == sentence.passage else sentence
    words = reading.words(Span(before.span.start, sentence.span.end))
    told = _NONE_CARRIED.sub("", words).replace("今年以来", "").replace("本年以来", "")
    return any(each in told for each in _CARRIED)


def told_apart(label: str) -> bool:
    """Tell whether a figure is of a year of its own or of others."""
    return of_others(label) or _YEAR.search(label) is not None


def of_others(label: str) -> bool:
    """Tell whether a figure is of another time or of others than the report."""
    told = _NONE_CARRIED.sub("", label)
    return any(each in told for each in _OTHERS)


def told_of_apart(part: Figure, whole: Figure) -> bool:
    """Tell whether two figures are of different years, or one of them of others."""
    years = set(_YEAR.findall(part.lead)) - set(_YEAR.findall(whole.lead))
    return bool(years) or of_others(part.lead + whole.label)


def other_scope(part: str, whole: str) -> bool:
    """Tell whether a part is told of a narrower scope than its whole (全市受理…, 市本级办结…)."""
    return any(scope in part and scope not in whole for scope in _SCOPE)


def of_one_among(part: Figure, rate: Figure) -> bool:
    """Tell whether a count is one leader's, or of no stated scope, and the rate is all the others' as well (市长出庭1次,全市出庭率98.6%)."""
    own, every = part.lead + part.label, rate.lead + rate.label
    one = any(post in own and post not in every for post in _POSTS)
    return one or any(scope in every and scope not in own for scope in _EVERYBODY)


def quotient(part: Amount, whole: Amount) -> tuple[Fraction, Fraction]:
    """Return the bounds of part in whole, in percent."""
    low = 100 * part.low / whole.high if whole.high else Fraction(0)
    return low, 100 * part.high / whole.low if whole.low > 0 else Fraction(10**9)


def number(value: Fraction, places: int = 2) -> str:
    """Write a value, rounded."""
    text = f"{round(float(value), places):.{places}f}" if value.denominator != 1 else str(value.numerator)
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_rate(value: Fraction, like: Amount) -> str:
    """Write a percentage with as many digits as the one that is told, two at least."""
    places = max(2, len(str(like.step.denominator)) - 1)
    return f"{round(float(value), places):.{places}f}%"


def quoted(reading: Reading, figure: Figure) -> str:
    """Return a figure's words as they stand in the report."""
    return reading.document.quote(figure.span).strip()


def joined(reading: Reading, figures: Sequence[Figure]) -> str:
    """Quote several figures."""
    return "、".join(f"“{quoted(reading, figure)}”" for figure in figures)


def across(figures: Sequence[Figure]) -> Span:
    """Return the span from the first of the figures to the last."""
    return Span(min(each.start for each in figures), max(each.amount.end for each in figures))
