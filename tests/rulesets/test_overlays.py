"""An overlay: what it adds, changes, takes away, and which mistakes in it are told where."""

import shutil

import pytest

from reportcheck.errors import RuleSetError
from reportcheck.rule import Grade, Group, Source, Veto
from reportcheck.rulesets import cache, load_ruleset, loader
from reportcheck.rulesets.files import read_files

HEAD = """\
extends: ../yunling-2024
id: linchuanhu
title: 临川湖市规则
version: "1"
"""


PLAN = """\
title: 写明下一年度安排
requirement: 要写下一年度的安排。
basis: [{source: rules, locator: 第四章}]
severity: error
check: role
params: {role: plan}
message: {unmet: 没有写下一年度安排。}
advice: 在报告末尾写一段安排。
"""


@pytest.fixture
def overlay(folder):
    made = type(folder)(folder.path.parent / "linchuanhu")
    made.write("ruleset.yaml", HEAD)
    return made


def more(overlay, text: str):
    overlay.write("ruleset.yaml", HEAD + text)
    return overlay


class TestWhatItMakes:
    def test_without_more_it_is_the_base_under_another_name(self, overlay, folder):
        made, base = overlay.ruleset(), folder.ruleset()
        assert (made.id, made.title, made.version, made.extends) == ("linchuanhu", "临川湖市规则", "1", "../yunling-2024")
        assert (base.extends, made.years, made.grades, made.vetoes) == ("", base.years, base.grades, base.vetoes)
        assert (made.rules, made.sources, made.lexicons) == (base.rules, base.sources, base.lexicons)
        assert made.digest != base.digest

    def test_sources_groups_and_rules_are_added(self, overlay, folder):
        more(overlay, "sources: {guide: {title: 临川湖市指引}}\ngroups: [{id: local, title: 本市要求}]\n")
        overlay.write("local/port.yaml", PLAN.replace("source: rules", "source: guide"))
        overlay.write("outline/36.yaml", PLAN)
        made = overlay.ruleset()
        assert made.sources == (*folder.ruleset().sources, Source("guide", "临川湖市指引"))
        assert made.groups[-1] == Group("local", "本市要求")
        assert [rule.id for rule in made.rules] == ["structure.plan", "outline.22", "outline.36", "local.port"]
        assert made.rule("local.port").basis[0].title == "临川湖市指引"

    def test_years_grades_and_vetoes_are_replaced(self, overlay):
        more(overlay, "years: [2024, 2025]\ngrades: [{title: 好, at_least: 60}, {title: 差, at_least: 0}]\nvetoes: [{rule: outline.22, cap: 差}]\n")
        made = overlay.ruleset()
        assert made.years == (2024, 2025)
        assert made.grades == (Grade("好", 60.0), Grade("差", 0.0))
        assert made.vetoes == (Veto("outline.22", "差"),)

    def test_lexicons_are_added_and_added_to(self, overlay):
        more(overlay, "lexicons: {ports: [港口]}\nadd_to: {bodies: [市政府常务会议], acts: [<ports>]}\n")
        made = overlay.ruleset()
        assert made.lexicons["leaders"] == ("主要负责人", "县政府常务会议", "县政府党组", "市政府常务会议")
        assert made.rule("outline.22").params["acts"] == ["印发", "出台", "港口"]
        assert made.rule("outline.22").params["signs"][0]["with"][-2:] == ["市政府常务会议", "受理"]

    def test_weights_and_severities_change(self, overlay, folder):
        more(overlay, "weights: {outline.22: 5, structure.plan: 0.5}\nseverities: {structure.plan: info}\n")
        made, base = overlay.ruleset(), folder.ruleset()
        assert [(rule.weight, rule.severity) for rule in made.rules] == [(0.5, "info"), (5.0, "warning")]
        assert made.rule("outline.22").params == base.rule("outline.22").params

    def test_disabling_takes_the_veto_along(self, overlay):
        made = more(overlay, "disable: ['structure.*']\n").ruleset()
        assert [rule.id for rule in made.rules] == ["outline.22"]
        assert made.vetoes == ()

    def test_disabling_takes_the_place_in_the_order_along(self, overlay, folder):
        folder.edit("ruleset.yaml", "title: 任务}", "title: 任务, order: ['22']}")
        made = more(overlay, "disable: ['outline.*']\n").ruleset()
        assert [rule.id for rule in made.rules] == ["structure.plan"]

    def test_sharpening_adds_to_lists_and_replaces_the_rest(self, overlay, folder):
        more(overlay, """\
sharpen:
  outline.22:
    advice: 写明受理××件。
    basis: [{source: outline, locator: 第十部分}]
    applies_to: {levels: [county]}
    message: {partial: 少了}
    params:
      topic: [复议]
      limit: 3
      acts: [立卷]
      signs: [{any: [复议委员会], with: [<bodies>]}]
    examples: [{text: 成立复议委员会。, status: met}]
""")
        rule, base = overlay.ruleset().rule("outline.22"), folder.ruleset().rule("outline.22")
        assert rule.params["topic"] == ["行政复议", "复议"]
        assert rule.params["acts"] == ["印发", "出台", "立卷"]  # the set's default, and more
        assert rule.params["limit"] == 3
        assert rule.params["signs"] == [*base.params["signs"], {"any": ["复议委员会"], "with": ["县政府常务会议", "县政府党组"]}]
        assert (rule.advice, rule.title, rule.weight) == ("写明受理××件。", base.title, base.weight)
        assert rule.message == {**base.message, "partial": "少了"}
        assert [basis.locator for basis in rule.basis] == ["第七部分（二十二）", "第四章", "第十部分"]
        assert rule.applies_to.levels == ("county",)
        assert rule.applies_to.subjects == ()
        assert len(rule.examples) == 3

    def test_sharpening_may_leave_the_examples_behind(self, overlay):
        more(overlay, "sharpen:\n  outline.22:\n    keep_examples: false\n    examples: [{text: 甲, status: met}]\n")
        assert [example.text for example in overlay.ruleset().rule("outline.22").examples] == ["甲"]

    def test_a_rule_is_replaced_as_a_whole(self, overlay):
        overlay.write("outline/22.yaml", PLAN + "replaces: true\n")
        made = overlay.ruleset()
        assert made.rule("outline.22").title == "写明下一年度安排"
        assert len(made.rules) == 2

    def test_an_overlay_of_an_overlay(self, overlay):
        more(overlay, "weights: {outline.22: 5}\n")
        above = type(overlay)(overlay.path.parent / "county")
        above.write("ruleset.yaml", HEAD.replace("../yunling-2024", "../linchuanhu").replace("id: linchuanhu", "id: county") + "severities: {outline.22: info}\n")
        rule = above.ruleset().rule("outline.22")
        assert (rule.weight, rule.severity) == (5.0, "info")

    @pytest.mark.parametrize("line", ["extends: '../yunling-2024'", 'extends: "../yunling-2024"  # base', "'extends':  ../yunling-2024 "])
    def test_ways_to_write_extends(self, overlay, line):
        overlay.edit("ruleset.yaml", "extends: ../yunling-2024", line)
        assert overlay.ruleset().rule("outline.22") is not None


