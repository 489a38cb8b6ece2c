"""Each remark is made for a rule that is wrong in that way, at its place, and for no sound one."""

import pytest

from drafts import document
from reportcheck import load_ruleset
from reportcheck.authoring.lint import lint
from reportcheck.authoring.sources import read_sources


@pytest.fixture
def remarks():
    return lambda folder, *samples: lint(load_ruleset(folder), read_sources(folder), samples)


def test_a_sound_rule_gets_none(remarks, folder):
    assert remarks(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("any: [听证会]", "any: [听证会, 立法听证会]", ("warning", 9, "“立法听证会”不起作用")),
        ("without: [价格]", "without: [价格, 电价格]", ("warning", 10, "“电价格”不起作用")),
        ('{why}"\n  partial', '{wy}"\n  partial', ("error", 13, "填空 {wy}")),
        ("写明召开听证会××次。", "例如召开听证会。", ("warning", 15, "没有 ×× 空格")),
        ("写明召开听证会××次。", "写明召开听证会{count}次。", ("error", 15, "填空 {count}")),
        ("title: 听证", "title: 〖名称〗", ("error", 1, "〖名称〗还没有填")),
        ("severity: warning", "severity: warning\napplies_to: {levels: [province, prefecture, county, township]}", ("warning", 6, "列出了全部")),
    ],
)
def test_what_is_wrong_is_told_at_its_place(remarks, spoilt, old, new, told):
    level, line, what = told
    (found,) = remarks(spoilt(old, new))
    assert (found.level, found.rule) == (level, "local.hearing")
    assert what in found.what
    name, at, _ = found.where.rsplit(":", 2)
    assert name.endswith("local/hearing.yaml")
    assert int(at) == line


def test_a_word_of_a_lexicon_can_be_dead(remarks, spoilt):
    (found,) = remarks(spoilt("办结, 召开]", "办结, 召开, 召开会议]", "ruleset.yaml"))
    assert "ruleset.yaml:13:" in found.where


def test_examples_of_both_signs_are_asked_for(remarks, folder):
    path = folder / "local" / "hearing.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("examples:")], encoding="utf-8")
    assert [remark.level for remark in remarks(folder)] == ["error", "error"]


def test_a_rule_that_an_empty_report_meets_cannot_fail(national, monkeypatch):
    monkeypatch.setattr("reportcheck.authoring.lint._FRAME_KINDS", frozenset({"doc-type", "order", "numbering", "names-year", "covered-year"}))
    found = lint(national, read_sources(national.id))
    assert [remark.rule for remark in found if "空报告" in remark.what] == ["structure.title"]


def test_a_sample_that_does_not_meet_a_rule_is_told(remarks, folder):
    sample = document("云岭县人民政府2024年度法治政府建设年度报告\n一、主要举措和成效\n全年评查案卷210份。")
    (found,) = remarks(folder, sample)
    assert "样例都没有做到" in found.what


def test_words_that_two_rules_share_are_told(remarks, folder):
    rule = (folder / "local" / "hearing.yaml").read_text(encoding="utf-8")
    (folder / "local" / "second.yaml").write_text(rule, encoding="utf-8")
    (found,) = remarks(folder)
    assert found.level == "info"
    assert "local.second" in found.what


def test_no_error_in_the_national_set(national):
    found = lint(national, read_sources(national.id))
    assert [remark for remark in found if remark.level == "error"] == []
