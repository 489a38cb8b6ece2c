"""What does not count, and what is proposed, for people: terminal, page, JSON."""

import json

import pytest

from reportcheck.document import WaiverProposal
from reportcheck.reporters import html, json_, terminal
from reportcheck.verdict import Suppression

WAIVED = Suppression("waiver", "已在附件<说明>", "周敏", "2025-12-31")
KNOWN = Suppression("baseline", "生成基线时已经有的问题")


@pytest.fixture
def marked(result):
    """One finding waived, one known; one proposal settled by the waiver, one open."""
    report = result.reports[0]
    marks = {"structure.causes": WAIVED, "outline.18": KNOWN}
    findings = tuple(f.suppressed(marks[f.rule.id]) if f.rule.id in marks else f for f in report.findings)
    settled = next(f for f in findings if f.rule.id == "structure.causes")
    proposals = (
        WaiverProposal("structure.causes", report.document.path, settled.fingerprint, "已说明：见附件", "刘工", "2025-02-01"),
        WaiverProposal("outline.26", report.document.path, "ffff", "不适用：本县没有<这项>工作", "刘工", "2025-02-03"),
    )
    document = report.document._replace(proposals=proposals)
    return result._replace(reports=(report._replace(document=document, findings=findings),))


def test_json(marked):
    data = json.loads(json_.render(marked))
    by_rule = {finding["rule"]: finding["suppression"] for finding in data["reports"][0]["findings"]}
    assert by_rule["structure.causes"] == {"kind": "waiver", "reason": "已在附件<说明>", "approver": "周敏", "expires": "2025-12-31"}
    assert by_rule["outline.18"] == {"kind": "baseline", "reason": "生成基线时已经有的问题", "approver": None, "expires": None}
    assert by_rule["outline.26"] is None
    assert data["summary"]["findings"] == {"error": 2, "warning": 2, "info": 2}
    assert data["summary"]["suppressed"] == {"error": 1, "warning": 1, "info": 0}
    assert data["proposals"] == [
        {"rule": "outline.26", "path": "云岭县2024年.txt", "fingerprint": "ffff", "reason": "不适用：本县没有<这项>工作", "author": "刘工", "date": "2025-02-03"}
    ]


def test_the_score_does_not_change(marked, result):
    before, after = (json.loads(json_.render(each))["reports"][0] for each in (result, marked))
    assert after["score"] == before["score"]
    assert after["outcomes"] == before["outcomes"]


def test_terminal(marked):
    text = terminal.render(marked, width=100)
    assert "必须改 1 项，应当改 1 项，可改进 2 项，另有已豁免 1 项、基线里已有 1 项" in text
    aside = text[text.index("已豁免 1 项、基线里已有 1 项（不计入退出码，得分不变）") :]
    assert "structure.causes" in aside
    assert "已豁免：已在附件<说明>（批准人：周敏，有效期至2025-12-31）" in aside
    assert "structure.causes" not in text[: text.index(aside)]
    assert "批注里提出的豁免（1 条，批准后才起作用）" in text
    assert "●  outline.26  云岭县2024年.txt（刘工，2025-02-03）\n   不适用：本县没有<这项>工作" in text


def test_a_report_whose_findings_do_not_count_is_good(marked):
    report = marked.reports[0]
    only = report.with_findings(tuple(f for f in report.findings if f.suppression))
    text = terminal.render(marked._replace(reports=(only,)))
    assert text.startswith("√")
    assert "没有别的问题。" in text


def test_html(marked):
    page = html.render(marked)
    assert '<p class="waived">已豁免：已在附件&lt;说明&gt;（批准人：周敏，有效期至2025-12-31）</p>' in page
    assert "<h3>必须改（1 项）</h3>" in page
    assert "<h3>已豁免 1 项、基线里已有 1 项（不计入退出码，得分不变）</h3>" in page
    assert "<td>不适用：本县没有&lt;这项&gt;工作</td><td>刘工</td><td>2025-02-03</td>" in page
    assert "已说明：见附件" not in page
