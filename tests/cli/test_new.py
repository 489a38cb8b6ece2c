"""``reportcheck new`` as people use it."""

import pytest

from reportcheck.errors import ExitCode


def test_without_a_file_the_draft_is_shown(run):
    ran = run("new", "--level", "county", "--year", "2025", "--issuer", "云岭县人民政府")
    assert ran.code == ExitCode.OK
    assert ran.out.startswith("# 云岭县人民政府2025年度法治政府建设年度报告\n")
    assert "## 四、2026年工作安排" in ran.out


def test_a_word_draft_is_written_and_does_not_pass(run, tmp_path):
    target = tmp_path / "草 稿.docx"
    ran = run("new", "--year", "2025", "--profile", "township", "--output", str(target))
    assert ran.code == ExitCode.OK
    assert "√ 写好了" in ran.out
    assert target.read_bytes().startswith(b"PK")
    assert run("check", str(target)).code == ExitCode.FINDINGS


def test_a_file_is_overwritten_only_by_force(run, tmp_path):
    target = tmp_path / "草稿.md"
    target.write_text("我的稿子", encoding="utf-8")
    refused = run("new", "--year", "2025", "--output", str(target))
    assert refused.code == ExitCode.USAGE
    assert "已经有这个文件，没有改动" in refused.err
    assert target.read_text(encoding="utf-8") == "我的稿子"
    assert run("new", "--year", "2025", "--output", str(target), "--force").code == ExitCode.OK
    assert "法治政府建设年度报告" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--year", "2025", "--output", "稿.pdf"), "写不了“.pdf”这样的文件（文件名以 .docx 或 .md 结尾）"),
        (("--level", "county"), "缺少参数：--year"),
        (("--year", "2025", "--level", "village"), "--level"),
    ],
)
def test_wrong_usage_is_told(run, arguments, told):
    ran = run("new", *arguments)
    assert ran.code == ExitCode.USAGE
    assert told in ran.err


def test_a_year_without_rules_is_told(run):
    ran = run("new", "--year", "2031")
    assert ran.code == ExitCode.OK
    assert "没有适用2031年度的规则" in ran.err


def test_a_zone_is_told_how_to_check(run, tmp_path):
    ran = run("new", "--year", "2025", "--profile", "zone", "--output", str(tmp_path / "稿.md"))
    assert "--profile zone --level county" in ran.out


def test_an_unfilled_draft_is_told_as_one_in_every_form_for_people(run, tmp_path):
    draft = tmp_path / "草稿.docx"
    assert "去掉黄色" in run("new", "--year", "2025", "--output", str(draft)).out
    page = tmp_path / "结果.html"
    ran = run("check", str(draft), "--report", f"html={page}")
    assert "处空白没有填写，填完再看得分。" in ran.out.partition("五项内容")[0]
    assert "同样的问题还有" in ran.out
    assert "处空白没有填写，填完再看得分。" in page.read_text(encoding="utf-8")
