"""``reportcheck explain`` and ``reportcheck rules try``."""

import pytest


def test_explains_a_verdict(run, good):
    ran = run("explain", good, "--rule", "outline.22")
    assert (ran.code, ran.err) == (0, "")
    assert "outline.22  发挥行政复议化解行政争议主渠道作用" in ran.out
    for words in ("要求", "依据", "判定", "看了哪些话", "怎样才算写到", "部分", "时态", "举措", "数据"):
        assert words in ran.out


def test_explains_several_rules_and_the_score(run, gaps):
    ran = run("explain", gaps, "--rule", "structure.causes", "--rule", "problems.answered", "--score")
    assert ran.code == 0
    assert ran.out.index("structure.causes") < ran.out.index("problems.answered") < ran.out.index("合计：")


def test_what_is_missing_is_told_how_to_mend(run, gaps):
    out = run("explain", gaps, "--rule", "structure.causes").out
    assert "没有写原因" in out
    assert "补一句“主要原因是××”" in "".join(out.split())


def test_options_change_what_is_explained(run, good):
    assert "乡镇" in run("explain", good, "--score", "--level", "township").out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "没有说要说明什么"),
        (("--rule", "outline.99"), "没有这条规则：outline.99"),
        (("--rule", "outline.22", "--level", "village"), "--level 的值不能用"),
    ],
)
def test_wrong_usage(run, good, args, words):
    ran = run("explain", good, *args)
    assert ran.code == 2
    assert words in ran.err


def test_an_unreadable_report_is_told(run, tmp_path):
    assert run("explain", tmp_path / "没有.txt", "--score").code == 3


def test_colour_only_when_asked(run, good):
    assert "\x1b[" not in run("explain", good, "--rule", "outline.22").out
    assert "\x1b[" in run("explain", good, "--rule", "outline.22", "--color", "always").out


def test_try_shows_every_sign(run, good):
    out = run("rules", "try", good, "--rule", "outline.22").out
    assert "（met，figure）" in out
    assert "第1组（signs）“" in out
    assert "标出：【规则的词】" in out


def test_try_a_sentence(run):
    ran = run("rules", "try", "--rule", "outline.22", "--text", "全年收到行政复议申请86件。")
    assert "算写到：有数据" in ran.out
    ran = run("rules", "try", "--rule", "outline.22", "--text", "办好行政复议案件。", "--part", "plan")
    assert "写在来年安排里" in ran.out


def test_try_wants_one_thing(run, good):
    assert run("rules", "try", "--rule", "outline.22").code == 2
    assert run("rules", "try", good, "--rule", "outline.22", "--text", "话").code == 2
