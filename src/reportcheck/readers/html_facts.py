"""What a page states of its article: title, day of publication, source, document number."""

import re
from collections.abc import Iterable, Mapping

from reportcheck.text.dates import stated_day
from reportcheck.text.fold import fold

_TITLES = ("articletitle", "title", "og:title")
_DAYS = ("pubdate", "publishdate", "pubtime", "publishtime", "publishedtime", "firstpublishedtime", "article:published_time", "date", "others")
_SOURCES = ("contentsource", "source", "article:author")
_LONG = 80
_SITE = re.compile(r"\s*[_|]\s*|\s+[-]+\s+|--+|-(?=[^-_|，。]*(?:网|网站|政府|[厅局委办]|平台)$)")
_REPORT = re.compile(r"(?:法治|依法行政).{0,40}(?:报告|总结|情况)")
_PUBLISHED = re.compile(r"(?:发布|公开|发文|生成|公布|上网|更新)?(?:日期|时间)\s*[:】]\s*[\[(]?\s*(?P<day>20\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2})")
_OWN_DAY = re.compile(r"(?:成文|印发|签发|起草|施行|实施|生效|失效|废止)$")
_SOURCE = re.compile(r"来源\s*[:】]\s*(?P<name>[^\s|【\[:]{2,30})(?=\s|$|[|【\[])")
_NUMBER = re.compile(r"(?:发文字号|文号|文件编号)\s*[:：】]?\s*(?P<number>[^\s\d:：】]{1,12}[〔\[(]20\d\d[〕\])]\s*第?\d+号)")
_STAMP = re.compile(r"^[\[(]?\s*20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\])]?(?=\s|$)")


def stated_title(meta: Mapping[str, str]) -> str:
    """Return the article's title without the site's name, or nothing."""
    named = next((meta[name] for name in _TITLES if meta.get(name)), "")
    parts = [part.strip() for text in (named, meta.get("", "")) for part in _SITE.split(text) if len(part) <= _LONG]
    return next((part for part in parts if _REPORT.search(part)), named if len(named) <= _LONG else "")


def is_info(text: str) -> bool:
    """Tell a line that names the article's day, source or number."""
    folded = fold(text)
    return bool(_published(folded) or _SOURCE.search(folded) or _NUMBER.search(text))


def is_stamp(text: str) -> bool:
    """Tell a line that begins with a day in figures, as stands below titles and in lists of news."""
    return bool(_STAMP.match(fold(text).strip()))


def stated(meta: Mapping[str, str], title: str, info: Iterable[str]) -> dict[str, str]:
    """Return title, published (ISO), source and doc_number as far as the page states them."""
    lines = [fold(line) for line in info]
    days = [meta.get(name, "") for name in _DAYS]
    stamps = [found.group() for line in lines if (found := _STAMP.match(line.strip()))]
    facts = {
        "title": title,
        "published": next(filter(None, map(stated_day, [*days, *map(_published, lines), *stamps])), ""),
        "source": next((meta[name] for name in _SOURCES if meta.get(name)), "") or _first(_SOURCE, "name", lines),
        "doc_number": _first(_NUMBER, "number", info),
    }
    return {name: value for name, value in facts.items() if value}


def _published(folded: str) -> str:
    days = (found for found in _PUBLISHED.finditer(folded) if not _OWN_DAY.search(folded[: found.start()]))
    return next(filter(None, (stated_day(found.group("day")) for found in days)), "")


def _first(pattern: re.Pattern[str], group: str, lines: Iterable[str]) -> str:
    return next((found.group(group) for line in lines if (found := pattern.search(line))), "")
