"""What the formats call things, in Chinese."""

from collections import Counter
from collections.abc import Iterable

from reportcheck.document import Document, Span
from reportcheck.outcome import Status, Strength
from reportcheck.rule import Basis, Severity
from reportcheck.structure.facts import Facts
from reportcheck.verdict import Finding, Kind, Report, Suppression

SEVERITIES: dict[Severity, str] = {"error": "必须改", "warning": "应当改", "info": "可改进"}
STATUSES = {
    Status.MET: "符合",
    Status.PARTIAL: "部分符合",
    Status.UNMET: "不符合",
    Status.NOT_APPLICABLE: "不适用",
}
STRENGTHS = {
    Strength.ABSENT: "没有写到",
    Strength.MENTION: "只提到",
    Strength.ACT: "有举措",
    Strength.FIGURE: "有数据",
}
LEVELS = {"province": "省级", "prefecture": "市级", "county": "县级", "township": "乡镇级"}
SUBJECTS = {"government": "政府", "party_office": "党委机关", "department": "政府部门"}
PROFILES = {"government": "政府", "township": "乡镇", "department": "部门", "party_office": "党委办", "zone": "开发区"}
_BASES = {"text": "据正文", "option": "按命令指定", None: "没有写明，按政府检查"}
ORIGINS = {"text": "正文写明", "filename": "取自文件名", "option": "命令指定", "assumed": "正文没有写明，按此检查"}
TYPES = {"rule-of-law-report": "法治政府建设年度报告", "other": "不是法治政府建设年度报告"}
UNSCORED = "不评分"
SUPPRESSIONS: dict[Kind, str] = {"waiver": "已豁免", "baseline": "基线里已有"}
NOTICES = {
    "config.expired-waiver": "豁免已到期",
    "config.unused-waiver": "豁免没有用上",
    "config.stale-baseline": "基线里的问题已经没有了",
}
ORIGIN_WORDS = "运行检查时所在的文件夹"
NOT_COUNTED = "不计入退出码，得分不变"
_FORM = 10
"""So many blanks are no oversight."""
_BY_LINE = ("text", "markdown")


def number(value: float) -> str:
    """Write a number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def place_words(document: Document, span: Span) -> str:
    """Say where something stands as the input's reader would look for it."""
    place = document.place(span)
    if document.format in _BY_LINE:
        return f"第{place.line}行"
    page = f"第{place.page}页" if place.page is not None else ""
    return f"{page}第{place.line}段"


def basis_words(basis: Basis) -> str:
    """Write a basis as officials cite it."""
    title = basis.title if basis.title.startswith("《") else f"《{basis.title}》"
    return f"{title}{basis.locator}"


def score_words(report: Report) -> str:
    """Write the score, or that there is none."""
    percent = report.score.percent
    return UNSCORED if percent is None else f"{percent:.1f} 分"


def unfilled_words(report: Report) -> str:
    """Say that a draft is a form still to be filled in; empty where it is not: its prompts read as if they told something."""
    blanks = sum(finding.rule.check == "placeholders" and finding.suppression is None for finding in report.findings)
    return f"有{blanks}处空白没有填写，填完再看得分。" if blanks >= _FORM else ""


def file_name(path: str) -> str:
    """Return a path's last part; the whole where there is none."""
    return printable(path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path)


def printable(path: str) -> str:
    """Replace what cannot be written in UTF-8 (bytes of file names in another encoding)."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def who_words(facts: Facts) -> str:
    """Name the issuer and the year, as far as they are known, and as what kind of body it is judged."""
    if facts.type == "other":
        return TYPES["other"]
    year = f"{facts.year}年度" if facts.year else "年度不明"
    return "，".join((facts.issuer or facts.region or "报告机关不明", year, profile_words(facts)))


def profile_words(facts: Facts) -> str:
    """Name the kind of body that reports, with its level where that says more."""
    levelled = facts.profile in ("government", "department", "party_office")
    return (LEVELS.get(facts.level or "", "") if levelled else "") + PROFILES[facts.profile]


def profile_basis(facts: Facts) -> str:
    """Say how the kind of body is known."""
    return f"类型{_BASES[facts.profile_origin]}"


def suppression_words(suppression: Suppression) -> str:
    """Say why a finding does not count, and who answers for it."""
    if suppression.kind == "baseline":
        return f"{SUPPRESSIONS['baseline']}：{suppression.reason}"
    until = f"，有效期至{suppression.expires}" if suppression.expires else ""
    return f"{SUPPRESSIONS['waiver']}：{suppression.reason}（批准人：{suppression.approver}{until}）"


def set_aside_words(findings: Iterable[Finding]) -> str:
    """Count what does not count; empty where there is none."""
    kinds = Counter(finding.suppression.kind for finding in findings if finding.suppression)
    return "、".join(f"{words} {kinds[kind]} 项" for kind, words in SUPPRESSIONS.items() if kind in kinds)


def shown_quote(report: Report, finding: Finding) -> str:
    """Return the words that a finding is about; none where it merely hangs on a heading for want of a place."""
    verdict = report.verdict(finding.rule.id)
    told = verdict is None or any(evidence.span == finding.span for evidence in verdict.outcome.evidence)
    return finding.quote if told else ""
