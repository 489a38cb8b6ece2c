"""No output repeats a private number: neither a finding nor the report's own words nor another rule's evidence."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from drafts import ACHIEVEMENTS, LEAD, PLAN, PROBLEMS, document
from reportcheck.batch import BatchResult
from reportcheck.checks import CHECKS
from reportcheck.cli import main
from reportcheck.engine import Checker
from reportcheck.masks import hide, hide_cut, hide_in, hide_in_facts
from reportcheck.reporters import REPORTERS, reporter
from reportcheck.structure.facts import Facts
from reportcheck.trace import trace

NUMBERS = ("110101190001010014", "13800000000", "6200000000000000000", "15900000000", "110101190001010013")
PRIVATE = (
    "组织行政复议听证会3次，听取李某（身份证号110101190001010014，手机13800000000，银行卡6200000000000000000）的意见，受理行政复议申请12件。\n"
    "13800000000提交的行政复议申请已审结。公布法律援助热线15900000000。核对王某身份证110101190001010013。"
)
TEXT = "\n".join((
    "云岭县人民政府2024年法治政府建设年度报告", LEAD, ACHIEVEMENTS, PRIVATE,
    PROBLEMS + "（三）李某（13800000000）的申请办得慢。", PLAN, "云岭县人民政府\n2025年2月20日\n（联系人：李某，电话13800000000）",
))  # fmt: skip


@pytest.fixture(scope="module")
def result(checker: Checker) -> BatchResult:
    return BatchResult((checker.check(document(TEXT)),), (), checker.ruleset)


def _words(rendered: str | bytes) -> str:
    """Return all that a result holds: the members of a package, Markdown without its escapes."""
    if isinstance(rendered, str):
        return rendered.replace("\\*", "*")
    if not rendered.startswith(b"PK"):
        return rendered.decode("utf-8-sig")
    with ZipFile(BytesIO(rendered)) as package:
        return "".join(package.read(name).decode(errors="replace") for name in package.namelist())


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_no_format_prints_a_number(result, name):
    printed = _words(reporter(name).render(result))
    assert not [number for number in NUMBERS if number in printed]
    assert "138******00" in printed


def test_every_number_is_found_where_it_is(result):
    found = {(f.rule.id, f.quote) for f in result.reports[0].findings if f.rule.group == "privacy"}
    assert found == {
        ("privacy.id-number", "110*************14"), ("privacy.id-number", "110*************13"), ("privacy.phone", "138******00"),
        ("privacy.phone", "159******00"), ("privacy.bank-card", "620**************00"),
    }  # fmt: skip


def test_positions_stay(result):
    report = result.reports[0]
    assert len(report.document.text) == len(TEXT)
    for finding in report.findings:
        assert report.document.quote(finding.span) == finding.quote
    first = next(f for f in report.findings if f.rule.id == "privacy.id-number")
    assert TEXT[first.span.start : first.span.end] == NUMBERS[0]


def test_other_rules_evidence_hides_it_too(result):
    (report,) = json.loads(reporter("json").render(result))["reports"]
    told = [each["text"] for outcome in report["outcomes"] if not outcome["rule"].startswith("privacy") for each in outcome["evidence"]]
    assert any("138******00" in text for text in told)


def test_facts_hide_it():
    facts = Facts(title="关于13800000000的报告", year=2024, issuer="云岭县人民政府")
    assert hide_in_facts(facts, {"13800000000": "138******00"}) == facts._replace(title="关于138******00的报告")
    assert hide_in_facts(facts, {}) == facts


def test_the_input_itself_is_not_touched(checker):
    text = document(TEXT)
    checker.check(text)
    assert text.text == TEXT
    clean = document(TEXT.translate(str.maketrans("", "", "0123456789")))
    assert checker.check(clean).document is clean


def test_no_trace_shows_a_number(checker):
    text = document(TEXT)
    report = checker.check(text)
    for rule in checker.ruleset.rules:
        told = trace(checker, text, rule, report)
        shown = f"{told.document.text}{told.looked}{told.considered}{told.change}"
        assert not [number for number in NUMBERS if number in shown], rule.id


def test_commands_do_not_print_a_number(tmp_path, capsys):
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    commands = (
        ["check", "--format", "terminal"],
        ["explain", "--rule", "privacy.phone", "--rule", "outline.22"],
        ["rules", "try", "--rule", "privacy.phone"],
    )
    for command in commands:
        main([*command, str(path)])
        printed = capsys.readouterr().out
        assert "138******00" in printed
        assert not [number for number in NUMBERS if number in printed], command


@pytest.fixture(scope="module")
def notice(checker: Checker) -> BatchResult:
    text = f"关于举办执法培训班的通知\n各乡镇人民政府：\n{PRIVATE}\n审结原告王建国诉县公安局一案。王建国到庭。\n云岭县司法局\n2025年2月20日"
    return BatchResult((checker.check(document(text)),), (), checker.ruleset)


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_what_is_no_report_is_shown_without_its_numbers_too(notice, name):
    (report,) = notice.reports
    assert report.facts.type == "other"
    assert [f.rule.id for f in report.findings] == ["scope.not-a-report"]
    shown = f"{report.document.text}{reporter(name).render(notice)}"
    assert not [words for words in (*NUMBERS, "王建国") if words in shown]
    assert "王某某到庭" in report.document.text


def test_a_rule_that_does_not_bind_hides_all_the_same(national):
    rules = tuple(
        rule._replace(applies_to=rule.applies_to._replace(levels=("province",), strict=True)) if rule.group == "privacy" else rule
        for rule in national.rules
    )
    report = Checker(national._replace(rules=rules)).check(document(TEXT))
    assert not [f for f in report.findings if f.rule.group == "privacy"]
    assert not [number for number in NUMBERS if number in report.document.text]


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("回访李某手机138000000", "回访李某手机138******"),
        ("回访李某手机1380000……", "回访李某手机138****……"),
        ("00000000回访李某", "******00回访李某"),
        ("办理案件1380", "办理案件1380"),
        ("13800000000", "138******00"),
    ],
)
def test_a_quotation_that_cuts_a_number_hides_its_part(quoted, shown):
    assert hide_cut(quoted, {"13800000000": "138******00"}) == shown


def test_messages_that_cut_a_number_or_close_its_gaps_hide_it(checker):
    pasted = "全县评查案卷联系李某138 0000 0000，评查案卷三百份并督促全部改正到位。"
    report = checker.check(document(TEXT.replace("（二）严格执法。", f"（二）严格执法。{pasted}{pasted}")))
    (told,) = [f.message for f in report.findings if f.rule.id == "wording.duplicate"]
    assert "138**" in told
    assert "1380" not in told


def test_longer_words_are_hidden_first():
    assert hide("1234 123", {"1234": "1**4", "123": "***"}) == "1**4 ***"
    text = document("云岭县")
    assert hide_in(text, {}) is text


def test_the_kinds_are_registered():
    assert {"private-number", "secrecy-mark"} <= set(CHECKS)
