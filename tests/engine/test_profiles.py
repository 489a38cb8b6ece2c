"""As what kind of body an issuer is judged: read from the text, or stated; shown with where it comes from."""

import json

import pytest

from reportcheck.cli import main
from reportcheck.reporters.wording import profile_basis, profile_words, who_words
from reportcheck.structure.facts import PROFILES, Facts

ISSUERS = {
    "云岭县人民政府": ("government", "县级政府"),
    "云岭县青檀镇人民政府": ("township", "乡镇"),
    "云岭县林业局": ("department", "县级部门"),
    "中共云岭县委全面依法治县委员会办公室": ("party_office", "县级党委办"),
    "临川湖高新区管理委员会": ("zone", "开发区"),
}


def text(issuer: str) -> str:
    return f"{issuer}2024年度法治政府建设年度报告\n现将有关情况报告如下：\n一、主要举措和成效\n" + "依法履行职责，办结行政许可事项31件。" * 15


@pytest.mark.parametrize("issuer", ISSUERS)
def test_read_from_the_text(judge_as, issuer):
    profile, words = ISSUERS[issuer]
    facts = judge_as(text(issuer)).facts
    assert (facts.profile, facts.profile_origin) == (profile, "text")
    assert (who_words(facts).rpartition("，")[2], profile_basis(facts)) == (words, "类型据正文")


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("issuer", ISSUERS)
def test_stated(judge_as, issuer, profile):
    facts = judge_as(text(issuer), profile=profile).facts
    assert (facts.profile, facts.profile_origin) == (profile, "option")


def test_a_stated_profile_brings_its_level_and_subject(judge_as):
    facts = judge_as(text("云岭县人民政府"), profile="township").facts
    assert (facts.level, facts.subject, facts.origin["level"]) == ("township", "government", "option")
    facts = judge_as(text("云岭县人民政府"), profile="department").facts
    assert (facts.level, facts.subject, facts.origin["level"]) == ("county", "department", "text")


def test_a_stated_level_or_subject_goes_before_it(judge_as):
    facts = judge_as(text("云岭县人民政府"), profile="township", level="county").facts
    assert (facts.profile, facts.level) == ("township", "county")


def test_a_stated_subject_decides_the_profile(judge_as):
    facts = judge_as(text("云岭县人民政府"), subject="department").facts
    assert (facts.profile, facts.profile_origin) == ("department", "option")


def test_nothing_known_is_said():
    facts = Facts(type="rule-of-law-report")
    assert (facts.profile, facts.profile_origin) == ("government", None)
    assert who_words(facts) == "报告机关不明，年度不明，政府"
    assert profile_basis(facts) == "类型没有写明，按政府检查"
    assert profile_words(Facts(level="province")) == "省级政府"


def test_every_output_shows_it(tmp_path, capsys):
    path, page = tmp_path / "甲.txt", tmp_path / "结果.html"
    path.write_text(text("云岭县人民政府"), encoding="utf-8")
    arguments = ["check", str(path), "--profile", "zone", "--fail-on", "never"]
    main([*arguments, "--format", "json", "--report", f"html={page}"])
    document = json.loads(capsys.readouterr().out)["reports"][0]["document"]
    assert (document["profile"], document["facts_from"]["profile"]) == ("zone", "option")
    assert '<dt>单位类型</dt><dd>开发区<span class="origin">命令指定</span></dd>' in page.read_text(encoding="utf-8")
    main(arguments)
    shown = "".join(line.strip() for line in capsys.readouterr().out.splitlines()[:5])
    assert "2024年度，开发区）" in shown
    assert "类型按命令指定" in shown


def test_an_unknown_profile_is_a_usage_error(tmp_path, capsys):
    assert main(["check", str(tmp_path), "--profile", "city"]) == 2
    assert "可用的有：government、township、department、party_office、zone" in capsys.readouterr().err
