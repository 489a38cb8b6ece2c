"""A hand-made result: no reader, check or engine takes part in these tests."""

import hashlib

import pytest

from reportcheck.document import Block, Document, Piece, Span
from reportcheck.outcome import Evidence, Item, Outcome, Rejected, Status, Strength
from reportcheck.rule import Basis, Grade, Group, Rule, RuleSet, Source, Veto
from reportcheck.structure.facts import Facts
from reportcheck.structure.parts import Part
from reportcheck.structure.passages import Passage
from reportcheck.structure.roles import Role
from reportcheck.verdict import BatchResult, Dimension, Failure, Finding, Report, Score, Verdict

LINES = [
    ("云岭县人民政府2024年法治政府建设年度报告", Role.TITLE, True),
    ("2024年，云岭县人民政府依法行政，现将有关情况报告如下。", Role.PREFACE, False),
    ("一、主要举措和成效", Role.ACHIEVEMENTS, True),
    (
        "全年收到行政复议申请86件，审结80件，调解结案31件；<script>alert(1)</script>标记照原样显示。",
        Role.ACHIEVEMENTS,
        False,
    ),
    ("行政机关负责人出庭应诉25件，出庭率100%。政务公开深入推进。", Role.ACHIEVEMENTS, False),
    ("二、存在的问题", Role.PROBLEMS, True),
    ("一是少数执法人员办案不够规范。二是基层法治力量薄弱。", Role.PROBLEMS, False),
    ("三、2025年工作安排", Role.PLAN, True),
    ("开展执法案卷评查两次，将修订突发事件应急预案。", Role.PLAN, False),
    ("云岭县人民政府", Role.CLOSING, False),
    ("打印 关闭", Role.NOISE, False),
]
TEXT = "\n".join(line for line, _, _ in LINES)


