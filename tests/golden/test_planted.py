"""A draft with one planted fault of each kind: exactly these are found, each where it stands."""

import pytest

from drafts import ROOT
from reportcheck import Checker, read_document
from reportcheck.reporters import reporter
from reportcheck.reporters.ranking import ranked
from reportcheck.verdict import BatchResult

SAMPLE = ROOT / "samples" / "错例2024年.txt"
GROUPS = ("figures", "wording", "citation", "privacy")
# Rule, line, and words of which the finding's quote is made or which hold it.
PLANTED = {
    "figures.sum": (7, "审结116件，其中维持76件、驳回18件、撤销9件、终止17件"),
    "figures.rate": (7, "受理群众诉求6500件，办结6280件，办结率98.2%"),
    "figures.impossible-rate": (6, "办结案件86件，结案率98.1%"),
    "figures.change": (6, "入企检查由上年的2400次减至1800次，下降35.0%"),
    "figures.subset": (7, "受理行政裁决申请16件，办结19件"),
    "figures.conflict": (8, "全年制发行政规范性文件9件"),
    "wording.year": (4, "一、2023年推进法治政府建设的主要举措和成效"),
    "wording.placeholder": (5, "召开听证会××场"),
    "wording.stale": (3, "廉洁高效、守法诚信"),
    "wording.duplicate": (8, "评查行政执法案卷420卷，发现问题233个，发出行政执法监督意见书13份，全部督促改正。"),
    "wording.date": (6, "2月30日"),
    "wording.foreign-name": (8, "南屏区"),
    "wording.level": (5, "编制立法计划"),
    "wording.plenum": (3, "党的二十大"),
    "citation.unknown-law": (5, "《中华人民共和国行政复仪法》"),
    "citation.not-yet-in-force": (6, "《中华人民共和国民营经济促进法》"),
    "citation.repealed": (5, "《中华人民共和国合同法》"),
    "citation.outline-name": (3, "《法治政府建设实施纲要（20212025年）》"),
    "privacy.id-number": (7, "110*************14"),
    "privacy.phone": (7, "138******00"),
    "privacy.bank-card": (7, "620**************00"),
    "privacy.case-person": (7, "王某某"),
    "privacy.secrecy-mark": (1, "秘密★1年"),
}
HIDDEN = ("110101190001010014", "13800000000", "6200000000000000000", "王建国")


@pytest.fixture(scope="module")
def planted(checker: Checker) -> BatchResult:
    return BatchResult((checker.check(read_document(SAMPLE)),), (), checker.ruleset)


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_found_where_it_stands(planted, rule):
    if planted.ruleset.rule(rule) is None:
        pytest.skip(f"规则集里还没有 {rule}")
    (found,) = [finding for finding in planted.reports[0].findings if finding.rule.id == rule]
    line, words = PLANTED[rule]
    assert found.place.line == line
    assert found.quote.strip("，。") in words or words in found.quote


def test_nothing_else_of_these_kinds_is_found(planted):
    found = [finding for finding in ranked(planted.reports[0].findings) if finding.rule.group in GROUPS]
    assert {finding.rule.id for finding in found} <= set(PLANTED)
    assert len(found) == sum(planted.ruleset.rule(rule) is not None for rule in PLANTED)


@pytest.mark.parametrize("name", ["terminal", "json", "html"])
def test_what_is_private_is_shown_nowhere(planted, name):
    printed = reporter(name).render(planted)
    assert not [words for words in HIDDEN if words in printed]
    assert "138******00" in printed
