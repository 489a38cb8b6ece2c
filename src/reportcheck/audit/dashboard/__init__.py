"""The audit as an offline web site: a folder of pages that need neither a server nor a network."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reportcheck.audit.dashboard import first, pairs, requirements
from reportcheck.audit.dashboard.folder import Folder
from reportcheck.audit.dashboard.lists import Lists, lists
from reportcheck.audit.dashboard.overview import Overview, overview
from reportcheck.audit.dashboard.render import render
from reportcheck.audit.dashboard.stats import spread
from reportcheck.audit.dashboard.stored import rules_of
from reportcheck.audit.dashboard.trends import Trends, others_of, trends
from reportcheck.audit.dashboard.unit_page import Beside, unit_page
from reportcheck.audit.dashboard.units import Census, Unit, census
from reportcheck.audit.store import Store


class Site(NamedTuple):
    """What more than one page needs."""

    census: Census
    units: Mapping[str, Unit]
    requirements: list[requirements.Requirement]
    lists: Lists
    overview: Overview
    trends: Trends
    picks: list[first.Pick]
    pairs: list[pairs.Pair]
    clusters: list[list[Unit]]


def write(store: Store, folder: Path | str) -> None:
    """Write the site into a folder; files that are not the site's own are left alone."""
    site = _site(store)
    pages = dict.fromkeys(_names(site))
    target = Folder.open(Path(folder))
    target.claim(list(pages))
    for name, text in _pages(store, site):
        target.put(name, text)
    target.finish(list(pages))


def _site(store: Store) -> Site:
    found = census(store)
    units = found.by_path()
    asked = requirements.requirements(store, found)
    listed = lists(store, found)
    changed = trends(store, found)
    return Site(
        census=found,
        units=units,
        requirements=asked,
        lists=listed,
        overview=overview(found, asked, listed, changed),
        trends=changed,
        picks=first.picks(store, units),
        pairs=pairs.pairs(store, units),
        clusters=pairs.clusters(store, units),
    )


def _names(site: Site) -> Iterator[str]:
    yield from ("assets/style.css", "assets/site.js")
    yield from (f"charts/{name}.svg" for name in site.overview.charts)
    yield from (unit.href for unit in site.census.units)
    yield from (each.href for each in site.requirements)
    yield from (pair.href for pair in site.pairs if pair.page)
    yield from (f"{name}.html" for name in (*_TOP, "index"))


_TOP = ("units", "rules", "first", "pairs", "lists", "trends")


def _pages(store: Store, site: Site) -> Iterator[tuple[str, str]]:
    """Yield every file; the first page comes last, so that it never leads to what is not there yet."""
    yield "assets/style.css", render("site.css")
    yield "assets/site.js", render("site.js")
    for name, chart in site.overview.charts.items():
        yield f"charts/{name}.svg", render("chart.svg", chart=chart, root="../")
    yield from _unit_pages(store, site)
    for each, short, good in requirements.pages(store, site.requirements, site.census):
        yield each.href, _page("rule.html", site, "../", each=each, shortfalls=short, samples=good)
    for pair in site.pairs:
        if pair.page:
            yield pair.href, _page("pair.html", site, "../", pair=pair, passages=pairs.passages(store, pair))
    for name in (*_TOP, "index"):
        yield f"{name}.html", _page(f"{name}.html", site, "")


def _unit_pages(store: Store, site: Site) -> Iterator[tuple[str, str]]:
    rules, usual = rules_of(store), _usual(site.census)
    related, others = pairs.by_unit(site.pairs), others_of(site.census)
    for unit in site.census.units:
        like = usual.get((unit.level, unit.kind, unit.year), {})
        beside = Beside(like, related.get(unit.path, []), others[unit.path], site.units)
        yield unit.href, _page("unit.html", site, "../", page=unit_page(store, unit, rules.get(unit.row["ruleset"], {}), beside))


def _usual(found: Census) -> dict[tuple[str, str, int | None], dict[str, float]]:
    """Return the median share in each dimension among reports of the same level, kind and year."""
    shares: dict[tuple[str, str, int | None], dict[str, list[float]]] = {}
    for unit in found.units:
        if unit.counted:
            like = shares.setdefault((unit.level, unit.kind, unit.year), {})
            for name, share in unit.shares.items():
                like.setdefault(name, []).append(share)
    return {
        key: {name: lie.median for name, values in like.items() if (lie := spread(values)) is not None}
        for key, like in shares.items()
    }


def _page(template: str, site: Site, root: str, **values: Any) -> str:  # noqa: ANN401 - what templates show
    return render(template, site=site, root=root, **values)
