"""Findings are marked in one place; what is out of date is told."""

from datetime import date
from pathlib import Path

import pytest

from drafts import REPORT
from reportcheck.batch import Input, check_paths
from reportcheck.engine import Options
from reportcheck.errors import UsageError
from reportcheck.rulesets.select import select_rules
from reportcheck.suppression.apply import Ground, suppress
from reportcheck.suppression.baseline import Baseline, Entry, baseline_of, read_baseline, write_baseline
from reportcheck.suppression.waiver import Waiver, today

DAY = date(2025, 3, 31)
GAPPY = REPORT.replace("，主要原因是编制没有跟上", "")


@pytest.fixture(scope="module")
def found(national):
    files = [Input("2024/云岭县.txt", GAPPY.encode()), Input("2024/松溪县.txt", GAPPY.replace("云岭", "松溪").encode())]
    return check_paths(files, national, Options(), jobs=1)


def waiver(rule="structure.causes", path="2024/云岭*.txt", expires=None, fingerprint=""):
    return Waiver(rule, path, "已说明", "周敏", expires, fingerprint, Path.cwd(), "reportcheck.yaml", 3, 5)


def judged(found, *waivers, baseline=None, day=DAY):
    ids = frozenset(rule.id for rule in found.ruleset.rules) | {"leaders.decide"}
    return suppress(found, Ground(waivers, baseline, day, ids))


def aside(result):
    return [
        (report.document.path, finding.rule.id, finding.suppression.kind)
        for report in result.reports
        for finding in report.findings
        if finding.suppression
    ]


def test_a_waiver_marks_its_finding_in_its_file(found):
    result = judged(found, waiver())
    assert aside(result) == [("2024/云岭县.txt", "structure.causes", "waiver")]
    assert result.notices == ()


def test_nothing_is_lost_and_no_score_changes(found):
    result = judged(found, waiver("*", "**"))
    assert len(aside(result)) == sum(len(report.findings) for report in found.reports)
    for before, after in zip(found.reports, result.reports, strict=True):
        assert after.score == before.score
        assert [finding.rule.id for finding in after.findings] == [finding.rule.id for finding in before.findings]


@pytest.mark.parametrize(("day", "counts"), [(date(2025, 3, 30), False), (date(2025, 3, 31), False), (date(2025, 4, 1), True)])
def test_the_last_day_is_included(found, day, counts):
    result = judged(found, waiver(expires=date(2025, 3, 31)), day=day)
    assert (aside(result) == []) is counts
    assert [notice.rule for notice in result.notices] == (["config.expired-waiver"] if counts else [])


def test_an_expired_waiver_tells_whether_it_still_matters(found):
    past = date(2025, 1, 1)
    (needed,) = judged(found, waiver(expires=past)).notices
    assert needed.message == "豁免“structure.causes”（2024/云岭*.txt）已于2025-01-01到期，不再起作用，它豁免的问题重新计入。"
    assert (needed.severity, needed.path, needed.line, needed.column) == ("warning", "reportcheck.yaml", 3, 5)
    (replaced,) = judged(found, waiver(expires=past), waiver()).notices
    assert replaced.message.endswith("不再起作用。")
    assert replaced.advice == "删去这条豁免。"


def test_a_fingerprint_narrows_a_waiver(found):
    outline = [finding for finding in found.reports[0].findings if finding.rule.group == "outline"]
    result = judged(found, waiver("outline.*", "**", fingerprint=outline[0].fingerprint))
    assert {rule for _, rule, _ in aside(result)} == {outline[0].rule.id}


UNUSED = {
    "met": (waiver("structure.date"), 1),
    "another file of the run": (waiver("structure.causes", "**/松溪*.txt"), 0),
    "a file that took no part": (waiver("structure.date", "2023/*.txt"), 0),
    "no such rule": (waiver("structure.cause", "2023/*.txt"), 1),
    "a finding that is gone": (waiver(fingerprint="0000"), 1),
}


@pytest.mark.parametrize("name", UNUSED)
def test_an_unused_waiver_is_told_where_it_could_have_been_used(found, name):
    waived, count = UNUSED[name]
    assert [notice.rule for notice in judged(found, waived).notices] == ["config.unused-waiver"] * count


def test_a_pattern_of_no_use_is_no_warning(found):
    """It may be meant for files that this run was not given."""
    severities = [judged(found, waiver("structure.date", path)).notices[0].severity for path in ("2024/云岭县.txt", "2024/*.txt", "2024/")]
    assert severities == ["warning", "info", "info"]


