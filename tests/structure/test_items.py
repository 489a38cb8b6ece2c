"""Which problems a report tells."""

from drafts import document
from reportcheck.structure.items import problem_items
from reportcheck.structure.reading import Reading

REPORT = "云岭县人民政府2024年度法治政府建设年度报告\n一、工作情况\n全年评查案卷210份。\n二、存在的不足\n{}\n三、2025年安排\n招录12人。"


def told(problems: str) -> list[str]:
    reading = Reading(document(REPORT.format(problems)))
    return [reading.document.quote(each) for each in problem_items(reading)]


def test_causes_belong_to_their_problem() -> None:
    first = "一是个别执法人员办案不规范。究其原因，主要是上级日常监督跟得不紧。"
    second = "二是普法形式单一。"
    assert told(first + second) == [first, second]


def test_causes_of_problems_without_numbers_belong_to_the_sentence_before() -> None:
    first = "乡镇执法力量不足。究其原因，主要是编制多年没有增加。"
    second = "普法形式单一，覆盖面不够。"
    assert told(first + second) == [first, second]


def test_a_prompt_that_nobody_has_filled_in_is_no_problem() -> None:
    assert told("（一）【填写：第一个不足】\n（二）【填写：第二个不足】") == []
    assert told("（一）普法形式单一。\n（二）【填写：第二个不足】") == ["（一）普法形式单一。"]
