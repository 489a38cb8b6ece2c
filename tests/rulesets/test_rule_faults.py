"""Every way in which a rule set can be wrong, with the exact words, line and column."""

import pytest
import yaml

from reportcheck.rulesets import strict_yaml

HEAD = "ruleset.yaml"
RULE = "outline/22.yaml"
TITLE = "title: 行政复议\n"
TERMS = "any: [行政复议申请, 复议案件]"
TOPIC = "  topic: [行政复议]"
FOUND_MESSAGE = "只提到行政复议。{why}"
COLON = "冒号要用英文半角并在后面留一个空格；文字里含有“: ”就给整段文字加引号"

YAML_FAULTS = [
    ("weight: 2", "weight: 2\nweight: 3", "8:1：键“weight”重复（第7行已经写过，删去其中一个）"),
    ("weight: 2", "weight:", "7:1：“weight”后面没有内容（写上内容，或删去这个键）"),
    (
        "weight: 2",
        "weight: 0x10",
        '7:9：“0x10”在 YAML 里会被读成数字（要写文字就加引号："0x10"；要写数字就写十进制数）',
    ),
    (
        "weight: 2",
        "weight: 12:30",
        '7:9：“12:30”在 YAML 里会被读成数字（要写文字就加引号："12:30"；要写数字就写十进制数）',
    ),
    ("weight: 2", "weight: 010", '7:9：“010”在 YAML 里会被读成数字（要写文字就加引号："010"；要写数字就写十进制数）'),
    (
        "weight: 2",
        "weight: .inf",
        '7:9：“.inf”在 YAML 里会被读成数字（要写文字就加引号：".inf"；要写数字就写十进制数）',
    ),
    (
        TERMS,
        "any: [复议, yes]",
        '12:17：“yes”在 YAML 里会被读成布尔值（要写文字就加引号："yes"；要写真假就写 true 或 false）',
    ),
    (
        TERMS,
        "any: [复议, Off]",
        '12:17：“Off”在 YAML 里会被读成布尔值（要写文字就加引号："Off"；要写真假就写 true 或 false）',
    ),
    (TERMS, "any: [复议, true]", '12:17：“any”第2项要写文字，却写成了布尔值“true”（加上引号："true"）'),
    (TERMS, "any: [2024-01-01]", '12:13：“2024-01-01”在 YAML 里会被读成日期（要写文字就加引号："2024-01-01"）'),
    (TERMS, "any: [~]", '12:13：“~”在 YAML 里会被读成空值（要写文字就加引号："~"）'),
    (TERMS, "any:\n        - 甲\n        -", "14:10：这一项是空的（写上内容，或删去这一项）"),
    (TERMS, "any: [复议, 12345]", '12:17：“any”第2项要写文字，却写成了数字“12345”（加上引号："12345"）'),
    (TITLE, "on: 甲\n", '1:1：键“on”在 YAML 里不是文字（键是文字就加引号："on"）'),
    (TITLE, "2024: 甲\n", '1:1：键“2024”在 YAML 里不是文字（键是文字就加引号："2024"）'),
    (TITLE, "? [a]\n: 甲\n", "1:3：键要写成文字，却写成了列表或键值对（检查这一行的括号和冒号）"),
    (TITLE, "<<: {a: b}\n", "1:1：不支持合并键“<<”（把内容直接写出来）"),
    (TITLE, "title: &a 甲\nother: *a\n", "1:8：不支持锚点和别名（&、*）（要共用的词写进 ruleset.yaml 的 lexicons）"),
    (TITLE, "title: !!set {甲}\n", "1:8：不支持的 YAML 标记“tag:yaml.org,2002:set”（删去这个标记）"),
    (TITLE, "title: !other 乙\n", "1:8：不支持的 YAML 标记“!other”（删去这个标记）"),
    (TITLE, "title: 甲\x07\n", "1:9：有看不见的控制字符 U+0007（删去这个字符）"),
]

