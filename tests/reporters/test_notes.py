"""How a document was read is told wherever its result is."""

import json

from drafts import REPORT, document
from reportcheck.batch import BatchResult
from reportcheck.engine import Checker
from reportcheck.reporters import html, json_, terminal

NOTES = ("文件里有修订（新增2处），按接受修订后的内容检查。", "有<3>个字没有读出来。")


def result(checker: Checker, notes: tuple[str, ...]) -> BatchResult:
    read = document(REPORT)._replace(notes=notes, meta={"published": "2025-03-12"})
    return BatchResult((checker.check(read),), (), checker.ruleset)


def test_terminal(checker: Checker) -> None:
    lines = terminal.render(result(checker, NOTES)).splitlines()
    assert "   读取说明：文件里有修订（新增2处），按接受修订后的内容检查。" in lines
    assert "   读取说明：有<3>个字没有读出来。" in lines
    assert "读取说明" not in terminal.render(result(checker, ()))


def test_json(checker: Checker) -> None:
    report = json.loads(json_.render(result(checker, NOTES)))["reports"][0]
    assert report["notes"] == list(NOTES)
    assert json.loads(json_.render(result(checker, ())))["reports"][0]["notes"] == []


def test_html(checker: Checker) -> None:
    page = html.render(result(checker, NOTES))
    assert '<p class="note">读取说明：文件里有修订（新增2处），按接受修订后的内容检查。</p>' in page
    assert "读取说明：有&lt;3&gt;个字没有读出来。" in page
    assert "<dt>发布日期</dt><dd>2025-03-12" in page


def test_the_day_of_publication(checker: Checker) -> None:
    facts = json.loads(json_.render(result(checker, ())))["reports"][0]["document"]
    assert (facts["published"], facts["facts_from"]["published"]) == ("2025-03-12", "text")
