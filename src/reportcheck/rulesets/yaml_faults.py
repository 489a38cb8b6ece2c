"""PyYAML's complaints in Chinese, each with what usually lies behind it."""

import re

import yaml

from reportcheck.errors import RuleSetError

_COLON = "冒号要用英文半角并在后面留一个空格；文字里含有“: ”就给整段文字加引号"
_INDENT = "检查这一行和上一行的缩进、冒号和引号；同一级的键要左对齐"

_FULLWIDTH_KEY = re.compile(r"\s*(?:- +)?[A-Za-z_]+：")

# Beginnings of what libyaml and PyYAML's own parser say; the first that fits is taken.
_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    ("found character", "文字以特殊字符开头", "给整段文字加引号"),
    ("mapping values are not allowed", "冒号的位置不对", _COLON),
    ("found unexpected end of stream", "引号没有闭合", "补上后一个引号；文字里有英文引号时，外面换用另一种引号"),
    ("found undefined alias", "以 * 或 & 开头的文字要加引号", '例如 "*文字"'),
    ("found unknown escape character", "双引号里的反斜杠用法不对", "改用单引号"),
    ("did not find expected ',' or", "方括号或花括号里缺逗号，或没有闭合", "各项之间用英文逗号隔开，最后补上括号"),
    ("expected ',' or", "方括号或花括号里缺逗号，或没有闭合", "各项之间用英文逗号隔开，最后补上括号"),
    ("did not find expected alphabetic", "以 * 或 & 开头的文字要加引号", '例如 "*文字"'),
    ("expected alphabetic", "以 * 或 & 开头的文字要加引号", '例如 "*文字"'),
    ("could not find expected ':'", "这里缺少冒号", _COLON),
    ("but found another document", "一个文件里只能有一份内容", "删去多余的“---”"),
    ("did not find expected", "缩进或格式不对", _INDENT),
    ("expected <block end>", "缩进或格式不对", _INDENT),
)


def syntax_fault(error: yaml.YAMLError, text: str, name: str) -> RuleSetError:
    """Return the error to show for what PyYAML could not parse."""
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return RuleSetError("YAML 格式有误", where=name, remedy=_INDENT)
    lines = text.split("\n")[: mark.line + 1]
    fullwidth = _fullwidth_colon(lines)
    if fullwidth:
        return RuleSetError("键后面的冒号是全角的", where=f"{name}:{fullwidth[0]}:{fullwidth[1]}", remedy=_COLON)
    if problem == "found unexpected end of stream":
        mark = getattr(error, "context_mark", None) or mark
    place = f"{name}:{mark.line + 1}:{mark.column + 1}"
    if lines[-1][mark.column : mark.column + 1] == "\t":
        return RuleSetError("缩进里有制表符（Tab）", where=place, remedy="缩进只用空格")
    what, remedy = _in_chinese(problem)
    return RuleSetError(what, where=place, remedy=remedy)


def _in_chinese(problem: str) -> tuple[str, str]:
    for beginning, what, remedy in _PROBLEMS:
        if problem.startswith(beginning):
            return what, remedy
    return "YAML 格式有误", _INDENT


def _fullwidth_colon(lines: list[str]) -> tuple[int, int] | None:
    # YAML stumbles only on the next line, over a colon that is right.
    for number, line in list(enumerate(lines, start=1))[-2:]:
        found = _FULLWIDTH_KEY.match(line)
        if found:
            return number, found.end()
    return None
