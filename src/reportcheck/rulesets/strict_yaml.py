"""YAML without surprises: every key and value has its place, nothing turns silently into something else.

Read from PyYAML's node graph, not with its constructors: those drop duplicate keys and positions.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from reportcheck.errors import RuleSetError
from reportcheck.rulesets.yaml_faults import syntax_fault

KeyPath = tuple[str | int, ...]
Mark = tuple[int, int]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDE = "\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u00d7\U00020000-\U0003ffff"
_FOLD_SPACE = re.compile(f"(?<=[{_WIDE}]) (?=[{_WIDE}])")
_QUOTE = "要写文字就加引号："


@dataclass(frozen=True, slots=True)
class Marked:
    """The data of one file, and where each key and value of it stands."""

    name: str
    data: Any
    values: dict[KeyPath, Mark] = field(default_factory=dict)
    keys: dict[KeyPath, Mark] = field(default_factory=dict)
    raw: dict[KeyPath, str] = field(default_factory=dict)
    """How numbers and booleans were written."""
    files: dict[KeyPath, str] = field(default_factory=dict)
    """What came from another file (see ``grafts``), and the name of that."""

    def mark(self, path: KeyPath, *, key: bool = False) -> Mark:
        """Return the place of a value or its key; of the nearest thing around it where it has none."""
        if key and path in self.keys:
            return self.keys[path]
        return self.values.get(self._nearest(path), (1, 1))

    def file_of(self, path: KeyPath) -> str:
        """Return the name of the file in which a value, or the nearest thing around it, is written."""
        return self.files.get(path if path in self.files else self._nearest(path), self.name)

    def fault(self, path: KeyPath, what: str, remedy: str = "", *, key: bool = False) -> RuleSetError:
        """Return the error that names the place of a value or key."""
        return fault(self.file_of(path), self.mark(path, key=key), what, remedy)

    def _nearest(self, path: KeyPath) -> KeyPath:
        while path and path not in self.values:
            path = path[:-1]
        return path


def fault(name: str, mark: Mark, what: str, remedy: str = "") -> RuleSetError:
    """Return the error for a place in a file."""
    return RuleSetError(what, where=f"{name}:{mark[0]}:{mark[1]}", remedy=remedy)


def read_yaml(content: bytes, name: str) -> Marked:
    """Read one YAML document; ``name`` is how messages call the file."""
    text = _decode(content, name)
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise syntax_fault(error, text, name) from error
    if root is None:
        raise fault(name, (1, 1), "文件是空的", "写上内容，或删去这个文件")
    marked = Marked(name, None)
    data = _Builder(marked).build(root, ())
    return Marked(name, data, marked.values, marked.keys, marked.raw)


def _decode(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        raise fault(name, _mark_after(before), "文件不是 UTF-8 编码", "用编辑器另存为 UTF-8 编码") from error
    found = _UNPRINTABLE.search(text)
    if found:
        what = f"有看不见的控制字符 U+{ord(found[0]):04X}"
        raise fault(name, _mark_after(text[: found.start()]), what, "删去这个字符")
    return text


def _mark_after(before: str) -> Mark:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _start(node: yaml.Node) -> Mark:
    return node.start_mark.line + 1, node.start_mark.column + 1


class _Builder:
    """Turns nodes into data and notes their places."""

    def __init__(self, marked: Marked) -> None:
        self._marked = marked
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, path: KeyPath) -> Any:  # noqa: ANN401 - YAML can hold anything
        if id(node) in self._seen:
            raise self._fault(node, "不支持锚点和别名（&、*）", "要共用的词写进 ruleset.yaml 的 lexicons")
        self._seen.add(id(node))
        self._marked.values[path] = _start(node)
        kind = node.tag.removeprefix(_TAG)
        if isinstance(node, yaml.MappingNode) and kind == "map":
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode) and kind == "seq":
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, kind, path)
        raise self._fault(node, f"不支持的 YAML 标记“{node.tag}”", "删去这个标记")

    def _fault(self, node: yaml.Node, what: str, remedy: str) -> RuleSetError:
        return fault(self._marked.name, _start(node), what, remedy)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            below = (*path, key)
            if key in built:
                first = self._marked.keys[below][0]
                raise self._fault(key_node, f"键“{key}”重复", f"第{first}行已经写过，删去其中一个")
            self._marked.keys[below] = _start(key_node)
            if _is_empty(value_node):
                raise self._fault(key_node, f"“{key}”后面没有内容", "写上内容，或删去这个键")
            built[key] = self.build(value_node, below)
        return built

    def _key(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._fault(node, "键要写成文字，却写成了列表或键值对", "检查这一行的括号和冒号")
        if node.tag == f"{_TAG}merge":
            raise self._fault(node, "不支持合并键“<<”", "把内容直接写出来")
        if node.tag != f"{_TAG}str":
            raise self._fault(node, f"键“{node.value}”在 YAML 里不是文字", f'键是文字就加引号："{node.value}"')
        return str(node.value)

    def _scalar(self, node: yaml.ScalarNode, kind: str, path: KeyPath) -> str | int | float | bool:
        raw: str = node.value
        if kind in {"str", "value"}:
            return _unfold(node)
        if kind == "bool" and raw.lower() in {"true", "false"}:
            self._marked.raw[path] = raw
            return raw.lower() == "true"
        if kind in {"int", "float"} and _DECIMAL.fullmatch(raw):
            self._marked.raw[path] = raw
            return int(raw) if kind == "int" else float(raw)
        raise self._refused(node, kind, raw)

    def _refused(self, node: yaml.ScalarNode, kind: str, raw: str) -> RuleSetError:
        if _is_empty(node):
            return self._fault(node, "这一项是空的", "写上内容，或删去这一项")
        quoted = f'{_QUOTE}"{raw}"'
        read_as = {"bool": "布尔值", "null": "空值", "timestamp": "日期", "int": "数字", "float": "数字"}.get(kind)
        if read_as is None:
            return self._fault(node, f"不支持的 YAML 标记“{node.tag}”", "删去这个标记")
        if kind == "bool":
            quoted = f"{quoted}；要写真假就写 true 或 false"
        if kind in {"int", "float"}:
            quoted = f"{quoted}；要写数字就写十进制数"
        return self._fault(node, f"“{raw}”在 YAML 里会被读成{read_as}", quoted)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}null" and not node.value


def _unfold(node: yaml.ScalarNode) -> str:
    # YAML joins folded lines with a space; Chinese has none.
    text: str = node.value
    folded = node.style == ">" or (node.style != "|" and node.start_mark.line != node.end_mark.line)
    return _FOLD_SPACE.sub("", text) if folded else text
