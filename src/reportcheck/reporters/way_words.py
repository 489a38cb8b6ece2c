"""The shortest way to a pass, in words that every format shares."""

from typing import Any, NamedTuple

from reportcheck.document import Document
from reportcheck.reporters.wording import number, place_words
from reportcheck.rule import RuleSet
from reportcheck.verdict import Report
from reportcheck.way import Change, Way, shortest_way

_CLEARS = {"error": "必须改", "veto": "解除等次限制"}
_FILL_IN = "××处填本单位核实过的事实；没有做的，不要写。"


class Step(NamedTuple):
    """One step as people read it."""

    title: str
    rule: str
    gain: str
    where: str
    frame: str


class WayShown(NamedTuple):
    """The whole way as people read it."""

    headline: str
    mending: str
    steps: list[Step]
    fill_in: str


def way_shown(report: Report, ruleset: RuleSet) -> WayShown | None:
    """Return the way in words; None where there is no need."""
    way = shortest_way(report, ruleset)
    return None if way is None else WayShown(_headline(way), _mending(way), _steps(report, way), _FILL_IN)


def _steps(report: Report, way: Way) -> list[Step]:
    """Return what is to be written or rewritten, in order; what is merely to be corrected stands among the findings."""
    return [_step(report, each) for each in way.changes if each.spot.action != "mend"]


def _headline(way: Way) -> str:
    """Say it in a line: 补以下3处，60.1 → 71.8 分（合格 → 良好）."""
    mended = sum(each.places for each in way.changes if each.spot.action == "mend")
    written = sum(each.spot.action != "mend" for each in way.changes)
    what = "，".join([*([f"改正{mended}处差错"] if mended else []), *([f"补以下{written}处"] if written else [])])
    grade = f"{way.start_grade} → {way.grade}" if way.start_grade != way.grade else f"等次不变，{way.grade}"
    return f"{what}，{way.start:.1f} → {way.percent:.1f} 分（{grade}）"


def _mending(way: Way) -> str:
    """Say what is to be corrected first; empty where nothing is."""
    mends = [each for each in way.changes if each.spot.action == "mend"]
    if not mends:
        return ""
    titles = "、".join(each.rule.title for each in mends)
    return f"先改正“必须改”里的{sum(each.places for each in mends)}处差错（{titles}），共 +{number(sum(each.points for each in mends))} 分。"


def way_lines(report: Report, ruleset: RuleSet) -> list[str]:
    """Return the whole way as plain lines, for a comment; none where there is no need."""
    way = way_shown(report, ruleset)
    if way is None:
        return []
    told = [f"{order}. {each.title}（{each.gain}）：{each.where}。{each.frame}" for order, each in enumerate(way.steps, 1)]
    return [f"{way.headline}。", *filter(None, [way.mending]), *told, *([way.fill_in] if told else [])]


def way_fields(report: Report, ruleset: RuleSet) -> dict[str, Any] | None:
    """Return the way as plain values; None where there is no need."""
    way = shortest_way(report, ruleset)
    if way is None:
        return None
    document = report.document
    return {
        "from": round(way.start, 2),
        "to": round(way.percent, 2),
        "grade_from": way.start_grade,
        "grade_to": way.grade,
        "changes": [_fields(document, each) for each in way.changes],
    }


def _fields(document: Document, each: Change) -> dict[str, Any]:
    spot = each.spot
    return {
        "rule": each.rule.id,
        "also": [rule.id for rule in each.also],
        "action": spot.action,
        "places": each.places,
        "points": round(each.points, 2),
        "percent": round(each.percent, 2),
        "clears": list(each.clears),
        "relation": spot.relation,
        "line": document.place(spot.span).line,
        "heading": document.quote(spot.heading) if spot.heading else None,
        "new_part": spot.new_part or None,
        "frame": spot.frame,
    }


def _step(report: Report, each: Change) -> Step:
    clears = "".join(f"，{_CLEARS[name]}" for name in each.clears)
    gain = f"+{number(each.points)} 分，到 {each.percent:.1f} 分{clears}"
    return Step(each.rule.title, each.rule.id, gain, _where(report.document, each), each.spot.frame)


def _where(document: Document, each: Change) -> str:
    spot = each.spot
    place = place_words(document, spot.span)
    heading = f"“{document.quote(spot.heading)}”" if spot.heading else ""
    if spot.relation == "end":
        return "写在正文后面，文末"
    if spot.relation == "head":
        return "写在正文前面，文首"
    if spot.relation == "after":
        after = f"{heading}这一部分后面（{place}之后）" if heading else f"{place}之后"
        return f"在{after}另写一部分“{spot.new_part}”"
    if spot.relation == "at":
        return f"改写{place}{f'（{heading}下面）' if heading else ''}"
    if each.rule.check == "causes":
        return f"写在{f'{heading}（{place}）' if heading else place}下面每条不足的后面，一条一句"
    return f"写在{heading}（{place}）下面" if heading else f"写在{place}后面"
