import pickle
from pathlib import Path

import pytest

from reportcheck.errors import RuleSetError
from reportcheck.rule import AppliesTo, Basis, Example, Grade, Group, Source, Veto
from reportcheck.rulesets import builtin, builtin_ids, load_ruleset, ruleset_faults

PLAN = "title: 标题\nrequirement: 要写。\nbasis: [{source: rules, locator: 第四章}]\nseverity: error\ncheck: role\nparams: {role: plan}\nmessage: {unmet: 没有写。}\nadvice: 写。\n"


def test_head(folder):
    ruleset = folder.ruleset()
    assert (ruleset.id, ruleset.title, ruleset.version) == ("yunling-2024", "云岭县试用规则", "2024.1")
    assert ruleset.years == (2021, 2025)
    assert ruleset.sources == (
        Source("outline", "云岭县实施纲要", "云发〔2021〕1号"),
        Source("rules", "云岭县督察规定"),
    )
    assert ruleset.groups == (Group("structure", "结构"), Group("outline", "任务"))
    assert ruleset.grades == (Grade("优秀", 85.0), Grade("合格", 60.5), Grade("不合格", 0.0))
    assert ruleset.vetoes == (Veto("structure.plan", "合格"),)


def test_rule(folder):
    rule = folder.ruleset().rule("outline.22")
    assert rule is not None
    assert (rule.title, rule.severity, rule.weight, rule.check) == ("行政复议", "warning", 2.0, "evidence")
    assert rule.basis == (
        Basis("outline", "云岭县实施纲要", "第七部分（二十二）"),
        Basis("rules", "云岭县督察规定", "第四章"),
    )
    assert rule.applies_to == AppliesTo(("county", "prefecture"), ("government",), (2022, 2025))
    assert rule.message == {"unmet": "没有写行政复议。{why}", "partial": "只提到行政复议。{why}"}
    assert rule.advice == "写明受理××件、审结××件。"
    assert rule.examples == (
        Example("全年受理行政复议申请31件。", "met", quote="行政复议申请", strength="figure"),
        Example("2025年继续做好复议工作。", "unmet", part="plan", level="township", subject="department"),
    )


def test_what_a_rule_need_not_say(folder):
    rule = folder.ruleset().rule("structure.plan")
    assert rule is not None
    assert (rule.weight, rule.applies_to, rule.examples) == (1.0, AppliesTo(), ())


def test_lines_that_yaml_folds_are_joined_without_a_space(folder):
    rule = folder.ruleset().rule("structure.plan")
    assert rule is not None
    assert rule.requirement == "要写下一年度的安排，让上级知道打算怎么做。"


def test_spaces_written_within_a_line_stay(folder):
    folder.edit("structure/plan.yaml", "写明下一年度安排", "写明 下一年度 安排")
    folder.edit("structure/plan.yaml", "要写下一年度的安排，", "每年要写 3 项 plan\n  text，")
    rule = folder.ruleset().rule("structure.plan")
    assert rule is not None
    assert rule.title == "写明 下一年度 安排"
    assert rule.requirement == "每年要写 3 项 plan text，让上级知道打算怎么做。"


def test_rules_stand_in_group_order_then_by_id(folder):
    folder.write("structure/date.yaml", folder.read("structure/plan.yaml"))
    folder.write("outline/04.yaml", folder.read("outline/22.yaml"))
    assert [rule.id for rule in folder.ruleset().rules] == [
        "structure.date",
        "structure.plan",
        "outline.04",
        "outline.22",
    ]


def test_lexicons_may_use_lexicons(folder):
    assert folder.ruleset().lexicons == {
        "bodies": ("县政府常务会议", "县政府党组"),
        "leaders": ("主要负责人", "县政府常务会议", "县政府党组"),
        "acts": ("印发", "出台"),
    }


def test_references_are_expanded_wherever_a_list_stands_and_defaults_are_filled_in(folder):
    rule = folder.ruleset().rule("outline.22")
    assert rule is not None
    assert rule.params == {
        "acts": ["印发", "出台"],
        "signs": [
            {"any": ["行政复议申请", "复议案件"], "with": ["主要负责人", "县政府常务会议", "县政府党组", "受理"]}
        ],
        "topic": ["行政复议"],
    }


def test_a_rule_s_own_parameter_replaces_the_default(folder):
    folder.edit("outline/22.yaml", "  topic: [行政复议]", "  acts: [审结, <acts>]")
    rule = folder.ruleset().rule("outline.22")
    assert rule is not None
    assert rule.params["acts"] == ["审结", "印发", "出台"]


def test_a_term_that_two_lists_give_stands_once(folder):
    folder.edit("outline/22.yaml", "[<leaders>, 受理]", "[<leaders>, 县政府党组, <bodies>]")
    rule = folder.ruleset().rule("outline.22")
    assert rule is not None
    assert rule.params["signs"][0]["with"] == ["主要负责人", "县政府常务会议", "县政府党组"]


