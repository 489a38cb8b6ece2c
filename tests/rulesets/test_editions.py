"""Which edition judges a report: by its year, without code for the next Outline."""

import json
import shutil
from pathlib import Path

import pytest

from reportcheck.cli import main
from reportcheck.engine import EditionsChecker, Options
from reportcheck.errors import RuleSetError, UsageError
from reportcheck.readers import read_document
from reportcheck.rule import Editions
from reportcheck.rulesets import load_editions, load_ruleset
from reportcheck.rulesets.builtin import rules_folder
from reportcheck.rulesets.editions import as_editions
from reportcheck.rulesets.select import select_editions

SUCCESSOR = """\
id: national-2026-2030
title: 法治政府建设年度报告检查规则（全国，2026—2030年度）
version: "2026.1"
years: [2026, 2030]
sources: {next: {title: 下一个五年的纲要（试写）}}
groups: [{id: scope, title: 文种}, {id: outline, title: 纲要任务}]
grades: [{title: 合格, at_least: 60}, {title: 不合格, at_least: 0}]
"""
REVIEW = """\
title: 行政复议
requirement: 写明办理行政复议案件的情况。
basis: [{source: next, locator: 试写}]
severity: warning
check: evidence
params: {signs: [{any: [复议案件]}], topic: [复议], acts: [办结]}
message: {unmet: 没有写行政复议。, partial: 只提到行政复议。}
advice: 写明办结××件。
"""


def report(year: int | None) -> str:
    told = f"{year}年度" if year else ""
    return "\n".join((
        f"云岭县人民政府{told}法治政府建设年度报告", "现将有关情况报告如下：", "一、主要举措和成效",
        "（一）行政复议。办结复议案件31件，群众满意率进一步提高。" + "各级各部门依法履行职责，依法办事水平稳步提高。" * 10,
    ))  # fmt: skip


