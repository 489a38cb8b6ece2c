"""Words of figures that several kinds use: what a rate is the rate of, what makes counts incomparable, how values are shown."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from reportcheck.document import Span
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading, Sentence
from reportcheck.text.amounts import Amount


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
    "调解成功率": Rate(("调解成功", "成功调解", "调处成功", "成功调处"), _MEDIATED),
    "调处成功率": Rate(("调处成功", "成功调处", "调解成功", "成功调解"), _MEDIATED),
    "成功率": Rate(("成功",), (*_MEDIATED, *_TAKEN)),
    "整改率": Rate(("整改", "销号"), _FOUND),
    "整改完成率": Rate(("完成整改", "整改完成", "整改到位"), _FOUND),
    "解决率": Rate(("解决",), (*_TAKEN, *_FOUND)),
    "处置率": Rate(("处置",), (*_TAKEN, *_FOUND, "预警")),
    "合格率": Rate(("合格",), _TESTED),
    "不合格率": Rate(("不合格",), _TESTED),
    "及格率": Rate(("及格",), _TESTED),
    "通过率": Rate(("通过",), (*_TESTED, "审查")),
    "优秀率": Rate(("优秀",), _TESTED),
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
_OTHER_RATE = re.compile(r"按时|按期|如期|及时|限期|逾期|网上|网办|首次|直接|平均|自动|当场|当年|去年|上年|同期|全国|全省平均|法定|累计|一次性|主动|和解|实体|综合")
_CARRIED = re.compile(r"旧存|结转|存量|历年|往年|上年|去年|转入|积案|跨年|遗留|未结|未办结|以来|累计|其他途径|重复|撤回|终止审理|不予受理")
_APART = re.compile(r"去年|上年|同期|20\d\d年(?!以来)|此前|全国|平均")


def rate_of(figure: Figure) -> str | None:
    """Return the name of the rate that a figure states; None where it is none that is known, or one with a base of its own."""
    if figure.amount.unit != "%":
        return None
    label = figure.name
    name = next((each for each in _BY_LENGTH if label.endswith(each)), None)
    before = label[: -len(name)] if name else ""
    return None if name is None or _OTHER_RATE.search(before) or before.endswith(("不", "和", "、", "与", "未")) else name


def names_any(label: str, words: Sequence[str]) -> bool:
    """Tell whether a label has one of the words, not denied (不合格, 未整改)."""
    return any(re.search(rf"(?<![不未无应]){re.escape(word)}(?!率)", label) for word in words)


def carried(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the sentence, or the one before it, tells of cases from before or of others that are not counted."""
    at = reading.sentence_at(sentence.span.start) or 0
    before = reading.sentences[at - 1] if at and reading.sentences[at - 1].passage == sentence.passage else sentence
    return _CARRIED.search(reading.words(Span(before.span.start, sentence.span.end))) is not None


def told_apart(label: str) -> bool:
    """Tell whether a figure is of another year or of others."""
    return _APART.search(label) is not None


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
