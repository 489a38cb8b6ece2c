"""A new rule file loads as it is, for every check kind, and lint tells what is still to be written."""

import pytest

from reportcheck import load_ruleset
from reportcheck.authoring.lint import lint
from reportcheck.authoring.scaffold import scaffold
from reportcheck.authoring.scaffold_params import PARAMS
from reportcheck.authoring.sources import read_sources
from reportcheck.checks import CHECKS
from reportcheck.errors import UsageError


def test_every_check_kind_can_be_begun():
    assert set(PARAMS) == set(CHECKS)


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_a_new_file_loads_and_its_blanks_are_told(small, folder, spoilt, kind):
    if kind == "part":
        spoilt("lexicons:", "lexicons:\n  compounds: [听证制度]\n  formulas: [同部署]", "ruleset.yaml")
    path, text = scaffold(small, "local.new", kind, str(folder))
    (folder / path).write_text(text, encoding="utf-8")
    rule = load_ruleset(folder).rule("local.new")
    assert rule is not None
    assert rule.check == kind
    told = [remark.what for remark in lint(load_ruleset(folder), read_sources(folder)) if remark.rule == "local.new"]
    assert "〖名称〗还没有填" in told
    assert not [what for what in told if what.startswith("填空")]


@pytest.mark.parametrize(("rule_id", "kind", "hint"), [("听证", "evidence", "分组.名称"), ("locl.x", "evidence", "local"), ("local.x", "evidnce", "evidence")])
def test_what_cannot_be_begun_is_told_with_what_is_near(small, rule_id, kind, hint):
    with pytest.raises(UsageError, match=hint):
        scaffold(small, rule_id, kind, ".")
