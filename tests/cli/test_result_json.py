"""The JSON against the contract: every field that other programs read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from drafts import SAMPLES

TEXT, COUNT = {"type": "string"}, {"type": "integer", "minimum": 0}
POINTS, LINE = {"type": "number", "minimum": 0}, {"type": "integer", "minimum": 1}
MAYBE_TEXT = {"type": ["string", "null"]}
SEVERITY = {"enum": ["error", "warning", "info"]}


def shape(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": required | (optional or {})}


def many(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


PLACE = {"line": LINE, "column": LINE, "end_line": LINE, "end_column": LINE}
FACTS = {
    "type": {"enum": ["rule-of-law-report", "other"]},
    **dict.fromkeys(("title", "issuer", "region", "addressee", "doc_number", "signed_by"), MAYBE_TEXT),
    "level": {"enum": ["province", "prefecture", "county", "township", None]},
    "subject": {"enum": ["government", "party_office", "department", None]},
    "year": {"type": ["integer", "null"]},
    "signed_on": {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"},
    "facts_from": {"type": "object", "additionalProperties": {"enum": ["text", "filename", "option"]}},
}
ROLE = {"enum": ["title", "preface", "achievements", "problems", "first_responsible", "plan", "closing", "noise"]}
ITEM = shape({"text": TEXT, "line": LINE, "status": {"enum": ["met", "partial", "unmet"]}, "answered_by": {"anyOf": [{"type": "null"}, shape({"line": LINE, "text": TEXT})]}})
OUTCOME = shape(
    {
        "rule": {"type": "string", "pattern": r"^[a-z]+\.[a-z0-9-]+$"},
        "status": {"enum": ["met", "partial", "unmet", "not_applicable"]},
        "strength": {"enum": ["absent", "mention", "act", "figure", None]},
        "points": POINTS,
        "max_points": POINTS,
        "evidence": many(shape({**PLACE, "text": TEXT})),
    },
    {"value": {"type": "number"}, "items": many(ITEM)},
)
FINDING = shape(
    {
        "rule": TEXT, "severity": SEVERITY, "message": TEXT, **PLACE, "page": {"type": ["integer", "null"]}, "paragraph": LINE,
        "basis": many(shape({"source": TEXT, "title": TEXT, "locator": TEXT})) | {"minItems": 1}, "advice": TEXT,
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16,64}$"},
    }
)  # fmt: skip
SCORE = shape(
    {
        "points": POINTS, "max_points": POINTS, "percent": {"type": ["number", "null"]}, "grade": TEXT,
        "dimensions": many(shape({"id": TEXT, "title": TEXT, "points": POINTS, "max_points": POINTS})),
    }
)  # fmt: skip
REPORT = shape(
    {
        "path": TEXT, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "format": {"enum": ["text", "markdown", "docx", "html", "pdf", "ofd"]}, "encoding": MAYBE_TEXT, "document": shape(FACTS),
        "sections": many(shape({"role": ROLE, "heading": MAYBE_TEXT, "line": LINE, "end_line": LINE})),
        "outcomes": many(OUTCOME), "findings": many(FINDING), "score": SCORE,
    }
)  # fmt: skip
RESULT = shape(
    {
        "schema": {"const": "reportcheck/result/v1"},
        "tool": shape({"name": {"const": "reportcheck"}, "version": TEXT}),
        "ruleset": shape({"id": TEXT, "version": TEXT, "digest": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}}),
        "reports": many(REPORT),
        "errors": many(shape({"path": TEXT, "message": TEXT})),
        "summary": shape({"reports": COUNT, "errors": COUNT, "findings": shape({"error": COUNT, "warning": COUNT, "info": COUNT})}),
    }
)

GROUPS = {
    "scope": ["not-a-report"],
    "structure": ["title", "achievements", "problems", "causes", "first-responsible", "plan", "signature", "date", "order", "numbering"],
    "leaders": ["organise", "decide", "enforce", "supervise", "judiciary", "train"],
    "outline": [f"{number:02d}" for number in range(4, 36)],
    "problems": ["count", "specific", "answered"],
    "plan": ["names-year", "concrete"],
    "figures": ["sum", "rate", "impossible-rate", "change", "subset", "conflict"],
    "wording": ["year", "placeholder", "stale", "duplicate", "date"],
    "citation": ["unknown-law", "not-yet-in-force", "outline-name"],
    "privacy": ["id-number", "phone", "bank-card", "secrecy-mark"],
}


@pytest.fixture
def result(run: Callable[..., Any], tmp_path: Path) -> dict[str, Any]:
    broken = tmp_path / "空.txt"
    broken.write_bytes(b"")
    notice = tmp_path / "通知.txt"
    notice.write_text("云岭县2024年法治政府建设工作要点\n" + "各单位要严格落实重大行政决策程序，抓好普法。\n" * 12, encoding="utf-8")
    loaded: dict[str, Any] = json.loads(run("check", *SAMPLES, broken, notice, "--format", "json").out)
    return loaded


def test_the_shape(result: dict[str, Any]) -> None:
    jsonschema.validate(result, RESULT)
    assert len(result["reports"]) == len(SAMPLES) + 1


def test_every_promised_rule_answers_once(result: dict[str, Any]) -> None:
    promised = {f"{group}.{name}" for group, names in GROUPS.items() for name in names}
    for report in result["reports"]:
        rules = [outcome["rule"] for outcome in report["outcomes"]]
        assert len(set(rules)) == len(rules)
        assert promised <= set(rules)


def keys(value: Any) -> set[str]:
    """Return the names of all fields; those of ``facts_from`` are names of facts."""
    if isinstance(value, list):
        return set().union(*map(keys, value))
    return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()


def test_every_field_and_every_rule_group_is_documented(result: dict[str, Any]) -> None:
    told = (Path(__file__).resolve().parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    report = result["reports"][0]
    assert {name for name in keys(result) if f"`{name}`" not in told} == set()
    ids = {outcome["rule"] for outcome in report["outcomes"]} - {f"{group}.{name}" for group, names in GROUPS.items() for name in names}
    assert {each for each in ids if f"`{each}`" not in told and not each.startswith("party.")} == set()
    assert len(ids) >= 10


def test_places_slice_back_to_the_file(result: dict[str, Any]) -> None:
    for path, report in zip(SAMPLES, result["reports"], strict=False):
        lines = path.read_text(encoding="utf-8").split("\n")
        shown = [evidence for outcome in report["outcomes"] for evidence in outcome["evidence"]]
        assert len(shown) > 20
        for evidence in shown:
            if evidence["line"] == evidence["end_line"]:
                words = lines[evidence["line"] - 1][evidence["column"] - 1 : evidence["end_column"] - 1]
                # Private numbers are shown with stars, names with 某.
                assert len(words) == len(evidence["text"])
                assert all(shown in (word, "*", "某") for word, shown in zip(words, evidence["text"], strict=True))


def test_sections_cover_the_file_in_order(result: dict[str, Any]) -> None:
    for path, report in zip(SAMPLES, result["reports"], strict=False):
        covered = [n for section in report["sections"] for n in range(section["line"], section["end_line"] + 1)]
        assert covered == sorted(covered)
        filled = {n for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if line.strip()}
        assert filled == set(covered)
        headings = {section["role"]: section["heading"] for section in report["sections"]}
        assert headings["plan"].startswith("四、")


def test_points_add_up(result: dict[str, Any]) -> None:
    for report in result["reports"]:
        score = report["score"]
        for name in ("points", "max_points"):
            assert sum(outcome[name] for outcome in report["outcomes"]) == pytest.approx(score[name])
            assert sum(dimension[name] for dimension in score["dimensions"]) == pytest.approx(score[name])
        if score["percent"] is not None:
            assert score["percent"] == pytest.approx(100 * score["points"] / score["max_points"], abs=0.01)


def test_the_summary_counts(result: dict[str, Any]) -> None:
    found = [finding["severity"] for report in result["reports"] for finding in report["findings"]]
    assert result["summary"]["findings"] == {name: found.count(name) for name in ("error", "warning", "info")}
    assert (result["summary"]["reports"], result["summary"]["errors"]) == (len(result["reports"]), 1)
    assert "只读出0个汉字" in result["errors"][0]["message"]


def test_values_and_items(result: dict[str, Any]) -> None:
    report = next(report for report in result["reports"] if "云岭" in report["path"])
    by_rule = {outcome["rule"]: outcome for outcome in report["outcomes"]}
    assert by_rule["problems.count"]["value"] == 4
    assert by_rule["plan.concrete"]["value"] == 5
    items = by_rule["problems.answered"]["items"]
    assert [item["text"][:4] for item in items] == ["（一）乡", "（二）决", "（三）执", "（四）数"]
    assert [item["line"] for item in items] == sorted(item["line"] for item in items)


def test_what_is_not_scored_has_no_percent(result: dict[str, Any]) -> None:
    notice = result["reports"][-1]
    assert notice["document"]["type"] == "other"
    assert notice["score"]["percent"] is None


def test_chinese_is_not_escaped(run: Callable[..., Any], good: Path) -> None:
    out = run("check", good, "--format", "json").out
    assert "\\u" not in out
    assert "云岭县人民政府" in out
