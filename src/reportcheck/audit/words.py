"""What an audit calls states, dates, ways of knowing and places, in Chinese: one name each in the terminal, ledger, site and views."""

STATES = {
    "on_time": "按时",
    "late": "迟报",
    "undated": "日期不明",
    "wrong_year": "年度不符",
    "other_year": "其他年度",
    "superseded": "已有新稿",
    "duplicate": "重复报送",
    "unknown_unit": "名册外单位",
    "not_a_report": "不是年度报告",
}
MISSING = "未报送"
DATES = {"published": "发布日期", "signed_on": "成文日期", "file_date": "文件日期"}
MATCHES = {
    "issuer": "报告机关",
    "signed_by": "落款",
    "region": "地区",
    "text": "正文所提上级",
    "filename": "文件名（弱）",
    "folder": "文件夹名（弱）",
    "ambiguous": "有同名单位",
}
OVERLAPS = {"units": "不同单位", "own_year": "本单位上年"}
_BY_LINE = ("text", "markdown")


UNVERIFIED = "待核实"


def state(value: str | None, date_from: str | None = None) -> str:
    """Name the state of a submission; a file's date alone accuses nobody."""
    words = STATES.get(value or "", value or "")
    return f"{words}（{UNVERIFIED}）" if value == "late" and date_from == "file_date" else words


def place(line: int | None, page: int | None, form: str) -> str:
    """Say where something stands as the input's reader would look for it."""
    if line is None:
        return ""
    return f"{f'第{page}页' if page and form not in _BY_LINE else ''}第{line}{unit_of_place(form)}"


def unit_of_place(form: str) -> str:
    """Name what places of a format are counted in."""
    return "行" if form in _BY_LINE else "段"
