import re
from html.parser import HTMLParser

import pytest

from reportcheck.document import Span
from reportcheck.outcome import Evidence
from reportcheck.reporters import html

VOID = {"meta", "br", "rect", "link", "img", "hr", "input", "wbr"}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.hrefs, self.tags, self.open, self.classes = [], [], [], [], {}
        self.marked, self.paragraphs = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        fields = dict(attrs)
        self.tags.append(tag)
        if "id" in fields:
            self.ids.append(fields["id"])
        self.hrefs += [fields[name] for name in ("href", "src") if name in fields]
        if tag not in VOID:
            self.open.append((tag, fields.get("class") or ""))
        if tag == "p":
            self.paragraphs.append("")

    def handle_startendtag(self, tag, attrs):  # noqa: ARG002
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open, tag
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        inside = [tag for tag, _ in self.open]
        noted = "sup" in inside or ("span", "line") in self.open
        if "p" in inside and not noted:
            self.paragraphs[-1] += data
        if "mark" in inside:
            self.marked.append((self.open[inside.index("mark")][1], data))


@pytest.fixture
def text(batch):
    return html.render(batch)


def test_tags_are_balanced_and_ids_unique(text):
    page = Page(text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_anchor_resolves(text):
    page = Page(text)
    assert page.hrefs
    assert all(href.startswith("#") for href in page.hrefs)
    assert {href[1:] for href in page.hrefs} <= set(page.ids)


def test_nothing_is_loaded_and_nothing_runs(text):
    assert not re.search(r"http|url\(|@import|//", text)
    assert not {"script", "link", "img", "iframe"} & set(Page(text).tags)


def test_what_stands_in_a_document_is_escaped(result):
    report = result.reports[0]
    wicked = '<img src=x onerror="alert(1)">'
    findings = tuple(finding._replace(message=wicked, advice=wicked, quote=wicked) for finding in report.findings)
    facts = report.facts._replace(title=wicked, issuer=wicked)
    document = report.document._replace(path=wicked + ".txt")
    text = html.render(result._replace(reports=(report._replace(findings=findings, facts=facts, document=document),)))
    assert not {"img", "script"} & set(Page(text).tags)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_whole_text_is_there_with_roles(result):
    page = Page(html.render(result))
    for line in result.reports[0].document.text.splitlines():
        assert line in page.paragraphs
    assert "不足和原因" in html.render(result)


def test_overlapping_evidence_is_cut_into_segments(result):
    page = Page(html.render(result))
    evidence = [data for kinds, data in page.marked if "evidence" in kinds]
    assert evidence[2:5] == ["收到行政复议申请86件，", "审结80件", "，调解结案31件"]


def test_evidence_and_rules_link_to_each_other(result):
    page = Page(html.render(result))
    assert {"r1-outline.22", "r1-outline.22-e1", "r1-outline.22-e2", "r1-outline.23-e1"} <= set(page.ids)
    assert {"#r1-outline.22", "#r1-outline.22-e1", "#r1-outline.22-e2"} <= set(page.hrefs)


def test_evidence_across_paragraphs_and_without_length(result):
    report = result.reports[0]
    spans = (Span(0, len(report.document.text)), Span(5, 5), Span(len(report.document.text), len(report.document.text)))
    verdict = report.verdicts[0]._replace(
        outcome=report.verdicts[0].outcome._replace(evidence=tuple(Evidence(span) for span in spans)),
    )
    page = Page(html.render(result._replace(reports=(report._replace(verdicts=(verdict, *report.verdicts[1:])),))))
    assert {href[1:] for href in page.hrefs} <= set(page.ids)
    for line in report.document.text.splitlines():
        assert line in page.paragraphs


def test_the_five_contents_and_the_score(result):
    text = html.render(result)
    for words in (
        "主要举措和成效",
        "存在的不足",
        "不足的原因",
        "第一责任人履职",
        "下一年度安排",
        "54.5",
        "缺少",
        "写明",
    ):
        assert words in text
    assert text.count("<svg") == 3


def test_findings_tell_why_and_how(result):
    text = html.render(result)
    assert "《法治政府建设实施纲要（2021—2025年）》第七部分（二十二）" in text
    assert "写在来年安排里，是打算做的事" in text
    assert "没有回应" in text


def test_several_reports_have_an_index(batch, result):
    assert 'id="index"' in html.render(batch)
    assert "扫描件.pdf" in html.render(batch)
    assert 'id="index"' not in html.render(result)


def test_no_report_at_all_is_still_a_page(batch):
    page = Page(html.render(batch._replace(reports=())))
    assert page.open == []


def test_the_same_result_gives_the_same_page(batch, text):
    assert html.render(batch) == text
