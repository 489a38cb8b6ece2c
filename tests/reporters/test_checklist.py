"""自查表: every requirement once, in both office formats and in the page; ready to sign; nothing becomes a formula."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest

from drafts import SAMPLES
from reportcheck.batch import Input, check_paths
from reportcheck.engine import Options
from reportcheck.reporters import html, reporter
from reportcheck.reporters.checklist import MARKS, SIGNERS, checklist
from reportcheck.rulesets import load_ruleset
from reportcheck.verdict import BatchResult, Suppression

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def sampled() -> BatchResult:
    return check_paths([Input(path.name, path.read_bytes()) for path in SAMPLES], load_ruleset("national-2021-2025"), Options(), jobs=1)


def _rows_of_word(content: bytes) -> list[list[list[str]]]:
    tables = docx.Document(io.BytesIO(content)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def _sheets(content: bytes) -> list[list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        strings = ["".join(t.text or "" for t in item.iter(f"{_SHEET}t")) for item in ET.fromstring(package.read("xl/sharedStrings.xml"))]  # noqa: S314 - our own
        names = sorted(name for name in package.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        return [_rows_of_sheet(ET.fromstring(package.read(name)), strings) for name in names]  # noqa: S314 - likewise


def _rows_of_sheet(sheet, strings: list[str]) -> list[dict[str, str]]:
    def value(cell) -> str:
        text = cell.findtext(f"{_SHEET}v", "")
        return strings[int(text)] if cell.get("t") == "s" else text

    return [{cell.get("r").rstrip("0123456789"): value(cell) for cell in row} for row in sheet.iter(f"{_SHEET}row")]


def test_word_lists_every_rule_once_with_its_mark(sampled):
    tables = _rows_of_word(reporter("checklist-docx").render(sampled))
    assert len(tables) == len(sampled.reports)
    for table, report in zip(tables, sampled.reports, strict=True):
        told = [(row[0], row[1], row[2]) for row in table[1:] if row[0].isdigit()]
        assert told == [(str(n), v.rule.title, MARKS[v.outcome.status]) for n, v in enumerate(report.verdicts, 1)]


def test_excel_lists_every_rule_once_with_its_mark(sampled):
    sheets = _sheets(reporter("checklist-xlsx").render(sampled))
    assert len(sheets) == len(sampled.reports)
    for rows, report in zip(sheets, sampled.reports, strict=True):
        assert rows[3]["A"] == "序号"
        told = [(row["A"], row["C"], row["D"]) for row in rows[4:] if row.get("A", "").isdigit()]
        assert told == [(str(n), v.rule.title, MARKS[v.outcome.status]) for n, v in enumerate(report.verdicts, 1)]


def test_evidence_basis_and_what_is_missing_are_told(sampled):
    report = next(each for each in sampled.reports if "南屏区" in each.document.path)
    lines = {line.rule: line for block in checklist(report, sampled.ruleset).blocks for line in block.lines}
    assert lines["outline.22"].told.startswith("第")
    assert "复议" in lines["outline.22"].told
    assert lines["structure.causes"].lacking == "没有写产生不足的原因。"
    assert lines["structure.causes"].told == ""
    assert lines["leaders.train"].basis.startswith("《党政主要负责人履行推进法治建设第一责任人职责规定》")
    assert lines["outline.07"].lacking == "不要求本单位写"
    assert lines["wording.date"].told in ("已检查，没有发现差错", "")


def test_what_is_waived_says_so(sampled):
    report = next(each for each in sampled.reports if "南屏区" in each.document.path)
    waiver = Suppression("waiver", "见附件", "周敏")
    waived = report._replace(findings=tuple(f.suppressed(waiver) for f in report.findings))
    lines = [line for block in checklist(waived, sampled.ruleset).blocks for line in block.lines if line.rule == "structure.causes"]
    assert [(line.mark, line.lacking) for line in lines] == [("×", "没有写产生不足的原因。（已豁免：见附件（批准人：周敏））")]


def test_the_lists_are_ready_to_sign(sampled):
    document = docx.Document(io.BytesIO(reporter("checklist-docx").render(sampled)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(value for row in _sheets(reporter("checklist-xlsx").render(sampled))[0] for value in row.values())
    page = html.render(sampled)
    for shown in (text, cells, page):
        assert all(f"{who}（签字）：＿＿" in shown for who in SIGNERS)
        assert "检查日期：＿＿" in shown
        assert "日期：＿＿＿＿年＿＿月＿＿日" in shown


def test_the_header_row_repeats_and_no_row_breaks(sampled):
    with zipfile.ZipFile(io.BytesIO(reporter("checklist-docx").render(sampled))) as package:
        body = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own
        fonts = package.read("word/fontTable.xml").decode()
    rows = list(body.iter(f"{_WORD}tr"))
    assert all(row.find(f"{_WORD}trPr/{_WORD}cantSplit") is not None for row in rows)
    assert sum(row.find(f"{_WORD}trPr/{_WORD}tblHeader") is not None for row in rows) == len(sampled.reports)
    assert body.find(f".//{_WORD}pgSz").get(f"{_WORD}orient") == "landscape"
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋,' in fonts


def test_words_of_a_draft_never_become_a_formula_or_break_the_file():
    text = SAMPLES[0].read_text(encoding="utf-8").replace("一、", "一、=SUM(A1)http://a.example/", 1)
    result = check_paths([Input("=稿'[1].txt", text.encode())], load_ruleset("national-2021-2025"), Options(), jobs=1)
    content = reporter("checklist-xlsx").render(result)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert _rows_of_word(reporter("checklist-docx").render(result))


def test_sheets_of_one_name_are_told_apart(sampled):
    report = sampled.reports[0]
    content = reporter("checklist-xlsx").render(sampled._replace(reports=(report, report, report)))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = re.findall(r'<sheet name="([^"]+)"', package.read("xl/workbook.xml").decode())
    assert len(set(names)) == 3


@pytest.mark.parametrize("name", ["checklist-docx", "checklist-xlsx"])
def test_nothing_to_list_is_told(name, sampled):
    content = reporter(name).render(sampled._replace(reports=()))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = "".join(package.read(member).decode() for member in package.namelist() if member.endswith(".xml"))
    assert "没有可以检查的报告" in text
