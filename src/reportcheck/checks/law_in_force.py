"""Is a law told of as applied before it was in force in the reported year? It has no parameters."""

from typing import Any

from reportcheck.checks.law_titles import titles
from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.laws import Law, laws
from reportcheck.laws.nearest import bare
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading, Sentence
from reportcheck.structure.roles import Role
from reportcheck.text.dates import day_words
from reportcheck.text.patterns import Pattern
from reportcheck.text.tense import Tense

PARAMS: dict[str, Any] = params_schema({})
_WORK = frozenset({Role.ACHIEVEMENTS, Role.FIRST_RESPONSIBLE})
_NOT_YET = Pattern(r"即将|将于|起施行|正式施行前|施行前|实施前|草案|征求|意见稿|修订|制定|立法|拟|建议|预热")
_STUDY = Pattern(r"学习|宣传|宣讲|培训|解读|研讨|讲座|专题|新颁布|新出台|新公布|贯彻|准备")
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Unmet where the year's work rests on a law that was published only later; partial where it was published, not in force."""
    year = reading.facts.year
    if year is None:
        return Outcome(Status.NOT_APPLICABLE)
    faults, sound = [], []
    for cited in titles(reading):
        law = laws().get(bare(cited.title))
        at = reading.sentence_at(cited.span.start)
        if law is None or at is None or not law.effective:
            continue
        sentence = reading.sentences[at]
        status = _status(law, year, reading, sentence) if _is_told(reading, sentence, cited.span.start) else None
        if status is None:
            sound.append(cited.span)
        else:
            slots = {"title": cited.title, "published": day_words(law.published), "effective": day_words(law.effective), "year": str(year)}
            faults.append(Fault(cited.span, slots, status))
    return judged(faults, sound)


def _is_told(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Tell whether the clause around an offset tells what the year's work was."""
    clause = next((each for each in sentence.clauses if each.span.start <= at < each.span.end), None)
    return reading.role_of(sentence) in _WORK and clause is not None and clause.tense is Tense.DONE


def _status(law: Law, year: int, reading: Reading, sentence: Sentence) -> Status | None:
    words = reading.words(sentence.span)
    last = f"{year}-12-31"
    if not law.new or law.effective <= last or _NOT_YET.search(words):
        return None
    if law.published > last:
        return Status.UNMET
    return None if _STUDY.search(words) else Status.PARTIAL
