"""Whether a document is an annual report on building a rule-of-law government at all."""

import re
from collections.abc import Sequence

from reportcheck.structure.frame import is_title

REPORT = "rule-of-law-report"
OTHER = "other"

_OTHER_KINDS = re.compile(
    r"(?:通知|方案|要点|规划|纲要|意见|办法|条例|规定|细则|决定|公告|通告|公示|简报|讲话|发言|批复|清单|白皮书|计划|章程|合同|协议|判决书|法|工作报告|公开年报|公开工作年度报告)(?:\([^()]*\))?$"
)
_PERSONAL = re.compile(r"述职|述法|述廉|第一责任人职责(?:的)?(?:情况)?(?:的)?(?:报告|汇报)")
_ARTICLE = re.compile(r"(?:^|[\n。 ])第[一二三四五六七八九十百]{1,5}条")
_CORE = re.compile(r"法治政府|依法行政|法治建设|依法治[国省市州县区旗镇乡局企]")
_FIELD = re.compile(r"行政执法|行政复议|行政诉讼|出庭应诉|合法性审[查核]|规范性文件|行政决策|普法|第一责任人|法治思维|学法|法律顾问|政务公开|权责清单")
_TELLS = re.compile(r"报告如下|汇报如下|总结如下|情况如下|年度报告|一年来|20\d\d年")
_PER = 1000
_MANY_ARTICLES = 8
_RESULT = re.compile(r"法治政府建设年度报告(?:检查意见(?:汇总)?|自查表)\s*(?:\n|$)")


def is_result(text: str) -> bool:
    """Tell a result of this program, as a page or a list: it quotes a report and is none."""
    return bool(_RESULT.match(text))


def document_type(title: str, head: Sequence[str], folded: str) -> str:
    """Return ``rule-of-law-report`` or ``other``, by the title where there is one, else by what the text is about."""
    if is_result(folded) or len(_ARTICLE.findall(folded)) >= _MANY_ARTICLES:
        return OTHER
    if title and is_title(title):
        personal = _PERSONAL.search(title) and not re.search(r"法治政府", title)
        return OTHER if personal else REPORT
    shown = [line for line in [title, *head[:4], folded.partition("\n")[0]] if line and len(line) <= 60]  # noqa: PLR2004
    if any(_OTHER_KINDS.search(line.strip()) for line in shown):
        return OTHER
    size = max(len(folded), 1) / _PER
    core, field_words = len(_CORE.findall(folded)), len(_FIELD.findall(folded))
    return REPORT if core >= 3 and core / size >= 1.2 and (core + field_words) / size >= 4 and _TELLS.search(folded) else OTHER  # noqa: PLR2004
