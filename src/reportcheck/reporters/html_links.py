"""Anchors of one report's page, and the marks in its text that they lead to."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reportcheck.document import Span
from reportcheck.outcome import Rejected, Status
from reportcheck.reporters.html_text import Mark, paragraph_id
from reportcheck.reporters.ranking import for_reading
from reportcheck.reporters.wording import place_words, shown_quote
from reportcheck.verdict import Finding, Report, Verdict

_LONGEST_MARK = 240
_REJECTED_SHOWN = 3
_LINKS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor on the page."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Links:
    """Names every anchor of one report once; ``prefix`` keeps several reports apart."""

    report: Report
    prefix: str
    paragraphs: list[Span]

    def rule(self, rule_id: str) -> str:
        """Return the anchor of a rule's row."""
        return f"{self.prefix}-{rule_id}"

    def finding(self, number: int) -> str:
        """Return the anchor of a finding."""
        return f"{self.prefix}-f{number}"

    def paragraph(self, span: Span) -> Link:
        """Link to the paragraph in which a span begins."""
        paragraphs = self.paragraphs
        at = max(bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1, 0)
        href = paragraph_id(paragraphs[at], self.prefix) if paragraphs else self.prefix
        return Link(place_words(self.report.document, span), href)

    def _to_mark(self, span: Span, mark: str) -> Link:
        link = self.paragraph(span)
        return Link(link.words, mark) if self.report.document.quote(span).strip() else link

    def found(self, number: int, finding: Finding) -> Link:
        """Link from a finding to its place in the text."""
        link = self.paragraph(finding.span)
        return Link(link.words, f"{self.finding(number)}-t") if _is_marked(self.report, finding) else link

    def rejected(self, verdict: Verdict) -> list[tuple[Rejected, Link]]:
        """Link to the words that were considered and do not count."""
        shown = _shown_rejected(verdict)
        anchor = self.rule(verdict.rule.id)
        return [(r, self._to_mark(r.span, f"{anchor}-n{index}")) for index, r in enumerate(shown, 1)]

    def evidence(self, verdict: Verdict) -> list[Link]:
        """Link to a rule's evidence; further words of the same line are only numbered."""
        links: list[Link] = []
        last, count = "", 0
        for index, evidence in enumerate(verdict.outcome.evidence[:_LINKS_SHOWN], 1):
            link = self._to_mark(evidence.span, f"{self.rule(verdict.rule.id)}-e{index}")
            count = count + 1 if link.words == last else 1
            links.append(link if count == 1 else Link(_circled(count), link.href))
            last = link.words
        return links

    def marks(self) -> Iterator[Mark]:
        """Yield everything that is marked in the text."""
        for number, verdict in enumerate(self.report.verdicts, 1):
            anchor, title = self.rule(verdict.rule.id), verdict.rule.title
            for index, evidence in enumerate(verdict.outcome.evidence, 1):
                yield Mark(f"{anchor}-e{index}", "evidence", evidence.span, str(number), anchor, title)
            for index, rejected in enumerate(_shown_rejected(verdict), 1):
                yield Mark(f"{anchor}-n{index}", "rejected", rejected.span)
        for number, finding in enumerate(for_reading(self.report.findings), 1):
            if _is_marked(self.report, finding):
                anchor = self.finding(number)
                yield Mark(f"{anchor}-t", "finding", finding.span, f"问{number}", anchor, finding.rule.title)


def _shown_rejected(verdict: Verdict) -> tuple[Rejected, ...]:
    """Only a rule that is not met has to explain what does not count."""
    wanting = verdict.outcome.status in (Status.UNMET, Status.PARTIAL)
    return verdict.outcome.rejected[:_REJECTED_SHOWN] if wanting else ()


def _circled(count: int) -> str:
    return chr(ord("①") + count - 1)


def _is_marked(report: Report, finding: Finding) -> bool:
    """Long passages are linked to but not marked: a page of underlined text shows nothing."""
    quote = shown_quote(report, finding)
    return 0 < len(quote) <= _LONGEST_MARK and "\n" not in quote
