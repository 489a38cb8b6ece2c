"""The files of a rule set, as written, with the place of everything in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportcheck.authoring.terms import KeyPath
from reportcheck.rulesets.builtin import HEAD, locate
from reportcheck.rulesets.files import RuleSetFiles, read_files
from reportcheck.rulesets.strict_yaml import Marked, read_yaml


@dataclass(frozen=True)
class Sources:
    """ruleset.yaml and the rule files of one folder; of an overlay only its own, the base is linted by itself."""

    head: Marked
    rules: Mapping[str, Marked]

    def place(self, rule_id: str, path: KeyPath = ()) -> str:
        """Return ``file:line:column`` of something in a rule file."""
        return _place(self.rules[rule_id], path)

    def head_place(self, path: KeyPath) -> str:
        """Return the same for ruleset.yaml."""
        return _place(self.head, path)

    def order(self, where: str) -> tuple[int, int, int]:
        """Return a key that sorts places by file, line and column."""
        name, line, column = where.rsplit(":", 2)
        names = [self.head.name, *(marked.name for marked in self.rules.values())]
        return names.index(name), int(line), int(column)


def read_sources(name_or_dir: str | Path) -> Sources:
    """Read the files of a rule set that is known to load."""
    files = read_files(locate(name_or_dir))
    marked = {file.path: read_yaml(file.content, shown(files, file.path)) for file in files.files}
    head = marked.pop(HEAD)
    return Sources(head, {path.removesuffix(".yaml").replace("/", "."): each for path, each in marked.items()})


def shown(files: RuleSetFiles, path: str) -> str:
    """Return a file's path as one would type it: from the current folder, where it lies below."""
    whole = Path(files.shown(path))
    try:
        return whole.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return whole.as_posix()


def _place(marked: Marked, path: KeyPath) -> str:
    line, column = marked.mark(path, key=isinstance(path[-1], str)) if path else (1, 1)
    return f"{marked.name}:{line}:{column}"
