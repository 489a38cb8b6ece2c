import json

from reportcheck.reporters import REPORTERS, reporter


def rendered(result):
    return json.loads(reporter("json").render(result))


def test_top_level_fields_in_the_contracts_order(result):
    data = rendered(result)
    assert list(data) == ["schema", "tool", "ruleset", "reports", "errors", "summary", "notices", "proposals"]
    assert data["schema"] == "reportcheck/result/v1"
    assert list(data["tool"]) == ["name", "version"]
    assert list(data["ruleset"]) == ["id", "version", "digest"]
    assert data["summary"] == {
        "reports": 1,
        "errors": 0,
        "findings": {"error": 2, "warning": 2, "info": 2},
        "suppressed": {"error": 0, "warning": 0, "info": 0},
    }


def test_report_fields_in_the_contracts_order(result):
    report = rendered(result)["reports"][0]
    assert list(report) == [
        *("path", "sha256", "format", "encoding", "document"),
        *("sections", "outcomes", "findings", "score", "notes", "ruleset", "shortest_way"),
    ]
    assert list(report["document"]) == [
        *("type", "title", "issuer", "region", "level", "subject", "year"),
        *("addressee", "doc_number", "signed_by", "signed_on", "published", "profile", "facts_from"),
    ]
    assert report["document"]["addressee"] is None
    assert report["document"]["facts_from"]["level"] == "option"
    assert list(report["score"]) == ["points", "max_points", "percent", "grade", "dimensions", "capped_by"]
    assert report["score"]["percent"] == 54.55
    assert list(report["score"]["dimensions"][0]) == ["id", "title", "points", "max_points"]


def test_sections_tell_role_heading_and_lines(result):
    sections = rendered(result)["reports"][0]["sections"]
    assert sections[3] == {"role": "problems", "heading": "二、存在的问题", "line": 6, "end_line": 7}
    assert sections[1]["heading"] is None


def test_every_rule_once_in_outcomes(result):
    outcomes = rendered(result)["reports"][0]["outcomes"]
    assert [outcome["rule"] for outcome in outcomes] == [rule.id for rule in result.ruleset.rules]


def test_outcome_fields(result):
    outcomes = {outcome["rule"]: outcome for outcome in rendered(result)["reports"][0]["outcomes"]}
    told = outcomes["outline.22"]
    assert list(told) == ["rule", "status", "strength", "points", "max_points", "evidence"]
    assert told["evidence"][0] == {
        "line": 4,
        "column": 3,
        "end_line": 4,
        "end_column": 20,
        "text": "收到行政复议申请86件，审结80件",
    }
    assert outcomes["structure.causes"]["strength"] is None
    assert outcomes["outline.26"]["rejected"] == [
        {"line": 9, "column": 1, "text": "开展执法案卷评查两次", "reason": "plan"}
    ]


def test_value_and_items_only_where_there_are_any(result):
    outcomes = {outcome["rule"]: outcome for outcome in rendered(result)["reports"][0]["outcomes"]}
    answered = outcomes["problems.answered"]
    assert answered["value"] == 2
    assert answered["items"] == [
        {
            "text": "少数执法人员办案不够规范",
            "line": 7,
            "status": "met",
            "answered_by": {"line": 9, "text": "开展执法案卷评查两次"},
        },
        {"text": "基层法治力量薄弱", "line": 7, "status": "unmet", "answered_by": None},
    ]
    assert "value" not in outcomes["outline.22"]
    assert "items" not in outcomes["outline.22"]


def test_findings_are_sorted_by_severity_then_position(result):
    findings = rendered(result)["reports"][0]["findings"]
    assert [finding["rule"] for finding in findings] == [
        *("structure.first-responsible", "structure.causes", "outline.18", "outline.26"),
        *("problems.answered", "outline.27"),
    ]
    assert list(findings[0]) == [
        *("rule", "severity", "message", "line", "column", "end_line", "end_column", "page", "paragraph"),
        *("basis", "advice", "fingerprint", "suppression"),
    ]
    assert list(findings[0]["basis"][0]) == ["source", "title", "locator"]


def test_failures_are_errors_and_unscored_is_null(batch):
    data = rendered(batch)
    assert data["errors"] == [{"path": "扫描件.pdf", "message": "没有读出文字，可能是扫描件"}]
    assert data["summary"]["errors"] == 1
    assert data["reports"][2]["score"]["percent"] is None


def test_text_is_not_escaped_and_ends_with_a_newline(result):
    text = reporter("json").render(result)
    assert "云岭县" in text
    assert text.endswith("}\n")
    assert text == reporter("json").render(result)


def test_a_file_name_that_is_not_utf8_can_be_written(result):
    path = b"\xd4\xc6.txt".decode("utf-8", "surrogateescape")
    report = result.reports[0]
    odd = result._replace(reports=(report._replace(document=report.document._replace(path=path)),))
    for name in REPORTERS:
        rendered = reporter(name).render(odd)
        assert rendered if isinstance(rendered, bytes) else rendered.encode("utf-8")