SYNTAX_FAULTS = [
    (TITLE, "title：行政复议\n", f"1:6：键后面的冒号是全角的（{COLON}）"),
    (TITLE, "title: 甲: 乙\n", f"1:9：冒号的位置不对（{COLON}）"),
    (TITLE, "title: '未闭\n", "1:8：引号没有闭合（补上后一个引号；文字里有英文引号时，外面换用另一种引号）"),
    ("    - any:", "\t- any:", "12:1：缩进里有制表符（Tab）（缩进只用空格）"),
    (TITLE, "title: @甲\n", "1:8：文字以特殊字符开头（给整段文字加引号）"),
    (TITLE, "title: *甲\n", '1:9：以 * 或 & 开头的文字要加引号（例如 "*文字"）'),
    (TITLE, "title: *a\n", '1:8：以 * 或 & 开头的文字要加引号（例如 "*文字"）'),
    (TITLE, "title: [行政复议\n", "2:12：方括号或花括号里缺逗号，或没有闭合（各项之间用英文逗号隔开，最后补上括号）"),
    ("weight: 2", "---\nweight: 2", "7:1：一个文件里只能有一份内容（删去多余的“---”）"),
    ("weight: 2", " weight: 2", f"7:8：冒号的位置不对（{COLON}）"),
    (TITLE, 'title: "\\q"\n', "1:9：双引号里的反斜杠用法不对（改用单引号）"),
    (TITLE, 'title: "行政"复议\n', "1:12：缩进或格式不对（检查这一行和上一行的缩进、冒号和引号；同一级的键要左对齐）"),
]

RULE_FAULTS = [
    (TITLE, "titel: 行政复议\n", "1:1：不认识的键“titel”（是不是“title”？）"),
    (
        "quote: 行政复议申请",
        "remark: 甲",
        "23:5：不认识的键“remark”（可用的键：text、status、in、quote、strength、level、subject）",
    ),
    (TOPIC, "  topc: [行政复议]", "14:3：不认识的键“topc”（是不是“topic”？）"),
    (TERMS, "anny: [甲]", "12:7：不认识的键“anny”（是不是“any”？）"),
    (TITLE, "", "1:1：文件缺少键“title”（补上“title”：规则的标题）"),
    ('  unmet: "没有写行政复议。{why}"\n', "", "15:1：“message”缺少键“unmet”（补上“unmet”：没有做到时的问题表述）"),
    ("    status: met\n", "", "20:5：“examples”第1项缺少键“status”（补上“status”：规则对例文应有的判定）"),
    (
        "severity: warning",
        "severity: warn",
        "6:11：“severity”不能是“warn”（是不是“warning”？可以写：error、warning、info）",
    ),
    ("severity: warning", "severity: 高", "6:11：“severity”不能是“高”（可以写：error、warning、info）"),
    ("severity: warning", "severity: [error]", "6:11：“severity”要写文字，却写成了列表（没有做到时问题的轻重）"),
    ("check: evidence", "check: evidense", "9:8：“check”不能是“evidense”（是不是“evidence”？可以写：evidence、role）"),
    ("weight: 2", "weight: -1", "7:9：“weight”不能小于0（分值，不小于0；不写就是1）"),
    ("weight: 2", "weight: 二", "7:9：“weight”要写数字，却写成了文字（分值，不小于0；不写就是1）"),
    (TERMS, "any: 行政复议申请", "12:12：“any”要写列表，却写成了文字（写成列表：[行政复议申请]）"),
    (TERMS, "any: []", "12:12：“any”至少要有1项"),
    (TERMS, 'any: [""]', "12:13：“any”第1项至少要有1个字"),
    (TOPIC, f"{TOPIC}\n  strict: 是", "15:11：“strict”要写 true 或 false，却写成了文字"),
    (TOPIC, f"{TOPIC}\n  limit: 1.5", "15:10：“limit”要写整数，却写成了数字“1.5”"),
    (TOPIC, f"{TOPIC}\n  limit: 0", "15:10：“limit”不能小于1"),
    (
        "levels: [county, prefecture]",
        "levels: [县]",
        "8:23：“levels”第1项不能是“县”（可以写：province、prefecture、county、township）",
    ),
    ("levels: [county, prefecture]", "levels: [county, county]", "8:31：“levels”里“county”重复（删去其中一个）"),
    ("years: [2022, 2025]", "years: [2025, 2022]", "8:75：起始年晚于截止年（写成 [2022, 2025]）"),
    ("years: [2022, 2025]", "years: [2025]", "8:75：“years”至少要有2项（写成 [起始年, 截止年]）"),
    (
        "in: plan",
        "in: planned",
        "24:32：“in”不能是“planned”（是不是“plan”？可以写：preface、achievements、problems、first_responsible、plan、closing、report）",
    ),
    (
        "source: outline",
        "source: outlin",
        "4:14：依据“outlin”没有在 ruleset.yaml 的 sources 里声明（是不是“outline”？）",
    ),
    (FOUND_MESSAGE, "只提到。{why", "17:12：“partial”里的花括号不成对（填空写成 {名称}；要写花括号本身就写两个）"),
    (FOUND_MESSAGE, "只提到。why}", "17:12：“partial”里的花括号不成对（填空写成 {名称}；要写花括号本身就写两个）"),
    (FOUND_MESSAGE, "只提到。{}", "17:12：“partial”里的填空“{}”写法不对（填空写成 {why} 这样，括号里只写英文名称）"),
    (
        FOUND_MESSAGE,
        "只提到。{why:>3}",
        "17:12：“partial”里的填空“{why}”写法不对（填空写成 {why} 这样，括号里只写英文名称）",
    ),
    ("受理××件", "受理{a.b}件", "18:9：“advice”里的填空“{a.b}”写法不对（填空写成 {why} 这样，括号里只写英文名称）"),
    ("<leaders>", "<leader>", "13:14：没有名为“leader”的词表（是不是“leaders”？）"),
]

