"""Pages around a text, for every test that wants a report as a web page."""

import html
import re
from collections.abc import Callable, Iterable
from pathlib import Path

LAYOUTS = sorted((Path(__file__).parent / "readers" / "html" / "layouts").glob("*.html"))
_TITLE = re.compile(r"^.{4,50}(?:报告|总结|情况)$")


def clean(text: str) -> bytes:
    """Return a bare page: the text and nothing else."""
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{_each('<p>{}</p>', _filled(text))}</body></html>"
    return page.encode()


def furnished(text: str) -> bytes:
    """Return a page of a site: navigation, info line, tools, related articles, footer."""
    return laid_out(next(path for path in LAYOUTS if path.stem == "trs"), text)


def laid_out(layout: Path, text: str) -> bytes:
    """Put a text into a layout; where it has no title of its own, neither has the page."""
    shell = layout.read_text(encoding="utf-8")
    title, lines = split_title(text)
    for name, form in _FORMS.items():
        shell = shell.replace(f"{{{{{name}}}}}", form(lines)) if f"{{{{{name}}}}}" in shell else shell
    page = shell.replace("{{title}}", html.escape(title))
    return page.encode("gb18030" if re.search(r"charset=gb", page, re.IGNORECASE) else "utf-8")


def split_title(text: str) -> tuple[str, list[str]]:
    """Return the title that a text begins with, if it does, and the other lines."""
    lines = _filled(text)
    return (lines[0], lines[1:]) if _TITLE.match(lines[0]) else ("", lines)


def _filled(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _each(form: str, lines: Iterable[str], joint: str = "\n") -> str:
    return joint.join(form.format(html.escape(line, quote=False)) for line in lines)


def _cut(line: str, every: int) -> list[str]:
    return [html.escape(line[at : at + every], quote=False) for at in range(0, len(line), every)]


def _fonts(lines: list[str]) -> str:
    """Return lines that only <br> separates, in a soup of unclosed and crossing font tags."""
    soup = ["</b><font face=宋体>".join(f"<b>{part}</font>" for part in _cut(line, 17)) for line in lines]
    return "<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in soup)


def _spans(lines: list[str]) -> str:
    return "\n".join(
        '<p style="text-indent: 2em;">' + "".join(f'<span style="font-size: 16px;">{part}</span>' for part in _cut(line, 29)) + "</p>"
        for line in lines
    )


def _word(lines: list[str]) -> str:
    """Return paragraphs as Word saves them: source lines broken between any two characters, numbers in spans of their own."""
    return "\n\n".join(
        "<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><![if !supportLists]><span\nlang=EN-US></span><![endif]><span style='font-size:\n16.0pt'>"
        + re.sub(r"(\d+)", r"<span\nlang=EN-US>\1</span>", re.sub(r"(.{38,}?[^\d.](?=[^\d.]))", r"\1\n", html.escape(line, quote=False)))
        + "<span lang=EN-US><o:p></o:p></span></span></p>"
        for line in lines
    )


def _sections(lines: list[str]) -> str:
    """Return headings as <h3>, text as <p> with figures and pictures between."""
    heading = re.compile(r"^[一二三四五六七八九十]、.{2,40}$")
    return "\n<figure><img src='1.jpg'><figcaption></figcaption></figure>\n".join(
        f"<h3>{html.escape(line)}</h3>" if heading.match(line) and "。" not in line else f"<p>&emsp;&emsp;{html.escape(line)}</p>" for line in lines
    )


def _third(number: int) -> Callable[[list[str]], str]:
    return lambda lines: _each("<p>　　{}</p>", lines[len(lines) * number // 3 : len(lines) * (number + 1) // 3])


_FORMS: dict[str, Callable[[list[str]], str]] = {
    "paragraphs": lambda lines: _each('<p style="text-align:justify"><span style="font-family:宋体">　　{}</span></p>', lines, "\n\n"),
    "capitals": lambda lines: _each("<P align=left>&nbsp;&nbsp;&nbsp; <FONT size=3>{}</FONT>", lines, "\n"),
    "divs": lambda lines: _each('<div class="p"><div>&#12288;&#12288;{}</div></div>', lines, ""),
    "breaks": lambda lines: _each("&emsp;&emsp;{}", lines, "<br />\n<br/>"),
    "fonts": _fonts,
    "spans": _spans,
    "word": _word,
    "sections": _sections,
    "part1": _third(0),
    "part2": _third(1),
    "part3": _third(2),
}
