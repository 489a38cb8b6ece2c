"""A draft to be filled in, made from a rule set: every element that it asks of this body, as a prompt in its place."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from reportcheck.address import Address, address
from reportcheck.readers.docx_numerals import numeral
from reportcheck.rule import Rule, RuleSet
from reportcheck.skeleton.chapters import chapter_of
from reportcheck.structure.facts import Facts
from reportcheck.structure.roles import Role
from reportcheck.way.together import HEADINGS, written_part

PROMPT = "【填写：{}】"
"""What a prompt looks like; nothing inside counts as told (``structure.reading``), and none may be left (``placeholders``)."""


class Kind(Enum):
    """What a line of the draft is."""

    TITLE = "title"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    ADDRESSEE = "addressee"
    TEXT = "text"
    SIGNATURE = "signature"


class Line(NamedTuple):
    """One paragraph of the draft."""

    kind: Kind
    text: str


def skeleton(ruleset: RuleSet, facts: Facts) -> tuple[Line, ...]:
    """Return the draft's paragraphs for a body of these facts."""
    words = address(facts.profile, facts.level, facts.issuer, facts.region, facts.year)
    bound = [rule for rule in ruleset.rules if rule.applies_to.binds(facts.level, facts.subject, facts.year)]
    return tuple(_lines(bound, words))


def _lines(rules: list[Rule], words: Address) -> Iterator[Line]:
    yield Line(Kind.TITLE, f"{words.issuer}{words.year}年度法治政府建设年度报告")
    yield Line(Kind.ADDRESSEE, f"{PROMPT.format('主送机关')}：")
    yield Line(Kind.TEXT, f"{words.year}年，{words.own}推进法治政府建设，现将有关情况报告如下。")
    told = [rule for rule in rules if rule.check == "evidence"]
    bodies = {
        Role.ACHIEVEMENTS: _achievements([rule for rule in told if "doers" not in rule.params], words),
        Role.PROBLEMS: _part(rules, Role.PROBLEMS, words),
        Role.FIRST_RESPONSIBLE: _leaders([rule for rule in told if "doers" in rule.params], words),
        Role.PLAN: _part(rules, Role.PLAN, words),
    }
    for order, (role, heading) in enumerate(HEADINGS.items(), 1):
        year = f"{words.year}年" if role is Role.ACHIEVEMENTS else ""
        yield Line(Kind.FIRST, f"{_chinese(order)}、{year}{words.fill(heading)}")
        yield from bodies[role]
    yield Line(Kind.SIGNATURE, words.issuer)
    yield Line(Kind.SIGNATURE, PROMPT.format(f"{words.next}年××月××日"))


def _achievements(rules: Iterable[Rule], words: Address) -> Iterator[Line]:
    """Yield the items, by the chapter of the document that asks for them."""
    chapters: dict[str, list[Rule]] = {}
    for rule in rules:
        chapters.setdefault(chapter_of(rule), []).append(rule)
    for order, (title, of_chapter) in enumerate(chapters.items(), 1):
        yield Line(Kind.SECOND, f"（{_chinese(order)}）{title}")
        for number, rule in enumerate(of_chapter, 1):
            yield Line(Kind.THIRD, f"{number}.{rule.title}")
            yield Line(Kind.TEXT, _prompt(rule, words))


def _leaders(rules: Iterable[Rule], words: Address) -> Iterator[Line]:
    """Yield what the principal leaders did: in general, then duty by duty."""
    ordered = sorted(rules, key=lambda rule: rule.group != "structure")
    duties = [rule for rule in ordered if rule.group != "structure"]
    for rule in ordered[: len(ordered) - len(duties)]:
        yield Line(Kind.TEXT, _prompt(rule, words))
    for order, rule in enumerate(duties, 1):
        yield Line(Kind.SECOND, f"（{_chinese(order)}）{rule.title}")
        yield Line(Kind.TEXT, _prompt(rule, words))


def _part(rules: Iterable[Rule], role: Role, words: Address) -> Iterator[Line]:
    """Yield the lines of a part's frame; a number that opens one stays outside the prompt."""
    for rule in rules:
        if written_part(rule) is not role:
            continue
        for line in words.fill(rule.frame or rule.advice).split("\n"):
            mark, close, rest = line.partition("）")
            numbered = close and mark.startswith("（")
            yield Line(Kind.TEXT, f"{mark}{close}{PROMPT.format(rest)}" if numbered else PROMPT.format(line))


def _prompt(rule: Rule, words: Address) -> str:
    return PROMPT.format(" ".join(words.fill(rule.frame or rule.advice).split("\n")))


def _chinese(order: int) -> str:
    return numeral(order, "chineseCounting")