HEAD_FAULTS = [
    (
        "  - {id: outline, title: 任务}",
        "  - {id: structure, title: 任务}",
        "10:10：“structure”重复（换一个名称，或删去其中一个）",
    ),
    ("title: 合格", "title: 优秀", "13:13：“优秀”重复（换一个名称，或删去其中一个）"),
    ("at_least: 60.5", "at_least: 90", "13:27：等次没有从高到低排列：90不低于上一等的85（按 at_least 从高到低排列）"),
    ("at_least: 0}", "at_least: 5}", "14:28：最后一等的 at_least 不是0（最后一等写 at_least: 0，使每个得分都有等次）"),
    ("at_least: 85", "at_least: 850", "12:27：“at_least”不能大于100（0到100的得分率）"),
    ("years: [2021, 2025]", "years: [2025, 2021]", "4:8：起始年晚于截止年（写成 [2021, 2025]）"),
    ('"2024.1"', "2024.1", '3:10：“version”要写文字，却写成了数字“2024.1”（加上引号："2024.1"）'),
    ("id: yunling-2024", "id: 云岭", "1:5：“id”的写法不对（规则集的名称，只用小写字母、数字和连字符）"),
    ("  rules: {", "  Rules: {", "7:3：键“Rules”的写法不对（只用小写字母、数字和连字符）"),
    (
        "rule: structure.plan",
        "rule: structure.plans",
        "16:12：没有编号为“structure.plans”的规则（是不是“structure.plan”？）",
    ),
    ("cap: 合格", "cap: 良好", "16:33：没有名为“良好”的等次（已有的等次：优秀、合格、不合格）"),
    (
        "[县政府常务会议, 县政府党组]",
        "[<leaders>]",
        "19:20：词表循环引用：bodies → leaders → bodies（去掉其中一处引用）",
    ),
    ("[县政府常务会议, 县政府党组]", "[<bodies>]", "18:12：词表循环引用：bodies → bodies（去掉其中一处引用）"),
    ("<bodies>", "<body>", "19:20：没有名为“body”的词表（是不是“bodies”？）"),
    ("acts: [印发, 出台]", "acts: [印发, 出台, 印发]", "20:18：“acts”里“印发”重复（删去其中一个）"),
    (
        "acts: [印发, 出台]",
        "动词: [印发, 出台]",
        "20:3：键“动词”的写法不对（只用字母、数字、连字符和下划线，以字母开头）",
    ),
    ("[<acts>]", "[<act>]", "22:21：没有名为“act”的词表（是不是“acts”？）"),
    ("evidence: {", "evidense: {", "22:3：不认识的键“evidense”（是不是“evidence”？）"),
    ("evidence: {acts", "evidence: {act", "22:14：不认识的键“act”（是不是“acts”？）"),
    ("title: 云岭县试用规则\n", "", "1:1：文件缺少键“title”（补上“title”：规则集的标题）"),
]


@pytest.mark.parametrize(("old", "new", "message"), [*YAML_FAULTS, *SYNTAX_FAULTS, *RULE_FAULTS])
def test_fault_of_a_rule_file(folder, old, new, message):
    folder.edit(RULE, old, new)
    assert folder.fault() == f"{RULE}:{message}"


