"""The pages of an OFD package: which files hold them, and what else is drawn on them."""

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.errors import UnreadableDocument
from reportcheck.readers.ofd_text import Box, named, numbers, runs_of
from reportcheck.readers.package import Package
from reportcheck.readers.page_lines import Page, Run
from reportcheck.readers.xml import parse

MAX_PAGES = 2_000
MAX_CHARACTERS = 3_000_000
_A4 = (0.0, 0.0, 210.0, 297.0)
_SMALLEST, _LARGEST = 1, 100_000  # millimetres
_COVERS = 0.5
_RESAVE = "请重新导出或重新下载；打不开就请报送单位重新发送"


class OfdPage(NamedTuple):
    """One page: its text, and whether a picture covers most of it."""

    sheet: Page
    picture: bool = False


class _Drawing(NamedTuple):
    """What one content file draws, whether a page, a template or an annotation."""

    runs: Sequence[Run]
    picture: bool
    box: Box | None
    templates: tuple[str, ...]


class _Body(NamedTuple):
    """One document of the package."""

    folder: str
    root: Element
    box: Box
    templates: Mapping[str, _Drawing]
    stamps: Mapping[str, Sequence[Run]]
    """Page id -> what was put on the page afterwards (stamps, marks, watermarks)."""


def ofd_pages(package: Package, path: str) -> Iterator[OfdPage]:
    """Yield the pages of all documents in the package, counted through."""
    number, characters = 0, 0
    for body in _bodies(package, path):
        drawings = [(page.get("ID", ""), _drawn(package, path, body, page)) for page in _pages(body, path)]
        times = Counter(template for _, drawing in drawings for template in drawing.templates)
        for key, drawing in drawings:
            number += 1
            found = _page(body, drawing, body.stamps.get(key, ()), number, times)
            characters += sum(len(run.text) for run in (*found.sheet.runs, *found.sheet.aside))
            if characters > MAX_CHARACTERS:
                raise UnreadableDocument(f"字数超过{MAX_CHARACTERS // 10_000}万", where=path, remedy="请只交报告正文")
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
        box = _box(root) or _A4
        templates = {
            template.get("ID", ""): _drawing(_part(package, path, _resolved(folder, template.get("BaseLoc", ""))), box)
            for template in named(root, "TemplatePage")
        }
        yield _Body(folder, root, box, templates, _stamps(package, path, folder, root, box))


def _current_version(package: Package, path: str, body: Element) -> str:
    """Return where the document of the version in force lies, if the package keeps several."""
    for version in named(body, "Version"):
        if version.get("Current", "").lower() in ("true", "1"):
            name = _resolved("", version.get("BaseLoc", ""))
            roots = named(_part(package, path, name), "DocRoot") if package.has(name) else iter(())
            return next((_resolved(posixpath.dirname(name), _told(root)) for root in roots), "")
    return ""


def _pages(body: _Body, path: str) -> list[Element]:
    pages = next(named(body.root, "Pages"), None)
    found = [] if pages is None else list(named(pages, "Page"))
    if len(found) > MAX_PAGES:
        raise UnreadableDocument(f"有{len(found)}页，超过{MAX_PAGES}页", where=path, remedy="请只交报告正文")
    return found


def _stamps(package: Package, path: str, folder: str, root: Element, box: Box) -> Mapping[str, Sequence[Run]]:
    found: dict[str, list[Run]] = defaultdict(list)
    for listed in named(root, "Annotations"):
        name = _resolved(folder, _told(listed))
        if not package.has(name):
            continue
        for page in named(_part(package, path, name), "Page"):
            for place in named(page, "FileLoc"):
                member = _annotation_file(package, posixpath.dirname(name), folder, _told(place))
                if member:
                    found[page.get("PageID", "")] += _drawing(_part(package, path, member), box).runs
    return found


def _annotation_file(package: Package, near: str, folder: str, place: str) -> str:
    """Return the member that a place names: programs count it from the list's folder or from the document's."""
    return next((name for name in (_resolved(near, place), _resolved(folder, place)) if package.has(name)), "")


def _drawn(package: Package, path: str, body: _Body, page: Element) -> _Drawing:
    return _drawing(_part(package, path, _resolved(body.folder, page.get("BaseLoc", ""))), body.box)


def _drawing(root: Element, usual: Box) -> _Drawing:
    own = _box(root)
    box = own or usual
    picture = any(_covers(image, box) for image in named(root, "ImageObject"))
    templates = tuple(template.get("TemplateID", "") for template in named(root, "Template"))
    return _Drawing(runs_of(root, box), picture, own, templates)


def _page(body: _Body, drawing: _Drawing, stamps: Sequence[Run], number: int, times: Mapping[str, int]) -> OfdPage:
    """Put a page together. What several pages share is the sheet; a template of one page may hold the words of a form."""
    runs, aside = list(drawing.runs), list(stamps)
    under = [(body.templates[key], times[key]) for key in drawing.templates if key in body.templates]
    for template, uses in under:
        (runs if uses == 1 else aside).extend(template.runs)
    _, _, width, height = drawing.box or body.box
    return OfdPage(Page(number, width, height, runs, aside), drawing.picture or any(template.picture for template, _ in under))


def _box(root: Element) -> Box | None:
    for box in named(root, "PhysicalBox"):
        values = numbers(box.text or "")
        if len(values) == len(_A4) and all(_SMALLEST < side < _LARGEST for side in values[2:]):
            return values[0], values[1], values[2], values[3]
    return None


def _covers(image: Element, box: Box) -> bool:
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