def spot(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _line_spans() -> list[Span]:
    spans, at = [], 0
    for line, _, _ in LINES:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def make_document(path: str = "云岭县2024年.txt", fmt: str = "text") -> Document:
    spans = _line_spans()
    return Document(
        path=path,
        format=fmt,
        encoding="utf-8",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        text=TEXT,
        blocks=tuple(
            Block(span, furniture=role == Role.NOISE) for span, (_, role, _) in zip(spans, LINES, strict=True)
        ),
        pieces=tuple(Piece(span.start, line, 1, 1 if fmt == "pdf" else None) for line, span in enumerate(spans, 1)),
    )


def make_passages() -> tuple[Passage, ...]:
    return tuple(
        Passage(span, role, level=int(heading), heading=span if heading else None)
        for span, (_, role, heading) in zip(_line_spans(), LINES, strict=True)
    )


def make_parts() -> tuple[Part, ...]:
    parts: list[Part] = []
    for passage in make_passages():
        if parts and parts[-1].role == passage.role:
            parts[-1] = parts[-1]._replace(span=Span(parts[-1].span.start, passage.span.end))
        else:
            parts.append(Part(passage.role, passage.span, passage.heading))
    return tuple(parts)


def make_rule(rule_id: str, title: str, severity: str = "warning") -> Rule:
    return Rule(
        id=rule_id,
        title=title,
        requirement=f"报告应当写明{title}的情况，让上级看得出做了什么。",
        basis=(Basis("outline-2021", "法治政府建设实施纲要（2021—2025年）", "第七部分（二十二）"),),
        severity=severity,
        weight=1.0,
        check="evidence",
        params={},
        message={},
        advice=f"写明{title}做了什么，例如“全年办理××件”。",
    )


RULES = (
    make_rule("structure.achievements", "主要举措和成效", "error"),
    make_rule("structure.problems", "存在的不足", "error"),
    make_rule("structure.causes", "不足的原因", "error"),
    make_rule("structure.first-responsible", "第一责任人履职情况", "error"),
    make_rule("structure.plan", "下一年度安排", "error"),
    make_rule("outline.18", "提高突发事件依法处置能力"),
    make_rule("outline.22", "发挥行政复议化解行政争议主渠道作用"),
    make_rule("outline.23", "加强和规范行政应诉工作"),
    make_rule("outline.26", "加强对行政执法制约和监督"),
    make_rule("outline.27", "全面主动落实政务公开"),
    make_rule("problems.answered", "问题与安排对应"),
)
MET, PARTIAL, UNMET = Status.MET, Status.PARTIAL, Status.UNMET


def make_outcomes() -> dict[str, Outcome]:
    figure = Strength.FIGURE
    return {
        "structure.achievements": Outcome(MET, evidence=(Evidence(spot("一、主要举措和成效")),)),
        "structure.problems": Outcome(MET, evidence=(Evidence(spot("二、存在的问题")),)),
        "structure.causes": Outcome(UNMET, anchor=spot("二、存在的问题")),
        "structure.first-responsible": Outcome(UNMET),
        "structure.plan": Outcome(MET, evidence=(Evidence(spot("三、2025年工作安排")),)),
        "outline.18": Outcome(UNMET, Strength.ABSENT, rejected=(Rejected(spot("将修订突发事件应急预案"), "future"),)),
        "outline.22": Outcome(
            MET,
            figure,
            evidence=(
                Evidence(spot("收到行政复议申请86件，审结80件"), figure),
                Evidence(spot("审结80件，调解结案31件"), figure),
            ),
        ),
        "outline.23": Outcome(
            MET, figure, evidence=(Evidence(spot("审结80件"), figure), Evidence(spot("出庭率100%"), figure))
        ),
        "outline.26": Outcome(UNMET, Strength.ABSENT, rejected=(Rejected(spot("开展执法案卷评查两次"), "plan"),)),
        "outline.27": Outcome(PARTIAL, Strength.MENTION, evidence=(Evidence(spot("政务公开"), Strength.MENTION),)),
        "problems.answered": Outcome(
            PARTIAL,
            value=2.0,
            items=(
                Item(spot("少数执法人员办案不够规范"), MET, answered_by=spot("开展执法案卷评查两次")),
                Item(spot("基层法治力量薄弱"), UNMET),
            ),
        ),
    }


def make_finding(rule: Rule, outcome: Outcome, document: Document) -> Finding:
    spans = [evidence.span for evidence in outcome.evidence] or [outcome.anchor or spot(LINES[0][0])]
    return Finding(
        rule=rule,
        status=outcome.status,
        severity=rule.severity if outcome.status == UNMET else "info",
        message=f"没有写到{rule.title}。",
        advice=rule.advice,
        span=spans[0],
        place=document.place(spans[0]),
        quote=document.quote(spans[0]),
        fingerprint=hashlib.sha256(rule.id.encode()).hexdigest()[:16],
    )


def make_report(path: str = "云岭县2024年.txt", fmt: str = "text") -> Report:
    document, outcomes = make_document(path, fmt), make_outcomes()
    points = {MET: 2.0, PARTIAL: 1.0, UNMET: 0.0}
    findings = [
        make_finding(rule, outcomes[rule.id], document)
        for rule in RULES
        if outcomes[rule.id].status in (PARTIAL, UNMET)
    ]
    return Report(
        document=document,
        facts=Facts(
            type="rule-of-law-report",
            title=LINES[0][0],
            issuer="云岭县人民政府",
            region="云岭县",
            level="county",
            subject="government",
            year=2024,
            origin={"year": "text", "issuer": "text", "level": "option", "title": "text"},
        ),
        parts=make_parts(),
        passages=make_passages(),
        verdicts=tuple(Verdict(rule, outcomes[rule.id], points[outcomes[rule.id].status], 2.0) for rule in RULES),
        findings=tuple(reversed(findings)),
        score=Score(
            points=12.0,
            max_points=22.0,
            percent=54.545454,
            grade="不合格",
            dimensions=(
                Dimension("structure", "框架和五项内容", 6.0, 10.0),
                Dimension("outline", "纲要任务", 5.0, 10.0),
                Dimension("problems", "问题", 1.0, 2.0),
            ),
            capped_by=("structure.causes",),
        ),
    )


def make_ruleset() -> RuleSet:
    return RuleSet(
        id="national-2021-2025",
        title="法治政府建设年度报告检查规则",
        version="1.0.0",
        digest="sha256:" + "0" * 64,
        years=(2021, 2025),
        sources=(Source("outline-2021", "法治政府建设实施纲要（2021—2025年）", "中发〔2021〕33号"),),
        groups=(Group("structure", "框架和五项内容"), Group("outline", "纲要任务"), Group("problems", "问题")),
        grades=(Grade("合格", 60.0), Grade("不合格", 0.0)),
        vetoes=(Veto("structure.causes", "不合格"),),
        rules=RULES,
    )


@pytest.fixture
def report() -> Report:
    return make_report()


@pytest.fixture
def result(report: Report) -> BatchResult:
    return BatchResult((report,), (), make_ruleset())


@pytest.fixture
def batch(report: Report) -> BatchResult:
    """Several reports: one from a PDF, one that is no report at all, and a file that could not be read."""
    other = make_report("通知.txt")
    stranger = other._replace(
        facts=Facts(),
        findings=other.findings[:1],
        score=Score(points=0.0, max_points=0.0, percent=None, grade="", dimensions=()),
    )
    long_name = "临川湖市关于报送二〇二四年度法治政府建设情况的报告（最终审定稿第三次修改）.pdf"
    reports = (report, make_report(long_name, "pdf"), stranger)
    return BatchResult(reports, (Failure("扫描件.pdf", "没有读出文字，可能是扫描件"),), make_ruleset())
