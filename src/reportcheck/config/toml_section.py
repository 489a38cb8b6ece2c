"""Our section of a pyproject.toml. ``tomllib`` tells no places, so the lines are looked up by their keys."""

import re
import tomllib
from datetime import date
from typing import Any

from reportcheck.errors import UsageError
from reportcheck.rulesets.strict_yaml import KeyPath, Mark, Marked

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(["']?)([^"'=\s]+)\1\s*=""")
_OURS = "tool.reportcheck"


def read_section(content: bytes, name: str) -> Marked:
    """Return ``[tool.reportcheck]`` with the places of its keys."""
    try:
        text = content.decode("utf-8")
        data = tomllib.loads(text).get("tool", {}).get("reportcheck", {})
    except UnicodeDecodeError:
        raise UsageError("文件不是 UTF-8 编码", where=name, remedy="用编辑器另存为 UTF-8 编码") from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"{name}:{place[1]}:{place[2]}" if place else name
        raise UsageError("TOML 写错了，读不懂", where=where, remedy="检查这一行的引号、括号和等号") from None
    marks = _marks(text)
    return Marked(name, _plain(data), {(): marks.get((), (1, 1)), **marks}, marks)


def _plain(value: Any) -> Any:  # noqa: ANN401 - TOML can hold anything
    """Dates become text, as they are in YAML."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _marks(text: str) -> dict[KeyPath, Mark]:
    marks: dict[KeyPath, Mark] = {}
    inside: KeyPath | None = None
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header is not None:
            inside = _table(header[2].replace('"', ""), counts, several=header[1] == "[[")
            if inside is not None:
                marks.setdefault(inside, (number, line.index("[") + 1))
        elif key is not None and inside is not None:
            marks[(*inside, key[2])] = (number, key.start(2) + 1)
    return marks


def _table(title: str, counts: dict[str, int], *, several: bool) -> KeyPath | None:
    """Return the path of a table of ours; tables of one array are counted."""
    if title != _OURS and not title.startswith(f"{_OURS}."):
        return None
    below = tuple(title.removeprefix(_OURS).strip(".").split(".")) if title != _OURS else ()
    if not several:
        return below
    counts[title] = counts.get(title, -1) + 1
    return (*below, counts[title])
