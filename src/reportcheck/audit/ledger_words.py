"""What the ledger calls states, dates and ways of knowing, in Chinese."""

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
KINDS = {"units": "不同单位", "own_year": "本单位上年"}