def test_a_misspelt_rule_is_told_with_the_nearest(found):
    (notice,) = judged(found, waiver("structure.cause")).notices
    assert "不存在" in notice.message
    assert notice.advice.startswith("是不是“structure.causes”？")


def test_a_rule_left_out_of_the_run_makes_no_waiver_unused(national):
    few = select_rules(national, ["structure.*"], [])
    found = check_paths([Input("2024/云岭县.txt", GAPPY.encode())], few, Options(), jobs=1)
    assert judged(found, waiver("leaders.decide")).notices == ()


class TestBaseline:
    def test_what_is_known_does_not_count_what_is_new_does(self, found):
        whole = baseline_of(found, "基线.json")
        assert len(aside(judged(found, baseline=whole))) == len(whole.entries)
        one_less = whole._replace(entries=whole.entries[1:])
        marked = {(path, rule) for path, rule, _ in aside(judged(found, baseline=one_less))}
        assert whole.entries[0][:2] not in marked
        assert len(aside(judged(found, baseline=one_less))) == len(whole.entries) - 1

    def test_a_path_is_part_of_the_key(self, found):
        """The same omission in two reports has one fingerprint."""
        whole = baseline_of(found, "基线.json")
        only = whole._replace(entries=tuple(entry for entry in whole.entries if "云岭" in entry.path))
        assert {path for path, _, _ in aside(judged(found, baseline=only))} == {"2024/云岭县.txt"}

    def test_waived_findings_are_not_kept(self, found):
        result = judged(found, waiver("*", "2024/云岭*.txt"))
        assert {entry.path for entry in baseline_of(result, "基线.json").entries} == {"2024/松溪县.txt"}

    def test_a_waiver_goes_before_a_baseline(self, found):
        kinds = {kind for _, rule, kind in aside(judged(found, waiver(), baseline=baseline_of(found, "x.json"))) if rule == "structure.causes"}
        assert kinds == {"waiver", "baseline"}

    def test_what_is_gone_is_told_by_file(self, found):
        gone = Entry("2024/云岭县.txt", "structure.plan", "0000"), Entry("2024/云岭县.txt", "structure.title", "0000")
        elsewhere, not_asked = Entry("2023/云岭县.txt", "structure.plan", "0000"), Entry("2024/云岭县.txt", "other.rule", "0000")
        (notice,) = judged(found, baseline=Baseline("基线.json", (*gone, elsewhere, not_asked))).notices
        assert (notice.rule, notice.severity, notice.path) == ("config.stale-baseline", "info", "基线.json")
        assert notice.message == "基线里2024/云岭县.txt的2个问题已经没有了（structure.plan、structure.title）。"

    def test_it_survives_unrelated_changes_of_the_text(self, found, national):
        whole = baseline_of(found, "基线.json")
        moved = GAPPY.replace("一、主要举措", "\n\n2024年，全县各级坚持依法行政。\n一、主要举措", 1)
        again = check_paths([Input("2024/云岭县.txt", moved.encode())], national, Options(), jobs=1)
        assert [f.rule.id for f in judged(again, baseline=whole).reports[0].findings if f.suppression is None] == []

    def test_written_and_read_again(self, found, tmp_path):
        target = str(tmp_path / "基线.json")
        text = write_baseline(baseline_of(found, target))
        Path(target).write_text(text, encoding="utf-8")
        assert write_baseline(read_baseline(target)) == text
        assert "执法力量不足" not in text

    def test_an_empty_one(self, tmp_path):
        path = tmp_path / "基线.json"
        path.write_text(write_baseline(Baseline(str(path), ())), encoding="utf-8")
        assert read_baseline(str(path)).entries == ()

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("{", "不是 UTF-8 编码的 JSON"), ("[]", "应当写明 schema"), ('{"schema": "reportcheck/result/v1", "findings": []}', "应当写明 schema"),
            ('{"schema": "reportcheck/baseline/v1", "findings": [{"path": "a"}]}', "第1条不完整"),
        ],
    )  # fmt: skip
    def test_what_is_no_baseline(self, tmp_path, text, message):
        path = tmp_path / "基线.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=message):
            read_baseline(str(path))


def test_the_date_can_be_stated(monkeypatch):
    monkeypatch.setenv("REPORTCHECK_TODAY", "2025-03-31")
    assert today() == DAY
    monkeypatch.setenv("REPORTCHECK_TODAY", "昨天")
    with pytest.raises(UsageError, match="REPORTCHECK_TODAY"):
        today()
    monkeypatch.delenv("REPORTCHECK_TODAY")
    assert today() == date.today()  # noqa: DTZ011 - local, as waivers are