@pytest.mark.parametrize(("old", "new", "message"), [*YAML_FAULTS, *SYNTAX_FAULTS])
def test_fault_is_the_same_without_libyaml(folder, old, new, message, monkeypatch):
    monkeypatch.setattr(strict_yaml, "_LOADER", yaml.SafeLoader)
    folder.edit(RULE, old, new)
    place, _, words = folder.fault().partition("：")
    assert words == message.partition("：")[2]
    assert place.startswith(f"{RULE}:{message.partition(':')[0]}:")


@pytest.mark.parametrize(("old", "new", "message"), HEAD_FAULTS)
def test_fault_of_ruleset_yaml(folder, old, new, message):
    folder.edit(HEAD, old, new)
    assert folder.fault() == f"{HEAD}:{message}"


def test_parameter_that_neither_rule_nor_defaults_give(folder):
    folder.edit(HEAD, "evidence: {acts: [<acts>]}", "role: {role: plan}")
    assert folder.fault() == f"{RULE}:10:1：“params”缺少键“acts”（补上“acts”）"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("outline/Twenty.yaml", "outline/Twenty.yaml：规则文件的名称“Twenty”不能用（只用小写字母、数字和连字符）"),
        ("outline/复议.yaml", "outline/复议.yaml：规则文件的名称“复议”不能用（只用小写字母、数字和连字符）"),
        ("outline/23.yml", "outline/23.yml：规则文件的扩展名是“.yml”（改成 .yaml）"),
        ("outln/23.yaml", "outln/23.yaml：分组“outln”没有在 ruleset.yaml 里声明（是不是“outline”？）"),
        ("23.yaml", "23.yaml：规则文件的位置不对（放在“分组/名称.yaml”，分组是 ruleset.yaml 里 groups 的 id）"),
        (
            "outline/a/23.yaml",
            "outline/a/23.yaml：规则文件的位置不对（放在“分组/名称.yaml”，分组是 ruleset.yaml 里 groups 的 id）",
        ),
    ],
)
def test_file_out_of_place(folder, name, message):
    folder.write(name, folder.read(RULE))
    assert folder.fault() == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "1:1：文件是空的（写上内容，或删去这个文件）"),
        (b"# \xe7\xa9\xba\n", "1:1：文件是空的（写上内容，或删去这个文件）"),
        ("title: 复议\nadvice: 甲".encode("gb18030"), "1:8：文件不是 UTF-8 编码（用编辑器另存为 UTF-8 编码）"),
        (b"a: 1\nb: \xff", "2:4：文件不是 UTF-8 编码（用编辑器另存为 UTF-8 编码）"),
        ("标题：甲".encode(), "1:1：文件要写键值对，却写成了文字（写成“键: 值”，冒号要用英文半角并在后面留一个空格）"),
        (b"- a", "1:1：文件要写键值对，却写成了列表"),
        (b"1", "1:1：文件要写键值对，却写成了数字“1”"),
    ],
)
def test_file_that_is_no_rule(folder, content, message):
    folder.write(RULE, content)
    assert folder.fault() == f"{RULE}:{message}"


def test_misspelt_key_is_named_before_the_missing_one_it_causes(folder):
    folder.edit(RULE, "advice: ", "advise: ")
    assert folder.fault() == f"{RULE}:18:1：不认识的键“advise”（是不是“advice”？）"


def test_first_broken_file_is_raised_and_all_are_found(folder):
    folder.edit(RULE, "weight: 2", "weight: -1")
    folder.edit("structure/plan.yaml", "severity: error", "severity: bad")
    assert folder.fault().startswith(f"{RULE}:7:9：")
    found = folder.faults()
    assert [error.where.rpartition("yunling-2024/")[2] for error in found] == [
        f"{RULE}:7:9",
        "structure/plan.yaml:7:11",
    ]


def test_nothing_is_found_in_a_sound_set(folder):
    assert folder.faults() == ()


def test_broken_head_is_the_only_fault_found(folder):
    folder.edit(HEAD, "years: [2021, 2025]", "years: [2025, 2021]")
    folder.edit(RULE, "weight: 2", "weight: -1")
    assert [error.what for error in folder.faults()] == ["起始年晚于截止年"]
