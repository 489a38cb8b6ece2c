"""Paths to inputs: folders and archives are walked, in order; nothing that could be a report is silently left out."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from reportcheck.errors import UnreadableDocument

_HIDDEN = (".", "~$")
"""What names of hidden files and of the lock files of Word (~$) and WPS (.~) begin with."""
_LEFTOVERS = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini", "$RECYCLE.BIN", "System Volume Information"})
_PAGE_FOLDERS = ("_files", ".files")
_NO_REPORTS = frozenset(
    f".{suffix}"
    for kinds in (
        "jpg jpeg jpe png gif bmp webp svg ico heic psd ai cdr dwg",
        "xls xlsx xlsm xlsb et ett csv tsv ppt pptx pps ppsx dps dpt vsd vsdx mpp mdb accdb db dbf sqlite sqlite3",
        "mp3 wav wma aac m4a flac mp4 avi mkv mov wmv flv mpg mpeg rm rmvb",
        "yaml yml json jsonl toml ini cfg conf properties lock log sarif xsd xsl xslt css scss less js mjs ts map wasm",
        "py pyc pyo pyi pyd ipynb c h cpp hpp java class jar go rs rb php pl lua r sql sh bash ps1 bat cmd vbs",
        "exe dll so dylib msi deb rpm apk dmg iso img bin dat o a lib whl",
        "ttf ttc otf woff woff2 eot lnk url webloc tmp temp bak part crdownload torrent key pem crt cer p12 pfx",
    )
    for suffix in kinds.split()
)


class Input(NamedTuple):
    """A file, or bytes that came from elsewhere under this name; ``fault`` where it is known not to be readable."""

    path: str
    data: bytes | None = None
    fault: str = ""


def find_inputs(paths: Sequence[str], *, stdin: Callable[[], bytes], stdin_name: str) -> list[Input]:
    """Expand folders, archives and ``-``; what does not exist stays, to be reported."""
    found: list[Input] = []
    for path in paths:
        if path == "-":
            found.append(Input(stdin_name, stdin()))
        elif os.path.isdir(path):
            # An empty folder stays, to be reported: silence is never a pass.
            found += list(_folder(path)) or [Input(path)]
        else:
            found += _file(path)
    return found


def _folder(folder: str) -> Iterator[Input]:
    from pathlib import Path  # noqa: PLC0415 - most runs check a file

    closed: list[Input] = []

    def refused(error: OSError) -> None:
        closed.append(Input(str(error.filename), fault=f"{error.filename}：打不开文件夹（请检查权限）"))

    files = [Path(parent) / name for parent, names in _walk(folder, refused) for name in names]
    entries = [*((file, list(_file(str(file)))) for file in files), *((Path(each.path), [each]) for each in closed)]
    # By parts: paths themselves are compared without their case on Windows, and the order must be the same everywhere.
    for _, inputs in sorted(entries, key=lambda entry: entry[0].parts):
        yield from inputs


def _walk(folder: str, refused: Callable[[OSError], None]) -> Iterator[tuple[str, list[str]]]:
    for parent, folders, names in os.walk(folder, onerror=refused):
        pages = {os.path.splitext(name)[0] for name in names if os.path.splitext(name)[1].lower() in (".htm", ".html", ".mht")}
        parts = {f"{page}{ending}" for page in pages for ending in _PAGE_FOLDERS}
        folders[:] = [name for name in folders if not _hidden(name) and name not in parts]
        yield parent, [name for name in names if _could_be_a_report(name) and os.path.isfile(os.path.join(parent, name))]


def _hidden(name: str) -> bool:
    return name.startswith(_HIDDEN) or name in _LEFTOVERS


def _could_be_a_report(name: str) -> bool:
    return not _hidden(name) and os.path.splitext(name)[1].lower() not in _NO_REPORTS


def _file(path: str) -> Iterable[Input]:
    if not path.lower().endswith(".zip"):
        return (Input(path),)
    from reportcheck.readers import archive  # noqa: PLC0415 - only archives need it

    if not archive.is_archive(path):
        return (Input(path),)
    return _archive(path, archive.members(path))


def _archive(path: str, members: Iterable[tuple[str, str]]) -> list[Input]:
    """Return the members that could be reports; an archive without any stays, to be reported."""
    from pathlib import PurePath  # noqa: PLC0415 - only archives need it

    found = []
    try:
        for member, fault in members:
            parts = PurePath(member[len(path) + 1 :]).parts
            if fault or (parts and not any(map(_hidden, parts[:-1])) and _could_be_a_report(parts[-1])):
                found.append(Input(member, fault=fault))
    except UnreadableDocument as error:
        return [Input(path, fault=str(error))]
    return found or [Input(path, fault=f"{path}：压缩包里没有可以检查的报告（请核对压缩包）")]