@pytest.fixture
def rules(tmp_path) -> Path:
    """Return a folder with the shipped national set and a successor beside it: a folder of YAML, no code."""
    made = tmp_path / "rules"
    shutil.copytree(Path(rules_folder()) / "national-2021-2025", made / "national-2021-2025")
    successor = made / "national-2026-2030"
    (successor / "outline").mkdir(parents=True)
    (successor / "ruleset.yaml").write_text(SUCCESSOR, encoding="utf-8")
    (successor / "outline" / "22.yaml").write_text(REVIEW, encoding="utf-8")
    scope = made / "national-2021-2025" / "scope"
    (successor / "scope").mkdir()
    for name in ("not-a-report", "edition"):
        text = (scope / f"{name}.yaml").read_text(encoding="utf-8").partition("examples:")[0]
        text = text.replace("inspection-2019", "next").replace("outline-2021", "next")
        (successor / "scope" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def drafts(tmp_path) -> Path:
    folder = tmp_path / "报告"
    folder.mkdir()
    for name, year in {"a": 2019, "b": 2024, "c": 2026, "d": 2032, "e": None}.items():
        (folder / f"{name}.txt").write_text(report(year), encoding="utf-8")
    return folder


def checked(capsys, *arguments) -> dict:
    main(["check", *map(str, arguments), "--format", "json", "--fail-on", "never"])
    return json.loads(capsys.readouterr().out)


def test_each_report_is_judged_by_the_edition_of_its_year(rules, drafts, capsys):
    result = checked(capsys, drafts, "--ruleset", rules)
    old, new = "national-2021-2025", "national-2026-2030"
    assert [each["ruleset"]["id"] for each in result["reports"]] == [old, old, new, new, new]
    found = [[f["severity"] for f in each["findings"] if f["rule"] == "scope.edition"] for each in result["reports"]]
    assert found == [["warning"], [], [], ["warning"], ["info"]]
    assert result["ruleset"]["id"] == old  # the first report's


def test_a_year_that_no_edition_covers_is_told(rules, drafts, capsys):
    result = checked(capsys, drafts / "a.txt", "--ruleset", rules)
    (told,) = [f for f in result["reports"][0]["findings"] if f["rule"] == "scope.edition"]
    assert told["message"] == "报告的是2019年度，没有适用这一年度的规则，是用2021—2025年度的规则检查的，结论只供参考。"


def test_a_2026_report_gets_the_successor_s_rules(rules, drafts, capsys):
    (made,) = checked(capsys, drafts / "c.txt", "--ruleset", rules)["reports"]
    assert {each["rule"]: each["status"] for each in made["outcomes"]} == {
        "scope.not-a-report": "met", "scope.edition": "met", "outline.22": "met",
    }  # fmt: skip


def test_a_named_set_judges_whatever_the_year_and_says_so(drafts, capsys):
    (made,) = checked(capsys, drafts / "c.txt", "--ruleset", "national-2021-2025")["reports"]
    assert "scope.edition" in {f["rule"] for f in made["findings"]}


def test_the_user_s_year_chooses(rules, drafts, capsys):
    (made,) = checked(capsys, drafts / "a.txt", "--ruleset", rules, "--year", "2027")["reports"]
    assert made["ruleset"]["id"] == "national-2026-2030"


def test_without_a_word_the_shipped_national_sets_are_the_editions():
    assert [each.id for each in load_editions().rulesets] == ["national-2021-2025"]


def test_shipped_editions_are_those_called_national(rules, monkeypatch):
    shutil.copytree(Path(rules_folder()) / "example-lanjiang", rules / "example-lanjiang")
    monkeypatch.setattr("reportcheck.rulesets.builtin.rules_folder", lambda: rules)
    assert [each.id for each in load_editions("auto").rulesets] == ["national-2021-2025", "national-2026-2030"]


def test_workers_agree(rules, drafts, capsys):
    one = checked(capsys, drafts, "--ruleset", rules, "--jobs", "1")
    assert checked(capsys, drafts, "--ruleset", rules, "--jobs", "2") == one


def test_every_output_names_the_sets_that_judged(rules, drafts, capsys, tmp_path):
    page = tmp_path / "结果.html"
    main(["check", str(drafts), "--ruleset", str(rules), "--fail-on", "never", "--report", f"html={page}"])
    assert "national-2021-2025 2026.1）、《" in "".join(line.strip() for line in capsys.readouterr().out.splitlines())
    text = page.read_text(encoding="utf-8")
    assert (text.count("（national-2021-2025，版本"), text.count("（national-2026-2030，版本")) == (3, 4)  # each report's own, and the table's


def test_a_checker_is_made_only_for_editions_that_are_needed(rules, drafts):
    checker = EditionsChecker(load_editions(rules), Options())
    checker.check(read_document(drafts / "b.txt"))
    assert list(checker._checkers) == ["national-2021-2025"]


@pytest.fixture
def two(rules) -> Editions:
    return load_editions(rules)


@pytest.mark.parametrize(("year", "first"), [(1999, 2021), (2021, 2021), (2025, 2021), (2026, 2026), (2099, 2026), (None, 2026)])
def test_the_edition_for_a_year(two, year, first):
    assert two.covering(year).years[0] == first


def test_two_sets_for_one_year_are_refused(rules):
    head = rules / "national-2026-2030" / "ruleset.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("[2026", "[2025"), encoding="utf-8")
    with pytest.raises(RuleSetError, match="“national-2021-2025”和“national-2026-2030”都适用2025年度"):
        load_editions(rules)


def test_two_sets_of_one_name_are_refused(rules):
    head = rules / "national-2026-2030" / "ruleset.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: national-2026-2030", "id: national-2021-2025"), encoding="utf-8")
    with pytest.raises(RuleSetError, match="两个规则集的 id 相同"):
        load_editions(rules)


def test_a_pattern_need_only_match_in_one_edition(two):
    kept = select_editions(two, ["leaders.*", "outline.22"], [])
    assert [len(each.rules) for each in kept.rulesets] == [7, 1]
    with pytest.raises(UsageError, match=r"没有编号匹配 outline.99 的规则"):
        select_editions(two, ["outline.99"], [])


def test_years_are_written_once(rules):
    """The check for the year takes them from the set's head, an overlay's head included."""
    overlay = rules.parent / "overlay"
    overlay.mkdir()
    (overlay / "ruleset.yaml").write_text("extends: ../rules/national-2026-2030\nid: o\ntitle: 甲\nversion: '1'\nyears: [2026, 2027]\n", encoding="utf-8")
    assert load_ruleset(overlay).rule("scope.edition").params == {"years": [2026, 2027]}
    assert as_editions([load_ruleset(overlay)]).covering(2019).id == "o"
