"""Readers of our own formats: what each tells of the findings, as plain values."""

import csv
import io
import json
import re
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from reportcheck.reporters.wording import SEVERITIES, SUPPRESSIONS, place_words

_LEVELS = {"error": "error", "warning": "warning", "note": "info"}
_NAMES = {words: severity for severity, words in SEVERITIES.items()}
_KINDS = {words: kind for kind, words in SUPPRESSIONS.items()}


class Told(NamedTuple):
    """A finding as a format tells it; ``place`` is as exact as the format is."""

    path: str
    rule: str
    severity: str
    place: str
    aside: str


def expected(result, place=lambda finding, _report: f"{finding.place.line}:{finding.place.column}"):
    return sorted(
        Told(report.document.path, finding.rule.id, finding.severity, place(finding, report), finding.suppression.kind if finding.suppression else "")
        for report in result.reports
        for finding in report.findings
    )


def in_words(finding, report):
    return place_words(report.document, finding.span)


def from_json(text):
    return sorted(
        Told(report["path"], each["rule"], each["severity"], f"{each['line']}:{each['column']}", (each["suppression"] or {}).get("kind", ""))
        for report in json.loads(text)["reports"]
        for each in report["findings"]
    )


def from_sarif(text):
    return sorted(_sarif_result(each) for run in json.loads(text)["runs"] for each in run["results"] if "partialFingerprints" in each)


def _sarif_result(each):
    place = each["locations"][0]["physicalLocation"]
    aside = [one["properties"]["kind"] for one in each.get("suppressions", [])]
    where = f"{place['region']['startLine']}:{place['region']['startColumn']}"
    return Told(unquote(place["artifactLocation"]["uri"]), each["ruleId"], _LEVELS[each["level"]], where, "".join(aside))


def from_junit(text):
    told = []
    for case in ET.fromstring(text).iter("testcase"):  # noqa: S314 - our own output
        for tag in case:
            for line in (tag.text or "").splitlines():
                path, row, column, severity, rest = line.split(":", 4)
                mark = re.search(r"［(已豁免|基线里已有)：", rest)
                told.append(Told(path, case.get("name").split()[0], severity.strip(), f"{row}:{column}", _KINDS[mark[1]] if mark else ""))
    return sorted(told)


def from_github(text):
    told = []
    for line in text.splitlines():
        _, properties, message = line.removeprefix("::").partition(" ")[0], *line.partition(" ")[2].split("::", 1)
        fields = dict(each.split("=", 1) for each in properties.split(","))
        title = fields["title"].replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        severity, _, aside = re.search(r"（([^（，]+)(，(.+))?）$", title).groups()
        rule = re.search(r"［([a-z.0-9-]+)］$", message)[1]
        told.append(Told(fields["file"], rule, _NAMES[severity], fields["line"], _KINDS.get(aside, "")))
    return sorted(told)


def from_gitlab(text):
    told = []
    for each in json.loads(text):
        begin = each["location"]["positions"]["begin"]
        mark = re.match(r"［(已豁免|基线里已有)：", each["description"])
        aside = _KINDS[mark[1]] if mark else ""
        severity = {"critical": "error", "minor": "warning", "info": "info"}[each["severity"]]
        told.append(Told(each["location"]["path"], each["check_name"], severity, f"{begin['line']}:{begin['column']}", aside))
    return sorted(told)


def from_csv(data):
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return sorted(Told(row["文件"], row["规则编号"], _NAMES[row["级别"]], f"{row['行']}:{row['列']}", _KINDS.get(row["处理"], "")) for row in rows)


def from_markdown(text):
    told, path, wide = [], "", 0
    for line in text.splitlines():
        if line.startswith("### "):
            path = line[4:]
        elif line.startswith("| 级别"):
            wide = line.count("|")
        elif line.startswith("| ") and line.split(" | ")[0][2:] in _NAMES and path != "豁免和基线要整理":
            severity, place, rule, *rest = re.split(r"(?<!\\) \| ", line[2:-2])
            aside = _KINDS[rest[-1].split("：")[0]] if wide == 6 else ""
            told.append(Told(path, re.search(r"（([^（]+)）$", rule)[1], _NAMES[severity], place, aside))
    return sorted(told)


def from_html(text):
    """Places are shown where there is one; findings that hang on the title have none."""
    told = []
    for sheet in re.split(r'class="sheet"', text)[1:]:
        path = re.search(r'<p class="file">(.*?)</p>', sheet)[1]
        for severity, article in re.findall(r'<article class="fault (\w+)[^>]*>(.*?)</article>', sheet, re.DOTALL):
            place = re.search(r'<dt>(?:位置|补写处)</dt><dd><a href="[^"]*">(.*?)</a>', article)
            aside = re.search(r'<p class="waived">([^：]+)：', article)
            rule = re.search(r'<span class="id">([^<]+)<', article)[1]
            told.append(Told(unescape(path), rule, severity, place[1] if place else "", _KINDS[aside[1]] if aside else ""))
    return sorted(told)


def from_terminal(text):
    """The Outline's items are listed by number, without their own place."""
    told, path, severity = [], "", ""
    for line in text.splitlines():
        head = re.match(r"[×●√]  .*?  (?:\S+  )?(\S+\.\w+)（", line)
        path = head[1] if head else path
        block = re.match(r"(必须改|应当改|可改进|.*?（不计入退出码).*─", line)
        severity = (block[1] if block else severity) if not line.startswith("豁免和基线") else ""
        found = re.match(r"(?: {3}(\d\d) |\d+\. .*?（(\S+?)）  ([a-z]+\.[a-z0-9-]+)  (\S+)$)", line)
        if found and severity in _NAMES:
            told.append(Told(path, f"outline.{found[1]}" if found[1] else found[3], _NAMES[severity], found[4] or "", ""))
        elif found and severity:
            told.append(Told(path, found[3], _NAMES[found[2]], found[4], "aside"))
    return sorted(told)
