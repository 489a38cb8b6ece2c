"""The rule book: a rule set as a document for those who apply it, generated from the rules."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

import reportcheck.reporters
from reportcheck.outcome import Status, Strength
from reportcheck.reporters.wording import LEVELS, SEVERITIES, STATUSES, STRENGTHS, SUBJECTS, basis_words
from reportcheck.rule import AppliesTo, Example, Group, Rule, RuleSet, Source
from reportcheck.structure.roles import ROLE_TITLES, Role
from reportcheck.trace.judging import Judging, Words
from reportcheck.trace.plain import judging
from reportcheck.trace.words import decimal, listed, without_digits

FORMATS = ("html", "md")
_FEW = 8
_MANY = 3
"""A word list that so many rules use is told once."""
_MARKDOWN = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>|#~"})


class Shown(NamedTuple):
    """An example as the book shows it."""

    text: str
    status: str
    words: str
    """The status in words, with the strength where it is stated."""
    where: str
    """In which part, and of whom, where that is not the usual."""


@dataclass(frozen=True)
class Entry:
    """One rule's part of the book."""

    rule: Rule
    severity: str
    basis: tuple[str, ...]
    asked: str
    judging: Judging
    good: tuple[Shown, ...]
    bad: tuple[Shown, ...]
    cap: str


@dataclass(frozen=True)
class Chapter:
    """A group of rules."""

    group: Group
    weight: float
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Book:
    """A rule set, told; ``shared`` are the word lists that many rules use, told once."""

    ruleset: RuleSet
    chapters: tuple[Chapter, ...]
    sources: tuple[tuple[Source, tuple[Rule, ...]], ...]
    weight: float
    shared: tuple[Words, ...]

    def number(self, words: Words) -> int:
        """Return which of the shared lists this is, from 1; 0 where it is the rule's own."""
        return next((at for at, each in enumerate(self.shared, 1) if each.terms == words.terms), 0)


def book(ruleset: RuleSet) -> Book:
    """Put a rule set into the order and words of the book."""
    caps = {veto.rule: veto.cap for veto in ruleset.vetoes}
    chapters = tuple(chapter for group in ruleset.groups if (chapter := _chapter(group, ruleset, caps)).entries)
    sources = tuple(
        (source, tuple(rule for rule in ruleset.rules if any(basis.source == source.id for basis in rule.basis)))
        for source in ruleset.sources
    )
    return Book(ruleset, chapters, sources, sum(chapter.weight for chapter in chapters), _shared(chapters))


def _shared(chapters: Iterable[Chapter]) -> tuple[Words, ...]:
    used = [words for chapter in chapters for entry in chapter.entries for words in entry.judging.words]
    counts = Counter(words.terms for words in used)
    first = {words.terms: words for words in reversed(used)}
    return tuple(first[terms] for terms, count in counts.items() if count >= _MANY)


def render(ruleset: RuleSet, fmt: str) -> str:
    """Write the book as ``html`` (one page that needs nothing else) or ``md``."""
    text = _environment().get_template(f"rulebook.{fmt}").render(book=book(ruleset))
    return text.rstrip() + "\n"


def _chapter(group: Group, ruleset: RuleSet, caps: Mapping[str, str]) -> Chapter:
    rules = [rule for rule in ruleset.rules if rule.group == group.id]
    return Chapter(group, sum(rule.weight for rule in rules), tuple(_entry(rule, caps.get(rule.id, "")) for rule in rules))


def _entry(rule: Rule, cap: str) -> Entry:
    shown = [_shown(example) for example in rule.examples]
    return Entry(
        rule=rule,
        severity=SEVERITIES[rule.severity],
        basis=tuple(map(basis_words, rule.basis)),
        asked=asked_words(rule.applies_to),
        judging=judging(rule),
        good=tuple(each for each in shown if each.status == Status.MET),
        bad=tuple(each for each in shown if each.status != Status.MET),
        cap=cap,
    )


def asked_words(applies_to: AppliesTo) -> str:
    """Say who must tell this: 省级、市级的政府."""
    levels = "、".join(LEVELS.get(level, level) for level in applies_to.levels)
    subjects = "、".join(SUBJECTS.get(subject, subject) for subject in applies_to.subjects)
    who = f"{levels}的{subjects}" if levels and subjects else f"{levels}各类单位" if levels else subjects or "各级各类单位"
    years = f"，{applies_to.years[0]}—{applies_to.years[1]}年度" if applies_to.years else ""
    others = "；别的单位不按这一条评" if applies_to.strict else ""
    return f"{who}{years}{others}"


def _shown(example: Example) -> Shown:
    strength = f"，{STRENGTHS[Strength(example.strength)]}" if example.strength else ""
    return Shown(example.text, example.status, STATUSES[Status(example.status)] + strength, "，".join(_where(example)))


def _where(example: Example) -> Iterator[str]:
    if example.part not in ("achievements", "report"):
        yield f"写在{ROLE_TITLES[Role(example.part)]}部分"
    if example.level != "county":
        yield f"{LEVELS.get(example.level, example.level)}的报告"
    if example.subject != "government":
        yield f"{SUBJECTS.get(example.subject, example.subject)}的报告"


def _few(terms: tuple[str, ...]) -> str:
    return listed(terms, _FEW)


def _more(terms: tuple[str, ...]) -> str:
    """Return all terms where ``few`` does not show them all."""
    known = without_digits(terms)
    return "、".join(known) if len(known) > _FEW else ""


def _plain_markdown(text: str) -> str:
    return text.translate(_MARKDOWN)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    templates = Path(reportcheck.reporters.__file__).parent / "templates"
    environment = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., str]] = {"few": _few, "more": _more, "points": decimal, "plain": _plain_markdown}
    environment.filters.update(filters)
    return environment
