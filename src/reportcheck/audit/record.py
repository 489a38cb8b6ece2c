"""What an audit keeps of one checked report: rows for the tables of one report, small enough to send between machines."""

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reportcheck.audit.sentences import sentence_rows
from reportcheck.reporters.ranking import ranked
from reportcheck.structure.roles import Role
from reportcheck.verdict import Failure, Finding, Report

Row = tuple[Any, ...]
MAX_EVIDENCE = 3
_JUDGED = (Role.PREFACE, Role.ACHIEVEMENTS, Role.PROBLEMS, Role.FIRST_RESPONSIBLE, Role.PLAN)


class Record(NamedTuple):
    """Rows by table, without their ``path``, which only the store adds."""

    tables: Mapping[str, tuple[Row, ...]]


def record_of(report: Report, file_date: str | None = None) -> Record:
    """Return the rows of one report; ``file_date`` is the ISO date of its file."""
    return Record(
        {
            "report": (_report(report, file_date),),
            "dimension": tuple((d.id, d.title, _round(d.points), _round(d.max_points)) for d in report.score.dimensions),
            "outcome": tuple(_outcomes(report)),
            "evidence": tuple(_evidence(report)),
            "finding": tuple(_finding(number, each) for number, each in enumerate(ranked(report.findings), 1)),
            "text": ((_passages(report),),),
            "sentence": tuple(sentence_rows(report)),
        }
    )


def record_of_failure(failure: Failure) -> Record:
    """Return the row of an input that could not be read."""
    return Record({"failure": ((failure.message, int(failure.bug)),)})


def _report(report: Report, file_date: str | None) -> Row:
    facts, score = report.facts, report.score
    counted = [each.severity for each in report.findings]
    return (
        *(report.document.sha256, report.document.format, facts.type, facts.title, facts.issuer, facts.region, facts.level),
        *(facts.subject, facts.profile, facts.year, facts.doc_number, facts.signed_by, facts.signed_on),
        *(getattr(facts, "published", None), file_date, report.ruleset_id, _round(score.points), _round(score.max_points)),
        *(None if score.percent is None else _round(score.percent), score.grade),
        *(counted.count("error"), counted.count("warning"), counted.count("info"), _chinese(report)),
    )


def _chinese(report: Report) -> int:
    words = "".join(report.document.quote(each.span) for each in report.passages if each.role in _JUDGED)
    return sum("一" <= char <= "龥" for char in words)


def _outcomes(report: Report) -> Iterator[Row]:
    for each in report.verdicts:
        outcome = each.outcome
        strength = outcome.strength.value if outcome.strength else None
        yield (each.rule.id, outcome.status.value, strength, _round(each.points), _round(each.max_points), outcome.value)


def _evidence(report: Report) -> Iterator[Row]:
    for each in report.verdicts:
        for number, evidence in enumerate(each.outcome.evidence[:MAX_EVIDENCE], 1):
            place = report.document.place(evidence.span)
            yield (each.rule.id, number, place.line, place.column, place.page, report.document.quote(evidence.span))


def _finding(number: int, each: Finding) -> Row:
    place = each.place
    return (
        *(number, each.rule.id, each.severity, each.message, each.advice, place.line, place.column, place.end_line),
        *(place.end_column, place.page, place.paragraph, each.quote, each.fingerprint, None),
    )


def _passages(report: Report) -> bytes:
    document = report.document
    rows = []
    for each in report.passages:
        place = document.place(each.span)
        rows.append((each.role.value, place.line, place.page, document.quote(each.span)))
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def passages_in(data: bytes) -> list[tuple[str, int, int | None, str]]:
    """Return the passages of a row of ``text``: role, line, page, words."""
    return [(role, line, page, words) for role, line, page, words in json.loads(zlib.decompress(data))]


def _round(value: float) -> float:
    return round(float(value), 2)