def test_a_ruleset_can_be_sent_to_a_worker(folder):
    ruleset = folder.ruleset()
    assert pickle.loads(pickle.dumps(ruleset)) == ruleset  # noqa: S301


def test_line_ends_change_neither_rules_nor_digest(folder):
    unix = folder.ruleset()
    for path in folder.path.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert folder.ruleset() == unix


def test_digest_changes_with_content_and_with_names(folder):
    digests = {folder.ruleset().digest}
    folder.edit("outline/22.yaml", "weight: 2", "weight: 3")
    digests.add(folder.ruleset().digest)
    (folder.path / "outline/22.yaml").rename(folder.path / "outline/23.yaml")
    digests.add(folder.ruleset().digest)
    assert len(digests) == 3
    assert all(digest.startswith("sha256:") and len(digest) == 71 for digest in digests)


def test_what_is_no_yaml_is_not_part_of_the_set(folder):
    before = folder.ruleset()
    folder.write("README.md", "说明")
    folder.write("outline/.22.yaml.swp", "x")
    folder.write(".git/config.yaml", "x")
    assert folder.ruleset() == before


def test_a_byte_order_mark_is_allowed(folder):
    folder.write("outline/22.yaml", b"\xef\xbb\xbf" + folder.read("outline/22.yaml").encode())
    rule = folder.ruleset().rule("outline.22")
    assert rule is not None
    assert rule.title == "行政复议"


@pytest.fixture
def shipped(folder, monkeypatch) -> Path:
    """Make the folder of the test the only shipped rule set."""
    monkeypatch.setattr(builtin, "rules_folder", lambda: folder.path.parent)
    return folder.path.parent


@pytest.mark.usefixtures("kinds", "cache_folder")
class TestNames:
    def test_shipped_ids(self, shipped):
        (shipped / "no-rules").mkdir()
        assert builtin_ids() == ("yunling-2024",)

    @pytest.mark.usefixtures("shipped")
    def test_by_id_from_any_place(self, folder, tmp_path, monkeypatch):
        elsewhere = tmp_path / "elsewhere"
        (elsewhere / "yunling-2024").mkdir(parents=True)
        monkeypatch.chdir(elsewhere)
        assert load_ruleset("yunling-2024") == folder.ruleset()

    def test_by_folder(self, folder, monkeypatch):
        assert load_ruleset(folder.path) == load_ruleset(str(folder.path)) == folder.ruleset()
        monkeypatch.chdir(folder.path)
        assert load_ruleset(".") == folder.ruleset()

    @pytest.mark.usefixtures("shipped")
    def test_unknown_name(self):
        with pytest.raises(RuleSetError) as caught:
            load_ruleset("yunling-2023")
        expected = "没有找到规则集“yunling-2023”（是不是“yunling-2024”？也可以写含有 ruleset.yaml 的文件夹）"
        assert str(caught.value) == expected

    @pytest.mark.usefixtures("shipped")
    def test_quite_unknown_name(self):
        with pytest.raises(RuleSetError) as caught:
            load_ruleset("甲")
        expected = "没有找到规则集“甲”（内置规则集：yunling-2024；也可以写含有 ruleset.yaml 的文件夹）"
        assert str(caught.value) == expected

    def test_folder_without_ruleset_yaml(self, folder):
        with pytest.raises(RuleSetError) as caught:
            load_ruleset(folder.path / "outline")
        where = (folder.path / "outline").as_posix()
        assert str(caught.value) == f"{where}：文件夹里没有 ruleset.yaml（规则集的文件夹里要有 ruleset.yaml）"

    def test_faults(self, folder):
        assert ruleset_faults(folder.path) == ()
        folder.edit("outline/22.yaml", "weight: 2", "weight: -1")
        assert [error.what for error in ruleset_faults(folder.path)] == ["“weight”不能小于0"]


def test_the_wheel_s_folder_goes_before_the_checkout_s(tmp_path, monkeypatch):
    package = tmp_path / "src" / "reportcheck"
    monkeypatch.setattr(builtin, "_PACKAGE", package)
    assert builtin.rules_folder() == str(tmp_path / "rules")
    assert builtin_ids() == ()
    (package / "_rules").mkdir(parents=True)
    assert builtin.rules_folder() == str(package / "_rules")


def test_rules_stand_as_their_group_orders_them(folder):
    for name in ("causes", "title", "date"):
        folder.write(f"structure/{name}.yaml", PLAN)
    assert [rule.id for rule in folder.ruleset().rules][:-1] == [f"structure.{name}" for name in ("causes", "date", "plan", "title")]
    folder.edit("ruleset.yaml", "title: 结构}", "title: 结构, order: [title, plan]}")
    ordered = [rule.id for rule in folder.ruleset().rules]
    assert ordered == ["structure.title", "structure.plan", "structure.causes", "structure.date", "outline.22"]


def test_only_a_groups_own_rules_can_be_ordered(folder):
    folder.edit("ruleset.yaml", "title: 结构}", "title: 结构, order: [plam]}")
    assert folder.fault() == "ruleset.yaml:9:40：分组“structure”里没有规则“plam”（是不是“plan”？）"
