"""The pages of an OFD package: which files hold them, and what else is drawn on them."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.errors import UnreadableDocument
from reportcheck.readers.ofd_text import named, numbers, runs_of
from reportcheck.readers.package import Package
from reportcheck.readers.page_lines import Page, Run
from reportcheck.readers.xml import parse

MAX_PAGES = 2_000
MAX_CHARACTERS = 3_000_000
_A4 = (0.0, 0.0, 210.0, 297.0)
_COVERS = 0.5
_RESAVE = "请重新导出或重新下载；打不开就请报送单位重新发送"


class OfdPage(NamedTuple):
    """One page: its text, and whether a picture covers most of it."""

    sheet: Page
    picture: bool = False


class _Body(NamedTuple):
    """One document of the package: where its main file lies, and what that says."""

    folder: str
    root: Element
    templates: Mapping[str, Element]
    notes: Mapping[str, tuple[Element, ...]]
    """Page id -> what was put on the page afterwards (stamps, marks, watermarks)."""


def ofd_pages(package: Package, path: str) -> Iterator[OfdPage]:
    """Yield the pages of all documents in the package, counted through."""
    number, characters = 0, 0
    for body in _bodies(package, path):
        contents = [(page, _part(package, path, _resolved(body.folder, page.get("BaseLoc", "")))) for page in _pages(body)]
        times = Counter(_template_ids(content) for _, content in contents)
        for page, content in contents:
            number += 1
            shared = times[_template_ids(content)] > 1
            found = _page(body, content, body.notes.get(page.get("ID", ""), ()), number, shared=shared)
            characters += sum(len(run.text) for run in found.sheet.runs)
            if number > MAX_PAGES or characters > MAX_CHARACTERS:
                raise UnreadableDocument(f"超过{MAX_PAGES}页或{MAX_CHARACTERS // 10_000}万字", where=path, remedy="请只交报告正文")
            yield found
    if not number:
        raise UnreadableDocument("OFD里没有一页正文", where=path, remedy=_RESAVE)


def _bodies(package: Package, path: str) -> Iterator[_Body]:
    entry = _part(package, path, "OFD.xml")
    for body in named(entry, "DocBody"):
        location = _current_version(package, path, body) or next((_told(root) for root in named(body, "DocRoot")), "")
        if not location:
            continue
        name = _resolved("", location)
        root, folder = _part(package, path, name), posixpath.dirname(name)
        templates = {
            template.get("ID", ""): _part(package, path, _resolved(folder, template.get("BaseLoc", "")))
            for template in named(root, "TemplatePage")
        }
        yield _Body(folder, root, templates, _annotations(package, path, folder, root))


def _current_version(package: Package, path: str, body: Element) -> str:
    """Return where the document of the version in force lies, if the package keeps several."""
    for version in named(body, "Version"):
        if version.get("Current", "").lower() in ("true", "1"):
            name = _resolved("", version.get("BaseLoc", ""))
            roots = named(_part(package, path, name), "DocRoot") if package.has(name) else iter(())
            return next((_resolved(posixpath.dirname(name), _told(root)) for root in roots), "")
    return ""


def _pages(body: _Body) -> list[Element]:
    pages = next(named(body.root, "Pages"), None)
    return [] if pages is None else list(named(pages, "Page"))


def _annotations(package: Package, path: str, folder: str, root: Element) -> Mapping[str, tuple[Element, ...]]:
    found: dict[str, tuple[Element, ...]] = {}
    for listed in named(root, "Annotations"):
        name = _resolved(folder, _told(listed))
        if not package.has(name):
            continue
        for page in named(_part(package, path, name), "Page"):
            for place in named(page, "FileLoc"):
                member = _annotation_file(package, posixpath.dirname(name), folder, _told(place))
                if member:
                    key = page.get("PageID", "")
                    found[key] = (*found.get(key, ()), _part(package, path, member))
    return found


def _annotation_file(package: Package, near: str, folder: str, place: str) -> str:
    """Return the member that a place names: programs count it from the list's folder or from the document's."""
    return next((name for name in (_resolved(near, place), _resolved(folder, place)) if package.has(name)), "")


def _page(body: _Body, content: Element, notes: tuple[Element, ...], number: int, *, shared: bool) -> OfdPage:
    box = _box(content) or _box(body.root) or _A4
    templates = [body.templates[key] for key in _template_ids(content) if key in body.templates]
    drawn = [run for template in templates for run in runs_of(template, box)]
    aside: list[Run] = [run for note in notes for run in runs_of(note, box)]
    # What several pages share is the sheet; a template of one page may hold the words of a form.
    runs = [*([] if shared else drawn), *runs_of(content, box)]
    picture = any(_covers(image, box) for root in (content, *templates) for image in named(root, "ImageObject"))
    return OfdPage(Page(number, box[2], box[3], runs, [*drawn, *aside] if shared else aside), picture)


def _template_ids(content: Element) -> tuple[str, ...]:
    return tuple(template.get("TemplateID", "") for template in named(content, "Template"))


def _box(root: Element) -> tuple[float, float, float, float] | None:
    for box in named(root, "PhysicalBox"):
        values = numbers(box.text or "")
        if len(values) == len(_A4) and values[2] > 0 and values[3] > 0:
            return values[0], values[1], values[2], values[3]
    return None


def _covers(image: Element, box: tuple[float, float, float, float]) -> bool:
    values = numbers(image.get("Boundary", ""))
    return len(values) == len(box) and values[2] * values[3] > _COVERS * box[2] * box[3]


def _part(package: Package, path: str, name: str) -> Element:
    return parse(package.read(name), path, name)


def _told(element: Element) -> str:
    return (element.text or "").strip()


def _resolved(folder: str, location: str) -> str:
    """Return the member that a location means: from the package's root if it begins with a slash."""
    location = location.strip().replace("\\", "/")
    joined = location if location.startswith("/") else posixpath.join("/", folder, location)
    return posixpath.normpath(joined).lstrip("/")