class TestDigestAndCache:
    def test_digest_covers_both(self, overlay, folder):
        digests = {overlay.ruleset().digest}
        folder.edit("outline/22.yaml", "weight: 2", "weight: 3")
        digests.add(overlay.ruleset().digest)
        more(overlay, "weights: {outline.22: 5}\n")
        digests.add(overlay.ruleset().digest)
        assert len(digests) == 3

    @pytest.mark.usefixtures("kinds")
    def test_compiled_once_for_both(self, overlay, folder, cache_folder, monkeypatch):
        first = load_ruleset(overlay.path)
        assert len(list(cache_folder.rglob("*.compiled"))) == 1
        assert cache.read(cache.key(read_files(overlay.path).digest)) == overlay.compiled()
        with monkeypatch.context() as patch:
            patch.setattr(loader, "compile_files", lambda *_: pytest.fail("was compiled again"))
            assert load_ruleset(overlay.path) == first
        folder.edit("outline/22.yaml", "weight: 2", "weight: 3")
        assert load_ruleset(overlay.path).rule("outline.22").weight == 3.0


FAULTS = [
    ("weights: {outline.23: 3}", "linchuanhu/ruleset.yaml:5:11：没有编号为“outline.23”的规则（是不是“outline.22”？）"),
    ("severities: {structre.plan: info}", "linchuanhu/ruleset.yaml:5:14：没有编号为“structre.plan”的规则（是不是“structure.plan”？）"),
    ("disable:\n  - outlin.*", "linchuanhu/ruleset.yaml:6:5：没有编号匹配“outlin.*”的规则（是不是“outline.22”？）"),
    ("sharpen:\n  outline.20: {advice: 甲}", "linchuanhu/ruleset.yaml:6:3：没有编号为“outline.20”的规则（是不是“outline.22”？）"),
    ("disable: [outline.22]\nweights: {outline.22: 3}", "linchuanhu/ruleset.yaml:6:11：规则“outline.22”已经停用（从 disable 里去掉，或删去这一项）"),
    ("add_to: {actz: [甲]}", "linchuanhu/ruleset.yaml:5:10：没有名为“actz”的词表（是不是“acts”？）"),
    ("add_to: {acts: [甲, 印发]}", "linchuanhu/ruleset.yaml:5:20：“acts”里“印发”重复（删去其中一个）"),
    ("lexicons: {acts: [甲]}", "linchuanhu/ruleset.yaml:5:12：词表“acts”在原有的规则集里已有（加词写在 add_to 里）"),
    ("sources: {rules: {title: 甲}}", "linchuanhu/ruleset.yaml:5:11：依据“rules”在原有的规则集里已有（换一个名称）"),
    ("groups: [{id: outline, title: 甲}]", "linchuanhu/ruleset.yaml:5:15：“outline”重复（换一个名称，或删去其中一个）"),
    ("add_to: {acts: [<actz>]}", "linchuanhu/ruleset.yaml:5:17：没有名为“actz”的词表（是不是“acts”？）"),
    ("weight: {outline.22: 3}", "linchuanhu/ruleset.yaml:5:1：不认识的键“weight”（是不是“weights”？）"),
    ("weights: {outline.22: -1}", "linchuanhu/ruleset.yaml:5:23：“outline.22”不能小于0（分值，不小于0；不写就是1）"),
    ("severities: {outline.22: warn}", "linchuanhu/ruleset.yaml:5:26：“outline.22”不能是“warn”（是不是“warning”？可以写：error、warning、info）"),
    ("vetoes: [{rule: outline.23, cap: 合格}]", "linchuanhu/ruleset.yaml:5:17：没有编号为“outline.23”的规则（是不是“outline.22”？）"),
    ("grades: [{title: 甲, at_least: 0}]", "linchuanhu/ruleset.yaml:5:1：换了等次，原有的等次限制“structure.plan：合格”就没有着落（把 vetoes 也写上）"),
    ("years: [2025, 2024]", "linchuanhu/ruleset.yaml:5:8：起始年晚于截止年（写成 [2024, 2025]）"),
    (
        "sharpen:\n  outline.22:\n    params: {topics: [甲]}",
        "linchuanhu/ruleset.yaml:7:14：不认识的键“topics”（是不是“topic”？）",
    ),
    (
        "sharpen:\n  outline.22:\n    params: {signs: [{any: [甲], wiht: [乙]}]}",
        "linchuanhu/ruleset.yaml:7:33：不认识的键“wiht”（是不是“with”？）",
    ),
    ("sharpen:\n  outline.22:\n    params: {topic: 甲}", "linchuanhu/ruleset.yaml:7:21：“topic”要写列表，却写成了文字（写成列表：[甲]）"),
    ("sharpen:\n  outline.22:\n    params: {topic: [<bodis>]}", "linchuanhu/ruleset.yaml:7:22：没有名为“bodis”的词表（是不是“bodies”？）"),
    (
        "sharpen:\n  outline.22:\n    basis: [{source: outlin, locator: 甲}]",
        "linchuanhu/ruleset.yaml:7:22：依据“outlin”没有在 ruleset.yaml 的 sources 里声明（是不是“outline”？）",
    ),
    ("sharpen:\n  outline.22: {weight: 3}", "linchuanhu/ruleset.yaml:6:16：不认识的键“weight”（可用的键：title、requirement、advice、frame、applies_to、params、basis、message、examples、keep_examples）"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[text.partition("\n")[0] for text, _ in FAULTS])
def test_faults_name_file_line_and_column(overlay, text, expected):
    told = more(overlay, text + "\n").fault().replace(overlay.path.parent.as_posix() + "/", "")
    if not told.startswith("linchuanhu/"):
        told = f"linchuanhu/{told}"
    assert told == expected


def test_a_fault_in_the_base_names_the_base_s_file(overlay, folder):
    folder.edit("outline/22.yaml", "weight: 2", "weight: -2")
    more(overlay, "severities: {outline.22: info}\n")
    assert f"{folder.path.as_posix()}/outline/22.yaml:7:9：“weight”不能小于0" in overlay.fault()


def test_one_fault_a_file(overlay, folder):
    overlay.write("outline/23.yaml", PLAN.replace("role: plan", "role: plam"))
    folder.edit("outline/22.yaml", "weight: 2", "weight: -2")
    assert len(overlay.faults()) == 2


class TestRuleFiles:
    def test_a_rule_that_the_base_has(self, overlay):
        overlay.write("outline/22.yaml", PLAN)
        expected = "outline/22.yaml:1:1：规则“outline.22”在原有的规则集里已有（要整条替换就写上 replaces: true；只改几处就写在 ruleset.yaml 的 sharpen 里）"
        assert overlay.fault() == expected

    def test_nothing_to_replace(self, overlay):
        overlay.write("outline/23.yaml", PLAN + "replaces: true\n")
        assert overlay.fault() == "outline/23.yaml:9:1：没有编号为“outline.23”的规则可以替换（是不是“outline.22”？）"

    def test_replaces_outside_an_overlay(self, folder):
        folder.edit("structure/plan.yaml", "title:", "replaces: true\ntitle:")
        assert folder.fault() == "structure/plan.yaml:1:1：这里没有可以替换的规则（只有覆盖规则集（写了 extends 的）才写 replaces）"

    def test_replaced_and_sharpened(self, overlay):
        overlay.write("outline/22.yaml", PLAN + "replaces: true\n")
        more(overlay, "weights: {outline.22: 3}\n")
        assert overlay.fault() == "ruleset.yaml:5:11：规则“outline.22”已经整条替换（要改的写进替换它的规则文件）"

    def test_a_group_that_nobody_has(self, overlay):
        overlay.write("locla/port.yaml", PLAN)
        assert "分组“locla”没有在 ruleset.yaml 里声明" in overlay.fault()


class TestExtends:
    def test_a_misspelt_base(self, overlay):
        overlay.edit("ruleset.yaml", "../yunling-2024", "national-2021-2024")
        assert overlay.fault() == "ruleset.yaml:1:10：没有内置规则集“national-2021-2024”（是不是“national-2021-2025”？别处的规则集写成 ../名称）"

    def test_no_rule_set_at_the_path(self, overlay):
        overlay.edit("ruleset.yaml", "../yunling-2024", "../yunling")
        assert overlay.fault() == "ruleset.yaml:1:10：extends 的文件夹“../yunling”里没有 ruleset.yaml（路径从这个文件夹算起，如 ../别的规则集）"

    @pytest.mark.parametrize("key", ["weights: {outline.22: 3}", "disable: [outline.22]"])
    def test_forgotten(self, folder, key):
        folder.write("ruleset.yaml", folder.read("ruleset.yaml") + key + "\n")
        name = key.partition(":")[0]
        expected = f"ruleset.yaml:23:1：“{name}”只在覆盖规则集里用（在文件开头写 extends: 和所覆盖的规则集，如 extends: national-2021-2025）"
        assert folder.fault() == expected

    def test_in_a_circle(self, overlay, folder):
        shutil.rmtree(folder.path)
        folder.write("ruleset.yaml", HEAD.replace("../yunling-2024", "../linchuanhu"))
        with pytest.raises(RuleSetError, match="extends 绕回了自己"):
            read_files(overlay.path)

    def test_written_so_that_only_yaml_sees_it(self, overlay):
        overlay.write("ruleset.yaml", "{extends: ../yunling-2024, id: linchuanhu, title: 甲, version: '1'}\n")
        assert overlay.fault() == "ruleset.yaml:1:2：“extends”没有按规定的样子写（顶格单独写一行，如 extends: national-2021-2025）"
