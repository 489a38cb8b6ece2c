"""Write what each sample draft is expected to get: samples/<name>.expected.yaml.

    python scripts/build_expected.py [--check]

Read the difference before committing it: these files say what the tool should
find in drafts that were written to be good, gappy and hollow. With ``--check``
nothing is written: exit 1 when a sample gets something else.
"""

import sys
from pathlib import Path

from reportcheck import Checker, Report, load_ruleset, read_document

ROOT = Path(__file__).resolve().parents[1]
HEAD = "# What the sample of this name gets; written by scripts/build_expected.py, read before it is committed.\n"


def expected(report: Report) -> str:
    """Return a report's facts, score and outcomes as YAML, one outcome a line."""
    facts = report.facts
    lines = [
        f"grade: {report.score.grade}",
        f"percent: {report.score.percent}",
        f"facts: {{type: {facts.type}, level: {facts.level}, subject: {facts.subject}, year: {facts.year}}}",
        f"roles: [{', '.join(part.role for part in report.parts)}]",
        "outcomes:",
    ]
    for verdict in report.verdicts:
        strength = f" {verdict.outcome.strength}" if verdict.outcome.strength else ""
        lines.append(f"  {verdict.rule.id}: {verdict.outcome.status}{strength}")
    return HEAD + "\n".join(lines) + "\n"


def main(argv: list[str]) -> int:
    """Write or compare."""
    checker = Checker(load_ruleset("national-2021-2025"))
    stale = []
    for sample in sorted((ROOT / "samples").glob("*.txt")):
        target = sample.with_suffix(".expected.yaml")
        text = expected(checker.check(read_document(sample)))
        if "--check" not in argv:
            target.write_text(text, encoding="utf-8", newline="\n")
        elif not target.is_file() or target.read_text(encoding="utf-8") != text:
            stale.append(target.name)
    for name in stale:
        print(f"stale: samples/{name} (read the difference, then run scripts/build_expected.py)")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
