"""JUnit, GitHub, GitLab, CSV and Markdown: what each format asks for beyond the findings themselves."""

import csv
import io
import json
import re
from typing import ClassVar
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportcheck.reporters import csv_, github, gitlab, junit, markdown, sarif
from reportcheck.verdict import Failure, Notice, Suppression

WAIVED = Suppression("waiver", "已在附件说明", "周敏", "2025-12-31")
NOTICE = Notice("config.unused-waiver", "warning", "豁免没有用上。", "删去这条豁免。", "reportcheck.yaml", 7, 5)


def with_message(result, message):
    """Return the result with this as the message of its first finding, which stands first in every format."""
    report = result.reports[0]
    first = next(finding for finding in report.findings if finding.rule.id == "structure.first-responsible")
    others = tuple(finding for finding in report.findings if finding is not first)
    return result._replace(reports=(report.with_findings((first._replace(message=message), *others)), *result.reports[1:]))


@pytest.fixture
def waived(result):
    """The finding of structure.causes is waived."""
    report = result.reports[0]
    findings = tuple(each.suppressed(WAIVED) if each.rule.id == "structure.causes" else each for each in report.findings)
    return result._replace(reports=(report.with_findings(findings),))


def parsed(text):
    return ET.fromstring(text)  # noqa: S314 - our own output


class TestJunit:
    ATTRIBUTES: ClassVar = {
        "testsuites": {"name", "tests", "failures", "errors", "time"},
        "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
        "testcase": {"classname", "name", "time"},
        "failure": {"message", "type"},
        "error": {"message", "type"},
        "skipped": {"message"},
        "system-out": set(),
    }
    CHILDREN: ClassVar = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure", "error", "skipped", "system-out"}}

    def test_structure(self, batch):
        """What Jenkins' schema (junit-10.xsd) allows and asks for, as far as we use it."""
        root = parsed(junit.render(batch.suppressed(batch.reports, (NOTICE,))))
        for each in root.iter():
            assert set(each.attrib) <= self.ATTRIBUTES[each.tag]
            assert {child.tag for child in each} <= self.CHILDREN.get(each.tag, set())
            assert each.tag not in {"testsuite", "testcase"} or each.get("name")
        for suite in [root, *root.iter("testsuite")]:
            cases = list(suite.iter("testcase"))
            found = {tag: str(sum(case.find(tag) is not None for case in cases)) for tag in ("failure", "error", "skipped")}
            assert (suite.get("failures"), suite.get("errors"), suite.get("skipped", found["skipped"])) == tuple(found.values())
            assert suite.get("tests") == str(len(cases))

    def test_suite_is_document_and_case_is_rule(self, batch):
        root = parsed(junit.render(batch))
        assert [suite.get("name") for suite in root] == [*(report.document.path for report in batch.reports), "扫描件.pdf"]
        assert [case.get("name").split()[0] for case in root[0]] == [rule.id for rule in batch.ruleset.rules]
        assert root[-1][0].find("error").get("message") == "没有读出文字，可能是扫描件"

    def test_waived_is_skipped(self, waived):
        root = parsed(junit.render(waived))
        case = next(case for case in root.iter("testcase") if case.get("name").startswith("structure.causes"))
        assert case.find("failure") is None
        assert case.find("skipped").get("message") == "已豁免：已在附件说明（批准人：周敏，有效期至2025-12-31）"

    def test_what_xml_forbids_is_left_out(self, result):
        text = junit.render(with_message(result, "坏\x00字\x0b符\ufffe，<b>&\ud800\U0001f600"))
        assert "坏字符，<b>&\U0001f600" in [failure.get("message") for failure in parsed(text).iter("failure")]


class TestGithub:
    def test_escapes(self, result):
        report = result.reports[0]
        odd = result._replace(reports=(report._replace(document=report.document._replace(path="稿,一:100%.txt")),))
        line = github.render(with_message(odd, "100%\r\n::error::假的, 一:二")).splitlines()[0]
        assert line.startswith("::error file=稿%2C一%3A100%25.txt,line=1,")
        assert "::第1行：100%25%0D%0A::error::假的, 一:二%0A怎么改：" in line
        assert len(github.render(with_message(odd, "一\r\n二")).splitlines()) == len(report.findings)

    def test_worst_first_and_what_does_not_count_last(self, waived):
        lines = github.render(waived).splitlines()
        assert [re.match(r"::(\w+) ", line)[1] for line in lines] == ["error", "warning", "warning", "notice", "notice", "notice"]
        assert "title=不足的原因（必须改，已豁免）::" in lines[-1]

    def test_columns_only_on_one_line(self, result):
        report = result.reports[0]
        finding = report.findings[0]._replace(place=report.findings[0].place._replace(line=3, end_line=4))
        line = github.render(result._replace(reports=(report.with_findings((finding,)),)))
        assert "line=3,endLine=4,title=" in line

    def test_unreadable_first(self, batch):
        assert github.render(batch).splitlines()[0] == "::error file=扫描件.pdf,title=读不了::没有读出文字，可能是扫描件"

    def test_the_step_summary_fits(self, result, monkeypatch):
        assert github.step_summary(result) == markdown.render(result)
        monkeypatch.setattr(github, "_SUMMARY_BYTES", 900)
        cut = github.step_summary(result)
        assert len(cut.encode()) <= 900
        assert cut.endswith("完整结果请另存为其他格式。\n")
        assert markdown.render(result).startswith(cut.split("\n……")[0])


