"""What the site calls things, in Chinese."""

from reportcheck.reporters import wording

STATUSES = {status.value: words for status, words in wording.STATUSES.items()}
STRENGTHS = {strength.value: words for strength, words in wording.STRENGTHS.items()}
SEVERITIES = {str(severity): title for severity, title in wording.SEVERITIES.items()}
LEVELS = wording.LEVELS
PROFILES = wording.PROFILES
UNGRADED = "不评分"
UNKNOWN = "不明"

STATES = {
    "late": "迟报",
    "on_time": "按时",
    "undated": "日期不明",
    "wrong_year": "年度不符",
    "superseded": "已有新稿",
    "duplicate": "重复报送",
    "unknown_unit": "名册外单位",
    "other_year": "其他年度",
    "not_a_report": "不是年度报告",
}
DATES = {
    "published": "发布日期",
    "signed_on": "成文日期",
    "file_date": "文件日期",
}
FOLLOWED = {
    "done": "已兑现",
    "partial": "部分兑现",
    "absent": "未提及",
    "again": "又列为来年安排",
    "repeated": "一字不差",
    "alike": "大体相同",
    "fell": "明显下降",
    "jumped": "成倍增长",
    "same": "一个数没变",
    "otherwise": "前后说法不一",
}
FOLLOWED_TONES = {"done": "met", "partial": "partial", "absent": "unmet", "again": "unmet"}
FOLLOWED_KINDS = {"commitment": "上年安排的落实", "problem": "重复出现的问题", "figure": "前后要核对的数字"}
OVERLAPS = {"units": "不同单位", "own_year": "本单位上年"}


def state(value: str | None) -> str:
    """Name the state of a submission."""
    return STATES.get(value or "", value or "")


def points(share: float) -> str:
    """Write a change of a share in percentage points, with its sign."""
    shown = f"{100 * share:+.0f}"
    return "0" if shown in ("+0", "-0") else shown


def percent(share: float) -> str:
    """Write a share of one as a whole percentage; what is not nothing is never written as 0%."""
    shown = f"{100 * share:.0f}%"
    return "不足1%" if share > 0 and shown == "0%" else shown


def place(line: int | None, page: int | None, form: str) -> str:
    """Say where something stands as the input's reader would look for it."""
    if line is None:
        return ""
    if form in ("text", "markdown"):
        return f"第{line}行"
    return f"{f'第{page}页' if page else ''}第{line}段"


