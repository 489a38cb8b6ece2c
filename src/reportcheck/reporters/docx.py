"""Word drafts with the findings as comments: a copy of each, with what is wrong written at its very words."""

from reportcheck.document import Span
from reportcheck.readers import reread
from reportcheck.readers.docx_comments import mark
from reportcheck.readers.office_binary import NOTE
from reportcheck.reporters.ranking import counts, for_reading
from reportcheck.reporters.way_words import way_lines
from reportcheck.reporters.wording import (
    SEVERITIES,
    basis_words,
    profile_basis,
    score_words,
    set_aside_words,
    suppression_words,
    who_words,
)
from reportcheck.rule import RuleSet
from reportcheck.structure.roles import Role
from reportcheck.verdict import Finding, Report
from reportcheck.word.commented import Line, Note, commented

_HOW_TO_ANSWER = "不适用或者已有说明的，请在那条批注下“答复”，以“不适用：”或“已说明：”开头写明理由，再检查时列为待批准的豁免。"
_LIMITS = "只检查写了什么：没有写到，不等于没有做。"


def commented_copy(report: Report, ruleset: RuleSet) -> bytes:
    """Return a Word draft with its findings as comments; raises UnreadableDocument where it has changed since it was read."""
    notes = [_summary(report, ruleset), *(_note(each) for each in for_reading(report.findings))]
    return commented(reread(report.document), report.document, notes)


def is_word(report: Report) -> bool:
    """Tell whether a report was read from a Word file as it is, not from an older format that was converted."""
    return report.document.format == "docx" and NOTE not in report.document.notes


def _summary(report: Report, ruleset: RuleSet) -> Note:
    scored = report.score.percent is not None
    head = f"检查结论：{score_words(report)}，{report.score.grade}" if scored else f"检查结论：{score_words(report)}"
    found = "，".join(f"{SEVERITIES[severity]} {count} 项" for severity, count in counts([report]).items())
    aside = set_aside_words(report.findings)
    told = [
        f"{who_words(report.facts)}（{profile_basis(report.facts)}）。" if scored else f"{who_words(report.facts)}。",
        f"{found}{f'；另有{aside}' if aside else ''}。",
        *way_lines(report, ruleset),
        *([_HOW_TO_ANSWER] if report.findings else []),
    ]
    closing = f"依据规则集《{ruleset.title}》（{ruleset.id} {ruleset.version}）。{_LIMITS}"
    return Note(_title(report), (Line(head, "strong"), *map(Line, told), Line(closing, "small")))


def _title(report: Report) -> Span:
    passages = [each for each in report.passages if each.role is not Role.NOISE]
    return next((each.span for each in passages if each.role is Role.TITLE), passages[0].span if passages else Span(0, 1))


def _note(finding: Finding) -> Note:
    rule = finding.rule
    lines = [Line(f"【{SEVERITIES[finding.severity]}】{rule.title}", "strong"), Line(finding.message), Line(f"怎么改：{finding.advice}")]
    if finding.suppression is not None:
        lines.insert(1, Line(f"{suppression_words(finding.suppression)}（不用改）"))
    if rule.basis:
        lines.append(Line(f"依据：{'；'.join(map(basis_words, rule.basis))}"))
    lines.append(Line(mark(rule.id, finding.fingerprint), "small"))
    return Note(finding.span, tuple(lines), (rule.id, finding.fingerprint))
