"""A pasted passage is one finding, beside the place where it stood first."""

from drafts import REPORT, document
from reportcheck import Checker, load_ruleset

CHECKER = Checker(load_ruleset("national-2021-2025"))
PASTED = "全县组织行政执法案卷评查两次，评查案卷三百份，发现各类问题并督促全部改正。各乡镇逐项对照检查，建立台账，按月报送进展，年底前已经全部销号。"


def found(text: str):
    return [finding for finding in CHECKER.check(document(text)).findings if finding.rule.id == "wording.duplicate"]


def test_a_sound_report_is_not_accused():
    assert found(REPORT) == []


def test_a_passage_pasted_twice_is_told_once():
    text = REPORT.replace("（二）严格执法。", f"（二）严格执法。{PASTED}").replace("（二）部分单位", f"{PASTED}\n（二）部分单位")
    (finding,) = found(text)
    assert "一段话写了两遍" in finding.message
    assert "第5行" in finding.message


def test_a_title_pasted_twice_is_found():
    title = REPORT.split("\n", maxsplit=1)[0]
    (finding,) = found(f"{title}\n{REPORT}")
    assert finding.message.startswith("标题写了两遍")
