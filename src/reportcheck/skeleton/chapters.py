"""Headings for the chapters of the Outline 2021-2025 as reports word them; an item of another source has its own."""

import re

from reportcheck.rule import Rule

_CHAPTER = re.compile(r"第[一二三四五六七八九十]+部分")
_HEADINGS = {
    "第二部分": "转变政府职能，优化营商环境",
    "第三部分": "健全制度体系",
    "第四部分": "规范行政决策",
    "第五部分": "严格规范公正文明执法",
    "第六部分": "依法应对突发事件",
    "第七部分": "预防和化解矛盾纠纷",
    "第八部分": "加强对行政权力的制约和监督",
    "第九部分": "建设数字法治政府",
    "第十部分": "加强组织领导和能力建设",
}


def chapter_of(rule: Rule) -> str:
    """Return the heading under which a rule's item is told."""
    for basis in rule.basis:
        found = _CHAPTER.match(basis.locator)
        if found and basis.source == "outline-2021":
            return _HEADINGS.get(found.group(), rule.title)
    return rule.title