class TestGitlab:
    def test_fields(self, batch):
        issues = json.loads(gitlab.render(batch))
        for issue in issues:
            assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
            assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert not issue["location"]["path"].startswith(("/", "./"))
            assert issue["location"]["lines"]["begin"] >= 1

    def test_fingerprints_differ_between_files(self, batch):
        """The same finding in two files has one fingerprint of ours."""
        issues = json.loads(gitlab.render(batch))
        assert len({issue["fingerprint"] for issue in issues}) == len(issues)

    def test_a_path_under_the_working_directory_is_relative(self, result, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        report = result.reports[0]
        for path, shown in ((tmp_path / "稿件" / "一.txt", "稿件/一.txt"), ("./稿件/一.txt", "稿件/一.txt")):
            moved = result._replace(reports=(report._replace(document=report.document._replace(path=str(path))),))
            assert {issue["location"]["path"] for issue in json.loads(gitlab.render(moved))} == {shown}


class TestCsv:
    def rows(self, result):
        return list(csv.DictReader(io.StringIO(csv_.render(result).decode("utf-8-sig"), newline="")))

    def test_bom_header_and_failures(self, batch):
        data = csv_.render(batch)
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\xef\xbb\xbf") == 1
        first = self.rows(batch)[0]
        assert (first["文件"], first["级别"], first["问题"]) == ("扫描件.pdf", "读不了", "没有读出文字，可能是扫描件")

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
    def test_no_cell_is_a_formula(self, result, text):
        rows = self.rows(with_message(result, text))
        assert rows[0]["问题"] == f"'{text}"
        assert not any(cell.startswith(csv_._FORMULA) for row in rows for cell in row.values())

    def test_a_file_name_is_no_formula_either(self, batch):
        odd = batch._replace(failures=(Failure("=cmd.txt", "=读不了"),))
        assert (self.rows(odd)[0]["文件"], self.rows(odd)[0]["问题"]) == ("'=cmd.txt", "'=读不了")

    def test_who_waived(self, waived):
        row = next(row for row in self.rows(waived) if row["规则编号"] == "structure.causes")
        assert [row[name] for name in ("处理", "理由", "批准人", "有效期至")] == ["已豁免", "已在附件说明", "周敏", "2025-12-31"]

    def test_line_breaks_stay_in_the_cell(self, result):
        rows = self.rows(with_message(result, '一\n二,“三”"四"'))
        assert rows[0]["问题"] == '一\n二,“三”"四"'


class TestMarkdown:
    def test_words_of_a_document_are_only_words(self, result):
        text = markdown.render(with_message(result, "a|b *重* <script> @alice #1 [链](x) `码`\n| 新行 |"))
        row = next(line for line in text.splitlines() if "alice" in line)
        assert r"a\|b \*重\* &lt;script&gt; &#64;alice \#1 \[链\](x) \`码\` \| 新行 \|" in row

    def test_what_does_not_count_is_folded_away(self, waived):
        text = markdown.render(waived)
        folded = text[text.index("<details>") : text.index("</details>")]
        assert "已豁免 1 项（不计入退出码，得分不变）" in folded
        assert "structure.causes" in folded
        assert "structure.causes" not in text[: text.index("<details>")]

    def test_several_reports_have_a_table(self, batch):
        text = markdown.render(batch)
        assert text.startswith("<!-- reportcheck -->\n## 法治政府建设年度报告检查意见\n\n| 报告 | 得分 | 等次 | 必须改 | 应当改 | 可改进 |\n")
        assert "### 读不了的文件" in text


TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(said=TEXTS)
def test_whatever_a_document_says_every_format_stays_whole(result, said):
    odd = with_message(result, said)
    plain = len(result.reports[0].findings)
    assert len(parsed(junit.render(odd)).findall(".//failure")) == plain
    assert len(re.findall(r"^::(?:error|warning|notice) ", github.render(odd), re.MULTILINE)) == plain
    assert re.split("\r\n|\r|\n", github.render(odd)).count("") == 1
    assert len(TestCsv().rows(odd)) == plain
    assert len([line for line in markdown.render(odd).split("\n") if line.startswith("| 必须改 |")]) == 2
    assert json.loads(sarif.render(odd))["runs"][0]["results"]
