"""Whether a document is an annual report on building a rule-of-law government at all."""

from collections.abc import Sequence

from reportcheck.structure.frame import is_title
from reportcheck.text.patterns import Pattern

REPORT = "rule-of-law-report"
OTHER = "other"

_OTHER_KINDS = Pattern(
    r"(?:通知|方案|要点|规划|纲要|意见|办法|条例|规定|细则|决定|公告|通告|公示|简报|讲话|发言|批复|清单|白皮书|计划|章程|合同|协议|判决书|法|工作报告|公开年报|公开工作年度报告)(?:\([^()]*\))?$"
)
_PERSONAL = Pattern(r"述职|述法|述廉|第一责任人职责(?:的)?(?:情况)?(?:的)?(?:报告|汇报)", "述", "第一责任人职责")
_ARTICLE = Pattern(r"(?:^|[\n。 ])第[一二三四五六七八九十百]{1,5}条", *(f"{char}条" for char in "一二三四五六七八九十百"))
_CORE = Pattern(r"法治政府|依法行政|法治建设|依法治[国省市州县区旗镇乡局企]")
_FIELD = Pattern(r"行政执法|行政复议|行政诉讼|出庭应诉|合法性审[查核]|规范性文件|行政决策|普法|第一责任人|法治思维|学法|法律顾问|政务公开|权责清单")
_TELLS = Pattern(r"报告如下|汇报如下|总结如下|情况如下|年度报告|一年来|20\d\d年")
_PER = 1000
_MANY_ARTICLES = 8
_RESULT = Pattern(r"法治政府建设年度报告(?:检查意见(?:汇总)?|自查表)\s*(?:\n|$)", "年度报告检查意见", "年度报告自查表")


def is_result(text: str) -> bool:
    """Tell a result of this program, as a page or a list: it quotes a report and is none."""
    return bool(_RESULT.match(text))


def document_type(title: str, head: Sequence[str], folded: str) -> str:
    """Return ``rule-of-law-report`` or ``other``, by the title where there is one, else by what the text is about."""
    if is_result(folded) or _count(_ARTICLE, folded) >= _MANY_ARTICLES:
        return OTHER
    if title and is_title(title):
        personal = _PERSONAL.search(title) and "法治政府" not in title
        return OTHER if personal else REPORT
    shown = [line for line in [title, *head[:4], folded.partition("\n")[0]] if line and len(line) <= 60]  # noqa: PLR2004
    if any(_OTHER_KINDS.search(line.strip()) for line in shown):
        return OTHER
    size = max(len(folded), 1) / _PER
    core, field_words = _count(_CORE, folded), _count(_FIELD, folded)
    return REPORT if core >= 3 and core / size >= 1.2 and (core + field_words) / size >= 4 and _TELLS.search(folded) else OTHER  # noqa: PLR2004


def _count(pattern: Pattern, text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
