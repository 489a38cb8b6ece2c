"""One configuration file as settings, each with its place; closed: an unknown key is an error."""

from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from reportcheck.config.find import PYPROJECT
from reportcheck.errors import RuleSetError, UsageError
from reportcheck.rulesets.nearest import suggest
from reportcheck.rulesets.strict_yaml import KeyPath, Marked, read_yaml

WAIVERS = "waivers"


class ConfigFile(NamedTuple):
    """What a configuration file says; ``marked`` holds the places."""

    path: Path
    name: str
    """As messages name it."""
    marked: Marked

    @property
    def settings(self) -> dict[str, Any]:
        """Return the settings, waivers among them."""
        data: dict[str, Any] = self.marked.data
        return data

    def fault(self, path: KeyPath, what: str, remedy: str = "", *, key: bool = False) -> UsageError:
        """Return the error that names the place of a value, or of its key."""
        return usage_error(self.marked.fault(path, what, remedy, key=key))


def read_config(path: Path, name: str, known: Collection[str]) -> ConfigFile:
    """Read a configuration file whose keys are all known."""
    marked = read_marked(path, name)
    config = ConfigFile(path, name, marked)
    if not isinstance(marked.data, dict):
        raise config.fault((), "配置文件要写成“名称: 值”的样子", "如 level: county")
    for key in marked.data:
        if key not in known:
            raise config.fault((key,), f"没有“{key}”这个设置", suggest(key, known, "可用的设置"), key=True)
    return config


def read_marked(path: Path, name: str) -> Marked:
    """Read a YAML file, or our section of a pyproject.toml."""
    try:
        content = path.read_bytes()
    except OSError as error:
        what = "没有这个文件" if isinstance(error, FileNotFoundError) else f"读不了文件（{error.strerror or error}）"
        raise UsageError(what, where=name) from None
    if path.name == PYPROJECT:
        from reportcheck.config.toml_section import read_section  # noqa: PLC0415 - few have one

        return read_section(content, name)
    try:
        return read_yaml(content, name)
    except RuleSetError as error:
        raise usage_error(error) from None


def usage_error(error: RuleSetError) -> UsageError:
    """Return the same fault as one of the configuration: the strict reader was made for rule sets."""
    return UsageError(error.what, where=error.where, remedy=error.remedy)
